/**
 * The register for other programs: a table, and tasks for a calendar (RFC 5545, VTODO).
 * Knows: both forms. Does not know: the time; the caller says when it is written.
 */
import { say, type Lang } from '../../engine/scenario/text.ts';
import { csvCell, plain } from '../formats/escape.ts';
import { calendar, dayOf, escaped, stampOf } from '../formats/ical/ical.ts';
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
  const todos = actions.flatMap((row) => [
    'BEGIN:VTODO',
    `UID:${escaped(plain(`${row.id}-${row.fingerprint.code}-${row.seen[0]?.exercise ?? ''}@beredt`))}`,
    `DTSTAMP:${stampOf(now)}`,
    ...(row.due === undefined ? [] : [`DUE;VALUE=DATE:${dayOf(row.due)}`]),
    `SUMMARY:${escaped(plain(`${row.id} ${say(row.action, lang)}`))}`,
    `DESCRIPTION:${escaped(plain(`${say(row.title, lang)} (${row.owner})`))}`,
    `STATUS:${STATES[row.status]}`,
    'END:VTODO',
  ]);
  return calendar(catalogue(lang).improvement.caption, todos);
}
