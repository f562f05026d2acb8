/**
 * What one role sees, and the band that says that one looks at the past.
 * Knows: a role's rows. Does not know: how they were got (look).
 */
import type { DecisionRow, ItemRow, QuestionRow, TaskRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime, UNSURE } from '../../engine/runtime/protocol.ts';
import { BLANK, padded, paragraph, span } from '../layout.ts';
import { namesOf } from '../names.ts';
import { proseLines } from '../prose.ts';
import { told, words, type Eyes, type Line, type Scene } from '../scene.ts';
import type { Tone } from '../tone.ts';

/** Unmistakable, and on every panel: nothing that one presses changes anything. */
export function pastLine(scene: Scene, width: number): Line {
  const { past } = scene.ui;
  const w = words(scene).search;
  const band = past ? w.pastBand(formatExerciseTime(past.at, true), past.seq, w.backKey) : '';
  const text = padded([span(` ◀◀ ${band}`)], width)
    .map((part) => part.text)
    .join('');
  return [span(text, 'banner')];
}

type Rows<T> = { readonly [key: string]: T } | undefined;
const all = <T>(rows: Rows<T>): readonly T[] => Object.values<T>(rows ?? {});

/** Whose eyes, and when: above everything. */
export function eyesTitle(scene: Scene, { role, at, seq }: Eyes): string {
  const name = namesOf(scene.view, scene.ui.lang).role(role);
  return words(scene).search.eyesOf(name, formatExerciseTime(at, true), seq);
}

export function eyesLines(scene: Scene, eyes: Eyes): readonly Line[] {
  const w = words(scene);
  const { view } = eyes;
  const section = (title: string, count: number, lines: readonly Line[]): readonly Line[] => [
    [span(` ${title} (${count})`, 'strong')],
    ...(lines.length === 0 ? [[span('   –', 'dim')]] : lines),
    BLANK,
  ];
  const items = [...all(view.items)].sort((a, b) => b.seq - a.seq);
  const tasks = all(view.tasks);
  const decisions = all(view.decisions);
  const questions = all(view.questions);
  const said = [...all(view.statements), ...all(view.picture)].sort((a, b) => b.seq - a.seq);
  return [
    [span(` ${w.search.readOnly}`, 'warn')],
    BLANK,
    ...section(
      w.search.items,
      items.length,
      items.flatMap((row) => itemLines(scene, row)),
    ),
    ...section(
      w.tabs.tasks,
      tasks.length,
      tasks.flatMap((row) => taskLines(scene, eyes, row)),
    ),
    ...section(
      w.tabs.decisions,
      decisions.length,
      decisions.flatMap((row) => decisionLines(scene, eyes, row)),
    ),
    ...section(
      w.search.questions,
      questions.length,
      questions.flatMap((row) => questionLines(scene, row)),
    ),
    ...section(w.search.clocks, all(view.clocks).length, clockLines(scene, eyes)),
    ...section(w.search.facts, all(view.facts).length, factLines(scene, eyes)),
    ...section(
      w.search.published,
      said.length,
      said.flatMap((row) => {
        const [title, text] =
          'title' in row ? [row.title, row.body] : [w.section[row.section], row.text];
        const who = namesOf(scene.view, scene.ui.lang).role(row.role);
        const head = `${formatExerciseTime(row.at)} ${who}: ${title}`;
        const mark = row.opened === undefined ? '●' : '○';
        return [...block(scene, mark, head), ...bodyLines(scene, text)];
      }),
    ),
  ];
}

/** A mark, and a text under itself. */
function block(scene: Scene, mark: string, text: string, tone?: Tone): readonly Line[] {
  const { columns } = scene.ui.size;
  return paragraph(text, columns - 8, tone).map((line, i) => [
    span(i === 0 ? `   ${mark} ` : '     ', tone ?? 'dim'),
    ...line,
  ]);
}

/** As the role reads it, and not the signs that it was written with. */
function bodyLines(scene: Scene, text: string): readonly Line[] {
  return proseLines(text, scene.ui.size.columns - 4, 'dim', 8);
}

function itemLines(scene: Scene, row: ItemRow): readonly Line[] {
  const w = words(scene).search;
  const names = namesOf(scene.view, scene.ui.lang);
  const from = row.from.role === undefined ? told(scene, row.from.name) : names.role(row.from.role);
  const unread = !row.sent && row.opened === undefined;
  const [mark, state] = row.sent
    ? ['→', w.sent(names.to(row.to, row.outside))]
    : unread
      ? ['●', w.unopened]
      : row.acknowledged === undefined
        ? ['○', w.opened]
        : ['✓', w.acknowledged];
  const answered = row.answered === undefined ? '' : `, ${w.answered}`;
  const head = `${formatExerciseTime(row.at)}  ${from}: ${told(scene, row.title)} (${state}${answered})`;
  return [
    ...block(scene, mark, head, unread ? 'strong' : 'plain'),
    ...bodyLines(scene, told(scene, row.body)),
  ];
}

function taskLines(scene: Scene, { at }: Eyes, row: TaskRow): readonly Line[] {
  const w = words(scene).search;
  const names = namesOf(scene.view, scene.ui.lang);
  const holders = row.holders.map(({ role }) => names.role(role)).join(', ');
  const who = holders === '' ? w.nobodyHas : w.has(holders);
  const late = row.status === 'open' && row.due < at;
  const when = row.status === 'done' ? w.done : w.by(formatExerciseTime(row.due), late);
  const mark = row.status === 'done' ? '✓' : late ? '!' : '○';
  return block(
    scene,
    mark,
    `${told(scene, row.title)} (${when}; ${who})`,
    late ? 'alarm' : 'plain',
  );
}

function decisionLines(scene: Scene, { at }: Eyes, row: DecisionRow): readonly Line[] {
  const w = words(scene).search;
  const made = row.options.find(({ id }) => id === row.made?.option);
  const options = row.options.map(({ title }) => told(scene, title)).join(' / ');
  const state = made
    ? w.decided(told(scene, made.title))
    : `${w.by(formatExerciseTime(row.due), row.due < at)}: ${options}`;
  return block(scene, made ? '✓' : '?', `${told(scene, row.question)} (${state})`, 'plain');
}

function questionLines(scene: Scene, row: QuestionRow): readonly Line[] {
  const w = words(scene).search;
  const option = row.options.find(({ id }) => id === row.answer);
  const names = namesOf(scene.view, scene.ui.lang);
  const { answer } = row;
  const said =
    answer === undefined
      ? w.unanswered
      : answer === UNSURE
        ? w.unsure
        : option
          ? told(scene, option.title)
          : names.role(answer);
  return block(
    scene,
    answer === undefined ? '?' : '✓',
    `${told(scene, row.title)} (${said})`,
    'plain',
  );
}

function clockLines(scene: Scene, { view, at }: Eyes): readonly Line[] {
  const w = words(scene).search;
  return all(view.clocks).flatMap((row) => {
    const due = row.due === undefined ? '' : w.by(formatExerciseTime(row.due), row.due < at);
    const state = row.status === 'met' ? w.done : due;
    return block(scene, row.status === 'met' ? '✓' : '○', `${told(scene, row.title)} (${state})`);
  });
}

function factLines(scene: Scene, { view }: Eyes): readonly Line[] {
  return [...all(view.facts)]
    .sort((a, b) => b.since - a.since)
    .flatMap((row) =>
      block(
        scene,
        '·',
        `${formatExerciseTime(row.since)}  ${told(scene, row.text)} (${row.marking})`,
      ),
    );
}
