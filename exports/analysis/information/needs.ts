/**
 * Who needed which fact for what, by when, and where it was then.
 * Knows: the plan's needs, and tasks and decisions that arose. Does not know: needs nobody planned.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, by, evidence } from '../history.ts';
import { lifeOf } from '../letters.ts';
import { type CutOff, type FactAtHand, type Knowledge, whereWas } from './knowledge.ts';

/** A role that needed a fact for a task or a decision that arose. */
export type NeedResult = FactAtHand & {
  readonly role: RoleId;
  readonly task?: string;
  readonly decision?: string;
  readonly due: Ms;
  /** The entries by which it was needed at all: the task began, the decision was raised and made. */
  readonly arose: Evidence;
  /** When it came to know all the same, after it was needed; and how long after. */
  readonly lateAt?: Ms;
  readonly lateBy?: Ms;
};

export function readNeeds(history: History, knowledge: Knowledge): readonly NeedResult[] {
  return [...taskNeeds(history, knowledge), ...decisionNeeds(history, knowledge)];
}

/**
 * A task's facts are needed, before its window closes, by its planned owner and by the one who did
 * it; while nobody has done it, by all who were meant to.
 */
function taskNeeds(history: History, knowledge: Knowledge): readonly NeedResult[] {
  return history.plan.tasks.flatMap((task) => {
    const life = task.needs.length > 0 ? lifeOf(history, task) : undefined;
    if (!life) return [];
    const due = Math.min(life.due, history.end);
    const needers = [...task.accountable, ...(life.done ? [life.done.role] : task.responsible)];
    const arose = evidence(life.started, life.done?.seq);
    return needsOf(knowledge, needers, task.needs, { seq: Infinity, at: due }, due).map((need) => ({
      ...need,
      task: task.id,
      arose,
    }));
  });
}

function decisionNeeds(history: History, knowledge: Knowledge): readonly NeedResult[] {
  return history.plan.decisions.flatMap((decision) => {
    const [opened] = by(history, 'decision.opened', 'decision', decision.id);
    if (!opened) return [];
    const [made] = by(history, 'decision.recorded', 'decision', decision.id);
    const happened = made?.event.happened;
    const due = happened ?? made?.at ?? Math.min(opened.event.due, history.end);
    const cut = made ? { seq: made.seq, at: happened ?? Infinity } : { seq: Infinity, at: due };
    const deciders = made?.event.role === undefined ? decision.authority : [made.event.role];
    const arose = evidence(opened.seq, made?.seq);
    return needsOf(knowledge, deciders, decision.needs, cut, due).map((need) => ({
      ...need,
      decision: decision.id,
      arose,
    }));
  });
}

function needsOf(
  knowledge: Knowledge,
  needers: readonly RoleId[],
  facts: readonly string[],
  cut: CutOff,
  due: Ms,
): readonly Omit<NeedResult, 'arose'>[] {
  const players = [...new Set(needers)].filter((role) => knowledge.plays(role));
  return players.flatMap((role) =>
    facts.map((fact) => {
      const found = whereWas(knowledge, fact, [role], cut);
      const learned = found.where === 'known' ? undefined : knowledge.knowers(fact).get(role);
      const late = learned && { lateAt: learned.at, lateBy: learned.at - due };
      return { ...found, ...late, role, due };
    }),
  );
}
