/**
 * Speaking for simulated roles and outsiders: answers with prepared texts, calls, who plays whom.
 * Knows: the forms and what they become. Does not know: keys, sending, or what waits (inbox).
 */
import { unclosed, underway } from './status.ts';
import type { BOT, ControlInput, Sureness } from '../engine/exercise/entry.ts';
import type { BankRow } from '../engine/exercise/rows.ts';
import { CERTAINTIES, type Channel } from '../engine/scenario/schema.ts';
import { chosenRef } from './choice.ts';
import {
  chosenOf,
  line,
  pick,
  picks,
  text,
  valueOf,
  type Field,
  type Form,
  type Option,
} from './form.ts';
import { channels, facts, NOBODY, receivers, roles, rolesOf } from './forms.ts';
import { inboxOf, isWaiting, playerOf, type Post } from './inbox.ts';
import { namesOf } from './names.ts';
import { outsider, type Message } from './rows.ts';
import { told, words, type Ref, type Scene } from './scene.ts';

export const ROBOT: typeof BOT = 'bot';

const onMessages = ({ ui }: Scene): boolean => ui.panel === 'messages';
const simulatedHere = (scene: Scene): boolean => {
  const ref = chosenRef(scene);
  if (ref?.kind === 'role') return scene.view.roles?.[ref.id]?.simulated === true;
  return onMessages(scene) && roles(scene, true).length > 0;
};

export const SIMCELL_BINDINGS = [
  { action: 'inbox', keys: ['f'], shown: 'f', group: 'people', applies: onMessages },
  {
    action: 'settle',
    keys: ['x'],
    shown: 'x',
    group: 'people',
    applies: (s: Scene): boolean => unclosed(s) && waitingChosen(s) !== undefined,
  },
  {
    action: 'call',
    keys: ['C'],
    shown: 'C',
    group: 'people',
    applies: (s: Scene): boolean => underway(s) && simulatedHere(s),
  },
  {
    action: 'play',
    keys: ['u'],
    shown: 'u',
    group: 'people',
    applies: (s: Scene): boolean => unclosed(s) && simulatedHere(s),
  },
] as const;

function chosenMessage(scene: Scene): Message | undefined {
  const ref = chosenRef(scene);
  return ref?.kind === 'message' ? scene.view.messages?.[ref.id] : undefined;
}

function postOf(scene: Scene, message: Message | undefined): Post | undefined {
  return message && inboxOf(scene.view).of.get(message.id);
}

function waitingChosen(scene: Scene): Post | undefined {
  const post = postOf(scene, chosenMessage(scene));
  return post && isWaiting(post) ? post : undefined;
}

/** The roles that can answer a message, those that still owe it first. */
export function answerers(scene: Scene, message: Message): readonly string[] {
  const waits = postOf(scene, message)?.waits ?? [];
  const others = message.to.filter((id) => scene.view.roles?.[id]?.simulated);
  return message.simulated ? [] : [...new Set([...waits, ...others])];
}

/** Whether control speaks for somebody whom the row is to. */
export function answersFor(scene: Scene, ref: Ref | undefined): boolean {
  const message = ref?.kind === 'message' ? scene.view.messages?.[ref.id] : undefined;
  if (!message) return false;
  return answerers(scene, message).length > 0 || outsider(scene.view, message) !== undefined;
}

/** A message in the name of a simulated role; an answer to the chosen one where it is to such a role. */
export function sendForm(scene: Scene): Form | undefined {
  const w = words(scene).form;
  const simulated = roles(scene, true);
  if (simulated.length === 0) return undefined;
  const message = chosenMessage(scene);
  const asked = message && answerers(scene, message)[0];
  const role = chosenRef(scene)?.kind === 'role' ? chosenRef(scene)?.id : undefined;
  const from = asked ?? simulated.find(({ id }) => id === role)?.id ?? simulated[0]?.id ?? '';
  const answer = message && asked !== undefined ? message : undefined;
  const bank = bankOptions(scene, from);
  const fields = [
    pick('from', w.send.from, simulated, from),
    picks('to', w.send.to, receivers(scene), answer ? senderOf(answer) : []),
    line('title', w.send.heading, answer ? w.re(told(scene, answer.title)) : '', true),
    ...prepared(scene, bank),
    text('body', w.send.body),
    ...facts(scene, w.send.facts),
    ...sureness(scene),
  ];
  if (!answer) return { kind: 'send', title: w.send.title, fields, at: 0 };
  const names = namesOf(scene.view, scene.ui.lang);
  return {
    kind: 'send',
    title: words(scene).simcell.form.reply(names.role(from)),
    target: answer.id,
    hint: hintOf(scene, answer),
    fields,
    at: firstToFill(scene, fields, from),
  };
}

