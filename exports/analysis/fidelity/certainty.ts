/**
 * How sure a role said to be of what it passed on, against the surest it had read itself. Knows:
 * what was said in so many words. Does not know: how sure a text sounds, or what was said aloud.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Certainty } from '../../../engine/scenario/schema.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, evidence } from '../history.ts';
import type { Item } from '../items.ts';
import { type Listener, stepsBetween } from './reading.ts';

/** `raised`: stated surer than any reading of the sender's; `lowered`: less sure than the surest. */
export type Shift = {
  readonly item: string;
  readonly kind: Item['kind'];
  readonly role: RoleId;
  readonly fact: FactId;
  readonly at: Ms;
  readonly stated: Certainty;
  readonly met: Certainty;
  readonly shift: 'raised' | 'lowered';
  readonly evidence: Evidence;
};
export type Statings = {
  /** Times that a role passed a fact on and said how sure it was. */
  readonly stated: number;
  /** Times that a role passed a fact on. */
  readonly passed: number;
  readonly shifts: readonly Shift[];
};

export function shiftCounter(): { readonly listen: Listener; readonly statings: () => Statings } {
  let [stated, passed] = [0, 0];
  const shifts: Shift[] = [];
  const listen: Listener = ({ item, role, passed: facts }) => {
    passed += facts.length;
    for (const row of facts) {
      if (row.stated === undefined) continue;
      stated += 1;
      if (!row.surest) continue;
      const steps = stepsBetween(row.surest.certainty, row.stated);
      if (steps === 0) continue;
      shifts.push({
        item: item.id,
        kind: item.kind,
        role,
        fact: row.fact,
        at: item.at,
        stated: row.stated,
        met: row.surest.certainty,
        shift: steps > 0 ? 'raised' : 'lowered',
        evidence: evidence(row.surest.seq, item.seq),
      });
    }
  };
  return { listen, statings: () => ({ stated, passed, shifts }) };
}
