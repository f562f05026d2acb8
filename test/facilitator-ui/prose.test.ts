/** Markdown on a terminal: what participants see, and none of the signs; and nothing that a terminal obeys. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { padded } from '../../facilitator-ui/layout.ts';
import { proseLines, proseText } from '../../facilitator-ui/prose.ts';
import { lookOf } from '../../facilitator-ui/tone.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { openConsole } from './console.ts';
import { controlClient } from './support.ts';

const bold = (source: string, width = 60): readonly string[] =>
  proseLines(source, width, 'dim')
    .flat()
    .filter(({ tone }) => tone === 'strong')
    .map(({ text }) => text);

describe('what stands there', () => {
  test.each([
    ['en **fed** og *skrå* tekst', ['en fed og skrå tekst']],
    ['# Overskrift\nTekst', ['Overskrift', '', 'Tekst']],
    ['et\nto\n\ntre', ['et', 'to', '', 'tre']],
    ['- a\n- b\n  - c\n\n3. d\n4. e', ['• a', '• b', '  • c', '', '3. d', '4. e']],
    ['> sagt\n> igen', ['│ sagt', '│ igen']],
    ['[siden](https://nordby.dk/ø)', ['siden (https://nordby.dk/ø)']],
    ['<https://nordby.dk>', ['https://nordby.dk']],
    ['[klik](javascript:alert(1))', ['klik (javascript:alert(1))']],
    ['`kode` og\n\n```\n  ind\n```', ['kode og', '', '  ind']],
    ['```js\n1\n```\n\n```skjult tekst\n2\n```', ['1', '', 'skjult tekst', '2']],
    ['![kort](kort.png)', ['kort']],
    ['<b>ikke</b> &amp; ikke', ['<b>ikke</b> &amp; ikke']],
    ['2 * 3 * 4 i snake_case_navn, #12', ['2 * 3 * 4 i snake_case_navn, #12']],
    ['over\n\n---\n\nunder', ['over', '', '─'.repeat(20), '', 'under']],
  ])('%j', (source, lines) => {
    expect(proseText(source)).toEqual(lines);
  });

  test('bold and headings are bold, also without colour', () => {
    expect(bold('# Alarm\n\nRing **nu** til dem')).toEqual(['Alarm', 'nu']);
    expect(lookOf('strong', true)).toEqual({ bold: true });
  });

  test('broken between words, within bold too, under its own sign', () => {
    const source = '- Ring **straks til alle de andre** i staben';
    const lines = proseLines(source, 20, 'dim', 2).map((line) => line.map((s) => s.text).join(''));
    expect(lines).toEqual(['  • Ring straks til', '    alle de andre i', '    staben']);
    expect(bold(source, 18)).toEqual(['straks til', 'alle de andre']);
  });
});

describe('what must not happen', () => {
  test('no sequence, no direction, nothing that moves the cursor', () => {
    const evil =
      '**\x1b[31mrød\x1b[0m** [\x1b]8;;http://x\x07her\x1b]8;;\x07](http://\x1b[2Jx) \u202eond \x9b1m `\x07`';
    expect(proseText(evil).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(proseText(evil).join('')).toContain('rød');
  });

  test('whatever is written, lines fit and words are kept', () => {
    const piece = fc.constantFrom(
      ...['**', '*', '_', '`', '# ', '- ', '1. ', '> ', '\n', '\n\n', '    ', '[', '](', ')', '\\'],
      ...[
        'æøå',
        'ord',
        ' ',
        '漢字',
        '\x1b[2J',
        '\u202e',
        '```\n',
        '&#27;',
        '👩‍🚒',
        'langtord'.repeat(9),
      ],
    );
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 24, max: 100 }), (source, width) => {
        const lines = proseLines(source, width, 'dim', 4);
        for (const line of lines) {
          const said = line.map((part) => part.text).join('');
          expect(said).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/);
          expect(widthOf(said)).toBeLessThanOrEqual(Math.max(width, 40));
          expect(padded(line, width).length).toBeGreaterThan(0);
        }
        const letters = (all: string): string => all.replace(/[^a-zæøå]/g, '');
        const whole = lines.map((line) => line.map((part) => part.text).join('')).join('');
        if (!/[[\]]/.test(source)) expect(letters(whole)).toBe(letters(source));
      }),
      { numRuns: 400 },
    );
  });

  test('hostile texts cost no more than their length', () => {
    for (const sign of ['[', '*', '`a', '**a ', '[a](', '![[', '> ', '- ']) {
      const before = process.cpuUsage();
      proseLines(sign.repeat(Math.floor(10_000 / sign.length)), 70);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, sign).toBeLessThan(1_000);
    }
  });
});

test('a role’s eyes show a text as the role reads it', async () => {
  const client = controlClient();
  const item: ItemRow = {
    id: 'inj-1',
    kind: 'inject',
    seq: 3,
    at: 0,
    from: { name: 'Vagtcentral' },
    to: ['it-duty'],
    channel: 'email',
    title: 'Alarm',
    body: '# Læs dette\n\nRing **nu** til [vagten](tel:112):\n\n- først *dem*\n- så \x1b[31mos',
    marking: 'TLP:AMBER',
    facts: [],
    asks: false,
    sent: false,
  };
  const picture = { id: 'p1', section: 'situation', version: 1, seq: 4, at: 0, role: 'it-duty' };
  client.replies = () =>
    ({
      ...{ type: 'looked', id: 'x', role: 'it-duty', at: 60_000, seq: 9 },
      put: [
        ['items', 'inj-1', item],
        ['picture', 'p1', { ...picture, text: 'To **servere** er nede', facts: [] }],
      ],
    }) as never;
  const console = openConsole(client, { columns: 80, rows: 40 });
  await console.press('3', 'v');
  const screen = console
    .lines()
    .map((line) => line.trimEnd())
    .join('\n');
  expect(screen).toContain('        Læs dette\n\n        Ring nu til vagten (tel:112):\n');
  expect(screen).toContain('        • først dem\n        • så os');
  expect(screen).toMatch(/It-driftsvagt: Situationen\n {8}To servere er nede/);
  expect(screen).not.toMatch(/\*|# Læs|\x1b/);
});
