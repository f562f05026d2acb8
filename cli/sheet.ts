/**
 * What an import understood, for the terminal. Knows: layout and colour. Does not know: how sheets
 * are read, or files.
 */
import type { SheetFault } from '../exports/msel/fault.ts';
import type { Intake, Item } from '../exports/msel/intake.ts';
import { columnLabel } from '../exports/msel/row.ts';
import { faultText } from '../exports/msel/saying.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { Terminal } from './output.ts';

/** Nobody reads more than this on a terminal. */
const MOST_ROWS = 200;
const MARKS = { error: '✗', warning: '!', guess: '?' } as const;

export function renderIntake(intake: Intake, terminal: Terminal): string {
  const { imports } = terminal.text;
  const { items, sheet, own, headerRow } = intake;
  const left = items.length - MOST_ROWS;
  return [
    terminal.paint.bold(`${plainText(imports.sheet(sheet, own))}, ${imports.header(headerRow)}`),
    ...(own ? [] : columnLines(intake, terminal)),
    '',
    ...items.slice(0, MOST_ROWS).flatMap((item) => itemLines(item, terminal)),
    ...(left > 0 ? [imports.more(left)] : []),
    ...meanings(items, terminal),
    '',
    summary(items, terminal),
  ].join('\n');
}

function columnLines({ columns }: Intake, { text, paint }: Terminal): readonly string[] {
  const { imports } = text;
  const shown = columns.filter(({ header, field }) => header !== '' || field !== undefined);
  const labels = shown.map((column) => plainText(columnLabel(column)));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return shown.map(({ field, how }, i) => {
    const taken = field === undefined ? '–' : field === 'ignore' ? imports.ignored : field;
    return `  ${(labels[i] ?? '').padEnd(width)}  → ${taken.padEnd(24)} ${paint.dim(imports.how[how])}`;
  });
}

function itemLines(item: Item, terminal: Terminal): readonly string[] {
  const { text, paint } = terminal;
  const where = paint.dim(`${text.imports.row} ${item.row}`.padEnd(11));
  switch (item.type) {
    case 'section': {
      const phase = item.phase === undefined ? '' : ` (${item.phase})`;
      return [`${where} ${paint.dim(`— ${plainText(item.text)} —${phase}`)}`];
    }
    case 'refused':
      return [
        `${where} ${paint.red(text.imports.refused)}: ${plainText(item.text)}`,
        ...item.faults.map((fault) => faultLine(fault, terminal)),
      ];
    case 'inject': {
      const { time, channel, to, title } = item.shown;
      const cells = [time.padEnd(10), channel.padEnd(8), plainText(title), `→ ${plainText(to)}`];
      return [
        `${where} ${cells.join('  ')}`,
        ...item.faults.map((fault) => faultLine(fault, terminal)),
      ];
    }
    default:
      return item satisfies never;
  }
}

function faultLine(fault: SheetFault, { lang, paint }: Terminal): string {
  const accent = { error: paint.red, warning: paint.yellow, guess: paint.cyan }[fault.gravity];
  const column = fault.column === undefined ? '' : paint.dim(`  ${plainText(fault.column)}`);
  return `            ${accent(MARKS[fault.gravity])} ${plainText(faultText(fault, lang).what)}${column}`;
}

/** Why and what to do, once for each kind. */
function meanings(items: readonly Item[], terminal: Terminal): readonly string[] {
  const kinds = new Map<string, SheetFault>();
  for (const item of items) {
    if (item.type === 'section') continue;
    for (const fault of item.faults) if (!kinds.has(fault.code)) kinds.set(fault.code, fault);
  }
  if (kinds.size === 0) return [];
  const lines = [...kinds.values()].map((fault) => {
    const { why, remedy } = faultText(fault, terminal.lang);
    const code = terminal.paint.dim(fault.code);
    return `  ${MARKS[fault.gravity]} ${code}  ${plainText(why)}\n    → ${plainText(remedy)}`;
  });
  return ['', terminal.paint.bold(terminal.text.imports.meaning), ...lines];
}

function summary(items: readonly Item[], { text, paint }: Terminal): string {
  const taken = items.filter((item) => item.type === 'inject');
  const has = (gravity: SheetFault['gravity']) => (item: (typeof taken)[number]) =>
    item.faults.some((fault) => fault.gravity === gravity);
  const doubtful = taken.filter(has('warning')).length;
  const guessed = taken.filter((item) => has('guess')(item) && !has('warning')(item)).length;
  const refused = items.filter(({ type }) => type === 'refused').length;
  const clean = taken.length - doubtful - guessed;
  return paint.bold(text.imports.summary(taken.length, clean, guessed, doubtful, refused));
}

/** Why a sheet cannot be read at all. */
export function renderFaults(faults: readonly SheetFault[], terminal: Terminal): string {
  return faults
    .map((fault) => {
      const { what, why, remedy } = faultText(fault, terminal.lang);
      const { sheet, row } = fault;
      const { imports } = terminal.text;
      const place = [
        ...(sheet === undefined ? [] : [imports.sheet(sheet, false)]),
        ...(row === undefined ? [] : [`${imports.row} ${row}`]),
      ].join(', ');
      const head = `${terminal.paint.red(fault.code)}${place === '' ? '' : `  ${plainText(place)}`}`;
      return [
        head,
        terminal.paint.bold(plainText(what)),
        plainText(why),
        `→ ${plainText(remedy)}`,
      ].join('\n');
    })
    .join('\n\n');
}
