/**
 * Rules on decisions: late, without authority, without those to be heard, passed on from those who
 * could have made them. Knows: latency, authority, level. Does not know: whether the choice was right.
 */
import type { DecisionResult, DecisionRun } from '../decisions/decisions.ts';
import type { Draft, Grounds } from '../finding.ts';
import { evidence } from '../history.ts';

type Rule = (decision: DecisionResult, run: DecisionRun) => readonly Draft[];

export function decisionFindings({ decisions }: Grounds): readonly Draft[] {
  return decisions.decisions.flatMap((decision): readonly Draft[] => {
    const { run } = decision;
    if (!run) return [];
    return RULES.flatMap((rule) => rule(decision, run)).map((draft) => ({
      ...draft,
      decisions: [decision.decision],
    }));
  });
}

const late: Rule = ({ origin, authority }, run) => {
  if (!run.late) return [];
  const never = !run.made || run.made.how === 'default';
  return [
    {
      code: 'LATE_DECISION',
      // The time of one that a role raised is the role's own, and nothing in the plan.
      severity: never && origin === 'plan' ? 'high' : 'medium',
      variant: !run.made ? 'undecided' : never ? 'default' : 'late',
      roles: run.made?.role === undefined ? authority : [run.made.role],
      measures: { lasted: run.waited, window: run.due - run.openedAt },
      evidence: run.evidence,
    },
  ];
};

const noAuthority: Rule = ({ authority }, { made, evidence: seqs }) => {
  if (made?.mandate !== 'none' || made.role === undefined) return [];
  const [roles, others] = [[made.role], authority];
  return [{ code: 'NO_AUTHORITY', severity: 'high', roles, others, evidence: seqs }];
};

const notConsulted: Rule = ({ origin }, { made, consulted, evidence: seqs }) => {
  const unheard = consulted.filter((c) => !c.answered).map((c) => c.role);
  if (origin !== 'plan' || !made || made.how === 'default' || unheard.length === 0) return [];
  return [
    {
      code: 'NOT_CONSULTED',
      severity: 'low',
      variant: 'decision',
      roles: unheard,
      doubts: ['verbal'],
      others: made.role === undefined ? [] : [made.role],
      evidence: evidence(seqs, ...consulted.map((row) => row.evidence)),
    },
  ];
};

/** A question on nearness, no fault: there may be every reason to ask for more weight. */
const escalated: Rule = (_, { level, made, evidence: seqs }) => {
  const { passedBy, passedAt } = level;
  if (level.made !== 'passed-on' || passedBy === undefined || passedAt === undefined) return [];
  if (made?.role === undefined || made.mandate === 'none') return [];
  return [
    {
      code: 'ESCALATED',
      severity: 'low',
      roles: [passedBy],
      others: [made.role],
      measures: { lasted: made.at - passedAt },
      evidence: evidence(seqs, level.evidence),
    },
  ];
};

const RULES: readonly Rule[] = [late, noAuthority, notConsulted, escalated];
