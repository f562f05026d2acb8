/** Findings on the way of decisions and information, in Danish. Knows: the codes. Not: the layout. */
import type { Wording } from '../../finding.ts';

const purpose = (words: string): string => (words === '' ? '' : ` Den skulle bruges til ${words}.`);

export const informationFindings: Record<'ESCALATED' | 'TLP_BREACH' | 'HOARDED', Wording> = {
  ESCALATED: {
    title: (s) => `Sendt videre af en, der selv havde mandat: ${s.decision}`,
    happened: (s) =>
      `Beslutningen blev sendt videre af ${s.roles} og truffet af ${s.others} ${s.lasted} senere.`,
    planned: (s) => `Mandatet lå også hos ${s.roles}.`,
    causes: () =>
      'Der kan have været god grund til at løfte beslutningen: større rækkevidde, flere berørte eller brug for fælles linje. Det kan også skyldes, at mandatet var ukendt eller føltes for tungt.',
    question: () =>
      'Hvad manglede I for at beslutte selv, så tæt på de berørte som muligt, og hvad kostede det at vente?',
    action: () => 'Afklar, hvilke beslutninger der træffes lokalt, og hvornår de skal løftes.',
  },
  TLP_BREACH: {
    title: (s) =>
      s.variant === 'published'
        ? `Offentliggjort trods mærkning: ${s.facts}`
        : `Delt ud over mærkningen: ${s.facts}`,
    happened: (s) =>
      s.variant === 'published'
        ? `Oplysningen indgik i en offentlig udtalelse fra ${s.roles}, selv om den er mærket strengere end øvelsen i øvrigt.`
        : `Oplysningen blev sendt af ${s.roles} til ${s.others}, som ikke er godkendt til mærkningen.`,
    planned: () => 'En oplysning deles kun med dem, mærkningen (TLP) tillader.',
    causes: () =>
      'Mærkningen kan have været overset eller ukendt, eller hensynet til at få hjælp eller varsle kan have vejet tungere.',
    question: () =>
      'Så I mærkningen, og hvem kunne have givet lov til at dele oplysningen i den form, der var brug for?',
    action: () =>
      'Aftal, hvem der kan frigive mærkede oplysninger, og hvordan de skrives om, så de kan deles.',
  },
  HOARDED: {
    title: (s) =>
      s.variant === 'late' ? `For sent givet videre: ${s.facts}` : `Ikke givet videre: ${s.facts}`,
    happened: (s) =>
      (s.variant === 'late'
        ? `Oplysningen var kendt af ${s.roles}, men blev først sendt til ${s.others} ${s.lateBy} efter fristen.`
        : `Oplysningen var kendt af ${s.roles}, men blev ikke sendt til ${s.others} inden for ${s.window}, og de havde den ikke andetsteds fra.`) +
      purpose(s.purpose),
    planned: (s) =>
      s.interface === ''
        ? `Den skulle gives videre af ${s.roles} til ${s.others}.`
        : `Over snitfladen ${s.interface} skulle den gives videre til ${s.others}.`,
    causes: () =>
      'Pligten kan have været ukendt, oplysningen kan have virket usikker eller uvæsentlig, mærkningen kan have holdt igen, eller den kan være givet videre mundtligt.',
    question: () =>
      'Vidste I, at de andre manglede oplysningen, og hvad holdt jer fra at sende den, som den var?',
    action: () =>
      'Beskriv ved snitfladen, hvad der altid gives videre, hvor hurtigt og af hvem, også når det er usikkert.',
  },
};
