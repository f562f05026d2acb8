/**
 * The analysis and every document, from the largest exercise we know of (300 roles, about 93,000
 * entries) and from one of an evening's size. The floor reads the same journal and does nothing with
 * it. Knows: what we promise. Does not know: what the figures mean.
 */
import { performance } from 'node:perf_hooks';
import type { Entry } from '../../engine/exercise/entry.ts';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { type Analysis, analyse } from '../../exports/analysis/analysis.ts';
import { renderCsv } from '../../exports/formats/csv.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderJson } from '../../exports/formats/json.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import { median, type Figure } from './measure.ts';
import { bigScenario, SIZE, yamlFiles } from './scenario.ts';

const RUNS = 3;
/** ms, of issue and README: analysis; every format; a small exercise in all. */
const PROMISE = { analysis: 5_000, formats: 10_000, small: 1_000 };
const SMALL = 2_000;
const META = { digest: '0'.repeat(64), entries: 0, engine: '0.0.0' };

const FORMATS: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  html: (analysis) => renderHtml(analysis, 'da', META),
  markdown: (analysis) => renderMarkdown(analysis, 'da', META),
  csv: (analysis) => renderCsv(analysis, 'da'),
  json: (analysis) => renderJson(analysis, META),
};

export function benchAnalysis(): Promise<readonly Figure[]> {
  const { catalogue } = readCatalogue([]);
  const { scenario } = checkScenario(yamlFiles(bigScenario()), catalogue);
  if (!scenario) throw new Error('the large scenario has errors');
  const lines = conducted(compile(scenario, catalogue)).map((entry) => JSON.stringify(entry));
  const read = (count = lines.length): readonly Entry[] =>
    lines.slice(0, count).map((line) => JSON.parse(line) as Entry);
  const entries = read();
  const reading = timed(() => read());
  const analysing = timed(() => analyse(entries));
  const analysis = analyse(entries);
  const small = read(SMALL);
  const size = `${entries.length.toLocaleString('en')} entries × ${SIZE.roles} roles`;
  const each = Object.entries(FORMATS).map(([name, render]) => ({
    name,
    ms: timed(() => render(analysis)),
  }));
  const all = each.reduce((sum, { ms }) => sum + ms, 0);
  const whole = timed(() => {
    const made = analyse(small);
    return Object.values(FORMATS).map((render) => render(made));
  });
  return Promise.resolve([
    against(`analysis of ${size}, against reading them`, analysing, reading, 0.05),
    against(`the same, against what it may take`, analysing, PROMISE.analysis, 1),
    ...each.map(({ name, ms }) => against(`${name} of it, against reading`, ms, reading, 0.02)),
    against(`every format of it, against what it may take`, all, PROMISE.formats, 1),
    against(`${SMALL.toLocaleString('en')} entries: all of it`, whole, PROMISE.small, 1),
  ]);
}

/** With a bot in every chair, to the end. */
function conducted(plan: Plan): readonly Entry[] {
  const opening = { plan, exercise: 'bench', seed: 1, engine: '0.0.0' };
  const began = Date.UTC(2026, 8, 18);
  const wall = (at: number): string => new Date(began + at / plan.pace).toISOString();
  const drafts = [...rehearse(opening, 'en', wall)].flat();
  return drafts.map((draft) => ({ ...draft, prev: '0'.repeat(64) }));
}

/** Median ms of some runs; the result is looked at, so that nothing can be left out. */
function timed(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    if (work() === undefined) throw new Error('the work was not done');
    return performance.now() - began;
  });
  return median(runs);
}

function against(name: string, ours: number, floor: number, goal: number): Figure {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return { name, ours: ms(ours), floor: ms(floor), ratio: floor / ours, goal };
}
