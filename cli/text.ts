/** What the command line says, in Danish and English. */
import type { Lang } from '../engine/index.ts';
import { followUpDa, followUpEn } from './followuptext.ts';

const da = {
  followUp: followUpDa,
  about: 'Kriseøvelser fra en drejebog i YAML: hvem skulle gøre hvad, og hvem gjorde det?',
  usage: {
    titles: {
      'Usage:': 'Brug:',
      'Options:': 'Valg:',
      'Arguments:': 'Argumenter:',
      'Commands:': 'Kommandoer:',
    } as Readonly<Record<string, string>>,
    help: 'vis denne hjælp',
    helpCommand: 'vis hjælp til en kommando',
    version: 'vis udgaven',
    choices: (list: string) => `vælg: ${list}`,
    fallback: (value: string) => `ellers ${value}`,
    missingArgument: (name: string) => `Der mangler et argument: ${name}.`,
    optionMissingArgument: (name: string) => `Valget ${name} skal have en værdi.`,
    unknownOption: (name: string) => `Valget ${name} findes ikke.`,
    unknownCommand: (name: string) => `Kommandoen ${name} findes ikke.`,
    excessArguments: 'Der er for mange argumenter.',
    invalidArgument: (name: string, value: string) => `${name} kan ikke være »${value}«.`,
    suggestion: (name: string) => `Mente du ${name}?`,
  },
  check: 'Tjek et scenarie, og vis alle fejl med sted og råd',
  plan: 'Vis, hvad et scenarie bliver til: drejebog, tidslinje, ansvarsmatrix, rollekort, bog …',
  run: 'Vær vært for en ny øvelse',
  resume: 'Genoptag en afbrudt øvelse, præcis hvor den slap, på pause',
  facilitate: 'Åbn facilitators konsol mod en vært',
  join: 'Deltag fra terminalen, linje for linje',
  optionCode: 'koden, når adressen er http://vært:port uden token',
  badCode: (code: string) =>
    `»${code}« er ikke en kode. En kode har seks tegn, for eksempel K7M-4QX.`,
  invite: {
    about: 'Vis link og kode til hver rolle og organisation, eller skriv et ark til udskrift',
    url: 'facilitators link',
    optionFor: 'kun denne rolle eller organisation (dens id)',
    optionOut: 'fil at skrive arket til (HTML, klar til udskrift)',
    optionAddress: 'den adresse, øvelsestagerne når værten på',
    everybody: 'Alle roller',
    nobody: (id: string, ids: string) =>
      `Der er ingen rolle eller organisation »${id}«. Vælg: ${ids}.`,
    hint: (link: string) =>
      `Link og kode til hver rolle: beredt invite '${link}' (--out ark.html til udskrift)`,
    sheet: {
      exercise: 'ØVELSE',
      title: 'Invitationer',
      intro:
        'Et kort til hver rolle og organisation. Kortet giver adgang: del det kun ud til den, det er til.',
      open: 'Scan koden, eller åbn linket:',
      code: (address: string) => `Eller åbn ${address}, og skriv koden:`,
    },
  },
  staff: {
    about: 'Lad en kollega komme ind i øvelsesledelsen med sit eget link',
    url: 'den ledende facilitators link; med --lead øvelsens mappe',
    optionLead:
      'gør dig selv til ledende facilitator, når linket er tabt: på værtens egen maskine, med øvelsens mappe',
    needsFolder: 'Til --lead hører øvelsens mappe på værtens maskine og ikke et link.',
    noHost: (folder: string) =>
      `Ingen vært kører øvelsen i »${folder}«. Skriv beredt resume med mappen: den viser et nyt link.`,
    silent: (folder: string) =>
      `Værten svarer ikke i »${folder}«. Er det den rigtige mappe, og den samme bruger som værten?`,
    leads: 'ledende facilitator',
    onceLead: 'linket vises kun denne ene gang.',
    before: (staff: string) =>
      `${staff} ledte før og er nu lokal øvelsesleder. Er det link i forkerte hænder, så vis ${staff} ud: L og x i konsollen.`,
    optionKind: 'controller (lokal øvelsesleder), evaluator eller observer (observatør)',
    optionLane: 'kun disse organisationer (deres id, med komma imellem); for en lokal øvelsesleder',
    optionAddress: 'den adresse, kollegaen når værten på',
    laneOnly: 'Kun en lokal øvelsesleder (--kind controller) kan have et område (--lane).',
    noOrganisation: (id: string, ids: string) =>
      `Ingen organisation i øvelsen har id’et »${id}«. Vælg: ${ids}.`,
    once: 'linket vises kun denne ene gang. Kollegaen skriver: beredt facilitate LINK',
    kind: { controller: 'lokal øvelsesleder', evaluator: 'evaluator', observer: 'observatør' },
    hint: (link: string) => `En kollega i øvelsesledelsen: beredt staff '${link}'`,
  },
  report: 'Skriv evalueringsrapporten ud fra journalen alene',
  schema: 'Skriv drejebogens sprog ud: som JSON Schema til en editor eller som opslag til en læser',
  verify: 'Afspil journalen igen, og kontrollér hver eneste linje',
  rehearse: 'Kør hele øvelsen i virtuel tid med bots i alle stole',
  list: 'Vis de øvelser, der ligger i datamappen',
  import: 'Hent indspil fra et regneark (xlsx eller CSV), Beredts eget eller andres',
  sheetFile: 'regnearket: .xlsx eller .csv',
  optionInto: 'scenariets mappe',
  optionMap: 'hvad kolonnerne er: »Kolonne=felt,…« eller en YAML-fil',
  optionSheet: 'arkets navn',
  optionHeaderRow: 'overskriftens række (0: arket har ingen)',
  optionStarts: 'hvornår øvelsen starter i arket: TT:MM eller ÅÅÅÅ-MM-DD TT:MM',
  optionDryRun: 'vis, hvad der forstås, uden at skrive noget',
  optionOutImport: 'fil at skrive til (ellers injects/<navn>.yaml i scenariet)',
  optionForce: 'overskriv filen, hvis den findes',
  optionReplace: 'erstat de indspil, som arket selv har, i scenariets andre filer',
  imports: {
    sheet: (sheet: string, own: boolean) =>
      own ? `Ark »${sheet}«, skrevet af Beredt` : `Ark »${sheet}«`,
    header: (row: number) => (row === 0 ? 'uden overskrift' : `overskrift i række ${row}`),
    how: {
      own: 'Beredts egen',
      known: 'kendt overskrift',
      near: 'gættet ud fra overskriften',
      given: 'angivet',
      unknown: 'bliver til en kommentar',
    },
    ignored: 'bruges ikke',
    row: 'række',
    refused: 'ikke taget med',
    section: 'afsnit',
    meaning: 'Hvorfor, og hvad man kan gøre:',
    more: (n: number) => `… og ${n} rækker til.`,
    summary: (taken: number, clean: number, guessed: number, doubtful: number, refused: number) =>
      `${taken} indspil: ${clean} forstået, ${guessed} med gæt, ${doubtful} med mangler; ${refused} rækker er ikke taget med.`,
    nothingWritten: 'Intet er skrevet.',
    wouldWrite: (path: string) => `Ville skrive: ${path}`,
    removed: (path: string, n: number) => `Fjernet fra ${path}: ${n} indspil, som arket erstatter`,
    afterwards: 'Scenariet med de nye indspil:',
    exists: (path: string) =>
      `${path} findes allerede. Brug --force, eller vælg en anden med --out.`,
    unreadable: (path: string) => `${path} kan ikke læses.`,
    badStarts: (found: string) =>
      `--starts skal være TT:MM eller ÅÅÅÅ-MM-DD TT:MM, ikke »${found}«.`,
  },
  create: {
    name: 'scenariets navn; bliver til mappe og id',
    into: 'mappe, som scenariet skal ligge i',
    languages: 'øvelsens sprog: da, en eller da,en',
    starts: 'historiens start, fx 2026-11-26T06:30',
    kind: 'øvelsestype: crisis-management, cross-sector, dilemma, procedure, stress-test eller recovery-test',
    title: 'øvelsens titel',
    from: 'skabelon: blank eller et af de scenarier, der følger med',
    about: 'Begynd et nyt scenarie ud fra en skabelon',
    opening: 'Et nyt scenarie. Enter tager det, der står i [ ]; Ctrl-C fortryder.',
    askName: 'Navn (bliver til mappe og id)',
    anyName: 'min-oevelse',
    templates: 'Hvad skal det bygge på?',
    blank: 'Lille, hel øvelse med noter',
    askTemplate: 'Nummer eller navn',
    askLanguages: 'Sprog: da, en eller da,en',
    askTitle: 'Titel',
    kinds: 'Hvilken slags øvelse er det?',
    askKind: 'Nummer',
    askStarts: 'Historien begynder',
    brokenOff: 'Afbrudt. Intet er oprettet.',
    noName: 'Scenariet mangler et navn. Skriv for eksempel: beredt new min-oevelse',
    pathInName: (name: string) =>
      `»${name}« er en sti, ikke et navn. Skriv navnet alene, og vælg mappen med --into.`,
    badName: (name: string, hint?: string) =>
      `»${name}« kan ikke bruges som navn. Brug a-z, cifre, - og _; begynd med et bogstav; højst 64 tegn.` +
      (hint === undefined ? '' : ` Prøv: ${hint}`),
    taken: (target: string) =>
      `Der ligger allerede noget i ${target}. Vælg et andet navn, eller flyt det, der er der.`,
    noTemplate: (name: string, list: string) =>
      `Der er ingen skabelon, der hedder »${name}«. Vælg en af disse: ${list}.`,
    badTitle: (most: number) => `En titel er én linje på højst ${most} tegn.`,
    badKind: (kind: string, list: string) =>
      `»${kind}« er ikke en øvelsestype. Vælg en af disse: ${list}.`,
    badStart: (found: string) =>
      `»${found}« er ikke en dato og et klokkeslæt. Skriv fx 26-11-2026 06:30.`,
    badLanguages: (found: string) => `»${found}« er ikke sprog. Skriv da, en eller da,en.`,
    notSpoken: (missing: string) =>
      `Skabelonen findes ikke på ${missing}. Vælg et sprog, den er skrevet på, eller begynd fra blank.`,
    made: (target: string) => `Scenariet ligger i ${target}`,
    datesInTexts:
      'Historien er flyttet. Læs teksterne igennem: De kan nævne ugedage, datoer og klokkeslæt.',
    oneLanguage:
      'Teksterne er kun skrevet på ét sprog. Skriv { da: …, en: … }, hvor øvelsestagerne skal have begge.',
    next: (file: string) => `Skriv videre i ${file}, og kør undervejs:`,
    cannotWrite: (target: string, why: string) => `Kan ikke oprette ${target}: ${why}.`,
    reasons: {
      EACCES: 'du har ikke lov til at skrive der',
      EPERM: 'du har ikke lov til at skrive der',
      EROFS: 'drevet kan kun læses',
      ENOSPC: 'drevet er fuldt',
      ENOTDIR: 'en del af stien er en fil og ikke en mappe',
      EEXIST: 'en del af stien er en fil og ikke en mappe',
      ENOENT: 'mappen findes ikke og kan ikke oprettes',
      ENAMETOOLONG: 'stien er for lang',
    } as Readonly<Record<string, string>>,
  },
  path: 'scenariets mappe eller dets scenario.yaml',
  folder: 'øvelsens mappe',
  url: 'linket, som værten viste',
  optionLang: 'sprog',
  optionJson: 'skriv JSON til andre programmer',
  optionWatch: 'tjek igen, hver gang en fil gemmes',
  optionAll: 'vis også de advarsler, scenariet selv accepterer',
  optionExplain: 'forklar én slags problem udførligt, for eksempel role-idle',
  unknownCode: (code: string) => `Der findes intet problem, der hedder »${code}«.`,
  watching: (keys: boolean): string =>
    keys ? 'Tjekker igen ved hver ændring. Slut med q.' : 'Tjekker igen ved hver ændring.',
  folderGone: (folder: string) => `${folder} er væk; venter på, at den kommer tilbage.`,
  optionFormatPlan:
    'table, csv, xlsx, timeline, storyline, matrix, facts, interfaces, counts, book, briefings, handbook, json, mermaid eller machine',
  optionAs: 'text, csv, html, svg eller mermaid, hvor formatet fås i flere udgaver',
  optionOutPlan: 'fil at skrive til (- er skærmen)',
  optionFor:
    'læserne: controllers (øvelsesledelsen, med noter) eller players (øvelsestagerne); bogen er ellers planlægningsgruppens',
  optionRole: 'kun denne rolles kort (briefings)',
  optionWithTasks: 'udlevér rollens opgaver efter planen (briefings)',
  optionFormatReport:
    'html, markdown, docx, pdf, xlsx, csv, json, jsonl (loggen), ocel (process mining), ical (frister) eller all (det hele i en mappe)',
  missingLibrary: (name: string) =>
    `Formatet kræver »${name}«, som ikke er installeret her. Kør npm install, eller vælg et andet format.`,
  optionFormatSchema:
    'json (JSON Schema), reference (opslag i Markdown) eller analysis (JSON Schema for rapportens JSON)',
  optionPort: 'port at lytte på (0: en ledig)',
  optionHost: 'adresse at lytte på',
  optionData: 'mappe til øvelser',
  optionPace: 'øvelsesminutter pr. virkeligt minut',
  optionHeadless: 'ingen konsol; skriv linjer',
  outlasts:
    'Mister værten sin terminal (SSH falder ud, vinduet lukkes), går øvelsen videre uden konsol,\n' +
    'til den afsluttes eller værten får SIGTERM. Kom tilbage med beredt facilitate og linket til\n' +
    'øvelsesledelsen. Gem det, når øvelsen begynder.',
  optionStart: 'begynd straks (STARTEX) uden at vente på en facilitator',
  optionBots: 'bots i ingen, tomme eller alle stole',
  optionSeed: 'frø til tilfældighed; samme frø, samme øvelse',
  optionOut: 'fil eller mappe at skrive til (- er skærmen)',
  facilitatorLink: 'Facilitator',
  participantLink: 'Deltagere',
  participantCode: 'Kode til deltagere',
  wallLink: 'Storskærm',
  wall: 'Øvelsens mappe',
  resumeHint: (folder: string) => `Genoptag med: beredt resume ${folder}`,
  reportHint: (folder: string) => `Evaluér med: beredt report ${folder}`,
  closedDown: 'Værten er lukket ned.',
  started: 'STARTEX: øvelsen er i gang.',
  waiting: 'Venter på, at en facilitator starter øvelsen.',
  torn: (bytes: number) =>
    `Journalens sidste linje var kun halvt skrevet (${bytes} byte). Den er skåret fra og gemt ved siden af.`,
  status: {
    planned: 'planlagt',
    running: 'i gang',
    paused: 'på pause',
    ended: 'slut',
    hotwash: 'førstehåndsindtryk',
    closed: 'lukket',
  },
  noExercises: 'Der er ingen øvelser endnu. Begynd med: beredt run scenarios/kommune-it-ransomware',
  noScenario: (path: string) =>
    `Der er intet scenarie i ${path}. Angiv en mappe, der indeholder scenario.yaml.`,
  badCatalogue: 'Kataloget, der følger med Beredt, har fejl:',
  portTaken: (port: number) =>
    `Port ${port} er optaget. Vælg en anden med --port, eller --port 0 for en ledig.`,
  cannotListen: (address: string, why: string) => `Kan ikke lytte på ${address}: ${why}.`,
  pageMissing: 'Deltagernes side er ikke bygget. Kør: npm run build',
  noConnection: (url: string) => `Ingen vært svarer på ${url}.`,
  refused: 'Værten afviste forbindelsen: linket gælder ikke, eller pladsen er overtaget.',
  notControl: 'Linket er til deltagere. Facilitators link står, hvor øvelsen blev startet.',
  badUrl: (url: string) => `${url} er ikke et link fra en Beredt-vært (http://vært:port/#…).`,
  badFormat: (found: string, allowed: string) => `»${found}« kendes ikke. Vælg mellem: ${allowed}.`,
  optionFits: (option: string, formats: string) =>
    `${option} bruges kun sammen med --format ${formats}.`,
  noPlayersBook:
    'Drejebogen findes ikke i en udgave til øvelsestagere. Brug --format handbook eller --format briefings.',
  onlyPlayers:
    'Håndbogen er til øvelsestagerne. Øvelsesledelsens udgave er --format book --for controllers.',
  noRole: (found: string, known: string) => `Rollen »${found}« findes ikke. Vælg mellem: ${known}.`,
  optionSet: 'en parameters værdi i scenariet; kan gentages',
  badSet: (found: string) => `--set skal have formen navn=værdi, ikke »${found}«.`,
  badNumber: (option: string, found: string) => `${option} skal være et tal, ikke »${found}«.`,
  verified: 'Journalen er hel, og hver hændelse er genskabt.',
  verifyFailed: (seq: number) => `Journalen kan ikke godkendes: post nr. ${seq} afviger.`,
  why: {
    'no-plan': 'den første post bærer ingen plan',
    format: 'journalen er skrevet i et format, som denne udgave ikke kender',
    digest: 'planen svarer ikke til sit fingeraftryk',
    event: 'hændelsen er ikke den, som motoren beregner',
    time: 'øvelsestiden passer ikke',
    extra: 'der står en hændelse, som ingen indtastning har udløst',
    chain: 'linjen eller den foregående er ændret: kæden af fingeraftryk er brudt',
    'not-json': 'linjen er ikke JSON',
    'bad-shape': 'linjen har ikke en posts form',
    'seq-gap': 'der mangler poster før denne',
    torn: 'den sidste linje er kun halvt skrevet',
    partial: 'den sidste gruppe af poster er ikke hel',
  },
  recorded: 'i journalen',
  computed: 'beregnet',
  entries: 'poster',
  digest: 'fingeraftryk (SHA-256 af sidste linje)',
  planDigest: 'planens fingeraftryk',
  rehearsed: 'Generalprøve gennemført',
  released: 'Udspillede indspil',
  opened: 'Åbnet',
  answered: 'Besvaret eller kvitteret',
  decided: 'Beslutninger truffet',
  byDefault: 'heraf bortfaldet til standardvalget',
  tasksDone: 'Opgaver løst',
  expectations: 'Forventninger indfriet til tiden / for sent / ikke',
  phasesReached: 'Faser nået',
  neverReached: 'Aldrig nået',
  kinds: {
    phases: 'faser',
    injects: 'indspil',
    tasks: 'opgaver',
    decisions: 'beslutninger',
    clocks: 'frister',
  },
  columns: ['nr.', 'tid', 'fase', 'kanal', 'fra', 'til', 'titel', 'udløses'],
  written: (path: string) => `Skrevet: ${path}`,
  cannotWrite: (path: string, why: string) => `Kan ikke skrive til ${path}: ${why}.`,
  interrupted: 'Afbrudt.',
  faults: {
    'journal-exists':
      'Der ligger allerede en øvelse i mappen. Genoptag den, eller vælg en anden mappe.',
    'journal-missing': 'Der er ingen øvelse i mappen: journal.jsonl mangler.',
    'journal-locked': 'Øvelsen er åben hos en anden vært. Luk den først.',
    'journal-broken': 'Journalen er beskadiget. Kør beredt verify for at se hvor.',
    'journal-gap': 'To værter har skrevet i samme journal.',
    'journal-read': 'Journalen kan ikke læses.',
    'journal-write':
      'Journalen kan ikke skrives. Er disken fuld? Øvelsen er standset; intet bekræftet er tabt.',
    'journal-closed': 'Journalen er lukket.',
    'journal-differs':
      'Journalen kan ikke genskabes med denne udgave af Beredt. Kør beredt verify for at se hvor.',
    'attachment-missing':
      'En fil, som et indspil har vedlagt, findes ikke. Læg den tilbage, hvor den lå.',
    'attachment-differs':
      'En vedlagt fil er ændret siden. Hent den oprindelige frem; øvelsen viser kun det, journalen kan stå inde for.',
    'attachment-write': 'En vedlagt fil kan ikke kopieres til øvelsens mappe. Er disken fuld?',
    'library-corrupt': 'Biblioteket library.json er ødelagt; en kopi er lagt til side.',
    'library-locked': 'Biblioteket bruges af en anden vært lige nu. Prøv igen.',
    'library-read': 'Biblioteket library.json kan ikke læses.',
    'library-write': 'Biblioteket library.json kan ikke skrives.',
    'actions-corrupt': 'Handlingsregistret er beskadiget; en kopi er lagt til side.',
    'actions-locked': 'Et andet program bruger handlingsregistret lige nu. Prøv igen.',
    'actions-read': 'Handlingsregistret kan ikke læses.',
    'actions-write': 'Handlingsregistret kan ikke skrives.',
    'roster-corrupt': 'Deltagerlisten roster.json er ødelagt; en kopi er lagt til side.',
    'roster-locked': 'Deltagerlisten bruges af en anden vært lige nu.',
    'roster-read': 'Deltagerlisten roster.json kan ikke læses.',
    'roster-write': 'Deltagerlisten roster.json kan ikke skrives.',
  },
  optionRuns: 'antal gennemspilninger, hver med sit frø fra --seed og frem',
  optionBehave: 'adfærd pr. rolle, fx it-chef=silent,*=diligent',
  optionReportFile: 'skriv rapporten om generalprøven til denne HTML-fil',
  optionExpect: 'fejl (1), hvis dækningen er mindre, fx coverage=90%,phases=100%',
  optionSilence: 'undersøg også, hvad hver rolles tavshed koster',
  optionKeep: 'gem journalen fra hver gennemspilning',
  optionReach:
    'find og gå den korteste vej til fx inject:navn, phase:navn eller option:beslutning=valg',
  rehearsal: {
    coverage: 'Den samlede dækning',
    more: (n: string) => `… og ${n} til`,
    progress: { runs: 'Gennemspilning', paths: 'Søger veje', silence: 'Tavshed' },
    unmet: (what: string, share: string, wanted: string, missing: string) =>
      `${what} er ${share} %, men skal mindst være ${wanted} %. Aldrig nået: ${missing}.`,
    badExpect: (part: string) =>
      `»${part}« kan ikke læses. Skriv fx --expect coverage=90% eller --expect coverage=90%,phases=100%.`,
    badKind: (name: string, all: string, near?: string) =>
      `»${name}« kan ikke måles.${near === undefined ? '' : ` Mente du ${near}?`} Vælg mellem: ${all}.`,
    badBehave: (part: string) =>
      `»${part}« kan ikke læses. Skriv rolle=adfærd, adskilt af komma, fx --behave "it-chef=silent,*=diligent".`,
    badBehaviour: (name: string, all: string, near?: string) =>
      `Adfærden »${name}« findes ikke.${near === undefined ? '' : ` Mente du ${near}?`} Vælg mellem: ${all}.`,
    badRole: (name: string, near?: string) =>
      `Scenariet har ingen spillet rolle »${name}«.${near === undefined ? '' : ` Mente du ${near}?`} Skriv * for alle øvrige.`,
    twice: (name: string) => `Rollen »${name}« har fået to slags adfærd. Angiv kun én.`,
    badReach: (word: string, all: string) =>
      `»${word}« kan ikke læses. Skriv slags:navn, fx inject:alarm. Slags: ${all}.`,
    badTarget: (word: string, near?: string) =>
      `Scenariet har intet »${word}«.${near === undefined ? '' : ` Mente du ${near}?`}`,
  },
  diff: {
    command: 'Vis, hvad der er ændret mellem to udgaver af et scenarie',
    optionFormat: 'text, markdown eller json',
    older: 'den ældre udgave: et scenaries eller en øvelses mappe',
    newer: 'den nyere udgave',
    unsound: (path: string) => `Fejlene er i ${path}; ret dem, før der sammenlignes.`,
    noPlan: (path: string) => `Journalen i ${path} bærer ingen plan, der kan sammenlignes.`,
  },
  faultUnknown: 'Uventet fejl i Beredt.',
};

