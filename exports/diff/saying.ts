/**
 * Changes in words: as lines, and as Markdown. Knows: two Plans' names and one language.
 * Does not know: how changes were found.
 */
import type { Decision, Phase, Plan, Trigger } from '../../engine/plan/plan.ts';
import { say, type Lang, type Text } from '../../engine/scenario/text.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { MINUTE, formatExerciseTime, type Ms } from '../../engine/scenario/time.ts';
import { markdown } from '../formats/escape.ts';
import type { Change, DiffKind } from './diff.ts';
import { diffText, type DiffText } from './text.ts';

export type Told = {
  readonly title: string;
  /** How many changes, and of what. */
  readonly summary: string;
  /** In order of importance; what it is about comes first. */
  readonly lines: readonly { readonly about: string; readonly what: string }[];
};

export function tellDiff(changes: readonly Change[], older: Plan, newer: Plan, lang: Lang): Told {
  const t = diffText(lang);
  const names = namesOf(older, newer, lang);
  return {
    title: t.title(`${older.id} ${older.version}`, `${newer.id} ${newer.version}`),
    summary: changes.length === 0 ? t.same : t.summary(changes.length, partsOf(changes, t)),
    lines: changes.map((change) => ({
      about: names(change.kind, change.id),
      what: whatOf(change, t, names, lang),
    })),
  };
}

/** `ansvar 2, indspil 5`: by kind, in order of importance. */
function partsOf(changes: readonly Change[], t: DiffText): string {
  const counts = new Map<string, number>();
  for (const change of changes) {
    const part = change.type === 'letters' ? t.responsibility : t.kinds[change.kind];
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return [...counts].map(([part, n]) => `${part} ${n}`).join(', ');
}

type Names = (kind: DiffKind, id: string) => string;

/** The newer version's name for a thing; the older one's where it is gone. */
function namesOf(older: Plan, newer: Plan, lang: Lang): Names {
  const found = new Map<string, string>();
  const put = (kind: DiffKind, id: string, text: Text | undefined): void => {
    if (text !== undefined) found.set(`${kind} ${id}`, say(text, lang));
  };
  for (const plan of [older, newer]) {
    for (const { id, title } of plan.tasks) put('tasks', id, title);
    for (const { id, question } of plan.decisions) put('decisions', id, question);
    for (const { id, name } of plan.roles) put('roles', id, name);
    for (const { id, name } of plan.organisations) put('organisations', id, name);
    for (const { id, title } of plan.services ?? []) put('services', id, title);
    for (const { id, title } of plan.clocks) put('clocks', id, title);
    for (const { id, title } of plan.interfaces) put('interfaces', id, title);
    for (const { id, title } of plan.phases) put('phases', id, title);
    for (const { id, title } of plan.injects) put('injects', id, title);
    for (const { id, title } of plan.bank ?? []) put('bank', id, title);
    for (const { id, title } of plan.objectives) put('objectives', id, title);
    for (const { id, title } of plan.threads ?? []) put('threads', id, title);
  }
  return (kind, id) => {
    const name = found.get(`${kind} ${id}`);
    return name === undefined ? id : `${name} [${id}]`;
  };
}

function whatOf(change: Change, t: DiffText, names: Names, lang: Lang): string {
  switch (change.type) {
    case 'added':
    case 'removed':
      return t[change.type];
    case 'renamed':
      return t.renamed(change.to);
    case 'letters': {
      const role = names('roles', change.role);
      const letters = (row: readonly string[]): string =>
        row.length === 0 ? t.none : row.join('');
      const said = t.letters(role, letters(change.before), letters(change.after));
      const [was, is] = [change.before.includes('A'), change.after.includes('A')];
      if (was === is) return said;
      return `${is ? t.becomes.A(role) : t.becomes.none(role)} (${letters(change.before)} → ${letters(change.after)})`;
    }
    case 'field': {
      const name = t.fields[change.field] ?? change.field;
      const [before, after] = [change.before, change.after].map((value) =>
        valueText(value, change.field, t, lang),
      );
      // A text that only the other language shows, or one too long to set beside the other.
      if (before === after) return t.changedText(name);
      return t.field(name, before ?? t.none, after ?? t.none);
    }
    default:
      return change satisfies never;
  }
}

const TIMES = new Set(['within', 'length', 'deadline', 'trueFrom', 'at', 'rto', 'rpo']);
const LONGEST = 120;

function valueText(value: unknown, field: string, t: DiffText, lang: Lang): string {
  if (value === undefined) return t.none;
  if (typeof value === 'number') return TIMES.has(field) ? spanText(value, lang) : String(value);
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
    return value.length === 0 ? t.none : shorten(value.join(', '));
  }
  if (isText(value)) return shorten(say(value, lang));
  return shorten(structureText(value, field, lang));
}

