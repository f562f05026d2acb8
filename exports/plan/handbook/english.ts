/** The participants' handbook in English. The Danish one is the type. */
import type { HandbookWords } from './danish.ts';

export const handbook: HandbookWords = {
  about: {
    title: 'The exercise in brief',
    lead: 'You are to take part in an exercise. This tells you what it is, which rules apply, and how to use Beredt. What happens on the way you will be told when it happens.',
    exercise: 'Exercise',
    kind: 'Kind of exercise',
    starts: "In the exercise's world it begins",
    length: 'Length in exercise time',
    wall: 'Length by the clock',
    pace: 'Pace',
    paceOf: (pace) =>
      pace === '1'
        ? 'exercise time runs as the clock'
        : `exercise time runs ${pace} times as fast as the clock`,
    kinds: {
      'crisis-management':
        'In a crisis management exercise you work as a crisis staff: you gain an overview, decide and communicate. No vehicles turn out.',
      'stress-test':
        'In a stress test the load rises until something must be left undone. That is the point. Show what you leave, and why.',
      'recovery-test':
        'In a recovery test, operations and systems must come back in the right order, approved by those who own them.',
      'cross-sector':
        'In a cross-sector exercise several authorities and companies meet. What matters is the interfaces: who warns, asks and informs whom.',
      dilemma:
        'In a dilemma exercise you discuss choices that have no single right answer. Say aloud what you give weight to.',
      procedure: 'In a procedure exercise you carry out one procedure step by step.',
    },
  },
  rules: {
    title: 'Rules',
    banner: 'EXERCISE EXERCISE EXERCISE',
    items: [
      [
        'Everything is exercise',
        'Begin and end every conversation and message that leaves the screen with “EXERCISE EXERCISE EXERCISE”. Then nobody can take it for real.',
      ],
      [
        'No duff',
        'If something happens in reality, say “no duff” aloud to exercise control. The exercise stops at once. Call 112 if life or health is in danger.',
      ],
      [
        'Stay inside the exercise',
        'Contact nobody outside it – no colleagues, suppliers, press or authorities. Everybody you need can be reached through Beredt.',
      ],
      [
        'Play your role',
        'Do what you would do in reality, with what the role knows. Say so if something seems unrealistic, but play on.',
      ],
      [
        'Enter what matters',
        'If you talk in the room, enter agreements and decisions. What is not written looks as if it had not happened.',
      ],
      [
        'Mistakes are allowed',
        'The exercise is for learning. There are no marks, and nobody is to be shown up.',
      ],
    ],
    call: 'Whom to call',
    callIntro: 'Filled in by exercise control before the handbook is handed out.',
    who: 'Who',
    phone: 'Phone',
    where: 'Place',
    people: ['Facilitator', 'Exercise director', 'Technical help'],
  },
  join: {
    title: 'How to join',
    steps: [
      'Use an ordinary browser on a computer, tablet or phone. There is nothing to install, and you need no account.',
      'Connect to the network that exercise control names.',
      'Open the link from exercise control, or scan the QR code that the facilitator shows. The code is part of the link; do not share it.',
      'Choose the seat that you were given. Press “Take the seat”. Your name is optional.',
      'Read about your role under “My role” while you wait for the start of the exercise (STARTEX).',
      'If you lose the connection, just go on working. If you close the page, you come back to the same seat in the same browser.',
    ],
  },
  buttons: {
    title: 'What you can do on the screen',
    intro: 'The words on the left stand on buttons and tabs.',
    button: 'It says',
    does: 'What happens',
    rows: [
      ['Inbox', 'All that has come to your role. What you open counts as read.'],
      ['Acknowledge', 'You confirm that you have seen the message. It is not an answer.'],
      [
        'Reply',
        'You answer the sender. If the sender is outside the exercise, exercise control answers.',
      ],
      ['Pass on', 'You send the message and its facts to other roles.'],
      [
        'Write',
        'You write to one or more roles. Tick “Ask for an answer” when you want to hear somebody before you act.',
      ],
      [
        'Attach facts',
        'You pass on what the role knows, so that the receiver knows it afterwards.',
      ],
      ['We are accountable', 'Your role becomes accountable for the task.'],
      ['We do it', 'Your role carries out the task without being accountable.'],
      ['Hand over …', 'You offer the task to another role. You have it until it is accepted.'],
      ['Let go of it', 'You no longer have it. Tell somebody.'],
      ['Report done …', 'You write what was done, and the task is done.'],
      ['Make the decision', 'You choose an option and write the reason. It cannot be undone.'],
      [
        'We are aware of it …',
        'You declare that the organisation is aware of an incident. From then on statutory deadlines may run.',
      ],
      ['Facts', 'What your role knows so far.'],
      ['Contacts', 'All roles that you can write to.'],
    ],
    asks: "On the way you may be asked who you think owns a task, or what you believe about the situation. Answer from what you know. “Don't know” is an answer too.",
  },
  time: {
    title: 'Time',
    items: [
      [
        'Exercise time',
        'T+01:30 means one and a half hours after the start. Deadlines on the screen are in exercise time.',
      ],
      [
        "Time in the exercise's world",
        'Beside it stand the date and the time in the world that the exercise takes place in.',
      ],
      [
        'Pause',
        'Exercise control can stop time. While it stands still no deadline runs, and what you have written stays.',
      ],
      ['Time jump', 'Exercise control can jump ahead. It says what the time is then.'],
      ['End', 'ENDEX is the end of the exercise. Stay seated for the hot wash.'],
    ],
  },
  roles: {
    title: 'Who takes part',
    intro: 'Roles are posts, not persons. Several people can share a post.',
    organisation: 'Organisation',
    role: 'Roles',
    simulated: 'played by the simulation cell',
  },
  marking: {
    title: 'Marking',
    intro: (marking) =>
      `The material of the exercise is marked ${marking}. Everything outbound also bears the word EXERCISE.`,
    mark: 'Mark',
    means: 'May be shared with',
    rows: [
      ['TLP:CLEAR', 'Everybody.'],
      ['TLP:GREEN', 'Your professional community, but not in public.'],
      ['TLP:AMBER', 'Your organisation and its partners, where they need it.'],
      ['TLP:AMBER+STRICT', 'Your own organisation only, where colleagues need it.'],
      ['TLP:RED', 'Only those who received it themselves.'],
    ],
    warning: 'About the content',
  },
  data: {
    title: 'Your data',
    items: [
      "The journal of the exercise describes roles, not persons. If you give your name, it stands on exercise control's roster only, which is deleted before the journal.",
      'The purpose is learning. The exercise is used neither to appraise you as an employee nor for supervision.',
      'Never enter real personal identification numbers, health data, or data on real citizens and customers.',
      'The authority or company that holds the exercise is the data controller. Ask exercise control if you want to see what is kept.',
      'The evaluation shows what the journal shows. You may ask to have a line corrected or explained.',
    ],
  },
  after: {
    title: 'After the exercise',
    lead: 'Right after ENDEX exercise control gathers first impressions. Write briefly and honestly while you remember:',
    asked: 'There are questions on the screen for every role.',
    items: [
      'What went well, and why?',
      'When were you in doubt about who was responsible?',
      'What did you lack, and who could have told you?',
      'What should change in the plan?',
    ],
    then: 'Later comes an after-action report with lessons. It looks at the plan and the cooperation.',
  },
  glossary: {
    title: 'Glossary',
    rows: [
      ['Accountable', 'The one who must see to it that a task gets done.'],
      ['Decision', 'A choice that a certain role may make, within a window of time.'],
      ['ENDEX', 'End of the exercise.'],
      ['Exercise control', 'Those who planned the exercise and hold it.'],
      ['Facilitator', "The one who steers the exercise's time and injects."],
      ['Fact', 'Something that a role can know and pass on.'],
      ['Handover', 'When one role passes on a task and another accepts it.'],
      ['Hot wash', 'What the players say right after the exercise.'],
      ['Inject', 'An event or message brought into the exercise.'],
      ['Interface', 'The place where two organisations must tell each other something.'],
      ['No duff', 'Something that happens in reality. The exercise stops.'],
      ['Option', 'One of the possibilities that a decision lies between.'],
      ['Player', 'You: somebody who plays a role.'],
      ['Responsible', 'The one who does the work in a task.'],
      ['Simulation cell', 'Those who play everybody who does not take part.'],
      ['STARTEX', 'Start of the exercise.'],
      ['Task', 'Something to be done before a deadline.'],
    ],
  },
};
