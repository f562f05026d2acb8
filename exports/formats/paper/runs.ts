/**
 * What stands in a line of a printed document, piece by piece, cleaned of all that acts.
 * Knows: blocks. Does not know: PDF, or Word.
 */
import type { Evidence } from '../../analysis/history.ts';
import { type Badge, type Cell, type Letters, type Line, shown } from '../block.ts';
import { plain } from '../escape.ts';
import type { Tone } from '../tone.ts';

/** A stretch of text that looks the same. `link`: the entry whose row it leads to. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly small?: true;
  readonly soft?: true;
  readonly tone?: Tone;
  readonly link?: number;
};
export type Runs = readonly Run[];

/** So many entries are named at one place. */
export const REFERENCES = 6;

/** The entries that have a row of their own in the document. */
export type Anchors = ReadonlySet<number>;

/** Harmless text for a document: XML cannot hold these two characters either. */
export const clean = (text: string): string => plain(text).replace(/[\ufffe\uffff]/g, '');

export function lineRuns({ lead, text, evidence }: Line, anchors: Anchors): Runs {
  const start: Runs = lead === undefined ? [] : [{ text: `${clean(lead)}: `, bold: true }];
  return [...start, { text: clean(text) }, ...after(refRuns(evidence, anchors))];
}

/** The same without its lead, which stands in a column of its own. */
export function textRuns({ text, evidence }: Line, anchors: Anchors): Runs {
  return [{ text: clean(text) }, ...after(refRuns(evidence, anchors))];
}

const after = (runs: Runs): Runs => (runs.length === 0 ? [] : [GAP, ...runs]);

export function refRuns(evidence: Evidence | undefined, anchors: Anchors): Runs {
  if (!evidence || evidence.length === 0) return [];
  const { numbers, more } = shown(evidence, REFERENCES);
  const runs: Run[] = [];
  for (const n of numbers) {
    if (runs.length > 0) runs.push(GAP);
    const text = `#${n}`;
    runs.push({ text, small: true, soft: true, ...(anchors.has(n) && { link: n }) });
  }
  if (more > 0) runs.push({ text: ` +${more}`, small: true, soft: true });
  return runs;
}

const GAP: Run = { text: ' ', small: true };

export function badgeRuns(badges: readonly Badge[]): Runs {
  return badges.flatMap((badge, i): Runs => [
    ...(i === 0 ? [] : [{ text: ' · ', soft: true } as const]),
    badgeRun(badge),
  ]);
}

function badgeRun({ shape, label, tone }: Badge): Run {
  const words = clean(label);
  // Glued together, so that no line breaks between a shape and its word.
  return { text: shape === '' ? words : `${shape}\u00a0${words}`, bold: true, small: true, tone };
}

/** The lines of one cell, from top to bottom. */
export function cellRuns(cell: Cell, anchors: Anchors): readonly Runs[] {
  const { text, sub, lines = [], badges = [], evidence, letters } = cell;
  const refs = refRuns(evidence, anchors);
  const main: readonly Runs[] = letters
    ? letterRuns(letters)
    : text === ''
      ? []
      : [[{ text: clean(text) }]];
  const parts: readonly Runs[] = [
    ...main,
    ...lines.map((line): Runs => [{ text: clean(line) }]),
    ...badges.map((badge): Runs => [badgeRun(badge)]),
    ...(sub === undefined || sub === ''
      ? []
      : [[{ text: clean(sub), small: true, soft: true }] as const]),
  ];
  const last = parts.at(-1);
  if (refs.length === 0) return parts;
  return last && !letters ? [...parts.slice(0, -1), [...last, ...after(refs)]] : [...parts, refs];
}

const RINGS = { gap: ' ○', contention: ' ◎' } as const;

/** Planned above, observed below, and the marks by shape. */
function letterRuns({ planned, observed, drift, ring }: Letters): readonly Runs[] {
  const above = planned.length === 0 ? '–' : planned.join('');
  const below = observed === '-' ? '–' : (observed ?? '');
  const mark = `${drift ? ' ▲' : ''}${ring ? RINGS[ring] : ''}`;
  const tone = drift || ring ? ({ tone: ring === 'gap' ? 'bad' : 'warn' } as const) : {};
  return [[{ text: above, soft: true }], [{ text: `${below}${mark}` || ' ', bold: true, ...tone }]];
}

/** A planner's Markdown as lines: a document shows its text, not its marks. */
export function proseLines(text: string): readonly string[] {
  return plain(text, true)
    .split('\n')
    .map((line) =>
      line.replace(/^#{1,6}\s+|^\s*[-*+]\s+/, (mark) => (mark.includes('#') ? '' : '– ')),
    )
    .map((line) => line.replace(/\*\*|__|`/g, '').trim())
    .filter((line) => line !== '');
}

/** A program's text line by line: the space that a line begins with means something there. */
export function codeLines(text: string): readonly string[] {
  return text.split('\n').map((line) => {
    const rest = line.trimStart();
    return '\u00a0'.repeat(line.length - rest.length) + clean(rest);
  });
}
