/**
 * Whether all is ready before STARTEX: what the view shows, and what only the host knows.
 * Knows: what is looked at, and how bad it is. Does not know: the screen, or how the host looks.
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { Client } from '../engine/runtime/client.ts';
import { LANGS, type HostCheck, type Lang, type Text } from '../engine/runtime/protocol.ts';
import type { Key } from './key.ts';
import { joined } from './names.ts';
import { coming, seatsOf } from './rows.ts';
import {
  told,
  words,
  type Answered,
  type Confirm,
  type Line,
  type Preflight,
  type Scene,
} from './scene.ts';
import type { Catalogue } from './text.ts';

type Subject = keyof Catalogue['pacing']['preflight']['subject'];
export type Check = {
  readonly subject: Subject;
  readonly state: HostCheck['state'];
  readonly text: string;
};
/** A dilemma is talked over case by case. */
export function proposesTurns({ view }: Scene): boolean {
  return view.exercise?.['exercise']?.kind === 'dilemma';
}

export function openPreflight(scene: Scene): Preflight {
  return { type: 'preflight', step: proposesTurns(scene), scroll: 0 };
}

export async function askHost(client: Client): Promise<Answered> {
  const reply = await client.request({ type: 'check' });
  return reply.type === 'checked' ? reply.checks : { refused: reply.reason };
}

export function startInput(step: boolean): ControlInput {
  return step ? { type: 'exercise.start', step: true } : { type: 'exercise.start' };
}

/** The same as one question, for lines. */
export function confirmStart(scene: Scene, step: boolean | undefined, host: Answered): Confirm {
  const w = words(scene).pacing.preflight;
  const found = checks(scene, host);
  const effects = [
    ...found.map((check): Line => [{ text: checkLine(scene, check) }]),
    [{ text: summary(scene, found) }],
    ...(step === undefined
      ? []
      : [[{ text: `${w.modeLabel}: ${modeText(scene, step)}. ${w.starts}` }]]),
  ];
  return { title: w.title, effects, input: startInput(step ?? false) };
}

export const SYMBOLS = { ok: '✓', warn: '!', bad: '✗' } as const;

export function checkLine(scene: Scene, { subject, state, text }: Check): string {
  const w = words(scene).pacing.preflight;
  return `${SYMBOLS[state]} ${w.state[state]}: ${w.subject[subject]}: ${text}`;
}

export function modeText(scene: Scene, step: boolean): string {
  const w = words(scene).pacing.preflight;
  const said = w.mode[step ? 'step' : 'time'];
  return step && proposesTurns(scene) ? `${said} (${w.proposed})` : said;
}

export function summary(scene: Scene, found: readonly Check[]): string {
  const count = (state: Check['state']): number =>
    found.filter((check) => check.state === state).length;
  return words(scene).pacing.preflight.summary(count('bad'), count('warn'));
}

export type Pressed =
  | { readonly type: 'stay'; readonly overlay: Preflight }
  | { readonly type: 'start'; readonly input: ControlInput }
  | { readonly type: 'again' | 'back' };

export function pressPreflight(overlay: Preflight, key: Key, page: number): Pressed {
  const by: Readonly<Record<string, number>> = { up: -1, down: 1, pageup: -page, pagedown: page };
  const move = by[key.name];
  if (move !== undefined) {
    return { type: 'stay', overlay: { ...overlay, scroll: Math.max(0, overlay.scroll + move) } };
  }
  switch (key.name.toLowerCase()) {
    case 'j':
    case 'y':
      return { type: 'start', input: startInput(overlay.step) };
    case 't':
    case 'tab':
    case 'left':
    case 'right':
      return { type: 'stay', overlay: { ...overlay, step: !overlay.step } };
    case 'r':
      return { type: 'again' };
    case 'n':
    case 'escape':
    case 'ctrl+c':
      return { type: 'back' };
    default:
      return { type: 'stay', overlay };
  }
}

/** Everything that is looked at, in the order in which one can still do something about it. */
export function checks(scene: Scene, host: Answered | undefined): readonly Check[] {
  return [
    ...people(scene),
    texts(scene),
    ...languages(scene),
    ...(host === undefined ? [] : hostChecks(scene, host)),
    ...skew(scene),
  ];
}

function people(scene: Scene): readonly Check[] {
  const w = words(scene).pacing.preflight;
  const { view, client } = scene;
  const roles = Object.values(view.roles ?? {}).filter(({ simulated }) => !simulated);
  const seated = roles.map((role) => {
    const all = seatsOf(view, role.id);
    return { role, all: all.length, humans: all.filter(({ bot }) => !bot).length };
  });
  const named = (wanted: (one: (typeof seated)[number]) => boolean) =>
    seated.filter(wanted).map(({ role }) => told(scene, role.name));
  const empty = named(({ all }) => all === 0);
  const bots = named(({ all, humans }) => all > 0 && humans === 0);
  const few = named(({ role, humans }) => humans > 0 && humans < role.seats.min);
  const absent = named(({ role, humans }) => humans > 0 && (client.presence[role.id] ?? 0) === 0);
  const row = (subject: Subject, state: Check['state'], text: string): Check => ({
    subject,
    state,
    text,
  });
  return [
    empty.length > 0
      ? row('people', 'bad', w.empty(empty.length, some(scene, empty)))
      : row('people', 'ok', w.peopled(roles.length)),
    ...(bots.length > 0 ? [row('bots', 'warn', w.botted(bots.length, some(scene, bots)))] : []),
    ...(few.length > 0 ? [row('people', 'warn', w.few(some(scene, few)))] : []),
    ...(absent.length > 0 ? [row('present', 'warn', w.absent(some(scene, absent)))] : []),
  ];
}

