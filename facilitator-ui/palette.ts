/**
 * The command palette: every action by its words, with its key and why it does not apply here, and
 * the rows one can go to. Knows: what fits what is typed. Does not know: how anything is done.
 */
import { reservedFor } from './staff.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import { rank, searchable, wordsOf } from './fuzzy.ts';
import type { Key } from './key.ts';
import type { Action, Binding } from './binding.ts';
import { BINDINGS } from './keys.ts';
import { whyNotMarked } from './marking.ts';
import type { LookStep } from './look.ts';
import { once } from './rows.ts';
import { PANELS, told, words, type Overlay, type Panel, type Ref, type Scene } from './scene.ts';
import { readPast } from './when.ts';
import { moved } from './window.ts';

export type Palette = Extract<Overlay, { readonly type: 'palette' }>;
export type Item = { readonly name: string; readonly note: string } & (
  | { readonly type: 'action'; readonly binding: Binding; readonly applies: boolean }
  | { readonly type: 'panel'; readonly panel: Panel }
  | { readonly type: 'row'; readonly ref: Ref }
  | { readonly type: 'step'; readonly step: LookStep }
);

/** More than these nobody reads: one more letter is quicker. */
const MOST = 60;
/** With fewer letters every row fits. */
const ROWS_FROM = 2;

/** What Enter leads to. */
export type Picked =
  | { readonly type: 'stay'; readonly palette: Palette }
  | { readonly type: 'close' }
  | { readonly type: 'pick'; readonly item: Item };

export function pressPalette(scene: Scene, palette: Palette, key: Key): Picked {
  const { query, at } = palette;
  const stay = (change: Partial<Palette>): Picked => ({
    type: 'stay',
    palette: { ...palette, ...change },
  });
  const items = itemsOf(scene, query);
  const step = (by: number): Picked => stay({ at: moved(items.length, at, by) });
  switch (key.name) {
    case 'escape':
    case 'ctrl+c':
    case 'ctrl+p':
      return { type: 'close' };
    case 'up':
      return step(-1);
    case 'down':
      return step(1);
    case 'pageup':
      return step(-10);
    case 'pagedown':
      return step(10);
    case 'return': {
      const item = items[at];
      return item ? { type: 'pick', item } : stay({});
    }
    case 'backspace':
      return stay({ query: Array.from(query).slice(0, -1).join(''), at: 0 });
    case 'ctrl+u':
      return stay({ query: '', at: 0 });
    default:
      return key.text === ''
        ? stay({})
        : stay({ query: query + key.text.replace(/\n+/g, ' '), at: 0 });
  }
}

const listed = new WeakMap<object, { readonly key: string; readonly items: readonly Item[] }>();

/** What fits, the best first. Worked out once for each letter and for all that is news. */
export function itemsOf(scene: Scene, query: string): readonly Item[] {
  const { lang, panel, chosen, picked, past } = scene.ui;
  const key = JSON.stringify([lang, panel, chosen[panel], picked, query]);
  const known = listed.get(past ?? scene.client);
  if (known?.key === key) return known.items;
  const items = found(scene, query);
  listed.set(past ?? scene.client, { key, items });
  return items;
}

function found(scene: Scene, query: string): readonly Item[] {
  const typed = wordsOf(query);
  const ranked = [...actions(scene), ...panels(scene)].flatMap((item) => {
    const fit = rank(searchable(`${item.name} ${item.note}`), typed);
    const here = item.type === 'action' && !item.applies ? 30 : 0;
    return fit === undefined ? [] : [{ item, fit: fit - here }];
  });
  const rows = long(query) ? rowsOf(scene, typed) : [];
  const best = [...ranked, ...rows].sort((a, b) => b.fit - a.fit).slice(0, MOST);
  return [...targets(scene, query), ...best.map(({ item }) => item)];
}

const long = (query: string): boolean => query.trim().length >= ROWS_FROM;

