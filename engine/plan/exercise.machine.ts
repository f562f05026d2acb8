/**
 * The story as a statechart: planned → conduct (pacing × storyline × threads) → ended → hotwash → closed.
 * Phases are states; branches are guarded transitions. Knows: which step may follow which.
 * Does not know: time (delays are put on the agenda), injects and obligations (those are rows).
 */
import { createMachine, transition, type MachineConfig, type StateValue } from 'xstate';
import { STORYLINE } from '../scenario/strand.ts';
import type { Ms } from '../scenario/time.ts';
import type { Decision, Phase, Plan } from './plan.ts';

/** Where the storyline stands when its last phase is over. No phase can have this id. */
export const ENDEX = '$endex';
/** Where a thread stands when its last phase is over; the exercise goes on without it. */
export const THREAD_END = '$end';

/** What moves the storyline. Guards read the event and nothing else. */
export type StorylineEvent =
  | { readonly type: 'exercise.started' }
  | { readonly type: 'exercise.paused' }
  | { readonly type: 'exercise.resumed' }
  | { readonly type: 'exercise.ended' }
  | { readonly type: 'hotwash.opened' }
  | { readonly type: 'exercise.closed' }
  /** The gate of `from` holds; `to` is the branch that step worked out. */
  | { readonly type: 'gate.opened'; readonly from: string; readonly to: string }
  | { readonly type: 'decision.recorded'; readonly decision: string; readonly option: string }
  | { readonly type: 'phase.chosen'; readonly to: string }
  /** The end that control set for a phase without a length of its own has come. */
  | { readonly type: 'phase.over'; readonly from: string; readonly to: string }
  /** The phase's length has passed: XState's own delayed event. */
  | { readonly type: `xstate.after.${string}`; readonly to: string };

type Config = MachineConfig<Record<string, never>, StorylineEvent>;
type Transition = { target: string; guard: { type: 'goes' | 'decided'; params: object } };
type Region = { readonly strand: string; readonly begins: string; readonly end: string };

function regions(plan: Plan): readonly Region[] {
  const threads = plan.threads ?? [];
  return [
    { strand: STORYLINE, begins: plan.begins, end: ENDEX },
    ...threads.map(({ id, begins }) => ({ strand: id, begins, end: THREAD_END })),
  ];
}

/** The name of a strand's region in the chart. */
function regionName(strand: string): string {
  return strand === STORYLINE ? 'storyline' : `thread-${strand}`;
}

/** The strand that a phase belongs to. */
export function strandOf(phase: Phase): string {
  return phase.thread ?? STORYLINE;
}

/** The chart as plain data: what Stately's tools read, and what a diagram is drawn from. */
export function storylineConfig(plan: Plan): Config {
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
          ...Object.fromEntries(
            regions(plan).map((region) => [regionName(region.strand), regionState(plan, region)]),
          ),
        },
      },
      ended: { on: { 'hotwash.opened': 'hotwash', 'exercise.closed': 'closed' } },
      hotwash: { on: { 'exercise.closed': 'closed' } },
      closed: { type: 'final' },
    },
  };
  return config as unknown as Config;
}

function regionState(plan: Plan, { strand, begins, end }: Region): object {
  const phases = plan.phases.filter((phase) => strandOf(phase) === strand);
  const states = phases.map((phase) => [phase.id, phaseState(phase, end, plan.decisions)] as const);
  return {
    initial: begins,
    // Targets stay inside the region: leaving it would reset those beside it.
    on: { 'phase.chosen': phases.map(({ id }) => goes(`.${id}`, { to: id })) },
    states: { ...Object.fromEntries(states), [end]: {} },
  };
}

function goes(target: string, params: { readonly from?: string; readonly to: string }): Transition {
  return { target, guard: { type: 'goes', params } };
}

function phaseState(phase: Phase, end: string, decisions: readonly Decision[]): object {
  const targets = phase.next.length > 0 ? phase.next.map(({ to }) => to) : [end];
  const ways = targets.map((to) => goes(to, { to }));
  // Every region hears every event: a gate must say which phase it is the gate of.
  const gates = targets.map((to) => goes(to, { from: phase.id, to }));
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
      ...(phase.gate ? { 'gate.opened': gates } : {}),
      ...(phase.length === undefined ? { 'phase.over': gates } : {}),
      ...(decided.length > 0 ? { 'decision.recorded': decided } : {}),
    },
  };
}

