/** The drejebog as a workbook. Knows: which cells are times, numbers, lists. Does not know: files. */
import type { Plan } from '../../engine/plan/plan.ts';
import { CHANNELS, DOMAINS, MARKINGS, type Scenario } from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { exactTime, neutralise } from './cell.ts';
import type { Column, ColumnId } from './column.ts';
import { mselTable, type Value } from './table.ts';
import { MSEL_WORDS } from './wording.ts';
import { isExact, LONGEST_CELL, writeWorkbook, type Cell } from './workbook.ts';

const CHOICES: { readonly [C in ColumnId]?: readonly string[] } = {
  channel: CHANNELS,
  tlp: MARKINGS,
  domain: DOMAINS,
};
/** The number, the id and the title stay in sight. */
const FROZEN = 3;

/** The header row is in `lang`, and so are the cells that are only there to be read. */
export function renderMselXlsx(scenario: Scenario, plan: Plan, lang: Lang): Promise<Uint8Array> {
  const { columns, rows } = mselTable(scenario, plan, lang);
  const { sheet, headers } = MSEL_WORDS[lang];
  return writeWorkbook([
    {
      name: sheet,
      frozen: FROZEN,
      columns: columns.map(({ id, width }) => {
        const choices = CHOICES[id];
        return { header: headers[id], width, ...(choices ? { choices } : {}) };
      }),
      rows: rows.map((row) => row.map((value, c) => cellOf(value, columns[c]))),
    },
  ]);
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
