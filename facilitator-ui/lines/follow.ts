/**
 * What a participant is told without asking: a line for each thing that is new.
 * Knows: which changes matter to a role. Does not know: where the lines go.
 */
import type {
  DecisionRow,
  ItemRow,
  QuestionRow,
  RoleView,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import type { ClientState } from '../../engine/runtime/client.ts';
import {
  clockLine,
  clockLines,
  decisionLines,
  decisions,
  holdersOf,
  itemLine,
  items,
  nameOf,
  outcome,
  questionLines,
  questions,
  taskLine,
  tasks,
  text,
  viewOf,
  type Desk,
} from './desk.ts';
import { lineWords } from './words.ts';
import { plainLines, plainText } from '../sanitise.ts';
import { say } from '../../engine/runtime/protocol.ts';

type View = Partial<RoleView>;
type Print = (line: string) => void;

/** Prints where one has arrived, then whatever is new, until stopped. */
export function follow(desk: Desk, print: Print): () => void {
  let before: { readonly state: ClientState; readonly view: View } | undefined;
  const look = (): void => {
    const state = desk.client.state();
    const view = viewOf(desk.client);
    for (const line of connectionLines(desk, before?.state, state)) print(line);
    for (const line of lobbyLines(desk, before?.state, state)) print(line);
    const arrived = view.exercise !== undefined && view.me !== undefined;
    const known = before?.view.exercise !== undefined;
    if (arrived && !known) for (const line of arrivalLines(desk, view)) print(line);
    if (arrived && known && before)
      for (const line of newLines(desk, before.view, view)) print(line);
    before = { state, view: arrived ? view : {} };
  };
  look();
  return desk.client.subscribe(look);
}

function connectionLines(desk: Desk, was: ClientState | undefined, is: ClientState) {
  const w = lineWords(desk.lang).connection;
  if (was?.connection === is.connection) return [];
  switch (is.connection) {
    case 'connecting':
      return [w.connecting];
    case 'waiting':
      return [`! ${w.waiting}`];
    case 'closed':
      return [`! ${w.closed(plainText(is.lost?.reason ?? ''))}`];
    case 'open':
      return was?.connection === 'waiting' ? [w.open] : [];
    default:
      return is.connection satisfies never;
  }
}

/** The seats, each time they change, for as long as one has none. */
export function lobbyLines(desk: Desk, was: ClientState | undefined, is: ClientState) {
  if (!is.lobby || is.audience !== undefined || was?.lobby === is.lobby) return [];
  const w = lineWords(desk.lang);
  const { exercise, roles } = is.lobby;
  const warning = exercise.contentWarning;
  return [
    `${w.exercise}  ${exercise.marking}  ${text(desk, exercise.title)}`,
    ...(warning === undefined ? [] : [text(desk, warning)]),
    w.lobby,
    w.privacy,
    ...roles.map((role, i) => {
      const free = Math.max(0, role.seats - role.taken);
      const left = free === 0 ? w.full : w.free(free);
      return `  ${i + 1}. ${text(desk, role.name)}, ${text(desk, role.organisationName)} (${left})`;
    }),
  ];
}

function arrivalLines(desk: Desk, view: View): readonly string[] {
  const w = lineWords(desk.lang);
  const me = view.me?.['me'];
  const briefing = me?.briefing === undefined ? [] : plainLines(say(me.briefing, desk.lang));
  return [
    ...clockLines(desk),
    ...(me ? [w.youAre(text(desk, me.name), text(desk, me.organisationName))] : []),
    ...briefing.map((line) => `  ${line}`),
    ...headed(
      w.inbox,
      items(desk).map((row) => itemLine(desk, row)),
    ),
    ...headed(
      w.tasks,
      tasks(desk).map((row) => taskLine(desk, row)),
    ),
    ...headed(
      w.decisions,
      decisions(desk).flatMap((row) => decisionLines(desk, row)),
    ),
    ...headed(
      w.questions,
      questions(desk)
        .filter(({ answer }) => answer === undefined)
        .flatMap((row) => questionLines(desk, row)),
    ),
    w.helpHint,
  ];
}

/** Each kind has numbers of its own, so each says what it is. */
function headed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

function newLines(desk: Desk, was: View, is: View): readonly string[] {
  return [
    ...statusLines(desk, was, is),
    ...(was.items === is.items ? [] : items(desk).flatMap((row) => itemNews(desk, was, row))),
    ...(was.tasks === is.tasks ? [] : tasks(desk).flatMap((row) => taskNews(desk, was, row))),
    ...(was.decisions === is.decisions
      ? []
      : decisions(desk).flatMap((row) => decisionNews(desk, was, row))),
    ...(was.questions === is.questions
      ? []
      : questions(desk).flatMap((row) => questionNews(desk, was, row))),
    ...factNews(desk, was, is),
    ...clockNews(desk, was, is),
  ];
}

function statusLines(desk: Desk, was: View, is: View): readonly string[] {
  const now = is.exercise?.['exercise'];
  if (!now || was.exercise?.['exercise']?.status === now.status) return [];
  const why = now.reason === undefined ? '' : ` ${plainText(now.reason)}`;
  return [`* ${lineWords(desk.lang).status[now.status]}${why}`];
}

function itemNews(desk: Desk, was: View, row: ItemRow): readonly string[] {
  if (was.items?.[row.id] || row.sent) return [];
  const number = desk.numbers.items.of(row.id);
  return [`* ${itemLine(desk, row)} – ${lineWords(desk.lang).newItem(number)}`];
}

function taskNews(desk: Desk, was: View, row: TaskRow): readonly string[] {
  const old = was.tasks?.[row.id];
  const w = lineWords(desk.lang);
  if (!old) return [`* ${w.taskNew}: ${taskLine(desk, row)}`];
  if (old === row) return [];
  const me = viewOf(desk.client).me?.['me']?.id;
  const offers = row.offers.filter(
    (offer) => offer.to === me && !old.offers.some((o) => o.from === offer.from && o.to === me),
  );
  const title = `[${desk.numbers.tasks.of(row.id)}] ${text(desk, row.title)}`;
  const changed = row.done !== old.done || holdersOf(desk, row) !== holdersOf(desk, old);
  return [
    ...(changed ? [`* ${taskLine(desk, row)}`] : []),
    ...(row.overdue && !old.overdue ? [`! ${title} ${w.taskOverdue}`] : []),
    ...offers.map(
      (offer) =>
        `* ${w.offered(nameOf(desk, offer.from), text(desk, row.title))} – ${w.offerHint(desk.numbers.tasks.of(row.id))}`,
    ),
  ];
}

function decisionNews(desk: Desk, was: View, row: DecisionRow): readonly string[] {
  const old = was.decisions?.[row.id];
  const w = lineWords(desk.lang);
  if (!old) {
    return decisionLines(desk, row).map((line, i) =>
      i === 0 ? `* ${w.decisionNew}: ${line}` : line,
    );
  }
  if (!row.made || old.made) return [];
  return [
    `* [${desk.numbers.decisions.of(row.id)}] ${text(desk, row.question)} ${outcome(desk, row)}`,
  ];
}

function questionNews(desk: Desk, was: View, row: QuestionRow): readonly string[] {
  if (was.questions?.[row.id] || row.answer !== undefined) return [];
  const { questionNew } = lineWords(desk.lang);
  return questionLines(desk, row).map((line, i) => (i === 0 ? `* ${questionNew}: ${line}` : line));
}

function factNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.facts === is.facts) return [];
  return Object.values(is.facts ?? {})
    .filter((row) => !was.facts?.[row.id])
    .map((row) => {
      const number = desk.numbers.facts.of(row.id);
      return `* ${lineWords(desk.lang).know}: +${number} ${text(desk, row.text)}`;
    });
}

function clockNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.clocks === is.clocks) return [];
  return Object.values(is.clocks ?? {})
    .filter((row) => was.clocks?.[row.id]?.status !== row.status)
    .map((row) => `* ${clockLine(desk, row)}`);
}
