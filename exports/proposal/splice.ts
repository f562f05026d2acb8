/**
 * Small edits of one row in a scenario's file, made in the text itself: whatever is not edited stays
 * as its author wrote it, to the last space. Knows: where YAML puts things. Does not know: why.
 */
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** The new text, or undefined where the row is written in a form that cannot be edited safely. */
export type Spliced = string | undefined;
export type Place = { readonly section: string; readonly id: string };

/** In this order a planner would write a row's fields. */
const ORDER = [
  'each',
  'title',
  'name',
  'description',
  'organisation',
  'seats',
  'deputy',
  'accountable',
  'ambiguity',
  'responsible',
  'support',
  'consulted',
  'informed',
];

/** The ids in a field, one or several; undefined where it is not written as plain ids. */
export function idsIn(text: string, place: Place, field: string): readonly string[] | undefined {
  const row = rowIn(text, place);
  if (!row) return undefined;
  const value = pairIn(row, field)?.value;
  if (value === undefined || value === null) return [];
  if (isScalar(value)) return typeof value.value === 'string' ? [value.value] : undefined;
  if (!isSeq(value)) return undefined;
  const ids = value.items.map((item) => (isScalar(item) ? item.value : undefined));
  return ids.every((id) => typeof id === 'string') ? ids : undefined;
}

export function hasField(text: string, place: Place, field: string): boolean {
  const row = rowIn(text, place);
  return row !== undefined && pairIn(row, field) !== undefined;
}

export function hasRow(text: string, { section, id }: Place): boolean {
  const rows = sectionIn(text, section)?.value;
  return isMap(rows) && pairIn(rows, id) !== undefined;
}

/** Adds an id to a field's list; a single id becomes a list of two. */
export function add(text: string, place: Place, field: string, id: string): Spliced {
  const row = rowIn(text, place);
  if (!row) return undefined;
  const value = pairIn(row, field)?.value;
  const written = scalar(id);
  if (value === undefined) return insert(text, row, field, `[${written}]`);
  if (isScalar(value) && isFree(value)) {
    const [from, to] = rangeOf(value);
    return `${text.slice(0, from)}[${text.slice(from, to)}, ${written}]${text.slice(to)}`;
  }
  if (!isSeq(value) || !isFree(value)) return undefined;
  const last = value.items.at(-1);
  if (last === undefined) return replace(text, rangeOf(value), `[${written}]`);
  const [from, to] = rangeOf(last);
  if (value.flow) return `${text.slice(0, to)}, ${written}${text.slice(to)}`;
  const margin = text.slice(text.lastIndexOf('\n', from) + 1, from);
  return /^\s*-\s+$/.test(margin) ? afterLine(text, to, `${margin}${written}`) : undefined;
}

/** Takes an id out of a field; an emptied field goes with it. */
export function remove(text: string, place: Place, field: string, id: string): Spliced {
  const row = rowIn(text, place);
  const value = row && pairIn(row, field)?.value;
  if (!row || value === undefined || value === null) return row ? text : undefined;
  if (isScalar(value)) return value.value === id ? drop(text, place, field) : text;
  if (!isSeq(value) || !isFree(value)) return undefined;
  const at = value.items.findIndex((item) => isScalar(item) && item.value === id);
  if (at < 0) return text;
  if (value.items.length === 1) return drop(text, place, field);
  return value.flow ? cutFlow(text, value, at) : cutLine(text, value, at);
}

function cutFlow(text: string, { items }: YAMLSeq, at: number): Spliced {
  const [before, here, after] = [items[at - 1], items[at], items[at + 1]];
  const from = before === undefined ? rangeOf(here)[0] : rangeOf(before)[1];
  const to = before === undefined ? rangeOf(after)[0] : rangeOf(here)[1];
  return text.slice(0, from) + text.slice(to);
}

function cutLine(text: string, { items }: YAMLSeq, at: number): Spliced {
  const [from, to] = rangeOf(items[at]);
  const start = text.lastIndexOf('\n', from) + 1;
  if (!/^\s*-\s+$/.test(text.slice(start, from))) return undefined;
  return text.slice(0, start) + text.slice(lineEnd(text, to));
}

/** Puts one id in a field, in the place of what stood there. */
export function put(text: string, place: Place, field: string, id: string): Spliced {
  const row = rowIn(text, place);
  if (!row) return undefined;
  const value = pairIn(row, field)?.value;
  if (value === undefined || value === null) return insert(text, row, field, scalar(id));
  if (isScalar(value) && isFree(value)) return replace(text, rangeOf(value), scalar(id));
  const others = idsIn(text, place, field)?.filter((other) => other !== id);
  const kept =
    others && (idsIn(text, place, field)?.includes(id) ? text : add(text, place, field, id));
  return others?.reduce<Spliced>(
    (rest, other) => (rest === undefined ? rest : remove(rest, place, field, other)),
    kept,
  );
}

