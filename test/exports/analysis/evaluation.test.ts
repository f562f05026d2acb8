/** Evaluators and players beside the record: ratings, drafts, agreement, conflicts, prompts. */
import { expect, test } from 'vitest';
import type { About, Rating } from '../../../engine/exercise/entry.ts';
import type { Expectation, Inject, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { CODES } from '../../../exports/analysis/finding.ts';
import { PRINCIPLES } from '../../../exports/finding.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { principlesOf } from '../../../exports/wording.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const META = { digest: 'd', entries: 1, engine: '0' };
const objective = (id: string): Plan['objectives'][0] => ({
  id,
  title: `Mål ${id}`,
  capability: 'coordination',
});
const OBJECTIVES = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'];
const task = (id: string, critical = false, objectives = ['o1']) =>
  taskOf({ id, accountable: ['it'], responsible: ['it'], objectives, critical });
const inject = (id: string, ifNot?: string): Inject => ({
  id,
  number: 1,
  title: id,
  body: id,
  from: { name: 'X' },
  to: ['it'],
  channel: 'phone',
  domain: 'both',
  marking: 'TLP:AMBER',
  facts: [],
  objectives: [],
  trigger: { type: 'at', at: 0 },
  phases: [],
  ...(ifNot !== undefined && { ifNot }),
});
const expects = (parts: Partial<Expectation>): Expectation => ({
  id: 'call.1',
  inject: 'call',
  role: 'it',
  does: 'acknowledge',
  to: [],
  facts: [],
  within: 10 * MINUTE,
  ...parts,
});
const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: [{ id: 'o', name: 'O' }],
    roles: [role('it', 'o'), role('lead', 'o')],
    objectives: OBJECTIVES.map(objective),
    tasks: [task('a'), task('b'), task('c')],
    hotWash: [{ id: 'best', question: 'Hvad gik godt?' }],
    ...parts,
  });
type Writer = ReturnType<typeof writer>;
const rate = (w: Writer, by: string, rating: Rating, about: About, happened?: number) => {
  const said = {
    text: 'Set',
    rating,
    about,
    ...(happened !== undefined && { happened: happened * MINUTE }),
  };
  return w.staff(by, { type: 'observation.note', ...said }, { type: 'observation.noted', ...said });
};
function played(
  what: (w: Writer) => void,
  done: Readonly<Record<string, number>> = { a: 30, b: 40, c: 50 },
  parts: Partial<Plan> = {},
): Analysis {
  const w = writer(plan(parts));
  w.at(0).start();
  w.seat('it');
  w.at(10);
  for (const { id } of plan(parts).tasks) {
    w.startTask(id, 60);
    w.claim('it', id);
  }
  for (const [id, at] of Object.entries(done)) w.at(at).finish('it', id);
  w.at(100);
  what(w);
  w.at(200).end();
  return analyse(w.entries);
}
const nothing = (): void => undefined;
const draftOf = (analysis: Analysis, id = 'o1') =>
  analysis.evaluation.measured.find((row) => row.objective === id);
const section = (analysis: Analysis, id: string, lang: 'da' | 'en' = 'da'): string =>
  JSON.stringify(reportOf(analysis, lang, META).sections.find((one) => one.id === id));

test('the draft: P all in time, S most of it, M less or something critical, U nothing', () => {
  expect(draftOf(played(nothing))?.draft).toBe('P');
  expect(draftOf(played(nothing, { a: 30, b: 40 }))?.draft).toBe('S');
  expect(draftOf(played(nothing, { a: 30, b: 90, c: 90 }))).toMatchObject({
    draft: 'M',
    good: 1,
    partial: 2,
    bad: 0,
  });
  expect(draftOf(played(nothing, {}))?.draft).toBe('U');
  const critical = { tasks: [task('a'), task('b'), task('c', true)] };
  expect(draftOf(played(nothing, { a: 30, b: 40 }, critical))?.draft).toBe('M');
});

test('below two items there is no draft, and what was done elsewhere counts neither way', () => {
  const analysis = played(nothing, { a: 30 }, { tasks: [task('a')] });
  expect(draftOf(analysis)).toMatchObject({ good: 1 });
  expect(draftOf(analysis)).not.toHaveProperty('draft');
  const w = writer(plan({ tasks: [task('a')] }));
  w.at(0).start();
  w.startTask('a', 60);
  w.at(20).act(
    'it',
    { type: 'task.finish', task: 'a', note: 'Ringet', outside: true },
    { type: 'task.done', task: 'a', role: 'it', note: 'Ringet', outside: true },
  );
  w.at(90).end();
  const outside = analyse(w.entries);
  expect(draftOf(outside)).toMatchObject({ good: 0, unknown: 1 });
  expect(outside.responsibility.tasks[0]?.run?.done).toEqual({
    role: 'it',
    at: 20 * MINUTE,
    outside: true,
  });
  expect(outside.prompting.all).toMatchObject({ tasks: 1, tasksInTime: 0, outside: 1 });
  expect(section(outside, 'tasks')).toContain('Løst uden om værktøjet');
  expect(section(outside, 'matrix')).toContain('uden om værktøjet');
});

