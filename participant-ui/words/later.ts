/**
 * The words of the overview's parts that are fetched when they are opened: the timeline, search,
 * signals, what one did. The first load of the page does without them.
 */
import type { Lang } from '../../engine/runtime/protocol.ts';

const da = {
  // Timeline
  timelineText: 'Det, der er sket, så langt jeres rolle kan se. Det nyeste står øverst.',
  timelineEmpty: 'Der er ikke sket noget endnu.',
  scope: 'Vis',
  scopes: { all: 'Alt', ours: 'Vores organisation', own: 'Vores rolle' },
  happened: {
    received: 'Modtaget',
    sent: 'Sendt',
    'task-arisen': 'Opgave opstået',
    'task-accountable': 'Ansvar for opgave påtaget',
    'task-responsible': 'Udførelse af opgave påtaget',
    'task-offered': 'Overdragelse tilbudt',
    'task-assigned': 'Bedt om at påtage sig opgave',
    'task-declined': 'Opgave afslået',
    'task-done': 'Opgave meldt løst',
    'decision-raised': 'Beslutning rejst',
    'decision-discussed': 'Drøftelse af beslutning',
    'decision-made': 'Beslutning truffet',
    aware: 'Erklæret bekendt med',
    classified: 'Klassificeret',
    'clock-started': 'Lovbestemt frist begyndt',
    'clock-met': 'Lovbestemt frist overholdt',
    'clock-late': 'Lovbestemt frist overskredet',
    statement: 'Udtalelse',
    picture: 'Situationsbillede opdateret',
    'control-asked': 'Øvelsesledelsen spurgt',
    'control-answered': 'Øvelsesledelsen svarede',
    contested: 'Indsigelse',
    outside: 'Gjort uden for værktøjet',
  },
  happenedIn: {
    situation: 'Situationen',
    consequences: 'Konsekvenser',
    measures: 'Tiltag',
    outlook: 'Udvikling',
    communication: 'Kommunikation',
  },

  // Search
  searchFor: 'Søg i alt, hvad I har',
  searchHint: 'Meddelelser, opgaver, beslutninger, oplysninger, udtalelser og kontakter.',
  searchNone: (query: string) => `Intet passer til »${query}«.`,
  searchFound: (n: number) => (n === 1 ? '1 fundet' : `${n} fundet`),
  searchMore: (n: number) => `Vis ${n} mere`,
  searchGroups: {
    items: 'Meddelelser',
    tasks: 'Opgaver',
    decisions: 'Beslutninger',
    facts: 'Oplysninger',
    picture: 'Situationsbillede',
    statements: 'Udtalelser',
    contacts: 'Kontakter',
  },

  // Signals
  signalsText: 'Alt er slået fra, til du slår det til. Valget huskes i denne browser.',
  soundOn: 'Lyd, når der kommer noget nyt',
  soundHint: 'Alarmer og telefonopkald lyder anderledes end resten.',
  soundNone: 'Denne browser kan ikke give lyd.',
  hear: { alarm: 'Hør alarm', phone: 'Hør telefon', message: 'Hør meddelelse' },
  notifyOn: 'Besked fra browseren, når siden ikke er fremme',
  notifyHint: 'Beskeden siger kun »Nyt i øvelsen«, for andre kan se skærmen.',
  notifyNone:
    'Browseren giver kun beskeder på sikre adresser (https), og øvelsens adresse er normalt ikke en af dem.',
  notifyDenied:
    'Browseren har fået nej til beskeder fra denne side. Det kan ændres i dens indstillinger.',
  slashOn: 'Tasten / åbner søgningen',
  slashHint: 'Virker, når du ikke er i gang med at skrive i et felt.',

  // What one did
  didText: 'Det, jeres rolle gjorde, i den rækkefølge det skete. Det er til at gemme.',
  didShared: (n: number) =>
    `I er ${n} i rollen lige nu. Siden viser, hvad rollen gjorde, uanset hvem af jer det var.`,
  didRole: 'Har flere siddet i rollen, er det her det, I gjorde tilsammen.',
  didSeat: 'Plads',
  didDate: 'Dato i øvelsen',
  didActs: 'Det gjorde rollen',
  didFacts: 'Det fik rollen at vide',
  didAnswers: 'Svar på spørgsmål undervejs',
  didRead: 'Læst',
  didLearnt: 'Oplysning kendt',
  didNothing: 'Der er ikke noget at vise endnu.',
  didSums: {
    messages: 'Meddelelser sendt',
    taken: 'Opgaver påtaget',
    done: 'Opgaver løst',
    decisions: 'Beslutninger truffet',
    declared: 'Erklæringer',
    statements: 'Udtalelser',
    picture: 'Opdateringer af situationsbilledet',
    facts: 'Oplysninger kendt',
  },
  saveSheet: 'Gem',
  savedSheet: 'Gemt. Filen ligger blandt browserens hentede filer.',
  printSheet: 'Udskriv',
  sheetFile: 'det-gjorde-du',
};

