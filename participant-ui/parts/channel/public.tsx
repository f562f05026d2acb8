/** Knows: what everybody can read or hear: an article, a post, a public warning. */
import { say } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { account, initials } from '../../reading.ts';
import { senderName } from '../../view.ts';
import { Attachments } from '../attachments.tsx';
import { Icon } from '../icon.tsx';
import { Prose } from '../prose.tsx';
import { StoryDay, When } from '../time.tsx';
import { Sender, Title } from './head.tsx';

export function News({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look news">
      <p class="masthead">
        <Sender item={item} />
      </p>
      <p class="dateline">
        <StoryDay at={item.at} />
      </p>
      <Title item={item} />
      <p class="dim byline">
        <Sender item={item} /> · {words.look.published} <When at={item.at} />
      </p>
      <Attachments of={item} />
      <Prose source={say(item.body, lang)} />
    </div>
  );
}

export function Post({ item }: { readonly item: ItemRow }) {
  const { words, lang, view } = useDesk();
  const { name, handle } = account(senderName(view, item, lang));
  return (
    <div class="look post">
      <div class="other-end">
        <span class="round" aria-hidden="true">
          {initials(name)}
        </span>
        <p>
          <strong class="block">{name}</strong>
          <span class="dim">
            {handle !== undefined && `${handle} · `}
            {words.look.posted} <When at={item.at} />
          </span>
        </p>
      </div>
      <Title item={item} />
      <Prose source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}

export function Broadcast({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look broadcast">
      <p class="warns">
        <Icon name="warning" />
        <span>
          {words.look.authority}{' '}
          <strong>
            <Sender item={item} />
          </strong>{' '}
          <When at={item.at} />
        </span>
      </p>
      <div class="warning-text">
        <Title item={item} />
        <Prose source={say(item.body, lang)} />
      </div>
      <Attachments of={item} />
    </div>
  );
}
