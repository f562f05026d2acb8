/** Knows: one message or inject, opened and read. Does not know: what one can do with it. */
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { isUnread, items, line, receiverNames, senderName, itemTitle } from '../view.ts';
import { Attachments } from './attachments.tsx';
import { Icon } from './icon.tsx';
import { ItemDoings } from './doings.tsx';
import { Prose } from './prose.tsx';
import { When } from './time.tsx';
import { Tlp } from './tlp.tsx';

export function Item({ item }: { readonly item: ItemRow }) {
  const { lang } = useDesk();
  useOpened(item);
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {itemTitle(item, lang)}
      </h2>
      <Envelope item={item} />
      <Prose source={say(item.body, lang)} />
      <Attachments files={item.files} />
      <Carried item={item} />
      <Answers item={item} />
      <ItemDoings item={item} />
    </article>
  );
}

/** Tells the host once that the item is read; if that was in a pause, when it is over. */
function useOpened(item: ItemRow): void {
  const { session, exercise } = useDesk();
  const asked = useRef<string | undefined>(undefined);
  const unread = isUnread(item);
  useEffect(() => {
    if (!unread || exercise.status !== 'running' || asked.current === item.id) return;
    asked.current = item.id;
    void session.act({ type: 'item.open', item: item.id });
  }, [session, item.id, unread, exercise.status]);
}

function Envelope({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  return (
    <dl class="facts-of">
      <dt>{words.from}</dt>
      <dd>{senderName(view, item, lang)}</dd>
      <dt>{words.to}</dt>
      <dd>
        <ReceivedBy item={item} />
      </dd>
      <dt>{words.channel}</dt>
      <dd class="channel">
        <Icon name={item.channel} />
        {words.channels[item.channel]}
      </dd>
      <dt>{words.time}</dt>
      <dd>
        <When at={item.at} />
      </dd>
      <dt>{words.marking}</dt>
      <dd>
        <Tlp marking={item.marking} />
      </dd>
      <Links item={item} />
    </dl>
  );
}

/** So many are named at once; more are counted, and named when asked for. */
const NAMED = 3;

function ReceivedBy({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, me } = useDesk();
  const names = receiverNames(view, item, lang, words).join('; ');
  const all = item.to.length;
  if (all <= NAMED) return <>{names}</>;
  return (
    <details class="many">
      <summary>{item.to.includes(me.id) ? words.toYouAnd(all - 1) : words.toMany(all)}</summary>
      {names}
    </details>
  );
}

/** What the item is about and what it answers, to go to. */
function Links({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, places } = useDesk();
  const { task: taskId = '', decision: decisionId = '' } = item.about ?? {};
  const task = view.tasks[taskId];
  const decision = view.decisions[decisionId];
  const answered = view.items[item.replyTo ?? ''];
  return (
    <>
      {(task ?? decision) && <dt>{words.about}</dt>}
      {task && (
        <dd>
          <button
            type="button"
            class="link"
            onClick={() => places.go({ section: 'tasks', id: task.id })}
          >
            {line(task.title, lang)}
          </button>
        </dd>
      )}
      {decision && (
        <dd>
          <button
            type="button"
            class="link"
            onClick={() => places.go({ section: 'decisions', id: decision.id })}
          >
            {line(decision.question, lang)}
          </button>
        </dd>
      )}
      {answered && (
        <>
          <dt>{words.inReplyTo}</dt>
          <dd>
            <ItemLink item={answered} />
          </dd>
        </>
      )}
    </>
  );
}

function ItemLink({ item }: { readonly item: ItemRow }) {
  const { lang, places } = useDesk();
  return (
    <button type="button" class="link" onClick={() => places.go({ section: 'inbox', id: item.id })}>
      {itemTitle(item, lang)}
    </button>
  );
}

function Carried({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  const known = item.facts.flatMap((id) => view.facts[id] ?? []);
  if (known.length === 0) return null;
  return (
    <section class="carried">
      <h3>{words.carries}</h3>
      <ul>
        {known.map((fact) => (
          <li key={fact.id}>{line(fact.text, lang)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What has been answered to it, by us or to us. */
function Answers({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  const answers = [...items(view, 'received'), ...items(view, 'sent')].filter(
    (one) => one.replyTo === item.id,
  );
  if (answers.length === 0) return null;
  return (
    <section class="answers">
      <h3>{words.replies}</h3>
      <ul>
        {answers.map((one) => (
          <li key={one.id}>
            <ItemLink item={one} />{' '}
            <span class="dim">
              {senderName(view, one, lang)} · <When at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
