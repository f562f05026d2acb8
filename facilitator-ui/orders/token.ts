/**
 * The parts of a typed order: roles, messages, facts, times, entries, and what something is about.
 * Knows: how each is written. Does not know: which order they belong to.
 */
import type { About, ControlInput, Sureness } from '../../engine/exercise/entry.ts';
import { say, type Ms } from '../../engine/runtime/protocol.ts';
import { EVERYONE, rolesOf } from '../forms.ts';
import type { Message } from '../rows.ts';
import { readSure } from '../lines/argument.ts';
import { told, words, type Mail, type Panel, type Scene } from '../scene.ts';

import { readHappened } from '../when.ts';

/** What an order of these files comes to. */
export type Spoken =
  | { readonly type: 'act'; readonly input: ControlInput }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  | { readonly type: 'list'; readonly panel: Panel; readonly mail?: Mail };
export type Speaker = (scene: Scene, rest: string) => Spoken;

export const act = (input: ControlInput): Spoken => ({ type: 'act', input });
export const tell = (text: string): Spoken => ({ type: 'say', text });

export function same(name: string, word: string): boolean {
  return name.toLowerCase().startsWith(word.toLowerCase());
}

/** `alle`, or ids and beginnings of names with commas between; undefined if one fits no single role. */
export function receivers(scene: Scene, word: string): readonly string[] | undefined {
  if (['alle', 'all'].includes(word.toLowerCase())) return rolesOf(scene, [EVERYONE]);
  const roles = word.split(',').map((part) => role(scene, part));
  return roles.every((id) => id !== undefined) ? roles : undefined;
}

export function role(scene: Scene, word: string): string | undefined {
  const rows = Object.values(scene.view.roles ?? {});
  const named = rows.filter((row) => same(say(row.name, scene.ui.lang), word));
  return rows.find((row) => row.id === word)?.id ?? (named.length === 1 ? named[0]?.id : undefined);
}

/** `b3` or `m3`: the third message. */
export function messageAt({ view }: Scene, word: string): Message | undefined {
  const number = /^[bm](\d{1,5})$/i.exec(word)?.[1];
  return number === undefined ? undefined : Object.values(view.messages ?? {})[Number(number) - 1];
}

/** What stands between an order's own words and its text. */
export type Tokens = {
  readonly facts: readonly string[];
  /** How sure the sender says to be: `+1?` possible, `+1~` likely, `+1!` confirmed. */
  readonly certainty?: Sureness;
  readonly evidence: readonly number[];
  readonly prepared?: string;
  readonly happened?: Ms;
  readonly about?: About;
  readonly text: string;
  /** What could not be read, or why not. */
  readonly error?: string;
};

/** `+1` a fact, `@T+1:20` when, `#12,14` evidence, `f2` a prepared text, `om:…` about what; then text. */
export function readTokens(scene: Scene, rest: string, wanted: readonly Kind[]): Tokens {
  let tokens: Tokens = { facts: [], evidence: [], text: rest.trim() };
  for (;;) {
    const { word, after } = nextWord(tokens.text);
    const kind = wanted.find((one) => SHAPES[one].test(word));
    if (kind === undefined || tokens.error !== undefined) return tokens;
    tokens = { ...tokens, ...readToken(scene, kind, word, tokens), text: after };
  }
}

export type Kind = 'fact' | 'sure fact' | 'when' | 'entry' | 'prepared' | 'about';
const SHAPES: { readonly [K in Kind]: RegExp } = {
  fact: /^\+\d{1,4}$/,
  'sure fact': /^\+\d{1,4}[?~!]?$/,
  when: /^@./,
  entry: /^#\d/,
  prepared: /^[fp]\d{1,3}$/i,
  about: /^(?:om|about):./i,
};

/** A word, in which what stands in quotes may have spaces. */
function nextWord(text: string): { readonly word: string; readonly after: string } {
  const [all = '', word = ''] = /^((?:"[^"]*"|\S)+)\s*/.exec(text) ?? [];
  return { word, after: text.slice(all.length) };
}

function readToken(scene: Scene, kind: Kind, word: string, so: Tokens): Partial<Tokens> {
  const w = words(scene).scribe;
  const bad = { error: w.orders.badToken(word) };
  switch (kind) {
    case 'fact':
    case 'sure fact': {
      const [, number = '', mark = ''] = /^\+(\d+)(.?)$/.exec(word) ?? [];
      const id = Object.keys(scene.view.facts ?? {})[Number(number) - 1];
      if (id === undefined) return bad;
      const sure = readSure(mark);
      const certainty = sure ? { certainty: { ...so.certainty, [id]: sure } } : {};
      return { facts: [...so.facts, id], ...certainty };
    }
    case 'entry': {
      const seqs = word.slice(1).split(',').map(Number);
      return seqs.every(Number.isSafeInteger) ? { evidence: [...so.evidence, ...seqs] } : bad;
    }
    case 'prepared': {
      const id = Object.keys(scene.view.bank ?? {})[Number(word.slice(1)) - 1];
      return id === undefined ? bad : { prepared: id };
    }
    case 'when': {
      const happened = readHappened(word.slice(1), scene.now);
      if (happened === undefined) return { error: w.form.badHappened };
      return happened > scene.now ? { error: w.form.ahead } : { happened };
    }
    case 'about': {
      const about = aboutWhat(scene, word.slice(word.indexOf(':') + 1).replaceAll('"', ''));
      return about ? { about } : bad;
    }
    default:
      return kind satisfies never;
  }
}

/** An inject's number, `b3`, an id, or the beginning of a name that fits one thing only. */
function aboutWhat(scene: Scene, word: string): About | undefined {
  const { view } = scene;
  const message = messageAt(scene, word);
  if (message) return { message: message.id };
  const inject = Object.values(view.injects ?? {}).find(({ number }) => String(number) === word);
  if (inject) return { inject: inject.id };
  const all = [
    ...Object.values(view.objectives ?? {}).map((row) => ({ kind: 'objective', ...row })),
    ...Object.values(view.tasks ?? {}).map((row) => ({ kind: 'task', ...row })),
    ...Object.values(view.decisions ?? {}).map((row) => ({
      kind: 'decision',
      id: row.id,
      title: row.question,
    })),
    ...Object.values(view.roles ?? {}).map((row) => ({
      kind: 'role',
      id: row.id,
      title: row.name,
    })),
  ];
  const named = all.filter(({ title }) => same(told(scene, title), word));
  const found = all.find(({ id }) => id === word) ?? (named.length === 1 ? named[0] : undefined);
  return found && { [found.kind]: found.id };
}
