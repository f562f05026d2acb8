/** Knows: an e-mail, and a letter: their heads, and for the mail what came before and after it. */
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { storyDate } from '../../deadline.ts';
import { useDesk, useTold } from '../../desk.ts';
import { thread } from '../../thread.ts';
import { isUnread, itemTitle } from '../../view.ts';
import { Attachments } from '../attachments.tsx';
import { Prose } from '../prose.tsx';
import { When } from '../time.tsx';
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
  const { words, lang, places } = useDesk();
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
        {head}{' '}
        <button
          type="button"
          class="link"
          onClick={() => places.go({ section: 'inbox', id: mail.id })}
        >
          {itemTitle(mail, lang)}
        </button>{' '}
        <span class="mark hot">{words.unread}</span>
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
        <button
          type="button"
          class="link"
          onClick={() => places.go({ section: 'inbox', id: mail.id })}
        >
          {itemTitle(mail, lang)}
        </button>
      </p>
      <Prose source={say(mail.body, lang)} />
    </details>
  );
}

export function Letter({ item }: { readonly item: ItemRow }) {
  const { words, lang, exercise } = useDesk();
  const date = useTold(() => storyDate(exercise.story, item.at, words));
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
          {date}
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
