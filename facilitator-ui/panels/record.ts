/** The record as it grows, newest first. */
import type { By } from '../../engine/exercise/entry.ts';
import type { RecordRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf, type Names } from '../names.ts';
import { correctionsTo, entryText, late, marksOf, noteLines } from '../notes.ts';
import { words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { sentence } from '../sentences.ts';
import { catalogue } from '../text.ts';
import { kindOf } from '../staff.ts';
import type { Tone } from '../tone.ts';
import { cut } from '../width.ts';
import type { ListPanel } from './list.ts';

export const recordPanel: ListPanel = { columns, cells, detail, title };

function title(scene: Scene): string {
  const { marks } = scene.ui;
  return marks.length === 0 ? '' : words(scene).scribe.marked(marks.length);
}

function columns(scene: Scene, width: number): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.number, width: 6, align: 'right' },
    { head: c.time, width: 11 },
    { head: '', width: 3 },
    ...(width >= 100 ? [{ head: c.who, width: 18 }] : []),
    { head: c.event },
  ];
}

const ALARMS = new Set(['obligation.overdue', 'task.overdue', 'clock.missed', 'input.refused']);
const STEERING = new Set(['exercise', 'phase', 'hotwash', 'decision']);

export function toneOf(row: RecordRow): Tone {
  const type = row.event?.type ?? '';
  if (ALARMS.has(type)) return 'alarm';
  return STEERING.has(type.split('.')[0] ?? '') ? 'strong' : 'plain';
}

/** Which of exercise control did it, before the sentence that says what. */
export function doer({ by }: RecordRow): string {
  return by.type === 'facilitator' && by.name !== '' ? `${by.name}: ` : '';
}

/** Who it came from: a role by its name, the engine, or control. */
export function sayBy(by: By, names: Names): string {
  const w = catalogue(names.lang);
  switch (by.type) {
    case 'engine':
      return w.engine;
    case 'facilitator':
      return by.name === '' ? w.facilitator : by.name;
    case 'role':
      return names.role(by.role);
    default:
      return by satisfies never;
  }
}

/** With what a facilitator is now, where that one is still there. */
function fullyBy(scene: Scene, by: By, names: Names): string {
  const row = by.type === 'facilitator' ? scene.view.staff?.[by.name] : undefined;
  return row ? `${row.id}, ${kindOf(scene, row)}` : sayBy(by, names);
}

function cells(scene: Scene, ref: Ref, width: number): readonly Span[] {
  const row = scene.view.record?.[ref.id];
  if (!row?.event) return [];
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    span(String(row.seq), 'dim'),
    span(formatExerciseTime(row.at, true), 'dim'),
    marksOf(scene, row.seq),
    ...(width >= 100 ? [span(sayBy(row.by, names), 'dim')] : []),
    span(
      withCorrections(
        scene,
        row.seq,
        (width >= 100 ? '' : doer(row)) + sentence(row.event, names),
        width,
      ),
      toneOf(row),
    ),
  ];
}

/** The entry as it stands, and beside it, where there is room for both, what it is corrected to. */
function withCorrections(scene: Scene, seq: number, said: string, width: number): string {
  const corrections = correctionsTo(scene, seq);
  return corrections === '' ? said : cut(said, Math.floor(width * 0.35)) + corrections;
}

/** `2026-09-18T00:10:07.123Z` → `2026-09-18 00:10:07 UTC`. */
const wallTime = (iso: string): string => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const row = scene.view.record?.[ref.id];
  if (!row?.event) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const { event } = row;
  const backdated = late(scene, { ...event, at: row.at });
  const evidence = 'evidence' in event ? (event.evidence ?? []) : [];
  const refused = row.event.type === 'input.refused' ? scene.view.record?.[row.seq - 1] : undefined;
  return [
    ...paragraph(sentence(row.event, names), width, 'strong'),
    ...(backdated === undefined ? [] : [[span(`(${backdated})`, 'warn')]]),
    ...noteLines(scene, row.seq, width),
    ...evidence.flatMap((seq, i) =>
      labelled(i === 0 ? w.scribe.evidence : '', entryText(scene, seq), width),
    ),
    ...(event.type === 'record.noted'
      ? labelled(w.columns.about, entryText(scene, event.entry), width)
      : []),
    ...labelled(w.by, fullyBy(scene, row.by, names), width),
    ...labelled(w.wall, wallTime(row.wall), width),
    ...labelled(w.columns.event, `${row.event.type} · ${row.seq}`, width),
    ...(refused?.input ? labelled(w.refused, refused.input.type, width, 'alarm') : []),
  ];
}
