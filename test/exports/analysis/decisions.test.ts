import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExerciseEvent } from '../../../engine/exercise/entry.ts';
import type { Decision, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { median, quantile } from '../../../exports/analysis/quantile.ts';
import { survival } from '../../../exports/analysis/survival.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const decision = (id: string, parts: Partial<Decision> = {}): Decision => ({
  id,
  question: `${id}?`,
  authority: ['chief'],
  consult: [],
  inform: [],
  needs: [],
  within: 60 * MINUTE,
  default: 'no',
  phases: [],
  options: [
    { id: 'yes', title: 'Ja' },
    { id: 'no', title: 'Nej' },
  ],
  domain: 'digital',
  objectives: [],
  ...parts,
});
const inject = (id: string, facts: readonly string[] = []): Plan['injects'][0] => ({
  id,
  number: 1,
  title: id,
  body: id,
  from: { name: 'Vagtcentral' },
  to: ['chief', 'duty', 'mayor'],
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:AMBER',
  facts,
  objectives: [],
  trigger: { type: 'manual' },
  phases: [],
});
const base = planOf({
  organisations: [
    { id: 'town', name: 'Byen' },
    { id: 'state', name: 'Staten' },
    { id: 'media', name: 'Pressen' },
  ],
  roles: [
    { ...role('chief', 'town'), deputy: 'duty' },
    role('duty', 'town'),
    role('mayor', 'state'),
    { ...role('press', 'media'), playedBy: 'simcell' },
  ],
  facts: ['leak', 'spread', 'cause'].map((id) => ({
    id,
    text: id,
    domain: 'digital',
    trueFrom: 0,
    marking: 'TLP:AMBER',
  })),
  decisions: [decision('close', { opens: { type: 'inject', inject: 'alarm', is: 'opened' } })],
  injects: [inject('alarm'), inject('echo')],
});
const carrying = [inject('alarm', ['leak']), inject('echo')];
const plan = (parts: Partial<Plan>): Plan => ({ ...base, ...parts });
const runOf = (a: Analysis, id = 'close') =>
  a.decisions.decisions.find((row) => row.decision === id)!.run!;
const codes = (a: Analysis): readonly string[] => a.findings.findings.map((f) => f.code);

/** Released at 10, opened by the duty officer at 12, which opens the decision; made at 40. */
function course(p: Plan = base) {
  const w = writer(p);
  ['chief', 'duty', 'mayor'].forEach((id) => w.seat(id));
  w.at(0).start();
  w.at(10).release('alarm', ['chief', 'duty', 'mayor']);
  w.at(12).open('mayor', 'alarm');
  w.openDecision('close', 60);
  return w;
}

