/** Only what differs is written, and what is written makes the screen what it should be. */
import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, openTerminal } from '../../facilitator-ui/terminal.ts';

/** What a terminal makes of it: a row is addressed, cleared and written. */
function shown(screen: readonly string[], writes: string): string[] {
  const rows = [...screen];

  for (const [, row, text] of writes.matchAll(/\x1b\[(\d+);1H\x1b\[2K([^\x1b]*)/g)) {
    rows[Number(row) - 1] = text ?? '';
  }
  return rows;
}

const frame = fc.array(fc.string({ unit: fc.constantFrom('a', 'å', ' ', '─') }), { maxLength: 12 });

describe('difference', () => {
  test('any frame after any other leaves exactly that frame', () => {
    fc.assert(
      fc.property(frame, frame, (before, after) => {
        const rows = shown(before, difference(before, after));
        const height = Math.max(before.length, after.length);
        const wanted = Array.from({ length: height }, (_, i) => after[i] ?? '');
        expect(rows.length === 0 ? wanted.filter((row) => row !== '') : rows).toEqual(wanted);
      }),
    );
  });
  test('the same frame again writes nothing', () => {
    expect(difference(['a', 'b'], ['a', 'b'])).toBe('');
  });
  test('a clock that ticks writes one line', () => {
    expect(difference(['øvelse', '00:01', 'x'], ['øvelse', '00:02', 'x'])).toBe(
      '\x1b[2;1H\x1b[2K00:02',
    );
  });
});

describe('the terminal', () => {
  function open(): {
    written: () => string;
    out: EventEmitter & { columns: number; rows: number };
  } & {
    terminal: ReturnType<typeof openTerminal>;
  } {
    let written = '';
    const out = Object.assign(new EventEmitter(), {
      columns: 80,
      rows: 24,
      write: (text: string): boolean => {
        written += text;
        return true;
      },
    });
    return { written: () => written, out, terminal: openTerminal(out) };
  }

  test('uses a screen of its own and gives the shell its own back', () => {
    const { written, terminal } = open();
    terminal.leave();
    expect(written().startsWith('\x1b[?1049h')).toBe(true);
    expect(written().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
  });

  test('after a resize everything is drawn again, in the new size', () => {
    const { written, out, terminal } = open();
    terminal.stdout.write('en\nto');
    const before = written().length;
    let told = 0;
    terminal.stdout.on('resize', () => {
      told += 1;
    });
    Object.assign(out, { columns: 120, rows: 40 });
    out.emit('resize');
    terminal.stdout.write('en\nto');
    expect(told).toBe(1);
    expect([terminal.stdout.columns, terminal.stdout.rows]).toEqual([120, 40]);
    expect(written().slice(before)).toContain('\x1b[1;1H\x1b[2Ken\x1b[2;1H\x1b[2Kto');
  });

  test('left, it listens no more', () => {
    const { out, terminal } = open();
    terminal.leave();
    expect(out.listenerCount('resize')).toBe(0);
  });
});
