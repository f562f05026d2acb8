/**
 * Roles with nothing to react to. Knows: when injects are planned to reach each role.
 * Does not know: what the roles will send each other; that is theirs to do.
 */
import type { Reach } from './reach.ts';
import type { Scope } from './scope.ts';
import { formatDuration, formatExerciseTime, HOUR, type Ms } from './time.ts';

const LONGEST_WAIT = 4 * HOUR;

export function checkIdle(scope: Scope, reach: Reach): void {
  const { sound, references, say } = scope;
  const { length } = sound.head;
  const sentTo = references.used('receiver', 'injects', 'to');
  if (length === undefined) return;
  const planned = arrivals(scope, reach, length);
  for (const [id, { organisation = '', 'played-by': by }] of sound.rows.roles) {
    if (by === 'simcell') continue;
    const names = [id, organisation, 'all'];
    if (!names.some((name) => sentTo.has(name))) {
      say('role-receives-nothing', ['roles', id], { params: { id } });
      continue;
    }
    const gap = longestGap(
      names.flatMap((name) => planned.get(name) ?? []),
      length,
    );
    if (gap.to - gap.from <= LONGEST_WAIT) continue;
    say('role-idle', ['roles', id], {
      params: {
        id,
        from: formatExerciseTime(gap.from),
        to: formatExerciseTime(gap.to),
        limit: formatDuration(LONGEST_WAIT),
      },
    });
  }
}

/** When something is planned to arrive, by the receiver as written: a role, an organisation, all. */
function arrivals(
  { sound, wrote }: Scope,
  reach: Reach,
  length: Ms,
): ReadonlyMap<string, readonly Ms[]> {
  const planned = new Map<string, Set<Ms>>();
  for (const [id, { to, manual }] of sound.rows.injects) {
    const byPlan = ['at', 'after', 'when'].some((key) => wrote('injects', id, key));
    const at = reach.inject(id);
    // Nobody knows whether these will come: manual ones, and those for what is not done.
    if (manual === true || !byPlan || at >= length) continue;
    for (const receiver of to ?? []) {
      const times = planned.get(receiver) ?? new Set<Ms>();
      planned.set(receiver, times.add(at));
    }
  }
  return new Map([...planned].map(([receiver, times]) => [receiver, [...times]]));
}

function longestGap(times: readonly Ms[], length: Ms): { readonly from: Ms; readonly to: Ms } {
  const stops = [...times, length].sort((a, b) => a - b);
  let longest = { from: 0, to: 0 };
  let from = 0;
  for (const to of stops) {
    if (to - from > longest.to - longest.from) longest = { from, to };
    from = to;
  }
  return longest;
}
