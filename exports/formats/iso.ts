/** The story's time as ISO 8601, for other tools. Knows: the story. Does not know: languages. */
import { MINUTE, SECOND, type Ms, type Story, storyTime } from '../../engine/scenario/time.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-09-18T02:10:00.000+02:00`, as the clocks in the story show it. */
export function storyIso(story: Story, at: Ms): string {
  let offset = 0;
  for (const change of story.offsets) if (change.from <= at) offset = change.offset;
  const size = Math.abs(offset) / MINUTE;
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${local(story, at)}${zone}`;
}

/** The same moment in UTC: `2026-09-18T00:10:00.000Z`. */
export const utcIso = (story: Story, at: Ms): string => `${local({ ...story, offsets: [] }, at)}Z`;

function local(story: Story, at: Ms): string {
  const { date, time } = storyTime(story, at);
  const [day = '', month = '', year = ''] = date.split('-');
  const within = (((story.epoch + at) % MINUTE) + MINUTE) % MINUTE;
  const ms = String(Math.floor(within % SECOND)).padStart(3, '0');
  return `${year}-${month}-${day}T${time}:${two(Math.floor(within / SECOND))}.${ms}`;
}
