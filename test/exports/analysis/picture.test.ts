/** The situation picture: its age, what stood in it, whether it was right, whether it was shared. */
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { journal } from './passing.ts';

type Journal = ReturnType<typeof journal>;
const picture = (j: Journal) => analyse(j.w.entries).picture;
const found = (j: Journal, code: string) =>
  analyse(j.w.entries).findings.findings.filter((row) => row.code === code);

/** The duty officer knows a, b, c and d from 10 minutes on. */
function begun(): Journal {
  const j = journal();
  j.w.at(5).release('report', ['duty']);
  j.w.at(10).open('duty', 'report');
  return j;
}

describe('a section', () => {
  test('its mean age is that of what stood, over the time from its first version', () => {
    const j = begun();
    j.w.at(20);
    j.picture('duty', 'situation', ['a']);
    j.w.at(60);
    j.picture('duty', 'situation', ['a', 'b']);
    j.w.at(80).end();
    // 40 minutes' mean age is 20, 20 minutes' 10: (40·20 + 20·10) / 60.
    const [section] = picture(j).sections;
    expect(section!.staleness).toBeCloseTo((1000 / 60) * MINUTE, 6);
    expect(section).toMatchObject({ sinceLast: 20 * MINUTE, longest: 40 * MINUTE });
    expect(picture(j).never).toEqual(['consequences', 'measures', 'outlook', 'communication']);
  });

  test('it is right as far as it carries no wrong version, and says no more than its author read', () => {
    const j = begun();
    j.w.at(12).release('rumour', ['duty', 'clerk']);
    j.w.open('duty', 'rumour');
    j.w.at(20);
    j.picture('duty', 'situation', ['a', 'c2'], { a: 'confirmed', c2: 'likely' });
    j.picture('duty', 'measures', ['b', 'c', 'c2'], { b: 'likely' });
    j.w.at(80).end();
    const [situation, measures] = picture(j).sections;
    expect(situation).toMatchObject({ carried: 2, right: 1 });
    expect(situation!.versions[0]).toMatchObject({ wrong: ['c2'], tooSure: ['c2'] });
    expect(measures).toMatchObject({ carried: 2, right: 2 });
  });
});

test('what its authors’ organisations knew, and what of it stood at the end', () => {
  const j = begun();
  j.w.at(20);
  j.picture('duty', 'situation', ['a']);
  j.picture('duty', 'measures', ['b']);
  j.w.at(80).end();
  expect(picture(j).completeness).toEqual({ known: 4, standing: 2, missing: ['c', 'd'] });
});

test('without a picture nothing is said, and nothing found', () => {
  const j = begun();
  j.w.at(80).end();
  expect(picture(j)).toMatchObject({ sections: [], silences: [] });
  expect(picture(j).span).toBeUndefined();
  expect(found(j, 'STALE_COP')).toEqual([]);
});

describe('a picture that stood still', () => {
  const silent = (update: (j: Journal) => void): Journal => {
    const j = journal();
    j.w.at(10);
    j.picture('duty', 'situation', []);
    j.w.at(20).release('report', ['duty']);
    j.w.open('duty', 'report');
    update(j);
    j.w.at(110).end();
    return j;
  };
  test('while its author learned more', () => {
    const j = silent(() => undefined);
    expect(found(j, 'STALE_COP')).toMatchObject([
      { severity: 'medium', roles: ['duty'], facts: ['a', 'b', 'c', 'd'] },
    ]);
    expect(found(j, 'STALE_COP')[0]!.measures.lasted).toBe(100 * MINUTE);
  });
  test('brought up to date soon after, it is not stale, however long it then stands', () => {
    const j = silent(({ w, picture: write }) => {
      w.at(25);
      write('duty', 'situation', ['a', 'b', 'c', 'd']);
    });
    expect(found(j, 'STALE_COP')).toEqual([]);
    expect(picture(j).silences).toHaveLength(1);
  });
  test('what others than its authors’ organisations learned does not count', () => {
    const j = journal();
    j.w.at(10);
    j.picture('clerk', 'situation', []);
    j.w.at(20).release('report', ['duty']);
    j.w.open('duty', 'report');
    j.w.at(110).end();
    expect(found(j, 'STALE_COP')).toEqual([]);
  });
});

describe('divergence', () => {
  const ROLES = ['duty', 'clerk', 'mayor', 'doctor'];
  const probe: Question = {
    id: 'down',
    kind: 'probe',
    question: 'Hvad er nede?',
    options: ['all', 'some', 'none', 'other'].map((id) => ({ id, title: id })),
    trigger: { type: 'at', at: 0 },
    to: ROLES,
    objectives: [],
  };
  const answered = (...answers: readonly string[]): Journal => {
    const j = journal({ questions: [probe] });
    j.w.at(10).ask('down', ROLES);
    answers.forEach((answer, i) => j.w.answer(ROLES[i]!, 'down', answer));
    j.w.at(80).end();
    return j;
  };
  const spread = (j: Journal): number | undefined =>
    analyse(j.w.entries).beliefs.probes.probes[0]?.divergence;

  test('normalised entropy: 0 for one answer, 1 for all different, ½ for two and two of four', () => {
    expect(spread(answered('all', 'all', 'all', 'all'))).toBe(0);
    expect(spread(answered('all', 'some', 'none', 'other'))).toBeCloseTo(1, 12);
    expect(spread(answered('all', 'all', 'some', 'some'))).toBeCloseTo(0.5, 12);
    expect(spread(answered('all'))).toBeUndefined();
  });
  test('spread answers are found', () => {
    expect(found(answered('all', 'all', 'some', 'none'), 'COP_DIVERGENCE')).toMatchObject([
      { variant: 'down', measures: { count: 2, total: 4 } },
    ]);
  });
  test.each([
    ['all alike', ['all', 'all', 'all', 'all']],
    ['three against one', ['all', 'all', 'all', 'some']],
    ['too few', ['all', 'some']],
    ['none', []],
  ])('%s: no finding', (_, answers) => {
    expect(found(answered(...answers), 'COP_DIVERGENCE')).toEqual([]);
  });
});
