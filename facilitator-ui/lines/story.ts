/**
 * What has happened, in the order in which it did: the organisation's timeline, one's own summary.
 * Knows: what in the view has a time and whose it is. Does not know: where lines go.
 */
import { formatExerciseTime, type Ms } from '../../engine/runtime/protocol.ts';
import { plainText } from '../sanitise.ts';
import { aboutWords, noteText } from './aside.ts';
import { hotwashLines } from './asked.ts';
import { list, type Deed } from './deed.ts';
import {
  decisions,
  exerciseOf,
  items,
  meOf,
  nameOf,
  namesOf,
  numberAll,
  pictures,
  questions,
  roleRow,
  statements,
  tasks,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import { answerTo, banner, indented, outcome, questionOf, titleOf } from './row.ts';

/** `by`: the role that did it; absent: it happened to us. */
type Happening = {
  readonly at: Ms;
  readonly by?: string | undefined;
  readonly line: string;
  /** What was written, in full; the summary is to be kept. */
  readonly said?: string;
};

/** What we and the others of our organisation did, and what came to us. */
export const timeline: Deed = (desk, _, tell) => {
  const home = meOf(desk)?.organisation;
  const ours = ({ by }: Happening): boolean =>
    by === undefined || roleRow(desk, by)?.organisation === home;
  const lines = happenings(desk)
    .filter(ours)
    .map((one) => told(desk, one));
  list(desk, tell, lines);
};

function told(desk: Desk, { at, by, line }: Happening): string {
  return `${formatExerciseTime(at)} ${by === undefined ? '' : `${nameOf(desk, by)}: `}${line}`;
}

/** What one did oneself, as plain lines to copy and keep. */
export const summary: Deed = (desk, _, tell) => {
  const w = words(desk);
  const me = meOf(desk);
  const mine = happenings(desk).filter(({ by }) => by !== undefined && by === me?.id);
  const given = Object.keys(viewOf(desk.client).hotwash ?? {}).length > 0;
  const lines = [
    banner(desk),
    ...(me ? [w.summary(text(desk, me.name), text(desk, me.organisationName))] : []),
    ...(mine.length === 0 ? [w.nothing] : []),
    ...mine.flatMap(({ at, line, said }) => [
      `${formatExerciseTime(at)} ${line}`,
      ...(said === undefined ? [] : indented(said)),
    ]),
    ...(given ? [w.hotwash, ...hotwashLines(desk)] : []),
    w.exercise,
  ];
  for (const line of lines) tell.line(line);
};

export function happenings(desk: Desk): readonly Happening[] {
  numberAll(desk);
  return [
    ...ofItems(desk),
    ...ofTasks(desk),
    ...ofDecisions(desk),
    ...ofDeclarations(desk),
    ...ofPublications(desk),
    ...ofQuestions(desk),
    ...ofNotes(desk),
  ].sort((a, b) => a.at - b.at);
}

function ofItems(desk: Desk): readonly Happening[] {
  const w = words(desk).did;
  const me = meOf(desk)?.id;
  return items(desk).flatMap((row): readonly Happening[] => {
    const title = titleOf(desk, row);
    const named = `[${desk.numbers.items.of(row.id)}] ${title}`;
    if (row.sent) {
      const to = namesOf(desk, row.to, row.outside);
      const body = typeof row.body === 'string' ? row.body : text(desk, row.body);
      return [{ at: row.at, by: me, line: w.wrote(to, named), said: body }];
    }
    const own = (at: Ms | undefined, line: string): readonly Happening[] =>
      at === undefined ? [] : [{ at, by: me, line }];
    return [
      { at: row.at, line: w.received(text(desk, row.from.name), named) },
      ...own(row.opened, w.read(named)),
      ...own(row.acknowledged, w.acknowledged(named)),
    ];
  });
}

function ofTasks(desk: Desk): readonly Happening[] {
  const w = words(desk);
  return tasks(desk).flatMap((row): readonly Happening[] => {
    const title = text(desk, row.title);
    const { done } = row;
    const ended = done && { at: done.at, by: done.role, line: w.did.finished(title) };
    const outside = done?.outside ? ` ${w.outsideTool}` : '';
    return [
      { at: row.startedAt, line: w.did.arose(title) },
      ...row.holders.map(({ role, as, since }) => ({
        at: since,
        by: role,
        line: w.did.took(title, w.holder[as]),
      })),
      ...row.offers.map(({ from, to, at }) => ({
        at,
        by: from,
        line: w.did.offered(title, nameOf(desk, to)),
      })),
      ...(row.declined ?? []).map(({ from, to, at, reason }) => ({
        at,
        by: to,
        line: w.did.declined(title, nameOf(desk, from)),
        said: reason,
      })),
      ...(ended
        ? [
            {
              ...ended,
              line: ended.line + outside,
              ...(done.note === '' ? {} : { said: done.note }),
            },
          ]
        : []),
    ];
  });
}

function ofDecisions(desk: Desk): readonly Happening[] {
  const w = words(desk);
  return decisions(desk).flatMap((row): readonly Happening[] => {
    const question = text(desk, row.question);
    const { made } = row;
    const based = [
      ...(made?.assumptions === undefined ? [] : [`${w.assumptions}: ${made.assumptions}`]),
      ...(made?.dissent === undefined ? [] : [`${w.dissent}: ${made.dissent}`]),
    ].join('\n');
    return [
      { at: row.openedAt, by: row.raisedBy, line: w.did.raised(question) },
      ...(row.discussion ?? []).map(({ role, at, text: said }) => ({
        at,
        by: role,
        line: w.did.discussed(question),
        said,
      })),
      ...(made
        ? [
            {
              at: made.at,
              by: made.role,
              line: `${question} ${outcome(desk, row)}`,
              ...(based === '' ? {} : { said: based }),
            },
          ]
        : []),
    ];
  });
}

function ofDeclarations(desk: Desk): readonly Happening[] {
  const w = words(desk).did;
  const view = viewOf(desk.client);
  const matters = exerciseOf(desk)?.matters ?? [];
  return [
    ...Object.values(view.awareness ?? {}).map((row) => {
      const matter = matters.find(({ id }) => id === row.matter)?.title ?? row.matter;
      const line = w.declared[row.as ?? 'aware'](text(desk, matter));
      return { at: row.at, by: row.role, line, said: row.reason };
    }),
    ...Object.values(view.clocks ?? {}).map((row) => ({
      at: row.startedAt,
      line: w.clock(text(desk, row.title)),
    })),
  ];
}

function ofPublications(desk: Desk): readonly Happening[] {
  const w = words(desk);
  return [
    ...statements(desk).map((row) => ({
      at: row.at,
      by: row.role,
      line: w.did.published(w.outlet[row.outlet], plainText(row.title)),
      said: row.body,
    })),
    ...pictures(desk).map((row) => ({
      at: row.at,
      by: row.role,
      line: w.did.updated(w.section[row.section], row.version),
      said: row.text,
    })),
  ];
}

function ofQuestions(desk: Desk): readonly Happening[] {
  const w = words(desk);
  const me = meOf(desk)?.id;
  return questions(desk).flatMap((row) =>
    row.answeredAt === undefined
      ? []
      : [
          {
            at: row.answeredAt,
            by: me,
            line: `${questionOf(desk, row)} ${w.youAnswered(answerTo(desk, row))}`,
          },
        ],
  );
}

function ofNotes(desk: Desk): readonly Happening[] {
  const w = words(desk).did;
  const view = viewOf(desk.client);
  return [
    ...Object.values(view.asks ?? {}).flatMap((row): readonly Happening[] => {
      const about = row.about ? ` (${aboutWords(desk, row.about)})` : '';
      const asked = { at: row.at, by: row.role, line: w.asked + about, said: row.text };
      const { answer } = row;
      if (!answer) return [asked];
      return [asked, { at: answer.at, line: words(desk).controlAnswers(plainText(answer.text)) }];
    }),
    ...Object.values(view.contests ?? {}).map((row) => ({
      at: row.at,
      by: row.role,
      line: w.contested(noteText(desk, row)),
    })),
    ...Object.values(view.outside ?? {}).map((row) => ({
      at: row.at,
      by: row.role,
      line: w.outside(noteText(desk, row)),
    })),
  ];
}
