/** The wall display's words, Danish first. Knows: what is said. Does not know: where. */
import { calendar as danish } from './danish/calendar.ts';
import { calendar as english } from './english/calendar.ts';
import type { Lang } from '../../engine/runtime/protocol.ts';

export const da = {
  languageName: 'Dansk',
  language: 'Sprog',
  exerciseBand: 'ØVELSE ØVELSE ØVELSE',
  exercise: 'ØVELSE',
  wall: 'Storskærm',

  noToken: 'Her vises øvelsen for hele lokalet',
  noTokenText:
    'Åbn det link til storskærmen, som øvelsesledelsen har. Linket ender på #w= og en lang kode.',
  connecting: 'Forbinder til øvelsen …',
  lost: 'Forbindelsen er væk. Skærmen prøver igen af sig selv.',
  shut: 'Linket gælder ikke',
  shutText: 'Øvelsens vært er måske startet igen. Brug det link til storskærmen, som den viser nu.',

  storyClock: 'Tid i øvelsens verden',
  exerciseClock: 'Øvelsestid',
  phase: 'Fase',
  noPhase: 'Ingen fase',
  statusName: 'Øvelsens stilling',
  status: {
    planned: 'Ikke begyndt',
    running: 'I gang',
    paused: 'Sat på pause: tiden står stille',
    ended: 'Slut (ENDEX)',
    hotwash: 'Opsamling',
    closed: 'Lukket',
  },

  held: {
    discussion: 'Pause til drøftelse: tiden står stille',
    step: 'Tur for tur: tiden står stille mellem turene',
  },
  real: 'REEL HÆNDELSE',
  realStopped: 'Øvelsen er standset',
  realTodo:
    'Brug de rigtige kanaler, ikke øvelsens. Øvelsesledelsen siger til, når den genoptages.',
  reason: 'Begrundelse',

  news: 'Nyheder og udtalelser',
  noNews: 'Der er ikke kommet nyheder eller udtalelser.',
  channel: {
    news: 'Nyhed',
    social: 'Sociale medier',
    broadcast: 'Varsling',
    press: 'Pressemeddelelse',
    web: 'Udtalelse på hjemmesiden',
    statementSocial: 'Udtalelse på sociale medier',
  },
  picture: 'Situationsbillede',
  noPicture: 'Situationsbilledet er ikke begyndt.',
  unwritten: 'Endnu ikke beskrevet',
  sections: {
    situation: 'Situationen',
    consequences: 'Konsekvenser',
    measures: 'Iværksatte tiltag',
    outlook: 'Forventet udvikling',
    communication: 'Kommunikation',
  },
  by: (name: string, organisation: string) => `${name}, ${organisation}`,
  ago: (length: string) => `for ${length} siden`,
  justNow: 'lige nu',
  of: (n: number, all: number) => `${n} af ${all}`,
  page: (n: number, all: number) => `side ${n} af ${all}`,
  stop: 'Stop bladring',
  go: 'Genoptag bladring',
  forward: 'Bladr frem',

  ...danish,
  minutes: (n: number) => `${n} min.`,
  hours: (n: number) => (n === 1 ? '1 time' : `${n} timer`),
};

export const en: typeof da = {
  languageName: 'English',
  language: 'Language',
  exerciseBand: 'EXERCISE EXERCISE EXERCISE',
  exercise: 'EXERCISE',
  wall: 'Wall display',

  noToken: 'This shows the exercise to the whole room',
  noTokenText:
    'Open the wall display’s link, which exercise control has. It ends in #w= and a long code.',
  connecting: 'Connecting to the exercise …',
  lost: 'The connection is lost. The display keeps trying by itself.',
  shut: 'The link is not valid',
  shutText:
    'The exercise’s host may have been started again. Use the wall display’s link that it shows now.',

  storyClock: 'Time in the exercise’s world',
  exerciseClock: 'Exercise time',
  phase: 'Phase',
  noPhase: 'No phase',
  statusName: 'The exercise’s state',
  status: {
    planned: 'Not begun',
    running: 'Running',
    paused: 'Paused: time stands still',
    ended: 'Over (ENDEX)',
    hotwash: 'Hot wash',
    closed: 'Closed',
  },

  held: {
    discussion: 'Paused for a discussion: time stands still',
    step: 'Turn by turn: time stands still between turns',
  },
  real: 'REAL INCIDENT',
  realStopped: 'The exercise is stopped',
  realTodo: 'Use the real channels, not those of the exercise. Control says when it resumes.',
  reason: 'Reason',

  news: 'News and statements',
  noNews: 'No news and no statements have come.',
  channel: {
    news: 'News',
    social: 'Social media',
    broadcast: 'Public warning',
    press: 'Press release',
    web: 'Statement on the website',
    statementSocial: 'Statement on social media',
  },
  picture: 'Situation picture',
  noPicture: 'The situation picture has not been begun.',
  unwritten: 'Not described yet',
  sections: {
    situation: 'Situation',
    consequences: 'Consequences',
    measures: 'Measures taken',
    outlook: 'Outlook',
    communication: 'Communication',
  },
  by: (name, organisation) => `${name}, ${organisation}`,
  ago: (length) => `${length} ago`,
  justNow: 'just now',
  of: (n, all) => `${n} of ${all}`,
  page: (n, all) => `page ${n} of ${all}`,
  stop: 'Stop turning pages',
  go: 'Turn pages again',
  forward: 'Turn the page',

  ...english,
  minutes: (n) => `${n} min`,
  hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
};

export type Words = typeof da;

export function wallWords(lang: Lang): Words {
  return lang === 'da' ? da : en;
}
