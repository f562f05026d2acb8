/**
 * A few hundred random slips in each shipped scenario, one at a time: which does the checker catch?
 * One that it lets pass is harmless by a rule stated in harmless.ts, or a kind of mistake without a
 * code. `UPDATE=1 npx vitest run test/engine/scenario/mutants.test.ts` writes MUTANTS.md again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { ReadCache } from '../../../engine/scenario/read.ts';
import { PATIENCE } from '../../support/runs.ts';
import { shipped, sourcesIn } from '../../support/shipped.ts';
import { differencesOf, ruleFor, RULES, type Rule } from './harmless.ts';
import { KINDS_OF_SLIPS, mutate, shelfOf, type Kind } from './mutate.ts';

const PAGE = new URL('MUTANTS.md', import.meta.url);
/** Of each kind, in each scenario. `TIMES=10` tries more. */
const EACH = 16 * Number(process.env['TIMES'] ?? 1);
/** Kinds of slips that always leave something behind that cannot be right. */
const ALWAYS: readonly Kind[] = [
  'misspell a key',
  'misspell an id where it is used',
  'lose a time’s unit',
  'delete a language',
  'duplicate a row',
];

type Tally = { tried: number; caught: number; readonly harmless: Map<Rule, number> };
type Survivor = { readonly kind: Kind; readonly what: string; readonly because: string };

const { catalogue } = readCatalogue(sourcesIn('catalogue'));

/** A small generator of its own: the same slips on every machine. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function examine(name: string): {
  readonly tallies: ReadonlyMap<Kind, Tally>;
  readonly survivors: readonly Survivor[];
} {
  const files = sourcesIn(name);
  const cache: ReadCache = new Map();
  const clean = checkScenario(files, catalogue, { cache });
  const before = new Set(clean.problems.map(({ code, path }) => `${code} ${path}`));
  const plan = compile(clean.scenario!, catalogue);
  const shelf = shelfOf(files);
  const survivors: Survivor[] = [];
  const tallies = new Map<Kind, Tally>();
  for (const kind of KINDS_OF_SLIPS) {
    const tally: Tally = { tried: 0, caught: 0, harmless: new Map() };
    tallies.set(kind, tally);
    const chance = chanceFrom(KINDS_OF_SLIPS.indexOf(kind) + 1);
    for (let i = 0; i < EACH; i += 1) {
      const mutant = mutate(kind, shelf, chance);
      if (!mutant) continue;
      tally.tried += 1;
      const { problems, scenario } = checkScenario(mutant.files, catalogue, {
        // The clean files stay as they were read.
        cache: new Map(cache),
      });
      if (problems.some(({ code, path }) => !before.has(`${code} ${path}`))) {
        tally.caught += 1;
        continue;
      }
      const mutated = compile(scenario!, catalogue);
      const rule = ruleFor(plan, mutated);
      if (rule !== undefined) tally.harmless.set(rule, (tally.harmless.get(rule) ?? 0) + 1);
      const why = differencesOf(plan, mutated).map((d) => `${d.place} ${d.change}`);
      survivors.push({ kind, what: mutant.what, because: rule ?? `? ${why.join(', ')}` });
    }
  }
  return { tallies, survivors };
}

const results = new Map<string, ReturnType<typeof examine>>();

test.each(shipped())(
  '%s: a slip is caught, or harmless by a stated rule',
  (name) => {
    const { tallies, survivors } = examine(name);
    results.set(name, { tallies, survivors });
    expect(survivors.filter(({ because }) => because.startsWith('?'))).toEqual([]);
    for (const kind of ALWAYS) {
      const { tried, caught } = tallies.get(kind)!;
      expect([kind, caught]).toEqual([kind, tried]);
    }
    const [tried, caught] = sums([...tallies.values()]);
    expect(tried).toBeGreaterThan(200);
    expect(caught / tried).toBeGreaterThan(0.6);
  },
  PATIENCE * 5,
);

test('what was caught is shown, and the page beside this says the same', () => {
  const parts = [HEAD.trim(), ...[...results].map(([name, result]) => section(name, result))];
  console.log(parts.slice(1).join('\n\n'));
  const page = `${parts.join('\n\n')}\n`;
  if (process.env['UPDATE']) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

function sums(tallies: readonly Tally[]): readonly [number, number] {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((n, t) => n + of(t), 0);
  return [sum(({ tried }) => tried), sum(({ caught }) => caught)];
}

const HEAD = `# Slips

One random slip at a time in the shipped scenarios' real files: how many does the checker catch? Written
by \`mutants.test.ts\` beside it, from fixed seeds. *Caught* is the raw share: the check says something it
did not say before. What passes is sorted by the rules in \`harmless.ts\`: the scenario is then another
sound one, and only its planner can know that it is not the one that was meant. A slip that passes and
fits no rule fails the test.
`;

function section(name: string, { tallies }: ReturnType<typeof examine>): string {
  const percent = (part: number, of: number): string =>
    of === 0 ? '–' : `${Math.round((100 * part) / of)} %`;
  const [tried, caught] = sums([...tallies.values()]);
  const rows = [...tallies].map(([kind, tally]) => {
    const passed = RULES.flatMap((rule) => {
      const count = tally.harmless.get(rule);
      return count === undefined ? [] : [`${count} × ${rule}`];
    });
    return `| ${kind} | ${tally.tried} | ${tally.caught} | ${percent(tally.caught, tally.tried)} | ${passed.join('; ')} |`;
  });
  return [
    `## ${name}`,
    [
      '| slip | tried | caught | share | passed |',
      '|---|---|---|---|---|',
      ...rows,
      `| **all** | ${tried} | ${caught} | **${percent(caught, tried)}** | |`,
    ].join('\n'),
  ].join('\n\n');
}
