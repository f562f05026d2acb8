/**
 * Changes to a task's letters: who should own it, who shares the work, who was in fact needed.
 * Knows: one task at a time, its findings and beliefs. Does not know: YAML.
 */
import { plannedLetters } from '../../engine/plan/letter.ts';
import type { RoleId, Task } from '../../engine/plan/plan.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { FEW_ANSWERS, type Code, type Finding } from '../analysis/finding.ts';
import { type Evidence, evidence, groupBy } from '../analysis/history.ts';
import type { Item } from '../analysis/items.ts';
import type { Cell, TaskResult, TaskRun } from '../analysis/responsibility.ts';
import type { Edit, Part, OpenPoint } from './change.ts';
import { type Draft, type Ground, grounded, playedRoles } from './ground.ts';

type Case = {
  readonly ground: Ground;
  readonly task: Task;
  readonly result: TaskResult;
  readonly run: TaskRun;
  readonly findings: readonly Finding[];
  readonly compared: readonly Comparison[];
  readonly asks: readonly Item[];
  readonly played: (role: RoleId) => boolean;
};
export type TaskProposal = {
  readonly changes: readonly Draft[];
  readonly questions: readonly OpenPoint[];
};

export function taskProposals(ground: Ground): TaskProposal {
  const plans = new Map(ground.history.plan.tasks.map((task) => [task.id, task]));
  const compared = groupBy(ground.beliefs.comparison, (row) => row.task);
  const byTask = groupBy(
    ground.findings.flatMap((finding) => finding.tasks.map((task) => ({ task, finding }))),
    ({ task }) => task,
  );
  const asks = groupBy(
    ground.items.all.filter((item) => item.asks && item.about?.task !== undefined),
    (item) => item.about?.task,
  );
  const players = playedRoles(ground.history.plan);
  const each = ground.responsibility.tasks.flatMap((result) => {
    const task = plans.get(result.task);
    if (!result.run || !task) return [];
    return [
      propose({
        ground,
        task,
        result,
        run: result.run,
        findings: (byTask.get(task.id) ?? []).map(({ finding }) => finding),
        compared: compared.get(task.id) ?? [],
        asks: asks.get(task.id) ?? [],
        played: (role) => players.has(role),
      }),
    ];
  });
  return {
    changes: each.flatMap((one) => one.changes),
    questions: each.flatMap((one) => one.questions),
  };
}

function propose(one: Case): TaskProposal {
  const owner = ownerOf(one);
  const settled = owner.changes.flatMap(({ edit }) =>
    edit.type === 'accountable' ? [edit.to, ...edit.from] : [],
  );
  // Who owns it is one question; what the same roles share besides would be guessing twice.
  const shared = splits(one);
  const rest = [...shared.changes, ...needed(one)].filter(
    ({ edit }) => edit.type === 'letter' && !settled.includes(edit.role),
  );
  return {
    changes: [...owner.changes, ...once(rest)],
    questions: [...owner.questions, ...shared.questions, ...times(one)],
  };
}

/** One change a role: the first reason is the strongest. */
function once(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<RoleId>();
  return drafts.filter(({ edit }) => {
    if (edit.type !== 'letter' || seen.has(edit.role)) return false;
    seen.add(edit.role);
    return true;
  });
}

const coded = ({ findings }: Case, ...codes: readonly Code[]): readonly Finding[] =>
  findings.filter((finding) => codes.includes(finding.code));

const acted = (cell: Cell | undefined): boolean => cell?.observed === 'A' || cell?.observed === 'R';

function ownerOf(one: Case): TaskProposal {
  const { task } = one;
  if (task.accountable.length > 1) return chooseOwner(one);
  const emergent = emergentOwner(one);
  if (!emergent) return NOTHING;
  const { row, findings } = emergent;
  const few = row.others < FEW_ANSWERS ? (['few'] as const) : [];
  const ground = grounded(one.ground, findings, [row.role], row.evidence, few);
  return {
    changes: [{ ...ground, edit: accountableEdit(one, row.role), why: 'emergent' }],
    questions: [],
  };
}

const NOTHING: TaskProposal = { changes: [], questions: [] };

/**
 * A role that took ownership unplanned, that others named as well, while the owner by the plan did
 * not act. One deed that nobody else saw as its own is a question for the debrief, no reason.
 */
function emergentOwner(
  one: Case,
): { readonly row: Comparison; readonly findings: readonly Finding[] } | undefined {
  const { task, result } = one;
  const owned = result.cells.filter((cell) => task.accountable.includes(cell.role)).some(acted);
  if (owned) return undefined;
  const rows = one.compared.filter(({ role, class: kind }) => {
    const cell = result.cells.find((c) => c.role === role);
    return kind === 'emergent' && cell?.observed === 'A' && one.played(role);
  });
  const [row] = rows;
  if (!row || rows.length > 1) return undefined;
  const findings = coded(one, 'DRIFT').filter(({ roles }) => roles.includes(row.role));
  return findings.length === 0 ? undefined : { row, findings };
}

