/** Being noticed: off until asked for, kept, and only for what has come. */
import { describe, expect, it } from 'vitest';
import { arrival, openSignals } from '../../participant-ui/signal.ts';
import { item, memoryShelf, task, viewWith } from './support.ts';

describe('choices', () => {
  it('disturb nobody until they are made, and are kept', () => {
    const shelf = memoryShelf();
    const signals = openSignals(shelf);
    expect(signals.choices()).toMatchObject({ sound: false, notify: false, slash: true });
    signals.choose({ sound: true, slash: false, inbox: 'urgency' });
    expect(openSignals(shelf).choices()).toEqual({
      sound: true,
      notify: false,
      slash: false,
      inbox: 'urgency',
    });
  });

  it.each(['', 'null', '7', '{"sound":"yes","inbox":"x"}', '{'])('do not trust %j', (kept) => {
    const shelf = { ...memoryShelf(), getItem: () => kept };
    expect(openSignals(shelf).choices()).toMatchObject({ sound: false, inbox: 'newest' });
  });

  it('hold in a browser that keeps nothing, and tell those who listen', () => {
    const shelf = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    const signals = openSignals(shelf);
    const heard: boolean[] = [];
    const stop = signals.subscribe(() => heard.push(signals.choices().sound));
    signals.choose({ sound: true });
    stop();
    signals.choose({ sound: false });
    expect(heard).toEqual([true]);
  });
});

describe('arrivals', () => {
  const mail = item('mail', { channel: 'email' });
  it('sound as the loudest of what came', () => {
    const before = viewWith({ items: { mail } });
    const items = (more: object) => viewWith({ items: { mail, ...more } });
    expect(arrival(before, items({}))).toBeUndefined();
    expect(arrival(before, items({ b: item('b', { channel: 'sms' }) }))).toBe('message');
    const call = { c: item('c', { channel: 'phone' }) };
    expect(arrival(before, items({ b: mail, ...call }))).toBe('phone');
    expect(arrival(before, items({ ...call, a: item('a', { channel: 'alarm' }) }))).toBe('alarm');
  });

  it('are not what one sent or read oneself, nor another’s offer', () => {
    const before = viewWith({ items: { mail }, tasks: { t: task('t') } });
    const sent = item('s', { sent: true, channel: 'message' });
    const offer = { from: 'me', to: 'cert', as: 'accountable', at: 0 } as const;
    const after = viewWith({
      items: { mail: { ...mail, opened: 3 }, s: sent },
      tasks: { t: task('t', { offers: [offer] }) },
    });
    expect(arrival(before, after)).toBeUndefined();
    const ours = { ...offer, from: 'cert', to: 'me' };
    expect(
      arrival(before, viewWith({ ...after, tasks: { t: task('t', { offers: [ours] }) } })),
    ).toBe('message');
  });
});
