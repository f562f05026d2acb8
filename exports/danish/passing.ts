/**
 * Words in Danish for what became of information on its way, public statements and the situation
 * picture. Knows: the field's terms. Does not know: findings.
 */
import { HOUR } from '../../engine/scenario/time.ts';
import { RUMOUR_TIME } from '../analysis/rules/fidelity.ts';

const CERTAINTY: Readonly<Record<string, string>> = {
  possible: 'muligt',
  likely: 'sandsynligt',
  confirmed: 'bekræftet',
};
export const certainty = (word: string): string => CERTAINTY[word] ?? word;

export const passing = {
  certainty,
  /** In the section on who knew what. */
  hops: {
    heading: 'Hvad der gik videre',
    intro:
      'Hver gang en rolle gav noget af det modtagne videre til en, der ikke havde det: hvor meget nåede frem, og var det uændret? At udelade det, modtageren ikke har brug for, er ingen fejl.',
    summary: (arrived: string, altered: string) =>
      `Af det, der skulle videre, nåede ${arrived} frem; heraf ${altered} i en anden udgave.`,
    caption: 'Det, der ikke gik videre helt og uændret',
    whole: (n: string) => `${n} videregivelser bragte alt videre uændret.`,
    more: (n: string) => `${n} flere står i hops.csv og i JSON.`,
    item: 'Modtaget',
    from: 'Givet videre af',
    to: 'Til',
    fidelity: 'Nåede frem',
    lost: 'Faldt ud',
    altered: 'Gik videre i en anden udgave',
    as: (fact: string, other: string) => `${fact} som ${other}`,
    certaintyHeading: 'Hvor sikkert det blev sagt',
    certaintySaid: (stated: string) =>
      `Der blev sagt, hvor sikker oplysningen var, ${stated} gange.`,
    certaintyNone: 'Ingen gange blev der sagt, hvor sikker en oplysning var.',
    certaintySame: 'Det var hver gang det samme, som afsenderen selv havde læst.',
    certaintyCaption: 'Sagt mere eller mindre sikkert, end afsenderen havde læst det',
    fact: 'Oplysning',
    where: 'Hvor',
    met: 'Læst som',
    stated: 'Sagt som',
    raised: 'mere sikkert',
    lowered: 'mindre sikkert',
  },
  statements: {
    title: 'Udmeldinger til offentligheden',
    intro:
      'Hvad rollerne sagde offentligt, og hvad der løb af rygter. Opgjort på de oplysninger, der var vedlagt; modstrid i fri tekst ses ikke her og er evaluatorernes opgave.',
    none: 'Ingen udtalte sig offentligt, og der kom ingen rygter i omløb.',
    first: (role: string, at: string) => `Den første udtalelse kom fra ${role} ved ${at}.`,
    grid: 'Emner og afsendere',
    topic: 'Emne',
    waited: 'Kom ud efter',
    noTopics: 'Ingen udtalelse havde oplysninger vedlagt.',
    times: (n: string) => (n === '1' ? '1 udtalelse' : `${n} udtalelser`),
    wrong: 'forkert udgave',
    contradictions: 'Det, der ikke stemte overens',
    versions: 'Udgaver',
    who: 'Udsendt af',
    from: 'Fra',
    until: 'Til',
    standing: 'stod til slut',
    open: 'offentligt',
    inside: 'i situationsbilledet',
    agree: 'Der er ikke fundet oplysninger, som modsiger hinanden, i det, der blev offentliggjort.',
    rumours: 'Rygter og forkerte oplysninger',
    rumour: 'Den forkerte udgave',
    right: 'Den rigtige',
    source: 'Kom frem',
    outside: 'udefra',
    passedOn: 'Givet videre af',
    nobody: 'ingen roller',
    readers: 'Læst af',
    corrected: 'Læste den rigtige bagefter',
    knew: (n: string) => `${n} vidste bedre i forvejen`,
    public: 'Offentligt',
    publicRight: (length: string) => `rettet efter ${length}`,
    publicOpen: 'ikke rettet',
    correction: (length: string) =>
      `Midterste tid (median), fra en rolle læste noget forkert, til den læste det rigtige: ${length}.`,
  },
  picture: {
    title: 'Situationsbilledet',
    intro:
      'Hvor gammelt det fælles billede var, hvor meget af det kendte der stod i det, og hvor meget af det der var rigtigt. Opgjort på vedlagte oplysninger, ikke på teksten.',
    none: 'Der blev ikke skrevet i situationsbilledet. Det er ikke prøvet, om det ville være blevet holdt ajour.',
    strip: 'Hvornår hvert afsnit blev opdateret',
    stripText: (sections: string) =>
      `For hvert afsnit et stykke for hver version, fra den blev skrevet, til den næste tog over. Afsnit: ${sections}.`,
    axis: 'Øvelsestid',
    version: (n: string) => `version ${n}`,
    fresh: 'stod kortere end en fjerdedel af tiden',
    old: 'stod længere',
    caption: 'Afsnit',
    section: 'Afsnit',
    versions: 'Versioner',
    staleness: 'Gennemsnitlig alder',
    sinceLast: 'Siden sidste',
    longest: 'Længst uændret',
    accuracy: 'Rigtige oplysninger',
    authors: 'Skrevet af',
    wrong: (facts: string) => `forkert udgave: ${facts}`,
    tooSure: (facts: string) => `sagt for sikkert: ${facts}`,
    never: (sections: string) => `Aldrig skrevet: ${sections}.`,
    complete: (part: string) =>
      `Af de oplysninger, som forfatternes organisationer kendte til sidst, stod ${part} i billedet.`,
    missing: (facts: string) => `Det, der manglede: ${facts}.`,
    silences: 'Mens billedet stod stille',
    from: 'Fra',
    length: 'Varede',
    learned: 'Blev kendt imens, og stod ikke i billedet',
    divergence: 'Enighed om situationen',
    probe: 'Spørgsmål',
    spread: 'Spredning',
    commonest: 'Mest almindelige svar',
    few: 'få svar',
    divergenceNote:
      'Spredning 0: alle svarede det samme. 1: svarene var spredt så meget, som de kunne. Svarene selv står under oplevet ansvar.',
  },
  method: [
    [
      'Videregivelse og fuldstændighed',
      'En videregivelse: et indspil eller en besked, som en rolle modtog og åbnede, og en anden rolle, som den derefter skrev mindst én af oplysningerne til, i en hvilken som helst udgave. Det er det, beskeden svarer på eller videresender, når det rummer nogen af dens oplysninger, ellers det, afsenderen sidst læste dem i. Ikke til den, det kom fra, og ikke til en, der selv havde fået det. Det, der skulle videre: oplysninger, som modtageren ikke havde læst i nogen udgave, da den første besked blev sendt. Fuldstændighed = det, der nåede frem (i alle rollens beskeder til modtageren) / det, der skulle videre. En anden udgave end den modtagne er nået frem, men forvansket; kom den forkert ind og gik rigtigt videre, er den uændret nået frem. Roller spillet af indspilscellen er ikke med.',
    ],
    [
      'Rygte uden modsvar (fund)',
      `En forkert udgave stod offentligt, en rolle havde læst den og kendte den rigtige i mindst ${RUMOUR_TIME / HOUR} time, og ingen udtalelse har på noget tidspunkt haft den rigtige. Har én haft den, hører det under modstrid.`,
    ],
    [
      'Faldt ud (fund)',
      'Kun når modtageren havde brug for oplysningen til en opgave eller beslutning i planen, og ikke kendte den i tide.',
    ],
    [
      'Hvor sikkert',
      'Muligt < sandsynligt < bekræftet. Siger afsenderen intet, regnes oplysningen for givet videre så sikkert, som afsenderen sikrest havde læst den; indspil, telefonsamtaler og indspilscellens roller siger det, planen siger (uden angivelse: bekræftet). Mere sikkert: sagt sikrere end alt, rollen selv havde læst om netop den udgave. Mindre sikkert er forsigtighed og giver intet fund.',
    ],
    [
      'Rygter og rettelse',
      'En forkert udgave af en oplysning. Det, der rummer både den og den rigtige, retter den. Rettelsestid: fra rollen læste den forkerte udgave, til den læste den rigtige; offentligt: fra den første udtalelse eller det første indspil i nyheder, sociale medier eller beredskabsmeddelelser til den første udtalelse med den rigtige.',
    ],
    [
      'Modstrid',
      'To offentliggørelser (udtalelser, versioner af situationsbilledet) står samtidig med hver sin udgave. En udtalelse står, til samme afsender udsender en anden udgave; en version af et afsnit, til den næste. Varighed: fra den anden kom, til den sidste faldt.',
    ],
    [
      'Situationsbilledets alder',
      'Gennemsnit over tiden fra afsnittets første version til slutningen af alderen på det, der stod: Σ L²/2 / Σ L, hvor L er den tid, hver version stod. Rigtige oplysninger: vedlagte, som hverken er en forkert udgave eller sagt sikrere, end forfatteren havde læst dem.',
    ],
    [
      'Billedet stod stille (fund)',
      'Intet afsnit opdateret i mindst 25 % af tiden fra den første version til slutningen, mens en organisation, der skrev i billedet, fik kendskab til noget, der ikke stod i det.',
    ],
    [
      'Spredning i svar',
      'Normaliseret entropi H / ln min(K, n), H = −Σ p·ln p, K svarmuligheder (»ved ikke« med, når nogen svarede det), n svar. Fund ved mindst 3 svar, spredning mindst 0,5 og det mest almindelige svar højst ⅔.',
    ],
  ] as readonly (readonly [string, string])[],
  csv: {
    item: 'modtaget',
    role: 'givet_videre_af',
    receiver: 'til',
    at: 'tid_s',
    owed: 'skulle_videre',
    lost: 'faldt_ud',
    altered: 'forvansket',
    fidelity: 'fuldstaendighed',
    evidence: 'belaeg',
    outlet: 'kanal',
    facts: 'oplysninger',
    wrong: 'forkerte_udgaver',
  },
};
export type Passing = typeof passing;
