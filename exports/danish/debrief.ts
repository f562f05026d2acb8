/** The words of the summary's head and of the questions for the debrief, in Danish. */
export const debrief = {
  section: 'Spørgsmål til debriefing',
  intro:
    'Fundenes spørgsmål, samlet til debriefingen. De spørger til årsager; de fordeler ikke skyld.',
  rest: (n: string) => `${n} spørgsmål fra mindre fund er ikke med her; de står ved fundene.`,
  other: 'Øvrige',
  none: 'Ingen fund giver anledning til spørgsmål.',
  about: (findings: string) => `også ${findings}`,
  aim: 'Formål',
  scope: 'Omfang',
  scopeText: (roles: string, organisations: string, tasks: string, decisions: string) =>
    `${roles} roller i ${organisations} organisationer; ${tasks} opgaver og ${decisions} beslutninger opstod.`,
  lasted: (time: string, length: string) => `Øvelsestid ${time} af ${length}.`,
  streams: {
    title: 'Planlagt, oplevet og observeret',
    text: 'Hvert bånd er par af rolle og opgave, der deler skæbne: om rollen skulle, om andre pegede på den, og om den gjorde det.',
    planned: { yes: 'skulle', no: 'skulle ikke' },
    perceived: { yes: 'andre pegede på den', no: 'ingen pegede på den' },
    observed: { yes: 'gjorde det', no: 'gjorde det ikke' },
    reading: 'Læsning',
    count: 'Antal',
    classes: {
      shared: 'fælles billede',
      capacity: 'evne eller vilje',
      lonely: 'alene om ejerskabet',
      unknown: 'ukendt plan',
      emergent: 'opstået praksis',
      misplaced: 'forventning uden dækning',
      unseen: 'ubemærket afvigelse',
    },
  },
  deed: (did: string, time: string) => `${did} ${time}`,
  cell: (role: string, task: string) => `${role}: ${task}`,
  nothing: 'Journalen viser ingen handling fra rollen i denne opgave.',
  extractLeft: (n: string) =>
    `${n} hovedlinjer er udeladt her for læselighedens skyld; de står i timeline.csv.`,
  lanesLeft: (n: string) => `${n} roller med færrest mærker er udeladt af banerne.`,
};
export type Debrief = typeof debrief;
