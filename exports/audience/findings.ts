/**
 * Findings, and what follows from them, as an organisation may have them: those about its own roles
 * and interfaces. Knows: findings. Does not know: how they were found.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { foremost, RESPONSIBILITY } from '../analysis/findings.ts';
import { fingerprintOf } from '../analysis/followup/fingerprint.ts';
import type { Edit, OpenPoint } from '../proposal/change.ts';
import { type Fields, cut } from './cut.ts';
import { namesFor } from './names.ts';
import { serviceName } from './services.ts';
import { HIDDEN, type Sight } from './sight.ts';

/** About one of its roles, or an interface that it has an end of. */
export function findingsFor({ findings }: Analysis, sight: Sight): Analysis['findings'] {
  const own = (rows: readonly Finding[]): readonly Finding[] =>
    rows.filter((row) => isOwnFinding(row, sight)).map((row) => findingFor(row, sight));
  const [weak, strong] = [own(findings.findings), own(findings.strengths)];
  return {
    findings: weak,
    strengths: strong,
    // The weightiest of its own, which the whole exercise's need not be.
    foremost: foremost(weak.filter(({ code }) => RESPONSIBILITY.includes(code))),
    foremostStrengths: foremost(strong),
  };
}

const isOwnFinding = (row: Finding, sight: Sight): boolean =>
  sight.ownAny(row.roles) || row.interfaces.some(sight.interface);

const FINDING: Fields<Finding, Sight> = {
  id: ({ id }) => id,
  code: ({ code }) => code,
  severity: ({ severity }) => severity,
  confidence: ({ confidence }) => confidence,
  variant: ({ variant }) => variant,
  measures: ({ measures }) => measures,
  doubts: ({ doubts }) => doubts,
  evidence: ({ evidence }) => evidence,
  roles: ({ roles }, sight) => sight.roles(roles),
  others: ({ others }, sight) => sight.roles(others),
  tasks: ({ tasks }, sight) => tasks.filter(sight.task),
  decisions: ({ decisions }, sight) => decisions.filter(sight.decision),
  clocks: ({ clocks }, sight) => clocks.filter(sight.clock),
  interfaces: ({ interfaces }, sight) => interfaces.filter(sight.interface),
  facts: ({ facts }, sight) => sight.facts(facts),
  services: ({ services }, sight) => services.map((id) => serviceName(id, sight)),
};
const findingFor = (row: Finding, sight: Sight): Finding => cut(FINDING, row, sight);

export function followUpFor(analysis: Analysis, sight: Sight): Analysis['followUp'] {
  const names = namesFor(analysis, sight);
  const rows = new Map(analysis.findings.findings.map((row) => [row.id, row]));
  return analysis.followUp.flatMap((draft) => {
    const finding = rows.get(draft.finding);
    if (!finding || !isOwnFinding(finding, sight)) return [];
    const { owner } = draft;
    const named = owner.type === 'control' || sight.names(owner.role);
    return [
      {
        ...draft,
        fingerprint: fingerprintOf(findingFor(finding, sight), names),
        owner: named ? owner : { type: 'role', role: HIDDEN, organisation: HIDDEN },
      },
    ];
  });
}

export const proposalFor = ({ proposal }: Analysis, sight: Sight): Analysis['proposal'] => ({
  changes: proposal.changes.filter(({ edit }) => isOwnEdit(edit, sight)),
  questions: proposal.questions.filter((row) => isOwnQuestion(row, sight)),
  // A row of the plan has every role in it.
  rows: [],
});

/** Its own part in a task it sees, or a deputy of its own; the rest is for the planners. */
function isOwnEdit(edit: Edit, sight: Sight): boolean {
  switch (edit.type) {
    case 'accountable':
      return (
        sight.task(edit.task) &&
        sight.own(edit.to) &&
        [...edit.from, ...edit.former.map((row) => row.role)].every(sight.names)
      );
    case 'letter':
      return sight.task(edit.task) && sight.own(edit.role);
    case 'deputy':
      return sight.own(edit.role) && sight.own(edit.deputy);
    case 'interface':
      return false;
    default:
      return edit satisfies never;
  }
}

function isOwnQuestion(row: OpenPoint, sight: Sight): boolean {
  switch (row.type) {
    case 'accountable':
      return sight.ownAny(row.between) && row.between.every(sight.names);
    case 'within':
      return sight.task(row.task);
    case 'deputy':
      return sight.own(row.role);
    default:
      return row satisfies never;
  }
}
