/**
 * Who waits for whom: what one was asked, what one has asked others and control, what one has said
 * about the record. Knows: where each is found and answered. Does not know: the forms.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { asks, awaited, owed, type Awaited } from '../consult.ts';
import { useDesk, useOpenedForm } from '../desk.ts';
import { useOpen, useSeen } from '../looked.ts';
import { itemTitle, receiverNames, roleName, senderName } from '../view.ts';
import { ItemLink } from './carried.tsx';
import { Compose } from './compose.tsx';
import { beginReply, replyForm } from './doings.tsx';
import { useHeldFocus } from './panes.tsx';
import { Prose } from './prose.tsx';
import { AskForm } from './remark.tsx';
import { Said } from './said.tsx';
import { When } from './time.tsx';

export function Asks() {
  const { words, view } = useDesk();
  const part = useRef<HTMLDivElement>(null);
  useHeldFocus(part);
  const toAnswer = owed(view);
  const waitedFor = awaited(view);
  const last = <R extends { readonly at: number }>(rows: { readonly [id: string]: R }) =>
    Object.values(rows).sort((a, b) => b.at - a.at);
  return (
    <div class="single columns" ref={part}>
      <section>
        <h2 class="section-title" data-heading tabIndex={-1}>
          {words.sections.asks}
        </h2>
        <p class="lead">{words.requestsText}</p>
        <Group title={words.owedTitle} none={words.owedNone}>
          {toAnswer.map((item) => (
            <Owed key={item.id} item={item} />
          ))}
        </Group>
        <Group title={words.awaitedTitle} none={words.awaitedNone}>
          {waitedFor.map((one) => (
            <Waited key={one.item.id} awaited={one} />
          ))}
        </Group>
      </section>
      <section>
        <section class="panel">
          <h2 class="panel-title">{words.askControl}</h2>
          <AskForm name="ask" />
        </section>
        <Group title={words.asksTitle} none={words.asksNone}>
          {asks(view).map((row) => (
            <Said key={row.id} said={{ type: 'ask', row }} />
          ))}
        </Group>
        <Group title={words.contestsTitle} none={words.contestsNone}>
          {last(view.contests).map((row) => (
            <Said key={row.id} said={{ type: 'contest', row }} />
          ))}
        </Group>
        <Group title={words.outsideTitle} none={words.outsideNone}>
          {last(view.outside).map((row) => (
            <Said key={row.id} said={{ type: 'outside', row }} />
          ))}
        </Group>
      </section>
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ComponentChildren[];
}) {
  return (
    <section class="group">
      <h3>{props.title}</h3>
      {props.children.length === 0 ? (
        <p class="dim">{props.none}</p>
      ) : (
        <ul class="cards">{props.children}</ul>
      )}
    </section>
  );
}

/** A question to us, to be read and answered where it stands. */
function Owed({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, drafts, places } = useDesk();
  const begun = drafts.draft(replyForm(item)).body !== '';
  const [answering, answer] = useState(begun);
  const around = useOpenedForm(answering ? item.id : undefined);
  const { element, seen } = useSeen<HTMLLIElement>();
  useOpen(item, seen);
  const who = senderName(view, item, lang);
  return (
    <li class="panel" ref={element}>
      <p class="panel-top dim">
        <span>{who}</span>
        <When at={item.at} />
      </p>
      <h4>{itemTitle(item, lang)}</h4>
      <Prose source={say(item.body, lang)} />
      <div class="acts">
        <button
          type="button"
          class="button"
          aria-expanded={answering}
          aria-label={words.answerTo(who)}
          onClick={() => {
            if (!answering) beginReply(drafts, item, words, lang);
            answer(!answering);
          }}
        >
          {words.answerNow}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => places.go({ section: 'inbox', id: item.id })}
        >
          {words.readWhole}
        </button>
      </div>
      {answering && (
        <section ref={around}>
          <Compose form={replyForm(item)} answers={item} close={() => answer(false)} />
        </section>
      )}
    </li>
  );
}

function Waited({ awaited: { item, from } }: { readonly awaited: Awaited }) {
  const { words, lang, view } = useDesk();
  const names =
    from.length > 0
      ? from.map((role) => roleName(view, role, lang))
      : receiverNames(view, item, lang, words);
  return (
    <li class="panel">
      <p class="panel-top dim">
        <span>{words.awaitedFrom(names.join('; '))}</span>
        <When at={item.at} />
      </p>
      <p>
        <ItemLink item={item} />
      </p>
    </li>
  );
}
