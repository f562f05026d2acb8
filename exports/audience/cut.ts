/**
 * A row field by field, each with a rule of its own: one that is new does not compile until somebody
 * has decided who may have it. Knows: rules. Does not know: rows.
 */

/** What may be absent may be withheld; all else must be said in a form that is fit for the reader. */
export type Fields<T, Ground> = {
  readonly [K in keyof T]-?: (
    row: T,
    ground: Ground,
  ) => Partial<Pick<T, K>> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** Only what a rule gives; a field that is in the row and in no rule is left behind. */
export function cut<T extends object, Ground>(
  fields: Fields<T, Ground>,
  row: T,
  ground: Ground,
): T {
  const kept = Object.keys(fields).flatMap((key) => {
    const value: unknown = fields[key as keyof T](row, ground);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(kept) as T;
}
