/**
 * Findings in words: heading, what happened, what the plan said, a question for the debrief, a first
 * idea for the follow-up. Knows: the codes. Does not know: how the words are laid out.
 */
import type { Lang } from '../engine/scenario/text.ts';
import type { Code, Doubt, FindingCode } from './analysis/finding.ts';

/** A finding's subjects and figures, already said in the reader's language. */
export type Said = {
  readonly [
    K in
      | 'task'
      | 'decision'
      | 'clock'
      | 'interface'
      | 'facts'
      | 'roles'
      | 'others'
      /** What a fact was needed for. */
      | 'purpose'
      | 'lasted'
      | 'window'
      | 'lateBy'
      | 'after'
      | 'margin'
      | 'variant'
  ]: string;
};
type Say = (s: Said) => string;
export type Wording = {
  readonly title: Say;
  readonly happened: Say;
  readonly planned: Say;
  readonly question: Say;
  readonly action: Say;
};
const PRINCIPLES = {
  GAP: 'sector',
  NO_AUTHORITY: 'sector',
  VACUUM: 'action',
  OVERLAP: 'cooperation',
  CONTENTION: 'cooperation',
  DRIFT: 'sector',
  ABSENT_A: 'sector',
  TASK_LATE: 'action',
  HANDOVER_ORPHAN: 'cooperation',
  CLOCK_MISSED: 'action',
  CLOCK_LATE: 'action',
  CLOCK_UNDECLARED: 'action',
  LATE_DECISION: 'action',
  INFO_HELD: 'cooperation',
  UNOPENED: 'action',
  NOT_CONSULTED: 'cooperation',
  NOT_INFORMED: 'cooperation',
  IF_UNTESTED: 'cooperation',
} as const satisfies Record<FindingCode, string>;
const ELEMENTS = {
  GAP: 'planning',
  NO_AUTHORITY: 'organisation',
  VACUUM: 'organisation',
  OVERLAP: 'planning',
  CONTENTION: 'planning',
  DRIFT: 'planning',
  ABSENT_A: 'organisation',
  TASK_LATE: 'organisation',
  HANDOVER_ORPHAN: 'training',
  CLOCK_MISSED: 'planning',
  CLOCK_LATE: 'organisation',
  CLOCK_UNDECLARED: 'training',
  LATE_DECISION: 'organisation',
  INFO_HELD: 'organisation',
  UNOPENED: 'equipment',
  NOT_CONSULTED: 'planning',
  NOT_INFORMED: 'planning',
  IF_UNTESTED: 'exercise',
} as const satisfies Record<FindingCode, string>;

const daQuestion = 'Hvad gjorde, at det lykkedes, og hvor ellers kunne det bruges?';
const daKeep: Pick<Wording, 'planned' | 'question' | 'action'> = {
  planned: () => 'Som planlagt.',
  question: () => daQuestion,
  action: () => 'Fasthold og beskriv praksis.',
};

