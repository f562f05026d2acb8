import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { exercise, exercisePlan } from '../exercise.ts';
import { planOf, writer } from '../fixture.ts';

const { entries } = exercise();
const a = analyse(entries);
const decision = (id: string) => a.decisions.decisions.find((d) => d.decision === id)!.run!;
const finding = (code: string) => a.findings.findings.find((f) => f.code === code);

describe('decisions', () => {
  test('a decision in time, within authority, on all the facts, told afterwards', () => {
    expect(decision('disconnect')).toMatchObject({
      openedAt: 10 * MINUTE,
      noticedAt: 20 * MINUTE,
      late: false,
      waited: 16 * MINUTE,
      made: { at: 26 * MINUTE, role: 'it-manager', mandate: 'own', toldAt: 26 * MINUTE },
      consulted: [{ role: 'crisis-lead', answered: true }],
    });
    expect(decision('disconnect').atHand.map((fact) => fact.where)).toEqual(['known', 'known']);
  });

  test('a default is late, censored, and nobody’s; the fact lay with another role', () => {
    expect(decision('pay')).toMatchObject({ late: true, made: { how: 'default' } });
    expect(decision('pay').atHand).toMatchObject([
      { fact: 'leak', where: 'held', heldBy: ['dpo'] },
    ]);
    expect(a.decisions.latency).toMatchObject({ waits: 3, censored: 1, median: 16 * MINUTE });
    expect(finding('LATE_DECISION')).toMatchObject({ decisions: ['pay'], variant: 'default' });
  });

  test('a fact learned after the decision was not at hand', () => {
    const w = writer(exercisePlan);
    w.at(0).start();
    w.at(2).release('backup-report', ['it-manager']);
    w.at(3).openDecision('disconnect', 30);
    w.at(9).decide('it-manager', 'disconnect', 'cut');
    w.at(10).open('it-manager', 'backup-report');
    const { run } = analyse(w.entries).decisions.decisions[0]!;
    expect(run!.atHand).toMatchObject([
      { fact: 'encrypted', where: 'nowhere' },
      { fact: 'backup', where: 'unopened' },
    ]);
  });

  test('a decision by one without authority is a finding', () => {
    expect(decision('statement').made).toMatchObject({ role: 'dpo', mandate: 'none' });
    expect(finding('NO_AUTHORITY')).toMatchObject({ roles: ['dpo'], others: ['crisis-lead'] });
  });
});

describe('clocks', () => {
  test('met with a margin; known enough and never declared', () => {
    const [warning, breach] = a.clocks;
    expect(warning).toMatchObject({ status: 'met', shouldAt: 6 * MINUTE, lag: 22 * MINUTE });
    expect(warning!.margin).toBeCloseTo((1440 - 24) / 1440);
    expect(breach).toMatchObject({ status: 'undeclared', shouldAt: 75 * MINUTE });
    expect(finding('CLOCK_UNDECLARED')).toMatchObject({ clocks: ['breach-notice'] });
  });

  test('submitted after the deadline is late, never submitted is missed', () => {
    const run = (submit: boolean) => {
      const w = writer(exercisePlan);
      w.at(0).start();
      w.at(6).startTask('early-warning', 60);
      w.declare('it-manager', 'significant-incident', 'it-faelles', {
        'early-warning': 90 * MINUTE,
      });
      w.at(90).due({ type: 'clock.missed', clock: 'early-warning' });
      if (submit) w.at(120).finish('it-manager', 'early-warning');
      w.at(200).end();
      return analyse(w.entries);
    };
    expect(run(true).clocks[0]).toMatchObject({ status: 'late', margin: -30 / 84 });
    expect(run(true).findings.findings.map((f) => f.code)).toContain('CLOCK_LATE');
    expect(run(false).clocks[0]).toMatchObject({ status: 'missed' });
    expect(run(false).findings.findings.map((f) => f.code)).toContain('CLOCK_MISSED');
  });
});

test('interfaces: tested, only touched, not exercised – never "in order" without a test', () => {
  expect(a.interfaces).toMatchObject([
    { interface: 'IF-01', status: 'tested', carried: ['encrypted'], delay: 46 * MINUTE },
    { interface: 'IF-09', status: 'used', missing: ['leak'] },
    { interface: 'IF-12', status: 'not-exercised' },
  ]);
  const untested = a.findings.findings.filter((f) => f.code === 'IF_UNTESTED');
  expect(untested.map((f) => [f.interfaces[0], f.variant])).toEqual([['IF-12', 'never']]);
});

test('a message across an interface that nobody opened has only touched it', () => {
  const w = writer(exercisePlan);
  w.at(0).start();
  w.at(2).release('alarm-call', ['it-duty']);
  w.at(3).open('it-duty', 'alarm-call');
  const sent = w.send('it-duty', { to: ['cert-duty'], facts: ['encrypted'] });
  const before = analyse(w.entries).interfaces[0];
  w.at(9).open('cert-duty', sent);
  const after = analyse(w.entries).interfaces[0];
  expect([before?.status, after?.status]).toEqual(['used', 'tested']);
});

