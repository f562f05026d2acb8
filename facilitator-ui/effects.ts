/**
 * What an act that cannot be undone will do, worked out beforehand for the question that is asked.
 * Knows: times and rows. Does not know: what follows from what is released; it says so.
 */
import type {
  ControlDecisionRow,
  ControlInjectRow,
  ControlQuestionRow,
} from '../engine/exercise/rows.ts';
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import { branchLines } from './branch.ts';
import { namesOf } from './names.ts';
import { titleOf } from './panels/questions.ts';
import { coming, decisions, questions, scheduled, stageOf } from './rows.ts';
import { told, words, type Line, type Scene } from './scene.ts';
import { current, currentBeside, phaseName } from './strand.ts';
import { lastMoment } from './moment.ts';

/** More would not help anybody decide. */
const SHOWN = 6;
const plain = (text: string): Line => [{ text }];

export function effectsOfJump(scene: Scene, to: Ms): readonly Line[] {
  const w = words(scene).effects;
  const { view, now } = scene;
  const falls = (row: { readonly due?: Ms }): boolean => row.due !== undefined && row.due <= to;
  const here = current(view);
  const ending = here.filter((row) => falls({ due: row.until ?? Infinity }));
  const inPhase = ({ phases }: ControlInjectRow): boolean =>
    phases.length === 0 || ending.length > 0 || here.some((row) => phases.includes(row.id));
  const asked = questions(view, 'coming').filter(falls);
  const released = scheduled(view).filter((row) => falls(row) && inPhase(row));
  // What a role raised has no default: when its time is up, nothing happens.
  const lapsing = decisions(view).filter(
    (row) => row.raisedBy === undefined && stageOf(row) === 'open' && falls(row),
  );
  const late = Object.values(view.obligations ?? {}).filter((o) => o.status === 'open' && falls(o));
  const p = words(scene).pacing;
  const clocks = Object.values(view.clocks ?? {}).filter((c) => c.status === 'running' && falls(c));
  const tasks = Object.values(view.tasks ?? {}).filter(
    (task) => task.status === 'open' && !task.overdue && falls(task),
  );
  const over =
    to >= lastMoment(scene) || ending.some((row) => row.thread === undefined && !row.next?.length);
  const falling = [released, asked, lapsing, late, ending, clocks, tasks, over ? [to] : []];
  const quiet = falling.every((rows) => rows.length === 0);
  return [
    plain(w.jump(formatExerciseTime(now, true), formatExerciseTime(to))),
    ...(lapsing.length > 0 ? [plain(w.defaults)] : []),
    ...lapsing.map((row) => plain(`  ? ${defaultOf(scene, row)}`)),
    ...together([
      ...(late.length > 0 ? [w.lapses(late.length)] : []),
      ...(tasks.length > 0 ? [p.tasksLate(tasks.length)] : []),
      ...(clocks.length > 0 ? [p.clocksLate(clocks.length)] : []),
    ]),
    ...together([
      ...ending.map((row) => w.phaseEnds(phaseName(row, scene.ui.lang))),
      ...(over ? [p.endsThere] : []),
    ]),
    ...(asked.length > 0 ? [plain(w.asks(asked.length))] : []),
    ...releases(scene, released),
    quiet ? plain(w.quiet) : [{ text: w.more, tone: 'dim' }],
  ];
}

/** What is short stands in one line: on a small screen what is released must have room. */
function together(said: readonly string[]): readonly Line[] {
  return said.length === 0 ? [] : [plain(said.join(' '))];
}

function releases(scene: Scene, rows: readonly ControlInjectRow[]): readonly Line[] {
  if (rows.length === 0) return [];
  const w = words(scene);
  const line = (row: ControlInjectRow): Line =>
    plain(`  ▸ ${formatExerciseTime(row.due ?? 0)}  ${row.number} ${told(scene, row.title)}`);
  return [
    plain(w.effects.releases(rows.length)),
    ...rows.slice(0, SHOWN).map(line),
    ...(rows.length > SHOWN ? [plain(`  ${w.more(rows.length - SHOWN)}`)] : []),
  ];
}

