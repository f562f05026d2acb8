/**
 * An inject made up on the spot, from a prepared text or from nothing: one form, whose first field
 * finds the text and fills in the rest, and one question that shows who gets what.
 * Knows: the bank, fields, the two ways of sending. Does not know: keys, or the host.
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { BankRow } from '../engine/exercise/rows.ts';
import { say, type Lang, type Text } from '../engine/runtime/protocol.ts';
import type { Channel } from '../engine/scenario/schema.ts';
import { asked, excerpt, plain, quoted, warning, type Asked } from './alter.ts';
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
import { CHANNELS, facts, receivers, rolesOf } from './forms.ts';
import { joined, namesOf } from './names.ts';
import { told, words, type Confirm, type Line, type Scene } from './scene.ts';

/** No row of the bank: its ids never begin with a sign. */
const SCRATCH = '-';
const CHANNEL: Channel = 'email';

export function bankRows({ view }: Scene): readonly BankRow[] {
  return Object.values(view.bank ?? {});
}

/** The exercise's other language, where it has one. */
function otherLanguage(scene: Scene): Lang | undefined {
  const { languages = [] } = scene.view.exercise?.['exercise'] ?? {};
  return languages.includes(scene.ui.lang)
    ? languages.find((lang) => lang !== scene.ui.lang)
    : undefined;
}

/** What one field for each language holds of a text; a name in every language stands in the first. */
function parts(scene: Scene, said: Text): readonly [own: string, other: string] {
  const other = otherLanguage(scene);
  const second = typeof said === 'string' || other === undefined ? '' : (said[other] ?? '');
  return [say(said, scene.ui.lang), second];
}

/** What is to be sent, whether a form or an order has said it. */
type Draft = {
  readonly bank: BankRow | undefined;
  readonly to: readonly string[];
  readonly from: string;
  readonly channel: Channel;
  readonly title: Text;
  readonly body: Text;
  readonly facts: readonly string[];
};

export function adhocForm(scene: Scene): Form {
  const w = words(scene).form.write;
  const channels = CHANNELS.map((id) => ({ id, name: words(scene).channel[id] }));
  const from = words(scene).control;
  const fields = [
    ...bankField(scene),
    picks('to', w.to, receivers(scene)),
    line('title', w.heading),
    text('body', w.body),
    { ...line('from', w.from, from), preset: from },
    { ...pick('channel', w.channel, channels, CHANNEL), preset: [CHANNEL] },
    ...secondLanguage(scene),
    ...facts(scene, w.facts),
  ];
  return { kind: 'adhoc', title: w.title, fields, at: 0 };
}

/** Title and text once more where the exercise has two languages; they may be left out. */
function secondLanguage(scene: Scene): readonly Field[] {
  const other = otherLanguage(scene);
  if (other === undefined) return [];
  const { script } = words(scene);
  const name = script.language[other];
  return [
    line('title2', script.form.titleIn(name), '', true),
    { ...text('body2', script.form.bodyIn(name)), optional: true },
  ];
}

/** The prepared texts, each with what it puts into the other fields; before them, none. */
function bankField(scene: Scene): readonly Field[] {
  const rows = bankRows(scene);
  if (rows.length === 0) return [];
  const { script, control } = words(scene);
  const empty = { title: '', body: '', title2: '', body2: '', to: [], facts: [] };
  const scratch = {
    id: SCRATCH,
    name: script.form.scratch,
    fills: { ...empty, from: control, channel: CHANNEL },
  };
  return [pick('bank', script.form.bank, [scratch, ...rows.map((row) => prepared(scene, row))])];
}

function prepared(scene: Scene, row: BankRow): Option {
  const [title, title2] = parts(scene, row.title);
  const [body, body2] = parts(scene, row.body);
  const { to, facts: carried, channel } = row;
  const fills = {
    title,
    title2,
    body,
    body2,
    to,
    facts: carried,
    channel,
    from: fromOf(scene, row),
  };
  return { id: row.id, name: title, note: aboutPrepared(scene, row), fills };
}

const fromOf = (scene: Scene, { from }: BankRow): string => told(scene, from.name);

/** Who it is from, by what, and what the planner says of it. */
export function aboutPrepared(scene: Scene, row: BankRow): string {
  const start = `${fromOf(scene, row)}, ${words(scene).channel[row.channel]}`;
  return row.notes === undefined ? start : `${start} · ${told(scene, row.notes)}`;
}

