/** The words of the summary's head and of the questions for the debrief, in English. */
import type { Debrief } from '../danish/debrief.ts';

export const debrief: Debrief = {
  section: 'Questions for the debrief',
  intro:
    'The findings’ questions, gathered for the debrief. They ask for causes; they apportion no blame.',
  rest: (n) => `${n} questions from minor findings are not here; they stand with the findings.`,
  other: 'Other',
  none: 'No finding gives rise to a question.',
  about: (findings) => `also ${findings}`,
  aim: 'Aim',
  scope: 'Scope',
  scopeText: (roles, organisations, tasks, decisions) =>
    `${roles} roles in ${organisations} organisations; ${tasks} tasks and ${decisions} decisions arose.`,
  lasted: (time, length) => `Exercise time ${time} of ${length}.`,
  streams: {
    title: 'Planned, perceived and observed',
    text: 'Each band is pairs of role and task with the same fate: whether the role was meant to, whether others named it, and whether it did.',
    planned: { yes: 'was meant to', no: 'was not meant to' },
    perceived: { yes: 'others named it', no: 'nobody named it' },
    observed: { yes: 'did', no: 'did not' },
    reading: 'Reading',
    count: 'Number',
    classes: {
      shared: 'shared picture',
      capacity: 'capacity or will',
      lonely: 'lonely owner',
      unknown: 'plan unknown',
      emergent: 'emergent practice',
      misplaced: 'misplaced expectation',
      unseen: 'unnoticed deviation',
    },
  },
  deed: (did, time) => `${did} ${time}`,
  cell: (role, task) => `${role}: ${task}`,
  nothing: 'The journal shows no act by the role in this task.',
  extractLeft: (n) => `${n} main lines are left out here for readability; timeline.csv has them.`,
  lanesLeft: (n) => `The ${n} roles with the fewest marks are left out of the lanes.`,
};
