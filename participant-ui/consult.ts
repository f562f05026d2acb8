/**
 * Who waits for whose answer. Knows: a role's view. Does not know: how it is answered.
 */
import type { AskRow, DecisionRow, ItemRow, RoleView } from '../engine/exercise/rows.ts';
import { items } from './view.ts';

/** What one was asked and has not answered, the oldest first. */
export function owed(view: RoleView): readonly ItemRow[] {
  return items(view, 'received')
    .filter((item) => item.asks && item.answered === undefined)
    .reverse();
}

export type Awaited = {
  readonly item: ItemRow;
  /** Those who have not answered; none: it went to somebody outside the exercise alone. */
  readonly from: readonly string[];
};

/** What one asked others and has had no answer to, or not from all, the oldest first. */
export function awaited(view: RoleView): readonly Awaited[] {
  const answers = items(view, 'received').filter(({ replyTo }) => replyTo !== undefined);
  return items(view, 'sent')
    .filter(({ asks }) => asks)
    .map((item) => {
      const came = answers.filter(({ replyTo }) => replyTo === item.id);
      const from = item.to.filter((role) => !came.some((one) => one.from.role === role));
      const open = from.length > 0 || (item.to.length === 0 && came.length === 0);
      return { item, from, open };
    })
    .filter(({ open }) => open)
    .map(({ item, from }) => ({ item, from }))
    .reverse();
}

/** One's questions to control: those without an answer first, then the last asked. */
export function asks(view: RoleView): readonly AskRow[] {
  const waits = ({ answer }: AskRow): number => (answer ? 1 : 0);
  return Object.values(view.asks).sort((a, b) => waits(a) - waits(b) || b.at - a.at);
}

/** Those who had a part in a decision before it was taken: asked, heard, or in the discussion. */
export function consulted(view: RoleView, decision: DecisionRow): readonly string[] {
  const me = view.me['me']?.id;
  const about = Object.values(view.items).filter((item) => item.about?.decision === decision.id);
  const roles = [
    ...(decision.raisedBy === undefined ? [] : [decision.raisedBy]),
    ...(decision.discussion ?? []).map(({ role }) => role),
    ...about.flatMap(({ from, to, sent }) => (sent ? to : (from.role ?? []))),
  ];
  return [...new Set(roles)].filter((role) => role !== me && view.roles[role]);
}
