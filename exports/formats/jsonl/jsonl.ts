/**
 * The journal as one object a line, in plain field names, for other tools. Each line carries the hash
 * of the journal's own line, so that it can be checked against the journal; what the plan keeps
 * secret stays out. Knows: entries. Does not know: languages.
 */
import type { By, Entry } from '../../../engine/exercise/entry.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { formatExerciseTime } from '../../../engine/scenario/time.ts';
import { jsonLine } from '../escape.ts';
import { storyIso } from '../iso.ts';
import type { Meta } from '../meta.ts';

/** The log's own format. 1: first. */
export const LOG_FORMAT = 1;

/** One line of the log, as its fields are documented in exports/README.md. */
export type LogLine = {
  readonly entry: number;
  readonly evidence: string;
  /** `request`: somebody wanted it; `event`: it happened. */
  readonly kind: 'request' | 'event';
  readonly what: string;
  readonly who: 'engine' | 'control' | 'role';
  readonly role?: string;
  readonly organisation?: string;
  readonly seat?: string;
  readonly controller?: string;
  readonly exerciseTime: string;
  readonly exerciseMs: number;
  readonly storyTime: string;
  readonly wallTime: string;
  /** What else is known of it, as the journal has it. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
};

/** `meta.digest` is the hash of the last line: an entry's own hash stands in the one after it. */
export function renderJsonl(entries: readonly Entry[], meta: Meta): string {
  const [first] = entries;
  if (!first || !('input' in first) || first.input.type !== 'exercise.open') {
    throw new Error('A journal begins with exercise.open; this one does not.');
  }
  const { plan } = first.input;
  const houses = new Map(plan.roles.map((role) => [role.id, role.organisation]));
  const lines = entries.map((entry, i) => {
    const hash = entries[i + 1]?.prev ?? meta.digest;
    return `${jsonLine(lineOf(entry, hash, plan, houses))}\n`;
  });
  return lines.join('');
}

function lineOf(
  entry: Entry,
  hash: string,
  plan: Plan,
  houses: ReadonlyMap<string, string>,
): LogLine {
  const { seq, at, wall, by, prev } = entry;
  const body = 'event' in entry ? entry.event : entry.input;
  return {
    entry: seq,
    evidence: `#${seq}`,
    kind: 'event' in entry ? 'event' : 'request',
    what: body.type,
    ...whoOf(by, houses),
    exerciseTime: formatExerciseTime(at),
    exerciseMs: at,
    storyTime: storyIso(plan.story, at),
    wallTime: wall,
    details: detailsOf(body),
    previousHash: prev,
    hash,
  };
}

function whoOf(by: By, houses: ReadonlyMap<string, string>) {
  switch (by.type) {
    case 'engine':
      return { who: 'engine' } as const;
    case 'facilitator':
      return { who: 'control', controller: by.name } as const;
    case 'role': {
      const organisation = houses.get(by.role);
      return {
        who: 'role',
        role: by.role,
        ...(organisation !== undefined && { organisation }),
        seat: by.seat,
      } as const;
    }
    default:
      return by satisfies never;
  }
}

/** The plan is the controllers' secret, and its digest stands beside it. */
function detailsOf(body: { readonly type: string }): LogLine['details'] {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name !== 'type' && name !== 'plan'),
  );
}
