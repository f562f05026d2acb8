/**
 * Files → one scenario's plain data, merged, with a way back from each path to its place.
 * Knows: files, sections, ids. Does not know: what a row must look like (shape does).
 */
import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { locate, rangeOf, readDocument, UNREADABLE, type Data, type YamlFile } from './document.ts';
import { sourceOf } from './excerpt.ts';
import { nearest } from './nearest.ts';
import type { Path, Range, Report } from './problem.ts';
import { HEAD_KEYS, NOT_YET_SECTIONS, SECTIONS, type Section } from './schema.ts';
import { byCodeUnit } from './text.ts';

/** `name`: the path relative to the scenario's folder, with `/` between its parts. */
export type SourceFile = { readonly name: string; readonly text: string };

export type Located = {
  /** The top-level values of scenario.yaml that are not sections. */
  readonly head: Data;
  readonly sections: { readonly [S in Section]: ReadonlyMap<string, unknown> };
  /** Sections that stand in some file, even empty. */
  readonly present: ReadonlySet<string>;
  /** Top-level keys that misspelt ones were meant to be: they are not missing as well. */
  readonly meant: ReadonlySet<string>;
  /** Some file could not be read to its end, so an unknown id may well be defined there. */
  readonly broken: boolean;
  /** Some text holds a `${`. */
  readonly parametric: boolean;
  /** The id under which an author wrote what is now called `id`: a template's, for an instance. */
  readonly origin: (section: string, id: string) => string;
  /** Ids that stand for several: a reference may have been meant for one of them. */
  readonly templates: readonly string[];
  readonly range: (path: Path, at?: 'key' | 'value') => Range;
};

const MAIN_FILE = 'scenario.yaml';
const MOST_FILES = 200;
const LARGEST_FILE = 1024 * 1024;
/** Ten thousand injects in two languages, with room to spare; what is larger nobody can survey. */
const LARGEST_SCENARIO = 16 * LARGEST_FILE;

const isSection = (key: string): key is Section => SECTIONS.some((section) => section === key);
const isHeadKey = (key: string): boolean => HEAD_KEYS.includes(key);
const isNotYet = (key: string): boolean => NOT_YET_SECTIONS.some((section) => section === key);

/**
 * Files as they were read before, by name, with what was said about them: handed in again, a file
 * whose text is the same is not parsed again.
 */
export type ReadCache = Map<string, Remembered>;
type Remembered = {
  readonly text: string;
  readonly file: YamlFile;
  readonly said: readonly Parameters<Report>[];
};

/** Reads and merges the files; their order does not matter. */
export function readScenario(
  files: readonly SourceFile[],
  report: Report,
  cache?: ReadCache,
): Located {
  const ordered = inOrder(files);
  const read = readFiles(ordered, report, cache);
  const [main] = ordered;
  if (main?.name !== MAIN_FILE) {
    const source = sourceOf(MAIN_FILE, '');
    report('no-scenario-file', { source, from: 0, to: 0 }, [], { params: { file: MAIN_FILE } });
  }
  const merging = merge(read.parsed, report);
  return {
    ...merging,
    broken: read.broken || main?.name !== MAIN_FILE,
    parametric: read.parsed.some(({ source }) => source.text.includes('${')),
    origin: (_, id) => id,
    templates: [],
  };
}

/** scenario.yaml first, then by name: two people's listings of one folder give one scenario. */
function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  const rank = (name: string): number => (name === MAIN_FILE ? 0 : 1);
  return [...files].sort(
    (a, b) =>
      rank(a.name) - rank(b.name) || byCodeUnit(a.name, b.name) || byCodeUnit(a.text, b.text),
  );
}

