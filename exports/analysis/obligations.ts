/**
 * Expectations that fell due on a role: met, late or lapsed.
 * Knows: the script's expectations and what became of them. Does not know: their weight.
 */
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Act } from '../../engine/scenario/schema.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, evidence, of } from './history.ts';

export type ObligationResult = {
  readonly obligation: string;
  readonly inject: string;
  readonly role: RoleId;
  readonly does: Act;
  readonly task?: string;
  readonly decision?: string;
  readonly openedAt: Ms;
  readonly due: Ms;
  /**
   * `open`: not done, and its time had not run out, when the journal ends. `outside`: done outside
   * the tool, as the role says itself; neither done nor not done.
   */
  readonly status: 'met' | 'late' | 'lapsed' | 'overdue' | 'waived' | 'outside' | 'open';
  readonly endedAt?: Ms;
  readonly lateBy?: Ms;
  readonly evidence: Evidence;
};
export type Obligations = {
  readonly rows: readonly ObligationResult[];
  /** Expectations whose inject was never released. */
  readonly neverArose: number;
};

const ENDS = [
  'obligation.met',
  'obligation.late',
  'obligation.lapsed',
  'obligation.waived',
  'obligation.outside',
] as const;
type Ending = Happening<(typeof ENDS)[number]>;

export function analyseObligations(history: History): Obligations {
  const opened = new Map(of(history, 'obligation.opened').map((h) => [h.event.obligation, h]));
  const overdue = new Map(of(history, 'obligation.overdue').map((h) => [h.event.obligation, h]));
  const endings: readonly Ending[] = ENDS.flatMap((type) => of(history, type));
  const ended = new Map(endings.map((h) => [h.event.obligation, h]));
  const rows = history.plan.expectations.flatMap((expectation) => {
    const { id, inject, role, does, task, decision } = expectation;
    const open = opened.get(id);
    if (!open) return [];
    const [over, end] = [overdue.get(id), ended.get(id)];
    const row: ObligationResult = {
      obligation: id,
      inject,
      role,
      does,
      openedAt: open.at,
      due: open.event.due,
      ...(task !== undefined && { task }),
      ...(decision !== undefined && { decision }),
      status: end ? statusOf(end) : over ? 'overdue' : 'open',
      ...(end && { endedAt: end.at }),
      ...(end?.event.type === 'obligation.late' && { lateBy: end.at - open.event.due }),
      evidence: evidence(open.seq, over?.seq, end?.seq),
    };
    return [row];
  });
  return { rows, neverArose: history.plan.expectations.length - rows.length };
}

function statusOf({ event }: Ending): ObligationResult['status'] {
  switch (event.type) {
    case 'obligation.met':
      return 'met';
    case 'obligation.late':
      return 'late';
    case 'obligation.lapsed':
      return 'lapsed';
    case 'obligation.waived':
      return 'waived';
    case 'obligation.outside':
      return 'outside';
    default:
      return event satisfies never;
  }
}
