import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { csvCell, html, jsonText, markdown, plain } from '../../../exports/formats/escape.ts';

const nasty = fc
  .string({ unit: 'binary', maxLength: 60 })
  .chain((text) =>
    fc
      .array(
        fc.constantFrom(
          '\u001b[2J',
          '\u001b]0;title\u0007',
          '\u009b31m',
          '\u202e',
          '<script>',
          '"',
          '=',
          '\r\n',
          '|',
          '[a](b)',
          '![x](y)',
          '<!--',
          'https://example.invalid',
          '\u0000',
          text,
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('plain text', () => {
  test('takes terminal sequences whole, so that no remains are left to read', () => {
    expect(plain('a\u001b[31;1mrød\u001b[0m b')).toBe('arød b');
    expect(plain('a\u001b]8;;http://x\u0007link\u001b]8;;\u0007b')).toBe('alinkb');
    expect(plain('a\u009b2Jb\u0090q\u009cc')).toBe('abc');
    expect(plain('\u202eabc\u202c')).toBe('abc');
  });

  test('keeps what people write: letters, signs, emoji, unbroken spaces', () => {
    expect(plain('Æøå – »§ 6« 👩‍🚒 2\u00a0t')).toBe('Æøå – »§ 6« 👩‍🚒 2\u00a0t');
  });

  test('nothing a terminal obeys is left of any text, and lone surrogates are replaced', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plain(text)).not.toMatch(obeyed);
        expect(plain(text)).not.toMatch(/\p{Surrogate}/u);
        expect(plain(text)).not.toContain('\n');
      }),
    );
  });
});

test('HTML: no tag, attribute or entity can begin in any text', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(html(text)).not.toMatch(/[<>"']/);
      expect(html(text).replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});

describe('Markdown', () => {
  const parser = new MarkdownIt({ html: true, linkify: true });

  test('any text in a line of its own is a paragraph of text and nothing else', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const tokens = parser.parse(markdown(text), {});
        const kinds = tokens.map((token) => token.type);
        const inside = tokens.flatMap((token) => token.children ?? []).map((token) => token.type);
        expect(
          kinds.filter((kind) => !['paragraph_open', 'inline', 'paragraph_close'].includes(kind)),
        ).toEqual([]);
        expect(inside.filter((kind) => !['text', 'text_special'].includes(kind))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('any text stays within its table cell', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const source = `| a | b |\n| --- | --- |\n| ${markdown(text)} | end |`;
        const cells = parser.parse(source, {}).filter((token) => token.type === 'td_open');
        expect(cells).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\tabc',
    '\rabc',
    '\r=1',
    ' =1',
    '\u0000=1',
    '\u001b[0m=1',
  ])('%j is text, not a formula', (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/));

  test('quotes as RFC 4180 asks', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "hi"')).toBe('"say ""hi"""');
    expect(csvCell('two\r\nlines')).toBe('"two\nlines"');
    expect(csvCell('plain')).toBe('plain');
  });

  test('a row of any texts reads back as the same number of cells', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (texts) => {
        const line = texts.map(csvCell).join(',');
        expect(line.replace(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(texts.length);
        for (const cell of texts.map(csvCell)) {
          expect(cell.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
        }
      }),
    );
  });
});

test('JSON keeps the text and shows no control character', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const written = jsonText({ text });
      expect(written).not.toMatch(obeyed);
      expect((JSON.parse(written) as { text: string }).text).toBe(text);
    }),
  );
});
