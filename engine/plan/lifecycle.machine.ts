/**
 * The life of one inject and of one obligation: two small charts, shared by thousands of rows that
 * hold nothing but the state's name. Knows: which state may follow which. Does not know: why.
 */
import { createMachine, initialTransition, transition, type AnyStateMachine } from 'xstate';

export type InjectStatus = 'planned' | 'held' | 'released' | 'skipped' | 'passed';
export type ObligationStatus =
  'open' | 'met' | 'overdue' | 'late' | 'lapsed' | 'waived' | 'outside';
export type InjectStep = 'release' | 'hold' | 'unhold' | 'skip' | 'pass';
export type ObligationStep = 'fulfil' | 'expire' | 'lapse' | 'waive' | 'excuse';

const injectMachine = createMachine({
  id: 'inject',
  initial: 'planned',
  states: {
    planned: { on: { release: 'released', hold: 'held', skip: 'skipped', pass: 'passed' } },
    held: { on: { release: 'released', unhold: 'planned', skip: 'skipped' } },
    released: {},
    /** Control can still bring back what was skipped or passed over. */
    skipped: { on: { release: 'released' } },
    passed: { on: { release: 'released', skip: 'skipped' } },
  },
});

const obligationMachine = createMachine({
  id: 'obligation',
  initial: 'open',
  states: {
    open: { on: { fulfil: 'met', expire: 'overdue', waive: 'waived', excuse: 'outside' } },
    overdue: { on: { fulfil: 'late', lapse: 'lapsed', excuse: 'outside' } },
    met: { type: 'final' },
    late: { type: 'final' },
    lapsed: { type: 'final' },
    waived: { type: 'final' },
    /** Done where the tool could not see it, as the role says itself. */
    outside: { type: 'final' },
  },
});

/**
 * A chart without context is a table. Each pair of state and step is asked of XState once and
 * remembered: ten thousand rows then cost ten thousand look-ups, not ten thousand machine runs.
 */
function table<S extends string>(machine: AnyStateMachine) {
  const known = new Map<string, S | undefined>();
  return (state: S, step: string): S | undefined => {
    const key = `${state} ${step}`;
    if (!known.has(key)) {
      const snapshot = machine.resolveState({ value: state, context: {} });
      const [next] = transition(machine, snapshot, { type: step });
      known.set(key, next.value === state ? undefined : (next.value as S));
    }
    return known.get(key);
  };
}

/** The state after the step, or undefined where the chart does not allow it. */
export const nextInject: (status: InjectStatus, step: InjectStep) => InjectStatus | undefined =
  table<InjectStatus>(injectMachine);
export const nextObligation: (
  status: ObligationStatus,
  step: ObligationStep,
) => ObligationStatus | undefined = table<ObligationStatus>(obligationMachine);

const initial = (machine: AnyStateMachine): unknown => initialTransition(machine)[0].value;
export const NEW_INJECT = initial(injectMachine) as InjectStatus;
export const NEW_OBLIGATION = initial(obligationMachine) as ObligationStatus;
