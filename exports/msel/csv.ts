/**
 * The drejebog as CSV, RFC 4180. Knows: separators and quotation marks. Does not know: byte order
 * marks and where files go (the caller does).
 */
import type { Plan } from '../../engine/plan/plan.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { exactTime, neutralise } from './cell.ts';
import { mselTable, type Value } from './table.ts';

/** Excel splits lines as its own language does; with the wrong mark, a cell's end begins a new one. */
const SEPARATORS: Readonly<Record<Lang, string>> = { da: ';', en: ',' };

/** The header row has the columns' names for programs: they are the same in every language. */
export function renderMselCsv(scenario: Scenario, plan: Plan, lang: Lang): string {
  const { columns, rows } = mselTable(scenario, plan, lang);
  const lines = [columns.map(({ id }) => id), ...rows.map((row) => row.map(write))];
  return lines.map((line) => `${line.map(quote).join(SEPARATORS[lang])}\r\n`).join('');
}

function write(value: Value): string {
  if (typeof value === 'string') return neutralise(value);
  return typeof value === 'number' ? String(value) : exactTime(value.at);
}

function quote(text: string): string {
  const plain = !/[",;\r\n\t]/.test(text) && text === text.trim();
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
