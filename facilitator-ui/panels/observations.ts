/** Control's observations with ratings and evidence, its bookmarks and corrections, first impressions. */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { before, entryText, late, MARKS } from '../notes.ts';
import { words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';

export const observationsPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.time, width: 11 },
    { head: c.rating, width: 6 },
    { head: c.note, share: 3 },
    { head: c.about, share: 2 },
  ];
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  const names = namesOf(scene.view, scene.ui.lang);
  if (ref.kind === 'answer') {
    const answer = scene.view.hotwash?.[ref.id];
    return [
      span(''),
      span(''),
      span(answer?.text ?? ''),
      span(answer ? `${names.role(answer.role)}: ${names.question(answer.question)}` : '', 'dim'),
    ];
  }
  if (ref.kind === 'note') {
    const note = scene.view.notes?.[ref.id];
    if (!note) return [];
    return [
      span(formatExerciseTime(note.at, true), 'dim'),
      span(MARKS[note.kind], 'info'),
      span(`${words(scene).scribe.note[note.kind]}: ${note.text}`),
      span(entryText(scene, note.entry), 'dim'),
    ];
  }
  const row = scene.view.observations?.[ref.id];
  if (!row) return [];
  return [
    span(formatExerciseTime(row.at, true), 'dim'),
    span(row.rating ?? '·', row.rating === 'U' || row.rating === 'M' ? 'warn' : 'plain'),
    span(before(scene, row) + row.text),
    span(row.about ? names.about(row.about) : '', 'dim'),
  ];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  if (ref.kind === 'answer') {
    const answer = scene.view.hotwash?.[ref.id];
    if (!answer) return [];
    return [
      [span(w.answer, 'dim')],
      ...paragraph(names.question(answer.question), width, 'strong'),
      ...labelled(names.role(answer.role), answer.text, width),
    ];
  }
  if (ref.kind === 'note') {
    const note = scene.view.notes?.[ref.id];
    if (!note) return [];
    return [
      [span(`${MARKS[note.kind]} ${w.scribe.note[note.kind]}`, 'dim')],
      ...paragraph(note.text, width, 'strong'),
      ...labelled(w.columns.about, entryText(scene, note.entry), width),
      ...labelled(w.by, `${note.by} ${formatExerciseTime(note.at)}`, width),
    ];
  }
  const row = scene.view.observations?.[ref.id];
  if (!row) return [];
  const backdated = late(scene, row);
  return [
    ...paragraph(row.text, width, 'strong'),
    ...(backdated === undefined ? [] : [[span(`(${backdated})`, 'warn')]]),
    ...(row.rating ? labelled(w.columns.rating, w.rating[row.rating], width) : []),
    ...(row.about ? labelled(w.columns.about, names.about(row.about), width) : []),
    ...(row.evidence ?? []).flatMap((seq, i) =>
      labelled(i === 0 ? w.scribe.evidence : '', entryText(scene, seq), width),
    ),
    ...labelled(w.by, row.by, width),
  ];
}
