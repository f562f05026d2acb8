/**
 * A row of somebody else's drejebog as an inject. Knows: what planners write, and the default that
 * stands in where they write nothing. Does not know: when (schedule does), or which column is which.
 */
import {
  CHANNELS,
  DOMAINS,
  MARKINGS,
  type Channel,
  type Domain,
  type Marking,
} from '../../engine/scenario/schema.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import { exactTime } from './cell.ts';
import type { ColumnId } from './column.ts';
import type { Base } from './base.ts';
import { fold, isAll, splitNames, type Directory } from './directory.ts';
import type { SheetFault } from './fault.ts';
import { fromMarkup, hasMarkup } from './markup.ts';
import { CONTROL, refusals, slug, textOf, written, type Draft, type RowReader } from './row.ts';
import type { Placed } from './schedule.ts';
import { MSEL_WORDS } from './wording.ts';

export type ForeignRow = {
  readonly id: string;
  readonly draft: Draft;
  readonly title: string;
  readonly faults: readonly SheetFault[];
};
type Say = (fault: SheetFault) => unknown;

const DEFAULT_CHANNEL: Channel = 'email';
/** Longer bodies are refused by the language. */
const LONGEST_BODY = 19_000;
const LONGEST_TITLE = 120;
/** Nobody writes more receivers than this into one cell. */
const MOST_NAMES = 100;

