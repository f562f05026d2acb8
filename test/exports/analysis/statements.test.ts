/** Statements to the public: topics by sender, and what cannot both be right. */
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { journal } from './passing.ts';

type Journal = ReturnType<typeof journal>;
const statements = (j: Journal) => analyse(j.w.entries).statements;
const found = (j: Journal) =>
  analyse(j.w.entries).findings.findings.filter(({ code }) => code === 'CONTRADICTION');
const begun = (): Journal => {
  const j = journal();
  j.w.at(5).release('report', ['duty']);
  j.w.at(6).release('rumour', ['duty', 'clerk']);
  j.w.at(10);
  return j;
};

test('a topic is a matter, its first statement and each sender', () => {
  const j = begun();
  j.publish('clerk', ['c2']);
  j.w.at(30);
  j.publish('duty', ['a', 'c']);
  j.publish('duty', ['a']);
  const { topics, senders } = statements(j);
  expect(senders).toEqual(['clerk', 'duty']);
  expect(topics.map(({ fact, firstAt, waited }) => [fact, firstAt, waited])).toEqual([
    ['c', 10 * MINUTE, 5 * MINUTE],
    ['a', 30 * MINUTE, 25 * MINUTE],
  ]);
  expect(topics[0]!.senders).toMatchObject([
    { role: 'clerk', wrong: true, statements: 1 },
    { role: 'duty', wrong: false, statements: 1 },
  ]);
  expect(topics[1]!.senders).toMatchObject([{ role: 'duty', statements: 2, wrong: false }]);
});

test('with nobody speaking there is nothing', () => {
  expect(statements(begun())).toEqual({
    statements: [],
    senders: [],
    topics: [],
    contradictions: [],
  });
});

describe('contradictions', () => {
  test('two senders with a version each: from the second until the wrong one is put right', () => {
    const j = begun();
    j.publish('clerk', ['c2']);
    j.w.at(30);
    j.publish('duty', ['c']);
    j.w.at(70);
    j.publish('clerk', ['c']);
    j.w.at(90).end();
    expect(statements(j).contradictions).toMatchObject([
      {
        original: 'c',
        roles: ['clerk', 'duty'],
        open: true,
        from: 30 * MINUTE,
        until: 70 * MINUTE,
      },
    ]);
    expect(found(j)).toMatchObject([
      { severity: 'high', variant: 'ended', measures: { lasted: 40 * MINUTE } },
    ]);
  });
  test('never put right: it stands to the end', () => {
    const j = begun();
    j.publish('duty', ['c']);
    j.w.at(30);
    j.publish('clerk', ['c2']);
    j.w.at(90).end();
    expect(found(j)).toMatchObject([
      { variant: 'standing', measures: { at: 30 * MINUTE, lasted: 60 * MINUTE } },
    ]);
  });
  test('one who corrects itself contradicts nobody', () => {
    const j = begun();
    j.publish('clerk', ['c2']);
    j.w.at(30);
    j.publish('clerk', ['c']);
    j.publish('duty', ['c']);
    expect(statements(j).contradictions).toEqual([]);
    expect(found(j)).toEqual([]);
  });
  test('a denial that names the wrong figure holds it out as nothing', () => {
    const j = begun();
    j.publish('duty', ['c']);
    j.publish('clerk', ['c', 'c2']);
    expect(found(j)).toEqual([]);
  });
  test('statements about different matters agree', () => {
    const j = begun();
    j.publish('duty', ['a']);
    j.publish('clerk', ['b']);
    expect(found(j)).toEqual([]);
  });
  test('a statement against the picture that stands is one; against a version that fell, none', () => {
    const stands = begun();
    stands.picture('duty', 'situation', ['c2']);
    stands.publish('clerk', ['c']);
    expect(found(stands)).toMatchObject([{ severity: 'medium' }]);
    const fell = begun();
    fell.picture('duty', 'situation', ['c2']);
    fell.w.at(20);
    fell.picture('duty', 'situation', ['c']);
    fell.publish('clerk', ['c']);
    expect(found(fell)).toEqual([]);
  });
});
