/** Ratings, conflicts, prompts and principles in Danish, and how they are worked out. */
import { APART } from '../analysis/evaluation/conflicts.ts';
import { DRAFT } from '../analysis/evaluation/measured.ts';
import { ENOUGH_RATED } from '../analysis/evaluation/ratings.ts';

export const evaluation = {
  title: 'Vurdering af øvelsesmålene',
  intro:
    'En vurdering sættes af mennesker. Udkastet er, hvad reglerne i metodeafsnittet ville sige ud fra opgaver og beslutninger alene; det ved intet om kvalitet. Siger kilderne hver sit, står det til sidst, og intet er lagt sammen til et gennemsnit.',
  objectives: 'Øvelsesmål',
  objective: 'Øvelsesmål',
  capability: 'Kerneopgave',
  rated: 'Vurderet af evaluator',
  unrated: 'ikke vurderet',
  draft: 'Udkast (regler)',
  noDraft: 'for lidt at gå efter',
  measured: 'Målt',
  counts: (good: string, partial: string, bad: string, unknown: string) =>
    `${good} i tide, ${partial} for sent eller uden mandat, ${bad} ikke gjort${unknown === '0' ? '' : `, ${unknown} kan ikke afgøres`}`,
  others: 'Andre vurderinger',
  subject: 'Om',
  kinds: { objective: 'øvelsesmål', task: 'opgave', decision: 'beslutning', role: 'rolle' },
  rating: (rating: string, by: string, at: string) => `${rating} (${by}, ${at})`,
  before: 'tidligere',
  raters: 'Enighed mellem evaluatorer',
  pair: 'Evaluatorer',
  common: 'Vurderet af begge',
  alike: 'Ens',
  kappa: 'Vægtet κ',
  tooFew: 'for få',
  views: 'Øvelsestagernes egne ord ved siden af det målte',
  role: 'Rolle',
  said: 'Førstehåndsindtryk',
  words: 'Indsigelser og meldinger',
  tasks: 'Opgaver, rollen tog del i',
  expected: 'Forventninger til rollen',
  done: (inTime: string, late: string, not: string, outside: string) =>
    `${inTime} i tide, ${late} for sent, ${not} ikke${outside === '0' ? '' : `, ${outside} uden om værktøjet`}`,
  contest: 'Indsigelse',
  report: 'Gjort uden om værktøjet',
  conflicts: 'Hvor kilderne siger hver sit',
  noConflicts: 'Ingen af kilderne modsiger hinanden.',
  between: 'Mellem',
  saying: 'Det siger de',
  types: {
    raters: 'Evaluatorer',
    measured: 'Evaluator og journal',
    contest: 'Øvelsestager og journal',
    outside: 'Øvelsestager og journal',
  },
  sourceSays: (source: string, rating: string) => `${source}: ${rating}`,
  record: 'journalen',
  outcomes: {
    good: 'gjort i tide',
    partial: 'gjort for sent eller uden mandat',
    bad: 'ikke gjort',
    unknown: 'kan ikke afgøres',
  },
  nothing: 'siger intet om det',
  notes: 'Bogmærker og rettelser',
  note: { bookmark: 'Bogmærke', correction: 'Rettelse', handled: 'Kræver intet svar' },
  beside: 'Ved linje',
  by: 'Noteret af',
  seen: (at: string) => `set ${at}`,
};

export const prompting = {
  heading: 'Med og uden det, der blev mindet om',
  intro:
    'En opgave eller beslutning regnes som mindet om, når et reserveindspil, et indspil, øvelsesledelsen selv sendte, eller et ansvarsspørgsmål om den kom, mens den var åben.',
  figure: 'Hovedtal',
  all: 'Alle',
  unprompted: 'Uden dem, der blev mindet om',
  tasks: 'Opgaver løst i tide',
  outside: 'Opgaver løst uden om værktøjet',
  gaps: 'Ansvarshuller',
  jaccard: 'Overensstemmelse med planen (J)',
  decisions: 'Beslutninger truffet i tide',
  prompted: 'Mindet om',
  none: 'Intet blev mindet om.',
  what: 'Opgave eller beslutning',
  kinds: {
    contingency: 'reserveindspil',
    'by-hand': 'indspil fra øvelsesledelsen',
    poll: 'ansvarsspørgsmål',
  },
  badge: 'Løst uden om værktøjet',
  elsewhere: 'uden om værktøjet',
};

export const principles = {
  heading: 'Fundene set gennem krisestyringens principper',
  principle: 'Princip',
  findings: 'Fund',
  none: 'ingen fund, som rører ved det',
  note: 'At et princip ingen fund har, betyder ikke, at det er efterlevet; kun at intet af det, rapporten kan måle, taler imod.',
};

export const evaluationMethod: readonly (readonly [string, string])[] = [
  [
    'Udkast til vurdering',
    `Målt på de opgaver og beslutninger under øvelsesmålet, som opstod: i tide (af en, der måtte), for sent eller uden mandat, ikke gjort (eller taget af standardvalget). Det, der er gjort uden om værktøjet eller afbrudt af øvelsesslut, tæller ikke. P: alt i tide. U: intet gjort. S: mindst ⅔ i tide, og intet kritisk ugjort. M: resten. Der gives intet udkast under ${DRAFT.least} opgaver og beslutninger.`,
  ],
  [
    'Evaluatorers enighed',
    `Hver evaluators seneste vurdering af det samme. Vægtet κ på 4×4-matrixen P, S, M, U angives først ved ${ENOUGH_RATED} fælles vurderinger.`,
  ],
  [
    'Kilder, der siger hver sit',
    `Evaluatorer: enhver forskel. Evaluator og journal: mindst ${APART} trin mellem vurderingen og udkastet (eller opgavens egen udgang: i tide P, for sent S, ikke gjort U). Øvelsestager og journal: enhver indsigelse, og en melding om noget gjort andetsteds, når journalen siger, at det ikke blev gjort.`,
  ],
  [
    'Mindet om',
    'Reserveindspil, indspil sendt af øvelsesledelsen og ansvarsspørgsmål, der handler om opgaven eller beslutningen og kom, mens den var åben. Et indspil handler om det, det forventer; et reserveindspil om det, indspillet før det forventede.',
  ],
];

export const ratingColumns = {
  kind: 'slags',
  subjectId: 'om_id',
  subject: 'om',
  by: 'evaluator',
  rating: 'vurdering',
  at: 'set_s',
  draft: 'udkast',
  good: 'i_tide',
  partial: 'for_sent',
  bad: 'ikke_gjort',
  text: 'tekst',
  evidence: 'belaeg',
};
