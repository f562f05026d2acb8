/** What the drawings rest on: load, fact flow, gaps, counts, pages. */
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../engine/scenario/time.ts';
import { flowOf } from '../../../exports/plan/flow.ts';
import { loadOf, longestIdle, peakOf } from '../../../exports/plan/load.ts';
import { pagesOf } from '../../../exports/plan/pages.ts';
import { plannedLetters } from '../../../engine/plan/letter.ts';
import { gapsIn } from '../../../exports/plan/responsibility.ts';
import { scheduleOf } from '../../../exports/plan/schedule.ts';
import { cellText } from '../../../exports/plan/sections/facts.ts';
import { tallyOf, usesOf } from '../../../exports/plan/tally.ts';
import { planOf, role, taskOf } from '../fixture.ts';
import { crowdPlan, inject, smallPlan } from './fixture.ts';

const schedule = scheduleOf(smallPlan);

describe('load', () => {
  const loads = loadOf(smallPlan, schedule);
  const duty = loads.find((load) => load.role === 'it-duty')!;

  test('injects and expectations of the usual course, quarter by quarter', () => {
    expect([...duty.quarters]).toEqual([
      [1, { injects: 1, expectations: 1 }],
      [3, { injects: 1, expectations: 0 }],
    ]);
    expect(peakOf(duty)).toEqual({ quarter: 1, load: { injects: 1, expectations: 1 } });
  });

  test('other branches and reserves are marks, not load', () => {
    expect(duty.marks.map(({ inject: id }) => id)).toEqual([
      'call',
      'spread-news',
      'nudge',
      'blamed',
    ]);
    expect(duty.injects).toBe(2);
  });

  test('the longest stretch with nothing, to the end of the exercise', () => {
    expect(longestIdle(duty, 3 * HOUR)).toEqual({ from: HOUR, to: 3 * HOUR });
    const press = loads.find((load) => load.role === 'press')!;
    expect(longestIdle(press, 3 * HOUR)).toEqual({ from: 0, to: 3 * HOUR });
  });
});

describe('fact flow', () => {
  const [encrypted, leak] = flowOf(smallPlan, schedule);

  test('injects give, interfaces and expected messages pass on', () => {
    expect([...encrypted!.given.values()]).toEqual([
      { role: 'it-duty', way: 'inject', via: 'call', at: 15 * MINUTE },
      { role: 'kommune/nordby/lead', way: 'interface', via: 'IF-01', at: 15 * MINUTE },
      { role: 'kommune/sundby/lead', way: 'message', via: 'call', at: 15 * MINUTE },
    ]);
  });

  test('who needs it is covered, or there is a hole', () => {
    const status = Object.fromEntries(
      encrypted!.needs.map(({ role: id, for: what, status: found }) => [`${id} ${what}`, found]),
    );
    expect(status).toEqual({
      'it-manager task': 'hole',
      'kommune/nordby/lead task': 'covered',
      'it-duty task': 'covered',
      'it-manager decision': 'hole',
    });
    expect(leak!.sources).toEqual([]);
    expect(leak!.needs.map(({ status: found }) => found)).toEqual(['hole']);
  });

  test('the matrix says it in a few signs', () => {
    expect(cellText(encrypted!, 'it-duty')).toBe('00:15•');
    expect(cellText(encrypted!, 'kommune/nordby/lead')).toBe('→00:15•');
    expect(cellText(encrypted!, 'kommune/sundby/lead')).toBe('✉00:15');
    expect(cellText(encrypted!, 'it-manager')).toBe('✗');
    expect(cellText(encrypted!, 'press')).toBe('');
  });

  test('given after it is needed is late; a promised way counts before a hoped-for one', () => {
    const plan = planOf({
      organisations: [{ id: 'o', name: 'O' }],
      roles: ['a', 'b'].map((id) => role(id, 'o')),
      facts: [{ id: 'f', text: 'F', domain: 'both', trueFrom: 0, marking: 'TLP:CLEAR' }],
      tasks: [taskOf({ id: 't', accountable: ['b'], needs: ['f'], within: HOUR })],
      injects: [
        inject('early', 1, { to: ['a'], facts: ['f'], trigger: { type: 'at', at: 0 } }),
        inject('late', 2, { to: ['b'], facts: ['f'], trigger: { type: 'at', at: 5 * HOUR } }),
      ],
      expectations: [
        {
          id: 'e',
          inject: 'early',
          role: 'a',
          does: 'message',
          to: ['b'],
          facts: ['f'],
          within: MINUTE,
        },
      ],
    });
    const [flow] = flowOf(plan, scheduleOf(plan));
    expect(flow!.given.get('b')).toMatchObject({ way: 'inject', at: 5 * HOUR });
    expect(flow!.needs).toMatchObject([{ role: 'b', status: 'late' }]);
  });

  test('an interface passes on only what somebody on it has, in as many steps as it takes', () => {
    const link = (id: string, from: string, to: string) => ({
      id,
      title: id,
      from: [from],
      to: [to],
      carries: ['f'],
    });
    const plan = planOf({
      organisations: [{ id: 'o', name: 'O' }],
      roles: ['a', 'b', 'c', 'd'].map((id) => role(id, 'o')),
      facts: [{ id: 'f', text: 'F', domain: 'both', trueFrom: 0, marking: 'TLP:CLEAR' }],
      interfaces: [link('bc', 'b', 'c'), link('ab', 'a', 'b'), link('xd', 'd', 'd')],
      injects: [inject('i', 1, { to: ['a'], facts: ['f'], trigger: { type: 'at', at: 0 } })],
    });
    expect([...flowOf(plan, scheduleOf(plan))[0]!.given.keys()]).toEqual(['a', 'b', 'c']);
  });
});

