/**
 * zod's issues in the planner's terms. Knows: what zod reports, which branch of a union was meant.
 * Does not know: places, rows, the meaning of ids.
 */
import { z } from 'zod';
import type { ProblemCode } from './code.ts';
import { UNREADABLE } from './document.ts';
import { meantLevel } from './level.ts';
import { nearest } from './nearest.ts';
import { isData, typeName } from './read.ts';
import { NOT_YET_KEYS } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Step = string | number;

export type Fault = {
  readonly code: ProblemCode;
  readonly path: readonly Step[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly suggestion?: string | undefined;
};

const DURATIONS: ReadonlySet<Step> = new Set([
  'within',
  'at',
  'length',
  'delay',
  'true-from',
  'time-after',
  'deadline',
  'rto',
  'rpo',
  'data-gap',
]);
/** Fields with a form of their own; every other pattern in the schema is an id's. */
const FORMS: ReadonlySet<Step> = new Set(['version', 'date', 'seats', 'valid-from', 'valid-to']);
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'map',
  record: 'map',
  array: 'list',
  int: 'number',
  boolean: 'yes-no',
};

/** What is wrong with `raw` by `schema`; `key` is the field it stands in, if it stands in one. */
export function faultsOf(
  schema: z.ZodType,
  raw: unknown,
  issues: readonly Issue[],
  key?: string,
): readonly Fault[] {
  return issues.flatMap((issue) => faultOf(schema, raw, issue, key));
}

function faultOf(schema: z.ZodType, raw: unknown, issue: Issue, key?: string): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const field = [...path].reverse().find((step) => typeof step === 'string') ?? key ?? '';
  const value = valueAt(raw, path);
  if (value === UNREADABLE) return [];
  switch (issue.code) {
    case 'invalid_type':
      return [typeFault(path, field, value, EXPECTED[issue.expected] ?? issue.expected)];
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysAt(schema, path, raw)).map((fault) => ({
        ...fault,
        path: [...path, ...fault.path],
      }));
    case 'invalid_value':
      return [valueFault(path, field, value, issue.values.map(String))];
    case 'invalid_format':
      return [formatFault(path, field, value)];
    case 'invalid_union':
      return unionFaults(schema, raw, path, field, value, issue.errors);
    case 'too_small':
      return [
        issue.origin === 'number' || issue.origin === 'int'
          ? { code: 'out-of-range', path, params: { key: field, limit: `≥ ${issue.minimum}` } }
          : { code: 'empty-value', path, params: { key: field } },
      ];
    case 'too_big':
      return [{ code: 'out-of-range', path, params: { key: field, limit: `≤ ${issue.maximum}` } }];
    case 'invalid_key':
      return [{ code: 'bad-id', path, params: { id: field } }];
    default:
      return [customFault(path, field, value, issue)];
  }
}

function typeFault(path: readonly Step[], key: Step, value: unknown, expected: string): Fault {
  if (value === undefined) {
    return { code: 'missing-key', path: path.slice(0, -1), params: { key: path.at(-1) ?? key } };
  }
  if (value === null) return { code: 'empty-value', path, params: { key } };
  if (DURATIONS.has(key) && typeof value === 'number') return badDuration(path, key, value);
  // A number that is no number one can count with: not whole, without end, or none at all.
  if (FORMS.has(key)) return formatFault(path, key, value);
  if (typeof value === 'number' && expected === 'number') {
    return { code: 'out-of-range', path, params: { key, limit: '< ∞' } };
  }
  return { code: 'wrong-type', path, params: { key, expected, found: typeName(value) } };
}

function badDuration(path: readonly Step[], key: Step, value: unknown): Fault {
  const bare = /^\s*(\d+)\s*(?:min\.?|mins?|minutes?|minutter)?\s*$/i.exec(shown(value))?.[1];
  const suggestion = bare === undefined ? undefined : `${bare}m`;
  return { code: 'bad-duration', path, params: { key, value: shown(value) }, suggestion };
}

function valueFault(
  path: readonly Step[],
  key: Step,
  value: unknown,
  allowed: readonly string[],
): Fault {
  if (value === undefined || value === null) return typeFault(path, key, value, 'text');
  return {
    code: 'not-allowed',
    path,
    params: { key, value: shown(value), allowed: allowed.join(', ') },
    suggestion: nearest(shown(value), allowed),
  };
}

function formatFault(path: readonly Step[], key: Step, value: unknown): Fault {
  if (!FORMS.has(key)) return { code: 'bad-id', path, params: { id: shown(value) } };
  return { code: 'bad-format', path, params: { key, value: shown(value), expected: String(key) } };
}

function customFault(path: readonly Step[], key: Step, value: unknown, issue: Issue): Fault {
  const problem: unknown = issue.code === 'custom' ? issue.params?.['problem'] : undefined;
  if (problem === 'bad-duration') return badDuration(path, key, value);
  if (problem === 'bad-level') {
    const params = { key, value: shown(value) };
    return { code: 'bad-level', path, params, suggestion: meantLevel(shown(value)) };
  }
  if (problem === 'empty-text') return { code: 'empty-value', path, params: { key } };
  return { code: 'bad-format', path, params: { key, value: shown(value), expected: String(key) } };
}

/** The branch that the author was writing is the one whose own type is right. */
function unionFaults(
  schema: z.ZodType,
  raw: unknown,
  path: readonly Step[],
  key: Step,
  value: unknown,
  branches: readonly (readonly Issue[])[],
): readonly Fault[] {
  if (value === undefined || value === null) return [typeFault(path, key, value, 'text')];
  const wrongType = (issue: Issue): boolean =>
    issue.path.length === 0 && issue.code === 'invalid_type';
  const meant = branches.find((issues) => !issues.some(wrongType));
  if (meant) {
    const inside = meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    return faultsOf(schema, raw, inside, String(key));
  }
  const types = branches.flatMap((issues) =>
    issues.flatMap((i) => (i.code === 'invalid_type' ? [EXPECTED[i.expected] ?? i.expected] : [])),
  );
  return [typeFault(path, key, value, [...new Set(types)].join(' / '))];
}

/** Keys that do not belong: parts of the language to come, or misspelt. */
export function unknownKeys(keys: readonly string[], allowed: readonly string[]): readonly Fault[] {
  return keys.map((key): Fault => {
    const coming = NOT_YET_KEYS.some((word) => word === key);
    if (coming) return { code: 'not-yet-supported', path: [key], params: { key } };
    return { code: 'unknown-key', path: [key], params: { key }, suggestion: nearest(key, allowed) };
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function valueAt(raw: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return (at as readonly unknown[])[Number(step)];
    return isData(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, raw);
}

/** The keys that the schema allows at `path`, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly Step[], raw: unknown): readonly string[] {
  let at: z.core.$ZodType | undefined = schema;
  let value = raw;
  for (const step of path) {
    const inner = unwrap(at, value);
    if (inner instanceof z.ZodObject) at = (inner.shape as Record<string, z.ZodType>)[String(step)];
    else if (inner instanceof z.ZodArray) at = inner.element;
    else at = inner instanceof z.ZodRecord ? inner.valueType : undefined;
    value = valueAt(value, [step]);
  }
  const inner = unwrap(at, value);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** Through optional, lazy and transform; of a union, the branch that takes a value of this type. */
function unwrap(schema: z.core.$ZodType | undefined, value: unknown): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodExactOptional) return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const wanted = Array.isArray(value) ? z.ZodArray : z.ZodObject;
  return schema.options.map((option) => unwrap(option, value)).find((o) => o instanceof wanted);
}
