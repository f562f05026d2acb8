/**
 * The engine without a disk or a socket: 10,000 injects to 300 roles, compiled, conducted from
 * STARTEX to ENDEX with nobody at the chairs, and replayed. The floors do with the same data what
 * cannot be avoided: parse it, write it out, read it back.
 */
import { performance } from 'node:perf_hooks';
import type { Draft, Entry } from '../../engine/exercise/entry.ts';
import { nextPulse, pulse } from '../../engine/exercise/pulse.ts';
import { record } from '../../engine/exercise/record.ts';
import { openingInput } from '../../engine/exercise/rehearse.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { median, type Figure } from './measure.ts';
import { bigScenario, SIZE, yamlFiles } from './scenario.ts';

const RUNS = 5;
/** What we promise, in ms: compile and conduct; replay. */
const PROMISE = { conduct: 3_000, replay: 2_000 };

const WALL = '2026-09-18T00:10:00.000Z';
const { catalogue } = readCatalogue([]);

type Runs = { readonly ours: readonly number[]; readonly floor: readonly number[] };

/** Both in turn, after a warm-up: what disturbs the machine disturbs both alike. */
function inTurn(ours: () => unknown, floor: () => unknown): Runs {
  const results = { ours: [] as number[], floor: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    results.floor.push(timed(floor));
    results.ours.push(timed(ours));
  }
  return { ours: results.ours.slice(1), floor: results.floor.slice(1) };
}

/** How long some work takes; its result is looked at, so that nothing can be left out. */
function timed(work: () => unknown): number {
  const began = performance.now();
  if (work() === undefined) throw new Error('the work was not done');
  return performance.now() - began;
}

/** From STARTEX to ENDEX, every agenda item in its turn; a Plan that has not been seen before. */
function conduct(plan: Plan): readonly Draft[] {
  const state = initialState({ ...plan });
  const by = { type: 'engine' } as const;
  const opening = openingInput({ plan, exercise: 'bench', seed: 1, engine: '0.0.0' });
  const drafts = [...record(state, { input: opening, by, at: 0, wall: WALL }).drafts];
  drafts.push(
    ...record(state, { input: { type: 'exercise.start' }, by, at: 0, wall: WALL }).drafts,
  );
  while (nextPulse(state) !== undefined) drafts.push(...pulse(state, undefined, WALL).drafts);
  if (state.status !== 'ended') throw new Error(`the exercise is ${state.status}`);
  return drafts;
}

function replayed(entries: readonly Entry[]): number {
  const { whole, differs } = replay(entries);
  if (differs || whole !== entries.length - 1) throw new Error('the replay differs');
  return whole;
}

export function benchEngine(): Promise<readonly Figure[]> {
  const files = yamlFiles(bigScenario());
  const { scenario } = checkScenario(files, catalogue);
  if (!scenario) throw new Error('the large scenario has errors');
  const plan = compile(scenario, catalogue);
  const drafts = conduct(plan);
  const lines = drafts.map((draft) => JSON.stringify({ ...draft, prev: '' }));
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  const size = `${SIZE.injects.toLocaleString('en')} injects × ${SIZE.roles} roles`;

  const compiling = inTurn(
    () => compile(scenario, catalogue),
    () => JSON.parse(JSON.stringify(plan)) as unknown,
  );
  const conducting = inTurn(
    () => conduct(plan),
    () => drafts.map((draft) => JSON.stringify(draft)).length,
  );
  const replaying = inTurn(
    () => replayed(entries),
    () => lines.map((line) => JSON.parse(line) as unknown).length,
  );
  const both = median(compiling.ours) + median(conducting.ours);
  return Promise.resolve([
    figure('engine: compile, against the Plan to JSON and back', compiling, 0.5),
    figure(
      `engine: conduct, ${drafts.length.toLocaleString('en')} entries, against writing them as JSON`,
      conducting,
      0.2,
    ),
    figure('engine: replay, against reading the entries from JSON', replaying, 0.25),
    promise(`engine: compile and conduct ${size}`, both, PROMISE.conduct),
    promise(`engine: replay ${size}`, median(replaying.ours), PROMISE.replay),
  ]);
}

const show = (ms: number): string => `${Math.round(ms).toLocaleString('en')} ms`;

function figure(name: string, { ours, floor }: Runs, goal: number): Figure {
  const [took, least] = [median(ours), median(floor)];
  return { name, ours: show(took), floor: show(least), ratio: least / took, goal };
}

/** Held against a number of seconds rather than a floor: what a person waits for. */
function promise(name: string, took: number, within: number): Figure {
  return { name, ours: show(took), floor: `≤ ${show(within)}`, ratio: within / took, goal: 1 };
}
