/**
 * One sheet, column by column: what is text stays text, times are times, lengths are minutes.
 * Knows: cells. Does not know: the analysis.
 */
import { MINUTE, type Ms } from '../../../engine/scenario/time.ts';
import { exactTime, neutralise } from '../../msel/cell.ts';
import { type Cell, type SheetDraft, isExact, LONGEST_CELL } from '../../msel/workbook.ts';
import type { Evidence } from '../../analysis/history.ts';
import { clean } from '../paper/runs.ts';
import type { Speaker } from '../words.ts';

export type Column<T> = {
  readonly header: string;
  readonly width: number;
  readonly cell: (row: T) => Cell;
  readonly choices?: readonly string[];
};

/** Beyond this a sheet is slow to work in; the CSV and the JSON have no such limit. */
export const LONGEST_SHEET = 20_000;

export function sheetOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  s: Speaker,
  frozen = 2,
): SheetDraft {
  const shown = rows.slice(0, LONGEST_SHEET).map((row) => columns.map(({ cell }) => cell(row)));
  const cut = s.t.documents.cut(String(LONGEST_SHEET), String(rows.length));
  return {
    name,
    frozen,
    columns: columns.map(({ header, width, choices }) => ({
      header: clean(header),
      width,
      ...(choices && { choices }),
    })),
    rows: rows.length > LONGEST_SHEET ? [...shown, [words(cut)]] : shown,
  };
}

export function words(text: string | undefined): Cell {
  const safe = neutralise(clean(text ?? ''));
  if (safe === '') return null;
  const cut = safe.length > LONGEST_CELL;
  const kept = safe.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '');
  return { type: 'text', text: cut ? `${kept}…` : safe };
}

export function count(value: number | undefined): Cell {
  return value === undefined ? null : { type: 'number', value };
}

/** A moment of the exercise. */
export function time(at: Ms | undefined): Cell {
  if (at === undefined) return null;
  return isExact(at) ? { type: 'duration', ms: at } : words(exactTime(Math.round(at)));
}

/** A length, in minutes with one decimal; its heading says so. */
export function minutes(length: Ms | undefined): Cell {
  return length === undefined ? null : count(Math.round((length / MINUTE) * 10) / 10);
}
export const inMinutes = (header: string): string => `${header} (min)`;

export function yes(value: boolean | undefined, s: Speaker): Cell {
  return value === undefined
    ? null
    : words(value ? s.t.documents.answer.yes : s.t.documents.answer.no);
}

export const refs = (evidence: Evidence): Cell => words(evidence.map((n) => `#${n}`).join(' '));

/** Names on a line each. */
export const lines = (names: readonly string[]): Cell => words(names.join('; '));
