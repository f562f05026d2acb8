/** What the roles write to each other, newest first. */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { ListPanel } from './list.ts';

export const messagesPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.time, width: 8 },
    { head: c.from, share: 2 },
    { head: c.to, share: 2 },
    { head: c.title, share: 3 },
    { head: c.opened, width: 6, align: 'right' },
  ];
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  const message = scene.view.messages?.[ref.id];
  if (!message) return [];
  const unread = message.opened.length < message.to.length;
  const mark = message.asks ? '? ' : '';
  return [
    span(formatExerciseTime(message.at, false)),
    span(`${message.simulated ? '◇ ' : ''}${told(scene, message.from.name)}`),
    span(namesOf(scene.view, scene.ui.lang).to(message.to, message.outside)),
    span(mark + (told(scene, message.title) || told(scene, message.body))),
    span(
      message.to.length === 0 ? '' : `${message.opened.length}/${message.to.length}`,
      unread ? 'warn' : 'plain',
    ),
  ];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const message = scene.view.messages?.[ref.id];
  if (!message) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const by = message.simulated ? ` (${w.simulated})` : '';
  const carried = message.facts.map(names.fact);
  const title = told(scene, message.title);
  return [
    ...(title === '' ? [] : [[span(title, 'strong')]]),
    ...labelled(
      w.columns.from,
      `${told(scene, message.from.name)}${by} → ${namesOf(scene.view, scene.ui.lang).to(message.to, message.outside)}`,
      width,
    ),
    ...(message.replyTo === undefined
      ? []
      : [[span(w.form.replyTo(names.item(message.replyTo)), 'dim')]]),
    ...paragraph(told(scene, message.body), width),
    ...(carried.length > 0 ? labelled(w.facts, carried.join('\n'), width, 'info') : []),
    ...labelled(w.openedBy, names.roles(message.opened), width),
  ];
}
