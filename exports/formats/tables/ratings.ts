/** Ratings as rows for programs, a row for each rating, with the draft beside an objective's. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Speaker } from '../words.ts';
import type { Table } from './services.ts';
import { type Row, refs, seconds } from './sheet.ts';

const NAMED = {
  objective: 'objectives',
  task: 'tasks',
  decision: 'decisions',
  role: 'roles',
} as const;

export function ratingTable({ evaluation }: Analysis, s: Speaker): Table {
  const c = s.t.ratingColumns;
  const measured = new Map(evaluation.measured.map((row) => [row.objective, row]));
  const rated = new Set(evaluation.ratings.map(({ subject }) => `${subject.kind} ${subject.id}`));
  const tail = (kind: string, id: string): Row => {
    const row = kind === 'objective' ? measured.get(id) : undefined;
    return [row?.draft, row?.good, row?.partial, row?.bad];
  };
  const rows = evaluation.ratings.flatMap(({ subject: { kind, id }, ratings }) =>
    ratings.map(({ by, rating, at, text, evidence }) => [
      kind,
      id,
      s.name(NAMED[kind], id),
      by,
      rating,
      seconds(at),
      ...tail(kind, id),
      text,
      refs(evidence),
    ]),
  );
  const unrated = evaluation.measured
    .filter(({ objective }) => !rated.has(`objective ${objective}`))
    .map(({ objective: id }) => [
      'objective',
      id,
      s.name('objectives', id),
      undefined,
      undefined,
      undefined,
      ...tail('objective', id),
      undefined,
      undefined,
    ]);
  const head = [c.kind, c.subjectId, c.subject, c.by, c.rating, c.at];
  return [
    [...head, c.draft, c.good, c.partial, c.bad, c.text, c.evidence],
    [...rows, ...unrated],
  ];
}
