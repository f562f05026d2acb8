/**
 * Every place where one thing names another. Knows: where ids may stand, and what they name.
 * Does not know: whether it makes sense to name it there (the meaning checks do).
 *
 * It walks the plain data, not the typed rows, so that a row with a fault elsewhere in it still has
 * its references looked at, and still counts as using what it names.
 */
import type { Catalogue } from './catalogue.ts';
import { isData, type Located } from './read.ts';
import { nearest } from './nearest.ts';
import type { Path, Report } from './problem.ts';
import type { Section } from './schema.ts';

/** What an id can name. A receiver is a role, an organisation, or `all`. */
export type Kind =
  | 'role'
  | 'organisation'
  | 'receiver'
  | 'objective'
  | 'fact'
  | 'task'
  | 'clock task'
  | 'interface'
  | 'decision'
  | 'phase'
  | 'inject'
  | 'expectation'
  | 'catalogue clock'
  | 'catalogue interface'
  | 'catalogue role';

/** A chain back to the top, so that a path is only built where something is wrong. */
type Trail = { readonly up: Trail; readonly key: string | number } | undefined;
type See = (kind: Kind, id: string, as: string, trail: Trail) => void;
type Visit = (value: unknown, trail: Trail, as: string, see: See) => void;

/** One id, or a list of them. */
const ids =
  (kind: Kind): Visit =>
  (value, trail, as, see) => {
    if (typeof value === 'string') see(kind, value, as, trail);
    if (!Array.isArray(value)) return;
    for (const [i, id] of value.entries()) {
      if (typeof id === 'string') see(kind, id, as, { up: trail, key: i });
    }
  };

const fields =
  (visits: Readonly<Record<string, Visit>>): Visit =>
  (value, trail, as, see) => {
    if (!isData(value)) return;
    for (const key of Object.keys(value)) {
      const visit = Object.hasOwn(visits, key) ? visits[key] : undefined;
      visit?.(value[key], { up: trail, key }, as === '' ? key : `${as}.${key}`, see);
    }
  };

const each =
  (visit: Visit): Visit =>
  (value, trail, as, see) => {
    const entries: Iterable<readonly [string | number, unknown]> = Array.isArray(value)
      ? value.entries()
      : isData(value)
        ? Object.entries(value)
        : [];
    for (const [key, item] of entries) visit(item, { up: trail, key }, as, see);
  };

const either =
  (text: Visit, list: Visit): Visit =>
  (value, trail, as, see) =>
    (typeof value === 'string' ? text : list)(value, trail, as, see);

/** Whatever a condition names counts as used by conditions, however deep it stands. */
const condition: Visit = (value, trail, _, see) => conditionParts(value, trail, 'condition', see);
const conditionParts: Visit = fields({
  fact: ids('fact'),
  'known-by': ids('role'),
  'opened-by': ids('role'),
  task: ids('task'),
  decision: ids('decision'),
  inject: ids('inject'),
  expectation: ids('expectation'),
  phase: ids('phase'),
  clock: ids('clock task'),
  all: each(condition_),
  any: each(condition_),
  not: condition_,
});
function condition_(...[value, trail, as, see]: Parameters<Visit>): void {
  condition(value, trail, as, see);
}

const SECTIONS: { readonly [S in Section]?: Visit } = {
  organisations: fields({ catalogue: ids('catalogue role') }),
  roles: fields({ organisation: ids('organisation'), deputy: ids('role') }),
  tasks: fields({
    accountable: ids('role'),
    responsible: ids('role'),
    support: ids('role'),
    consulted: ids('role'),
    informed: ids('role'),
    needs: ids('fact'),
    starts: condition,
    clock: ids('catalogue clock'),
    interface: ids('interface'),
    objectives: ids('objective'),
  }),
  interfaces: fields({
    catalogue: ids('catalogue interface'),
    from: ids('role'),
    to: ids('role'),
    carries: ids('fact'),
    starts: condition,
  }),
  decisions: fields({
    authority: ids('role'),
    consult: ids('role'),
    inform: ids('role'),
    needs: ids('fact'),
    opens: condition,
    phase: ids('phase'),
    options: each(fields({ goto: ids('phase') })),
    objectives: ids('objective'),
  }),
  phases: fields({
    gate: condition,
    next: either(ids('phase'), each(fields({ when: condition, to: ids('phase') }))),
  }),
  injects: fields({
    after: fields({
      inject: ids('inject'),
      phase: ids('phase'),
      decision: ids('decision'),
      task: ids('task'),
    }),
    when: condition,
    phase: ids('phase'),
    from: either(ids('role'), () => undefined),
    to: ids('receiver'),
    facts: ids('fact'),
    objectives: ids('objective'),
    expect: each(
      fields({
        role: ids('role'),
        task: ids('task'),
        decision: ids('decision'),
        to: ids('receiver'),
        facts: ids('fact'),
      }),
    ),
    'if-not': ids('inject'),
  }),
};

