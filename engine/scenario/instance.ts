/**
 * What a template's id means where it is named. Knows: which places take several ids, and which one.
 * Does not know: how the instances were made (expand does).
 */
import { MENTIONS, pathOf, type Kind } from './mentions.ts';
import type { Path } from './problem.ts';
import { isData } from './read.ts';
import type { Section } from './schema.ts';

/** The ids of one templated thing, by instance. */
export type Family = { readonly template: string; readonly ids: ReadonlyMap<string, string> };
/** By kind of reference, the templated things by the id that their author wrote. */
export type Families = ReadonlyMap<Kind, ReadonlyMap<string, Family>>;
/** The instance in which a row stands. */
export type Place = { readonly template: string; readonly slug: string };

type Mention = { readonly kind: Kind; readonly id: string; readonly path: Path };
/** What became of a list: each entry's place in the list that was written, or that it was one word. */
export type Origins = WeakMap<object, readonly number[] | 'one-word'>;

/** Fields that take a list as well as one id. `from` is one of them in an interface alone. */
const SEVERAL: ReadonlySet<string | number> = new Set([
  'to',
  'accountable',
  'known-by',
  'opened-by',
  'phase',
  'role',
]);

/**
 * Puts instances in the place of templates, in a row that may be changed. `several` is told where a
 * template stands for more than one and only one can be named; the first then stands for it.
 */
export function instantiate(
  section: Section,
  row: unknown,
  families: Families,
  place: Place | undefined,
  origins: Origins,
  several: (path: Path, ids: readonly string[]) => void,
): number {
  const mentions: Mention[] = [];
  MENTIONS[section]?.(row, undefined, '', (kind, id, _, trail) => {
    if (families.get(kind)?.has(id)) mentions.push({ kind, id, path: pathOf(trail) });
  });
  let added = 0;
  // From the end of each list to its beginning: what is put in moves nothing that is still to come.
  for (const { kind, id, path } of mentions.reverse()) {
    const family = families.get(kind)?.get(id);
    const ids = family ? meant(family, place) : [id];
    added += ids.length;
    put(section, row, path, ids, origins, several);
  }
  return added;
}

function meant({ template, ids }: Family, place: Place | undefined): readonly string[] {
  const own = place?.template === template ? ids.get(place.slug) : undefined;
  return own === undefined ? [...ids.values()] : [own];
}

function put(
  section: Section,
  row: unknown,
  path: Path,
  ids: readonly string[],
  origins: Origins,
  several: (path: Path, ids: readonly string[]) => void,
): void {
  const key = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>(at, row);
  if (Array.isArray(holder) && typeof key === 'number') {
    const list: unknown[] = holder;
    const known = origins.get(list);
    const places = known === undefined || known === 'one-word' ? [...list.keys()] : [...known];
    const own = places[key] ?? key;
    places.splice(key, 1, ...ids.map(() => own));
    list.splice(key, 1, ...ids);
    origins.set(list, places);
  } else if (isData(holder) && typeof key === 'string') {
    const list = SEVERAL.has(key) || (key === 'from' && section === 'interfaces');
    const many = ids.length > 1;
    const value = many && list ? [...ids] : ids[0];
    if (many && !list) several(path, ids);
    if (Array.isArray(value)) origins.set(value, 'one-word');
    (holder as Record<string, unknown>)[key] = value;
  }
}

function at(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[])[Number(step)];
  return isData(value) ? value[step] : undefined;
}

/** The path in what the author wrote, from the path in a row whose templates were resolved. */
export function writtenPath(row: unknown, path: Path, origins: Origins): Path {
  const written: (string | number)[] = [];
  let value = row;
  for (const step of path) {
    const places = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
    value = at(value, step);
    if (places === 'one-word') continue;
    written.push(places ? (places[Number(step)] ?? step) : step);
  }
  return written;
}
