import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../engine/plan/plan.ts';
import type { Marking } from '../../../engine/scenario/schema.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const fact = (id: string, marking: Marking = 'TLP:GREEN'): Plan['facts'][0] => ({
  id,
  text: id,
  domain: 'digital',
  trueFrom: 0,
  marking,
});
const inject = (
  id: string,
  to: readonly string[],
  facts: readonly string[],
): Plan['injects'][0] => ({
  id,
  number: 1,
  title: id,
  body: id,
  from: { name: 'Vagtcentral' },
  to,
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:RED',
  facts,
  objectives: [],
  trigger: { type: 'manual' },
  phases: [],
});
const PLAYERS = ['vendor', 'duty', 'chief', 'cert'];
const base = planOf({
  marking: 'TLP:GREEN',
  organisations: [
    { id: 'supplier', name: 'Leverandør', sector: 'digital' },
    { id: 'town', name: 'By', sector: 'local' },
    { id: 'state', name: 'Stat', sector: 'digital' },
    { id: 'media', name: 'Presse' },
  ],
  roles: [
    role('vendor', 'supplier'),
    role('duty', 'town'),
    role('chief', 'town'),
    role('cert', 'state'),
    { ...role('press', 'media'), playedBy: 'simcell', clearedFor: 'TLP:CLEAR' },
  ],
  facts: [fact('leak'), fact('cause', 'TLP:AMBER'), fact('idle')],
  injects: [inject('alarm', ['vendor'], ['leak']), inject('rumour', ['duty'], ['idle'])],
  tasks: [taskOf({ id: 'warn', accountable: ['chief'], responsible: ['chief'], needs: ['leak'] })],
});
const plan = (parts: Partial<Plan>): Plan => ({ ...base, ...parts });
const IF: Plan['interfaces'][0] = {
  id: 'IF-01',
  title: 'Leverandør og by',
  from: ['vendor'],
  to: ['duty', 'chief'],
  carries: ['leak'],
  within: 20 * MINUTE,
};
const found = (a: Analysis, code: string) => a.findings.findings.filter((f) => f.code === code);
const codes = (a: Analysis): readonly string[] => a.findings.findings.map((f) => f.code);

/** The vendor is told at 10 and reads it at 12; the task that needs it is open from 10 to 70. */
function begun(p: Plan = base) {
  const w = writer(p);
  PLAYERS.forEach((id) => w.seat(id));
  w.at(0).start();
  w.at(10).release('alarm', ['vendor']);
  w.startTask('warn', 60);
  w.at(12).open('vendor', 'alarm');
  w.claim('chief', 'warn');
  return w;
}
/** … and passes it on at 22 to the duty officer, who reads it at 24 and tells the chief. */
function passed(p: Plan = base, upTo = 44) {
  const w = begun(p);
  const first = w.at(22).send('vendor', { to: ['duty'], facts: ['leak'] });
  w.at(24).open('duty', first);
  const second = w.at(upTo - 10).send('duty', { to: ['chief'], facts: ['leak'] });
  w.at(upTo).open('chief', second);
  return w;
}
/** Done in time by the one who was to, so that only information is left to speak of. */
function done(w: ReturnType<typeof writer>) {
  w.finish('chief', 'warn');
  w.at(100).end();
  return analyse(w.entries);
}

