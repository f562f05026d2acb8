/**
 * What follows from a finding, in Danish: causes to ask about, the improvement plan, proposed
 * changes to the responsibility plan. Knows: words. Does not know: findings or layout.
 */
export const followUp = {
  /** Asked about every finding: one question for each kind of cause, by what it is about. */
  causes: {
    task: {
      missing: 'Siger planen klart, hvem der har opgaven, og hvad der udløser den?',
      unknown: 'Kendte de involverede planen, da opgaven opstod?',
      unusable: 'Kunne planen følges i situationen – bemanding, adgang, tid?',
      judgement: 'Var det et bedre skøn på stedet, som planen bør lære af?',
      artificial: 'Skyldes det øvelsen: en tom plads, en mundtlig aftale, noget kunstigt?',
    },
    decision: {
      missing: 'Siger planen, hvem der beslutter, og hvornår der skal besluttes?',
      unknown: 'Vidste de involverede, hvor mandatet lå?',
      unusable: 'Var grundlaget eller den, der havde mandatet, til at nå i tide?',
      judgement: 'Var det et bevidst skøn at handle eller vente, som planen bør give plads til?',
      artificial: 'Skyldes det øvelsen: en tom plads, en mundtlig aftale, noget kunstigt?',
    },
    clock: {
      missing: 'Siger planen, hvem der vurderer og indberetter?',
      unknown: 'Var fristen og det, der starter den, kendt hos dem, der skulle handle?',
      unusable: 'Manglede der oplysninger, adgang eller en skabelon for at kunne indberette?',
      judgement: 'Blev det med vilje vurderet, at hændelsen ikke udløste pligten?',
      artificial: 'Ville indberetningen i virkeligheden være sket uden for øvelsens værktøj?',
    },
    interface: {
      missing: 'Siger planen, hvad der skal overbringes, til hvem og hvornår?',
      unknown: 'Vidste begge sider, hvem de havde over for sig?',
      unusable: 'Virkede kontaktpunkt og kanal i situationen?',
      judgement: 'Gik beskeden med vilje en anden vej, som er bedre?',
      artificial: 'Gav drejebogen overhovedet anledning til at bruge snitfladen?',
    },
    information: {
      missing: 'Siger planen, hvilke oplysninger der deles, og med hvem?',
      unknown: 'Vidste den, der havde oplysningen, at andre havde brug for den?',
      unusable: 'Var kanalen, mængden eller mærkningen en hindring?',
      judgement: 'Blev oplysningen med vilje holdt tilbage, fordi den var usikker?',
      artificial: 'Er det sagt mundtligt i lokalet, så værktøjet ikke har set det?',
    },
  },
  improvement: {
    control: 'Øvelsesledelsen',
    owner: (role: string, organisation: string) => `${organisation}: ${role}`,
    days: (n: string) => `${n} dage efter ENDEX`,
    status: 'Status',
    open: '☐',
    again: (ids: string) => `☒ gentaget (${ids})`,
    first: '☐',
    note: (date: string) =>
      `Ejer og frist er forslag efter faste regler: den organisation, planen giver emnet, og en frist efter alvor (tabel af ${date}). De afgøres af dem, der skal følge op.`,
    prior: 'Handlinger fra tidligere øvelser',
    noPrior: 'Registret har ingen åbne handlinger fra tidligere øvelser.',
    priorNote: (date: string) => `Status pr. ${date} ifølge handlingsregistret.`,
    id: 'Nr.',
    from: 'Fra øvelse',
    overdue: 'over fristen',
    statuses: { open: 'åben', doing: 'i gang', done: 'udført', dropped: 'bortfaldet' },
    more: (n: string) => `Rækken er gentaget i ${n} øvelser.`,
  },
  planchange: {
    title: 'Forslag til ændringer i ansvarsplanen',
    intro:
      'Forslagene udspringer af fundene og af, hvem de øvrige regnede med. Hvert forslag er et spørgsmål til dem, der ejer planen: Én øvelse viser én hændelse, ikke en regel.',
    none: 'Øvelsen giver ikke grundlag for at foreslå ændringer i ansvarsplanen.',
    number: 'Nr.',
    change: 'Forslag',
    why: 'Grundlag',
    question: 'Spørgsmål',
    sure: 'Sikkerhed',
    firm: 'Forslag',
    doubtful: 'Kan overvejes, men grundlaget er for usikkert',
    questions: 'Spørgsmål, som øvelsen rejser og ikke kan afgøre',
    yaml: 'Rækkerne i drejebogens sprog, som de ville se ud',
    yamlNote:
      'beredt propose ØVELSE SCENARIE viser forslagene som en diff mod scenariets egne filer og tjekker resultatet.',
    accountable: (task: string, to: string, from: string) =>
      from === ''
        ? `Lad ${to} være endeligt ansvarlig for ${task}.`
        : `Lad ${to} være endeligt ansvarlig for ${task} i stedet for ${from}.`,
    former: (role: string, part: string) => `${role} bliver ${part}.`,
    letter: (task: string, role: string, to: string, from: string) =>
      from === ''
        ? `Lad ${role} være ${to} i ${task}.`
        : `Lad ${role} være ${to} (nu ${from}) i ${task}.`,
    deputy: (role: string, deputy: string) => `Gør ${deputy} til stedfortræder for ${role}.`,
    interface: (from: string, to: string, facts: string) =>
      `Optag en snitflade fra ${from} til ${to}, som bærer ${facts}.`,
    parts: {
      A: 'endeligt ansvarlig (A)',
      R: 'udførende (R)',
      S: 'bistående (S)',
      C: 'hørt (C)',
      I: 'orienteret (I)',
    },
    because: {
      emergent: 'Rollen tog opgaven uden at være tiltænkt den, og andre regnede også med den.',
      chosen:
        'Planen nævner flere ejere; denne handlede, eller det var den, de øvrige regnede med.',
      split: 'Flere tog ejerskabet, og planen giver det til én.',
      heard: 'Rollen blev hørt og svarede uden at stå i planen.',
      asked: 'Rollen måtte selv spørge til opgaven.',
      vacant: 'Ingen sad i rollen, og den har ingen stedfortræder.',
      alone: 'Ingen anden kan træde i rollens sted.',
      crossed: 'De samme oplysninger gik flere gange mellem organisationerne uden for registret.',
    },
    ask: {
      emergent: 'Var planen forkert, eller var den ukendt?',
      chosen: 'Har den foreslåede ejer mandat og bemanding til opgaven?',
      split: 'Er det rigtigt, at arbejdet deles sådan, og hvem afgør tvivl?',
      heard: 'Ville opgaven være løst ringere uden høringen?',
      asked: 'Skal rollen have besked af sig selv fremover?',
      vacant: 'Hvem træder i virkeligheden til, når rollen ikke kan nås?',
      alone: 'Kan den foreslåede stedfortræder løfte det, også om natten?',
      crossed: 'Bør vejen gøres fast, eller burde oplysningerne være gået en anden vej?',
    },
    whoOwns: (task: string, between: string) =>
      `Hvem skal være endeligt ansvarlig for ${task}: ${between}?`,
    howLong: (task: string, within: string, took: string) =>
      took === ''
        ? `Er ${within} den rette frist for ${task}, som ikke blev løst?`
        : `Er ${within} den rette frist for ${task}, som tog ${took}?`,
    whoSteps: (role: string) => `Hvem skal være stedfortræder for ${role}?`,
    findings: (ids: string) => `Fund: ${ids}.`,
  },
  csv: { owner: 'ejer', due: 'frist', fingerprint: 'kendetegn' },
  method: [
    [
      'Forslag til ejer og frist',
      'Ejer: den rolle, som planen gør endeligt ansvarlig for fundets opgave, ellers den udførende, ellers den med mandatet, ellers snitfladens afsender, ellers den fundet handler om. For tilbageholdt viden den, der havde den. Øvelsesledelsen, hvor drejebogen aldrig gjorde emnet aktuelt. Frist: dage efter ENDEX efter alvor; et skøn, ikke lov.',
    ],
    [
      'Forslag til ansvarsplanen',
      'Ny endeligt ansvarlig: rollen tog opgaven uplanlagt, mindst én anden nævnte den, og den planlagte ejer handlede ikke. Flere planlagte ejere: den eneste, der handlede, ellers den, flest andre nævnte. Deling: når planens ejer og en anden begge tog ejerskabet. Høres/orienteres: rollen svarede på en høring eller spurgte selv, uden bogstav. Snitflade: samme oplysning gik mindst to gange mellem to organisationer uden for planen. Sikkerheden er højst middel; bots, tomme pladser og få svar gør et forslag usikkert, og det indgår så ikke i rækkerne.',
    ],
    [
      'Gentaget fund',
      'Samme kode, samme emner (lovbestemte frister ved katalogets id) og mindst én fælles organisation (ved katalogets id, hvor den har et).',
    ],
  ],
};
