/**
 * What a facilitator types in the line console: a word in Danish or English and what it is about.
 * Knows: words, and the input they ask for. Does not know: sending it, or where lines go.
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { ControlInjectRow, ControlQuestionRow } from '../engine/exercise/rows.ts';
import { say } from '../engine/runtime/protocol.ts';
import { askNow, begin } from './acts.ts';
import { PACING_ORDERS } from './conduct.ts';
import { confirmFree, confirmInvite, peopleIn } from './doors.ts';
import { STAFF_ORDERS } from './orders/staff.ts';
import { resume } from './hold.ts';
import { lastMoment, pastEnd } from './moment.ts';
import type { Ordered } from './ordered.ts';
import { confirmJump } from './turn.ts';
import { seekWords } from './seek.ts';
import { firstNumber, firstWord } from './typed.ts';
import {
  effectsOfDrop,
  effectsOfEnd,
  effectsOfPhase,
  effectsOfRelease,
  effectsOfSkip,
} from './effects.ts';
import { SCRIBE_ORDERS } from './orders/scribe.ts';
import { orSeveral } from './orders/several.ts';
import { answerMessage, SIMCELL_ORDERS } from './orders/simcell.ts';
import { receivers, role, same } from './orders/token.ts';
import { scriptOrders } from './msel.ts';
import { plainText } from './sanitise.ts';
import { holdSeveral, releaseSeveral, skipSeveral, unholdSeveral } from './several.ts';
import { words, type Panel, type Ref, type Scene } from './scene.ts';
import { readPace, readWhen } from './when.ts';

const act = (input: ControlInput): Ordered => ({ type: 'act', input });
const tell = (text: string): Ordered => ({ type: 'say', text });
type Reader = (scene: Scene, rest: string) => Ordered;

/** Every order by its words; no word may stand for two. */
export const ORDERS: readonly (readonly [readonly string[], Reader])[] = [
  [['hjælp', 'hjaelp', 'help', '?'], () => ({ type: 'help' })],
  [['status', 'ur', 'clock'], () => ({ type: 'status' })],
  [['farvel', 'quit', 'exit'], () => ({ type: 'quit' })],
  [['overblik', 'overview'], list('overview')],
  [['drejebog', 'msel', 'injects'], list('injects')],
  [['roller', 'roles'], list('roles')],
  [['opgaver', 'tasks'], list('tasks')],
  [['beslutninger', 'decisions'], list('decisions')],
  [['beskeder', 'messages'], list('messages')],
  [['journal', 'record'], list('record')],
  [['observationer', 'observations'], list('observations')],
  [['meldinger', 'reports'], list('reports')],
  [['vis', 'show'], show],
  [['besvar', 'svar', 'answer', 'reply'], answer],
  [['stil', 'question'], askQuestion],
  ...PACING_ORDERS,
  [['genoptag', 'resume'], (scene) => resume(scene)],
  [['tempo', 'pace'], setPace],
  [['spring', 'jump'], jump],
  [['næste', 'naeste', 'next'], (scene) => stepOf(scene, 'next')],
  [
    ['udspil', 'release'],
    orSeveral((scene, rest) => inject(scene, rest, releaseInject), releaseSeveral, true),
  ],
  [
    ['hold'],
    orSeveral(
      (s, rest) => inject(s, rest, (_, row) => act({ type: 'inject.hold', inject: row.id })),
      holdSeveral,
      true,
    ),
  ],
  [
    ['slip', 'unhold'],
    orSeveral(
      (s, rest) => inject(s, rest, (_, row) => act({ type: 'inject.unhold', inject: row.id })),
      unholdSeveral,
      true,
    ),
  ],
  [['overspring', 'skip'], orSeveral(skip, skipSeveral)],
  [['indspil', 'inject'], writeInject],
  ...scriptOrders(receivers),
  [['skriv', 'write'], writeSimulated],
  [['fase', 'phase'], choosePhase],
  [['invitationer', 'invitations'], invitations],
  [['frigiv', 'free'], freeChair],
  ...STAFF_ORDERS,
  [['slut', 'end'], endExercise],
  [['indtryk', 'hotwash'], (scene) => stepOf(scene, 'hotwash')],
  [['gennemgang', 'debrief'], () => ({ type: 'errand', input: { type: 'debrief' } })],
  [['luk', 'close'], (scene) => stepOf(scene, 'close')],
  ...SIMCELL_ORDERS,
  ...SCRIBE_ORDERS,
  ...seekWords(role),
];