function senderOf({ from }: Message): readonly string[] {
  return from.role === undefined ? [] : [from.role];
}

function hintOf(scene: Scene, message: Message): string {
  const from = told(scene, message.from.name);
  return `${from}: ${told(scene, message.title)} ${told(scene, message.body)}`.trim();
}

/** Where something is prepared for the one who answers, that is chosen first; otherwise one writes. */
function firstToFill(scene: Scene, fields: readonly Field[], from: string): number {
  const own = Object.values(scene.view.bank ?? {}).some((row) => isFrom(row, from));
  const wanted = own ? 'prepared' : 'body';
  return fields.findIndex(({ id }) => id === wanted);
}

/** The simulated roles that owe an answer come before somebody outside, and that one before the rest. */
export function messageForm(scene: Scene): Form | undefined {
  const post = postOf(scene, chosenMessage(scene));
  const owed = post?.outside !== undefined && post.waits.length === 0;
  const sent = owed ? undefined : sendForm(scene);
  return sent?.target === undefined ? replyForm(scene) : sent;
}

/** What answers the chosen message in the name of somebody outside, by the channel that is chosen. */
export function replyForm(scene: Scene): Form | undefined {
  const w = words(scene).form;
  const message = chosenMessage(scene);
  const from = message && outsider(scene.view, message);
  if (!message || from === undefined) return undefined;
  const bank = bankOptions(scene, from);
  const fields = [
    picks('to', w.write.to, receivers(scene), senderOf(message)),
    line('from', w.write.from, from),
    pick('channel', w.write.channel, channels(scene), 'email'),
    line('title', w.write.heading, w.re(told(scene, message.title))),
    ...prepared(scene, bank),
    text('body', w.write.body),
    ...facts(scene, w.write.facts),
  ];
  return {
    kind: 'reply',
    target: message.id,
    title: w.answer.outside(from),
    hint: hintOf(scene, message),
    fields,
    at: firstToFill(scene, fields, from),
  };
}

function prepared(scene: Scene, bank: readonly Option[]): readonly Field[] {
  if (bank.length < 2) return [];
  return [pick('prepared', words(scene).simcell.form.prepared, bank, NOBODY)];
}

/** Whether a prepared text is for a role's, or an outsider's, mouth. */
export function isFrom(row: BankRow, who: string): boolean {
  if (row.from.role !== undefined) return row.from.role === who;
  const { name } = row.from;
  return typeof name === 'string' ? name === who : name.da === who || name.en === who;
}

/** Nothing prepared, then what is prepared for the one who answers, then the rest. */
function bankOptions(scene: Scene, who: string): readonly Option[] {
  const rows = Object.values(scene.view.bank ?? {});
  const option = (row: BankRow): Option => ({
    id: row.id,
    name: told(scene, row.title),
    note: `${told(scene, row.from.name)}: ${told(scene, row.body)}`,
  });
  return [
    { id: NOBODY, name: words(scene).simcell.form.none },
    ...rows.filter((row) => isFrom(row, who)).map(option),
    ...rows.filter((row) => !isFrom(row, who)).map(option),
  ];
}

