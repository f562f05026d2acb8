/** Knows: what one can do with a message: acknowledge it, answer it, pass it on. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk, useOpenedForm } from '../desk.ts';
import { itemTitle } from '../view.ts';
import { Act } from './act.tsx';
import { Compose } from './compose.tsx';
import { useMoment } from './time.tsx';

type Doing = 'reply' | 'forward';

export function ItemDoings({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, drafts } = useDesk();
  const at = useMoment();
  const form = (doing: Doing): string => `${doing}:${item.id}`;
  const begun = (['reply', 'forward'] as const).find(
    (doing) =>
      drafts.draft(form(doing)).body !== '' ||
      ['sending', 'refused'].includes(drafts.trial(form(doing)).type),
  );
  const [doing, setDoing] = useState<Doing | undefined>(begun);
  const around = useOpenedForm(doing);
  const title = itemTitle(item, lang);
  const start = (next: Doing): void => {
    const role = next === 'reply' ? item.from.role : undefined;
    drafts.begin(form(next), {
      to: role === undefined ? [] : [role],
      title: (next === 'reply' ? words.replyTitle(title) : words.forwardTitle(title)).slice(
        0,
        LIMITS.title,
      ),
      facts: next === 'forward' ? item.facts.filter((fact) => view.facts[fact]) : [],
    });
    setDoing(next);
  };
  return (
    <footer class="doings" ref={around}>
      {item.asks && item.answered === undefined && !item.sent && (
        <p class="mark">{words.asksAnswer}</p>
      )}
      {item.acknowledged !== undefined && (
        <p class="mark">{words.acknowledgedAt(at(item.acknowledged))}</p>
      )}
      {item.answered !== undefined && <p class="mark">{words.answeredAt(at(item.answered))}</p>}
      <div class="acts">
        {!item.sent && item.acknowledged === undefined && (
          <Act
            form={`acknowledge:${item.id}`}
            input={{ type: 'item.acknowledge', item: item.id }}
            label={words.acknowledge}
          />
        )}
        {!item.sent && (
          <Opener label={words.reply} open={doing === 'reply'} start={() => start('reply')} />
        )}
        <Opener label={words.forward} open={doing === 'forward'} start={() => start('forward')} />
      </div>
      {doing && (
        <Compose
          key={doing}
          form={form(doing)}
          {...(doing === 'reply' ? { answers: item } : {})}
          close={() => setDoing(undefined)}
        />
      )}
    </footer>
  );
}

function Opener(props: {
  readonly label: string;
  readonly open: boolean;
  readonly start: () => void;
}) {
  return (
    <button type="button" class="button quiet" aria-expanded={props.open} onClick={props.start}>
      {props.label}
    </button>
  );
}
