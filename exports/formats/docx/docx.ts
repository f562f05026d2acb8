/**
 * The report as a Word document that several people write in together.
 * Knows: the document as a whole. Does not know: where it is kept.
 */
import {
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
} from 'docx';
import { catalogue } from '../../text.ts';
import type { Block, Report } from '../block.ts';
import { html } from '../escape.ts';
import { APART, type Paper, type Sheet, paperOf } from '../paper/paper.ts';
import { clean } from '../paper/runs.ts';
import { rewritten } from './archive.ts';
import { blockMarkup, line, type Page } from './blocks.ts';
import { footerOf, framed, frontParts, headerOf } from './frame.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { renumbered } from './stamp.ts';
import { numbering, stylesIn } from './styles.ts';

const BODY = 'word/document.xml';
/** A4 in twips, and what is left white around the text. */
const A4 = { short: 11_906, long: 16_838 } as const;
const MARGIN = { side: 1_000, top: 1_250, bottom: 1_050, edge: 560 } as const;

/** `moment`: when the document counts as made, ISO 8601: of the exercise, lest two runs differ. */
export async function renderDocx(report: Report, moment: string): Promise<Uint8Array> {
  const paper = paperOf(report, false);
  const gaps = gapsOf();
  const document = new Document({
    title: titleOf(report),
    creator: 'Beredt',
    styles: stylesIn(report.lang),
    features: { updateFields: true },
    numbering,
    sections: sectionsOf(paper, gaps),
  });
  const core = { path: 'docProps/core.xml', data: coreOf(report, moment) };
  const skeleton = new Uint8Array(await Packer.toBuffer(document, undefined, [core]));
  return rewritten(skeleton, BODY, (xml) => gaps.filled(framed(renumbered(xml))));
}

const titleOf = ({ stamp, marking, kicker, title }: Report): string =>
  clean(`${stamp} ${marking} – ${kicker}: ${title}`);

/** The library would write the time of day. */
function coreOf(report: Report, moment: string): string {
  const when = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(moment)?.[0] ?? '1980-01-01T00:00:00';
  const words = catalogue(report.lang).documents.keywords;
  const stamp = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${html(titleOf(report))}</dc:title><dc:subject>${html(clean(report.subtitle))}</dc:subject>`,
    `<dc:creator>Beredt</dc:creator><cp:keywords>${html(words)}</cp:keywords>`,
    `<cp:lastModifiedBy>Beredt</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `${stamp('created')}${stamp('modified')}`,
    `<dc:language>${report.lang === 'da' ? 'da-DK' : 'en-GB'}</dc:language></cp:coreProperties>`,
  ].join('');
}

/** What stands on pages that lie alike is one section of Word's. */
type Group = { readonly sideways: boolean; readonly pieces: Piece[] };
/** A part of a sheet; the first has the sheet's heading above it. */
type Piece = { readonly sheet: Sheet; readonly blocks: readonly Block[]; readonly opens: boolean };

function groupsOf(sheets: readonly Sheet[]): readonly Group[] {
  const groups: Group[] = [{ sideways: false, pieces: [] }];
  for (const sheet of sheets) {
    for (const [i, { sideways, blocks }] of sheet.parts.entries()) {
      const piece = { sheet, blocks, opens: i === 0 };
      const last = groups.at(-1);
      if (last?.sideways === sideways) last.pieces.push(piece);
      else groups.push({ sideways, pieces: [piece] });
    }
  }
  return groups;
}

function sectionsOf({ report, sheets, anchors }: Paper, gaps: Gaps): readonly ISectionOptions[] {
  const groups = groupsOf(sheets);
  // The headings of the sheets have the first bookmarks: the table of contents leads to them.
  let marks = sheets.length;
  const mark = (): number => (marks += 1);
  return groups.map(({ sideways, pieces }, g) => {
    const width = (sideways ? A4.long : A4.short) - 2 * MARGIN.side;
    const page: Page = { anchors, width, mark, list: gaps.list };
    const front = g === 0 ? frontParts(report, page, gaps) : [];
    // After the front, and within a group, the main ones begin on a page of their own.
    const apart = (i: number): boolean =>
      (i > 0 || g === 0) && (g + i === 0 || APART.has(pieces[i]?.sheet.id ?? ''));
    const first = groups.findIndex((group) => group.sideways === sideways) === g;
    return {
      ...(first && { headers: { default: headerOf(report, width) } }),
      ...(first && { footers: { default: footerOf(report, width) } }),
      properties: { page: pageOf(sideways) },
      children: [
        ...front,
        ...pieces.flatMap((piece, i) => pieceParts(piece, page, gaps, apart(i))),
        ...(g === groups.length - 1 ? gaps.lists() : []),
      ],
    };
  });
}

function pageOf(sideways: boolean): NonNullable<ISectionOptions['properties']>['page'] & object {
  return {
    size: {
      width: A4.short,
      height: A4.long,
      orientation: sideways ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      left: MARGIN.side,
      right: MARGIN.side,
      top: MARGIN.top,
      bottom: MARGIN.bottom,
      header: MARGIN.edge,
      footer: MARGIN.edge,
    },
  };
}

/** The heading is the library's, which lists it in the table of contents. */
function pieceParts(
  { sheet: { number, title, intro }, blocks, opens }: Piece,
  page: Page,
  { gap }: Gaps,
  apart: boolean,
): readonly Paragraph[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...(apart && { pageBreakBefore: true }),
    text: clean(`${number} ${title}`),
  });
  const lead = opens && intro !== undefined ? line([{ text: clean(intro), soft: true }]) : '';
  const markup = blocks.reduce((xml, block) => xml + blockMarkup(block, page), lead);
  return [...(opens ? [heading] : []), ...(markup === '' ? [] : [gap(markup)])];
}
