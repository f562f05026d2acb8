/**
 * Workbooks as sheets of typed cells, whichever library reads and writes them. Knows: hucre, what a
 * workbook may hold at most. Does not know: what the cells mean.
 */
import {
  EncryptedFileError,
  readXlsx,
  writeXlsx,
  type Cell as HucreCell,
  type CellStyle,
  type CellValue,
  type Sheet as HucreSheet,
  type WorkbookProperties,
} from 'hucre';
import { DAY, MINUTE, type Ms } from '../../engine/scenario/time.ts';
import { inspect } from './zip.ts';

/** `clock`: a time of day; `duration`: a length; `date`: ms since 1970, in the sheet's own zone. */
export type Cell =
  | null
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'clock' | 'duration' | 'date'; readonly ms: Ms };
export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
};
export type SheetDraft = {
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    /** The words that may stand in it, offered as a list. */
    readonly choices?: readonly string[];
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight when one scrolls. */
  readonly frozen: number;
};

export type Refusal =
  | 'not-a-workbook'
  | 'workbook-encrypted'
  | 'workbook-too-large'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-much-text';
export type Read =
  | { readonly sheets: readonly Sheet[] }
  | { readonly refusal: Refusal; readonly sheet?: string; readonly limit?: number };

/** More than any drejebog, little enough to be held twice over. */
export const LIMITS = {
  bytes: 32 * 1024 * 1024,
  unpacked: 128 * 1024 * 1024,
  sheets: 50,
  rows: 20_000,
  columns: 256,
  characters: 32 * 1024 * 1024,
} as const;

/** What a spreadsheet can hold in one cell. */
export const LONGEST_CELL = 32_767;
/** From here on the calendar that spreadsheets share counts a day that never was. */
const LAST_EXACT_DAY = 59 * DAY;
const EPOCH = -25_568 * DAY;
const EPOCH_LATER = -25_569 * DAY;

/** Never throws: whatever the bytes are, the answer is sheets or a reason. */
export async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > LIMITS.bytes) return { refusal: 'workbook-too-large', limit: LIMITS.bytes };
  const packed = inspect(bytes);
  if (packed === 'encrypted') return { refusal: 'workbook-encrypted' };
  if (packed === 'no-zip') return { refusal: 'not-a-workbook' };
  if (packed > LIMITS.unpacked) return { refusal: 'workbook-too-large', limit: LIMITS.unpacked };
  try {
    // One row and one column beyond what is allowed, so that more shows.
    const range = `A1:${columnName(LIMITS.columns)}${LIMITS.rows + 1}`;
    const { sheets } = await readXlsx(bytes, { readStyles: true, range });
    if (sheets.length > LIMITS.sheets) return { refusal: 'too-many-sheets', limit: LIMITS.sheets };
    return withinLimits(sheets.map(sheetOf));
  } catch (error) {
    if (error instanceof EncryptedFileError) return { refusal: 'workbook-encrypted' };
    return { refusal: 'not-a-workbook' };
  }
}

function withinLimits(sheets: readonly Sheet[]): Read {
  let characters = 0;
  for (const { name, rows } of sheets) {
    if (rows.length > LIMITS.rows) {
      return { refusal: 'too-many-rows', sheet: name, limit: LIMITS.rows };
    }
    for (const row of rows) {
      if (row.length > LIMITS.columns) {
        return { refusal: 'too-many-columns', sheet: name, limit: LIMITS.columns };
      }
      for (const cell of row) if (cell?.type === 'text') characters += cell.text.length;
    }
  }
  return characters > LIMITS.characters
    ? { refusal: 'too-much-text', limit: LIMITS.characters }
    : { sheets };
}

function sheetOf({ name, rows, cells, hidden, veryHidden }: HucreSheet): Sheet {
  const read = rows.map((row, r) =>
    trimmed(row.map((value, c) => cellOf(value, cells?.get(`${r},${c}`)))),
  );
  return {
    name,
    hidden: (hidden ?? false) || (veryHidden ?? false),
    rows: trimmed(read, isEmptyRow),
  };
}

