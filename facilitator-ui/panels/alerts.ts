/** What needs attention, as lines with a symbol, a word, and how urgent it is. */
import type { Attention, AttentionKind } from '../attention.ts';
import { once } from '../keep.ts';
import { row, rows, rule, span, widthsOf, type Column } from '../layout.ts';
import { doubtSince } from '../load.ts';
import { duty, namesOf } from '../names.ts';
import { told, words, type Line, type Scene, type Span } from '../scene.ts';
import { section } from './section.ts';
import { left, length } from './words.ts';

const TONES = {
  ask: 'warn',
  simulated: 'warn',
  outside: 'warn',
  decision: 'warn',
  vacuum: 'alarm',
  double: 'alarm',
  clock: 'warn',
  missed: 'alarm',
  overdue: 'alarm',
} as const;
const SYMBOLS = {
  ask: '@',
  simulated: '◇',
  outside: '→',
  decision: '?',
  vacuum: '✗',
  double: '‼',
  clock: '§',
  missed: '§',
  overdue: '!',
};

export function alertLines(
  scene: Scene,
  alerts: readonly Attention[],
  chosen: number,
  width: number,
  height: number,
): readonly Line[] {
  const w = words(scene);
  const columns: readonly Column[] = [
    { head: '', width: 20 },
    { head: '', share: 1 },
    { head: '', width: 16, align: 'right' },
  ];
  const widths = widthsOf(columns, width - 2);
  const lines = rows({ count: alerts.length, chosen, width, height: height - 1 }, (i) => {
    const alert = alerts[i];
    if (!alert) return [];
    const [what, rest] = alertCells(scene, alert);
    const kind = span(`${SYMBOLS[alert.kind]} ${w.kinds[alert.kind]}`, TONES[alert.kind]);
    return row([kind, what, rest], columns, widths);
  });
  return section(rule(width, w.attention, tally(scene, alerts, width)), lines, w.calm, height);
}

/** How much of each kind, since the list may be longer: in words, or by symbol where it is narrow. */
function tally(scene: Scene, alerts: readonly Attention[], width: number): string {
  const w = words(scene);
  const kinds = Object.keys(TONES) as (keyof typeof TONES)[];
  const counts = once(alerts, 'counts', countOf);
  const counted = kinds
    .map((kind) => ({ kind, n: counts.get(kind) ?? 0 }))
    .filter(({ n }) => n > 0);
  const said = counted.map(({ kind, n }) => w.counts[kind](n)).join(' · ');
  const room = width - w.attention.length - 12;
  if (said.length <= room) return said;
  return counted.map(({ kind, n }) => `${SYMBOLS[kind]} ${n}`).join('   ');
}

function countOf(alerts: readonly Attention[]): ReadonlyMap<AttentionKind, number> {
  const counts = new Map<AttentionKind, number>();
  for (const { kind } of alerts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What it is about, and how urgent it is. */
export function alertCells(scene: Scene, { ref, kind }: Attention): readonly [Span, Span] {
  const { view, now } = scene;
  const w = words(scene);
  const names = namesOf(view, scene.ui.lang);
  const ask = ref.kind === 'ask' ? view.asks?.[ref.id] : undefined;
  if (ask) return [span(`${names.role(ask.role)}: ${ask.text}`), waited(scene, ask.at)];
  const message = ref.kind === 'message' ? view.messages?.[ref.id] : undefined;
  if (message) {
    const said = told(scene, message.title) || told(scene, message.body);
    const to = names.to(message.to, message.outside);
    return [span(`${told(scene, message.from.name)} → ${to}: ${said}`), waited(scene, message.at)];
  }
  const decision = ref.kind === 'decision' ? view.decisions?.[ref.id] : undefined;
  if (decision) return [span(told(scene, decision.question)), left(scene, decision.due)];
  const clock = ref.kind === 'clock' ? view.clocks?.[ref.id] : undefined;
  if (clock) {
    const who = names.organisation(clock.organisation);
    const how = clock.due === undefined ? ` (${w.noDeadline})` : '';
    return [span(`${told(scene, clock.title)} – ${who}${how}`), left(scene, clock.due)];
  }
  const task = ref.kind === 'task' ? view.tasks?.[ref.id] : undefined;
  if (task) {
    const since = now - Math.min(now, doubtSince(task));
    const owners = task.holders.filter((h) => h.as === 'accountable').map((h) => h.role);
    const who = kind === 'double' ? ` – ${names.roles(owners)}` : '';
    const rest = task.overdue
      ? left(scene, task.due)
      : span(w.since(sayLength(since)), since > 15 * 60_000 ? 'warn' : 'plain');
    return [span(`${told(scene, task.title)}${who}`), rest];
  }
  const late = view.obligations?.[ref.id];
  if (!late) return [span(ref.id), span('')];
  const text = `${names.role(late.role)}: ${duty(late, scene.ui.lang, names)}`;
  return [span(text), left(scene, late.due)];
}

function waited(scene: Scene, at: number): Span {
  const ms = Math.max(0, scene.now - at);
  return span(words(scene).since(sayLength(ms)), ms > 15 * 60_000 ? 'warn' : 'plain');
}

function sayLength(ms: number): string {
  return ms < 60_000 ? '<1m' : length(ms);
}
