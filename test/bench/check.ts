/** Checking and compiling large scenarios, against the time that parsing their YAML takes. */
import { compile } from '../../engine/plan/compile.ts';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { ReadCache, SourceFile } from '../../engine/scenario/read.ts';
import { parseDocument } from 'yaml';
import { catalogue, SCENARIO } from '../engine/scenario/fixture.ts';
import { sourcesIn } from '../support/shipped.ts';
import { median, type Figure } from './measure.ts';

const RUNS = 3;
/** A check parses too: at most half as much again as the bare parse. */
const GOAL = 1 / 1.5;
const MISTAKES = 100;
const FLAGSHIP = 'kommune-it-ransomware';

/** As many injects and roles as a national exercise might have, in files under the size limit. */
function large(injects: number, roles: number): readonly SourceFile[] {
  const role = (i: number): string => `  r${i}: { name: Rolle ${i}, organisation: operator }`;
  const inject = (i: number): string =>
    [
      `  i${i}:`,
      i % 5 === 0 || i < 2 ? `    at: ${i % 210}m` : `    after: { inject: i${i - 1}, delay: 1s }`,
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

/** A hundred slips of different kinds, evenly spread, each in an inject of its own. */
function spoilt(
  files: readonly SourceFile[],
  injects: number,
): { readonly files: readonly SourceFile[]; readonly places: ReadonlySet<string> } {
  const slips: readonly (readonly [from: string, to: string])[] = [
    ['channel: email', 'channel: emial'],
    ['from: press', 'from: pres'],
    ['    facts: [encrypted]', '    facts: [encryptde]'],
    ['    body: { da:', '    boddy: { da:'],
    ['within: 20m', 'within: 20'],
  ];
  const places = new Set<string>();
  const changed = files.map(({ name, text }) => {
    const lines = text.split('\n');
    for (let n = 0; n < MISTAKES; n += 1) {
      const row = lines.indexOf(`  i${Math.floor((n * injects) / MISTAKES)}:`);
      const [from, to] = slips[n % slips.length]!;
      const at = row < 0 ? -1 : lines.findIndex((line, i) => i > row && line.includes(from));
      if (at < 0) continue;
      lines[at] = lines[at]!.replace(from, to);
      places.add(`${name}:${at + 1}`);
    }
    return { name, text: lines.join('\n') };
  });
  return { files: changed, places };
}

/** By the wall: processor time would count the collector's threads, which work beside ours, twice. */
function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Each beside the other, so that both meet the machine as it is at that moment. */
function beside(ours: () => unknown, floor: () => unknown): readonly [number, number] {
  ours();
  const pairs = Array.from({ length: RUNS }, () => [timed(ours), timed(floor)] as const);
  return [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))];
}

const parseAll = (files: readonly SourceFile[]): unknown =>
  files.map(({ text }) => parseDocument(text, { uniqueKeys: false }));

function figure(name: string, [ours, floor]: readonly [number, number], goal: number): Figure {
  return {
    name,
    ours: `${Math.round(ours)} ms`,
    floor: `${Math.round(floor)} ms (parse YAML)`,
    ratio: floor / ours,
    goal,
  };
}

/** Against a limit in time: how often it fits into that. */
function within(name: string, ours: number, limit: number): Figure {
  return {
    name,
    ours: `${Math.round(ours)} ms`,
    floor: `${limit} ms (limit)`,
    ratio: limit / ours,
    goal: 1,
  };
}

function checkLarge(injects: number, limit: number): readonly Figure[] {
  const files = large(injects, 300);
  const whole = (): unknown => {
    const { scenario } = checkScenario(files, catalogue);
    if (!scenario) throw new Error('the large scenario has errors');
    return compile(scenario, catalogue);
  };
  const clean = beside(whole, () => parseAll(files));
  const wrong = spoilt(files, injects);
  const found = checkScenario(wrong.files, catalogue).problems.filter(
    ({ severity }) => severity === 'error',
  );
  const at = new Set(found.map(({ place }) => `${place.file}:${place.line}`));
  const missed = [...wrong.places].filter((place) => !at.has(place));
  if (wrong.places.size !== MISTAKES || missed.length > 0 || found.length !== MISTAKES) {
    const counts = `${wrong.places.size} planted, ${found.length} found`;
    throw new Error(`${counts}, missed: ${missed.join(', ')}`);
  }
  const planted = beside(
    () => checkScenario(wrong.files, catalogue),
    () => parseAll(wrong.files),
  );
  const name = `${injects.toLocaleString('en')} injects × 300 roles`;
  return [
    figure(`check + compile ${name}`, clean, GOAL),
    within(`check + compile ${name}, in time`, clean[0], limit),
    figure(`check ${name}, ${MISTAKES} mistakes found`, planted, GOAL),
  ];
}

/** One file saved again and again, as --watch sees it. */
function recheckFlagship(): Figure {
  const { catalogue: shipped } = readCatalogue(sourcesIn('catalogue'));
  const files = sourcesIn(FLAGSHIP);
  const largest = files.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const cache: ReadCache = new Map();
  checkScenario(files, shipped, { cache });
  const times = Array.from({ length: 15 }, (_, i) => {
    const saved = { ...largest, text: `${largest.text}# saved ${i}\n` };
    const now = files.map((file) => (file === largest ? saved : file));
    return timed(() => checkScenario(now, shipped, { cache }));
  });
  return within('check --watch: the flagship again, its largest file changed', median(times), 150);
}

export function benchCheck(): Promise<readonly Figure[]> {
  const files = large(10_000, 300).filter(({ name }) => name !== 'roles.yaml');
  const flood = beside(
    () => checkScenario(files, catalogue),
    () => parseAll(files),
  );
  return Promise.resolve([
    ...checkLarge(1_000, 500),
    ...checkLarge(10_000, 4_000),
    figure('10,000 without their roles: thousands of Problems', flood, 0.5),
    recheckFlagship(),
  ]);
}