const da: Record<Code, Wording> = {
  GAP: {
    title: (s) => `Ansvarshul: ingen tog ${s.task}`,
    happened: (s) =>
      `Opgaven opstod, men ingen havde taget eller udført noget af den, da vinduet på ${s.window} lukkede.`,
    planned: (s) => `Opgaven skulle ejes eller udføres af ${s.roles}.`,
    question: () =>
      'Hvem mente hver af jer, at opgaven lå hos, og hvad skulle have fået en af jer til at tage den?',
    action: () => 'Gør det entydigt i planen, hvem der tager opgaven, og hvad der udløser den.',
  },
  NO_AUTHORITY: {
    title: (s) => `Besluttet uden mandat: ${s.decision}`,
    happened: (s) => `Beslutningen blev truffet af ${s.roles}.`,
    planned: (s) => `Mandatet lå hos ${s.others}.`,
    question: () => 'Vidste I, hvem der havde mandatet, og kunne vedkommende være nået?',
    action: () => 'Gør mandater og stedfortrædere kendt, også uden for normal arbejdstid.',
  },
  VACUUM: {
    title: (s) => `Ansvarsvakuum i ${s.lasted}: ${s.task}`,
    happened: (s) => `I ${s.lasted} havde ingen opgaven. Vinduet var ${s.window}.`,
    planned: (s) => `Opgaven skulle ejes eller udføres af ${s.roles}.`,
    question: () => 'Hvornår stod det klart, at opgaven var jeres, og hvad ventede I på?',
    action: () => 'Aftal, hvordan man melder «vi har den», og hvem der spørger, når ingen gør.',
  },
  OVERLAP: {
    title: (s) => `Overlap: flere tog ansvaret for ${s.task}`,
    happened: (s) => `Hver for sig tog ${s.roles} opgaven som endeligt ansvarlig.`,
    planned: () => 'Én rolle ad gangen er endeligt ansvarlig for en opgave.',
    question: () => 'Vidste I af hinanden, da I tog opgaven? Hvem burde have haft den?',
    action: () => 'Afklar, hvem der ejer opgaven, når flere kan, og skriv det ind i planen.',
  },
  CONTENTION: {
    title: (s) => `Kompetencestrid i ${s.lasted}: ${s.task}`,
    happened: (s) => `I ${s.lasted} stod ${s.roles} samtidig som endeligt ansvarlige.`,
    planned: () => 'Én rolle ad gangen er endeligt ansvarlig for en opgave.',
    question: () => 'Hvordan blev det afgjort, og hvem kunne have afgjort det før?',
    action: () => 'Beskriv, hvem der afgør det, når to roller gør krav på samme opgave.',
  },
  DRIFT: {
    title: (s) => `Afvigelse: ${s.roles} handlede på ${s.task}`,
    happened: (s) => `Opgaven blev taget eller udført af ${s.roles}, som ikke var tiltænkt det.`,
    planned: (s) => `Opgaven skulle ejes eller udføres af ${s.others}.`,
    question: () =>
      'Var planen forkert, ukendt eller ubrugelig, eller var det et bedre skøn på stedet?',
    action: () => 'Afklar, om planen skal ændres, eller om kendskabet til den skal styrkes.',
  },
  ABSENT_A: {
    title: (s) => `Ingen ejer: ${s.task} blev løst uden en endeligt ansvarlig`,
    happened: (s) => `Opgaven blev løst af ${s.others}, men ingen tog ejerskabet.`,
    planned: (s) => `Opgaven skulle ejes af ${s.roles}.`,
    question: () => 'Hvem ville have stået til ansvar, hvis resultatet havde været forkert?',
    action: () => 'Gør det til fast praksis, at ejeren melder sig, før opgaven udføres.',
  },
  TASK_LATE: {
    title: (s) => (s.variant === 'late' ? `For sent løst: ${s.task}` : `Ikke løst: ${s.task}`),
    happened: (s) =>
      s.variant === 'late'
        ? `Opgaven blev løst ${s.lateBy} efter, at vinduet var lukket.`
        : `Opgaven var taget, men ikke løst, da vinduet på ${s.window} lukkede, og blev det heller ikke siden.`,
    planned: (s) => `Opgaven skulle være løst inden for ${s.window} af ${s.roles}.`,
    question: () => 'Hvad tog tiden, og hvornår burde nogen have kaldt på hjælp?',
    action: () => 'Gennemgå opgavens arbejdsgang og bemanding.',
  },
  HANDOVER_ORPHAN: {
    title: (s) =>
      s.variant === 'unanswered'
        ? `Overdragelse uden svar: ${s.task}`
        : `Sluppet uden afløser: ${s.task}`,
    happened: (s) =>
      s.variant === 'unanswered'
        ? `Opgaven blev tilbudt ${s.roles} af ${s.others}, og der kom aldrig svar.`
        : `Opgaven blev sluppet af ${s.roles}, og i ${s.lasted} tog ingen over.`,
    planned: () => 'En opgave er først overdraget, når modtageren har sagt ja.',
    question: () => 'Hvem troede I havde opgaven imens?',
    action: () => 'Øv overdragelse med kvittering.',
  },
  CLOCK_MISSED: {
    title: (s) => `Frist udløbet uden indsendelse: ${s.clock}`,
    happened: () => 'Fristen udløb, uden at der var indsendt.',
    planned: (s) => `Indsendelsen lå hos ${s.roles}.`,
    question: () => 'Hvornår kunne I se, at fristen var i fare, og hvem holdt øje med den?',
    action: () => 'Udpeg, hvem der holder øje med lovbestemte frister fra første erkendelse.',
  },
  CLOCK_LATE: {
    title: (s) => `Frist overskredet med ${s.lateBy}: ${s.clock}`,
    happened: (s) => `Der blev indsendt ${s.lateBy} efter fristen.`,
    planned: (s) => `Indsendelsen lå hos ${s.roles}.`,
    question: () => 'Hvad manglede I for at kunne indsende noget foreløbigt til tiden?',
    action: () => 'Forbered skabeloner til foreløbige indberetninger.',
  },
  CLOCK_UNDECLARED: {
    title: (s) => `Erkendelsen udeblev: ${s.clock}`,
    happened: (s) =>
      `Organisationen kendte de nødvendige oplysninger i ${s.after}, men erklærede sig ikke bekendt med hændelsen. Fristen begyndte derfor aldrig.`,
    planned: (s) => `Stillingtagen til, om hændelsen udløste fristen, lå hos ${s.roles}.`,
    question: () => 'Hvem skulle have sagt «nu er vi bekendt med det», og hvad manglede?',
    action: () =>
      'Beskriv, hvem der erklærer organisationen bekendt med en hændelse, og på hvilket grundlag.',
  },
  LATE_DECISION: {
    title: (s) =>
      s.variant === 'default'
        ? `Ingen besluttede: ${s.decision}`
        : s.variant === 'late'
          ? `Sen beslutning: ${s.decision}`
          : `Ikke truffet: ${s.decision}`,
    happened: (s) =>
      s.variant === 'default'
        ? `Vinduet på ${s.window} lukkede, og standardvalget trådte i kraft.`
        : s.variant === 'late'
          ? `Beslutningen blev truffet ${s.lasted} efter, at den var rejst. Vinduet var ${s.window}.`
          : `Beslutningen var ikke truffet, da øvelsen sluttede. Vinduet på ${s.window} var udløbet.`,
    planned: (s) => `Beslutningen lå hos ${s.roles}.`,
    question: () =>
      'Hvad ventede I på, og hvad ville det have kostet at beslutte på et mere usikkert grundlag?',
    action: () =>
      'Aftal, hvornår der besluttes på ufuldstændigt grundlag, og hvem der i så fald gør det.',
  },
  INFO_HELD: {
    title: (s) => `Viden blev liggende: ${s.roles} manglede det, ${s.others} vidste`,
    happened: (s) => `Oplysningen ${s.facts} var kendt af ${s.others}, men nåede ikke frem i tide.`,
    planned: (s) => `Den skulle bruges til ${s.purpose}.`,
    question: () =>
      'Vidste den, der havde oplysningen, at andre manglede den? Hvem skulle have spurgt?',
    action: () => 'Aftal, hvilke oplysninger der altid deles, og med hvem.',
  },
  UNOPENED: {
    title: (s) => `Leveret, men ikke læst: ${s.roles}`,
    happened: (s) => `Dette lå hos rollen og blev ikke åbnet i tide: ${s.facts}.`,
    planned: (s) =>
      s.purpose === '' ? 'Rollen var modtager.' : `Det skulle bruges til ${s.purpose}.`,
    question: () =>
      'Hvorfor blev det liggende: for meget på én gang, forkert kanal, ingen på pladsen?',
    action: () => 'Se på bemanding, kanaler og prioritering af det indkomne.',
  },
  NOT_CONSULTED: {
    title: (s) => `Ikke hørt: ${s.roles}`,
    happened: (s) =>
      s.variant === 'decision'
        ? `Beslutningen ${s.decision} blev truffet uden svar fra ${s.roles}.`
        : s.variant === 'asked'
          ? `Der kom intet svar fra ${s.roles}, før opgaven ${s.task} var løst.`
          : `Opgaven ${s.task} blev løst uden at spørge ${s.roles}.`,
    planned: (s) => `${s.roles} skulle høres først.`,
    question: () => 'Hvad ville svaret have været, og havde det ændret noget?',
    action: () => 'Byg høringen ind i arbejdsgangen med en frist, så den ikke sinker.',
  },
  NOT_INFORMED: {
    title: (s) =>
      s.variant === 'late' ? `For sent orienteret: ${s.roles}` : `Ikke orienteret: ${s.roles}`,
    happened: (s) =>
      s.variant === 'late'
        ? `Resultatet af ${s.task} blev først set ${s.lateBy} efter, at vinduet var lukket.`
        : `Resultatet af ${s.task} blev aldrig set.`,
    planned: (s) => `Orientering skulle gives til ${s.roles}.`,
    question: () => 'Hvem skulle have givet besked, og hvad gjorde I uden den?',
    action: () => 'Gør orienteringen til en del af opgaven, ikke noget bagefter.',
  },
  IF_UNTESTED: {
    title: (s) =>
      s.variant === 'used'
        ? `Snitflade kun berørt: ${s.interface}`
        : `Snitflade ikke afprøvet: ${s.interface}`,
    happened: (s) =>
      s.variant === 'used'
        ? 'Der gik beskeder over snitfladen, men ikke det, den skal bære, eller det blev ikke åbnet.'
        : s.variant === 'triggered'
          ? 'Der var noget at overbringe, men intet gik over snitfladen.'
          : 'Intet i øvelsen gjorde snitfladen aktuel.',
    planned: (s) => `Besked skulle gå fra ${s.roles} til ${s.others}.`,
    question: () => 'Ved I, hvem I skal have fat i på den anden side, og hvad de har brug for?',
    action: (s) =>
      s.variant === 'never' ? 'Tag snitfladen med i næste øvelse.' : 'Afprøv snitfladen særskilt.',
  },
  STRENGTH_OWNERSHIP: {
    title: (s) => `Klart ejerskab: ${s.task}`,
    happened: (s) =>
      `Opgaven blev ejet af ${s.roles} og løst inden for ${s.window}, uden overlap og uden længere tid uden indehaver.`,
    ...daKeep,
  },
  STRENGTH_DECISION: {
    title: (s) => `Rettidig og oplyst beslutning: ${s.decision}`,
    happened: (s) =>
      `Beslutningen blev truffet af ${s.roles} efter ${s.lasted}, med alle nøgleoplysninger kendt.`,
    ...daKeep,
  },
  STRENGTH_CLOCK: {
    title: (s) => `Frist overholdt: ${s.clock}`,
    happened: (s) => `Der blev indsendt, da ${s.margin} af fristen endnu var tilbage.`,
    ...daKeep,
  },
  STRENGTH_SHARING: {
    title: (s) => `Viden nåede frem: fra ${s.roles}`,
    happened: (s) =>
      `Oplysningen ${s.facts} nåede i tide frem til ${s.others}, som havde brug for den.`,
    ...daKeep,
  },
  STRENGTH_HANDOVER: {
    title: (s) => `Overdragelse med kvittering: ${s.task}`,
    happened: (s) => `Opgaven gik fra ${s.roles} til ${s.others}, som sagde ja efter ${s.lasted}.`,
    ...daKeep,
  },
  STRENGTH_INTERFACE: {
    title: (s) => `Snitflade i brug: ${s.interface}`,
    happened: (s) => `Det, der skulle overbringes fra ${s.roles} til ${s.others}, blev det.`,
    ...daKeep,
  },
};

