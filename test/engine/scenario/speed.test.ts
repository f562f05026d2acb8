import { parseDocument } from 'yaml';
import { expect, test } from 'vitest';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { SourceFile } from '../../../engine/scenario/read.ts';
import { catalogue, SCENARIO } from './fixture.ts';

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

const PATIENCE = 120_000;

/** Checking a scenario costs much the same as parsing its YAML, at any size. */
test(
  '10,000 injects to 300 roles are checked in little more time than their YAML takes',
  () => {
    const files = large(10_000, 300);
    const ratio = (): number => {
      const parse = timed(() =>
        files.map(({ text }) => parseDocument(text, { uniqueKeys: false })),
      );
      const check = timed(() => {
        expect(checkScenario(files, catalogue).scenario).toBeDefined();
      });
      return check / parse;
    };
    expect(ratio()).toBeLessThan(2);
  },
  PATIENCE,
);

test(
  'a scenario full of references to nothing is checked as soon',
  () => {
    const good = large(3_000, 300);
    const bad = good.filter(({ name }) => name !== 'roles.yaml');
    const sound = timed(() => checkScenario(good, catalogue));
    const spoilt = timed(() => {
      expect(checkScenario(bad, catalogue).problems.length).toBeGreaterThan(1_000);
    });
    expect(spoilt / sound).toBeLessThan(4);
  },
  PATIENCE,
);
