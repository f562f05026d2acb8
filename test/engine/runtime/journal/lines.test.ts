/** The line format: what is sound, what is torn, what is broken. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link } from '../../../../engine/runtime/journal/chain.ts';
import {
  EMPTY,
  encodeLine,
  GENESIS,
  hashLine,
  readLines,
  type Breach,
} from '../../../../engine/runtime/journal/journal.ts';
import { asDraft, asJson, batches, draft, drafts } from '../../../contract/drafts.ts';

function linesOf(count: number): string[] {
  return [...link(drafts(0, count, 'kort'), EMPTY).lines];
}
function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
}
function breach(lines: readonly string[]): Breach | undefined {
  return readLines(bytesOf(lines)).broken;
}

test('a line has its keys in one order, whatever order the draft had', () => {
  const written = encodeLine(draft(0, 'x'), GENESIS);
  const backwards = Object.fromEntries(Object.entries(draft(0, 'x')).reverse());
  expect(encodeLine(backwards as typeof written & ReturnType<typeof draft>, GENESIS)).toBe(written);
  expect(Object.keys(JSON.parse(written) as object)).toEqual([
    'seq',
    'at',
    'wall',
    'by',
    'input',
    'act',
    'prev',
  ]);
  expect(Object.keys(JSON.parse(encodeLine(draft(1, 'x'), GENESIS)) as object)).toEqual([
    'seq',
    'at',
    'wall',
    'by',
    'event',
    'prev',
  ]);
});

test('the first line of format 1 is, for ever, this', () => {
  const line = encodeLine(
    {
      seq: 0,
      at: 0,
      wall: '2026-09-18T00:10:00.000Z',
      by: { type: 'engine' },
      event: { type: 'exercise.opened', exercise: 'x' },
    },
    GENESIS,
  );
  expect(line).toBe(
    `{"seq":0,"at":0,"wall":"2026-09-18T00:10:00.000Z","by":{"type":"engine"},"event":{"type":"exercise.opened","exercise":"x"},"prev":"${GENESIS}"}`,
  );
  expect(hashLine(line)).toBe('ac74495a658de33238bc58e9c1016ae705cde321af6e8e6dd1f19566f5a1b6fd');
});

test('whatever texts hold, an entry is one line and comes back', () => {
  fc.assert(
    fc.property(batches, (all) => {
      const linked = link(all.flat(), EMPTY);
      for (const line of linked.lines) expect(line).not.toContain('\n');
      const reading = readLines(bytesOf(linked.lines));
      expect(reading.entries).toEqual(linked.lines.map((line) => JSON.parse(line) as unknown));
      expect(reading.entries.map(asDraft)).toEqual(asJson(all.flat()));
      expect(reading.tip).toEqual(linked.tip);
    }),
  );
});

test('nothing is an empty journal', () => {
  expect(readLines(new Uint8Array())).toEqual({ entries: [], tip: EMPTY, bytes: 0, ends: [] });
});

test('cut at any byte, it reads up to there: whole lines, and the rest is torn', () => {
  const lines = linesOf(4);
  const whole = bytesOf(lines);
  const ends = lines.map((_, i) => bytesOf(lines.slice(0, i + 1)).length);
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const reading = readLines(whole.subarray(0, cut));
    const sound = ends.filter((end) => end <= cut).length;
    expect(reading.entries).toHaveLength(sound);
    expect(reading.broken).toBeUndefined();
    const rest = cut - (ends[sound - 1] ?? 0);
    expect(reading.torn).toEqual(rest === 0 ? undefined : { line: sound + 1, bytes: rest });
    expect(reading.bytes).toBe(cut - rest);
  }
});

test('a last line of garbage is torn, with a newline or without: a crash can leave either', () => {
  const good = bytesOf(linesOf(2));
  for (const tail of ['{"seq":2,"at"', '\0\0\0\0', '\0\0\0\n', '\n', '{"seq":2}']) {
    const reading = readLines(Buffer.concat([good, Buffer.from(tail)]));
    expect(reading.torn).toEqual({ line: 3, bytes: tail.length });
    expect(reading.entries).toHaveLength(2);
  }
});

describe('is broken', () => {
  test('where a line in the middle is not JSON', () => {
    const lines = linesOf(4);
    lines[2] = lines[2]!.slice(0, -1);
    expect(breach(lines)).toEqual({ seq: 2, line: 3, why: 'not-json' });
    lines[2] = '';
    expect(breach(lines)).toEqual({ seq: 2, line: 3, why: 'not-json' });
  });

  test('where bytes are not UTF-8, though JSON could be made of them', () => {
    const bytes = bytesOf(linesOf(3));
    bytes[bytes.indexOf('kort') + 1] = 0xff;
    expect(readLines(bytes).broken).toEqual({ seq: 0, line: 1, why: 'not-json' });
  });

  test.each([
    ['null'],
    ['[]'],
    ['7'],
    ['{}'],
    [JSON.stringify({ ...draft(1), prev: 7 })],
    [JSON.stringify({ ...draft(1), seq: '1', prev: GENESIS })],
    [JSON.stringify({ ...draft(1), at: 0.5, prev: GENESIS })],
    [JSON.stringify({ ...draft(1), by: 'me', prev: GENESIS })],
    [JSON.stringify({ ...draft(1), event: undefined, prev: GENESIS })],
    [JSON.stringify({ ...draft(1), input: { type: 'x' }, prev: GENESIS })],
    [JSON.stringify({ ...draft(2), seq: 1, act: 5, prev: GENESIS })],
  ])('where a line is no entry: %s', (wrong) => {
    const lines = linesOf(3);
    lines[1] = wrong;
    expect(breach(lines)).toEqual({ seq: 1, line: 2, why: 'bad-shape' });
  });

  test('where an entry is missing, doubled or out of its place', () => {
    const [a, b, c, d] = linesOf(4) as [string, string, string, string];
    expect(breach([a, c, d])).toEqual({ seq: 1, line: 2, why: 'seq-gap' });
    expect(breach([b, c, d])).toEqual({ seq: 0, line: 1, why: 'seq-gap' });
    expect(breach([a, b, b, c])).toEqual({ seq: 2, line: 3, why: 'seq-gap' });
    expect(breach([a, c, b, d])).toEqual({ seq: 1, line: 2, why: 'seq-gap' });
  });

  test('at the line after one that was changed, be it by a single letter or space', () => {
    const lines = linesOf(4);
    for (const changed of [lines[1]!.replace('kort', 'Kort'), ` ${lines[1]!}`]) {
      const forged = [lines[0]!, changed, lines[2]!, lines[3]!];
      expect(breach(forged)).toEqual({ seq: 2, line: 3, why: 'chain' });
    }
  });

  test('where a journal does not begin at the beginning', () => {
    const [line] = link([draft(0)], { seq: -1, hash: 'a'.repeat(64) }).lines;
    expect(breach([line!])).toEqual({ seq: 0, line: 1, why: 'chain' });
  });

  test('any change of one byte in a line that others follow is found', () => {
    const whole = bytesOf(linesOf(5));
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    const change = fc.tuple(fc.nat(lastLine - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([at, xor]) => {
        const bytes = Uint8Array.from(whole);
        bytes[at]! ^= xor;
        const { broken, torn } = readLines(bytes);
        expect(broken ?? torn).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
