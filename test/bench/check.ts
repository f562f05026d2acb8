/** Checking a large scenario, against the time that parsing its YAML takes in the same run. */
import { parseDocument } from 'yaml';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { SourceFile } from '../../engine/scenario/read.ts';
import { catalogue, SCENARIO } from '../engine/scenario/fixture.ts';
import { median, type Figure } from './measure.ts';

const RUNS = 3;
/** A check parses too: half its time is what the rest of the checker may take. */
const GOAL = 0.5;

/** As many injects and roles as a national exercise might have, in files under the size limit. */
function large(injects: number, roles: number): readonly SourceFile[] {
  const role = (i: number): string => `  r${i}: { name: Rolle ${i}, organisation: operator }`;
  const inject = (i: number): string =>
    [
      `  i${i}:`,
      i % 5 === 0 || i < 2 ? `    at: ${i % 230}m` : `    after: { inject: i${i - 1}, delay: 1s }`,
      '    from: press',
      `    to: [r${i % roles}, r${(i * 7 + 1) % roles}]`,
      '    channel: email',
      `    title: { da: Indspil ${i}, en: Inject ${i} }`,
      '    body: { da: Der er sket noget nyt., en: Something new has happened. }',
      '    facts: [encrypted]',
      `    expect: [{ role: r${i % roles}, does: acknowledge, within: 20m }]`,
    ].join('\n');
  const numbers = Array.from({ length: injects }, (_, i) => i);
  const files = Array.from({ length: Math.ceil(injects / 2_500) }, (_, f) => ({
    name: `injects/${f}.yaml`,
    text: `injects:\n${numbers
      .slice(f * 2_500, (f + 1) * 2_500)
      .map(inject)
      .join('\n')}\n`,
  }));
  const posts = Array.from({ length: roles }, (_, i) => role(i)).join('\n');
  return [
    { name: 'scenario.yaml', text: SCENARIO },
    { name: 'roles.yaml', text: `roles:\n${posts}\n` },
    ...files,
  ];
}

/** In processor time: other work on the machine is then no part of it. */
function timed(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return user + system;
}

export function benchCheck(): Promise<readonly Figure[]> {
  const files = large(10_000, 300);
  const broken = files.filter(({ name }) => name !== 'roles.yaml');
  const check = (sources: readonly SourceFile[]): number =>
    median(Array.from({ length: RUNS }, () => timed(() => checkScenario(sources, catalogue))));
  const parse = median(
    Array.from({ length: RUNS }, () =>
      timed(() => files.map(({ text }) => parseDocument(text, { uniqueKeys: false }))),
    ),
  );
  const figure = (name: string, ours: number): Figure => ({
    name,
    ours: `${Math.round(ours / 1_000)} ms`,
    floor: `${Math.round(parse / 1_000)} ms (parse YAML)`,
    ratio: parse / ours,
    goal: GOAL,
  });
  return Promise.resolve([
    figure('check 10,000 injects × 300 roles', check(files)),
    figure('the same without its roles: thousands of Problems', check(broken)),
  ]);
}
