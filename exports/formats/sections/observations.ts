/** What people noted: observations, bookmarks and corrections, first impressions. */
import type { Analysis } from '../../analysis/analysis.ts';
import { seenAt } from '../../analysis/evaluation/noted.ts';
import type { Block, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { aboutText } from './ratings.ts';

export function observationsSection(analysis: Analysis, s: Speaker): Section {
  const { observations, hotwash, evaluation, edition } = analysis;
  const none = edition ? s.t.audience.own.observations.none : s.t.observations.none;
  const nothing = observations.length + hotwash.length + evaluation.notes.length === 0;
  return {
    id: 'observations',
    title: s.t.sections.observations,
    blocks: [
      ...(observations.length > 0 ? [observationTable(analysis, s)] : []),
      ...(evaluation.notes.length > 0 ? [noteTable(analysis, s)] : []),
      ...(hotwash.length > 0 ? [hotwashTable(analysis, s)] : []),
      ...(nothing ? [{ type: 'note', text: none } as const] : []),
    ],
  };
}

function observationTable({ observations }: Analysis, s: Speaker): Block {
  const t = s.t.observations;
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: t.time, figure: true },
      { title: t.text },
      { title: t.about },
      { title: t.rating },
      { title: s.t.evaluation.by },
    ],
    rows: observations.map((row) => [
      { text: s.time(seenAt(row)), figure: true },
      { text: row.text, evidence: row.evidence },
      { text: aboutText(row.about, s) },
      { text: row.rating ? s.t.ratings[row.rating] : s.t.none },
      { text: row.by, ...(row.happened !== undefined && { sub: s.time(row.at) }) },
    ]),
  };
}

function noteTable({ evaluation }: Analysis, s: Speaker): Block {
  const t = s.t.evaluation;
  return {
    type: 'table',
    caption: t.notes,
    columns: [
      { title: s.t.observations.time, figure: true },
      { title: t.beside, figure: true },
      { title: s.t.observations.text },
      { title: t.by },
    ],
    rows: evaluation.notes.map((note) => [
      { text: s.time(note.at), figure: true },
      { text: `#${note.entry}`, figure: true },
      { text: note.text, sub: t.note[note.kind], evidence: note.evidence },
      { text: note.by },
    ]),
  };
}

function hotwashTable({ hotwash }: Analysis, s: Speaker): Block {
  const t = s.t.observations;
  return {
    type: 'table',
    caption: t.hotwash,
    columns: [{ title: t.hotwash }, { title: t.role }, { title: t.answer }],
    rows: hotwash.map((row) => [
      { text: s.name('questions', row.question) },
      { text: s.name('roles', row.role) },
      { text: row.text, evidence: row.evidence },
    ]),
  };
}
