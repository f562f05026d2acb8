/** `beredt actions`: the improvement register. What it is told is checked, and its history only grows. */
import { join } from 'node:path';
import { say as inLang } from '../../engine/index.ts';
import {
  type Action,
  addDrafts,
  isOverdue,
  type Set as Change,
  setAction,
  STATUSES,
} from '../../exports/actions/action.ts';
import { draftsOf } from '../../exports/actions/drafts.ts';
import { actionsCalendar, actionsCsv } from '../../exports/actions/export.ts';
import { isDate } from '../../exports/analysis/followup/due.ts';
import { dateText } from '../../exports/formats/date.ts';
import { markdown } from '../../exports/formats/escape.ts';
import { speaker } from '../../exports/formats/words.ts';
import { catalogue } from '../../exports/text.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { deliver } from '../deliver.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readAnalysis } from '../reading.ts';
import { hasRegister, LONGEST, openRegister, today } from '../register.ts';

type Options = {
  readonly data: string;
  readonly file?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly status?: string;
  readonly note?: string;
  readonly format: string;
  readonly out?: string;
};

const FORMATS = ['csv', 'ical', 'markdown'] as const;

export async function actions(
  what: string,
  which: string | undefined,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = options.file ?? join(options.data, 'actions.json');
  switch (what) {
    case 'add':
      return add(path, which, terminal);
    case 'list':
      return list(path, terminal);
    case 'set':
      return set(path, which, options, terminal);
    case 'export':
      return write(path, options, terminal);
    default:
      throw new Usage(terminal.text.badFormat(what, 'add, list, set, export'));
  }
}

async function add(
  path: string,
  folder: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say, lang } = terminal;
  const t = text.followUp.actions;
  if (folder === undefined) throw new Usage(t.needs('add', t.exercise));
  const { analysis } = await readAnalysis(folder);
  const drafts = draftsOf(analysis, speaker(analysis, lang));
  const register = await openRegister(path);
  const at = new Date().toISOString();
  const {
    fresh,
    again,
    actions: rows,
  } = await register.update((data) => {
    const added = addDrafts(data.actions, drafts, at);
    const same = added.actions === data.actions;
    return [same ? data : { ...data, actions: added.actions }, added];
  });
  say(t.added(String(fresh.length), String(again.length)));
  const { statuses } = catalogue(lang).followUp.improvement;
  for (const { id, status } of rows.filter((row) => again.includes(row.id))) {
    say(t.repeated(id, statuses[status]));
  }
  say(text.written(path));
  return EXIT.fine;
}

async function read(path: string, { text }: Terminal): Promise<readonly Action[]> {
  if (!(await hasRegister(path))) throw new Usage(text.followUp.actions.missing(path));
  return (await openRegister(path)).get().actions;
}

async function list(path: string, terminal: Terminal): Promise<ExitCode> {
  const { text, say, lang, paint } = terminal;
  const t = text.followUp.actions;
  const rows = await read(path, terminal);
  const now = today(new Date());
  if (rows.length === 0) say(t.empty);
  const { statuses } = catalogue(lang).followUp.improvement;
  for (const row of rows) {
    const due = row.due === undefined ? '–' : dateText(row.due, lang);
    const late = isOverdue(row, now) ? paint.red(` ${t.overdue}`) : '';
    const seen = row.seen.length > 1 ? `, ${t.seen(String(row.seen.length))}` : '';
    say(`${paint.bold(row.id.padEnd(5))} ${due}  ${statuses[row.status]}${late}${seen}`);
    say(`      ${plainText(inLang(row.title, lang))}`);
    say(`      ${plainText(inLang(row.action, lang))}`);
    say(paint.dim(`      ${plainText(row.owner)}`));
  }
  return EXIT.fine;
}

async function set(
  path: string,
  id: string | undefined,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const t = terminal.text.followUp.actions;
  if (id === undefined) throw new Usage(t.needs('set', t.number));
  const change = changeOf(options, terminal);
  if (Object.keys(change).length === 0) throw new Usage(t.nothing);
  await read(path, terminal);
  const register = await openRegister(path);
  const at = new Date().toISOString();
  const found = await register.update((data) => {
    const next = setAction(data.actions, id, change, at);
    return next ? [{ ...data, actions: next }, true] : [data, false];
  });
  if (!found) throw new Usage(t.unknown(id));
  terminal.say(t.changed(id));
  return EXIT.fine;
}

function changeOf({ owner, due, status, note }: Options, { text }: Terminal): Change {
  const t = text.followUp.actions;
  const line = (option: string, value: string): string => {
    const fits = value.trim() !== '' && value.length <= LONGEST && value === plainText(value);
    if (!fits) throw new Usage(t.badText(option, String(LONGEST)));
    return value.trim();
  };
  const known = STATUSES.find((each) => each === status);
  if (status !== undefined && !known) throw new Usage(text.badFormat(status, STATUSES.join(', ')));
  return {
    ...(owner !== undefined && { owner: line('--owner', owner) }),
    ...(due !== undefined && { due: readDate(due, t.badDate) }),
    ...(known && { status: known }),
    ...(note !== undefined && { note: line('--note', note) }),
  };
}

/** As ISO has it, or as Danes write it. */
function readDate(found: string, bad: (found: string) => string): string {
  const turned = /^\d\d-\d\d-\d{4}$/.test(found) ? found.split('-').reverse().join('-') : found;
  if (!isDate(turned)) throw new Usage(bad(found));
  return turned;
}

async function write(path: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const { text, lang } = terminal;
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  const rows = await read(path, terminal);
  const content = {
    csv: () => actionsCsv(rows, lang),
    ical: () => actionsCalendar(rows, lang, new Date().toISOString()),
    markdown: () => asMarkdown(rows, lang),
  }[format]();
  return deliver({ content, csv: format === 'csv' }, options.out, terminal);
}

function asMarkdown(rows: readonly Action[], lang: Terminal['lang']): string {
  const c = catalogue(lang);
  const t = c.followUp.improvement;
  const { finding, action, owner, deadline, caption } = c.improvement;
  const now = today(new Date());
  const head = [t.id, finding, action, owner, deadline, t.status];
  const lines = rows.map((row) => [
    row.id,
    inLang(row.title, lang),
    inLang(row.action, lang),
    row.owner,
    (row.due === undefined ? c.none : dateText(row.due, lang)) +
      (isOverdue(row, now) ? ` (${t.overdue})` : ''),
    t.statuses[row.status],
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `# ${caption}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...lines.map((cells) => line(cells.map(markdown))),
    '',
  ].join('\n');
}