describe('the latency in parts', () => {
  test('released, noticed, oriented, made, told, first effect: each with its entry', () => {
    const w = course(
      plan({
        injects: [
          base.injects[0]!,
          {
            ...inject('echo'),
            trigger: {
              type: 'when',
              when: { type: 'decision', decision: 'close', is: 'yes' },
            },
          },
        ],
      }),
    );
    w.at(20).open('chief', 'alarm');
    w.at(26).send('chief', { to: ['duty'], about: { decision: 'close' } });
    w.at(40).decide('chief', 'close', 'yes');
    w.at(43).release('echo', ['duty']);
    w.at(45).send('chief', { to: ['mayor'], about: { decision: 'close' } });
    w.at(90).end();
    const a = analyse(w.entries);
    const run = runOf(a);
    const minutes = run.points.map(({ name, at }) => [name, at / MINUTE]);
    expect(minutes).toEqual([
      ['released', 10],
      ['noticed', 20],
      ['oriented', 26],
      ['made', 40],
      ['told', 45],
      ['effect', 43],
    ]);
    expect(run).toMatchObject({ openedAt: 12 * MINUTE, waited: 28 * MINUTE, late: false });
    expect(
      run.parts.map((part) => [part.since, part.name, (part.to - part.from) / MINUTE]),
    ).toEqual([
      ['released', 'noticed', 10],
      ['noticed', 'oriented', 6],
      ['oriented', 'made', 14],
      ['made', 'told', 5],
      ['made', 'effect', 3],
    ]);
    for (const point of run.points) {
      expect(w.entries[point.evidence[0]!]).toMatchObject({ at: point.at });
    }
    expect(a.decisions.parts[0]).toEqual({
      name: 'noticed',
      since: 'released',
      count: 1,
      median: 10 * MINUTE,
    });
    expect(codes(a)).toEqual([]);
  });

  test('what was not seen is absent, and the parts still add up', () => {
    const w = course();
    w.at(40).decide('chief', 'close', 'yes');
    w.at(90).end();
    const run = runOf(analyse(w.entries));
    expect(run).not.toHaveProperty('noticedAt');
    expect(run).not.toHaveProperty('orientedAt');
    expect(run).not.toHaveProperty('effectAt');
    expect(run.parts).toEqual([
      { name: 'made', since: 'released', from: 10 * MINUTE, to: 40 * MINUTE },
    ]);
    // Not both ends of any usual part were seen: it counts in none of them.
    expect(analyse(w.entries).decisions.parts).toEqual([]);
  });

  test('an act of one without authority is not noticing, the deputy’s is; a word says that one knows', () => {
    const w = course();
    w.at(14).send('mayor', { to: ['chief'], about: { decision: 'close' } });
    w.at(18).send('duty', { to: ['chief'], about: { decision: 'close' } });
    w.at(40).decide('chief', 'close', 'yes');
    expect(runOf(analyse(w.entries))).toMatchObject({
      noticedAt: 18 * MINUTE,
      orientedAt: 18 * MINUTE,
    });
  });

  test('a fact in the condition leads back to what carried it', () => {
    const w = writer(
      plan({
        injects: carrying,
        decisions: [
          decision('close', {
            opens: { type: 'fact', fact: 'leak', by: ['duty'], mode: 'all' },
          }),
        ],
      }),
    );
    w.at(0).start();
    w.at(5).release('alarm', ['duty']);
    w.at(30).open('duty', 'alarm');
    w.openDecision('close', 60);
    const run = runOf(analyse(w.entries));
    expect(run).toMatchObject({ releasedAt: 5 * MINUTE, openedAt: 30 * MINUTE });
    expect(run.noticedAt).toBe(30 * MINUTE);
  });

  test('where the course of the story opened it, it was released when it was opened', () => {
    const opens = { type: 'phase', phase: 'alarm' } as const;
    const w = writer(plan({ decisions: [decision('close', { opens })] }));
    w.at(3).start();
    w.openDecision('close', 60);
    expect(runOf(analyse(w.entries))).toMatchObject({ releasedAt: 3 * MINUTE });
  });

  test('a statement tells it where no message does', () => {
    const w = course();
    w.at(40).decide('chief', 'close', 'yes');
    w.at(50).publish('duty', []);
    w.at(55).publish('chief', []);
    expect(runOf(analyse(w.entries)).made?.toldAt).toBe(55 * MINUTE);
    w.at(60).send('chief', { to: ['duty'], about: { decision: 'close' } });
    expect(runOf(analyse(w.entries)).made?.toldAt).toBe(60 * MINUTE);
  });

  test('an effect is what the plan ties to the option that was chosen, and nothing else', () => {
    const tied = (is: string) =>
      plan({
        tasks: [taskOf({ id: 'shut', starts: { type: 'decision', decision: 'close', is } })],
      });
    const effect = (p: Plan, cause?: ExerciseEvent) => {
      const w = course(p);
      w.at(40).decide('chief', 'close', 'yes');
      w.at(42).startTask('shut', 30);
      if (cause) w.at(44).due(cause);
      return runOf(analyse(w.entries)).effectAt;
    };
    expect(effect(tied('yes'))).toBe(42 * MINUTE);
    expect(effect(tied('made'))).toBe(42 * MINUTE);
    expect(effect(tied('no'))).toBeUndefined();
    expect(effect(plan({ tasks: [taskOf({ id: 'shut' })] }))).toBeUndefined();
    const not = { type: 'not', of: { type: 'decision', decision: 'close', is: 'no' } } as const;
    expect(effect(plan({ tasks: [taskOf({ id: 'shut', starts: not })] }))).toBeUndefined();
    const entered = (by: string) =>
      ({
        type: 'phase.entered',
        phase: 'alarm',
        cause: { type: 'decision', decision: by, option: 'yes' },
      }) as const;
    expect(effect(tied('no'), entered('close'))).toBe(44 * MINUTE);
    expect(effect(tied('no'), entered('other'))).toBeUndefined();
  });
});

