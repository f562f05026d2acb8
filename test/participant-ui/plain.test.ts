/** Hostile characters: what never reaches the page, and what people write that always does. */
import { describe, expect, it } from 'vitest';
import { plain, plainLine } from '../../participant-ui/plain.ts';

describe('plain', () => {
  it('takes away controls, terminal escapes, bidi overrides and invisible characters', () => {
    expect(plain('a\u0000b\u001b[31mc\u0085d\u202e\u2066e\u200b\ufefff\u061cg')).toBe(
      'ab[31mc\ndefg',
    );
    expect(plain('x\u{E0041}\u{E007F}y')).toBe('xy');
  });

  it('keeps letters, tabs, line feeds and joined emoji', () => {
    const said = 'Blåbærgrød\tог\nعربي 👩‍🚒';
    expect(plain(said)).toBe(said);
  });

  it('knows one kind of line end', () => {
    expect(plain('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('puts a title on one line', () => {
    expect(plainLine('  a\n\n b\t c ')).toBe('a b c');
  });
});
