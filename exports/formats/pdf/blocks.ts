/**
 * Blocks on pages, each with its tag. Knows: blocks. Does not know: the report around them.
 */
import type { Block, Card, Line } from '../block.ts';
import {
  clean,
  type Runs,
  badgeRuns,
  codeLines,
  lineRuns,
  proseLines,
  textRuns,
} from '../paper/runs.ts';
import {
  type Desk,
  type Element,
  MARGIN,
  artifact,
  bottomOf,
  element,
  makeRoom,
  rule,
  turnPage,
  widthOf,
  writeLines,
} from './desk.ts';
import { ACCENT, BAND, LINE, SIZES, type Set, lineHeight, setLines } from './face.ts';
import { writeFigure, writeLanes, writeStrips } from './figure.ts';
import { chartSvg } from '../charts/draw.ts';
import { writeTable } from './table.ts';

/** A heading does not stand alone at the foot of a page. */
const FOLLOWS = 54;
/** Nor does one whose cards begin on the next. */
const OPENS = 112;
const INDENT = 14;

export function writeBlock(desk: Desk, into: Element, block: Block): void {
  switch (block.type) {
    case 'para':
      writeText(desk, into, 'P', textRuns(block, desk.anchors));
      break;
    case 'note':
      writeNote(desk, into, block.text);
      break;
    case 'heading':
      makeRoom(desk, OPENS);
      writeHeading(desk, into, block.text, 'H3');
      break;
    case 'list':
      writeList(desk, into, block.items, block.ordered ?? false);
      break;
    case 'pairs':
      writePairs(desk, into, block.rows);
      break;
    case 'tiles':
      writeTiles(desk, into, block.tiles);
      break;
    case 'table':
      writeTable(desk, into, block);
      break;
    case 'cards':
      for (const card of block.cards) writeCard(desk, into, card);
      break;
    case 'lanes':
      writeLanes(desk, into, block.lanes);
      break;
    case 'strips':
      writeStrips(desk, into, block.strips);
      break;
    case 'code':
      for (const text of codeLines(block.text)) writeText(desk, into, 'Code', [{ text }], CODE);
      break;
    case 'prose':
      for (const line of proseLines(block.text)) writeText(desk, into, 'P', [{ text: line }]);
      break;
    case 'drawing':
      writeFigure(desk, into, { svg: block.svg, alt: block.text, caption: block.title });
      break;
    case 'chart':
      writeChart(desk, into, block);
      break;
    default:
      block satisfies never;
  }
}

type ChartBlock = Extract<Block, { readonly type: 'chart' }>;

function writeChart(desk: Desk, into: Element, { chart, table }: ChartBlock): void {
  const svg = chartSvg(chart, desk.lang);
  writeFigure(desk, into, { svg, alt: chart.text, caption: chart.title });
  writeTable(desk, into, table);
}

type Place = {
  readonly x?: number;
  readonly width?: number;
  readonly size?: number;
  readonly after?: number;
};

/** Lines that belong together stand together. */
const CODE: Place = { size: SIZES.table, after: 0 };

/** Text that may go on over the page's end, a line at a time. */
export function writeText(
  desk: Desk,
  into: Element,
  type: string,
  runs: Runs,
  place: Place = {},
): void {
  const { size = SIZES.body, x = MARGIN.side, after = 5 } = place;
  const lines = setLines(runs, size, place.width ?? widthOf(desk), desk.measure);
  const paragraph = element(desk, into, type);
  writeDown(desk, paragraph, type, lines, x, size);
  paragraph.end();
  desk.y += after;
}

function writeDown(
  desk: Desk,
  into: Element,
  type: string,
  lines: readonly Set[],
  x: number,
  size: number,
): void {
  const height = lineHeight(size);
  let rest = lines;
  while (rest.length > 0) {
    const fit = Math.floor((bottomOf(desk) - desk.y) / height);
    // No line alone at the foot of a page, nor at the head of the next.
    const alone = fit < rest.length && (fit < 2 || rest.length - fit < 2);
    const some = Math.min(
      rest.length,
      alone ? Math.max(0, rest.length - fit < 2 ? fit - 1 : 0) : fit,
    );
    writeLines(desk, into, type, rest.slice(0, some), { x, y: desk.y, size });
    desk.y += some * height;
    rest = rest.slice(some);
    if (rest.length > 0) turnPage(desk);
  }
}

export function writeHeading(desk: Desk, into: Element, text: string, level: 'H2' | 'H3'): void {
  const size = level === 'H2' ? SIZES.section : SIZES.heading;
  makeRoom(desk, lineHeight(size) + FOLLOWS);
  if (desk.y > MARGIN.top) desk.y += level === 'H2' ? 16 : 8;
  const lines = setLines([{ text: clean(text), bold: true }], size, widthOf(desk), desk.measure);
  const coloured =
    level === 'H2'
      ? lines.map((line) => line.map((piece) => ({ ...piece, colour: ACCENT })))
      : lines;
  const heading = element(desk, into, level);
  writeDown(desk, heading, level, coloured, MARGIN.side, size);
  heading.end();
  desk.y += level === 'H2' ? 6 : 4;
}

