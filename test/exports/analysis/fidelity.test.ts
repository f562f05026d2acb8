/** What becomes of information on its way: hops, certainties, rumours, and the findings from them. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { factOf, injectOf, journal } from './passing.ts';

type Journal = ReturnType<typeof journal>;

/** The duty officer opens the report with a, b, c and d. */
function told(parts: Parameters<typeof journal>[0] = {}): Journal {
  const j = journal(parts);
  j.w.at(5).release('report', ['duty']);
  j.w.at(10).open('duty', 'report');
  return j;
}
const codes = (j: Journal): readonly string[] =>
  analyse(j.w.entries).findings.findings.map(({ code }) => code);
const fidelity = (j: Journal) => analyse(j.w.entries).fidelity;

describe('hops', () => {
  test('gets {a,b,c,d}, passes {a,b,c} with c changed: 0.75, distortion 1, 2 of 4 unaltered', () => {
    const j = told();
    j.w.at(20).send('duty', { to: ['clerk'], facts: ['a', 'b', 'c2'] });
    const { hops, overall } = fidelity(j);
    expect(hops).toHaveLength(1);
    expect(hops[0]).toMatchObject({
      item: 'report',
      role: 'duty',
      receiver: 'clerk',
      owed: ['a', 'b', 'c', 'd'],
      lost: ['d'],
      altered: [{ fact: 'c', as: 'c2' }],
      fidelity: 0.75,
      distortion: 1,
    });
    const unaltered = hops[0]!.owed.length - hops[0]!.lost.length - hops[0]!.distortion;
    expect(unaltered).toBe(2);
    expect(overall).toEqual({ arrived: 3, altered: 1, owed: 4 });
  });

  test('a pause in the middle changes nothing', () => {
    const run = (pause: boolean) => {
      const j = told();
      if (pause) j.w.pause(10, 'Kaffe');
      j.w.at(20).send('duty', { to: ['clerk'], facts: ['a', 'b', 'c2'] });
      return fidelity(j).hops.map(({ evidence, ...rest }) => rest);
    };
    expect(run(true)).toEqual(run(false));
  });

  test('a report sent in parts has lost nothing', () => {
    const j = told();
    j.w.at(20).send('duty', { to: ['clerk'], facts: ['a'] });
    j.w.at(25).send('duty', { to: ['clerk'], facts: ['b', 'c', 'd'] });
    expect(fidelity(j).hops).toMatchObject([{ fidelity: 1, lost: [], distortion: 0 }]);
  });

  test.each([
    ['a message without facts', (j: Journal) => j.w.send('duty', { to: ['clerk'] })],
    [
      'a message about something else',
      (j: Journal) => {
        j.w.release('hint', ['duty']);
        j.w.open('duty', 'hint');
        const k = j.w.send('clerk', { to: ['doctor'], facts: ['a'] });
        return k;
      },
    ],
    [
      'an answer to the one it came from',
      (j: Journal) => {
        const id = j.w.send('duty', { to: ['clerk'], facts: ['a', 'b', 'c', 'd'] });
        j.w.open('clerk', id);
        j.w.send('clerk', { to: ['duty'], facts: ['a'], replyTo: id });
        return id;
      },
    ],
  ])('%s is no lossy hop', (_, act) => {
    const j = told();
    j.w.at(20);
    act(j);
    expect(fidelity(j).hops.filter((hop) => hop.lost.length > 0)).toEqual([]);
  });

  test('to whom has got it too, or has read it already, nothing is owed', () => {
    const j = journal();
    j.w.at(5).release('report', ['duty', 'clerk']);
    j.w.open('duty', 'report');
    j.w.open('clerk', 'report');
    j.w.at(20).send('duty', { to: ['clerk'], facts: ['a'] });
    const first = j.w.at(25).send('duty', { to: ['doctor'], facts: ['a', 'b', 'c', 'd'] });
    j.w.open('doctor', first);
    j.w.at(30).send('clerk', { to: ['doctor'], facts: ['a'] });
    expect(fidelity(j).hops.map(({ role, receiver }) => [role, receiver])).toEqual([
      ['duty', 'doctor'],
    ]);
  });

  test('simulated roles are not measured, neither as senders nor as receivers', () => {
    const j = told();
    j.w.at(20).send('duty', { to: ['press'], facts: ['a'] });
    j.w.send('press', { to: ['clerk'], facts: ['a'], simulated: true });
    expect(fidelity(j).hops).toEqual([]);
    expect(fidelity(j).overall).toBeUndefined();
  });

  test('what came in wrong and goes on right has arrived unaltered', () => {
    const j = journal();
    j.w.at(5).release('rumour', ['duty', 'clerk']);
    j.w.open('duty', 'rumour');
    j.w.at(8).release('report', ['duty']);
    j.w.open('duty', 'report');
    j.w.at(20).send('duty', { to: ['doctor'], facts: ['c'], replyTo: 'rumour' });
    expect(fidelity(j).hops).toMatchObject([{ item: 'rumour', fidelity: 1, distortion: 0 }]);
  });
});

