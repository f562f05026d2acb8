/**
 * What the reference says between its tables. Knows: files, times, ids, templates in a planner's
 * words. Does not know: any single key (danish.ts and english.ts do).
 */
import type { Lang } from '../text.ts';

const da = {
  title: 'Drejebogens sprog: opslag',
  lead:
    'Alle nøgler i et scenarie, afsnit for afsnit. Siden er skrevet af det samme skema, som `beredt check` ' +
    'bruger, så den passer med det, programmet kan. Den samme hjælp vises i editoren, når du holder ' +
    'musen over en nøgle. **skal** betyder, at nøglen ikke kan udelades.',
  required: 'skal',
  or: 'eller',
  columns: ['Nøgle', 'Form', 'Ellers', 'Betydning', 'Eksempel'],
  forms: {
    text: '[tekst](#tekster)',
    time: '[tid](#tider)',
    level: 'procent',
    condition: '[betingelse](#betingelser)',
    id: '[id](#id)',
    word: '[ord](#ord)',
    string: 'tekst',
    number: 'tal',
    boolean: '`true` eller `false`',
    list: 'liste af',
    rows: 'rækker med id',
    fields: 'felter',
  },
  files: {
    title: 'Filer',
    text: `Et scenarie er en mappe med \`scenario.yaml\`. Den rummer det, der gælder hele øvelsen. Afsnittene
(\`roles:\`, \`tasks:\`, \`injects:\` …) kan stå i den samme fil eller deles ud på flere, som man vil:
\`roles.yaml\`, \`injects/1-alarm.yaml\`. Filernes rækkefølge betyder ikke noget, og det samme afsnit må
stå i flere filer. Vedhæftede filer ligger i mappen \`files/\`.

\`\`\`text
mit-scenarie/
  scenario.yaml
  roles.yaml
  tasks.yaml
  injects/
    1-alarm.yaml
    2-spredning.yaml
  files/
    skærmbillede.png
\`\`\``,
  },
  head: {
    title: 'Øverst i scenario.yaml',
    text: 'Det, der gælder hele øvelsen. Disse nøgler må kun stå i `scenario.yaml`.',
  },
  sections: {
    organisations: 'organisations: organisationer',
    roles: 'roles: roller',
    objectives: 'objectives: øvelsesmål',
    facts: 'facts: oplysninger',
    tasks: 'tasks: opgaver og ansvar',
    services: 'services: tjenester',
    interfaces: 'interfaces: snitflader',
    decisions: 'decisions: beslutninger',
    phases: 'phases: faser',
    threads: 'threads: tråde',
    injects: 'injects: indspil',
    bank: 'bank: forberedte tekster',
    polls: 'polls: ansvarsspørgsmål',
    probes: 'probes: situationsspørgsmål',
    'hot-wash': 'hot-wash: førstehåndsindtryk',
  },
  conditions: {
    title: 'Betingelser',
    text: `En betingelse står under \`starts:\`, \`opens:\`, \`gate:\` og \`when:\`. Den handler om præcis én ting;
flere sættes sammen med \`all:\`, \`any:\` og \`not:\`. At noget udeblev, er en betingelse som alle andre:

\`\`\`yaml
when: { all: [ { time-after: 50m }, { not: { task: early-warning, is: done } } ] }
\`\`\``,
  },
  states: {
    title: 'Tilstande: det, is kan spørge om',
    text: 'Om en beslutning kan `is:` også nævne en af dens handlemuligheder.',
    columns: ['Handler om', '`is:`', 'Betydning'],
  },
  after: {
    title: 'after: efter noget andet',
    text: 'Står under `after:` i indspil og spørgsmål. Nævn præcis én ting.',
  },
  texts: {
    title: 'Tekster',
    text: `En tekst er én streng, når den er ens på alle sprog (et navn), og ellers én streng pr. sprog. Lange tekster
skrives efter \`|-\`; et linjeskift inde i et afsnit er kun ombrydning, medmindre linjen ender på \`\\\`.
Begynder teksten med et tegn som \`@\`, \`%\`, \`&\` eller \`[\`, eller rummer den kolon og mellemrum, skal den
stå i anførselstegn.

\`\`\`yaml
title: { da: Natalarm, en: Night alarm }
\`\`\``,
  },
  times: {
    title: 'Tider',
    text: `Et tidsrum skrives med enhed. Der er flere måder at skrive det samme på:

| Skrevet | Betydning |
| --- | --- |
| \`45m\` | 45 minutter |
| \`2h\`, \`1h30m\`, \`1.5h\` | timer, timer og minutter, halvanden time |
| \`1d 3h\` | et døgn og tre timer |
| \`90s\` | 90 sekunder |
| \`T+01:30\`, \`T+01:30:15\` | timer og minutter (og sekunder) fra øvelsesstart |
| \`PT15M\`, \`P1DT2H\` | ISO 8601 |

Et tal uden enhed er en fejl: 30 kan være minutter eller timer.`,
  },
  ids: {
    title: 'Id',
    text: `Et id er det navn, en række har i filen, og som andre rækker henviser til den med. Det består af bogstaverne
a-z, cifre, \`-\` og \`_\`, begynder med et bogstav og er på højst 64 tegn. Et id må kun bruges én gang i
sit afsnit. Hvor der skal stå modtagere, kan man nævne en rolle, en organisation eller \`all\`.
Henviser du til noget, der ikke findes, foreslår \`beredt check\` det nærmeste id.`,
  },
  templates: {
    title: 'Parametre og skabeloner',
    text: `En **parameter** er en værdi, som teksterne henter:

\`\`\`yaml
parameters:
  town: Nordby
  residents: 12000
summary: { da: "\${town} med \${residents} borgere.", en: "\${town} with \${residents} residents." }
\`\`\`

Fra kommandolinjen kan den ændres: \`--set town=Sundby\`. Er et helt felt \`\${navn}\`, får det værdien med
dens type. \`$\${\` giver et almindeligt \`\${\`.

En **skabelon** er en organisation med \`each:\`. Den bliver til én instans pr. navn, og alt, der siger
\`each:\` med skabelonens id, bliver til én række pr. instans:

\`\`\`yaml
organisations:
  kommune: { name: "\${each} Kommune", each: [Nordby, Sundby, { name: Vestby, residents: 12000 }] }
roles:
  crisis-lead: { name: "Kriseleder, \${each}", organisation: kommune }
tasks:
  inform-residents:
    each: kommune
    title: { da: Orientér borgerne, en: Inform the residents }
    accountable: crisis-lead
    responsible: [crisis-lead]
    within: 2h
\`\`\`

Det giver \`kommune/nordby\`, \`kommune/nordby/crisis-lead\` og \`inform-residents/nordby\` og så fremdeles. I en
række, der gentages, betyder \`crisis-lead\` den samme instans’ kriseleder. Andre steder betyder skabelonens
id i en liste alle instanserne; hvor der kun kan stå én, skrives hele id’et.`,
  },
  words: {
    title: 'Ord',
    text: 'Nogle nøgler tager kun bestemte ord. Her er de, under de nøgler, der bruger dem.',
    columns: ['Ord', 'Betydning'],
  },
  editor: {
    title: 'Hjælp i editoren',
    text: `Visual Studio Code (med udvidelsen YAML fra Red Hat) og andre editorer med yaml-language-server fuldfører
nøgler og ord, viser denne hjælp og understreger fejl, når filens første linje peger på skemaet. Scenarierne,
der følger med, gør det allerede:

\`\`\`yaml
# yaml-language-server: $schema=../scenario.schema.json
\`\`\`

Ligger dit scenarie et andet sted, så skriv skemaet ved siden af det, og peg på det fra hver fil:

\`\`\`text
beredt schema --out mit-scenarie/scenario.schema.json
\`\`\`

\`\`\`yaml
# yaml-language-server: $schema=scenario.schema.json
\`\`\`

I en fil i en undermappe skrives \`$schema=../scenario.schema.json\`. Editoren kontrollerer formen. Om
henvisninger holder, om faser kan nås, og om ansvaret er fordelt, siger \`beredt check\`.`,
  },
};
export type PageText = typeof da;

