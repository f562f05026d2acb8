/**
 * Who may have seen which words, worked out from the plan and the record alone. Written without a
 * look at the engine's own rules of sight: it is what those are held against.
 */
import type { Draft, ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { MARKINGS, type Marking } from '../../engine/scenario/schema.ts';
import type { Decision, Plan, Task } from '../../engine/plan/plan.ts';

type Of<T extends ExerciseEvent['type']> = Extract<ExerciseEvent, { type: T }>;
type Items = Readonly<Record<string, unknown>>;

/** Every mark (⟦…⟧) in some data. */
export function marks(data: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(data).match(/⟦[^⟧]*⟧/g) ?? []);
}

export type Sight = {
  /** Takes notice of a line of the record. */
  readonly notice: (draft: Draft) => void;
  /** All that the role may have seen so far. */
  readonly may: (role: string) => ReadonlySet<string>;
  /** What it must be able to read now: its mail and what it knows. */
  readonly must: (role: string) => ReadonlySet<string>;
};

export function watchSight(plan: Plan): Sight {
  const may = new Map(plan.roles.map(({ id }) => [id, new Set<string>()]));
  const must = new Map(plan.roles.map(({ id }) => [id, new Set<string>()]));
  const everybody = plan.roles.map(({ id }) => id);
  const show = (roles: readonly string[], data: unknown, kept = false): void => {
    for (const role of roles) {
      for (const mark of marks(data)) {
        may.get(role)?.add(mark);
        if (kept) must.get(role)?.add(mark);
      }
    }
  };
  const { title, contentWarning = '', organisations, roles, hotWash } = plan;
  show(everybody, [title, contentWarning, organisations, hotWash, roles.map(({ name }) => name)]);
  for (const { id, briefing = '' } of roles) show([id], briefing, true);

  const written = new Map<string, Items>();
  /** What control has made of a planned inject. */
  const changed = new Map<string, Items>();
  const knows = new Set<string>();
  const tasks = new Map(plan.tasks.map((task) => [task.id, watchTask(task, everybody, knows)]));
  const decisions = new Map(plan.decisions.map((row) => [row.id, watchDecision(row)]));
  const showAll = (): void => {
    for (const one of [...tasks.values(), ...decisions.values()]) show(one.audience(), one.words());
  };
  /** Who asked control what. */
  const asked = new Map<string, string>();
  const cleared = (marking: Marking): readonly string[] =>
    roles
      .filter(({ clearedFor }) => !clearedFor || rank(marking) <= rank(clearedFor))
      .map(({ id }) => id);

  const onEvent = (event: ExerciseEvent): void => {
    switch (event.type) {
      case 'exercise.paused':
      case 'exercise.ended':
        show(everybody, event.reason ?? '');
        return;
      case 'inject.written':
        written.set(event.inject, event.row);
        return;
      case 'inject.released': {
        const row = plan.injects.find(({ id }) => id === event.inject);
        const { title, body } = { ...row, ...changed.get(event.inject) };
        const own = row && { title, body, from: row.from };
        show(event.to, own ?? written.get(event.inject), true);
        return;
      }
      case 'inject.changed': {
        const { title, body } = event;
        const words = { ...(title ? { title } : {}), ...(body ? { body } : {}) };
        changed.set(event.inject, { ...changed.get(event.inject), ...words });
        return;
      }
      case 'message.sent':
        show([event.from, ...event.to], [event.title ?? '', event.body, event.outside ?? ''], true);
        return;
      case 'fact.known':
        knows.add(`${event.role} ${event.fact}`);
        show([event.role], plan.facts.find(({ id }) => id === event.fact)?.text, true);
        return;
      case 'decision.raised': {
        const { decision, role, question, options } = event;
        const nobody = { authority: [role], consult: event.with, inform: [] };
        decisions.set(decision, watchDecision({ question, options, ...nobody }, true));
        show([role, ...event.with], [question, options], true);
        return;
      }
      case 'decision.opened':
      case 'decision.discussed':
      case 'decision.recorded':
        decisions.get(event.decision)?.notice(event);
        return;
      case 'statement.published':
        show(everybody, [event.title, event.body], true);
        return;
      case 'picture.updated':
        show([event.role, ...cleared(event.marking)], event.text, true);
        return;
      case 'control.asked':
        asked.set(event.ask, event.role);
        show([event.role], event.text, true);
        return;
      case 'control.answered':
        show([asked.get(event.ask)!], event.text);
        return;
      case 'record.contested':
      case 'outside.reported':
        show([event.role], event.text, true);
        return;
      case 'awareness.declared': {
        const own = roles.filter(({ organisation }) => organisation === event.organisation);
        show(
          own.map(({ id }) => id),
          event.reason,
        );
        return;
      }
      case 'question.asked':
        show(event.to, wordsOf(plan, event.question), true);
        return;
      case 'hotwash.answered':
        show([event.role], event.text);
        return;
      default:
        if ('task' in event) tasks.get(event.task)?.notice(event);
    }
  };
  return {
    notice: (draft) => {
      if (!('event' in draft)) return;
      onEvent(draft.event);
      showAll();
    },
    may: (role) => may.get(role) ?? new Set(),
    must: (role) => must.get(role) ?? new Set(),
  };
}