describe('lost facts', () => {
  /** The mayor's task needs a and c. */
  const passing = (facts: readonly string[]): Journal => {
    const j = told();
    j.w.at(15).startTask('warn', 60);
    const id = j.w.at(20).send('duty', { to: ['mayor'], facts });
    j.w.at(22).open('mayor', id);
    j.w.at(30).claim('mayor', 'warn');
    j.w.at(40).finish('mayor', 'warn');
    j.w.at(90).end();
    return j;
  };
  const lost = (facts: readonly string[]) =>
    analyse(passing(facts).w.entries).findings.findings.filter(({ code }) => code === 'LOST_FACT');

  test('a fact that the receiver needed and did not get is found', () => {
    expect(lost(['a', 'b'])).toMatchObject([
      { variant: 'lost', facts: ['c'], roles: ['duty'], others: ['mayor'], tasks: ['warn'] },
    ]);
  });
  test('one that was altered weighs more', () => {
    expect(lost(['a', 'c2'])).toMatchObject([
      { variant: 'altered', severity: 'high', facts: ['c'] },
    ]);
  });
  test('what the receiver has no use for may be left out', () => {
    expect(lost(['a', 'c'])).toEqual([]);
  });
});

describe('certainty', () => {
  const likely = { facts: [factOf('a', { certainty: 'likely' as const }), factOf('b')] };
  const passes = (stated: object, parts: object = likely): Journal => {
    const j = journal({
      ...parts,
      injects: [injectOf('report', { facts: ['a', 'b'], to: ['duty'] })],
    });
    j.w.at(5).release('report', ['duty']);
    j.w.at(10).open('duty', 'report');
    j.w.at(20).send('duty', { to: ['clerk'], facts: ['a', 'b'], ...stated });
    return j;
  };

  test('stated surer than anything the sender had read: raised, and a finding', () => {
    const j = passes({ certainty: { a: 'confirmed' } });
    expect(fidelity(j).statings).toMatchObject({
      stated: 1,
      passed: 2,
      shifts: [{ fact: 'a', met: 'likely', stated: 'confirmed', shift: 'raised' }],
    });
    const [found] = analyse(j.w.entries).findings.findings.filter(
      ({ code }) => code === 'CONF_INFLATION',
    );
    expect(found).toMatchObject({ facts: ['a'], roles: ['duty'], variant: 'likely-confirmed' });
    expect(found?.evidence).toHaveLength(2);
  });
  test('stated less sure is caution', () => {
    const j = passes({ certainty: { b: 'possible' } });
    expect(fidelity(j).statings.shifts).toMatchObject([{ fact: 'b', shift: 'lowered' }]);
    expect(codes(j)).not.toContain('CONF_INFLATION');
  });
  test.each([[{}], [{ certainty: { a: 'likely', b: 'confirmed' } }]])(
    'nothing stated, or just what was read, is neither',
    (stated) => {
      const j = passes(stated);
      expect(fidelity(j).statings.shifts).toEqual([]);
      expect(codes(j)).not.toContain('CONF_INFLATION');
    },
  );
  test('who was told for certain may say so', () => {
    const j = passes({ certainty: { a: 'possible' } });
    const sure = j.w
      .at(25)
      .send('doctor', { to: ['clerk'], facts: ['a'], certainty: { a: 'confirmed' } });
    j.w.open('clerk', sure);
    j.w.at(30).send('clerk', { to: ['mayor'], facts: ['a'], certainty: { a: 'confirmed' } });
    expect(fidelity(j).statings.shifts.map(({ role }) => role)).toEqual(['duty']);
  });
  test('what is passed on without a word is as sure as its sender had read it', () => {
    const j = passes({});
    j.w.at(25).open('clerk', 'msg-1');
    j.w.at(30).send('clerk', { to: ['mayor'], facts: ['a'], certainty: { a: 'confirmed' } });
    expect(fidelity(j).statings.shifts).toMatchObject([{ role: 'clerk', met: 'likely' }]);
  });
});