/** Parses what is not too large; also used for the catalogue. */
export function readFiles(
  files: readonly SourceFile[],
  report: Report,
  cache: ReadCache = new Map(),
): { readonly parsed: readonly YamlFile[]; readonly broken: boolean } {
  const parsed: YamlFile[] = [];
  let total = 0;
  let refused = false;
  for (const [i, { name, text }] of files.entries()) {
    const bytes = byteLength(text);
    total += bytes;
    const limit = bytes > LARGEST_FILE ? LARGEST_FILE : LARGEST_SCENARIO;
    const tooLarge = bytes > LARGEST_FILE || total > LARGEST_SCENARIO;
    if (tooLarge || i >= MOST_FILES) {
      const range = { source: sourceOf(name, ''), from: 0, to: 0 };
      const params = { limit: tooLarge ? `${limit / 1024} KiB` : MOST_FILES };
      report(tooLarge ? 'file-too-large' : 'too-many-files', range, [], { params });
      refused = true;
      if (i >= MOST_FILES) break;
      continue;
    }
    const known = cache.get(name);
    const read = known?.text === text ? known : readFile(name, text);
    cache.set(name, read);
    for (const said of read.said) report(...said);
    parsed.push(read.file);
  }
  forget(cache, files);
  return { parsed, broken: refused || parsed.some((file) => file.broken) };
}

function readFile(name: string, text: string): Remembered {
  const said: Parameters<Report>[] = [];
  // A byte order mark is no part of the text, and would shift the first line's columns.
  const source = sourceOf(name, text.replace(/^\uFEFF/, ''));
  const file = readDocument(source, (...problem) => said.push(problem));
  return { text, file, said };
}

/** What is no longer there is not kept. */
function forget(cache: ReadCache, files: readonly SourceFile[]): void {
  const names = new Set(files.map(({ name }) => name));
  for (const name of cache.keys()) if (!names.has(name)) cache.delete(name);
}

/** Only long texts are encoded to be measured: no character takes more than three bytes a unit. */
function byteLength(text: string): number {
  return text.length * 3 <= LARGEST_FILE ? text.length : new TextEncoder().encode(text).length;
}

type Merged = Pick<Located, 'head' | 'sections' | 'present' | 'meant' | 'range'>;
type Home = { readonly file: YamlFile; readonly pair: Pair };

function merge(files: readonly YamlFile[], report: Report): Merged {
  const head: Record<string, unknown> = {};
  const homes = new Map<string, Home>();
  const rowHomes = new Map<string, Map<string, Home>>();
  const sections = emptySections();
  const meant = new Set<string>();
  for (const file of files) {
    for (const [key, pair] of pairsOf(file.root)) {
      if (!Object.hasOwn(file.data, key)) continue;
      const value = file.data[key];
      const known = isSection(key) || isHeadKey(key);
      const name = known ? key : refuse(key, file, pair, report);
      if (!known) meant.add(name ?? '');
      if (name !== undefined && isSection(name)) {
        // What stands in a misspelt section is what other rows refer to: it is one mistake.
        const rows = rowHomes.get(name) ?? new Map<string, Home>();
        rowHomes.set(name, rows);
        if (!homes.has(name)) homes.set(name, { file, pair });
        mergeRows(name, { file, pair }, value, sections[name], rows, report);
      } else if (known) {
        if (isAtHome(key, file, pair, report)) {
          head[key] = value;
          homes.set(key, { file, pair });
        }
      }
    }
  }
  const range = ranges(files[0], homes, rowHomes);
  return { head, sections, present: new Set(homes.keys()), meant, range };
}

export function emptySections(): { readonly [S in Section]: Map<string, unknown> } {
  return {
    organisations: new Map(),
    roles: new Map(),
    objectives: new Map(),
    facts: new Map(),
    tasks: new Map(),
    services: new Map(),
    interfaces: new Map(),
    decisions: new Map(),
    phases: new Map(),
    threads: new Map(),
    injects: new Map(),
    bank: new Map(),
    polls: new Map(),
    probes: new Map(),
    'hot-wash': new Map(),
  };
}

