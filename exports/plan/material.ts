/**
 * What a drawing of a plan is made from: the plan as its readers may see it, when things come, and what
 * the checker and the catalogue say beside it. What the planning group's edition leaves out is taken
 * out of the plan here, so that no drawing can show it by accident.
 * Knows: who may see which parts. Does not know: how anything is drawn.
 */
import type { Decision, Inject, Phase, Plan, Question, Trigger } from '../../engine/plan/plan.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/** `controllers`: everything. `planners`: no notes, truths, expectations, contingency injects, bank. */
export type Edition = 'controllers' | 'planners';

/** A warning of the checker's, said in the reader's language. */
export type Warning = { readonly where: string; readonly what: string; readonly remedy: string };
/** Where the catalogue has an interface from. */
export type Source = { readonly source: string; readonly confidence: 'high' | 'medium' | 'low' };
export type Beside = {
  readonly warnings?: readonly Warning[];
  readonly sources?: ReadonlyMap<string, Source>;
};

export type Material = {
  readonly plan: Plan;
  readonly edition: Edition;
  readonly schedule: Schedule;
  readonly warnings: readonly Warning[];
  readonly sources: ReadonlyMap<string, Source>;
};

/** Times are worked out on the whole plan: what is hidden still takes place. */
export function materialOf(plan: Plan, edition: Edition, beside: Beside = {}): Material {
  const schedule = scheduleOf(plan);
  const { warnings = [], sources = new Map<string, Source>() } = beside;
  if (edition === 'controllers') return { plan, edition, schedule, warnings, sources };
  const hidden = hiddenIn(plan);
  return {
    plan: forPlanners(plan, hidden),
    edition,
    schedule,
    warnings: warnings.filter(({ where, what, remedy }) => !names([where, what, remedy], hidden)),
    sources,
  };
}

/** Stands for a condition on what only exercise control may read. It never comes from a scenario. */
export const HIDDEN: Condition = { type: 'any', of: [] };

/** The contingency injects, and what is in the bank. */
function hiddenIn({ injects, bank = [] }: Plan): ReadonlySet<string> {
  const named = injects.flatMap(({ ifNot }) => ifNot ?? []);
  const reserves = injects.filter(({ trigger }) => trigger.type === 'if-not');
  return new Set([...named, ...[...reserves, ...bank].map(({ id }) => id)]);
}

function names(texts: readonly string[], hidden: ReadonlySet<string>): boolean {
  return texts.some((text) => text.split(/[^\w/-]+/).some((word) => hidden.has(word)));
}

export function forPlanners(plan: Plan, hidden = hiddenIn(plan)): Plan {
  const see = (condition: Condition): Condition => veiled(condition, hidden);
  const injects = plan.injects.filter(({ id }) => !hidden.has(id)).map((row) => inject(row, see));
  const used = new Set(injects.flatMap(({ files = [] }) => files));
  const { questions, files, bank: _, ...rest } = plan;
  return {
    ...rest,
    injects,
    // Which of two versions is the true one is what some of the exercise is about.
    facts: plan.facts.map(({ variantOf, ...row }) => row),
    expectations: [],
    tasks: plan.tasks.map(({ starts, ...row }) => ({
      ...row,
      ...(starts && { starts: see(starts) }),
    })),
    interfaces: plan.interfaces.map(({ starts, ...row }) => ({
      ...row,
      ...(starts && { starts: see(starts) }),
    })),
    decisions: plan.decisions.map((row) => decision(row, see)),
    phases: plan.phases.map((row) => phase(row, see)),
    ...(questions && { questions: questions.map((row) => question(row, see)) }),
    ...(files && { files: files.filter(({ name }) => used.has(name)) }),
  };
}

type See = (condition: Condition) => Condition;

function veiled(condition: Condition, hidden: ReadonlySet<string>): Condition {
  const see: See = (part) => veiled(part, hidden);
  switch (condition.type) {
    case 'all':
    case 'any':
      return { type: condition.type, of: condition.of.map(see) };
    case 'not':
      return { type: 'not', of: see(condition.of) };
    case 'expectation':
      return HIDDEN;
    case 'inject':
      return hidden.has(condition.inject) ? HIDDEN : condition;
    default:
      return condition;
  }
}

function inject({ notes: _, ifNot: __, trigger, ...row }: Inject, see: See): Inject {
  return { ...row, trigger: triggered(trigger, see) };
}

function triggered<T extends Trigger>(trigger: T, see: See): T {
  return 'when' in trigger ? { ...trigger, when: see(trigger.when) } : trigger;
}

function question(row: Question, see: See): Question {
  const trigger = triggered(row.trigger, see);
  if (row.kind === 'poll') return { ...row, trigger };
  const { truth: _, ...rest } = row;
  return { ...rest, trigger };
}

function decision({ opens, ...row }: Decision, see: See): Decision {
  return { ...row, ...(opens && { opens: see(opens) }) };
}

function phase({ gate, next, ...row }: Phase, see: See): Phase {
  return {
    ...row,
    ...(gate && { gate: see(gate) }),
    next: next.map(({ when, to }) => ({ ...(when && { when: see(when) }), to })),
  };
}
