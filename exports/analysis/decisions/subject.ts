/**
 * What was put before the roles about each decision: what it rose from, and the messages about it.
 * Knows: subjects, answers, the plan's conditions. Does not know: who acted on it.
 */
import type { Expectation } from '../../../engine/plan/plan.ts';
import { type Condition, leaves } from '../../../engine/scenario/condition.ts';
import { type History, type Moment, addTo, by, groupBy, inOrder } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Knowledge } from '../information/knowledge.ts';
import type { DecisionRecord } from './record.ts';

export type Subjects = {
  /** Messages about the decision, and those that answer them, in order. */
  readonly messages: (decision: string) => readonly Item[];
  readonly replies: (item: string) => readonly Item[];
  /** Expectations that ask for the decision. */
  readonly expected: (decision: string) => readonly Expectation[];
};

export function readSubjects(history: History, items: Items): Subjects {
  const subjects = new Map<string, string>();
  const messages = new Map<string, Item[]>();
  for (const item of items.all) {
    // What answers a message and names no subject of its own is about the same.
    const decision = item.about
      ? item.about.decision
      : subjects.get(item.replyTo === undefined ? '' : item.replyTo);
    if (decision === undefined) continue;
    subjects.set(item.id, decision);
    addTo(messages, decision, item);
  }
  const replies = groupBy(items.all, (item) => item.replyTo);
  const expected = groupBy(history.plan.expectations, (row) => row.decision);
  return {
    messages: (decision) => messages.get(decision) ?? [],
    replies: (item) => replies.get(item) ?? [],
    expected: (decision) => expected.get(decision) ?? [],
  };
}

/** From what a decision rose, and everything by whose opening a role can have noticed it. */
export type DecisionRise = { readonly released: Moment; readonly items: readonly Item[] };
type Opened = NonNullable<DecisionRecord['opened']>;
type Sources = {
  readonly history: History;
  readonly items: Items;
  readonly knowledge: Knowledge;
  readonly subjects: Subjects;
};

export function riseOf(sources: Sources, record: DecisionRecord, opened: Opened): DecisionRise {
  const { items, subjects } = sources;
  const source = sourceOf(sources, record, opened);
  const asking = subjects.expected(record.id).flatMap((row) => items.byId.get(row.inject) ?? []);
  const about = subjects.messages(record.id);
  const all = [...(source ? [source] : []), ...asking, ...about];
  return {
    released: source && source.seq < opened.seq ? source : opened,
    items: [...new Set(all)].sort(inOrder),
  };
}

/**
 * The inject or message whose release or opening tipped the condition on which the decision opens.
 * A condition is looked at in the moment something it reads changes; so what tipped it has the
 * opening's own time, and where nothing of an item has, something else opened it.
 */
function sourceOf(sources: Sources, { row }: DecisionRecord, opened: Opened): Item | undefined {
  if (!row?.opens) return undefined;
  const tips = leaves(row.opens).flatMap((leaf) => tipped(sources, leaf, opened));
  const [last] = tips
    .filter(({ moment }) => moment.at === opened.at)
    .sort((a, b) => b.moment.seq - a.moment.seq);
  return last?.item;
}

type Tip = { readonly item: Item; readonly moment: Moment };

function tipped(
  { history, items, knowledge }: Sources,
  leaf: Condition,
  opened: Opened,
): readonly Tip[] {
  if (leaf.type === 'inject') {
    const item = items.byId.get(leaf.inject);
    if (!item) return [];
    const moments = leaf.is === 'released' ? [item] : doneTo(history, leaf.inject);
    return moments.filter(({ seq }) => seq < opened.seq).map((moment) => ({ item, moment }));
  }
  if (leaf.type !== 'fact') return [];
  return leaf.by.flatMap((role): readonly Tip[] => {
    const learned = knowledge.knowers(leaf.fact).get(role);
    const item = items.byId.get(learned?.item ?? '');
    return learned && item && learned.seq < opened.seq ? [{ item, moment: learned }] : [];
  });
}

/** Openings, acknowledgements and answers of an inject. */
function doneTo(history: History, inject: string): readonly Moment[] {
  return [
    ...by(history, 'item.opened', 'item', inject),
    ...by(history, 'item.acknowledged', 'item', inject),
    ...by(history, 'message.sent', 'replyTo', inject),
  ];
}
