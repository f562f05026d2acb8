/** How the exercise is carried: load by role, who is there, the connections, the journal. */
import type { ServiceRow } from '../../engine/exercise/rows.ts';
import { formatDuration, formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, row, rows, rule, span, widthsOf, type Column } from '../layout.ts';
import { bar, crowdOf, lastEntry, loads, mostOf, presenceOf, slowest, type Load } from '../load.ts';
import { namesOf } from '../names.ts';
import { unanswered } from '../rows.ts';
import { told, words, type Line, type Scene, type Span } from '../scene.ts';
import { section } from './section.ts';
import { length } from './words.ts';

const BAR = 8;
/** Below this, names need the room more than bars do. */
const NARROW = 55;

/** `██▒▒▒▒` with the numbers beside it, so that nobody has to count. */
export function barOf(load: Load, most: number, cells = BAR): Span {
  const [late, open] = bar(load, most, cells);
  return span('█'.repeat(late) + '▒'.repeat(open), load.late > 0 ? 'alarm' : 'plain');
}

export function loadLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene).health;
  const all = loads(scene.view);
  const most = mostOf(scene.view);
  const cells = width < NARROW ? BAR / 2 : BAR;
  const columns: readonly Column[] = [
    { head: '' },
    { head: '', width: cells },
    { head: w.loadHeads.open, width: 4, align: 'right' },
    { head: w.loadHeads.late, width: 4, align: 'right' },
    { head: w.loadHeads.tasks, width: 4, align: 'right' },
  ];
  const widths = widthsOf(columns, width - 2);
  const heads = columns.map(({ head }) => span(head, 'dim'));
  const list = { count: all.length, chosen: undefined, width, height: height - 2 };
  const lines = rows(list, (i) => row(loadCells(scene, all[i], most, cells), columns, widths));
  const { here, roles } = crowdOf(scene.view, scene.client.presence);
  const heading = rule(width, w.load, w.here(here, roles));
  return section(heading, [[span('  '), ...row(heads, columns, widths)], ...lines], '', height);
}

function loadCells(
  scene: Scene,
  load: Load | undefined,
  most: number,
  cells: number,
): readonly Span[] {
  const role = scene.view.roles?.[load?.role ?? ''];
  if (!load || !role) return [];
  const number = (n: number): Span => (n === 0 ? span('·', 'dim') : span(String(n)));
  return [
    span(
      `${MARKS[presenceOf(scene.view, scene.client.presence, role.id)]} ${told(scene, role.name)}`,
    ),
    barOf(load, most, cells),
    number(load.open),
    load.late === 0 ? span('·', 'dim') : span(`! ${load.late}`, 'alarm'),
    number(load.tasks),
  ];
}

/** As on the panel of roles. */
const MARKS = { here: '●', bots: '◆', away: '○', empty: '✗' } as const;

export function healthLines(scene: Scene, width: number, height: number): readonly Line[] {
  return section(rule(width, words(scene).health.health), healthRows(scene, width), '', height);
}

export function healthRows(scene: Scene, width: number): readonly Line[] {
  const w = words(scene).health;
  const say = (label: string, text: string, tone?: Span['tone']): readonly Line[] =>
    text === '' ? [] : labelled(`  ${label}`, text, width, tone, 13);
  const stands = scene.client.connection === 'open';
  return [
    ...say(w.connection, connectionOf(scene), stands ? 'good' : 'alarm'),
    ...say(w.journal, journalOf(scene)),
    ...say(w.people, peopleOf(scene)),
    ...say(w.staff, staffOf(scene)),
    ...say(w.slow, slowOf(scene), 'warn'),
    ...say(w.asks, asksOf(scene), unanswered(scene.view).length > 0 ? 'warn' : 'plain'),
    ...say(w.services, servicesOf(scene), disturbed(scene).length > 0 ? 'warn' : 'plain'),
  ];
}

