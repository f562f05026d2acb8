/**
 * Rules on information: not passed on by those who were to, not come to those who needed it, not
 * opened, come to those who were not to have it. Knows: needs, duties, markings. Judges no motive.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Draft, Grounds, Severity } from '../finding.ts';
import { type Evidence, evidence, groupBy, unique } from '../history.ts';
import type { DutyResult } from '../information/duty.ts';
import type { NeedResult } from '../information/needs.ts';

export function knowledgeFindings(grounds: Grounds): readonly Draft[] {
  return [
    ...hoardedFindings(grounds),
    ...heldFindings(grounds),
    ...unopenedFindings(grounds),
    ...breachFindings(grounds),
  ];
}

/** Had a time, and was not met in it, by those who knew. */
function neglected({ flow }: Grounds): readonly DutyResult[] {
  return flow.duties.filter(
    ({ result, due, holders }) =>
      (result === 'kept' || result === 'late') && due !== undefined && holders.length > 0,
  );
}

/** One finding an interface or an expectation, however many facts it was about. */
function hoardedFindings(grounds: Grounds): readonly Draft[] {
  const groups = groupBy(
    neglected(grounds),
    (duty) => `${duty.interface ?? ''} ${duty.obligation ?? ''} ${duty.result}`,
  );
  return [...groups.values()].flatMap((duties): readonly Draft[] => {
    const [first] = duties;
    if (!first) return [];
    const lateBy = Math.max(...duties.map((d) => (d.passedAt ?? 0) - (d.due ?? 0)));
    const windows = duties.map((duty) => (duty.due ?? duty.since) - duty.since);
    return [
      {
        code: 'HOARDED',
        severity: severityOf(duties),
        variant: first.result,
        facts: unique(duties.map((duty) => duty.fact)),
        roles: unique(duties.flatMap((duty) => duty.holders)),
        others: unique(duties.flatMap((duty) => duty.to)),
        tasks: unique(duties.flatMap((duty) => duty.tasks)),
        decisions: unique(duties.flatMap((duty) => duty.decisions)),
        interfaces: first.interface === undefined ? [] : [first.interface],
        measures: {
          window: Math.max(...windows),
          ...(first.result === 'late' && { lateBy }),
        },
        doubts: ['verbal'],
        evidence: evidence(...duties.map((duty) => duty.evidence)),
      },
    ];
  });
}

function severityOf(duties: readonly DutyResult[]): Severity {
  if (duties.some((duty) => duty.decisions.length > 0)) return 'high';
  const wanted = duties.some((duty) => duty.tasks.length > 0 || duty.result === 'kept');
  return wanted ? 'medium' : 'low';
}

/**
 * One finding a fact and a needy role, however many tasks and decisions it was needed for. Where the
 * plan says who was to pass it on, HOARDED says it; this is for what nobody was told to share.
 */
function heldFindings(grounds: Grounds): readonly Draft[] {
  const said = new Set(
    neglected(grounds).flatMap((duty) => duty.to.map((role) => `${duty.fact} ${role}`)),
  );
  const held = grounds.flow.needs.filter(
    (need) => need.where === 'held' && !said.has(`${need.fact} ${need.role}`),
  );
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
        evidence: evidence(...needs.flatMap((need) => [need.evidence, need.arose])),
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

type Lying = { readonly role: RoleId; readonly fact: FactId; readonly evidence: Evidence };

/** What lay with a role that was there, carried a fact, and was never opened or opened too late. */
function unopenedFindings({ flow, validity, history }: Grounds): readonly Draft[] {
  const never = flow.facts.flatMap(({ fact, roles }) =>
    roles
      .filter((row) => row.deliveredAt !== undefined && row.knownAt === undefined)
      .map((row): Lying => ({ role: row.role, fact, evidence: row.evidence })),
  );
  const lying = groupBy(never, (row) => row.role);
  const unread = groupBy(
    flow.needs.filter((need) => need.where === 'unopened'),
    (need) => need.role,
  );
  return history.plan.roles.flatMap(({ id: role }): readonly Draft[] => {
    if (validity.unseated.includes(role) || validity.simulatedRoles.includes(role)) return [];
    const needs = unread.get(role) ?? [];
    const all = [...needs, ...(lying.get(role) ?? [])];
    if (all.length === 0) return [];
    return [
      {
        code: 'UNOPENED',
        severity: needs.length > 0 ? 'medium' : 'low',
        facts: unique(all.map((row) => row.fact)),
        ...subjectsOf(needs),
        roles: [role],
        evidence: evidence(...all.map((row) => row.evidence), ...needs.map((need) => need.arose)),
      },
    ];
  });
}

/** One finding a sender and a way, for what a player sent; what control sent is in the tables alone. */
function breachFindings({ flow }: Grounds): readonly Draft[] {
  const sent = flow.markings.breaches.flatMap((breach) =>
    breach.by === undefined || breach.kind === 'low' ? [] : [{ ...breach, by: breach.by }],
  );
  const groups = groupBy(sent, (breach) => `${breach.by} ${breach.kind}`);
  return [...groups.values()].flatMap((breaches): readonly Draft[] => {
    const [first] = breaches;
    if (!first) return [];
    const read = breaches.some((b) => b.kind === 'published' || b.opened.length > 0);
    return [
      {
        code: 'TLP_BREACH',
        severity: read ? 'high' : 'medium',
        variant: first.kind,
        facts: unique(breaches.map((breach) => breach.fact)),
        roles: [first.by],
        others: unique(breaches.flatMap((breach) => breach.to)),
        evidence: evidence(...breaches.map((breach) => breach.evidence)),
      },
    ];
  });
}
