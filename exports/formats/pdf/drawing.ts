/**
 * Our drawings on a page: the part of SVG that they are made of. Knows: elements, their looks, and
 * how a page is drawn on. Does not know: what a drawing shows, or where it stands in a document.
 */
import { unescaped } from '../escape.ts';
import { clean } from '../paper/runs.ts';
import type { Letters } from './letters.ts';
import { type Look, LOOKS, type Step } from './looks.ts';

/** Where on the page, in points, as large as fits without being distorted. */
export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Pen = { readonly doc: PDFKit.PDFDocument } & Letters;
export type Looks = (path: readonly Step[]) => Look;

type Attributes = Readonly<Record<string, string>>;
/** An element that is open: what its children take over from it, and whether it moved the page. */
type Open = {
  readonly step: Step;
  readonly given: Attributes;
  readonly look: Look;
  readonly moved: boolean;
};

const TOKEN = /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** Said for those who do not see it: on paper, the figure's own words do that. */
const SPOKEN = /<(title|desc)\b[^>]*>.*?<\/\1>/gs;

export function drawSvg(pen: Pen, svg: string, looks: Looks, frame: Frame): void {
  const { doc } = pen;
  const open: Open[] = [];
  doc.save();
  for (const [, end, tag = '', attributes = '', empty, text] of svg
    .replace(SPOKEN, '')
    .matchAll(TOKEN)) {
    if (text !== undefined) writeText(pen, text, open.at(-1));
    else if (end === '/') close(doc, open);
    else {
      open.push(opened(pen, tag, attributesOf(attributes), open, looks, frame));
      if (empty === '/') close(doc, open);
    }
  }
  while (open.length > 0) close(doc, open);
  doc.restore();
}

function close(doc: PDFKit.PDFDocument, open: Open[]): void {
  if (open.pop()?.moved) doc.restore();
}

const attributesOf = (source: string): Attributes =>
  Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
  );

function opened(
  { doc }: Pen,
  tag: string,
  given: Attributes,
  around: readonly Open[],
  looks: Looks,
  frame: Frame,
): Open {
  const step = { tag, classes: given['class']?.split(/\s+/) ?? [] };
  const look = lookOf(given, looks([...around.map((one) => one.step), step]), around.at(-1)?.look);
  if (look['display'] === 'none') return { step, given, look, moved: false };
  const { transform } = given;
  if (transform !== undefined) {
    doc.save();
    move(doc, transform);
  }
  if (tag === 'svg' && around.length === 0) fit(doc, given, frame);
  else if (outline(doc, tag, given)) paint(doc, look);
  return { step, given, look, moved: transform !== undefined };
}

/** What stands in the tag wins over the style sheet, and that over what the element around has. */
function lookOf(given: Attributes, styled: Look, above: Look = {}): Look {
  const own = Object.entries(given).filter(([name]) => LOOKS.has(name));
  const look: Record<string, string> = { ...above, ...styled, ...Object.fromEntries(own) };
  const hidden = above['display'] === 'none' || given['style']?.includes('display:none');
  if (hidden) look['display'] = 'none';
  if (look['font-size'] === 'inherit') look['font-size'] = above['font-size'] ?? '10';
  // A group that is faint makes faint what is in it.
  const opacity = given['opacity'] ?? styled['opacity'];
  look['opacity'] = String(number(opacity, 1) * number(above['opacity'], 1));
  return look;
}

function fit(doc: PDFKit.PDFDocument, { viewBox = '0 0 1 1' }: Attributes, frame: Frame): void {
  const [left = 0, top = 0, wide = 1, tall = 1] = numbers(viewBox);
  doc.translate(frame.x, frame.y);
  doc.scale(Math.min(frame.width / wide, frame.height / tall));
  doc.translate(-left, -top);
}

function move(doc: PDFKit.PDFDocument, transform: string): void {
  for (const [, how = '', values = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c] = numbers(values);
    if (how === 'translate') doc.translate(a, b ?? 0);
    if (how === 'scale') doc.scale(a, b ?? a);
    if (how === 'rotate') doc.rotate(a, { origin: [b ?? 0, c ?? 0] });
  }
}

/** Traces the shape; false where the element has none of its own. */
function outline(doc: PDFKit.PDFDocument, tag: string, given: Attributes): boolean {
  const at = (name: string): number => number(given[name], 0);
  switch (tag) {
    case 'rect':
      if (at('rx') > 0) doc.roundedRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      else doc.rect(at('x'), at('y'), at('width'), at('height'));
      return true;
    case 'circle':
      doc.circle(at('cx'), at('cy'), at('r'));
      return true;
    case 'ellipse':
      doc.ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
      return true;
    case 'line':
      doc.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2'));
      return true;
    case 'path':
      doc.path(given['d'] ?? '');
      return true;
    case 'polyline':
    case 'polygon':
      doc.path(`M${given['points'] ?? ''}${tag === 'polygon' ? 'Z' : ''}`);
      return true;
    default:
      return false;
  }
}

function paint(doc: PDFKit.PDFDocument, look: Look): void {
  const [fill, stroke] = [colourOf(look, 'fill', '#000000'), colourOf(look, 'stroke', 'none')];
  const whole = number(look['opacity'], 1);
  const filled = whole * number(look['fill-opacity'], 1);
  const stroked = whole * number(look['stroke-opacity'], 1);
  const faint = filled < 1 || stroked < 1;
  // What is traced is lost where the state is kept in between: opacity is set back by hand.
  if (faint) doc.fillOpacity(filled).strokeOpacity(stroked);
  if (stroke !== 'none') {
    doc.lineWidth(number(look['stroke-width'], 1));
    doc.addContent(`[${numbers(look['stroke-dasharray'] ?? '').join(' ')}] 0 d`);
  }
  if (fill !== 'none' && stroke !== 'none') doc.fillAndStroke(fill, stroke);
  else if (fill !== 'none') doc.fill(fill);
  else if (stroke !== 'none') doc.stroke(stroke);
  else doc.addContent('n');
  if (faint) doc.fillOpacity(1).strokeOpacity(1);
}

function colourOf(look: Look, name: 'fill' | 'stroke', otherwise: string): string {
  const colour = look[name] ?? otherwise;
  const named = colour === 'currentColor' ? (look['color'] ?? '#000000') : colour;
  return /^#[\da-f]{3}$/i.test(named) ? named.replace(/[\da-f]/gi, '$&$&') : named;
}

/** A line of letters, upright where the drawing is. */
function writeText(pen: Pen, source: string, element: Open | undefined): void {
  if (element?.step.tag !== 'text' || element.look['display'] === 'none') return;
  const { look, given } = element;
  const size = number(look['font-size'], 10);
  const heavy = look['font-weight'] === 'bold' || number(look['font-weight'], 400) >= 600;
  const font = heavy ? 'bold' : 'regular';
  const text = clean(unescaped(source));
  const width = pen.measure(text, font, size);
  const shift = { middle: width / 2, end: width }[look['text-anchor'] ?? ''] ?? 0;
  const colour = colourOf(look, 'fill', '#000000');
  pen.write(
    { text, font, size, width, colour },
    number(given['x'], 0) - shift,
    number(given['y'], 0),
  );
}

function number(source: string | undefined, otherwise: number): number {
  const value = Number.parseFloat(source ?? '');
  return Number.isNaN(value) ? otherwise : value;
}

const numbers = (source: string): readonly number[] =>
  source
    .split(/[ ,]+/)
    .map(Number.parseFloat)
    .filter((value) => !Number.isNaN(value));
