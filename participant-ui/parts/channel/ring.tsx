/**
 * Knows: the calls that ring now, wherever on the page one stands. It takes neither the focus nor
 * the reader's place; the live region has said that a call has come.
 */
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { ringing } from '../../call.ts';
import { useDesk, useTold } from '../../desk.ts';
import { itemTitle, senderName } from '../../view.ts';
import { Icon } from '../icon.tsx';

export function Ringing() {
  const { words, view, places } = useDesk();
  const ids = useTold((now) =>
    ringing(view, now)
      .map(({ id }) => id)
      .join('\n'),
  );
  const calls = ids
    .split('\n')
    .flatMap((id) => view.items[id] ?? [])
    .filter(({ id }) => places.here().id !== id);
  const [first] = calls;
  if (!first) return null;
  return (
    <section class="ring-strip" aria-label={words.look.calls}>
      <Call key={first.id} item={first} />
      {calls.length > 1 && <p class="more-calls">{words.look.moreCalls(calls.length - 1)}</p>}
    </section>
  );
}

function Call({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, places } = useDesk();
  const who = senderName(view, item, lang);
  return (
    <div class="ring-call">
      <span class="round shaking">
        <Icon name="phone" />
      </span>
      <p>
        <span class="rings">
          {words.look.ringing} · {words.look.exercise}
        </span>
        <strong class="who-calls">{who}</strong>
        <span class="about-call">{itemTitle(item, lang)}</span>
      </p>
      <button
        type="button"
        class="button answer-call"
        aria-label={words.look.pickUpCall(who)}
        onClick={() => places.go({ section: 'inbox', id: item.id })}
      >
        {words.look.pickUp}
      </button>
    </div>
  );
}
