/**
 * What a typed command does: a list is printed, or an act is sent and its answer told.
 * Knows: commands and acts. Does not know: how a line was read or where lines go.
 */
import type { RoleInput } from '../engine/exercise/entry.ts';
import {
  attached,
  firstNumber,
  firstWord,
  readClaim,
  type Command,
  type Numbering,
  type Verb,
} from './command.ts';
import {
  clockLines,
  contacts,
  decisionLines,
  decisions,
  itemLine,
  itemLines,
  items,
  nameOf,
  namesOf,
  taskLine,
  tasks,
  text,
  viewOf,
  type Desk,
} from './desk.ts';
import { lobbyLines } from './follow.ts';
import { lineWords } from './linewords.ts';
import { plainText } from './sanitise.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';

type Print = (line: string) => void;
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

function list(desk: Desk, print: Print, lines: readonly string[]): void {
  for (const line of lines.length > 0 ? lines : [lineWords(desk.lang).nothing]) print(line);
}

function help(desk: Desk, _: string, print: Print): void {
  const { help: rows } = lineWords(desk.lang);
  for (const [words, meaning] of rows) print(`  ${words.padEnd(28)}${meaning}`);
}

type Answer = Awaited<ReturnType<Desk['client']['take']>>;
function tell(desk: Desk, print: Print, answer: Answer, done = lineWords(desk.lang).done): void {
  const w = lineWords(desk.lang);
  print(answer.type === 'refused' ? w.refused(plainText(answer.reason[desk.lang])) : done);
}

async function send(desk: Desk, print: Print, input: RoleInput, done?: string): Promise<void> {
  tell(desk, print, await desk.client.act(input), done);
}

/** Finds what the leading number stands for and goes on with its id and the words after it. */
async function about(
  desk: Desk,
  kind: keyof Desk['numbers'],
  rest: string,
  print: Print,
  go: (id: string, rest: string) => Promise<void> | void,
): Promise<void> {
  const w = lineWords(desk.lang);
  const { number, rest: after } = firstNumber(rest);
  const id = number === undefined ? undefined : desk.numbers[kind].at(number);
  if (number === undefined) print(w.needsNumber);
  else if (id === undefined) print(w.noSuch(String(number)));
  else await go(id, after);
}

async function needed(
  desk: Desk,
  words: string,
  print: Print,
  go: () => Promise<void>,
): Promise<void> {
  if (words.trim() === '') print(lineWords(desk.lang).needsText);
  else await go();
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

/** The ids of the facts whose numbers were written; undefined, and said, if one is not there. */
function factIds(desk: Desk, numbers: readonly number[], print: Print): string[] | undefined {
  const ids: string[] = [];
  for (const number of numbers) {
    const id = desk.numbers.facts.at(number);
    if (id === undefined) {
      print(lineWords(desk.lang).noSuch(`+${number}`));
      return undefined;
    }
    ids.push(id);
  }
  return ids;
}

async function reply(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  await about(desk, 'items', rest, print, async (id, after) => {
    const row = viewOf(desk.client).items?.[id];
    const { facts: numbers, rest: body } = attached(after);
    const facts = factIds(desk, numbers, print);
    if (!row || !facts) return;
    const to = row.from.role === undefined ? [] : [row.from.role];
    const input = { type: 'message.send', to, body, facts, replyTo: id } as const;
    await needed(desk, body, print, () =>
      send(desk, print, input, w.sent(text(desk, row.from.name))),
    );
  });
}

/** A role by its number among the contacts, its id, or the beginning of its name. */
function roleOf(desk: Desk, word: string): string | undefined {
  const rows = contacts(desk);
  if (/^\d+$/.test(word)) return desk.numbers.roles.at(Number(word));
  const wanted = word.toLowerCase();
  const exact = rows.find((row) => row.id.toLowerCase() === wanted);
  if (exact) return exact.id;
  const named = rows.filter((row) => text(desk, row.name).toLowerCase().startsWith(wanted));
  return named.length === 1 ? named[0]?.id : undefined;
}

function rolesOf(desk: Desk, word: string, print: Print): readonly string[] | undefined {
  const roles: string[] = [];
  for (const part of word.split(',').filter((p) => p !== '')) {
    const role = roleOf(desk, part.trim());
    if (role === undefined) {
      print(lineWords(desk.lang).noRole(part));
      return undefined;
    }
    roles.push(role);
  }
  return roles;
}

async function write(desk: Desk, rest: string, print: Print, asks: boolean): Promise<void> {
  const { word, rest: after } = firstWord(rest);
  const to = rolesOf(desk, word, print);
  const { facts: numbers, rest: body } = attached(after);
  const facts = factIds(desk, numbers, print);
  if (!to || !facts) return;
  const input = { type: 'message.send', to, body, facts, ...(asks ? { asks } : {}) } as const;
  const done = lineWords(desk.lang).sent(namesOf(desk, to));
  await needed(desk, body, print, () => send(desk, print, input, done));
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
  const number = (numbers: Numbering, id: string): string => `+${numbers.of(id)}`;
  const lines = rows.map((row) => `${number(desk.numbers.facts, row.id)} ${text(desk, row.text)}`);
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