describe('decisions entered later, made outside, raised and noted', () => {
  test('a back-dated decision counts when it was made, also for what was known', () => {
    const w = course(
      plan({
        injects: carrying,
        decisions: [
          decision('close', {
            needs: ['leak', 'spread'],
            opens: { type: 'inject', inject: 'alarm', is: 'opened' },
          }),
        ],
      }),
    );
    w.at(20).open('chief', 'alarm');
    const told = w.send('duty', { to: ['chief'], facts: ['spread'] });
    w.at(50).open('chief', told);
    w.at(85).enter('chief', 'close', 'yes', 45);
    const run = runOf(analyse(w.entries));
    expect(run.made).toMatchObject({ at: 45 * MINUTE, enteredAt: 85 * MINUTE, how: 'control' });
    expect(run).toMatchObject({ waited: 33 * MINUTE, late: false });
    expect(run.atHand.map(({ where }) => where)).toEqual(['known', 'unopened']);
    // The same without the time: entered after its window, with what was read since.
    const late = course();
    late.at(85).enter('chief', 'close', 'yes');
    expect(runOf(analyse(late.entries))).toMatchObject({ late: true, waited: 73 * MINUTE });
    expect(runOf(analyse(late.entries)).made).not.toHaveProperty('enteredAt');
  });

  test('made before anybody had raised it here, it waited not at all', () => {
    const w = course();
    w.at(20).enter('chief', 'close', 'yes', 5);
    const run = runOf(analyse(w.entries));
    expect(run).toMatchObject({ waited: 0, parts: [] });
    expect(run).not.toHaveProperty('releasedAt');
  });

  test('outside the tool is a third value, kept beside the decision', () => {
    const w = course();
    const row = { decision: 'close', option: 'yes', reason: 'Ved bordet', outside: true } as const;
    w.at(40).control(
      { type: 'decision.record', ...row },
      { type: 'decision.recorded', ...row, role: 'chief', facts: [], how: 'role' },
    );
    expect(runOf(analyse(w.entries)).made).toMatchObject({ outside: true, mandate: 'own' });
  });

  test('a raised decision is in the register, without a plan to be measured by', () => {
    const w = course();
    w.at(20).decide('chief', 'close', 'yes');
    const raised = w.at(30).raise('duty', 'Hjem?', ['Ja', 'Nej'], ['mayor'], 30);
    w.at(35).discuss('mayor', raised);
    w.at(50).decide('mayor', raised, 'option-2');
    const open = w.raise('duty', 'Ud?', ['Ja', 'Nej'], [], 30);
    w.at(90).end();
    const a = analyse(w.entries);
    expect(a.decisions.decisions.map((row) => [row.decision, row.origin])).toEqual([
      ['close', 'plan'],
      [raised, 'raised'],
      [open, 'raised'],
    ]);
    expect(runOf(a, raised)).toMatchObject({
      waited: 20 * MINUTE,
      late: false,
      made: { mandate: 'unplanned' },
      consulted: [{ role: 'mayor', answered: true }],
    });
    expect(a.decisions.latency).toMatchObject({ waits: 3, censored: 1 });
    expect(codes(a)).toEqual(['LATE_DECISION']);
    expect(a.findings.findings[0]).toMatchObject({ severity: 'medium', decisions: [open] });
  });

  test('one that was noted with its answer never waited, and is no measure of latency', () => {
    const w = course();
    w.at(20).decide('chief', 'close', 'yes');
    const noted = w.at(70).note('mayor', 'Alarm?', 'Ja', 55);
    w.at(90).end();
    const a = analyse(w.entries);
    expect(runOf(a, noted)).toMatchObject({
      openedAt: 55 * MINUTE,
      waited: 0,
      late: false,
      made: { at: 55 * MINUTE, enteredAt: 70 * MINUTE, mandate: 'unplanned' },
    });
    expect(a.decisions).toMatchObject({ made: 2, latency: { waits: 1 } });
    expect(codes(a)).toEqual([]);
  });
});

