/**
 * The name of every key of the language: `tasks.*.within`, where `*` stands for an id and a list's
 * items stand where the list does. Knows: the schema's structure. Does not know: what a key means.
 */
import { z } from 'zod';
import { HEAD, ROWS, scenarioSchema } from '../schema.ts';

/** The keys of an object type that it names itself: not those that any other key falls under. */
type Named<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] } & string;
/**
 * Forms that stand in many places (a text, a condition) are described once: to the type they are
 * `unknown`, and the walk below stops at them.
 */
type Below<T, At extends string> = T extends readonly (infer Item)[]
  ? Below<Item, At>
  : T extends object
    ? [Named<T>] extends [never]
      ? `${At}.*` | Below<T[keyof T], `${At}.*`>
      : { [K in Named<T>]: K extends 'after' ? `${At}.after` : Key<T[K], `${At}.${K}`> }[Named<T>]
    : never;
type Key<T, At extends string> = At | Below<T, At>;
type Head = z.input<typeof scenarioSchema>;

type Form = 'condition' | 'after' | 'text';
type FormKey =
  | `condition.${Extract<keyof z.output<typeof CONDITION>, string>}`
  | Below<z.input<typeof AFTER>, 'after'>
  | 'text.da'
  | 'text.en';
/** The path of a key. A path that is missing from a catalogue, or too many, does not compile. */
export type KeyPath =
  { [K in Extract<keyof Head, string>]: Key<Head[K], K> }[Extract<keyof Head, string>] | FormKey;

/** Shared forms, known by their place in the schema: whoever else uses one uses the same object. */
export const CONDITION = ROWS.tasks.shape.starts.unwrap();
export const AFTER = ROWS.injects.shape.after.unwrap();
export const TEXT = HEAD.title;
export const DURATION = HEAD.length;
export const ID = HEAD.id;

const FORMS: readonly (readonly [Form, z.core.$ZodType])[] = [
  ['condition', CONDITION],
  ['after', AFTER],
  ['text', TEXT],
];

export type Place = {
  readonly path: string;
  readonly schema: z.core.$ZodType;
  readonly required: boolean;
};

/** Every key, in the schema's order; the shared forms stand last. */
export function places(): readonly Place[] {
  const forms = FORMS.flatMap(([name, schema]) => [...inside(schema, name)]);
  return [...inside(scenarioSchema, ''), ...forms];
}

/** A form is a leaf wherever it stands: what is inside it stands under its own name. */
function* below(schema: z.core.$ZodType, at: string): Generator<Place> {
  if (!FORMS.some(([, form]) => form === present(schema))) yield* inside(schema, at);
}

function* inside(schema: z.core.$ZodType, at: string): Generator<Place> {
  const open = opened(schema);
  if (open instanceof z.ZodObject) {
    for (const [key, value] of Object.entries<z.core.$ZodType>(open.shape)) {
      const path = at === '' ? key : `${at}.${key}`;
      yield { path, schema: value, required: value._zod.optin === undefined };
      yield* below(value, path);
    }
  } else if (open instanceof z.ZodRecord) {
    yield { path: `${at}.*`, schema: open.valueType, required: false };
    yield* below(open.valueType, `${at}.*`);
  } else if (open instanceof z.ZodArray) yield* below(open.element, at);
  else if (open instanceof z.ZodUnion) {
    for (const option of open.options) yield* below(option, at);
  }
}

/** Without what only says that a key may be left out. */
function present(schema: z.core.$ZodType): z.core.$ZodType {
  const optional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  return optional ? present(schema.unwrap()) : schema;
}

/** What is written, whatever becomes of it. */
function opened(schema: z.core.$ZodType): z.core.$ZodType {
  const written = present(schema);
  if (written instanceof z.ZodLazy) return opened(written.unwrap());
  return written instanceof z.ZodPipe ? opened(written.in) : written;
}
