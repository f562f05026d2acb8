/** Versions of the report by reader, in Danish. Knows: words. Does not know: what is left out. */
export const audience = {
  label: 'Version',
  otherRole: 'en anden rolle',
  otherOrganisation: 'En anden organisation',
  otherFact: 'en oplysning, som ikke nåede frem',
  exercise: 'Kriseøvelse',
  control: 'Fuld version. Kun til øvelsesledelsen.',
  organisation: (name: string) =>
    `Version til ${name}: kun organisationens egne rækker. Andre nævnes, hvor en fælles snitflade eller beslutning gør det nødvendigt.`,
  organisationShort: (name: string) => `Version til ${name}`,
  freeText:
    'Fritekst, som organisationen selv har skrevet eller modtaget, er gengivet uændret og kan nævne andre. Læs den igennem, før versionen gives videre.',
  public: (k: string) =>
    `Offentlig version: anonyme tal i alt, ingen navne og ingen fritekst. Tal, der bygger på færre end ${k} organisationer eller tilfælde, er udeladt.`,
  publicShort: 'Offentlig version',
  release:
    'Mærkningen er øvelsens. Den, der ejer øvelsens oplysninger, afgør, om versionen kan frigives.',
  figures: 'Tal for øvelsen',
  measure: 'Størrelse',
  value: 'Resultat',
  suppressed: (k: string) => `udeladt (under ${k})`,
  suppressedNote: (n: string, total: string) => `${n} af ${total} tal er udeladt.`,
  findings: 'Fund efter kode',
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
  columns: {
    version: 'version',
    measure: 'stoerrelse',
    code: 'kode',
    result: 'resultat',
    of: 'af',
  },
};
