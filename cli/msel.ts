/** The MSEL (drejebog) as a table for the terminal. */
import { sentence } from '../engine/plan/chart.ts';
import type { Inject, Plan, Sender } from '../engine/plan/plan.ts';
import { say } from '../engine/index.ts';
import { formatDuration, formatExerciseTime } from '../engine/scenario/time.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { Terminal } from './output.ts';

/** Rows by planned time, those without one last; columns as wide as they need, within `width`. */
export function mselTable(plan: Plan, terminal: Terminal, width: number): string {
  const { text, paint } = terminal;
  const rows = [...plan.injects].sort(byTime).map((inject) => cells(plan, inject, terminal));
  const widths = fit([text.columns, ...rows], width);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => clip(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((w) => '─'.repeat(w)).join('  ');
  return [paint.bold(line(text.columns)), paint.dim(rule), ...rows.map(line)].join('\n');
}

function byTime(a: Inject, b: Inject): number {
  const time = (inject: Inject): number =>
    inject.trigger.type === 'at' ? inject.trigger.at : Infinity;
  return time(a) - time(b) || a.number - b.number;
}

function cells(plan: Plan, inject: Inject, { lang, text }: Terminal): readonly string[] {
  const { number, trigger, phases, channel, from, to, title } = inject;
  const players = plan.roles.filter(({ playedBy }) => playedBy === 'participant').length;
  return [
    String(number),
    trigger.type === 'at' ? formatExerciseTime(trigger.at) : '–',
    phases.join(', ') || '–',
    channel,
    plainText(senderName(plan, from, lang)),
    to.length === players ? text.everyone : to.join(', '),
    plainText(say(title, lang)),
    `${text.trigger[trigger.type]}${triggerDetail(inject)}`,
  ];
}

function senderName(plan: Plan, from: Sender, lang: Terminal['lang']): string {
  if ('name' in from) return say(from.name, lang);
  const role = plan.roles.find(({ id }) => id === from.role);
  return role ? say(role.name, lang) : from.role;
}

function triggerDetail({ trigger }: Inject): string {
  switch (trigger.type) {
    case 'at':
    case 'manual':
      return '';
    case 'if-not':
      return ` ${trigger.of.join(', ')}`;
    case 'when':
      return ` ${sentence(trigger.when)}`;
    case 'after':
      return ` ${sentence(trigger.when)} + ${formatDuration(trigger.delay)}`;
    default:
      return trigger satisfies never;
  }
}

/** Each column's width: what it needs, shrunk from the widest down until all fit. */
function fit(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => row[i]?.length ?? 0)),
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

function clip(cell: string, width: number): string {
  return cell.length > width ? `${cell.slice(0, Math.max(0, width - 1))}…` : cell.padEnd(width);
}
