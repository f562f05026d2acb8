/** What a text says of its own form, and that nothing else is read into it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../participant-ui/markdown.ts';
import { account, dialogue, initials, parts, severity } from '../../participant-ui/reading.ts';

describe('a dialogue', () => {
  it('is lines that each begin with who speaks', () => {
    expect(dialogue('Vagten: Hvor er I?\n\nNordby 01: På vej: om ti.')).toEqual([
      { speaker: 'Vagten', text: 'Hvor er I?' },
      { speaker: 'Nordby 01', text: 'På vej: om ti.' },
    ]);
  });

  it.each([
    'Vagten: Kun én linje.',
    'Vagten: Hej.\nOg så noget andet.',
    '- Vagten: et punkt\n- Vagten: et til',
    '06:00:41 PS4\n06:00:44 PS4',
    `${'x'.repeat(41)}: for langt\nVagten: hej`,
    '**Status**: nede\n**Tid**: nu',
    '',
  ])('is not %j', (source) => {
    expect(dialogue(source)).toBeUndefined();
  });

  it('leaves no word out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z ]{1,20}: [a-z:]{1,20}$/), { maxLength: 5 }),
        (lines) => {
          const found = dialogue(lines.join('\n'));
          if (found) expect(found).toHaveLength(lines.length);
        },
      ),
    );
  });
});

describe('how grave it is', () => {
  it.each([
    ['KRITISK: Pumpe 4', 'x', 'KRITISK'],
    ['Pumpe 4', 'Alvorlighed: høj', 'høj'],
    ['Pumpe 4', 'severity = *major*\nmore', 'major'],
    ['Pumpe 4', 'Status: ADVARSEL', 'ADVARSEL'],
  ])('%s / %s', (title, body, said) => {
    expect(severity(title, body)).toBe(said);
  });

  it.each([
    ['Pumpe 4', 'alt er kritisk'],
    ['KRITISKE pumper', ''],
    ['', `Alvor: ${'x'.repeat(50)}`],
  ])('is not said in %j / %j', (title, body) => {
    expect(severity(title, body)).toBeUndefined();
  });
});

it('divides a report at its headings', () => {
  const found = parts(readMarkdown('Først\n\n# Et\n\nto\n\n## Tre\n\n# Fire\n\n- fem'));
  expect(found.map(({ heading, blocks }) => [heading?.[0], blocks.length])).toEqual([
    [undefined, 1],
    [{ type: 'text', text: 'Et' }, 1],
    [{ type: 'text', text: 'Tre' }, 0],
    [{ type: 'text', text: 'Fire' }, 1],
  ]);
  expect(parts([])).toEqual([]);
});

it('takes initials from letters and digits alone', () => {
  expect(initials('Mette Havnegade (@m)')).toBe('MH');
  expect(initials('\u202e«ørsted»')).toBe('Ø');
  expect(initials('112')).toBe('1');
  expect(initials('***')).toBe('');
});

it('finds a handle only where one is written', () => {
  expect(account('Mette Havnegade (@mettehavn)')).toEqual({
    name: 'Mette Havnegade',
    handle: '@mettehavn',
  });
  expect(account('@nordby')).toEqual({ name: '@nordby' });
  expect(account('Nordby Kommune')).toEqual({ name: 'Nordby Kommune' });
});

it('reads the longest hostile text in no time to speak of', () => {
  for (const hostile of [
    'alvor'.repeat(2_000),
    'a '.repeat(5_000),
    `${' '.repeat(9_000)}alvor`,
    '@('.repeat(5_000),
  ]) {
    expect(severity(hostile, hostile)).toBeUndefined();
    expect(dialogue(hostile)).toBeUndefined();
    expect(account(hostile).handle).toBeUndefined();
  }
});
