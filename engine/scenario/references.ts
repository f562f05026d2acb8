/**
 * Every place where one thing names another. Knows: what is defined, and what is used where.
 * Does not know: whether it makes sense to name it there (the meaning checks do).
 *
 * It walks the plain data, not the typed rows, so that a row with a fault elsewhere in it still has
 * its references looked at, and still counts as using what it names.
 */
import type { Catalogue } from './catalogue.ts';
import { MENTIONS, pathOf, type Kind, type See } from './mentions.ts';
import { nearest } from './nearest.ts';
import type { Report } from './problem.ts';
import { isData, type Located } from './read.ts';
import type { Section } from './schema.ts';

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
    if (!guesses.has(key) && guesses.size < 300) {
      guesses.set(key, guess(id, [...known[kind], ...located.templates]));
    }
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
  for (const section of Object.keys(MENTIONS) as Section[]) {
    const see = seeIn(section);
    for (const [id, row] of located.sections[section]) {
      MENTIONS[section]?.(row, { up: { up: undefined, key: section }, key: id }, '', see);
    }
  }
  checkBegins(located, known.phase, meant, report);
  const empty: ReadonlySet<string> = new Set();
  return {
    used: (kind, section, as = '') => uses.get(`${section}.${as}.${kind}`) ?? empty,
    meant,
  };
}

function guess(id: string, known: readonly string[]): string | undefined {
  const perRole = known.find((other) => other.startsWith(`${id}/`));
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
    service: keys('services'),
    'clock task': new Set(timed.map(([id]) => id)),
    interface: keys('interfaces'),
    decision: keys('decisions'),
    phase: keys('phases'),
    thread: keys('threads'),
    inject: keys('injects'),
    expectation: new Set([...sections.injects].flatMap(([id, row]) => expectationIds(id, row))),
    'catalogue clock': new Set(Object.keys(catalogue.clocks)),
    'catalogue interface': new Set(Object.keys(catalogue.interfaces)),
    'catalogue role': new Set(Object.keys(catalogue.roles)),
  };
}

/** What conditions call an inject's expectations: by name, or one role's part where it has several. */
export function expectationIds(inject: string, row: unknown): readonly string[] {
  if (!isData(row) || !Array.isArray(row['expect'])) return [];
  return row['expect'].flatMap((item: unknown, i) => {
    if (!isData(item)) return [];
    const id = typeof item['id'] === 'string' ? item['id'] : `${inject}.${i + 1}`;
    const roles: unknown = item['role'];
    return Array.isArray(roles) && roles.length > 1
      ? [id, ...roles.map((role) => `${id}/${String(role)}`)]
      : [id];
  });
}
