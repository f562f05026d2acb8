/**
 * Knows: what stands on every item whatever it is drawn as: the channel in words, that it is an
 * exercise, its marking, its title, from whom and to whom.
 */
import type { ComponentChildren } from 'preact';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { plainLine } from '../../plain.ts';
import { itemTitle, receiverNames, senderName } from '../../view.ts';
import { Icon } from '../icon.tsx';
import { When } from '../time.tsx';
import { Tlp } from '../tlp.tsx';

export function Stamp({ item }: { readonly item: ItemRow }) {
  const { words } = useDesk();
  return (
    <p class="stamp">
      <span class="channel">
        <Icon name={item.channel} />
        {words.channels[item.channel]}
      </span>
      <strong class="drill">{words.look.exercise}</strong>
      <Tlp marking={item.marking} />
    </p>
  );
}

/** The item's heading, which takes the focus when the item is opened. */
export function Title({ item }: { readonly item: ItemRow }) {
  const { lang } = useDesk();
  return (
    <h2 class="detail-title" data-heading tabIndex={-1}>
      {itemTitle(item, lang)}
    </h2>
  );
}

export function Sender({ item }: { readonly item: ItemRow }) {
  const { lang, view } = useDesk();
  return <>{senderName(view, item, lang)}</>;
}

/** So many are named at once; more are counted, and named when asked for. */
const NAMED = 3;

export function Receivers({ item }: { readonly item: ItemRow }) {
  const { words, lang, view, me } = useDesk();
  const named = item.outside === undefined || item.to.length > 0;
  const names = [
    ...(named ? receiverNames(view, item, lang, words) : []),
    ...(item.outside === undefined ? [] : [plainLine(item.outside)]),
  ];
  if (names.length <= NAMED) return <>{names.join('; ')}</>;
  return (
    <details class="many">
      <summary>
        {item.to.includes(me.id) ? words.toYouAnd(names.length - 1) : words.toMany(names.length)}
      </summary>
      {names.join('; ')}
    </details>
  );
}

export type Pair = readonly [label: string, value: ComponentChildren];

/** Labels and what stands beside them, in whatever form the channel has. */
export function Pairs(props: { readonly class?: string; readonly of: readonly Pair[] }) {
  return (
    <dl class={props.class ?? 'facts-of'}>
      {props.of.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** From, to and when, as most forms say it. */
export function usePairs(item: ItemRow, when: string): readonly Pair[] {
  const { words } = useDesk();
  return [
    [words.from, <Sender item={item} />],
    [words.to, <Receivers item={item} />],
    [when, <When at={item.at} />],
  ];
}
