/** Knows: what each key of the language means, in Danish. Does not know: where it is shown. */
import type { Meanings } from './meaning.ts';

export const danish: Meanings = {
  // Øverst i scenario.yaml
  beredt: 'Sprogets format. Skriv 1; så ved Beredt, hvordan resten skal læses.',
  id: 'Scenariets eget navn i henvisninger, filnavne og rapporter. Små bogstaver, cifre og bindestreger.',
  version:
    'Scenariets version som tre tal. Sæt den op, når du retter, så en evalueringsrapport kan vise, hvilken udgave der blev øvet.',
  title: 'Scenariets titel, som øvelsestagerne ser den.',
  summary: 'Handlingen i få linjer til dem, der planlægger og leder øvelsen.',
  purpose: 'Øvelsens formål: hvad den skal vise, og for hvem. Står forrest i evalueringsrapporten.',
  'content-warning':
    'Det i handlingen, som kan være svært for en deltager, og hvordan man træder ud. Vises, før øvelsen begynder.',
  kind: 'Hvilken slags øvelse det er. Står i evalueringsrapporten.',
  languages:
    'De sprog, teksterne findes på. Hver tekst skal så findes på dem alle; ellers siger kontrollen til.',
  'threat-basis':
    'Den trusselsvurdering, scenariet bygger på. Er den mere end to år ældre end historien, får du en advarsel.',
  'threat-basis.title': 'Trusselsvurderingens titel.',
  'threat-basis.date': 'Den dag, trusselsvurderingen blev udgivet: år-måned-dag.',
  'threat-basis.url': 'Hvor trusselsvurderingen kan læses.',
  starts:
    'Historiens dato, klokkeslæt og tidszone ved øvelsesstart. Alle klokkeslæt, øvelsestagerne ser, regnes herfra; også skiftet til og fra sommertid.',
  length: 'Hvor længe øvelsen varer i øvelsestid. Når tiden er gået, slutter den.',
  pace: 'Øvelsesminutter pr. virkeligt minut. 12 betyder, at fem minutter ved bordet er en time i historien. Facilitator kan ændre det undervejs.',
  marking:
    'Den TLP-mærkning, der gælder, hvor en oplysning eller et indspil ikke har sin egen. Mærkningen oversættes ikke.',
  begins: 'Den fase, handlingen begynder i ved øvelsesstart.',
  letters:
    'Om øvelsestagerne ser deres egen rolles bogstaver i ansvarsplanen (A, R, S, C, I) ved hver opgave. `hidden` (skjult) er det almindelige: at kende dem er det, der øves. Med `shown` (vist) ser en rolle sine egne bogstaver, aldrig de andres.',
  parameters:
    'Værdier, som teksterne henter med `${navn}`. Så kan ét scenarie øves i flere størrelser og med flere navne uden at blive skrevet om.',
  'parameters.*':
    'En tekst eller et tal. `${navn}` erstattes af værdien i tekster og tider; er hele feltet `${navn}`, beholder værdien sin type. `$${` giver et almindeligt `${`.',
  accept: 'Advarsler, du har set på og står ved. Begrundelsen følger scenariet.',
  'accept.code': 'Advarslens kode, som `beredt check` viser den. Fejl kan ikke accepteres.',
  'accept.at': 'Det sted, advarslen gælder: vejen fra afsnittet og ned, skilt af punktummer.',
  'accept.because':
    'Hvorfor det er i orden. Den næste, der læser scenariet, skal kunne forstå det.',

  // organisations
  organisations: 'De myndigheder, virksomheder og andre, som rollerne hører til.',
  'organisations.*':
    'En organisation. Dens id kan bruges som modtager: så får alle dens roller det.',
  'organisations.*.name':
    'Organisationens navn, som øvelsestagerne ser det. I en skabelon er `${each}` instansens navn.',
  'organisations.*.sector':
    'Organisationens sektor. Brug samme ord om alle i sektoren, for eksempel `health`.',
  'organisations.*.catalogue':
    'Den rolle i det medfølgende katalog, som organisationen svarer til, med mandat og kilde.',
  'organisations.*.cleared-for':
    'Den strengeste TLP-mærkning, organisationens roller må modtage. Uden den må de modtage alt.',
  'organisations.*.each':
    'Gør organisationen til en skabelon: én instans pr. navn, for eksempel `kommune/nordby`. Dens roller og de rækker, der siger `each:`, gentages for hver.',
  'organisations.*.each.name': 'Instansens navn. `${each}` i skabelonens tekster bliver til det.',
  'organisations.*.each.id':
    'Instansens id efter skråstregen, hvis det ikke skal dannes af navnet. Andre nøgler er instansens egne værdier: `residents: 12000` hentes med `${each.residents}`.',

  // roles
  roles: 'De poster, øvelsestagerne sidder på, og dem, indspilscellen spiller.',
  'roles.*':
    'En rolle er en post i en organisation, ikke en person. Flere kan dele den, og rapporten taler om rollen.',
  'roles.*.name': 'Rollens navn, som alle i øvelsen ser det.',
  'roles.*.organisation':
    'Den organisation, rollen hører til. Er organisationen en skabelon, bliver der én rolle pr. instans: `kommune/nordby/crisis-lead`.',
  'roles.*.seats': 'Hvor mange der deler rollen: et tal, eller det mindste og det største antal.',
  'roles.*.deputy':
    'Rollens stedfortræder. Træder den til, kalder rapporten det stedfortrædelse og ikke et ansvar på afveje.',
  'roles.*.played-by':
    'Hvem der spiller rollen: en øvelsestager eller indspilscellen. Indspilscellens roller får ingen plads og bliver ikke evalueret.',
  'roles.*.briefing':
    'Det, rollen ved, før det går løs: mandat, aftaler, vaner. Læses kun af rollen selv.',
  'roles.*.cleared-for':
    'Den strengeste TLP-mærkning, rollen må modtage. Uden den gælder organisationens.',

  // objectives
  objectives: 'Øvelsesmålene: det, øvelsen skal afprøve. Rapporten samler belæg for hvert af dem.',
  'objectives.*':
    'Et øvelsesmål. Nævn dets id under `objectives:` i de indspil, opgaver og beslutninger, der træner det.',
  'objectives.*.title': 'Øvelsesmålet i få ord.',
  'objectives.*.description': 'Hvad man vil se, når målet er nået. Det evaluator holder øje med.',
  'objectives.*.capability':
    'Den af de fem kerneopgaver i krisestyring, målet hører under. Rapporten er delt op efter dem.',

  // facts
  facts:
    'De afgørende oplysninger. Rapporten følger hver af dem fra rolle til rolle: Hvem vidste hvad hvornår?',
  'facts.*':
    'En oplysning. Den kommer ind i øvelsen med et indspil, der nævner den under `facts:`, og føres videre i øvelsestagernes beskeder.',
  'facts.*.each': 'Skabelonen, oplysningen gentages for: én oplysning pr. instans.',
  'facts.*.text': 'Oplysningen i én eller to sætninger, som man ville sige den til en kollega.',
  'facts.*.domain': 'Om oplysningen vedrører det digitale, det fysiske eller begge dele.',
  'facts.*.true-from':
    'Fra hvornår oplysningen gælder i historien. Kommer den med et tidligere indspil, får du en advarsel.',
  'facts.*.marking': 'Oplysningens TLP-mærkning. Uden den gælder scenariets.',
  'facts.*.certainty':
    'Hvor sikker oplysningen er, når et indspil bringer den. Modtageren ser det på indspillet; skrives intet, regnes den for bekræftet.',
  'facts.*.variant-of':
    'Den oplysning, som denne er en anden, forvansket udgave af: et rygte, et forkert tal. Ingen i øvelsen ser det; rapporten viser, hvem der førte den forkerte videre, og hvornår den blev rettet.',

  // tasks
  tasks:
    'Ansvarsplanen: hvilke opgaver krisen stiller, og hvem der har hvilken del i dem. Rapporten holder planen op mod det, der blev gjort.',
  'tasks.*':
    'En opgave med præcis én endeligt ansvarlig og mindst én udførende. Den begynder, når `starts:` er opfyldt, og skal være udført inden `within:`.',
  'tasks.*.each': 'Skabelonen, opgaven gentages for: én opgave pr. instans.',
  'tasks.*.title': 'Opgavens navn, som øvelsestagerne ser det.',
  'tasks.*.description': 'Hvad opgaven går ud på, og hvornår den er udført.',
  'tasks.*.accountable':
    'Endeligt ansvarlig (A): den ene rolle, der står til ansvar for, at opgaven bliver udført.',
  'tasks.*.responsible': 'Udførende (R): de roller, der udfører opgaven. Mindst én.',
  'tasks.*.support': 'Bistår (S): roller, der hjælper, når de bliver bedt om det.',
  'tasks.*.consulted': 'Høres (C): roller, der skal spørges, før der handles.',
  'tasks.*.informed': 'Orienteres (I): roller, der skal have besked, når opgaven er udført.',
  'tasks.*.needs':
    'De oplysninger, man må have for at udføre opgaven. Rapporten viser, om den, der skulle bruge dem, fik dem i tide.',
  'tasks.*.starts':
    'Betingelsen for, at opgaven er aktuel. Fristen regnes derfra. Uden den begynder opgaven ved øvelsesstart.',
  'tasks.*.within':
    'Fristen: hvor længe der må gå, fra opgaven begynder, til den er udført. Er der stadig ingen, der har taget den, når fristen er udløbet, er det et ansvarshul.',
  'tasks.*.clock':
    'Den lovbestemte frist i kataloget, som opgaven opfylder. Den løber, fra den endeligt ansvarliges organisation erklærer sig bekendt med sagen.',
  'tasks.*.interface': 'Den snitflade, opgaven bringer i brug.',
  'tasks.*.restores':
    'De tjenester, opgaven genopretter, når den er udført, og hvor højt de kommer op. En opgave sænker aldrig et driftsniveau.',
  'tasks.*.restores.*':
    'Driftsniveauet, når opgaven er udført, i hele procent. Gik data tabt, skrives `{ level: …, data-gap: … }`.',
  'tasks.*.restores.*.level': 'Driftsniveauet, når opgaven er udført: `1%` til `100%`.',
  'tasks.*.restores.*.data-gap':
    'Hvor gamle de data er, der blev genoprettet. Rapporten holder det op mod tjenestens `rpo:`.',
  'tasks.*.critical':
    'Sandt, hvis opgaven ikke må glippe. Den tæller dobbelt i rapportens gennemsnit.',
  'tasks.*.domain': 'Om opgaven vedrører det digitale, det fysiske eller begge dele.',
  'tasks.*.objectives': 'De øvelsesmål, opgaven træner.',
  'tasks.*.ambiguity':
    'Siger, at planens tvivl er tilsigtet: at to roller, eller ingen, er endeligt ansvarlig. Skriv hvorfor.',

  // services
  services:
    'Tjenesterne: det, der kan falde ud og skal reetableres. Rapporten viser driftsniveauet over tid, tabet, nedetiden mod RTO og rækkefølgen. Rollerne ser ikke tjenesternes tilstand; de ser kun det, indspillene fortæller.',
  'services.*':
    'En tjeneste. Den er fuldt i drift ved øvelsesstart; indspil sænker den med `services:`, og opgaver genopretter den med `restores:`.',
  'services.*.title': 'Tjenestens navn, som det står i rapporten.',
  'services.*.depends-on':
    'De tjenester, den hviler på. Genoprettes den før dem, står det i rapporten som brudt rækkefølge.',
  'services.*.owner':
    'Rollen, der ejer tjenesten. Rapporten retter sit spørgsmål om nedetid til den.',
  'services.*.rto':
    'RTO, den højest acceptable nedetid: fra tjenesten sænkes, til den igen er fuldt i drift.',
  'services.*.rpo': 'RPO, det højest acceptable datatab: hvor gamle de genoprettede data må være.',
  'services.*.weight': 'Hvor meget tjenesten tæller i det samlede tab. 2 tæller dobbelt.',

  // interfaces
  interfaces:
    'Snitfladerne: hvor organisationer mødes, og hvem der skal fortælle hvem hvad. Rapporten viser, hvilke der blev brugt, og hvornår.',
  'interfaces.*':
    'En snitflade, fra kataloget eller jeres egen. Den er brugt, når en modtager har åbnet en besked fra en afsender med en af oplysningerne.',
  'interfaces.*.each': 'Skabelonen, snitfladen gentages for: én snitflade pr. instans.',
  'interfaces.*.title': 'Snitfladens navn. Uden det bruges navnet i kataloget.',
  'interfaces.*.catalogue': 'Den snitflade i det medfølgende register, som denne svarer til.',
  'interfaces.*.from': 'De roller, der skal fortælle noget.',
  'interfaces.*.to': 'De roller, der skal have det at vide.',
  'interfaces.*.carries': 'De oplysninger, der skal over snitfladen.',
  'interfaces.*.starts': 'Betingelsen for, at snitfladen skal bruges. Fristen regnes derfra.',
  'interfaces.*.within': 'Hvor hurtigt snitfladen skal være brugt, efter at `starts:` er opfyldt.',

  // decisions
  decisions:
    'De beslutninger, krisen kræver, med handlemuligheder. En beslutning kan føre handlingen over i en anden fase.',
  'decisions.*':
    'En beslutning. Den rejses, når `opens:` er opfyldt, og skal træffes inden `within:` af en rolle, der er bemyndiget til det.',
  'decisions.*.each': 'Skabelonen, beslutningen gentages for: én beslutning pr. instans.',
  'decisions.*.question': 'Spørgsmålet, der skal afgøres, som øvelsestagerne ser det.',
  'decisions.*.description': 'Baggrund for spørgsmålet: hvad der taler for og imod.',
  'decisions.*.authority':
    'De roller, der er bemyndiget til at træffe beslutningen. Afgøres den af en anden, står det i rapporten.',
  'decisions.*.consult': 'De roller, der bør høres, før beslutningen træffes.',
  'decisions.*.inform': 'De roller, der kan se beslutningen, når den er truffet.',
  'decisions.*.needs':
    'De oplysninger, en velbegrundet beslutning hviler på. Rapporten viser, hvilke af dem beslutningstageren kendte.',
  'decisions.*.opens':
    'Betingelsen for, at beslutningen rejses. Fristen regnes derfra. Uden den rejses den ved øvelsesstart.',
  'decisions.*.within': 'Hvor længe der må gå, fra beslutningen er rejst, til den er truffet.',
  'decisions.*.default':
    'Den handlemulighed, der gælder, hvis fristen udløber. Det noteres, at ingen traf beslutningen.',
  'decisions.*.phase':
    'De faser, handlingen skal befinde sig i, for at en handlemuligheds `goto:` kan flytte den. Kræves, hvis en handlemulighed har `goto:`.',
  'decisions.*.options': 'Handlemulighederne, mindst to. At afvente er også en handlemulighed.',
  'decisions.*.options.*':
    'En handlemulighed. Dens id bruges i `default:` og i betingelser: `{ decision: disconnect, is: cut }`.',
  'decisions.*.options.*.title': 'Handlemuligheden, som øvelsestagerne ser den.',
  'decisions.*.options.*.goto': 'Den fase, valget fører handlingen til.',
  'decisions.*.domain': 'Om beslutningen vedrører det digitale, det fysiske eller begge dele.',
  'decisions.*.objectives': 'De øvelsesmål, beslutningen træner.',

  // phases
  phases:
    'Handlingens faser. Handlingen befinder sig i én fase ad gangen og går videre, når fasen slutter.',
  'phases.*':
    'En fase. Den slutter, når dens `length:` er gået, eller når dens `gate:` er opfyldt; det, der sker først. En fase uden `next:` slutter øvelsen.',
  'phases.*.title': 'Fasens navn. Ses af facilitator og i rapporten.',
  'phases.*.description': 'Hvad der foregår i fasen.',
  'phases.*.thread': 'Den tråd, fasen hører til. Uden den hører fasen til selve handlingen.',
  'phases.*.length': 'Hvor længe fasen højst varer.',
  'phases.*.gate': 'Betingelsen for, at fasen slutter, inden dens længde er gået.',
  'phases.*.next':
    'Den næste fase. Skal det afhænge af noget, så skriv en liste af grene: De prøves i rækkefølge, og den sidste står uden `when:`.',
  'phases.*.next.when': 'Betingelsen for at følge grenen. Uden den følges grenen altid.',
  'phases.*.next.to': 'Den fase, grenen fører til.',

  // threads
  threads:
    'Op til seks tråde ved siden af handlingen, for eksempel medierne eller det, der sker på stedet. De løber fra øvelsesstart og slutter aldrig øvelsen.',
  'threads.*':
    'En tråd med sine egne faser. Faserne siger, hvilken tråd de hører til: `thread: media`.',
  'threads.*.title': 'Trådens navn. Ses af facilitator og i rapporten.',
  'threads.*.begins': 'Den fase, tråden begynder i ved øvelsesstart.',

  // injects
  injects:
    'Indspillene: alt det, øvelsestagerne får at se og høre. Hvert af dem sendes på et tidspunkt, efter en hændelse eller når facilitator vil.',
  'injects.*':
    'Et indspil. Det har præcis én udløser (`at:`, `after:`, `when:` eller `manual: true`); et reserveindspil har ingen, for det kaldes af et andet indspils `if-not:`.',
  'injects.*.each': 'Skabelonen, indspillet gentages for: ét indspil pr. instans.',
  'injects.*.at': 'Udløser: tidspunktet i øvelsestid, regnet fra øvelsesstart.',
  'injects.*.after':
    'Udløser: når noget andet er sket, og der derefter er gået en tid. Nævn ét indspil, én fase, én beslutning eller én opgave.',
  'injects.*.when': 'Udløser: så snart betingelsen er opfyldt.',
  'injects.*.manual': 'Udløser: facilitator sender indspillet, når det passer. Skriv `true`.',
  'injects.*.phase':
    'Den eller de faser, indspillet hører til. Det venter, til handlingen er der, og springes over, hvis handlingen er kommet for langt.',
  'injects.*.from':
    'Afsenderen: en rolle i øvelsen, eller `{ name: … }` for en, der kun findes i historien og spilles af indspilscellen.',
  'injects.*.from.name': 'Afsenderens navn, som modtageren ser det.',
  'injects.*.from.played-by': 'Kan kun være `simcell`: Svar til afsenderen går til indspilscellen.',
  'injects.*.to': 'Modtagerne: roller, organisationer (alle dens roller) eller `all`.',
  'injects.*.channel':
    'Hvordan det når modtageren. Øvelsestageren ser det som et opkald, en sms, en avisartikel …',
  'injects.*.domain': 'Om indspillet vedrører det digitale, det fysiske eller begge dele.',
  'injects.*.marking':
    'Indspillets TLP-mærkning. Uden den er det mærket som den strengeste af de oplysninger, det rummer, og mindst som scenariet.',
  'injects.*.title': 'Overskriften, som modtageren ser den.',
  'injects.*.body':
    'Indholdet i Markdown. Skriv det, modtageren ser eller hører, og ikke andet; resten hører til i `notes:`.',
  'injects.*.facts': 'De oplysninger, indspillet rummer. Den, der åbner det, kender dem fra da af.',
  'injects.*.services':
    'Hvad indspillet gør ved tjenesterne, når det sendes. Et gentaget indspil gør det ikke igen.',
  'injects.*.services.*': 'Tjenestens driftsniveau fra da af, i hele procent: `0%` er helt nede.',
  'injects.*.objectives': 'De øvelsesmål, indspillet træner.',
  'injects.*.expect': 'Det, modtagerne forventes at gøre. Hver forventning bliver målt.',
  'injects.*.expect.id':
    'Forventningens id, hvis en betingelse skal henvise til den. Ellers hedder den efter indspillet og sin plads: `alarm-call.1`.',
  'injects.*.expect.role': 'Den eller de roller, der forventes at gøre noget.',
  'injects.*.expect.does':
    'Handlingen. Nogle af dem skal have mere med: `task` en opgave, `decision` en beslutning, `message` en modtager.',
  'injects.*.expect.task': 'Den opgave, der forventes udført. Hører til `does: task`.',
  'injects.*.expect.decision': 'Den beslutning, der forventes truffet. Hører til `does: decision`.',
  'injects.*.expect.to': 'Hvem der forventes at få besked. Hører til `does: message`.',
  'injects.*.expect.facts': 'De oplysninger, beskeden eller svaret skal rumme.',
  'injects.*.expect.within':
    'Hvor længe der må gå, fra indspillet sendes, til det er gjort. Kræves, undtagen ved `task` og `decision`, hvor ellers opgavens eller beslutningens egen frist gælder.',
  'injects.*.if-not':
    'Det reserveindspil, der sendes, hvis en af forventningerne ikke er indfriet til tiden.',
  'injects.*.files':
    'Vedhæftede filer fra scenariets mappe `files/`: billeder, pdf, txt eller csv, højst 5 MiB hver og højst ti.',
  'injects.*.notes': 'Til lokal øvelsesleder og evaluator alene. Øvelsestagerne ser det aldrig.',

  // bank
  bank: 'Banken: tekster, der ligger klar, til øvelsesledelsen får brug for dem. Journalistens opfølgende spørgsmål, en pårørende, der ringer igen, en simuleret rolles svar. Der sendes intet herfra af sig selv.',
  'bank.*':
    'En forberedt tekst. Facilitator sender den, som den er, eller retter den først; spilles rollen af en bot, svarer botten med den tekst, der passer bedst. Øvelsestagerne ser den først, når den er sendt.',
  'bank.*.each': 'Skabelonen, teksten gentages for: én pr. instans.',
  'bank.*.from':
    'Afsenderen: en rolle med `played-by: simcell`, eller `{ name: … }` for en, der kun findes i historien. Aldrig en øvelsestager.',
  'bank.*.from.name': 'Afsenderens navn, som modtageren ser det.',
  'bank.*.from.played-by': 'Kan kun være `simcell`, som i et indspil.',
  'bank.*.to':
    'Dem, teksten er tænkt til: roller, organisationer eller `all`. Udelades den, vælger facilitator modtagerne.',
  'bank.*.channel': 'Hvordan den når modtageren, hvis den sendes som indspil.',
  'bank.*.title': 'Overskriften, som modtageren ser den. Facilitator finder teksten på den.',
  'bank.*.body': 'Indholdet i Markdown: det, modtageren ser eller hører, og ikke andet.',
  'bank.*.facts':
    'De oplysninger, teksten rummer. Den, der åbner den, kender dem fra da af. Banken alene er ikke nok: En oplysning, øvelsen står og falder med, skal også komme med et indspil.',
  'bank.*.notes':
    'Til øvelsesledelsen alene: hvornår teksten er god at have, og hvad den skal få frem.',

  // polls
  polls:
    'Ansvarsspørgsmål: Hvem har opgaven lige nu? Svarene viser det oplevede ansvar ved siden af det planlagte og det udøvede.',
  'polls.*':
    'Et ansvarsspørgsmål om én opgave. Man svarer med en rolle eller »ved ikke«. Spørg få gange: Et spørgsmål kan også røbe svaret.',
  'polls.*.each': 'Skabelonen, spørgsmålet gentages for: ét pr. instans.',
  'polls.*.at': 'Udløser: tidspunktet i øvelsestid, regnet fra øvelsesstart.',
  'polls.*.after': 'Udløser: når noget andet er sket, og der derefter er gået en tid.',
  'polls.*.when': 'Udløser: så snart betingelsen er opfyldt.',
  'polls.*.manual': 'Udløser: facilitator spørger, når det passer. Skriv `true`.',
  'polls.*.to': 'Dem, der spørges: roller, organisationer eller `all`.',
  'polls.*.objectives': 'De øvelsesmål, spørgsmålet belyser.',
  'polls.*.asks': 'Hvad der spørges om. Der er kun ét: `owner-of`, hvem der har opgaven.',
  'polls.*.task': 'Den opgave, der spørges til.',

  // probes
  probes:
    'Situationsspørgsmål: Hvad tror rollerne, der er på færde? Svarene viser, om de har samme billede.',
  'probes.*': 'Ét spørgsmål med svarmuligheder. Man kan altid svare »ved ikke«.',
  'probes.*.each': 'Skabelonen, spørgsmålet gentages for: ét pr. instans.',
  'probes.*.at': 'Udløser: tidspunktet i øvelsestid, regnet fra øvelsesstart.',
  'probes.*.after': 'Udløser: når noget andet er sket, og der derefter er gået en tid.',
  'probes.*.when': 'Udløser: så snart betingelsen er opfyldt.',
  'probes.*.manual': 'Udløser: facilitator spørger, når det passer. Skriv `true`.',
  'probes.*.to': 'Dem, der spørges: roller, organisationer eller `all`.',
  'probes.*.objectives': 'De øvelsesmål, spørgsmålet belyser.',
  'probes.*.question': 'Spørgsmålet, som øvelsestagerne ser det.',
  'probes.*.options': 'Svarmulighederne.',
  'probes.*.options.*': 'En svarmulighed og dens tekst.',
  'probes.*.truth':
    'Det svar, der er rigtigt i historien. Uden det måles kun, om rollerne er enige.',

  // hot-wash
  'hot-wash':
    'Spørgsmål, som alle roller får ved øvelsesslut, mens det er frisk: deres førstehåndsindtryk.',
  'hot-wash.*': 'Ét åbent spørgsmål. Svarene gengives i evalueringsrapporten.',

  // Betingelser
  'condition.fact': 'Oplysningen er kendt. Sig også, af hvem: `known-by:` eller `opened-by:`.',
  'condition.known-by': 'Alle disse roller kender oplysningen.',
  'condition.opened-by': 'Mindst én af disse roller kender oplysningen.',
  'condition.task':
    'Opgaven er i den tilstand, `is:` nævner: `open`, `claimed`, `done` eller `overdue`.',
  'condition.decision':
    'Beslutningen er truffet; eller i den tilstand, eller med den handlemulighed, `is:` nævner.',
  'condition.inject':
    'Indspillet er sendt; eller i den tilstand, `is:` nævner: `opened`, `acknowledged` eller `answered`.',
  'condition.expectation':
    'Forventningen er indfriet (`is: met`) eller over tiden (`is: overdue`). Nævnes ved sit id, ellers som `alarm-call.1`.',
  'condition.phase': 'Handlingen befinder sig i fasen.',
  'condition.clock':
    'Den lovbestemte frist for denne opgave løber, er overholdt eller er overskredet. Nævn opgaven, ikke fristen.',
  'condition.service':
    'En tjeneste. `is:` siger, om den er fuldt i drift (`up`) eller helt nede (`down`); derimellem er den ingen af delene.',
  'condition.is':
    'Den tilstand, der spørges til. Hvilke der findes, afhænger af, hvad betingelsen handler om.',
  'condition.time-after': 'Så lang øvelsestid er gået siden øvelsesstart.',
  'condition.all': 'Alle betingelserne på listen er opfyldt.',
  'condition.any': 'Mindst én af betingelserne på listen er opfyldt.',
  'condition.not':
    'Betingelsen er ikke opfyldt. Sammen med `time-after:` spørger den, om noget udeblev.',

  // after
  'after.inject': 'Indspillet, der skal være sendt først; eller i den tilstand, `is:` nævner.',
  'after.phase': 'Fasen, der skal være begyndt.',
  'after.decision': 'Beslutningen, der skal være truffet; eller den handlemulighed, `is:` nævner.',
  'after.task': 'Opgaven, der skal være i den tilstand, `is:` nævner.',
  'after.is': 'Tilstanden eller handlemuligheden, der ventes på.',
  'after.delay': 'Hvor længe der derefter skal gå. Uden den sker det med det samme.',

  // Tekster
  'text.da': 'Teksten på dansk.',
  'text.en': 'Teksten på engelsk.',
};
