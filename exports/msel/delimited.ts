/**
 * CSV as sheets of text cells. Knows: encodings, separators, quotation marks (RFC 4180, and what
 * Excel makes of it). Does not know: what the cells mean.
 */
import { LIMITS, type Cell, type Refusal, type Sheet } from './workbook.ts';

export type DelimitedRefusal =
  | Extract<Refusal, 'too-many-rows' | 'too-many-columns' | 'too-much-text'>
  | 'csv-encoding'
  | 'csv-nul'
  | 'csv-quote-open'
  | 'csv-quote-stray';
export type Delimited =
  | { readonly sheet: Sheet }
  | { readonly refusal: DelimitedRefusal; readonly row?: number; readonly limit?: number };

const SEPARATORS = [';', ',', '\t'] as const;
/** How much of the file tells which mark separates its cells. */
const SAMPLE = 64 * 1024;

export function readDelimited(bytes: Uint8Array, name: string): Delimited {
  if (bytes.length > LIMITS.characters) {
    return { refusal: 'too-much-text', limit: LIMITS.characters };
  }
  const text = decode(bytes);
  if (text === undefined) return { refusal: 'csv-encoding' };
  if (text.includes('\0')) return { refusal: 'csv-nul' };
  const scanned = scan(text, separatorOf(text));
  if ('refusal' in scanned) return scanned;
  const rows = scanned.rows.map((row) =>
    row.map((cell): Cell => (cell === '' ? null : { type: 'text', text: cell })),
  );
  return { sheet: { name, hidden: false, rows } };
}

/** UTF-8, or UTF-16 that says so. Anything else would be read as other letters than were written. */
function decode(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : '';
  try {
    return new TextDecoder(wide || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The mark that most lines have most of, outside quotation marks. */
function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE).replace(/"(?:[^"]|"")*"/g, '');
  const told = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (told !== undefined && SEPARATORS.some((mark) => mark === told)) return told;
  const first = sample
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const count = (mark: string): number =>
    first.reduce((sum, line) => sum + Math.min(line.split(mark).length - 1, 100), 0);
  return SEPARATORS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

type Scanned =
  | { readonly rows: readonly (readonly string[])[] }
  | Extract<Delimited, { readonly refusal: unknown }>;

/** Cell by cell; nothing is looked at twice. */
function scan(text: string, separator: string): Scanned {
  const rows: string[][] = [];
  let row: string[] = [];
  const end = text.length;
  let at = /^sep=.\r?\n/.exec(text)?.[0].length ?? 0;
  const next = new RegExp(`[${separator}\\r\\n]`, 'g');
  while (at < end) {
    let cell: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { refusal: 'csv-quote-open', row: rows.length + 1 };
      ({ cell, at } = quoted);
      if (at < end && !`${separator}\r\n`.includes(text.charAt(at))) {
        return { refusal: 'csv-quote-stray', row: rows.length + 1 };
      }
    } else {
      next.lastIndex = at;
      const stop = next.exec(text)?.index ?? end;
      cell = text.slice(at, stop);
      at = stop;
    }
    row.push(cell);
    if (row.length > LIMITS.columns) {
      return { refusal: 'too-many-columns', row: rows.length + 1, limit: LIMITS.columns };
    }
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end is followed by an empty cell.
      if (at < end) continue;
    } else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    }
    rows.push(row);
    if (rows.length > LIMITS.rows) return { refusal: 'too-many-rows', limit: LIMITS.rows };
    row = [];
  }
  return { rows };
}

function readQuoted(text: string, from: number): { cell: string; at: number } | undefined {
  let at = from + 1;
  let cell = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') return { cell: cell.replace(/\r\n?/g, '\n'), at };
    cell += '"';
    at += 1;
  }
}
