/**
 * The SimCell in plain lines: its inbox, answers, calls, who plays whom.
 * Knows: the words and the inputs they ask for. Does not know: sending.
 */
import type { Sureness } from '../../engine/exercise/entry.ts';
import { inboxOf, isWaiting } from '../inbox.ts';
import { namesOf } from '../names.ts';
import { outsider, type Message } from '../rows.ts';
import { plainText } from '../sanitise.ts';
import { told, words, type Scene } from '../scene.ts';
import { answerers, players, ROBOT } from '../simcell.ts';
import { firstWord } from '../typed.ts';
import {
  act,
  messageAt,
  readTokens,
  receivers,
  role,
  same,
  tell,
  type Speaker,
  type Spoken,
  type Tokens,
} from './token.ts';

export const SIMCELL_ORDERS: readonly (readonly [readonly string[], Speaker])[] = [
  [['indbakke', 'inbox'], inbox],
  [['forberedte', 'prepared'], listBank],
  [['oplysninger', 'facts'], listFacts],
  [['samtale', 'call'], noteCall],
  [['spil', 'play'], play],
  [['intetsvar', 'settle'], settle],
];

function inbox(_: Scene, rest: string): Spoken {
  const mine = /^(?:min|mine|my)$/i.test(rest.trim());
  return { type: 'list', panel: 'messages', mail: mine ? 'mine' : 'inbox' };
}

function listBank(scene: Scene): Spoken {
  const rows = Object.values(scene.view.bank ?? {});
  if (rows.length === 0) return tell(words(scene).simcell.orders.noBank);
  const letter = scene.ui.lang === 'da' ? 'f' : 'p';
  const lines = rows.map(({ title, from, body }, i) => {
    return `${letter}${i + 1}. ${told(scene, title)} · ${told(scene, from.name)} · ${told(scene, body)}`;
  });
  return { type: 'lines', lines: lines.map(plainText) };
}

function listFacts(scene: Scene): Spoken {
  const names = namesOf(scene.view, scene.ui.lang);
  const lines = Object.values(scene.view.facts ?? {}).map(({ text, known }, i) =>
    plainText(`${i + 1}. ${told(scene, text)} · ${names.roles(known.map((one) => one.role))}`),
  );
  return lines.length === 0 ? tell(words(scene).nothing) : { type: 'lines', lines };
}

const AS = /^(?:som|as)\s+(?:"([^"]*)"|(\S+))\s*/i;

/** `[som <rolle>] [f2] [+1] tekst`: in the name of whoever the message waits for. */
export function answerMessage(scene: Scene, message: Message, rest: string): Spoken {
  const w = words(scene);
  const [all = '', quoted, bare] = AS.exec(rest) ?? [];
  const speaker = speakerFor(scene, message, quoted ?? bare);
  if (typeof speaker !== 'string') return speaker;
  // Only a simulated role says how sure it is: to the outside world's injects the plan speaks.
  const fact = scene.view.roles?.[speaker]?.simulated ? 'sure fact' : 'fact';
  const tokens = readTokens(scene, rest.slice(all.length), [fact, 'prepared']);
  if (tokens.error !== undefined) return tell(tokens.error);
  const row = scene.view.bank?.[tokens.prepared ?? ''];
  const body = tokens.text || (row ? told(scene, row.body) : '');
  if (body === '') return tell(w.orders.needsText);
  const to = message.from.role === undefined ? [] : [message.from.role];
  const title = w.form.re(told(scene, message.title));
  const common = {
    from: speaker,
    to,
    title,
    body,
    replyTo: message.id,
    ...extras(tokens, row?.facts),
  };
  return act(
    scene.view.roles?.[speaker]?.simulated
      ? { type: 'simcell.send', ...common }
      : { type: 'inject.write', ...common, channel: row?.channel ?? 'email' },
  );
}

function extras(
  { facts, certainty, prepared }: Tokens,
  more: readonly string[] = [],
): {
  readonly facts?: readonly string[];
  readonly certainty?: Sureness;
  readonly prepared?: string;
} {
  const all = [...new Set([...more, ...facts])];
  return {
    ...(all.length === 0 ? {} : { facts: all }),
    ...(certainty ? { certainty } : {}),
    ...(prepared === undefined ? {} : { prepared }),
  };
}

/** A role's id or an outsider's name; what to say where it is neither or one of several. */
function speakerFor(scene: Scene, message: Message, wanted: string | undefined): string | Spoken {
  const w = words(scene).simcell.orders;
  const outside = outsider(scene.view, message);
  const simulated = answerers(scene, message);
  const names = namesOf(scene.view, scene.ui.lang);
  if (wanted !== undefined) {
    const named = simulated.filter((id) => id === wanted || same(names.role(id), wanted));
    if (named.length === 1 && named[0] !== undefined) return named[0];
    if (outside !== undefined && same(outside, wanted)) return outside;
    return tell(w.whose(names.to(simulated, outside)));
  }
  const post = inboxOf(scene.view).of.get(message.id);
  const waits = [...(post?.waits ?? []), ...(post?.outside === undefined ? [] : [post.outside])];
  const all =
    waits.length > 0 ? waits : [...simulated, ...(outside === undefined ? [] : [outside])];
  const [first, second] = all;
  if (first === undefined) return tell(w.notSimulated);
  return second === undefined
    ? first
    : tell(w.whose(all.map((id) => (scene.view.roles?.[id] ? names.role(id) : id)).join(', ')));
}

/** `samtale <simuleret rolle> <roller> [+1] tekst`. */
function noteCall(scene: Scene, rest: string): Spoken {
  const w = words(scene).orders;
  const { word: who, rest: afterWho } = firstWord(rest);
  const { word: whom, rest: said } = firstWord(afterWho);
  const from = role(scene, who);
  const parties = receivers(scene, whom);
  if (from === undefined || who === '') return tell(w.noSuch(who));
  if (!parties || whom === '') return tell(w.noSuch(whom));
  const { facts, text, error } = readTokens(scene, said, ['fact']);
  if (error !== undefined) return tell(error);
  if (text === '') return tell(w.needsText);
  const told = facts.length === 0 ? {} : { facts };
  const others = parties.filter((id) => id !== from);
  return act({ type: 'simcell.call', from, with: others, text, ...told });
}

/** `spil <simuleret rolle> <F2|robot>`. */
function play(scene: Scene, rest: string): Spoken {
  const w = words(scene);
  const { word, rest: afterRole } = firstWord(rest);
  const { word: who } = firstWord(afterRole);
  const id = word === '' ? undefined : role(scene, word);
  if (id === undefined) return tell(w.orders.noSuch(word));
  const all = players(scene);
  const robot = ['robot', 'bot'].includes(who.toLowerCase());
  const by = all.find((one) =>
    robot ? one.id === ROBOT : one.id.toLowerCase() === who.toLowerCase(),
  );
  return by
    ? act({ type: 'simcell.play', role: id, by: by.id })
    : tell(
        w.simcell.orders.noPlayer(
          all.map((one) => (one.id === ROBOT ? one.name : one.id)).join(', '),
        ),
      );
}

function settle(scene: Scene, rest: string): Spoken {
  const w = words(scene);
  const { word, rest: why } = firstWord(rest);
  const message = messageAt(scene, word);
  if (!message) return tell(w.orders.noSuch(word));
  const post = inboxOf(scene.view).of.get(message.id);
  if (!post || !isWaiting(post)) return tell(w.notAllowedYet);
  const text = why.trim() || w.simcell.form.settle.default;
  return act({ type: 'record.note', entry: message.seq, kind: 'handled', text });
}