describe('Kaplan–Meier', () => {
  const waits = (happened: readonly number[], censored: readonly number[]) => [
    ...happened.map((time) => ({ time, happened: true })),
    ...censored.map((time) => ({ time, happened: false })),
  ];

  test('10 and 20 decided, 30 censored: the median is 20, and the naive mean of 15 is wrong', () => {
    const found = survival(waits([10, 20], [30]));
    expect(found).toMatchObject({ waits: 3, censored: 1, median: 20, lower: 10 });
    expect(found).not.toHaveProperty('upper');
  });

  test('the remission times of 21 children on 6-MP (Freireich and others 1963)', () => {
    const found = survival(
      waits([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
    );
    const steps = found.steps.map(({ time, atRisk, happened, waiting }) => [
      time,
      atRisk,
      happened,
      Number(waiting.toFixed(3)),
    ]);
    expect(steps).toEqual([
      [6, 21, 3, 0.857],
      [7, 17, 1, 0.807],
      [10, 15, 1, 0.753],
      [13, 12, 1, 0.69],
      [16, 11, 1, 0.627],
      [22, 7, 1, 0.538],
      [23, 6, 1, 0.448],
    ]);
    expect(found).toMatchObject({ median: 23, lower: 13 });
    expect(found).not.toHaveProperty('upper');
  });

  test('agrees with the formula written out: each step 1 − d/n of those still waiting', () => {
    const wait = fc.record({ time: fc.integer({ min: 0, max: 12 }), happened: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 30 }), (all) => {
        const left = (t: number): number => {
          let share = 1;
          for (let at = 0; at <= t; at += 1) {
            const n = all.filter(({ time }) => time >= at).length;
            const d = all.filter(({ time, happened }) => time === at && happened).length;
            if (n > 0) share = (share * (n - d)) / n;
          }
          return share;
        };
        const found = survival(all);
        for (const step of found.steps) expect(step.waiting).toBeCloseTo(left(step.time), 10);
        const half = [...Array(13).keys()].find((t) => left(t) <= 0.5 + 1e-9);
        expect(found.median).toBe(all.length > 0 ? half : undefined);
      }),
    );
  });

  test('nothing waited, or nothing ever happened: no figure is made up', () => {
    expect(survival([])).toEqual({ waits: 0, censored: 0, steps: [] });
    expect(survival(waits([], [5, 9]))).toEqual({ waits: 2, censored: 2, steps: [] });
  });

  test('quantiles lie on straight lines between the values', () => {
    expect([0, 0.25, 0.5, 1].map((p) => quantile([20, 2, 10, 4], p))).toEqual([2, 4, 7, 20]);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  test('medians are whole milliseconds, and one of them is a quantile', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 3, undefined]);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(3);
  });
});

