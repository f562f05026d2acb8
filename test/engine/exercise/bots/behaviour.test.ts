/** Each behaviour does what its name says, and nothing that the rules forbid. */
import { describe, expect, test } from 'vitest';
import { BEHAVIOURS, type Behaviour } from '../../../../engine/exercise/bots/behaviour.ts';
import { SERVICE } from '../../../../engine/exercise/bots/queue.ts';
import { replay } from '../../../../engine/exercise/replay.ts';
import { sha256 } from '../../../../engine/plan/digest.ts';
import { scenario } from '../../../support/scenario.ts';
import { actsOf, eventsOf, rehearsed } from '../../../support/rehearsal.ts';

const OFFICES = {
  duty: { name: 'Duty officer', organisation: 'operator' },
  boss: { name: 'Manager', organisation: 'operator' },
  clerk: { name: 'Clerk', organisation: 'operator' },
  lead: { name: 'Crisis lead', organisation: 'town' },
  mayor: { name: 'Mayor', organisation: 'town' },
};
const plan = scenario({
  roles: OFFICES,
  facts: { leak: {}, fire: {} },
  tasks: {
    warn: {
      needs: ['leak'],
      clock: 'warning',
      within: '60m',
      consulted: ['lead'],
      informed: ['mayor'],
    },
    clean: { accountable: 'lead', responsible: ['lead'], needs: ['fire'], within: '90m' },
  },
  decisions: {
    cut: { opens: { inject: 'call' }, consult: ['duty', 'lead'], needs: ['leak'], within: '60m' },
  },
  interfaces: { tell: { from: 'duty', to: 'lead', carries: ['leak'], within: '60m' } },
  injects: {
    call: {
      at: '0m',
      to: ['duty', 'boss'],
      facts: ['leak'],
      expect: [
        { id: 'acknowledge', role: 'duty', does: 'acknowledge', within: '30m' },
        { id: 'answer', role: 'boss', does: 'answer', within: '30m' },
        {
          id: 'message',
          role: 'duty',
          does: 'message',
          to: 'lead',
          facts: ['leak'],
          within: '40m',
        },
        { id: 'declare', role: 'boss', does: 'declare', within: '90m' },
      ],
    },
    smoke: {
      at: '5m',
      to: ['duty', 'lead'],
      facts: ['fire'],
      expect: [{ id: 'smell', role: 'duty', does: 'message', to: 'boss', within: '30m' }],
    },
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`note-${i}`, { at: `${i}m`, to: ['duty', 'clerk'] }]),
    ),
  },
});

const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1);
const runs = (behaviour: Behaviour) => SEEDS.map((seed) => rehearsed(plan, seed, behaviour));
const ends = (behaviour: Behaviour, status: string): number =>
  runs(behaviour).flatMap(({ state }) =>
    [...state.obligations.values()].filter((row) => row.status === status),
  ).length;

test('the mixture of live exercises has not changed: its acts are those of the first version', () => {
  const acts = SEEDS.flatMap((seed) => actsOf(rehearsed(plan, seed, new Map()).drafts));
  const said = acts.map(({ at, by, input }) => JSON.stringify({ at, by, input })).join('\n');
  expect(sha256(said)).toBe('c657c8518ee8b9ae0fec8f2ee3321e7752f0c7ab1d61dfaf3bf618a27b9b084d');
  const named = SEEDS.flatMap((seed) => actsOf(rehearsed(plan, seed, 'human').drafts));
  expect(named).toEqual(acts);
});

describe.each(BEHAVIOURS)('%s', (behaviour) => {
  test('repeats itself, replays, and asks for nothing it may not', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const { drafts } = rehearsed(plan, seed, behaviour);
      expect(rehearsed(plan, seed, behaviour).drafts).toEqual(drafts);
      const again = replay(drafts.map((draft) => ({ ...draft, prev: '' })));
      expect(again).toMatchObject({ whole: drafts.length - 1 });
      const refused = eventsOf(drafts).filter(({ type }) => type === 'input.refused');
      // A handover can be withdrawn before it is answered; nothing else is ever refused.
      expect(refused.length).toBeLessThanOrEqual(behaviour === 'random' ? 3 : 0);
    }
  });
});