const en: typeof da = {
  followUp: followUpEn,
  about: 'Crisis exercises from a script in YAML: who was meant to do what, and who did?',
  usage: {
    titles: {
      'Usage:': 'Usage:',
      'Options:': 'Options:',
      'Arguments:': 'Arguments:',
      'Commands:': 'Commands:',
    },
    help: 'show this help',
    helpCommand: 'show help for a command',
    version: 'show the version',
    choices: (list: string) => `choose: ${list}`,
    fallback: (value: string) => `otherwise ${value}`,
    missingArgument: (name: string) => `An argument is missing: ${name}.`,
    optionMissingArgument: (name: string) => `The option ${name} needs a value.`,
    unknownOption: (name: string) => `There is no option ${name}.`,
    unknownCommand: (name: string) => `There is no command ${name}.`,
    excessArguments: 'There are too many arguments.',
    invalidArgument: (name: string, value: string) => `${name} cannot be “${value}”.`,
    suggestion: (name: string) => `Did you mean ${name}?`,
  },
  check: 'Check a scenario and show every mistake with its place and a remedy',
  plan: 'Show what a scenario becomes: MSEL, timeline, responsibility matrix, role cards, book …',
  run: 'Host a new exercise',
  resume: 'Resume an interrupted exercise exactly where it stood, paused',
  facilitate: "Open the facilitator's console on a host",
  join: 'Take part from the terminal, line by line',
  optionCode: 'the code, when the address is http://host:port without a token',
  badCode: (code) => `“${code}” is not a code. A code has six characters, for example K7M-4QX.`,
  invite: {
    about: 'Show link and code for each role and organisation, or write a sheet for printing',
    url: 'the facilitator’s link',
    optionFor: 'only this role or organisation (its id)',
    optionOut: 'file to write the sheet to (HTML, ready for printing)',
    optionAddress: 'the address under which participants reach the host',
    everybody: 'All roles',
    nobody: (id, ids) => `There is no role or organisation “${id}”. Choose: ${ids}.`,
    hint: (link) =>
      `Link and code for each role: beredt invite '${link}' (--out sheet.html for printing)`,
    sheet: {
      exercise: 'EXERCISE',
      title: 'Invitations',
      intro:
        'A card for each role and organisation. A card gives access: hand it only to the one it is for.',
      open: 'Scan the code, or open the link:',
      code: (address) => `Or open ${address} and write the code:`,
    },
  },
  staff: {
    about: 'Let a colleague into exercise control by a link of their own',
    url: 'the lead facilitator’s link; with --lead the exercise’s folder',
    optionLead:
      'make yourself lead facilitator when the link is lost: on the host’s own machine, with the exercise’s folder',
    needsFolder: '--lead needs the exercise’s folder on the host’s machine, and no link.',
    noHost: (folder) =>
      `No host runs the exercise in “${folder}”. Type beredt resume with the folder: it shows a new link.`,
    silent: (folder) =>
      `The host does not answer in “${folder}”. Is it the right folder, and the same user as the host?`,
    leads: 'lead facilitator',
    onceLead: 'the link is shown this once.',
    before: (staff) =>
      `${staff} led until now and is a controller. If that link is in the wrong hands, show ${staff} out: L and x in the console.`,
    optionKind: 'controller, evaluator or observer',
    optionLane: 'only these organisations (their ids, with commas between); for a controller',
    optionAddress: 'the address under which the colleague reaches the host',
    laneOnly: 'Only a controller (--kind controller) can have a lane (--lane).',
    noOrganisation: (id, ids) =>
      `No organisation in the exercise has the id “${id}”. Choose: ${ids}.`,
    once: 'the link is shown this once. The colleague types: beredt facilitate LINK',
    kind: { controller: 'controller', evaluator: 'evaluator', observer: 'observer' },
    hint: (link) => `A colleague in exercise control: beredt staff '${link}'`,
  },
  report: 'Write the after-action report from the journal alone',
  schema:
    'Write out the scenario language: as a JSON Schema for an editor or a reference for a reader',
  verify: 'Replay the journal and check every single line',
  rehearse: 'Run the whole exercise in virtual time with bots in every chair',
  list: 'Show the exercises in the data folder',
  import: "Bring in injects from a spreadsheet (xlsx or CSV), Beredt's own or another's",
  sheetFile: 'the spreadsheet: .xlsx or .csv',
  optionInto: "the scenario's folder",
  optionMap: 'what the columns are: “Column=field,…” or a YAML file',
  optionSheet: 'name of the sheet',
  optionHeaderRow: "the header's row (0: the sheet has none)",
  optionStarts: 'when the exercise starts in the sheet: HH:MM or YYYY-MM-DD HH:MM',
  optionDryRun: 'show what is understood and write nothing',
  optionOutImport: 'file to write to (else injects/<name>.yaml in the scenario)',
  optionForce: 'overwrite the file if it exists',
  optionReplace: "replace the injects that the sheet has in the scenario's other files",
  imports: {
    sheet: (sheet: string, own: boolean) =>
      own ? `Sheet “${sheet}”, written by Beredt` : `Sheet “${sheet}”`,
    header: (row: number) => (row === 0 ? 'no header' : `header in row ${row}`),
    how: {
      own: "Beredt's own",
      known: 'known header',
      near: 'guessed from the header',
      given: 'given',
      unknown: 'becomes a comment',
    },
    ignored: 'not used',
    row: 'row',
    refused: 'not taken',
    section: 'section',
    meaning: 'Why, and what to do:',
    more: (n: number) => `… and ${n} more rows.`,
    summary: (taken: number, clean: number, guessed: number, doubtful: number, refused: number) =>
      `${taken} injects: ${clean} understood, ${guessed} with guesses, ${doubtful} lacking something; ${refused} rows were not taken.`,
    nothingWritten: 'Nothing was written.',
    wouldWrite: (path: string) => `Would write: ${path}`,
    removed: (path: string, n: number) =>
      `Removed from ${path}: ${n} injects that the sheet replaces`,
    afterwards: 'The scenario with the new injects:',
    exists: (path: string) => `${path} exists already. Use --force, or choose another with --out.`,
    unreadable: (path: string) => `${path} cannot be read.`,
    badStarts: (found: string) => `--starts must be HH:MM or YYYY-MM-DD HH:MM, not “${found}”.`,
  },
  create: {
    name: "the scenario's name; becomes its folder and id",
    into: 'folder to put the scenario in',
    languages: "the exercise's languages: da, en or da,en",
    starts: 'when the story begins, such as 2026-11-26T06:30',
    kind: 'kind: crisis-management, cross-sector, dilemma, procedure, stress-test or recovery-test',
    title: "the exercise's title",
    from: 'template: blank, or one of the scenarios that come with Beredt',
    about: 'Begin a new scenario from a template',
    opening: 'A new scenario. Enter takes what stands in [ ]; Ctrl-C leaves.',
    askName: 'Name (becomes its folder and id)',
    anyName: 'my-exercise',
    templates: 'What is it to build on?',
    blank: 'Small, whole exercise with notes',
    askTemplate: 'Number or name',
    askLanguages: 'Languages: da, en or da,en',
    askTitle: 'Title',
    kinds: 'What kind of exercise is it?',
    askKind: 'Number',
    askStarts: 'The story begins',
    brokenOff: 'Left. Nothing has been made.',
    noName: 'The scenario needs a name. Write for example: beredt new my-exercise',
    pathInName: (name: string) =>
      `“${name}” is a path, not a name. Write the name alone, and choose the folder with --into.`,
    badName: (name: string, hint?: string) =>
      `“${name}” cannot be a name. Use a-z, digits, - and _; begin with a letter; 64 characters at most.` +
      (hint === undefined ? '' : ` Try: ${hint}`),
    taken: (target: string) =>
      `There is something in ${target} already. Choose another name, or move what is there.`,
    noTemplate: (name: string, list: string) =>
      `There is no template called “${name}”. Choose one of: ${list}.`,
    badTitle: (most: number) => `A title is one line of at most ${most} characters.`,
    badKind: (kind: string, list: string) =>
      `“${kind}” is not a kind of exercise. Choose one of: ${list}.`,
    badStart: (found: string) =>
      `“${found}” is not a date and a time. Write for example 26-11-2026 06:30.`,
    badLanguages: (found: string) => `“${found}” is not a language. Write da, en or da,en.`,
    notSpoken: (missing: string) =>
      `The template does not exist in ${missing}. Choose a language it is written in, or begin from blank.`,
    made: (target: string) => `The scenario is in ${target}`,
    datesInTexts:
      'The story has moved. Read the texts through: they may name weekdays, dates and times.',
    oneLanguage:
      'The texts are written in one language only. Write { da: …, en: … } where players are to have both.',
    next: (file: string) => `Go on writing in ${file}, and run as you go:`,
    cannotWrite: (target: string, why: string) => `Cannot make ${target}: ${why}.`,
    reasons: {
      EACCES: 'you may not write there',
      EPERM: 'you may not write there',
      EROFS: 'the drive can only be read',
      ENOSPC: 'the drive is full',
      ENOTDIR: 'part of the path is a file and not a folder',
      EEXIST: 'part of the path is a file and not a folder',
      ENOENT: 'the folder is not there and cannot be made',
      ENAMETOOLONG: 'the path is too long',
    },
  },
  path: "the scenario's folder or its scenario.yaml",
  folder: "the exercise's folder",
  url: 'the link that the host showed',
  optionLang: 'language',
  optionJson: 'write JSON for other programs',
  optionWatch: 'check again each time a file is saved',
  optionAll: 'also show the warnings that the scenario itself accepts',
  optionExplain: 'explain one kind of problem at length, for instance role-idle',
  unknownCode: (code: string) => `There is no problem called “${code}”.`,
  watching: (keys: boolean): string =>
    keys ? 'Checking again at each change. End with q.' : 'Checking again at each change.',
  folderGone: (folder: string) => `${folder} is gone; waiting for it to come back.`,
  optionFormatPlan:
    'table, csv, xlsx, timeline, storyline, matrix, facts, interfaces, counts, book, briefings, handbook, json, mermaid or machine',
  optionAs: 'text, csv, html, svg or mermaid, where the format can be had in several',
  optionOutPlan: 'file to write to (- is the screen)',
  optionFor:
    "the readers: controllers (exercise control, with notes) or players; the book is otherwise the planning group's",
  optionRole: "this role's card only (briefings)",
  optionWithTasks: "hand out the role's tasks by the plan (briefings)",
  optionFormatReport:
    'html, markdown, docx, pdf, xlsx, csv, json, jsonl (the log), ocel (process mining), ical (deadlines) or all (everything in one folder)',
  missingLibrary: (name) =>
    `The format needs “${name}”, which is not installed here. Run npm install, or choose another format.`,
  optionFormatSchema:
    'json (JSON Schema), reference (Markdown) or analysis (JSON Schema of the report’s JSON)',
  optionPort: 'port to listen on (0: any free one)',
  optionHost: 'address to listen on',
  optionData: 'folder for exercises',
  optionPace: 'exercise minutes per real minute',
  optionHeadless: 'no console; write lines',
  outlasts:
    'A host that loses its terminal (SSH drops, the window is closed) goes on without a console\n' +
    'until the exercise is closed or the host gets SIGTERM. Come back with beredt facilitate and\n' +
    "exercise control's link. Keep it when the exercise begins.",
  optionStart: 'begin at once (STARTEX) without waiting for a facilitator',
  optionBots: 'bots in no, empty or all chairs',
  optionSeed: 'seed for chance; same seed, same exercise',
  optionOut: 'file or folder to write to (- is the screen)',
  facilitatorLink: 'Facilitator',
  participantLink: 'Participants',
  participantCode: 'Code for participants',
  wallLink: 'Wall display',
  wall: "The exercise's folder",
  resumeHint: (folder: string) => `Resume with: beredt resume ${folder}`,
  reportHint: (folder: string) => `Evaluate with: beredt report ${folder}`,
  closedDown: 'The host has shut down.',
  started: 'STARTEX: the exercise is running.',
  waiting: 'Waiting for a facilitator to start the exercise.',
  torn: (bytes: number) =>
    `The journal's last line was only half written (${bytes} bytes). It has been cut off and kept beside it.`,
  status: {
    planned: 'planned',
    running: 'running',
    paused: 'paused',
    ended: 'ended',
    hotwash: 'hot wash',
    closed: 'closed',
  },
  noExercises: 'There are no exercises yet. Begin with: beredt run scenarios/kommune-it-ransomware',
  noScenario: (path: string) =>
    `There is no scenario in ${path}. Name a folder that holds scenario.yaml.`,
  badCatalogue: 'The catalogue that comes with Beredt has mistakes:',
  portTaken: (port: number) =>
    `Port ${port} is taken. Choose another with --port, or --port 0 for a free one.`,
  cannotListen: (address: string, why: string) => `Cannot listen on ${address}: ${why}.`,
  pageMissing: "The participants' page has not been built. Run: npm run build",
  noConnection: (url: string) => `No host answers at ${url}.`,
  refused: 'The host refused the connection: the link is not valid, or the chair was taken over.',
  notControl:
    "The link is for participants. The facilitator's link stands where the exercise was started.",
  badUrl: (url: string) => `${url} is not a link from a Beredt host (http://host:port/#…).`,
  badFormat: (found: string, allowed: string) =>
    `“${found}” is unknown. Choose one of: ${allowed}.`,
  optionFits: (option: string, formats: string) => `${option} goes with --format ${formats} only.`,
  noPlayersBook:
    "There is no players' edition of the scenario book. Use --format handbook or --format briefings.",
  onlyPlayers:
    "The handbook is for the players. Exercise control's edition is --format book --for controllers.",
  noRole: (found: string, known: string) => `There is no role “${found}”. Choose one of: ${known}.`,
  optionSet: 'the value of a parameter in the scenario; can be repeated',
  badSet: (found: string) => `--set takes the form name=value, not “${found}”.`,
  badNumber: (option: string, found: string) => `${option} must be a number, not “${found}”.`,
  verified: 'The journal is whole, and every event has been reproduced.',
  verifyFailed: (seq: number) => `The journal does not verify: entry ${seq} differs.`,
  why: {
    'no-plan': 'the first entry carries no plan',
    format: 'the journal is written in a format that this version does not know',
    digest: 'the plan does not match its fingerprint',
    event: 'the event is not what the engine computes',
    time: 'the exercise time does not fit',
    extra: 'there is an event that no input caused',
    chain: 'this line or the one before it was changed: the chain of fingerprints is broken',
    'not-json': 'the line is not JSON',
    'bad-shape': 'the line does not have the form of an entry',
    'seq-gap': 'entries are missing before this one',
    torn: 'the last line is only half written',
    partial: 'the last group of entries is not whole',
  },
  recorded: 'in the journal',
  computed: 'computed',
  entries: 'entries',
  digest: 'digest (SHA-256 of the last line)',
  planDigest: "the plan's digest",
  rehearsed: 'Rehearsal finished',
  released: 'Injects released',
  opened: 'Opened',
  answered: 'Answered or acknowledged',
  decided: 'Decisions made',
  byDefault: 'of which lapsed to the default',
  tasksDone: 'Tasks done',
  expectations: 'Expectations met in time / late / not',
  phasesReached: 'Phases reached',
  neverReached: 'Never reached',
  kinds: {
    phases: 'phases',
    injects: 'injects',
    tasks: 'tasks',
    decisions: 'decisions',
    clocks: 'clocks',
  },
  columns: ['no.', 'time', 'phase', 'channel', 'from', 'to', 'title', 'trigger'],
  written: (path: string) => `Written: ${path}`,
  cannotWrite: (path: string, why: string) => `Cannot write to ${path}: ${why}.`,
  interrupted: 'Interrupted.',
  faults: {
    'journal-exists':
      'There is an exercise in the folder already. Resume it, or choose another folder.',
    'journal-missing': 'There is no exercise in the folder: journal.jsonl is missing.',
    'journal-locked': 'Another host has the exercise open. Close that one first.',
    'journal-broken': 'The journal is damaged. Run beredt verify to see where.',
    'journal-gap': 'Two hosts have written to the same journal.',
    'journal-read': 'The journal cannot be read.',
    'journal-write':
      'The journal cannot be written. Is the disk full? The exercise has stopped; nothing confirmed is lost.',
    'journal-closed': 'The journal is closed.',
    'journal-differs':
      'The journal cannot be reproduced by this version of Beredt. Run beredt verify to see where.',
    'attachment-missing': 'A file that an inject carries is not there. Put it back where it was.',
    'attachment-differs':
      'An attached file has been changed since. Bring back the original; the exercise shows only what its journal vouches for.',
    'attachment-write':
      'An attached file cannot be copied into the exercise’s folder. Is the disk full?',
    'library-corrupt': 'The library, library.json, is damaged; a copy has been set aside.',
    'library-locked': 'Another host is using the library right now. Try again.',
    'library-read': 'The library, library.json, cannot be read.',
    'library-write': 'The library, library.json, cannot be written.',
    'actions-corrupt': 'The register of actions is damaged; a copy has been set aside.',
    'actions-locked': 'Another program is using the register of actions right now. Try again.',
    'actions-read': 'The register of actions cannot be read.',
    'actions-write': 'The register of actions cannot be written.',
    'roster-corrupt': 'The roster, roster.json, is damaged; a copy has been set aside.',
    'roster-locked': 'Another host is using the roster right now.',
    'roster-read': 'The roster, roster.json, cannot be read.',
    'roster-write': 'The roster, roster.json, cannot be written.',
  },
  optionRuns: 'number of runs, each with its seed from --seed on',
  optionBehave: 'behaviour by role, e.g. it-manager=silent,*=diligent',
  optionReportFile: 'write the report on the rehearsal to this HTML file',
  optionExpect: 'fail (1) if coverage is less, e.g. coverage=90%,phases=100%',
  optionSilence: 'also examine what each role’s silence costs',
  optionKeep: 'keep the journal of every run',
  optionReach:
    'find and walk the shortest path to e.g. inject:name, phase:name or option:decision=choice',
  rehearsal: {
    coverage: 'Total coverage',
    more: (n) => `… and ${n} more`,
    progress: { runs: 'Run', paths: 'Searching paths', silence: 'Silence' },
    unmet: (what, share, wanted, missing) =>
      `${what}: ${share}%, but at least ${wanted}% is asked for. Never reached: ${missing}.`,
    badExpect: (part) =>
      `"${part}" cannot be read. Write e.g. --expect coverage=90% or --expect coverage=90%,phases=100%.`,
    badKind: (name, all, near) =>
      `"${name}" cannot be measured.${near === undefined ? '' : ` Did you mean ${near}?`} Choose from: ${all}.`,
    badBehave: (part) =>
      `"${part}" cannot be read. Write role=behaviour, separated by commas, e.g. --behave "it-manager=silent,*=diligent".`,
    badBehaviour: (name, all, near) =>
      `There is no behaviour "${name}".${near === undefined ? '' : ` Did you mean ${near}?`} Choose from: ${all}.`,
    badRole: (name, near) =>
      `The scenario has no played role "${name}".${near === undefined ? '' : ` Did you mean ${near}?`} Write * for all others.`,
    twice: (name) => `The role "${name}" was given two behaviours. State one only.`,
    badReach: (word, all) =>
      `"${word}" cannot be read. Write kind:name, e.g. inject:alarm. Kinds: ${all}.`,
    badTarget: (word, near) =>
      `The scenario has no "${word}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
  },
  diff: {
    command: 'Show what has changed between two versions of a scenario',
    optionFormat: 'text, markdown or json',
    older: 'the older version: a scenario’s or an exercise’s folder',
    newer: 'the newer version',
    unsound: (path: string) => `The errors are in ${path}; mend them before comparing.`,
    noPlan: (path) => `The journal in ${path} carries no plan to compare.`,
  },
  faultUnknown: 'Unexpected fault in Beredt.',
};

export type CliText = typeof da;
export const TEXT: Readonly<Record<Lang, CliText>> = { da, en };

/** The language asked for, or the environment's if it says English, or Danish. */
export function chooseLang(wanted: string | undefined, env: NodeJS.ProcessEnv): Lang {
  const said =
    wanted ?? env['BEREDT_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return said.toLowerCase().startsWith('en') ? 'en' : 'da';
}
