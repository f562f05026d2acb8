/**
 * The first thing in the scenario that a decision brought about.
 * Knows: the plan's conditions and what the journal says began. Does not know: effects outside the script.
 */
import type { Plan, Trigger } from '../../../engine/plan/plan.ts';
import type { Condition } from '../../../engine/scenario/condition.ts';
import { type History, type Moment, by, groupBy, inOrder, of } from '../history.ts';
import type { Recorded } from './record.ts';

/**
 * Something in the plan that can come of a decision. `on`: an option's id, or `made`.
 * `way`: a way out of a phase; it counts when the story takes it.
 */
type Consequence = { readonly decision: string; readonly on: string } & (
  | { readonly kind: 'inject' | 'task' | 'decision'; readonly id: string }
  | { readonly kind: 'way'; readonly id: string; readonly to?: string }
);
export type Effects = (recorded: Recorded) => Moment | undefined;

export function readEffects(history: History): Effects {
  const consequences = groupBy(consequencesIn(history.plan), ({ decision }) => decision);
  const phases = groupBy(of(history, 'phase.entered'), ({ event: { cause } }) =>
    cause.type === 'decision' ? cause.decision : '',
  );
  return (recorded) => {
    const { decision, option } = recorded.event;
    const named = (consequences.get(decision) ?? []).filter(
      ({ on }) => on === option || on === 'made',
    );
    const begun: readonly (Moment | undefined)[] = [
      (phases.get(decision) ?? []).find(({ seq }) => seq > recorded.seq),
      ...named.map((row) => beginningOf(history, row, recorded)),
    ];
    return begun.filter((happening) => happening !== undefined).sort(inOrder)[0];
  };
}

function beginningOf(history: History, row: Consequence, { seq }: Recorded): Moment | undefined {
  const after = (happening: Moment | undefined): Moment | undefined =>
    happening && happening.seq > seq ? happening : undefined;
  switch (row.kind) {
    case 'task':
      return after(by(history, 'task.started', 'task', row.id)[0]);
    case 'decision':
      return after(by(history, 'decision.opened', 'decision', row.id)[0]);
    case 'inject': {
      const [scheduled] = by(history, 'inject.scheduled', 'inject', row.id);
      const [released] = by(history, 'inject.released', 'inject', row.id);
      // Its time was set before, or control sent it: then it is no consequence.
      if (released?.event.cause !== 'due' || (scheduled && scheduled.seq < seq)) return undefined;
      return after(released);
    }
    case 'way':
      return by(history, 'phase.entered', 'from', row.id).find(
        ({ seq: entered, event }) =>
          entered > seq &&
          (row.to === undefined ? event.cause.type === 'gate' : event.phase === row.to),
      );
    default:
      return row satisfies never;
  }
}

function consequencesIn(plan: Plan): readonly Consequence[] {
  const when = (trigger: Trigger): Condition | undefined =>
    'when' in trigger ? trigger.when : undefined;
  return [
    ...plan.injects.flatMap(({ id, trigger }) =>
      named(when(trigger)).map((leaf) => ({ ...leaf, kind: 'inject', id }) as const),
    ),
    ...plan.tasks.flatMap(({ id, starts }) =>
      named(starts).map((leaf) => ({ ...leaf, kind: 'task', id }) as const),
    ),
    ...plan.decisions.flatMap(({ id, opens }) =>
      named(opens).map((leaf) => ({ ...leaf, kind: 'decision', id }) as const),
    ),
    ...plan.phases.flatMap(({ id, gate, next }) => [
      ...named(gate).map((leaf) => ({ ...leaf, kind: 'way', id }) as const),
      ...next.flatMap(({ when: condition, to }) =>
        named(condition).map((leaf) => ({ ...leaf, kind: 'way', id, to }) as const),
      ),
    ]),
  ];
}

/** The decisions whose being made, or made so, helps the condition to hold. */
function named(
  condition: Condition | undefined,
): readonly { readonly decision: string; readonly on: string }[] {
  switch (condition?.type) {
    case 'decision':
      return condition.is === 'open' ? [] : [{ decision: condition.decision, on: condition.is }];
    case 'all':
    case 'any':
      return condition.of.flatMap(named);
    default:
      // What waits for a decision not to be made is not brought about by it.
      return [];
  }
}
