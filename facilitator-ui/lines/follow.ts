/**
 * What a participant is told without asking: a line for each thing that is new.
 * Knows: which changes matter to a role. Does not know: where the lines go.
 */
import { playedHold } from '../hold.ts';
import type {
  AskRow,
  DecisionRow,
  ItemRow,
  PictureRow,
  QuestionRow,
  RoleView,
  StatementRow,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import type { ClientState } from '../../engine/runtime/client.ts';
import { say } from '../../engine/runtime/protocol.ts';
import { plainLines, plainText } from '../sanitise.ts';
import {
  decisions,
  items,
  meOf,
  nameOf,
  numberAll,
  pictures,
  questions,
  statements,
  tasks,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import { openHint, pictureLine, statementLine } from './published.ts';
import {
  clockLine,
  clockLines,
  decisionLines,
  holdersOf,
  itemLine,
  declinedLine,
  offerLine,
  outcome,
  questionLines,
  taskLine,
} from './row.ts';

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
    if (arrived) numberAll(desk);
    if (arrived && !known) for (const line of arrivalLines(desk, view)) print(line);
    if (arrived && known && before)
      for (const line of newLines(desk, before.view, view)) print(line);
    before = { state, view: arrived ? view : {} };
  };
  look();
  return desk.client.subscribe(look);
}

function connectionLines(desk: Desk, was: ClientState | undefined, is: ClientState) {
  const w = words(desk).connection;
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
  const w = words(desk);
  const { exercise, roles } = is.lobby;
  const stopped = exercise.status === 'paused' && exercise.hold === 'real';
  // What the story is about must not stand beside the words of a real incident.
  const warning = stopped ? undefined : exercise.contentWarning;
  const held = playedHold(exercise, desk.lang);
  const why = exercise.reason === undefined ? '' : ` ${plainText(exercise.reason)}`;
  return [
    `${w.exercise}  ${exercise.marking}  ${text(desk, exercise.title)}`,
    ...(held === undefined ? [] : [`${stopped ? '‼ ' : ''}${held}${why}`]),
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
  const w = words(desk);
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
    ...(view.exercise?.['exercise']?.status === 'planned' ? [w.practiceHint] : []),
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
    ...publicNews(desk, was, is),
    ...askNews(desk, was, is),
    ...declaredNews(desk, was, is),
    ...factNews(desk, was, is),
    ...clockNews(desk, was, is),
  ];
}

function statusLines(desk: Desk, was: View, is: View): readonly string[] {
  const now = is.exercise?.['exercise'];
  const old = was.exercise?.['exercise'];
  if (!now || (old?.status === now.status && old.hold === now.hold)) return [];
  const why = now.reason === undefined ? '' : ` ${plainText(now.reason)}`;
  const said = playedHold(now, desk.lang) ?? words(desk).status[now.status];
  return [`${now.hold === 'real' ? '!!!' : '*'} ${said}${why}`];
}

function itemNews(desk: Desk, was: View, row: ItemRow): readonly string[] {
  if (was.items?.[row.id] || row.sent) return [];
  const number = desk.numbers.items.of(row.id);
  return [`* ${itemLine(desk, row)} – ${words(desk).newItem(number)}`];
}

function taskNews(desk: Desk, was: View, row: TaskRow): readonly string[] {
  const old = was.tasks?.[row.id];
  const w = words(desk);
  if (!old) return [`* ${w.taskNew}: ${taskLine(desk, row)}`];
  if (old === row) return [];
  const me = meOf(desk)?.id;
  const same = (a: Offer, b: Offer): boolean => a.from === b.from && a.to === b.to;
  const offers = row.offers.filter(
    (offer) => offer.to === me && !old.offers.some((before) => same(before, offer)),
  );
  const title = `[${desk.numbers.tasks.of(row.id)}] ${text(desk, row.title)}`;
  const changed = row.done !== old.done || holdersOf(desk, row) !== holdersOf(desk, old);
  return [
    ...(changed ? [`* ${taskLine(desk, row)}`] : []),
    ...(row.overdue && !old.overdue ? [`! ${title} ${w.taskOverdue}`] : []),
    ...offers.map((offer) => `* ${offerLine(desk, row, offer)}`),
    ...declinedLines(desk, old, row).map((line) => `* ${line}`),
  ];
}

