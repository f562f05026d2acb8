/** Knows: tasks, from taking one on to finishing it. Does not know: the other commands. */
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { firstWord } from '../typed.ts';
import { readClaim } from './argument.ts';
import { about, listOrOne, needed, send, type Deed, type Tell } from './deed.ts';
import { meOf, nameOf, tasks as taskRows, viewOf, words, type Desk } from './desk.ts';
import { receiver, roleOf } from './people.ts';
import { taskLine, taskLines } from './row.ts';

export const tasks = listOrOne(
  'tasks',
  (desk) => taskRows(desk).map((row) => taskLine(desk, row)),
  (desk, id) => {
    const row = viewOf(desk.client).tasks?.[id];
    return row ? taskLines(desk, row) : [];
  },
);

export const claim: Deed = (desk, rest, tell) =>
  about(desk, 'tasks', rest, tell, async (task, after) => {
    const as = readClaim(firstWord(after).word);
    if (as) await send(desk, tell, { type: 'task.claim', task, as });
    else tell.refuse(words(desk).needsClaim);
  });

export const release: Deed = (desk, rest, tell) =>
  about(desk, 'tasks', rest, tell, (task) => send(desk, tell, { type: 'task.release', task }));

export function finish(where: { readonly outside?: true }): Deed {
  return (desk, rest, tell) =>
    about(desk, 'tasks', rest, tell, (task, note) =>
      needed(desk, note, tell, () =>
        send(desk, tell, { type: 'task.finish', task, note, ...where }),
      ),
    );
}

/** `2 it-chef ansvar [note]`: the role is asked, and answers like to an offer. */
export const assign: Deed = (desk, rest, tell) =>
  about(desk, 'tasks', rest, tell, async (task, after) => {
    const found = receiver(desk, after, tell);
    if (!found) return;
    const { word, rest: note } = firstWord(found.rest);
    const as = readClaim(word);
    if (!as) {
      tell.refuse(words(desk).needsAssign);
      return;
    }
    const { to } = found;
    const input = { type: 'task.assign', task, to, as, ...(note === '' ? {} : { note }) } as const;
    await send(desk, tell, input, words(desk).asked(nameOf(desk, to)));
  });

export const handover: Deed = (desk, rest, tell) =>
  about(desk, 'tasks', rest, tell, async (task, after) => {
    const found = receiver(desk, after, tell);
    if (!found) return;
    const { to, rest: note } = found;
    const input = { type: 'handover.offer', task, to, ...(note === '' ? {} : { note }) } as const;
    await send(desk, tell, input, words(desk).asked(nameOf(desk, to)));
  });

export const accept: Deed = (desk, rest, tell) =>
  offered(desk, rest, tell, (task, from) =>
    send(desk, tell, { type: 'handover.accept', task, from }),
  );

export const decline: Deed = (desk, rest, tell) =>
  offered(desk, rest, tell, (task, from, reason) =>
    needed(desk, reason, tell, () =>
      send(desk, tell, { type: 'handover.decline', task, from, reason }),
    ),
  );

export function offersTo(desk: Desk, row: TaskRow | undefined): TaskRow['offers'] {
  const me = meOf(desk)?.id;
  return row?.offers.filter(({ to }) => to === me) ?? [];
}

/** Of several who offer the same task, the one whose name stands first is meant. */
async function offered(
  desk: Desk,
  rest: string,
  tell: Tell,
  go: (task: string, from: string, rest: string) => Promise<unknown>,
): Promise<void> {
  const w = words(desk);
  await about(desk, 'tasks', rest, tell, async (task, after) => {
    const offers = offersTo(desk, viewOf(desk.client).tasks?.[task]);
    const [only] = offers;
    if (!only) tell.refuse(w.noOffer);
    else if (offers.length === 1) await go(task, only.from, after);
    else {
      const { word, rest: words } = firstWord(after);
      const named = offers.find(({ from }) => from === roleOf(desk, word));
      if (named) await go(task, named.from, words);
      else tell.refuse(w.whichOffer(offers.map(({ from }) => nameOf(desk, from)).join(' · ')));
    }
  });
}
