/**
 * An inject at another time: the form, and the question that shows what it does.
 * Knows: times. Does not know: keys, or sending.
 */
import type { ControlInjectRow, PhaseRow } from '../engine/exercise/rows.ts';
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import {
  aside,
  asked,
  because,
  given,
  headed,
  named,
  plain,
  reasonField,
  warning,
  type Asked,
} from './alter.ts';
import { line, valueOf, type Form } from './form.ts';
import { offBy } from './planned.ts';
import { told, words, type Confirm, type Line, type Scene } from './scene.ts';
import { readWhen } from './when.ts';

/** What a new time is counted from: its own, unless that has passed or is not known. */
function baseOf(scene: Scene, row: ControlInjectRow): { readonly at: Ms; readonly own: boolean } {
  const own = row.due !== undefined && row.due > scene.now;
  return { at: own ? (row.due ?? 0) : scene.now, own };
}

export function rescheduleForm(scene: Scene, row: ControlInjectRow): Form {
  const w = words(scene).script.form;
  const { at, own } = baseOf(scene, row);
  const time = formatExerciseTime(at);
  const hint = `${headed(scene, row)} · ${own ? w.timeHint(time) : w.timeHintNow(time)}`;
  const fields = [line('time', w.time), reasonField(scene)];
  return { kind: 'reschedule', target: row.id, title: w.reschedule, hint, fields, at: 0 };
}

/** `T+2:45` is that time; `+15m` and `-10m` are counted from the inject's own. */
function readMove(source: string, base: Ms): Ms | undefined {
  const earlier = /^[-−–]\s*(.+)$/.exec(source.trim())?.[1];
  if (earlier === undefined) return readWhen(source, base);
  const by = readWhen(`+${earlier}`, 0);
  return by === undefined ? undefined : base - by;
}

export function finishReschedule(filled: Form, scene: Scene, row: ControlInjectRow): Asked {
  const made = reschedule(scene, row, valueOf(filled, 'time'), valueOf(filled, 'reason'));
  return asked(filled, made);
}

/** The question before an inject is moved, or why it cannot be. */
export function reschedule(
  scene: Scene,
  row: ControlInjectRow,
  time: string,
  why: string,
): Confirm | string {
  const w = words(scene);
  const due = readMove(time, baseOf(scene, row).at);
  const end = scene.view.exercise?.['exercise']?.length;
  if (due === undefined) return w.form.badTime;
  if (due <= scene.now) return w.script.form.past;
  if (end !== undefined && due > end) return w.script.form.late(formatExerciseTime(end));
  if (due === row.due) return w.script.form.sameTime;
  return {
    title: w.script.confirm.reschedule,
    effects: [...effectsOfMove(scene, row, due), ...because(scene, why)],
    input: { type: 'inject.change', inject: row.id, due, ...given(why) },
    harmless: true,
  };
}

function effectsOfMove(scene: Scene, row: ControlInjectRow, due: Ms): readonly Line[] {
  const w = words(scene).script.effects;
  const time = formatExerciseTime(due);
  const { planned } = row;
  const over = phaseOver(scene, row, due);
  return [
    plain(
      row.due === undefined
        ? w.timed(named(scene, row), time)
        : w.moves(named(scene, row), formatExerciseTime(row.due), time, offBy(due - row.due)),
    ),
    ...(planned === undefined || planned === row.due
      ? []
      : [plain(w.planned(formatExerciseTime(planned), offBy(due - planned)))]),
    ...(row.status === 'held' ? [plain(w.stillHeld)] : []),
    ...(over
      ? [warning(w.afterPhase(told(scene, over.title), formatExerciseTime(over.until ?? 0)))]
      : []),
    aside(w.untilOut),
  ];
}

/** The phase that ends before the inject falls due, where none that it belongs to comes after. */
function phaseOver(scene: Scene, row: ControlInjectRow, due: Ms): PhaseRow | undefined {
  const own = row.phases.flatMap((id) => scene.view.phases?.[id] ?? []);
  const last = own.toSorted((a, b) => a.order - b.order).at(-1);
  return last?.current && (last.until ?? Infinity) < due ? last : undefined;
}
