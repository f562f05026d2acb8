/**
 * Tests in field words: `given(plan).startex().at('20m').expect('obligation.overdue', …)`.
 * Knows: the engine's doors (record, pulse). Does not know: any rule; the test says what must happen.
 */
import { expect as check } from 'vitest';
import { nextDue } from '../../engine/exercise/due.ts';
import type {
  By,
  ControlInput,
  Draft,
  Entry,
  ExerciseEvent,
  Input,
  RoleInput,
} from '../../engine/exercise/entry.ts';
import { pulse } from '../../engine/exercise/pulse.ts';
import { record } from '../../engine/exercise/record.ts';
import { openingInput } from '../../engine/exercise/rehearse.ts';
import type { RefusalCode } from '../../engine/exercise/refusal.ts';
import { initialState, type ExerciseState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readDuration, type Ms } from '../../engine/scenario/time.ts';

type Type = ExerciseEvent['type'];
type Of<T extends Type> = Extract<ExerciseEvent, { type: T }>;

export const WALL = '2026-09-18T00:10:00.000Z';
export const ENGINE: By = { type: 'engine' };
export const CONTROL: By = { type: 'facilitator', name: 'Lead' };
/** One of several in exercise control. */
export const staff = (name: string): By => ({ type: 'facilitator', name });
export const seated = (role: string): By => ({ type: 'role', role, seat: `${role}-1` });

export type Given = {
  readonly state: ExerciseState;
  readonly entries: readonly Entry[];
  readonly drafts: readonly Draft[];
  /** STARTEX. */
  readonly startex: () => Given;
  /** Lets exercise time pass until then; whatever falls due on the way happens. */
  readonly at: (time: string) => Given;
  readonly control: (input: ControlInput) => Given;
  readonly as: (role: string, input: RoleInput) => Given;
  /** Any input by anybody. */
  readonly input: (by: By, input: Input) => Given;
  /** What the last act, or the last passing of time, brought about. */
  readonly expect: <T extends Type>(type: T, fields?: Partial<Of<T>>) => Given;
  /** Nothing of the kind has happened since the last act or passing of time. */
  readonly expectNo: <T extends Type>(type: T, fields?: Partial<Of<T>>) => Given;
  readonly refused: (code: RefusalCode) => Given;
  /** The types of what just happened, in order. */
  readonly types: () => readonly Type[];
  /** When each event of the kind happened, in minutes, in the whole exercise. */
  readonly minutes: <T extends Type>(type: T, fields?: Partial<Of<T>>) => readonly number[];
};

export function given(plan: Plan): Given {
  const state = initialState(plan);
  const entries: Entry[] = [];
  const drafts: Draft[] = [];
  let now: Ms = 0;
  let own: readonly ExerciseEvent[] = [];
  let fresh: readonly ExerciseEvent[] = [];

  const write = (recorded: ReturnType<typeof record>): readonly ExerciseEvent[] => {
    drafts.push(...recorded.drafts);
    entries.push(...recorded.drafts.map((draft): Entry => ({ ...draft, prev: '' })));
    return recorded.events;
  };
  const pass = (until: Ms): readonly ExerciseEvent[] => {
    const happened: ExerciseEvent[] = [];
    for (let item = nextDue(state); item && item.due <= until; item = nextDue(state)) {
      happened.push(...write(pulse(state, undefined, WALL)));
    }
    now = until;
    return happened;
  };
  // As in the session: first what is due by now, then the input, then what is due because of it.
  const input = (by: By, what: Input): Given => {
    pass(now);
    own = write(record(state, { input: what, by, at: now, wall: WALL }));
    const jump = own.find((event) => event.type === 'exercise.jumped');
    fresh = [...own, ...pass(jump?.to ?? now)];
    return self;
  };
  const matching = <T extends Type>(
    events: readonly ExerciseEvent[],
    type: T,
    fields: Partial<Of<T>>,
  ): readonly ExerciseEvent[] =>
    events.filter((event) => event.type === type && contains(event, fields));

  const self: Given = {
    state,
    entries,
    drafts,
    startex: () => input(ENGINE, { type: 'exercise.start' }),
    at: (time) => {
      fresh = pass(ms(time));
      return self;
    },
    control: (what) => input(CONTROL, what),
    as: (role, what) => input(seated(role), what),
    input,
    expect: (type, fields = {}) => {
      if (matching(fresh, type, fields).length === 0)
        check(fresh).toContainEqual({ type, ...fields });
      return self;
    },
    expectNo: (type, fields = {}) => {
      check(matching(fresh, type, fields)).toEqual([]);
      return self;
    },
    refused: (code) => {
      check(own).toEqual([{ type: 'input.refused', code }]);
      return self;
    },
    types: () => fresh.map(({ type }) => type),
    minutes: (type, fields = {}) =>
      entries.flatMap((entry) =>
        'event' in entry && matching([entry.event], type, fields).length > 0
          ? [entry.at / 60_000]
          : [],
      ),
  };
  return input(ENGINE, openingInput({ plan, exercise: 'test', seed: 1, engine: '0.0.0' }));
}

export function ms(time: string): Ms {
  const read = readDuration(time);
  if (read === undefined) throw new Error(`${time} is no time`);
  return read;
}

function contains(event: ExerciseEvent, fields: object): boolean {
  const has = event as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(fields).every(
    ([key, value]) => JSON.stringify(has[key]) === JSON.stringify(value),
  );
}
