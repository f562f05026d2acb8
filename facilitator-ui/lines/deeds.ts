/**
 * What a typed command does: a list is printed, or an act is sent and its answer told.
 * Knows: commands and acts. Does not know: how a line was read or where lines go.
 */
import {
  attached,
  readClaim,
  readOurselves,
  readUnsure,
  type Command,
  type Verb,
} from './command.ts';
import { firstNumber, firstWord } from '../typed.ts';
import { about, list, needed, send, tell, type Print } from './deed.ts';
import {
  clockLines,
  contacts,
  decisionLines,
  decisions,
  itemLine,
  itemLines,
  items,
  nameOf,
  questionLines,
  questions,
  taskLine,
  tasks,
  text,
  viewOf,
  type Desk,
} from './desk.ts';
import { lobbyLines } from './follow.ts';
import { lineWords } from './words.ts';
import { factIds, reply, roleOf, write } from './mail.ts';
import { plainText } from '../sanitise.ts';
import { formatExerciseTime, UNSURE } from '../../engine/runtime/protocol.ts';

type Deed = (desk: Desk, rest: string, print: Print) => Promise<void> | void;

export async function carryOut(desk: Desk, command: Command, print: Print): Promise<void> {
  const seated = desk.client.state().audience === 'role';
  const anywhere: readonly Verb[] = ['help', 'take', 'quit'];
  if (!seated && !anywhere.includes(command.verb)) {
    print(lineWords(desk.lang).notSeated);
    return;
  }
  await DEEDS[command.verb](desk, command.rest, print);
}

const DEEDS: Readonly<Record<Verb, Deed>> = {
  help,
  take,
  leave: async (desk, _, print) => tell(desk, print, await desk.client.leave()),
  inbox: (desk, _, print) =>
    list(
      desk,
      print,
      items(desk).map((row) => itemLine(desk, row)),
    ),
  open,
  acknowledge: (desk, rest, print) =>
    about(desk, 'items', rest, print, (item) =>
      send(desk, print, { type: 'item.acknowledge', item }),
    ),
  reply,
  write: (desk, rest, print) => write(desk, rest, print, false),
  ask: (desk, rest, print) => write(desk, rest, print, true),
  tasks: (desk, _, print) =>
    list(
      desk,
      print,
      tasks(desk).map((row) => taskLine(desk, row)),
    ),
  claim,
  release: (desk, rest, print) =>
    about(desk, 'tasks', rest, print, (task) => send(desk, print, { type: 'task.release', task })),
  finish: (desk, rest, print) =>
    about(desk, 'tasks', rest, print, (task, note) =>
      needed(desk, note, print, () => send(desk, print, { type: 'task.finish', task, note })),
    ),
  handover,
  accept: (desk, rest, print) =>
    offered(desk, rest, print, (task, from) =>
      send(desk, print, { type: 'handover.accept', task, from }),
    ),
  decline: (desk, rest, print) =>
    offered(desk, rest, print, (task, from, reason) =>
      needed(desk, reason, print, () =>
        send(desk, print, { type: 'handover.decline', task, from, reason }),
      ),
    ),
  decisions: (desk, _, print) =>
    list(
      desk,
      print,
      decisions(desk).flatMap((row) => decisionLines(desk, row)),
    ),
  decide,
  aware,
  questions: (desk, _, print) =>
    list(
      desk,
      print,
      questions(desk).flatMap((row) => questionLines(desk, row)),
    ),
  answer,
  facts,
  contacts: (desk, _, print) => {
    const w = lineWords(desk.lang);
    const lines = contacts(desk).map((row) => {
      const who = row.simulated ? ` (${w.simulated})` : '';
      const place = text(desk, row.organisationName);
      return `${desk.numbers.roles.of(row.id)}. ${text(desk, row.name)}, ${place}${who}`;
    });
    list(desk, print, lines);
  },
  clock: (desk, _, print) => list(desk, print, clockLines(desk)),
  hotwash,
  quit: () => undefined,
};

function help(desk: Desk, _: string, print: Print): void {
  const { help: rows } = lineWords(desk.lang);
  for (const [words, meaning] of rows) print(`  ${words.padEnd(28)}${meaning}`);
}

async function take(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  const state = desk.client.state();
  if (state.audience !== undefined) {
    print(w.alreadySeated);
    return;
  }
  const { number, rest: name } = firstNumber(rest);
  const role = number === undefined ? undefined : state.lobby?.roles[number - 1];
  if (!role) {
    for (const line of lobbyLines(desk, undefined, state)) print(line);
    return;
  }
  const answer = await desk.client.take(role.id, name === '' ? undefined : name);
  tell(desk, print, answer);
}

async function open(desk: Desk, rest: string, print: Print): Promise<void> {
  items(desk);
  await about(desk, 'items', rest, print, async (id) => {
    const row = viewOf(desk.client).items?.[id];
    if (!row) return;
    for (const line of itemLines(desk, row)) print(line);
    if (row.sent || row.opened !== undefined) return;
    const answer = await desk.client.act({ type: 'item.open', item: id });
    if (answer.type === 'refused') tell(desk, print, answer);
  });
}

