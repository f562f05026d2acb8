/**
 * Planned against actual: when an inject was to fall, when it does, and by how much that is off.
 * Knows: times. Does not know: the screen.
 */
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import { formatDuration, type Ms } from '../engine/runtime/protocol.ts';

const MINUTE = 60_000;
const MINUS = '−';

/** When it was to fall by the plan; undefined: the plan gives it no time, or none yet. */
export function plannedTime({ planned, due }: ControlInjectRow): Ms | undefined {
  return planned ?? due;
}

/** When it fell, or when it now will where that has been moved; undefined: nothing to add to the plan. */
export function actualTime({ releasedAt, planned, due }: ControlInjectRow): Ms | undefined {
  return releasedAt ?? (planned === undefined || planned === due ? undefined : due);
}

/** By how much. `open`: it has not come yet, and every minute adds to it. */
export type Off = { readonly by: Ms; readonly open: boolean };

export function offOf(row: ControlInjectRow, now: Ms): Off | undefined {
  const planned = plannedTime(row);
  if (planned === undefined) return undefined;
  const waits = row.status === 'planned' || row.status === 'held';
  if (waits && row.due !== undefined && now - row.due >= MINUTE) {
    return { by: now - planned, open: true };
  }
  const actual = actualTime(row);
  return actual === undefined || (!waits && row.releasedAt === undefined)
    ? undefined
    : { by: actual - planned, open: false };
}

/** `+12m`, `−1h5m`; no space, so that it stays one word in a narrow column. */
export function offBy(by: Ms): string {
  if (Math.abs(by) < 1000) return '0';
  const unit = Math.abs(by) < MINUTE ? 1000 : MINUTE;
  const length = Math.round(Math.abs(by) / unit) * unit;
  return `${by < 0 ? MINUS : '+'}${formatDuration(length).replaceAll(' ', '')}`;
}

/** The same in a row: nothing where it was on time, `>12m` where it is late still. */
export function sayOff(off: Off | undefined): string {
  if (off === undefined || Math.abs(off.by) < 1000) return '';
  return off.open ? `>${offBy(off.by).slice(1)}` : offBy(off.by);
}