/** A prepared text takes its place in the form; what has been written by hand stays. */
export function filledIn(before: Form, after: Form, scene: Scene): Form {
  const ordered =
    valueOf(before, 'from') === valueOf(after, 'from') ? after : reordered(after, scene);
  const was = scene.view.bank?.[valueOf(before, 'prepared')];
  const now = scene.view.bank?.[valueOf(after, 'prepared')];
  if (was === now) return ordered;
  const written = (id: string, old: string): boolean => {
    const value = valueOf(after, id);
    return value !== '' && value !== old.trim();
  };
  const byHand = written('body', was ? told(scene, was.body) : '');
  const fields = ordered.fields.map((field): Field => {
    switch (field.id) {
      case 'body':
        return byHand ? field : refilled(field, now ? told(scene, now.body) : '');
      case 'title':
        return written('title', was ? told(scene, was.title) : '')
          ? field
          : refilled(field, now ? told(scene, now.title) : '');
      case 'facts':
        // What is told goes with the text: not with one that has been written by hand.
        return byHand || !('chosen' in field) ? field : { ...field, chosen: now?.facts ?? [] };
      case 'to':
        return 'chosen' in field && field.chosen.length === 0 && now
          ? { ...field, chosen: now.to }
          : field;
      case 'channel':
        return 'chosen' in field && now
          ? pick('channel', field.label, field.options, now.channel)
          : field;
      default:
        return field;
    }
  });
  return { ...ordered, fields };
}

function refilled(field: Field, value: string): Field {
  return 'value' in field ? { ...field, value, cursor: value.length } : field;
}

/** What is prepared for the one who is now chosen comes first. */
function reordered(form: Form, scene: Scene): Form {
  const options = bankOptions(scene, valueOf(form, 'from'));
  const fields = form.fields.map((field): Field =>
    field.id === 'prepared'
      ? pick('prepared', field.label, options, valueOf(form, 'prepared'))
      : field,
  );
  return { ...form, fields };
}

/** A call outside the tool, with the one who waits where there is one. */
export function callForm(scene: Scene): Form | undefined {
  const w = words(scene).simcell.form.call;
  const simulated = roles(scene, true);
  if (simulated.length === 0) return undefined;
  const message = chosenMessage(scene);
  const ref = chosenRef(scene);
  const from = message ? answerers(scene, message)[0] : ref?.kind === 'role' ? ref.id : undefined;
  const known = simulated.some(({ id }) => id === from) ? from : simulated[0]?.id;
  const fields = [
    pick('from', w.from, simulated, known),
    picks('with', w.with, receivers(scene), message && from !== undefined ? senderOf(message) : []),
    text('text', w.text),
    ...facts(scene, w.facts),
  ];
  const at = message && from !== undefined ? 2 : 0;
  return { kind: 'call', title: w.title, hint: w.hint, fields, at };
}

/** Who can play a simulated role: those who conduct, or a bot. */
export function players(scene: Scene): readonly Option[] {
  const w = words(scene).simcell;
  const { staff } = scene.client;
  const rows = Object.values(scene.view.staff ?? {}).filter(
    ({ kind }) => kind === 'lead' || kind === 'controller',
  );
  const named = rows.map(({ id, kind, lane }) => ({
    id,
    name: id === staff ? w.me(id) : id,
    note: [
      w.staff[kind],
      ...(lane ?? []).map(namesOf(scene.view, scene.ui.lang).organisation),
    ].join(', '),
  }));
  // Where nobody has joined as staff, whoever conducts is the first.
  const alone = { id: staff ?? 'F1', name: staff ?? 'F1', note: w.staff.lead };
  return [
    ...(rows.length === 0 ? [alone] : named),
    { id: ROBOT, name: w.bot, note: w.form.play.botNote },
  ];
}

export function sayPlayer(scene: Scene, role: string): string {
  const w = words(scene).simcell;
  const player = playerOf(scene.view, role);
  return player === ROBOT ? w.bot : (player ?? '');
}

