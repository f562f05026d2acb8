/** Across sectors and domains: first contacts, who was heard, what came of requests, how long it took. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Block, Cell, Line, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function coordinationSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.coordination.coordination;
  const { sectors, decisions, domains } = analysis.crossing;
  const head = { id: 'coordination', title: s.t.sections.coordination, intro: t.intro };
  if (analysis.edition) return { ...head, blocks: ownBlocks(analysis, s) };
  if (sectors.length < 2 && domains.length === 0) {
    return { ...head, blocks: [{ type: 'note', text: t.none }] };
  }
  return {
    ...head,
    blocks: [
      { type: 'pairs', rows: figuresOf(analysis, s) },
      ...(sectors.length > 1 ? [sectorTable(analysis, s)] : []),
      ...(decisions.length > 0 ? [decisionTable(analysis, s)] : []),
      ...(domains.length > 0 ? domainBlocks(analysis, s) : []),
    ],
  };
}

function ownBlocks(analysis: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.audience.own.coordination;
  const { sectors, firstAcross, decisions } = analysis.crossing;
  const { first, firstOf, never } = { ...s.t.coordination.coordination, first: t.first };
  const other = sectors[0]?.other;
  const text =
    firstAcross === undefined
      ? never
      : firstOf(s.length(firstAcross)) +
        (other === undefined ? '' : t.with(sectorName(analysis, other, s)));
  return [
    { type: 'note', text: t.note },
    { type: 'pairs', rows: [{ lead: first, text, evidence: sectors[0]?.evidence ?? [] }] },
    ...(decisions.length > 0 ? [decisionTable(analysis, s)] : []),
  ];
}

function figuresOf(
  { crossing: c }: Analysis,
  s: Speaker,
): readonly (Line & { readonly lead: string })[] {
  const t = s.t.coordination.coordination;
  const affecting = c.decisions.filter((row) => row.affected.length > 0);
  const heard = affecting.filter((row) => row.heard.length === row.affected.length);
  const joint = c.decisions.filter((row) => row.organisations.length > 1);
  const count = (n: number, of: number): string => s.t.of(String(n), String(of));
  const { made, met, median, evidence } = c.requests;
  const length = (ms: number | undefined): string => (ms === undefined ? s.t.none : s.length(ms));
  return [
    {
      lead: t.first,
      text: c.firstAcross === undefined ? t.never : t.firstOf(length(c.firstAcross)),
    },
    ...(affecting.length > 0
      ? [{ lead: t.consulted, text: count(heard.length, affecting.length) }]
      : []),
    ...(c.decisions.length > 0
      ? [{ lead: t.joint, text: count(joint.length, c.decisions.length) }]
      : []),
    ...(made > 0
      ? [
          {
            lead: t.requests,
            text: t.requestsOf(String(met), String(made), length(median)),
            evidence,
          },
        ]
      : []),
    ...(c.digitalToPhysical === undefined
      ? []
      : [{ lead: t.toPhysical, text: length(c.digitalToPhysical) }]),
    ...(c.physicalToDigital === undefined
      ? []
      : [{ lead: t.toDigital, text: length(c.physicalToDigital) }]),
  ];
}

/** A sector's own name, or the organisation's that stands for itself. */
function sectorName({ names }: Analysis, sector: string, s: Speaker): string {
  const alone = names.organisations.some(({ id }) => id === sector);
  return alone ? s.name('organisations', sector) : sector;
}

function sectorTable(analysis: Analysis, s: Speaker): Block {
  const t = s.t.coordination.coordination;
  return {
    type: 'table',
    caption: t.sectors,
    columns: [
      { title: t.sector },
      { title: t.roles, figure: true },
      { title: t.at, figure: true },
      { title: t.with },
    ],
    rows: analysis.crossing.sectors.map((row) => [
      { text: sectorName(analysis, row.sector, s) },
      { text: String(row.roles), figure: true },
      { text: row.firstAt === undefined ? t.never : s.time(row.firstAt), figure: true },
      {
        text: row.other === undefined ? s.t.none : sectorName(analysis, row.other, s),
        evidence: row.evidence,
      },
    ]),
  };
}

function decisionTable(analysis: Analysis, s: Speaker): Block {
  const t = s.t.coordination.coordination;
  const sectors = (ids: readonly string[]): string =>
    ids.length === 0 ? s.t.none : s.list(ids.map((id) => sectorName(analysis, id, s)));
  return {
    type: 'table',
    caption: t.decisions,
    columns: [
      { title: t.decision },
      { title: t.affected },
      { title: t.heard },
      { title: t.organisations },
    ],
    rows: analysis.crossing.decisions.map((row) => [
      { text: s.name('decisions', row.decision) },
      { text: sectors(row.affected) },
      { text: sectors(row.heard) },
      {
        text: s.list(row.organisations.map((id) => s.name('organisations', id))),
        ...(row.organisations.length < 2 && { sub: t.alone }),
        evidence: row.evidence,
      },
    ]),
  };
}

function domainBlocks({ crossing }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.coordination.coordination;
  const time = (at: number | undefined): Cell => ({
    text: at === undefined ? s.t.none : s.time(at),
    figure: true,
  });
  return [
    { type: 'heading', text: t.domains },
    { type: 'para', text: t.domainsText },
    {
      type: 'table',
      caption: t.domains,
      quiet: true,
      columns: [
        { title: t.fact },
        { title: t.for },
        { title: t.known, figure: true },
        { title: t.crossed, figure: true },
        { title: t.acted, figure: true },
        { title: t.lag, figure: true },
      ],
      rows: crossing.domains.map((row) => [
        { text: s.name('facts', row.fact), sub: t.ways[row.from] },
        {
          text:
            row.task === undefined
              ? s.name('decisions', row.decision ?? '')
              : s.name('tasks', row.task),
          sub: s.roles(row.actors),
          evidence: row.evidence,
        },
        time(row.knownAt),
        time(row.crossedAt),
        time(row.actedAt),
        {
          text: row.lag === undefined ? s.t.none : s.length(row.lag),
          sub: t.window(s.length(row.window)),
          figure: true,
        },
      ]),
    },
  ];
}