describe('who knew what when', () => {
  test('a noted call brings a fact: delivered and known at once, available from then', () => {
    const w = writer(base);
    w.at(7).start();
    w.at(9).call('press', ['duty', 'chief'], ['leak']);
    const a = analyse(w.entries);
    const leak = a.flow.facts[0]!;
    expect(leak).toMatchObject({ fact: 'leak', availableAt: 9 * MINUTE });
    expect(leak.roles).toMatchObject([
      { role: 'duty', deliveredAt: 9 * MINUTE, knownAt: 9 * MINUTE, timeToKnow: 0 },
      { role: 'chief', deliveredAt: 9 * MINUTE, knownAt: 9 * MINUTE, timeToKnow: 0 },
    ]);
    expect(codes(a)).not.toContain('UNOPENED');
  });

  test('delivered, known, used; and a need that was met too late says how late', () => {
    const w = passed(base, 80);
    w.at(90).end();
    const a = analyse(w.entries);
    expect(a.flow.facts[0]!.roles).toMatchObject([
      { role: 'vendor', deliveredAt: 10 * MINUTE, knownAt: 12 * MINUTE, usedAt: 22 * MINUTE },
      { role: 'duty', deliveredAt: 22 * MINUTE, knownAt: 24 * MINUTE, usedAt: 70 * MINUTE },
      { role: 'chief', deliveredAt: 70 * MINUTE, knownAt: 80 * MINUTE },
    ]);
    expect(a.flow.coverage).toBe(0);
    expect(a.flow.needs).toMatchObject([
      { role: 'chief', task: 'warn', where: 'unopened', due: 70 * MINUTE, lateBy: 10 * MINUTE },
    ]);
  });

  test('organisations and sectors against what anybody knew, at each quarter', () => {
    const w = passed();
    w.at(100).end();
    const { spread, noise } = analyse(w.entries).flow;
    expect(spread.moments).toEqual([25, 50, 75, 100].map((m) => m * MINUTE));
    expect(spread.known).toEqual([1, 1, 1, 1]);
    expect(spread.rows).toEqual([
      { level: 'organisation', unit: 'supplier', known: [1, 1, 1, 1], needs: 0, met: 0 },
      { level: 'organisation', unit: 'town', known: [1, 1, 1, 1], needs: 1, met: 1 },
      { level: 'organisation', unit: 'state', known: [0, 0, 0, 0], needs: 0, met: 0 },
      { level: 'sector', unit: 'digital', known: [1, 1, 1, 1], needs: 0, met: 0 },
      { level: 'sector', unit: 'local', known: [1, 1, 1, 1], needs: 1, met: 1 },
    ]);
    expect(noise).toEqual({ out: 1, unused: [], noise: [] });
  });

  test('what came out, was used by nobody and needed for nothing is noise', () => {
    const w = passed();
    w.at(50).release('rumour', ['duty']);
    w.at(51).open('duty', 'rumour');
    const { noise } = analyse(w.entries).flow;
    expect(noise).toEqual({ out: 2, unused: ['idle'], noise: ['idle'] });
  });
});

describe('the life of a fact', () => {
  test('born where, and by which way, with which delays, it came to each role', () => {
    const w = passed();
    w.at(100).end();
    const [life, ...rest] = analyse(w.entries).flow.biographies;
    expect(rest).toEqual([]);
    expect(life).toMatchObject({
      fact: 'leak',
      tasks: ['warn'],
      decisions: [],
      born: { at: 10 * MINUTE, item: 'alarm', to: ['vendor'] },
    });
    expect(
      life!.steps.map((step) => [step.role, step.lay / MINUTE, step.held, step.path.join('>')]),
    ).toEqual([
      ['vendor', 2, undefined, 'vendor'],
      ['duty', 2, 10 * MINUTE, 'vendor>duty'],
      ['chief', 10, 10 * MINUTE, 'vendor>duty>chief'],
    ]);
  });

  test('what no decision and no task that arose needed has none', () => {
    const w = writer(base);
    w.at(0).start();
    w.at(10).release('alarm', ['vendor']);
    expect(analyse(w.entries).flow.biographies).toEqual([]);
  });
});