export function playForm(scene: Scene): Form | undefined {
  const w = words(scene).simcell;
  const ref = chosenRef(scene);
  const message = chosenMessage(scene);
  const wanted = message ? answerers(scene, message)[0] : ref?.id;
  const simulated = roles(scene, true).map(({ id, name }) => ({
    id,
    name,
    note: sayPlayer(scene, id) || w.whoever,
  }));
  const role = simulated.find(({ id }) => id === wanted) ?? simulated[0];
  if (!role) return undefined;
  const fields = [
    pick('role', w.form.play.role, simulated, role.id),
    pick('by', w.form.play.by, players(scene), playerOf(scene.view, role.id)),
  ];
  return { kind: 'play', title: w.form.play.title, hint: w.form.play.hint, fields, at: 1 };
}

export function settleForm(scene: Scene): Form | undefined {
  const w = words(scene).simcell.form.settle;
  const post = waitingChosen(scene);
  if (!post) return undefined;
  const fields = [line('text', w.text, w.default)];
  const { message } = post;
  return {
    kind: 'settle',
    target: message.id,
    title: w.title,
    hint: hintOf(scene, message),
    fields,
    at: 0,
  };
}

export type Sent =
  | { readonly type: 'act'; readonly input: ControlInput }
  | { readonly type: 'form'; readonly form: Form };

export function finishSimcell(
  filled: Form,
  kind: 'send' | 'reply' | 'call' | 'play' | 'settle',
  scene: Scene,
): Sent {
  const value = (id: string): string => valueOf(filled, id);
  const from = value('from');
  const others = (id: string): readonly string[] =>
    rolesOf(scene, chosenOf(filled, id)).filter((role) => role !== from);
  switch (kind) {
    case 'send': {
      const title = value('title') === '' ? {} : { title: value('title') };
      const said = { ...withExtras(filled), ...surely(filled) };
      const sent = { from, to: others('to'), ...title, body: value('body'), ...said };
      return act({ type: 'simcell.send', ...sent });
    }
    case 'reply':
      return act({
        type: 'inject.write',
        to: rolesOf(scene, chosenOf(filled, 'to')),
        from,
        channel: value('channel') as Channel,
        title: value('title'),
        body: value('body'),
        ...withExtras(filled),
      });
    case 'call': {
      const told = chosenOf(filled, 'facts');
      const facts = told.length === 0 ? {} : { facts: told };
      return act({
        type: 'simcell.call',
        from,
        with: others('with'),
        text: value('text'),
        ...facts,
      });
    }
    case 'play':
      return act({ type: 'simcell.play', role: value('role'), by: value('by') });
    case 'settle': {
      const entry = scene.view.messages?.[filled.target ?? '']?.seq;
      if (entry === undefined) {
        return { type: 'form', form: { ...filled, error: words(scene).notAllowedYet } };
      }
      return act({ type: 'record.note', entry, kind: 'handled', text: value('text') });
    }
    default:
      return kind satisfies never;
  }
}

const act = (input: ControlInput): Sent => ({ type: 'act', input });

/** Facts, the message that is answered, and what it was made from. */
function withExtras(filled: Form): {
  readonly facts?: readonly string[];
  readonly replyTo?: string;
  readonly prepared?: string;
} {
  const facts = chosenOf(filled, 'facts');
  const prepared = valueOf(filled, 'prepared');
  return {
    ...(facts.length > 0 ? { facts } : {}),
    ...(filled.target === undefined ? {} : { replyTo: filled.target }),
    ...(prepared === '' || prepared === NOBODY ? {} : { prepared }),
  };
}

/** How sure the sender says to be, of all that goes along; one by one in the command line. */
function sureness(scene: Scene): readonly Field[] {
  if (Object.keys(scene.view.facts ?? {}).length === 0) return [];
  const w = words(scene);
  const { sure, unsaid } = w.simcell.form;
  const options = [...CERTAINTIES].reverse().map((id) => ({ id, name: w.simcell.certainty[id] }));
  return [pick('sure', sure, [{ id: NOBODY, name: unsaid }, ...options], NOBODY)];
}

function surely(filled: Form): { readonly certainty?: Sureness } {
  const chosen = CERTAINTIES.find((one) => one === valueOf(filled, 'sure'));
  const told = chosenOf(filled, 'facts');
  if (chosen === undefined || told.length === 0) return {};
  return { certainty: Object.fromEntries(told.map((fact) => [fact, chosen])) };
}
