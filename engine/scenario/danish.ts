/** Knows: what is said in Danish about each Problem. Does not know: when it is said. */
import type { Texts } from './code.ts';

const RET_YAML =
  'Ret linjen, og kontrollér igen; det, der står efter den, kan sagtens være i orden.';

export const danish: Texts = {
  'no-scenario-file': {
    what: 'Mappen indeholder ikke nogen {file}.',
    why: 'Det er den fil, der rummer titel, starttidspunkt, længde og første fase.',
    remedy: 'Opret {file}, eller peg på den mappe, den ligger i.',
  },
  'file-too-large': {
    what: 'Filen, eller scenariet sammen med den, fylder mere end {limit}.',
    why: 'Så store filer er ikke skrevet i hånden, og de læses ikke.',
    remedy: 'Del filen op, eller fjern det, der ikke hører til drejebogen.',
  },
  'too-many-files': {
    what: 'Mappen indeholder flere end {limit} YAML-filer.',
    why: 'Filerne derudover læses ikke.',
    remedy: 'Saml indspillene i færre filer.',
  },
  'empty-file': {
    what: 'Filen er tom.',
    why: 'Den tilføjer ikke noget til scenariet; måske mangler der noget her.',
    remedy: 'Udfyld den, eller slet den.',
  },
  'yaml-syntax': {
    what: 'Dette kan ikke læses som YAML: {message}.',
    why: 'Før filen kan læses, vides det ikke, hvad den indeholder.',
    remedy: `Tekst, der begynder med et tegn som @, %, & eller [, skal stå i anførselstegn. ${RET_YAML}`,
  },
  'yaml-colon': {
    what: 'Et kolon i teksten læses, som om der begynder en ny nøgle.',
    why: 'I YAML skiller et kolon med mellemrum efter nøgle fra værdi.',
    remedy: 'Sæt anførselstegn om hele teksten, eller skriv den under nøglen efter en |.',
  },
  'yaml-quote': {
    what: 'Anførselstegnene passer ikke sammen.',
    why: 'Man kan ikke se, hvor teksten slutter.',
    remedy:
      'Afslut teksten med det tegn, den begyndte med. Skriv apostroffer dobbelt mellem enkelte ' +
      'anførselstegn, eller sæt teksten under nøglen efter en |.',
  },
  'yaml-indent': {
    what: 'Indrykningen passer ikke: {message}.',
    why: 'I YAML er det indrykningen, der viser, hvad der hører sammen.',
    remedy: `Lad nøgler, der hører sammen, begynde i samme kolonne. ${RET_YAML}`,
  },
  'yaml-tab': {
    what: 'En linje er rykket ind med tabulator.',
    why: 'YAML tillader kun mellemrum til indrykning.',
    remedy: 'Erstat tabulatoren med mellemrum, to for hvert niveau.',
  },
  'several-documents': {
    what: 'Filen indeholder flere YAML-dokumenter adskilt af ---.',
    why: 'Der læses kun ét dokument pr. fil.',
    remedy: 'Læg hvert dokument i sin egen fil, eller fjern ---.',
  },
  'directive-not-allowed': {
    what: 'Filen beder om en anden YAML-version end 1.2.',
    why: 'I ældre versioner betyder ord som yes, no og on noget andet.',
    remedy: 'Fjern linjen med %YAML.',
  },
  'tag-not-allowed': {
    what: 'Mærket {tag} er ikke tilladt.',
    why: 'Et scenarie består kun af tekst, tal, lister og nøgler med værdier.',
    remedy: 'Fjern mærket; sæt anførselstegn om det, der skal læses som tekst.',
  },
  'merge-key': {
    what: 'Flettenøglen << er ikke tilladt.',
    why: 'Den skjuler, hvor en værdi kommer fra, og programmer er uenige om, hvad den gør.',
    remedy: 'Skriv felterne ud.',
  },
  'alias-unknown': {
    what: 'Aliasset henviser til et anker, der ikke er defineret længere oppe.',
    why: 'Så vides det ikke, hvad der skulle have stået her.',
    remedy: 'Skriv værdien ud, eller sæt ankeret med & tidligere i samme fil.',
  },
  'alias-limit': {
    what: 'Aliasser får filen til at vokse for meget, eller et anker indeholder sig selv.',
    why: 'Sådan en fil kan fylde hukommelsen på den computer, der læser den.',
    remedy: 'Skriv værdierne ud i stedet for at gentage dem med alias.',
  },
  'too-deep': {
    what: 'Der er for mange niveauer inden i hinanden.',
    why: 'Intet i et scenarie kræver mere end nogle få niveauer.',
    remedy: 'Led efter en manglende parentes eller en forkert indrykning før dette sted.',
  },
  'not-a-map': {
    what: 'Filen består ikke af nøgler med værdier.',
    why: 'Hver fil i et scenarie er inddelt i afsnit, for eksempel `injects:`.',
    remedy: 'Sæt afsnittets navn og et kolon over rækkerne, og ryk rækkerne ind.',
  },
  'key-not-text': {
    what: 'En nøgle er ikke almindelig tekst.',
    why: 'Nøgler er navne; et tal, en liste eller en tom nøgle er ikke et navn.',
    remedy: 'Giv rækken et navn, der begynder med et bogstav.',
  },
  'duplicate-key': {
    what: 'Nøglen »{key}« står to gange samme sted.',
    why: 'Kun den ene kan gælde; her er den første brugt.',
    remedy: 'Slet den ene, eller giv den et andet navn.',
  },
  'control-character': {
    what: 'Teksten indeholder det usynlige tegn {character}.',
    why: 'Det kan ændre, hvordan teksten vises, eller hvad den ser ud til at sige.',
    remedy: 'Slet det; ofte er det fulgt med, da teksten blev kopieret.',
  },
  'duplicate-id': {
    what: '»{id}« er defineret både her og i {other}.',
    why: 'Et id betegner én ting i hele scenariet; her er den første brugt.',
    remedy: 'Giv den ene et andet navn, eller slet den.',
  },
  'misplaced-key': {
    what: '»{key}« må kun stå i {file}.',
    why: 'De øvrige filer rummer afsnit, så det, der gælder hele scenariet, står ét sted.',
    remedy: 'Flyt det til {file}.',
  },
  'not-yet-supported': {
    what: '»{key}« understøttes ikke i denne version.',
    why: 'Det ville ikke få nogen virkning i øvelsen, selv om det ser sådan ud.',
    remedy: 'Udelad det; en senere version af Beredt vil kunne bruge det.',
  },
  'too-many-problems': {
    what: 'Der er mere end {limit} problemer; resten er udeladt.',
    why: 'Bag så mange ligger der ofte én fejl, der går igen.',
    remedy: 'Ret de første, og kontrollér igen.',
  },
  'unknown-key': {
    what: 'Nøglen »{key}« er ukendt her.',
    why: 'Det, der står under den, ville ikke få nogen virkning.',
    remedy: 'Kontrollér stavemåden og indrykningen, eller fjern den.',
  },
  'missing-key': {
    what: '»{key}« mangler.',
    why: 'Feltet skal udfyldes her.',
    remedy: 'Tilføj `{key}:`.',
  },
  'empty-value': {
    what: '»{key}« er tom.',
    why: 'En nøgle uden indhold siger ikke noget.',
    remedy: 'Udfyld den, eller fjern nøglen.',
  },
  'wrong-type': {
    what: '»{key}« skal være {expected}, men er {found}.',
    why: 'Værdien kan ikke bruges, som den står.',
    remedy: 'Skriv den i den form, der bedes om; med anførselstegn bliver et tal til tekst.',
  },
  'not-allowed': {
    what: '»{value}« er ikke tilladt for »{key}«.',
    why: 'Kun bestemte ord har en betydning her: {allowed}.',
    remedy: 'Vælg et af dem.',
  },
  'bad-duration': {
    what: '»{value}« er ikke et tidsrum.',
    why: 'Et tidsrum uden enhed kan forstås på flere måder.',
    remedy: 'Skriv for eksempel 45m, 2h, 1d 3h eller T+01:30.',
  },
  'bad-level': {
    what: '»{value}« er ikke et driftsniveau.',
    why: 'Et tal uden procenttegn kan forstås på flere måder.',
    remedy: 'Skriv hele procent fra 0% til 100%, for eksempel 60%.',
  },
  'bad-id': {
    what: '»{id}« kan ikke bruges som id.',
    why: 'Id’er indgår i henvisninger, filnavne og rapporter.',
    remedy: 'Brug a-z, cifre, - og _; begynd med et bogstav; højst 64 tegn.',
  },
  'reserved-id': {
    what: '»{id}« er reserveret og kan ikke bruges som id eller nøgle.',
    why: 'Ordet har allerede en betydning.',
    remedy: 'Vælg et andet navn.',
  },
  'bad-format': {
    what: '»{value}« har ikke form som {expected}.',
    why: 'Værdien kan ikke læses.',
    remedy:
      'Version skrives 1.0.0, dato 2026-09-18, pladser 2 eller 1-3 med det mindste tal først.',
  },
  'out-of-range': {
    what: '»{key}« ligger uden for det tilladte ({limit}).',
    why: 'Øvelsen kan ikke afvikles med den værdi.',
    remedy: 'Vælg en værdi inden for grænserne.',
  },
  'missing-language': {
    what: 'Teksten mangler på {language}.',
    why: 'Øvelsestagere, der bruger det sprog, ville få den på et andet.',
    remedy: 'Tilføj teksten på {language}, eller fjern sproget fra `languages`.',
  },
  'bad-start': {
    what: '»{value}« kan ikke bruges som historiens starttidspunkt: {reason}.',
    why: 'Alle datoer og klokkeslæt, øvelsestagerne ser, regnes herfra.',
    remedy: 'Skriv for eksempel 2026-09-18T02:10 Europe/Copenhagen.',
  },
  'unknown-parameter': {
    what: 'Her er der ikke noget, der hedder »{name}«.',
    why:
      'Det, der står i klammer efter et $, erstattes af værdien med det navn, og den findes ikke. ' +
      '`each` og dens værdier findes kun i rækker, der gentages for en skabelon.',
    remedy:
      'Ret navnet, tilføj det under `parameters`, eller skriv $$, hvis tegnene skal stå, som de står.',
  },
  'parameter-unused': {
    what: 'Parameteren »{name}« bruges ikke nogen steder.',
    why: 'Den, der ændrer den, vil tro, at øvelsen ændrer sig med den.',
    remedy:
      'Skriv navnet i klammer efter et $ dér, hvor værdien hører hjemme, eller slet parameteren.',
  },
  'unknown-setting': {
    what: 'Scenariet har ingen parameter, der hedder »{name}«.',
    why: 'Med --set kan man kun ændre det, der står under `parameters`.',
    remedy: 'Ret navnet efter --set, eller tilføj parameteren i scenariet.',
  },
  'bad-setting': {
    what: 'Parameteren »{name}« kan ikke sættes til »{value}«.',
    why: 'Et tal skal være et tal; en tekst er højst på 2.000 tegn og uden styretegn.',
    remedy: 'Angiv en anden værdi med --set, eller lad valget være, så scenariets egen gælder.',
  },
  'each-not-template': {
    what: '»{id}« er ikke en skabelon, så rækken kan ikke gentages for den.',
    why: 'Kun en organisation, der selv har `each:`, står for flere.',
    remedy: 'Nævn sådan en organisation, eller fjern nøglen.',
  },
  'each-twice': {
    what: 'To instanser kommer begge til at hedde »{id}«.',
    why: 'Deres roller og rækker ville få samme id; den anden er udeladt her.',
    remedy: 'Giv en af dem sit eget `id`: { name: …, id: … }.',
  },
  'each-too-many': {
    what: 'Skabelonerne bliver til mere end {limit} rækker og henvisninger.',
    why: 'Så mange kan ingen øvelse afvikles med, og filen ville fylde computerens hukommelse.',
    remedy: 'Nævn færre instanser, eller gentag færre rækker for dem.',
  },
  'template-several': {
    what: 'Her menes flere, men der kan kun nævnes én: {id}.',
    why: 'Id’et er en skabelons og står for alle dens instanser.',
    remedy:
      'Skriv hele id’et på den, der menes, eller gentag denne række for skabelonen med `each:`.',
  },
  'unknown-reference': {
    what: 'Der er ingen {kind} med id’et »{id}«.',
    why: 'Henvisningen fører ingen steder hen.',
    remedy: 'Ret id’et, eller definér det.',
  },
  'unknown-catalogue': {
    what: 'Kataloget har ingen {kind} med id’et »{id}«.',
    why: 'Frist, kilde og beskrivelse kan ikke slås op.',
    remedy: 'Ret id’et, eller tilføj det i kataloget med kilde.',
  },
  'unknown-option': {
    what: 'Beslutningen »{decision}« har ingen handlemulighed eller tilstand, der hedder »{id}«.',
    why: 'Betingelsen kunne aldrig blive opfyldt.',
    remedy: 'Brug en af disse: {allowed}.',
  },
  'ambiguous-id': {
    what: '»{id}« er både en rolle og en organisation.',
    why: 'Sendes et indspil dertil, kan ingen sige, hvem der skal have det.',
    remedy: 'Giv en af dem et andet navn.',
  },
  'self-reference': {
    what: '»{id}« henviser til sig selv.',
    why: 'Ingen kan være sin egen stedfortræder.',
    remedy: 'Angiv en anden rolle, eller fjern henvisningen.',
  },
  'variant-of-itself': {
    what: 'Oplysningen »{id}« er angivet som en udgave af sig selv.',
    why: 'En forvansket udgave er forvansket af noget andet.',
    remedy: 'Nævn den rigtige oplysning under `variant-of:`, eller fjern linjen.',
  },
  'variant-of-variant': {
    what: '»{id}« er angivet som en udgave af »{other}«, som selv er en udgave af »{original}«.',
    why: 'Analysen måler enhver udgave mod den rigtige oplysning, ikke mod en anden forvansket.',
    remedy: 'Skriv `variant-of: {original}`.',
  },
  'duplicate-entry': {
    what: '»{id}« står flere gange i samme liste.',
    why: 'Det tæller kun én gang; måske var det meningen at skrive en anden.',
    remedy: 'Slet gentagelsen.',
  },
  'identical-rows': {
    what: '»{id}« siger præcis det samme som »{other}«.',
    why: 'Den ene er sandsynligvis en kopi, der skulle have været rettet til.',
    remedy: 'Ret kopien, eller slet den.',
  },
  'condition-empty': {
    what: 'Betingelsen siger ikke, hvad den handler om.',
    why: 'Den kan aldrig afprøves.',
    remedy: 'Angiv en af disse: {allowed}.',
  },
  'condition-several': {
    what: 'Betingelsen nævner flere ting på én gang: {found}.',
    why: 'Det er uklart, om alle eller blot én af dem skal være opfyldt.',
    remedy: 'Del den op med `all: [ … ]` eller `any: [ … ]`.',
  },
  'condition-state': {
    what: '»{value}« er ikke en tilstand, der kan spørges om her.',
    why: 'Betingelsen kunne aldrig blive opfyldt.',
    remedy: 'Skriv `is:` med en af disse: {allowed}.',
  },
  'condition-by': {
    what: 'En betingelse om en oplysning skal sige, hvis viden den spørger til.',
    why: 'En oplysning er kendt af nogle roller og ikke af andre.',
    remedy: 'Tilføj enten `known-by:` (dem alle) eller `opened-by:` (mindst én af dem).',
  },
  'condition-stray': {
    what: '»{key}« har ingen virkning i en betingelse om {subject}.',
    why: 'Det ville blive forbigået i tavshed.',
    remedy: 'Fjern det, eller del betingelsen op med `all: [ … ]`.',
  },
  'condition-impossible': {
    what: 'Dette kan aldrig ske: {reason} »{id}«.',
    why: 'Det, der venter på det, ville vente, til øvelsen er slut.',
    remedy: 'Ret det, der ventes på, eller lad den vente på noget andet.',
  },
  'no-accountable': {
    what: 'Opgaven »{id}« har ingen endeligt ansvarlig.',
    why: 'Ingen står til ansvar for den: Det er et ansvarshul i planen.',
    remedy:
      'Angiv én rolle i `accountable:`, eller forklar i `ambiguity:`, at tvivlen er tilsigtet.',
  },
  'several-accountable': {
    what: 'Opgaven »{id}« har flere endeligt ansvarlige: {roles}.',
    why: 'Når to står til ansvar for en opgave, kan hver især tro, at den anden tager sig af den.',
    remedy: 'Vælg én, eller forklar i `ambiguity:`, at tvivlen er tilsigtet.',
  },
  'no-responsible': {
    what: 'Opgaven »{id}« har ingen udførende.',
    why: 'En opgave skal have mindst én rolle, der udfører den.',
    remedy: 'Angiv mindst én rolle i `responsible:`.',
  },
  'conflicting-letters': {
    what: 'Rollen »{id}« står i både {letters} for samme opgave.',
    why: 'Analysen sammenholder én planlagt rolle i opgaven med det, der blev gjort.',
    remedy: 'Behold den stærkeste af de to.',
  },
  'ambiguity-unneeded': {
    what: 'Opgaven »{id}« forklarer en tvivl, den ikke rummer.',
    why: 'Præcis én rolle er endeligt ansvarlig, så planen er ikke i tvivl.',
    remedy: 'Fjern `ambiguity:`, eller angiv de roller, tvivlen står imellem.',
  },
  'role-receives-nothing': {
    what: 'Rollen »{id}« modtager ingen indspil.',
    why: 'Den, der sidder der, har intet at reagere på.',
    remedy: 'Send den et indspil, eller lad indspilscellen spille den.',
  },
  'role-idle': {
    what: 'Rollen »{id}« modtager intet mellem {from} og {to}.',
    why: 'Mere end {limit} uden indspil er lang tid at sidde og vente.',
    remedy: 'Send noget ind imellem, eller planlæg en pause eller et tidsspring.',
  },
  'organisation-empty': {
    what: 'Organisationen »{id}« har ingen roller.',
    why: 'Det, der sendes til den, når ikke frem til nogen.',
    remedy: 'Giv den en rolle, eller fjern den.',
  },
  'reaches-nobody': {
    what: 'Ingen får {kind} »{id}«.',
    why: 'Alle modtagerne spilles af indspilscellen eller har ingen roller.',
    remedy: 'Send det til nogen, der deltager.',
  },
  'simcell-expected': {
    what: 'Der forventes noget af »{id}«, som spilles af indspilscellen.',
    why: 'Øvelsesledelsen evalueres ikke, og forventningen vil ikke blive indfriet.',
    remedy: 'Ret forventningen mod en øvelsestager, eller fjern den.',
  },
  'simcell-alone': {
    what: 'Kun indspilscellen kan løfte {kind} »{id}«.',
    why: 'Øvelsesledelsen evalueres ikke, så her bliver intet øvet.',
    remedy: 'Giv mindst én øvelsestager en del i det, eller fjern det.',
  },
  'role-without-part': {
    what: 'Rollen »{id}« har ingen plads i ansvarsplanen.',
    why: 'Den har hverken et bogstav i en opgave, en del i en beslutning eller snitflade eller en forventning, så rapporten kan ikke sige noget om den.',
    remedy: 'Giv den en del, eller lad indspilscellen spille den.',
  },
  'same-duty': {
    what: 'Opgaven »{id}« er samme underretning som »{other}«: samme frist, samme organisation ({organisation}).',
    why: 'Når to opgaver dækker samme pligt, kan den blive opfyldt to gange eller slet ikke.',
    remedy: 'Saml dem i én opgave, eller lad to organisationer have hver sin.',
  },
  'sender-receives': {
    what: '»{id}« står både som afsender og modtager.',
    why: 'Ingen har brug for at få at vide, hvad de selv har sagt.',
    remedy: 'Ret afsenderen, eller fjern den blandt modtagerne.',
  },
  'interface-inside': {
    what: 'Snitfladen har »{id}« på begge sider.',
    why: 'En snitflade ligger mellem to parter; ingen kan undlade at give sig selv besked.',
    remedy: 'Angiv den, der skal have besked, i `to:`.',
  },
  'no-authority': {
    what: 'Ingen er bemyndiget til at træffe beslutningen »{id}«.',
    why: 'Så kan den kun falde på plads af sig selv, når fristen udløber.',
    remedy: 'Angiv mindst én rolle i `authority:`.',
  },
  'too-few-options': {
    what: 'Beslutningen »{id}« giver ikke noget valg.',
    why: 'En beslutning har mindst to handlemuligheder.',
    remedy: 'Tilføj en handlemulighed; det kan også være at afvente.',
  },
  'default-not-option': {
    what: '»{value}« er ikke en af beslutningens handlemuligheder.',
    why: 'Standardvalget gælder, når fristen er udløbet, og skal være en af dem.',
    remedy: 'Brug en af disse: {allowed}.',
  },
  'goto-without-phase': {
    what: 'En handlemulighed flytter handlingen, men »{id}« siger ikke, fra hvilken fase.',
    why: '`goto` virker kun, mens handlingen befinder sig i en af beslutningens faser.',
    remedy: 'Tilføj `phase:` til beslutningen.',
  },
  'goto-same-phase': {
    what: 'Handlemuligheden fører til »{phase}«, hvor handlingen allerede befinder sig.',
    why: 'Valget ville ikke ændre noget.',
    remedy: 'Lad den føre til en anden fase, eller fjern `goto:`.',
  },
  'needs-too-late': {
    what: 'Oplysningen »{fact}« kommer tidligst {from}, men her skal den bruges inden {at}.',
    why: 'Den, der skal handle på den, kan ikke have den i tide.',
    remedy: 'Send oplysningen tidligere, giv længere tid, eller fjern den fra `needs:`.',
  },
  'service-cycle': {
    what: 'Tjenester afhænger af hinanden i ring: {ring}.',
    why: 'Så er der ingen rækkefølge, de kan genoprettes i.',
    remedy: 'Fjern en af afhængighederne i `depends-on:`.',
  },
  'service-unchanged': {
    what: 'Intet indspil sænker tjenesten »{id}«.',
    why: 'Den er fuldt i drift hele øvelsen, og rapporten har intet at vise om den.',
    remedy: 'Nævn den under `services:` i et indspil, for eksempel `services: { {id}: 20% }`.',
  },
  'service-not-restored': {
    what: 'Tjenesten »{id}« bliver sænket, men intet genopretter den.',
    why: 'Rapporten kan så kun sige, at den var nede, da øvelsen sluttede.',
    remedy: 'Nævn den under `restores:` i en opgave, eller lad et indspil hæve den igen.',
  },
  'restores-nothing': {
    what: 'At opgaven udføres, genopretter intet af »{id}«.',
    why: 'En opgave hæver en tjenestes driftsniveau og sænker det aldrig; 0% er intet.',
    remedy: 'Angiv det niveau, tjenesten kommer op på, eller fjern linjen.',
  },
  'phase-unreachable': {
    what: 'Fasen »{id}« nås aldrig.',
    why: 'Intet fører til den, så dens indspil ({count}) bliver aldrig sendt.',
    remedy: 'Nævn den i en anden fases `next:`, i en handlemuligheds `goto:` eller i `begins:`.',
  },
  'phase-too-late': {
    what: 'Fasen »{id}« nås tidligst {at}, efter at øvelsen er slut.',
    why: 'Dens indspil ({count}) bliver ikke sendt.',
    remedy: 'Forkort faserne før den, eller forlæng øvelsen.',
  },
  'phase-never-left': {
    what: 'Fasen »{id}« slutter aldrig.',
    why: 'Den har en `next:`, men hverken `length:`, `gate:` eller en beslutning, der fører videre.',
    remedy: 'Giv den en længde eller en `gate:`.',
  },
  'next-same-phase': {
    what: 'Fasen »{id}« fører videre til sig selv.',
    why: 'Handlingen bliver stående, og fasens længde tæller ikke forfra.',
    remedy: 'Lad den føre til en anden fase, eller giv den en anden længde.',
  },
  'no-endex': {
    what: 'Handlingen når aldrig en sidste fase.',
    why: 'Hver fase fører videre til en anden, så kun øvelsens længde sætter punktum.',
    remedy: 'Lad en af faserne stå uden `next:`.',
  },
  'branch-without-else': {
    what: 'Ingen gren gælder, hvis ingen af betingelserne er opfyldt.',
    why: 'Så slutter {kind} sammen med fasen.',
    remedy: 'Tilføj en sidste gren uden `when:`.',
  },
  'branch-after-else': {
    what: 'Denne gren bliver aldrig prøvet.',
    why: 'Grenen før den har ingen `when:` og gælder altid.',
    remedy: 'Flyt grenen uden `when:` ned til sidst.',
  },
  'too-many-threads': {
    what: 'Scenariet har {count} tråde; der kan højst være {limit}.',
    why: 'Flere kan en øvelsesledelse ikke følge på én gang.',
    remedy: 'Saml nogle af dem i én tråd.',
  },
  'thread-without-phases': {
    what: 'Tråden »{id}« har ingen faser.',
    why: 'Så sker der ikke noget i den.',
    remedy: 'Skriv `thread: {id}` ved de faser, der hører til den, eller fjern tråden.',
  },
  'begins-elsewhere': {
    what: 'Fasen »{phase}« hører til en anden tråd end den, der skal begynde med den.',
    why: 'Handlingen og hver tråd begynder i en af deres egne faser.',
    remedy: 'Vælg en fase, der hører til her, eller ret fasens `thread:`.',
  },
  'way-across-threads': {
    what: 'Vejen fra »{from}« til »{to}« går fra én tråd til en anden.',
    why: 'Tråde løber hver for sig; en fase kan kun afløses af en fase i samme tråd.',
    remedy:
      'Vælg en fase i samme tråd, eller lad den anden tråd vente med `gate: { phase: {from} }`.',
  },
  'decision-mixes-threads': {
    what: 'Beslutningen »{id}« nævner faser fra flere tråde i `phase:`.',
    why: 'En handlemulighed kan kun flytte én tråd, og det er uklart hvilken.',
    remedy: 'Behold faserne fra én tråd.',
  },
  'no-trigger': {
    what: 'Intet udløser {kind} »{id}«.',
    why: 'Det har ingen udløser, og intet indspil nævner det i `if-not:`.',
    remedy: 'Tilføj `at:`, `after:`, `when:` eller `manual: true`.',
  },
  'several-triggers': {
    what: 'Der er flere udløsere på {kind} »{id}«: {found}.',
    why: 'Det er uklart, hvilken af dem der gælder.',
    remedy: 'Behold én; betingelser kan sættes sammen i `when:`.',
  },
  'after-subject': {
    what: '`after` skal nævne præcis ét indspil, én fase, én beslutning eller én opgave.',
    why: 'Tiden kan ikke regnes fra ingenting eller fra flere ting.',
    remedy: 'Angiv én; flere kan sættes sammen i `when:`.',
  },
  'outside-exercise': {
    what: '»{key}« ligger ved {at}, men øvelsen er slut ved {length}.',
    why: 'Det når ikke at ske.',
    remedy: 'Ryk det frem, eller forlæng øvelsen.',
  },
  'inject-never-released': {
    what: 'Indspillet »{id}« bliver aldrig sendt: {reason} {other}.',
    why: 'Øvelsestagerne får det aldrig at se.',
    remedy: 'Ret udløseren eller de faser, det er knyttet til.',
  },
  'trigger-cycle': {
    what: 'Indspil venter på hinanden i ring: {ring}.',
    why: 'Ingen af dem bliver nogensinde sendt.',
    remedy: 'Bryd ringen: Giv et af dem sit eget tidspunkt.',
  },
  'if-not-triggered': {
    what: 'Reserveindspillet »{id}« har også sin egen udløser.',
    why: 'Det kunne komme både af sig selv, og fordi noget ikke blev gjort.',
    remedy: 'Fjern dets udløser, eller fjern `if-not:`.',
  },
  'if-not-without-expectations': {
    what: 'Indspillet har `if-not:`, men forventer ikke noget.',
    why: 'Et reserveindspil kommer, når en forventning ikke er indfriet til tiden.',
    remedy: 'Tilføj `expect:`, eller fjern `if-not:`.',
  },
  'expectation-incomplete': {
    what: 'En forventning om »{does}« skal have »{key}«.',
    why: 'Ellers kan ingen afgøre, om den er indfriet.',
    remedy: 'Tilføj `{key}:`.',
  },
  'expectation-stray': {
    what: '»{key}« har ingen virkning i en forventning om »{does}«.',
    why: 'Det indgår ikke, når forventningen bedømmes.',
    remedy: 'Fjern det, eller forvent noget andet.',
  },
  'expectation-elsewhere': {
    what: 'Der forventes noget af »{id}«, som ikke modtager indspillet.',
    why: 'Rollen får måske aldrig at vide, at den skal gøre noget.',
    remedy: 'Send også indspillet til den, eller ret forventningen mod en modtager.',
  },
  'duplicate-expectation': {
    what: 'To forventninger hedder »{id}«.',
    why: 'En betingelse kunne ikke kende dem fra hinanden.',
    remedy: 'Giv den ene et andet navn.',
  },
  'window-after-end': {
    what: 'Fristen udløber først {at}, men øvelsen er slut ved {length}.',
    why: 'Ingen kan nå at overskride den, så den måler ikke noget.',
    remedy: 'Lad det begynde tidligere, eller giv kortere tid.',
  },
  'marking-too-open': {
    what: 'Indspillet er mærket {marking}, men rummer »{fact}«, som er {closed}.',
    why: 'Modtageren ville dele oplysningen friere, end den må deles.',
    remedy: 'Mærk indspillet mindst lige så strengt som det, det rummer.',
  },
  'marking-not-cleared': {
    what: 'Det, der sendes her, er {marking}; {roles} må højst få {cleared}.',
    why: 'Nogen ville få noget at se, som de ikke er godkendt til.',
    remedy: 'Send det til andre, send en mere åben udgave, eller ret `cleared-for:`.',
  },
  'fact-too-early': {
    what: 'Indspillet kommer ved {at}, men »{fact}« gælder først fra {from}.',
    why: 'Nogen ville få noget at vide, der ikke er sket endnu.',
    remedy: 'Flyt indspillet, eller ret `true-from:`.',
  },
  'bank-sender': {
    what: '»{id}« spilles af en øvelsestager; banken rummer det, øvelsesledelsen sender.',
    why: 'Øvelsesledelsen kan ikke skrive i en øvelsestagers navn.',
    remedy:
      'Nævn en rolle med `played-by: simcell` eller en person uden for øvelsen: `from: { name: … }`.',
  },
  'bank-id-taken': {
    what: '»{id}« er både et indspil og en tekst i banken.',
    why: 'Nævnes det i øvelsesledelsens log, kan ingen se, hvad der blev sendt.',
    remedy: 'Giv en af dem et andet navn.',
  },
  'question-never-asked': {
    what: 'Spørgsmålet »{id}« bliver aldrig stillet: {reason} {other}.',
    why: 'Rapporten ville mangle svarene.',
    remedy: 'Ret udløseren, eller stil spørgsmålet på et tidspunkt.',
  },
  'asks-nobody': {
    what: 'Ingen får {kind} »{id}«.',
    why: 'Alle modtagerne spilles af indspilscellen eller har ingen roller.',
    remedy: 'Stil det til nogen, der deltager.',
  },
  'poll-too-early': {
    what: 'Der spørges ved {at}, hvem der har opgaven »{task}«, men den opstår tidligst {from}.',
    why: 'Ingen kan have en opgave, der ikke er der endnu; svarene kan kun blive gæt.',
    remedy: 'Spørg senere, eller lad opgaven begynde før.',
  },
  'probe-without-choice': {
    what: 'Situationsspørgsmålet »{id}« giver ikke noget at vælge imellem.',
    why: 'Når der kun er ét svar, viser det ikke, hvad nogen tror.',
    remedy: 'Tilføj et svar, som nogen kunne tro på.',
  },
  'truth-not-option': {
    what: '»{value}« er ikke et af de svar, man kan vælge.',
    why: 'Så kan ingen svare rigtigt.',
    remedy: 'Brug et af disse: {allowed}.',
  },
  'file-missing': {
    what: 'Filen »{name}« ligger ikke i mappen `files/`.',
    why: 'Øvelsestagerne ville få et indspil uden den.',
    remedy: 'Læg filen i mappen, eller ret navnet; store og små bogstaver skal passe.',
  },
  'file-outside': {
    what: '»{name}« fører ud af scenariets mappe.',
    why: 'Et scenarie må kun bruge, hvad der ligger i dets egen mappe `files/`.',
    remedy: 'Læg filen i `files/`, og skriv navnet derfra, med / mellem mapper.',
  },
  'file-kind': {
    what: '»{name}« er af en slags, der ikke kan vises.',
    why: 'Kun disse vises sikkert i en browser: {allowed}.',
    remedy: 'Gem den som en af dem.',
  },
  'attachment-too-large': {
    what: 'Filen »{name}« fylder mere end {limit}.',
    why: 'Den ville være længe om at nå frem til alle.',
    remedy: 'Gør billedet mindre, eller del dokumentet op.',
  },
  'file-unused': {
    what: 'Intet indspil bruger filen »{name}«.',
    why: 'Måske skulle den have været sendt med et indspil.',
    remedy: 'Nævn den under `files:` i et indspil, eller fjern den fra mappen.',
  },
  'fact-not-carried': {
    what: 'Intet indspil rummer oplysningen »{id}«.',
    why: 'Så kan ingen komme til at kende den.',
    remedy: 'Tilføj den under `facts:` i et indspil.',
  },
  'fact-not-needed': {
    what: 'Intet kræver oplysningen »{id}«.',
    why: 'Analysen kan ikke sige, hvem der burde have kendt den.',
    remedy: 'Tilføj den i en opgaves eller beslutnings `needs:` eller i en snitflades `carries:`.',
  },
  'objective-unused': {
    what: 'Intet træner øvelsesmålet »{id}«.',
    why: 'Rapporten vil ikke have noget at sige om det.',
    remedy:
      'Nævn det under `objectives:` i et indspil, en opgave, en beslutning eller et spørgsmål.',
  },
  'interface-never-starts': {
    what: 'Intet bringer snitfladen »{id}« i brug.',
    why: 'Rapporten kan ikke sige, om den blev brugt i tide.',
    remedy: 'Giv den `starts:`, eller nævn den i en opgaves `interface:`.',
  },
  'clock-unprompted': {
    what: 'Intet giver nogen anledning til at starte fristen »{clock}«.',
    why: 'Den løber, fra {organisation} erklærer sig bekendt med sagen, og intet indspil forventer det.',
    remedy: 'Forvent `does: declare` af en rolle dér, eller lad det stå som en prøve på initiativ.',
  },
  'not-analysable': {
    what: 'Scenariet har ingen {kind}.',
    why: 'Det kan afvikles, men rapporten vil mangle: {reason}.',
    remedy: 'Tilføj dem, hvis øvelsen skal vise, hvem der gjorde hvad.',
  },
  'catalogue-out-of-date': {
    what: '»{id}« gælder ikke den {date}, hvor historien foregår.',
    why: 'Ifølge kataloget gælder den {period}.',
    remedy: 'Vælg den regel, der gælder på det tidspunkt, eller ajourfør kataloget.',
  },
  'threat-basis-old': {
    what: 'Trusselsvurderingen er fra {date}, mere end to år før historien foregår.',
    why: 'Scenariet kan bygge på et billede, der ikke længere holder.',
    remedy: 'Hold scenariet op mod en nyere vurdering.',
  },
  'acceptance-code': {
    what: 'Der findes intet problem, der hedder »{code}«.',
    why: 'Så er intet accepteret.',
    remedy: 'Skriv koden, som den står i kontrollens svar.',
  },
  'acceptance-of-error': {
    what: '»{code}« ved {at} er en fejl og kan ikke accepteres.',
    why: 'En fejl forhindrer scenariet i at blive afviklet; kun advarsler er til at overveje.',
    remedy: 'Ret fejlen, og fjern accepten.',
  },
  'acceptance-unused': {
    what: 'Der er ingen advarsel »{code}« ved {at} at acceptere.',
    why: 'Enten er den væk, eller også står den et andet sted; en accept, der bliver stående, kunne skjule en ny.',
    remedy: 'Slet accepten, eller ret `at:` til den sti, kontrollen viser.',
  },
  'catalogue-confidence': {
    what: '»{id}« er skrevet efter hukommelsen, men ikke mærket som usikker.',
    why: 'Brugerne skal kunne se, hvad der ikke er kilde til.',
    remedy: 'Skriv `confidence: low`, eller find kilden.',
  },
  'catalogue-dates': {
    what: 'Rækken ophører ({to}), før den begynder ({from}).',
    why: 'Den gælder aldrig.',
    remedy: 'Ret `valid-from:` eller `valid-to:`.',
  },
};

