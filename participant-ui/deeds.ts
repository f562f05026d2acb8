/**
 * What a role did, as a sheet of plain words to read, print and keep. Knows: the role's own rows.
 * Does not know: HTML. A sheet is the role's, not a person's: no name is in it.
 */
import { formatExerciseTime, storyTime, type Lang, type Ms } from '../engine/runtime/protocol.ts';
import type { ExerciseRow, RoleView } from '../engine/exercise/rows.ts';
import { storyDate } from './deadline.ts';
import { plain, plainLine } from './plain.ts';
import { answeredQuestions, answerName, asked } from './question.ts';
import { tale } from './tale.ts';
import type { Words } from './text.ts';
import { timeline, type Happening, type HappeningKind } from './timeline.ts';
import { facts, itemTitle, line } from './view.ts';
import { laterWords } from './words/later.ts';

export type SheetRow = {
  readonly key: string;
  /** In the story, and in the exercise. Empty: it has no time. */
  readonly when: string;
  readonly elapsed: string;
  readonly what: string;
  readonly title: string;
  readonly by: string;
  readonly text: string;
};

export type Sheet = {
  readonly title: string;
  readonly exercise: string;
  readonly band: string;
  readonly marking: string;
  /** Role, organisation, chair: what and who. */
  readonly head: readonly (readonly [string, string])[];
  /** How much of each, in words. */
  readonly sums: readonly (readonly [string, number])[];
  readonly parts: readonly { readonly heading: string; readonly rows: readonly SheetRow[] }[];
};

/** What a role does itself; the rest of what it sees was done by others or came about. */
const ACTS: readonly HappeningKind[] = [
  'sent',
  'task-accountable',
  'task-responsible',
  'task-offered',
  'task-assigned',
  'task-declined',
  'task-done',
  'decision-raised',
  'decision-discussed',
  'decision-made',
  'aware',
  'classified',
  'statement',
  'picture',
  'control-asked',
  'contested',
  'outside',
];

/** One's own acts, the oldest first. */
export function ownActs(view: RoleView): readonly Happening[] {
  const me = view.me['me']?.id;
  return timeline(view, 'own')
    .filter(({ kind, role }) => ACTS.includes(kind) && role === me)
    .toReversed();
}

export function sheetOf(
  view: RoleView,
  exercise: ExerciseRow,
  words: Words,
  lang: Lang,
  seat: string | undefined,
): Sheet {
  const me = view.me['me'];
  const when = (at: Ms) => whenOf(exercise, at, words);
  const parts = [
    { heading: laterWords(lang).didActs, rows: actRows(view, words, lang, when) },
    { heading: laterWords(lang).didFacts, rows: factRows(view, lang, when) },
    { heading: laterWords(lang).didAnswers, rows: answerRows(view, words, lang, when) },
    { heading: words.sections.hotwash, rows: hotwashRows(view, exercise, lang) },
  ];
  return {
    title: words.sections.deeds,
    exercise: line(exercise.title, lang),
    band: words.exerciseBand,
    marking: exercise.marking,
    head: [
      [words.role, me ? line(me.name, lang) : ''],
      [words.organisation, me ? line(me.organisationName, lang) : ''],
      ...(seat === undefined ? [] : [[laterWords(lang).didSeat, plainLine(seat)] as const]),
      [laterWords(lang).didDate, storyDate(exercise.story, 0, words)],
    ],
    sums: sums(view, lang),
    parts: parts.filter(({ rows }) => rows.length > 0),
  };
}

function whenOf({ story }: ExerciseRow, at: Ms, words: Words): Pick<SheetRow, 'when' | 'elapsed'> {
  const { date, time } = storyTime(story, at);
  const day = date === storyTime(story, 0).date ? '' : `${storyDate(story, at, words)} `;
  return { when: `${day}${time}`, elapsed: formatExerciseTime(at, false) };
}

type When = (at: Ms) => Pick<SheetRow, 'when' | 'elapsed'>;
const UNSAID = { by: '', text: '' };

/** Acts, and what was read and acknowledged, in the order in which it was done. */
function actRows(view: RoleView, words: Words, lang: Lang, when: When): readonly SheetRow[] {
  const done = ownActs(view).map(
    (act) => [act.at, { key: act.key, ...when(act.at), ...tale(act, view, words, lang) }] as const,
  );
  return [...done, ...readRows(view, words, lang, when)]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

function readRows(
  view: RoleView,
  words: Words,
  lang: Lang,
  when: When,
): readonly (readonly [Ms, SheetRow])[] {
  return Object.values(view.items)
    .filter(({ sent }) => !sent)
    .flatMap((item) => {
      const row = (at: Ms | undefined, what: string): readonly (readonly [Ms, SheetRow])[] => {
        if (at === undefined) return [];
        const key = `${item.id}:${what}`;
        return [[at, { key, ...when(at), what, title: itemTitle(item, lang), ...UNSAID }]];
      };
      return [
        ...row(item.opened, laterWords(lang).didRead),
        ...row(item.acknowledged, words.acknowledged),
      ];
    });
}

function factRows(view: RoleView, lang: Lang, when: When): readonly SheetRow[] {
  return facts(view)
    .toReversed()
    .map(({ id, text, since }) => ({
      key: id,
      ...when(since),
      what: laterWords(lang).didLearnt,
      title: line(text, lang),
      ...UNSAID,
    }));
}

function answerRows(view: RoleView, words: Words, lang: Lang, when: When): readonly SheetRow[] {
  return answeredQuestions(view)
    .toReversed()
    .map((question) => ({
      key: question.id,
      ...when(question.answeredAt ?? question.askedAt),
      what: words.answered,
      title: asked(question, words, lang),
      by: '',
      text: answerName(view, question, words, lang),
    }));
}

function hotwashRows(view: RoleView, { hotWash }: ExerciseRow, lang: Lang): readonly SheetRow[] {
  return hotWash.flatMap(({ id, question }) => {
    const answer = view.hotwash[id];
    if (!answer) return [];
    const title = line(question, lang);
    return [{ key: id, when: '', elapsed: '', what: '', title, by: '', text: plain(answer.text) }];
  });
}

/** Counted by what one would say one has done; what one has not is left out. */
function sums(view: RoleView, lang: Lang): Sheet['sums'] {
  const acts = ownActs(view);
  const count = (...kinds: readonly HappeningKind[]): number =>
    acts.filter(({ kind }) => kinds.includes(kind)).length;
  const all = [
    [laterWords(lang).didSums.messages, count('sent')],
    [laterWords(lang).didSums.taken, count('task-accountable', 'task-responsible')],
    [laterWords(lang).didSums.done, count('task-done')],
    [laterWords(lang).didSums.decisions, count('decision-made')],
    [laterWords(lang).didSums.declared, count('aware', 'classified')],
    [laterWords(lang).didSums.statements, count('statement')],
    [laterWords(lang).didSums.picture, count('picture')],
    [laterWords(lang).didSums.facts, Object.keys(view.facts).length],
  ] as const;
  return all.filter(([, n]) => n > 0).map(([what, n]) => [what, n]);
}
