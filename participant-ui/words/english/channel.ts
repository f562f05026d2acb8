import type { channel as danish } from '../danish/channel.ts';

export const channel: typeof danish = {
  look: {
    exercise: 'EXERCISE',
    marked: (marking, what) => `EXERCISE – ${marking} – ${what}`,
    inExercise: (title, exercise) => `${title} (${exercise})`,

    calls: 'Calls that ring',
    ringing: 'Ringing now',
    pickUp: 'Answer',
    pickUpCall: (who) => `Answer the call from ${who}`,
    moreCalls: (n) => (n === 1 ? '1 more call is ringing.' : `${n} more calls are ringing.`),
    missed: 'Missed call',
    missedText: 'The call was not answered. What was said was left as a message.',
    rang: (time) => `Rang at ${time}`,
    taken: (time) => `Opened at ${time}`,
    spoken: 'What was said',
    voicemail: 'Voicemail',

    mailThread: 'Emails in the thread',
    talkWith: (who) => `Conversation with ${who}`,
    earlier: (n) => (n === 1 ? 'Show 1 earlier' : `Show ${n} earlier`),
    us: 'Us',
    thisOne: 'The message that is open',

    callsign: 'Calling',
    calledUp: 'Called',
    published: 'Published',
    posted: 'Posted',
    authority: 'Issued by',
    source: 'Source',
    severity: 'Severity',
    classified: 'Marking',
    received: 'Received',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],

    pictureOf: (name, title) => `${name} – picture attached to “${title}”`,
    readFile: 'Read',
    showMore: 'Show more',
    rowsShown: (shown, all) => `${shown} of ${all} rows are shown.`,
    partShown: 'Only the beginning is shown.',
    pdfHint:
      'PDF files are opened outside the page. Save the file and open it in a program on your computer or phone.',
  },
};