test('a rating says who rated, when it was seen, and stands beside the draft; the last word counts', () => {
  const analysis = played((w) => {
    rate(w, 'F3', 'M', { objective: 'o1' }, 45);
    rate(w, 'F3', 'S', { objective: 'o1' });
  });
  const [row, ...more] = analysis.evaluation.ratings;
  expect(more).toEqual([]);
  expect(row?.ratings.map(({ by, rating, at }) => [by, rating, at / MINUTE])).toEqual([
    ['F3', 'M', 45],
    ['F3', 'S', 100],
  ]);
  expect(row?.latest).toHaveLength(1);
  expect(analysis.observations[0]).toMatchObject({ by: 'F3', happened: 45 * MINUTE });
  expect(analysis.evaluation.conflicts).toEqual([]);
  expect(section(analysis, 'ratings')).toContain('F3');
  expect(section(analysis, 'ratings')).toContain('tidligere');
  expect(section(analysis, 'ratings', 'en')).toContain('Draft (rules)');
});

test('two raters: kappa from five common ratings on, counts below; each difference is a conflict', () => {
  const both = (n: number, second: (i: number) => Rating) =>
    played((w) => {
      OBJECTIVES.slice(0, n).forEach((id, i) => {
        rate(w, 'F3', i % 2 === 0 ? 'P' : 'M', { objective: id });
        rate(w, 'F4', second(i), { objective: id });
      });
    });
  const alike = both(6, (i) => (i % 2 === 0 ? 'P' : 'M'));
  expect(alike.evaluation.raters).toMatchObject([
    { raters: ['F3', 'F4'], common: 6, alike: 6, kappa: 1 },
  ]);
  const four = both(4, () => 'P');
  expect(four.evaluation.raters).toMatchObject([{ common: 4, alike: 2 }]);
  expect(four.evaluation.raters[0]).not.toHaveProperty('kappa');
  const told = four.evaluation.conflicts.filter(({ type }) => type === 'raters');
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({
    subject: { kind: 'objective', id: 'o2' },
    said: [
      { by: 'F3', rating: 'M' },
      { by: 'F4', rating: 'P' },
    ],
  });
});

test('an evaluator two steps from the record is a conflict, one step is judgement', () => {
  const rated = (rating: Rating, about: About) =>
    played((w) => rate(w, 'F3', rating, about)).evaluation.conflicts;
  expect(rated('S', { objective: 'o1' })).toEqual([]);
  expect(rated('M', { objective: 'o1' })).toMatchObject([
    { type: 'measured', by: 'F3', rating: 'M', draft: 'P' },
  ]);
  expect(rated('U', { task: 'a' })).toMatchObject([{ type: 'measured', subject: { id: 'a' } }]);
  expect(rated('P', { task: 'a' })).toEqual([]);
  const undone = played((w) => rate(w, 'F3', 'P', { task: 'b' }), { a: 30 });
  expect(undone.evaluation.conflicts).toMatchObject([{ type: 'measured', draft: 'U' }]);
});

test('an objection stands against the record, and a report where the record denies it', () => {
  const say = (w: Writer, kind: 'contest' | 'outside', about: About) =>
    kind === 'contest'
      ? w.act(
          'it',
          { type: 'record.contest', about, text: 'Nej' },
          { type: 'record.contested', contest: 'c', role: 'it', about, text: 'Nej' },
        )
      : w.act(
          'it',
          { type: 'outside.report', about, text: 'Ringet' },
          { type: 'outside.reported', report: 'r', role: 'it', about, text: 'Ringet', to: [] },
        );
  const contested = played((w) => say(w, 'contest', { task: 'a' }));
  expect(contested.evaluation.conflicts).toMatchObject([
    { type: 'contest', outcome: 'good', word: { role: 'it', text: 'Nej' } },
  ]);
  const denied = played((w) => say(w, 'outside', { task: 'b' }), { a: 30 });
  expect(denied.evaluation.conflicts).toMatchObject([{ type: 'outside', outcome: 'bad' }]);
  const accepted = played((w) => say(w, 'outside', { task: 'a' }));
  expect(accepted.evaluation.conflicts).toEqual([]);
  expect(accepted.evaluation.views).toMatchObject([{ role: 'it', tasks: { inTime: 3, not: 0 } }]);
  expect(section(denied, 'ratings')).toContain('Ringet');
});

