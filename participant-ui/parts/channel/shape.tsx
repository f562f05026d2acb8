/** Knows: which form an item is drawn in. */
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { shapeOf } from '../../thread.ts';
import { Alarm, Meeting, Plain, Portal, Radio, Sitrep } from './desk.tsx';
import { Letter, Mail } from './mail.tsx';
import { Phone } from './phone.tsx';
import { Broadcast, News, Post } from './public.tsx';
import { Talk } from './talk.tsx';

export function Shaped({ item }: { readonly item: ItemRow }) {
  const { view } = useDesk();
  const shape = shapeOf(view.items, item);
  switch (shape) {
    case 'phone':
      return <Phone item={item} />;
    case 'email':
      return <Mail item={item} />;
    case 'sms':
    case 'talk':
      return <Talk item={item} />;
    case 'radio':
      return <Radio item={item} />;
    case 'letter':
      return <Letter item={item} />;
    case 'news':
      return <News item={item} />;
    case 'social':
      return <Post item={item} />;
    case 'alarm':
      return <Alarm item={item} />;
    case 'broadcast':
      return <Broadcast item={item} />;
    case 'sitrep':
      return <Sitrep item={item} />;
    case 'meeting':
      return <Meeting item={item} />;
    case 'portal':
      return <Portal item={item} />;
    case 'plain':
      return <Plain item={item} />;
    default:
      return shape satisfies never;
  }
}