export function finishAdhoc(filled: Form, scene: Scene): Asked {
  const own = scene.ui.lang;
  const other = otherLanguage(scene);
  const both = (first: string, second: string): Text =>
    other === undefined || valueOf(filled, second) === ''
      ? valueOf(filled, first)
      : { [own]: valueOf(filled, first), [other]: valueOf(filled, second) };
  const draft = {
    bank: scene.view.bank?.[valueOf(filled, 'bank')],
    to: rolesOf(scene, chosenOf(filled, 'to')),
    from: valueOf(filled, 'from'),
    channel: valueOf(filled, 'channel') as Channel,
    title: both('title', 'title2'),
    body: both('body', 'body2'),
    facts: chosenOf(filled, 'facts'),
  };
  return asked(filled, adhoc(scene, draft));
}

/** A prepared text as it stands, to those it is meant for or to others. */
export function sendPrepared(scene: Scene, bank: BankRow, to = bank.to): Confirm | string {
  const { channel, title, body, facts: carried } = bank;
  const from = fromOf(scene, bank);
  return adhoc(scene, { bank, to, from, channel, title, body, facts: carried });
}

/** The question before it is sent, or what it lacks. */
function adhoc(scene: Scene, draft: Draft): Confirm | string {
  const w = words(scene).script;
  const from = simulatedSender(scene, draft);
  const to = draft.to.filter((role) => role !== from);
  if (to.length === 0) return w.form.noReceiver;
  return {
    title: w.confirm.adhoc,
    effects: effectsOf(scene, { ...draft, to }, from),
    input: from === undefined ? written({ ...draft, to }) : sent({ ...draft, to }, from),
  };
}

/** Channels by which one writes to somebody who can write back. */
const LETTERS: readonly Channel[] = ['email', 'sms', 'portal', 'letter'];

/**
 * A prepared text of a simulated role goes out as that role's own message where it is written to
 * somebody: then answers come to the SimCell's inbox and the role goes on in one thread. A call, an
 * alarm or the news is nothing one answers by post: it is an inject with the role's name on it, and
 * so it is when the facilitator has put another name there.
 */
function simulatedSender(scene: Scene, { bank, from, channel }: Draft): string | undefined {
  const role = bank?.from.role;
  if (!bank || role === undefined || !scene.view.roles?.[role]?.simulated) return undefined;
  return LETTERS.includes(channel) && from === fromOf(scene, bank) ? role : undefined;
}

const fromBank = ({ bank }: Draft): { readonly prepared?: string } =>
  bank ? { prepared: bank.id } : {};

function written(draft: Draft): ControlInput {
  const { to, from, channel, title, body, facts: carried } = draft;
  return {
    ...{ type: 'inject.write', to, from, channel, title, body },
    ...(carried.length > 0 ? { facts: carried } : {}),
    ...fromBank(draft),
  };
}

/** A message has one text, as any that a person writes: both languages, one below the other. */
function sent(draft: Draft, from: string): ControlInput {
  const { to, title, body, facts: carried } = draft;
  return {
    ...{ type: 'simcell.send', from, to },
    ...{ title: inOne(title, ' / '), body: inOne(body, '\n\n— — —\n\n') },
    ...(carried.length > 0 ? { facts: carried } : {}),
    ...fromBank(draft),
  };
}

function inOne(said: Text, between: string): string {
  if (typeof said === 'string') return said;
  return [said.da, said.en].filter((part) => part !== undefined && part !== '').join(between);
}

function effectsOf(scene: Scene, draft: Draft, simulated: string | undefined): readonly Line[] {
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const { to, title, body, from, channel, facts: carried } = draft;
  return [
    plain(w.effects.sends(quoted(scene, told(scene, title)), to.length, names.roles(to))),
    plain(
      simulated === undefined
        ? w.effects.asInject(from, words(scene).channel[channel])
        : w.effects.asRole(names.role(simulated)),
    ),
    ...excerpt(scene, told(scene, body)),
    ...(carried.length > 0 ? [plain(w.effects.carries(joined(carried.map(names.fact))))] : []),
    ...oneLanguage(scene, draft),
  ];
}

function oneLanguage(scene: Scene, { title, body }: Draft): readonly Line[] {
  const w = words(scene).script;
  const other = otherLanguage(scene);
  const lacks = (said: Text): boolean =>
    typeof said === 'string' || other === undefined || (said[other] ?? '') === '';
  const whole = other === undefined || (!lacks(title) && !lacks(body));
  return whole ? [] : [warning(w.effects.oneLanguage(w.language[other]))];
}
