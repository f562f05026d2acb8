/**
 * Markings and clearances. Knows: what an inject is marked, and who may receive it.
 * Does not know: what anybody passes on during the exercise.
 */
import type { Path } from './problem.ts';
import { MARKINGS, type Marking } from './schema.ts';
import type { Scope } from './scope.ts';
import type { Row } from './shape.ts';

/** Where the scenario says nothing. */
export const USUAL_MARKING: Marking = 'TLP:GREEN';

export function strictness(marking: Marking): number {
  return MARKINGS.indexOf(marking);
}

/** As closed as the most closed of them. */
export function strictest(first: Marking, others: readonly Marking[]): Marking {
  return others.reduce((a, b) => (strictness(b) > strictness(a) ? b : a), first);
}

/** Nobody is sent, or expected to be told, what is marked more strictly than they may receive. */
export function checkClearance(scope: Scope): void {
  const { sound } = scope;
  const cleared = clearances(scope);
  if (cleared.size === 0) return;
  const usual = sound.head.marking ?? USUAL_MARKING;
  const marked = (facts: readonly string[]): Marking =>
    strictest(
      usual,
      facts.map((id) => sound.rows.facts.get(id)?.marking ?? usual),
    );
  const check = (to: readonly string[], marking: Marking, path: Path): void => {
    for (const [i, receiver] of to.entries()) {
      checkReceiver(receiver, marking, [...path, i], cleared, scope);
    }
  };
  for (const [id, { to = [], marking, facts = [] }] of sound.rows.injects) {
    check(to, marking ?? marked(facts), ['injects', id, 'to']);
    for (const [i, expected] of sound.expectations.get(id) ?? []) {
      if (!expected.facts) continue;
      check(expected.to ?? [], marked(expected.facts), ['injects', id, 'expect', i, 'to']);
    }
  }
  // Sent from the bank, a text is as closed as what it tells.
  for (const [id, { to = [], facts = [] }] of sound.rows.bank) {
    check(to, marked(facts), ['bank', id, 'to']);
  }
  for (const [id, { to = [], carries }] of sound.rows.interfaces) {
    if (carries) check(to, marked(carries), ['interfaces', id, 'to']);
  }
}

type Cleared = { readonly role: Partial<Row<'roles'>>; readonly most: Marking };

/** A role's own clearance goes before its organisation's. */
function clearances({ sound }: Scope): ReadonlyMap<string, Cleared> {
  const cleared = new Map<string, Cleared>();
  for (const [id, role] of sound.rows.roles) {
    const organisation = sound.rows.organisations.get(role.organisation ?? '');
    const most = role['cleared-for'] ?? organisation?.['cleared-for'];
    if (most !== undefined) cleared.set(id, { role, most });
  }
  return cleared;
}

function checkReceiver(
  receiver: string,
  marking: Marking,
  path: Path,
  cleared: ReadonlyMap<string, Cleared>,
  { say }: Scope,
): void {
  const barred = [...cleared].filter(
    ([id, { role, most }]) =>
      strictness(marking) > strictness(most) &&
      (id === receiver ||
        ((receiver === 'all' || role.organisation === receiver) &&
          role['played-by'] !== 'simcell')),
  );
  const [first] = barred;
  if (!first) return;
  const params = { marking, roles: barred.map(([id]) => id).join(', '), cleared: first[1].most };
  say('marking-not-cleared', path, { params });
}
