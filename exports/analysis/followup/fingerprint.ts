/**
 * By what a finding is known again in another exercise: its code, what it concerns, and the
 * organisations it is about. Knows: catalogue ids behind the scenario's own. Does not know: which
 * exercises are compared. Decision 014 has the reasons.
 */
import { byCodeUnit } from '../../../engine/scenario/text.ts';
import type { Code, Finding } from '../finding.ts';
import { unique } from '../history.ts';
import type { Names } from '../names.ts';

export type Fingerprint = {
  readonly code: Code;
  /** `task:…`, `clock:… organisation`, `decision:…`, `interface:…`, `fact:…`, in order. */
  readonly subjects: readonly string[];
  /** Catalogue ids where organisations have them: they outlive a scenario's own names. */
  readonly organisations: readonly string[];
};

type Concern = 'tasks' | 'decisions' | 'clocks' | 'interfaces' | 'facts';
const SUBJECTS: readonly Concern[] = ['tasks', 'decisions', 'clocks', 'interfaces', 'facts'];

/**
 * Codes whose list of subjects is what it happened to be this time. What lay unopened is about the
 * role; what was held is about the fact, whatever it was to be used for.
 */
const NARROW: Partial<Record<Code, readonly Concern[]>> = { UNOPENED: [], INFO_HELD: ['facts'] };

export function fingerprintOf(finding: Finding, names: Names): Fingerprint {
  const kinds = NARROW[finding.code] ?? SUBJECTS;
  const clocks = new Map(names.clocks.map((row) => [row.id, clockKey(row, names)]));
  const named = kinds.flatMap((kind) =>
    finding[kind].map((id) => {
      // A statutory notification is its clock's task, whatever a scenario calls it.
      const clock = kind === 'tasks' || kind === 'clocks' ? clocks.get(id) : undefined;
      return clock === undefined ? `${kind.slice(0, -1)}:${id}` : `clock:${clock}`;
    }),
  );
  return {
    code: finding.code,
    subjects: sorted(named),
    organisations: sorted(finding.roles.flatMap((role) => organisationKey(role, names))),
  };
}

/** A duty is its organisation's: two that are to give the same notice have two clocks. */
export function clockKey(row: Names['clocks'][number], names: Names): string {
  return `${row.clock} ${keyOf(row.organisation, names)}`;
}

/** What an organisation is called by across scenarios. */
export function keyOf(organisation: string, names: Names): string {
  return names.organisations.find(({ id }) => id === organisation)?.catalogue ?? organisation;
}

function organisationKey(role: string, names: Names): readonly string[] {
  const house = names.roles.find(({ id }) => id === role)?.organisation;
  return house === undefined ? [] : [keyOf(house, names)];
}

/** Each once, in an order that no exercise has a say in. */
const sorted = (words: readonly string[]): readonly string[] => unique(words).toSorted(byCodeUnit);

/**
 * Whether two findings are the same one again: same code, same subjects, and an organisation in
 * common – who of several was left out may change while the finding stays.
 */
export function isSame(a: Fingerprint, b: Fingerprint): boolean {
  if (a.code !== b.code || a.subjects.join(' ') !== b.subjects.join(' ')) return false;
  const nobody = a.organisations.length === 0 && b.organisations.length === 0;
  return nobody || a.organisations.some((id) => b.organisations.includes(id));
}
