/**
 * Where on the page one is, kept in the browser's history so that its back button works.
 * Knows: sections and history entries. Does not know: what the sections show. The address never
 * changes: its fragment is the token.
 */

export const SECTIONS = [
  'inbox',
  'write',
  'tasks',
  'decisions',
  'deadlines',
  'picture',
  'statements',
  'asks',
  'questions',
  'facts',
  'contacts',
  'hotwash',
  'role',
  'more',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What is being written and has no id yet. No row's id looks like this. */
export const NEW = '+';

export type Place = {
  readonly section: Section;
  /** The row that is open: an item's, a task's, a decision's or a statement's id, or NEW. */
  readonly id?: string;
};

/** What we need of the browser's history. */
export type Trail = {
  readonly state: unknown;
  pushState(state: unknown, unused: string): void;
  back(): void;
};

export type Places = {
  readonly here: () => Place;
  readonly go: (place: Place) => void;
  /** From a row to its list. */
  readonly up: () => void;
  /** The browser went back or forward. */
  readonly arrive: () => void;
  readonly subscribe: (changed: () => void) => () => void;
};

type Step = { readonly beredt: Place; readonly from?: Place };

export function openPlaces(trail: Trail): Places {
  const listeners = new Set<() => void>();
  let here = readStep(trail.state)?.beredt ?? { section: 'inbox' };

  const stand = (place: Place): void => {
    here = place;
    for (const listener of [...listeners]) listener();
  };
  const go = (place: Place): void => {
    if (place.section === here.section && place.id === here.id) return;
    trail.pushState({ beredt: place, from: here } satisfies Step, '');
    stand(place);
  };

  return {
    here: () => here,
    go,
    up: () => {
      const from = readStep(trail.state)?.from;
      if (from?.section === here.section && from.id === undefined) trail.back();
      else go({ section: here.section });
    },
    arrive: () => stand(readStep(trail.state)?.beredt ?? { section: 'inbox' }),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** History may hold anything: another page wrote it, or an older version of this one. */
function readStep(state: unknown): Step | undefined {
  if (typeof state !== 'object' || state === null || !('beredt' in state)) return undefined;
  const step = state as { beredt: unknown; from?: unknown };
  if (!isPlace(step.beredt)) return undefined;
  return { beredt: step.beredt, ...(isPlace(step.from) ? { from: step.from } : {}) };
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { section, id } = value as Record<string, unknown>;
  return (
    SECTIONS.some((known) => known === section) && (id === undefined || typeof id === 'string')
  );
}
