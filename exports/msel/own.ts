/**
 * A row of a sheet that Beredt wrote, read back to the letter. Knows: what `table` puts where.
 * Does not know: others' sheets.
 */
import { LANGS } from '../../engine/scenario/text.ts';
import { exactTime, readFlow, restore, splitIds } from './cell.ts';
import type { ColumnId } from './column.ts';
import type { SheetFault } from './fault.ts';
import { readMomentText } from './moment.ts';
import { refusals, slug, textOf, written, type Draft, type RowReader } from './row.ts';
import { isData } from '../../engine/scenario/read.ts';

type Field = 'title' | 'content' | 'notes' | 'from_name';
export type OwnRow = {
  /** Empty where the planner added a row and gave it none: then from the title. */
  readonly id: string;
  readonly draft: Draft;
  readonly faults: readonly SheetFault[];
};

export function readOwn(reader: RowReader): OwnRow {
  const faults: SheetFault[] = [];
  const text = (field: ColumnId): string => restore(textOf(reader.cell(field)));
  const word = (field: ColumnId): string => text(field).trim();
  const ids = (field: ColumnId): readonly string[] => splitIds(text(field));
  const complain = (fault: SheetFault): unknown => faults.push(fault);
  const given = (value: unknown, key: string, isGiven: boolean): Draft =>
    isGiven ? { [key]: value } : {};

  const title = readText('title', text, reader, complain) ?? '';
  const notes = readText('notes', text, reader, complain);
  const files = text('attachments')
    .split('\n')
    .filter((name) => name !== '');
  const draft: Draft = {
    ...given(word('each'), 'each', word('each') !== ''),
    ...readTrigger(word, reader, complain),
    ...given(ids('phase'), 'phase', ids('phase').length > 0),
    from: readSender(word, text, reader, complain),
    to: ids('to_roles'),
    channel: word('channel'),
    ...given(word('domain'), 'domain', word('domain') !== ''),
    ...given(word('tlp'), 'marking', word('tlp') !== ''),
    ...given(ids('objective_ids'), 'objectives', ids('objective_ids').length > 0),
    ...given(ids('facts_carried'), 'facts', ids('facts_carried').length > 0),
    title,
    body: readText('content', text, reader, complain) ?? '',
    ...given(files, 'files', files.length > 0),
    ...readStructure('services', word, reader, complain),
    ...readStructure('expect', word, reader, complain),
    ...given(word('contingency_if_not'), 'if-not', word('contingency_if_not') !== ''),
    ...given(notes, 'notes', notes !== undefined),
  };
  const id = word('id') || slug(word('title') || word('title_da') || word('title_en'));
  return { id, draft, faults: [...faults, ...refusals(draft, reader)] };
}

type Say = (fault: SheetFault) => unknown;
type Words = (field: ColumnId) => string;

/** One text, or one a language. A title for all is shown beside those of its languages. */
function readText(field: Field, text: Words, { fault }: RowReader, complain: Say): unknown {
  const whole = text(field);
  const spoken = LANGS.map((lang) => [lang, text(`${field}_${lang}`)] as const).filter(
    ([, words]) => words !== '',
  );
  if (spoken.length === 0) return whole === '' ? undefined : written(whole);
  if (whole !== '' && !spoken.some(([, words]) => words === whole)) {
    complain(fault('shown-differs', field, { what: whole, taken: spoken[0]?.[1] ?? '' }));
  }
  return Object.fromEntries(spoken.map(([lang, words]) => [lang, written(words)]));
}

function readSender(word: Words, text: Words, reader: RowReader, complain: Say): unknown {
  const name = readText('from_name', text, reader, complain);
  if (name === undefined) return word('from_role');
  const by = word('from_played_by');
  return { name, ...(by === '' ? {} : { 'played-by': by }) };
}

function readTrigger(word: Words, reader: RowReader, complain: Say): Draft {
  const condition = readStructure('trigger_condition', word, reader, complain);
  const time = readTime(word('planned_exercise_time'), reader, complain);
  if ('trigger_condition' in condition) {
    const rule = condition['trigger_condition'];
    return { ...time, ...(isData(rule) ? pick(rule, ['after', 'when']) : { when: rule }) };
  }
  if (Object.keys(time).length > 0) return time;
  return word('trigger') === 'manual' ? { manual: true } : {};
}

/** A key that is not wanted is kept: the schema says what is wrong with it. */
function pick(rule: Draft, keys: readonly string[]): Draft {
  return keys.some((key) => key in rule) ? rule : { when: rule };
}

function readTime(written: string, { fault }: RowReader, complain: Say): Draft {
  if (written === '') return {};
  const moment = readMomentText(written, 'm');
  if (!moment || moment.type === 'date' || moment.ms < 0) {
    complain(fault('value-unreadable', 'planned_exercise_time', { what: written }));
    return {};
  }
  const at = exactTime(moment.ms + (moment.type === 'clock' ? (moment.day ?? 0) * 86_400_000 : 0));
  const guessed = moment.type === 'clock' || moment.counted;
  if (guessed) {
    complain(fault('time-unit', 'planned_exercise_time', { what: written, taken: at }));
  }
  return { at };
}

function readStructure(field: ColumnId, word: Words, { fault }: RowReader, complain: Say): Draft {
  const source = word(field);
  if (source === '') return {};
  const read = readFlow(source);
  if ('value' in read) return { [field]: read.value };
  complain(fault('value-unreadable', field, { what: source, why: read.fault }));
  return {};
}
