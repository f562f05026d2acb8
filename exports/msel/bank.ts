/**
 * The bank as rows of a sheet, in the scenario's order. Knows: which of the drejebog's columns say
 * something of a prepared text. Does not know: how cells are made harmless.
 */
import type { Scenario } from '../../engine/scenario/schema.ts';
import { say, type Lang } from '../../engine/scenario/text.ts';
import { joinIds } from './cell.ts';
import { COLUMNS, type ColumnId } from './column.ts';
import { senderCells, textCells, type Cells, type Table } from './table.ts';

type Source = NonNullable<Scenario['bank']>[string];

/** In every sheet, whether or not some row fills them. */
const ALWAYS: readonly ColumnId[] = ['id', 'title', 'from_role', 'to_roles', 'channel'];

export function bankTable({ bank = {} }: Scenario, lang: Lang): Table {
  const rows = Object.entries(bank).map(([id, row]) => cellsOf(id, row, lang));
  const columns = COLUMNS.filter(
    ({ id }) => ALWAYS.includes(id) || rows.some((cells) => (cells[id] ?? '') !== ''),
  );
  return { columns, rows: rows.map((cells) => columns.map(({ id }) => cells[id] ?? '')) };
}

function cellsOf(id: string, source: Source, lang: Lang): Cells {
  return {
    id,
    title: say(source.title, lang),
    ...(typeof source.title === 'string' ? {} : textCells('title', source.title)),
    ...textCells('content', source.body),
    ...(source.notes === undefined ? {} : textCells('notes', source.notes)),
    ...senderCells(source.from),
    to_roles: joinIds(source.to),
    channel: source.channel,
    facts_carried: joinIds(source.facts),
  };
}
