/**
 * The participants' handbook in Danish. Knows: how an exercise is played, in plain words.
 * Does not know: any scenario.
 */
export const handbook = {
  about: {
    title: 'Kort om øvelsen',
    lead: 'Du skal deltage i en øvelse. Her står, hvad det er, hvilke regler der gælder, og hvordan du bruger Beredt. Hvad der sker undervejs, får du at vide, når det sker.',
    exercise: 'Øvelse',
    kind: 'Øvelsestype',
    starts: 'I øvelsens verden begynder den',
    length: 'Varighed i øvelsestid',
    wall: 'Varighed på uret',
    pace: 'Tempo',
    paceOf: (pace: string) =>
      pace === '1'
        ? 'øvelsestiden går som uret'
        : `øvelsestiden går ${pace} gange så hurtigt som uret`,
    kinds: {
      'crisis-management':
        'I en krisestyringsøvelse arbejder I som krisestab: I skaffer overblik, træffer beslutninger og kommunikerer. Ingen køretøjer rykker ud.',
      'stress-test':
        'I en stresstest stiger belastningen, til noget må vælges fra. Det er meningen. Vis, hvad I lader ligge, og hvorfor.',
      'recovery-test':
        'I en reetableringstest skal drift og systemer op igen i den rigtige rækkefølge, godkendt af dem, der ejer dem.',
      'cross-sector':
        'I en tværsektoriel øvelse mødes flere myndigheder og virksomheder. Det vigtige er snitfladerne: hvem der varsler, spørger og orienterer hvem.',
      dilemma:
        'I en dilemmaøvelse drøfter I valg, der ikke har ét rigtigt svar. Sig højt, hvad I lægger vægt på.',
      procedure: 'I en procedureøvelse gennemfører I en bestemt procedure trin for trin.',
    },
  },
  rules: {
    title: 'Regler',
    banner: 'ØVELSE ØVELSE ØVELSE',
    items: [
      [
        'Alt er øvelse',
        'Begynd og slut enhver samtale og besked, der forlader skærmen, med ordene »ØVELSE ØVELSE ØVELSE«. Så kan ingen tro, at den er virkelig.',
      ],
      [
        'Reel hændelse',
        'Sker der noget i virkeligheden, så sig »reel hændelse« højt til øvelsesledelsen. Øvelsen standses med det samme. Ring 112, hvis der er fare for liv eller helbred.',
      ],
      [
        'Hold jer i øvelsen',
        'Kontakt ingen uden for øvelsen – ikke kolleger, leverandører, presse eller myndigheder. Alle, I har brug for, kan nås gennem Beredt.',
      ],
      [
        'Spil din rolle',
        'Gør det, du ville gøre i virkeligheden, med det, rollen ved. Sig til, hvis noget virker urealistisk, men spil videre.',
      ],
      [
        'Skriv det vigtige ind',
        'Taler I sammen i lokalet, så skriv aftaler og beslutninger ind. Det, der ikke er skrevet, ser ud som om det ikke er sket.',
      ],
      [
        'Fejl er tilladt',
        'Øvelsen er til for at lære. Der er ingen karakterer, og ingen skal hænges ud.',
      ],
    ] as readonly (readonly [string, string])[],
    call: 'Hvem du ringer til',
    callIntro: 'Udfyldes af øvelsesledelsen, før håndbogen deles ud.',
    who: 'Hvem',
    phone: 'Telefon',
    where: 'Sted',
    people: ['Facilitator', 'Øvelsesleder', 'Teknisk hjælp'] as readonly string[],
  },
  join: {
    title: 'Sådan kommer du med',
    steps: [
      'Brug en almindelig browser på computer, tablet eller telefon. Der skal ikke installeres noget, og du skal ikke have en konto.',
      'Tilslut dig det netværk, øvelsesledelsen oplyser.',
      'Åbn linket fra øvelsesledelsen, eller scan QR-koden, som facilitator viser. Koden er en del af linket; del den ikke med andre.',
      'Vælg den plads, du har fået. Tryk på »Tag pladsen«. Dit navn er valgfrit.',
      'Læs om din rolle under »Min rolle«, mens I venter på øvelsesstart (STARTEX).',
      'Mister du forbindelsen, så bare arbejd videre. Lukker du siden, kommer du tilbage til den samme plads i den samme browser.',
    ] as readonly string[],
  },
  buttons: {
    title: 'Det kan du på skærmen',
    intro: 'Ordene til venstre står på knapper og faneblade.',
    button: 'Der står',
    does: 'Så sker der',
    /** The button's own words, then what it does. */
    rows: [
      [
        'Indbakke',
        'Alt, hvad der er kommet til din rolle. Når du åbner noget, regnes det for læst.',
      ],
      ['Kvittér', 'Du bekræfter, at I har set meddelelsen. Det er ikke et svar.'],
      ['Svar', 'Du svarer afsenderen. Er afsenderen uden for øvelsen, svarer øvelsesledelsen.'],
      ['Giv videre', 'Du sender meddelelsen og dens oplysninger til andre roller.'],
      [
        'Skriv',
        'Du skriver til en eller flere roller. Sæt hak ved »Bed om svar«, når I vil høre nogen, før I handler.',
      ],
      [
        'Vedlæg oplysninger',
        'Du giver det, rollen ved, videre, så modtageren kender det bagefter.',
      ],
      ['Vi tager ansvaret', 'Din rolle bliver endeligt ansvarlig for opgaven.'],
      ['Vi udfører', 'Din rolle udfører opgaven uden at have det endelige ansvar.'],
      ['Overdrag …', 'Du tilbyder opgaven til en anden rolle. I har den, til den er taget imod.'],
      ['Slip opgaven', 'I har den ikke længere. Sig det til nogen.'],
      ['Meld løst …', 'Du skriver, hvad der er gjort, og opgaven er løst.'],
      [
        'Træf beslutningen',
        'Du vælger en handlemulighed og skriver begrundelsen. Det kan ikke gøres om.',
      ],
      [
        'Vi er bekendt med det …',
        'Du erklærer, at organisationen er bekendt med en hændelse. Fra det øjeblik kan lovens frister løbe.',
      ],
      ['Oplysninger', 'Det, din rolle ved indtil nu.'],
      ['Kontakter', 'Alle roller, du kan skrive til.'],
    ] as readonly (readonly [string, string])[],
    asks: 'Undervejs kan du blive spurgt, hvem du mener ejer en opgave, eller hvad du tror om situationen. Svar ud fra det, du ved. »Ved ikke« er også et svar.',
  },
  time: {
    title: 'Tid',
    items: [
      [
        'Øvelsestid',
        'T+01:30 betyder halvanden time efter øvelsesstart. Frister på skærmen er i øvelsestid.',
      ],
      [
        'Tid i øvelsens verden',
        'Ved siden af står dato og klokkeslæt i den verden, øvelsen foregår i.',
      ],
      [
        'Pause',
        'Øvelsesledelsen kan standse tiden. Mens den står, løber ingen frister, og det, du har skrevet, bliver stående.',
      ],
      ['Tidsspring', 'Øvelsesledelsen kan springe frem. Den siger, hvad klokken så er.'],
      ['Slut', 'ENDEX er øvelsens slutning. Bliv siddende til førstehåndsindtrykkene.'],
    ] as readonly (readonly [string, string])[],
  },
  roles: {
    title: 'Hvem er med',
    intro: 'Rollerne er poster, ikke personer. Flere kan dele en post.',
    organisation: 'Organisation',
    role: 'Roller',
    simulated: 'spilles af indspilscellen',
  },
  marking: {
    title: 'Mærkning',
    intro: (marking: string) =>
      `Øvelsens materiale er mærket ${marking}. Alt udgående bærer desuden ordet ØVELSE.`,
    mark: 'Mærke',
    means: 'Må deles med',
    rows: [
      ['TLP:CLEAR', 'Alle.'],
      ['TLP:GREEN', 'Dit fagfællesskab, men ikke offentligt.'],
      ['TLP:AMBER', 'Din organisation og dens samarbejdspartnere, når de har brug for det.'],
      ['TLP:AMBER+STRICT', 'Kun din egen organisation, når kolleger har brug for det.'],
      ['TLP:RED', 'Kun dem, der selv har modtaget det.'],
    ] as readonly (readonly [string, string])[],
    warning: 'Om indholdet',
  },
  data: {
    title: 'Dine data',
    items: [
      'Øvelsens journal beskriver roller, ikke personer. Skriver du dit navn, står det kun på øvelsesledelsens deltagerliste, som slettes før journalen.',
      'Formålet er læring. Øvelsen bruges ikke til at vurdere dig som medarbejder eller til tilsyn.',
      'Skriv aldrig rigtige personnumre, helbredsoplysninger eller oplysninger om rigtige borgere og kunder.',
      'Den myndighed eller virksomhed, der holder øvelsen, er dataansvarlig. Spørg øvelsesledelsen, hvis du vil se, hvad der er gemt.',
      'Evalueringen viser, hvad journalen viser. Du kan bede om at få en linje rettet eller forklaret.',
    ] as readonly string[],
  },
  after: {
    title: 'Efter øvelsen',
    lead: 'Lige efter ENDEX samler øvelsesledelsen op på førstehåndsindtrykkene. Skriv kort og ærligt, mens du husker det:',
    asked: 'Der er spørgsmål på skærmen, som alle roller svarer på.',
    items: [
      'Hvad gik godt, og hvorfor?',
      'Hvornår var du i tvivl om, hvem der havde ansvaret?',
      'Hvad manglede du at vide, og hvem kunne have fortalt det?',
      'Hvad skal ændres i planen?',
    ] as readonly string[],
    then: 'Senere kommer en evalueringsrapport med læringspunkter. Den ser på planen og samarbejdet.',
  },
  glossary: {
    title: 'Ordliste',
    rows: [
      ['Beslutning', 'Et valg, som en bestemt rolle må træffe, inden for et tidsrum.'],
      ['ENDEX', 'Øvelsesslut.'],
      ['Endeligt ansvarlig', 'Den ene, der skal sørge for, at en opgave bliver løst.'],
      ['Facilitator', 'Den, der styrer øvelsens tid og indspil.'],
      ['Førstehåndsindtryk', 'Det, deltagerne siger umiddelbart efter øvelsen (hot wash).'],
      ['Handlemulighed', 'En af de muligheder, en beslutning står imellem.'],
      ['Indspil', 'En begivenhed eller besked, der bringes ind i øvelsen.'],
      ['Indspilscelle', 'De personer, der spiller alle, som ikke er med i øvelsen.'],
      ['Oplysning', 'Noget, som en rolle kan vide og give videre.'],
      ['Opgave', 'Noget, der skal gøres inden en frist.'],
      ['Overdragelse', 'Når en rolle giver en opgave videre, og en anden tager imod.'],
      ['Reel hændelse', 'Noget, der sker i virkeligheden. Øvelsen standses.'],
      ['Snitflade', 'Stedet, hvor to organisationer skal give hinanden besked.'],
      ['STARTEX', 'Øvelsesstart.'],
      ['Udførende', 'Den, der gør arbejdet i en opgave.'],
      ['Øvelsesledelse', 'De personer, der har planlagt øvelsen og holder den.'],
      ['Øvelsestager', 'Dig: en, der spiller en rolle.'],
    ] as readonly (readonly [string, string])[],
  },
};

/** What every language must have. */
export type HandbookWords = typeof handbook;
