/** Knows: which of a box's messages are listed, and in which order. */
import { useId, useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk, useStore } from '../desk.ts';
import { fold, terms } from '../fold.ts';
import { byCall } from '../urgency.ts';
import { isUnread, itemTitle, receiverNames, senderName } from '../view.ts';

export type Sieve = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly unread: boolean;
  readonly setUnread: (unread: boolean) => void;
  /** What is left of a box. What is open stays in it, though it is read by now. */
  readonly pick: (all: readonly ItemRow[], open: ItemRow | undefined) => readonly ItemRow[];
};

export function useSieve(box: 'received' | 'sent'): Sieve {
  const { view, lang, words, signals } = useDesk();
  const { inbox: order } = useStore(signals, signals.choices);
  const [query, setQuery] = useState('');
  const [unread, setUnread] = useState(false);
  const sought = terms(query);
  const fits = (item: ItemRow): boolean => {
    if (sought.length === 0) return true;
    const who = item.sent
      ? receiverNames(view, item, lang, words).join(' ')
      : senderName(view, item, lang);
    const held = fold([itemTitle(item, lang), who, say(item.body, lang)].join('\n'));
    return sought.every((term) => held.includes(term));
  };
  return {
    query,
    setQuery,
    unread,
    setUnread,
    pick: (all, open) => {
      const only = unread && box === 'received';
      const left = all.filter(
        (one) => (!only || isUnread(one) || one.id === open?.id) && fits(one),
      );
      return order === 'urgency' && box === 'received' ? left.toSorted(byCall) : left;
    },
  };
}

/** Sent mail has no urgency and is never unread. */
export function SieveControls(props: { readonly sieve: Sieve; readonly box: 'received' | 'sent' }) {
  const { words, signals } = useDesk();
  const { inbox: order } = useStore(signals, signals.choices);
  const { sieve, box } = props;
  const id = useId();
  return (
    <div class="sieve">
      <label class="hidden" for={id}>
        {words.findInBox}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={words.findInBox}
        value={sieve.query}
        onInput={({ currentTarget: { value } }) => sieve.setQuery(value)}
      />
      {box === 'received' && (
        <>
          <select
            aria-label={words.sortBy}
            value={order}
            onChange={({ currentTarget: { value } }) =>
              signals.choose({ inbox: value === 'urgency' ? value : 'newest' })
            }
          >
            <option value="newest">{words.sorts.newest}</option>
            <option value="urgency">{words.sorts.urgency}</option>
          </select>
          <label class="check">
            <input
              type="checkbox"
              checked={sieve.unread}
              onChange={({ currentTarget: { checked } }) => sieve.setUnread(checked)}
            />
            <span>{words.onlyUnread}</span>
          </label>
        </>
      )}
    </div>
  );
}
