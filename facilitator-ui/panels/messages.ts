/**
 * What the roles write to each other, newest first, with the calls; or the SimCell's inbox: who waits
 * for an answer from whom, the oldest first. Does not know: what counts as an answer (inbox).
 */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { inboxOf, isWaiting, waitingHere, type Post } from '../inbox.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { proseLines } from '../prose.ts';
import type { Message } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { sayPlayer } from '../simcell.ts';
import type { ListPanel } from './list.ts';
import { length } from './words.ts';

export const messagesPanel: ListPanel = { columns, cells, detail, title };

function title(scene: Scene): string {
  const w = words(scene).simcell.mail;
  const { mail } = scene.ui;
  return mail === 'all' ? w.all : w[mail](waitingHere(scene, mail).length);
}

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  const w = words(scene).simcell.columns;
  if (scene.ui.mail !== 'all') {
    return [
      { head: w.state, width: 12 },
      { head: w.who, share: 2 },
      { head: w.whom, share: 2 },
      { head: w.player, width: 10 },
      { head: c.title, share: 3 },
    ];
  }
  return [
    { head: c.time, width: 8 },
    { head: c.from, share: 2 },
    { head: c.to, share: 2 },
    { head: c.title, share: 3 },
    { head: c.opened, width: 6, align: 'right' },
  ];
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  if (ref.kind === 'call') return callCells(scene, ref);
  const message = scene.view.messages?.[ref.id];
  if (!message) return [];
  const post = inboxOf(scene.view).of.get(message.id);
  if (scene.ui.mail !== 'all' && post) return postCells(scene, post);
  const unread = message.opened.length < message.to.length;
  return [
    span(formatExerciseTime(message.at, false)),
    span(`${message.simulated ? '◇ ' : ''}${told(scene, message.from.name)}`),
    span(namesOf(scene.view, scene.ui.lang).to(message.to, message.outside)),
    span(subject(scene, message)),
    span(
      message.to.length === 0 ? '' : `${message.opened.length}/${message.to.length}`,
      unread ? 'warn' : 'plain',
    ),
  ];
}

function subject(scene: Scene, message: Message): string {
  const mark = message.asks ? '? ' : '';
  return mark + (told(scene, message.title) || told(scene, message.body));
}

/** Waiting longer than this is long. */
const LONG = 15 * 60_000;

function postCells(scene: Scene, post: Post): readonly Span[] {
  const { message, waits, outside, settled } = post;
  const w = words(scene).simcell;
  const names = namesOf(scene.view, scene.ui.lang);
  const age = Math.max(0, scene.now - message.at);
  const state = isWaiting(post)
    ? span(`○ ${age < 60_000 ? '<1m' : length(age)}`, age > LONG ? 'warn' : 'plain')
    : settled
      ? span(`– ${w.state.settled}`, 'dim')
      : span(`✓ ${w.state.answered}`, 'good');
  const whom = isWaiting(post)
    ? { to: waits, outside }
    : { to: message.to, outside: message.outside };
  return [
    state,
    span(told(scene, message.from.name)),
    span(names.to(whom.to, whom.outside)),
    span(playersOf(scene, message), 'dim'),
    span(subject(scene, message)),
  ];
}

function playersOf(scene: Scene, message: Message): string {
  const all = message.to
    .filter((id) => scene.view.roles?.[id]?.simulated)
    .map((id) => sayPlayer(scene, id));
  return [...new Set(all)].filter((player) => player !== '').join(', ');
}

function callCells(scene: Scene, ref: Ref): readonly Span[] {
  const call = scene.view.calls?.[ref.id];
  if (!call) return [];
  const names = namesOf(scene.view, scene.ui.lang);
  const who = [span(`◇ ${names.role(call.from)}`), span(names.roles(call.with))];
  const text = span(`☎ ${call.text}`);
  return scene.ui.mail === 'all'
    ? [span(formatExerciseTime(call.at, false)), ...who, text, span('')]
    : [
        span(`☎ ${words(scene).simcell.state.call}`, 'dim'),
        ...who,
        span(sayPlayer(scene, call.from), 'dim'),
        span(call.text),
      ];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  if (ref.kind === 'call') return callDetail(scene, ref, width);
  const message = scene.view.messages?.[ref.id];
  if (!message) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const by = message.simulated ? ` (${w.simulated})` : '';
  const sure = (fact: string): string => {
    const certainty = message.certainty?.[fact];
    return certainty === undefined ? '' : ` (${w.simcell.certainty[certainty]})`;
  };
  const carried = message.facts.map((fact) => `${names.fact(fact)}${sure(fact)}`);
  const title = told(scene, message.title);
  const from = `${told(scene, message.from.name)}${by}`;
  return [
    ...(title === '' ? [] : [[span(title, 'strong')]]),
    ...labelled(w.columns.from, `${from} → ${names.to(message.to, message.outside)}`, width),
    ...(message.replyTo === undefined
      ? []
      : [[span(w.form.replyTo(names.item(message.replyTo)), 'dim')]]),
    ...proseLines(told(scene, message.body), width),
    ...(carried.length > 0 ? labelled(w.facts, carried.join('\n'), width, 'info') : []),
    ...postLines(scene, message, width),
    ...labelled(w.openedBy, names.roles(message.opened), width),
  ];
}

/** Who has not answered, what was answered, who plays whom. */
function postLines(scene: Scene, message: Message, width: number): readonly Line[] {
  const post = inboxOf(scene.view).of.get(message.id);
  if (!post) return [];
  const w = words(scene).simcell;
  const names = namesOf(scene.view, scene.ui.lang);
  const { waits, outside, replies, settled } = post;
  const player = (role: string): string =>
    `${names.role(role)}: ${sayPlayer(scene, role) || w.whoever}`;
  const age = length(Math.max(0, scene.now - message.at));
  const simulated = message.to.filter((id) => scene.view.roles?.[id]?.simulated);
  const said = replies.map(({ at, who, text }) => {
    const name = scene.view.roles?.[who] ? names.role(who) : who;
    return `${formatExerciseTime(at)} ${name}: ${text}`;
  });
  const settledBy = settled
    ? `${settled.text} (${settled.by}, ${formatExerciseTime(settled.at)})`
    : '';
  return [
    ...(isWaiting(post)
      ? labelled(w.waitsLabel, w.waits(names.to(waits, outside), age), width, 'warn')
      : []),
    ...said.flatMap((text) => labelled(w.repliedLabel, text, width, 'good')),
    ...(settled ? labelled(w.settledLabel, settledBy, width) : []),
    ...(simulated.length > 0 ? labelled(w.players, simulated.map(player).join('\n'), width) : []),
  ];
}

function callDetail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const call = scene.view.calls?.[ref.id];
  if (!call) return [];
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const parties = `${names.role(call.from)} → ${names.roles(call.with)}`;
  return [
    [span(`☎ ${w.simcell.call}`, 'strong')],
    ...labelled(w.columns.from, parties, width),
    ...paragraph(call.text, width),
    ...(call.facts.length > 0
      ? [
          ...labelled(w.facts, call.facts.map(names.fact).join('\n'), width, 'info'),
          [span(w.simcell.known, 'dim')],
        ]
      : []),
    ...labelled(w.by, `${call.by} ${formatExerciseTime(call.at)}`, width),
  ];
}
