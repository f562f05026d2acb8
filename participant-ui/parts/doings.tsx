/** Knows: what one can do with a message: acknowledge it, answer it or all in it, pass it on. */
import { useState } from 'preact/hooks';
import { LIMITS, type Lang } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { everybody } from '../address.ts';
import { useDesk, useOpenedForm } from '../desk.ts';
import type { Draft, Drafts } from '../drafts.ts';
import type { Words } from '../text.ts';
import { itemTitle, senderName } from '../view.ts';
import { Act } from './act.tsx';
import { Compose } from './compose.tsx';
import { Remarks } from './remark.tsx';
import { useMoment } from './time.tsx';

const DOINGS = ['reply', 'all', 'same', 'forward'] as const;
type Doing = (typeof DOINGS)[number];

export function ItemDoings({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, drafts } = useDesk();
  const form = (doing: Doing): string => `${doing}:${item.id}`;
  const begun = DOINGS.find(
    (doing) =>
      drafts.draft(form(doing)).body !== '' ||
      ['sending', 'refused'].includes(drafts.trial(form(doing)).type),
  );
  const [doing, setDoing] = useState<Doing | undefined>(begun);
  const around = useOpenedForm(doing);
  const all = everybody(view, item);
  const title = itemTitle(item, lang);
  const answered = words.replyTitle(title).slice(0, LIMITS.title);
  const outside = item.from.role === undefined ? senderName(view, item, lang) : '';
  const start = (next: Doing): void => {
    const begin = (draft: Partial<Draft>): void => drafts.begin(form(next), draft);
    if (next === 'reply') beginReply(drafts, item, words, lang);
    if (next === 'all') begin({ to: all, title: answered, outside });
    if (next === 'same') begin({ to: all, outside: item.outside ?? '' });
    if (next === 'forward') {
      const facts = item.facts.filter((fact) => view.facts[fact]);
      begin({ title: words.forwardTitle(title).slice(0, LIMITS.title), facts });
    }
    setDoing(next);
  };
  const opener = (next: Doing, label: string) => (
    <button
      type="button"
      class="button quiet"
      aria-expanded={doing === next}
      onClick={() => start(next)}
    >
      {label}
    </button>
  );
  return (
    <footer class="doings" ref={around}>
      <Standing item={item} />
      <div class="acts">
        {!item.sent && item.acknowledged === undefined && (
          <Act
            form={`acknowledge:${item.id}`}
            input={{ type: 'item.acknowledge', item: item.id }}
            label={words.acknowledge}
          />
        )}
        {!item.sent && opener('reply', words.reply)}
        {!item.sent && all.length + (outside === '' ? 0 : 1) > 1 && opener('all', words.replyAll)}
        {item.sent && opener('same', words.writeSame)}
        {opener('forward', words.forward)}
      </div>
      {doing && (
        <Compose
          key={doing}
          form={form(doing)}
          {...(doing === 'reply' || doing === 'all' ? { answers: item } : {})}
          close={() => setDoing(undefined)}
        />
      )}
      <Remarks about={{ [item.kind]: item.id }} outside={!item.sent} />
    </footer>
  );
}

/** The name of the answer's form, wherever it stands. */
export function replyForm(item: ItemRow): string {
  return `reply:${item.id}`;
}

export function beginReply(drafts: Drafts, item: ItemRow, words: Words, lang: Lang): void {
  const { role } = item.from;
  drafts.begin(replyForm(item), {
    to: role === undefined ? [] : [role],
    title: words.replyTitle(itemTitle(item, lang)).slice(0, LIMITS.title),
  });
}

function Standing({ item }: { readonly item: ItemRow }) {
  const { words } = useDesk();
  const at = useMoment();
  return (
    <>
      {item.asks && item.answered === undefined && !item.sent && (
        <p class="mark">{words.asksAnswer}</p>
      )}
      {item.acknowledged !== undefined && (
        <p class="mark">{words.acknowledgedAt(at(item.acknowledged))}</p>
      )}
      {item.answered !== undefined && <p class="mark">{words.answeredAt(at(item.answered))}</p>}
    </>
  );
}