function writeNote(desk: Desk, into: Element, text: string): void {
  const [x, width] = [MARGIN.side + 9, widthOf(desk) - 9];
  const lines = setLines([{ text: clean(text), soft: true }], SIZES.body, width, desk.measure);
  const height = lines.length * lineHeight(SIZES.body);
  makeRoom(desk, height);
  const { y } = desk;
  artifact(desk, () => desk.doc.rect(MARGIN.side, y, 2.2, height).fill(LINE));
  writeText(desk, into, 'P', [{ text: clean(text), soft: true }], { x, width, after: 8 });
}

function writeList(desk: Desk, into: Element, items: readonly Line[], ordered: boolean): void {
  const list = element(desk, into, 'L');
  for (const [i, item] of items.entries()) {
    const runs = lineRuns(item, desk.anchors);
    const label = ordered ? `${i + 1}.` : '•';
    writeItem(desk, list, [{ text: label }], runs, INDENT);
  }
  list.end();
  desk.y += 4;
}

/** A label and its text beside it: a point, or a term and what is said of it. */
function writeItem(desk: Desk, list: Element, label: Runs, body: Runs, indent: number): void {
  const size = SIZES.body;
  const room = widthOf(desk) - indent;
  const named = setLines(label, size, indent - 6, desk.measure);
  const lines = setLines(body, size, room, desk.measure);
  makeRoom(desk, Math.min(Math.max(named.length, lines.length), 4) * lineHeight(size));
  const item = element(desk, list, 'LI');
  if (named.length > 0) {
    const lbl = element(desk, item, 'Lbl');
    writeLines(desk, lbl, 'Lbl', named, { x: MARGIN.side, y: desk.y, size });
    lbl.end();
  }
  const [{ doc }, from] = [desk, desk.y];
  const { page } = doc;
  const said = element(desk, item, 'LBody');
  writeDown(desk, said, 'LBody', lines, MARGIN.side + indent, size);
  said.end();
  item.end();
  const tall = from + named.length * lineHeight(size);
  desk.y = (doc.page === page ? Math.max(desk.y, tall) : desk.y) + 3;
}

const TERM = 118;

/** Rows with the same heading are one term with several descriptions. */
export function writePairs(
  desk: Desk,
  into: Element,
  rows: readonly (Line & { readonly lead: string })[],
): void {
  const list = element(desk, into, 'L');
  for (const [i, row] of rows.entries()) {
    const again = rows[i - 1]?.lead === row.lead;
    const term: Runs = again ? [] : [{ text: clean(row.lead), bold: true, soft: true }];
    writeItem(desk, list, term, textRuns(row, desk.anchors), TERM);
  }
  list.end();
  desk.y += 5;
}

const TILE = 44;

function writeTiles(
  desk: Desk,
  into: Element,
  tiles: Extract<Block, { readonly type: 'tiles' }>['tiles'],
): void {
  const across = Math.min(tiles.length, desk.y > 0 && widthOf(desk) > 600 ? 6 : 4);
  const width = widthOf(desk) / Math.max(1, across);
  const list = element(desk, into, 'L');
  for (const [i, { value, label }] of tiles.entries()) {
    if (i % across === 0) {
      if (i > 0) desk.y += TILE + 6;
      makeRoom(desk, TILE);
    }
    const [x, { y }] = [MARGIN.side + (i % across) * width, desk];
    artifact(desk, () => desk.doc.rect(x, y, width - 6, TILE).fill(BAND));
    const item = element(desk, list, 'LI');
    const body = element(desk, item, 'LBody');
    const big = setLines([{ text: clean(value), bold: true }], 13, width - 18, desk.measure).slice(
      0,
      1,
    );
    const small = setLines(
      [{ text: clean(label), soft: true }],
      7.6,
      width - 18,
      desk.measure,
    ).slice(0, 2);
    writeLines(desk, body, 'LBody', big, { x: x + 6, y: y + 4, size: 13 });
    writeLines(desk, body, 'LBody', small, { x: x + 6, y: y + 22, size: 7.6 });
    body.end();
    item.end();
  }
  list.end();
  desk.y += TILE + 10;
}

function writeCard(desk: Desk, into: Element, card: Card): void {
  makeRoom(desk, FOLLOWS + 46);
  if (desk.y > MARGIN.top) {
    const y = desk.y + 5;
    artifact(desk, () => rule(desk, [MARGIN.side, y], [MARGIN.side + widthOf(desk), y], LINE, 0.8));
    desk.y += 4;
  }
  desk.doc.addNamedDestination(card.id, 'XYZ', MARGIN.side, desk.y, null);
  const part = element(desk, into, 'Sect');
  writeHeading(desk, part, card.title, 'H3');
  if (card.badges.length > 0) writeText(desk, part, 'P', badgeRuns(card.badges));
  for (const block of card.blocks) writeBlock(desk, part, block);
  part.end();
}
