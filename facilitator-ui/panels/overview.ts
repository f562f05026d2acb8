/**
 * The most important in one screen: what needs attention, what comes next, what just happened,
 * who is there. Knows: how the screen is shared. Does not know: how the lists are worked out.
 */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { chosenIndex } from '../choice.ts';
import { beside, filled, row, rows, rule, span, widthsOf, type Column } from '../layout.ts';
import { duty, namesOf } from '../names.ts';
import { attention, nextRefs, record, seatsOf, type Attention } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { sentence } from '../sentences.ts';
import { share } from '../window.ts';
import { WIDE } from './list.ts';
import { toneOf } from './record.ts';
import { presence } from './roles.ts';
import { coming, left, length } from './words.ts';

/** More coming injects than these belong on their own panel. */
const NEXT_SHOWN = 8;
const ALL_THERE_IS = 200;

export function overviewPanel(scene: Scene, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  if (columns < WIDE) return conductLines(scene, columns, height);
  const right = Math.floor(columns * 0.36);
  const left = columns - right - 3;
  return beside(
    conductLines(scene, left, height),
    peopleLines(scene, right, height),
    { left, right },
    height,
  );
}

/** What goes on: what needs attention, what comes, what has just happened. */
function conductLines(scene: Scene, width: number, height: number): readonly Line[] {
  const alerts = attention(scene.view);
  const next = nextRefs(scene.view);
  const all = [...alerts.map(({ ref }) => ref), ...next];
  const chosen = chosenIndex(scene, all);
  const needs = [alerts.length, Math.min(next.length, NEXT_SHOWN), ALL_THERE_IS];
  const [upper = 0, middle = 0, lower = 0] = shared(height, needs);
  return [
    ...alertLines(scene, alerts, chosen, width, upper),
    ...nextLines(scene, next, chosen - alerts.length, width, middle),
    ...latestLines(scene, width, lower),
  ];
}

/** Who takes part, and where the story stands. */
function peopleLines(scene: Scene, width: number, height: number): readonly Line[] {
  const roles = Object.keys(scene.view.roles ?? {}).length;
  const [upper = 0, lower = 0] = shared(height, [roles, ALL_THERE_IS]);
  return [...roleLines(scene, width, upper), ...phaseLines(scene, width, lower)];
}

/** Every section has its heading and at least a line; what one does not need goes to the others. */
function shared(height: number, needs: readonly number[]): readonly number[] {
  return share(
    height,
    needs.map((need) => 1 + Math.max(1, need)),
  );
}

function section(heading: Line, lines: readonly Line[], empty: string, height: number) {
  const body = lines.length > 0 ? lines : [[span(`  ${empty}`, 'dim')]];
  return filled([heading, ...body], height);
}

const TONES = {
  decision: 'warn',
  vacuum: 'alarm',
  double: 'alarm',
  clock: 'warn',
  missed: 'alarm',
  overdue: 'alarm',
} as const;
export const SYMBOLS = {
  decision: '?',
  vacuum: '✗',
  double: '‼',
  clock: '§',
  missed: '§',
  overdue: '!',
};

function alertLines(
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
  const kinds = ['decision', 'vacuum', 'double', 'clock', 'missed', 'overdue'] as const;
  const counted = kinds
    .map((kind) => ({ kind, n: alerts.filter((alert) => alert.kind === kind).length }))
    .filter(({ n }) => n > 0);
  const said = counted.map(({ kind, n }) => w.counts[kind](n)).join(' · ');
  const room = width - w.attention.length - 12;
  if (said.length <= room) return said;
  return counted.map(({ kind, n }) => `${SYMBOLS[kind]} ${n}`).join('   ');
}

/** What it is about, and how urgent it is. */
export function alertCells(scene: Scene, { ref, kind }: Attention): readonly [Span, Span] {
  const { view, now } = scene;
  const w = words(scene);
  const names = namesOf(view, scene.ui.lang);
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
    const since = now - (task.startedAt ?? now);
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

function sayLength(ms: number): string {
  return ms < 60_000 ? '<1m' : length(ms);
}

function nextLines(
  scene: Scene,
  next: readonly Ref[],
  chosen: number,
  width: number,
  height: number,
): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const columns: readonly Column[] = [
    { head: '', width: 8 },
    { head: '', width: 10 },
    { head: '', share: 3 },
    { head: '', share: 2 },
  ];
  const widths = widthsOf(columns, width - 2);
  const list = { count: next.length, chosen: chosen >= 0 ? chosen : undefined, width };
  const lines = rows({ ...list, height: height - 1 }, (i) => {
    const inject = scene.view.injects?.[next[i]?.id ?? ''];
    if (!inject) return [];
    const due = inject.due ?? 0;
    return row(
      [
        span(formatExerciseTime(due, false)),
        span(coming(scene, due), 'info'),
        span(`${inject.number} ${told(scene, inject.title)}`),
        span(`→ ${names.roles(inject.to)}`, 'dim'),
      ],
      columns,
      widths,
    );
  });
  return section(rule(width, w.next), lines, w.noNext, height);
}

function latestLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const lines = record(scene.view)
    .slice(0, Math.max(0, height - 1))
    .map((entry): Line => [
      span(`  ${formatExerciseTime(entry.at, true)}  `, 'dim'),
      span(entry.event ? sentence(entry.event, names) : '', toneOf(entry)),
    ]);
  return section(rule(width, w.latest), lines, w.nothing, height);
}

function roleLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene);
  const roles = Object.values(scene.view.roles ?? {});
  const played = roles.filter((role) => !role.simulated);
  const filledRoles = played.filter((role) => seatsOf(scene.view, role.id).length > 0).length;
  const columns: readonly Column[] = [{ head: '' }, { head: '', width: 16 }];
  const widths = widthsOf(columns, width - 2);
  const lines = rows({ count: roles.length, chosen: undefined, width, height: height - 1 }, (i) => {
    const role = roles[i];
    if (!role) return [];
    const here = presence(scene, role.id, seatsOf(scene.view, role.id));
    return row([span(told(scene, role.name)), here], columns, widths);
  });
  const heading = rule(width, w.staffing, w.counts.roles(filledRoles, played.length));
  return section(heading, lines, w.nothing, height);
}

function phaseLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene);
  const phases = Object.values(scene.view.phases ?? {}).sort((a, b) => a.order - b.order);
  const columns: readonly Column[] = [{ head: '' }, { head: '', width: 14, align: 'right' }];
  const widths = widthsOf(columns, width - 2);
  const current = phases.findIndex((phase) => phase.current);
  const list = { count: phases.length, chosen: undefined, width, height: height - 1 };
  const lines = rows(list, (i) => {
    const phase = phases[i];
    if (!phase) return [];
    const name = `${phase.current ? '▶' : i < current ? '✓' : '·'} ${told(scene, phase.title)}`;
    const rest = phase.current && phase.until !== undefined ? left(scene, phase.until) : span('');
    return row([span(name, phase.current ? 'strong' : 'dim'), rest], columns, widths);
  });
  return section(rule(width, w.phases), lines, w.nothing, height);
}
