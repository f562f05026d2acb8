/** Findings in English: what became of information on its way, public statements, the shared picture. */
import type { passingFindings as danish } from '../../danish/findings/passing.ts';
import { certainty } from '../passing.ts';

/** `possible-confirmed`: how sure it had been said to be, and how sure it was then said to be. */
const steps = (variant: string): readonly [string, string] => {
  const [met, stated] = variant.split('-').map((word) => certainty(word));
  return [met ?? '', stated ?? ''];
};

export const passingFindings: typeof danish = {
  CONTRADICTION: {
    title: (s) => `Contradictory information published: ${s.facts}`,
    happened: (s) =>
      s.variant === 'ended'
        ? `The versions ${s.facts} stood at the same time for ${s.lasted}, in what was published by ${s.roles}.`
        : `The versions ${s.facts} stood against each other from ${s.at} to the end, in what was published by ${s.roles}.`,
    planned: () => 'Only one version is right. What authorities say in public must agree.',
    causes: () =>
      'Statements may not have been agreed, the figure may have been taken from the press, or the correction may have reached only some.',
    question: () => 'Who agrees statements before they go out, and who corrects what is wrong?',
    action: () =>
      'Settle on one source for figures and key messages, and on who publishes a correction, where and when.',
  },
  RUMOUR_OPEN: {
    title: (s) => `A rumour that nobody answered: ${s.facts}`,
    happened: (s) =>
      `The wrong version came before the public at ${s.at}${s.variant === 'own' ? ', also in a statement by one of the roles' : ''}. ${s.roles} had read it and knew the right one for up to ${s.lasted}, but no statement brought it.`,
    planned: () => 'Wrong information that the public acts on is contradicted.',
    causes: () =>
      'It may have been a choice not to feed the rumour, nobody may have seen it as theirs, or it may have been denied to the press by word of mouth.',
    question: () =>
      'Did you see the rumour run, whom did you expect to answer, and what spoke for keeping silent?',
    action: () =>
      'Agree who follows what is said in public, who decides whether a rumour is answered, and who does it.',
  },
  CONF_INFLATION: {
    title: (s) => `Said with more certainty than it came with: ${s.facts}`,
    happened: (s) => {
      const [met, stated] = steps(s.variant);
      return `At ${s.at} ${s.roles} passed ${s.facts} on as ${stated}; the most certain that the role itself had read was ${met}.`;
    },
    planned: () => 'How certain a piece of information is goes with it when it is passed on.',
    question: () =>
      'What was the certainty based on, and did it stand anywhere that others could see it?',
    action: () =>
      'Give the templates for situation reports a place for how certain each item is, and who confirmed it.',
  },
  LOST_FACT: {
    title: (s) =>
      s.variant === 'altered'
        ? `Altered on the way from ${s.roles} to ${s.others}: ${s.facts}`
        : `Dropped on the way from ${s.roles} to ${s.others}: ${s.facts}`,
    happened: (s) =>
      s.variant === 'altered'
        ? `${s.facts} came in right and went on in another version. ${s.part} of what was owed arrived.`
        : `Some of what came in went on, but not ${s.facts}. ${s.part} of what was owed arrived.`,
    planned: (s) => `It was needed by ${s.others} for ${s.purpose}.`,
    question: () =>
      'How was it chosen what to include, and could you see what the receiver lacked?',
    action: () =>
      'Forward what came in whole when it is short, and name the source when it is long.',
  },
  STALE_COP: {
    title: (s) => `The situation picture stood still for ${s.lasted}`,
    happened: (s) =>
      `From ${s.at} no section was updated for ${s.lasted}. In such stretches organisations that wrote in the picture came to know ${s.facts}, which did not stand in it.`,
    planned: (s) => `The picture was in use for ${s.window}. The plan sets no rhythm for updates.`,
    question: () =>
      'Who had the picture at that time, and what would have made one of you update it?',
    action: () =>
      'Settle a fixed rhythm for the situation picture, and who is responsible for each section, also at night.',
  },
  COP_DIVERGENCE: {
    title: (s) => `The situation was seen differently: ${s.asked}`,
    happened: (s) =>
      `At ${s.at} ${s.asked} was asked. The commonest answer was given by ${s.part}.`,
    planned: () => 'Roles need not know the same, but what they act on must be compatible.',
    question: () =>
      'What did each of you build on, and did the difference matter for what you did?',
    action: () => 'Use the picture for what all must agree on, and say it aloud at staff meetings.',
  },
};
