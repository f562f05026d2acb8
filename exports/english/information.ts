/** Words on the flow of information in English. Knows: the section's labels and its formulas. */
import type { flowLabels as danish } from '../danish/information.ts';

export const flowLabels: typeof danish = {
  caption: 'When the roles knew each fact (exercise time)',
  chart: 'Who knew what when',
  chartText: 'A row for each fact and a column for each role: delivered, known (opened) and used.',
  words: { moment: 'Exercise time', delivered: 'delivered', known: 'known', used: 'used' },
  intro:
    'A role knows a fact when it has opened something that carries it. ○ means delivered and never opened; ● that the role also used it.',
  fact: 'Fact',
  available: 'First out',
  never: 'never came out',
  unopened: '○ unopened',
  used: '●',
  after: (length) => `+${length}`,
  needs: 'Facts that were missing where they were needed',
  needer: 'Role',
  purpose: 'For',
  where: 'Where was it?',
  learned: 'Known later',
  lateBy: (length) => `${length} too late`,
  coverage: (share, met, all) =>
    `${share} of the information needs were met in time (${met} of ${all}).`,
  allMet: 'All information needs were met in time.',
  none: 'No facts in the plan.',
  noise: (unused, out, noise) =>
    `${unused} of ${out} facts that came out were neither passed on nor named as the basis of a decision; nothing needed ${noise} of them either.`,
  biographies: 'The way of the decisive facts',
  biography: {
    needed: 'Needed for',
    born: 'Came out',
    bornText: (at, item, to) => `${at} with ${item} to ${to}`,
    step: (at, item) => `${at} from ${item}`,
    from: (role) => `from ${role}`,
    held: (length) => `passed on after ${length}`,
    lay: (length) => `opened after ${length}`,
    path: (path) => `way: ${path}`,
    unopened: 'Delivered, never opened',
    nobody: 'No played role came to know it.',
  },
  duties: {
    caption: 'Duties to pass on',
    intro:
      'Who by the plan was to pass a fact on, and whether it was done. “Had it already” and “outside the tool” are no omission.',
    from: 'From',
    to: 'To',
    by: 'By',
    expectation: 'expectation',
    due: 'Due',
    passed: 'Passed on',
    result: 'Result',
    results: {
      passed: 'in time',
      late: 'too late',
      kept: 'not passed on',
      unneeded: 'had it already',
      outside: 'outside the tool',
      open: 'no time had run out',
    },
  },
  markings: {
    caption: 'Facts that came further than their marking allows',
    marking: 'Marking',
    what: 'What happened?',
    by: 'By',
    at: 'Time',
    control: 'the scenario or exercise control',
    kinds: {
      received: (to, opened) => `sent to ${to} (opened: ${opened})`,
      published: 'published in a statement',
      low: 'carried by an inject with a lower marking',
    },
    usual: (facts) =>
      `Published, and marked only as the exercise at large is: ${facts}. The marking may be the exercise’s by default, and so this is no finding.`,
  },
  spread: {
    caption: 'How much of what anybody knew did each organisation know?',
    sectors: 'How much of what anybody knew did each sector know?',
    intro:
      'Roles need different parts of the picture. To know more is not in itself better; read the column of own needs.',
    unit: { organisation: 'Organisation', sector: 'Sector' },
    needs: 'Own needs met',
  },
  foresight: {
    caption: 'Earliest possible knowledge, and delay that could have been avoided',
    actual: 'Known',
    feasible: 'Could have been known',
    avoidable: 'Avoidable',
    due: 'Needed',
    never: 'never',
    byPlan: 'by the plan’s way',
    rescued: 'in time',
    usual: (open, opens) => `Usual time from received to opened: ${open} (${opens} openings).`,
    pass: (pass, passes) => `Usual time from known to passed on: ${pass} (${passes} times).`,
    sum: (met, feasible, needs) =>
      `${met} of ${needs} needs were met in time; with the usual or the planned times it could have been ${feasible}.`,
  },
};

export const flowMethod: readonly (readonly [string, string])[] = [
  [
    'Delivered, known, used',
    'Delivered: the role was a receiver of something that carried the fact. Known: the role opened it, or took part in a noted call in which it was said. Used: the role passed it on, published it or named it as the basis of a decision.',
  ],
  [
    'Information need',
    'The task’s facts with its planned owner and with the one who did it (or with all planned A and R, if nobody did) before its window closed; the decision’s with the one who decided, before deciding. Played roles only.',
  ],
  [
    'Duty to pass on',
    'An interface’s parties, once one of those it goes from knows a fact that it is to carry (and its condition, if it has one, can be seen to hold), and expectations to tell somebody. It is due when the interface or the expectation says; where the interface says nothing, when a receiver first needed the fact. The duty is met when one of those it goes from has sent it to one of those it goes to. It is no omission if a receiver had it from elsewhere, if the role reported it done outside the tool, or if its time had not run out. Where there is a duty, HOARDED says it; INFO_HELD is only for what nobody had been told to share.',
  ],
  [
    'Marking',
    'A fact came too far when it reached a role whose clearance is lower than the fact’s marking, or was part of a statement and is marked more strictly than the exercise at large. What the scenario and exercise control sent is in the table and no finding. Messages to somebody outside the exercise are not judged: their clearance is not known.',
  ],
  [
    'The decisive facts',
    'Facts that decisions or critical tasks that arose needed: ten at most, the most needed first. Where there are fewer than five, those of other tasks are added.',
  ],
  [
    'What anybody knew',
    'At each quarter of the exercise: facts that at least one role of the organisation (sector) knew, out of those that any played role knew.',
  ],
  [
    'Earliest possible knowledge',
    'Along the ways that the fact did go, each wait counts as it was, but as no more than the usual (the median of the time from received to opened, and from known to passed on, over all the hops by which a played role learned something) or, where the interface sets a time for passing on, no more than that. What the scenario released stands when it was released. Where the fact never went, the plan’s way is counted, if somebody had the duty to pass it on. Avoidable = known − could have been known.',
  ],
];
