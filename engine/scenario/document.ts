/**
 * One YAML file as plain data. Knows: YAML, and which parts of it a scenario may use.
 * Does not know: what the keys mean.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { ProblemCode } from './code.ts';
import { codePoint, harmful, placeAt, type Source } from './excerpt.ts';
import type { Details, Path, Range, Report } from './problem.ts';

export type Data = { readonly [key: string]: unknown };

/** Stands for a value that could not be read, and whose Problem is already reported. */
export const UNREADABLE = Symbol('unreadable');

export type YamlFile = {
  readonly source: Source;
  readonly document: Document;
  readonly root?: YAMLMap;
  readonly data: Data;
  /** The text could not be understood: what it was meant to define is unknown. */
  readonly broken: boolean;
};

const DEEPEST = 64;
/** What aliases may add to a file, counted in values: enough for reuse, too little for a bomb. */
const MOST_ALIASED = 20_000;
/** One mistake in YAML often draws others after it; the first few are the useful ones. */
const MOST_YAML_ERRORS = 5;

/** Reads one file. Repeated keys are looked for here: the parser's own search is quadratic. */
export function readDocument(source: Source, report: Report): YamlFile {
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const errors = reportErrors(document, source, report);
  const root = document.contents;
  // What is left of a file after a syntax error is not what its author wrote.
  if (errors) return { source, document, data: {}, broken: true };
  if (!isMap(root)) {
    const whole = { source, from: 0, to: 1 };
    const empty = root === null || (isScalar(root) && root.value === null);
    report(empty ? 'empty-file' : 'not-a-map', whole, []);
    return { source, document, data: {}, broken: !empty };
  }
  const walk = walker(document, source, report);
  const data = walk.map(root, undefined, 0);
  return { source, document, root, data, broken: walk.cutShort() };
}

function reportErrors(document: Document, source: Source, report: Report): boolean {
  const lines = new Set<number>();
  for (const error of document.errors) {
    const [from, to] = error.pos;
    const start = error.code === 'MISSING_CHAR' ? openingOf(document, from) : from;
    const { line } = placeAt(source, start, to);
    if (lines.has(line) || lines.size >= MOST_YAML_ERRORS) continue;
    lines.add(line);
    const code = codeOf(error, source.text);
    report(code, { source, from: start, to }, [], { params: { message: error.message } });
    if (error.code === 'RESOURCE_EXHAUSTION') break;
  }
  const { directives } = document;
  if (directives?.yaml.explicit === true && directives.yaml.version !== '1.2') {
    report('directive-not-allowed', { source, from: 0, to: 5 }, []);
  }
  return document.errors.length > 0;
}

/** A quotation mark that was never closed is missed at the end of the text, but stands at its start. */
function openingOf(document: Document, end: number): number {
  let start = end;
  visit(document, {
    Scalar: (_, { type = '', range }) => {
      if (range?.[1] === end && type.startsWith('QUOTE')) start = range[0];
    },
  });
  return start;
}

function codeOf(error: Document['errors'][number], text: string): ProblemCode {
  const afterQuote = /["']/.test(text.charAt(error.pos[0] - 1));
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'yaml-tab';
    case 'BAD_INDENT':
      return 'yaml-indent';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'yaml-colon';
    case 'MISSING_CHAR':
      return error.message.includes('quote') ? 'yaml-quote' : 'yaml-syntax';
    case 'UNEXPECTED_TOKEN':
      return afterQuote ? 'yaml-quote' : 'yaml-syntax';
    case 'MULTIPLE_DOCS':
      return 'several-documents';
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep';
    default:
      return 'yaml-syntax';
  }
}

/** A path as a chain, so that walking costs nothing until a Problem needs it. */
type Trail = { readonly up: Trail; readonly key: string | number } | undefined;

function pathOf(trail: Trail): Path {
  const path: (string | number)[] = [];
  for (let at = trail; at; at = at.up) path.push(at.key);
  return path.reverse();
}

type Walker = {
  readonly map: (node: YAMLMap, trail: Trail, depth: number) => Data;
  readonly cutShort: () => boolean;
};

