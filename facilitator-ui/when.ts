/** Reads the times and paces that a facilitator types. Does not know: what they are for. */
import type { Ms } from '../engine/runtime/protocol.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * `T+2:30`, `2:30` and `t2:30:15` are times; `+30m`, `+1h30m`, `+1t`, `+90` (minutes) and `+1:30`
 * are from `now` on.
 */
export function readWhen(source: string, now: Ms): Ms | undefined {
  const text = source.trim().toLowerCase();
  if (text.startsWith('+')) {
    const length = readClock(text.slice(1)) ?? readLength(text.slice(1));
    return length === undefined ? undefined : now + length;
  }
  return readClock(text.replace(/^t\s*\+?\s*/, ''));
}

/** When something was: a time as above, or so long before `now`: `-15m`, `-15` (minutes), `-0:15`. */
export function readHappened(source: string, now: Ms): Ms | undefined {
  const text = source.trim().replace(/^[−–]/, '-');
  if (!text.startsWith('-')) return text.startsWith('+') ? undefined : readWhen(text, now);
  const ago = readWhen(`+${text.slice(1)}`, 0);
  return ago === undefined || ago > now ? undefined : now - ago;
}

function readClock(text: string): Ms | undefined {
  const match = /^\s*(\d{1,4}):([0-5]?\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * HOUR + Number(match[2]) * MINUTE + Number(match[3] ?? 0) * 1000;
}

const UNITS: Readonly<Record<string, Ms>> = {
  d: 24 * HOUR,
  t: HOUR,
  h: HOUR,
  m: MINUTE,
  min: MINUTE,
  s: 1000,
};

function readLength(text: string): Ms | undefined {
  if (/^\s*\d{1,5}\s*$/.test(text)) return Number(text) * MINUTE;
  if (!/^(?:\s*\d{1,5}\s*(?:min|[dthms]))+\s*$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)\s*(min|[dthms])/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return total;
}

/** `12`, `0,5`, `12x`, `12×`. */
export function readPace(source: string): number | undefined {
  const text = source.trim().replace(/[x×]$/, '').trim().replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text)) return undefined;
  const pace = Number(text);
  return pace >= 0.1 && pace <= 3600 ? pace : undefined;
}

const PACES: readonly number[] = [0.5, 1, 2, 4, 6, 12, 30, 60, 120, 360, 720, 1800, 3600];

/** The next pace up or down; undefined at the end. */
export function nextPace(pace: number, by: 1 | -1): number | undefined {
  return by === 1 ? PACES.find((p) => p > pace) : PACES.findLast((p) => p < pace);
}

/** A pace as it is written: `0,5` in Danish. */
export function sayPace(pace: number, lang: 'da' | 'en'): string {
  const text = String(Math.round(pace * 100) / 100);
  return lang === 'da' ? text.replace('.', ',') : text;
}
