/** The safe Markdown reader: what it understands, and what a hostile text cannot make it do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readInline,
  readMarkdown,
  type Block,
  type Inline,
} from '../../participant-ui/markdown.ts';

const text = (said: string): Inline => ({ type: 'text', text: said });
const paragraph = (...lines: string[]): Block => ({
  type: 'paragraph',
  lines: lines.map((line) => [text(line)]),
});

function words(blocks: readonly Block[]): string {
  const inline = (parts: readonly Inline[]): string =>
    parts.map((part) => ('text' in part ? part.text : inline(part.parts))).join('');
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'paragraph':
          return block.lines.map(inline).join('\n');
        case 'heading':
          return inline(block.parts);
        case 'quote':
          return words(block.blocks);
        case 'list':
          return block.items.map(words).join('\n');
        case 'code':
          return block.text;
        case 'rule':
          return '';
        default:
          return block satisfies never;
      }
    })
    .join('\n');
}

describe('blocks', () => {
  it('parts paragraphs at blank lines and keeps the line breaks within', () => {
    expect(readMarkdown('Hej\nmed jer\n\n\nHilsen')).toEqual([
      paragraph('Hej', 'med jer'),
      paragraph('Hilsen'),
    ]);
  });

  it('reads a list with a list and a second paragraph in it', () => {
    expect(readMarkdown('- et\n  - inden i\n- to\n\n  mere om to\n\nefter')).toEqual([
      {
        type: 'list',
        items: [
          [paragraph('et'), { type: 'list', items: [[paragraph('inden i')]] }],
          [paragraph('to'), paragraph('mere om to')],
        ],
      },
      paragraph('efter'),
    ]);
  });

  it('numbers a list from where its writer began, and starts anew when the kind changes', () => {
    expect(readMarkdown('3. tre\n4. fire\n- punkt')).toEqual([
      { type: 'list', start: 3, items: [[paragraph('tre')], [paragraph('fire')]] },
      { type: 'list', items: [[paragraph('punkt')]] },
    ]);
  });

  it('reads quotes, headings, rules and fenced code', () => {
    expect(readMarkdown('# Vurdering #\n> - citeret\n---\n```\n*ikke* fed\n```')).toEqual([
      { type: 'heading', parts: [text('Vurdering')] },
      { type: 'quote', blocks: [{ type: 'list', items: [[paragraph('citeret')]] }] },
      { type: 'rule' },
      { type: 'code', text: '*ikke* fed' },
    ]);
  });

  it('does not take a year or a sum at the start of a line for a list', () => {
    expect(readMarkdown('2026.5 var i dag\n-5 grader')).toEqual([
      paragraph('2026.5 var i dag', '-5 grader'),
    ]);
  });

  it('shows a line that only begins like a fence', () => {
    expect(readMarkdown('```js\nkode\n``` slut\n```\n~~~ to ord')).toEqual([
      { type: 'code', text: 'kode\n``` slut' },
      paragraph('~~~ to ord'),
    ]);
  });

  it('ends an unclosed fence with the text', () => {
    expect(readMarkdown('```\nkode')).toEqual([{ type: 'code', text: 'kode' }]);
  });
});

describe('inline', () => {
  it.each([
    [
      '**fed** og *skrå*',
      [
        { type: 'strong', parts: [text('fed')] },
        text(' og '),
        { type: 'emphasis', parts: [text('skrå')] },
      ],
    ],
    [
      '*a **b** c*',
      [
        {
          type: 'emphasis',
          parts: [text('a '), { type: 'strong', parts: [text('b')] }, text(' c')],
        },
      ],
    ],
    ['brug `rm *` nu', [text('brug '), { type: 'code', text: 'rm *' }, text(' nu')]],
    ['snake_case_navn', [text('snake_case_navn')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['\\*ikke\\*', [text('*ikke*')]],
    ['**uden slutning', [text('**uden slutning')]],
  ])('%s', (source, parts) => {
    expect(readInline(source)).toEqual(parts);
  });

  it('shows where a link leads and links to nothing', () => {
    expect(readInline('se [opslaget](javascript:alert(1)')).toEqual([
      text('se opslaget (javascript:alert(1)'),
    ]);
    expect(readInline('[https://a.dk](https://a.dk)')).toEqual([text('https://a.dk')]);
    expect(readInline('![billede](x.png)')).toEqual([text('billede')]);
  });

  it('leaves HTML as the text it is', () => {
    expect(readMarkdown('<img src=x onerror=alert(1)>')).toEqual([
      paragraph('<img src=x onerror=alert(1)>'),
    ]);
  });
});

describe('hostile texts', () => {
  it('loses no letter or digit, whatever the text', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '>',
      '- ',
      '1. ',
      '\n',
      '[',
      '](',
      ')',
      '#',
      'a',
      'ø',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 200 }), (parts) => {
        const source = parts.join('');
        fc.pre(!source.includes('```'));
        const letters = (said: string): string => said.replace(/[^aø]/g, '');
        expect(letters(words(readMarkdown(source)))).toBe(letters(source));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['*a ', '**', '_a', '[', '![](', '`', '> ', '- ', '>'.repeat(50), '*_`['])(
    'reads 20,000 characters of %j in good time',
    (piece) => {
      const source = piece.repeat(Math.floor(20_000 / piece.length));
      const began = performance.now();
      readMarkdown(source);
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );

  it('strips what turns the direction of writing', () => {
    expect(readMarkdown('a\u202Eb')).toEqual([paragraph('ab')]);
  });
});