test('an interface that names neither facts nor a task is tested by any word that arrives', () => {
  const [first] = exercisePlan.interfaces;
  const w = writer({ ...exercisePlan, interfaces: [{ ...first!, id: 'IF-17', carries: [] }] });
  w.at(0).start();
  const sent = w.send('it-duty', { to: ['cert-duty'] });
  expect(analyse(w.entries).interfaces[0]).toMatchObject({ status: 'used' });
  w.at(1).open('cert-duty', sent);
  expect(analyse(w.entries).interfaces[0]).toMatchObject({ status: 'tested' });
});

test('obligations: met, lapsed, late by two minutes, and one that never arose', () => {
  expect(a.obligations.rows.map((row) => row.status)).toEqual(['met', 'lapsed', 'late']);
  expect(a.obligations.rows[2]).toMatchObject({ lateBy: 2 * MINUTE });
  expect(a.obligations.neverArose).toBe(1);
});

describe('information', () => {
  test('who knew which fact when, and how long after it was first out', () => {
    const encrypted = a.flow.facts.find((f) => f.fact === 'encrypted')!;
    expect(encrypted.roles.map((row) => [row.role, row.timeToKnow! / MINUTE])).toEqual([
      ['it-duty', 4],
      ['it-manager', 8],
      ['crisis-lead', 10],
      ['cert-duty', 53],
      ['region-it', 93],
    ]);
  });

  test('a fact that a decider lacked while another had it is INFO_HELD; unread is UNOPENED', () => {
    const held = a.findings.findings.filter((f) => f.code === 'INFO_HELD');
    expect(held.map((f) => [f.facts[0], f.roles[0], f.others[0]])).toEqual([
      ['leak', 'crisis-lead', 'dpo'],
      ['backup', 'it-duty', 'it-manager'],
    ]);
    expect(finding('UNOPENED')).toMatchObject({ roles: ['region-it'], facts: ['leak'] });
  });

  test('what reached the one who needed it by a message is a strength', () => {
    const shared = a.findings.strengths.find((f) => f.code === 'STRENGTH_SHARING');
    expect(shared).toMatchObject({ facts: ['encrypted'], roles: ['it-duty'] });
  });
});

test('agreement: critical tasks count twice, the SimCell’s press is told without opening', () => {
  // early-warning 1/3 and breach-notice 0 count twice; citizens 1, isolate 1/2.
  expect(a.responsibility.roles.jaccard).toBeCloseTo((2 / 3 + 0 + 1 + 0.5) / 6);
  const citizens = a.responsibility.tasks.find((task) => task.task === 'citizens')!;
  expect(citizens.cells.find((cell) => cell.role === 'press')?.observed).toBe('I');
});

test('validity names pauses, jumps, prompts, bots, empty seats and what is missing', () => {
  expect(a.validity).toMatchObject({
    pauses: [{ at: 28 * MINUTE, reason: 'Reel hændelse i salen' }],
    jumps: [{ from: 95 * MINUTE, to: 118 * MINUTE }],
    bots: ['region-it'],
    unseated: ['region-care'],
    simulatedRoles: ['press'],
    missing: [],
  });
  expect(a.validity.contingency).toHaveLength(1);
  expect(a.validity.entered).toHaveLength(1);
});

test('a finding on a role played by a bot is uncertain, and says why', () => {
  const told = a.findings.findings.find((f) => f.roles.includes('region-it'));
  expect(told).toMatchObject({ confidence: 'low' });
  expect(told!.doubts).toContain('bots');
});

test('every finding and strength points to entries of the journal', () => {
  for (const found of [...a.findings.findings, ...a.findings.strengths]) {
    const never = found.code === 'IF_UNTESTED' && found.variant === 'never';
    expect(found.evidence.length > 0, found.id).toBe(!never);
    for (const seq of found.evidence) expect(entries[seq]?.seq).toBe(seq);
    expect([...found.evidence]).toEqual([...new Set(found.evidence)].sort((x, y) => x - y));
  }
});

test('the summary’s findings differ in kind, and the grave come first', () => {
  const ids = a.findings.findings.map((f) => f.severity);
  const rank = { high: 0, medium: 1, low: 2 };
  expect(ids.map((s) => rank[s])).toEqual(ids.map((s) => rank[s]).sort());
  const w = writer(exercisePlan);
  w.at(0).start();
  w.at(1).startTask('citizens', 60);
  w.startTask('restore', 60);
  w.startTask('isolate', 60);
  w.at(2).finish('it-duty', 'isolate');
  w.at(100).end();
  const { findings, foremost } = analyse(w.entries).findings;
  const code = (id: string) => findings.find((f) => f.id === id)!.code;
  expect(findings.slice(0, 2).map((f) => f.code)).toEqual(['GAP', 'GAP']);
  expect(foremost.slice(0, 2).map(code)).toEqual(['GAP', 'ABSENT_A']);
});

test('a plan with nothing to analyse gives a report that says so', () => {
  const w = writer(planOf({}));
  w.at(0).start();
  const bare = analyse(w.entries);
  expect(bare.validity.missing).toEqual([
    'no-tasks',
    'no-facts',
    'no-decisions',
    'no-interfaces',
    'no-clocks',
    'no-polls',
    'not-ended',
    'no-observations',
    'no-hotwash',
  ]);
  expect(bare.responsibility.roles).not.toHaveProperty('jaccard');
  expect(bare.findings.findings).toEqual([]);
});

test('what is not a journal is refused', () => {
  expect(() => analyse([])).toThrow('exercise.open');
  expect(() => analyse(entries.slice(1))).toThrow('exercise.open');
});