/** On a small screen one list must not push the next check away. */
const NAMES = 5;

function some(scene: Scene, names: readonly string[]): string {
  const rest = names.length - NAMES;
  return joined(names.slice(0, NAMES)) + (rest > 0 ? ` ${words(scene).more(rest)}` : '');
}

function isEmpty(text: Text): boolean {
  const all = typeof text === 'string' ? [text] : LANGS.map((lang) => text[lang] ?? '');
  return all.every((one) => one.trim() === '');
}

function texts(scene: Scene): Check {
  const w = words(scene).pacing.preflight;
  const rows = coming(scene.view);
  const without = rows.filter(({ title, body }) => isEmpty(title) || isEmpty(body));
  return without.length > 0
    ? { subject: 'text', state: 'bad', text: w.textless(numbers(without)) }
    : { subject: 'text', state: 'ok', text: w.texts(rows.length) };
}

/** More would not help anybody find them. */
const NUMBERS = 12;

function numbers(rows: readonly { readonly number: number }[]): string {
  const sorted = rows.map(({ number }) => number).sort((a, b) => a - b);
  const more = sorted.length > NUMBERS ? ` … (${sorted.length})` : '';
  return sorted.slice(0, NUMBERS).join(', ') + more;
}

/** A text that is one string is the same in every language: a name, or what nobody translates. */
function lacks(texts: readonly (Text | undefined)[], lang: Lang): boolean {
  return texts.some(
    (text) => text !== undefined && typeof text !== 'string' && (text[lang] ?? '').trim() === '',
  );
}

function languages(scene: Scene): readonly Check[] {
  const w = words(scene).pacing.preflight;
  const { view } = scene;
  const wanted = view.exercise?.['exercise']?.languages ?? [];
  const missing = wanted.flatMap((lang): readonly Check[] => {
    const injects = coming(view).filter(({ title, body }) => lacks([title, body], lang));
    const count = <R>(
      rows: { readonly [id: string]: R } | undefined,
      of: (row: R) => readonly (Text | undefined)[],
    ) => Object.values(rows ?? {}).filter((row) => lacks(of(row), lang)).length;
    const tasks = count(view.tasks, ({ title, description }) => [title, description]);
    const decided = count(view.decisions, ({ question, description, options }) => [
      question,
      description,
      ...options.map(({ title }) => title),
    ]);
    const asked = count(view.questions, ({ title, options }) => [
      title,
      ...options.map((option) => option.title),
    ]);
    const parts = [
      ...(injects.length > 0 ? [w.injects(numbers(injects))] : []),
      ...(tasks > 0 ? [w.tasks(tasks)] : []),
      ...(decided > 0 ? [w.decisions(decided)] : []),
      ...(asked > 0 ? [w.questions(asked)] : []),
    ];
    if (parts.length === 0) return [];
    const text = w.untranslated(w.languageNames[lang], parts.join('; '));
    return [{ subject: 'languages', state: 'warn', text }];
  });
  if (missing.length > 0) return missing;
  const names = joined(wanted.map((lang) => w.languageNames[lang]));
  return [{ subject: 'languages', state: 'ok', text: w.translated(names) }];
}

function hostChecks(scene: Scene, host: Answered): readonly Check[] {
  const w = words(scene).pacing.preflight;
  if ('refused' in host) {
    return [{ subject: 'host', state: 'warn', text: w.refused(host.refused[scene.ui.lang]) }];
  }
  return host.map((row) => ({ subject: row.check, state: row.state, text: hostText(scene, row) }));
}

function hostText(scene: Scene, { check, state, detail }: HostCheck): string {
  const w = words(scene).pacing.preflight;
  const [word = '', amount = ''] = detail.split(' ');
  switch (check) {
    case 'address':
      if (state === 'ok') return w.reached(detail);
      return detail === 'alone' ? w.alone : w.loopback;
    case 'disk':
      return detail === 'unknown' ? w.diskUnknown : w.disk(size(Number(detail), scene.ui.lang));
    case 'clock':
      if (word === 'year') return w.year(amount);
      if (word === 'jump') return w.jumped(Math.round(Number(amount) / 1000));
      return w.clock(timeOfDay(Number(detail)));
    case 'journal':
      if (detail === 'behind') return w.behind;
      if (detail === 'unwritable') return w.unwritable;
      return state === 'ok' ? w.written(detail) : w.slow(detail);
    case 'page':
      return state === 'ok' ? w.page(detail) : w.pageMissing(detail);
    default:
      return check satisfies never;
  }
}

const GB = 1_000_000_000;

function size(bytes: number, lang: Lang): string {
  const [amount, unit] = bytes >= GB ? [bytes / GB, 'GB'] : [bytes / 1_000_000, 'MB'];
  const text = amount >= 100 ? String(Math.round(amount)) : String(Math.floor(amount * 10) / 10);
  return `${lang === 'da' ? text.replace('.', ',') : text} ${unit}`;
}

/** As this machine's own clock shows it: it is held against a watch on an arm. */
function timeOfDay(epoch: number): string {
  const date = new Date(epoch);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** What two clocks may differ by before anybody wonders at a time, wall ms. */
const SKEW = 5_000;

function skew(scene: Scene): readonly Check[] {
  const { skew: ms } = scene.client;
  if (Math.abs(ms) <= SKEW) return [];
  const text = words(scene).pacing.preflight.skewed(Math.round(Math.abs(ms) / 1000));
  return [{ subject: 'clock', state: 'warn', text }];
}
