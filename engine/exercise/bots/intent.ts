/** What a bot means to do. Knows: when, and who. Does not know: what comes of it. */
import type { RoleId } from '../../plan/plan.ts';
import type { Ms } from '../../scenario/time.ts';
import type { RoleInput } from '../entry.ts';
import type { Timed } from '../heap.ts';
import type { ExerciseState } from '../state.ts';
import type { Reply } from './simulated.ts';

/** What exactly is done, and whether at all, is settled when the time comes. */
export type Act = (state: ExerciseState) => RoleInput | undefined;

/** By whoever sits in the role; or in the name of a role that nobody can sit in. */
export type Intent = Timed & { readonly role: RoleId } & (
    { readonly input: Act } | { readonly reply: Reply }
  );

/** Means to do something `delay` from now; each role means each key once. */
export type Plot = (key: string, role: RoleId, delay: Ms, act: Act) => void;
