/**
 * Knows: a conversation with one other end, in bubbles: text messages, and what one writes with a
 * single role. What is not opened yet is led to, not shown in passing.
 */
import { useState } from 'preact/hooks';
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { initials } from '../../reading.ts';
import { conversation } from '../../thread.ts';
import { isUnread, itemTitle, line, receiverNames, senderName } from '../../view.ts';
import { plainLine } from '../../plain.ts';
import { Attachments } from '../attachments.tsx';
import { Prose } from '../prose.tsx';
import { When } from '../time.tsx';
import { Tlp } from '../tlp.tsx';
import { Title } from './head.tsx';

/** So many before the open one are shown at once. */
const BEFORE = 4;

export function Talk({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  const [all, showAll] = useState(false);
  const talk = conversation(view.items, item);
  const from = all ? 0 : Math.max(0, talk.findIndex(({ id }) => id === item.id) - BEFORE);
  const other = item.sent
    ? item.outside === undefined
      ? receiverNames(view, item, lang, words).join('; ')
      : plainLine(item.outside)
    : senderName(view, item, lang);
  return (
    <div class="look talk">
      <div class="other-end">
        <span class="round" aria-hidden="true">
          {initials(other)}
        </span>
        <strong>{other}</strong>
      </div>
      <Title item={item} />
      {from > 0 && (
        <button type="button" class="button quiet small" onClick={() => showAll(true)}>
          {words.look.earlier(from)}
        </button>
      )}
      <ol class="bubbles" aria-label={words.look.talkWith(other)}>
        {talk.slice(from).map((one) => (
          <li key={one.id} class={one.sent ? 'ours' : 'theirs'} data-item={one.id}>
            <Bubble item={one} open={one.id === item.id} />
          </li>
        ))}
      </ol>
      <Attachments of={item} />
    </div>
  );
}

function Bubble({ item, open }: { readonly item: ItemRow; readonly open: boolean }) {
  const { words, lang, places } = useDesk();
  const body = say(item.body, lang);
  const title = line(item.title, lang);
  const closed = isUnread(item) && !open;
  return (
    <div class={open ? 'bubble open' : 'bubble'}>
      {open && <span class="hidden">{words.look.thisOne}. </span>}
      {closed ? (
        <p>
          <span class="mark hot">{words.unread}</span>{' '}
          <button
            type="button"
            class="link"
            onClick={() => places.go({ section: 'inbox', id: item.id })}
          >
            {itemTitle(item, lang)}
          </button>
        </p>
      ) : (
        <>
          {!open && title !== '' && <p class="bubble-title">{title}</p>}
          <Prose source={body} />
        </>
      )}
      <p class="bubble-foot">
        {item.sent ? `${words.look.us} · ` : ''}
        <When at={item.at} />
        <Tlp marking={item.marking} />
      </p>
    </div>
  );
}
