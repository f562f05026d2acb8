/**
 * Moving what lies ahead: the end of a phase, or all that remains. Knows: what moves with it, and
 * what does not. Does not know: keys or the screen.
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { ControlInjectRow, PhaseRow } from '../engine/exercise/rows.ts';
import {
  formatDuration,
  formatExerciseTime,
  storyTime,
  type Ms,
} from '../engine/runtime/protocol.ts';
import type { Step } from './step.ts';
import { branchLines } from './branch.ts';
import { line, pick, valueOf, type Field, type Form } from './form.ts';
import { coming, questions } from './rows.ts';
import { told, words, type Confirm, type Line, type Scene } from './scene.ts';
import { current, phaseName } from './strand.ts';
import { lastMoment } from './moment.ts';
import { readWhen } from './when.ts';

const plain = (text: string): Line => [{ text }];
/** More would not help anybody decide. */
const SHOWN = 4;

/** `+30m`, `-15m`, `-1:30`; undefined where it is no length with a sign. */
export function readBy(source: string): Ms | undefined {
  const text = source.trim().replace(/^[−–]/, '-');
  if (!/^[+-]/.test(text)) return undefined;
  const length = readWhen(`+${text.slice(1)}`, 0);
  return length === undefined ? undefined : text.startsWith('-') ? -length : length;
}

export function shiftForm(scene: Scene): Form {
  const { shift, reason } = words(scene).pacing;
  const hint = shift.hint(formatExerciseTime(lastMoment(scene)));
  const fields = [line('by', shift.by), line('reason', reason, '', true)];
  return { kind: 'shift', title: shift.title, hint, fields, at: 0 };
}

/** The question, or why there is none to ask. */
export function shiftBy(scene: Scene, source: string, reason: string): Confirm | string {
  const { shift } = words(scene).pacing;
  const by = readBy(source);
  if (by === undefined || by === 0) return shift.bad;
  if (lastMoment(scene) + by <= scene.now) return shift.tooEarly;
  const input: ControlInput = { type: 'exercise.shift', by, ...because(reason) };
  return { title: shift.ask, effects: effectsOfShift(scene, by, reason), input };
}

function effectsOfShift(scene: Scene, by: Ms, reason: string): readonly Line[] {
  const { shift } = words(scene).pacing;
  const { view, now } = scene;
  const waits = ({ due }: { readonly due?: Ms }): boolean => due !== undefined && due > now;
  const injects = coming(view).filter(waits);
  const asked = questions(view, 'coming').filter(waits);
  const atOnce = [...injects, ...asked].filter(({ due = 0 }) => due + by <= now).length;
  const length = formatDuration(Math.abs(by));
  const end = lastMoment(scene);
  return [
    plain(by > 0 ? shift.later(length) : shift.earlier(length)),
    plain(shift.moved(injects.length, asked.length)),
    ...(atOnce > 0 ? [plain(shift.atOnce(atOnce))] : []),
    ...current(view)
      .filter(({ until }) => until !== undefined)
      .map((row) => {
        const until = Math.max(now, (row.until ?? 0) + by);
        return plain(shift.phase(phaseName(row, scene.ui.lang), formatExerciseTime(until)));
      }),
    plain(
      shift.end(formatExerciseTime(end), formatExerciseTime(end + by), storyAt(scene, end + by)),
    ),
    ...reasoned(scene, reason),
    [{ text: shift.fixed, tone: 'dim' }],
  ];
}

function storyAt({ view }: Scene, at: Ms): string {
  const story = view.exercise?.['exercise']?.story;
  if (!story) return '–';
  const { date, time } = storyTime(story, at);
  return `${date} ${time}`;
}

/** Which phase only where the story stands in several. */
export function adjustForm(scene: Scene): Form | undefined {
  const { adjust, reason } = words(scene).pacing;
  const here = current(scene.view);
  const [only] = here;
  if (!only) return undefined;
  const options = here.map((row) => ({
    id: row.id,
    name: phaseName(row, scene.ui.lang),
    note: endOf(scene, row),
  }));
  const which: readonly Field[] = here.length > 1 ? [pick('phase', adjust.phase, options)] : [];
  const fields = [...which, line('until', adjust.until), line('reason', reason, '', true)];
  const about = here.length > 1 ? '' : `${told(scene, only.title)}: ${endOf(scene, only)}. `;
  const hint = about + adjust.hint;
  return { kind: 'adjust', target: only.id, title: adjust.title, hint, fields, at: 0 };
}

