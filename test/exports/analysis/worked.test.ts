import { describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { survival } from '../../../exports/analysis/survival.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { worked } from '../worked.ts';

const minutes = (n: number): number => n * MINUTE;

describe('the worked example of the domain report', () => {
  const analysis = analyse(worked().entries);
  const task = analysis.responsibility.tasks[0]!;
  const run = task.run!;
  const cell = (role: string) => task.cells.find((c) => c.role === role)!;
  const codes = analysis.findings.findings.map((finding) => finding.code);

  test('vacuum 20, contention 15, single holder 20, and together the whole 55', () => {
    expect(run.holding.vacuum).toBe(minutes(20));
    expect(run.holding.contention).toBe(minutes(15));
    expect(run.holding.single).toBe(minutes(20));
    expect(run.holding.whole).toBe(minutes(55));
  });

  test('two acted, one was meant to: J = 0.5, overlap, and drift of kommune', () => {
    expect(run.jaccard).toBe(0.5);
    expect(run.overlap).toEqual(['kommune', 'it_serviceorg']);
    expect(run.drift).toEqual(['kommune']);
    expect(cell('kommune')).toMatchObject({ planned: ['C'], observed: 'A', drift: true });
    expect(cell('it_serviceorg')).toMatchObject({ planned: ['A', 'R'], observed: 'A' });
    expect(codes).toContain('OVERLAP');
    expect(codes).toContain('DRIFT');
  });

  test('there is no gap', () => {
    expect(run.gap).toBe(false);
    expect(codes).not.toContain('GAP');
  });

  test('kommune was never asked, and kommune_cert was told 40 minutes late, not in silence', () => {
    expect(run.consulting).toEqual([{ role: 'kommune', result: 'not-asked', evidence: [] }]);
    expect(run.informing).toMatchObject([
      { role: 'kommune_cert', result: 'late', lateBy: minutes(40) },
    ]);
    expect(cell('kommune_cert').observed).toBe('-');
  });

  test('the clock should have started at 45, did at 55, and was met with margin 0.979', () => {
    const [clock] = analysis.clocks;
    expect(clock).toMatchObject({
      status: 'met',
      shouldAt: minutes(45),
      startedAt: minutes(55),
      lag: minutes(10),
      deadline: minutes(1_495),
    });
    expect(clock!.margin).toBeCloseTo(0.979, 3);
  });

  test('the poll at 60: two of four said kommune, no orphan belief, no phantom', () => {
    const [poll] = analysis.beliefs.polls;
    expect(poll).toMatchObject({
      askedAt: minutes(60),
      state: 'open',
      accountable: ['it_serviceorg'],
      responsible: ['it_serviceorg'],
      holders: ['kommune', 'it_serviceorg'],
      agreed: { share: 0.5, count: 2, answered: 4, modal: ['kommune'] },
      orphan: 'no',
      phantom: [],
      unanswered: [],
    });
    expect(codes).not.toContain('ORPHAN_BELIEF');
    expect(codes).not.toContain('PHANTOM_OWNER');
    expect(poll!.selfOther).toEqual([
      { role: 'it_serviceorg', self: true, named: 0, others: 3, gap: 'self' },
      { role: 'kommune', self: true, named: 1, others: 3 },
    ]);
  });

  test('planned, perceived, observed: a lonely owner, and a practice that grew by itself', () => {
    const classes = analysis.beliefs.comparison.map((row) => [row.role, row.class]);
    expect(Object.fromEntries(classes)).toEqual({
      it_serviceorg: 'lonely',
      kommune: 'emergent',
      kommune_cert: 'none',
      national_csirt: 'none',
    });
  });

  test('every figure points to entries that exist and speak of the task', () => {
    const { entries } = worked();
    const seqs = [run.evidence, ...run.holding.spells.map((spell) => spell.evidence)].flat();
    expect(seqs.length).toBeGreaterThan(4);
    for (const seq of seqs) {
      const entry = entries[seq]!;
      expect('event' in entry && 'task' in entry.event && entry.event.task).toBe('t1');
    }
  });

  test('a pause of ten minutes changes no figure', () => {
    const paused = analyse(worked(true).entries);
    expect(paused.responsibility.tasks[0]!.run!.holding.contention).toBe(minutes(15));
    const bare = (a: typeof analysis) => ({
      ...a.responsibility.roles,
      holding: a.responsibility.tasks[0]!.run!.holding.spells.map(({ from, to, state }) => ({
        from,
        to,
        state,
      })),
      clocks: a.clocks.map(({ lag, margin }) => ({ lag, margin })),
      codes: a.findings.findings.map((f) => [f.code, f.measures]),
    });
    expect(bare(paused)).toEqual(bare(analysis));
    expect(paused.validity.pauses).toHaveLength(1);
  });
});

test('Kaplan–Meier: 10 and 20 decided, 30 censored → median 20, where the naive mean says 15', () => {
  const waits = [
    { time: minutes(10), happened: true },
    { time: minutes(20), happened: true },
    { time: minutes(30), happened: false },
  ];
  const result = survival(waits);
  expect(result.median).toBe(minutes(20));
  expect(result.censored).toBe(1);
  expect(result.steps.map((step) => step.waiting)).toEqual([
    expect.closeTo(2 / 3),
    expect.closeTo(1 / 3),
  ]);
});

test('Kaplan–Meier has no median while more than half still wait', () => {
  const never = { time: minutes(30), happened: false };
  expect(survival([never, never, { time: 1, happened: true }])).not.toHaveProperty('median');
});
