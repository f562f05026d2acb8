/**
 * Text letter by letter: each shape and its width is looked up once for a document. The library
 * shapes every word anew, which costs far more than all else on a page and changes nothing of a
 * plain letter but its kerning. Knows: how letters stand in a PDF. Does not know: lines.
 */
import type { Measure } from '../paper/widths.ts';
import type { Piece } from './face.ts';

export type Letters = {
  readonly measure: Measure;
  /** Writes on the current page. Points from its upper left corner to the start of the base line. */
  readonly write: (piece: Piece, x: number, base: number) => void;
};

/** Letters that stand for themselves: no marks to be set over others, no joining, one direction. */
const PLAIN = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2000-\u2bff]*$/;

/** A shape's number in the embedded letters, as a string of a page, and its width where the size is 1. */
type Shape = { readonly code: string; readonly width: number };
type Face = { readonly shapes: Map<string, Shape>; readonly widths: Map<string, number> };

export function lettersIn(doc: PDFKit.PDFDocument): Letters {
  const faces: { readonly [F in Piece['font']]: Face } = { regular: blank(), bold: blank() };
  return {
    measure: (text, font, size) => widthIn(doc, faces[font], text, font) * size,
    write: (piece, x, base) => {
      if (PLAIN.test(piece.text)) writePlain(doc, faces[piece.font], piece, x, base);
      else writeShaped(doc, piece, x, base);
    },
  };
}

const blank = (): Face => ({ shapes: new Map(), widths: new Map() });

/** Widths are kept: the same words come again and again. */
function widthIn(doc: PDFKit.PDFDocument, face: Face, text: string, font: Piece['font']): number {
  const known = face.widths.get(text);
  if (known !== undefined) return known;
  let width = 0;
  if (PLAIN.test(text)) for (const letter of text) width += shapeOf(doc, face, letter, font).width;
  else width = doc.font(font).fontSize(1).widthOfString(text);
  face.widths.set(text, width);
  return width;
}

function shapeOf(
  doc: PDFKit.PDFDocument,
  { shapes }: Face,
  letter: string,
  font: Piece['font'],
): Shape {
  const known = shapes.get(letter);
  if (known) return known;
  const { font: file, subset, scale, widths, unicode } = doc.font(font)._font;
  const point = letter.codePointAt(0) ?? 0;
  const glyph = file.glyphForCodePoint(point);
  const number = subset.includeGlyph(glyph.id);
  widths[number] ??= glyph.advanceWidth * scale;
  unicode[number] ??= [point];
  const shape = { code: twoBytes(number), width: (glyph.advanceWidth * scale) / 1000 };
  shapes.set(letter, shape);
  return shape;
}

/** As a page's strings have it: a character a byte, those escaped that would end or change it. */
const twoBytes = (number: number): string =>
  String.fromCharCode(number >> 8, number & 0xff).replace(/[()\\\r]/g, (byte) =>
    byte === '\r' ? '\\r' : `\\${byte}`,
  );

/** The page is drawn from its upper left corner: the letters are turned upright again. */
function writePlain(
  doc: PDFKit.PDFDocument,
  face: Face,
  { text, font, size, colour }: Piece,
  x: number,
  base: number,
): void {
  let codes = '';
  for (const letter of text) codes += shapeOf(doc, face, letter, font).code;
  const place = `${rounded(x)} ${rounded(base)}`;
  doc.addContent(
    `BT ${inks(colour)} rg /${idOn(doc, font)} ${rounded(size)} Tf 1 0 0 -1 ${place} Tm (${codes}) Tj ET`,
  );
}

/** What the page calls the letters, which it then has. */
function idOn(doc: PDFKit.PDFDocument, font: Piece['font']): string {
  const chosen = doc.font(font)._font;
  const known = doc.page.fonts as Record<string, PDFKit.PDFKitReference>;
  known[chosen.id] ??= chosen.ref();
  return chosen.id;
}

function writeShaped(doc: PDFKit.PDFDocument, piece: Piece, x: number, base: number): void {
  doc
    .font(piece.font)
    .fontSize(piece.size)
    .fillColor(piece.colour)
    .text(piece.text, x, base, { lineBreak: false, baseline: 'alphabetic' });
}

const INKS = new Map<string, string>();

/** `#8c1414` → `0.549 0.078 0.078`, as a page has it; colours have six digits here. */
export function inks(colour: string): string {
  const known = INKS.get(colour);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const made = parts.map((part) => part.toFixed(3)).join(' ');
  INKS.set(colour, made);
  return made;
}

/** To a thousandth of a point: what is finer nobody sees. */
export const rounded = (points: number): number => Math.round(points * 1000) / 1000;
