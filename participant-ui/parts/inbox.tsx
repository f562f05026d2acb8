/** Knows: what has been received and sent, the newest first. Does not know: what is in it. */
import { useState } from 'preact/hooks';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { isMissed, isRinging } from '../call.ts';
import { useDesk, useTold } from '../desk.ts';
import { isUnread, items, receiverNames, senderName, itemTitle } from '../view.ts';
import { Icon } from './icon.tsx';
import { Item } from './item.tsx';
import { Panes, Row } from './panes.tsx';
import { When } from './time.tsx';

export function Inbox() {
  const { words, view, places } = useDesk();
  const { id } = places.here();
  const open = id === undefined ? undefined : view.items[id];
  const [chosen, choose] = useState<'received' | 'sent'>();
  const box = chosen ?? (open?.sent ? 'sent' : 'received');
  const shown = items(view, box);
  return (
    <Panes
      section="inbox"
      invite={words.chooseItem}
      detail={open && <Item key={open.id} item={open} />}
      list={
        <>
          <div class="switch" role="group" aria-label={words.box}>
            {(['received', 'sent'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === box}
                onClick={() => choose(one)}
              >
                {words[one]}
              </button>
            ))}
          </div>
          {shown.length === 0 && (
            <p class="empty">{box === 'sent' ? words.sentEmpty : words.inboxEmpty}</p>
          )}
          <ul class="rows">
            {shown.map((item) => (
              <ItemLine key={item.id} item={item} />
            ))}
          </ul>
        </>
      }
    />
  );
}

function ItemLine({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  const unread = isUnread(item);
  const who = item.sent
    ? receiverNames(view, item, lang, words).join('; ')
    : senderName(view, item, lang);
  return (
    <Row id={item.id} section="inbox" strong={unread}>
      <span class="row-top">
        <span class="channel">
          <Icon name={item.channel} />
          {words.channels[item.channel]}
        </span>
        <When at={item.at} />
      </span>
      <span class="row-title">{itemTitle(item, lang)}</span>
      <span class="row-by">
        {item.sent && `${words.to}: `}
        {who}
      </span>
      <ItemMarks item={item} />
    </Row>
  );
}

/** Where the item stands for this role, in words. */
function ItemMarks({ item }: { readonly item: ItemRow }) {
  const { words, exercise } = useDesk();
  const call = useTold((now) =>
    isRinging(item, exercise, now)
      ? words.look.ringing
      : isMissed(item, exercise, now)
        ? words.look.missed
        : '',
  );
  const marks: readonly (readonly [string, boolean])[] = [
    [call, call !== ''],
    [words.unread, isUnread(item) && call === ''],
    [words.asksAnswer, item.asks && item.answered === undefined],
    [words.answered, item.answered !== undefined],
    [words.acknowledged, item.acknowledged !== undefined && item.answered === undefined],
    [words.fileCount(item.files?.length ?? 0), item.files !== undefined],
  ];
  const said = marks.filter(([, holds]) => holds).map(([mark]) => mark);
  if (said.length === 0) return null;
  return (
    <span class="marks">
      {said.map((mark) => (
        <span key={mark} class={mark === words.unread || mark === call ? 'mark hot' : 'mark'}>
          {mark}
        </span>
      ))}
    </span>
  );
}
