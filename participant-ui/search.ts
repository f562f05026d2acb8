/**
 * Search in everything one has. Knows: Danish letters, and which rows hold which words.
 * Does not know: how results look.
 */
import { byCodeUnit, say, type Lang, type Ms } from '../engine/runtime/protocol.ts';
import type { RoleView } from '../engine/exercise/rows.ts';
import { fold, folded, terms, type Folded } from './fold.ts';
import type { Place } from './place.ts';
import { plain, plainLine } from './plain.ts';
import { placeIn } from './timeline.ts';
import { itemTitle, line, receiverNames, roleName, senderName } from './view.ts';
import type { Words } from './text.ts';

/** What is found, in the order in which it is shown. */
export const GROUPS = [
  'items',
  'tasks',
  'decisions',
  'facts',
  'picture',
  'statements',
  'contacts',
] as const;
export type Group = (typeof GROUPS)[number];

export type Entry = {
  readonly group: Group;
  readonly key: string;
  readonly title: string;
  /** The rest of its words, on one line. */
  readonly text: string;
  readonly by: string;
  readonly at?: Ms;
  readonly place?: Place;
  /** A contact: the role to write to. */
  readonly role?: string;
};

export type Found = Entry & { readonly rank: number };

/** A piece of a text, and whether it is one of the words that were searched for. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** Every word must be there, anywhere in a word: Danish builds long ones. */
export function search(
  entries: readonly Entry[],
  query: string,
): ReadonlyMap<Group, readonly Found[]> {
  const sought = terms(query);
  if (sought.length === 0) return new Map();
  const found = entries
    .flatMap((entry) => ranked(entry, sought))
    .sort((a, b) => b.rank - a.rank || (b.at ?? 0) - (a.at ?? 0) || byCodeUnit(a.key, b.key));
  return new Map(
    GROUPS.map((group) => [group, found.filter((one) => one.group === group)] as const).filter(
      ([, rows]) => rows.length > 0,
    ),
  );
}

function ranked(entry: Entry, sought: readonly string[]): readonly Found[] {
  const title = fold(entry.title);
  const rest = fold(`${entry.by}\n${entry.text}`);
  if (!sought.every((term) => title.includes(term) || rest.includes(term))) return [];
  const rank = sought.reduce((sum, term) => sum + weight(title, term), 0);
  return [{ ...entry, rank }];
}

/** A word of the title that begins so counts most, then any in it. */
function weight(title: string, term: string): number {
  for (let at = title.indexOf(term); at >= 0; at = title.indexOf(term, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(title[at - 1] ?? '')) return 2;
  }
  return title.includes(term) ? 1 : 0;
}

