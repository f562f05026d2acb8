/**
 * What has happened between two views, in words for the live region: those who cannot see the page
 * change hear of it once, politely. Knows: views. Does not know: the DOM.
 */
import type { Lang } from '../engine/runtime/protocol.ts';
import type { ExerciseRow, ItemRow, RoleView, TaskRow } from '../engine/exercise/rows.ts';
import { answeredQuestions, asked } from './question.ts';
import { isReal } from './hold.ts';
import type { Words } from './text.ts';
import { plainLine } from './plain.ts';
import { line, roleName, senderName, itemTitle } from './view.ts';

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
    ...fresh(before.tasks, after.tasks)
      // What one is asked to take is told as that.
      .filter(({ offers }) => !offers.some(({ to }) => to === after.me['me']?.id))
      .map((task) => words.newTask(line(task.title, lang))),
    ...offerNews(before, after, words, lang),
    ...fresh(before.decisions, after.decisions).map((decision) =>
      words.newDecision(line(decision.question, lang)),
    ),
    ...decisionNews(before, after, words, lang),
    ...publicNews(before, after, words, lang),
    ...controlNews(before, after, words),
    ...questionNews(before, after, words, lang),
    ...fresh(before.clocks, after.clocks).map((clock) => words.newClock(line(clock.title, lang))),
  ];
}

/** Where control may have said why. */
const WHY: readonly ExerciseRow['status'][] = ['paused', 'ended'];

function statusNews(before: RoleView, after: RoleView, words: Words): readonly string[] {
  const was = before.exercise['exercise'];
  const now = after.exercise['exercise'];
  if (!now || !was || (was.status === now.status && was.hold === now.hold)) return [];
  // Its own alert says it, and at once.
  if (isReal(now)) return [];
  const { status: is, reason, hold } = now;
  const why = reason !== undefined && WHY.includes(is);
  const said = is === 'paused' && hold ? words.held[hold] : words.statusNotice[is];
  return [said + (why ? ` ${words.reason}: ${plainLine(reason)}` : '')];
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

type Offer = TaskRow['offers'][number];

/** What is offered to us or asked of us, and what became of what we offered and asked. */
function offerNews(before: RoleView, after: RoleView, words: Words, lang: Lang): readonly string[] {
  const me = after.me['me']?.id;
  return Object.values(after.tasks).flatMap((task) => {
    const was = before.tasks[task.id]?.offers ?? [];
    const title = line(task.title, lang);
    const came = task.offers
      .filter((offer) => offer.to === me && !was.some(sameAs(offer)))
      .map(({ assigned }) => (assigned ? words.newAssignment(title) : words.newOffer(title)));
    const gone = was.filter((offer) => offer.from === me && !task.offers.some(sameAs(offer)));
    const answered = (task.done ? [] : gone).flatMap(({ to, as }) => {
      const taken = task.holders.some((holder) => holder.role === to && holder.as === as);
      return taken ? [words.offerTaken(roleName(after, to, lang), title)] : [];
    });
    const said = (task.declined ?? []).slice(before.tasks[task.id]?.declined?.length ?? 0);
    const declined = said
      .filter(({ from }) => from === me)
      .map(({ to, reason }) => {
        const no = words.offerDeclined(roleName(after, to, lang), title);
        return `${no}. ${words.becauseOf(plainLine(reason))}`;
      });
    return [...new Set(came), ...answered, ...declined];
  });
}

function sameAs(offer: Offer): (other: Offer) => boolean {
  return ({ from, to }) => from === offer.from && to === offer.to;
}

/** What others say of a decision, and that one was taken. */
function decisionNews(
  before: RoleView,
  after: RoleView,
  words: Words,
  lang: Lang,
): readonly string[] {
  const me = after.me['me']?.id;
  return Object.values(after.decisions).flatMap((decision) => {
    const was = before.decisions[decision.id];
    if (!was) return [];
    const question = line(decision.question, lang);
    const said = (decision.discussion ?? []).slice(was.discussion?.length ?? 0);
    const made = decision.made !== undefined && !was.made && decision.made.role !== me;
    return [
      ...said
        .filter(({ role }) => role !== me)
        .map(({ role }) => words.newDiscussion(roleName(after, role, lang), question)),
      ...(made ? [words.newMade(question)] : []),
    ];
  });
}

/** What others have put before everybody. */
function publicNews(
  before: RoleView,
  after: RoleView,
  words: Words,
  lang: Lang,
): readonly string[] {
  const me = after.me['me']?.id;
  const said = fresh(before.statements, after.statements).filter(({ role }) => role !== me);
  const drawn = fresh(before.picture, after.picture).filter(({ role }) => role !== me);
  return [
    ...said.map(({ role, title }) =>
      words.newStatement(roleName(after, role, lang), plainLine(title)),
    ),
    ...drawn.map(({ role, section }) =>
      words.newPicture(words.pictureSections[section], roleName(after, role, lang)),
    ),
  ];
}

function controlNews(before: RoleView, after: RoleView, words: Words): readonly string[] {
  return Object.values(after.asks).flatMap(({ id, answer }) =>
    answer && before.asks[id] && before.asks[id].answer?.at !== answer.at
      ? [words.newControlAnswer(plainLine(answer.text))]
      : [],
  );
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
