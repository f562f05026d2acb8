/**
 * What one cell of the drejebog holds, as text that loses nothing. Knows: formulas made harmless and
 * given back, exact times, lists, structures as YAML. Does not know: which column a cell stands in.
 */
import { stringify } from 'yaml';
import { readDocument } from '../../engine/scenario/document.ts';
import { sourceOf } from '../../engine/scenario/excerpt.ts';
import {
  DAY,
  formatExerciseTime,
  HOUR,
  MINUTE,
  SECOND,
  type Ms,
} from '../../engine/scenario/time.ts';

/* What a spreadsheet may take for a formula, also behind blanks and our own apostrophes. */
const FORMULA = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text that no spreadsheet takes for a formula: an apostrophe before it, as a typist would do. */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `neutralise` was given. */
export function restore(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** `T+01:30`; where that would round the time off, units down to the millisecond. */
export function exactTime(at: Ms): string {
  return at % SECOND === 0 && at < 9_999 * HOUR ? formatExerciseTime(at) : exactDuration(at);
}

/** A length that `readDuration` reads back to the millisecond: `1d 2h 30m`, `1.5s`. */
export function exactDuration(length: Ms): string {
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(length / DAY), 'd'],
    [Math.floor((length % DAY) / HOUR), 'h'],
    [Math.floor((length % HOUR) / MINUTE), 'm'],
    [(length % MINUTE) / SECOND, 's'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`);
  return said.length === 0 ? '0m' : said.join(' ');
}

export function joinIds(ids: readonly string[] | undefined): string {
  return (ids ?? []).join(', ');
}

export function splitIds(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** A structure on one line, as YAML in braces. */
export function flow(value: unknown): string {
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: true,
  }).trimEnd();
}

/** A list with a line for each of its rows. It begins with a bracket: a dash would be a formula. */
export function flowList(rows: readonly unknown[]): string {
  return rows.length === 0 ? '' : `[${rows.map(flow).join(',\n ')}]`;
}

export type Flow = { readonly value: unknown } | { readonly fault: string };

/** Reads what `flow` and `flowList` wrote, or what a planner made of it. YAML's traps are refused. */
export function readFlow(text: string): Flow {
  const faults: string[] = [];
  const indented = `cell: ${text.trim().replace(/\r?\n/g, '\n  ')}`;
  const { data } = readDocument(sourceOf('cell', indented), (code, _range, _path, details) =>
    faults.push(String(details?.params?.['message'] ?? code)),
  );
  const [fault] = faults;
  if (fault !== undefined) return { fault };
  const [key, ...others] = Object.keys(data);
  return key === 'cell' && others.length === 0 ? { value: data['cell'] } : { fault: 'not-a-map' };
}
