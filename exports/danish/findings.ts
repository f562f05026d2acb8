/**
 * Findings in Danish: heading, what happened, what the plan said, a question, a first idea.
 * Knows: the codes. Does not know: how the words are laid out.
 */
import type { Code } from '../analysis/finding.ts';
import type { Terms, Wording } from '../finding.ts';
import { passingFindings } from './findings/passing.ts';
import { serviceFindings } from './findings/services.ts';
import { informationFindings } from './findings/information.ts';
import { coordination } from './findings/coordination.ts';

const keep: Pick<Wording, 'planned' | 'question' | 'action'> = {
  planned: () => 'Som planlagt.',
  question: () => 'Hvad gjorde, at det lykkedes, og hvor ellers kunne det bruges?',
  action: () => 'Fasthold og beskriv praksis.',
};

export const findings: Record<Code, Wording> = {
  ...serviceFindings,
  ...informationFindings,
  ...coordination,
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
    action: () => 'Aftal, hvordan man melder »vi har den«, og hvem der spørger, når ingen gør.',
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
  ORPHAN_BELIEF: {
    title: (s) => `Ingen så opgaven som sin: ${s.task}`,
    happened: (s) =>
      `Da der blev spurgt ${s.at}, nævnte ingen sig selv som ejer, mens opgaven var åben. Det hyppigste svar samlede ${s.part}.`,
    planned: (s) => `Opgaven skulle ejes eller udføres af ${s.roles}.`,
    causes: () =>
      'Planen kan være ukendt eller uklar, opgaven kan være opstået uset, eller den kan være taget mundtligt af en, der ikke regner det for ejerskab.',
    question: () =>
      'Hvem regnede hver af jer med, og hvad skulle have fået en af jer til at sige »den er vores«?',
    action: () => 'Gør ejeren kendt for alle, der er med i opgaven, og øv, at ejeren melder sig.',
  },
  PHANTOM_OWNER: {
    title: (s) => `Formodet ejer havde ikke opgaven: ${s.task}`,
    happened: (s) =>
      `Da der blev spurgt ${s.at}, var det hyppigste svar ${s.roles} (${s.part}). ${s.variant === 'vacant' ? 'Ingen havde da opgaven.' : `Opgaven lå hos ${s.others}.`}`,
    planned: () => 'De, der er med i opgaven, ved, hvem der har den.',
    causes: () =>
      'Opgaven kan være sluppet eller overdraget, uden at andre fik det at vide, titlen kan være nærliggende uden at være rigtig, eller rollen kan have taget den mundtligt.',
    question: () => 'Hvad fik jer til at tro, at opgaven lå der, og hvad gjorde I i den tro?',
    action: () =>
      'Aftal, hvordan det meldes ud, hvem der har en opgave, også når den skifter hænder.',
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
    question: () => 'Hvem skulle have sagt »nu er vi bekendt med det«, og hvad manglede?',
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
    title: (s) => `Viden nåede ikke frem til ${s.roles}`,
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
  ...passingFindings,
  STRENGTH_OWNERSHIP: {
    title: (s) => `Klart ejerskab: ${s.task}`,
    happened: (s) =>
      `Opgaven blev ejet af ${s.roles} og løst inden for ${s.window}, uden overlap og uden længere tid uden indehaver.`,
    ...keep,
  },
  STRENGTH_DECISION: {
    title: (s) => `Rettidig og oplyst beslutning: ${s.decision}`,
    happened: (s) =>
      `Beslutningen blev truffet af ${s.roles} efter ${s.lasted}, med alle nøgleoplysninger kendt.`,
    ...keep,
  },
  STRENGTH_CLOCK: {
    title: (s) => `Frist overholdt: ${s.clock}`,
    happened: (s) => `Der blev indsendt, da ${s.margin} af fristen endnu var tilbage.`,
    ...keep,
  },
  STRENGTH_SHARING: {
    title: (s) => `Viden nåede frem: fra ${s.roles}`,
    happened: (s) =>
      `Oplysningen ${s.facts} nåede i tide frem til ${s.others}, som havde brug for den.`,
    ...keep,
  },
  STRENGTH_HANDOVER: {
    title: (s) => `Overdragelse med kvittering: ${s.task}`,
    happened: (s) => `Opgaven gik fra ${s.roles} til ${s.others}, som sagde ja efter ${s.lasted}.`,
    ...keep,
  },
  STRENGTH_INTERFACE: {
    title: (s) => `Snitflade i brug: ${s.interface}`,
    happened: (s) => `Det, der skulle overbringes fra ${s.roles} til ${s.others}, blev det.`,
    ...keep,
  },
};

export const terms: Terms = {
  principles: {
    sector: 'sektoransvarsprincippet',
    proximity: 'nærhedsprincippet',
    similarity: 'lighedsprincippet',
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
    asked: 'Der var spurgt til opgaven forinden, og det kan have mindet om den.',
    few: 'Få svarede.',
    plan: 'Siger noget om planen, ikke om, hvordan rollen løste sin opgave.',
  },
};
