/**
 * A sheet, from its bytes to injects as a planner would write them, with everything that was guessed
 * and everything that could not be understood. Knows: the order of the work. Does not know: files.
 */
import type { Lang } from '../../engine/scenario/text.ts';
import type { Base } from './base.ts';
import { columnOf, type ColumnId } from './column.ts';
import { fold } from './directory.ts';
import { faultOf, type SheetFault } from './fault.ts';
import { readForeign } from './foreign.ts';
import { nearest } from '../../engine/scenario/nearest.ts';
import { readDelimited } from './delimited.ts';
import { headerRow, isOwn, mapHeaders, withWishes, type Mapped } from './header.ts';
import { readMoment } from './moment.ts';
import { readOwn } from './own.ts';
import { rowReader, textOf, uniqueId, type RowReader, type Taken } from './row.ts';
import { place, type Start } from './schedule.ts';
import type { Wishes } from './wish.ts';
import { exactTime } from './cell.ts';
import { readWorkbook, type Cell, type Sheet } from './workbook.ts';

export type SheetFile = { readonly name: string; readonly bytes: Uint8Array };
export type Wanted = {
  readonly wishes: Wishes;
  readonly sheet?: string;
  /** From 1; 0: the sheet has no header. */
  readonly headerRow?: number;
  /** Rows of our own sheet may take the place of injects that the scenario has. */
  readonly replace?: boolean;
  /** The planner's word on when the sheet's exercise starts. */
  readonly start?: Start;
  readonly lang: Lang;
};
/** A row with one cell filled: a heading in the sheet. */
export type Section = {
  readonly type: 'section';
  readonly row: number;
  readonly text: string;
  /** The phase that it sounds like. */
  readonly phase?: string;
};
/** A row that is not taken, and why. */
export type Refused = {
  readonly type: 'refused';
  readonly row: number;
  readonly text: string;
  readonly faults: readonly SheetFault[];
};
export type Item = Taken | Section | Refused;
export type Intake = {
  readonly sheet: string;
  /** Beredt wrote it: it is read back to the letter. */
  readonly own: boolean;
  /** From 1; 0: none. */
  readonly headerRow: number;
  readonly columns: readonly Mapped[];
  readonly items: readonly Item[];
};
export type Outcome = { readonly intake: Intake } | { readonly faults: readonly SheetFault[] };

export async function intake(file: SheetFile, wanted: Wanted, base: Base): Promise<Outcome> {
  const opened = await openSheets(file);
  if ('faults' in opened) return opened;
  const chosen = chooseSheet(opened.sheets, wanted.sheet);
  if ('faults' in chosen) return chosen;
  const { sheet } = chosen;
  const head = readHead(sheet, wanted);
  if ('faults' in head) return head;
  const items = readRows(sheet, head, wanted, base);
  if (items.length === 0) return { faults: [faultOf('no-rows', { sheet: sheet.name })] };
  const { columns, first, own } = head;
  return { intake: { sheet: sheet.name, own, headerRow: first, columns, items } };
}

type Failed = { readonly faults: readonly SheetFault[] };

async function openSheets({
  name,
  bytes,
}: SheetFile): Promise<{ readonly sheets: readonly Sheet[] } | Failed> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOffice = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isPacked || isOffice || /\.(?:xls[xmb]?|ods)$/i.test(name)) {
    const read = await readWorkbook(bytes);
    if ('sheets' in read) return read;
    const { refusal, sheet, limit } = read;
    const params = limit === undefined ? {} : { limit: String(limit) };
    return { faults: [faultOf(refusal, sheet === undefined ? {} : { sheet }, params)] };
  }
  const read = readDelimited(bytes, name);
  if ('sheet' in read) return { sheets: [read.sheet] };
  const { refusal, row, limit } = read;
  const params = limit === undefined ? {} : { limit: String(limit) };
  return { faults: [faultOf(refusal, row === undefined ? {} : { row }, params)] };
}

/** The sheet asked for; else the one in sight whose header is best understood; else the first. */
function chooseSheet(
  sheets: readonly Sheet[],
  name: string | undefined,
): { readonly sheet: Sheet } | Failed {
  if (name !== undefined) {
    const sheet = sheets.find((one) => fold(one.name) === fold(name));
    if (sheet) return { sheet };
    const names = sheets.map((one) => one.name);
    const suggestion = nearest(name, names) ?? names[0] ?? '';
    return { faults: [faultOf('no-such-sheet', {}, { what: name, suggestion })] };
  }
  const filled = sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const understood = filled.find(({ rows }) => headerRow(rows) !== undefined);
  const sheet = understood ?? filled[0];
  return sheet ? { sheet } : { faults: [faultOf('no-rows', {})] };
}

type Head = { readonly columns: readonly Mapped[]; readonly first: number; readonly own: boolean };

function readHead(sheet: Sheet, { wishes, headerRow: asked }: Wanted): Head | Failed {
  const found = asked ?? (headerRow(sheet.rows) ?? -1) + 1;
  const widest = sheet.rows.slice(0, 1_000).reduce((most, row) => Math.max(most, row.length), 0);
  const cells = found > 0 ? (sheet.rows[found - 1] ?? []) : [];
  const padded = Array.from({ length: Math.max(widest, cells.length) }, (_, i) => cells[i] ?? null);
  const { mapped, unfit } = withWishes(mapHeaders(padded), wishes.wishes);
  if (unfit.length > 0) {
    const headers = mapped.flatMap(({ header }) => header || []);
    const faults = unfit.map(({ column }) =>
      faultOf(
        'wish-unknown-column',
        { sheet: sheet.name },
        { what: column, suggestion: nearest(column, headers) ?? '' },
      ),
    );
    return { faults };
  }
  const useful = mapped.filter(({ field }) => field !== undefined && field !== 'ignore');
  if (useful.length === 0) return { faults: [faultOf('no-header', { sheet: sheet.name })] };
  return { columns: mapped, first: found, own: isOwn(mapped) };
}

