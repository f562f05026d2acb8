/** The page in English. A phrase that the Danish has and this has not does not compile. */
import type { danish } from './danish.ts';
import { act } from './english/act.ts';
import { calendar } from './english/calendar.ts';
import { channel } from './english/channel.ts';
import { hold } from './english/hold.ts';
import { join } from './english/join.ts';
import { overview } from './english/overview.ts';
import { page } from './english/page.ts';

export const english: typeof danish = {
  ...page,
  ...calendar,
  ...act,
  ...channel,
  ...hold,
  ...join,
  ...overview,
};
