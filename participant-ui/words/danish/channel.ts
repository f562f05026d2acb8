/** The words of injects drawn as their channel, of attachments read in the page, and of marked copies. */
export const channel = {
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
    spoken: 'Det, der blev sagt',
    voicemail: 'Besked på telefonsvareren',

    // Mail and conversations
    mailThread: 'Mails i tråden',
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
