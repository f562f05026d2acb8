/** Knows: an e-mail, and a letter: their heads, and for the mail what came before and after it. */
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { thread } from '../../thread.ts';
import { isUnread } from '../../view.ts';
import { Attachments } from '../attachments.tsx';
import { ItemLink } from '../carried.tsx';
import { Prose } from '../prose.tsx';
import { StoryDay, When } from '../time.tsx';
import { Tlp } from '../tlp.tsx';
import { Pairs, Receivers, Sender, Title, usePairs } from './head.tsx';

export function Mail({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <>
      <div class="look mail">
        <Title item={item} />
        <Pairs class="mail-head" of={usePairs(item, words.time)} />
        <Prose source={say(item.body, lang)} />
        <Attachments of={item} />
      </div>
      <Thread item={item} />
    </>
  );
}

function Thread({ item }: { readonly item: ItemRow }) {
  const { words, view } = useDesk();
  const mails = thread(view.items, item);
  if (mails.length === 0) return null;
  return (
    <section class="thread">
      <h3>{words.look.mailThread}</h3>
      <ol>
        {mails.map((mail) => (
          <li key={mail.id} data-item={mail.id}>
            <Other mail={mail} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Another mail of the thread. One that is not opened yet is opened by going there, not in passing. */
function Other({ mail }: { readonly mail: ItemRow }) {
  const { words, lang } = useDesk();
  const head = (
    <>
      <strong>
        <Sender item={mail} />
      </strong>{' '}
      <span class="dim">
        <When at={mail.at} />
      </span>{' '}
      <Tlp marking={mail.marking} />
    </>
  );
  if (isUnread(mail)) {
    return (
      <p>
        {head} <ItemLink item={mail} /> <span class="mark hot">{words.unread}</span>
      </p>
    );
  }
  return (
    <details>
      <summary>{head}</summary>
      <div class="dim">
        {words.to}: <Receivers item={mail} />
      </div>
      <p>
        <ItemLink item={mail} />
      </p>
      <Prose source={say(mail.body, lang)} />
    </details>
  );
}

export function Letter({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look letter">
      <p class="letterhead">
        <Sender item={item} />
      </p>
      <div class="address">
        <div class="addressee">
          {words.to}: <Receivers item={item} />
        </div>
        <p>
          <StoryDay at={item.at} />
          <span class="dim block">
            <When at={item.at} />
          </span>
        </p>
      </div>
      <Title item={item} />
      <Prose source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}