const enKeep: Pick<Wording, 'planned' | 'question' | 'action'> = {
  planned: () => 'As planned.',
  question: () => 'What made it work, and where else could it be used?',
  action: () => 'Keep the practice and write it down.',
};

const en: Record<Code, Wording> = {
  GAP: {
    title: (s) => `Gap: nobody took ${s.task}`,
    happened: (s) =>
      `The task arose, and nobody had taken or done any of it when its window of ${s.window} closed.`,
    planned: (s) => `The task was to be owned or done by ${s.roles}.`,
    question: () =>
      'Who did each of you think had the task, and what should have made one of you take it?',
    action: () => 'State in the plan who takes the task and what triggers it.',
  },
  NO_AUTHORITY: {
    title: (s) => `Decided without authority: ${s.decision}`,
    happened: (s) => `The decision was made by ${s.roles}.`,
    planned: (s) => `The authority lay with ${s.others}.`,
    question: () => 'Did you know who had the authority, and could they have been reached?',
    action: () => 'Make authorities and deputies known, outside office hours as well.',
  },
  VACUUM: {
    title: (s) => `Vacuum of ${s.lasted}: ${s.task}`,
    happened: (s) => `For ${s.lasted} nobody had the task. Its window was ${s.window}.`,
    planned: (s) => `The task was to be owned or done by ${s.roles}.`,
    question: () => 'When was it clear that the task was yours, and what were you waiting for?',
    action: () => 'Agree how one says “we have it”, and who asks when nobody does.',
  },
  OVERLAP: {
    title: (s) => `Overlap: several took ownership of ${s.task}`,
    happened: (s) => `Each by itself, ${s.roles} took the task as accountable.`,
    planned: () => 'One role at a time is accountable for a task.',
    question: () => 'Did you know of each other when you took it? Who should have had it?',
    action: () => 'Settle who owns the task when several could, and write it into the plan.',
  },
  CONTENTION: {
    title: (s) => `Contention for ${s.lasted}: ${s.task}`,
    happened: (s) => `For ${s.lasted}, ${s.roles} stood as accountable at the same time.`,
    planned: () => 'One role at a time is accountable for a task.',
    question: () => 'How was it settled, and who could have settled it earlier?',
    action: () => 'Describe who settles it when two roles claim the same task.',
  },
  DRIFT: {
    title: (s) => `Drift: ${s.roles} acted on ${s.task}`,
    happened: (s) => `The task was taken or done by ${s.roles}, who were not meant to.`,
    planned: (s) => `The task was to be owned or done by ${s.others}.`,
    question: () =>
      'Was the plan wrong, unknown or unusable, or was this better judgement on the spot?',
    action: () => 'Settle whether the plan should change or should be better known.',
  },
  ABSENT_A: {
    title: (s) => `No owner: ${s.task} was done with nobody accountable`,
    happened: (s) => `The task was done by ${s.others}, but nobody took ownership.`,
    planned: (s) => `The task was to be owned by ${s.roles}.`,
    question: () => 'Who would have answered for it if the outcome had been wrong?',
    action: () => 'Make it a habit that the owner speaks up before the task is done.',
  },
  TASK_LATE: {
    title: (s) => (s.variant === 'late' ? `Done late: ${s.task}` : `Not done: ${s.task}`),
    happened: (s) =>
      s.variant === 'late'
        ? `The task was done ${s.lateBy} after its window had closed.`
        : `The task was taken but not done when its window of ${s.window} closed, nor afterwards.`,
    planned: (s) => `The task was to be done within ${s.window} by ${s.roles}.`,
    question: () => 'What took the time, and when should somebody have called for help?',
    action: () => 'Review how the task is done and staffed.',
  },
  HANDOVER_ORPHAN: {
    title: (s) =>
      s.variant === 'unanswered'
        ? `Handover without an answer: ${s.task}`
        : `Let go with no successor: ${s.task}`,
    happened: (s) =>
      s.variant === 'unanswered'
        ? `The task was offered to ${s.roles} by ${s.others}, and no answer came.`
        : `The task was let go by ${s.roles}, and for ${s.lasted} nobody took it.`,
    planned: () => 'A task is handed over only when the receiver has said yes.',
    question: () => 'Who did you think had the task meanwhile?',
    action: () => 'Practise handover with acknowledgement.',
  },
  CLOCK_MISSED: {
    title: (s) => `Deadline passed with nothing submitted: ${s.clock}`,
    happened: () => 'The deadline passed and nothing had been submitted.',
    planned: (s) => `Submitting lay with ${s.roles}.`,
    question: () => 'When could you see that the deadline was at risk, and who was watching it?',
    action: () => 'Name who watches statutory deadlines from the first awareness.',
  },
  CLOCK_LATE: {
    title: (s) => `Deadline exceeded by ${s.lateBy}: ${s.clock}`,
    happened: (s) => `It was submitted ${s.lateBy} after the deadline.`,
    planned: (s) => `Submitting lay with ${s.roles}.`,
    question: () => 'What did you lack to submit something preliminary in time?',
    action: () => 'Prepare templates for preliminary notifications.',
  },
  CLOCK_UNDECLARED: {
    title: (s) => `Awareness never declared: ${s.clock}`,
    happened: (s) =>
      `The organisation held the facts it needed for ${s.after} and did not declare awareness, so the clock never started.`,
    planned: (s) => `Judging whether the incident started the clock lay with ${s.roles}.`,
    question: () => 'Who should have said “we are aware now”, and what was missing?',
    action: () => 'Describe who declares the organisation aware of an incident, and on what basis.',
  },
  LATE_DECISION: {
    title: (s) =>
      s.variant === 'default'
        ? `Nobody decided: ${s.decision}`
        : s.variant === 'late'
          ? `Late decision: ${s.decision}`
          : `Not made: ${s.decision}`,
    happened: (s) =>
      s.variant === 'default'
        ? `The window of ${s.window} closed and the default took effect.`
        : s.variant === 'late'
          ? `The decision was made ${s.lasted} after it was raised. Its window was ${s.window}.`
          : `The decision had not been made when the exercise ended. Its window of ${s.window} was over.`,
    planned: (s) => `The decision lay with ${s.roles}.`,
    question: () =>
      'What were you waiting for, and what would it have cost to decide on a less certain basis?',
    action: () => 'Agree when to decide on incomplete information, and who then does.',
  },
  INFO_HELD: {
    title: (s) => `Information held: ${s.roles} lacked what ${s.others} knew`,
    happened: (s) => `The fact ${s.facts} was known to ${s.others} and did not arrive in time.`,
    planned: (s) => `It was needed for ${s.purpose}.`,
    question: () =>
      'Did the one who had the fact know that others lacked it? Who should have asked?',
    action: () => 'Agree which information is always shared, and with whom.',
  },
  UNOPENED: {
    title: (s) => `Delivered and not read: ${s.roles}`,
    happened: (s) => `This lay with the role and was not opened in time: ${s.facts}.`,
    planned: (s) =>
      s.purpose === '' ? 'The role was a receiver.' : `It was needed for ${s.purpose}.`,
    question: () => 'Why was it left lying: too much at once, wrong channel, nobody in the seat?',
    action: () => 'Look at staffing, channels and the sorting of what comes in.',
  },
  NOT_CONSULTED: {
    title: (s) => `Not consulted: ${s.roles}`,
    happened: (s) =>
      s.variant === 'decision'
        ? `The decision ${s.decision} was made without an answer from ${s.roles}.`
        : s.variant === 'asked'
          ? `No answer came from ${s.roles} before the task ${s.task} was done.`
          : `The task ${s.task} was done without asking ${s.roles}.`,
    planned: (s) => `To be consulted first: ${s.roles}.`,
    question: () => 'What would the answer have been, and would it have changed anything?',
    action: () => 'Build the consultation into the procedure, with a time limit.',
  },
  NOT_INFORMED: {
    title: (s) => (s.variant === 'late' ? `Informed late: ${s.roles}` : `Not informed: ${s.roles}`),
    happened: (s) =>
      s.variant === 'late'
        ? `The outcome of ${s.task} was seen only ${s.lateBy} after its window had closed.`
        : `The outcome of ${s.task} was never seen.`,
    planned: (s) => `To be informed: ${s.roles}.`,
    question: () => 'Who should have told them, and what did they do without it?',
    action: () => 'Make informing a part of the task, not an afterthought.',
  },
  IF_UNTESTED: {
    title: (s) =>
      s.variant === 'used'
        ? `Interface only touched: ${s.interface}`
        : `Interface not exercised: ${s.interface}`,
    happened: (s) =>
      s.variant === 'used'
        ? 'Messages crossed the interface, but not what it is to carry, or they were not opened.'
        : s.variant === 'triggered'
          ? 'There was something to carry across, and nothing crossed.'
          : 'Nothing in the exercise made the interface relevant.',
    planned: (s) => `Word was to go from ${s.roles} to ${s.others}.`,
    question: () => 'Do you know whom to reach on the other side, and what they need?',
    action: (s) =>
      s.variant === 'never'
        ? 'Include the interface in the next exercise.'
        : 'Test the interface on its own.',
  },
  STRENGTH_OWNERSHIP: {
    title: (s) => `Clear ownership: ${s.task}`,
    happened: (s) =>
      `The task was owned by ${s.roles} and done within ${s.window}, without overlap and without a long time unheld.`,
    ...enKeep,
  },
  STRENGTH_DECISION: {
    title: (s) => `Timely and informed decision: ${s.decision}`,
    happened: (s) =>
      `The decision was made by ${s.roles} after ${s.lasted}, with every key fact known.`,
    ...enKeep,
  },
  STRENGTH_CLOCK: {
    title: (s) => `Deadline met: ${s.clock}`,
    happened: (s) => `It was submitted with ${s.margin} of the time left.`,
    ...enKeep,
  },
  STRENGTH_SHARING: {
    title: (s) => `Information got through: from ${s.roles}`,
    happened: (s) => `The fact ${s.facts} reached ${s.others}, who needed it, in time.`,
    ...enKeep,
  },
  STRENGTH_HANDOVER: {
    title: (s) => `Acknowledged handover: ${s.task}`,
    happened: (s) =>
      `The task went from ${s.roles} to ${s.others}, who said yes after ${s.lasted}.`,
    ...enKeep,
  },
  STRENGTH_INTERFACE: {
    title: (s) => `Interface in use: ${s.interface}`,
    happened: (s) => `What was to cross from ${s.roles} to ${s.others} did.`,
    ...enKeep,
  },
};

