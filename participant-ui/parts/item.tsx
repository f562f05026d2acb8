/** Knows: one message or inject, opened and read. Does not know: what one can do with it. */
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { useOpen } from '../looked.ts';
import { shapeOf, type Shape } from '../thread.ts';
import { isUnread, items, line, senderName } from '../view.ts';
import { Carried, ItemLink } from './carried.tsx';
import { Stamp } from './channel/head.tsx';
import { Shaped } from './channel/shape.tsx';
import { ItemDoings } from './doings.tsx';
import { When } from './time.tsx';

/** Forms that show what was written before and after. */
const THREADED: readonly Shape[] = ['email', 'sms', 'talk'];

export function Item({ item }: { readonly item: ItemRow }) {
  useOpen(item, isUnread(item));
  return (
    <article class="item" data-item={item.id}>
      <Stamp item={item} />
      <Shaped item={item} />
      <Links item={item} />
      <Carried facts={item.facts} certainty={item.certainty} />
      <Answers item={item} />
      <ItemDoings item={item} />
    </article>
  );
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
