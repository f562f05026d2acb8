/**
 * The analysis and every document, from the largest exercise we know of (300 roles, about 93,000
 * entries) and from one of an evening's size. The floor reads the same journal and does nothing with
 * it. Knows: what we promise. Does not know: what the figures mean.
 */
import { performance } from 'node:perf_hooks';
import { FORMATS, render } from '../../cli/documents.ts';
import { TEXT } from '../../cli/text.ts';
import type { Entry } from '../../engine/exercise/entry.ts';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { type Analysis, analyse } from '../../exports/analysis/analysis.ts';
import { reportOf } from '../../exports/formats/report.ts';
import { median, type Figure } from './measure.ts';
import { finished } from '../exports/finished.ts';
import { bigScenario, SIZE, yamlFiles } from './scenario.ts';

const RUNS = 3;
/** ms, of issue and README: analysis; every format; a small exercise in all. */
const PROMISE = { analysis: 5_000, formats: 10_000, small: 1_000 };
const SMALL = 2_000;
const META = { digest: '0'.repeat(64), entries: 0, engine: '0.0.0' };

export async function benchAnalysis(): Promise<readonly Figure[]> {
  const { catalogue } = readCatalogue([]);
  const { scenario } = checkScenario(yamlFiles(bigScenario()), catalogue);
  if (!scenario) throw new Error('the large scenario has errors');
  const lines = conducted(compile(scenario, catalogue)).map((entry) => JSON.stringify(entry));
  const read = (): readonly Entry[] => lines.map((line) => JSON.parse(line) as Entry);
  const entries = read();
  const reading = await timed(() => read());
  const analysing = await timed(() => analyse(entries));
  const analysis = analyse(entries);
  const size = `${entries.length.toLocaleString('en')} entries × ${SIZE.roles} roles`;
  const large = wish(entries, analysis);
  // Put together once for the forms that share it, so that none of their medians has it.
  const report = await timed(() => reportOf(analysis, large.lang, large.journal.meta));
  const each: { readonly name: string; readonly ms: number }[] = [{ name: 'report', ms: report }];
  for (const name of FORMATS) each.push({ name, ms: await timed(() => render(name, large)) });
  const all = each.reduce((sum, { ms }) => sum + ms, 0);
  const evening = finished().entries.slice(0, SMALL);
  const whole = await timed(async () => {
    const made = wish(evening, analyse(evening));
    for (const name of FORMATS) await render(name, made);
    return made;
  });
  return [
    against(`analysis of ${size}, against reading them`, analysing, reading, 0.05),
    against('the same, against what it may take', analysing, PROMISE.analysis, 1),
    ...each.map(({ name, ms }) => against(`${name} of it, against reading`, ms, reading, 0.01)),
    against('every format of it, against what it may take', all, PROMISE.formats, 1),
    against(
      `${evening.length.toLocaleString('en')} entries of the flagship: all of it`,
      whole,
      PROMISE.small,
      1,
    ),
  ];
}

const wish = (entries: readonly Entry[], analysis: Analysis): Parameters<typeof render>[1] => ({
  journal: { entries, analysis, meta: { ...META, entries: entries.length } },
  lang: 'da',
  text: TEXT.da,
  suffix: '',
});

/** With a bot in every chair, to the end. */
function conducted(plan: Plan): readonly Entry[] {
  const opening = { plan, exercise: 'bench', seed: 1, engine: '0.0.0' };
  const began = Date.UTC(2026, 8, 18);
  const wall = (at: number): string => new Date(began + at / plan.pace).toISOString();
  const drafts = [...rehearse(opening, 'en', wall)].flat();
  return drafts.map((draft) => ({ ...draft, prev: '0'.repeat(64) }));
}

/** Median ms of some runs; the result is looked at, so that nothing can be left out. */
async function timed(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    if ((await work()) === undefined) throw new Error('the work was not done');
    times.push(performance.now() - began);
  }
  return median(times);
}

function against(name: string, ours: number, floor: number, goal: number): Figure {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return { name, ours: ms(ours), floor: ms(floor), ratio: floor / ours, goal };
}
