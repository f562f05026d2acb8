/**
 * The front page with the marking, the contents with their pages, and what stands on every page.
 * Knows: the report's head. Does not know: its sections' content.
 */
import type { Marking } from '../../../engine/scenario/schema.ts';
import type { Report } from '../block.ts';
import { clean } from '../paper/runs.ts';
import { catalogue } from '../../text.ts';
import type { Sheet } from '../paper/paper.ts';
import { writePairs, writeText } from './blocks.ts';
import {
  type Desk,
  type Element,
  MARGIN,
  artifact,
  element,
  leadTo,
  rule,
  widthOf,
  writeLines,
} from './desk.ts';
import { ACCENT, INK, SIZES, SOFT, type Set, lineHeight, setLines } from './face.ts';

/** The colours that the TLP standard gives each marking, on black. */
const TLP: { readonly [M in Marking]: string } = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

export function writeFront(desk: Desk, into: Element, report: Report): void {
  const title = (text: string, size: number, type: string, colour: string): void => {
    const lines = setLines([{ text: clean(text), bold: true }], size, widthOf(desk), desk.measure);
    const heading = element(desk, into, type);
    const coloured = lines.map((line) => line.map((piece) => ({ ...piece, colour })));
    writeLines(desk, heading, type, coloured, { x: MARGIN.side, y: desk.y, size });
    heading.end();
    desk.y += lines.length * lineHeight(size) + 4;
  };
  desk.y += 46;
  title(report.kicker, 12, 'P', ACCENT);
  title(report.title, SIZES.title, 'H1', INK);
  writeText(desk, into, 'P', [{ text: clean(report.subtitle), soft: true }], {
    size: 12,
    after: 18,
  });
  const { y } = desk;
  artifact(desk, () => desk.doc.rect(MARGIN.side, y, widthOf(desk), 2).fill(ACCENT));
  desk.y += 14;
  writeBand(desk, into, report);
  writePairs(desk, into, report.facts);
  writeText(desk, into, 'P', [{ text: clean(report.foot), soft: true }], { size: SIZES.table });
}

function writeBand(desk: Desk, into: Element, { banner, marking }: Report): void {
  const { doc, y } = desk;
  artifact(desk, () => doc.rect(MARGIN.side, y, widthOf(desk), 26).fill('#000000'));
  const words = [
    [clean(banner), '#ffffff', MARGIN.side + 10],
    [marking, TLP[marking], undefined],
  ] as const;
  const line = element(desk, into, 'P');
  for (const [text, colour, x] of words) {
    const width = desk.measure(text, 'bold', 11);
    const piece = { text, width, font: 'bold', size: 11, colour } as const;
    line.add(doc.markStructureContent('P'));
    desk.write(piece, x ?? MARGIN.side + widthOf(desk) - width - 10, y + 17);
    doc.endMarkedContent();
  }
  line.end();
  desk.y += 40;
}

/** Room for the contents is kept; the pages are known only when the rest is written. */
export type Contents = { readonly element: Element; readonly page: number; readonly y: number };

export function reserveContents(desk: Desk, into: Element, report: Report, page: number): Contents {
  const heading = element(desk, into, 'H2');
  const lines = setLines(
    [{ text: clean(report.contents), bold: true }],
    SIZES.section,
    widthOf(desk),
    desk.measure,
  );
  writeLines(desk, heading, 'H2', lines, { x: MARGIN.side, y: desk.y, size: SIZES.section });
  heading.end();
  desk.y += lineHeight(SIZES.section) + 8;
  return { element: element(desk, into, 'TOC'), page, y: desk.y };
}

const ENTRY = 19;

export function writeContents(
  desk: Desk,
  contents: Contents,
  entries: readonly { readonly sheet: Sheet; readonly page: number }[],
): void {
  desk.doc.switchToPage(contents.page);
  for (const [i, { sheet, page }] of entries.entries()) {
    const [text, number] = [`${sheet.number}  ${clean(sheet.title)}`, String(page + 1)];
    const base = contents.y + i * ENTRY + SIZES.body;
    const right = MARGIN.side + 507;
    const item = element(desk, contents.element, 'TOCI');
    const link = element(desk, item, 'Reference');
    const inner = element(desk, link, 'Link');
    inner.add(desk.doc.markStructureContent('Link'));
    const piece = (words: string): Set[number] => ({
      text: words,
      width: desk.measure(words, 'regular', 10),
      font: 'regular',
      size: 10,
      colour: INK,
    });
    desk.write(piece(text), MARGIN.side, base);
    const end = piece(number);
    desk.write(end, right - end.width, base);
    desk.doc.endMarkedContent();
    leadTo(
      desk,
      { x: MARGIN.side, y: base - 11, width: 507, height: ENTRY - 3 },
      {
        structParent: inner,
        Dest: sectionName(sheet),
        said: clean(sheet.title),
      },
    );
    inner.end();
    link.end();
    item.end();
  }
  contents.element.end();
}

export const sectionName = ({ id }: Sheet): string => `section-${id}`;

/** Marking above and below, and the page's number, on every page. */
export function writeFrames(desk: Desk, report: Report, sideways: readonly boolean[]): void {
  const t = catalogue(report.lang).documents;
  for (const [i, lying] of sideways.entries()) {
    desk.doc.switchToPage(i);
    desk.sideways = lying;
    artifact(
      desk,
      () => writeFrame(desk, report, t.page(String(i + 1), String(sideways.length))),
      'Pagination',
    );
  }
}

function writeFrame(desk: Desk, report: Report, page: string): void {
  const { doc } = desk;
  const [left, right] = [MARGIN.side, MARGIN.side + widthOf(desk)];
  const put = (
    words: string,
    x: number | undefined,
    base: number,
    bold: boolean,
    colour: string,
  ): void => {
    const text = clean(words);
    const font = bold ? 'bold' : 'regular';
    const width = desk.measure(text, font, 8);
    desk.write({ text, width, font, size: 8, colour }, x ?? right - width, base);
  };
  const low = (desk.sideways ? 595.28 : 841.89) - 26;
  const box = desk.measure(report.marking, 'bold', 8) + 10;
  doc.rect(right - box, 22, box, 14).fill('#000000');
  put(report.banner, left, 32, true, INK);
  put(report.marking, right - box + 5, 32, true, TLP[report.marking]);
  rule(desk, [left, 42], [right, 42], SOFT, 0.6);
  const title = clean(report.title);
  const most = Math.floor((widthOf(desk) - 220) / 4.6);
  const short = title.length > most ? `${title.slice(0, most - 1)}…` : title;
  put(`${report.stamp} · ${report.marking} · ${short}`, left, low, false, SOFT);
  put(page, undefined, low, false, SOFT);
}
