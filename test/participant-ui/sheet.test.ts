/** Text files as text, and as a table only when they plainly are one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, readSheet } from '../../participant-ui/sheet.ts';

const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('a table', () => {
  it.each([
    ['semicolons', 'Tid;Sted\n06:00;Havn, nord\n', [['06:00', 'Havn, nord']]],
    [
      'commas',
      'a,b\n1,2\n3,4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['tabs', 'a\tb\n1\t2', [['1', '2']]],
    ['quotes', 'a;b\n"x;""y""\nz";2', [['x;"y"\nz', '2']]],
    [
      'empty cells',
      'a;b\n;2\n1;',
      [
        ['', '2'],
        ['1', ''],
      ],
    ],
    ['empty lines', 'a;b\n\n1;2\n\n', [['1', '2']]],
  ])('with %s', (_, text, rows) => {
    expect(readSheet(text)?.rows).toEqual(rows);
  });

  it.each([
    ['no text', ''],
    ['one column', 'a\n1\n2'],
    ['only a header', 'a;b'],
    ['rows of different lengths', 'a;b\n1;2;3'],
    ['an open quote', 'a;b\n"1;2'],
    ['something after a quote', 'a;b\n"1"x;2'],
    ['more columns than can be read', `${'a;'.repeat(40)}b\n${'1;'.repeat(40)}2`],
  ])('is not %s', (_, text) => {
    expect(readSheet(text)).toBeUndefined();
  });

  it('gives back what was written', () => {
    const cell = fc.stringMatching(/^[a-zæøå;",\n=<>]{0,8}$/);
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        const full = table.filter((row) => row.some((one) => one !== ''));
        const quoted = [['x', 'y', 'z'], ...full].map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'),
        );
        const found = readSheet(quoted.join('\n'));
        expect(found?.rows ?? []).toEqual(full);
      }),
    );
  });

  it('never throws, and every row is as wide as its header', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a;,\t"\n]{0,60}$/), (text) => {
        const sheet = readSheet(text);
        for (const row of sheet?.rows ?? []) expect(row).toHaveLength(sheet?.header.length ?? 0);
      }),
    );
  });
});

describe('bytes', () => {
  it('are UTF-8, with or without a mark before them', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa5))).toBe('å');
  });

  it('are what older spreadsheets write, when they cannot be UTF-8', () => {
    expect(decode(bytes(0xe6, 0xf8, 0xe5))).toBe('æøå');
  });

  it('lose what could mislead', () => {
    expect(decode(new TextEncoder().encode('a\u202eb\r\nc\u0007').buffer)).toBe('ab\nc');
  });
});
