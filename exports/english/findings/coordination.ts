/**
 * Findings on chains, networks and what lies between sectors and domains, in English.
 * Knows: the codes. Does not know: how the words are laid out.
 */
import type { Wording } from '../../finding.ts';
import type { coordination as danish } from '../../danish/findings/coordination.ts';

export const coordination: Record<keyof typeof danish, Wording> = {
  CHAIN_BREAK: {
    title: (s) =>
      s.variant === 'unsent'
        ? `Notification chain broken at ${s.roles}`
        : `Notification chain broken: ${s.roles} did not open the message`,
    happened: (s) =>
      s.variant === 'unsent'
        ? `${s.facts} was known to ${s.roles}, but did not get to ${s.others}, by any other way either.`
        : `${s.facts} was sent by ${s.others}, but not opened, and so got no further along the chain.`,
    planned: (s) =>
      s.interface === ''
        ? s.variant === 'unsent'
          ? `Word was to go from ${s.roles} to ${s.others}.`
          : `Word was to go from ${s.others} to ${s.roles}, and on from there.`
        : `Word was to go over interface ${s.interface}.`,
    causes: () =>
      'The plan may be unknown, others may have been thought to do it, it may have been said aloud, or there may have been too much at once.',
    question: () =>
      'Did you know that you were a link in a chain? Who was waiting for you, and how could they have noticed that nothing came?',
    action: () =>
      'Describe the chain link by link, with an acknowledgement, so that the next notices when word fails to come.',
  },
  WRONG_ADDRESSEE: {
    title: (s) => `Sent to another than the one who should have it: ${s.others}`,
    happened: (s) =>
      `${s.facts} was sent by ${s.roles} to a role that the plan does not have there, while ${s.others} got nothing.`,
    planned: (s) =>
      s.interface === ''
        ? `Word was to go from ${s.roles} to ${s.others}.`
        : `Word was to go over interface ${s.interface} to ${s.others}.`,
    causes: () =>
      'The contact list may be out of date, titles may be mixed up, or the receiver may have been the best choice on the spot.',
    question: () => 'Whom did you think was to be notified, and where did it say so?',
    action: () => 'Go through contact lists and receivers with both parties.',
  },
  BYPASS: {
    title: (s) => `Round the planned way: ${s.roles} heard it from ${s.others}`,
    happened: (s) =>
      s.variant === 'instead'
        ? `Some of this came from ${s.others}, and never by the planned way: ${s.facts}.`
        : `Some of this came from ${s.others} before it came by the planned way: ${s.facts}.`,
    planned: (s) =>
      s.interface === ''
        ? 'The plan has another sender.'
        : `The plan has another sender, over interface ${s.interface}.`,
    causes: () =>
      'The planned way may be too slow, unknown or unstaffed; the short cut may also be the best way.',
    question: () =>
      'What made you take that way, and was the planned sender told? Is the short cut better than the plan?',
    action: () =>
      'Settle whether the plan should have the new way, or the planned one be strengthened.',
  },
  DOUBLE_REPORT: {
    title: (s) => `Notified twice: ${s.task}`,
    happened: (s) =>
      `${s.others} was told of the task by several: ${s.roles}. ${s.after} lay between.`,
    planned: () => 'One role notifies the receiver of a task.',
    causes: () => 'There may have been doubt about who did it, or a wish to make sure.',
    question: () =>
      'Did you know of each other? What did the receiver do with two messages, and did they say the same?',
    action: () => 'Agree who notifies, and that the others get a copy.',
  },
  CLOCK_INCOMPLETE: {
    title: (s) => `Incomplete notification: ${s.clock}`,
    happened: (s) =>
      s.variant === 'unknown'
        ? `It was submitted by ${s.roles} while nobody in the house knew: ${s.facts}.`
        : `It was submitted by ${s.roles}. These were known in the house, but not attached: ${s.facts}.`,
    planned: (s) => `The task ${s.task} asks for them.`,
    causes: () =>
      'What was wanting may have lain elsewhere, or it may have been a choice to submit early to meet the deadline.',
    question: () =>
      'Was it a choice to submit without it, and how would you have sent the rest afterwards?',
    action: () => 'Make a template of what is to be included, and agree when to send the rest.',
  },
  PINGPONG: {
    title: (s) => `The task came back: ${s.task}`,
    happened: (s) => `The task came back to ${s.roles} after it had been with ${s.others}.`,
    planned: () => 'A task is handed to one who can do it.',
    causes: () =>
      'It may be an agreed relief, a handover without authority or knowledge, or doubt about whose task it is.',
    question: () => 'What did the one who got the task lack to keep it?',
    action: () => 'Agree what goes with a handover: authority, knowledge and contacts.',
  },
  BOTTLENECK: {
    title: (s) => `Bottleneck: ${s.roles}`,
    happened: (s) =>
      `The role stood between many others, and ${s.part} things waited at the same time (first at ${s.at}). Something waited for ${s.margin} of the exercise, ${s.lasted} on average.`,
    planned: () => 'No role should be the only way for others’ information when pressure rises.',
    causes: () =>
      'There may be too few at the post, too much may go through one, or some may have been dealt with aloud.',
    question: () => 'What could have gone round you, and who could have taken some of it?',
    action: () =>
      'Relieve the post: a deputy, somebody to sort, or direct ways between the others.',
  },
  SPOF: {
    title: (s) => `The plan takes all through one: ${s.roles}`,
    happened: (s) =>
      [
        `There is no other planned way to ${s.others}.`,
        s.variant === 'absent'
          ? 'Nobody sat in the role.'
          : s.variant === 'broke'
            ? 'The chain broke at the role.'
            : 'This time the way held.',
        ...(s.load === '0'
          ? []
          : [`At ${s.at}, ${s.load} things were waiting at the role at once.`]),
      ].join(' '),
    planned: (s) => `The plan takes ${s.facts} through ${s.roles}, which has no deputy.`,
    question: () => 'What if the role had been ill, asleep or on the telephone?',
    action: () => 'Name a deputy, or lay another way into the plan.',
  },
  CROSSDOMAIN_LAG: {
    title: (s) =>
      s.variant.startsWith('digital')
        ? `From digital to physical took ${s.lasted}: ${s.purpose}`
        : `From physical to digital took ${s.lasted}: ${s.purpose}`,
    happened: (s) =>
      s.variant.endsWith('never')
        ? `${s.facts} was known for ${s.lasted} without any of ${s.roles} acting on ${s.purpose}.`
        : `It took ${s.lasted} from when ${s.facts} could be used until ${s.roles} did the first thing about ${s.purpose}.`,
    planned: (s) => `${s.purpose} rests on it and has a window of ${s.window}.`,
    causes: () =>
      'The two sides may lack a standing link, a common language, or a shared sense of what an outage means in practice.',
    question: () =>
      'Who translates a technical problem into what it means for operations, and the other way?',
    action: () =>
      'Name a link between the two sides, and practise what each has to tell the other.',
  },
};
