/**
 * The words that a key can take, with their meanings in Danish and English.
 * Knows: what each word says. Does not know: where it may stand (schema does).
 */
import type {
  CLOCK_STATES,
  DECISION_STATES,
  EXPECTATION_STATES,
  INJECT_STATES,
  SERVICE_STATES,
  TASK_STATES,
} from '../condition.ts';
import {
  ACTS,
  CAPABILITIES,
  CERTAINTIES,
  CHANNELS,
  DOMAINS,
  KINDS,
  LETTERS,
  MARKINGS,
} from '../schema.ts';
import { LANGS, type Lang } from '../text.ts';

/** One sentence or less, in each language. */
export type Said = { readonly [L in Lang]: string };
type Words<W extends readonly string[]> = Readonly<Record<W[number], Said>>;

const kinds: Words<typeof KINDS> = {
  'crisis-management': {
    da: 'Krisestyringsøvelse: stabe arbejder sammen gennem en hel krise, med indspilscelle og medier.',
    en: 'Crisis management exercise: staffs work through a whole crisis, with a SimCell and media.',
  },
  'stress-test': {
    da: 'Stresstest af operationel robusthed: presset øges, indtil det viser sig, hvor det brister.',
    en: 'Stress test of operational robustness: the load is raised until it shows where it gives.',
  },
  'recovery-test': {
    da: 'Reetableringstest: systemer bringes op igen i rækkefølge, og fagområdet godkender.',
    en: 'Recovery test: systems are brought back in order, and the service that owns them approves.',
  },
  'cross-sector': {
    da: 'Tværsektoriel øvelse: mindst to sektorer, følgevirkninger og snitfladerne imellem dem.',
    en: 'Cross-sector exercise: at least two sectors, cascades and the interfaces between them.',
  },
  dilemma: {
    da: 'Dilemmaøvelse: ledelsen drøfter en række valg ved bordet, en til to timer.',
    en: 'Dilemma exercise: the management talks a number of choices through, one to two hours.',
  },
  procedure: {
    da: 'Procedureøvelse: én procedure prøves trin for trin, for eksempel alarmering.',
    en: 'Procedure exercise: one procedure is tried step by step, such as call-out.',
  },
};

const channels: Words<typeof CHANNELS> = {
  phone: { da: 'Telefonopkald', en: 'Phone call' },
  email: { da: 'E-mail', en: 'Email' },
  sms: { da: 'Sms', en: 'Text message' },
  radio: { da: 'Radio', en: 'Radio' },
  letter: { da: 'Brev', en: 'Letter' },
  news: { da: 'Nyhed i pressen', en: 'News story' },
  social: { da: 'Opslag på sociale medier', en: 'Post on social media' },
  alarm: { da: 'Alarm fra et system', en: 'Alarm from a system' },
  broadcast: { da: 'Varsling til befolkningen', en: 'Public warning broadcast' },
  sitrep: { da: 'Situationsrapport', en: 'Situation report' },
  meeting: { da: 'Sagt på et møde', en: 'Said in a meeting' },
  portal: { da: 'Besked i en portal', en: 'Message in a portal' },
};

const markings: Words<typeof MARKINGS> = {
  'TLP:CLEAR': { da: 'Må deles frit.', en: 'May be shared freely.' },
  'TLP:GREEN': {
    da: 'Må deles i fællesskabet, ikke offentligt.',
    en: 'May be shared in the community, not in public.',
  },
  'TLP:AMBER': {
    da: 'Må deles i egen organisation og med dens kunder, hvis de har brug for den.',
    en: 'May be shared in one’s own organisation and with its clients, on a need-to-know basis.',
  },
  'TLP:AMBER+STRICT': {
    da: 'Må kun deles i egen organisation, med dem, der har brug for den.',
    en: 'May be shared in one’s own organisation only, on a need-to-know basis.',
  },
  'TLP:RED': { da: 'Kun for de navngivne modtagere.', en: 'For the named receivers only.' },
};

const certainties: Words<typeof CERTAINTIES> = {
  possible: {
    da: 'Det kan være sådan; ingen har set efter.',
    en: 'It may be so; nobody has looked.',
  },
  likely: { da: 'Meget tyder på det.', en: 'Much speaks for it.' },
  confirmed: { da: 'Det er undersøgt og står fast.', en: 'It has been looked into, and stands.' },
};

const domains: Words<typeof DOMAINS> = {
  digital: {
    da: 'Det digitale: systemer, net og data.',
    en: 'The digital: systems, networks and data.',
  },
  physical: {
    da: 'Det fysiske: mennesker, steder og ting.',
    en: 'The physical: people, places and things.',
  },
  both: { da: 'Begge dele.', en: 'Both.' },
};

const capabilities: Words<typeof CAPABILITIES> = {
  activation: { da: 'Aktivering og drift', en: 'Activation and operation' },
  information: { da: 'Informationshåndtering', en: 'Information management' },
  coordination: {
    da: 'Koordinering af handlinger og ressourcer',
    en: 'Coordination of actions and resources',
  },
  communication: { da: 'Krisekommunikation', en: 'Crisis communication' },
  operations: { da: 'Operativ indsats', en: 'Operational effort' },
};