function endOf(scene: Scene, { until }: PhaseRow): string {
  const { adjust } = words(scene).pacing;
  return until === undefined ? adjust.endless : adjust.ends(formatExerciseTime(until));
}

/** `+15m` and `-15m` are from where it ends now; where it has no end, from now on. */
export function adjustTo(
  scene: Scene,
  phase: string,
  source: string,
  reason: string,
): Confirm | string {
  const w = words(scene);
  const row = scene.view.phases?.[phase];
  if (!row?.current) return w.notAllowedYet;
  const by = readBy(source);
  const until = by === undefined ? readWhen(source, scene.now) : (row.until ?? scene.now) + by;
  if (until === undefined) return w.form.badTime;
  if (until <= scene.now) return w.pacing.adjust.past;
  const input: ControlInput = { type: 'phase.adjust', phase, until, ...because(reason) };
  const effects = effectsOfAdjust(scene, row, until, reason);
  return { title: w.pacing.adjust.ask, effects, input };
}

function effectsOfAdjust(scene: Scene, row: PhaseRow, until: Ms, reason: string): readonly Line[] {
  const { adjust } = words(scene).pacing;
  const before = row.until ?? Infinity;
  const own = coming(scene.view).filter((inject) => only(scene, inject, row));
  const between = (from: Ms, to: Ms) =>
    own.filter(({ due }) => due !== undefined && due > from && due <= to);
  const end = lastMoment(scene);
  return [
    plain(moved(scene, row, until)),
    ...listed(scene, adjust.lost, between(until, before)),
    ...listed(scene, adjust.gained, between(before, until)),
    ...(until > end ? [plain(adjust.after(formatExerciseTime(end)))] : []),
    ...branchLines(scene, { ...row, until }),
    ...reasoned(scene, reason),
    [{ text: adjust.alone, tone: 'dim' }],
  ];
}

function moved(scene: Scene, row: PhaseRow, until: Ms): string {
  const { adjust } = words(scene).pacing;
  const title = phaseName(row, scene.ui.lang);
  const to = formatExerciseTime(until);
  if (row.until === undefined) return adjust.first(title, to);
  const say = until >= row.until ? adjust.longer : adjust.shorter;
  const by = formatDuration(Math.abs(until - row.until));
  return say(title, formatExerciseTime(row.until), to, by);
}

/** Belongs to this phase, and to no other in which the story stands. */
function only(scene: Scene, { phases }: ControlInjectRow, row: PhaseRow): boolean {
  const elsewhere = current(scene.view).some(({ id }) => id !== row.id && phases.includes(id));
  return phases.includes(row.id) && !elsewhere;
}

function listed(
  scene: Scene,
  heading: (n: number) => string,
  rows: readonly ControlInjectRow[],
): readonly Line[] {
  if (rows.length === 0) return [];
  return [
    plain(heading(rows.length)),
    ...rows
      .slice(0, SHOWN)
      .map(({ due = 0, number, title }) =>
        plain(`  · ${formatExerciseTime(due)}  ${number} ${told(scene, title)}`),
      ),
    ...(rows.length > SHOWN ? [plain(`  ${words(scene).more(rows.length - SHOWN)}`)] : []),
  ];
}

function because(reason: string): { readonly reason?: string } {
  return reason === '' ? {} : { reason };
}

function reasoned(scene: Scene, reason: string): readonly Line[] {
  return reason === '' ? [] : [plain(words(scene).pacing.because(reason))];
}

export function finishShift(filled: Form, scene: Scene): Step {
  const reason = valueOf(filled, 'reason');
  const asked =
    filled.kind === 'shift'
      ? shiftBy(scene, valueOf(filled, 'by'), reason)
      : adjustTo(
          scene,
          valueOf(filled, 'phase') || (filled.target ?? ''),
          valueOf(filled, 'until'),
          reason,
        );
  return typeof asked === 'string'
    ? { type: 'form', form: { ...filled, error: asked } }
    : { type: 'confirm', confirm: { ...asked, form: filled } };
}