/** The chart with its guards: pure, stepped by `transition()`, never started as an actor. */
function storylineMachine(plan: Plan) {
  return createMachine(storylineConfig(plan), {
    guards: {
      goes: ({ event }, params) => {
        const { from, to } = params as { from?: string; to: string };
        const here = from === undefined || ('from' in event && event.from === from);
        return 'to' in event && event.to === to && here;
      },
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
/** The phase that each strand stands in, by strand. */
export type Phases = ReadonlyMap<string, string>;
/** Where the chart stands: all there is to a snapshot, since it holds no context. */
export type Stand = { readonly status: Status; readonly phases?: Phases };
/** A phase that was entered, or the end of its strand; `delay`: ms until it is over, if it has a length. */
export type Entered = { readonly strand: string; readonly phase: string; readonly delay?: Ms };
export type Move = {
  readonly status: Status;
  /** The chart allowed the event. */
  readonly moved: boolean;
  /** What was entered, the storyline first, then the threads in the Plan's order. */
  readonly entered: readonly Entered[];
};

const machines = new WeakMap<Plan, ReturnType<typeof storylineMachine>>();

/** One step of the chart: from where it stands, by one event, to where it stands then. */
export function moveStoryline(plan: Plan, stand: Stand, event: StorylineEvent): Move {
  const machine = machines.get(plan) ?? storylineMachine(plan);
  machines.set(plan, machine);
  const before = machine.resolveState({ value: valueOf(plan, stand), context: {} });
  const [after, actions] = transition(machine, before, event);
  const status = statusOf(after.value);
  const delays = delaysOf(actions);
  const entered = regions(plan).flatMap(({ strand }): Entered[] => {
    const phase = phaseIn(after.value, strand);
    if (phase === undefined || phase === stand.phases?.get(strand)) return [];
    const delay = delays.get(stateName(plan, strand, phase));
    return [{ strand, phase, ...(delay === undefined ? {} : { delay }) }];
  });
  return { status, moved: status !== stand.status || entered.length > 0, entered };
}

/** The delays that were set, by the state they belong to. */
function delaysOf(
  actions: readonly { readonly type: string; readonly params: unknown }[],
): ReadonlyMap<string, Ms> {
  return new Map(
    actions.flatMap(({ type, params }) => {
      if (type !== 'xstate.raise') return [];
      const { delay, event } = params as { delay?: number; event: { type: string } };
      // A raise without a delay has already been processed inside transition(): it is no timer.
      if (delay === undefined) return [];
      return [[event.type.slice(`xstate.after.${delay}.`.length), delay] as const];
    }),
  );
}

function valueOf(plan: Plan, { status, phases }: Stand): StateValue {
  if (status !== 'running' && status !== 'paused') return status;
  const strands = regions(plan).map(({ strand, end }) => [
    regionName(strand),
    phases?.get(strand) ?? end,
  ]);
  return { conduct: { pacing: status, ...(Object.fromEntries(strands) as object) } };
}

type Conduct = { readonly conduct: { readonly [region: string]: string } };

function statusOf(value: unknown): Status {
  return (typeof value === 'string' ? value : (value as Conduct).conduct['pacing']) as Status;
}

/** Outside conduct no strand stands anywhere, wherever it stood last. */
function phaseIn(value: unknown, strand: string): string | undefined {
  return typeof value === 'string' ? undefined : (value as Conduct).conduct[regionName(strand)];
}

function stateName(plan: Plan, strand: string, phase: string): string {
  return `${plan.id}.conduct.${regionName(strand)}.${phase}`;
}

/** The event by which XState says that a phase's length has passed. */
export function lengthEvent(plan: Plan, phase: Phase, to: string): StorylineEvent {
  if (phase.length === undefined) return { type: 'phase.over', from: phase.id, to };
  const state = stateName(plan, strandOf(phase), phase.id);
  return { type: `xstate.after.${phase.length}.${state}`, to };
}
