/** Tasks, who holds them and who was meant to; with the statutory deadlines that they carry. */
import type { ControlTaskRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';
import { holders, left, rest, status } from './words.ts';

export const tasksPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.status, width: 14 },
    { head: c.task, share: 6 },
    { head: c.holders, share: 5 },
    { head: c.due, width: 11 },
  ];
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  const task = scene.view.tasks?.[ref.id];
  if (!task) return [];
  const quiet = task.status !== 'open';
  const clock = scene.view.clocks?.[task.id];
  return [
    stateOf(scene, task),
    span(`${clock ? '§ ' : ''}${told(scene, task.title)}`, quiet ? 'dim' : 'plain'),
    task.done
      ? span(namesOf(scene.view, scene.ui.lang).role(task.done.role), 'dim')
      : holders(scene, task),
    quiet ? span('') : rest(scene, task.due),
  ];
}

function stateOf(scene: Scene, task: ControlTaskRow): Span {
  const w = words(scene).task;
  return task.status === 'open' && task.overdue
    ? status('overdue', w.overdue)
    : status(task.status, w[task.status]);
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const task = scene.view.tasks?.[ref.id];
  if (!task) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const planned = (['accountable', 'responsible', 'support', 'consulted', 'informed'] as const)
    .filter((letter) => task[letter].length > 0)
    .flatMap((letter) =>
      labelled(w.planned[letter], names.roles(task[letter]), width, undefined, 24),
    );
  return [
    [
      span(told(scene, task.title), 'strong'),
      ...(task.critical ? [span(`  ▲ ${w.critical}`, 'warn')] : []),
    ],
    ...labelled(
      w.columns.holders,
      holders(scene, task).text || '–',
      width,
      holders(scene, task).tone,
      24,
    ),
    ...planned.slice(0, 2),
    ...clockLines(scene, task.id, width),
    ...task.offers.flatMap((offer) =>
      labelled(
        offer.assigned ? w.assigned : w.offers,
        `${names.role(offer.from)} → ${names.role(offer.to)} (${w.asShort[offer.as]})${offer.note === undefined ? '' : `: ${offer.note}`}`,
        width,
        'warn',
        24,
      ),
    ),
    ...(task.declined ?? []).flatMap(({ from, to, as, at, reason }) =>
      labelled(
        w.declined,
        `${names.role(from)} → ${names.role(to)} (${w.asShort[as]}) ${formatExerciseTime(at)}: ${reason}`,
        width,
        'warn',
        24,
      ),
    ),
    ...planned.slice(2),
    ...(task.done
      ? labelled(
          w.doneBy,
          `${names.role(task.done.role)} ${formatExerciseTime(task.done.at)}: ${task.done.note}`,
          width,
          'good',
          24,
        )
      : []),
    ...(task.description === undefined ? [] : paragraph(names.text(task.description), width)),
  ];
}

function clockLines(scene: Scene, task: string, width: number): readonly Line[] {
  const clock = scene.view.clocks?.[task];
  if (!clock) return [];
  const w = words(scene);
  const state = status(clock.status, w.clock[clock.status]);
  const until =
    clock.due === undefined
      ? w.noDeadline
      : `${formatExerciseTime(clock.due)}${clock.status === 'met' ? '' : ` · ${left(scene, clock.due).text}`}`;
  const text = `${told(scene, clock.title)} · ${state.text} · ${until}`;
  return labelled(`§ ${w.clockTitle}`, text, width, state.tone, 24);
}
