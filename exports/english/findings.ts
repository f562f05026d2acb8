/**
 * Findings in English: heading, what happened, what the plan said, a question, a first idea.
 * Knows: the codes. Does not know: how the words are laid out.
 */
import type { Code } from '../analysis/finding.ts';
import type { Terms, Wording } from '../finding.ts';
import { passingFindings } from './findings/passing.ts';
import { serviceFindings } from './findings/services.ts';
import { informationFindings } from './findings/information.ts';
import { coordination } from './findings/coordination.ts';

const keep: Pick<Wording, 'planned' | 'question' | 'action'> = {
  planned: () => 'As planned.',
  question: () => 'What made it work, and where else could it be used?',
  action: () => 'Keep the practice and write it down.',
};

export const findings: Record<Code, Wording> = {
  ...serviceFindings,
  ...informationFindings,
  ...coordination,
  GAP: {
    title: (s) => `Gap: nobody took ${s.task}`,
    happened: (s) =>
      `The task arose, and nobody had taken or done any of it when its window of ${s.window} closed.`,
    planned: (s) => `The task was to be owned or done by ${s.roles}.`,
    question: () =>
      'Who did each of you think had the task, and what should have made one of you take it?',
    action: () => 'State in the plan who takes the task and what triggers it.',
  },
  NO_AUTHORITY: {
    title: (s) => `Decided without authority: ${s.decision}`,
    happened: (s) => `The decision was made by ${s.roles}.`,
    planned: (s) => `The authority lay with ${s.others}.`,
    question: () => 'Did you know who had the authority, and could they have been reached?',
    action: () => 'Make authorities and deputies known, outside office hours as well.',
  },
  VACUUM: {
    title: (s) => `Vacuum of ${s.lasted}: ${s.task}`,
    happened: (s) => `For ${s.lasted} nobody had the task. Its window was ${s.window}.`,
    planned: (s) => `The task was to be owned or done by ${s.roles}.`,
    question: () => 'When was it clear that the task was yours, and what were you waiting for?',
    action: () => 'Agree how one says “we have it”, and who asks when nobody does.',
  },
  OVERLAP: {
    title: (s) => `Overlap: several took ownership of ${s.task}`,
    happened: (s) => `Each by itself, ${s.roles} took the task as accountable.`,
    planned: () => 'One role at a time is accountable for a task.',
    question: () => 'Did you know of each other when you took it? Who should have had it?',
    action: () => 'Settle who owns the task when several could, and write it into the plan.',
  },
  CONTENTION: {
    title: (s) => `Contention for ${s.lasted}: ${s.task}`,
    happened: (s) => `For ${s.lasted}, ${s.roles} stood as accountable at the same time.`,
    planned: () => 'One role at a time is accountable for a task.',
    question: () => 'How was it settled, and who could have settled it earlier?',
    action: () => 'Describe who settles it when two roles claim the same task.',
  },
  DRIFT: {
    title: (s) => `Drift: ${s.roles} acted on ${s.task}`,
    happened: (s) => `The task was taken or done by ${s.roles}, who were not meant to.`,
    planned: (s) => `The task was to be owned or done by ${s.others}.`,
    question: () =>
      'Was the plan wrong, unknown or unusable, or was this better judgement on the spot?',
    action: () => 'Settle whether the plan should change or should be better known.',
  },
  ABSENT_A: {
    title: (s) => `No owner: ${s.task} was done with nobody accountable`,
    happened: (s) => `The task was done by ${s.others}, but nobody took ownership.`,
    planned: (s) => `The task was to be owned by ${s.roles}.`,
    question: () => 'Who would have answered for it if the outcome had been wrong?',
    action: () => 'Make it a habit that the owner speaks up before the task is done.',
  },
  ORPHAN_BELIEF: {
    title: (s) => `Nobody saw the task as theirs: ${s.task}`,
    happened: (s) =>
      `Asked at ${s.at}, nobody named itself as owner while the task was open. The commonest answer was given by ${s.part}.`,
    planned: (s) => `The task was to be owned or done by ${s.roles}.`,
    causes: () =>
      'The plan may be unknown or unclear, the task may have arisen unseen, or somebody may have taken it by word of mouth without calling it ownership.',
    question: () =>
      'Whom did each of you count on, and what should have made one of you say “it is ours”?',
    action: () =>
      'Make the owner known to everybody with a part in the task, and practise that the owner speaks up.',
  },
  PHANTOM_OWNER: {
    title: (s) => `Presumed owner did not hold it: ${s.task}`,
    happened: (s) =>
      `Asked at ${s.at}, the commonest answer was ${s.roles} (${s.part}). ${s.variant === 'vacant' ? 'Nobody held the task then.' : `The task lay with ${s.others}.`}`,
    planned: () => 'Those with a part in a task know who has it.',
    causes: () =>
      'The task may have been let go or handed over without others hearing of it, the title may suggest it without its being so, or the role may have taken it by word of mouth.',
    question: () => 'What made you think the task lay there, and what did you do in that belief?',
    action: () => 'Agree how it is announced who has a task, also when it changes hands.',
  },
  TASK_LATE: {
    title: (s) => (s.variant === 'late' ? `Done late: ${s.task}` : `Not done: ${s.task}`),
    happened: (s) =>
      s.variant === 'late'
        ? `The task was done ${s.lateBy} after its window had closed.`
        : `The task was taken but not done when its window of ${s.window} closed, nor afterwards.`,
    planned: (s) => `The task was to be done within ${s.window} by ${s.roles}.`,
    question: () => 'What took the time, and when should somebody have called for help?',
    action: () => 'Review how the task is done and staffed.',
  },
  HANDOVER_ORPHAN: {
    title: (s) =>
      s.variant === 'unanswered'
        ? `Handover without an answer: ${s.task}`
        : `Let go with no successor: ${s.task}`,
    happened: (s) =>
      s.variant === 'unanswered'
        ? `The task was offered to ${s.roles} by ${s.others}, and no answer came.`
        : `The task was let go by ${s.roles}, and for ${s.lasted} nobody took it.`,
    planned: () => 'A task is handed over only when the receiver has said yes.',
    question: () => 'Who did you think had the task meanwhile?',
    action: () => 'Practise handover with acknowledgement.',
  },
  CLOCK_MISSED: {
    title: (s) => `Deadline passed with nothing submitted: ${s.clock}`,
    happened: () => 'The deadline passed and nothing had been submitted.',
    planned: (s) => `Submitting lay with ${s.roles}.`,
    question: () => 'When could you see that the deadline was at risk, and who was watching it?',
    action: () => 'Name who watches statutory deadlines from the first awareness.',
  },
  CLOCK_LATE: {
    title: (s) => `Deadline exceeded by ${s.lateBy}: ${s.clock}`,
    happened: (s) => `It was submitted ${s.lateBy} after the deadline.`,
    planned: (s) => `Submitting lay with ${s.roles}.`,
    question: () => 'What did you lack to submit something preliminary in time?',
    action: () => 'Prepare templates for preliminary notifications.',
  },
  CLOCK_UNDECLARED: {
    title: (s) => `Awareness never declared: ${s.clock}`,
    happened: (s) =>
      `The organisation held the facts it needed for ${s.after} and did not declare awareness, so the clock never started.`,
    planned: (s) => `Judging whether the incident started the clock lay with ${s.roles}.`,
    question: () => 'Who should have said “we are aware now”, and what was missing?',
    action: () => 'Describe who declares the organisation aware of an incident, and on what basis.',
  },
  LATE_DECISION: {
    title: (s) =>
      s.variant === 'default'
        ? `Nobody decided: ${s.decision}`
        : s.variant === 'late'
          ? `Late decision: ${s.decision}`
          : `Not made: ${s.decision}`,
    happened: (s) =>
      s.variant === 'default'
        ? `The window of ${s.window} closed and the default took effect.`
        : s.variant === 'late'
          ? `The decision was made ${s.lasted} after it was raised. Its window was ${s.window}.`
          : `The decision had not been made when the exercise ended. Its window of ${s.window} was over.`,
    planned: (s) => `The decision lay with ${s.roles}.`,
    question: () =>
      'What were you waiting for, and what would it have cost to decide on a less certain basis?',
    action: () => 'Agree when to decide on incomplete information, and who then does.',
  },
  INFO_HELD: {
    title: (s) => `Information did not reach ${s.roles}`,
    happened: (s) => `The fact ${s.facts} was known to ${s.others} and did not arrive in time.`,
    planned: (s) => `It was needed for ${s.purpose}.`,
    question: () =>
      'Did the one who had the fact know that others lacked it? Who should have asked?',
    action: () => 'Agree which information is always shared, and with whom.',
  },
  UNOPENED: {
    title: (s) => `Delivered and not read: ${s.roles}`,
    happened: (s) => `This lay with the role and was not opened in time: ${s.facts}.`,
    planned: (s) =>
      s.purpose === '' ? 'The role was a receiver.' : `It was needed for ${s.purpose}.`,
    question: () => 'Why was it left lying: too much at once, wrong channel, nobody in the seat?',
    action: () => 'Look at staffing, channels and the sorting of what comes in.',
  },
  NOT_CONSULTED: {
    title: (s) => `Not consulted: ${s.roles}`,
    happened: (s) =>
      s.variant === 'decision'
        ? `The decision ${s.decision} was made without an answer from ${s.roles}.`
        : s.variant === 'asked'
          ? `No answer came from ${s.roles} before the task ${s.task} was done.`
          : `The task ${s.task} was done without asking ${s.roles}.`,
    planned: (s) => `To be consulted first: ${s.roles}.`,
    question: () => 'What would the answer have been, and would it have changed anything?',
    action: () => 'Build the consultation into the procedure, with a time limit.',
  },
  NOT_INFORMED: {
    title: (s) => (s.variant === 'late' ? `Informed late: ${s.roles}` : `Not informed: ${s.roles}`),
    happened: (s) =>
      s.variant === 'late'
        ? `The outcome of ${s.task} was seen only ${s.lateBy} after its window had closed.`
        : `The outcome of ${s.task} was never seen.`,
    planned: (s) => `To be informed: ${s.roles}.`,
    question: () => 'Who should have told them, and what did they do without it?',
    action: () => 'Make informing a part of the task, not an afterthought.',
  },
  IF_UNTESTED: {
    title: (s) =>
      s.variant === 'used'
        ? `Interface only touched: ${s.interface}`
        : `Interface not exercised: ${s.interface}`,
    happened: (s) =>
      s.variant === 'used'
        ? 'Messages crossed the interface, but not what it is to carry, or they were not opened.'
        : s.variant === 'triggered'
          ? 'There was something to carry across, and nothing crossed.'
          : 'Nothing in the exercise made the interface relevant.',
    planned: (s) => `Word was to go from ${s.roles} to ${s.others}.`,
    question: () => 'Do you know whom to reach on the other side, and what they need?',
    action: (s) =>
      s.variant === 'never'
        ? 'Include the interface in the next exercise.'
        : 'Test the interface on its own.',
  },
  ...passingFindings,
  STRENGTH_OWNERSHIP: {
    title: (s) => `Clear ownership: ${s.task}`,
    happened: (s) =>
      `The task was owned by ${s.roles} and done within ${s.window}, without overlap and without a long time unheld.`,
    ...keep,
  },
  STRENGTH_DECISION: {
    title: (s) => `Timely and informed decision: ${s.decision}`,
    happened: (s) =>
      `The decision was made by ${s.roles} after ${s.lasted}, with every key fact known.`,
    ...keep,
  },
  STRENGTH_CLOCK: {
    title: (s) => `Deadline met: ${s.clock}`,
    happened: (s) => `It was submitted with ${s.margin} of the time left.`,
    ...keep,
  },
  STRENGTH_SHARING: {
    title: (s) => `Information got through: from ${s.roles}`,
    happened: (s) => `The fact ${s.facts} reached ${s.others}, who needed it, in time.`,
    ...keep,
  },
  STRENGTH_HANDOVER: {
    title: (s) => `Acknowledged handover: ${s.task}`,
    happened: (s) =>
      `The task went from ${s.roles} to ${s.others}, who said yes after ${s.lasted}.`,
    ...keep,
  },
  STRENGTH_INTERFACE: {
    title: (s) => `Interface in use: ${s.interface}`,
    happened: (s) => `What was to cross from ${s.roles} to ${s.others} did.`,
    ...keep,
  },
};

export const terms: Terms = {
  principles: {
    sector: 'sector responsibility',
    proximity: 'proximity (the lowest suitable level)',
    similarity: 'similarity (as on any other day)',
    cooperation: 'cooperation',
    action: 'action (readiness too high rather than too low)',
  },
  elements: {
    planning: 'planning',
    organisation: 'organisation',
    equipment: 'equipment and systems',
    training: 'training',
    exercise: 'exercise',
  },
  doubts: {
    unseated: 'Nobody sat in the role during the exercise.',
    bots: 'The role was played by a bot.',
    cut: 'The exercise ended before the window closed.',
    verbal: 'It may have happened by word of mouth.',
    ambiguity: 'The doubt is built into the plan on purpose.',
    deputy: 'The role deputises for one that was meant to have the task.',
    prompted: 'A contingency inject reminded of the task.',
    asked: 'The task had been asked about before, which may have been a reminder.',
    few: 'Few answered.',
    plan: 'It says something about the plan, not about how the role did its work.',
  },
};
