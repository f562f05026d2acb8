/** Hostile text never reaches a terminal as anything but letters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLines, plainText } from '../../facilitator-ui/sanitise.ts';
import { cut, fit, widthOf, wrap } from '../../facilitator-ui/width.ts';

const OBEYED = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/u;
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\x1b', '[', ']', '2', 'J', 'm', ';', '0', '\x07', '\\', 'P', '\x9b', '\x9d'),
    fc.constantFrom('\u202e', '\u2066', '\u200b', '\ufeff', '\r', '\n', '\t', '\u0301', '\ud800'),
    fc.constantFrom('æ', 'Å', '漢', '🚨', '👍🏽', '🇩🇰', 'x', ' '),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
  ),
});

describe('plainText', () => {
  test.each([
    ['colour', '\x1b[31mrød\x1b[0m', 'rød'],
    ['clear screen', 'før\x1b[2J\x1b[Hefter', 'førefter'],
    ['window title', '\x1b]0;ejet\x07tekst', 'tekst'],
    ['hyperlink', '\x1b]8;;http://ond.dk\x1b\\klik\x1b]8;;\x1b\\', 'klik'],
    ['clipboard', '\x1b]52;c;cm0gLXJm\x07x', 'x'],
    ['8-bit CSI', '\x9b31mrød', 'rød'],
    ['device control', '\x1bP1$r0m\x1b\\ok', 'ok'],
    ['unended string keeps its text', '\x1b]0;vis mig', ']0;vis mig'],
    ['bidi override', 'exe.\u202Efdp.bat', 'exe.fdp.bat'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['backspace', 'Nej\b\b\bJa', 'NejJa'],
    ['zero width', 'a\u200bb\ufeffc', 'abc'],
    ['line ends', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['Danish is left alone', 'Æblegrød på Ærø – »å«', 'Æblegrød på Ærø – »å«'],
    ['composed', 'a\u030a', 'å'],
  ])('%s', (_, source, plain) => expect(plainText(source)).toBe(plain));

  test('nothing a terminal obeys is left of anything', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plainText(text)).not.toMatch(OBEYED);
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });

  test('a tower of marks is cut down', () => {
    expect(plainText(`z${'\u0335'.repeat(40)}`).length).toBeLessThan(5);
  });

  test('lines stay lines', () => {
    expect(plainLines('a\r\nb\n\x1b[1mc')).toEqual(['a', 'b', 'c']);
  });
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['Æøå', 3],
    ['漢字', 4],
    ['🚨', 2],
    ['🇩🇰', 2],
    ['›✓§', 3],
  ])('%s is %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  test('what is fitted is exactly as wide as asked and safe', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const fitted = fit(text, width);
        expect(widthOf(fitted)).toBe(width);
        expect(fitted).not.toMatch(OBEYED);
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('wrapping loses no word and makes no line too wide', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        const letters = (s: string): string => s.replaceAll(' ', '');
        expect(letters(lines.join(''))).toBe(letters(plainText(text)));
      }),
    );
  });

  test('an ellipsis says that there is more', () => {
    expect(cut('Krisestabschef', 8)).toBe('Krisest…');
  });
});