const en: PageText = {
  title: 'The scenario language: reference',
  lead:
    'Every key of a scenario, section by section. The page is written from the same schema that ' +
    '`beredt check` uses, so it agrees with what the program does. The same help is shown in the editor ' +
    'when you hover over a key. **required** means that the key cannot be left out.',
  required: 'required',
  or: 'or',
  columns: ['Key', 'Form', 'Otherwise', 'Meaning', 'Example'],
  forms: {
    text: '[text](#texts)',
    time: '[time](#times)',
    level: 'per cent',
    condition: '[condition](#conditions)',
    id: '[id](#ids)',
    word: '[word](#words)',
    string: 'text',
    number: 'number',
    boolean: '`true` or `false`',
    list: 'list of',
    rows: 'rows by id',
    fields: 'fields',
  },
  files: {
    title: 'Files',
    text: `A scenario is a folder with \`scenario.yaml\`, which holds what is true of the whole exercise. The sections
(\`roles:\`, \`tasks:\`, \`injects:\` …) can stand in the same file or be spread over several as you like:
\`roles.yaml\`, \`injects/1-alarm.yaml\`. The order of files never matters, and one section may stand in
several files. Attachments lie in the folder \`files/\`.

\`\`\`text
my-scenario/
  scenario.yaml
  roles.yaml
  tasks.yaml
  injects/
    1-alarm.yaml
    2-spread.yaml
  files/
    screenshot.png
\`\`\``,
  },
  head: {
    title: 'At the top of scenario.yaml',
    text: 'What is true of the whole exercise. These keys may stand in `scenario.yaml` only.',
  },
  sections: {
    organisations: 'organisations',
    roles: 'roles',
    objectives: 'objectives',
    facts: 'facts',
    tasks: 'tasks and responsibility',
    services: 'services',
    interfaces: 'interfaces',
    decisions: 'decisions',
    phases: 'phases',
    threads: 'threads',
    injects: 'injects',
    bank: 'bank: prepared texts',
    polls: 'polls on responsibility',
    probes: 'probes of situation awareness',
    'hot-wash': 'hot-wash',
  },
  conditions: {
    title: 'Conditions',
    text: `A condition stands under \`starts:\`, \`opens:\`, \`gate:\` and \`when:\`. It is about exactly one thing;
several are put together with \`all:\`, \`any:\` and \`not:\`. That something failed to happen is a condition
like any other:

\`\`\`yaml
when: { all: [ { time-after: 50m }, { not: { task: early-warning, is: done } } ] }
\`\`\``,
  },
  states: {
    title: 'States: what is can ask',
    text: 'Of a decision, `is:` can also name one of its options.',
    columns: ['About', '`is:`', 'Meaning'],
  },
  after: {
    title: 'after something else',
    text: 'Stands under `after:` in injects, polls and probes. Name exactly one thing.',
  },
  texts: {
    title: 'Texts',
    text: `A text is one string where it is the same in every language (a name), and otherwise one string a language.
Long texts are written after \`|-\`; a line break inside a paragraph is only wrapping, unless the line ends
in \`\\\`. A text that begins with a character such as \`@\`, \`%\`, \`&\` or \`[\`, or has a colon and a space
in it, must stand in quotation marks.

\`\`\`yaml
title: { da: Natalarm, en: Night alarm }
\`\`\``,
  },
  times: {
    title: 'Times',
    text: `A length of time is written with its unit. There are several ways to write the same:

| Written | Meaning |
| --- | --- |
| \`45m\` | 45 minutes |
| \`2h\`, \`1h30m\`, \`1.5h\` | hours, hours and minutes, an hour and a half |
| \`1d 3h\` | a day and three hours |
| \`90s\` | 90 seconds |
| \`T+01:30\`, \`T+01:30:15\` | hours and minutes (and seconds) from the start of the exercise |
| \`PT15M\`, \`P1DT2H\` | ISO 8601 |

A number without a unit is a mistake: 30 could be minutes or hours.`,
  },
  ids: {
    title: 'Ids',
    text: `An id is the name that a row has in the file, and that other rows refer to it by. It is made of the letters
a-z, digits, \`-\` and \`_\`, begins with a letter and has 64 characters at most. An id may be used once in
its section. Where receivers are named, one can write a role, an organisation or \`all\`. If you refer to
something that does not exist, \`beredt check\` suggests the nearest id.`,
  },
  templates: {
    title: 'Parameters and templates',
    text: `A **parameter** is a value that texts fetch:

\`\`\`yaml
parameters:
  town: Nordby
  residents: 12000
summary: { da: "\${town} med \${residents} borgere.", en: "\${town} with \${residents} residents." }
\`\`\`

It can be changed on the command line: \`--set town=Sundby\`. Where a whole field is \`\${name}\`, it takes the
value with its type. \`$\${\` gives a plain \`\${\`.

A **template** is an organisation with \`each:\`. It becomes one instance per name, and whatever says \`each:\`
with the template's id becomes one row per instance:

\`\`\`yaml
organisations:
  kommune: { name: "\${each} Kommune", each: [Nordby, Sundby, { name: Vestby, residents: 12000 }] }
roles:
  crisis-lead: { name: "Kriseleder, \${each}", organisation: kommune }
tasks:
  inform-residents:
    each: kommune
    title: { da: Orientér borgerne, en: Inform the residents }
    accountable: crisis-lead
    responsible: [crisis-lead]
    within: 2h
\`\`\`

That gives \`kommune/nordby\`, \`kommune/nordby/crisis-lead\`, \`inform-residents/nordby\` and so on. In a row that
is repeated, \`crisis-lead\` means the same instance's crisis lead. Elsewhere a template's id in a list means
all of its instances; where only one can stand, write the whole id.`,
  },
  words: {
    title: 'Words',
    text: 'Some keys take certain words only. Here they are, under the keys that use them.',
    columns: ['Word', 'Meaning'],
  },
  editor: {
    title: 'Help in the editor',
    text: `Visual Studio Code (with Red Hat's YAML extension) and other editors with yaml-language-server complete keys
and words, show this help and underline mistakes where a file's first line names the schema. The shipped
scenarios do so already:

\`\`\`yaml
# yaml-language-server: $schema=../scenario.schema.json
\`\`\`

If your scenario lies elsewhere, write the schema beside it and name it in every file:

\`\`\`text
beredt schema --out my-scenario/scenario.schema.json
\`\`\`

\`\`\`yaml
# yaml-language-server: $schema=scenario.schema.json
\`\`\`

In a file in a folder below, write \`$schema=../scenario.schema.json\`. The editor checks the form. Whether
references hold, phases can be reached and responsibility is assigned, \`beredt check\` will tell.`,
  },
};

export const pageTexts: Readonly<Record<Lang, PageText>> = { da, en };
