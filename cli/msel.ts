/** The MSEL (drejebog) as a table for the terminal. Knows: columns and widths. */
import type { Inject } from '../engine/plan/plan.ts';
import type { Material } from '../exports/plan/material.ts';
import { byMoment, type Moment } from '../exports/plan/schedule.ts';
import { type Teller, tellerOf } from '../exports/plan/teller.ts';
import { fit, widthOf, wrap } from '../facilitator-ui/width.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { Terminal } from './output.ts';

/** Rows by planned time, those without one last; columns as wide as they need, within `width`. */
export function mselTable({ plan, schedule }: Material, terminal: Terminal, width: number): string {
  const { text, paint } = terminal;
  const teller = tellerOf(plan, terminal.lang);
  const kept = columnsFor(width);
  const rows = byMoment(plan.injects, schedule.inject).map((inject) =>
    cells(inject, schedule.inject(inject.id), teller),
  );
  const head = kept.map((i) => text.columns[i] ?? '');
  const shown = rows.map((row) => kept.map((i) => row[i] ?? ''));
  const widths = widthsFor([head, ...shown], width);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => fit(cell, widths[i] ?? 0, RIGHT.includes(i) ? 'right' : 'left'))
      .join('  ')
      .trimEnd();
  const rule = widths.map((w) => '─'.repeat(w)).join('  ');
  const estimated = plan.injects.some(({ id }) => schedule.inject(id)?.exact === false);
  return [
    paint.bold(line(head)),
    paint.dim(rule),
    ...shown.map(line),
    ...(estimated ? ['', ...wrapNote(teller.t.estimates, width, paint)] : []),
  ].join('\n');
}

/** Where there is little room, phase and trigger give way: titles are what a planner looks for. */
function columnsFor(width: number): readonly number[] {
  return width < 100 ? [0, 1, 3, 4, 5, 6] : [0, 1, 2, 3, 4, 5, 6, 7];
}

/** Numbers and times stand to the right, so that `~` sticks out to the left. */
const RIGHT: readonly number[] = [0, 1];

function wrapNote(note: string, width: number, paint: Terminal['paint']): readonly string[] {
  return wrap(note, width).map((line) => paint.dim(line));
}

function cells(inject: Inject, moment: Moment | undefined, s: Teller): readonly string[] {
  const { number, trigger, phases, channel, from, to, title } = inject;
  return [
    String(number),
    s.moment(moment),
    phases.length === 0 ? s.t.nothing : phases.map(s.phase).join(', '),
    s.t.channels[channel],
    s.sender(from),
    s.roles(to),
    s.text(title),
    trigger.type === 'at' ? s.t.triggers.at : s.trigger(trigger),
  ].map(plainText);
}

/** Each column's width: what it needs, shrunk from the widest down until all fit. */
function widthsFor(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  );
  const room = width - 2 * (columns - 1);
  for (let total = sum(widths); total > room; total -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
