/**
 * The engine's one door: an input goes in, what happened comes out, the state has moved on.
 * Knows: who may ask for what. Does not know: clocks, files, sockets, or who is listening.
 */
import type { Ms } from '../scenario/time.ts';
import { act } from './acts.ts';
import { control } from './control.ts';
import { fallDue, nextDue } from './due.ts';
import {
  BOT,
  type By,
  type ControlInput,
  type ExerciseEvent,
  type Input,
  type RoleInput,
} from './entry.ts';
import { react } from './react.ts';
import { emit, type Run, type Verdict } from './run.ts';
import type { ExerciseState } from './state.ts';

/**
 * Steps the exercise by one input at exercise time `at`; `seq` is the input's own place in the
 * journal. Returns the events in order; a refused input gives one `input.refused`. The state is
 * moved on in place. `at` must not lie before the last step's: time does not run backwards.
 */
export function step(
  state: ExerciseState,
  input: Input,
  moment: { readonly at: Ms; readonly by: By; readonly seq: number },
): readonly ExerciseEvent[] {
  state.at = moment.at;
  state.seq = moment.seq;
  const run: Run = { state, moment, events: [], entered: new Set() };
  const refused = carryOut(run, input);
  if (refused) emit(run, { type: 'input.refused', code: refused });
  // Reactions are appended behind what they react to, and come to their own turn here.
  for (let i = 0; i < run.events.length; i += 1) {
    const event = run.events[i];
    if (event) react(run, event);
  }
  return run.events;
}

function carryOut(run: Run, input: Input): Verdict {
  const { by } = run.moment;
  switch (input.type) {
    case 'exercise.open':
      emit(run, { type: 'exercise.opened', exercise: input.exercise });
      return undefined;
    case 'agenda.due': {
      const item = nextDue(run.state);
      const now = item?.number === input.number && item.due === run.moment.at;
      if (by.type !== 'engine' || !item || !now) return 'not-allowed';
      fallDue(run, item);
      return undefined;
    }
    case 'seat.take':
      return takeSeat(run, input);
    case 'seat.leave': {
      const { role, seat } = input;
      if (run.state.seats.get(seat)?.role !== role) return 'not-allowed';
      emit(run, { type: 'seat.left', role, seat });
      return undefined;
    }
    case 'staff.join':
    case 'staff.leave':
      return changeStaff(run, input);
    default:
      if (by.type === 'role') {
        return isRoleInput(input) ? act(run, by.role, input) : 'not-allowed';
      }
      return isRoleInput(input) ? 'not-allowed' : control(run, input);
  }
}

function takeSeat(run: Run, input: Extract<Input, { type: 'seat.take' }>): Verdict {
  const { state } = run;
  const role = state.lookup.roles.get(input.role);
  if (role?.playedBy !== 'participant') return 'unknown-role';
  if (state.seats.has(input.seat)) return 'seat-taken';
  const people = [...state.seats.values()].filter((seat) => seat.role === role.id && !seat.bot);
  if (people.length >= role.seats.max) return 'role-full';
  const { type, ...seat } = input;
  emit(run, { ...seat, type: 'seat.taken' });
  return undefined;
}

/** The host lets people in; who may ask for it is its own to know, and the lead stays. */
function changeStaff(
  run: Run,
  input: Extract<Input, { type: 'staff.join' | 'staff.leave' }>,
): Verdict {
  const { state, moment } = run;
  const known = state.staff.get(input.staff);
  if (moment.by.type === 'role' || !mayAppoint(state, moment.by)) return 'lead-only';
  if (input.type === 'staff.leave') {
    if (!known || known.kind === 'lead') return 'unknown-staff';
    emit(run, { type: 'staff.left', staff: input.staff });
    return undefined;
  }
  const { type, lane, ...row } = input;
  const taken = known !== undefined || row.staff === BOT;
  if (taken || (row.kind === 'lead') !== (state.staff.size === 0)) return 'unknown-staff';
  if (lane?.some((id) => !state.lookup.organisations.has(id))) return 'unknown-role';
  emit(run, { ...row, type: 'staff.joined', ...(lane === undefined ? {} : { lane }) });
  return undefined;
}

function mayAppoint(state: ExerciseState, by: By): boolean {
  return (
    by.type === 'engine' || (by.type === 'facilitator' && state.staff.get(by.name)?.kind === 'lead')
  );
}

const ROLE_INPUTS: Readonly<Record<RoleInput['type'], true>> = {
  'item.open': true,
  'item.acknowledge': true,
  'message.send': true,
  'task.claim': true,
  'task.release': true,
  'task.finish': true,
  'task.assign': true,
  'handover.offer': true,
  'handover.accept': true,
  'handover.decline': true,
  'decision.record': true,
  'decision.raise': true,
  'decision.discuss': true,
  'awareness.declare': true,
  'statement.publish': true,
  'picture.update': true,
  'control.ask': true,
  'record.contest': true,
  'outside.report': true,
  'practice.finish': true,
  'question.answer': true,
  'hotwash.answer': true,
};

function isRoleInput(input: RoleInput | ControlInput): input is RoleInput {
  return input.type in ROLE_INPUTS;
}
