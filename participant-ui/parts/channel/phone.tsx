/** Knows: a call that one has answered or listened to: who, when, and what was said. */
import { useState } from 'preact/hooks';
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { isMissed } from '../../call.ts';
import { useDesk } from '../../desk.ts';
import { Attachments } from '../attachments.tsx';
import { Icon } from '../icon.tsx';
import { useMoment } from '../time.tsx';
import { Receivers, Sender, Title } from './head.tsx';
import { Transcript } from './spoken.tsx';

export function Phone({ item }: { readonly item: ItemRow }) {
  const { words, lang, session, exercise } = useDesk();
  // As it was when one came to it: opening it is what ends that.
  const [missed] = useState(() => isMissed(item, exercise, session.now()));
  return (
    <div class="look phone">
      <div class="caller">
        <span class="round">
          <Icon name="phone" />
        </span>
        <div>
          <p class="who-calls">
            <Sender item={item} />
          </p>
          <div class="dim">
            {words.to}: <Receivers item={item} />
          </div>
          <p class={missed ? 'missed' : 'dim'}>
            <Course item={item} missed={missed} />
          </p>
        </div>
      </div>
      <Title item={item} />
      {missed && <p class="hint">{words.look.missedText}</p>}
      <section class="said">
        <h3>{missed ? words.look.voicemail : words.look.spoken}</h3>
        <Transcript source={say(item.body, lang)} />
      </section>
      <Attachments of={item} />
    </div>
  );
}

/** When it rang and when it was opened, which is all that the row tells. */
function Course({ item, missed }: { readonly item: ItemRow; readonly missed: boolean }) {
  const { words } = useDesk();
  const at = useMoment();
  const { opened } = item;
  return (
    <>
      {missed && `${words.look.missed} · `}
      {words.look.rang(at(item.at))}
      {opened !== undefined && ` · ${words.look.taken(at(opened))}`}
    </>
  );
}