function* pairsOf(root: unknown): Generator<readonly [string, Pair]> {
  if (!isMap(root)) return;
  const seen = new Set<string>();
  for (const pair of root.items) {
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (typeof key !== 'string' || seen.has(key)) continue;
    seen.add(key);
    yield [key, pair];
  }
}

function isAtHome(key: string, file: YamlFile, pair: Pair, report: Report): boolean {
  if (file.source.name === MAIN_FILE) return true;
  report('misplaced-key', rangeOf(pair.key, file.source), [key], {
    params: { key, file: MAIN_FILE },
  });
  return false;
}

/** Says what is wrong with a key that has no place at the top, and returns what it was meant to be. */
function refuse(key: string, file: YamlFile, pair: Pair, report: Report): string | undefined {
  const range = rangeOf(pair.key, file.source);
  if (isNotYet(key)) {
    report('not-yet-supported', range, [key], { params: { key } });
    return undefined;
  }
  const suggestion = nearest(key, [...HEAD_KEYS, ...SECTIONS]);
  report('unknown-key', range, [key], { params: { key }, suggestion });
  return suggestion;
}

function mergeRows(
  section: Section,
  home: Home,
  value: unknown,
  rows: Map<string, unknown>,
  known: Map<string, Home>,
  report: Report,
): void {
  const { file, pair } = home;
  const range = rangeOf(pair.key, file.source);
  if (value === UNREADABLE) return;
  if (value === null || (isData(value) && Object.keys(value).length === 0)) {
    report('empty-value', range, [section], { params: { key: section } });
    return;
  }
  if (!isData(value)) {
    const params = { key: section, expected: 'map', found: typeName(value) };
    report('wrong-type', range, [section], { params });
    return;
  }
  for (const [id, rowPair] of pairsOf(resolved(pair.value, file))) {
    if (!Object.hasOwn(value, id)) continue;
    const first = known.get(id);
    if (first) {
      reportTwice(section, id, { file, pair: rowPair }, first, report);
      continue;
    }
    // Only what expansion makes may be called so: a name of one's own would hide an instance.
    if (id.includes('/')) {
      report('bad-id', rangeOf(rowPair.key, file.source), [section, id], { params: { id } });
    }
    known.set(id, { file, pair: rowPair });
    rows.set(id, value[id]);
  }
}

function reportTwice(section: Section, id: string, again: Home, first: Home, report: Report): void {
  const { source } = first.file;
  const line = source.text.slice(0, rangeOf(first.pair.key, source).from).split('\n').length;
  report('duplicate-id', rangeOf(again.pair.key, again.file.source), [section, id], {
    params: { id, other: `${source.name}:${line}` },
  });
}

function resolved(node: unknown, file: YamlFile): YAMLMap | undefined {
  const alias = node as { resolve?: (document: YamlFile['document']) => unknown } | null;
  const target = isMap(node) ? node : alias?.resolve?.(file.document);
  return isMap(target) ? target : undefined;
}

function ranges(
  main: YamlFile | undefined,
  homes: ReadonlyMap<string, Home>,
  rowHomes: ReadonlyMap<string, ReadonlyMap<string, Home>>,
): Located['range'] {
  const source = main?.source ?? sourceOf(MAIN_FILE, '');
  const start = main?.root ? rangeOf(main.root, source).from : 0;
  const top = { source, from: start, to: start + 1 };
  return ([first, second, ...rest], at = 'value') => {
    if (first === undefined) return top;
    const key = String(first);
    const row = second === undefined ? undefined : rowHomes.get(key)?.get(String(second));
    const home = row ?? homes.get(key);
    if (!home) return top;
    const below = row ? rest : second === undefined ? [] : [second, ...rest];
    const fallback = rangeOf(home.pair.key, home.file.source);
    return locate(home.file, home.pair.value, below, at, fallback);
  };
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, in the words of the planners' language. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'yes-no';
}
