/**
 * Who answers for what. Knows: the responsibility plan's rules for tasks, decisions and roles.
 * Does not know: when anything happens.
 */
import { DECISION_STATES } from './condition.ts';
import type { Path } from './problem.ts';
import type { Scope } from './scope.ts';

const LETTERS = ['accountable', 'responsible', 'support', 'consulted', 'informed'] as const;

export function checkResponsibility(scope: Scope): void {
  checkTasks(scope);
  checkDecisions(scope);
  checkRoles(scope);
  checkOrganisations(scope);
}

function checkTasks(scope: Scope): void {
  const { say, wrote, sound } = scope;
  for (const [id, task] of sound.rows.tasks) {
    const path = ['tasks', id];
    const accountable = new Set(task.accountable);
    // A field that was written, but wrongly, has its Problem already.
    const known = task.accountable !== undefined || !wrote('tasks', id, 'accountable');
    const doubt = wrote('tasks', id, 'ambiguity');
    if (known && accountable.size === 0 && !doubt) say('no-accountable', path, { params: { id } });
    if (accountable.size > 1 && !doubt) {
      const params = { id, roles: [...accountable].join(', ') };
      say('several-accountable', [...path, 'accountable'], { params });
    }
    if (known && accountable.size === 1 && doubt) {
      say('ambiguity-unneeded', [...path, 'ambiguity'], { params: { id } });
    }
    const nobody = task.responsible === undefined || task.responsible.length === 0;
    if (nobody && (task.responsible !== undefined || !wrote('tasks', id, 'responsible'))) {
      const at = task.responsible ? [...path, 'responsible'] : path;
      say('no-responsible', at, { params: { id } });
    }
    checkLetters(task, path, scope);
  }
}

type Letters = { readonly [L in (typeof LETTERS)[number]]?: readonly string[] | undefined };

/** One role, one part: only the accountable role may do the work as well. */
function checkLetters(task: Letters, path: Path, { say }: Scope): void {
  const first = new Map<string, string>();
  for (const letter of LETTERS) {
    for (const [i, id] of (task[letter] ?? []).entries()) {
      const other = first.get(id);
      if (other === undefined) first.set(id, letter);
      else if (other === letter) say('duplicate-entry', [...path, letter, i], { params: { id } });
      else if (other !== 'accountable' || letter !== 'responsible') {
        const params = { id, letters: `${other} / ${letter}` };
        say('conflicting-letters', [...path, letter, i], { params });
      }
      if (other === 'accountable' && letter === 'responsible') first.set(id, letter);
    }
  }
}

function checkDecisions({ say, sound }: Scope): void {
  for (const [id, decision] of sound.rows.decisions) {
    const path = ['decisions', id];
    const { authority, options, phase, default: fallback } = decision;
    if (authority?.length === 0) say('no-authority', [...path, 'authority'], { params: { id } });
    if (!options) continue;
    const allowed = Object.keys(options);
    if (allowed.length < 2) say('too-few-options', [...path, 'options'], { params: { id } });
    if (fallback !== undefined && !allowed.includes(fallback)) {
      const params = { value: fallback, allowed: allowed.join(', ') };
      say('default-not-option', [...path, 'default'], { params });
    }
    for (const [option, { goto }] of Object.entries(options)) {
      // A condition could not tell the option from the decision's state.
      if (DECISION_STATES.some((word) => word === option)) {
        say('reserved-id', [...path, 'options', option], { params: { id: option } });
      }
      if (goto === undefined) continue;
      const at = [...path, 'options', option, 'goto'];
      if (!phase) say('goto-without-phase', at, { params: { id } });
      else if (phase.includes(goto)) say('goto-same-phase', at, { params: { phase: goto } });
    }
  }
}

function checkRoles({ say, sound }: Scope): void {
  const { roles, organisations } = sound.rows;
  for (const [id, role] of roles) {
    const path = ['roles', id];
    if (id === 'all') say('reserved-id', path, { params: { id } });
    if (organisations.has(id)) say('ambiguous-id', path, { params: { id } });
    if (role.deputy === id) say('self-reference', [...path, 'deputy'], { params: { id } });
    const [low = 1, high = low] = String(role.seats ?? 1)
      .split('-')
      .map(Number);
    if (low < 1 || high < low || high > 50) {
      const params = { key: 'seats', value: String(role.seats), expected: 'seats' };
      say('bad-format', [...path, 'seats'], { params });
    }
  }
}

function checkOrganisations({ say, sound, references }: Scope): void {
  const inUse = references.used('organisation', 'roles');
  for (const id of sound.rows.organisations.keys()) {
    if (id === 'all') say('reserved-id', ['organisations', id], { params: { id } });
    if (!inUse.has(id)) say('organisation-empty', ['organisations', id], { params: { id } });
  }
}
