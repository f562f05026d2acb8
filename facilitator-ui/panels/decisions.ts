/** Decisions: those that are open with the time left, those made with who, what and why. */
import type { ControlDecisionRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { before, late } from '../notes.ts';
import { stageOf } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';
import { rest, status } from './words.ts';

export const decisionsPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.status, width: 12 },
    { head: c.question, share: 4 },
    { head: c.answer, share: 3 },
    { head: c.due, width: 11 },
  ];
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  const row = scene.view.decisions?.[ref.id];
  if (!row) return [];
  const w = words(scene);
  const stage = stageOf(row);
  const symbol = stage === 'open' ? 'running' : stage;
  const quiet = stage === 'dormant' ? 'dim' : 'plain';
  return [
    status(symbol, w.decision[stage]),
    span(told(scene, row.question), quiet),
    row.made
      ? span(
          before(scene, row.made) +
            namesOf(scene.view, scene.ui.lang).option(row.id, row.made.option),
        )
      : span(stage === 'open' ? '…' : '', 'dim'),
    row.made ? span(formatExerciseTime(row.made.at, false), 'dim') : rest(scene, row.due),
  ];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const row = scene.view.decisions?.[ref.id];
  if (!row) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    ...paragraph(told(scene, row.question), width, 'strong'),
    ...(row.raisedBy === undefined ? [] : labelled(w.raisedBy, names.role(row.raisedBy), width)),
    ...outcome(scene, row, width),
    ...options(scene, row, width),
    ...(row.raisedBy === undefined ? labelled(w.authority, names.roles(row.authority), width) : []),
    ...(row.consult.length > 0 ? labelled(w.consult, names.roles(row.consult), width) : []),
    ...(row.description === undefined ? [] : paragraph(names.text(row.description), width)),
    ...(row.discussion ?? []).flatMap(({ role, at, text }, i) =>
      labelled(
        i === 0 ? w.discussion : '',
        `${formatExerciseTime(at)} ${names.role(role)}: ${text}`,
        width,
      ),
    ),
  ];
}

function outcome(scene: Scene, row: ControlDecisionRow, width: number): readonly Line[] {
  const { made } = row;
  if (!made) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const who = [made.role === undefined ? '' : names.role(made.role), w.how[made.how]];
  const said = who.filter((part) => part !== '').join(', ');
  return [
    ...labelled(w.columns.answer, names.option(row.id, made.option), width, 'good'),
    ...labelled(
      w.columns.who,
      `${said} ${late(scene, made) ?? formatExerciseTime(made.at)}`,
      width,
    ),
    ...(made.reason === '' ? [] : labelled(w.reason, made.reason, width)),
    ...(made.facts ?? []).flatMap((fact, i) =>
      labelled(i === 0 ? w.facts : '', names.fact(fact), width),
    ),
    ...(made.assumptions === undefined ? [] : labelled(w.assumptions, made.assumptions, width)),
    ...(made.dissent === undefined ? [] : labelled(w.dissent, made.dissent, width, 'warn')),
  ];
}

function options(scene: Scene, row: ControlDecisionRow, width: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return row.options.flatMap((option, i) => {
    const notes = [
      ...(option.goto === undefined ? [] : [w.leads(names.phase(option.goto))]),
      ...(option.id === row.default ? [w.fallback] : []),
    ];
    const end = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
    return labelled(
      i === 0 ? w.options : '',
      `${i + 1}. ${told(scene, option.title)}${end}`,
      width,
    );
  });
}