type Offer = TaskRow['offers'][number];
/** What others have since said no to, of what we offered or asked. */
function declinedLines(desk: Desk, old: TaskRow, row: TaskRow): readonly string[] {
  const me = meOf(desk)?.id;
  return (row.declined ?? [])
    .slice(old.declined?.length ?? 0)
    .filter(({ from }) => from === me)
    .map((no) => declinedLine(desk, row, no));
}

function decisionNews(desk: Desk, was: View, row: DecisionRow): readonly string[] {
  const old = was.decisions?.[row.id];
  const w = words(desk);
  if (!old) {
    return decisionLines(desk, row).map((line, i) =>
      i === 0 ? `* ${w.decisionNew}: ${line}` : line,
    );
  }
  const number = desk.numbers.decisions.of(row.id);
  const said = (row.discussion ?? [])
    .slice(old.discussion?.length ?? 0)
    .filter(({ role }) => role !== meOf(desk)?.id)
    .map((part) => `* ${w.discusses(nameOf(desk, part.role), number, plainText(part.text))}`);
  if (!row.made || old.made) return said;
  return [...said, `* [${number}] ${text(desk, row.question)} ${outcome(desk, row)}`];
}

function questionNews(desk: Desk, was: View, row: QuestionRow): readonly string[] {
  if (was.questions?.[row.id] || row.answer !== undefined) return [];
  const { questionNew } = words(desk);
  return questionLines(desk, row).map((line, i) => (i === 0 ? `* ${questionNew}: ${line}` : line));
}

/** What others say to all; one's own one has just written. */
function publicNews(desk: Desk, was: View, is: View): readonly string[] {
  const w = words(desk);
  const fresh = (row: StatementRow | PictureRow): boolean =>
    row.role !== meOf(desk)?.id && !was.statements?.[row.id] && !was.picture?.[row.id];
  const hinted = (name: string, line: string, row: StatementRow | PictureRow): string =>
    `* ${name}: ${line} – ${openHint(desk, row)}`;
  return [
    ...(was.statements === is.statements ? [] : statements(desk).filter(fresh)).map((row) =>
      hinted(w.statementNew, statementLine(desk, row), row),
    ),
    ...(was.picture === is.picture ? [] : pictures(desk).filter(fresh)).map((row) =>
      hinted(w.picture, pictureLine(desk, row), row),
    ),
  ];
}

function askNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.asks === is.asks) return [];
  const answered = (row: AskRow): boolean =>
    row.answer !== undefined && was.asks?.[row.id]?.answer?.at !== row.answer.at;
  return Object.values(is.asks ?? {})
    .filter(answered)
    .map(({ answer }) => `* ${words(desk).controlAnswers(plainText(answer?.text ?? ''))}`);
}

/** What another of our organisation has declared: it may start our deadlines. */
function declaredNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.awareness === is.awareness) return [];
  const w = words(desk);
  const matters = is.exercise?.['exercise']?.matters ?? [];
  return Object.entries(is.awareness ?? {})
    .filter(([key, row]) => !was.awareness?.[key] && row.role !== meOf(desk)?.id)
    .map(([, row]) => {
      const title = matters.find(({ id }) => id === row.matter)?.title ?? row.matter;
      const said = w.did.declared[row.as ?? 'aware'](text(desk, title));
      return `* ${nameOf(desk, row.role)} ${said}. ${plainText(row.reason)}`;
    });
}

function factNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.facts === is.facts) return [];
  return Object.values(is.facts ?? {})
    .filter((row) => !was.facts?.[row.id])
    .map((row) => {
      const number = desk.numbers.facts.of(row.id);
      return `* ${words(desk).know}: +${number} ${text(desk, row.text)}`;
    });
}

function clockNews(desk: Desk, was: View, is: View): readonly string[] {
  if (was.clocks === is.clocks) return [];
  return Object.values(is.clocks ?? {})
    .filter((row) => was.clocks?.[row.id]?.status !== row.status)
    .map((row) => `* ${clockLine(desk, row)}`);
}