export type References = {
  /** The ids of this kind that some field of this name in this section uses; `*` for any section. */
  readonly used: (kind: Kind, section: Section | '*', as?: string) => ReadonlySet<string>;
  /** What a reference means: itself where it exists, or what it was most likely meant to be. */
  readonly meant: (kind: Kind, id: string) => string | undefined;
};

/** Reports every reference to nothing, and tells what is used where. */
export function readReferences(located: Located, catalogue: Catalogue, report: Report): References {
  const known = definitions(located, catalogue);
  const guesses = new Map<string, string | undefined>();
  const uses = new Map<string, Set<string>>();
  const note = (key: string, id: string): void => {
    const set = uses.get(key) ?? new Set<string>();
    uses.set(key, set.add(id));
  };
  const meant = (kind: Kind, id: string): string | undefined => {
    if (known[kind].has(id)) return id;
    const key = `${kind}:${id}`;
    // Guessing is slow: hopeless files get so many guesses and no more.
    if (!guesses.has(key) && guesses.size < 300) guesses.set(key, guess(id, known[kind]));
    return guesses.get(key);
  };
  const seeIn =
    (section: Section): See =>
    (kind, id, as, trail) => {
      note(`${section}.${as}.${kind}`, id);
      note(`${section}..${kind}`, id);
      note(`*..${kind}`, id);
      if (known[kind].has(id)) return;
      const path = pathOf(trail);
      const code = kind.startsWith('catalogue') ? 'unknown-catalogue' : 'unknown-reference';
      report(code, located.range(path), path, {
        params: { kind, id },
        suggestion: meant(kind, id),
      });
    };
  for (const section of Object.keys(SECTIONS) as Section[]) {
    const see = seeIn(section);
    for (const [id, row] of located.sections[section]) {
      SECTIONS[section]?.(row, { up: { up: undefined, key: section }, key: id }, '', see);
    }
  }
  checkBegins(located, known.phase, meant, report);
  const empty: ReadonlySet<string> = new Set();
  return {
    used: (kind, section, as = '') => uses.get(`${section}.${as}.${kind}`) ?? empty,
    meant,
  };
}

function guess(id: string, known: ReadonlySet<string>): string | undefined {
  const perRole = [...known].find((other) => other.startsWith(`${id}/`));
  return perRole ?? nearest(id, known);
}

function checkBegins(
  located: Located,
  phases: ReadonlySet<string>,
  meant: References['meant'],
  report: Report,
): void {
  const begins = located.head['begins'];
  if (typeof begins !== 'string' || phases.has(begins)) return;
  report('unknown-reference', located.range(['begins']), ['begins'], {
    params: { kind: 'phase', id: begins },
    suggestion: meant('phase', begins),
  });
}

function pathOf(trail: Trail): Path {
  const path: (string | number)[] = [];
  for (let at = trail; at; at = at.up) path.push(at.key);
  return path.reverse();
}

function definitions(
  located: Located,
  catalogue: Catalogue,
): Readonly<Record<Kind, ReadonlySet<string>>> {
  const { sections } = located;
  const keys = (section: Section): ReadonlySet<string> => new Set(sections[section].keys());
  const timed = [...sections.tasks].filter(([, row]) => isData(row) && row['clock'] !== undefined);
  return {
    role: keys('roles'),
    organisation: keys('organisations'),
    receiver: new Set([...sections.roles.keys(), ...sections.organisations.keys(), 'all']),
    objective: keys('objectives'),
    fact: keys('facts'),
    task: keys('tasks'),
    'clock task': new Set(timed.map(([id]) => id)),
    interface: keys('interfaces'),
    decision: keys('decisions'),
    phase: keys('phases'),
    inject: keys('injects'),
    expectation: new Set([...sections.injects].flatMap(([id, row]) => expectationIds(id, row))),
    'catalogue clock': new Set(Object.keys(catalogue.clocks)),
    'catalogue interface': new Set(Object.keys(catalogue.interfaces)),
    'catalogue role': new Set(Object.keys(catalogue.roles)),
  };
}

/** The ids by which conditions name an inject's expectations; one for each role that has it. */
export function expectationIds(inject: string, row: unknown): readonly string[] {
  if (!isData(row) || !Array.isArray(row['expect'])) return [];
  return row['expect'].flatMap((item: unknown, i) => {
    if (!isData(item)) return [];
    const id = typeof item['id'] === 'string' ? item['id'] : `${inject}.${i + 1}`;
    const roles: unknown = item['role'];
    return Array.isArray(roles) && roles.length > 1
      ? roles.map((role) => `${id}/${String(role)}`)
      : [id];
  });
}
