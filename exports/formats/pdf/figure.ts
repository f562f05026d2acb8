/**
 * Drawings on a page, with the words that say what they show. Knows: SVG, its size, its alternative
 * text. Does not know: what is drawn.
 */
import type { Lanes } from '../lanes.ts';
import { clean } from '../paper/runs.ts';
import { stripChart, type Strips } from '../strips.ts';
import { styleFor } from '../style.ts';
import { key, swimlane } from '../swimlane.ts';
import {
  type Desk,
  type Element,
  MARGIN,
  artifact,
  bottomOf,
  element,
  makeRoom,
  roomOf,
  widthOf,
  writeLines,
} from './desk.ts';
import { SIZES, SOFT, lineHeight, setLines } from './face.ts';
import { drawSvg } from './drawing.ts';
import { looksIn } from './looks.ts';

/** The drawings' own look, as it is on paper. */
const looks = looksIn(styleFor('', 'TLP:CLEAR', { bars: true, charts: true, interactive: false }));
const GAP = 6;
const KEY = 9;
const ENOUGH = 0.6;

type Figure = {
  readonly svg: string;
  readonly alt: string;
  readonly caption: string;
  readonly legend?: Lanes['legend'];
};

export function writeLanes(desk: Desk, into: Element, lanes: Lanes): void {
  const { description: alt, note: caption, legend } = lanes;
  writeFigure(desk, into, { svg: swimlane(lanes), alt, caption, legend });
}

export function writeStrips(desk: Desk, into: Element, strips: Strips): void {
  const { description: alt, note: caption } = strips;
  writeFigure(desk, into, { svg: stripChart(strips), alt, caption });
}

export function writeFigure(desk: Desk, into: Element, figure: Figure): void {
  const { width, height } = sizeOf(desk, figure);
  const caption = setLines(
    [{ text: clean(figure.caption), soft: true }],
    SIZES.table,
    widthOf(desk),
    desk.measure,
  );
  const below = caption.length * lineHeight(SIZES.table) + (figure.legend ? 2 * KEY + GAP : 0);
  makeRoom(desk, height + below + 2 * GAP);
  const { doc, y } = desk;
  const bbox: [number, number, number, number] = [MARGIN.side, y, MARGIN.side + width, y + height];
  const drawn = element(desk, into, 'Figure', { alt: clean(figure.alt), bbox });
  drawn.add(doc.markStructureContent('Figure'));
  drawSvg(desk, figure.svg, looks, { x: MARGIN.side, y, width, height });
  doc.endMarkedContent();
  drawn.end();
  desk.y += height + GAP;
  if (figure.legend) artifact(desk, () => writeKeys(desk, figure.legend ?? []));
  const words = element(desk, into, 'P');
  writeLines(desk, words, 'P', caption, { x: MARGIN.side, y: desk.y, size: SIZES.table });
  words.end();
  desk.y += caption.length * lineHeight(SIZES.table) + GAP;
}

/** As wide as the page, and no taller than it holds with its caption. */
function sizeOf(
  desk: Desk,
  { svg, legend }: Figure,
): { readonly width: number; readonly height: number } {
  const [, , wide = 1, tall = 1] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(/[ ,]+/)
    .map(Number);
  const left = bottomOf(desk) - desk.y;
  // Rather a little smaller below its heading than alone on the next page.
  const room = left > ENOUGH * roomOf(desk) ? left : roomOf(desk);
  const most = room - 44 - (legend ? 2 * KEY + GAP : 0);
  const scale = Math.min(widthOf(desk) / wide, most / tall, 1.2);
  return { width: wide * scale, height: tall * scale };
}

/** The alternative text says what the shapes are about; this is for those who see them. */
function writeKeys(desk: Desk, legend: Lanes['legend']): void {
  let x: number = MARGIN.side;
  for (const { mark, label } of legend) {
    const text = clean(label);
    const width = desk.measure(text, 'regular', SIZES.table);
    if (x + width + KEY + 4 > MARGIN.side + widthOf(desk)) {
      x = MARGIN.side;
      desk.y += KEY + 3;
    }
    drawSvg(desk, key(mark), looks, { x, y: desk.y, width: KEY, height: KEY });
    const piece = { text, width, font: 'regular', size: SIZES.table, colour: SOFT } as const;
    desk.write(piece, x + KEY + 3, desk.y + KEY - 1.5);
    x += KEY + 3 + width + 12;
  }
  desk.y += KEY + GAP;
}