/** An entry by its number, a time in the record, and the past as it was then. */
function targets(scene: Scene, query: string): readonly Item[] {
  const w = words(scene).search;
  const number = /^\s*#?\s*(\d{1,9})\s*$/.exec(query)?.[1];
  if (number !== undefined) {
    const step = { type: 'seek', target: { seq: Number(number) } } as const;
    return [{ type: 'step', step, name: w.toEntry(Number(number)), note: '' }];
  }
  const at = readPast(query, scene.now);
  if (at === undefined || !/[:tTmh+−-]/.test(query)) return [];
  const time = formatExerciseTime(at);
  return [
    { type: 'step', step: { type: 'seek', target: { at } }, name: w.toTime(time), note: '' },
    { type: 'step', step: { type: 'look', wish: { at } }, name: w.seePast(time), note: '' },
  ];
}

/** Each once, also those that more than one key begins. Moving about needs no palette. */
function actions(scene: Scene): readonly Item[] {
  const w = words(scene);
  const all = new Map<Action, Item>();
  for (const binding of BINDINGS) {
    const { action } = binding;
    if (action === 'palette' || action === 'panel') continue;
    const applies = binding.applies(scene);
    if (all.has(action) && !applies) continue;
    const [name, note] = [w.actions[action], w.longer[action]];
    all.set(action, { type: 'action', binding, applies, name, note });
  }
  return [...all.values()];
}

function panels(scene: Scene): readonly Item[] {
  const { tabs, columns } = words(scene);
  return PANELS.map((panel) => ({
    type: 'panel',
    panel,
    name: tabs[panel],
    note: `${words(scene).actions.panel}, ${columns.number} ${PANELS.indexOf(panel) + 1}`,
  }));
}

type Labelled = { readonly item: Item; readonly text: string };

function rowsOf(
  scene: Scene,
  typed: readonly string[],
): readonly { readonly item: Item; readonly fit: number }[] {
  return labelled(scene).flatMap(({ item, text }) => {
    const fit = rank(text, typed);
    return fit === undefined ? [] : [{ item, fit: fit - 5 }];
  });
}

/** Roles, injects, tasks, decisions and messages as they are called. */
function labelled(scene: Scene): readonly Labelled[] {
  const { view, ui } = scene;
  const { tabs } = words(scene);
  const kind = <T extends { readonly id: string }>(
    rows: { readonly [key: string]: T } | undefined,
    as: Ref['kind'],
    panel: Panel,
    name: (row: T) => string,
  ): readonly Labelled[] =>
    once(rows ?? NOTHING, `palette:${ui.lang}`, () =>
      Object.values<T>(rows ?? {}).map((row) => {
        const called = name(row);
        const item = { type: 'row', ref: { kind: as, id: row.id }, name: called } as const;
        return { item: { ...item, note: tabs[panel] }, text: searchable(called) };
      }),
    );
  return [
    ...kind(view.roles, 'role', 'roles', (row) =>
      [told(scene, row.name), told(scene, row.organisationName)].join(', '),
    ),
    ...kind(view.injects, 'inject', 'injects', (row) => `${row.number} ${told(scene, row.title)}`),
    ...kind(view.tasks, 'task', 'tasks', (row) => told(scene, row.title)),
    ...kind(view.decisions, 'decision', 'decisions', (row) => told(scene, row.question)),
    ...kind(view.messages, 'message', 'messages', (row) => told(scene, row.title)),
  ];
}
const NOTHING = {};

const STATUSES = ['planned', 'running', 'paused', 'ended', 'hotwash', 'closed'] as const;

/** Why a key does nothing here: the exercise stands elsewhere, or one is elsewhere on the screen. */
export function whyGrey(scene: Scene, binding: Binding): string {
  const w = words(scene);
  const { applies } = binding;
  if (scene.ui.past) return w.search.notInPast;
  const whose = reservedFor(scene, binding);
  if (whose !== undefined) return whose;
  const marks = whyNotMarked(scene, binding);
  if (marks !== undefined) return marks;
  const row = scene.view.exercise?.['exercise'];
  const times = STATUSES.filter(
    (status) =>
      row &&
      applies({ ...scene, view: { ...scene.view, exercise: { exercise: { ...row, status } } } }),
  );
  if (times.length > 0) return w.search.onlyWhen(times.map((s) => w.status[s].toLowerCase()));
  const places = PANELS.filter((panel) => applies({ ...scene, ui: { ...scene.ui, panel } }));
  if (places.length > 0) return w.search.onlyOn(places.map((panel) => w.tabs[panel]));
  return w.search.notHere;
}
