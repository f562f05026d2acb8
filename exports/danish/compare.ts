/** Exercises beside each other, in Danish. Knows: words. Does not know: figures. */
export const compare = {
  kicker: 'Sammenligning på tværs af øvelser',
  subtitle:
    'Hver øvelse mod de tidligere. Der rangordnes ikke: hverken organisationer eller roller sættes op mod hinanden.',
  sections: {
    warnings: 'Forbehold',
    figures: 'Nøgletal over tid',
    findings: 'Fund, der gentager sig',
    method: 'Metode',
  },
  warnings: {
    scenario: 'Scenarierne er ikke det samme. Kun fund med samme emner kan genkendes.',
    version: 'Scenariets version er ikke den samme.',
    plan: 'Planerne er ikke ens: Et tal kan have flyttet sig, fordi planen har.',
    tasks: 'Opgaverne er ikke de samme: Tallene bygger på forskellige grundlag.',
    pace: 'Øvelserne er afviklet i forskelligt tempo; det påvirker alle tider.',
    bots: 'Bots sad i en eller flere roller.',
    'not-ended': 'Øvelsen blev ikke afsluttet.',
  },
  noWarnings: 'Samme scenarie, version og plan.',
  exercise: 'Øvelse',
  date: 'Dato',
  gaps: 'Ansvarshuller',
  jaccard: 'Jaccard (opgaver)',
  kappa: 'Vægtet kappa (celler)',
  latency: 'Median, beslutning (antal)',
  coverage: 'Informationsbehov dækket',
  found: 'Fund',
  few: 'Få øvelser viser ikke en udvikling. Læs tallene sammen med antallet bag dem.',
  finding: 'Fund',
  status: 'Status',
  where: 'Fundet i',
  statuses: {
    repeated: '↻ gentaget',
    new: '✚ nyt',
    'not-again': '○ ikke fundet igen',
    'not-exercised': '– ikke afprøvet denne gang',
  },
  rate: (again: string, of: string) =>
    of === '0'
      ? 'Ingen tidligere fund fik anledning til at vise sig igen.'
      : `Gentagne fund: ${again} af de ${of} tidligere, hvis situation opstod igen i den seneste øvelse.`,
  never:
    '»Ikke fundet igen« betyder, at situationen opstod, og at fundet ikke kunne påvises; ikke at problemet er løst. »Ikke afprøvet« siger intet.',
  none: 'Ingen fund i nogen af øvelserne.',
  method: [
    [
      'Samme fund',
      'Samme kode, samme emner (lovbestemte frister ved katalogets id) og mindst én fælles organisation (ved katalogets id, hvor den har et). Scenariets navn indgår ikke.',
    ],
    [
      'Situationen opstod',
      'Opgaven opstod, beslutningen blev rejst, fristens forudsætning indtraf, snitfladen blev aktuel, oplysningen kom ind, og mindst én rolle i organisationen var besat.',
    ],
    [
      'Nøgletal',
      'Som i den enkelte øvelses rapport. Ansvarshuller af opståede opgaver; Jaccard med antal opgaver; kappa med antal celler; median med antal trufne beslutninger.',
    ],
  ],
};
