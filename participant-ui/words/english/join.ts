import type { join as danish } from '../danish/join.ts';

export const join: typeof danish = {
  join: {
    code: 'Code',
    codeHint: 'Six characters, for example K7M-4QX. Upper or lower case does not matter.',
    codeOpen: 'Go in',
    codeForm: 'That is not a code. A code has six characters, for example K7M-4QX.',
    codeWrong: 'The code opens nothing. Check that it is written correctly, or ask for a new one.',
    codeLater:
      'Many wrong codes have been tried. We try yours again by ourselves; it can take a minute.',

    oneRole: 'The link is for this role. Take the seat when you are ready.',
    pseudonym: 'Your pseudonym',
    pseudonymHint:
      'It stands in the exercise’s journal and in the report, so do not use your real name. If you write nothing, you get a number.',
    deputy: 'I sit here as a deputy',
    asDeputy: 'You sit there as the deputy.',
    away: (who) => `${who} has no connection now`,
    over: 'Take over the seat',
    overFor: (who, role) => `Take over the seat from ${who} as ${role}`,
    overAsk: (who) =>
      `Do you want to take over the seat from ${who}? Whoever sat there could not come back to it. The journal shows that one left and one came.`,
    overYes: 'Yes, take it over',
    overNo: 'No, leave it',

    waiting: 'Waiting room',
    waitingText:
      'The exercise has not begun. The page changes by itself when exercise control starts it; you need do nothing.',
    ahead: 'What will happen',
    aheadSteps: {
      first: 'Read what you were told about your role.',
      second: 'Try an inject below, to see how the page works.',
      third: 'When the exercise begins, injects come to the inbox. Act as you would in reality.',
    },
    toRole: 'Read about your role',

    practice: 'Try an inject',
    practiceText:
      'It is no part of the exercise. The page measures how long it takes before you have opened the message and before you have acknowledged it, so that the report can tell the tool’s time from yours. The figures are in the journal under your pseudonym.',
    practiceStart: 'Show the practice message',
    practiceSkip: 'Skip it',
    practiceSkipped: 'The practice has been skipped.',
    practiceAgain: 'Try again',
    practiceCame: 'A practice message has come. Open it.',
    practiceFrom: 'Exercise control',
    practiceTitle: 'PRACTICE: Can you read this?',
    practiceBody:
      'This is **practice** and no part of the exercise.\n\nThis is what it looks like when somebody writes to your role. Press *Acknowledge*, so that the sender can see that you have read it.',
    practiceOpen: 'Open: PRACTICE: Can you read this?',
    acknowledge: 'Acknowledge',
    practiceDone: (opened, acknowledged) =>
      `Good. You opened the message after ${opened} seconds and acknowledged it after ${acknowledged}.`,

    elsewhere: 'Go on with another device',
    elsewhereText:
      'You get a code that opens this very seat on another telephone or computer. It then closes here.',
    elsewhereGet: 'Show a code',
    elsewhereNew: 'Show a new code',
    elsewhereDo: (address) => `Open ${address} on the other device, and write the code:`,
    elsewhereUntil: (time) => `The code works once, until ${time}.`,
    movedTitle: 'You have gone on with another device',
    movedText:
      'Your seat is open there now. To come back here, ask for a code on the other device, under My role.',
    yourPseudonym: 'Pseudonym',
  },
};
