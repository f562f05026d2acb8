/** What is decided and by whom, who has which task and since when, and what runs out. */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { row, rows, rule, span, widthsOf, type Column } from '../layout.ts';
import { doubtSince } from '../load.ts';
import { namesOf } from '../names.ts';
import { clocks, decisions, doubt, stageOf, tasks } from '../rows.ts';
import { told, words, type Line, type Scene, type Span } from '../scene.ts';
import { share } from '../window.ts';
import { section } from './section.ts';
import { left } from './words.ts';

type Pair = readonly [what: Span, rest: Span];
type Part = {
  readonly title: string;
  readonly empty: string;
  readonly count: number;
  /** Only those in sight are made. */
  readonly pair: (index: number) => Pair;
};

export function workLines(scene: Scene, width: number, height: number): readonly Line[] {
  const parts = [decided(scene), doubted(scene), running(scene)];
  const needs = parts.map(({ count }) => 1 + Math.max(1, count));
  const rooms = share(height, needs);
  return parts.flatMap((part, i) => partLines(part, width, rooms[i] ?? 0));
}

function partLines(part: Part, width: number, height: number): readonly Line[] {
  const columns: readonly Column[] = [{ head: '' }, { head: '', width: 16, align: 'right' }];
  const widths = widthsOf(columns, width - 2);
  const list = { count: part.count, chosen: undefined, width, height: height - 1 };
  const lines = rows(list, (i) => row(part.pair(i), columns, widths));
  const count = part.count === 0 ? '' : String(part.count);
  return section(rule(width, part.title, count), lines, part.empty, height);
}

/** The question, who is to answer it, and how long there is. */
function decided(scene: Scene): Part {
  const w = words(scene).health;
  const names = namesOf(scene.view, scene.ui.lang);
  const open = decisions(scene.view).filter((one) => stageOf(one) === 'open');
  const pair = (i: number): Pair => {
    const one = open[i];
    if (!one) return [span(''), span('')];
    const who = names.roles(one.authority);
    return [span(`? ${told(scene, one.question)} – ${who}`), left(scene, one.due)];
  };
  return { title: w.decisions, empty: w.noDecisions, count: open.length, pair };
}

/** Tasks that nobody has or two own, and since when. */
function doubted(scene: Scene): Part {
  const w = words(scene).health;
  const names = namesOf(scene.view, scene.ui.lang);
  const all = tasks(scene.view).filter((one) => doubt(one) !== undefined);
  const pair = (i: number): Pair => {
    const task = all[i];
    if (!task) return [span(''), span('')];
    const nobody = doubt(task) === 'vacuum';
    const owners = task.holders.filter(({ as }) => as === 'accountable').map(({ role }) => role);
    const who = nobody ? w.nobody : names.roles(owners);
    const said = `${nobody ? '✗' : '‼'} ${told(scene, task.title)} – ${who}`;
    return [span(said, 'alarm'), span(w.since(formatExerciseTime(doubtSince(task), false)))];
  };
  return { title: w.owners, empty: w.noDoubt, count: all.length, pair };
}

/** Statutory and other clocks, those that have run out first. */
function running(scene: Scene): Part {
  const w = words(scene).health;
  const names = namesOf(scene.view, scene.ui.lang);
  const all = clocks(scene.view).filter(({ status }) => status !== 'met');
  const pair = (i: number): Pair => {
    const clock = all[i];
    if (!clock) return [span(''), span('')];
    const said = `§ ${told(scene, clock.title)} – ${names.organisation(clock.organisation)}`;
    return [span(said, clock.status === 'late' ? 'alarm' : 'plain'), left(scene, clock.due)];
  };
  return { title: w.clocks, empty: w.noClocks, count: all.length, pair };
}
