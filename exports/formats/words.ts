/**
 * Figures, times and names as the reader's language writes them.
 * Knows: a language. Does not know: which text surrounds them.
 */
import { UNSURE } from '../../engine/plan/plan.ts';
import { type Lang, type Text, say } from '../../engine/scenario/text.ts';
import { type Ms, formatExerciseTime, storyTime } from '../../engine/scenario/time.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { type Catalogue, catalogue } from '../text.ts';

/** Says things about one analysis in one language. */
export type Speaker = {
  readonly lang: Lang;
  readonly t: Catalogue;
  readonly text: (text: Text) => string;
  readonly name: (kind: NamedKind, id: string) => string;
  readonly roles: (ids: readonly string[]) => string;
  /** A clock by its name and the organisation it runs for: several may have the same clock. */
  readonly clock: (id: string) => string;
  readonly option: (decision: string, option: string) => string;
  /** What a poll or a probe asks: who owns a task, or the probe's own question. */
  readonly asked: (question: string) => string;
  /** An answer to a poll or a probe. */
  readonly answer: (question: string, answer: string) => string;
  /** The name of the thread that a phase belongs to, if it does to one. */
  readonly thread: (phase: string) => string | undefined;
  /** Who is expected to do what. */
  readonly expectation: (id: string) => string;
  /** An inject's serial number and title, a statement's title, a picture's version, a message's id. */
  readonly item: (id: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly number: (value: number, decimals?: number) => string;
  readonly share: (value: number) => string;
  readonly length: (ms: Ms) => string;
  /** `T+01:30`, and to the second where that is the point. */
  readonly time: (at: Ms) => string;
  readonly instant: (at: Ms) => string;
  /** The story's own date and time. */
  readonly story: (at: Ms) => string;
};
export type NamedKind =
  | 'organisations'
  | 'roles'
  | 'objectives'
  | 'facts'
  | 'tasks'
  | 'services'
  | 'interfaces'
  | 'decisions'
  | 'phases'
  | 'injects'
  | 'matters'
  | 'clocks'
  | 'questions'
  | 'threads'
  | 'asked';

export function speaker(analysis: Analysis, lang: Lang): Speaker {
  const t = catalogue(lang);
  const { names, exercise } = analysis;
  const tables = new Map(
    NAMED.map((kind) => [kind, new Map(names[kind].map((row) => [row.id, row.name]))]),
  );
  const name = (kind: NamedKind, id: string): string => say(tables.get(kind)?.get(id) ?? id, lang);
  const numbers = new Map(names.injects.map((row) => [row.id, row.number]));
  const [clocks, decisions, questions, phases, expectations, publications] = [
    byId(names.clocks),
    byId(names.decisions),
    byId(names.asked),
    byId(names.phases),
    byId(names.expectations),
    byId(names.publications ?? []),
  ];
  const list = (words: readonly string[]): string => listOf(words, t.and);
  return {
    lang,
    t,
    text: (text) => say(text, lang),
    name,
    roles: (ids) => (ids.length === 0 ? t.nobody : list(ids.map((id) => name('roles', id)))),
    clock: (id) => {
      const house = clocks.get(id)?.organisation;
      const quoted = t.quote(name('clocks', id));
      return house === undefined ? quoted : `${quoted} (${name('organisations', house)})`;
    },
    option: (decision, option) => {
      const row = decisions.get(decision);
      return say(row?.options.find((o) => o.id === option)?.name ?? option, lang);
    },
    asked: (question) => {
      const row = questions.get(question);
      const quoted = t.quote(name('asked', question));
      return row?.kind === 'poll' ? t.owns(quoted) : quoted;
    },
    answer: (question, answer) => {
      if (answer === UNSURE) return t.unsure;
      const row = questions.get(question);
      if (row?.kind === 'poll') return name('roles', answer);
      return say(row?.options.find(({ id }) => id === answer)?.name ?? answer, lang);
    },
    thread: (phase) => {
      const thread = phases.get(phase)?.thread;
      return thread === undefined ? undefined : name('threads', thread);
    },
    expectation: (id) => {
      const row = expectations.get(id);
      return row ? `${name('roles', row.role)}: ${t.acts[row.does]}` : id;
    },
    item: (id) => {
      const published = publications.get(id);
      if (published?.kind === 'statement') return t.statement(say(published.name, lang));
      if (published) return t.version(t.pictureSections[published.section], published.version);
      if (!numbers.has(id)) return id.startsWith('call.') ? t.call : t.message(id);
      const number = numbers.get(id);
      return t.inject(number === undefined ? id : String(number), name('injects', id));
    },
    list,
    number: (value, decimals = 0) => decimal(value, decimals, t.comma),
    share: (value) => `${decimal(value * 100, 0, t.comma)}${t.percent}`,
    length: (ms) => lengthOf(ms, t),
    time: (at) => formatExerciseTime(at, false),
    instant: (at) => formatExerciseTime(at),
    story: (at) => {
      const { date, time } = storyTime(exercise.story, at);
      return `${date} ${time}`;
    },
  };
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const NAMED: readonly NamedKind[] = [
  'organisations',
  'roles',
  'objectives',
  'facts',
  'tasks',
  'services',
  'interfaces',
  'decisions',
  'phases',
  'injects',
  'matters',
  'clocks',
  'questions',
  'threads',
  'asked',
];

/** Names with a comma in them are kept apart by semicolons. */
export function listOf(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? '';
  const between = words.some((word) => word.includes(',')) ? '; ' : ', ';
  return words.length < 2 ? last : `${words.slice(0, -1).join(between)} ${and} ${last}`;
}

/** `toFixed` rounds the same everywhere; only the sign and the decimal mark are the language's. */
export function decimal(value: number, decimals: number, comma: string): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return sign + fixed.replace('.', comma);
}

/** `2 t 30 min`, unbroken between number and unit: days, hours and minutes; seconds only where a length is under ten minutes. */
export function lengthOf(ms: Ms, { units }: Pick<Catalogue, 'units'>): string {
  const size = Math.abs(ms);
  const short = size < 600_000;
  const total = short ? Math.round(size / 1000) : Math.round(size / 60_000) * 60;
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(total / 86_400), units.day],
    [Math.floor(total / 3_600) % 24, units.hour],
    [Math.floor(total / 60) % 60, units.minute],
    [total % 60, units.second],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}\u00a0${unit}`);
  return said.length === 0 ? `0\u00a0${units.minute}` : (ms < 0 ? '−' : '') + said.join(' ');
}
