/**
 * The drejebog as a workbook. Knows: which cells are times, numbers, lists. Does not know: files. The
 * bank has a sheet of its own: it has no time and no number, and it is read, not read back.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { CHANNELS, DOMAINS, MARKINGS, type Scenario } from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { exactTime, neutralise } from './cell.ts';
import type { Column, ColumnId } from './column.ts';
import { bankTable } from './bank.ts';
import { mselTable, type Table, type Value } from './table.ts';
import { MSEL_WORDS } from './wording.ts';
import { isExact, LONGEST_CELL, writeWorkbook, type Cell, type SheetDraft } from './workbook.ts';

const CHOICES: { readonly [C in ColumnId]?: readonly string[] } = {
  channel: CHANNELS,
  tlp: MARKINGS,
  domain: DOMAINS,
};
/** The number, the id and the title stay in sight. */
const FROZEN = 3;
/** The id and the title. */
const FROZEN_BANK = 2;

/** The header row is in `lang`, and so are the cells that are only there to be read. */
export function renderMselXlsx(scenario: Scenario, plan: Plan, lang: Lang): Promise<Uint8Array> {
  const { sheet, bank } = MSEL_WORDS[lang];
  const prepared = bankTable(scenario, lang);
  return writeWorkbook([
    sheetOf(sheet, mselTable(scenario, plan, lang), FROZEN, lang),
    ...(prepared.rows.length > 0 ? [sheetOf(bank, prepared, FROZEN_BANK, lang)] : []),
  ]);
}

function sheetOf(name: string, { columns, rows }: Table, frozen: number, lang: Lang): SheetDraft {
  const { headers } = MSEL_WORDS[lang];
  return {
    name,
    frozen,
    columns: columns.map(({ id, width }) => {
      const choices = CHOICES[id];
      return { header: headers[id], width, ...(choices ? { choices } : {}) };
    }),
    rows: rows.map((row) => row.map((value, c) => cellOf(value, columns[c]))),
  };
}

function cellOf(value: Value, column: Column | undefined): Cell {
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value !== 'string') {
    const { at } = value;
    return isExact(at) ? { type: 'duration', ms: at } : { type: 'text', text: exactTime(at) };
  }
  if (value === '') return null;
  const text = neutralise(value);
  // Only what is not read back may be cut to what a cell can hold.
  const cut = column?.use === 'derived' && text.length > LONGEST_CELL;
  return { type: 'text', text: cut ? `${text.slice(0, LONGEST_CELL - 1)}…` : text };
}