/** Takes a field out, with its lines. */
export function drop(text: string, place: Place, field: string): Spliced {
  const row = rowIn(text, place);
  if (!row) return undefined;
  const at = row.items.findIndex((pair) => nameOf(pair) === field);
  const pair = row.items[at];
  if (!pair) return text;
  if (!isNode(pair.value) || !isFree(pair.value) || row.items.length === 1) return undefined;
  const from = rangeOf(pair.key)[0];
  if (!row.flow) {
    const start = text.lastIndexOf('\n', from) + 1;
    if (text.slice(start, from).trim() !== '') return undefined;
    return text.slice(0, start) + text.slice(lineEnd(text, endOf(pair.value)));
  }
  const next = row.items[at + 1];
  if (next) return text.slice(0, from) + text.slice(rangeOf(next.key)[0]);
  return text.slice(0, endOf(row.items[at - 1])) + text.slice(endOf(pair.value));
}

/** A new row at the end of a section, which is made at the end of the text where there is none. */
export function addRow(
  text: string,
  { section, id }: Place,
  fields: Readonly<Record<string, unknown>>,
): Spliced {
  const found = sectionIn(text, section);
  const eol = eolOf(text);
  const rows = found?.value;
  if (!found || !isMap(rows)) {
    if (found) return undefined;
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return `${text}${gap}${[`${section}:`, ...rowLines(id, fields, '  ')].join(eol)}${eol}`;
  }
  const last = rows.items.at(-1);
  if (rows.flow || !last || !isFree(rows)) return undefined;
  const from = rangeOf(last.key)[0];
  const margin = text.slice(text.lastIndexOf('\n', from) + 1, from);
  if (margin.trim() !== '' || margin === '') return undefined;
  return afterLine(text, endOf(last), rowLines(id, fields, margin).join(eol));
}

function rowLines(
  id: string,
  fields: Readonly<Record<string, unknown>>,
  margin: string,
): readonly string[] {
  const lines = Object.entries(fields).map(([key, value]) => {
    const written = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
    return `${margin}  ${key}: ${written}`;
  });
  return [`${margin}${scalar(id)}:`, ...lines];
}

export const hasSection = (text: string, section: string): boolean =>
  sectionIn(text, section) !== undefined;

function sectionIn(text: string, section: string): Pair | undefined {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return pairIn(document.contents, section);
}

/** A row that stands for itself alone: not repeated, not named to be used again elsewhere. */
function rowIn(text: string, { section, id }: Place): YAMLMap | undefined {
  const rows = sectionIn(text, section)?.value;
  const row = isMap(rows) && isFree(rows) ? pairIn(rows, id)?.value : undefined;
  return isMap(row) && isFree(row) ? row : undefined;
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');
const pairIn = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => nameOf(pair) === key);
const isFree = (node: { readonly anchor?: string; readonly tag?: string }): boolean =>
  node.anchor === undefined;
const scalar = (id: string): string => stringify(id, { lineWidth: 0 }).trim();

function insert(text: string, row: YAMLMap, field: string, written: string): Spliced {
  const place = ORDER.indexOf(field);
  const before = row.items.filter((pair) => {
    const at = ORDER.indexOf(nameOf(pair));
    return at >= 0 && at < place;
  });
  const previous = before.at(-1) ?? row.items[0];
  const first = row.items[0];
  if (!previous || !first) return undefined;
  const end = endOf(previous);
  if (row.flow) return `${text.slice(0, end)}, ${field}: ${written}${text.slice(end)}`;
  const from = rangeOf(first.key)[0];
  const margin = text.slice(text.lastIndexOf('\n', from) + 1, from);
  return margin.trim() === '' ? afterLine(text, end, `${margin}${field}: ${written}`) : undefined;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Scalar | null | undefined)?.range;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** Where a value's own text ends: a block's range runs on into the comments after it. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return rangeOf(node)[1];
}

function replace(text: string, [from, to]: readonly [number, number], by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** The start of the line after the one in which `at` stands. A block text's end is one already. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function afterLine(text: string, at: number, line: string): string {
  const end = lineEnd(text, at);
  const eol = eolOf(text);
  const gap = text.slice(0, end).endsWith('\n') ? '' : eol;
  return `${text.slice(0, end)}${gap}${line}${eol}${text.slice(end)}`;
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
