/**
 * One row of a sheet by its columns' meaning, and what is made of it. Knows: cells as text, the form
 * of an inject as its planner would write it. Does not know: whose sheet it is.
 */
import { ROWS } from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { SECOND } from '../../engine/scenario/time.ts';
import { exactTime } from './cell.ts';
import type { ColumnId } from './column.ts';
import { fold } from './directory.ts';
import { faultOf, type FaultCode, type FaultParams, type SheetFault } from './fault.ts';
import type { Mapped } from './header.ts';
import { columnName, type Cell } from './workbook.ts';
import { wrap } from './wrap.ts';

/** An inject in the planners' own words: what the YAML will say. */
export type Draft = Readonly<Record<string, unknown>>;
export type Taken = {
  readonly type: 'inject';
  /** From 1. */
  readonly row: number;
  readonly id: string;
  readonly draft: Draft;
  /** What was understood, for people to look through. */
  readonly shown: {
    readonly time: string;
    readonly title: string;
    readonly to: string;
    readonly channel: string;
  };
  /** Cells that no field takes: header and text. */
  readonly left: readonly (readonly [header: string, text: string])[];
  readonly faults: readonly SheetFault[];
};

export type RowReader = {
  readonly row: number;
  readonly cell: (field: ColumnId) => Cell;
  readonly fault: (
    code: FaultCode,
    field: ColumnId | undefined,
    params?: FaultParams,
  ) => SheetFault;
};

export function rowReader(
  sheet: string,
  row: number,
  cells: readonly Cell[],
  columns: ReadonlyMap<ColumnId, Mapped>,
): RowReader {
  return {
    row,
    cell: (field) => cells[columns.get(field)?.index ?? -1] ?? null,
    fault: (code, field, params = {}) => {
      const column = field === undefined ? undefined : columns.get(field);
      return faultOf(
        code,
        { sheet, row, ...(column === undefined ? {} : { column: columnLabel(column) }) },
        params,
      );
    },
  };
}

export function columnLabel({ index, header }: Mapped): string {
  const name = columnName(index);
  return header === '' ? name : `${name} (${header.replace(/\s+/g, ' ').slice(0, 40)})`;
}

export function textOf(cell: Cell): string {
  switch (cell?.type) {
    case undefined:
      return '';
    case 'text':
      return cell.text;
    case 'number':
    case 'boolean':
      return String(cell.value);
    case 'duration':
      return exactTime(cell.ms);
    case 'clock':
      return exactTime(Math.round(cell.ms / SECOND) * SECOND).replace('T+', '');
    case 'date':
      return String(cell.ms);
    default:
      return cell satisfies never;
  }
}

/** A text of the scenario as its file must have it: read back, it is the same again. */
export function written(text: string): string {
  return wrap(text.replace(PARAMETER, '$$$&'));
}

/** What the language would fill in, were it not written with a second sign. */
const PARAMETER = /\$\{[^{}$]{0,100}\}/g;

/** What the schema does not take, by the column that it came from. */
export function refusals(draft: Draft, { fault }: RowReader): readonly SheetFault[] {
  const parsed = ROWS.injects.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.slice(0, 5).map(({ path, message }) => {
    const key = String(path[0] ?? '');
    const at = path.map(String).join('.');
    return fault('value-refused', COLUMN_OF[key], { where: at, why: message });
  });
}

const COLUMN_OF: Readonly<Record<string, ColumnId>> = {
  each: 'each',
  at: 'planned_exercise_time',
  after: 'trigger_condition',
  when: 'trigger_condition',
  manual: 'trigger',
  phase: 'phase',
  from: 'from_role',
  to: 'to_roles',
  channel: 'channel',
  domain: 'domain',
  marking: 'tlp',
  title: 'title',
  body: 'content',
  facts: 'facts_carried',
  objectives: 'objective_ids',
  expect: 'expect',
  'if-not': 'contingency_if_not',
  services: 'services',
  files: 'attachments',
  notes: 'notes',
};

/** An id from a title: `Strømmen går i Nordby!` → `strommen-gar-i-nordby`. */
export function slug(text: string): string {
  const plain = fold(text.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'oe').replace(/å/g, 'aa'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return plain.slice(0, 40).replace(/-+$/, '');
}

/** `wanted`, or `wanted-2`, `wanted-3` … where it is taken. `next` remembers how far each has come. */
export function uniqueId(
  wanted: string,
  isTaken: (id: string) => boolean,
  next: Map<string, number>,
): string {
  for (;;) {
    const n = (next.get(wanted) ?? 0) + 1;
    next.set(wanted, n);
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/** The sender where a sheet names none. */
export const CONTROL: Readonly<Record<Lang, string>> = {
  da: 'Øvelsesledelsen',
  en: 'Exercise control',
};
