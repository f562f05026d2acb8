/**
 * The script's columns: what was planned, what came of it, how far apart they are, who has read it.
 * Knows: which columns a width has room for. Does not know: what stands in a question's row.
 */
import type { ControlInjectRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime, type Ms } from '../../engine/runtime/protocol.ts';
import { span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { MARKS } from '../notes.ts';
import { actualTime, offOf, plannedTime, sayOff } from '../planned.ts';
import { told, words, type Scene, type Span } from '../scene.ts';
import type { Tone } from '../tone.ts';
import { status } from './words.ts';

const PARTS = [
  'number',
  'planned',
  'actual',
  'off',
  'status',
  'title',
  'to',
  'read',
  'opened',
  'acknowledged',
  'answered',
  'changes',
] as const;
type Part = (typeof PARTS)[number];
/** A row of the script, part by part; a part that is absent is empty. */
export type Parts = { readonly [P in Part]?: Span };

/** Below this, times go without `T+` and the readers share a column. */
const ROOMY = 88;
/** From here on there is room for the receivers beside a title that can still be read. */
export const BROAD = 108;
/** From here on what was changed is said in words of its own. */
const BROADEST = 150;

function shown(part: Part, width: number): boolean {
  switch (part) {
    case 'read':
      return width < ROOMY;
    case 'opened':
    case 'acknowledged':
      return width >= ROOMY;
    case 'to':
    case 'answered':
      return width >= BROAD;
    case 'changes':
      return width >= BROADEST;
    case 'number':
    case 'planned':
    case 'actual':
    case 'off':
    case 'status':
    case 'title':
      return true;
    default:
      return part satisfies never;
  }
}

const partsIn = (width: number): readonly Part[] => PARTS.filter((part) => shown(part, width));

export function plannedColumns(scene: Scene, width: number): readonly Column[] {
  const w = words(scene);
  const { columns: c } = w;
  const own = w.script.columns;
  const roomy = width >= ROOMY;
  const time = roomy ? 8 : 6;
  const all: { readonly [P in Part]: Column } = {
    number: { head: c.number, width: 4, align: 'right' },
    planned: { head: roomy ? own.planned : own.shortPlanned, width: time, align: 'right' },
    actual: { head: roomy ? own.actual : own.shortActual, width: time, align: 'right' },
    off: { head: width >= BROAD ? own.off : own.shortOff, width: width >= BROAD ? 9 : 7 },
    status: { head: c.status, width: roomy ? 14 : 12 },
    title: { head: c.title, share: 3 },
    to: { head: c.to, share: 2 },
    read: { head: own.read, width: 8, align: 'right' },
    opened: { head: c.opened, width: 6, align: 'right' },
    acknowledged: { head: c.acknowledged, width: 6, align: 'right' },
    answered: { head: own.answered, width: 6, align: 'right' },
    changes: { head: own.changes, share: 1 },
  };
  return partsIn(width).map((part) => all[part]);
}

/** The parts that the width has room for, in the columns' order. */
export function cellsOf(parts: Parts, width: number): readonly Span[] {
  return partsIn(width).map((part) => parts[part] ?? span(''));
}

/** A time as the width shows it: `T+02:30`, or `02:30` where the heading must do. */
export function timeIn(at: Ms | undefined, width: number): string {
  if (at === undefined) return '–';
  const time = formatExerciseTime(at, false);
  return width >= ROOMY ? time : time.slice(2);
}

export function statusIn(scene: Scene, row: ControlInjectRow, width: number): Span {
  const w = words(scene);
  const word = width >= ROOMY ? w.inject[row.status] : w.script.status[row.status];
  return status(row.status, word);
}

export function injectParts(scene: Scene, row: ControlInjectRow, width: number): Parts {
  const out = row.status === 'released';
  const dim = row.status === 'skipped' || row.status === 'passed' ? 'dim' : 'plain';
  const actual = actualTime(row);
  const off = offOf(row, scene.now);
  return {
    number: numberOf(scene, row, dim),
    planned: span(timeIn(plannedTime(row), width), dim),
    actual: span(actual === undefined ? '' : timeIn(actual, width), out ? dim : 'info'),
    off: span(sayOff(off), off?.open ? 'warn' : dim),
    status: statusIn(scene, row, width),
    title: span((shown('changes', width) ? '' : marksOf(row)) + told(scene, row.title), dim),
    to: span(namesOf(scene.view, scene.ui.lang).roles(row.to), dim),
    ...(out ? readersOf(row) : {}),
    changes: span(sayMarks(scene, row)),
  };
}

function readersOf({ to, opened, acknowledged, answered }: ControlInjectRow): Parts {
  const count = (who: readonly string[]): Span =>
    span(`${who.length}/${to.length}`, who.length < to.length ? 'warn' : 'plain');
  const some = opened.length < to.length ? 'warn' : 'plain';
  return {
    read: span(`${opened.length}·${acknowledged.length}/${to.length}`, some),
    opened: count(opened),
    acknowledged: count(acknowledged),
    answered: span(answered.length === 0 ? '' : String(answered.length)),
  };
}

/** With the sign of a mark before it: the numbers stay where they are. */
function numberOf({ ui }: Scene, { id, number }: ControlInjectRow, tone: Tone): Span {
  const said = String(number);
  return ui.picked.includes(id) ? span(MARKS.marked + said.padStart(3), 'info') : span(said, tone);
}

/** Before the title, where every width has room: altered, or a repetition. The detail says it in words. */
function marksOf({ changed, repeats }: ControlInjectRow): string {
  return `${changed ? '✎ ' : ''}${repeats === undefined ? '' : '↻ '}`;
}

/** The same in words. */
export function sayMarks(
  scene: Scene,
  { id, planned, due, changed, repeats }: ControlInjectRow,
): string {
  const { marks: w, several } = words(scene).script;
  const first = repeats === undefined ? undefined : scene.view.injects?.[repeats];
  return [
    ...(scene.ui.picked.includes(id) ? [several.mark] : []),
    ...(planned === undefined || planned === due ? [] : [w.moved]),
    ...(changed ? [w.changed] : []),
    ...(repeats === undefined ? [] : [w.repeats(String(first?.number ?? repeats))]),
  ].join(', ');
}