export function readForeign(
  reader: RowReader,
  placed: Placed | undefined,
  base: Base,
  lang: Lang,
): ForeignRow {
  const faults: SheetFault[] = [];
  const complain: Say = (fault) => faults.push(fault);
  const text = (field: ColumnId): string => clean(reader, field, complain);
  const body = readBody(text, reader, complain);
  const title = readTitle(text, body, reader, complain, lang);
  const notes = readNotes(text, lang);
  const phase = readIds('phase', text('phase'), base.phases, reader, complain);
  const facts = readIds('facts_carried', text('facts_carried'), base.facts, reader, complain);
  const objectives = readIds(
    'objective_ids',
    text('objective_ids'),
    base.objectives,
    reader,
    complain,
  );
  const channel = readChannel(text('channel'), title, reader, complain);
  const domain = readWord('domain', text('domain'), DOMAIN_WORDS, DOMAINS, reader, complain);
  const marking = readWord('tlp', text('tlp'), MARKING_WORDS, MARKINGS, reader, complain);
  const draft: Draft = {
    ...readTime(placed, reader, complain),
    ...(phase.length > 0 ? { phase } : {}),
    from: readSender(text('from_role') || text('from_name'), base, reader, complain),
    to: readReceivers(text('to_roles'), base, reader, complain),
    channel,
    ...(domain === undefined ? {} : { domain }),
    ...(marking === undefined ? {} : { marking }),
    ...(objectives.length > 0 ? { objectives } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    title: written(title),
    body: typeof body === 'string' ? written(body || title) : body,
    ...(notes === '' ? {} : { notes: written(notes) }),
  };
  return {
    id: slug(title) || 'inject',
    draft,
    title,
    faults: [...faults, ...refusals(draft, reader)],
  };
}

function clean({ cell, fault }: RowReader, field: ColumnId, complain: Say): string {
  const raw = textOf(cell(field)).replace(CONTROLS, '').trim();
  if (!hasMarkup(raw)) return raw;
  const plain = fromMarkup(raw);
  if (plain !== raw) complain(fault('markup-turned', field, { what: raw, taken: plain }));
  return plain;
}

/** What the language refuses in texts. A cell may hold any of them. */
const CONTROLS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

type Words = (field: ColumnId) => string;

function readTitle(
  text: Words,
  body: string | Readonly<Record<string, string>>,
  { fault }: RowReader,
  complain: Say,
  lang: Lang,
): string {
  const title = text('title') || text(`title_${lang}`) || text('title_da') || text('title_en');
  if (title !== '') return title.replace(/\s*\n\s*/g, ' – ').slice(0, 1_000);
  const from = typeof body === 'string' ? body : (Object.values(body)[0] ?? '');
  const [line = ''] = from.split('\n');
  const short = line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line;
  const taken = short || MSEL_WORDS[lang].untitled;
  complain(fault('title-missing', undefined, { taken }));
  return taken;
}

function readBody(
  text: Words,
  { fault }: RowReader,
  complain: Say,
): string | Readonly<Record<string, string>> {
  const cut = (body: string): string => {
    if (body.length <= LONGEST_BODY) return body;
    complain(fault('text-cut', 'content', { limit: String(LONGEST_BODY) }));
    return body.slice(0, LONGEST_BODY);
  };
  const spoken = (['da', 'en'] as const).flatMap((lang) => {
    const body = text(`content_${lang}`);
    return body === '' ? [] : [[lang, written(cut(body))] as const];
  });
  if (spoken.length > 0) return Object.fromEntries(spoken);
  const body = cut(text('content'));
  if (body === '') complain(fault('content-missing', undefined));
  return body;
}

/** What only the controllers should read: their notes, and what the sheet's authors hoped for. */
function readNotes(text: Words, lang: Lang): string {
  const expected = text('expected_action');
  const { headers } = MSEL_WORDS[lang];
  return [
    ...[text('notes'), text('notes_da'), text('notes_en'), text('evaluator_notes')],
    expected === '' ? '' : `${headers.expected_action}: ${expected}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, LONGEST_BODY);
}

const GUESSES = {
  unit: 'time-unit',
  start: 'time-start',
  midnight: 'time-midnight',
  'first-date': 'time-first-date',
  'no-clock': 'time-no-clock',
} as const;

/** Without a time that can be kept, the facilitator releases it by hand. */
function readTime(placed: Placed | undefined, { cell, fault }: RowReader, complain: Say): Draft {
  const source = cell('planned_exercise_time');
  const what = textOf(source);
  const field = 'planned_exercise_time';
  if (!placed) {
    complain(fault(source === null ? 'time-missing' : 'time-not-understood', field, { what }));
    return { manual: true };
  }
  if (placed.at < 0) {
    const taken = exactTime(-placed.at).replace('T+', 'T-');
    complain(fault('time-before-start', field, { what, taken }));
    return { manual: true };
  }
  const at = exactTime(placed.at);
  if (placed.guess) complain(fault(GUESSES[placed.guess], field, { what, taken: at }));
  return { at };
}

function readSender(name: string, { roles }: Base, { fault }: RowReader, complain: Say): unknown {
  if (name === '') {
    complain(fault('sender-missing', undefined));
    return { name: CONTROL };
  }
  const found = roles(name);
  return found?.exact ? found.id : { name: written(name.slice(0, 300)) };
}

function readReceivers(
  source: string,
  { receivers }: Base,
  { fault }: RowReader,
  complain: Say,
): readonly string[] {
  const to = new Set<string>();
  for (const name of splitNames(source, receivers).slice(0, MOST_NAMES)) {
    const found = isAll(name) ? { id: 'all', exact: true } : receivers(name);
    if (!found) complain(fault('receiver-unknown', 'to_roles', { what: name }));
    else if (!found.exact) {
      complain(fault('receiver-guessed', 'to_roles', { what: name, taken: found.id }));
    }
    if (found) to.add(found.id);
  }
  if (to.has('all')) return ['all'];
  if (to.size > 0) return [...to];
  complain(fault('receivers-missing', 'to_roles', { what: source }));
  return ['all'];
}

function readIds(
  field: ColumnId,
  source: string,
  find: Directory,
  { fault }: RowReader,
  complain: Say,
): readonly string[] {
  const ids = splitNames(source, find)
    .slice(0, MOST_NAMES)
    .flatMap((name) => {
      const found = find(name);
      if (!found) complain(fault('word-unknown', field, { what: name }));
      else if (!found.exact)
        complain(fault('word-guessed', field, { what: name, taken: found.id }));
      return found ? [found.id] : [];
    });
  return [...new Set(ids)];
}

/** Words that tell the channel, in the order in which they are looked for. */
const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/\bsms\b|\btexto\b|tekstbesked|text message/, 'sms'],
  [/e mail|\bemail|\bmail\b|\bmails\b|courriel/, 'email'],
  // Before the news, which are broadcast too, and before a plain alert, which a system gives.
  [
    /cell broadcast|public warning|emergency alert|\bs renen\b|\bsiren|befolkningsvars|varsling (?:af|til) befolkning|beredskabsmeddelelse/,
    'broadcast',
  ],
  [/phone|telefon|\bcall\b|opkald|\bringer?\b|\bappel\b|\btlf\b|\btel\b/, 'phone'],
  [/social|twitter|tweet|facebook|linkedin|instagram|\bsome\b|reseaux/, 'social'],
  [/\bnews\b|nyhed|press|\bavis|\btv\b|artik|article|broadcast|\bmedi(?:a|er|as)\b/, 'news'],
  [/\bradio\b|\bsine\b|tetra/, 'radio'],
  [/sitrep|situationsrapport|situation report/, 'sitrep'],
  [/alarm|alert|overvag|monitor/, 'alarm'],
  [/\bletter\b|\bbrev|courrier|\bfax\b|\bpost\b/, 'letter'],
  [/meeting|\bmode\b|briefing|reunion|verbal|mundtlig|in person|face to face|\boral/, 'meeting'],
  [/portal|website|hjemmeside|\bweb\b|platform|\bchat\b/, 'portal'],
];

function channelIn(text: string): Channel | undefined {
  const folded = fold(text).replace(/ø/g, 'o');
  return CHANNEL_WORDS.find(([pattern]) => pattern.test(folded))?.[1];
}

function readChannel(source: string, title: string, { fault }: RowReader, complain: Say): Channel {
  const exact = CHANNELS.find((channel) => channel === fold(source));
  if (exact) return exact;
  const guess = channelIn(source === '' ? title : source);
  const taken = guess ?? DEFAULT_CHANNEL;
  const field = source === '' ? undefined : 'channel';
  const params = { what: source || title, taken };
  if (guess) complain(fault('channel-guessed', field, params));
  else complain(fault(source === '' ? 'channel-missing' : 'channel-unknown', field, params));
  return taken;
}

const DOMAIN_WORDS: readonly (readonly [RegExp, Domain])[] = [
  [/digital|cyber|\bit\b|numerique/, 'digital'],
  [/physical|fysisk|physique/, 'physical'],
  [/both|begge|hybrid/, 'both'],
];
const MARKING_WORDS: readonly (readonly [RegExp, Marking])[] = [
  [/strict/, 'TLP:AMBER+STRICT'],
  [/\bred\b|\brod\b/, 'TLP:RED'],
  [/amber|\bgul\b/, 'TLP:AMBER'],
  [/green|\bgron\b/, 'TLP:GREEN'],
  [/clear|white|\bhvid\b/, 'TLP:CLEAR'],
];

function readWord<T extends string>(
  field: ColumnId,
  source: string,
  words: readonly (readonly [RegExp, T])[],
  exact: readonly T[],
  { fault }: RowReader,
  complain: Say,
): T | undefined {
  if (source === '') return undefined;
  const same = exact.find((word) => fold(word) === fold(source));
  if (same !== undefined) return same;
  const taken = words.find(([pattern]) => pattern.test(fold(source).replace(/ø/g, 'o')))?.[1];
  if (taken === undefined) complain(fault('word-unknown', field, { what: source }));
  else complain(fault('word-guessed', field, { what: source, taken }));
  return taken;
}
