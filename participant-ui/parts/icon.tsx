/** Knows: the line drawings. They say nothing that a word beside them does not say. */
import type { ItemRow } from '../../engine/exercise/rows.ts';
import type { Section } from '../place.ts';

export type IconName = ItemRow['channel'] | Section | 'back' | 'warning' | 'file';

const PATHS: { readonly [N in IconName]: string } = {
  phone:
    'M6.500 3.500h3l1.500 4-2 1.500a11 11 0 0 0 6 6l1.500-2 4 1.500v3a2 2 0 0 1-2.200 2A16.500 16.500 0 0 1 4.500 5.700a2 2 0 0 1 2-2.200z',
  email: 'M3.500 6h17v12.500h-17zM4 6.500l8 6.500 8-6.500',
  sms: 'M4 5h16v11h-9l-4.500 4v-4H4zM8 9h8M8 12h5',
  radio:
    'M4 9.500h16V20H4zM6.500 9.500L17 4M15.500 14.700a1.800 1.800 0 1 0 .1 0M7 13h4M7 16.500h4',
  letter: 'M5 3.500h10l4 4v13H5zM15 3.500v4h4M8.500 12h7M8.500 15.500h7',
  news: 'M3.500 5h13v14.500h-11a2 2 0 0 1-2-2zM16.500 9h4v8.500a2 2 0 0 1-4 0M6.500 8.500h7M6.500 12h7M6.500 15.500h4',
  social:
    'M9 11.500a3 3 0 1 0-.1 0M3.500 19c.5-3 2.700-4.500 5.500-4.500s5 1.500 5.500 4.500M16 11a2.500 2.500 0 1 0-.1 0M17 14.200c2 .3 3.300 1.600 3.600 3.800',
  alarm: 'M6 17V11a6 6 0 0 1 12 0v6zM4 17h16v3H4zM12 2v1.500M4.500 5l1 1M19.500 5l-1 1',
  broadcast:
    'M12 12a1.500 1.500 0 1 0 .1 0M12 15v5.500M8.500 17.500a5.500 5.500 0 1 1 7 0M5.800 20a9.300 9.300 0 1 1 12.400 0',
  sitrep: 'M5 4h14v16.500H5zM9 2.800h6v2.700H9zM8.500 16.500v-3M12 16.500v-6M15.500 16.500v-4.500',
  meeting: 'M3.500 5h17v10h-17zM8 20l4-5 4 5M12 9.800h.1M8.500 9.800h.1M15.500 9.800h.1',
  portal: 'M3.500 5h17v14h-17zM3.500 9h17M6.500 7h.1M9 7h.1M9.500 14l2 2 3.500-3.500',
  message: 'M4 5h16v11.500h-8.500L7 20v-3.500H4z',
  inbox: 'M4 13.500L6.500 5h11l2.500 8.500V19H4zM4 13.500h5l1 2.500h4l1-2.500h5',
  write: 'M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500zM14 6.500l3.500 3.500',
  tasks:
    'M4 6l1.500 1.500L8 5M11 6.500h9M4 12l1.500 1.500L8 11M11 12.500h9M4 18l1.500 1.500L8 17M11 18.500h9',
  decisions:
    'M12 20.500V13M12 13L5.500 6.500M12 13l6.500-6.500M5 10.500v-4.500h4.500M14.500 6H19v4.500',
  deadlines: 'M12 5a7.800 7.800 0 1 0 .1 0M12 8.500V13l3 2M9.500 2.500h5',
  picture: 'M3.500 6l5.500-2 6 2 5.500-2v14l-5.500 2-6-2-5.500 2zM9 4v14M15 6v14',
  statements: 'M4 10v4h3.500l8.500 4.500v-13L7.500 10zM19 9.500a4 4 0 0 1 0 5M8 14v5h3',
  asks: 'M3.500 4.500h11v8h-6l-3 3v-3h-2zM17 8.500h3.500v8h-2v3l-3-3h-5',
  facts: 'M12 3.500a8.500 8.500 0 1 0 .1 0M12 11v5.500M12 7.800h.1',
  questions:
    'M12 3.500a8.500 8.500 0 1 0 .1 0M9.500 9.700a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.500h.1',
  contacts:
    'M5 3.500h14v17H5zM12 11.500a2.300 2.300 0 1 0-.1 0M8.200 17c.4-2.200 1.900-3.200 3.800-3.200s3.400 1 3.800 3.200M3 8h3M3 12h3M3 16h3',
  hotwash: 'M4 5h16v11.500h-8.500L7 20v-3.500H4zM8 9h8M8 12.500h5.500',
  role: 'M12 11.500a4 4 0 1 0-.1 0M4.500 20.500c.7-4 3.500-6 7.500-6s6.800 2 7.500 6',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  back: 'M14.500 5.500L8 12l6.500 6.500',
  file: 'M18.500 11l-7 7a4 4 0 0 1-5.700-5.700l7.200-7.200a2.700 2.700 0 0 1 3.800 3.800l-7 7a1.300 1.300 0 0 1-1.900-1.900l6-6',
  warning: 'M12 4L2.800 20h18.400zM12 10v4.500M12 17.200h.1',
};

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name] ?? PATHS.message} />
    </svg>
  );
}