function readRows(sheet: Sheet, head: Head, wanted: Wanted, base: Base): readonly Item[] {
  const columns = new Map(
    head.columns.flatMap((mapped) =>
      mapped.field === undefined || mapped.field === 'ignore'
        ? []
        : [[mapped.field, mapped] as const],
    ),
  );
  const filled = sheet.rows
    .map((cells, i) => ({ cells, row: i + 1 }))
    .filter(
      ({ cells, row }) => row > head.first && cells.some((cell) => textOf(cell).trim() !== ''),
    )
    .map(({ cells, row }) => ({ cells, reader: rowReader(sheet.name, row, cells, columns) }));
  return head.own
    ? ownItems(filled, wanted.replace ? new Map() : base.injects)
    : foreignItems(filled, head, wanted, base);
}

type Filled = { readonly cells: readonly Cell[]; readonly reader: RowReader };

function ownItems(filled: readonly Filled[], known: Base['injects']): readonly Item[] {
  const seen = new Set<string>();
  return filled.map(({ reader }): Item => {
    const { id, draft, faults } = readOwn(reader);
    const taken = seen.has(id) ? 'id-twice' : known.has(id) ? 'id-taken' : undefined;
    const where = known.get(id) ?? '';
    const all = taken ? [...faults, reader.fault(taken, 'id', { what: id, where })] : faults;
    seen.add(id);
    const title = textOf(reader.cell('title')) || textOf(reader.cell('title_da'));
    return finish({ id, draft, faults: all, title, left: spares(reader) }, reader);
  });
}

/** What people wrote into the columns that are theirs. */
function spares(reader: RowReader): readonly (readonly [string, string])[] {
  return (['actual_time', 'controller', 'evaluator_notes'] as const).flatMap((field) => {
    const text = textOf(reader.cell(field));
    return text === '' ? [] : [[columnOf(field).id, text] as const];
  });
}

function foreignItems(
  filled: readonly Filled[],
  { columns }: Head,
  wanted: Wanted,
  base: Base,
): readonly Item[] {
  const { unit } = wanted.wishes;
  const moments = filled.map(({ reader }) =>
    readMoment(reader.cell('planned_exercise_time'), unit),
  );
  const placed = place(moments, startFor(wanted.start, base));
  const used = columns.filter(({ field }) => field !== undefined && field !== 'ignore').length;
  const next = new Map<string, number>();
  const isTaken = (id: string): boolean => base.injects.has(id);
  return filled.map(({ cells, reader }, i): Item => {
    const section = used > 1 ? readSection(cells, reader.row, base) : undefined;
    if (section) return section;
    const { id: wantedId, ...read } = readForeign(reader, placed[i], base, wanted.lang);
    const id = uniqueId(wantedId, isTaken, next);
    return finish({ ...read, id, left: leftOver(cells, columns) }, reader);
  });
}

/** Where neither the planner nor the scenario says when it starts, a time of day is a length. */
function startFor(given: Start | undefined, { start }: Base): Start {
  if (!given)
    return { clock: start?.clock ?? 0, given: false, ...(start ? { date: start.date } : {}) };
  return given;
}

function readSection(cells: readonly Cell[], row: number, { phases }: Base): Section | undefined {
  const words = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  const [text] = words;
  if (text === undefined || words.length > 1) return undefined;
  const phase = phases(text)?.id;
  return { type: 'section', row, text, ...(phase === undefined ? {} : { phase }) };
}

/** Fields of the drejebog that a foreign row keeps only as comments. */
const COMMENT_ONLY: ReadonlySet<ColumnId> = new Set<ColumnId>([
  'serial',
  'id',
  'story_time',
  'actual_time',
  'controller',
  'status',
  'attachments',
  'type',
  'trigger',
  'trigger_condition',
  'responsible_task_ids',
  'expect',
  'expected_by',
  'capability',
  'interface_ids',
  'contingency_if_not',
  'tlp_effective',
  'each',
  'from_played_by',
]);

function leftOver(
  cells: readonly Cell[],
  columns: readonly Mapped[],
): readonly (readonly [string, string])[] {
  return columns.flatMap(({ index, header, field }) => {
    const text = textOf(cells[index] ?? null).trim();
    const isLeft = field === undefined || (field !== 'ignore' && COMMENT_ONLY.has(field));
    return isLeft && text !== '' ? [[header, text] as const] : [];
  });
}

type Read = Pick<Taken, 'id' | 'draft' | 'faults' | 'left'> & { readonly title: string };

function finish({ id, draft, faults, left, title }: Read, { row }: RowReader): Item {
  if (faults.some(({ gravity }) => gravity === 'error')) {
    return { type: 'refused', row, text: title || id, faults };
  }
  const { at, to, channel } = draft;
  const shown = {
    time: typeof at === 'string' ? at : '–',
    title,
    to: Array.isArray(to) ? to.join(', ') : String(to),
    channel: String(channel),
  };
  return { type: 'inject', row, id, draft, shown, left, faults };
}

/** For a start given as `HH:MM`, or with a date before it. */
export function startText({ clock }: Start): string {
  return exactTime(clock).replace('T+', '');
}
