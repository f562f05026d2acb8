/**
 * Templates: an organisation written once that stands for several, and the rows repeated for each.
 * Knows: instances and their ids. Does not know: what refers to them (instance.ts does).
 */
import type { Data } from './document.ts';
import type { Value, Values } from './parameter.ts';
import { isData } from './read.ts';

/** One of a template's instances: `nordby`, Nordby, and the values of its own. */
export type Instance = { readonly slug: string; readonly values: Values };
export type Template = { readonly id: string; readonly instances: readonly Instance[] };

const SLUG = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss' };

/** The part of an id that a name becomes: `Rødby Ny` → `roedby-ny`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[æøåß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}

/**
 * The instances that `each` lists, or undefined where one of them cannot be read: the schema says
 * then what is wrong. `twice` is told of an instance whose id is taken, by its place in the list.
 */
export function readInstances(
  each: unknown,
  twice: (slug: string, index: number) => void,
): readonly Instance[] | undefined {
  if (!Array.isArray(each) || each.length === 0) return undefined;
  const instances: Instance[] = [];
  const taken = new Set<string>();
  for (const [i, item] of (each as readonly unknown[]).entries()) {
    const instance = readInstance(item);
    if (!instance) return undefined;
    if (taken.has(instance.slug)) twice(instance.slug, i);
    else instances.push(instance);
    taken.add(instance.slug);
  }
  return instances;
}

function readInstance(item: unknown): Instance | undefined {
  const row: Data | undefined =
    typeof item === 'string' ? { name: item } : isData(item) ? item : undefined;
  const name = row?.['name'];
  if (!row || typeof name !== 'string') return undefined;
  const values = new Map<string, Value>([['each', name]]);
  for (const [key, value] of Object.entries(row)) {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    if (key !== 'id') values.set(`each.${key}`, value);
  }
  const own = row['id'];
  const slug = typeof own === 'string' ? own : slugOf(name);
  return SLUG.test(slug) ? { slug, values } : undefined;
}
