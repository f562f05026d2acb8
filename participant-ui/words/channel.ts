/** The words of injects drawn as their channel, of attachments read in the page, and of marked copies. */

export const da = {
  look: {
    exercise: 'ØVELSE',
    /** Above text that was copied out of the page, and on printed pages. */
    marked: (marking: string, what: string) => `ØVELSE – ${marking} – ${what}`,
    inExercise: (title: string, exercise: string) => `${title} (${exercise})`,

    // Phone
    calls: 'Opkald, der ringer',
    ringing: 'Ringer nu',
    pickUp: 'Besvar',
    pickUpCall: (who: string) => `Besvar opkaldet fra ${who}`,
    moreCalls: (n: number) => (n === 1 ? '1 opkald mere ringer.' : `${n} opkald mere ringer.`),
    missed: 'Ubesvaret opkald',
    missedText: 'Opkaldet blev ikke besvaret. Det, der blev sagt, ligger som besked.',
    rang: (time: string) => `Ringede ${time}`,
    taken: (time: string) => `Åbnet ${time}`,
    called: 'Opkald',
    spoken: 'Det, der blev sagt',
    voicemail: 'Besked på telefonsvareren',

    // Mail and conversations
    mailThread: 'Mails i tråden',
    notOpened: 'Ikke åbnet endnu',
    talkWith: (who: string) => `Samtale med ${who}`,
    earlier: (n: number) => (n === 1 ? 'Vis 1 tidligere' : `Vis ${n} tidligere`),
    us: 'Os',
    thisOne: 'Den åbne besked',

    // Others
    callsign: 'Kalder',
    calledUp: 'Kaldt',
    published: 'Bragt',
    posted: 'Slået op',
    authority: 'Udsendt af',
    source: 'Kilde',
    severity: 'Alvor',
    classified: 'Mærkning',
    received: 'Modtaget',
    weekdays: [
      'søndag',
      'mandag',
      'tirsdag',
      'onsdag',
      'torsdag',
      'fredag',
      'lørdag',
    ] as readonly string[],

    // Attachments
    pictureOf: (name: string, title: string) => `${name} – billede vedhæftet »${title}«`,
    readFile: 'Læs',
    showMore: 'Vis mere',
    rowsShown: (shown: number, all: number) => `${shown} af ${all} rækker vises.`,
    partShown: 'Kun begyndelsen vises.',
    pdfHint:
      'PDF-filer åbnes uden for siden. Gem filen, og åbn den i et program på din computer eller telefon.',
  },
};

export const en: typeof da = {
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
    called: 'Call',
    spoken: 'What was said',
    voicemail: 'Voicemail',

    mailThread: 'Emails in the thread',
    notOpened: 'Not opened yet',
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
