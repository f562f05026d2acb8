/**
 * The script of events: planned against actual, who has read what, and all about the chosen one;
 * polls and probes after the injects. Knows: which lines come first. Does not know: how they are made.
 */
import type { ControlInjectRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, rule, span } from '../layout.ts';
import { filesIn, namesOf } from '../names.ts';
import { actualTime, offBy, offOf, plannedTime } from '../planned.ts';
import { proseLines } from '../prose.ts';
import { expected } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';
import { cellsOf, injectParts, plannedColumns, sayMarks } from './planned.ts';
import { questionDetail, questionParts } from './questions.ts';
import { deedLines, receiptLines } from './receipts.ts';
import { coming, left, length, status } from './words.ts';

export const injectsPanel: ListPanel = { columns: plannedColumns, cells, detail, title };

function cells(scene: Scene, ref: Ref, width: number): readonly Span[] {
  if (ref.kind === 'question') return cellsOf(questionParts(scene, ref, width), width);
  const inject = scene.view.injects?.[ref.id];
  return inject ? cellsOf(injectParts(scene, inject, width), width) : [];
}

/** So many receivers stand beside the sender; all of them would push the rest out of sight. */
const NAMED = 3;

function title(scene: Scene): string {
  return words(scene).filters[scene.ui.filter];
}

/** A small screen shows the first four or five lines: what asks for an act comes before what is known. */
function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  if (ref.kind === 'question') return questionDetail(scene, ref, width);
  const inject = scene.view.injects?.[ref.id];
  if (!inject) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const marks = sayMarks(scene, inject);
  return [
    [
      span(`${inject.number} ${told(scene, inject.title)}`, 'strong'),
      ...(marks === '' ? [] : [span(`  (${marks})`, 'info')]),
    ],
    ...labelled(w.columns.from, fromTo(scene, inject), width),
    ...timing(scene, inject, width),
    ...readers(scene, inject, width),
    ...duties(scene, inject, width),
    ...deedLines(scene, inject, width),
    ...(inject.files === undefined
      ? []
      : labelled(w.files, filesIn(inject.files, scene.ui.lang), width)),
    ...(inject.notes === undefined
      ? []
      : labelled(w.notes, names.text(inject.notes), width, 'info')),
    ...allReceivers(scene, inject, width),
    ...receiptLines(scene, inject, width),
    rule(Math.min(width, 40), w.body),
    ...proseLines(names.text(inject.body), width),
  ];
}

function fromTo(scene: Scene, inject: ControlInjectRow): string {
  const names = namesOf(scene.view, scene.ui.lang);
  const channel = words(scene).channel[inject.channel];
  const more = inject.to.length - NAMED;
  const to =
    more > 1
      ? `${names.roles(inject.to.slice(0, NAMED))} ${words(scene).more(more)}`
      : names.roles(inject.to);
  return `${names.text(inject.from.name)} → ${to} (${channel})`;
}

/** Where they are many, and do not stand one by one as readers. */
function allReceivers(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  if (inject.status === 'released' || inject.to.length - NAMED <= 1) return [];
  const names = namesOf(scene.view, scene.ui.lang).roles(inject.to);
  return labelled(words(scene).script.receivers, names, width);
}

/** `planlagt T+02:15 · udspillet T+02:27 (+12m)`; of what is to come, what triggers it and when. */
function timing(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene);
  const planned = plannedTime(inject);
  const waits = inject.status === 'planned' || inject.status === 'held';
  const trigger = waits && inject.due !== undefined && inject.due > scene.now;
  const start =
    planned === undefined ? w.script.unplanned : w.script.plannedAt(formatExerciseTime(planned));
  const parts = [
    start,
    ...outcome(scene, inject),
    ...(waits ? [w.trigger[inject.trigger]] : []),
    ...(trigger ? [coming(scene, inject.due)] : []),
  ];
  return labelled(w.script.plan, parts.join(' · '), width);
}

/** What became of the planned time. */
function outcome(scene: Scene, inject: ControlInjectRow): readonly string[] {
  const w = words(scene).script;
  const actual = actualTime(inject);
  const off = offOf(inject, scene.now);
  const by = off === undefined || off.open ? '' : ` (${by0(off.by) ?? w.onTime})`;
  const late =
    off?.open && inject.due !== undefined ? [w.pastDue(length(scene.now - inject.due))] : [];
  if (actual === undefined) return late;
  const time = formatExerciseTime(actual);
  return [
    `${inject.releasedAt === undefined ? w.movedTo(time) : w.releasedAt(time)}${by}`,
    ...late,
  ];
}

const by0 = (by: number): string | undefined => (Math.abs(by) < 1000 ? undefined : offBy(by));

/** How many have read it, and who has not opened it; who did what when stands further down. */
function readers(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  if (inject.status !== 'released') return [];
  const w = words(scene).script;
  const { to, opened, acknowledged, answered } = inject;
  const count = w.readOf(opened.length, acknowledged.length, answered.length, to.length);
  const unopened = to.filter((role) => !opened.includes(role));
  const names = namesOf(scene.view, scene.ui.lang).roles(unopened);
  return [
    ...labelled(w.read, count, width),
    ...(unopened.length === 0 ? [] : labelled(w.unopened, names, width, 'warn')),
  ];
}

function duties(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return expected(scene.view, inject.id).flatMap((duty, i) => {
    const state = status(duty.status, w.obligation[duty.status]);
    const about = [
      ...(duty.task === undefined ? [] : [names.task(duty.task)]),
      ...(duty.decision === undefined ? [] : [names.decision(duty.decision)]),
    ].map((name) => ` – ${name}`);
    const rest =
      duty.status === 'open' || duty.status === 'overdue' ? ` (${left(scene, duty.due).text})` : '';
    const text = `${names.role(duty.role)}: ${w.does[duty.does]}${about.join('')}`;
    const end = `${w.script.by(formatExerciseTime(duty.due))}${rest}`;
    const said = `${state.text} · ${text} · ${end}`;
    return labelled(i === 0 ? w.expected : '', said, width, state.tone);
  });
}