test('the diligent do everything in time', () => {
  for (const { state } of runs('diligent')) {
    const statuses = [...state.obligations.values()].map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['met']));
    expect(
      [...state.tasks.values()].every(({ status, overdue }) => status === 'done' && !overdue),
    ).toBe(true);
    expect(state.decisions.get('cut')?.made?.how).toBe('role');
  }
});

test('the slow do it all the same, mostly too late', () => {
  expect(ends('slow', 'late')).toBeGreaterThan(ends('slow', 'met'));
  expect(ends('slow', 'lapsed')).toBe(0);
});

test('the silent do nothing at all, not even read', () => {
  for (const { state, drafts } of runs('silent')) {
    expect(actsOf(drafts)).toEqual([]);
    expect(state.decisions.get('cut')?.made?.how).toBe('default');
    expect(state.status).toBe('closed');
  }
  const one = rehearsed(
    plan,
    1,
    new Map([
      ['duty', 'silent'],
      ['*', 'diligent'],
    ]),
  );
  const actors = new Set(actsOf(one.drafts).map(({ by }) => by.type === 'role' && by.role));
  expect(actors).toEqual(new Set(['boss', 'clerk', 'lead']));
});

test('the overloaded do one thing at a time, and forget some of what lies below', () => {
  let forgotten = 0;
  for (const { drafts, bots } of runs('overloaded')) {
    const last = new Map<string, number>();
    for (const { by, at, input } of actsOf(drafts)) {
      const role = by.type === 'role' ? by.role : '';
      const service = SERVICE[input.type as keyof typeof SERVICE];
      expect(at - service).toBeGreaterThanOrEqual(last.get(role) ?? 0);
      last.set(role, at);
    }
    forgotten += bots.piles().get('duty')?.forgotten ?? 0;
    expect(bots.piles().get('duty')?.longest).toBeGreaterThan(1);
  }
  expect(forgotten).toBeGreaterThan(0);
  expect(ends('overloaded', 'late') + ends('overloaded', 'lapsed')).toBeGreaterThan(0);
});

test('the wrong addressee hears what another should have heard', () => {
  for (const { state } of runs('wrong-addressee')) {
    expect(state.facts.get('leak')?.has('lead')).toBe(false);
    expect(state.facts.get('leak')?.has('mayor')).toBe(true);
    expect(state.obligations.get('message')?.status).toBe('lapsed');
  }
});

test('the random claim what is not theirs, hand on, decline, and decide for others', () => {
  const all = runs('random').flatMap(({ drafts }) => eventsOf(drafts));
  const claimed = all.filter((event) => event.type === 'task.claimed');
  expect(
    claimed.some(({ task, role }) => task === 'warn' && role !== 'duty' && role !== 'boss'),
  ).toBe(true);
  for (const type of [
    'task.released',
    'handover.offered',
    'handover.declined',
    'handover.accepted',
  ]) {
    expect(all.map((event) => event.type)).toContain(type);
  }
  const decided = all.filter((event) => event.type === 'decision.recorded');
  expect(decided.some(({ role }) => role !== undefined && role !== 'boss')).toBe(true);
});

test('how one behaves changes nothing in how another draws its chances', () => {
  const acts = (behave: ReadonlyMap<string, Behaviour>) =>
    actsOf(rehearsed(plan, 5, behave).drafts).filter(
      ({ by, input }) => by.type === 'role' && by.role === 'clerk' && input.type === 'item.open',
    );
  const opened = acts(new Map()).map(({ at, input }) => ({ at, input }));
  expect(opened.length).toBe(9);
  const beside = acts(
    new Map([
      ['duty', 'silent'],
      ['lead', 'random'],
    ]),
  );
  expect(beside.map(({ at, input }) => ({ at, input }))).toEqual(opened);
});
