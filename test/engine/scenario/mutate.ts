/**
 * Single random slips in a scenario's real files, as planners make them. Knows: which kinds of slips
 * there are, and how each is made in YAML. Does not know: whether anybody notices.
 */
import { isMap, isScalar, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { SourceFile } from '../../../engine/scenario/read.ts';
import {
  ACTS,
  CAPABILITIES,
  CHANNELS,
  DOMAINS,
  KINDS,
  MARKINGS,
  SECTIONS,
} from '../../../engine/scenario/schema.ts';

export type Mutant = {
  readonly kind: Kind;
  /** What was done, for whoever looks into a survivor. */
  readonly what: string;
  readonly files: readonly SourceFile[];
};
/** From 0 up to, but not including, 1. */
export type Chance = () => number;

type Path = readonly (string | number)[];
type Spot = { readonly file: number; readonly path: Path; readonly value: unknown };
type Shelf = {
  readonly files: readonly SourceFile[];
  /** Every key's and every list item's value, wherever it stands. */
  readonly spots: readonly Spot[];
  /** The ids of each section. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
};
type Edit = (shelf: Shelf, chance: Chance) => Mutation | undefined;
type Mutation = {
  readonly file: number;
  readonly what: string;
  readonly edit: (document: Document) => void;
};

export function shelfOf(files: readonly SourceFile[]): Shelf {
  const spots = files.flatMap(({ text }, file) => {
    const data = parseDocument(text, { uniqueKeys: false }).toJS() as unknown;
    return [...spotsIn(data, [])].map((spot) => ({ ...spot, file }));
  });
  const ids = new Map<string, readonly string[]>();
  for (const section of SECTIONS) {
    const rows = spots.filter(({ path }) => path.length === 2 && path[0] === section);
    ids.set(
      section,
      rows.map(({ path }) => String(path[1])),
    );
  }
  return { files, spots, ids };
}

function* spotsIn(value: unknown, path: Path): Generator<Omit<Spot, 'file'>> {
  if (typeof value !== 'object' || value === null) return;
  const entries: Iterable<readonly [string | number, unknown]> = Array.isArray(value)
    ? (value as readonly unknown[]).entries()
    : Object.entries(value);
  for (const [key, item] of entries) {
    yield { path: [...path, key], value: item };
    yield* spotsIn(item, [...path, key]);
  }
}

/** One slip of this kind, or undefined where the scenario has no place for it. */
export function mutate(kind: Kind, shelf: Shelf, chance: Chance): Mutant | undefined {
  const mutation = EDITS[kind](shelf, chance);
  if (!mutation) return undefined;
  const { file, what, edit } = mutation;
  const source = shelf.files[file];
  if (!source) return undefined;
  const document = parseDocument(source.text, { uniqueKeys: false });
  edit(document);
  const text = document.toString({ lineWidth: 0 });
  const files = shelf.files.map((other, i) => (i === file ? { ...source, text } : other));
  return { kind, what: `${source.name}: ${what}`, files };
}

function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[Math.floor(chance() * from.length)];
}

const last = ({ path }: Spot): string | number | undefined => path.at(-1);
const shown = (path: Path): string => path.join('.');
const isLang = (key: unknown): boolean => key === 'da' || key === 'en';
/** Sections' own rows, and what is below them; not what stands at the top of scenario.yaml. */
const inRow = ({ path }: Spot): boolean =>
  path.length > 2 && SECTIONS.some((section) => section === path[0]);

/** Changes one value to another, out of those that `of` offers for it. */
function change(of: (spot: Spot, shelf: Shelf, chance: Chance) => unknown): Edit {
  return (shelf, chance) => {
    const able = shelf.spots.filter((spot) => of(spot, shelf, () => 0) !== undefined);
    const spot = pick(able, chance);
    const value = spot && of(spot, shelf, chance);
    if (!spot || value === undefined || value === spot.value) return undefined;
    return {
      file: spot.file,
      what: `${shown(spot.path)}: ${JSON.stringify(spot.value)} → ${JSON.stringify(value)}`,
      edit: (document) => document.setIn(spot.path, value),
    };
  };
}

function remove(able: (spot: Spot) => boolean): Edit {
  return (shelf, chance) => {
    const spot = pick(shelf.spots.filter(able), chance);
    if (!spot) return undefined;
    return {
      file: spot.file,
      what: `without ${shown(spot.path)}`,
      edit: (document) => document.deleteIn(spot.path),
    };
  };
}

/** Two values that change places, within one file. */
function swap(able: (spot: Spot) => boolean): Edit {
  return (shelf, chance) => {
    const one = pick(shelf.spots.filter(able), chance);
    const others = shelf.spots.filter(
      (spot) =>
        one !== undefined &&
        able(spot) &&
        spot.file === one.file &&
        last(spot) === last(one) &&
        JSON.stringify(spot.value) !== JSON.stringify(one.value),
    );
    const other = pick(others, chance);
    if (!one || !other) return undefined;
    return {
      file: one.file,
      what: `${shown(one.path)} ⇄ ${shown(other.path)}`,
      edit: (document) => {
        document.setIn(one.path, other.value);
        document.setIn(other.path, one.value);
      },
    };
  };
}

/** A letter lost, doubled, or in the other's place. */
function misspelt(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * Math.max(1, word.length - 2));
  const how = Math.floor(chance() * 3);
  if (how === 0) return word.slice(0, at) + word.slice(at + 1);
  if (how === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  channel: CHANNELS,
  domain: DOMAINS,
  does: ACTS,
  capability: CAPABILITIES,
  kind: KINDS,
  is: ['released', 'opened', 'acknowledged', 'answered', 'done', 'claimed', 'overdue', 'met'],
};
const TIMES = ['at', 'within', 'delay', 'length', 'true-from', 'time-after'];
/** Where an id of another row stands, and of which section. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['accountable', 'responsible', 'support', 'consulted', 'informed', 'authority', 'consult']
      .concat(['inform', 'deputy', 'role', 'known-by', 'opened-by'])
      .map((key) => [key, 'roles']),
  ),
  facts: 'facts',
  needs: 'facts',
  carries: 'facts',
  fact: 'facts',
  task: 'tasks',
  decision: 'decisions',
  inject: 'injects',
  'if-not': 'injects',
  phase: 'phases',
  next: 'phases',
  goto: 'phases',
  objectives: 'objectives',
  interface: 'interfaces',
  organisation: 'organisations',
  to: 'roles',
};

/** The section whose ids a value may name: by its own key, or its list's. */
function namedSection({ path }: Spot): string | undefined {
  const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  return typeof key === 'string' && Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

function named(spot: Spot, { ids }: Shelf): readonly string[] | undefined {
  const section = inRow(spot) ? namedSection(spot) : undefined;
  const known = section === undefined ? undefined : ids.get(section);
  return typeof spot.value === 'string' && known?.includes(spot.value) ? known : undefined;
}

const isTime = (spot: Spot): boolean =>
  TIMES.includes(String(last(spot))) && typeof spot.value === 'string';
const isRow = ({ path }: Spot): boolean =>
  path.length === 2 && SECTIONS.some((section) => section === path[0]);

const EDITS = {
  'delete a key': remove((spot) => inRow(spot) && !isLang(last(spot)) && isNaN(Number(last(spot)))),
  'delete a list item': remove((spot) => inRow(spot) && typeof last(spot) === 'number'),
  'delete a language': remove((spot) => isLang(last(spot))),
  'drop a row': remove(isRow),
  'drop an option': remove(({ path }) => path.length === 4 && path[2] === 'options'),
  'duplicate a row': (shelf, chance) => {
    const spot = pick(shelf.spots.filter(isRow), chance);
    if (!spot) return undefined;
    return {
      file: spot.file,
      what: `${shown(spot.path)} twice`,
      edit: (document) => document.setIn([...spot.path.slice(0, 1), 'copied'], spot.value),
    };
  },
  'misspell an id where it is used': change((spot, shelf, chance) =>
    named(spot, shelf) ? misspelt(String(spot.value), chance) : undefined,
  ),
  'misspell an id where it is defined': rename(isRow),
  'misspell a key': rename((spot) => inRow(spot) && isNaN(Number(last(spot))) && !inOptions(spot)),
  'name another row': change((spot, shelf, chance) => {
    const others = named(spot, shelf)?.filter((id) => id !== spot.value);
    return others && pick(others, chance);
  }),
  'swap two times': swap((spot) => inRow(spot) && isTime(spot)),
  'put another time': change((spot, _, chance) =>
    inRow(spot) && isTime(spot)
      ? `${Math.floor(chance() * 40)}${pick(['m', 'h'], chance) ?? 'm'}`
      : undefined,
  ),
  'lose a time’s unit': change((spot) =>
    isTime(spot) ? Number.parseInt(String(spot.value), 10) : undefined,
  ),
  'swap receivers': swap((spot) => spot.path[0] === 'injects' && last(spot) === 'to'),
  'change a marking': change((spot, _, chance) =>
    last(spot) === 'marking' ? pick(MARKINGS, chance) : undefined,
  ),
  'change an enum word': change((spot, _, chance) => {
    const words = inRow(spot) ? WORDS[String(last(spot))] : undefined;
    return words && pick(words, chance);
  }),
} satisfies Readonly<Record<string, Edit>>;
export type Kind = keyof typeof EDITS;
export const KINDS_OF_SLIPS = Object.keys(EDITS) as Kind[];

function inOptions({ path }: Spot): boolean {
  return path.at(-2) === 'options';
}

function rename(able: (spot: Spot) => boolean): Edit {
  return (shelf, chance) => {
    const spot = pick(shelf.spots.filter(able), chance);
    if (!spot) return undefined;
    const name = misspelt(String(last(spot)), chance);
    if (name === last(spot)) return undefined;
    return {
      file: spot.file,
      what: `${shown(spot.path)} → ${name}`,
      edit: (document) => {
        const map = document.getIn(spot.path.slice(0, -1)) as YAMLMap;
        if (!isMap(map)) return;
        const pair = map.items.find(({ key }) => isScalar(key) && key.value === last(spot));
        if (isScalar(pair?.key)) pair.key.value = name;
      },
    };
  };
}
