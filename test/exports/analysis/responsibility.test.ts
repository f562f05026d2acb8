import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { agree, weightedKappa } from '../../../exports/analysis/agreement.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const roles = ['owner', 'worker', 'adviser', 'reader', 'other'];
const plan = planOf({
  organisations: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
  ],
  roles: roles.map((id, i) => ({
    ...role(id, i < 2 ? 'one' : 'two'),
    ...(id === 'owner' && { deputy: 'other' }),
  })),
  tasks: [
    taskOf({
      id: 't',
      accountable: ['owner'],
      responsible: ['worker'],
      consulted: ['adviser'],
      informed: ['reader'],
    }),
  ],
});
const given = (play: (w: ReturnType<typeof writer>) => void, until = 120) => {
  const w = writer(plan);
  roles.forEach((id) => w.seat(id));
  w.at(0).start();
  w.at(10).startTask('t', 60);
  play(w);
  w.at(until).end();
  return analyse(w.entries);
};
const runOf = (a: ReturnType<typeof analyse>) => a.responsibility.tasks[0]!.run!;
const letter = (a: ReturnType<typeof analyse>, id: string) =>
  a.responsibility.tasks[0]!.cells.find((cell) => cell.role === id)?.observed;
const codes = (a: ReturnType<typeof analyse>) => a.findings.findings.map((f) => f.code);

describe('observed letters', () => {
  test('given help unasked, then S; given an answer to a consultation, then C and not S', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      const ask = w.send('owner', { to: ['adviser'], asks: true, about: { task: 't' } });
      w.at(14).send('adviser', { to: ['owner'], replyTo: ask, about: { task: 't' } });
      w.at(15).send('other', { to: ['owner'], about: { task: 't' } });
      w.at(20).finish('owner', 't');
    });
    expect(letter(a, 'adviser')).toBe('C');
    expect(letter(a, 'other')).toBe('S');
    expect(runOf(a).consulting).toMatchObject([{ role: 'adviser', result: 'answered' }]);
  });

  test('given only a question to the holder, then no letter: asking is not helping', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      w.at(13).send('other', { to: ['owner'], asks: true, about: { task: 't' } });
    });
    expect(letter(a, 'other')).toBeUndefined();
  });

  test('given an answer after the task was done, then no C', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      const ask = w.send('owner', { to: ['adviser'], asks: true, about: { task: 't' } });
      w.at(20).finish('owner', 't');
      w.at(21).send('adviser', { to: ['owner'], replyTo: ask });
    });
    expect(letter(a, 'adviser')).toBe('-');
    expect(runOf(a).consulting).toMatchObject([{ role: 'adviser', result: 'asked' }]);
  });

  test('given an outcome opened in the window, then I; unopened, then silent', () => {
    const told = (open: boolean) =>
      given((w) => {
        w.at(12).claim('owner', 't');
        w.at(20).finish('owner', 't');
        const id = w.send('owner', { to: ['reader'], about: { task: 't' } });
        if (open) w.at(30).open('reader', id);
      });
    expect(letter(told(true), 'reader')).toBe('I');
    expect(runOf(told(false)).informing).toMatchObject([{ role: 'reader', result: 'silent' }]);
    expect(codes(told(false))).toContain('NOT_INFORMED');
    expect(codes(told(true))).not.toContain('NOT_INFORMED');
  });

  test('given word of the task before it was done, then that is no outcome', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      const id = w.send('owner', { to: ['reader'], about: { task: 't' } });
      w.at(13).open('reader', id);
      w.at(20).finish('owner', 't');
    });
    expect(runOf(a).informing).toMatchObject([{ role: 'reader', result: 'silent' }]);
  });
});