describe('responsibility', () => {
  test('letters in order of weight', () => {
    const task = taskOf({ id: 't', accountable: ['a'], responsible: ['a', 'b'], informed: ['b'] });
    expect(plannedLetters(task, 'a')).toEqual(['A', 'R']);
    expect(plannedLetters(task, 'b')).toEqual(['R', 'I']);
    expect(plannedLetters(task, 'c')).toEqual([]);
  });

  test('gaps: two owners that are meant, nobody to do it, nobody to decide', () => {
    expect(gapsIn(smallPlan)).toEqual([
      {
        type: 'several',
        task: 'early-warning',
        roles: ['it-manager', 'kommune/nordby/lead'],
        meant: true,
      },
      { type: 'responsible', task: 'restore' },
    ]);
    const [cut] = smallPlan.decisions;
    const gaps = gapsIn({ ...smallPlan, tasks: [], decisions: [{ ...cut!, authority: [] }] });
    expect(gaps).toContainEqual({ type: 'authority', decision: 'cut' });
    expect(gaps).toContainEqual({ type: 'idle', role: 'kommune/sundby/lead' });
    expect(gaps).not.toContainEqual({ type: 'idle', role: 'press' });
  });
});

describe('counts', () => {
  const rows = tallyOf(smallPlan, schedule);

  test('phase by phase, and what falls outside', () => {
    const told = rows.map(({ span, injects, tasks, decisions, facts }) => [
      span?.phase ?? '–',
      injects.map(({ id }) => id),
      tasks,
      decisions,
      facts,
    ]);
    expect(told).toEqual([
      ['alarm', ['call', 'nudge', 'blamed'], 2, 1, 1],
      ['spread', ['spread-news'], 0, 0, 0],
      ['calm', [], 0, 0, 0],
      ['storm', [], 0, 0, 0],
      ['dark', ['dark-floor'], 0, 0, 0],
      ['–', ['by-hand'], 0, 0, 0],
    ]);
  });

  test('load an hour, and who gets nothing', () => {
    const spread = rows.find(({ span }) => span?.phase === 'spread')!;
    expect(spread.load).toBe(2);
    expect(rows[0]!.idle).toEqual(['it-manager', 'kommune/nordby/lead', 'kommune/sundby/lead']);
  });

  test('channels, the most used first', () => {
    expect(usesOf(smallPlan.injects, 'channel')).toEqual([
      { key: 'phone', count: 5 },
      { key: 'news', count: 1 },
    ]);
  });
});

test('pages keep organisations together and never hold more than they may', () => {
  const plan = crowdPlan();
  const pages = pagesOf(plan, plan.roles, 16);
  expect(pages.every(({ roles }) => roles.length <= 16)).toBe(true);
  expect(pages.flatMap(({ roles }) => roles).length).toBe(300);
  const homes = pages.flatMap(({ organisations }) => organisations);
  expect(new Set(homes).size).toBe(homes.length);
  const big = pagesOf(
    planOf({ organisations: [{ id: 'o', name: 'O' }] }),
    Array.from({ length: 40 }, (_, i) => role(`r${i}`, 'o')),
    16,
  );
  expect(big.map(({ roles }) => roles.length)).toEqual([16, 16, 8]);
});
