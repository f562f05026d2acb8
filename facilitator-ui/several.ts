/**
 * The same act on several injects: the form, the one question before it, and carrying it out. Knows:
 * what cannot be done to which of them, and why. Does not know: how they were chosen (marks, msel),
 * keys or the screen.
 */
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import type { Client } from '../engine/runtime/client.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import { because, given, headed, plain, reasonField, warning } from './alter.ts';
import { line, valueOf, type Form } from './form.ts';
import { inLane } from './lane.ts';
import { hiddenMarks, isAhead, markedInjects } from './marks.ts';
import { namesOf } from './names.ts';
import { reschedule } from './retime.ts';
import { plainText } from './sanitise.ts';
import {
  told,
  words,
  type Confirm,
  type InjectAct,
  type Line,
  type NotDone,
  type Scene,
  type Several,
} from './scene.ts';
import type { Step } from './step.ts';
import { readWhen } from './when.ts';

export type SeveralAction = 'releaseAll' | 'holdAll' | 'unholdAll' | 'skipAll' | 'moveAll';
type Rows = readonly ControlInjectRow[];
/** `act`: what is sent. `warns`: something follows from it that one might not want. */
type Made = { readonly act: InjectAct; readonly warns?: boolean };
/** What it comes to for one of them, or why it cannot be done to it. */
type Way = (scene: Scene, row: ControlInjectRow) => Made | string;
type Planned = {
  readonly rows: Rows;
  readonly made: readonly Made[];
  readonly without: readonly NotDone[];
};

/** So many at once; the host refills its allowance by ten a second, and more than it has is a flood. */
const AT_ONCE = 20;
const REST_MS = 120;

export function beginSeveral(action: SeveralAction, scene: Scene): Step {
  const rows = markedInjects(scene);
  switch (action) {
    case 'releaseAll':
      return releaseSeveral(scene, rows);
    case 'holdAll':
      return holdSeveral(scene, rows);
    case 'unholdAll':
      return unholdSeveral(scene, rows);
    case 'skipAll':
    case 'moveAll':
      return { type: 'form', form: formOf(action, scene, rows) };
    default:
      return action satisfies never;
  }
}

/** One that has been released meanwhile is named in the question as one that it cannot be done to. */
function formOf(kind: 'skipAll' | 'moveAll', scene: Scene, rows: Rows): Form {
  const w = words(scene).script.several;
  const reason = reasonField(scene);
  return {
    kind,
    target: rows.map(({ id }) => id).join(' '),
    title: w.form[kind](rows.length),
    hint: kind === 'moveAll' ? w.form.timeHint : rows.map((row) => headed(scene, row)).join(' · '),
    fields: kind === 'moveAll' ? [line('time', words(scene).script.form.time), reason] : [reason],
    at: 0,
  };
}

export function finishSeveral(filled: Form, kind: 'skipAll' | 'moveAll', scene: Scene): Step {
  const rows = (filled.target ?? '')
    .split(' ')
    .flatMap((id) => scene.view.injects?.[id] ?? [])
    .toSorted((a, b) => a.number - b.number);
  const reason = valueOf(filled, 'reason');
  const step =
    kind === 'skipAll'
      ? skipSeveral(scene, rows, reason)
      : moveSeveral(scene, rows, valueOf(filled, 'time'), reason);
  if (step.type === 'notice') return { type: 'form', form: { ...filled, error: step.text } };
  return { type: 'confirm', confirm: { ...step.confirm, form: filled } };
}

type Question = Extract<Step, { readonly type: 'confirm' | 'notice' }>;

/** In the script's order, each as an act of its own. */
export function releaseSeveral(scene: Scene, rows: Rows): Question {
  const w = words(scene).script.several;
  const planned = plan(scene, rows, (_, { id }) => ({
    act: { type: 'inject.release', inject: id },
  }));
  const roles = new Set(planned.rows.flatMap(({ to }) => to));
  const names = namesOf(scene.view, scene.ui.lang);
  return question(scene, planned, {
    title: w.ask.release,
    effects: [plain(w.releases(planned.rows.length)), plain(w.reaches(names.roles([...roles])))],
  });
}

