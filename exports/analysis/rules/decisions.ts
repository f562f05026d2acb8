/**
 * Rules on decisions and on the information they and the tasks needed.
 * Knows: latency, authority, facts at hand. Does not know: whether the choice was right.
 */
import type { Draft, Grounds } from '../finding.ts';
import type { NeedResult } from '../flow.ts';
import { evidence, groupBy } from '../history.ts';

export function decisionFindings({ decisions }: Grounds): readonly Draft[] {
  return decisions.decisions.flatMap(({ decision, authority, run }): readonly Draft[] => {
    if (!run) return [];
    const common = { decisions: [decision], evidence: run.evidence };
    const found: Draft[] = [];
    if (run.late) {
      const never = !run.made || run.made.how === 'default';
      found.push({
        ...common,
        code: 'LATE_DECISION',
        severity: never ? 'high' : 'medium',
        variant: !run.made ? 'undecided' : never ? 'default' : 'late',
        roles: run.made?.role === undefined ? authority : [run.made.role],
        measures: { lasted: run.waited, window: run.due - run.openedAt },
      });
    }
    if (run.made?.mandate === 'none' && run.made.role !== undefined) {
      const [roles, others] = [[run.made.role], authority];
      found.push({ ...common, code: 'NO_AUTHORITY', severity: 'high', roles, others });
    }
    const unheard = run.consulted.filter((c) => !c.answered).map((c) => c.role);
    if (run.made && run.made.how !== 'default' && unheard.length > 0) {
      found.push({
        ...common,
        code: 'NOT_CONSULTED',
        severity: 'low',
        variant: 'decision',
        roles: unheard,
        doubts: ['verbal'],
        others: run.made.role === undefined ? [] : [run.made.role],
      });
    }
    return found;
  });
}

/** One finding a fact and a needy role, however many tasks and decisions it was needed for. */
export function knowledgeFindings(grounds: Grounds): readonly Draft[] {
  return [...heldFindings(grounds), ...unopenedFindings(grounds)];
}

function heldFindings({ flow }: Grounds): readonly Draft[] {
  const held = flow.needs.filter((need) => need.where === 'held');
  const groups = groupBy(held, (need) => `${need.fact} ${need.role}`);
  return [...groups.values()].flatMap((needs): readonly Draft[] => {
    const [first] = needs;
    if (!first) return [];
    const decided = needs.some((need) => need.decision !== undefined);
    return [
      {
        code: 'INFO_HELD',
        severity: decided ? 'high' : 'medium',
        facts: [first.fact],
        roles: [first.role],
        others: first.heldBy,
        doubts: ['verbal'],
        ...subjectsOf(needs),
        evidence: evidence(...needs.map((need) => need.evidence)),
      },
    ];
  });
}

const subjectsOf = (
  needs: readonly NeedResult[],
): { readonly tasks: readonly string[]; readonly decisions: readonly string[] } => ({
  tasks: needs.flatMap((need) => need.task ?? []),
  decisions: needs.flatMap((need) => need.decision ?? []),
});

/** What lay with a role that was there, carried a fact, and was never opened or opened too late. */
function unopenedFindings({ flow, validity, history }: Grounds): readonly Draft[] {
  return history.plan.roles.flatMap(({ id: role }): readonly Draft[] => {
    if (validity.unseated.includes(role) || validity.simulatedRoles.includes(role)) return [];
    const needs = flow.needs.filter((need) => need.role === role && need.where === 'unopened');
    const lying = flow.facts.flatMap(({ fact, roles }) => {
      const row = roles.find((r) => r.role === role);
      const never = row?.deliveredAt !== undefined && row.knownAt === undefined;
      return never ? [{ fact, evidence: row.evidence }] : [];
    });
    const facts = [...new Set([...needs, ...lying].map((row) => row.fact))];
    if (facts.length === 0) return [];
    return [
      {
        code: 'UNOPENED',
        severity: needs.length > 0 ? 'medium' : 'low',
        facts,
        ...subjectsOf(needs),
        roles: [role],
        evidence: evidence(...[...needs, ...lying].map((row) => row.evidence)),
      },
    ];
  });
}
