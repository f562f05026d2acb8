/**
 * The proposed changes to the responsibility plan, and how its rows would read with them.
 * Knows: which rules there are. Does not know: YAML, words, or whether the scenario still checks.
 */
import type { Plan, RoleId, Task } from '../../engine/plan/plan.ts';
import {
  type Change,
  type Edit,
  interfaceFields,
  isDoubtful,
  PARTS,
  type Part,
  type PlanRow,
  type Proposal,
} from './change.ts';
import { deputyProposals, interfaceProposals } from './edges.ts';
import { type Ground, numbered } from './ground.ts';
import { taskProposals } from './tasks.ts';

export function propose(ground: Ground): Proposal {
  const tasks = taskProposals(ground);
  const deputies = deputyProposals(ground);
  const changes = numbered([...tasks.changes, ...deputies.changes, ...interfaceProposals(ground)]);
  return {
    changes,
    questions: [...tasks.questions, ...deputies.questions],
    rows: rowsAfter(
      ground.history.plan,
      changes.filter((change) => !isDoubtful(change)),
    ),
  };
}

/** Each row that a change touches, as all of them leave it. */
function rowsAfter(plan: Plan, changes: readonly Change[]): readonly PlanRow[] {
  const edits = changes.map(({ edit }) => edit);
  const touched = new Set(edits.flatMap((edit) => ('task' in edit ? [edit.task] : [])));
  return [
    ...plan.tasks
      .filter(({ id }) => touched.has(id))
      .map((task) => taskRow(edits.reduce(lettersAfter, task))),
    ...edits.flatMap((edit): readonly PlanRow[] => {
      if (edit.type === 'deputy') return [{ type: 'role', id: edit.role, deputy: edit.deputy }];
      return edit.type === 'interface'
        ? [{ type: 'interface', id: edit.id, ...interfaceFields(edit) }]
        : [];
    }),
  ];
}

function taskRow(task: Task): PlanRow {
  const { id, accountable, responsible, support, consulted, informed } = task;
  return { type: 'task', id, accountable, responsible, support, consulted, informed };
}

/** A task's letters after one change. */
export function lettersAfter(task: Task, edit: Edit): Task {
  if (edit.type === 'letter' && edit.task === task.id) return withPart(task, edit.role, edit.to);
  if (edit.type !== 'accountable' || edit.task !== task.id) return task;
  // The owner may do the work as well; any other part it had is the lesser one.
  const cleared = without(task, edit.to, ['S', 'C', 'I']);
  const owned: Task = { ...cleared, accountable: [edit.to] };
  return edit.former.reduce((row, { role, part }) => withPart(row, role, part), owned);
}

const ALL: readonly Part[] = ['R', 'S', 'C', 'I'];

function withPart(task: Task, role: RoleId, part: Part): Task {
  const row = without(
    task,
    role,
    ALL.filter((letter) => letter !== part),
  );
  const field = PARTS[part];
  return row[field].includes(role) ? row : { ...row, [field]: [...row[field], role] };
}

function without(task: Task, role: RoleId, parts: readonly Part[]): Task {
  return parts.reduce<Task>((row, part) => {
    const field = PARTS[part];
    return { ...row, [field]: row[field].filter((id) => id !== role) };
  }, task);
}