describe('the duty to pass on', () => {
  const across = (parts: Partial<typeof IF> = {}) => plan({ interfaces: [{ ...IF, ...parts }] });
  const duty = (a: Analysis) => a.flow.duties[0];

  test('met in time: no finding', () => {
    const a = done(passed(across()));
    expect(duty(a)).toMatchObject({
      interface: 'IF-01',
      holders: ['vendor'],
      since: 12 * MINUTE,
      due: 32 * MINUTE,
      passedAt: 22 * MINUTE,
      result: 'passed',
    });
    expect(codes(a)).toEqual([]);
  });

  test('never met while the receiver lacked it: HOARDED says it, and INFO_HELD does not', () => {
    const w = begun(across());
    w.at(100).end();
    const a = analyse(w.entries);
    expect(duty(a)).toMatchObject({ result: 'kept', tasks: ['warn'] });
    expect(found(a, 'HOARDED')).toMatchObject([
      {
        variant: 'kept',
        severity: 'medium',
        roles: ['vendor'],
        others: ['duty', 'chief'],
        facts: ['leak'],
        interfaces: ['IF-01'],
        measures: { window: 20 * MINUTE },
      },
    ]);
    expect(found(a, 'INFO_HELD')).toEqual([]);
  });

  test('where nobody was told to share it, INFO_HELD says it instead', () => {
    const w = begun();
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.flow.duties).toEqual([]);
    expect(found(a, 'HOARDED')).toEqual([]);
    expect(found(a, 'INFO_HELD')).toMatchObject([{ roles: ['chief'], others: ['vendor'] }]);
  });

  test('met late is said with by how much', () => {
    const a = done(passed(across({ within: 5 * MINUTE })));
    expect(duty(a)).toMatchObject({ result: 'late', due: 17 * MINUTE });
    expect(found(a, 'HOARDED')).toMatchObject([
      { variant: 'late', severity: 'low', measures: { lateBy: 5 * MINUTE } },
    ]);
  });

  test('who had it already, who said so outside the tool, and whose time was not out owe nothing', () => {
    const had = begun(across());
    had.at(15).call('press', ['duty'], ['leak']);
    had.at(100).end();
    expect(duty(analyse(had.entries))).toMatchObject({ result: 'unneeded' });
    const outside = begun(across());
    const report = { about: { inject: 'alarm' }, text: 'Ringet', to: ['duty'] };
    outside
      .at(20)
      .control(
        { type: 'outside.report', ...report },
        { type: 'outside.reported', report: 'report.1', role: 'vendor', ...report },
      );
    outside.at(100).end();
    expect(duty(analyse(outside.entries))).toMatchObject({ result: 'outside' });
    const cut = begun(across());
    cut.at(25).end();
    expect(duty(analyse(cut.entries))).toMatchObject({ result: 'open' });
    for (const w of [had, outside, cut]) expect(codes(analyse(w.entries))).not.toContain('HOARDED');
  });

  test('an interface without a time is due when the receiver needs it, and else not at all', () => {
    const { within, ...timeless } = IF;
    const w = begun(plan({ interfaces: [timeless] }));
    w.at(100).end();
    expect(duty(analyse(w.entries))).toMatchObject({ result: 'kept', due: 70 * MINUTE });
    const unneeded = begun(plan({ interfaces: [timeless], tasks: [] }));
    unneeded.at(100).end();
    expect(duty(analyse(unneeded.entries))).toMatchObject({ result: 'open' });
    expect(found(analyse(unneeded.entries), 'HOARDED')).toEqual([]);
    expect(within).toBe(20 * MINUTE);
  });

  test('an interface with a condition is a duty from when it held, and none where that is unseen', () => {
    const starting = (starts: NonNullable<(typeof IF)['starts']>) => {
      const w = begun(across({ starts }));
      w.at(100).end();
      return duty(analyse(w.entries));
    };
    expect(starting({ type: 'time-after', at: 40 * MINUTE })).toMatchObject({
      since: 40 * MINUTE,
      due: 60 * MINUTE,
    });
    expect(starting({ type: 'task', task: 'warn', is: 'open' })).toMatchObject({
      since: 12 * MINUTE,
    });
    const never = { type: 'task', task: 'warn', is: 'done' } as const;
    expect(starting(never)).toBeUndefined();
    expect(starting({ type: 'not', of: never })).toBeUndefined();
  });

  test('an expectation to tell somebody a fact is a duty, once one knows it', () => {
    const expecting = plan({
      expectations: [
        {
          id: 'alarm.1',
          inject: 'alarm',
          role: 'vendor',
          does: 'message',
          to: ['cert'],
          facts: ['leak'],
          within: 30 * MINUTE,
        },
      ],
    });
    const run = (act: (w: ReturnType<typeof begun>) => void) => {
      const w = writer(expecting);
      PLAYERS.forEach((id) => w.seat(id));
      w.at(0).start();
      w.at(10).release('alarm', ['vendor']);
      w.due({ type: 'obligation.opened', obligation: 'alarm.1', due: 40 * MINUTE });
      act(w);
      w.at(100).end();
      return analyse(w.entries);
    };
    const read = (w: ReturnType<typeof begun>) => w.at(12).open('vendor', 'alarm');
    expect(found(run(read), 'HOARDED')).toMatchObject([{ roles: ['vendor'], others: ['cert'] }]);
    const told = run((w) => {
      read(w);
      w.open('cert', w.at(20).send('vendor', { to: ['cert'], facts: ['leak'] }));
    });
    expect(duty(told)).toMatchObject({ obligation: 'alarm.1', result: 'passed' });
    expect(codes(told)).toEqual([]);
    // Who never read it cannot have kept it back.
    expect(run(() => undefined).flow.duties).toEqual([]);
  });

  test('a simulated role keeps nothing back', () => {
    const w = writer(plan({ interfaces: [{ ...IF, from: ['press'] }] }));
    w.at(0).start();
    w.at(5).call('press', ['cert'], ['leak']);
    w.at(100).end();
    expect(analyse(w.entries).flow.duties).toEqual([]);
  });
});

