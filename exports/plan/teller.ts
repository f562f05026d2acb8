/**
 * Says things about a plan in one language: names, times, conditions.
 * Knows: a plan and a language. Does not know: which drawing they stand in.
 */
import type { Plan, Sender, Trigger } from '../../engine/plan/plan.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { type Lang, say, type Text } from '../../engine/scenario/text.ts';
import { formatExerciseTime, type Ms, storyTime } from '../../engine/scenario/time.ts';
import { lengthOf, listOf } from '../formats/words.ts';
import { type Catalogue, catalogue } from '../text.ts';
import { words as da, type Words } from './danish.ts';
import { words as en } from './english.ts';
import { conditionText } from './conditions.ts';
import type { Moment } from './schedule.ts';

export type Teller = {
  readonly lang: Lang;
  readonly t: Words;
  /** The words that plans share with reports: letters, acts, kinds of exercise. */
  readonly labels: Catalogue;
  readonly text: (text: Text) => string;
  readonly role: (id: string) => string;
  readonly roles: (ids: readonly string[]) => string;
  readonly organisation: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly task: (id: string) => string;
  readonly decision: (id: string) => string;
  readonly option: (decision: string, option: string) => string;
  readonly phase: (id: string) => string;
  readonly thread: (id: string) => string;
  readonly objective: (id: string) => string;
  readonly inject: (id: string) => string;
  readonly number: (id: string) => string;
  readonly interface: (id: string) => string;
  readonly clock: (id: string) => string;
  readonly service: (id: string) => string;
  readonly sender: (from: Sender) => string;
  readonly quote: (words: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly time: (at: Ms) => string;
  readonly moment: (moment: Moment | undefined) => string;
  readonly length: (ms: Ms) => string;
  /** The story's own date and time. */
  readonly story: (at: Ms) => string;
  readonly condition: (condition: Condition) => string;
  readonly trigger: (trigger: Trigger) => string;
};

export function wordsIn(lang: Lang): Words {
  return { da, en }[lang];
}

export function tellerOf(plan: Plan, lang: Lang): Teller {
  const t = wordsIn(lang);
  const labels = catalogue(lang);
  const text = (words: Text): string => say(words, lang);
  const named = <T extends { readonly id: string }>(
    rows: readonly T[] | undefined,
    name: (row: T) => string,
  ): ((id: string) => string) => {
    const names = new Map((rows ?? []).map((row) => [row.id, name(row)]));
    return (id) => names.get(id) ?? id;
  };
  const list = (words: readonly string[]): string =>
    words.length === 0 ? t.nothing : listOf(words, labels.and);
  const role = named(plan.roles, roleNames(plan, text));
  const injects = new Map(plan.injects.map((row) => [row.id, row]));
  const decisions = new Map(plan.decisions.map((row) => [row.id, row]));
  const time = (at: Ms): string => formatExerciseTime(at, false);
  const length = (ms: Ms): string => lengthOf(ms, labels);
  const inject = (id: string): string => {
    const row = injects.get(id);
    return row ? t.number(String(row.number), text(row.title)) : id;
  };
  const teller: Omit<Teller, 'condition' | 'trigger'> = {
    lang,
    t,
    labels,
    text,
    role,
    roles: (ids) =>
      ids.length === 0 ? t.nobody : everybody(plan, ids) ? t.everybody : list(ids.map(role)),
    organisation: named(plan.organisations, ({ name }) => text(name)),
    fact: named(plan.facts, (row) => text(row.text)),
    task: named(plan.tasks, ({ title }) => text(title)),
    decision: named(plan.decisions, ({ question }) => text(question)),
    option: (decision, option) =>
      text(decisions.get(decision)?.options.find(({ id }) => id === option)?.title ?? option),
    phase: named(plan.phases, ({ title }) => text(title)),
    thread: named(plan.threads, ({ title }) => text(title)),
    objective: named(plan.objectives, ({ title }) => text(title)),
    inject,
    number: (id) => String(injects.get(id)?.number ?? id),
    interface: named(plan.interfaces, ({ id, title }) =>
      text(title) === id ? id : `${id} ${text(title)}`,
    ),
    clock: named(plan.clocks, ({ title }) => text(title)),
    service: named(plan.services, ({ title }) => text(title)),
    sender: (from) => ('name' in from ? text(from.name) : role(from.role)),
    quote: t.quote,
    list,
    time,
    moment: (moment) =>
      !moment ? t.nothing : moment.exact ? time(moment.at) : t.estimate(time(moment.at)),
    length,
    story: (at) => {
      const { date, time: clock } = storyTime(plan.story, at);
      return `${date} ${clock}`;
    },
  };
  const condition = (said: Condition): string => conditionText(said, teller, plan);
  return { ...teller, condition, trigger: (trigger) => triggerText(trigger, teller, condition) };
}

/** Where several roles have the same name, as those of a template have, the organisation tells. */
function roleNames(plan: Plan, text: (text: Text) => string): (role: Plan['roles'][0]) => string {
  const organisations = new Map(plan.organisations.map(({ id, name }) => [id, text(name)]));
  const times = new Map<string, number>();
  for (const { name } of plan.roles) times.set(text(name), (times.get(text(name)) ?? 0) + 1);
  return ({ name, organisation }) =>
    (times.get(text(name)) ?? 0) > 1
      ? `${text(name)} (${organisations.get(organisation) ?? organisation})`
      : text(name);
}

/** As many as all who take part, and that is more than two. */
function everybody({ roles }: Plan, ids: readonly string[]): boolean {
  const players = roles.filter(({ playedBy }) => playedBy === 'participant');
  const named = new Set(ids);
  return players.length > 2 && players.every(({ id }) => named.has(id));
}

function triggerText(
  trigger: Trigger,
  { t, inject, length, list, time }: Omit<Teller, 'condition' | 'trigger'>,
  condition: (condition: Condition) => string,
): string {
  switch (trigger.type) {
    case 'at':
      return time(trigger.at);
    case 'manual':
      return t.triggers.manual;
    case 'when':
      return t.triggers.when(condition(trigger.when));
    case 'after':
      return trigger.delay === 0
        ? t.triggers.at_once(condition(trigger.when))
        : t.triggers.after(condition(trigger.when), length(trigger.delay));
    case 'if-not':
      return trigger.of.length === 0
        ? t.triggers.reserveAlone
        : t.triggers.reserve(list(trigger.of.map(inject)));
    default:
      return trigger satisfies never;
  }
}
