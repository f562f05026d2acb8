/** What the participant at a terminal reads of a pause that is for something. */
import { expect, test, vi } from 'vitest';
import { seated } from './seat.ts';
import { exerciseRow } from './support.ts';

const paused = (hold: 'real' | 'discussion' | 'step', reason?: string) => ({
  exercise: {
    exercise: { ...exerciseRow('paused'), hold, ...(reason === undefined ? {} : { reason }) },
  },
});

test('a real incident is said at once, with its reason; a change of kind is said too', async () => {
  const { put, printed } = seated();
  put(paused('discussion'));
  await vi.waitFor(() => expect(printed()).toContain('* Pause til drøftelse'));
  put(paused('real', 'Brand på 2. sal'));
  await vi.waitFor(() => expect(printed()).toContain('!!! REEL HÆNDELSE – øvelsen er standset'));
  expect(printed()).toContain('Brug de rigtige kanaler');
  expect(printed()).toContain('Brand på 2. sal');
});

test('turn by turn: said in English, and the help offers what can be done meanwhile', async () => {
  const { put, printed, type } = seated('en');
  put(paused('step'));
  await vi.waitFor(() => expect(printed()).toContain('* Turn by turn'));
  await type('clock', 'help');
  expect(printed()).toContain('meanwhile you can act');
  expect(printed()).toMatch(/ack 1|decide 1 2/);
});
