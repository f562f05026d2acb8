/** Findings on restoration and load in English. Knows: their codes. */
import type { serviceFindings as danish } from '../../danish/findings/services.ts';

export const serviceFindings: typeof danish = {
  RTO_MISSED: {
    title: (s) => `Down for too long: ${s.service}`,
    happened: (s) =>
      s.variant === 'still'
        ? `The service had been down for ${s.lasted} when the exercise ended, and was not restored.`
        : s.variant === 'plan'
          ? `The service was down for ${s.lasted}, although ${s.task} was done within its time.`
          : `The service was down for ${s.lasted} before it worked in full again: ${s.lateBy} too long.`,
    planned: (s) => `It may be down for ${s.window} at most (RTO).`,
    causes: () =>
      'Was access, were people, a clean basis or a decision missing? Is the target realistic?',
    question: (s) =>
      s.variant === 'plan'
        ? 'The task’s time limit lies after the RTO. Which of the two holds, and who knows it?'
        : 'What did the restoration wait for, and who could have removed what it waited for?',
    action: () =>
      'Settle the RTO, the task’s time limit and what can be done in practice with the service’s owner.',
  },
  RPO_MISSED: {
    title: (s) => `Restored from data too old: ${s.service}`,
    happened: (s) =>
      `When ${s.roles} did ${s.task}, the restored data were ${s.lasted} old: ${s.lateBy} too much.`,
    planned: (s) =>
      `Data may be at most ${s.window} old (RPO), and the plan has a task that can keep to it.`,
    causes: () =>
      'It may be newer data deliberately traded for time or safety, or the newer backup may have been unknown.',
    question: () => 'Who knew what was lost, who decided it, and what did the service’s owner say?',
    action: () =>
      'Agree with the service’s owner how old data may be, and who may choose an older backup.',
  },
  ORDER_VIOLATION: {
    title: (s) => `Restored in the wrong order: ${s.service} before ${s.dependency}`,
    happened: (s) =>
      s.variant === 'never'
        ? `At ${s.at} ${s.service} was raised above ${s.dependency}, which it rests on. That one never caught up.`
        : `At ${s.at} ${s.service} was raised above ${s.dependency}, which it rests on. Only ${s.lasted} later had that one come as far.`,
    planned: (s) => `${s.service} rests on ${s.dependency} and is restored after it.`,
    question: () =>
      'Was the dependency known when the order was chosen, and did the service work in the meantime?',
    action: () => 'Write the dependencies into the restoration plan, and try the order out.',
  },
  BREAKPOINT: {
    title: (s) => `The load became too much: ${s.roles}`,
    happened: (s) =>
      `With ${s.load} or more things on it at once, ${s.part} were done in time. Below that the role kept up. ${s.variant === 'lasting' ? 'It did not recover in the exercise.' : `It recovered after ${s.after}.`}`,
    planned: () => 'Each expectation has its own time, however many there are.',
    causes: () =>
      'Was something dropped on purpose, or forgotten? Could others have taken some of it?',
    question: () =>
      'How did you notice that it became too much, what did you drop, and who was told?',
    action: () => 'Agree on who relieves the role, and at which sign.',
  },
  STRENGTH_RESTORED: {
    title: (s) => `Restored in time: ${s.service}`,
    happened: (s) =>
      `The service worked in full again after ${s.lasted} (RTO ${s.window}), when ${s.roles} had done ${s.task}.`,
    planned: () => 'As planned.',
    question: () => 'What made it succeed, and where else could it be used?',
    action: () => 'Keep and describe the practice.',
  },
};
