/** Load: what was on a role, what was done in time at which load, and where it broke. */
import { expect, test } from 'vitest';
import type { Expectation, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const duty = (id: string, who = 'it'): Expectation => ({
  id,
  inject: 'x',
  role: who,
  does: 'acknowledge',
  to: [],
  facts: [],
  within: 10 * MINUTE,
});
const plan = (count: number, parts: Partial<Plan> = {}): Plan =>
  planOf({
    roles: [role('it', 'o'), role('idle', 'o')],
    expectations: [...Array(count).keys()].map((i) => duty(`e${i}`)),
    ...parts,
  });
type Writer = ReturnType<typeof writer>;
const open = (w: Writer, id: string, at: number) =>
  w.at(at).due({ type: 'obligation.opened', obligation: id, due: (at + 10) * MINUTE });
const met = (w: Writer, id: string, at: number) =>
  w.at(at).due({ type: 'obligation.met', obligation: id });
const late = (w: Writer, id: string, at: number) => {
  w.due({ type: 'obligation.overdue', obligation: id });
  return w.at(at).due({ type: 'obligation.late', obligation: id });
};

/** Five alone, each in time; then five at once, of which one is in time; and one more afterwards. */
function ramp(after = true) {
  const w = writer(plan(12));
  w.at(0).start();
  for (let i = 0; i < 5; i += 1) {
    open(w, `e${i}`, 20 * i);
    met(w, `e${i}`, 20 * i + 5);
  }
  for (let i = 5; i < 11; i += 1) open(w, `e${i}`, 120);
  met(w, 'e5', 125);
  for (let i = 6; i < 11; i += 1) late(w, `e${i}`, 150 + i);
  if (after) {
    open(w, 'e11', 180);
    met(w, 'e11', 185);
  }
  w.at(300).end();
  return analyse(w.entries);
}

test('load counts what is open at once, and every stretch of the exercise once', () => {
  const [row, ...others] = ramp().load;
  expect(others).toEqual([]);
  expect(row).toMatchObject({ role: 'it', peak: 6, peakAt: 120 * MINUTE });
  const whole = row?.steps.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(whole).toBe(300 * MINUTE);
  row?.steps.forEach((step, i) => {
    if (i > 0) expect(step.from).toBe(row.steps[i - 1]?.to);
  });
  expect(row?.levels).toEqual([
    { load: 1, due: 6, inTime: 6 },
    { load: 6, due: 6, inTime: 1 },
  ]);
});

test('the breaking point is the lowest load from which the role does not keep up', () => {
  const [row] = ramp().load;
  expect(row?.breaking).toEqual({
    load: 6,
    below: { due: 6, inTime: 6 },
    above: { due: 6, inTime: 1 },
    brokeAt: 120 * MINUTE,
    recoveredAt: 180 * MINUTE,
  });
  const found = ramp().findings.findings.find(({ code }) => code === 'BREAKPOINT');
  expect(found).toMatchObject({
    variant: 'passing',
    roles: ['it'],
    measures: { load: 6, count: 1, total: 6, after: 60 * MINUTE },
  });
  const lasting = ramp(false);
  expect(lasting.load[0]?.breaking).not.toHaveProperty('recoveredAt');
});

test('few expectations, all in time, or late at any load: there is no breaking point', () => {
  const some = (count: number, end: (w: Writer, id: string, at: number) => unknown) => {
    const w = writer(plan(count));
    w.at(0).start();
    for (let i = 0; i < count; i += 1) open(w, `e${i}`, i);
    for (let i = 0; i < count; i += 1) end(w, `e${i}`, 100 + i);
    w.at(300).end();
    return analyse(w.entries);
  };
  for (const analysis of [some(3, late), some(20, met), some(20, late)]) {
    expect(analysis.load[0]?.breaking).toBeUndefined();
    expect(analysis.findings.findings.map(({ code }) => code)).not.toContain('BREAKPOINT');
  }
});

test('a task is on the role that holds it, as long as it does; handing it on moves it', () => {
  const w = writer(plan(0, { tasks: [taskOf({ id: 't', accountable: ['it'] })] }));
  w.at(0).start();
  w.at(10).startTask('t', 60);
  w.at(20).claim('it', 't');
  w.at(30).offer('it', 'idle', 't');
  w.at(40).accept('it', 'idle', 't');
  w.at(50).finish('idle', 't');
  w.at(60).end();
  const { load } = analyse(w.entries);
  const held = load.map(({ role: id, steps }) => [
    id,
    steps.filter((step) => step.load > 0).map(({ from, to }) => [from / MINUTE, to / MINUTE]),
  ]);
  expect(held).toEqual([
    ['it', [[20, 40]]],
    ['idle', [[40, 50]]],
  ]);
});

test('what was waived, or done outside the tool, says nothing about keeping up', () => {
  const w = writer(plan(2));
  w.at(0).start();
  open(w, 'e0', 10);
  open(w, 'e1', 10);
  w.at(12).due({ type: 'obligation.waived', obligation: 'e0' });
  w.due({ type: 'obligation.outside', obligation: 'e1' });
  w.at(60).end();
  expect(analyse(w.entries).load[0]).toMatchObject({ peak: 2, levels: [] });
});
