/**
 * Knows: a conversation with one other end, in bubbles: text messages, and what one writes with a
 * single role. What is not opened yet is led to, not shown in passing.
 */
import { useState } from 'preact/hooks';
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { initials } from '../../reading.ts';
import { bareTitle, conversation } from '../../thread.ts';
import { isUnread, line, receiverNames, senderName } from '../../view.ts';
import { plainLine } from '../../plain.ts';
import { Attachments } from '../attachments.tsx';
import { ItemLink } from '../carried.tsx';
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
            <Bubble item={one} open={item} />
          </li>
        ))}
      </ol>
      <Attachments of={item} />
    </div>
  );
}

/** One message; `open` is the one that the conversation was opened at. */
function Bubble({ item, open }: { readonly item: ItemRow; readonly open: ItemRow }) {
  const { words, lang } = useDesk();
  const here = item.id === open.id;
  const title = line(item.title, lang);
  const another = bareTitle(title) !== bareTitle(line(open.title, lang));
  return (
    <div class={here ? 'bubble open' : 'bubble'}>
      {here && <span class="hidden">{words.look.thisOne}. </span>}
      {isUnread(item) && !here ? (
        <Unopened item={item} />
      ) : (
        <>
          {another && title !== '' && <p class="bubble-title">{title}</p>}
          <Prose source={say(item.body, lang)} />
        </>
      )}
      <p class="bubble-foot">
        {item.sent ? `${words.look.us} · ` : ''}
        <When at={item.at} />
        {item.marking !== open.marking && <Tlp marking={item.marking} />}
      </p>
    </div>
  );
}

function Unopened({ item }: { readonly item: ItemRow }) {
  const { words } = useDesk();
  return (
    <p>
      <span class="mark hot">{words.unread}</span> <ItemLink item={item} />
    </p>
  );
}