/** The text in pieces, with what was searched for marked. */
export function pieces(source: string, query: string): readonly Piece[] {
  const text = source.normalize('NFC');
  const hits = hitsIn(folded(text), terms(query));
  const parts: Piece[] = [];
  let from = 0;
  for (const [start, end] of hits) {
    if (start > from) parts.push({ text: text.slice(from, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  return from < text.length ? [...parts, { text: text.slice(from), hit: false }] : parts;
}

/** Where the words stand in the original, in order, and none over another. */
function hitsIn({ text, at }: Folded, sought: readonly string[]): readonly [number, number][] {
  const all = sought.flatMap((term) => {
    const spots: [number, number][] = [];
    for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + term.length)) {
      const end = i + term.length;
      // To the next original character, so that what belongs to the last one comes along.
      spots.push([at[i] ?? 0, at[end] ?? at.at(-1) ?? 0]);
    }
    return spots;
  });
  const joined: [number, number][] = [];
  for (const [start, end] of all.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Characters shown of a long text. */
const EXCERPT = 140;

/** The part of a text around the first word that was found. */
export function excerpt(source: string, query: string): string {
  const text = source.normalize('NFC');
  if (text.length <= EXCERPT) return text;
  const [first] = hitsIn(folded(text), terms(query));
  const from = Math.max(0, Math.min((first?.[0] ?? 0) - EXCERPT / 3, text.length - EXCERPT));
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const cut = text.slice(start, start + EXCERPT);
  return `${start > 0 ? '… ' : ''}${cut}${start + EXCERPT < text.length ? ' …' : ''}`;
}

/** All that one has, as it can be searched. */
export function entriesOf(view: RoleView, lang: Lang, words: Words): readonly Entry[] {
  return [
    ...itemEntries(view, lang, words),
    ...taskEntries(view, lang),
    ...decisionEntries(view, lang),
    ...Object.values(view.facts).map(({ id, text, since }): Entry => ({
      group: 'facts',
      key: id,
      title: line(text, lang),
      text: '',
      by: '',
      at: since,
      place: { section: 'facts' },
    })),
    ...publicEntries(view, lang),
    ...contactEntries(view, lang),
  ];
}

/** Markdown without what is only punctuation in it, on one line. */
function flat(source: string): string {
  return plainLine(plain(source).replace(/[*_`>#]/g, ''));
}

function itemEntries(view: RoleView, lang: Lang, words: Words): readonly Entry[] {
  return Object.values(view.items).map((item) => ({
    group: 'items',
    key: item.id,
    title: itemTitle(item, lang),
    text: flat(say(item.body, lang)),
    by: item.sent
      ? `${words.to}: ${receiverNames(view, item, lang, words).join('; ')}`
      : senderName(view, item, lang),
    at: item.at,
    place: { section: 'inbox', id: item.id },
  }));
}

function taskEntries(view: RoleView, lang: Lang): readonly Entry[] {
  return Object.values(view.tasks).map(({ id, title, description, done, holders, startedAt }) => ({
    group: 'tasks',
    key: id,
    title: line(title, lang),
    text: flat([say(description ?? '', lang), done?.note ?? ''].join('\n')),
    by: holders.map(({ role }) => roleName(view, role, lang)).join('; '),
    at: startedAt,
    place: { section: 'tasks', id },
  }));
}

function decisionEntries(view: RoleView, lang: Lang): readonly Entry[] {
  return Object.values(view.decisions).map((decision) => {
    const { id, question, description, options, discussion = [], made, openedAt } = decision;
    const said = [
      say(description ?? '', lang),
      ...options.map(({ title }) => say(title, lang)),
      ...discussion.map(({ text }) => text),
      made?.reason ?? '',
      made?.assumptions ?? '',
      made?.dissent ?? '',
    ];
    return {
      group: 'decisions',
      key: id,
      title: line(question, lang),
      text: flat(said.join('\n')),
      by: made?.role === undefined ? '' : roleName(view, made.role, lang),
      at: openedAt,
      place: { section: 'decisions', id },
    };
  });
}

function publicEntries(view: RoleView, lang: Lang): readonly Entry[] {
  return [
    ...Object.values(view.picture).map(({ id, text, role, at }): Entry => ({
      group: 'picture',
      key: id,
      title: flat(text),
      text: '',
      by: roleName(view, role, lang),
      at,
      ...placeIn('picture'),
    })),
    ...Object.values(view.statements).map(({ id, title, body, role, at }): Entry => ({
      group: 'statements',
      key: id,
      title: plainLine(title),
      text: flat(body),
      by: roleName(view, role, lang),
      at,
      ...placeIn('statements', id),
    })),
  ];
}

function contactEntries(view: RoleView, lang: Lang): readonly Entry[] {
  const me = view.me['me']?.id;
  return Object.values(view.roles)
    .filter(({ id }) => id !== me)
    .map(({ id, name, organisationName }) => ({
      group: 'contacts',
      key: id,
      title: line(name, lang),
      text: '',
      by: line(organisationName, lang),
      place: { section: 'contacts' },
      role: id,
    }));
}
