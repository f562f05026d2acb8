/** Knows: reading, writing, answering. Does not know: the other commands. */
import { firstWord } from '../typed.ts';
import { titled } from './argument.ts';
import {
  about,
  list,
  needed,
  report,
  send,
  withFacts,
  withMark,
  type Deed,
  type Tell,
} from './deed.ts';
import { items, meOf, namesOf, text, viewOf, words, type Desk } from './desk.ts';
import { receivers } from './people.ts';
import { acknowledgePractice, openPractice } from './practice.ts';
import { itemLine, itemLines } from './row.ts';

export const inbox: Deed = (desk, _, tell) =>
  list(
    desk,
    tell,
    items(desk).map((row) => itemLine(desk, row)),
  );

export const open: Deed = async (desk, rest, tell) => {
  if (rest === '0') {
    openPractice(desk, tell);
    return;
  }
  await about(desk, 'items', rest, tell, async (id) => {
    const row = viewOf(desk.client).items?.[id];
    if (!row) return;
    for (const line of itemLines(desk, row)) tell.line(line);
    if (row.sent || row.opened !== undefined) return;
    const answer = await desk.client.act({ type: 'item.open', item: id });
    if (answer.type === 'refused') report(desk, tell, answer);
  });
};

export const acknowledge: Deed = async (desk, rest, tell) => {
  if (rest === '0') return acknowledgePractice(desk, tell);
  await about(desk, 'items', rest, tell, (item) =>
    send(desk, tell, { type: 'item.acknowledge', item }),
  );
};

/** Back to the one who wrote, or to all who had it; to nobody but control where it came from outside. */
export function reply(toAll: boolean): Deed {
  return (desk, rest, tell) =>
    about(desk, 'items', rest, tell, async (id, after) => {
      const row = viewOf(desk.client).items?.[id];
      const carried = withFacts(desk, after, tell);
      if (!row || !carried) return;
      const me = meOf(desk)?.id;
      const from = row.from.role === undefined ? [] : [row.from.role];
      const to = [...new Set([...from, ...(toAll ? row.to : [])])].filter((role) => role !== me);
      const outside = row.from.role === undefined ? text(desk, row.from.name) : undefined;
      const { rest: body, ...enclosed } = carried;
      await needed(desk, body, tell, () =>
        send(
          desk,
          tell,
          { type: 'message.send', to, body, ...enclosed, replyTo: id },
          words(desk).sent(namesOf(desk, to, outside)),
        ),
      );
    });
}

export function write(asks: boolean): Deed {
  return async (desk, rest, tell) => {
    const found = receivers(desk, rest, tell);
    if (found) await post(desk, found.rest, tell, { to: found.to, ...(asks ? { asks } : {}) });
  };
}

/** To somebody outside the exercise, by name; a name of several words stands in quotes. */
export const external: Deed = async (desk, rest, tell) => {
  const { word: outside, rest: after } = firstWord(rest);
  if (outside.trim() === '') tell.refuse(words(desk).needsName);
  else await post(desk, after, tell, { to: [], outside: outside.trim() });
};

type Envelope = {
  readonly to: readonly string[];
  readonly outside?: string;
  readonly asks?: boolean;
};
/** `[#o2] [+1 …] [heading //] text`. */
async function post(desk: Desk, rest: string, tell: Tell, envelope: Envelope): Promise<void> {
  const marked = withMark(desk, rest, tell);
  const carried = marked && withFacts(desk, marked.rest, tell);
  if (!carried) return;
  const { rest: said, ...enclosed } = carried;
  const { title, body } = titled(said);
  const input = {
    type: 'message.send',
    ...envelope,
    ...(title === undefined ? {} : { title }),
    body,
    ...enclosed,
    ...(marked.about ? { about: marked.about } : {}),
  } as const;
  const done = words(desk).sent(namesOf(desk, envelope.to, envelope.outside));
  await needed(desk, body, tell, () => send(desk, tell, input, done));
}
