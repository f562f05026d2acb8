/** Versions of the report by reader, in Danish. Knows: words. Does not know: what is left out. */
import { findingNames } from './findings/names.ts';

export const audience = {
  label: 'Version',
  otherRole: 'en anden rolle',
  otherOrganisation: 'En anden organisation',
  otherFact: 'en oplysning, organisationen ikke fik',
  otherService: 'en anden tjeneste',
  exercise: 'Kriseøvelse',
  control: 'Fuld version. Kun til øvelsesledelsen.',
  organisation: (name: string) =>
    `Version til ${name}: kun organisationens egne rækker. Andre nævnes, hvor en fælles snitflade eller beslutning gør det nødvendigt, eller hvor organisationen har skrevet med dem.`,
  organisationShort: (name: string) => `Version til ${name}`,
  freeText:
    'Fritekst, som organisationen selv har skrevet eller modtaget, er gengivet uændret og kan nævne andre. Læs den igennem, før versionen gives videre.',
  public: (k: string) =>
    `Offentlig version: anonyme tal i alt, ingen navne og ingen fritekst. Tal, der bygger på færre end ${k} organisationer eller tilfælde, er udeladt.`,
  publicShort: 'Offentlig version',
  releaseLabel: 'Frigivelse',
  release:
    'Mærkningen er øvelsens. Den, der ejer øvelsens oplysninger, afgør, om versionen kan frigives.',
  figures: 'Tal for øvelsen',
  measure: 'Størrelse',
  value: 'Resultat',
  suppressed: (k: string) => `udeladt (under ${k})`,
  suppressedNote: (n: string, total: string) => `${n} af ${total} tal er udeladt.`,
  findings: 'Fund efter art',
  codes: findingNames,
  measures: {
    organisations: 'Deltagende organisationer',
    roles: 'Spillede roller',
    done: 'Opgaver løst til tiden, af dem, der opstod',
    gaps: 'Opgaver, som ingen tog, af dem, der opstod',
    jaccard: 'Overensstemmelse mellem plan og handling (Jaccard)',
    kappa: 'Vægtet kappa, roller',
    decided: 'Beslutninger truffet til tiden, af de rejste',
    latency: 'Median fra rejst til besluttet, afrundet til 5 min',
    obligations: 'Forventninger opfyldt til tiden, af dem, der opstod',
    coverage: 'Informationsbehov dækket til tiden',
    interfaces: 'Snitflader afprøvet, af de planlagte',
    finding: 'Fund',
  },
  /** Said in an organisation's own version, where the whole's words would claim more than it shows. */
  own: {
    chains: {
      note: 'Her står kun de led, hvor organisationens egne roller havde noget at give videre eller skulle have noget. Hvad der skete før og efter, er andres. Rækkevidden er regnet over de viste led og egne modtagere.',
      sum: (n: string, broken: string) =>
        `Organisationens roller var led i ${n} varslingskæder. ${broken} brød i et af de viste led.`,
      none: 'Ingen varslingskæde, der opstod, gik gennem organisationens roller.',
    },
    networks: {
      note: 'Her står kun organisationens egne forbindelser. Hvor den lå i netværket i forhold til andre, er udeladt: det ville være en rangliste.',
      none: 'Organisationens roller havde ikke med andre at gøre i værktøjet.',
      chart: 'Hvem organisationens roller havde med at gøre',
      chartText: (links: string, missed: string) =>
        `${links} retninger, hvor organisationens roller skrev eller blev skrevet til. ${missed} planlagte forbindelser blev ikke brugt.`,
      degrees: 'Egne roller',
      wroteTo: 'Skrev til',
      heardFrom: 'Hørte fra',
      out: 'Kontakter ud',
      in: 'Kontakter ind',
    },
    picture: {
      note: 'Her står kun de versioner, organisationens egne roller skrev; alder og rigtighed er regnet over dem alene. Egne svar på spørgsmål om situationen står under oplevet ansvar.',
      none: 'Organisationens roller skrev ikke i situationsbilledet.',
    },
    coordination: {
      note: 'Her står kun organisationens egen første kontakt uden for sin sektor og de beslutninger, den havde del i. Hvilke sektorer en beslutning berørte, står kun, hvor organisationen selv skulle beslutte.',
      first: 'Egen første kontakt med en anden sektor',
      with: (sector: string) => `, med ${sector}`,
    },
    statements: {
      note: 'Her står kun det, organisationens egne roller udtalte.',
      none: 'Organisationens roller udtalte sig ikke offentligt.',
      agree:
        'Der er ikke fundet oplysninger i egne udtalelser, som modsiger det, andre offentliggjorde.',
    },
    ratings: {
      note: 'Målt og udkast er gjort op på de opgaver og beslutninger, der var organisationens egne. En evaluators vurdering er kun med, hvor evaluatoren har skrevet, at den gælder en af organisationens roller.',
      none: 'Ingen opgave eller beslutning under øvelsesmålene var organisationens egen, og ingen vurdering gælder udtrykkeligt dens roller.',
    },
    observations: {
      none: 'Ingen observation gælder udtrykkeligt en af organisationens roller, og ingen af dem gav et førstehåndsindtryk.',
    },
    services: {
      none: 'Ingen af scenariets tjenester er organisationens egen.',
    },
  },
  columns: {
    version: 'version',
    measure: 'stoerrelse',
    code: 'kode',
    result: 'resultat',
    of: 'af',
  },
};
