/**
 * A table as a sheet: RFC 4180, with formulas made harmless. Knows: cells. Does not know: which
 * tables there are.
 */
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Evidence } from '../../analysis/history.ts';
import { csvCell } from '../escape.ts';
import type { Speaker } from '../words.ts';

type Value = string | number | boolean | undefined;
export type Row = readonly Value[];

export function sheet(s: Speaker, head: readonly string[], rows: readonly Row[]): string {
  const write = (row: Row): string => row.map((value) => field(value, s)).join(',');
  return [head.map(csvCell).join(','), ...rows.map(write)].map((line) => `${line}\r\n`).join('');
}

/** A figure of our own cannot be a formula; all else is text. */
function field(value: Value, s: Speaker): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? s.t.yes : s.t.no;
  return csvCell(value);
}

export const seconds = (ms: Ms | undefined): number | undefined =>
  ms === undefined ? undefined : Math.round(ms / 1000);
export const refs = (evidence: Evidence): string => evidence.map((n) => `#${n}`).join(' ');
