/**
 * What calls for this role now, the most urgent first, each with what one can do about it.
 * Knows: what waits for an answer and what has a time. Does not know: commands, or where lines go.
 */
import { formatExerciseTime, type Ms } from '../../engine/runtime/protocol.ts';
import { length } from '../panels/words.ts';
import { list, type Deed } from './deed.ts';
import {
  decisions,
  exerciseOf,
  items,
  meOf,
  nameOf,
  questions,
  tasks,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import { clockLine, holdersOf, itemLine, offerLine, questionOf } from './row.ts';
import { offersTo } from './work.ts';

/** What waits has no `due`: it comes after what is overdue and before what has time left. */
type Call = { readonly due?: Ms; readonly since: Ms; readonly line: string };

export const now: Deed = (desk, _, tell) => {
  const lines = calls(desk).map(({ line, due }) => `${rest(desk, due)}${line}`);
  const w = words(desk);
  if (lines.length === 0) tell.line(w.calm);
  else list(desk, tell, lines);
};

export function calls(desk: Desk): readonly Call[] {
  const status = exerciseOf(desk)?.status;
  if (status !== 'running' && status !== 'paused') return [];
  const at = desk.client.now();
  const rank = ({ due }: Call): Ms => due ?? at;
  return [
    ...questionCalls(desk),
    ...itemCalls(desk),
    ...taskCalls(desk),
    ...decisionCalls(desk),
    ...clockCalls(desk),
  ].sort((a, b) => rank(a) - rank(b) || a.since - b.since);
}

/** "12m over · ", "om 12m · ", or nothing where there is no time to keep. */
function rest(desk: Desk, due: Ms | undefined): string {
  if (due === undefined) return '';
  const w = words(desk);
  const left = due - desk.client.now();
  return `${left < 0 ? w.over(length(-left)) : w.inTime(length(left))} · `;
}

function questionCalls(desk: Desk): readonly Call[] {
  const w = words(desk);
  return questions(desk)
    .filter(({ answer }) => answer === undefined)
    .map((row) => {
      const number = desk.numbers.questions.of(row.id);
      const hint = row.kind === 'poll' ? w.pollHint(number) : w.probeHint(number);
      return { since: row.askedAt, line: `${w.questionNew}: ${questionOf(desk, row)} – ${hint}` };
    });
}

/** Unread, and read where the sender still waits for an answer. */
function itemCalls(desk: Desk): readonly Call[] {
  const w = words(desk);
  return items(desk)
    .filter((row) => !row.sent)
    .filter((row) => row.opened === undefined || (row.asks && row.answered === undefined))
    .map((row) => {
      const number = desk.numbers.items.of(row.id);
      const hint = row.opened === undefined ? w.newItem(number) : w.replyHint(number);
      return { since: row.at, line: `${itemLine(desk, row)} – ${hint}` };
    });
}

/** Offered to us; ours to do; nobody's. What others have is theirs. */
function taskCalls(desk: Desk): readonly Call[] {
  const w = words(desk);
  const me = meOf(desk)?.id;
  const open = tasks(desk).filter(({ status }) => status === 'open');
  const offers = open.flatMap((row) =>
    offersTo(desk, row).map((offer) => ({ since: offer.at, line: offerLine(desk, row, offer) })),
  );
  const ours = open.filter(
    ({ holders }) => holders.length === 0 || holders.some(({ role }) => role === me),
  );
  return [
    ...offers,
    ...ours.map((row) => {
      const number = desk.numbers.tasks.of(row.id);
      const hint = row.holders.length === 0 ? w.claimHint(number) : w.finishHint(number);
      const line = `${w.task} [${number}] ${text(desk, row.title)} (${holdersOf(desk, row)}) – ${hint}`;
      return { due: row.due, since: row.startedAt, line };
    }),
  ];
}

function decisionCalls(desk: Desk): readonly Call[] {
  const w = words(desk);
  return decisions(desk)
    .filter(({ made }) => !made)
    .map((row) => {
      const number = desk.numbers.decisions.of(row.id);
      const by = row.raisedBy === undefined ? '' : ` (${w.raisedBy(nameOf(desk, row.raisedBy))})`;
      const line = `${w.decision} [${number}] ${text(desk, row.question)}${by} – ${w.decideHint(number)}`;
      return { due: row.due, since: row.openedAt, line };
    });
}

function clockCalls(desk: Desk): readonly Call[] {
  return Object.values(viewOf(desk.client).clocks ?? {})
    .filter(({ status }) => status === 'running')
    .map((row) => ({
      ...(row.due === undefined ? {} : { due: row.due }),
      since: row.startedAt,
      line: `${clockLine(desk, row)} (${formatExerciseTime(row.startedAt)})`,
    }));
}