describe('markings', () => {
  const closed = plan({
    facts: [fact('leak', 'TLP:AMBER'), fact('cause')],
    roles: base.roles.map((row) =>
      row.id === 'duty' ? { ...row, clearedFor: 'TLP:GREEN' as const } : row,
    ),
  });

  test('a fact sent to one who is not cleared for it is a breach by who sent it', () => {
    const w = passed(closed);
    const a = done(w);
    expect(a.flow.markings.breaches).toMatchObject([
      { fact: 'leak', kind: 'received', by: 'vendor', to: ['duty'], opened: ['duty'] },
    ]);
    expect(found(a, 'TLP_BREACH')).toMatchObject([
      { variant: 'received', severity: 'high', roles: ['vendor'], others: ['duty'] },
    ]);
  });

  test('sent and never opened weighs less; to those who are cleared it is none', () => {
    const w = begun(closed);
    w.at(20).send('vendor', { to: ['duty', 'chief'], facts: ['leak'] });
    expect(found(analyse(w.entries), 'TLP_BREACH')).toMatchObject([{ severity: 'medium' }]);
    const other = begun(closed);
    other.at(20).send('vendor', { to: ['chief', 'cert'], facts: ['leak'] });
    expect(analyse(other.entries).flow.markings.breaches).toEqual([]);
  });

  test('what exercise control sent is in the table, and no finding', () => {
    const w = writer(closed);
    w.at(0).start();
    w.at(5).call('press', ['duty'], ['leak']);
    w.at(6).release('alarm', ['duty']);
    const a = analyse(w.entries);
    expect(a.flow.markings.breaches).toHaveLength(2);
    expect(a.flow.markings.breaches.some((breach) => 'by' in breach)).toBe(false);
    expect(found(a, 'TLP_BREACH')).toEqual([]);
  });

  test('published, and marked more strictly than the exercise is: a breach; else only noted', () => {
    const w = begun(closed);
    w.at(30).publish('vendor', ['leak']);
    const a = analyse(w.entries);
    expect(a.flow.markings.breaches).toMatchObject([{ kind: 'published', by: 'vendor' }]);
    expect(found(a, 'TLP_BREACH')).toMatchObject([{ variant: 'published', severity: 'high' }]);
    const usual = begun();
    usual.at(30).publish('vendor', ['leak']);
    expect(analyse(usual.entries).flow.markings).toEqual({ breaches: [], usual: ['leak'] });
    expect(found(analyse(usual.entries), 'TLP_BREACH')).toEqual([]);
  });

  test('an inject that is itself marked less strictly than what it carries is the planner’s', () => {
    const open = { ...inject('alarm', ['vendor'], ['leak']), marking: 'TLP:GREEN' as const };
    const a = analyse(begun({ ...closed, injects: [open] }).entries);
    expect(a.flow.markings.breaches).toMatchObject([{ kind: 'low', item: 'alarm' }]);
    expect(found(a, 'TLP_BREACH')).toEqual([]);
  });
});

