/** Control's observations with their ratings, then the roles' first impressions. */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
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
  const row = scene.view.observations?.[ref.id];
  if (!row) return [];
  return [
    span(formatExerciseTime(row.at, true), 'dim'),
    span(row.rating ?? '·', row.rating === 'U' || row.rating === 'M' ? 'warn' : 'plain'),
    span(row.text),
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
  const row = scene.view.observations?.[ref.id];
  if (!row) return [];
  return [
    ...paragraph(row.text, width, 'strong'),
    ...(row.rating ? labelled(w.columns.rating, w.rating[row.rating], width) : []),
    ...(row.about ? labelled(w.columns.about, names.about(row.about), width) : []),
    ...labelled(w.by, row.by, width),
  ];
}