describe('authority, level, reversal', () => {
  const shared = plan({
    decisions: [
      decision('close', {
        authority: ['chief', 'mayor'],
        opens: { type: 'inject', inject: 'alarm', is: 'opened' },
      }),
    ],
  });

  test('one with authority that passes it on raises a question, and the time at each is counted', () => {
    const w = course(shared);
    w.at(20).send('chief', { to: ['mayor'], about: { decision: 'close' } });
    w.at(50).decide('mayor', 'close', 'yes');
    w.at(90).end();
    const a = analyse(w.entries);
    const { level } = runOf(a);
    expect(level).toMatchObject({ made: 'passed-on', passedBy: 'chief', depth: 1 });
    expect(
      level.stops.map((stop) => [stop.organisation, stop.from / MINUTE, stop.to / MINUTE]),
    ).toEqual([
      ['town', 20, 50],
      ['state', 50, 50],
    ]);
    expect(a.findings.findings).toMatchObject([
      { code: 'ESCALATED', roles: ['chief'], others: ['mayor'], severity: 'low' },
    ]);
  });

  test('to ask and to answer is no passing on', () => {
    const w = course(shared);
    const ask = w.at(20).send('chief', { to: ['mayor'], asks: true, about: { decision: 'close' } });
    w.at(30).send('mayor', { to: ['chief'], replyTo: ask });
    w.at(50).decide('chief', 'close', 'yes');
    const a = analyse(w.entries);
    expect(runOf(a).level).toMatchObject({ made: 'nearest', depth: 0 });
    const asked = course(shared);
    asked.at(20).send('chief', { to: ['mayor'], asks: true, about: { decision: 'close' } });
    asked.at(50).decide('mayor', 'close', 'yes');
    expect(runOf(analyse(asked.entries)).level).toMatchObject({ made: 'nearest', depth: 1 });
    expect(codes(analyse(asked.entries))).toEqual([]);
  });

  test('made where there was no authority, by a deputy, by nobody', () => {
    const made = (act: (w: ReturnType<typeof course>) => void) => {
      const w = course();
      act(w);
      return runOf(analyse(w.entries));
    };
    expect(made((w) => w.at(20).decide('mayor', 'close', 'yes'))).toMatchObject({
      level: { made: 'outside' },
      made: { mandate: 'none' },
    });
    expect(made((w) => w.at(20).decide('duty', 'close', 'yes'))).toMatchObject({
      level: { made: 'nearest' },
      made: { mandate: 'deputy' },
    });
    expect(made((w) => w.at(72).lapse('close', 'no')).level).not.toHaveProperty('made');
  });

  test('the same question raised again and answered otherwise reverses; the same answer does not', () => {
    const again = (option: string) => {
      const w = course();
      w.at(20).decide('chief', 'close', 'yes');
      w.at(60).note('mayor', ' CLOSE?', option);
      return analyse(w.entries);
    };
    expect(runOf(again('Nej')).revisions).toMatchObject([
      { kind: 'anew', text: 'Nej', at: 60 * MINUTE },
    ]);
    expect(again('Nej').decisions).toMatchObject({ made: 2, reversed: 1 });
    expect(runOf(again('ja')).revisions).toEqual([]);
  });

  test('corrections and objections stand beside the record and reverse nothing', () => {
    const w = course();
    const seq = w.at(20).decide('chief', 'close', 'yes');
    const note = { entry: seq, text: 'Det var vagten' };
    w.at(30).control(
      { type: 'record.note', kind: 'correction', ...note },
      { type: 'record.noted', note: 'note.1', kind: 'correction', ...note },
      { type: 'record.noted', note: 'note.2', kind: 'bookmark', ...note },
      {
        type: 'record.contested',
        contest: 'contest.1',
        role: 'duty',
        about: { decision: 'close' },
        text: 'Nej',
      },
    );
    const a = analyse(w.entries);
    expect(runOf(a).revisions.map(({ kind }) => kind)).toEqual(['corrected', 'contested']);
    expect(a.decisions.reversed).toBe(0);
  });
});

describe('information at hand', () => {
  const needing = plan({
    decisions: [
      decision('close', {
        needs: ['leak', 'spread', 'cause'],
        consult: ['mayor'],
        inform: ['duty'],
        opens: { type: 'inject', inject: 'alarm', is: 'opened' },
      }),
    ],
    injects: [inject('alarm', ['leak']), inject('echo', ['spread'])],
  });

  test('known, unopened, held, nowhere: for each, and over all', () => {
    const w = course(needing);
    w.at(15).open('chief', 'alarm');
    w.at(16).release('echo', ['chief', 'mayor']);
    w.at(20).decide('chief', 'close', 'yes');
    const a = analyse(w.entries);
    expect(runOf(a).atHand.map(({ where }) => where)).toEqual(['known', 'unopened', 'nowhere']);
    expect(a.decisions.atHand).toEqual({ known: 1, unopened: 1, held: 0, nowhere: 1 });
  });

  test('who was heard and who was told', () => {
    const w = course(needing);
    const ask = w.at(15).send('chief', { to: ['mayor'], asks: true, about: { decision: 'close' } });
    w.at(17).send('mayor', { to: ['chief'], replyTo: ask });
    w.at(20).decide('chief', 'close', 'yes');
    const told = w.send('chief', { to: ['duty'], about: { decision: 'close' } });
    w.at(33).open('duty', told);
    expect(runOf(analyse(w.entries))).toMatchObject({
      consulted: [{ role: 'mayor', answered: true }],
      informed: [{ role: 'duty', at: 33 * MINUTE }],
    });
  });

  test('a decision without key facts is no informed decision to praise', () => {
    const w = course();
    w.at(20).decide('chief', 'close', 'yes');
    expect(analyse(w.entries).findings.strengths).toEqual([]);
    const known = course(
      plan({
        injects: carrying,
        decisions: [
          decision('close', {
            needs: ['leak'],
            opens: { type: 'inject', inject: 'alarm', is: 'opened' },
          }),
        ],
      }),
    );
    known.at(15).open('chief', 'alarm');
    known.at(20).decide('chief', 'close', 'yes');
    const strengths = analyse(known.entries).findings.strengths.map((s) => s.code);
    expect(strengths).toContain('STRENGTH_DECISION');
  });
});
