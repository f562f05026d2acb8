/**
 * A text file's content: as text, and as a table when it simply is one. Knows: encodings, separators,
 * quotes. Does not know: how it is shown; no cell is ever more than text.
 */
import { plain } from './plain.ts';

export type Sheet = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Wider ones are read as text. */
const WIDEST = 30;

/** UTF-8; what cannot be that is what older spreadsheets write. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return plain(new TextDecoder('windows-1252').decode(bytes));
  }
}

/**
 * Undefined when it is not plainly a table: quotes that do not close, rows of different lengths,
 * one column only.
 */
export function readSheet(text: string): Sheet | undefined {
  for (const separator of [';', '\t', ',']) {
    const [header, ...rows] = readRows(text, separator) ?? [];
    if (!header || header.length < 2 || header.length > WIDEST || rows.length === 0) continue;
    if (rows.every((row) => row.length === header.length)) return { header, rows };
  }
  return undefined;
}

function readRows(text: string, separator: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readBare(text, at, separator);
    if (!cell) return undefined;
    row.push(cell.text);
    at = cell.end;
    const next = text[at];
    if (next === separator) {
      if (at + 1 < text.length) continue;
      row.push('');
    } else if (next !== '\n' && next !== undefined) return undefined;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

type Cell = { readonly text: string; readonly end: number };

function readBare(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { text: text.slice(from, end).trim(), end };
}

function readQuoted(text: string, from: number): Cell | undefined {
  const pieces: string[] = [];
  let start = from + 1;
  for (;;) {
    const end = text.indexOf('"', start);
    if (end < 0) return undefined;
    pieces.push(text.slice(start, end));
    if (text[end + 1] !== '"') return { text: pieces.join('"'), end: end + 1 };
    start = end + 2;
  }
}
