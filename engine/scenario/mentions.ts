/**
 * Where ids may stand, and what they name there. Knows: the grammar of references.
 * Does not know: whether what is named exists (references does).
 */
import type { Path } from './problem.ts';
import { isData } from './read.ts';
import type { Section } from './schema.ts';

/** What an id can name. A receiver is a role, an organisation, or `all`. */
export type Kind =
  | 'role'
  | 'organisation'
  | 'receiver'
  | 'objective'
  | 'fact'
  | 'task'
  | 'service'
  | 'clock task'
  | 'interface'
  | 'decision'
  | 'phase'
  | 'thread'
  | 'inject'
  | 'expectation'
  | 'catalogue clock'
  | 'catalogue interface'
  | 'catalogue role';

/** A chain back to the top, so that a path is only built where something is wrong. */
export type Trail = { readonly up: Trail; readonly key: string | number } | undefined;
export type See = (kind: Kind, id: string, as: string, trail: Trail) => void;
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

/** What stands before the colon. */
const keys =
  (kind: Kind): Visit =>
  (value, trail, as, see) => {
    if (!isData(value)) return;
    for (const key of Object.keys(value)) see(kind, key, as, { up: trail, key });
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
  service: ids('service'),
  all: each(condition_),
  any: each(condition_),
  not: condition_,
});
/** Conditions contain conditions: a function can be named before it is defined. */
function condition_(...[value, trail, as, see]: Parameters<Visit>): void {
  condition(value, trail, as, see);
}

const after = fields({
  inject: ids('inject'),
  phase: ids('phase'),
  decision: ids('decision'),
  task: ids('task'),
});
const asked = { after, when: condition, to: ids('receiver'), objectives: ids('objective') };

export const MENTIONS: { readonly [S in Section]?: Visit } = {
  organisations: fields({ catalogue: ids('catalogue role') }),
  roles: fields({ organisation: ids('organisation'), deputy: ids('role') }),
  facts: fields({ 'variant-of': ids('fact') }),
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
    restores: keys('service'),
    objectives: ids('objective'),
  }),
  services: fields({ 'depends-on': ids('service'), owner: ids('role') }),
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
  threads: fields({ begins: ids('phase') }),
  phases: fields({
    thread: ids('thread'),
    gate: condition,
    next: either(ids('phase'), each(fields({ when: condition, to: ids('phase') }))),
  }),
  injects: fields({
    after,
    when: condition,
    phase: ids('phase'),
    from: either(ids('role'), () => undefined),
    to: ids('receiver'),
    facts: ids('fact'),
    services: keys('service'),
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
  bank: fields({
    from: either(ids('role'), () => undefined),
    to: ids('receiver'),
    facts: ids('fact'),
  }),
  polls: fields({ ...asked, task: ids('task') }),
  probes: fields(asked),
};

export function pathOf(trail: Trail): Path {
  const path: (string | number)[] = [];
  for (let at = trail; at; at = at.up) path.push(at.key);
  return path.reverse();
}
