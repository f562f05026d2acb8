/**
 * Filtering a list as one types. Knows: what a row says, and which rows say some words.
 * Does not know: what is drawn, or how a key is read.
 */
import { say, type Lang, type Text } from '../engine/runtime/protocol.ts';
import { allRefsOf } from './choice.ts';
import { says, searchable, wordsOf } from './fuzzy.ts';
import type { Key } from './key.ts';
import { listOf } from './panels/all.ts';
import type { Found, Panel, Ref, RefKind, Scene, Ui } from './scene.ts';

/** As wide as tables come, so that no column is left out of the search. */
const WIDTH = 400;
/** A list that is longer is not read anew whenever anything has changed: each row is, when it has. */
const LONG = 1_000;
/** So many rows of it are read for one frame: the others in the next ones. */
const SLICE = 400;

/** The scene with what is left of the panel's list, where it is filtered. */
export function filtered(scene: Scene): Scene {
  const { panel, sought } = scene.ui;
  const words = wordsOf(sought?.[panel] ?? '');
  if (words.length === 0) return scene;
  return { ...scene, found: { panel, ...matching(scene, panel, words) } };
}

type Matching = Omit<Found, 'panel'>;
const results = new WeakMap<object, Map<string, Matching>>();

/** Worked out once for all that is drawn of the same news. */
function matching(scene: Scene, panel: Panel, words: readonly string[]): Matching {
  const { ui, client } = scene;
  const key = JSON.stringify([panel, ui.lang, ui.filter, words]);
  const news = ui.past ?? client;
  // What was fetched of the record is no news of the host's.
  const of = panel === 'record' ? scene.view : news;
  const known = results.get(of) ?? new Map<string, Matching>();
  results.set(of, known);
  const found = known.get(key) ?? search(scene, panel, words);
  if (!found.more) known.set(key, found);
  return found;
}

function search(scene: Scene, panel: Panel, words: readonly string[]): Matching {
  const refs = allRefsOf(scene, panel);
  if (refs.length <= LONG) {
    return { refs: refs.filter((ref) => says(textOf(scene, panel, ref), words)), more: false };
  }
  let left = SLICE;
  const found = refs.filter((ref) => {
    const known = rememberedOf(scene, ref);
    if (known === undefined && left <= 0) return false;
    if (known === undefined) left -= 1;
    return says(known ?? remembered(scene, panel, ref), words);
  });
  return { refs: found, more: left <= 0 };
}

const texts = { da: new WeakMap<object, string>(), en: new WeakMap<object, string>() };

function rememberedOf(scene: Scene, ref: Ref): string | undefined {
  const row = rowOf(scene, ref);
  return row && texts[scene.ui.lang].get(row);
}

function remembered(scene: Scene, panel: Panel, ref: Ref): string {
  const row = rowOf(scene, ref);
  const text = textOf(scene, panel, ref);
  if (row) texts[scene.ui.lang].set(row, text);
  return text;
}

/** Every column of the row, and what stands in full below the list. */
function textOf(scene: Scene, panel: Panel, ref: Ref): string {
  const cells = listOf(panel)?.cells(scene, ref, WIDTH) ?? [];
  const more = proseOf(rowOf(scene, ref), scene.ui.lang);
  return searchable([...cells.map(({ text }) => text), ...more].join(' '));
}

const PROSE = ['title', 'question', 'text', 'body', 'description', 'notes', 'reason'] as const;

function proseOf(row: object | undefined, lang: Lang): readonly string[] {
  const fields = (row ?? {}) as { readonly [field: string]: unknown };
  return PROSE.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' || isText(value) ? [say(value, lang)] : [];
  });
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && ('da' in value || 'en' in value);
}

const COLLECTIONS: Readonly<Record<RefKind, keyof Scene['view']>> = {
  inject: 'injects',
  question: 'questions',
  obligation: 'obligations',
  role: 'roles',
  task: 'tasks',
  clock: 'clocks',
  decision: 'decisions',
  message: 'messages',
  record: 'record',
  observation: 'observations',
  note: 'notes',
  call: 'calls',
  answer: 'hotwash',
  ask: 'asks',
  contest: 'contests',
  outside: 'outside',
  statement: 'statements',
  picture: 'picture',
};

function rowOf({ view }: Scene, { kind, id }: Ref): object | undefined {
  const rows = view[COLLECTIONS[kind]] as { readonly [key: string]: object } | undefined;
  return rows?.[id];
}

/** What a key does while the words are typed; undefined where it means nothing here. */
export function pressFilter({ ui }: Scene, key: Key): Partial<Ui> | undefined {
  const words = ui.sought?.[ui.panel] ?? '';
  switch (key.name) {
    case 'escape':
    case 'ctrl+c':
      return { ...soughtFor(ui, ''), overlay: { type: 'none' } };
    case 'return':
      return { overlay: { type: 'none' } };
    case 'backspace':
      return soughtFor(ui, Array.from(words).slice(0, -1).join(''));
    case 'ctrl+u':
      return soughtFor(ui, '');
    default:
      return key.text === '' ? undefined : soughtFor(ui, words + key.text.replace(/\n+/g, ' '));
  }
}

/** The list of this panel by other words; it begins at its top again. */
export function soughtFor(ui: Ui, words: string): Partial<Ui> {
  const { panel } = ui;
  return {
    sought: { ...ui.sought, [panel]: words },
    chosen: { ...ui.chosen, [panel]: words === '' ? ui.chosen[panel] : undefined },
  };
}
