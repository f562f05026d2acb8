/**
 * What a typed line does: its command is found and carried out, and what came to nothing is kept.
 * Knows: which deed belongs to which command. Does not know: how a line was read or where lines go.
 */
import { firstNumber, firstWord } from '../typed.ts';
import { answer, hotwash, questions } from './asked.ts';
import { contest, control, outside } from './aside.ts';
import { now } from './calls.ts';
import { communicate, decide, decisions, discuss, raise } from './choice.ts';
import { readLanguage } from './argument.ts';
import { readCommand, type Verb } from './command.ts';
import { list, report, type Deed, type Print } from './deed.ts';
import { words, type Desk } from './desk.ts';
import { lobbyLines } from './follow.ts';
import { help } from './help.ts';
import { clock, contacts, facts } from './lists.ts';
import { acknowledge, external, inbox, open, reply, write } from './mail.ts';
import { practice } from './practice.ts';
import { declare, picture, publish, statements, update } from './public.ts';
import { search } from './search.ts';
import { summary, timeline } from './story.ts';
import { accept, assign, claim, decline, finish, handover, release, tasks } from './work.ts';

/** One word can be typed again; a sentence is work. */
const WORTH_KEEPING = 12;

/** Carries out a line as it was typed. Resolves when it is answered; `quit` is the caller's. */
export async function carryOut(desk: Desk, typed: string, print: Print): Promise<void> {
  const w = words(desk);
  const command = readCommand(typed);
  let refused = false;
  const tell = {
    line: print,
    refuse: (line: string) => {
      refused = true;
      print(line);
    },
  };
  const again = command?.verb === 'again';
  if (!again) desk.underway.push(typed);
  if (!command) tell.refuse(w.unknown(firstWord(typed).word));
  else if (away(desk, command.verb)) tell.refuse(w.notSeated);
  else await DEEDS[command.verb](desk, command.rest, tell);
  if (again) return;
  desk.underway.splice(desk.underway.indexOf(typed), 1);
  if (refused && firstWord(typed).rest.length >= WORTH_KEEPING) keep(desk, typed, print);
}

function away(desk: Desk, verb: Verb): boolean {
  const anywhere: readonly Verb[] = ['help', 'take', 'language', 'quit', 'again', 'drafts'];
  return desk.client.state().audience !== 'role' && !anywhere.includes(verb);
}

function keep(desk: Desk, typed: string, print: Print): void {
  if (!desk.kept.includes(typed)) desk.kept.push(typed);
  print(words(desk).kept(desk.kept.indexOf(typed) + 1));
}

const drafts: Deed = (desk, _, tell) => {
  list(
    desk,
    tell,
    desk.kept.flatMap((line, i) => numberedLines(i + 1, line)),
  );
};

/** A draft may have several lines. */
function numberedLines(number: number, line: string): readonly string[] {
  return line.split('\n').map((part, i) => (i === 0 ? `${number}. ${part}` : `   ${part}`));
}

/** The draft of that number, or the last one, as if it were typed anew; refused once more, it is kept. */
const again: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const { number = desk.kept.length } = firstNumber(rest);
  const typed = desk.kept[number - 1];
  if (typed === undefined) {
    tell.refuse(number === 0 ? w.nothing : w.noSuch(String(number)));
    return;
  }
  desk.kept.splice(number - 1, 1);
  await carryOut(desk, typed, tell.line);
};

const take: Deed = async (desk, rest, tell) => {
  const state = desk.client.state();
  if (state.audience !== undefined) {
    tell.refuse(words(desk).alreadySeated);
    return;
  }
  const { number, rest: name } = firstNumber(rest);
  const role = number === undefined ? undefined : state.lobby?.roles[number - 1];
  if (!role) {
    for (const line of lobbyLines(desk, undefined, state)) tell.line(line);
    return;
  }
  report(desk, tell, await desk.client.take(role.id, name === '' ? undefined : name));
};

const language: Deed = (desk, rest, tell) => {
  const other = desk.lang === 'da' ? 'en' : 'da';
  const wanted = rest.trim() === '' ? other : readLanguage(rest.trim());
  if (!wanted) {
    tell.refuse(words(desk).needsLanguage);
    return;
  }
  desk.lang = wanted;
  tell.line(words(desk).language);
};

const DEEDS: Readonly<Record<Verb, Deed>> = {
  help,
  take,
  leave: async (desk, _, tell) => {
    report(desk, tell, await desk.client.leave());
  },
  practice,
  now,
  inbox,
  open,
  acknowledge,
  reply: reply(false),
  replyAll: reply(true),
  write: write(false),
  external,
  ask: write(true),
  tasks,
  claim,
  release,
  finish: finish({}),
  finishOutside: finish({ outside: true }),
  assign,
  handover,
  accept,
  decline,
  decisions,
  raise,
  discuss,
  decide: decide({}),
  decideOutside: decide({ outside: true }),
  communicate,
  aware: declare('aware'),
  classify: declare('classified'),
  statements,
  publish,
  picture,
  update,
  control,
  outside,
  contest,
  questions,
  answer,
  facts,
  contacts,
  clock,
  timeline,
  search,
  summary,
  hotwash,
  drafts,
  again,
  language,
  quit: () => undefined,
};