function defaultOf(scene: Scene, row: ControlDecisionRow): string {
  const option = namesOf(scene.view, scene.ui.lang).option(row.id, row.default);
  return `${told(scene, row.question)} – ${words(scene).effects.defaultTaken(option)}`;
}

export function effectsOfSkip(
  scene: Scene,
  row: ControlInjectRow,
  reason: string,
): readonly Line[] {
  const w = words(scene).effects;
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    plain(w.skip(`${row.number} ${told(scene, row.title)}`)),
    plain(w.skipTo(names.roles(row.to))),
    ...because(scene, reason),
  ];
}

export function effectsOfRelease(scene: Scene, row: ControlInjectRow): readonly Line[] {
  const w = words(scene).effects;
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    plain(w.release(`${row.number} ${told(scene, row.title)}`)),
    plain(w.releaseTo(names.roles(row.to))),
  ];
}

export function effectsOfAsk(scene: Scene, row: ControlQuestionRow): readonly Line[] {
  const w = words(scene).effects;
  const names = namesOf(scene.view, scene.ui.lang);
  return [plain(w.ask(titleOf(scene, row))), plain(w.askTo(names.roles(row.to)))];
}

export function effectsOfDrop(
  scene: Scene,
  row: ControlQuestionRow,
  reason: string,
): readonly Line[] {
  return [plain(words(scene).effects.drop(titleOf(scene, row))), ...because(scene, reason)];
}

export function effectsOfPhase(scene: Scene, to: string, reason: string): readonly Line[] {
  const w = words(scene).effects;
  const names = namesOf(scene.view, scene.ui.lang);
  const target = scene.view.phases?.[to];
  const from = target && currentBeside(scene.view, target);
  const passed = coming(scene.view).filter(
    (row) => from && row.phases.includes(from.id) && !row.phases.includes(to),
  );
  return [
    plain(w.phase(from ? told(scene, from.title) : '–', names.phase(to))),
    ...(passed.length > 0 ? [plain(w.passes(passed.length))] : []),
    ...(from ? [...branchLines(scene, from), plain(words(scene).pacing.branch.overrules)] : []),
    ...because(scene, reason),
  ];
}

export function effectsOfEnd(scene: Scene, reason: string): readonly Line[] {
  const w = words(scene).effects;
  const { view } = scene;
  const openTasks = Object.values(view.tasks ?? {}).filter((row) => row.status === 'open').length;
  const openDecisions = decisions(view).filter((row) => stageOf(row) === 'open').length;
  return [
    plain(w.end),
    plain(w.endOpen(openTasks, openDecisions)),
    ...(coming(view).length > 0 ? [plain(w.endComing(coming(view).length))] : []),
    ...because(scene, reason),
  ];
}

export function effectsOfHotwash(scene: Scene): readonly Line[] {
  const questions = scene.view.exercise?.['exercise']?.hotWash.length ?? 0;
  return [plain(words(scene).effects.hotwash(questions))];
}

export function effectsOfClose(scene: Scene): readonly Line[] {
  const { view } = scene;
  const w = words(scene).pacing;
  const roles = Object.values(view.roles ?? {}).filter(({ simulated }) => !simulated);
  const answered = new Set(Object.values(view.hotwash ?? {}).map(({ role }) => role)).size;
  const open = Object.values(view.asks ?? {}).filter(({ answer }) => !answer).length;
  return [
    plain(w.closing(answered, roles.length)),
    ...(open > 0 ? [plain(w.unanswered(open))] : []),
    plain(words(scene).effects.close),
  ];
}

function because(scene: Scene, reason: string): readonly Line[] {
  return reason === '' ? [] : [plain(words(scene).effects.reason(reason))];
}
