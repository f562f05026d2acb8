/** What a bot means to do. Knows: when, and who. Does not know: what comes of it. */
import type { RoleId } from '../../plan/plan.ts';
import type { Ms } from '../../scenario/time.ts';
import type { RoleInput } from '../entry.ts';
import type { Timed } from '../heap.ts';
import type { ExerciseState } from '../state.ts';

/** What exactly is done, and whether at all, is settled when the time comes. */
export type Act = (state: ExerciseState) => RoleInput | undefined;

export type Intent = Timed & { readonly role: RoleId; readonly input: Act };

/** Means to do something `delay` from now; each role means each key once. */
export type Plot = (key: string, role: RoleId, delay: Ms, act: Act) => void;
