/**
 * What all charts are drawn with: text, hatching by tone, arrows, the frame with its name.
 * Knows: SVG. Every colour is written as an attribute, so that the picture stands alone (in a PDF),
 * with a class beside it, by which a page's style sheet sets its own. Does not know: any chart.
 */
import { html } from '../escape.ts';
import type { Tone } from '../tone.ts';

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** One decimal is finer than any screen shows. */
export const num = (value: number): number => Math.round(value * 10) / 10;

/** How many letters of a line stand before its last break: a space, or just after a hyphen or slash. */
function breakIn(letters: readonly string[], most: number): number {
  for (let at = Math.min(most, letters.length - 1); at > 0; at -= 1) {
    if (letters[at] === ' ' || /[-/]/.test(letters[at - 1] ?? '')) return at;
  }
  return 0;
}

/** What may not hang before an ellipsis. */
const HANGING = /[\s,;:.(»–/-]+$/u;

/**
 * Longer words end in an ellipsis, between two words where there is a place in the last two thirds;
 * the whole stands in the table, and in a tooltip.
 */
export function shorten(words: string, most: number): string {
  const letters = Array.from(words);
  if (letters.length <= most) return words;
  const room = Math.max(1, most - 1);
  const at = breakIn(letters, room);
  const kept = letters.slice(0, at < room / 3 ? room : at).join('');
  return `${kept.replace(HANGING, '') || kept}…`;
}

/**
 * Words on up to so many lines, broken between words; only a word longer than a line, and what the
 * last line has no room for, is cut as `shorten` cuts.
 */
export function wrapped(words: string, most: number, lines: number): readonly string[] {
  const letters = Array.from(words.trim());
  if (lines < 2 || letters.length <= most) return [shorten(letters.join(''), most)];
  const end = breakIn(letters, most) || breakAfter(letters, most);
  const rest = letters.slice(end).join('').trim();
  const line = shorten(letters.slice(0, end).join('').trim(), most);
  return rest === '' ? [line] : [line, ...wrapped(rest, most, lines - 1)];
}

/** Where a word that is longer than a line ends. */
function breakAfter(letters: readonly string[], most: number): number {
  const at = letters.findIndex((letter, i) => i >= most && /[\s/-]/.test(letter));
  return at < 0 ? letters.length : at + 1;
}

export const twoLines = (words: string, most: number): readonly string[] => wrapped(words, most, 2);

/** About how wide some words are at a size: no font can be asked here. */
export const widthOf = (words: string, size: number): number =>
  Array.from(words).length * size * 0.56;

const FAMILY = 'system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif';

/** The picture with its natural size, which a page may shrink. Its name and text are an attribute: no ids. */
export function frame(
  kind: string,
  { title, text }: { readonly title: string; readonly text: string },
  size: { readonly width: number; readonly height: number },
  parts: readonly string[],
): string {
  const name = text === '' ? html(title) : `${html(title)}. ${html(text)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart ${kind}" viewBox="0 0 ${num(size.width)} ${num(size.height)}" width="${num(size.width)}" height="${num(size.height)}" role="img" aria-label="${name}" font-family="${FAMILY}" font-size="12" fill="#18212c">`,
    ...parts.filter((part) => part !== ''),
    '</svg>',
  ].join('\n');
}

type Said = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
  readonly ink?: Ink;
  /** Cut after so many letters. */
  readonly most?: number;
  readonly turn?: number;
};
export type Ink = 'soft' | 'accent' | Tone;
const INKS: Readonly<Record<Ink, string>> = {
  soft: '#4d5968',
  accent: '#0b4a7d',
  bad: '#9b1c1c',
  warn: '#7a4a00',
  good: '#11603a',
  calm: '#3b4756',
};
const WASHES: Readonly<Record<Tone, string>> = {
  bad: '#fdeeee',
  warn: '#fff4df',
  good: '#11603a',
  calm: '#edf1f5',
};

export function words(said: string, x: number, y: number, how: Said = {}): string {
  const { size, bold, anchor, ink, most, turn } = how;
  const cut = most === undefined ? said : shorten(said, most);
  const attributes = [
    size === undefined ? '' : ` font-size="${size}"`,
    bold ? ' font-weight="600"' : '',
    anchor === undefined ? '' : ` text-anchor="${anchor}"`,
    ink === undefined ? '' : ` class="ink-${ink}" fill="${INKS[ink]}"`,
    turn === undefined ? '' : ` transform="rotate(${turn} ${num(x)} ${num(y)})"`,
  ].join('');
  const whole = cut === said ? '' : `<title>${html(said)}</title>`;
  return `<text x="${num(x)}" y="${num(y)}"${attributes}>${html(cut)}${whole}</text>`;
}

