/**
 * What changed between two versions of a scenario, in exercise terms, the gravest first: who is
 * responsible for what, then decisions, deadlines and interfaces, then the script, then words.
 * Knows: two Plans. Does not know: how a change is said (saying.ts).
 */
import { canonicalJson } from '../../engine/plan/digest.ts';
import type { Letter, Plan, Task } from '../../engine/plan/plan.ts';
import { byCodeUnit } from '../../engine/scenario/text.ts';

/** In order of importance among changes of equal weight. */
export const DIFF_KINDS = [
  'tasks',
  'decisions',
  'clocks',
  'interfaces',
  'services',
  'roles',
  'organisations',
  'phases',
  'threads',
  'injects',
  'bank',
  'expectations',
  'facts',
  'questions',
  'objectives',
  'matters',
  'hotWash',
  'files',
  'scenario',
] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];

export type Change = { readonly kind: DiffKind; readonly id: string } & (
  | { readonly type: 'added' | 'removed' }
  /** All else about it is equal. */
  | { readonly type: 'renamed'; readonly to: string }
  | {
      readonly type: 'letters';
      readonly role: string;
      readonly before: readonly Letter[];
      readonly after: readonly Letter[];
    }
  | {
      readonly type: 'field';
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }
);

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export function diffPlans(older: Plan, newer: Plan): readonly Change[] {
  // A new name can be all that sets two other rows apart: they are looked at again.
  const renamed: Renamed[] = [];
  let moved = older;
  for (let more = renamesOf(moved, newer); more.length > 0; more = renamesOf(moved, newer)) {
    renamed.push(...more);
    moved = rename(moved, new Map(more.map(({ id, to }) => [id, to]))) as Plan;
  }
  const changes = DIFF_KINDS.flatMap((kind): readonly Change[] =>
    kind === 'scenario'
      ? fieldsOf(kind, headOf(older), headOf(newer))
      : rowChanges(kind, rowsOf(moved, kind), rowsOf(newer, kind)),
  );
  return [...renamed, ...changes].sort(
    (a, b) =>
      weight(a) - weight(b) ||
      DIFF_KINDS.indexOf(a.kind) - DIFF_KINDS.indexOf(b.kind) ||
      byCodeUnit(a.id, b.id),
  );
}

function rowsOf(plan: Plan, kind: Exclude<DiffKind, 'scenario'>): readonly Row[] {
  if (kind === 'files') return (plan.files ?? []).map((file) => ({ ...file, id: file.name }));
  // The number is the place in the script: one inject more would change every one behind it.
  if (kind === 'injects') return plan.injects.map(({ number, ...row }) => row as Row);
  return plan[kind] ?? [];
}

function headOf(plan: Plan): Row {
  const lists = new Set<string>([...DIFF_KINDS, 'format']);
  const head = Object.entries(plan).filter(([key]) => !lists.has(key));
  return { ...Object.fromEntries(head), id: plan.id };
}

type Renamed = Extract<Change, { type: 'renamed' }>;

/** A row that is gone and one that is new, equal in all but the id, and the only two that are. */
function renamesOf(older: Plan, newer: Plan): readonly Renamed[] {
  return DIFF_KINDS.flatMap((kind): readonly Renamed[] => {
    // A clock goes by its task's id, which is no name of its own.
    if (kind === 'scenario' || kind === 'clocks') return [];
    const [before, after] = [rowsOf(older, kind), rowsOf(newer, kind)];
    const kept = (rows: readonly Row[], id: string): boolean => rows.some((row) => row.id === id);
    const gone = before.filter(({ id }) => !kept(after, id));
    const fresh = after.filter(({ id }) => !kept(before, id));
    return gone.flatMap((row): readonly Renamed[] => {
      const same = (other: Row): boolean => bare(other) === bare(row);
      const twins = fresh.filter(same);
      const [twin] = twins;
      const alone = twins.length === 1 && gone.filter(same).length === 1;
      const elsewhere = DIFF_KINDS.some(
        (other) => other !== kind && other !== 'clocks' && holdsId(older, other, row.id),
      );
      return twin && alone && !elsewhere
        ? [{ kind, id: row.id, type: 'renamed', to: twin.id }]
        : [];
    });
  });
}