async function claim(desk: Desk, rest: string, print: Print): Promise<void> {
  await about(desk, 'tasks', rest, print, async (task, after) => {
    const as = readClaim(firstWord(after).word);
    if (as) await send(desk, print, { type: 'task.claim', task, as });
    else print(lineWords(desk.lang).needsClaim);
  });
}

async function handover(desk: Desk, rest: string, print: Print): Promise<void> {
  await about(desk, 'tasks', rest, print, async (task, after) => {
    const { word, rest: note } = firstWord(after);
    const to = roleOf(desk, word);
    if (to === undefined) print(lineWords(desk.lang).noRole(word));
    else {
      const input = { type: 'handover.offer', task, to, ...(note === '' ? {} : { note }) } as const;
      await send(desk, print, input);
    }
  });
}

async function offered(
  desk: Desk,
  rest: string,
  print: Print,
  go: (task: string, from: string, rest: string) => Promise<void>,
): Promise<void> {
  await about(desk, 'tasks', rest, print, async (task, after) => {
    const view = viewOf(desk.client);
    const offer = view.tasks?.[task]?.offers.find(({ to }) => to === view.me?.['me']?.id);
    if (offer) await go(task, offer.from, after);
    else print(lineWords(desk.lang).noOffer);
  });
}

async function decide(desk: Desk, rest: string, print: Print): Promise<void> {
  await about(desk, 'decisions', rest, print, async (decision, after) => {
    const { number, rest: words } = firstNumber(after);
    const option = viewOf(desk.client).decisions?.[decision]?.options[(number ?? 0) - 1]?.id;
    if (number === undefined || option === undefined) {
      print(lineWords(desk.lang).noSuch(String(number ?? '')));
      return;
    }
    const { facts: numbers, rest: reason } = attached(words);
    const facts = factIds(desk, numbers, print);
    if (!facts) return;
    const input = { type: 'decision.record', decision, option, reason, facts } as const;
    await needed(desk, reason, print, () => send(desk, print, input));
  });
}

/** A number of an option or a role's name, whichever the question asks for; or that one does not know. */
async function answer(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  questions(desk);
  await about(desk, 'questions', rest, print, async (question, after) => {
    const { word } = firstWord(after);
    const given = word === '' ? undefined : answerOf(desk, question, word);
    if (word === '') print(w.needsAnswer);
    else if (given === undefined) print(w.noAnswer(word));
    else await send(desk, print, { type: 'question.answer', question, answer: given });
  });
}

function answerOf(desk: Desk, question: string, word: string): string | undefined {
  const view = viewOf(desk.client);
  const row = view.questions?.[question];
  if (readUnsure(word)) return UNSURE;
  if (row?.kind === 'poll') {
    return readOurselves(word) ? view.me?.['me']?.id : roleOf(desk, word);
  }
  return row?.options[Number(word) - 1]?.id;
}

async function aware(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  const view = viewOf(desk.client);
  const matters = view.exercise?.['exercise']?.matters ?? [];
  const { number, rest: reason } = firstNumber(rest);
  if (number === undefined) {
    const declared = Object.values(view.awareness ?? {});
    const lines = matters.map((matter, i) => {
      const row = declared.find(({ matter: id }) => id === matter.id);
      const who = row ? ` – ${w.aware(nameOf(desk, row.role), formatExerciseTime(row.at))}` : '';
      return `  ${i + 1}. ${text(desk, matter.title)}${who}`;
    });
    list(desk, print, lines.length > 0 ? [w.matters, ...lines, w.awareHint] : []);
    return;
  }
  const matter = matters[number - 1]?.id;
  if (matter === undefined) print(w.noSuch(String(number)));
  else {
    const input = { type: 'awareness.declare', matter, reason } as const;
    await needed(desk, reason, print, () => send(desk, print, input));
  }
}

function facts(desk: Desk, _: string, print: Print): void {
  const rows = Object.values(viewOf(desk.client).facts ?? {}).sort((a, b) => a.since - b.since);
  const lines = rows.map((row) => `+${desk.numbers.facts.of(row.id)} ${text(desk, row.text)}`);
  list(desk, print, lines.length > 0 ? [...lines, lineWords(desk.lang).attachHint] : []);
}

async function hotwash(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  const view = viewOf(desk.client);
  const exercise = view.exercise?.['exercise'];
  if (exercise?.status !== 'hotwash') {
    print(w.noHotwash);
    return;
  }
  const { number, rest: answer } = firstNumber(rest);
  if (number === undefined) {
    const lines = exercise.hotWash.flatMap(({ id, question }, i) => {
      const given = view.hotwash?.[id]?.text;
      const own = given === undefined ? [] : [`     ✓ ${plainText(given)}`];
      return [`  ${i + 1}. ${text(desk, question)}`, ...own];
    });
    list(desk, print, [...lines, w.hotwashHint]);
    return;
  }
  const question = exercise.hotWash[number - 1]?.id;
  if (question === undefined) print(w.noSuch(String(number)));
  else {
    const input = { type: 'hotwash.answer', question, text: answer } as const;
    await needed(desk, answer, print, () => send(desk, print, input));
  }
}