export const stroke = (ink: Ink | 'grid', width = 1, dash = ''): string => {
  const colour = ink === 'grid' ? '#d3dae2' : INKS[ink];
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `class="line-${ink}" stroke="${colour}" stroke-width="${width}" fill="none"${dashes}`;
};

export const filled = (ink: Ink): string => `class="ink-${ink}" fill="${INKS[ink]}"`;

/**
 * A box in a tone: full for good, empty for calm, striped one way for warn and both ways for bad,
 * so that the four are told apart without colour.
 */
export function toned(box: Box, tone: Tone): string {
  const { x, y, width, height } = box;
  const shape = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
  const edge = `class="tone-${tone}" fill="${WASHES[tone]}" stroke="${INKS[tone]}"`;
  const stripes =
    tone === 'warn' ? hatch(box, 1) : tone === 'bad' ? hatch(box, 1) + hatch(box, -1) : '';
  const lines =
    stripes === '' ? '' : `<path d="${stripes}" ${stroke(tone, tone === 'bad' ? 0.9 : 1.1)}/>`;
  return `<rect ${shape} ${edge}/>${lines}`;
}

const GAP = 7;
/** A box never has more stripes than this: a wide one has wider gaps. */
const STRIPES = 60;

/** Slanted lines inside a box, reckoned to its edges: a pattern would need an id. */
function hatch({ x, y, width, height }: Box, slope: 1 | -1): string {
  const gap = Math.max(GAP, (width + height) / STRIPES);
  const lines: string[] = [];
  for (let along = gap / 2; along < width + height; along += gap) {
    const from = Math.max(0, along - height);
    const to = Math.min(width, along);
    const [a, b] = [height - (along - from), height - (along - to)];
    const flip = (rise: number): number => num(y + (slope === 1 ? height - rise : rise));
    lines.push(`M${num(x + from)} ${flip(a)}L${num(x + to)} ${flip(b)}`);
  }
  return lines.join('');
}

/** A point of an arrow at (x, y), coming from a direction. */
export function arrow(x: number, y: number, angle: number, size: number): string {
  const wing = (turn: number): string =>
    `${num(x - size * Math.cos(angle + turn))} ${num(y - size * Math.sin(angle + turn))}`;
  return `M${num(x)} ${num(y)}L${wing(0.42)}L${wing(-0.42)}Z`;
}

export const tooltip = (said: string): string =>
  said === '' ? '' : `<title>${html(said)}</title>`;

/** Words on a ground of their own, so that they can be read over lines. */
export function plaque(said: string, x: number, y: number, how: Said = {}): string {
  const size = how.size ?? 12;
  const cut = how.most === undefined ? said : shorten(said, how.most);
  const width = widthOf(cut, size) + 8;
  const left =
    how.anchor === 'middle' ? x - width / 2 : how.anchor === 'end' ? x - width + 4 : x - 4;
  return `<rect class="ground" x="${num(left)}" y="${num(y - size)}" width="${num(width)}" height="${num(size * 1.4)}" rx="2" fill="#ffffff" fill-opacity="0.85"/>${words(said, x, y, how)}`;
}

/** Samples with their words, in a row that breaks where the width ends. */
export function key(
  rows: readonly { readonly sample: (x: number, y: number) => string; readonly label: string }[],
  x: number,
  y: number,
  width: number,
): { readonly drawn: string; readonly height: number } {
  let [left, top] = [x, y];
  const drawn = rows.map(({ sample, label }) => {
    const wide = 34 + widthOf(label, 12) + 20;
    if (left > x && left + wide > x + width) [left, top] = [x, top + 20];
    const item = sample(left, top) + words(label, left + 32, top + 4);
    left += wide;
    return item;
  });
  return { drawn: drawn.join(''), height: rows.length === 0 ? 0 : top - y + 20 };
}

/** Where something stops being drawn because there is too much: how much is left out. */
export const leftOut = (said: string, x: number, y: number): string =>
  words(said, x, y, { ink: 'soft' });
