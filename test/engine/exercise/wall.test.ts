/** The wall display's rows: what is let through, by name, and the fields that are not. */
import { expect, test } from 'vitest';
import { changes } from '../../../engine/exercise/changes.ts';
import type { Put } from '../../../engine/exercise/rows.ts';
import { wallPuts, wallView } from '../../../engine/exercise/wall.ts';
import { given, type Given } from '../../support/given.ts';
import { scenario, type Source } from '../../support/scenario.ts';

const news = { channel: 'news', to: ['duty'], from: 'press', at: '0m' } as const;
const PARTS: Source = {
  marking: 'TLP:AMBER',
  facts: { leak: {} },
  phases: { alarm: { length: '10m', next: 'late' }, late: {} },
  tasks: { warn: {} },
  decisions: { cut: {} },
  injects: {
    call: { at: '0m' },
    paper: { ...news, facts: ['leak'], notes: 'Hush' },
    post: { ...news, channel: 'social', at: '5m' },
    strict: { ...news, marking: 'TLP:AMBER+STRICT' },
    red: { ...news, marking: 'TLP:RED' },
    later: { ...news, at: '3h' },
  },
  'hot-wash': { best: 'What went well?' },
};

const begun = (more: Source = {}): Given => given(scenario({ ...PARTS, ...more })).startex();
const of = (e: Given, collection: string): readonly Put[2][] =>
  wallView(e.state).flatMap(([name, , row]) => (name === collection ? [row] : []));
const keys = (e: Given, collection: string): readonly string[] =>
  wallView(e.state).flatMap(([name, key]) => (name === collection ? [key] : []));

test('of the exercise: its name, its times and how it stands; not why, and not what it asks', () => {
  const [row] = of(begun().control({ type: 'exercise.pause', reason: 'Fire alarm' }), 'exercise');
  expect(Object.keys(row ?? {}).sort()).toEqual([
    'id',
    'length',
    'marking',
    'pace',
    'status',
    'story',
    'title',
  ]);
  expect(row).toMatchObject({ status: 'paused' });
});

test('what a pause is for, and of a real incident why: it concerns everybody in the room', () => {
  const held = (kind: 'real' | 'discussion') =>
    of(begun().control({ type: 'exercise.pause', kind, reason: 'Fire on floor 2' }), 'exercise')[0];
  expect(held('real')).toMatchObject({ hold: 'real', reason: 'Fire on floor 2' });
  expect(held('discussion')).toMatchObject({ hold: 'discussion' });
  expect(held('discussion')).not.toHaveProperty('reason');
});

test('the length is that which it has now', () => {
  const before = of(begun(), 'exercise')[0] as { readonly length: number };
  const shifted = begun().control({ type: 'exercise.shift', by: 60_000 });
  expect(of(shifted, 'exercise')[0]).toMatchObject({ length: before.length + 60_000 });
});

test('the phase in which the story stands, and none that is to come', () => {
  expect(of(given(scenario(PARTS)), 'phases')).toEqual([]);
  expect(of(begun(), 'phases')).toEqual([{ id: 'alarm', title: 'alarm' }]);
  expect(of(begun().at('10m'), 'phases')).toEqual([{ id: 'late', title: 'late' }]);
});

test('news are released injects on public channels that are not marked too strictly', () => {
  const exercise = begun();
  expect(keys(exercise, 'news')).toEqual(['paper']);
  expect(keys(exercise.at('5m'), 'news')).toEqual(['paper', 'post']);
  expect(of(exercise, 'news')[0]).toEqual({
    id: 'paper',
    seq: expect.any(Number) as number,
    at: 0,
    channel: 'news',
    from: 'Press',
    title: 'paper',
    body: 'About paper',
    marking: 'TLP:AMBER',
  });
  exercise.control({
    type: 'inject.write',
    to: ['duty'],
    from: 'A paper',
    channel: 'news',
    title: 'Stop press',
    body: 'Now',
  });
  expect(keys(exercise, 'news')).toContain('adhoc.1');
});

test('in an exercise marked for named people, what is marked so stays off the wall', () => {
  expect(keys(begun({ marking: 'TLP:RED' }), 'news')).toEqual([]);
  const open = {
    ...PARTS.injects,
    paper: { ...news, marking: 'TLP:AMBER', facts: ['leak'] },
  } as Source['injects'];
  expect(keys(begun({ marking: 'TLP:RED', injects: open! }), 'news')).toEqual(['paper']);
  expect(keys(begun({ marking: 'TLP:GREEN', injects: open! }), 'news')).not.toContain('paper');
});

test('statements carry who said it by name, and no ids of what they rest on', () => {
  const exercise = begun()
    .as('duty', { type: 'item.open', item: 'paper' })
    .as('duty', {
      type: 'statement.publish',
      outlet: 'web',
      title: 'We are hit',
      body: 'More at noon',
      facts: ['leak'],
    });
  expect(of(exercise, 'statements')).toEqual([
    {
      id: 'statement.1',
      seq: expect.any(Number) as number,
      at: 0,
      name: 'Duty officer',
      organisation: 'Operator',
      outlet: 'web',
      title: 'We are hit',
      body: 'More at noon',
    },
  ]);
});

test('of the picture the last version of each section that may be shown stands', () => {
  const write = (e: Given, text: string, marking?: 'TLP:RED'): Given =>
    e.as('duty', {
      type: 'picture.update',
      section: 'situation',
      text,
      ...(marking ? { marking } : {}),
    });
  const exercise = write(write(write(begun(), 'First'), 'Second'), 'For few', 'TLP:RED');
  expect(of(exercise, 'picture')).toMatchObject([{ section: 'situation', text: 'Second' }]);
  expect(keys(exercise, 'picture')).toEqual(['situation']);
});

test('that somebody reads what is public does not send it to the wall again', () => {
  const exercise = begun()
    .as('duty', { type: 'statement.publish', outlet: 'web', title: 'Hit', body: 'We work' })
    .as('duty', { type: 'picture.update', section: 'situation', text: 'Down' })
    .as('duty', { type: 'item.open', item: 'paper' })
    .as('boss', { type: 'item.open', item: 'statement.1' })
    .as('boss', { type: 'item.open', item: 'picture.1' });
  const { state } = exercise;
  const role = 'duty';
  for (const item of ['paper', 'statement.1', 'picture.1']) {
    expect(wallPuts(state, changes(state, { type: 'item.opened', item, role }))).toEqual([]);
    expect(wallPuts(state, changes(state, { type: 'item.acknowledged', item, role }))).toEqual([]);
  }
  const released = {
    type: 'inject.released',
    inject: 'paper',
    to: ['duty'],
    cause: 'due',
  } as const;
  expect(wallPuts(state, changes(state, released)).map(([, key]) => key)).toEqual(['paper']);
});