describe('rumours', () => {
  test('who read it, who passed it on, and how long until they read the right one', () => {
    const j = journal();
    j.w.at(5).release('rumour', ['duty', 'clerk']);
    j.w.at(10).open('clerk', 'rumour');
    const wrong = j.w.at(15).send('clerk', { to: ['mayor'], facts: ['c2'] });
    j.w.at(20).open('mayor', wrong);
    j.w.at(30).release('report', ['duty']);
    j.w.open('duty', 'report');
    const right = j.w.at(40).send('duty', { to: ['mayor'], facts: ['c'] });
    j.w.at(50).open('mayor', right);
    j.publish('duty', ['c']);
    j.w.at(90).end();
    const { rumours, correction } = fidelity(j);
    expect(rumours).toHaveLength(1);
    expect(rumours[0]).toMatchObject({
      fact: 'c2',
      original: 'c',
      publicAt: 5 * MINUTE,
      publicRightAt: 50 * MINUTE,
      readers: [
        { role: 'clerk', readAt: 10 * MINUTE },
        { role: 'mayor', readAt: 20 * MINUTE, rightAt: 50 * MINUTE },
      ],
    });
    expect(rumours[0]!.sendings.map(({ item }) => item)).toEqual(['rumour', wrong]);
    expect(correction).toBe(30 * MINUTE);
  });
  /** `clerk` reads the rumour at minute 10 and the right one at `right`; over at minute 120. */
  const answered = (right: number, act: (j: Journal) => unknown = () => 0, end = 120) => {
    const j = journal();
    j.w.at(5).release('rumour', ['duty', 'clerk']);
    j.w.at(10).open('clerk', 'rumour');
    j.w.at(12).release('report', ['duty']);
    j.w.open('duty', 'report');
    const told = j.w.at(right).send('duty', { to: ['clerk'], facts: ['c'] });
    j.w.open('clerk', told);
    act(j);
    j.w.at(end).end();
    return analyse(j.w.entries).findings.findings.filter(({ code }) => code === 'RUMOUR_OPEN');
  };

  test('one that a role knew to be wrong, and no statement answered, is found', () => {
    expect(answered(20)).toMatchObject([
      {
        severity: 'medium',
        variant: 'outside',
        facts: ['c2'],
        roles: ['clerk'],
        measures: { at: 5 * MINUTE, lasted: 100 * MINUTE },
        doubts: ['verbal'],
      },
    ]);
    expect(answered(20, (j) => j.publish('mayor', ['c2']))).toMatchObject([
      { severity: 'high', variant: 'own' },
    ]);
  });

  test('answered, before or after, or with too little time left, it is none', () => {
    expect(answered(20, (j) => j.publish('duty', ['c']))).toEqual([]);
    expect(answered(20, (j) => j.publish('duty', ['c', 'c2']))).toEqual([]);
    expect(answered(70)).toEqual([]);
    expect(answered(20, undefined, 79)).toEqual([]);
  });

  test('what carries the right one beside it puts it right, and spreads nothing', () => {
    const j = told();
    const denial = j.w.at(20).send('duty', { to: ['clerk'], facts: ['c', 'c2'] });
    j.w.open('clerk', denial);
    expect(fidelity(j).rumours).toEqual([]);
  });
});