export function skipSeveral(scene: Scene, rows: Rows, reason: string): Question {
  const w = words(scene).script.several;
  const planned = plan(scene, rows, (_, { id }) => ({
    act: { type: 'inject.skip', inject: id, ...given(reason) },
  }));
  return question(scene, planned, {
    title: w.ask.skip,
    effects: [plain(w.skips(planned.rows.length)), ...because(scene, reason)],
  });
}

/** Each counted from its own time, or all of them to the same. */
export function moveSeveral(scene: Scene, rows: Rows, time: string, reason: string): Question {
  const w = words(scene);
  const source = time.trim().replace(/^[-−–]\s*/, '+');
  if (readWhen(source, 0) === undefined) return { type: 'notice', text: w.form.badTime };
  const planned = plan(scene, rows, (_, row) => {
    const made = reschedule(scene, row, time, reason);
    if (typeof made === 'string') return made;
    return {
      act: made.input as InjectAct,
      warns: made.effects.some(([first]) => first?.tone === 'warn'),
    };
  });
  const due = new Map(
    planned.made.map(({ act }) => [act.inject, 'due' in act ? act.due : undefined]),
  );
  const times = (row: ControlInjectRow): string =>
    `${row.due === undefined ? '–' : formatExerciseTime(row.due)} → ${formatExerciseTime(due.get(row.id) ?? 0)}`;
  const { ask, moves, stillHeld, afterPhase } = w.script.several;
  const held = planned.rows.filter(({ status }) => status === 'held').length;
  const passed = planned.made.filter(({ warns }) => warns).length;
  const effects = [
    plain(moves(planned.rows.length)),
    ...because(scene, reason),
    ...(held > 0 ? [plain(stillHeld(held))] : []),
    ...(passed > 0 ? [warning(afterPhase(passed))] : []),
  ];
  const asked = question(scene, planned, { title: ask.move, effects }, times);
  return asked.type === 'confirm'
    ? { ...asked, confirm: { ...asked.confirm, harmless: true } }
    : asked;
}

export function holdSeveral(scene: Scene, rows: Rows): Step {
  const w = words(scene).script.several;
  const planned = plan(scene, rows, (_, { id, status }) =>
    status === 'held' ? w.isHeld : { act: { type: 'inject.hold', inject: id } },
  );
  return planned.rows.length === 0 ? nothing(scene, planned) : errand(planned);
}

/** One whose time has passed while it was held is released at once: that is asked about. */
export function unholdSeveral(scene: Scene, rows: Rows): Step {
  const w = words(scene).script.several;
  const planned = plan(scene, rows, (_, { id, status }) =>
    status === 'held' ? { act: { type: 'inject.unhold', inject: id } } : w.notHeld,
  );
  const late = planned.rows.filter(({ due }) => due !== undefined && due <= scene.now);
  if (planned.rows.length === 0) return nothing(scene, planned);
  if (late.length === 0) return errand(planned);
  return question(
    scene,
    planned,
    {
      title: w.ask.unhold,
      effects: [plain(w.unholds(planned.rows.length)), warning(w.outAtOnce(late.length))],
    },
    (row) => (late.includes(row) ? w.atOnce : ''),
  );
}

function plan(scene: Scene, rows: Rows, way: Way): Planned {
  const made = rows.map((row) => ({ row, how: barred(scene, row) ?? way(scene, row) }));
  return {
    rows: made.flatMap(({ row, how }) => (typeof how === 'string' ? [] : [row])),
    made: made.flatMap(({ how }) => (typeof how === 'string' ? [] : [how])),
    without: made.flatMap(({ row, how }) =>
      typeof how === 'string' ? [{ inject: row.id, why: how }] : [],
    ),
  };
}