/** Two things of different kinds can share an id: a reference to it would not tell which is meant. */
const holdsId = (plan: Plan, kind: DiffKind, id: string): boolean =>
  kind === 'scenario' ? plan.id === id : rowsOf(plan, kind).some((row) => row.id === id);

const bare = ({ id, ...row }: Row): string => canonicalJson(row);

/** The data with the names that were changed, so that references to them are no changes. */
function rename(data: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof data === 'string') return names.get(data) ?? data;
  if (Array.isArray(data)) return data.map((part) => rename(part, names));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, rename(part, names)]));
}

function rowChanges(
  kind: DiffKind,
  before: readonly Row[],
  after: readonly Row[],
): readonly Change[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const gone = before.filter(({ id }) => !is.has(id));
  return [
    ...gone.map(({ id }): Change => ({ kind, id, type: 'removed' })),
    ...after.flatMap((row): readonly Change[] => {
      const old = was.get(row.id);
      return old ? fieldsOf(kind, old, row) : [{ kind, id: row.id, type: 'added' }];
    }),
  ];
}

const LETTERS = {
  accountable: 'A',
  responsible: 'R',
  support: 'S',
  consulted: 'C',
  informed: 'I',
} as const satisfies Readonly<Record<string, Letter>>;

function fieldsOf(kind: DiffKind, before: Row, after: Row): readonly Change[] {
  const { id } = after;
  const letters =
    kind === 'tasks' ? letterChanges(id, before as unknown as Task, after as unknown as Task) : [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => kind !== 'tasks' || !(field in LETTERS))
    .filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
    .sort(byCodeUnit);
  return [
    ...letters,
    ...fields.map((field): Change => ({
      kind,
      id,
      type: 'field',
      field,
      before: before[field],
      after: after[field],
    })),
  ];
}

function letterChanges(id: string, before: Task, after: Task): readonly Change[] {
  const [was, is] = [lettersBy(before), lettersBy(after)];
  const roles = [...new Set([...was.keys(), ...is.keys()])].sort(byCodeUnit);
  return roles.flatMap((role): readonly Change[] => {
    const [old = [], now = []] = [was.get(role), is.get(role)];
    if (old.join() === now.join()) return [];
    return [{ kind: 'tasks', id, type: 'letters', role, before: old, after: now }];
  });
}

function lettersBy(task: Task): ReadonlyMap<string, readonly Letter[]> {
  const letters = new Map<string, Letter[]>();
  for (const [field, letter] of Object.entries(LETTERS) as [keyof typeof LETTERS, Letter][]) {
    for (const role of task[field]) letters.set(role, [...(letters.get(role) ?? []), letter]);
  }
  return letters;
}

/** Words weigh least: they change what is read, not what is played. */
const WORDS = new Set([
  'title',
  'name',
  'text',
  'body',
  'description',
  'question',
  'briefing',
  'notes',
  'summary',
  'purpose',
  'ambiguity',
  'version',
  'contentWarning',
]);
const RESPONSIBILITY = new Set(['authority', 'deputy', 'clearedFor', 'from', 'to']);

function weight(change: Change): number {
  const { kind } = change;
  const place = DIFF_KINDS.indexOf(kind);
  switch (change.type) {
    case 'letters':
      return [...change.before, ...change.after].includes('A') ? 0 : 1;
    case 'added':
    case 'removed':
      return 2 + place;
    case 'renamed':
      return 60;
    case 'field':
      if (kind === 'decisions' && RESPONSIBILITY.has(change.field)) return 0;
      return WORDS.has(change.field) ? 50 : 2 + place;
    default:
      return change satisfies never;
  }
}