const acts: Words<typeof ACTS> = {
  open: { da: 'Åbne indspillet.', en: 'Open the inject.' },
  acknowledge: { da: 'Kvittere for indspillet.', en: 'Acknowledge the inject.' },
  answer: { da: 'Svare afsenderen.', en: 'Answer the sender.' },
  message: {
    da: 'Sende besked til dem i `to:`, med oplysningerne i `facts:`.',
    en: 'Send a message to those in `to:`, with the facts in `facts:`.',
  },
  task: { da: 'Udføre opgaven i `task:`.', en: 'Do the task in `task:`.' },
  decision: { da: 'Træffe beslutningen i `decision:`.', en: 'Make the decision in `decision:`.' },
  declare: {
    da: 'Erklære organisationen bekendt med sagen, så de lovbestemte frister løber.',
    en: 'Declare that the organisation is aware, so that statutory deadlines run.',
  },
};

const players: Words<readonly ['participant', 'simcell']> = {
  participant: { da: 'En øvelsestager.', en: 'A player.' },
  simcell: {
    da: 'Indspilscellen, altså øvelsesledelsen.',
    en: 'The SimCell, that is exercise control.',
  },
};

const letters: Words<typeof LETTERS> = {
  hidden: { da: 'Ingen ser dem.', en: 'Nobody sees them.' },
  shown: { da: 'Hver rolle ser sine egne.', en: 'Each role sees its own.' },
};

const languages: Words<typeof LANGS> = {
  da: { da: 'Dansk', en: 'Danish' },
  en: { da: 'Engelsk', en: 'English' },
};

const asks: Words<readonly ['owner-of']> = {
  'owner-of': { da: 'Hvem har opgaven lige nu?', en: 'Who has the task right now?' },
};

/** What `is:` can ask, by what the condition is about. */
export const STATES = {
  task: {
    open: { da: 'Begyndt, men ikke udført.', en: 'Begun, but not done.' },
    claimed: { da: 'Nogen har taget den.', en: 'Somebody has taken it.' },
    done: { da: 'Udført.', en: 'Done.' },
    overdue: {
      da: 'Fristen er udløbet, før den blev udført.',
      en: 'Its time ran out before it was done.',
    },
  } satisfies Words<typeof TASK_STATES>,
  decision: {
    open: { da: 'Rejst, men ikke truffet.', en: 'Opened, but not made.' },
    made: { da: 'Truffet, uanset hvordan.', en: 'Made, whichever way.' },
  } satisfies Words<typeof DECISION_STATES>,
  inject: {
    released: { da: 'Sendt.', en: 'Released.' },
    opened: { da: 'Åbnet af mindst én modtager.', en: 'Opened by at least one receiver.' },
    acknowledged: { da: 'Mindst én har kvitteret.', en: 'Acknowledged by at least one.' },
    answered: { da: 'Mindst én har svaret.', en: 'Answered by at least one.' },
  } satisfies Words<typeof INJECT_STATES>,
  expectation: {
    met: { da: 'Indfriet.', en: 'Met.' },
    overdue: {
      da: 'Ikke indfriet til tiden; også når det sker senere.',
      en: 'Not met in time; also when it is met later.',
    },
  } satisfies Words<typeof EXPECTATION_STATES>,
  clock: {
    running: { da: 'Løber.', en: 'Running.' },
    met: { da: 'Overholdt.', en: 'Met.' },
    late: { da: 'Overskredet.', en: 'Late.' },
  } satisfies Words<typeof CLOCK_STATES>,
  service: {
    up: {
      da: 'Fuldt i drift (100 %); også før noget har sænket den.',
      en: 'Works in full (100%); also before anything has lowered it.',
    },
    down: { da: 'Helt nede (0 %).', en: 'Does not work at all (0%).' },
  } satisfies Words<typeof SERVICE_STATES>,
} as const;
export type StateSubject = keyof typeof STATES;

/** Every set of words, each under a name of its own. */
const SETS: readonly (readonly [readonly string[], Readonly<Record<string, Said>>])[] = [
  [KINDS, kinds],
  [CHANNELS, channels],
  [MARKINGS, markings],
  [CERTAINTIES, certainties],
  [DOMAINS, domains],
  [CAPABILITIES, capabilities],
  [ACTS, acts],
  [['participant', 'simcell'], players],
  [LETTERS, letters],
  [LANGS, languages],
  [['owner-of'], asks],
];

/** The meanings of exactly these words, in their order; undefined for a set nobody has described. */
export function meaningsOf(words: readonly string[]): readonly Said[] | undefined {
  const found = SETS.find(([, terms]) => words.every((word) => Object.hasOwn(terms, word)));
  if (!found) return undefined;
  return words.flatMap((word) => found[1][word] ?? []);
}
