/**
 * What follows from a finding, in English: causes to ask about, the improvement plan, proposed
 * changes to the responsibility plan. Knows: words. Does not know: findings or layout.
 */
import type { followUp as Danish } from '../danish/followup.ts';

export const followUp: typeof Danish = {
  causes: {
    task: {
      missing: 'Does the plan say clearly who has the task and what triggers it?',
      unknown: 'Did those involved know the plan when the task arose?',
      unusable: 'Could the plan be followed in the situation – staffing, access, time?',
      judgement: 'Was it better judgement on the spot, which the plan should learn from?',
      artificial: 'Is it the exercise: an empty chair, a spoken agreement, something artificial?',
    },
    decision: {
      missing: 'Does the plan say who decides, and when a decision is needed?',
      unknown: 'Did those involved know where the authority lay?',
      unusable: 'Could the basis, or whoever had the authority, be reached in time?',
      judgement: 'Was acting or waiting deliberate, and should the plan leave room for it?',
      artificial: 'Is it the exercise: an empty chair, a spoken agreement, something artificial?',
    },
    clock: {
      missing: 'Does the plan say who assesses and who reports?',
      unknown: 'Were the deadline and what starts it known to those who had to act?',
      unusable: 'Was information, access or a form missing that reporting needed?',
      judgement: 'Was it a deliberate assessment that the duty did not apply?',
      artificial: 'Would the report in reality have been made outside the exercise’s tool?',
    },
    interface: {
      missing: 'Does the plan say what is to be passed on, to whom and when?',
      unknown: 'Did both sides know whom they had before them?',
      unusable: 'Did contact point and channel work in the situation?',
      judgement: 'Did word deliberately take another way that is better?',
      artificial: 'Did the script give any reason to use the interface at all?',
    },
    information: {
      missing: 'Does the plan say which information is shared, and with whom?',
      unknown: 'Did whoever had it know that others needed it?',
      unusable: 'Did channel, volume or marking stand in the way?',
      judgement: 'Was it deliberately held back because it was uncertain?',
      artificial: 'Was it said aloud in the room, where the tool does not see it?',
    },
  },
  improvement: {
    control: 'Exercise control',
    owner: (role, organisation) => `${organisation}: ${role}`,
    days: (n) => `${n} days after ENDEX`,
    status: 'Status',
    open: '☐',
    again: (ids) => `☒ repeated (${ids})`,
    first: '☐',
    note: (date) =>
      `Owner and date are suggested by fixed rules: the organisation to which the plan gives the matter, and a time by severity (table of ${date}). They are settled by those who are to follow up.`,
    prior: 'Actions from earlier exercises',
    noPrior: 'The register has no open actions from earlier exercises.',
    priorNote: (date) => `Status on ${date} by the register of actions.`,
    id: 'No.',
    from: 'From exercise',
    overdue: 'overdue',
    statuses: { open: 'open', doing: 'under way', done: 'done', dropped: 'dropped' },
    more: (n) => `Found in ${n} exercises.`,
  },
  planchange: {
    title: 'Proposed changes to the responsibility plan',
    intro:
      'The proposals come from the findings and from whom the others counted on. Each is a question to those who own the plan: one exercise shows one occurrence, not a rule.',
    none: 'The exercise gives no ground for proposing changes to the responsibility plan.',
    number: 'No.',
    change: 'Proposal',
    why: 'Grounds',
    question: 'Question',
    sure: 'Confidence',
    firm: 'Proposals',
    doubtful: 'Worth considering, but the grounds are too uncertain',
    questions: 'Questions that the exercise raises and cannot settle',
    yaml: 'The rows in the scenario language, as they would read',
    yamlNote:
      'beredt propose EXERCISE SCENARIO shows the proposals as a diff against the scenario’s own files and checks the result.',
    accountable: (task, to, from) =>
      from === ''
        ? `Let ${to} be accountable for ${task}.`
        : `Let ${to} be accountable for ${task} instead of ${from}.`,
    former: (role, part) => `${role} becomes ${part}.`,
    letter: (task, role, to, from) =>
      from === ''
        ? `Let ${role} be ${to} in ${task}.`
        : `Let ${role} be ${to} (now ${from}) in ${task}.`,
    deputy: (role, deputy) => `Make ${deputy} deputy for ${role}.`,
    interface: (from, to, facts) =>
      `Register an interface from ${from} to ${to}, carrying ${facts}.`,
    parts: {
      A: 'accountable (A)',
      R: 'responsible (R)',
      S: 'supporting (S)',
      C: 'consulted (C)',
      I: 'informed (I)',
    },
    because: {
      emergent: 'The role took the task without being meant to, and others counted on it too.',
      chosen: 'The plan names several owners; this one acted, or is the one the others counted on.',
      split: 'Several took ownership, and the plan gives it to one.',
      heard: 'The role was consulted and answered without standing in the plan.',
      asked: 'The role had to ask about the task itself.',
      vacant: 'Nobody sat in the role, and it has no deputy.',
      alone: 'No other can take the role’s place.',
      crossed:
        'The same information went several times between the organisations outside the register.',
    },
    ask: {
      emergent: 'Was the plan wrong, or was it unknown?',
      chosen: 'Has the proposed owner the authority and the people for it?',
      split: 'Is it right to share the work like this, and who settles doubt?',
      heard: 'Would the task have been done worse without the consultation?',
      asked: 'Should the role be told of its own accord in future?',
      vacant: 'Who in reality steps in when the role cannot be reached?',
      alone: 'Can the proposed deputy carry it, at night as well?',
      crossed: 'Should the way be made permanent, or should the information have gone another?',
    },
    whoOwns: (task, between) => `Who is to be accountable for ${task}: ${between}?`,
    howLong: (task, within, took) =>
      took === ''
        ? `Is ${within} the right time for ${task}, which was not done?`
        : `Is ${within} the right time for ${task}, which took ${took}?`,
    whoSteps: (role) => `Who is to be deputy for ${role}?`,
    findings: (ids) => `Findings: ${ids}.`,
  },
  csv: { owner: 'owner', due: 'due', fingerprint: 'fingerprint' },
  method: [
    [
      'Suggested owner and date',
      'Owner: the role that the plan makes accountable for the finding’s task, else the responsible one, else the one with the authority, else the interface’s sender, else the one it is about. For information held, the one who had it. Exercise control where the script never brought the matter up. Date: days after ENDEX by severity; a judgement, not law.',
    ],
    [
      'Proposals for the responsibility plan',
      'A new accountable: the role took the task unplanned, at least one other named it, and the planned owner did not act. Several planned owners: the only one who acted, else the one most others named. A share: when the plan’s owner and another both took ownership. Consulted/informed: the role answered a consultation or asked itself, with no letter. Interface: the same information went at least twice between two organisations outside the plan. Confidence is medium at most; bots, empty chairs and few answers make a proposal doubtful, and it is then not in the rows.',
    ],
    [
      'Repeated finding',
      'Same code, same subjects (statutory deadlines by the catalogue’s id) and at least one organisation in common (by the catalogue’s id where it has one).',
    ],
  ],
};
