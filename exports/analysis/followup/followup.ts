/**
 * A draft corrective action for each finding: who might own it, and when it might be due.
 * Knows: whose a subject is by the plan. Does not know: words, or who will in fact be given it.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { DecisionResult } from '../decisions/decisions.ts';
import type { Finding } from '../finding.ts';
import type { Names } from '../names.ts';
import type { TaskResult } from '../responsibility.ts';
import { addDays, DUE_TABLE } from './due.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';

/** A post, never a person. `control`: the exercise itself is to be done otherwise. */
export type Owner =
  | { readonly type: 'control' }
  | { readonly type: 'role'; readonly role: RoleId; readonly organisation: string };
export type FollowUp = {
  readonly finding: string;
  readonly fingerprint: Fingerprint;
  readonly owner: Owner;
  /** Days after ENDEX. */
  readonly days: number;
  /** A calendar date; absent where the exercise was never ended. */
  readonly due?: string;
};

/** What the owners are found in. */
export type Planned = {
  readonly names: Names;
  readonly tasks: readonly TaskResult[];
  readonly decisions: readonly DecisionResult[];
};

export function followUp(
  findings: readonly Finding[],
  planned: Planned,
  endedWall: string | undefined,
): readonly FollowUp[] {
  const rows = indexOf(planned);
  return findings.map((finding) => {
    const days = DUE_TABLE.days[finding.severity];
    return {
      finding: finding.id,
      fingerprint: fingerprintOf(finding, planned.names),
      owner: ownerOf(finding, rows),
      days,
      ...(endedWall !== undefined && { due: addDays(endedWall.slice(0, 10), days) }),
    };
  });
}

type Index = {
  readonly tasks: ReadonlyMap<string, TaskResult>;
  readonly decisions: ReadonlyMap<string, DecisionResult>;
  readonly interfaces: ReadonlyMap<string, Names['interfaces'][number]>;
  readonly roles: ReadonlyMap<RoleId, Names['roles'][number]>;
};

function indexOf({ names, tasks, decisions }: Planned): Index {
  return {
    tasks: new Map(tasks.map((row) => [row.task, row])),
    decisions: new Map(decisions.map((row) => [row.decision, row])),
    interfaces: new Map(names.interfaces.map((row) => [row.id, row])),
    roles: new Map(names.roles.map((row) => [row.id, row])),
  };
}

/** The first role that the plan gives the subject to, and that is played; else exercise control. */
function ownerOf(finding: Finding, rows: Index): Owner {
  // What the script never made anybody need says something about the script alone.
  if (finding.code === 'IF_UNTESTED' && finding.variant === 'never') return { type: 'control' };
  for (const id of candidates(finding, rows)) {
    const role = rows.roles.get(id);
    if (role && !role.simulated) return { type: 'role', role: id, organisation: role.organisation };
  }
  return { type: 'control' };
}

/** In order: who held what others lacked, the post whose matter it is, then those it is about. */
function candidates(finding: Finding, rows: Index): readonly RoleId[] {
  const held = finding.code === 'INFO_HELD' ? finding.others : [];
  const own = finding.code === 'UNOPENED' ? finding.roles : [];
  const decided = finding.decisions.flatMap((id) => rows.decisions.get(id)?.authority ?? []);
  const tasked = [...finding.tasks, ...finding.clocks].flatMap((id) => {
    const cells = rows.tasks.get(id)?.cells ?? [];
    const withLetter = (letter: 'A' | 'R'): readonly RoleId[] =>
      cells.filter((cell) => cell.planned.includes(letter)).map((cell) => cell.role);
    return [...withLetter('A'), ...withLetter('R')];
  });
  const met = finding.interfaces.flatMap((id) => rows.interfaces.get(id)?.from ?? []);
  return [...held, ...own, ...tasked, ...decided, ...met, ...finding.roles];
}