/** Several owners by the plan, and trouble: the one who acted, or whom the others counted on. */
function chooseOwner(one: Case): TaskProposal {
  const { task, result } = one;
  const findings = coded(one, 'GAP', 'ABSENT_A', 'OVERLAP', 'CONTENTION', 'ORPHAN_BELIEF');
  if (findings.length === 0) return NOTHING;
  const owners = task.accountable.filter(one.played);
  const doers = owners.filter((role) => acted(result.cells.find((cell) => cell.role === role)));
  const named = one.compared.filter((row) => owners.includes(row.role) && row.named > 0);
  const most = Math.max(0, ...named.map((row) => row.named));
  const trusted = named.filter((row) => row.named === most);
  const [first] = trusted;
  const to = doers.length === 1 ? doers[0] : trusted.length === 1 ? first?.role : undefined;
  if (to === undefined) {
    const ground = grounded(one.ground, findings, [], []);
    return {
      changes: [],
      questions: [{ ...ground, type: 'accountable', task: task.id, between: task.accountable }],
    };
  }
  const heard = doers.length !== 1 && (first?.others ?? 0) < FEW_ANSWERS;
  const ground = grounded(one.ground, findings, [to], first?.evidence ?? [], heard ? ['few'] : []);
  return {
    changes: [{ ...ground, edit: accountableEdit(one, to), why: 'chosen' }],
    questions: [],
  };
}

/** Who was accountable keeps a part: the work where it did some, else to be told. */
function accountableEdit({ task, result }: Case, to: RoleId): Edit {
  const former = task.accountable
    .filter((role) => role !== to)
    .map((role) => {
      const did = acted(result.cells.find((cell) => cell.role === role));
      const part: Part = did || task.responsible.includes(role) ? 'R' : 'I';
      return { role, part };
    });
  return { type: 'accountable', task: task.id, from: task.accountable, to, former };
}

/**
 * Two took ownership of what the plan gives to one of them. Where the other was to support it,
 * or somebody else saw it as its, its share of the work can be written down; else it is a question.
 */
function splits(one: Case): TaskProposal {
  const { task } = one;
  const [owner] = task.accountable;
  const findings = coded(one, 'OVERLAP', 'CONTENTION');
  const roles = [...new Set(findings.flatMap((finding) => finding.roles))].filter(one.played);
  if (task.accountable.length !== 1 || owner === undefined || roles.length < 2) return NOTHING;
  const [other, ...more] = roles.filter((role) => role !== owner);
  const named = one.compared.some((row) => row.role === other && row.perceived);
  const letters = other === undefined ? [] : plannedLetters(task, other);
  if (letters.includes('R') && more.length === 0) return NOTHING;
  const clear = roles.includes(owner) && more.length === 0 && (named || letters.includes('S'));
  if (!clear || other === undefined) {
    const ground = grounded(one.ground, findings, [], []);
    const between = [owner, ...roles.filter((role) => role !== owner)];
    return { changes: [], questions: [{ ...ground, type: 'accountable', task: task.id, between }] };
  }
  const ground = grounded(one.ground, findings, [other], []);
  return {
    changes: [{ ...ground, edit: letterEdit(task, other, 'R'), why: 'split' }],
    questions: [],
  };
}

function letterEdit(task: Task, role: RoleId, to: Part): Edit {
  const [from] = plannedLetters(task, role);
  return { type: 'letter', task: task.id, role, to, ...(from !== undefined && { from }) };
}

/** Roles without a part that were consulted on the task, or had to ask about it. */
function needed(one: Case): readonly Draft[] {
  const { task, result, ground } = one;
  const draft = (role: RoleId, to: Part, why: 'heard' | 'asked', seqs: Evidence): Draft => ({
    ...grounded(ground, [], [role], seqs),
    edit: letterEdit(task, role, to),
    why,
  });
  const isNew = (role: RoleId): boolean =>
    one.played(role) && plannedLetters(task, role).length === 0;
  const heard = result.cells
    .filter((cell) => cell.observed === 'C' && isNew(cell.role))
    .map((cell) => {
      const answers = cell.deeds.filter((deed) => deed.did === 'answered');
      return draft(cell.role, 'C', 'heard', evidence(...answers.map((deed) => deed.evidence)));
    });
  const doers = new Set(result.cells.filter(acted).map((cell) => cell.role));
  const asking = one.asks.filter(
    ({ from, to }) => from !== undefined && isNew(from) && to.some((role) => doers.has(role)),
  );
  const asked = [...groupBy(asking, (item) => item.from ?? '')].map(([role, items]) =>
    draft(role, 'I', 'asked', evidence(...items.map((item) => item.seq))),
  );
  return [...heard, ...asked.filter(({ edit }) => edit.type === 'letter' && !doers.has(edit.role))];
}

/** A window that was too short, or a task that was slow: the figures cannot tell which. */
function times(one: Case): readonly OpenPoint[] {
  const { task, run } = one;
  const findings = coded(one, 'TASK_LATE');
  if (findings.length === 0) return [];
  const took = run.done && { took: run.done.at - run.startedAt };
  const ground = grounded(one.ground, findings, [], []);
  return [{ ...ground, type: 'within', task: task.id, within: task.within, ...took }];
}