describe('gap, drift, owner', () => {
  test('given nobody before the window closes, then a gap, even if somebody comes later', () => {
    const a = given((w) => {
      w.at(80).claim('owner', 't');
      w.at(90).finish('owner', 't');
    });
    expect(runOf(a).gap).toBe(true);
    expect(codes(a)).toContain('GAP');
    expect(codes(a)).not.toContain('VACUUM');
    expect(a.responsibility.roles.gaps).toBe(1);
  });

  test('given an exercise that ends inside the window, then the gap is marked as cut', () => {
    const a = given(() => undefined, 30);
    expect(runOf(a)).toMatchObject({ gap: true, cut: true });
    expect(a.findings.findings[0]).toMatchObject({ code: 'GAP', confidence: 'low' });
  });

  test('given a deputy that acts, then drift, weighed lightly and explained', () => {
    const a = given((w) => {
      w.at(12).claim('other', 't');
      w.at(20).finish('other', 't');
    });
    const drift = a.findings.findings.find((f) => f.code === 'DRIFT');
    expect(drift).toMatchObject({ roles: ['other'], severity: 'low', doubts: ['deputy'] });
  });

  test('given work without an owner, then ABSENT_A', () => {
    const a = given((w) => {
      w.at(12).claim('worker', 't', 'responsible');
      w.at(20).finish('worker', 't');
    });
    expect(runOf(a)).toMatchObject({ absentA: true, jaccard: 0.5 });
    expect(codes(a)).toContain('ABSENT_A');
  });

  test('given an accepted handover, then one ownership that goes on: no overlap, no contention', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      w.at(14).offer('owner', 'worker', 't');
      w.at(16).accept('owner', 'worker', 't');
      w.at(20).finish('worker', 't');
    });
    expect(runOf(a).overlap).toEqual([]);
    expect(runOf(a).holding.contention).toBe(0);
    expect(letter(a, 'worker')).toBe('A');
    expect(a.handovers.offers).toMatchObject([{ result: 'accepted', answeredAt: 16 * MINUTE }]);
  });

  test('given an offer that nobody answers, then a finding', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      w.at(14).offer('owner', 'worker', 't');
      w.at(15).claim('adviser', 't', 'responsible');
      w.at(16).letGo('adviser', 't');
    });
    expect(a.handovers.offers).toMatchObject([{ result: 'unanswered' }]);
    expect(codes(a)).toContain('HANDOVER_ORPHAN');
  });

  test('given an offer whose giver lets go, then the offer is off, and the task an orphan', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      w.at(14).offer('owner', 'worker', 't');
      w.at(20).letGo('owner', 't');
      w.at(50).claim('worker', 't', 'responsible');
    });
    expect(a.handovers.offers).toMatchObject([{ result: 'withdrawn' }]);
    const orphans = a.findings.findings.filter((f) => f.code === 'HANDOVER_ORPHAN');
    expect(orphans.map((f) => f.variant)).toEqual(['released']);
    expect(a.handovers.orphans).toMatchObject([
      { by: 'owner', from: 20 * MINUTE, to: 50 * MINUTE },
    ]);
  });

  test('an owner and an executor together are no contention', () => {
    const a = given((w) => {
      w.at(12).claim('owner', 't');
      w.at(12).claim('worker', 't', 'responsible');
      w.at(20).finish('worker', 't');
    });
    expect(runOf(a)).toMatchObject({ jaccard: 1, holding: { contention: 0 } });
    expect(a.findings.strengths.map((f) => f.code)).toContain('STRENGTH_OWNERSHIP');
  });
});

test('whatever the roles do, vacuum, contention and held time add up to the whole', () => {
  const move = fc.record({
    after: fc.integer({ min: 0, max: 9 }),
    role: fc.constantFrom(...roles),
    does: fc.constantFrom('claim', 'work', 'let go', 'done'),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let minute = 10;
      const a = given((w) => {
        for (const { after, role: id, does } of moves) {
          w.at((minute += after));
          if (does === 'claim') w.claim(id, 't');
          else if (does === 'work') w.claim(id, 't', 'responsible');
          else if (does === 'let go') w.letGo(id, 't');
          else if (minute > 60) w.finish(id, 't');
        }
      }, 300);
      const { holding, done, startedAt } = runOf(a);
      const end = done?.at ?? 300 * MINUTE;
      expect(holding.vacuum + holding.contention + holding.single).toBe(end - startedAt);
      expect(holding.whole).toBe(end - startedAt);
      holding.spells.forEach((spell, i) => {
        expect(spell.from).toBe(holding.spells[i - 1]?.to ?? startedAt);
      });
    }),
  );
});

describe('agreement', () => {
  test('kappa is 1 where all agree, 0 by chance, and absent where there is nothing to explain', () => {
    const matrix = (rows: readonly (readonly [number, number, number])[]) => {
      const cells = Array.from({ length: 6 }, () => [0, 0, 0, 0, 0, 0]);
      for (const [i, j, n] of rows) cells[i]![j] = n;
      return cells;
    };
    expect(
      weightedKappa(
        matrix([
          [0, 0, 3],
          [5, 5, 3],
        ]),
      ),
    ).toBe(1);
    expect(
      weightedKappa(
        matrix([
          [0, 0, 1],
          [0, 5, 1],
          [5, 0, 1],
          [5, 5, 1],
        ]),
      ),
    ).toBe(0);
    expect(weightedKappa(matrix([[5, 5, 9]]))).toBeUndefined();
  });

  test('critical tasks count twice in the mean', () => {
    const row = (weight: number, observed: 'A' | '-') =>
      ({ weight, gap: false, planned: ['A'], observed: [observed] }) as const;
    expect(agree([row(2, 'A'), row(1, '-')]).jaccard).toBeCloseTo(2 / 3);
  });

  test('an organisation has the strongest letter of its roles', () => {
    const a = given((w) => {
      w.at(12).claim('worker', 't', 'responsible');
      w.at(20).finish('worker', 't');
    });
    expect(a.responsibility.roles.jaccard).toBe(0.5);
    expect(a.responsibility.organisations.jaccard).toBe(1);
  });
});
