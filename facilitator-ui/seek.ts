/**
 * Finding and looking back in plain lines: the orders, and the lines that answer them.
 * Knows: words and rows. Does not know: reading lines (plain), or other orders (order).
 */
import type { Client } from '../engine/runtime/client.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import { says, wordsOf, searchable } from './fuzzy.ts';
import { entriesBefore, lookAt, type Target, type Wish } from './look.ts';
import { namesOf } from './names.ts';
import { shownFor } from './older.ts';
import { eyesLines, eyesTitle } from './panels/look.ts';
import { PANELS, words, type Panel, type Past, type Ref, type Scene } from './scene.ts';
import { sentence } from './sentences.ts';
import { firstWord } from './typed.ts';
import { readPast } from './when.ts';

/** What an order about finding comes to. */
export type Sought =
  | { readonly type: 'find'; readonly text: string }
  | { readonly type: 'seek'; readonly target: Target }
  | { readonly type: 'eyes'; readonly wish: Wish }
  | { readonly type: 'past'; readonly at: number }
  | { readonly type: 'now' }
  | { readonly type: 'say'; readonly text: string };

type Reader = (scene: Scene, rest: string) => Sought;
/** The role a word stands for, as other orders read it. */
export type RoleOf = (scene: Scene, word: string) => string | undefined;

export function seekWords(roleOf: RoleOf): readonly (readonly [readonly string[], Reader])[] {
  return [
    [['find', 'søg', 'soeg', 'search'], findOrder],
    [['goto', 'gåtil', 'gaatil'], seekOrder],
    [['rolle', 'role', 'øjne', 'eyes'], (scene, rest) => eyesOrder(scene, rest, roleOf)],
    [['fortid', 'past'], pastOrder],
    [['nu', 'now'], () => ({ type: 'now' })],
  ];
}

function findOrder(scene: Scene, text: string): Sought {
  return wordsOf(text).length === 0
    ? { type: 'say', text: words(scene).orders.needsText }
    : { type: 'find', text };
}

function seekOrder(scene: Scene, rest: string): Sought {
  const number = /^#?(\d{1,9})$/.exec(rest.trim())?.[1];
  if (number !== undefined) return { type: 'seek', target: { seq: Number(number) } };
  const at = readPast(rest, scene.now);
  return at === undefined ? unread(scene) : { type: 'seek', target: { at } };
}

function eyesOrder(scene: Scene, rest: string, roleOf: RoleOf): Sought {
  const { word, rest: when } = firstWord(rest);
  const role = roleOf(scene, word);
  if (word === '' || role === undefined) {
    return { type: 'say', text: words(scene).orders.noSuch(word) };
  }
  const { past } = scene.ui;
  if (when.trim() === '') {
    return { type: 'eyes', wish: { role, ...(past ? { at: past.at } : {}) } };
  }
  const at = readPast(when, scene.now);
  return at === undefined ? unread(scene) : { type: 'eyes', wish: { role, at } };
}

function pastOrder(scene: Scene, rest: string): Sought {
  const at = readPast(rest, scene.now);
  return at === undefined ? unread(scene) : { type: 'past', at };
}

function unread(scene: Scene): Sought {
  return { type: 'say', text: words(scene).search.orders.unread };
}

/** More lines than these nobody listens to. */
const MOST = 30;

/** Rows on all lists that say the words, each after the name of its list. */
export function foundLines(
  scene: Scene,
  text: string,
  rowsOf: (panel: Panel) => readonly { readonly ref: Ref; readonly line: string }[],
): readonly string[] {
  const w = words(scene);
  const wanted = wordsOf(text);
  // The overview repeats what has its home elsewhere.
  const found = PANELS.filter((panel) => panel !== 'overview').flatMap((panel) =>
    rowsOf(panel)
      .filter(({ line }) => says(searchable(line), wanted))
      .map(({ line }) => `${w.tabs[panel]} ${line}`),
  );
  const over = found.length - MOST;
  return [
    w.search.orders.results(found.length),
    ...found.slice(0, MOST),
    ...(over > 0 ? [w.search.orders.more(over)] : []),
  ];
}

/** The entry, and those just before it. */
export async function entryLines(
  client: Client,
  scene: Scene,
  target: Target,
): Promise<readonly string[]> {
  const before = 'seq' in target ? target.seq + 20 : Number.MAX_SAFE_INTEGER;
  const rows = await entriesBefore(client, before, 'at' in target ? target.at : undefined);
  const seq = 'seq' in target ? target.seq : (rows.at(-1)?.seq ?? -1);
  const record = Object.fromEntries(rows.map((row) => [row.seq, row]));
  const found = record[seq] ? shownFor(record, seq) : undefined;
  if (found === undefined) return [words(scene).search.noEntry];
  const names = namesOf(scene.view, scene.ui.lang);
  return rows
    .filter((row) => row.event && row.seq <= found)
    .slice(-5)
    .map(
      ({ seq: number, at, event }) =>
        `${number}. ${formatExerciseTime(at, true)} ${event ? sentence(event, names) : ''}`,
    );
}

/** What the role sees, as lines; why not, where it is refused. */
export async function roleLines(
  client: Client,
  scene: Scene,
  wish: Wish,
): Promise<readonly string[]> {
  const looked = await lookAt(client, wish);
  if ('refused' in looked) return [looked.refused[scene.ui.lang]];
  if (!('eyes' in looked)) return [];
  const lines = eyesLines(scene, looked.eyes).map((line) => line.map(({ text }) => text).join(''));
  return [eyesTitle(scene, looked.eyes), ...lines.filter((line) => line.trim() !== '')];
}

/** The past, and what is said of it. */
export async function pastLines(
  client: Client,
  scene: Scene,
  at: number,
): Promise<{ readonly past?: Past; readonly lines: readonly string[] }> {
  const looked = await lookAt(client, { at });
  if ('refused' in looked) return { lines: [looked.refused[scene.ui.lang]] };
  if (!('past' in looked)) return { lines: [] };
  const { past } = looked;
  const time = formatExerciseTime(past.at, true);
  const w = words(scene).search;
  return { past, lines: [w.pastBand(time, past.seq, w.backWord)] };
}
