import type { RoleInput } from '../entry.ts';

/** One kind of input from a role. */
export type Of<T extends RoleInput['type']> = Extract<RoleInput, { type: T }>;
