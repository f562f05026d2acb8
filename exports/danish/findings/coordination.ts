/**
 * Findings on chains, networks and what lies between sectors and domains, in Danish.
 * Knows: the codes. Does not know: how the words are laid out.
 */
import type { Wording } from '../../finding.ts';

export const coordination = {
  CHAIN_BREAK: {
    title: (s) =>
      s.variant === 'unsent'
        ? `Varslingskæde brudt hos ${s.roles}`
        : `Varslingskæde brudt: ${s.roles} åbnede ikke beskeden`,
    happened: (s) =>
      s.variant === 'unsent'
        ? `${s.facts} var kendt af ${s.roles}, men nåede ikke videre til ${s.others}, heller ikke ad anden vej.`
        : `${s.facts} blev sendt af ${s.others}, men ikke åbnet, og kom derfor ikke længere i kæden.`,
    planned: (s) =>
      s.interface === ''
        ? s.variant === 'unsent'
          ? `Besked skulle gå fra ${s.roles} til ${s.others}.`
          : `Besked skulle gå fra ${s.others} til ${s.roles} og videre derfra.`
        : `Besked skulle gå over snitfladen ${s.interface}.`,
    causes: () =>
      'Planen kan være ukendt, man kan have regnet med, at andre gjorde det, det kan være sket mundtligt, eller der kan have været for meget på én gang.',
    question: () =>
      'Vidste I, at I var led i en kæde? Hvem ventede på jer, og hvordan kunne de have opdaget, at der ikke kom noget?',
    action: () =>
      'Beskriv kæden led for led, med en kvittering, så den næste opdager, hvis beskeden udebliver.',
  },
  WRONG_ADDRESSEE: {
    title: (s) => `Besked til en anden end den, der skulle have den: ${s.others}`,
    happened: (s) =>
      `${s.facts} blev sendt af ${s.roles} til en rolle, som planen ikke har med, mens ${s.others} intet fik.`,
    planned: (s) =>
      s.interface === ''
        ? `Besked skulle gå fra ${s.roles} til ${s.others}.`
        : `Besked skulle gå over snitfladen ${s.interface} til ${s.others}.`,
    causes: () =>
      'Kontaktlisten kan være forældet, titler kan forveksles, eller modtageren kan have været det bedste valg på stedet.',
    question: () => 'Hvem mente I, at der skulle underrettes, og hvor stod det?',
    action: () => 'Gennemgå kontaktlister og modtagere med begge parter.',
  },
  BYPASS: {
    title: (s) => `Uden om den planlagte vej: ${s.roles} hørte det fra ${s.others}`,
    happened: (s) =>
      s.variant === 'instead'
        ? `Noget af dette nåede frem fra ${s.others} og aldrig ad den planlagte vej: ${s.facts}.`
        : `Noget af dette nåede frem fra ${s.others}, før det kom ad den planlagte vej: ${s.facts}.`,
    planned: (s) =>
      s.interface === ''
        ? 'Planen har en anden afsender.'
        : `Planen har en anden afsender over snitfladen ${s.interface}.`,
    causes: () =>
      'Den planlagte vej kan være for langsom, ukendt eller ubemandet; genvejen kan også være den bedste vej.',
    question: () =>
      'Hvad fik jer til at tage den vej, og fik den planlagte afsender det at vide? Er genvejen bedre end planen?',
    action: () => 'Afklar, om planen skal have den nye vej med, eller den planlagte skal styrkes.',
  },
  DOUBLE_REPORT: {
    title: (s) => `Dobbelt underretning om ${s.task}`,
    happened: (s) =>
      `${s.others} fik besked om opgaven af flere: ${s.roles}. Der gik ${s.after} imellem.`,
    planned: () => 'Én rolle underretter modtageren om en opgave.',
    causes: () => 'Man kan have været i tvivl om, hvem der gjorde det, eller villet være sikker.',
    question: () =>
      'Vidste I af hinanden? Hvad gjorde modtageren med to beskeder, og sagde de det samme?',
    action: () => 'Aftal, hvem der underretter, og at de andre får kopi.',
  },
  CLOCK_INCOMPLETE: {
    title: (s) => `Ufuldstændig underretning: ${s.clock}`,
    happened: (s) =>
      s.variant === 'unknown'
        ? `Der blev indsendt af ${s.roles}, uden at huset kendte: ${s.facts}.`
        : `Der blev indsendt af ${s.roles}. Disse oplysninger var kendt i huset, men ikke vedhæftet: ${s.facts}.`,
    planned: (s) => `Opgaven ${s.task} kræver oplysningerne.`,
    causes: () =>
      'Oplysningen kan have ligget et andet sted, eller det kan være valgt at indsende foreløbigt for at nå fristen.',
    question: () =>
      'Var det et valg at indsende uden, og hvordan ville I have eftersendt det, der manglede?',
    action: () =>
      'Lav en skabelon med det, der skal med, og en aftale om, hvornår man eftersender.',
  },
  PINGPONG: {
    title: (s) => `Opgaven kom tilbage: ${s.task}`,
    happened: (s) => `Opgaven kom tilbage til ${s.roles} efter at have ligget hos ${s.others}.`,
    planned: () => 'En opgave overdrages til den, der kan løse den.',
    causes: () =>
      'Det kan være en aftalt afløsning, en overdragelse uden mandat eller viden, eller tvivl om, hvem opgaven hører til.',
    question: () => 'Hvad manglede den, der fik opgaven, for at kunne beholde den?',
    action: () => 'Aftal, hvad der skal følge med en overdragelse: mandat, viden og kontakter.',
  },
  BOTTLENECK: {
    title: (s) => `Flaskehals: ${s.roles}`,
    happened: (s) =>
      `Rollen stod mellem mange andre, og ${s.part} ting ventede på samme tid (første gang ${s.at}). Noget ventede i ${s.margin} af øvelsen, i gennemsnit ${s.lasted}.`,
    planned: () =>
      'Ingen rolle skal være den eneste vej for andres oplysninger, når presset stiger.',
    causes: () =>
      'Bemandingen kan være for lille, for meget kan gå gennem én post, eller en del kan være klaret mundtligt.',
    question: () => 'Hvad kunne være gået uden om jer, og hvem kunne have taget noget af det?',
    action: () => 'Aflast posten: stedfortræder, sorterer eller direkte veje mellem de andre.',
  },
  SPOF: {
    title: (s) => `Planen fører alt gennem én: ${s.roles}`,
    happened: (s) =>
      [
        `Der er ingen anden planlagt vej til ${s.others}.`,
        s.variant === 'absent'
          ? 'Ingen sad i rollen.'
          : s.variant === 'broke'
            ? 'Kæden brød hos rollen.'
            : 'Denne gang holdt vejen.',
        ...(s.load === '0' ? [] : [`Hos rollen ventede ${s.load} ting på én gang ved ${s.at}.`]),
      ].join(' '),
    planned: (s) => `Planen fører ${s.facts} gennem ${s.roles}, som ingen stedfortræder har.`,
    question: () =>
      'Hvad var der sket, hvis rollen havde været syg, sovet eller været i telefonen?',
    action: () => 'Udpeg en stedfortræder, eller læg en vej mere ind i planen.',
  },
  CROSSDOMAIN_LAG: {
    title: (s) =>
      s.variant.startsWith('digital')
        ? `Fra det digitale til det fysiske tog det ${s.lasted}: ${s.purpose}`
        : `Fra det fysiske til det digitale tog det ${s.lasted}: ${s.purpose}`,
    happened: (s) =>
      s.variant.endsWith('never')
        ? `${s.facts} var kendt i ${s.lasted}, uden at nogen af ${s.roles} handlede på ${s.purpose}.`
        : `Der gik ${s.lasted}, fra ${s.facts} kunne bruges, til ${s.roles} gjorde det første ved ${s.purpose}.`,
    planned: (s) => `${s.purpose} bygger på oplysningen og har et vindue på ${s.window}.`,
    causes: () =>
      'De to sider kan mangle en fast forbindelse, et fælles sprog eller en fælles forståelse af, hvad et nedbrud betyder i virkeligheden.',
    question: () =>
      'Hvem oversætter et teknisk problem til, hvad det betyder for driften, og omvendt?',
    action: () =>
      'Udpeg en forbindelse mellem de to sider, og øv, hvad hver skal fortælle den anden.',
  },
} as const satisfies Record<string, Wording>;