export const danishWords: Readonly<Record<string, string>> = {
  da: 'dansk',
  en: 'engelsk',
  role: 'rolle',
  organisation: 'organisation',
  receiver: 'rolle eller organisation',
  objective: 'øvelsesmål',
  fact: 'oplysning',
  task: 'opgave',
  service: 'tjeneste',
  'clock task': 'opgave med frist',
  interface: 'snitflade',
  decision: 'beslutning',
  phase: 'fase',
  thread: 'tråd',
  inject: 'indspil',
  expectation: 'forventning',
  'catalogue clock': 'frist',
  'catalogue interface': 'snitflade',
  'catalogue role': 'rolle',
  matter: 'sag',
  clock: 'frist',
  'the-inject': 'indspillet',
  'the-prepared': 'bankens tekst',
  'the-poll': 'ansvarsspørgsmålet',
  'the-probe': 'situationsspørgsmålet',
  'the-task': 'opgaven',
  'the-decision': 'beslutningen',
  'the-exercise': 'øvelsen',
  'the-thread': 'tråden',
  tasks: 'opgaver',
  facts: 'oplysninger',
  text: 'tekst',
  map: 'nøgler med værdier',
  list: 'en liste',
  number: 'et tal',
  'yes-no': 'true eller false',
  nothing: 'ingenting',
  version: 'et versionsnummer',
  date: 'en dato',
  seats: 'et antal pladser',
  'valid-from': 'en dato',
  'valid-to': 'en dato',
  'bad-form': 'Det er ikke en dato, et klokkeslæt og en tidszone',
  'bad-date': 'Den dato eller det klokkeslæt findes ikke',
  'bad-zone': 'Tidszonen er ukendt',
  'clock-change': 'Uret stilles på det tidspunkt, så klokkeslættet findes ikke eller to gange',
  'no-responsibility': 'hvem der skulle gøre hvad, og hvem der gjorde det',
  'no-flow': 'hvem der vidste hvad hvornår',
  'after-end': 'Øvelsen slutter før',
  'inject-dead': 'Intet udløser indspillet',
  'phase-dead': 'Handlingen når aldrig fasen',
  'task-dead': 'Intet sætter opgaven i gang',
  'decision-dead': 'Intet rejser beslutningen',
  'fact-unseen': 'Indspilscellen åbner intet og kender derfor aldrig oplysningen',
  'fact-dead': 'Ingen kan komme til at kende oplysningen',
  'expectation-dead': 'Intet udløser forventningen',
  'service-dead': 'Intet indspil standser helt tjenesten',
  'phase-over': 'Handlingen har forladt fasen inden da,',
  'parent-dead': 'Intet kan kalde på det, for intet udløser',
};
