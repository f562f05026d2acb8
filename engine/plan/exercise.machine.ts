/**
 * The storyline as a statechart: planned → conduct (pacing × storyline) → ended → hotwash → closed.
 * Phases are states; branches are guarded transitions. Knows: which step may follow which.
 * Does not know: time (delays are put on the agenda), injects and obligations (those are rows).
 */
import { createMachine, transition, type MachineConfig, type StateValue } from 'xstate';
import type { Ms } from '../scenario/time.ts';
import type { Decision, Phase, Plan } from './plan.ts';

/** Where the storyline stands when its last phase is over. No phase can have this id. */
export const ENDEX = '$endex';

/** What moves the storyline. Guards read the event and nothing else. */
export type StorylineEvent =
  | { readonly type: 'exercise.started' }
  | { readonly type: 'exercise.paused' }
  | { readonly type: 'exercise.resumed' }
  | { readonly type: 'exercise.ended' }
  | { readonly type: 'hotwash.opened' }
  | { readonly type: 'exercise.closed' }
  /** The current phase's gate holds; `to` is the branch that step worked out. */
  | { readonly type: 'gate.opened'; readonly to: string }
  | { readonly type: 'decision.recorded'; readonly decision: string; readonly option: string }
  | { readonly type: 'phase.chosen'; readonly to: string }
  /** The phase's length has passed: XState's own delayed event. */
  | { readonly type: `xstate.after.${string}`; readonly to: string };

type Config = MachineConfig<Record<string, never>, StorylineEvent>;
type Transition = { target: string; guard: { type: 'goes' | 'decided'; params: object } };

/** The chart as plain data: what Stately's tools read, and what a diagram is drawn from. */
export function storylineConfig(plan: Plan): Config {
  const phases = plan.phases.map((phase) => [phase.id, phaseState(phase, plan.decisions)] as const);
  const config = {
    id: plan.id,
    initial: 'planned',
    states: {
      planned: { on: { 'exercise.started': 'conduct' } },
      conduct: {
        type: 'parallel',
        on: { 'exercise.ended': 'ended' },
        states: {
          pacing: {
            initial: 'running',
            states: {
              running: { on: { 'exercise.paused': 'paused' } },
              paused: { on: { 'exercise.resumed': 'running' } },
            },
          },
          storyline: {
            initial: plan.begins,
            // Targets stay inside the region: leaving it would reset the pacing beside it.
            on: { 'phase.chosen': plan.phases.map(({ id }) => goes(`.${id}`, id)) },
            states: { ...Object.fromEntries(phases), [ENDEX]: {} },
          },
        },
      },
      ended: { on: { 'hotwash.opened': 'hotwash', 'exercise.closed': 'closed' } },
      hotwash: { on: { 'exercise.closed': 'closed' } },
      closed: { type: 'final' },
    },
  };
  return config as unknown as Config;
}

function goes(target: string, to: string): Transition {
  return { target, guard: { type: 'goes', params: { to } } };
}

function phaseState(phase: Phase, decisions: readonly Decision[]): object {
  const ways =
    phase.next.length > 0 ? phase.next.map(({ to }) => goes(to, to)) : [goes(ENDEX, ENDEX)];
  const decided = decisions
    .filter((decision) => decision.phases.includes(phase.id))
    .flatMap((decision) =>
      decision.options.flatMap(({ id, goto }) => {
        if (goto === undefined || goto === phase.id) return [];
        const params = { decision: decision.id, option: id };
        return [{ target: goto, guard: { type: 'decided', params } }];
      }),
    );
  return {
    ...(phase.length === undefined ? {} : { after: { [phase.length]: ways } }),
    on: {
      ...(phase.gate ? { 'gate.opened': ways } : {}),
      ...(decided.length > 0 ? { 'decision.recorded': decided } : {}),
    },
  };
}

/** The chart with its guards: pure, stepped by `transition()`, never started as an actor. */
function storylineMachine(plan: Plan) {
  return createMachine(storylineConfig(plan), {
    guards: {
      goes: ({ event }, params) => 'to' in event && event.to === (params as { to: string }).to,
      decided: ({ event }, params) => {
        const wanted = params as { decision: string; option: string };
        return (
          event.type === 'decision.recorded' &&
          event.decision === wanted.decision &&
          event.option === wanted.option
        );
      },
    },
  });
}

/** What an exercise's status can be; `running` and `paused` are the two sides of conduct. */
export type Status = 'planned' | 'running' | 'paused' | 'ended' | 'hotwash' | 'closed';
/** Where the chart stands: all there is to a snapshot, since it holds no context. */
export type Stand = { readonly status: Status; readonly phase?: string | undefined };
export type Move = Stand & {
  /** The chart allowed the event. */
  readonly moved: boolean;
  /** Exercise ms until the phase that was entered is over, if it has a length. */
  readonly delay?: Ms;
};

const machines = new WeakMap<Plan, ReturnType<typeof storylineMachine>>();

/** One step of the chart: from where it stands, by one event, to where it stands then. */
export function moveStoryline(plan: Plan, stand: Stand, event: StorylineEvent): Move {
  const machine = machines.get(plan) ?? storylineMachine(plan);
  machines.set(plan, machine);
  const before = machine.resolveState({ value: valueOf(stand), context: {} });
  const [after, actions] = transition(machine, before, event);
  const { status, phase } = standOf(after.value);
  // Outside conduct there is no phase, whatever the last one was.
  const moved = status !== stand.status || (phase !== undefined && phase !== stand.phase);
  // A raise without a delay has already been processed inside transition(): it is no timer.
  const delays = actions.flatMap(({ type, params }) => {
    const delay = type === 'xstate.raise' ? (params as { delay?: number }).delay : undefined;
    return delay === undefined ? [] : [delay];
  });
  const [delay] = delays;
  return { status, phase, moved, ...(delay === undefined ? {} : { delay }) };
}

function valueOf({ status, phase = '' }: Stand): StateValue {
  if (status !== 'running' && status !== 'paused') return status;
  return { conduct: { pacing: status, storyline: phase } };
}

function standOf(value: unknown): Stand {
  if (typeof value === 'string') return { status: value as Status };
  const { conduct } = value as { conduct: { pacing: 'running' | 'paused'; storyline: string } };
  return { status: conduct.pacing, phase: conduct.storyline };
}

/** The event by which XState says that a phase's length has passed. */
export function lengthEvent(plan: Plan, phase: Phase, to: string): StorylineEvent {
  const state = `${plan.id}.conduct.storyline.${phase.id}`;
  return { type: `xstate.after.${phase.length ?? 0}.${state}`, to };
}
