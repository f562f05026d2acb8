/** What bots write, in the exercise's language. A reader must see at once that it was a bot. */
import type { Lang } from '../scenario/text.ts';

const da = {
  answer: '[bot] Modtaget. Vi går i gang og vender tilbage.',
  inform: '[bot] Til orientering:',
  consult: '[bot] Vi vil gerne høre jer, før vi går videre. Har I bemærkninger?',
  consulted: '[bot] Vi har ingen indvendinger.',
  aware: '[bot] Oplysningerne viser, at hændelsen er indtruffet hos os.',
  finished: '[bot] Løst efter planen.',
  outcome: '[bot] Opgaven er løst:',
  decided: '[bot] Truffet på de oplysninger, rollen havde.',
  declined: '[bot] Det kan vi ikke påtage os.',
  simulated: '[bot] Tak for jeres besked. Vi har noteret den og har ikke mere at sige lige nu.',
};
const en: typeof da = {
  answer: '[bot] Received. We are on it and will come back to you.',
  inform: '[bot] For your information:',
  consult: '[bot] We would like to hear you before we go on. Any comments?',
  consulted: '[bot] We have no objections.',
  aware: '[bot] What we know shows that the incident has happened with us.',
  finished: '[bot] Done according to plan.',
  outcome: '[bot] The task is done:',
  decided: '[bot] Made on what the role knew.',
  declined: '[bot] We cannot take that on.',
  simulated:
    '[bot] Thank you for your message. We have noted it and have no more to say for the moment.',
};

export const BOT_TEXT: Readonly<Record<Lang, typeof da>> = { da, en };