/** `1 t 10 min`. */
function spanText(ms: Ms, lang: Lang): string {
  const minutes = Math.round(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  const rest = hours > 0 && minutes % 60 === 0 ? [] : [`${minutes % 60} min`];
  return [...(hours > 0 ? [`${hours} ${lang === 'da' ? 't' : 'h'}`] : []), ...rest].join(' ');
}

/** Structures in the scenario's own words, short: a planner has the file beside them. */
function structureText(value: unknown, field: string, lang: Lang): string {
  switch (field) {
    case 'trigger':
      return triggerText(value as Trigger, lang);
    case 'starts':
    case 'opens':
    case 'gate':
      return conditionText(value as Condition);
    case 'options':
      return (value as Decision['options'])
        .map(({ id, title, goto }) => {
          const where = goto === undefined ? '' : ` → ${goto}`;
          return `${id} »${say(title, lang)}«${where}`;
        })
        .join(', ');
    case 'next':
      return (value as Phase['next'])
        .map(({ to, when }) => (when ? `${to} (${conditionText(when)})` : to))
        .join(', ');
    default:
      return JSON.stringify(value);
  }
}

function triggerText(trigger: Trigger, lang: Lang): string {
  switch (trigger.type) {
    case 'at':
      return formatExerciseTime(trigger.at, false);
    case 'after':
      return `${conditionText(trigger.when)} + ${spanText(trigger.delay, lang)}`;
    case 'when':
      return conditionText(trigger.when);
    case 'manual':
      return 'manual';
    case 'if-not':
      return `if-not: ${trigger.of.join(', ')}`;
    default:
      return trigger satisfies never;
  }
}

function conditionText(condition: Condition): string {
  switch (condition.type) {
    case 'fact':
      return `fact ${condition.fact} ${condition.mode === 'all' ? 'known-by' : 'opened-by'} ${condition.by.join(', ')}`;
    case 'task':
      return `task ${condition.task} is ${condition.is}`;
    case 'decision':
      return `decision ${condition.decision} is ${condition.is}`;
    case 'inject':
      return `inject ${condition.inject} is ${condition.is}`;
    case 'expectation':
      return `expectation ${condition.expectation} is ${condition.is}`;
    case 'phase':
      return `phase ${condition.phase}`;
    case 'clock':
      return `clock ${condition.clock} is ${condition.is}`;
    case 'service':
      return `service ${condition.service} is ${condition.is}`;
    case 'time-after':
      return `time-after ${formatExerciseTime(condition.at, false)}`;
    case 'all':
    case 'any':
      return `${condition.type} [${condition.of.map(conditionText).join('; ')}]`;
    case 'not':
      return `not [${conditionText(condition.of)}]`;
    default:
      return condition satisfies never;
  }
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key === 'da' || key === 'en');
}

const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

export function diffMarkdown({ title, summary, lines }: Told): string {
  const bullets = lines.map(({ about, what }) => `- **${markdown(about)}**: ${markdown(what)}`);
  return `${[`# ${markdown(title)}`, '', markdown(summary), ...(bullets.length > 0 ? ['', ...bullets] : [])].join('\n')}\n`;
}
