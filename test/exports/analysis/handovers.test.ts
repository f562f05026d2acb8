/** Handovers, interfaces' other side, and who meets whom. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: ['it', 'town', 'state'].map((id) => ({ id, name: id })),
    roles: [role('a', 'it'), role('b', 'town'), role('c', 'state')],
    facts: [{ id: 'f', text: 'f', domain: 'digital', trueFrom: 0, marking: 'TLP:AMBER' }],
    tasks: [taskOf({ id: 't', accountable: ['a'], interface: 'IF-1' })],
    interfaces: [
      { id: 'IF-1', title: 'One', from: ['a'], to: ['b'], carries: [] },
      { id: 'IF-2', title: 'Two', from: ['b'], to: ['c'], carries: ['f'] },
    ],
    ...parts,
  });
function begin() {
  const w = writer(plan());
  w.at(0).start();
  ['a', 'b', 'c'].forEach((id) => w.seat(id));
  w.at(10).startTask('t', 60);
  w.claim('a', 't');
  return w;
}
const codes = (a: Analysis) => a.findings.findings.map((f) => f.code);
const find = (a: Analysis, code: string) => a.findings.findings.find((f) => f.code === code);

describe('handovers', () => {
  const decline = (w: ReturnType<typeof begin>) =>
    w.control(
      { type: 'handover.decline', task: 't', from: 'a', reason: 'No' },
      { type: 'handover.declined', task: 't', from: 'a', to: 'b', reason: 'No' },
    );

  test('success is accepted in the window / offered; the median is over those accepted', () => {
    const w = begin();
    w.at(20).offer('a', 'b', 't');
    w.at(24);
    decline(w);
    w.at(30).offer('a', 'b', 't');
    w.at(38).accept('a', 'b', 't');
    w.at(60).offer('b', 'c', 't');
    w.at(80).accept('b', 'c', 't');
    w.at(100).end();
    const { handovers } = analyse(w.entries);
    expect(handovers.offers.map((o) => [o.result, o.inTime])).toEqual([
      ['declined', false],
      ['accepted', true],
      ['accepted', false],
    ]);
    expect(handovers.success).toBeCloseTo(1 / 3, 12);
    expect(handovers.median).toBe(14 * MINUTE);
  });

  test('orphan time: from let go until taken', () => {
    const w = begin();
    w.at(20).letGo('a', 't');
    w.at(33).claim('b', 't');
    w.at(60).end();
    expect(analyse(w.entries).handovers.orphaned).toBe(13 * MINUTE);
    expect(codes(analyse(w.entries))).toContain('HANDOVER_ORPHAN');
  });

  test('nothing offered: no share and no median', () => {
    const { handovers } = analyse(begin().entries);
    expect(handovers).toMatchObject({ offers: [], returns: [], orphaned: 0 });
    expect(handovers).not.toHaveProperty('success');
    expect(handovers).not.toHaveProperty('median');
  });
});

describe('a task that comes back', () => {
  const pass = (w: ReturnType<typeof begin>, from: string, to: string) => {
    w.offer(from, to, 't');
    w.accept(from, to, 't');
  };

  test('once is a question, twice weighs more', () => {
    const w = begin();
    w.at(20);
    pass(w, 'a', 'b');
    w.at(30);
    pass(w, 'b', 'a');
    const once = analyse(w.entries);
    expect(once.handovers.returns).toMatchObject([
      { task: 't', role: 'a', others: ['b'], times: 1 },
    ]);
    expect(find(once, 'PINGPONG')).toMatchObject({
      tasks: ['t'],
      roles: ['a'],
      others: ['b'],
      severity: 'low',
    });
    w.at(40);
    pass(w, 'a', 'b');
    expect(find(analyse(w.entries), 'PINGPONG')).toMatchObject({ severity: 'medium' });
    expect(analyse(w.entries).handovers.returns.map((r) => [r.role, r.times])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('let go, taken by another, and taken again by the first', () => {
    const w = begin();
    w.at(20).letGo('a', 't');
    w.claim('b', 't');
    w.at(30).letGo('b', 't');
    w.claim('a', 't');
    expect(codes(analyse(w.entries))).toContain('PINGPONG');
  });

  test('passed on and on, taken again with nobody between, or claimed twice is none', () => {
    const on = begin();
    on.at(20);
    pass(on, 'a', 'b');
    pass(on, 'b', 'c');
    const again = begin();
    again.at(20).letGo('a', 't');
    again.at(21).claim('a', 't');
    const twice = begin();
    twice.at(20).claim('b', 't');
    twice.claim('a', 't', 'responsible');
    for (const w of [on, again, twice]) {
      const a = analyse(w.entries);
      expect(a.handovers.returns).toEqual([]);
      expect(codes(a)).not.toContain('PINGPONG');
    }
  });
});

describe('the other side of an interface', () => {
  test('an acknowledgement, an answer, a handover: whichever came first', () => {
    const w = begin();
    w.at(20);
    const told = w.send('a', { to: ['b'], about: { task: 't' } });
    w.at(22).open('b', told);
    const quiet = analyse(w.entries).interfaces[0]!;
    expect(quiet.status).toBe('tested');
    expect(quiet).not.toHaveProperty('accepted');
    w.at(25).control(
      { type: 'exercise.resume' },
      { type: 'item.acknowledged', item: told, role: 'b' },
    );
    w.at(27).send('b', { to: ['a'], replyTo: told });
    expect(analyse(w.entries).interfaces[0]!.accepted).toMatchObject({
      how: 'acknowledged',
      at: 25 * MINUTE,
    });
  });

  test('offers across it, either way, by what came of them', () => {
    const w = begin();
    w.at(20).offer('a', 'b', 't');
    w.at(26).accept('a', 'b', 't');
    w.at(30).offer('b', 'a', 't');
    w.at(60).end();
    const [one, two] = analyse(w.entries).interfaces;
    expect(one!.offers).toEqual({
      offered: 2,
      accepted: 1,
      declined: 0,
      expired: 1,
      median: 6 * MINUTE,
    });
    expect(one!.accepted).toMatchObject({ how: 'handover' });
    expect(two!.offers).toEqual({ offered: 0, accepted: 0, declined: 0, expired: 0 });
    expect(two!.status).toBe('not-exercised');
  });

  test('ratings of its task and of what crossed it, by side', () => {
    const w = begin();
    const told = w.send('a', { to: ['b'] });
    const rate = (rating: 'P' | 'S' | 'M', about: object) =>
      w.control(
        { type: 'exercise.resume' },
        { type: 'observation.noted', text: 'x', rating, about },
      );
    rate('P', { task: 't' });
    rate('S', { message: told, role: 'b' });
    rate('M', { task: 'other' });
    expect(analyse(w.entries).interfaces[0]!.ratings.map((r) => [r.rating, r.side])).toEqual([
      ['P', 'both'],
      ['S', 'to'],
    ]);
  });
});

describe('who meets whom', () => {
  test('planned and not used, used and not planned, used and accepted', () => {
    const w = begin();
    const one = w.send('a', { to: ['b', 'c'] });
    w.send('b', { to: ['a'], replyTo: one });
    const { unit, units, rows } = analyse(w.entries).meetings;
    expect([unit, units]).toEqual(['roles', ['a', 'b', 'c']]);
    expect(rows.map((r) => [r.from, r.to, r.interfaces.join(), r.messages, r.accepted])).toEqual([
      ['a', 'b', 'IF-1', 1, 1],
      ['a', 'c', '', 1, 0],
      ['b', 'c', 'IF-2', 0, 0],
      ['b', 'a', '', 1, 0],
    ]);
  });

  test('with many roles, organisations meet; within one nobody does', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `r${i}`);
    const w = writer(
      plan({
        roles: ids.map((id, i) => role(id, i < 6 ? 'it' : 'town')),
        tasks: [],
        interfaces: [
          { id: 'IF', title: 'IF', from: ids.slice(0, 6), to: ids.slice(6), carries: [] },
        ],
      }),
    );
    w.at(0).start();
    w.send('r0', { to: ['r1', 'r6', 'r7'] });
    const { unit, units, rows } = analyse(w.entries).meetings;
    expect([unit, units]).toEqual(['organisations', ['it', 'town']]);
    expect(rows).toMatchObject([{ from: 'it', to: 'town', interfaces: ['IF'], messages: 1 }]);
  });
});
