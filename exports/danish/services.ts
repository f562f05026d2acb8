/** Restoration and load in Danish: headings, columns, and how the figures are worked out. */
import { ENOUGH, KEEPS_UP } from '../analysis/load.ts';

export const services = {
  title: 'Reetablering og belastning',
  intro:
    'Tjenesternes driftsniveau styres af scenariet: Indspil sænker det, og opgaver hæver det. Figurerne viser reglen bag hver ændring, ikke hvad borgerne mærkede.',
  none: 'Scenariet har ingen tjenester.',
  curve: 'Driftsniveau over tid',
  curveText: (n: string, loss: string) =>
    `${n} tjenesters driftsniveau fra øvelsesstart til øvelsesslut, med beslutningerne lagt ind. Samlet vægtet tab: ${loss} tjenesteminutter.`,
  time: 'Øvelsestid',
  level: 'Driftsniveau',
  together: 'Samlet, vægtet',
  service: 'Tjeneste',
  from: 'Fra',
  to: 'Til',
  cause: 'Årsag',
  start: 'øvelsesstart',
  results: 'Nedetid, datatab og tab',
  owner: 'Ejer',
  weight: 'Vægt',
  down: 'Nede',
  lasted: 'Nedetid',
  rto: 'RTO',
  gap: 'Datatab',
  rpo: 'RPO',
  loss: 'Tab (tjenesteminutter)',
  slope: 'Genvundet i timen',
  target: {
    met: 'overholdt',
    missed: 'overskredet',
    running: 'ikke udløbet ved øvelsesslut',
    unset: 'intet mål',
  },
  data: {
    met: 'overholdt',
    missed: 'overskredet',
    unstated: 'ikke oplyst',
    unset: 'intet mål',
  },
  never: 'ikke genoprettet',
  unharmed: 'fuldt i drift hele øvelsen',
  order: 'Rækkefølge',
  inOrder: 'Ingen tjeneste blev løftet højere end dem, den hviler på.',
  dependency: 'Hviler på',
  then: 'Niveau da',
  caught: 'Indhentet',
  by: 'Gjort af',
  script: 'et indspil (scenariet)',
  notCaught: 'aldrig',
};

export const load = {
  heading: 'Belastning',
  curve: 'Ting at tage sig af på én gang',
  curveText: (role: string, peak: string, at: string) =>
    `Åbne forventninger og opgaver, rollen har, for de mest belastede roller. Højest: ${role} med ${peak} ved ${at}.`,
  axis: 'Åbne forventninger og opgaver',
  table: 'Belastning og rettidighed',
  role: 'Rolle',
  peak: 'Højest',
  at: 'Ved',
  light: 'I tide ved lav belastning',
  heavy: 'I tide fra bristepunktet',
  breaking: 'Bristepunkt',
  broke: 'Nået første gang',
  recovered: 'Rettet op',
  notRecovered: 'ikke i øvelsen',
  tooFew: 'intet, eller for lidt at gå efter',
  levels: 'Rettidighed efter belastning, alle roller',
  load: 'Belastning',
  due: 'Forventninger',
  inTime: 'I tide',
  none: 'Ingen forventninger faldt på en øvelsestager.',
  bots: 'Roller, som kun bots sad i, er med i tabellen, men siger intet om mennesker.',
};

export const serviceMethod: readonly (readonly [string, string])[] = [
  [
    'Tab af tjeneste',
    'Driftsniveauet Q holder, til det ændres; før den første ændring er det 1. Tab = ∫(1 − Q)dt fra øvelsesstart til øvelsesslut, i tjenesteminutter: 0,2 i 60 min og 0,6 i 60 min er 48 + 24 = 72. Det samlede tab vægter hver tjeneste med planens vægt; den samlede kurve er Σ wQ / Σ w.',
  ],
  [
    'RTO og RPO',
    'Nedetiden regnes, fra tjenesten forlader fuld drift, til den igen er fuldt i drift. Er den det ikke ved øvelsesslut, og er målet ikke udløbet, er svaret ukendt. Datatabet er det, opgaven angiver; angiver den intet, er det ikke målt. Et overskredet mål er kun et fund, hvis en opgave, der genopretter tjenesten helt, var opstået, før tiden udløb; for gamle data kun, hvis planen har en anden opgave, der genopretter fra data, som er nye nok.',
  ],
  [
    'Genvundet i timen',
    '(sidste niveau − laveste niveau) / tiden fra det sidste øjeblik på det laveste niveau til den sidste stigning.',
  ],
  [
    'Brudt rækkefølge',
    'En tjeneste steg til et niveau over en, den hviler på. Det, der stiger i samme øjeblik, stiger sammen. Skyldes stigningen et indspil, vises den i tabellen, men er ikke et fund.',
  ],
  [
    'Belastning og bristepunkt',
    `Belastning = forventninger, der ikke er afsluttet, plus opgaver, rollen har. Hver forventning regnes til den belastning, der var, da den faldt på rollen, den selv medregnet. I tide = indfriet inden fristen; bortfaldne, åbne og dem, der er meldt gjort uden om værktøjet, tælles ikke. Bristepunktet er den laveste belastning, hvorfra andelen i tide bliver under θ = ${String(KEEPS_UP).replace('.', ',')} på hvert niveau. Det angives kun, når der er mindst ${ENOUGH} forventninger på hver side, og rollen holdt trit under det.`,
  ],
];

/** Columns of the CSV. */
export const serviceColumns = {
  serviceId: 'tjeneste_id',
  service: 'tjeneste',
  owner: 'ejer_id',
  weight: 'vaegt',
  from: 'fra_s',
  to: 'til_s',
  lasted: 'nede_s',
  lowest: 'laveste_niveau',
  rto: 'rto_s',
  rtoResult: 'rto_resultat',
  gap: 'datatab_s',
  rpo: 'rpo_s',
  rpoResult: 'rpo_resultat',
  slope: 'genvundet_pr_time',
  loss: 'tab_s',
  evidence: 'belaeg',
  roleId: 'rolle_id',
  role: 'rolle',
  load: 'belastning',
  due: 'forventninger',
  inTime: 'i_tide',
  breaking: 'fra_bristepunktet',
};