const rank = (marking: Marking): number => MARKINGS.indexOf(marking);

/** Those who decide and are heard, from the time that it is open; those to be told, once it is made. */
function watchDecision(
  row: Pick<Decision, 'question' | 'description' | 'authority' | 'consult' | 'inform'> & {
    readonly options: readonly { readonly title: unknown }[];
  },
  open = false,
) {
  const words: unknown[] = [row.question, row.description ?? '', row.options.map((o) => o.title)];
  let audience: readonly string[] = open ? [...row.authority, ...row.consult] : [];
  return {
    audience: (): readonly string[] => audience,
    words: (): unknown => words,
    notice: (event: Of<'decision.opened' | 'decision.discussed' | 'decision.recorded'>): void => {
      if (event.type !== 'decision.discussed') audience = [...row.authority, ...row.consult];
      if (event.type === 'decision.discussed') words.push(event.text);
      if (event.type !== 'decision.recorded') return;
      audience = [...audience, ...row.inform];
      words.push(event.reason, event.assumptions ?? '', event.dissent ?? '');
    },
  };
}

/** A role's letters in a task, read from the plan without the engine's own reading of it. */
export function lettersOf(task: Task) {
  const cells = [
    ['A', task.accountable],
    ['R', task.responsible],
    ['S', task.support],
    ['C', task.consulted],
    ['I', task.informed],
  ] as const;
  return (role: string) => cells.filter(([, of]) => of.includes(role)).map(([letter]) => letter);
}

/** What is put to those who are asked: a probe's words, or the title of the task a poll is about. */
function wordsOf(plan: Plan, id: string): unknown {
  const row = plan.questions?.find((question) => question.id === id);
  if (row?.kind === 'probe') return [row.question, row.options.map(({ title }) => title)];
  return plan.tasks.find((task) => task.id === row?.task)?.title ?? '';
}

/** Those with a letter, those it was offered to, and those who know what it is about. */
function watchTask(task: Task, everybody: readonly string[], knows: ReadonlySet<string>) {
  const { accountable, responsible, support, consulted, informed } = task;
  const told = new Set([accountable, responsible, support, consulted, informed].flat());
  const facts = [...task.needs, ...factsIn(task.starts)];
  let started = false;
  let done = '';
  let offers: readonly Of<'handover.offered' | 'task.assigned'>[] = [];
  const reasons: string[] = [];
  return {
    audience: (): readonly string[] =>
      everybody.filter(
        (role) => started && (told.has(role) || facts.some((fact) => knows.has(`${role} ${fact}`))),
      ),
    words: (): unknown => [
      task.title,
      task.description ?? '',
      done,
      offers.map(({ note = '' }) => note),
      reasons,
    ],
    notice: (event: ExerciseEvent): void => {
      if (event.type === 'task.started') started = true;
      if (event.type === 'task.done') done = event.note;
      if (event.type === 'handover.offered' || event.type === 'task.assigned') {
        offers = [...offers, event];
        told.add(event.to);
      }
      if (event.type === 'handover.declined') {
        offers = offers.filter(({ from, to }) => from !== event.from || to !== event.to);
        reasons.push(event.reason);
      }
    },
  };
}

function factsIn(condition: Condition | undefined): readonly string[] {
  if (condition?.type === 'fact') return [condition.fact];
  if (condition?.type === 'all' || condition?.type === 'any') return condition.of.flatMap(factsIn);
  return condition?.type === 'not' ? factsIn(condition.of) : [];
}