const daTerms = {
  principles: {
    sector: 'sektoransvarsprincippet',
    cooperation: 'samarbejdsprincippet',
    action: 'handlingsprincippet',
  },
  elements: {
    planning: 'planlægning',
    organisation: 'organisation',
    equipment: 'udstyr og systemer',
    training: 'uddannelse',
    exercise: 'øvelse',
  },
  doubts: {
    unseated: 'Ingen sad i rollen under øvelsen.',
    bots: 'Rollen blev spillet af en bot.',
    cut: 'Øvelsen sluttede, før vinduet lukkede.',
    verbal: 'Kan være sket mundtligt.',
    ambiguity: 'Tvivlen er lagt ind i planen med vilje.',
    deputy: 'Rollen er stedfortræder for en, der var tiltænkt opgaven.',
    prompted: 'Et reserveindspil mindede om opgaven.',
  } satisfies Record<Doubt, string>,
};
const enTerms: typeof daTerms = {
  principles: {
    sector: 'sector responsibility',
    cooperation: 'cooperation',
    action: 'action (readiness too high rather than too low)',
  },
  elements: {
    planning: 'planning',
    organisation: 'organisation',
    equipment: 'equipment and systems',
    training: 'training',
    exercise: 'exercise',
  },
  doubts: {
    unseated: 'Nobody sat in the role during the exercise.',
    bots: 'The role was played by a bot.',
    cut: 'The exercise ended before the window closed.',
    verbal: 'It may have happened by word of mouth.',
    ambiguity: 'The doubt is built into the plan on purpose.',
    deputy: 'The role deputises for one that was meant to have the task.',
    prompted: 'A contingency inject reminded of the task.',
  },
};

export function wording(code: Code, lang: Lang): Wording {
  return { da, en }[lang][code];
}

export function doubtText(doubt: Doubt, lang: Lang): string {
  return { da: daTerms, en: enTerms }[lang].doubts[doubt];
}

/** The crisis-management principle a finding touches, and the element the follow-up belongs to. */
export function lens(
  code: Code,
  lang: Lang,
): { readonly principle: string; readonly element: string } | undefined {
  const terms = { da: daTerms, en: enTerms }[lang];
  if (!(code in PRINCIPLES)) return undefined;
  const finding = code as FindingCode;
  return {
    principle: terms.principles[PRINCIPLES[finding]],
    element: terms.elements[ELEMENTS[finding]],
  };
}
