/** The situation picture: how old its sections were, what stood in it, and whether it was shared. */
import type { Analysis } from '../../analysis/analysis.ts';
import { FEW_ANSWERS } from '../../analysis/finding.ts';
import type { Picture, SectionResult } from '../../analysis/picture.ts';
import type { ProbeResult } from '../../analysis/probes.ts';
import { PICTURE_THRESHOLDS } from '../../analysis/rules/picture.ts';
import { ticks } from '../axis.ts';
import type { Block, Cell, Section, TableBlock } from '../block.ts';
import type { Bars } from '../charts/chart.ts';
import type { Speaker } from '../words.ts';
import { factNames } from './passing.ts';

export function pictureSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.passing.picture;
  const { picture, beliefs } = analysis;
  const words = analysis.edition && s.t.audience.own.picture;
  const own: readonly Block[] = picture.span
    ? [
        ...(words ? [{ type: 'note', text: words.note } as const] : []),
        { type: 'chart', chart: strip(analysis, picture.span, s), table: sectionTable(picture, s) },
        ...standing(picture, s),
      ]
    : [{ type: 'note', text: words?.none ?? t.none }];
  return {
    id: 'picture',
    title: t.title,
    ...(picture.span && { intro: t.intro }),
    blocks: [...own, ...divergence(beliefs.probes.probes, s)],
  };
}

const titleOf = ({ section }: Pick<SectionResult, 'section'>, s: Speaker): string =>
  capital(s.t.pictureSections[section]);
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function strip(
  { picture, exercise }: Analysis,
  span: NonNullable<Picture['span']>,
  s: Speaker,
): Bars {
  const t = s.t.passing.picture;
  const end = Math.max(exercise.end, span.to);
  const old = (span.to - span.from) * PICTURE_THRESHOLDS.stale;
  return {
    kind: 'bars',
    title: t.strip,
    text: t.stripText(s.list(picture.sections.map((row) => titleOf(row, s)))),
    end,
    ticks: ticks(end, 10).map((at) => ({ at, label: s.time(at) })),
    rows: picture.sections.map((row) => ({
      name: titleOf(row, s),
      under: s.length(row.staleness),
      parts: row.versions.map(({ at, until, version, role }) => ({
        from: at,
        to: until,
        tone: until - at >= old && old > 0 ? ('warn' as const) : ('calm' as const),
        label: `${t.version(String(version))}, ${s.name('roles', role)}`,
      })),
    })),
    legend: [
      { tone: 'calm', label: t.fresh },
      { tone: 'warn', label: t.old },
    ],
  };
}

function sectionTable({ sections }: Picture, s: Speaker): TableBlock {
  const t = s.t.passing.picture;
  const figures = [t.versions, t.staleness, t.sinceLast, t.longest, t.accuracy];
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: t.section },
      ...figures.map((title) => ({ title, figure: true })),
      { title: t.authors },
    ],
    rows: sections.map((row) => [
      { text: titleOf(row, s) },
      { text: String(row.versions.length), figure: true },
      { text: s.length(row.staleness), figure: true },
      { text: s.length(row.sinceLast), figure: true },
      { text: s.length(row.longest), figure: true },
      accuracyCell(row, s),
      {
        text: s.roles([...new Set(row.versions.map(({ role }) => role))]),
        evidence: row.evidence,
      },
    ]),
  };
}

function accuracyCell({ carried, right, versions }: SectionResult, s: Speaker): Cell {
  const t = s.t.passing.picture;
  if (carried === 0) return { text: s.t.none, figure: true };
  const wrong = [...new Set(versions.flatMap((row) => row.wrong))];
  const sure = [...new Set(versions.flatMap((row) => row.tooSure))];
  const lines = [
    ...(wrong.length > 0 ? [t.wrong(factNames(wrong, s))] : []),
    ...(sure.length > 0 ? [t.tooSure(factNames(sure, s))] : []),
  ];
  const text = s.t.of(String(right), String(carried));
  return { text, figure: true, ...(lines.length > 0 && { lines }) };
}

function standing(picture: Picture, s: Speaker): readonly Block[] {
  const t = s.t.passing.picture;
  const { never, completeness, silences } = picture;
  const names = s.list(never.map((section) => s.t.pictureSections[section]));
  return [
    ...(never.length > 0 ? [{ type: 'para', text: t.never(names) } as const] : []),
    ...(completeness && completeness.known > 0
      ? [
          {
            type: 'para',
            text: [
              t.complete(s.t.of(String(completeness.standing), String(completeness.known))),
              ...(completeness.missing.length > 0
                ? [t.missing(factNames(completeness.missing, s))]
                : []),
            ].join(' '),
          } as const,
        ]
      : []),
    ...(silences.length > 0 ? [silenceTable(picture, s)] : []),
  ];
}

function silenceTable({ silences }: Picture, s: Speaker): Block {
  const t = s.t.passing.picture;
  return {
    type: 'table',
    caption: t.silences,
    columns: [
      { title: t.from, figure: true },
      { title: t.length, figure: true },
      { title: t.learned },
    ],
    rows: silences.map((row) => [
      { text: s.time(row.from), figure: true },
      { text: s.length(row.to - row.from), figure: true },
      { text: factNames(row.facts, s), evidence: row.evidence },
    ]),
  };
}

function divergence(probes: readonly ProbeResult[], s: Speaker): readonly Block[] {
  const t = s.t.passing.picture;
  const rows = probes.filter((probe) => probe.divergence !== undefined);
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: t.divergence },
    {
      type: 'table',
      caption: t.divergence,
      quiet: true,
      columns: [
        { title: t.probe },
        { title: t.spread, figure: true },
        { title: t.commonest, figure: true },
      ],
      rows: rows.map((probe) => {
        const most = Math.max(...probe.options.map(({ roles }) => roles.length));
        const few = probe.answered < FEW_ANSWERS ? { sub: t.few } : {};
        return [
          { text: s.name('asked', probe.probe), sub: s.time(probe.askedAt) },
          { text: s.number(probe.divergence ?? 0, 1), figure: true, ...few },
          {
            text: s.t.of(String(most), String(probe.answered)),
            figure: true,
            evidence: probe.evidence,
          },
        ];
      }),
    },
    { type: 'note', text: t.divergenceNote },
  ];
}