describe('the earliest possible knowledge', () => {
  test('each hop no longer than such hops usually took; the rest could have been saved', () => {
    // Opened after 2, 2 and 10 minutes: usually 2. Passed on after 10 and 48: usually 29.
    const w = begun();
    const first = w.at(22).send('vendor', { to: ['duty'], facts: ['leak'] });
    w.at(24).open('duty', first);
    const second = w.at(72).send('duty', { to: ['chief'], facts: ['leak'] });
    w.at(82).open('chief', second);
    w.at(100).end();
    const { foresight } = analyse(w.entries).flow;
    expect(foresight).toMatchObject({
      open: { median: 2 * MINUTE, count: 3 },
      pass: { median: 29 * MINUTE, count: 2 },
      needs: 1,
      met: 0,
      feasible: 1,
    });
    // 10 released + 2 opened + 10 passed on + 2 opened + 29 passed on + 2 opened.
    expect(foresight.rows).toMatchObject([
      {
        role: 'chief',
        actual: 82 * MINUTE,
        feasible: 55 * MINUTE,
        avoidable: 27 * MINUTE,
        rescued: 1,
        byPlan: false,
      },
    ]);
  });

  test('the plan’s time for an interface goes before the usual', () => {
    const carried = { ...IF, from: ['duty'], to: ['chief'], within: 5 * MINUTE };
    const w = passed(plan({ interfaces: [carried] }));
    w.at(100).end();
    // The duty officer had it at 24, had 5 minutes, and it was to be opened 2 minutes later.
    expect(analyse(w.entries).flow.foresight.rows).toMatchObject([
      { actual: 44 * MINUTE, feasible: 31 * MINUTE, avoidable: 13 * MINUTE, rescued: 0 },
    ]);
  });

  test('what never went there could have by the plan, and not at all without one', () => {
    const run = (interfaces: Plan['interfaces']) => {
      const w = begun(plan({ interfaces }));
      w.open('cert', w.at(30).send('vendor', { to: ['cert'], facts: ['leak'] }));
      w.at(100).end();
      return analyse(w.entries).flow.foresight.rows;
    };
    // Owed from 12, 20 to pass it on, and the usual minute to open it.
    expect(run([IF])).toMatchObject([
      { role: 'chief', feasible: 33 * MINUTE, rescued: 1, byPlan: true },
    ]);
    expect(run([IF])[0]).not.toHaveProperty('actual');
    expect(run([])).toEqual([]);
  });

  test('what went as fast as ever has nothing to save', () => {
    const w = begun();
    const sent = w.at(22).send('vendor', { to: ['chief'], facts: ['leak'] });
    w.at(24).open('chief', sent);
    w.at(100).end();
    expect(analyse(w.entries).flow.foresight).toMatchObject({ rows: [], met: 1, feasible: 1 });
  });
});

test('all by the plan, in time, read and told: nothing is found', () => {
  const w = passed(plan({ interfaces: [IF] }));
  const a = done(w);
  expect(a.findings.findings).toEqual([]);
  expect(a.flow.coverage).toBe(1);
});
