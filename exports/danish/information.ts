/** Words on the flow of information in Danish. Knows: the section's labels and its formulas. */

export const flowLabels = {
  caption: 'Hvornår rollerne kendte hver oplysning (øvelsestid)',
  chart: 'Hvem vidste hvad hvornår',
  chartText:
    'En række for hver oplysning og en kolonne for hver rolle: leveret, kendt (åbnet) og brugt.',
  words: { moment: 'Øvelsestid', delivered: 'leveret', known: 'kendt', used: 'brugt' },
  intro:
    'En rolle kender en oplysning, når den har åbnet noget, der bærer den. ○ betyder leveret, men aldrig åbnet; ● at rollen også brugte den.',
  fact: 'Oplysning',
  available: 'Første gang ude',
  never: 'kom aldrig ud',
  unopened: '○ uåbnet',
  used: '●',
  after: (length: string) => `+${length}`,
  needs: 'Oplysninger, der manglede, hvor de skulle bruges',
  needer: 'Rolle',
  purpose: 'Til',
  where: 'Hvor var den?',
  learned: 'Kendt siden',
  lateBy: (length: string) => `${length} for sent`,
  coverage: (share: string, met: string, all: string) =>
    `${share} af informationsbehovene var dækket i tide (${met} af ${all}).`,
  allMet: 'Alle informationsbehov var dækket i tide.',
  none: 'Ingen oplysninger i planen.',
  noise: (unused: string, out: string, noise: string) =>
    `${unused} af ${out} oplysninger, der kom ud, blev hverken givet videre eller lagt til grund for en beslutning; ${noise} af dem var der heller intet, der krævede.`,
  biographies: 'De afgørende oplysningers vej',
  biography: {
    needed: 'Skulle bruges til',
    born: 'Kom ud',
    bornText: (at: string, item: string, to: string) => `${at} med ${item} til ${to}`,
    step: (at: string, item: string) => `${at} gennem ${item}`,
    from: (role: string) => `fra ${role}`,
    held: (length: string) => `givet videre efter ${length}`,
    lay: (length: string) => `åbnet efter ${length}`,
    path: (path: string) => `vej: ${path}`,
    unopened: 'Leveret, men aldrig åbnet',
    nobody: 'Ingen spillet rolle lærte den at kende.',
  },
  duties: {
    caption: 'Oplysninger, der efter planen skulle gives videre',
    sum: (met: string, all: string) =>
      `${met} af ${all} pligter til at give en oplysning videre blev opfyldt i tide.`,
    intro:
      'Tabellen viser resten. »Havde den allerede« og »uden om værktøjet« er ingen undladelse.',
    from: 'Fra',
    to: 'Til',
    by: 'Efter',
    expectation: 'forventning',
    due: 'Frist',
    passed: 'Givet videre',
    result: 'Resultat',
    results: {
      passed: 'i tide',
      late: 'for sent',
      kept: 'ikke givet videre',
      unneeded: 'havde den allerede',
      outside: 'uden om værktøjet',
      open: 'ingen frist udløbet',
    },
  },
  markings: {
    caption: 'Oplysninger, der kom længere end deres mærkning tillader',
    marking: 'Mærkning',
    what: 'Hvad skete der?',
    by: 'Af',
    at: 'Tid',
    control: 'scenariet eller øvelsesledelsen',
    kinds: {
      received: (to: string, opened: string) => `sendt til ${to} (åbnet: ${opened})`,
      published: 'offentliggjort i en udtalelse',
      low: 'båret af et indspil med lavere mærkning',
    },
    usual: (facts: string) =>
      `Offentliggjort, men kun mærket som øvelsen i øvrigt: ${facts}. Mærkningen kan være arvet fra øvelsen, og derfor er det ikke et fund.`,
  },
  spread: {
    caption: 'Hvor meget af det, nogen vidste, vidste hver organisation?',
    sectors: 'Hvor meget af det, nogen vidste, vidste hver sektor?',
    intro:
      'Roller har brug for forskellige dele af billedet. At vide mere er ikke i sig selv bedre; læs kolonnen med egne behov.',
    unit: { organisation: 'Organisation', sector: 'Sektor' },
    needs: 'Egne behov dækket',
  },
  foresight: {
    caption: 'Tidligst mulige viden, og forsinkelse der kunne være undgået',
    actual: 'Kendt',
    feasible: 'Kunne være kendt',
    avoidable: 'Kunne være undgået',
    due: 'Brug for den',
    never: 'aldrig',
    byPlan: 'ad planens vej',
    rescued: 'i tide',
    most: (shown: string, all: string) =>
      `Tabellen viser de ${shown} største af ${all}; alle står i needs.csv.`,
    usual: (open: string, opens: string) =>
      `Typisk tid fra modtaget til åbnet: ${open} (${opens} åbninger).`,
    pass: (pass: string, passes: string) =>
      `Typisk tid fra kendt til givet videre: ${pass} (${passes} gange).`,
    sum: (met: string, feasible: string, needs: string) =>
      `${met} af ${needs} behov var dækket i tide; med de typiske eller planlagte tider kunne det have været ${feasible}.`,
  },
  csv: {
    factId: 'oplysning_id',
    fact: 'oplysning',
    available: 'foerste_gang_ude_s',
    delivered: 'leveret_s',
    known: 'kendt_s',
    used: 'brugt_s',
    where: 'hvor_var_den',
    heldBy: 'kendt_af',
    lateAt: 'kendt_siden_s',
    feasible: 'kunne_vaere_kendt_s',
    avoidable: 'kunne_vaere_undgaaet_s',
    since: 'pligt_fra_s',
    passed: 'givet_videre_s',
    interface: 'snitflade_id',
    from: 'fra',
    to: 'til',
    marking: 'maerkning',
    item: 'indhold',
    opened: 'aabnet_af',
  },
};

