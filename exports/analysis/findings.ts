/**
 * All findings, numbered in order of weight, each with the doubts that a reader must weigh.
 * Knows: the rules. Does not know: words.
 */
import { byCodeUnit } from '../../engine/scenario/text.ts';
import {
  CODES,
  DOUBTS,
  type Code,
  type Doubt,
  type Draft,
  type Finding,
  type Grounds,
  SEVERITIES,
  STRENGTHS,
} from './finding.ts';
import { beliefFindings } from './rules/beliefs.ts';
import { decisionFindings } from './rules/decisions.ts';
import { clockFindings, handoverFindings, interfaceFindings } from './rules/edges.ts';
import { fidelityFindings } from './rules/fidelity.ts';
import { pictureFindings } from './rules/picture.ts';
import { restored, serviceFindings } from './rules/services.ts';
import { knowledgeFindings } from './rules/information.ts';
import { strengths } from './rules/strengths.ts';
import { taskFindings } from './rules/tasks.ts';

export type Findings = {
  readonly findings: readonly Finding[];
  readonly strengths: readonly Finding[];
  /** The findings on responsibility that weigh most, of different kinds where there are. */
  readonly foremost: readonly string[];
  readonly foremostStrengths: readonly string[];
};

/** How many findings and strengths the one-page summary carries. */
const FOREMOST = 3;

export function findAll(grounds: Grounds): Findings {
  const drafts = [
    ...taskFindings(grounds),
    ...beliefFindings(grounds),
    ...decisionFindings(grounds),
    ...handoverFindings(grounds),
    ...clockFindings(grounds),
    ...knowledgeFindings(grounds),
    ...fidelityFindings(grounds),
    ...pictureFindings(grounds),
    ...interfaceFindings(grounds),
    ...serviceFindings(grounds),
  ];
  const findings = number(drafts, 'F', grounds);
  const good = number([...strengths(grounds), ...restored(grounds)], 'S', grounds);
  return {
    findings,
    strengths: good,
    foremost: foremost(findings.filter((finding) => RESPONSIBILITY.includes(finding.code))),
    foremostStrengths: foremost(good),
  };
}

/** Findings about who does what, as against about time, information or what was not tried. */
const RESPONSIBILITY: readonly Code[] = [
  'GAP',
  'NO_AUTHORITY',
  'VACUUM',
  'OVERLAP',
  'CONTENTION',
  'DRIFT',
  'ABSENT_A',
  'ORPHAN_BELIEF',
  'PHANTOM_OWNER',
  'TASK_LATE',
  'HANDOVER_ORPHAN',
  'LATE_DECISION',
  'ESCALATED',
  'HOARDED',
  'CLOCK_MISSED',
  'CLOCK_UNDECLARED',
  'NOT_CONSULTED',
  'NOT_INFORMED',
];

function number(drafts: readonly Draft[], letter: 'F' | 'S', grounds: Grounds): readonly Finding[] {
  const order: readonly Code[] = [...CODES, ...STRENGTHS];
  const sorted = [...drafts].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      order.indexOf(a.code) - order.indexOf(b.code) ||
      (a.evidence[0] ?? Infinity) - (b.evidence[0] ?? Infinity) ||
      byCodeUnit(subjectOf(a), subjectOf(b)),
  );
  return sorted.map((draft, i) => complete(draft, `${letter}${i + 1}`, grounds));
}

function complete(draft: Draft, id: string, { validity }: Grounds): Finding {
  const roles = draft.roles ?? [];
  const seen = new Set<Doubt>(draft.doubts);
  if (roles.some((role) => validity.unseated.includes(role))) seen.add('unseated');
  if (roles.some((role) => validity.bots.includes(role))) seen.add('bots');
  const doubts = DOUBTS.filter((doubt) => seen.has(doubt));
  return {
    id,
    code: draft.code,
    severity: draft.severity,
    confidence: confidenceOf(doubts),
    doubts,
    ...(draft.variant !== undefined && { variant: draft.variant }),
    roles,
    others: draft.others ?? [],
    measures: draft.measures ?? {},
    tasks: draft.tasks ?? [],
    decisions: draft.decisions ?? [],
    clocks: draft.clocks ?? [],
    interfaces: draft.interfaces ?? [],
    facts: draft.facts ?? [],
    services: draft.services ?? [],
    evidence: draft.evidence,
  };
}

function confidenceOf(doubts: readonly Doubt[]): Finding['confidence'] {
  const grave: readonly Doubt[] = ['unseated', 'bots', 'cut'];
  if (doubts.some((doubt) => grave.includes(doubt))) return 'low';
  return doubts.length > 0 ? 'medium' : 'high';
}

function subjectOf(
  row: Pick<Draft, 'tasks' | 'decisions' | 'facts' | 'interfaces' | 'services' | 'roles'>,
): string {
  const { tasks, decisions, facts, interfaces, services, roles } = row;
  const [subject] = [tasks, decisions, facts, interfaces, services, roles].flatMap(
    (ids) => ids ?? [],
  );
  return subject ?? '';
}

/** The weightiest of different kinds and subjects, so that one bad task does not fill the page. */
function foremost(rows: readonly Finding[]): readonly string[] {
  const [codes, subjects] = [new Set<string>(), new Set<string>()];
  const firsts = rows.filter((row) => {
    if (codes.has(row.code) || subjects.has(subjectOf(row))) return false;
    codes.add(row.code);
    subjects.add(subjectOf(row));
    return true;
  });
  const rest = rows.filter((row) => !firsts.includes(row));
  return [...firsts, ...rest].slice(0, FOREMOST).map((row) => row.id);
}