export function readOrder(line: string, scene: Scene): Ordered {
  const { word, rest } = firstWord(plainText(line));
  const found = ORDERS.find(([names]) => names.includes(word.toLowerCase()));
  return found ? found[1](scene, rest) : tell(words(scene).orders.unknown(word));
}

function list(panel: Panel): Reader {
  return () => ({ type: 'list', panel });
}

function because(reason: string): { readonly reason?: string } {
  return reason.trim() === '' ? {} : { reason: reason.trim() };
}

/** What the key for the same thing begins with. */
function stepOf(scene: Scene, action: 'next' | 'hotwash' | 'close'): Ordered {
  const step = begin(action, scene);
  switch (step?.type) {
    case 'act':
    case 'confirm':
      return step;
    case 'notice':
      return tell(step.text);
    default:
      return tell(words(scene).notAllowedYet);
  }
}

function numbered(scene: Scene, rest: string, go: (n: number, rest: string) => Ordered): Ordered {
  const { number, rest: after } = firstNumber(rest);
  return number === undefined ? tell(words(scene).orders.needsText) : go(number, after);
}

function setPace(scene: Scene, rest: string): Ordered {
  const pace = readPace(rest);
  return pace === undefined
    ? tell(words(scene).form.badPace)
    : act({ type: 'exercise.pace', pace });
}

function jump(scene: Scene, rest: string): Ordered {
  const w = words(scene).form;
  const to = readWhen(rest, scene.now);
  if (to === undefined) return tell(w.badTime);
  if (to > lastMoment(scene)) return tell(pastEnd(scene));
  return to <= scene.now ? tell(w.pastTime) : { type: 'confirm', confirm: confirmJump(scene, to) };
}

function inject(
  scene: Scene,
  rest: string,
  go: (scene: Scene, row: ControlInjectRow, rest: string) => Ordered,
): Ordered {
  return numbered(scene, rest, (number, after) => {
    const row = Object.values(scene.view.injects ?? {}).find((r) => r.number === number);
    return row ? go(scene, row, after) : tell(words(scene).orders.noSuch(String(number)));
  });
}

function releaseInject(scene: Scene, row: ControlInjectRow): Ordered {
  const title = words(scene).confirm.release;
  const input = { type: 'inject.release', inject: row.id } as const;
  return { type: 'confirm', confirm: { title, effects: effectsOfRelease(scene, row), input } };
}

function show(scene: Scene, rest: string): Ordered {
  const { word } = firstWord(rest);
  const row = questionOf(scene, word);
  const ref = row ? ({ kind: 'question', id: row.id } as const) : marked(scene, word);
  if (ref) return { type: 'showRow', ref };
  return numbered(scene, rest, (number) => ({ type: 'show', number }));
}

/** `s2` or `q2`: the second poll or probe of the scenario; injects have the bare numbers. */
function questionOf(scene: Scene, word: string): ControlQuestionRow | undefined {
  const number = /^[sq](\d{1,4})$/i.exec(word)?.[1];
  return number === undefined
    ? undefined
    : Object.values(scene.view.questions ?? {})[Number(number) - 1];
}

/** `h2` or `a2`: the second question to control; `b3` or `m3`: the third message. */
function marked({ view }: Scene, word: string): Ref | undefined {
  const [, letter = '', number = ''] = /^([habm])(\d{1,5})$/i.exec(word) ?? [];
  if (letter === '') return undefined;
  const kind = 'ha'.includes(letter.toLowerCase()) ? 'ask' : 'message';
  const id = Object.keys((kind === 'ask' ? view.asks : view.messages) ?? {})[Number(number) - 1];
  return id === undefined ? undefined : { kind, id };
}

