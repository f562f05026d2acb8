/**
 * Plain data → rows whose shape is right, field by field, so that one bad field hides no other.
 * Knows: the schema. Does not know: whether what a field refers to exists (references does).
 */
import type { z } from 'zod';
import type { Data } from './document.ts';
import { faultsOf, unknownKeys, type Fault } from './fault.ts';
import { isData, type Located } from './read.ts';
import type { Path, Report } from './problem.ts';
import { EXPECTATION, HEAD, ROWS, scenarioSchema } from './schema.ts';
import type { Scenario, Section } from './schema.ts';

type Output<T extends Readonly<Record<string, z.ZodType>>> = { [K in keyof T]?: z.output<T[K]> };
export type Row<S extends Section> = z.output<(typeof ROWS)[S]>;
export type Rows<S extends Section> = ReadonlyMap<string, Partial<Row<S>>>;
export type Expectation = z.output<typeof EXPECTATION>;

/** What is right about a scenario. A field that is missing here was missing, or was wrong. */
export type Sound = {
  readonly head: Output<typeof HEAD>;
  readonly rows: { readonly [S in Section]: Rows<S> };
  /** Each inject's sound expectations, by their place in its list. */
  readonly expectations: ReadonlyMap<string, readonly (readonly [number, Expectation])[]>;
  /** Whole and typed, where nothing at all is wrong with the shape. */
  readonly scenario?: Scenario;
};

const REQUIRED = ['organisations', 'roles', 'phases', 'injects'] as const;

export function readShape(located: Located, report: Report): Sound {
  const { head, sections } = located;
  const filled = Object.entries(sections).filter(([, rows]) => rows.size > 0);
  const merged = Object.fromEntries(filled.map(([name, rows]) => [name, Object.fromEntries(rows)]));
  const whole = scenarioSchema.safeParse({ ...head, ...merged });
  if (whole.success) return soundWhole(whole.data);

  for (const section of REQUIRED) {
    const written = located.present.has(section) || located.meant.has(section);
    if (!written && !located.broken)
      report('missing-key', located.range([]), [], { params: { key: section } });
  }
  return {
    head: located.broken && Object.keys(head).length === 0 ? {} : readHead(located, report),
    rows: {
      organisations: readRows('organisations', located, report),
      roles: readRows('roles', located, report),
      objectives: readRows('objectives', located, report),
      facts: readRows('facts', located, report),
      tasks: readRows('tasks', located, report),
      services: readRows('services', located, report),
      interfaces: readRows('interfaces', located, report),
      decisions: readRows('decisions', located, report),
      phases: readRows('phases', located, report),
      threads: readRows('threads', located, report),
      injects: readRows('injects', located, report),
      bank: readRows('bank', located, report),
      polls: readRows('polls', located, report),
      probes: readRows('probes', located, report),
      'hot-wash': readRows('hot-wash', located, report),
    },
    expectations: soundExpectations(sections.injects),
  };
}

function soundWhole(scenario: Scenario): Sound {
  const map = <T>(rows: { readonly [id: string]: T } | undefined): ReadonlyMap<string, T> =>
    new Map(Object.entries(rows ?? {}));
  const expectations = Object.entries(scenario.injects).map(
    ([id, row]) => [id, [...(row.expect ?? []).entries()]] as const,
  );
  return {
    head: scenario,
    rows: {
      organisations: map(scenario.organisations),
      roles: map(scenario.roles),
      objectives: map(scenario.objectives),
      facts: map(scenario.facts),
      tasks: map(scenario.tasks),
      services: map(scenario.services),
      interfaces: map(scenario.interfaces),
      decisions: map(scenario.decisions),
      phases: map(scenario.phases),
      threads: map(scenario.threads),
      injects: map(scenario.injects),
      bank: map(scenario.bank),
      polls: map(scenario.polls),
      probes: map(scenario.probes),
      'hot-wash': map(scenario['hot-wash']),
    },
    expectations: new Map(expectations),
    scenario,
  };
}

function readHead(located: Located, report: Report): Output<typeof HEAD> {
  return readFields(HEAD, located.head, [], located, report);
}

function readRows<S extends Section>(section: S, located: Located, report: Report): Rows<S> {
  const rows = new Map<string, Partial<Row<S>>>();
  const schema: z.ZodType = ROWS[section];
  for (const [id, raw] of located.sections[section]) {
    const path = [section, id];
    checkId(id, path, located, report);
    const read = schema.safeParse(raw);
    const row = read.success
      ? read.data
      : readBadRow(section, raw, read.error, path, located, report);
    // What a row's schema has read field by field is a part of that row: zod cannot say so in types.
    rows.set(id, row as Partial<Row<S>>);
  }
  return rows;
}

function readBadRow(
  section: Section,
  raw: unknown,
  error: z.ZodError,
  path: Path,
  located: Located,
  report: Report,
): unknown {
  if (section !== 'hot-wash' && isData(raw)) {
    return readFields(ROWS[section].shape, raw, path, located, report);
  }
  reportFaults(faultsOf(ROWS[section], raw, error.issues), path, located, report);
  return {};
}

/** Each field on its own; then the faults of the whole row, each of them said once. */
function readFields(
  shape: Readonly<Record<string, z.ZodType>>,
  raw: Data,
  path: Path,
  located: Located,
  report: Report,
): Data {
  const faults: Fault[] = [];
  const sound: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const read = schema.safeParse(value);
    if (read.success && value !== undefined) sound[key] = read.data;
    if (read.success) continue;
    const missing: Fault = { code: 'missing-key', path: [], params: { key } };
    const inside = (fault: Fault): Fault => ({ ...fault, path: [key, ...fault.path] });
    faults.push(
      ...(value === undefined
        ? [missing]
        : faultsOf(schema, value, read.error.issues, key).map(inside)),
    );
  }
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(shape, key));
  faults.push(...unknownKeys(unknown, Object.keys(shape)));
  reportFaults(faults, path, located, report);
  return sound;
}

function checkId(id: string, path: Path, located: Located, report: Report): void {
  const written = located.origin(String(path[0]), id);
  if (/^[A-Za-z][A-Za-z0-9_/-]{0,63}$/.test(written)) return;
  report('bad-id', located.range(path, 'key'), path, { params: { id } });
}

function reportFaults(
  faults: readonly Fault[],
  base: Path,
  located: Located,
  report: Report,
): void {
  // A misspelt key is one mistake, though the right key is then missing as well.
  const meant = new Set(
    faults.flatMap(({ code, path, suggestion }) =>
      code === 'unknown-key' ? [JSON.stringify([path.slice(0, -1), suggestion])] : [],
    ),
  );
  for (const { code, path, params, suggestion } of faults) {
    const key = String(params['key']);
    if (code === 'missing-key' && meant.has(JSON.stringify([path, key]))) continue;
    if (code === 'missing-key' && base.length + path.length === 0 && located.meant.has(key))
      continue;
    const full = [...base, ...path];
    const at = code === 'unknown-key' || code === 'not-yet-supported' ? 'key' : 'value';
    report(code, located.range(full, at), full, { params, suggestion });
  }
}

function soundExpectations(injects: ReadonlyMap<string, unknown>): Sound['expectations'] {
  const sound = [...injects].map(([id, raw]) => {
    const list = isData(raw) && Array.isArray(raw['expect']) ? (raw['expect'] as unknown[]) : [];
    const read = list.map((item, i) => [i, EXPECTATION.safeParse(item)] as const);
    return [id, read.flatMap(([i, r]) => (r.success ? [[i, r.data] as const] : []))] as const;
  });
  return new Map(sound);
}
