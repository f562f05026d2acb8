/**
 * A choice that fills in other fields of its form: a prepared text its title, text and receivers.
 * What somebody has written or chosen is never written over. Knows: fields. Does not know: the bank.
 */
import type { Field, Fills, Form } from './form.ts';

/** The form after one of its choices changed; the same one if nothing follows from that. */
export function refilled(form: Form, before: Field, after: Field): Form {
  if (!('chosen' in after) || !('chosen' in before)) return form;
  const [id] = after.chosen;
  if (id === before.chosen[0]) return form;
  const fills = after.options.find((option) => option.id === id)?.fills;
  if (!fills) return form;
  return { ...form, fields: form.fields.map((field) => filledIn(field, fills)) };
}

function filledIn(field: Field, fills: Fills): Field {
  const fill = fills[field.id];
  if (fill === undefined || !untouched(field)) return field;
  if (!('chosen' in field)) {
    const value = typeof fill === 'string' ? fill : fill.join(' ');
    return { ...field, value, preset: value, cursor: value.length };
  }
  const chosen = typeof fill === 'string' ? [fill] : fill;
  const at = field.options.findIndex(({ id }) => id === chosen[0]);
  return { ...field, chosen, preset: chosen, search: '', at: Math.max(0, at) };
}

/** It holds what the form put there, and nothing else. */
export function untouched(field: Field): boolean {
  const { preset } = field;
  if ('chosen' in field) return String(field.chosen) === String(preset ?? []);
  return field.value === (preset ?? '');
}
