/** Findings on the way of decisions and information, in English. Knows: the codes. Not: the layout. */
import type { Wording } from '../../finding.ts';

const purpose = (words: string): string => (words === '' ? '' : ` It was needed for ${words}.`);

export const informationFindings: Record<'ESCALATED' | 'TLP_BREACH' | 'HOARDED', Wording> = {
  ESCALATED: {
    title: (s) => `Passed on by a role that had the authority itself: ${s.decision}`,
    happened: (s) =>
      `The decision was passed on by ${s.roles} and made by ${s.others} ${s.lasted} later.`,
    planned: (s) => `The authority also lay with ${s.roles}.`,
    causes: () =>
      'There may have been good reason to raise it: wider reach, more people affected, a need for one line. It may also be that the authority was unknown or felt too heavy.',
    question: () =>
      'What did you lack to decide it yourselves, as near to those affected as possible, and what did waiting cost?',
    action: () => 'Settle which decisions are made locally, and when they are to be raised.',
  },
  TLP_BREACH: {
    title: (s) =>
      s.variant === 'published'
        ? `Published against its marking: ${s.facts}`
        : `Shared beyond its marking: ${s.facts}`,
    happened: (s) =>
      s.variant === 'published'
        ? `The fact was part of a public statement by ${s.roles}, though it is marked more strictly than the exercise at large.`
        : `The fact was sent by ${s.roles} to ${s.others}, who are not cleared for its marking.`,
    planned: () => 'A fact is shared only with those whom its marking (TLP) allows.',
    causes: () =>
      'The marking may have been overlooked or unknown, or the need for help or for warning may have weighed more.',
    question: () =>
      'Did you see the marking, and who could have allowed the fact to be shared in the form that was needed?',
    action: () =>
      'Agree who can release marked information, and how it is reworded so that it can be shared.',
  },
  HOARDED: {
    title: (s) =>
      s.variant === 'late' ? `Passed on too late: ${s.facts}` : `Not passed on: ${s.facts}`,
    happened: (s) =>
      (s.variant === 'late'
        ? `The fact was known by ${s.roles}, and was sent to ${s.others} only ${s.lateBy} after its time.`
        : `The fact was known by ${s.roles}, and was not sent to ${s.others} within ${s.window}; they did not have it from elsewhere.`) +
      purpose(s.purpose),
    planned: (s) =>
      s.interface === ''
        ? `It was to be passed on by ${s.roles} to ${s.others}.`
        : `Across the interface ${s.interface} it was to be passed on to ${s.others}.`,
    causes: () =>
      'The duty may have been unknown, the fact may have seemed uncertain or minor, its marking may have held it back, or it may have been passed on by word of mouth.',
    question: () =>
      'Did you know that the others lacked the fact, and what kept you from sending it as it stood?',
    action: () =>
      'Describe at the interface what is always passed on, how fast and by whom, also when it is uncertain.',
  },
};
