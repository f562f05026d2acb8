/**
 * What was entered later than it was, and what was added beside an entry.
 * Knows: how both are said. Does not know: which panel says it.
 */
import type { NoteRow } from '../engine/exercise/rows.ts';
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import { labelled, span } from './layout.ts';
import { namesOf } from './names.ts';
import { notesAt } from './rows.ts';
import { words, type Line, type Scene, type Span } from './scene.ts';
import { sentence } from './sentences.ts';

export const MARKS = { bookmark: '⚑', correction: '✎', handled: '–', marked: '■' } as const;

type Dated = { readonly at: Ms; readonly happened?: Ms };

/** »indført T+01:35, skete T+01:20«; nothing of what was entered as it happened. */
export function late(scene: Scene, { at, happened }: Dated): string | undefined {
  if (happened === undefined) return undefined;
  return words(scene).scribe.late(formatExerciseTime(at), formatExerciseTime(happened));
}

/** The same where the entry's own time stands beside it. */
export function before(scene: Scene, { happened }: Partial<Dated>): string {
  if (happened === undefined) return '';
  return `(${words(scene).scribe.happened(formatExerciseTime(happened))}) `;
}

/** What an entry says, by its number where the console does not hold it any more. */
export function entryText(scene: Scene, seq: number): string {
  const row = scene.view.record?.[String(seq)];
  if (!row?.event) return words(scene).scribe.entry(seq);
  const names = namesOf(scene.view, scene.ui.lang);
  return `${seq} ${formatExerciseTime(row.at)} ${sentence(row.event, names)}`;
}

/** The symbols beside an entry: marked as evidence, bookmarked, corrected, in need of no answer. */
export function marksOf(scene: Scene, seq: number): Span {
  const kinds = notesAt(scene.view, seq).map(({ kind }) => kind);
  const has = (kind: NoteRow['kind']): string => (kinds.includes(kind) ? MARKS[kind] : '');
  const marked = scene.ui.marks.includes(String(seq)) ? MARKS.marked : '';
  return span(marked + has('bookmark') + has('correction') + has('handled'), 'info');
}

/** The corrections to an entry, as they stand beside it in a list. */
export function correctionsTo(scene: Scene, seq: number): string {
  const w = words(scene).scribe.note;
  return notesAt(scene.view, seq)
    .filter(({ kind }) => kind === 'correction')
    .map(({ kind, text }) => `  ${MARKS[kind]} ${w[kind]}: ${text}`)
    .join('');
}

/** All that was added beside an entry, and by whom. */
export function noteLines(scene: Scene, seq: number, width: number): readonly Line[] {
  const w = words(scene).scribe.note;
  return notesAt(scene.view, seq).flatMap(({ kind, text, at, by }) =>
    labelled(
      `${MARKS[kind]} ${w[kind]}`,
      `${text} (${by}, ${formatExerciseTime(at)})`,
      width,
      'info',
    ),
  );
}
