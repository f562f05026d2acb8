/** Search: Danish letters, every word, and marks where they stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, terms } from '../../participant-ui/fold.ts';
import { entriesOf, excerpt, pieces, search } from '../../participant-ui/search.ts';
import { words } from './words.ts';
import { item, task, viewWith } from './support.ts';

describe('letters', () => {
  it('do not count case or accents, but æ, ø and å are letters of their own', () => {
    expect(fold('ÉN Idé')).toBe('en ide');
    expect(fold('ÆØÅ')).toBe('æøå');
    expect(fold('A\u030Aben')).toBe('åben');
    expect(fold('Aabenraa')).toBe(fold('Åbenrå'));
    expect(fold('Malmö')).toBe('malmø');
    expect(fold('rør')).not.toBe(fold('ror'));
    expect(fold('få')).not.toBe(fold('fa'));
  });

  it('are what a query’s words are made of', () => {
    expect(terms('  »Driften« er-nede, DRIFTEN ')).toEqual(['driften', 'er', 'nede']);
    expect(terms(' - ')).toEqual([]);
  });
});

const marked = (text: string, query: string): string =>
  pieces(text, query)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('marks', () => {
  it('stand where the words stood, however they were written', () => {
    expect(marked('Kaféen i Aabenraa er lukket', 'cafe kafe åben')).toBe(
      '[Kafé]en i [Aaben]raa er lukket',
    );
    expect(marked('Lønsystemet', 'SYSTEM')).toBe('Løn[system]et');
    expect(marked('nede nedetid', 'ned nede')).toBe('[nede] [nede]tid');
    expect(marked('Intet', 'andet')).toBe('Intet');
  });

  it('take nothing from the text and add nothing to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const joined = pieces(text, query)
          .map((piece) => piece.text)
          .join('');
        expect(joined).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('mark only what matches', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, query) => {
        const sought = terms(query);
        for (const { text: piece, hit } of pieces(text, query)) {
          if (hit) expect(sought.some((term) => fold(piece).includes(term))).toBe(true);
        }
      }),
    );
  });
});

describe('search', () => {
  const view = viewWith({
    items: {
      a: item('a', { title: 'Fællesdrift nede', body: '**Alle** servere er låst', at: 1 }),
      b: item('b', { title: 'Rapport', body: 'Fællesdriften er oppe', at: 2 }),
    },
    tasks: { t: task('t', { title: 'Varsl om fællesdriften' }) },
  });
  const found = (query: string) =>
    [...search(entriesOf(view, 'da', words('da')), query)].flatMap(([group, rows]) =>
      rows.map(({ key }) => `${group} ${key}`),
    );

  it('wants every word, in any order and any part of a row', () => {
    expect(found('låst FÆLLES')).toEqual(['items a']);
    expect(found('låst oppe')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });

  it('finds inside long words, puts titles first and groups what it finds', () => {
    expect(found('drift')).toEqual(['items a', 'items b', 'tasks t']);
  });

  it('finds whom one can write to, and not oneself', () => {
    expect(found('cert')).toEqual(['contacts cert']);
    expect(found('me da')).toEqual([]);
  });

  it('shows the part of a long text that holds the word', () => {
    const long = `${'Fyld '.repeat(60)}nøglen ligger her ${'mere fyld '.repeat(60)}`;
    expect(excerpt(long, 'NØGLEN')).toContain('nøglen');
    expect(excerpt(long, 'NØGLEN').length).toBeLessThan(160);
    expect(excerpt('Kort', 'andet')).toBe('Kort');
  });
});
