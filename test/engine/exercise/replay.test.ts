/** What a replay finds: where a journal is not what the engine would have written, and why. */
import { expect, test } from 'vitest';
import type { Entry } from '../../../engine/exercise/entry.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  injects: { call: { at: '10m', expect: [{ role: 'duty', does: 'acknowledge', within: '5m' }] } },
});
const sound: readonly Entry[] = given(plan)
  .startex()
  .at('12m')
  .as('duty', { type: 'item.acknowledge', item: 'call' })
  .at('4h').entries;

const eventAt = (type: string): number =>
  sound.findIndex((entry) => 'event' in entry && entry.event.type === type);
const spoilt = (at: number, change: (entry: Entry) => Entry): readonly Entry[] =>
  sound.map((entry, i) => (i === at ? change(entry) : entry));

test('a sound journal has no difference', () => {
  expect(replay(sound)).toMatchObject({ entries: sound.length, whole: sound.length - 1 });
  expect(replay(sound).differs).toBeUndefined();
});

test('a journal that does not begin with a plan cannot be replayed', () => {
  for (const entries of [[], sound.slice(1), sound.slice(2)]) {
    expect(replay(entries)).toMatchObject({ whole: -1, differs: { seq: 0, why: 'no-plan' } });
  }
});

test('a journal of another format, or with another plan than it says, is named as such', () => {
  const opening = sound[0]!;
  if (!('input' in opening) || opening.input.type !== 'exercise.open')
    throw new Error('no opening');
  const { input } = opening;
  const format = spoilt(0, () => ({ ...opening, input: { ...input, format: 99 } }));
  expect(replay(format).differs).toEqual({ seq: 0, why: 'format' });
  const length = spoilt(0, () => ({
    ...opening,
    input: { ...input, plan: { ...plan, length: 1 } },
  }));
  expect(replay(length).differs).toEqual({ seq: 0, why: 'digest' });
});

test('an event that did not follow is named, with what should have', () => {
  const at = eventAt('obligation.met');
  const recorded = { type: 'obligation.late', obligation: 'call.1' } as const;
  const { differs, whole } = replay(spoilt(at, (entry) => ({ ...entry, event: recorded })));
  expect(differs).toEqual({
    seq: at,
    why: 'event',
    recorded,
    computed: { type: 'obligation.met', obligation: 'call.1' },
  });
  expect(whole).toBeLessThan(at);
});

test('an event that was left out, one too many, and one at another time are each found', () => {
  const at = eventAt('obligation.met');
  const leftOut = replay(sound.filter((_, i) => i !== at)).differs;
  expect(leftOut).toMatchObject({ why: 'event', computed: { type: 'obligation.met' } });
  const twice = [...sound.slice(0, at + 1), sound[at]!, ...sound.slice(at + 1)];
  expect(replay(twice).differs).toMatchObject({
    why: 'extra',
    recorded: { type: 'obligation.met' },
  });
  const later = spoilt(at, (entry) => ({ ...entry, at: entry.at + 1 }));
  expect(replay(later).differs).toMatchObject({ seq: at, why: 'time' });
});

test('time that runs backwards is found', () => {
  const at = sound.findIndex(
    (entry) => 'input' in entry && entry.input.type === 'item.acknowledge',
  );
  const back = spoilt(at, (entry) => ({ ...entry, at: 0 }));
  expect(replay(back).differs).toEqual({ seq: at, why: 'time' });
});

test('what fell due cannot be moved, or taken out behind everything else', () => {
  const last = given(plan).startex().at('30m').control({ type: 'exercise.end' }).entries;
  const due = last.findIndex(
    (entry) => 'event' in entry && entry.event.type === 'obligation.overdue',
  );
  const earlier = last.map((entry, i) =>
    i === due || i === due - 1 ? { ...entry, at: entry.at - 1 } : entry,
  );
  expect(replay(earlier).differs).toMatchObject({ seq: due, why: 'event' });
  const without = last.filter((_, i) => i !== due && i !== due - 1);
  expect(replay(without).differs).toMatchObject({ why: 'time' });
});

test('keys in another order are no difference', () => {
  const turned = sound.map((entry) => {
    if (!('event' in entry)) return entry;
    const event = Object.fromEntries(Object.entries(entry.event).reverse());
    return { ...entry, event } as Entry;
  });
  expect(replay(turned).differs).toBeUndefined();
});

test('an act cut short at the end is left out, and is no difference', () => {
  const at = eventAt('obligation.met');
  const { whole, differs, state } = replay(sound.slice(0, at));
  expect(differs).toBeUndefined();
  expect(whole).toBe(
    sound.findIndex((entry) => 'input' in entry && entry.input.type === 'item.acknowledge') - 1,
  );
  expect(state?.obligations.get('call.1')?.status).toBe('open');
});