export const flowMethod: readonly (readonly [string, string])[] = [
  [
    'Leveret, kendt, brugt',
    'Leveret: rollen var modtager af noget, der bar oplysningen. Kendt: rollen åbnede det, eller deltog i et noteret opkald, hvor den blev sagt. Brugt: rollen gav den videre, offentliggjorde den eller angav den som grundlag for en beslutning.',
  ],
  [
    'Informationsbehov',
    'Opgavens oplysninger hos den planlagte ejer og hos den, der løste den (eller hos alle planlagte A og R, hvis ingen gjorde), inden vinduet lukkede; beslutningens hos beslutningstageren, før der blev besluttet. Kun spillede roller.',
  ],
  [
    'Pligt til at give videre',
    'Snitfladens parter, når en af de afgivende kender en oplysning, den skal bære (og dens betingelse, hvis den har en, kan ses opfyldt), og forventninger om at give besked. Fristen er snitfladens eller forventningens; har snitfladen ingen, er det det første tidspunkt, hvor en modtager skulle bruge oplysningen. Pligten er opfyldt, når én afgivende har sendt den til én modtager. Den er ingen undladelse, hvis en modtager havde fået den andetsteds fra, hvis rollen har meldt det gjort uden om værktøjet, eller hvis fristen ikke var udløbet. Hvor der er en pligt, siger HOARDED det; INFO_HELD bruges kun om det, som ingen var bedt om at dele.',
  ],
  [
    'Mærkning',
    'En oplysning er kommet for langt, når den nåede en rolle, hvis godkendelse er lavere end oplysningens mærkning, eller indgik i en udtalelse og er mærket strengere end øvelsen i øvrigt. Hvad scenariet og øvelsesledelsen sendte, står i tabellen, men er ikke et fund. Beskeder til nogen uden for øvelsen er ikke vurderet: deres godkendelse kendes ikke.',
  ],
  [
    'De afgørende oplysninger',
    'Oplysninger, som beslutninger eller kritiske opgaver, der opstod, havde brug for: højst ti, de mest brugte først. Er der under fem, suppleres med andre opgavers.',
  ],
  [
    'Hvad nogen vidste',
    'Ved hver fjerdedel af øvelsen: oplysninger, som mindst én rolle i organisationen (sektoren) kendte, ud af dem, som nogen spillet rolle kendte.',
  ],
  [
    'Tidligst mulige viden',
    'Langs de veje, oplysningen faktisk gik, regnes hver ventetid som den var, dog højst den typiske (medianen af tid fra modtaget til åbnet, og af tid fra kendt til givet videre, over alle de led, hvorved en spillet rolle lærte noget) eller, hvor snitfladen sætter en frist for at give videre, højst den. Scenariets egne udsendelser ligger fast. Gik oplysningen aldrig derhen, regnes planens vej, hvis en havde pligt til at give den videre. Kunne være undgået = kendt − kunne være kendt.',
  ],
];