const isEmptyRow = (row: readonly unknown[]): boolean => row.length === 0;

/** Without the empty end that formatted but unused rows and columns leave. */
function trimmed<T>(
  items: readonly T[],
  isEmpty: (item: T) => boolean = (item) => item === null,
): readonly T[] {
  let end = items.length;
  while (end > 0 && isEmpty(items[end - 1] as T)) end -= 1;
  return items.slice(0, end);
}

function cellOf(value: CellValue, cell: HucreCell | undefined): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { type: 'text', text: value.replace(/\r\n?/g, '\n') };
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  return timeOf(value.getTime(), cell?.style?.numFmt ?? '');
}

/** The number format says what a count of days was meant to be. */
function timeOf(ms: Ms, format: string): Cell {
  if (Number.isNaN(ms)) return null;
  const unquoted = format.replace(/"[^"]*"|\\./g, '');
  const counted = ms - EPOCH < 60 * DAY ? ms - EPOCH : ms - EPOCH_LATER;
  if (/\[[hms]+\]/i.test(unquoted)) return { type: 'duration', ms: counted };
  if (!/[yd]/i.test(unquoted) && /[hs]/i.test(unquoted)) {
    return { type: 'clock', ms: ((counted % DAY) + DAY) % DAY };
  }
  // A time of day without a date, in a cell of a format for dates.
  return counted < DAY ? { type: 'clock', ms: counted } : { type: 'date', ms };
}

/** Always the same bytes for the same sheets. */
export function writeWorkbook(sheets: readonly SheetDraft[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(draftOf), properties: { creator: 'Beredt', ...STAMPS } });
}

/** Files carry a time of writing. Ours must not depend on it. */
const STAMP = { toISOString: () => '2020-01-01T00:00:00Z' } as NonNullable<
  WorkbookProperties['created']
>;
const STAMPS = { created: STAMP, modified: STAMP };

const BODY: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3A5F' } },
  alignment: { wrapText: true, vertical: 'center' },
};

function draftOf({
  name,
  columns,
  rows,
  frozen,
}: SheetDraft): Parameters<typeof writeXlsx>[0]['sheets'][number] {
  const cells = new Map<string, Partial<HucreCell>>();
  for (const [c] of columns.entries()) cells.set(`0,${c}`, { style: HEADER });
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell?.type !== 'duration' || !isExact(cell.ms)) continue;
      cells.set(`${r + 1},${c}`, { style: { ...BODY, numFmt: durationFormat(cell.ms) } });
    }
  }
  const last = columnName(columns.length - 1);
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: BODY })),
    rows: [columns.map(({ header }) => plainCell(header)), ...rows.map((row) => row.map(valueOf))],
    cells,
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    dataValidations: columns.flatMap(({ choices }, c) =>
      choices && rows.length > 0
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              showErrorMessage: true,
              errorStyle: 'warning' as const,
              range: `${columnName(c)}2:${columnName(c)}${rows.length + 200}`,
            },
          ]
        : [],
    ),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a3',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

function valueOf(cell: Cell): CellValue {
  switch (cell?.type) {
    case undefined:
      return null;
    case 'text':
      return plainCell(cell.text);
    case 'number':
    case 'boolean':
      return cell.value;
    case 'duration':
      return isExact(cell.ms) ? cell.ms / DAY : null;
    case 'clock':
    case 'date':
      return cell.ms / DAY;
    default:
      return cell satisfies never;
  }
}

/** Whether a number cell gives the length back as it was. */
export function isExact(ms: Ms): boolean {
  return ms >= 0 && ms < LAST_EXACT_DAY && ms % 1000 === 0;
}

function durationFormat(ms: Ms): string {
  return ms % MINUTE === 0 ? '"T+"[hh]:mm' : '"T+"[hh]:mm:ss';
}

/** `_x0041_` in a cell is read as the character with that number. */
function plainCell(text: string): string | null {
  return text === '' ? null : text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
