/** Knows: entries to fill a journal with. Does not know: whether they would ever happen so. */
import fc from 'fast-check';
import type { Draft, Entry } from '../../engine/exercise/entry.ts';

const WALL = '2026-09-18T00:10:00.000Z';

/** A draft like those that a busy exercise writes. */
export function draft(seq: number, text = 'Skærmene på plejecentret er sorte 🖥️'): Draft {
  const head = { seq, at: seq * 10, wall: WALL };
  const by = { type: 'role', role: 'it-duty', seat: 'seat-1' } as const;
  if (seq % 2 === 1) {
    const event = { type: 'item.opened', item: text, role: 'it-duty' } as const;
    return { ...head, by: { type: 'engine' }, event };
  }
  const input = { type: 'message.send', to: ['kommune/nordby/crisis-lead'], body: text } as const;
  return { ...head, by, input, act: `act-${seq}` };
}

export function drafts(from: number, count: number, text?: string): Draft[] {
  return Array.from({ length: count }, (_, i) => draft(from + i, text));
}

/** Texts that a hostile or unlucky sender may put into an entry. */
const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n', '\r\n', '\u2028', '\ud800', '\u001b[2J', '"}\n{"seq":0', 'æøåÆØÅ', '\0'),
);

/** Batches of drafts, numbered from 0. */
export const batches: fc.Arbitrary<Draft[][]> = fc
  .array(fc.array(nastyText, { maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .map((texts) => {
    let seq = 0;
    return texts.map((batch) => batch.map((text) => draft(seq++, text)));
  });

/** An entry without its place in the chain, as JSON sees it. */
export function asDraft(entry: Entry): unknown {
  return asJson({ ...entry, prev: undefined });
}

export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
