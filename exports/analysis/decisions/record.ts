/**
 * Every decision of an exercise: the plan's, those that a role raised, and those that were made aloud
 * and noted with their answer. Knows: what the journal has on each. Does not know: what to make of it.
 */
import type { Decision, FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Text } from '../../../engine/scenario/text.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Happening, type History, type Moment, by, of } from '../history.ts';
import type { CutOff } from '../information/knowledge.ts';

/** `raised`: by a role, on the way. `noted`: by exercise control, at once with its answer. */
export type DecisionOrigin = 'plan' | 'raised' | 'noted';
export type Recorded = Happening<'decision.recorded'>;
type Raised = Happening<'decision.raised'>;

export type DecisionRecord = {
  readonly id: string;
  readonly origin: DecisionOrigin;
  readonly question: Text;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
  /** Empty where the plan says nothing of it: one that was noted. */
  readonly authority: readonly RoleId[];
  /** The roles to be heard; of one that was raised, those it was shared with. */
  readonly consult: readonly RoleId[];
  readonly inform: readonly RoleId[];
  readonly needs: readonly FactId[];
  readonly row?: Decision;
  /** Absent: it was never raised. */
  readonly opened?: Moment & { readonly due: Ms };
  readonly recorded?: Recorded;
  /** When it was made: what control says, where it was entered later; otherwise when it was entered. */
  readonly madeAt?: Ms;
  /** What came before it was made. */
  readonly cut: CutOff;
};

export function readRecords(history: History): readonly DecisionRecord[] {
  const planned = history.plan.decisions.map((row) => plannedRecord(history, row));
  return [...planned, ...of(history, 'decision.raised').map((h) => raisedRecord(history, h))];
}

type Making = Pick<DecisionRecord, 'recorded' | 'madeAt' | 'cut'>;

function madeIn(history: History, id: string): Making {
  const [recorded] = by(history, 'decision.recorded', 'decision', id);
  if (!recorded) return { cut: { seq: Infinity, at: Infinity } };
  const { happened } = recorded.event;
  return {
    recorded,
    madeAt: happened ?? recorded.at,
    cut: { seq: recorded.seq, at: happened ?? Infinity },
  };
}

function plannedRecord(history: History, row: Decision): DecisionRecord {
  const { id, question, options, authority, consult, inform, needs } = row;
  const [h] = by(history, 'decision.opened', 'decision', id);
  return {
    ...{ id, origin: 'plan', question, options, authority, consult, inform, needs, row },
    ...(h && { opened: { at: h.at, seq: h.seq, due: h.event.due } }),
    ...madeIn(history, id),
  };
}

function raisedRecord(history: History, { at, seq, event }: Raised): DecisionRecord {
  const { decision: id, question, options, role } = event;
  const made = madeIn(history, id);
  const common = { id, question, options, inform: [], needs: [], ...made };
  // Made aloud and noted: raised and recorded in one breath, and so it never waited here.
  if (made.recorded?.event.how === 'control' && made.recorded.seq === seq + 1) {
    const moment = made.madeAt ?? at;
    const opened = { at: moment, seq, due: moment };
    return { ...common, origin: 'noted', authority: [], consult: [], opened };
  }
  const opened = { at, seq, due: event.due };
  return { ...common, origin: 'raised', authority: [role], consult: event.with, opened };
}
