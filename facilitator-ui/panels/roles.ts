/** Who sits where, who is there, and what each role has and owes. */
import type { SeatRow } from '../../engine/exercise/rows.ts';
import { labelled, span, type Column } from '../layout.ts';
import { loadOf, mostOf } from '../load.ts';
import { duty, namesOf } from '../names.ts';
import { owed, seatsOf, tasksOf } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { barOf } from './health.ts';
import type { ListPanel } from './list.ts';
import { left } from './words.ts';

export const rolesPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene, width: number): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.role, share: 3 },
    ...(width >= 88 ? [{ head: c.organisation, share: 2 }] : []),
    { head: c.seats, width: 7, align: 'right' },
    { head: c.presence, width: 16 },
    { head: c.tasks, width: 5, align: 'right' },
    { head: c.late, width: 8, align: 'right' },
    ...(width >= 96 ? [{ head: words(scene).health.load, width: 12 }] : []),
  ];
}

function cells(scene: Scene, ref: Ref, width: number): readonly Span[] {
  const role = scene.view.roles?.[ref.id];
  if (!role) return [];
  const seats = seatsOf(scene.view, role.id);
  const { late, tasks: held } = loadOf(scene.view, role.id);
  return [
    span(told(scene, role.name)),
    ...(width >= 88 ? [span(told(scene, role.organisationName), 'dim')] : []),
    span(role.simulated ? '' : `${seats.length}/${role.seats.max}`),
    presence(scene, ref.id, seats),
    span(held === 0 ? '·' : String(held), held === 0 ? 'dim' : 'plain'),
    late === 0 ? span('·', 'dim') : span(`! ${late}`, 'alarm'),
    ...(width >= 96 ? [loadCell(scene, role)] : []),
  ];
}

/** What is expected of the role, late and open, against the role that has most. */
function loadCell(scene: Scene, { id, simulated }: { id: string; simulated: boolean }): Span {
  if (simulated) return span('');
  const load = loadOf(scene.view, id);
  const drawn = barOf(load, mostOf(scene.view));
  return load.open + load.late === 0
    ? span('·', 'dim')
    : { ...drawn, text: `${drawn.text} ${load.open + load.late}` };
}

/** Told by a symbol and a word: connected, a bot, away, empty, or played by control. */
export function presence(scene: Scene, role: string, seats: readonly SeatRow[]): Span {
  const w = words(scene);
  const here = scene.client.presence[role] ?? 0;
  const bots = seats.filter((seat) => seat.bot).length;
  if (scene.view.roles?.[role]?.simulated) return span(`◇ ${w.simulated}`, 'dim');
  if (here > 0) return span(`● ${w.here(here)}`, 'good');
  if (bots > 0) return span(`◆ ${w.bots(bots)}`, 'info');
  if (seats.length > 0) return span(`○ ${w.away}`, 'warn');
  return span(`✗ ${w.emptySeat}`, 'alarm');
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const role = scene.view.roles?.[ref.id];
  if (!role) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const seats = seatsOf(scene.view, role.id).map(
    (seat) => `${seat.pseudonym}${seat.bot ? ` (${w.bot})` : ''}`,
  );
  const tasks = tasksOf(scene.view, role.id).map((task) => told(scene, task.title));
  const knows = Object.values(scene.view.facts ?? {})
    .filter((fact) => fact.known.some((known) => known.role === role.id))
    .map((fact) => told(scene, fact.text));
  const say = (list: readonly string[]): string => (list.length === 0 ? '–' : list.join(', '));
  return [
    [
      span(told(scene, role.name), 'strong'),
      span(`  ${told(scene, role.organisationName)}`, 'dim'),
    ],
    ...labelled(w.seatList, role.simulated ? w.simulated : say(seats), width),
    ...labelled(w.roleTasks, say(tasks), width),
    ...owed(scene.view, role.id).flatMap((row, i) => {
      const rest = left(scene, row.due);
      const label = i === 0 ? w.roleLate : '';
      return labelled(label, `${duty(row, scene.ui.lang, names)} (${rest.text})`, width, rest.tone);
    }),
    ...labelled(w.knows, knows.length === 0 ? '–' : knows.join('\n'), width),
  ];
}
