/** The page in Danish: the first language, whose shape the other has. */
import { act } from './danish/act.ts';
import { calendar } from './danish/calendar.ts';
import { channel } from './danish/channel.ts';
import { hold } from './danish/hold.ts';
import { join } from './danish/join.ts';
import { overview } from './danish/overview.ts';
import { page } from './danish/page.ts';

export const danish = {
  ...page,
  ...calendar,
  ...act,
  ...channel,
  ...hold,
  ...join,
  ...overview,
};