/** A question to control, or a message to somebody whom control speaks for. */
function answer(scene: Scene, rest: string): Ordered {
  const w = words(scene).orders;
  const { word, rest: text } = firstWord(rest);
  const ref = marked(scene, word);
  if (!ref) return tell(w.noSuch(word));
  if (text === '') return tell(w.needsText);
  if (ref.kind === 'ask') return act({ type: 'control.answer', ask: ref.id, text });
  const message = scene.view.messages?.[ref.id];
  return message ? answerMessage(scene, message, text) : tell(w.noSuch(word));
}

function askQuestion(scene: Scene, rest: string): Ordered {
  const { word } = firstWord(rest);
  const row = questionOf(scene, word);
  return row ? askNow(scene, row) : tell(words(scene).orders.noSuch(word));
}

function skip(scene: Scene, rest: string): Ordered {
  const { word, rest: reason } = firstWord(rest);
  const row = questionOf(scene, word);
  if (!row) return inject(scene, rest, skipInject);
  const title = words(scene).confirm.drop;
  const input = { type: 'question.skip', question: row.id, ...because(reason) } as const;
  return { type: 'confirm', confirm: { title, effects: effectsOfDrop(scene, row, reason), input } };
}

function skipInject(scene: Scene, row: ControlInjectRow, rest: string): Ordered {
  const title = words(scene).confirm.skip;
  const input = { type: 'inject.skip', inject: row.id, ...because(rest) } as const;
  return { type: 'confirm', confirm: { title, effects: effectsOfSkip(scene, row, rest), input } };
}

function endExercise(scene: Scene, rest: string): Ordered {
  const title = words(scene).confirm.end;
  const input = { type: 'exercise.end', ...because(rest) } as const;
  return { type: 'confirm', confirm: { title, effects: effectsOfEnd(scene, rest), input } };
}

function choosePhase(scene: Scene, rest: string): Ordered {
  const w = words(scene);
  const { word, rest: reason } = firstWord(rest);
  const row = Object.values(scene.view.phases ?? {}).find(
    (phase) => phase.id === word || same(say(phase.title, scene.ui.lang), word),
  );
  if (!row) return tell(w.orders.noSuch(word));
  if (reason === '') return tell(w.orders.needsText);
  const input = { type: 'phase.choose', phase: row.id, reason } as const;
  const effects = effectsOfPhase(scene, row.id, reason);
  return { type: 'confirm', confirm: { title: w.confirm.phase, effects, input } };
}

function writeInject(scene: Scene, rest: string): Ordered {
  const w = words(scene).orders;
  const { word, rest: afterTo } = firstWord(rest);
  const { word: from, rest: afterFrom } = firstWord(afterTo);
  const { word: title, rest: body } = firstWord(afterFrom);
  const to = receivers(scene, word);
  if (!to) return tell(w.noSuch(word));
  if (body === '') return tell(w.needsText);
  return act({ type: 'inject.write', to, from, channel: 'email', title, body });
}

function writeSimulated(scene: Scene, rest: string): Ordered {
  const w = words(scene).orders;
  const { word: sender, rest: afterFrom } = firstWord(rest);
  const { word, rest: body } = firstWord(afterFrom);
  const from = role(scene, sender);
  const to = receivers(scene, word);
  if (from === undefined) return tell(w.noSuch(sender));
  if (!to) return tell(w.noSuch(word));
  if (body === '') return tell(w.needsText);
  return act({ type: 'simcell.send', from, to: to.filter((id) => id !== from), body });
}

function invitations(scene: Scene, rest: string): Ordered {
  const links = /^links?$/i.test(rest.trim());
  return { type: 'confirm', confirm: confirmInvite(scene, links) };
}

/** A role, and whose chair where there are several. */
function freeChair(scene: Scene, rest: string): Ordered {
  const w = words(scene);
  const { word, rest: whose } = firstWord(rest);
  const id = role(scene, word);
  if (word === '' || id === undefined) return tell(w.orders.noSuch(word));
  const people = peopleIn(scene, id);
  const wanted = whose.trim().toLowerCase();
  const named = people.filter(({ pseudonym }) => pseudonym.toLowerCase() === wanted);
  const [seat, another] = wanted === '' ? people : named;
  if (people.length === 0) return tell(w.doors.nobody);
  if (!seat || another) return tell(w.doors.which(people.map((each) => each.pseudonym).join(', ')));
  return { type: 'confirm', confirm: confirmFree(scene, seat) };
}
