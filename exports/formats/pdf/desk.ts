/**
 * The sheet that is being written on: how far down it is, when the next begins, and which element of
 * the structure is written into. Knows: pages and tags. Does not know: blocks.
 */
import type { Lang } from '../../../engine/scenario/text.ts';
import type { Anchors } from '../paper/runs.ts';
import { type Piece, type Set, lineHeight } from './face.ts';
import { inks, type Letters, rounded } from './letters.ts';

export type Element = PDFKit.PDFStructureElement;
export type Desk = Letters & {
  readonly doc: PDFKit.PDFDocument;
  readonly anchors: Anchors;
  readonly lang: Lang;
  /** What evidence is called, for those who hear a link read out. */
  readonly evidence: string;
  y: number;
  sideways: boolean;
};

/** A4 in points, and what is left white around the text. */
const LONG = 841.89;
const SHORT = 595.28;
export const MARGIN = { top: 58, bottom: 50, side: 44 } as const;

export const widthOf = ({ sideways }: Desk): number => (sideways ? LONG : SHORT) - 2 * MARGIN.side;
const heightOf = ({ sideways }: Desk): number => (sideways ? SHORT : LONG);
export const bottomOf = (desk: Desk): number => heightOf(desk) - MARGIN.bottom;
/** How much a fresh sheet holds. */
export const roomOf = (desk: Desk): number => bottomOf(desk) - MARGIN.top;

export function turnPage(desk: Desk, sideways = desk.sideways): void {
  desk.sideways = sideways;
  desk.doc.addPage({ size: 'A4', layout: sideways ? 'landscape' : 'portrait', margin: 0 });
  desk.y = MARGIN.top;
}

/** Begins a new sheet unless so much still fits on this one. */
export function makeRoom(desk: Desk, height: number): void {
  if (desk.y > MARGIN.top && desk.y + height > bottomOf(desk)) turnPage(desk);
}

export function element(
  { doc }: Desk,
  parent: Element,
  type: string,
  options: PDFKit.Mixins.StructureElementOptions = {},
): Element {
  const made = doc.struct(type, options);
  parent.add(made);
  return made;
}

/** What is on the page for the eye alone: rules, bands, repeated headings. */
export function artifact(
  { doc }: Desk,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** Writes lines from `y` down, all on this page; what leads somewhere becomes a link. */
export function writeLines(
  desk: Desk,
  into: Element,
  type: string,
  lines: readonly Set[],
  at: { readonly x: number; readonly y: number; readonly size: number; readonly right?: number },
): void {
  let open = false;
  const close = (): void => {
    if (open) desk.doc.endMarkedContent();
    open = false;
  };
  for (const [i, line] of lines.entries()) {
    const base = at.y + i * lineHeight(at.size) + at.size * 0.95;
    const wide = line.reduce((sum, { width }) => sum + width, 0);
    let x = at.right === undefined ? at.x : at.right - wide;
    for (const piece of line) {
      if (piece.link !== undefined) {
        close();
        writeLink(desk, into, piece, piece.link, x, base);
      } else {
        if (!open) into.add(desk.doc.markStructureContent(type));
        open = true;
        desk.write(piece, x, base);
      }
      x += piece.width;
    }
  }
  close();
}

function writeLink(
  desk: Desk,
  into: Element,
  piece: Piece,
  entry: number,
  x: number,
  base: number,
): void {
  const link = element(desk, into, 'Link');
  link.add(desk.doc.markStructureContent('Link'));
  desk.write(piece, x, base);
  desk.doc.endMarkedContent();
  leadTo(
    desk,
    { x, y: base - piece.size, width: piece.width, height: piece.size * 1.2 },
    {
      structParent: link,
      Dest: `e${entry}`,
      said: `${desk.evidence} ${piece.text}`,
    },
  );
  link.end();
}

/** Where one clicks, and what is read out instead of the place it leads to. */
export function leadTo(
  { doc }: Desk,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { said, ...to }: { readonly structParent: Element; readonly Dest: string; readonly said: string },
): void {
  // The library takes a wrapped string for text and a bare one for a name.
  const Contents = Object(said) as string;
  doc.annotate(at.x, at.y, at.width, at.height, { Subtype: 'Link', Contents, ...to });
}

/** A straight line, for the eye alone: it stands within an artifact. */
export function rule(
  { doc }: Desk,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  thick: number,
): void {
  doc.addContent(`${inks(colour)} RG ${thick} w ${placed(from)} m ${placed(to)} l S`);
}

const placed = ([x, y]: readonly [number, number]): string => `${rounded(x)} ${rounded(y)}`;
