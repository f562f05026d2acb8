/** Knows: one message or inject, opened and read. Does not know: what one can do with it. */
import { useEffect, useRef } from 'preact/hooks';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { shapeOf, type Shape } from '../thread.ts';
import { isUnread, items, line, senderName, itemTitle } from '../view.ts';
import { Stamp } from './channel/head.tsx';
import { Shaped } from './channel/shape.tsx';
import { ItemDoings } from './doings.tsx';
import { When } from './time.tsx';

/** Forms that show what was written before and after. */
const THREADED: readonly Shape[] = ['email', 'sms', 'talk'];

export function Item({ item }: { readonly item: ItemRow }) {
  useOpened(item);
  return (
    <article class="item" data-item={item.id}>
      <Stamp item={item} />
      <Shaped item={item} />
      <Links item={item} />
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

/** What the item is about and what it answers, to go to. */
function Links({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, places } = useDesk();
  const { task: taskId = '', decision: decisionId = '' } = item.about ?? {};
  const task = view.tasks[taskId];
  const decision = view.decisions[decisionId];
  const answered = view.items[item.replyTo ?? ''];
  if (!task && !decision && !answered) return null;
  return (
    <dl class="facts-of">
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
    </dl>
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

/** What has been answered to it, by us or to us; where the form shows that itself, not again. */
function Answers({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  if (THREADED.includes(shapeOf(view.items, item))) return null;
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
