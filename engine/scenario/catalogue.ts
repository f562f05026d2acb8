/**
 * The catalogue: clocks, matters, interfaces and roles as dated data with their sources.
 * Knows: the catalogue's files. Does not know: any law; that stands in the files.
 */
import { z } from 'zod';
import type { Data } from './document.ts';
import { faultsOf } from './fault.ts';
import { collector, type Problem, type Report } from './problem.ts';
import { locate, rangeOf, type YamlFile } from './document.ts';
import { nearest } from './nearest.ts';
import { isData, readFiles, typeName, type SourceFile } from './read.ts';
import { byCodeUnit, type Text } from './text.ts';
import { readDuration } from './time.ts';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/);
const words = z.string().min(1).max(5_000);
const text: z.ZodType<Text> = z.union([words, z.strictObject({ da: words, en: words })]);
const dated = {
  source: words,
  'source-date': words.optional(),
  'valid-from': z.iso.date().optional(),
  'valid-to': z.iso.date().optional(),
  confidence: z.enum(['high', 'medium', 'low']),
  note: text.optional(),
};
/** A duration, or whole calendar months (`P1M`), which exercise time does not measure in ms. */
const deadline = z
  .string()
  .refine((value) => readDuration(value) !== undefined || /^P\d{1,2}M$/.test(value), {
    params: { problem: 'bad-duration' },
  });
const sourceOptional = {
  ...dated,
  source: words.optional(),
  confidence: dated.confidence.optional(),
};

const ROWS = {
  matters: z.strictObject({ title: text, description: text.optional(), ...sourceOptional }),
  clocks: z.strictObject({
    title: text,
    matter: id,
    deadline: deadline.optional(),
    starts: z.union([
      z.enum(['awareness', 'classification', 'request', 'receipt']),
      z.strictObject({ submitted: id }),
    ]),
    'applies-to': text.optional(),
    to: text.optional(),
    'must-contain': z.array(text).optional(),
    law: text.optional(),
    ...dated,
  }),
  interfaces: z.strictObject({
    title: text,
    from: text,
    to: text,
    carries: text,
    trigger: text.optional(),
    evidence: text.optional(),
    ...dated,
  }),
  roles: z.strictObject({
    name: text,
    mandate: text.optional(),
    notifies: text.optional(),
    aliases: z.array(text).optional(),
    ...dated,
  }),
};
type Section = keyof typeof ROWS;
type Row<S extends Section> = z.output<(typeof ROWS)[S]>;
const SECTIONS = Object.keys(ROWS) as Section[];

export type Catalogue = {
  readonly [S in Section]: Readonly<Record<string, Row<S>>>;
};

type Home = { readonly file: YamlFile; readonly node: unknown; readonly range: Where };
type Where = ReturnType<typeof rangeOf>;

/** Reads the files of scenarios/catalogue; a row with a mistake in it is left out. */
export function readCatalogue(files: readonly SourceFile[]): {
  readonly catalogue: Catalogue;
  readonly problems: readonly Problem[];
} {
  const { report, problems } = collector();
  const ordered = [...files].sort((a, b) => byCodeUnit(a.name, b.name));
  const { parsed, broken } = readFiles(ordered, report);
  const homes = new Map<string, Home>();
  const rows: { [S in Section]: Record<string, Row<S>> } = {
    matters: {},
    clocks: {},
    interfaces: {},
    roles: {},
  };
  for (const file of parsed) readFile(file, rows, homes, report);
  if (!broken) checkClocks(rows.clocks, rows.matters, homes, report);
  return { catalogue: rows, problems: problems() };
}

function readFile(
  file: YamlFile,
  rows: { [S in Section]: Record<string, Row<S>> },
  homes: Map<string, Home>,
  report: Report,
): void {
  const where = (path: readonly (string | number)[]): Where =>
    locate(file, file.root, path, 'value', rangeOf(file.root, file.source));
  for (const [key, value] of Object.entries(file.data)) {
    if (key === 'beredt-catalogue' && value === 1) continue;
    const section = SECTIONS.find((name) => name === key);
    if (!section) {
      const known = key === 'beredt-catalogue';
      const suggestion = known ? undefined : nearest(key, ['beredt-catalogue', ...SECTIONS]);
      const params = { key, value: String(value), allowed: '1' };
      report(known ? 'not-allowed' : 'unknown-key', where([key]), [key], { params, suggestion });
    } else if (!isData(value)) {
      const params = { key, expected: 'map', found: typeName(value) };
      report('wrong-type', where([key]), [key], { params });
    } else readSection(section, value, file, rows[section], homes, report);
  }
}

function readSection<S extends Section>(
  section: S,
  data: Data,
  file: YamlFile,
  rows: Record<string, Row<S>>,
  homes: Map<string, Home>,
  report: Report,
): void {
  const schema: z.ZodType = ROWS[section];
  for (const [rowId, raw] of Object.entries(data)) {
    const path = [section, rowId];
    const at = (more: readonly (string | number)[]): Where =>
      locate(file, file.root, [...path, ...more], 'value', rangeOf(file.root, file.source));
    const other = homes.get(`${section}.${rowId}`);
    if (other) {
      const params = { id: rowId, other: other.file.source.name };
      report('duplicate-id', at([]), path, { params });
      continue;
    }
    homes.set(`${section}.${rowId}`, { file, node: raw, range: at([]) });
    if (!id.safeParse(rowId).success) report('bad-id', at([]), path, { params: { id: rowId } });
    const read = schema.safeParse(raw);
    if (read.success) {
      rows[rowId] = read.data as Row<S>;
      checkDates(rowId, raw, at, path, report);
      continue;
    }
    for (const fault of faultsOf(schema, raw, read.error.issues)) {
      const { code, params, suggestion } = fault;
      report(code, at(fault.path), [...path, ...fault.path], { params, suggestion });
    }
  }
}

/** Data from memory must not look like data from a source, and must not end before it begins. */
function checkDates(
  rowId: string,
  raw: unknown,
  at: (path: readonly string[]) => Where,
  path: readonly string[],
  report: Report,
): void {
  if (!isData(raw)) return;
  const { source, confidence, 'valid-from': from, 'valid-to': to } = raw;
  const remembered = typeof source === 'string' && source.includes('from memory');
  if (remembered && confidence !== 'low') {
    report('catalogue-confidence', at(['confidence']), [...path, 'confidence'], {
      params: { id: rowId },
    });
  }
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    report('catalogue-dates', at(['valid-to']), [...path, 'valid-to'], { params: { from, to } });
  }
}

function checkClocks(
  clocks: Catalogue['clocks'],
  matters: Catalogue['matters'],
  homes: ReadonlyMap<string, Home>,
  report: Report,
): void {
  const refer = (row: string, field: string, kind: string, wanted: string, known: object): void => {
    const home = homes.get(`clocks.${row}`);
    if (!home || Object.hasOwn(known, wanted) || homes.has(`${kind}s.${wanted}`)) return;
    const path = ['clocks', row, ...field.split('.')];
    const range = locate(home.file, home.file.root, path, 'value', home.range);
    const suggestion = nearest(wanted, Object.keys(known));
    report('unknown-reference', range, path, { params: { kind, id: wanted }, suggestion });
  };
  for (const [row, clock] of Object.entries(clocks)) {
    refer(row, 'matter', 'matter', clock.matter, matters);
    const { starts } = clock;
    if (typeof starts === 'object') {
      refer(row, 'starts.submitted', 'clock', starts.submitted, clocks);
    }
  }
}
