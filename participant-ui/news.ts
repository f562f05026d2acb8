/**
 * What has happened between two views, in words for the live region: those who cannot see the page
 * change hear of it once, politely. Knows: views. Does not know: the DOM.
 */
import type { Lang } from '../engine/runtime/protocol.ts';
import type { ItemRow, RoleView } from '../engine/exercise/rows.ts';
import { answeredQuestions, asked } from './question.ts';
import type { Words } from './text.ts';
import { line, senderName, itemTitle } from './view.ts';

/** Messages at a time that are named one by one. */
const MOST = 3;

export function news(
  before: RoleView,
  after: RoleView,
  words: Words,
  lang: Lang,
): readonly string[] {
  return [
    ...statusNews(before, after, words),
    ...itemNews(before, after, words, lang),
    ...fresh(before.tasks, after.tasks).map((task) => words.newTask(line(task.title, lang))),
    ...offerNews(before, after, words, lang),
    ...fresh(before.decisions, after.decisions).map((decision) =>
      words.newDecision(line(decision.question, lang)),
    ),
    ...questionNews(before, after, words, lang),
    ...fresh(before.clocks, after.clocks).map((clock) => words.newClock(line(clock.title, lang))),
  ];
}

function statusNews(before: RoleView, after: RoleView, words: Words): readonly string[] {
  const was = before.exercise['exercise']?.status;
  const is = after.exercise['exercise']?.status;
  return is !== undefined && was !== undefined && was !== is ? [words.statusNotice[is]] : [];
}

function itemNews(before: RoleView, after: RoleView, words: Words, lang: Lang): readonly string[] {
  const arrived: readonly ItemRow[] = fresh(before.items, after.items).filter((i) => !i.sent);
  if (arrived.length > MOST) return [words.newItems(arrived.length)];
  return arrived.map((item) =>
    words.newItem(
      words.channels[item.channel],
      senderName(after, item, lang),
      itemTitle(item, lang),
    ),
  );
}

function offerNews(before: RoleView, after: RoleView, words: Words, lang: Lang): readonly string[] {
  const me = after.me['me']?.id;
  const open = (view: RoleView): readonly string[] =>
    Object.values(view.tasks).flatMap((task) =>
      task.offers.filter(({ to }) => to === me).map(({ from }) => `${task.id} ${from}`),
    );
  const known = new Set(open(before));
  return Object.values(after.tasks)
    .filter((task) =>
      task.offers.some(({ from, to }) => to === me && !known.has(`${task.id} ${from}`)),
    )
    .map((task) => words.newOffer(line(task.title, lang)));
}

function questionNews(
  before: RoleView,
  after: RoleView,
  words: Words,
  lang: Lang,
): readonly string[] {
  const answered = (view: RoleView): number => answeredQuestions(view).length;
  return [
    ...(answered(after) > answered(before) ? [words.answerTaken] : []),
    ...fresh(before.questions, after.questions)
      .filter(({ answer }) => answer === undefined)
      .map((question) => words.newQuestion(asked(question, words, lang))),
  ];
}

function fresh<Row>(
  before: { readonly [id: string]: Row },
  after: { readonly [id: string]: Row },
): readonly Row[] {
  return Object.keys(after)
    .filter((id) => before[id] === undefined)
    .flatMap((id) => after[id] ?? []);
}
