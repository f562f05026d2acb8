/**
 * Parameters and templates, resolved before anything else looks: what comes out is the scenario as
 * if every instance had been written by hand. Knows: which rows are repeated and what names stand
 * for. Does not know: what the rows mean. Every path leads back to what its author wrote.
 */
import { harmful } from './excerpt.ts';
import { instantiate, writtenPath, type Family, type Origins } from './instance.ts';
import type { Kind } from './mentions.ts';
import { nearest } from './nearest.ts';
import { filled, type Value, type Values } from './parameter.ts';
import type { Path, Report } from './problem.ts';
import { emptySections, isData, type Located } from './read.ts';
import { repeat, REPEATED, withoutEach, type Made, type Say, type Source } from './repeat.ts';
import { SECTIONS, type Section } from './schema.ts';
import { readInstances, type Template } from './template.ts';

/** Values from outside that take a parameter's place: `--set customers=5`. */
export type Settings = Readonly<Record<string, string>>;

/** What templates may make of a scenario, in rows and ids: enough for a country, too little for a bomb. */
const MOST_MADE = 200_000;
const LONGEST_VALUE = 2_000;

/** The scenario with every instance in it; one that uses neither comes back as it is. */
export function expand(located: Located, settings: Settings, report: Report): Located {
  const templates = readTemplates(located, report);
  const plain = templates.size === 0 && !located.parametric && Object.keys(settings).length === 0;
  const repeats = Object.keys(REPEATED).some((section) =>
    [...located.sections[section as Section].values()].some((row) => isData(row) && 'each' in row),
  );
  if (plain && !repeats && located.head['parameters'] === undefined) return located;
  return expanded(located, templates, readParameters(located, settings, report), report);
}

function readTemplates(located: Located, report: Report): ReadonlyMap<string, Template> {
  const templates = new Map<string, Template>();
  for (const [id, row] of located.sections.organisations) {
    if (!isData(row) || row['each'] === undefined) continue;
    const instances = readInstances(row['each'], (slug, i) => {
      const path = ['organisations', id, 'each', i];
      report('each-twice', located.range(path), path, { params: { id: slug } });
    });
    if (instances) templates.set(id, { id, instances });
  }
  return templates;
}

function readParameters(
  located: Located,
  settings: Settings,
  report: Report,
): ReadonlyMap<string, Value> {
  const written = located.head['parameters'];
  const values = new Map<string, Value>();
  for (const [name, value] of Object.entries(isData(written) ? written : {})) {
    if (typeof value === 'string' || typeof value === 'number') values.set(name, value);
  }
  const path: Path = written === undefined ? [] : ['parameters'];
  for (const [name, text] of Object.entries(settings)) {
    const old = values.get(name);
    const value = typeof old === 'number' ? numberIn(text) : text;
    if (old === undefined) {
      const suggestion = nearest(name, values.keys());
      report('unknown-setting', located.range(path), path, { params: { name }, suggestion });
    } else if (Number.isNaN(value) || text.length > LONGEST_VALUE || harmful(text) !== undefined) {
      report('bad-setting', located.range([...path, name]), [...path, name], {
        params: { name, value: text },
      });
    } else values.set(name, value);
  }
  return values;
}

/** `Number('')` is nought; nobody who writes nothing means that. */
function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function expanded(
  located: Located,
  templates: ReadonlyMap<string, Template>,
  parameters: ReadonlyMap<string, Value>,
  report: Report,
): Located {
  const origins: Origins = new WeakMap();
  const used = new Set<string>();
  const families = new Map<Kind, Map<string, Family>>();
  const made: Made[] = [];
  const say: Say = (code, path, details) => report(code, located.range(path), path, details);

  for (const section of SECTIONS) {
    for (const [id, row] of located.sections[section]) {
      made.push(...repeat(section, id, row, templates, families, say));
      if (made.length <= MOST_MADE) continue;
      say('each-too-many', [section, id], { params: { limit: MOST_MADE } });
      return { ...located, broken: true };
    }
  }

  const fill = (value: unknown, values: Values, path: Path): unknown =>
    filledIn(value, values, path, { used, say });
  const sections = emptySections();
  const source = new Map<string, Source>();
  let ids = 0;
  for (const { section, id, source: from } of made) {
    const values = from.own ? new Map([...parameters, ...from.own]) : parameters;
    const row = fill(withoutEach(from), values, [section, from.id]);
    ids += instantiate(section, row, families, from.place, origins, (path, several) => {
      const params = { id: several.join(', ') };
      say('template-several', [section, from.id, ...path], { params, suggestion: several[0] });
    });
    if (ids > MOST_MADE) {
      say('each-too-many', [section, from.id], { params: { limit: MOST_MADE } });
      return { ...located, broken: true };
    }
    sections[section].set(id, row);
    source.set(`${section} ${id}`, from);
  }
  const head = Object.fromEntries(
    Object.entries(located.head).map(([key, value]) =>
      UNTOUCHED.has(key) ? [key, value] : [key, fill(value, parameters, [key])],
    ),
  );
  for (const name of parameters.keys()) {
    if (!used.has(name)) say('parameter-unused', ['parameters', name], { params: { name } });
  }
  const origin = (section: string, id: string): string => source.get(`${section} ${id}`)?.id ?? id;
  return {
    ...located,
    head,
    sections,
    origin,
    templates: [...templates.keys(), ...[...families.values()].flatMap((all) => [...all.keys()])],
    range: ([section, id, ...rest], at) => {
      if (section === undefined || id === undefined) {
        return located.range(section === undefined ? [] : [section], at);
      }
      const row = sections[String(section) as Section]?.get(String(id));
      const path = row === undefined ? rest : writtenPath(row, rest, origins);
      return located.range([section, origin(String(section), String(id)), ...path], at);
    },
  };
}

/** Head keys in which nothing is replaced: the values themselves, and what planners say of Problems. */
const UNTOUCHED: ReadonlySet<string> = new Set(['parameters', 'accept']);

type Filling = { readonly used: Set<string>; readonly say: Say };

/** A copy with every text filled in: the row as written may be needed again for the next instance. */
function filledIn(value: unknown, values: Values, path: Path, filling: Filling): unknown {
  if (typeof value === 'string') {
    if (!value.includes('${')) return value;
    return filled(
      value,
      values,
      (name) => filling.used.add(name),
      (name, suggestion) => {
        filling.say('unknown-parameter', path, { params: { name }, suggestion });
      },
    );
  }
  if (Array.isArray(value)) {
    return (value as readonly unknown[]).map((item, i) =>
      filledIn(item, values, [...path, i], filling),
    );
  }
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      filledIn(item, values, [...path, key], filling),
    ]),
  );
}
