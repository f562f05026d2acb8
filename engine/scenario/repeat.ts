/**
 * Rows that stand for several: which they are, and what each of their instances is called.
 * Knows: sections and templates. Does not know: what is inside a row, but for its expectations.
 */
import type { Family, Place } from './instance.ts';
import type { Kind } from './mentions.ts';
import { nearest } from './nearest.ts';
import type { Details, Path } from './problem.ts';
import type { ProblemCode } from './code.ts';
import type { Values } from './parameter.ts';
import { isData } from './read.ts';
import type { Section } from './schema.ts';
import type { Template } from './template.ts';

export type Say = (code: ProblemCode, path: Path, details?: Details) => void;

/** Sections whose rows can be repeated, and what naming one of them is called. */
export const REPEATED: { readonly [S in Section]?: readonly Kind[] } = {
  facts: ['fact'],
  tasks: ['task', 'clock task'],
  interfaces: ['interface'],
  decisions: ['decision'],
  injects: ['inject'],
  bank: [],
  polls: [],
  probes: [],
};

/** What its author wrote; for an instance, which one it is and the values of its own. */
export type Source = {
  readonly id: string;
  readonly row: unknown;
  readonly place?: Place;
  readonly own?: Values;
};
export type Made = { readonly section: Section; readonly id: string; readonly source: Source };

/** One row, or one for each instance of its template; what it is called from then on is noted. */
export function repeat(
  section: Section,
  id: string,
  row: unknown,
  templates: ReadonlyMap<string, Template>,
  families: Map<Kind, Map<string, Family>>,
  say: Say,
): readonly Made[] {
  const found = templateOf(section, id, row, templates, say);
  if (!found) return [{ section, id, source: { id, row } }];
  const { template, kinds, name } = found;
  const ids = new Map(template.instances.map(({ slug }) => [slug, name(slug)]));
  for (const kind of kinds) {
    const known = families.get(kind) ?? new Map<string, Family>();
    families.set(kind, known.set(id, { template: template.id, ids }));
  }
  if (section === 'injects') noteExpectations(id, row, template, families);
  return template.instances.map(({ slug, values: own }) => ({
    section,
    id: name(slug),
    source: { id, row, place: { template: template.id, slug }, own },
  }));
}

type Repetition = {
  readonly template: Template;
  readonly kinds: readonly Kind[];
  readonly name: (slug: string) => string;
};

function templateOf(
  section: Section,
  id: string,
  row: unknown,
  templates: ReadonlyMap<string, Template>,
  say: Say,
): Repetition | undefined {
  if (section === 'organisations') {
    const template = templates.get(id);
    const kinds: readonly Kind[] = ['organisation', 'receiver'];
    return template && { template, kinds, name: (slug) => `${id}/${slug}` };
  }
  if (!isData(row)) return undefined;
  if (section === 'roles') {
    const template = templates.get(String(row['organisation']));
    const kinds: readonly Kind[] = ['role', 'receiver'];
    return template && { template, kinds, name: (slug) => `${template.id}/${slug}/${id}` };
  }
  const kinds = REPEATED[section];
  const each = row['each'];
  if (!kinds || typeof each !== 'string') return undefined;
  const template = templates.get(each);
  if (!template) {
    const suggestion = nearest(each, templates.keys());
    say('each-not-template', [section, id, 'each'], { params: { id: each }, suggestion });
    return undefined;
  }
  return { template, kinds, name: (slug) => `${id}/${slug}` };
}

/** What conditions call a repeated inject's expectations: by number, or by a name of their own. */
function noteExpectations(
  inject: string,
  row: unknown,
  template: Template,
  families: Map<Kind, Map<string, Family>>,
): void {
  const list: unknown = isData(row) ? row['expect'] : undefined;
  if (!Array.isArray(list)) return;
  const known = families.get('expectation') ?? new Map<string, Family>();
  families.set('expectation', known);
  for (const [i, item] of (list as readonly unknown[]).entries()) {
    const own = isData(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
    const ids = template.instances.map(({ slug }): readonly [string, string] => [
      slug,
      own === undefined ? `${inject}/${slug}.${i + 1}` : `${own}/${slug}`,
    ]);
    known.set(own ?? `${inject}.${i + 1}`, { template: template.id, ids: new Map(ids) });
  }
}

/** The row as it is repeated: without `each`, and its expectations' own names with the instance's. */
export function withoutEach({ row, place }: Source): unknown {
  if (!isData(row) || !place) return row;
  const { each, ...rest } = row;
  const list: unknown = rest['expect'];
  if (!Array.isArray(list)) return rest;
  const expect = (list as readonly unknown[]).map((item) =>
    isData(item) && typeof item['id'] === 'string'
      ? { ...item, id: `${item['id']}/${place.slug}` }
      : item,
  );
  return { ...rest, expect };
}