function walker(document: Document, source: Source, report: Report): Walker {
  let aliased = 0;
  let inAlias = 0;
  let cut = false;
  const open = new Set<unknown>();

  const complain = (code: ProblemCode, node: unknown, trail: Trail, details?: Details): void =>
    report(code, rangeOf(node, source), pathOf(trail), details);

  const plain = (node: unknown, trail: Trail, depth: number): unknown => {
    if (inAlias > 0) aliased += 1;
    if (isAlias(node)) return alias(node, trail, depth);
    if (depth > DEEPEST || aliased > MOST_ALIASED) {
      complain(depth > DEEPEST ? 'too-deep' : 'alias-limit', node, trail);
      cut = true;
      return UNREADABLE;
    }
    if (isScalar(node)) return scalar(node, trail);
    if (isMap(node)) return map(node, trail, depth);
    if (!isSeq(node)) return null;
    refuseTag(node, trail);
    open.add(node);
    const list = node.items.map((item, i) => plain(item, { up: trail, key: i }, depth + 1));
    open.delete(node);
    return list;
  };

  const alias = (node: { resolve: (d: Document) => unknown }, trail: Trail, depth: number) => {
    const target = node.resolve(document);
    if (target === undefined || open.has(target) || aliased > MOST_ALIASED) {
      complain(target === undefined ? 'alias-unknown' : 'alias-limit', node, trail);
      cut = true;
      return UNREADABLE;
    }
    inAlias += 1;
    const value = plain(target, trail, depth + 1);
    inAlias -= 1;
    return value;
  };

  const scalar = (node: Scalar, trail: Trail): unknown => {
    refuseTag(node, trail);
    if (typeof node.value !== 'string') return node.value;
    const character = harmful(node.value);
    if (character !== undefined) {
      complain('control-character', node, trail, { params: { character: codePoint(character) } });
    }
    return node.value;
  };

  const map = (node: YAMLMap, trail: Trail, depth: number): Data => {
    refuseTag(node, trail);
    open.add(node);
    const data: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = keyOf(pair.key, data, trail);
      if (key !== undefined) data[key] = plain(pair.value, { up: trail, key }, depth + 1);
    }
    open.delete(node);
    return data;
  };

  const keyOf = (node: unknown, data: Data, trail: Trail): string | undefined => {
    if (!isScalar(node) || typeof node.value !== 'string') {
      complain('key-not-text', node, trail);
      return undefined;
    }
    const key = node.value;
    if (key === '<<') complain('merge-key', node, trail);
    else if (key in Object.prototype) complain('reserved-id', node, trail, { params: { id: key } });
    else if (Object.hasOwn(data, key)) complain('duplicate-key', node, trail, { params: { key } });
    else return key;
    return undefined;
  };

  const refuseTag = (node: { tag?: string }, trail: Trail): void => {
    if (node.tag !== undefined) {
      complain('tag-not-allowed', node, trail, { params: { tag: node.tag } });
    }
  };

  return { map, cutShort: () => cut };
}

/** Where a node stands; for a collection only its beginning matters to a reader. */
export function rangeOf(node: unknown, source: Source): Range {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return { source, from: range?.[0] ?? 0, to: range?.[1] ?? 1 };
}

/** The range of what stands at `path` below `node`, or of the deepest key on the way there. */
export function locate(
  file: YamlFile,
  node: unknown,
  path: Path,
  at: 'key' | 'value',
  fallback: Range,
): Range {
  const [step, ...rest] = path;
  const here = isAlias(node) ? node.resolve(file.document) : node;
  if (step === undefined) {
    const value = isScalar(here) && here.value !== null;
    return value && at === 'value' ? rangeOf(here, file.source) : fallback;
  }
  // One id may stand without a list around it: it is then the list's first.
  if (isScalar(here) && step === 0 && at === 'value') return rangeOf(here, file.source);
  if (isSeq(here)) {
    const item = here.items[Number(step)];
    return item === undefined ? fallback : locate(file, item, rest, at, rangeOf(item, file.source));
  }
  if (!isMap(here)) return fallback;
  const pair = here.items.find((p) => isPair(p) && isScalar(p.key) && p.key.value === step);
  if (!pair) return fallback;
  return locate(file, pair.value, rest, at, rangeOf(pair.key, file.source));
}