/** The same in one line, and who has most on them, for a small window. */
export function healthLine(scene: Scene): Line {
  const w = words(scene).health;
  const { client, view } = scene;
  const { here, roles, bots } = crowdOf(view, client.presence);
  const entry = lastEntry(view);
  const seq = Math.max(client.seq, entry?.seq ?? 0);
  const [first] = loads(view);
  const late = first !== undefined && first.late > 0 ? first : undefined;
  const most = late ? `! ${late.late} ${namesOf(view, scene.ui.lang).role(late.role)}` : '';
  return [
    span(` ● ${here}/${roles}${bots > 0 ? ` ◆ ${bots}` : ''}`),
    span(most === '' ? '' : `   ${most}`, 'alarm'),
    span(`   ${entry ? `${w.journal} ${seq}${agoOf(scene, entry.at)}` : w.noEntry}`, 'dim'),
    span(client.pending > 0 ? `   ${w.waiting(client.pending)}` : '', 'warn'),
  ];
}

/** `Plejeplaner delvist i drift, 20 % · Løn nede, 0 %`: those that do not work in full. */
function servicesOf(scene: Scene): string {
  const w = words(scene).health.service;
  if (Object.keys(scene.view.services ?? {}).length === 0) return '';
  const said = disturbed(scene).map(({ title, level }) => {
    const percent = `${Math.round(level * 100)}${scene.ui.lang === 'da' ? ' %' : '%'}`;
    return `${told(scene, title)} ${level === 0 ? w.down : w.part}, ${percent}`;
  });
  return said.length === 0 ? w.up : said.join(' · ');
}

function disturbed(scene: Scene): readonly ServiceRow[] {
  return Object.values(scene.view.services ?? {}).filter(({ level }) => level < 1);
}

function connectionOf(scene: Scene): string {
  const w = words(scene);
  const { connection, pending } = scene.client;
  const said = connection === 'open' ? `● ${w.health.open}` : `! ${w.connection[connection]}`;
  return pending > 0 ? `${said} · ${w.health.waiting(pending)}` : said;
}

function journalOf(scene: Scene): string {
  const w = words(scene).health;
  const entry = lastEntry(scene.view);
  if (!entry) return w.noEntry;
  const at = formatExerciseTime(entry.at, true);
  return w.entry(Math.max(scene.client.seq, entry.seq), at) + agoOf(scene, entry.at);
}

/** By the clock on the wall; nothing while the exercise's clock does not tell. */
function agoOf(scene: Scene, at: number): string {
  const { clock } = scene.client;
  if (!clock?.running || clock.pace <= 0) return '';
  const ms = Math.max(0, Math.floor((scene.now - at) / clock.pace));
  return ` · ${words(scene).health.ago(formatDuration(Math.floor(ms / 1_000) * 1_000))}`;
}

function peopleOf(scene: Scene): string {
  const w = words(scene).health;
  const { here, roles, bots, away, empty } = crowdOf(scene.view, scene.client.presence);
  return [
    w.here(here, roles),
    ...(bots > 0 ? [`◆ ${w.bots(bots)}`] : []),
    ...(away > 0 ? [`○ ${w.away(away)}`] : []),
    ...(empty > 0 ? [`✗ ${w.empty(empty)}`] : []),
  ].join(' · ');
}

/** `F1, F2 (2)`: more than one connection is a number. */
function staffOf(scene: Scene): string {
  return Object.entries(scene.client.staffHere ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => (count > 1 ? `${name} (${count})` : name))
    .join(', ');
}

/** A connection that takes longer than this is felt by who sits at it, ms. */
const FELT = 500;
const SLOWEST = 3;
function slowOf(scene: Scene): string {
  const names = namesOf(scene.view, scene.ui.lang);
  return slowest(scene.client.delays, SLOWEST)
    .filter(([, ms]) => ms >= FELT)
    .map(([role, ms]) => `${names.role(role)} ${(ms / 1_000).toFixed(1)} s`)
    .join(', ')
    .replaceAll('.', scene.ui.lang === 'da' ? ',' : '.');
}

function asksOf(scene: Scene): string {
  const w = words(scene).health;
  const open = unanswered(scene.view);
  const [oldest] = open;
  if (!oldest) return w.noAsks;
  const ms = Math.max(0, scene.now - oldest.at);
  return w.unread(open.length, ms < 60_000 ? '<1m' : length(ms));
}
