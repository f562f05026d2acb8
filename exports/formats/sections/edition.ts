/** Whom a version is for, and the public version's figures: totals alone, small ones left out. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Edition, PublicFigure } from '../../audience/edition.ts';
import type { Block, Cell, Report, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

type PublicEdition = Extract<Edition, { readonly for: 'public' }>;

/** One line that says which version it is. */
export function editionText({ edition }: Pick<Analysis, 'edition'>, s: Speaker): string {
  const t = s.t.audience;
  if (!edition) return t.control;
  return edition.for === 'public'
    ? t.public(String(edition.k))
    : t.organisation(s.name('organisations', edition.organisation));
}

/** Printed with the exercise's own banner on every page; nothing for control's. */
export function editionBanner({ edition }: Pick<Analysis, 'edition'>, s: Speaker): string {
  const t = s.t.audience;
  if (!edition) return '';
  const short =
    edition.for === 'public'
      ? t.publicShort
      : t.organisationShort(s.name('organisations', edition.organisation));
  return ` · ${short}`;
}

/** What a reader of the version must know of it. */
export function editionFacts(analysis: Analysis, s: Speaker): Report['facts'] {
  const { edition } = analysis;
  const t = s.t.audience;
  return [
    { lead: t.label, text: editionText(analysis, s) },
    ...(edition?.for === 'organisation' ? [{ lead: t.label, text: t.freeText }] : []),
    ...(edition?.for === 'public' ? [{ lead: t.releaseLabel, text: t.release }] : []),
  ];
}

export function publicSection(edition: PublicEdition, s: Speaker): Section {
  const t = s.t.audience;
  const { figures } = edition;
  const shown = figures.filter(isShown);
  const table = (caption: string, first: string, rows: readonly (readonly Cell[])[]): Block => ({
    type: 'table',
    caption,
    columns: [{ title: first }, { title: t.value, figure: true }],
    rows,
  });
  const findings = figures.filter(({ measure }) => measure === 'finding');
  const rest = figures.filter(({ measure }) => measure !== 'finding');
  const left = rest.length - rest.filter(isShown).length;
  return {
    id: 'figures',
    title: t.figures,
    blocks: [
      table(
        t.figures,
        t.measure,
        rest.map((row) => [
          { text: t.measures[row.measure] },
          { text: figureText(row, edition, s), figure: true },
        ]),
      ),
      ...(left > 0
        ? [{ type: 'note', text: t.suppressedNote(String(left), String(rest.length)) } as const]
        : []),
      ...(findings.length > 0 && shown.length > 0
        ? [
            table(
              t.findings,
              t.measures.finding,
              findings.map((row) => [
                row.code ? { text: t.codes[row.code], sub: row.code } : { text: '' },
                { text: figureText(row, edition, s), figure: true },
              ]),
            ),
          ]
        : []),
    ],
  };
}

const isShown = (row: PublicFigure): boolean => row.count !== undefined || row.value !== undefined;

export function figureText(row: PublicFigure, { k }: PublicEdition, s: Speaker): string {
  if (row.count !== undefined) {
    return row.of === undefined ? String(row.count) : s.t.of(String(row.count), String(row.of));
  }
  if (row.value === undefined) return s.t.audience.suppressed(String(k));
  return row.measure === 'latency' ? s.length(row.value) : s.number(row.value, 2);
}
