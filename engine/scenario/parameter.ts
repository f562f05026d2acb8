/**
 * `${name}` in texts and times. Knows: how values take the place of their names.
 * Does not know: where the values come from (expand does).
 */
import { nearest } from './nearest.ts';

export type Value = string | number;
/** What names stand for in one place: the scenario's parameters, and in an instance its own values. */
export type Values = ReadonlyMap<string, Value>;

/** Told of each name that stands for nothing, and of what it was most likely meant to be. */
export type Missing = (name: string, suggestion: string | undefined) => void;

const NAME = /\$(\$?)\{([^{}$]{0,100})\}/g;
const WHOLE = /^\$\{([^{}$]{1,100})\}$/;

/**
 * The text with every `${name}` replaced; `$${` stands for `${` itself. A field that is nothing but
 * one name takes the value as it is, so that a number stays a number. What cannot be replaced stays.
 */
export function filled(
  text: string,
  values: Values,
  used: (name: string) => void,
  missing: Missing,
): Value {
  const look = (name: string): Value | undefined => {
    const value = values.get(name);
    if (value === undefined) missing(name, nearest(name, values.keys()));
    else used(name);
    return value;
  };
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return look(whole) ?? text;
  return text.replace(NAME, (all: string, escaped: string, name: string) =>
    escaped === '' ? String(look(name) ?? all) : all.slice(1),
  );
}