export type LaterWords = typeof da;

const en: LaterWords = {
  timelineText: 'What has happened as far as your role can see. The newest is at the top.',
  timelineEmpty: 'Nothing has happened yet.',
  scope: 'Show',
  scopes: { all: 'Everything', ours: 'Our organisation', own: 'Our role' },
  happened: {
    received: 'Received',
    sent: 'Sent',
    'task-arisen': 'Task arose',
    'task-accountable': 'Accountability taken on',
    'task-responsible': 'Work on the task taken on',
    'task-offered': 'Handover offered',
    'task-assigned': 'Asked to take the task',
    'task-declined': 'Task declined',
    'task-done': 'Task reported done',
    'decision-raised': 'Decision raised',
    'decision-discussed': 'Decision discussed',
    'decision-made': 'Decision made',
    aware: 'Declared aware of',
    classified: 'Classified',
    'clock-started': 'Statutory deadline began',
    'clock-met': 'Statutory deadline met',
    'clock-late': 'Statutory deadline missed',
    statement: 'Statement',
    picture: 'Situation picture updated',
    'control-asked': 'Asked exercise control',
    'control-answered': 'Exercise control answered',
    contested: 'Objection',
    outside: 'Done outside the tool',
  },
  happenedIn: {
    situation: 'Situation',
    consequences: 'Consequences',
    measures: 'Measures',
    outlook: 'Outlook',
    communication: 'Communication',
  },

  searchFor: 'Search in all you have',
  searchHint: 'Messages, tasks, decisions, facts, statements and contacts.',
  searchNone: (query) => `Nothing matches “${query}”.`,
  searchFound: (n) => `${n} found`,
  searchMore: (n) => `Show ${n} more`,
  searchGroups: {
    items: 'Messages',
    tasks: 'Tasks',
    decisions: 'Decisions',
    facts: 'Facts',
    picture: 'Situation picture',
    statements: 'Statements',
    contacts: 'Contacts',
  },

  signalsText: 'Everything is off until you turn it on. The choice is kept in this browser.',
  soundOn: 'A sound when something new comes',
  soundHint: 'Alarms and phone calls sound different from the rest.',
  soundNone: 'This browser cannot make a sound.',
  hear: { alarm: 'Hear the alarm', phone: 'Hear the phone', message: 'Hear a message' },
  notifyOn: 'A notification from the browser when the page is not in front',
  notifyHint: 'It says only “New in the exercise”, because others can see the screen.',
  notifyNone:
    'Browsers notify only on secure addresses (https), and the exercise’s usually is not one.',
  notifyDenied:
    'The browser was told not to let this page notify. That can be changed in its settings.',
  slashOn: 'The / key opens the search',
  slashHint: 'It works when you are not writing in a field.',

  didText: 'What your role did, in the order in which it happened. It is yours to keep.',
  didShared: (n) =>
    `There are ${n} of you in the role right now. The page shows what the role did, whichever of you it was.`,
  didRole: 'If several people sat in the role, this is what you did together.',
  didSeat: 'Seat',
  didDate: 'Date in the exercise',
  didActs: 'What the role did',
  didFacts: 'What the role learnt',
  didAnswers: 'Answers to questions on the way',
  didRead: 'Read',
  didLearnt: 'Fact known',
  didNothing: 'There is nothing to show yet.',
  didSums: {
    messages: 'Messages sent',
    taken: 'Tasks taken on',
    done: 'Tasks done',
    decisions: 'Decisions made',
    declared: 'Declarations',
    statements: 'Statements made',
    picture: 'Updates of the situation picture',
    facts: 'Facts known',
  },
  saveSheet: 'Save',
  savedSheet: 'Saved. The file is among the browser’s downloads.',
  printSheet: 'Print',
  sheetFile: 'what-you-did',
};

const CATALOGUES: { readonly [L in Lang]: LaterWords } = { da, en };

export function laterWords(lang: Lang): LaterWords {
  return CATALOGUES[lang];
}
