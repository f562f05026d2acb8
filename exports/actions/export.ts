/**
 * The register for other programs: a table, and tasks for a calendar (RFC 5545, VTODO).
 * Knows: both forms. Does not know: the time; the caller says when it is written.
 */
import { say, type Lang } from '../../engine/scenario/text.ts';
import { csvCell, plain } from '../formats/escape.ts';
import { catalogue } from '../text.ts';
import type { Action, Status } from './action.ts';

export function actionsCsv(actions: readonly Action[], lang: Lang): string {
  const t = catalogue(lang);
  const i = t.followUp.improvement;
  const { finding, action, owner, deadline, element } = t.improvement;
  const head = [i.id, finding, action, element, owner, deadline, i.status, i.from, t.csv.code];
  const rows = actions.map((row) => [
    row.id,
    say(row.title, lang),
    say(row.action, lang),
    row.element,
    row.owner,
    row.due ?? '',
    i.statuses[row.status],
    row.seen.map(({ exercise }) => exercise).join(' '),
    row.fingerprint.code,
  ]);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

const STATES: Readonly<Record<Status, string>> = {
  open: 'NEEDS-ACTION',
  doing: 'IN-PROCESS',
  done: 'COMPLETED',
  dropped: 'CANCELLED',
};

/** `now`: ISO 8601 UTC. */
export function actionsCalendar(actions: readonly Action[], lang: Lang, now: string): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const todos = actions.flatMap((row) => [
    'BEGIN:VTODO',
    `UID:${value(`${row.id}-${row.fingerprint.code}-${row.seen[0]?.exercise ?? ''}@beredt`)}`,
    `DTSTAMP:${stamp}`,
    ...(row.due === undefined ? [] : [`DUE;VALUE=DATE:${row.due.replaceAll('-', '')}`]),
    `SUMMARY:${value(`${row.id} ${say(row.action, lang)}`)}`,
    `DESCRIPTION:${value(`${say(row.title, lang)} (${row.owner})`)}`,
    `STATUS:${STATES[row.status]}`,
    'END:VTODO',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Beredt//Actions//DA', ...todos];
  return [...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

const value = (text: string): string => plain(text).replace(/[\\;,]/g, '\\$&');

/** Lines of at most 75 bytes, never cut inside a character. */
function fold(line: string): string {
  let [out, used] = ['', 0];
  for (const char of line) {
    const bytes = new TextEncoder().encode(char).length;
    if (used + bytes > 75) [out, used] = [`${out}\r\n `, 1];
    out += char;
    used += bytes;
  }
  return out;
}
