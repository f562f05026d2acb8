/**
 * A choice that fills in other fields of its form: a prepared text its title, text and receivers.
 * What somebody has written or chosen is never written over. Knows: fields, by what they hold.
 * Does not know: forms, or the bank.
 */

/** By field: what a choice puts there. */
export type Fills = { readonly [field: string]: string | readonly string[] };
type Fillable = {
  readonly id: string;
  /** What the form itself put there. */
  readonly preset?: string | readonly string[];
} & (
  | { readonly value: string; readonly cursor: number }
  | {
      readonly options: readonly { readonly id: string; readonly fills?: Fills }[];
      readonly chosen: readonly string[];
      readonly search: string;
      readonly at: number;
    }
);

/** The fields after one of them became `after`; the same ones if nothing follows from that. */
export function refilled<F extends Fillable>(
  fields: readonly F[],
  before: F | undefined,
  after: F,
): readonly F[] {
  if (!('chosen' in after) || !before || !('chosen' in before)) return fields;
  const [id] = after.chosen;
  if (id === before.chosen[0]) return fields;
  const fills = after.options.find((option) => option.id === id)?.fills;
  return fills ? fields.map((field) => filledIn(field, fills)) : fields;
}

function filledIn<F extends Fillable>(field: F, fills: Fills): F {
  const fill = fills[field.id];
  if (fill === undefined || !untouched(field)) return field;
  if (!('chosen' in field)) {
    const value = typeof fill === 'string' ? fill : fill.join(' ');
    return { ...field, value, preset: value, cursor: value.length };
  }
  const chosen = typeof fill === 'string' ? [fill] : fill;
  const at = field.options.findIndex((option) => option.id === chosen[0]);
  return { ...field, chosen, preset: chosen, search: '', at: Math.max(0, at) };
}

/** It holds what the form put there, and nothing else. */
export function untouched(field: Fillable): boolean {
  const { preset } = field;
  if ('chosen' in field) return String(field.chosen) === String(preset ?? []);
  return field.value === (preset ?? '');
}
