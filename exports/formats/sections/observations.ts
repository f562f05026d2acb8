/** What people noted: objectives with ratings, observations, first impressions. */
import type { About } from '../../../engine/exercise/entry.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Block, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function observationsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.observations;
  const { names, observations, hotwash } = analysis;
  const nothing = observations.length + hotwash.length === 0;
  return {
    id: 'observations',
    title: s.t.sections.observations,
    blocks: [
      ...(names.objectives.length > 0 ? objectives(analysis, s) : []),
      ...(observations.length > 0 ? [observationTable(analysis, s)] : []),
      ...(hotwash.length > 0 ? [hotwashTable(analysis, s)] : []),
      ...(nothing ? [{ type: 'note', text: t.none } as const] : []),
    ],
  };
}

function objectives({ names, observations }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.observations;
  return [
    {
      type: 'table',
      caption: t.objectives,
      columns: [{ title: t.objective }, { title: t.capability }, { title: t.ratings }],
      rows: names.objectives.map((objective) => {
        const rated = observations.filter(
          (o) => o.rating !== undefined && o.about?.objective === objective.id,
        );
        const words = rated.map((o) => (o.rating ? s.t.ratings[o.rating] : ''));
        return [
          { text: s.text(objective.name) },
          { text: s.t.capabilities[objective.capability] },
          {
            text: words.length === 0 ? t.unrated : words.join('; '),
            evidence: rated.flatMap((o) => o.evidence),
          },
        ];
      }),
    },
    { type: 'note', text: t.human },
  ];
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
    ],
    rows: observations.map((row) => [
      { text: s.time(row.at), figure: true },
      { text: row.text, evidence: row.evidence },
      { text: aboutText(row.about, s) },
      { text: row.rating ? s.t.ratings[row.rating] : s.t.none },
    ]),
  };
}

function aboutText(about: About | undefined, s: Speaker): string {
  const { task, decision, inject, role, objective } = about ?? {};
  const words = [
    task !== undefined && s.name('tasks', task),
    decision !== undefined && s.name('decisions', decision),
    inject !== undefined && s.item(inject),
    role !== undefined && s.name('roles', role),
    objective !== undefined && s.name('objectives', objective),
  ].filter((word) => word !== false);
  return words.length === 0 ? s.t.none : words.join('; ');
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
