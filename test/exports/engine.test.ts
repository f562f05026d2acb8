/**
 * The analysis beside the engine: whatever is played, the analysis reads from the journal the same
 * course of events that the engine holds in its state.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import { type Analysis, analyse } from '../../exports/analysis/analysis.ts';
import type { DecisionRun } from '../../exports/analysis/decisions/decisions.ts';
import { renderCsv } from '../../exports/formats/csv.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderJson } from '../../exports/formats/json.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import { WILD, steps } from '../support/behaviours.ts';
import { conduct, entriesOf } from '../support/conduct.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };

function checkTasks(analysis: Analysis, state: ExerciseState): void {
  const { responsibility, exercise } = analysis;
  for (const { task, run } of responsibility.tasks) {
    const held = state.tasks.get(task)!;
    expect(run === undefined, task).toBe(held.status === 'dormant');
    if (!run) continue;
    const { vacuum, contention, single, spells } = run.holding;
    const end = held.done?.at ?? exercise.end;
    expect(vacuum + contention + single, task).toBe(end - held.startedAt!);
    expect(run).toMatchObject({ startedAt: held.startedAt, due: held.due });
    expect(run.done?.role, task).toBe(held.done?.role);
    if (held.status === 'open' && !movedAtEnd(analysis, task)) {
      const names = (rows: readonly { readonly role: string; readonly as: string }[]) =>
        rows.map((row) => `${row.role} ${row.as}`).sort();
      expect(names(spells.at(-1)?.holders ?? []), task).toEqual(names(held.holders));
    }
  }
}

/** A move in the exercise's last instant leaves no spell behind it. */
function movedAtEnd({ timeline, exercise }: Analysis, task: string): boolean {
  return timeline.some(
    ({ at, event }) => at === exercise.end && 'task' in event && event.task === task,
  );
}

/** The parts of a decision's time add up, whatever of it was seen, and none runs backwards. */
function checkParts(run: DecisionRun | undefined): void {
  if (!run) return;
  for (const part of run.parts) expect(part.to).toBeGreaterThanOrEqual(part.from);
  const upTo = run.parts.filter(({ name }) => name !== 'told' && name !== 'effect');
  const last = ['oriented', 'noticed', 'released'] as const;
  const at = run.made && run.releasedAt !== undefined ? run.made.at : undefined;
  const end = at ?? run[`${last.find((name) => run[`${name}At`] !== undefined) ?? 'released'}At`];
  const sum = upTo.reduce((total, { from, to }) => total + to - from, 0);
  if (run.releasedAt !== undefined) expect(sum).toBe(end! - run.releasedAt);
  const { stops } = run.level;
  const [first] = stops;
  const lengths = stops.reduce((total, stop) => total + stop.to - stop.from, 0);
  if (first) expect(lengths).toBe(stops.at(-1)!.to - first.from);
}

function checkRest(analysis: Analysis, state: ExerciseState): void {
  for (const { decision, origin, run } of analysis.decisions.decisions) {
    const held = state.decisions.get(decision)!;
    const { made } = run ?? {};
    expect([made?.option, made?.how, made?.at]).toEqual([
      held.made?.option,
      held.made?.how,
      held.made?.happened ?? held.made?.at,
    ]);
    // What was noted with its answer was never open: it counts from when it was made.
    expect(run?.openedAt).toBe(origin === 'noted' ? made?.at : held.openedAt);
    checkParts(run);
  }
  const ends = new Map(analysis.obligations.rows.map((row) => [row.obligation, row.status]));
  expect(Object.fromEntries(ends)).toEqual(
    Object.fromEntries([...state.obligations].map(([id, row]) => [id, row.status])),
  );
  for (const { fact, roles } of analysis.flow.facts) {
    const known = roles.filter((row) => row.knownAt !== undefined);
    expect(Object.fromEntries(known.map((row) => [row.role, row.knownAt]))).toEqual(
      Object.fromEntries(state.facts.get(fact) ?? []),
    );
  }
  for (const clock of analysis.clocks) {
    const held = state.clocks.get(clock.clock)!;
    expect(clock.startedAt).toBe(held.startedAt);
    const statuses: readonly string[] =
      held.status === 'met' || held.status === 'late'
        ? [held.status]
        : held.status === 'running'
          ? [held.missed ? 'missed' : 'running']
          : ['dormant', 'undeclared', 'unstarted'];
    expect(statuses).toContain(clock.status);
  }
}

test(
  'the analysis and the engine tell the same story, and every format can be written',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const { state, drafts } = conduct(plan, drawn);
        const entries = entriesOf(drafts);
        const analysis = analyse(entries);
        checkTasks(analysis, state);
        checkRest(analysis, state);
        const { findings, strengths } = analysis.findings;
        for (const seq of [...findings, ...strengths].flatMap((found) => found.evidence)) {
          expect(entries[seq]?.seq).toBe(seq);
        }
        const page = renderHtml(analysis, 'da', meta);
        const text = renderMarkdown(analysis, 'en', meta);
        expect(page.includes('<script') || text.includes('<script')).toBe(false);
        const all = [
          page,
          text,
          renderJson(analysis, meta),
          ...Object.values(renderCsv(analysis, 'da')),
        ];
        for (const format of all) {
          expect(format).not.toMatch(/undefined|NaN/);
          expect(format).not.toContain(WILD.slice(-4));
        }
      }),
      runs(100),
    );
  },
  PATIENCE,
);