test('what a role said at the hot wash stands beside what was measured of it', () => {
  const { evaluation } = played(
    (w) =>
      w.act(
        'it',
        { type: 'hotwash.answer', question: 'best', text: 'Alt' },
        { type: 'hotwash.answered', question: 'best', role: 'it', text: 'Alt' },
      ),
    { a: 30, b: 90 },
  );
  expect(evaluation.views).toMatchObject([
    { role: 'it', answers: [{ text: 'Alt' }], tasks: { inTime: 1, late: 1, not: 1, outside: 0 } },
  ]);
});

test('bookmarks and corrections are shown beside their entry; housekeeping is not', () => {
  const analysis = played((w) => {
    for (const kind of ['bookmark', 'correction', 'handled'] as const) {
      w.staff(
        'F1',
        { type: 'record.note', entry: 5, kind, text: `En ${kind}` },
        { type: 'record.noted', note: kind, entry: 5, kind, text: `En ${kind}` },
      );
    }
  });
  expect(analysis.evaluation.notes.map(({ kind, entry, by }) => [kind, entry, by])).toEqual([
    ['bookmark', 5, 'F1'],
    ['correction', 5, 'F1'],
  ]);
  expect(section(analysis, 'observations')).toContain('En correction');
  expect(section(analysis, 'extract')).toContain('En bookmark');
  expect(section(analysis, 'extract')).not.toContain('En handled');
});

test('the figures with and without what was prompted: contingency, by hand, and polls', () => {
  const parts: Partial<Plan> = {
    injects: [inject('call', 'nudge'), inject('nudge'), inject('hand')],
    expectations: [
      expects({ id: 'call.1', does: 'task', task: 'a' }),
      expects({ id: 'hand.1', inject: 'hand', does: 'task', task: 'b' }),
    ],
    questions: [
      { id: 'q', kind: 'poll', task: 'c', trigger: { type: 'manual' }, to: ['it'], objectives: [] },
    ],
    tasks: [task('a'), task('b'), task('c'), task('d')],
  };
  const w = writer(plan(parts));
  w.at(0).start();
  w.at(5).release('nudge', ['it'], 'if-not');
  w.at(10);
  for (const id of ['a', 'b', 'c', 'd']) w.startTask(id, 60);
  w.at(20).release('nudge', ['it'], 'if-not');
  w.at(21).control(
    { type: 'inject.release', inject: 'hand' },
    { type: 'inject.released', inject: 'hand', to: ['it'], cause: 'control' },
  );
  w.at(22).ask('q', ['it']);
  for (const id of ['a', 'b', 'd']) w.at(30).finish('it', id);
  w.at(40).release('nudge', ['it'], 'if-not');
  w.at(100).end();
  const { prompting } = analyse(w.entries);
  expect(
    prompting.prompted.map(({ id, prompts }) => [id, prompts.map(({ kind }) => kind)]),
  ).toEqual([
    ['a', ['contingency']],
    ['b', ['by-hand']],
    ['c', ['poll']],
  ]);
  expect(prompting.all).toMatchObject({ tasks: 4, tasksInTime: 3, gaps: 1 });
  expect(prompting.unprompted).toMatchObject({ tasks: 1, tasksInTime: 1, gaps: 0 });
  expect(section(analyse(w.entries), 'validity')).toContain('ansvarsspørgsmål T+00:22');
});

test('every finding is seen through a principle, and no principle is left without one', () => {
  for (const code of CODES) expect(principlesOf(code).length).toBeGreaterThan(0);
  const seen = new Set(CODES.flatMap((code) => principlesOf(code)));
  expect([...seen].sort()).toEqual([...PRINCIPLES].sort());
  expect(principlesOf('STRENGTH_CLOCK')).toEqual([]);
  const found = section(played(nothing, { a: 30 }), 'findings');
  for (const name of ['nærhedsprincippet', 'lighedsprincippet']) expect(found).toContain(name);
});

test('ratings as rows: one for each rating, and one for an objective nobody rated', () => {
  const csv = renderCsv(
    played((w) => rate(w, 'F3', 'S', { objective: 'o1' })),
    'en',
  )['ratings.csv'];
  const lines = (csv ?? '').trim().split('\r\n');
  expect(lines).toHaveLength(1 + OBJECTIVES.length);
  expect(lines[1]).toMatch(/^objective,o1,Mål o1,F3,S,6000,P,3,0,0,Set,/);
});