/** What the host would refuse, whatever is to be done. */
function barred(scene: Scene, row: ControlInjectRow): string | undefined {
  const w = words(scene);
  if (!isAhead(row)) return w.script.several.is(w.inject[row.status]);
  return inLane(scene, { kind: 'inject', id: row.id }) ? undefined : w.staff.outside;
}

/** The question, with the first of them by name; or, where there is nothing to ask, why. */
function question(
  scene: Scene,
  planned: Planned,
  asked: { readonly title: (n: number) => string; readonly effects: readonly Line[] },
  more: (row: ControlInjectRow) => string = () => '',
): Question {
  if (planned.rows.length === 0) return nothing(scene, planned);
  const [head = plain(''), ...rest] = asked.effects;
  const confirm: Confirm = {
    title: asked.title(planned.rows.length),
    effects: [head, ...left(scene, planned), ...rest, ...named(scene, planned.rows, more)],
    input: several(planned),
  };
  return { type: 'confirm', confirm };
}

/** As many by name as a window of this height has room for; the count says how many there are. */
function named(scene: Scene, rows: Rows, more: (row: ControlInjectRow) => string): readonly Line[] {
  const shown = Math.min(12, Math.max(3, scene.ui.size.rows - 21));
  const lines = rows.slice(0, shown).map((row): Line => {
    const said = more(row);
    return plain(`  ▸ ${row.number} ${said === '' ? '' : `${said}  `}${told(scene, row.title)}`);
  });
  const over = rows.length - lines.length;
  return over > 0 ? [...lines, plain(`  ${words(scene).more(over)}`)] : lines;
}

/** Which of them it is not done to, and which one cannot see. */
function left(scene: Scene, { without }: Planned): readonly Line[] {
  const w = words(scene).script.several;
  const hidden = hiddenMarks(scene);
  return [
    ...(without.length === 0 ? [] : [warning(w.without(sayNotDone(scene, without)))]),
    ...(hidden === 0 ? [] : [warning(w.hidden(hidden))]),
  ];
}

/** `12 (allerede udspillet), 14 (…)` */
export function sayNotDone({ view }: Pick<Scene, 'view'>, without: readonly NotDone[]): string {
  return without
    .map(
      ({ inject, why }) =>
        `${view.injects?.[inject]?.number ?? inject} (${why.replace(/\.$/, '')})`,
    )
    .join(', ');
}

function several({ made, without }: Planned): Several {
  return { type: 'several', acts: made.map(({ act }) => act), without };
}

const errand = (planned: Planned): Step => ({ type: 'errand', input: several(planned) });

function nothing(scene: Scene, { without }: Planned): Extract<Step, { readonly type: 'notice' }> {
  const w = words(scene);
  const text =
    without.length === 0 ? w.notAllowedYet : w.script.several.none(sayNotDone(scene, without));
  return { type: 'notice', text };
}

/** What became of each of them. */
export type Severally = {
  readonly type: 'severally';
  readonly done: readonly string[];
  readonly without: readonly NotDone[];
};

/** One after the other, so that they stand in the record in their order; a refusal stops none of the rest. */
export async function carrySeveral(
  client: Client,
  { acts, without }: Several,
  lang: 'da' | 'en',
): Promise<Severally> {
  const done: string[] = [];
  const refused: NotDone[] = [];
  for (const [i, act] of acts.entries()) {
    if (i >= AT_ONCE) await rest();
    const outcome = await client.act(act);
    if (outcome.type === 'done') done.push(act.inject);
    else refused.push({ inject: act.inject, why: outcome.reason[lang] });
  }
  return { type: 'severally', done, without: [...without, ...refused] };
}

/** The same as lines: how many it was done to, and for each of the others why not. */
export function severalLines(scene: Scene, { done, without }: Severally): readonly string[] {
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    ...(done.length > 0 ? [`✓ ${words(scene).script.several.done(done.length)}`] : []),
    ...without.map(({ inject, why }) => `✗ ${names.inject(inject)}: ${why}`),
  ].map(plainText);
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS));
