/**
 * The practice inject of the waiting room: how long the tool itself takes this person.
 * Knows: measuring from when it was shown. Does not know: the real injects.
 */
import { send, type Deed, type Tell } from './deed.ts';
import { exerciseOf, words, type Desk } from './desk.ts';
import { indented } from './row.ts';

/** Shows it as an inject arrives; time runs from here. */
export const practice: Deed = (desk, _, tell) => {
  const w = words(desk);
  if (exerciseOf(desk)?.status !== 'planned') {
    tell.refuse(w.practiceOver);
    return;
  }
  tell.line(w.practiceNew);
  desk.practice = { shown: desk.wall() };
};

export function openPractice(desk: Desk, tell: Tell): void {
  const w = words(desk);
  const { practice: begun } = desk;
  if (!begun) {
    tell.refuse(w.practiceFirst);
    return;
  }
  for (const line of [w.exercise, '', ...indented(w.practiceBody), '', w.practiceAck]) {
    tell.line(line);
  }
  if (begun.opened === undefined) desk.practice = { ...begun, opened: desk.wall() - begun.shown };
}

/** To acknowledge it unread is to open it, too, as with a real one. */
export async function acknowledgePractice(desk: Desk, tell: Tell): Promise<void> {
  const w = words(desk);
  const { practice: begun } = desk;
  if (!begun) {
    tell.refuse(w.practiceFirst);
    return;
  }
  const acknowledged = Math.round(desk.wall() - begun.shown);
  const opened = Math.round(begun.opened ?? acknowledged);
  const done = w.practised((acknowledged / 1000).toFixed(1));
  const sent = await send(desk, tell, { type: 'practice.finish', opened, acknowledged }, done);
  if (sent) delete desk.practice;
}
