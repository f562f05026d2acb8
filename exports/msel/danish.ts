/** What is said in Danish about a sheet that could not be taken as it stands. Knows: the sentences. */
import type { FaultWords } from './fault.ts';

const mib = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MiB`;

export const danish: FaultWords = {
  'not-a-workbook': () => ({
    what: 'Filen er ikke en projektmappe, som kan læses.',
    why: 'En xlsx-fil er et ZIP-arkiv med et regneark i. Det er denne fil ikke, eller den er beskadiget.',
    remedy: 'Åbn filen i et regneark, og gem den igen som xlsx eller som CSV UTF-8.',
  }),
  'workbook-encrypted': () => ({
    what: 'Filen er beskyttet med adgangskode eller gemt i det gamle format (xls).',
    why: 'Beredt spørger ikke efter adgangskoder og læser kun xlsx og CSV.',
    remedy: 'Åbn filen i et regneark, og gem den som xlsx uden adgangskode.',
  }),
  'workbook-too-large': ({ limit }) => ({
    what: `Filen er for stor: mere end ${mib(limit)}, når den pakkes ud.`,
    why: 'En drejebog fylder langt mindre. Så meget indhold skyldes billeder, eller at filen er lavet til at gøre skade.',
    remedy: 'Fjern billeder og andre ark, og gem drejebogen for sig selv.',
  }),
  'too-many-sheets': ({ limit }) => ({
    what: `Der er flere end ${limit} ark i projektmappen.`,
    why: 'Så mange ark læses ikke.',
    remedy: 'Gem arket med drejebogen i en fil for sig selv.',
  }),
  'too-many-rows': ({ limit }) => ({
    what: `Arket har flere end ${limit} rækker.`,
    why: 'Så mange rækker læses ikke.',
    remedy: 'Fjern rækker, der ikke er indspil, eller del drejebogen i flere filer.',
  }),
  'too-many-columns': ({ limit }) => ({
    what: `Arket har flere end ${limit} kolonner.`,
    why: 'Så mange kolonner læses ikke.',
    remedy: 'Fjern de kolonner, der ikke hører til drejebogen.',
  }),
  'too-much-text': ({ limit }) => ({
    what: `Arket har mere end ${mib(limit)} tekst.`,
    why: 'Så meget tekst læses ikke.',
    remedy: 'Del drejebogen i flere filer.',
  }),
  'csv-encoding': () => ({
    what: 'Filens tegnsæt er ikke UTF-8.',
    why: 'Uden at kende tegnsættet bliver æ, ø og å til andre tegn, uden at nogen opdager det.',
    remedy: 'Vælg »Gem som« og »CSV UTF-8« i Excel, eller gem som xlsx.',
  }),
  'csv-nul': () => ({
    what: 'Filen indeholder nultegn og er ikke en tekstfil.',
    why: 'En CSV-fil er ren tekst.',
    remedy: 'Gem arket som »CSV UTF-8« eller som xlsx.',
  }),
  'csv-quote-open': () => ({
    what: 'Et anførselstegn, der åbner en celle, bliver aldrig lukket.',
    why: 'Resten af filen ville blive læst som én celle.',
    remedy:
      'Luk cellen med et anførselstegn, eller skriv to ("") for et, der er en del af teksten.',
  }),
  'csv-quote-stray': () => ({
    what: 'Der står tekst efter det anførselstegn, der lukker en celle.',
    why: 'Det er uklart, hvor cellen slutter.',
    remedy: 'Skriv to anførselstegn ("") for et, der er en del af teksten.',
  }),
  'no-such-sheet': ({ what, suggestion }) => ({
    what: `Der er intet ark, der hedder »${what}«.`,
    why: 'Navnet skal være det, der står på fanebladet.',
    remedy: suggestion
      ? `Mente du »${suggestion}«?`
      : 'Udelad --sheet for at bruge det bedste ark.',
  }),
  'no-header': () => ({
    what: 'Der er ingen kolonneoverskrifter, som kan genkendes.',
    why: 'Overskriften søges i de første ti rækker på dansk, engelsk og fransk.',
    remedy:
      'Angiv rækken med --header-row, eller sig, hvad kolonnerne er: --header-row 0 --map "B=channel,C=planned_exercise_time,D=to_roles".',
  }),
  'no-rows': () => ({
    what: 'Der er ingen rækker at importere.',
    why: 'Arket er tomt under overskriften.',
    remedy: 'Vælg et andet ark med --sheet, eller en anden overskriftsrække med --header-row.',
  }),
  'wish-unknown-column': ({ what, suggestion }) => ({
    what: `--map nævner kolonnen »${what}«, som ikke findes i arket.`,
    why: 'En kolonne angives ved sin overskrift eller sit bogstav.',
    remedy: suggestion ? `Mente du »${suggestion}«?` : 'Brug kolonnens bogstav, for eksempel C.',
  }),
  'wish-unknown-field': ({ what, where, suggestion }) => ({
    what: `--map siger, at »${where}« er »${what}«, som drejebogen ikke har.`,
    why: 'Feltet skal være en af drejebogens kolonner, eller ignore.',
    remedy: suggestion
      ? `Mente du ${suggestion}?`
      : 'Vælg for eksempel title, content, planned_exercise_time, to_roles eller channel.',
  }),
  'wish-unreadable': ({ why }) => ({
    what: `Filen til --map kan ikke læses: ${why}.`,
    why: 'Den skal være YAML med en linje for hver kolonne.',
    remedy: 'Skriv for eksempel »Tidspunkt: planned_exercise_time«.',
  }),
  'value-refused': ({ where, why }) => ({
    what: `${where} kan ikke bruges: ${why}.`,
    why: 'Scenariesproget tager ikke værdien, og indspillet ville ikke kunne køre.',
    remedy: 'Ret cellen. Alle kolonner er beskrevet i scenariesprogets reference.',
  }),
  'value-unreadable': ({ what, why }) => ({
    what: `»${what}« kan ikke læses${why ? ` (${why})` : ''}.`,
    why: 'Cellen skal have samme form, som Beredt selv skriver.',
    remedy: 'Sammenlign med en anden række, og ret cellen.',
  }),
  'id-twice': ({ what }) => ({
    what: `Id’et ${what} bruges af flere rækker.`,
    why: 'Hvert indspil skal have sit eget id.',
    remedy: 'Giv den nye række et andet id, eller lad cellen være tom.',
  }),
  'id-taken': ({ what, where }) => ({
    what: `Indspillet ${what} findes allerede i ${where}.`,
    why: 'To indspil kan ikke have samme id, og Beredt sletter ikke i dine filer.',
    remedy:
      'Brug --replace for at erstatte de indspil, som arket selv har, eller giv rækken et andet id.',
  }),
  'shown-differs': ({ what, taken }) => ({
    what: `»${what}« er ændret, men det er sprogkolonnerne, der gælder: »${taken}«.`,
    why: 'Kolonnen viser kun teksten på arkets sprog.',
    remedy: 'Ret i kolonnerne for dansk og engelsk i stedet.',
  }),
  'time-missing': () => ({
    what: 'Der er intet tidspunkt; indspillet spilles ud manuelt.',
    why: 'Beredt kender ikke et tidspunkt, som ingen har skrevet.',
    remedy: 'Sæt at: i stedet for manual: true, hvis det skal komme af sig selv.',
  }),
  'time-not-understood': ({ what }) => ({
    what: `Tidspunktet »${what}« kan ikke forstås; indspillet spilles ud manuelt.`,
    why: 'Former, der forstås, er for eksempel 09:05, T+01:30, T+2, J+1 H+2 M-5 og D+2 H+3 M+45.',
    remedy: 'Sæt at: i stedet for manual: true.',
  }),
  'time-before-start': ({ what, taken }) => ({
    what: `»${what}« er ${taken}, altså før STARTEX; indspillet spilles ud manuelt.`,
    why: 'Øvelsen har ingen tid før STARTEX.',
    remedy: 'Giv den rigtige start med --starts, eller sæt at: 0m, hvis det er en del af øvelsen.',
  }),
  'time-unit': ({ what, taken }) => ({
    what: `»${what}« har ingen enhed; taget som ${taken}.`,
    why: 'Et tal alene kan være minutter, timer eller dage.',
    remedy: 'Brug --map "@unit=h", hvis der menes timer, eller @unit=d for dage.',
  }),
  'time-start': ({ what, taken }) => ({
    what: `Klokken ${what} er ${taken}, når øvelsen begynder som i scenariet.`,
    why: 'Et klokkeslæt siger først noget, når starten er kendt.',
    remedy: 'Giv arkets egen start med --starts HH:MM.',
  }),
  'time-midnight': ({ what, taken }) => ({
    what: `Klokken ${what} er taget som dagen efter: ${taken}.`,
    why: 'Klokkeslættet er mere end tolv timer tidligere end rækken før.',
    remedy: 'Ret at:, hvis rækkerne ikke står i tidsorden.',
  }),
  'time-first-date': ({ what, taken }) => ({
    what: `${what} er ${taken}, regnet fra arkets første dag.`,
    why: 'Arkets datoer er ikke scenariets, så den første bruges som begyndelsen.',
    remedy: 'Giv starten med --starts »ÅÅÅÅ-MM-DD HH:MM«.',
  }),
  'time-no-clock': ({ what, taken }) => ({
    what: `${what} har ingen klokkeslæt; taget som midnat: ${taken}.`,
    why: 'En dato alene er en hel dag.',
    remedy: 'Ret at: til det rigtige tidspunkt.',
  }),
  'title-missing': ({ taken }) => ({
    what: `Der er ingen titel; »${taken}« er sat på.`,
    why: 'Et indspil skal have en titel.',
    remedy: 'Skriv en titel.',
  }),
  'content-missing': () => ({
    what: 'Der er intet indhold; titlen bruges som tekst.',
    why: 'Modtagerne skal have noget at læse.',
    remedy: 'Skriv indspillets tekst i body:.',
  }),
  'sender-missing': () => ({
    what: 'Der er ingen afsender; øvelsesledelsen er sat på.',
    why: 'Et indspil skal komme fra nogen.',
    remedy: 'Skriv den rigtige afsender i from:.',
  }),
  'receivers-missing': ({ what }) => ({
    what: what
      ? `Ingen af modtagerne i »${what}« findes; alle er sat på.`
      : 'Der er ingen modtagere; alle er sat på.',
    why: 'Et indspil skal nå nogen.',
    remedy: 'Skriv rollernes eller organisationernes id i to:.',
  }),
  'receiver-unknown': ({ what }) => ({
    what: `Modtageren »${what}« findes ikke i scenariet.`,
    why: 'Modtagere er roller, organisationer eller all.',
    remedy: 'Opret rollen, eller ret to:.',
  }),
  'receiver-guessed': ({ what, taken }) => ({
    what: `Modtageren »${what}« er taget som ${taken}.`,
    why: 'Navnet ligner, men er ikke det samme.',
    remedy: 'Ret to:, hvis det er en anden.',
  }),
  'channel-missing': ({ taken }) => ({
    what: `Der er ingen kanal; ${taken} er sat på.`,
    why: 'Modtagerne skal vide, hvordan indspillet når dem.',
    remedy: 'Skriv den rigtige kanal i channel:.',
  }),
  'channel-unknown': ({ what, taken }) => ({
    what: `Kanalen »${what}« kendes ikke; ${taken} er sat på.`,
    why: 'Kanalerne er phone, email, sms, radio, letter, news, social, alarm, broadcast, sitrep, meeting og portal.',
    remedy: 'Vælg en af dem i channel:.',
  }),
  'channel-guessed': ({ what, taken }) => ({
    what: `Kanalen er gættet ud fra »${what}«: ${taken}.`,
    why: 'Ordene er ikke en af Beredts kanaler.',
    remedy: 'Ret channel:, hvis det er en anden.',
  }),
  'word-unknown': ({ what }) => ({
    what: `»${what}« findes ikke i scenariet og er udeladt.`,
    why: 'Der kan kun henvises til det, som scenariet har.',
    remedy: 'Opret det, eller ret indspillet.',
  }),
  'word-guessed': ({ what, taken }) => ({
    what: `»${what}« er taget som ${taken}.`,
    why: 'Det ligner, men er ikke det samme.',
    remedy: 'Ret indspillet, hvis det er noget andet.',
  }),
  'markup-turned': () => ({
    what: 'HTML i cellen er lavet om til almindelig tekst.',
    why: 'Beredts tekster er Markdown; HTML vises ikke.',
    remedy: 'Se efter, at teksten er, som den skal være.',
  }),
  'text-cut': ({ limit }) => ({
    what: `Teksten er afkortet efter ${limit} tegn.`,
    why: 'Længere tekster tager scenariesproget ikke.',
    remedy: 'Læg resten i en vedhæftet fil.',
  }),
};
