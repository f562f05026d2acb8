/** Drafts outlive refusals and lost connections; nothing is sent twice by an eager finger. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../engine/runtime/client.ts';
import { openDrafts } from '../../participant-ui/drafts.ts';

const done: Outcome = { type: 'done', seq: 1 };
const reason = { da: 'På pause', en: 'Paused' };
const refused: Outcome = { type: 'refused', code: 'paused', reason };

describe('drafts', () => {
  it('clears what the host has accepted', async () => {
    const drafts = openDrafts();
    drafts.write('a', { body: 'Hej' });
    expect(await drafts.attempt('a', () => Promise.resolve(done))).toBe(true);
    expect(drafts.draft('a').body).toBe('');
    expect(drafts.trial('a')).toEqual({ type: 'done' });
  });

  it('keeps what the host has refused, and why', async () => {
    const drafts = openDrafts();
    drafts.write('a', { body: 'Hej' });
    expect(await drafts.attempt('a', () => Promise.resolve(refused))).toBe(false);
    expect(drafts.draft('a').body).toBe('Hej');
    expect(drafts.trial('a')).toEqual({ type: 'refused', reason });
    drafts.write('a', { body: 'Hej igen' });
    expect(drafts.trial('a').type).toBe('idle');
  });

  it('sends once while the answer is awaited', async () => {
    const drafts = openDrafts();
    let sent = 0;
    const send = (): Promise<Outcome> => {
      sent += 1;
      return Promise.resolve(done);
    };
    await Promise.all([drafts.attempt('a', send), drafts.attempt('a', send)]);
    expect(sent).toBe(1);
  });

  it('keeps what was written on while the answer was awaited', async () => {
    const drafts = openDrafts();
    drafts.write('a', { body: 'Første' });
    const sending = drafts.attempt('a', () => Promise.resolve(done));
    drafts.write('a', { body: 'Første og mere' });
    await sending;
    expect(drafts.draft('a').body).toBe('Første og mere');
  });

  it('prefills only an untouched form', () => {
    const drafts = openDrafts();
    drafts.begin('a', { title: 'SV: x' });
    drafts.begin('a', { title: 'SV: y' });
    expect(drafts.draft('a').title).toBe('SV: x');
  });

  it('is dirty while there is text or an unanswered act, and not for a prefilled title', async () => {
    const drafts = openDrafts();
    drafts.begin('a', { title: 'SV: x' });
    expect(drafts.dirty()).toBe(false);
    drafts.write('a', { body: 'Hej' });
    expect(drafts.dirty()).toBe(true);
    drafts.clear('a');
    const sending = drafts.attempt('b', () => Promise.resolve(done));
    expect(drafts.dirty()).toBe(true);
    await sending;
    expect(drafts.dirty()).toBe(false);
  });

  it('is told of every change, and forgets all with the chair', () => {
    const drafts = openDrafts();
    let told = 0;
    const stop = drafts.subscribe(() => (told += 1));
    drafts.write('a', { body: 'Hej' });
    drafts.empty();
    stop();
    drafts.write('b', { body: 'Hej' });
    expect(told).toBe(2);
    expect(drafts.draft('a').body).toBe('');
  });

  it('does not call it a lack when an eager finger taps again on what was just done', async () => {
    const drafts = openDrafts();
    drafts.write('a', { body: 'Hej' });
    await drafts.attempt('a', () => Promise.resolve(done));
    drafts.miss('a', 'body');
    expect(drafts.trial('a')).toEqual({ type: 'done' });
    drafts.write('a', { body: ' ' });
    drafts.miss('a', 'body');
    expect(drafts.trial('a')).toEqual({ type: 'missing', field: 'body' });
  });

  it('gives the form free for the next while the first waits, and sends each once', async () => {
    const drafts = openDrafts();
    const answers: ((outcome: Outcome) => void)[] = [];
    const send = () => new Promise<Outcome>((resolve) => answers.push(resolve));
    drafts.write('a', { body: 'Et' });
    const first = drafts.attempt('a', send);
    drafts.setAside('a');
    const [aside = ''] = drafts.aside('a');
    expect([drafts.draft(aside).body, drafts.trial(aside).type]).toEqual(['Et', 'sending']);
    expect([drafts.draft('a').body, drafts.trial('a').type]).toEqual(['', 'idle']);
    drafts.write('a', { body: 'To' });
    const second = drafts.attempt('a', send);
    answers[1]?.(done);
    expect(await second).toBe(true);
    answers[0]?.(refused);
    expect(await first).toBe(false);
    // What was refused is there to be changed and sent again under its own name.
    expect(drafts.draft(aside).body).toBe('Et');
    expect(drafts.trial(aside)).toEqual({ type: 'refused', reason });
    expect(await drafts.attempt(aside, () => Promise.resolve(done))).toBe(true);
    expect(drafts.aside('a')).toEqual([]);
    expect(answers).toHaveLength(2);
    drafts.setAside('a');
    expect(drafts.aside('a')).toEqual([]);
  });
});
