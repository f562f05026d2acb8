/** The script of events: what is coming, what is out, who has opened and acknowledged it; polls and probes after the injects. */
import type { ControlInjectRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, rule, span, type Column } from '../layout.ts';
import { filesIn, namesOf } from '../names.ts';
import { expected } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';
import { questionCells, questionDetail } from './questions.ts';
import { coming, left, status } from './words.ts';

export const injectsPanel: ListPanel = { columns, cells, detail, title };

function columns(scene: Scene, width: number): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.number, width: 4, align: 'right' },
    { head: c.time, width: 8 },
    { head: c.status, width: 14 },
    { head: c.title, share: 3 },
    ...(width >= 88 ? [{ head: c.to, share: 2 }] : []),
    { head: c.opened, width: 6, align: 'right' },
    { head: c.acknowledged, width: 6, align: 'right' },
  ];
}

function cells(scene: Scene, ref: Ref, width: number): readonly Span[] {
  if (ref.kind === 'question') return questionCells(scene, ref, width);
  const inject = scene.view.injects?.[ref.id];
  if (!inject) return [];
  const w = words(scene);
  const out = inject.status === 'released';
  const time = inject.releasedAt ?? inject.due;
  const count = (who: readonly string[]): Span => ({
    text: out ? `${who.length}/${inject.to.length}` : '',
    ...(out && who.length < inject.to.length ? { tone: 'warn' } : {}),
  });
  const tone = inject.status === 'skipped' || inject.status === 'passed' ? 'dim' : 'plain';
  return [
    span(String(inject.number), tone),
    span(time === undefined ? '–' : formatExerciseTime(time, false), tone),
    status(inject.status, w.inject[inject.status]),
    span(told(scene, inject.title), tone),
    ...(width >= 88 ? [span(namesOf(scene.view, scene.ui.lang).roles(inject.to), tone)] : []),
    count(inject.opened),
    count(inject.acknowledged),
  ];
}

function title(scene: Scene): string {
  return words(scene).filters[scene.ui.filter];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  if (ref.kind === 'question') return questionDetail(scene, ref, width);
  const inject = scene.view.injects?.[ref.id];
  if (!inject) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    [span(`${inject.number} ${told(scene, inject.title)}`, 'strong')],
    ...labelled(w.columns.from, fromTo(scene, inject), width),
    ...(inject.status === 'released'
      ? readers(scene, inject, width)
      : timing(scene, inject, width)),
    ...(inject.files === undefined
      ? []
      : labelled(w.files, filesIn(inject.files, scene.ui.lang), width)),
    ...duties(scene, inject, width),
    ...(inject.notes === undefined
      ? []
      : labelled(w.notes, names.text(inject.notes), width, 'info')),
    rule(Math.min(width, 40), w.body),
    ...paragraph(names.text(inject.body), width),
  ];
}

function fromTo(scene: Scene, inject: ControlInjectRow): string {
  const names = namesOf(scene.view, scene.ui.lang);
  const channel = words(scene).channel[inject.channel];
  return `${names.text(inject.from.name)} → ${names.roles(inject.to)} (${channel})`;
}

function timing(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene);
  const when = inject.due === undefined ? '' : ` · ${coming(scene, inject.due)}`;
  return labelled(w.triggerLabel, w.trigger[inject.trigger] + when, width);
}

function readers(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    ...labelled(w.openedBy, names.roles(inject.opened), width),
    ...labelled(w.acknowledgedBy, names.roles(inject.acknowledged), width),
    ...(inject.answered.length > 0
      ? labelled(w.answeredBy, names.roles(inject.answered), width)
      : []),
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
      duty.status === 'open' || duty.status === 'overdue' ? left(scene, duty.due) : span('');
    const text = `${names.role(duty.role)}: ${w.does[duty.does]}${about.join('')}`;
    const end = rest.text === '' ? '' : ` (${rest.text})`;
    return labelled(i === 0 ? w.expected : '', `${state.text} · ${text}${end}`, width, state.tone);
  });
}
