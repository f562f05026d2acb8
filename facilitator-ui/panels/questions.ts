/** Polls and probes among the injects: when they are asked, and what was answered. */
import type { ControlQuestionRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime, UNSURE } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span } from '../layout.ts';
import { namesOf } from '../names.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { BROAD, timeIn, type Parts } from './planned.ts';
import { coming, status } from './words.ts';

/** What stands where an inject has its number: no inject can have it. */
const MARK = '?';

export function questionParts(scene: Scene, ref: Ref, width: number): Parts {
  const row = scene.view.questions?.[ref.id];
  if (!row) return {};
  const w = words(scene);
  const tone = row.status === 'skipped' ? 'dim' : 'plain';
  const title = told(scene, row.title);
  return {
    number: span(MARK, tone === 'dim' ? tone : 'info'),
    planned: span(timeIn(row.due, width), tone),
    actual: span(row.askedAt === undefined ? '' : timeIn(row.askedAt, width), tone),
    status: status(row.status, w.question[row.status]),
    title: span(row.kind === 'poll' ? w.pollShort(title) : title, tone),
    to: span(namesOf(scene.view, scene.ui.lang).roles(row.to), tone),
    read: answered(row),
    [width >= BROAD ? 'answered' : 'opened']: answered(row),
  };
}

/** `2/5` once it has been asked: so many have answered. */
function answered({ status: stage, answers, to }: ControlQuestionRow): Span {
  if (stage !== 'asked') return span('');
  return span(`${answers.length}/${to.length}`, answers.length < to.length ? 'warn' : 'plain');
}

export function titleOf(scene: Scene, { kind, title }: ControlQuestionRow): string {
  const said = told(scene, title);
  return kind === 'poll' ? words(scene).pollTitle(said) : said;
}

export function questionDetail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const row = scene.view.questions?.[ref.id];
  if (!row) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    ...paragraph(titleOf(scene, row), width, 'strong'),
    ...labelled(w.columns.status, standing(scene, row), width),
    ...(row.status === 'asked'
      ? answers(scene, row, width)
      : labelled(w.columns.to, names.roles(row.to), width)),
    ...(row.status === 'planned' ? timing(scene, row, width) : []),
    ...options(scene, row, width),
  ];
}

/** "Ansvarsspørgsmål · stillet T+00:30 · 2 af 5 har svaret" */
function standing(scene: Scene, row: ControlQuestionRow): string {
  const w = words(scene);
  const kind = `${w.questionKind[row.kind]} · ${w.question[row.status]}`;
  if (row.status !== 'asked') return kind;
  const count = w.answeredOf(row.answers.length, row.to.length);
  return `${kind} ${formatExerciseTime(row.askedAt ?? 0)} · ${count}`;
}

function timing(scene: Scene, row: ControlQuestionRow, width: number): readonly Line[] {
  const w = words(scene);
  const when = row.due === undefined ? '' : ` · ${coming(scene, row.due)}`;
  return labelled(w.triggerLabel, w.trigger[row.trigger] + when, width);
}

/** A probe's; which of them is true stands in words. */
function options(scene: Scene, row: ControlQuestionRow, width: number): readonly Line[] {
  const w = words(scene);
  return row.options.flatMap(({ id, title }, i) => {
    const end = id === row.truth ? ` (${w.isTrue})` : '';
    return labelled(i === 0 ? w.possible : '', `${told(scene, title)}${end}`, width);
  });
}

function answers(scene: Scene, row: ControlQuestionRow, width: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const silent = row.to.filter((role) => !row.answers.some((answer) => answer.role === role));
  return [
    ...row.answers.flatMap((answer, i) => {
      const said = `${names.role(answer.role)}: ${sayAnswer(scene, row, answer)}`;
      return labelled(i === 0 ? w.given : '', said, width);
    }),
    ...(silent.length > 0 ? labelled(w.unanswered, names.roles(silent), width, 'dim') : []),
  ];
}

function sayAnswer(
  scene: Scene,
  row: ControlQuestionRow,
  { answer, at }: ControlQuestionRow['answers'][number],
): string {
  const w = words(scene);
  const said = namesOf(scene.view, scene.ui.lang).answer(row.id, answer);
  const judged =
    row.truth === undefined || answer === UNSURE
      ? ''
      : ` (${answer === row.truth ? w.judged.true : w.judged.false})`;
  return `${said}${judged} · ${formatExerciseTime(at)}`;
}
