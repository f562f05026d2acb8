/** The script in plain lines, in Danish and in English; and how the bank is searched. */
import { describe, expect, test } from 'vitest';
import type { ControlInput } from '../../engine/exercise/entry.ts';
import type { ControlView } from '../../engine/exercise/rows.ts';
import { closest, searchable } from '../../facilitator-ui/fuzzy.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { inject, MIN, plainOffice, richView } from './support.ts';

function scripted(): ControlView {
  const view = richView();
  return {
    ...view,
    injects: {
      ...view.injects,
      'inj-14': inject(14, { title: { da: 'Vandet', en: 'Water' }, body: { da: 'Å', en: 'A' } }),
      'inj-15': inject(15, { planned: 200 * MIN, due: 225 * MIN, changed: true }),
    },
    bank: {
      rumour: {
        id: 'rumour',
        title: { da: 'Rygte om vandet', en: 'Rumour' },
        body: { da: 'Grumset.', en: 'Murky.' },
        from: { name: 'Borger' },
        channel: 'social',
        facts: [],
        to: ['press'],
      },
      question: {
        id: 'question',
        title: 'Hvornår er I oppe?',
        body: 'Svar udbedes.',
        from: { role: 'authority', name: 'Styrelsen' },
        channel: 'email',
        facts: [],
        to: [],
      },
    },
  };
}

const office = (lang: 'da' | 'en', view = scripted()) => plainOffice(view, lang);

const change = (
  input: Omit<Extract<ControlInput, { type: 'inject.change' }>, 'type' | 'inject'>,
): ControlInput => ({ type: 'inject.change', inject: 'inj-14', ...input });

const ORDERS: readonly (readonly [da: string, en: string, input: ControlInput])[] = [
  [
    'flyt 14 +15m Pressen venter',
    'move 14 +15m Pressen venter',
    change({ due: 225 * MIN, reason: 'Pressen venter' }),
  ],
  ['udskyd 14 T+4:00', 'reschedule 14 4:00', change({ due: 240 * MIN })],
  ['flyt 14 -10m', 'move 14 -10m', change({ due: 200 * MIN })],
  [
    'korriger 14 titel-da Vandet er væk',
    'edit 14 title-da Vandet er væk',
    change({ title: { da: 'Vandet er væk', en: 'Water' } }),
  ],
  [
    'korrigér 14 tekst-en All of it',
    'edit 14 text All of it',
    change({ body: { da: 'Å', en: 'All of it' } }),
  ],
  [
    'adresser 14 press,dpo Forkerte folk',
    'redirect 14 press,dpo Forkerte folk',
    change({ to: ['press', 'dpo'], reason: 'Forkerte folk' }),
  ],
  ['gentag 9', 'repeat 9', { type: 'inject.repeat', inject: 'inj-9' }],
  ['gentag 9 press', 'repeat 9 press', { type: 'inject.repeat', inject: 'inj-9', to: ['press'] }],
  [
    'bank 2 press',
    'bank 2 press',
    {
      type: 'simcell.send',
      from: 'authority',
      to: ['press'],
      title: 'Hvornår er I oppe?',
      body: 'Svar udbedes.',
      prepared: 'question',
    },
  ],
  [
    'bank 1',
    'bank 1',
    {
      type: 'inject.write',
      to: ['press'],
      from: 'Borger',
      channel: 'social',
      title: { da: 'Rygte om vandet', en: 'Rumour' },
      body: { da: 'Grumset.', en: 'Murky.' },
      prepared: 'rumour',
    },
  ],
];

describe('orders', () => {
  test.each(ORDERS)('%s · %s', async (da, en, input) => {
    for (const [lang, line, yes, no] of [
      ['da', da, 'ja', 'nej'],
      ['en', en, 'yes', 'no'],
    ] as const) {
      const refused = office(lang);
      await refused.type(line, no);
      expect(refused.client.acts).toEqual([]);
      expect(refused.lines.length).toBeGreaterThan(3);
      const done = office(lang);
      await done.type(line, yes);
      expect(done.client.acts).toEqual([input]);
    }
  });

  test.each([
    ['flyt', 'Der mangler noget'],
    ['flyt 99 +5m', '»99«'],
    ['flyt 14', 'Det kan ikke læses som en tid'],
    ['flyt 9 +5m', 'allerede udspillet'],
    ['korriger 14 Vandet', 'Skriv titel eller tekst'],
    ['korriger 14 titel', 'Skriv titel eller tekst'],
    ['korriger 14 titel Vandet', 'Der er ikke ændret noget'],
    ['adresser 14', 'Der mangler noget'],
    ['adresser 14 ingen', '»ingen«'],
    ['gentag 14', 'Kun et indspil, der er udspillet'],
    ['bank 3', '»3«'],
    ['bank 2', 'Vælg, hvem det skal til'],
    ['bank cykelsti', 'Ingen forberedt tekst'],
  ])('%s: what is wrong is said, and nothing is asked or sent', async (line, said) => {
    const { client, lines, type } = office('da');
    await type(line);
    expect(lines.join('\n')).toContain(said);
    expect(lines).toHaveLength(1);
    await type('ja');
    expect(client.acts).toEqual([]);
  });

  test('the bank is listed with the numbers that send it, and searched', async () => {
    const { lines, type } = office('da');
    await type('bank');
    expect(lines).toEqual([
      '1. Rygte om vandet · Borger, sociale medier → Pressemedarbejder',
      '2. Hvornår er I oppe? · Styrelsen, e-mail',
    ]);
    await type('bank hvornar');
    expect(lines.slice(2)).toEqual(['2. Hvornår er I oppe? · Styrelsen, e-mail']);
    const empty = office('en', richView());
    await empty.type('bank');
    expect(empty.lines).toEqual(['The script has no prepared texts.']);
  });

  test('the script in lines says planned, actual, the difference and what was altered', async () => {
    const { lines, type } = office('da');
    await type('drejebog');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^15\. T\+03:20 · T\+03:45 · \+25m · ○ planlagt · .* · flyttet, ændret$/,
      ),
    );
  });

  test('help has every one of them, and what it says is understood', async () => {
    for (const lang of ['da', 'en'] as const) {
      const { lines, type } = office(lang);
      await type(lang === 'da' ? 'hjælp' : 'help');
      for (const [words, meaning] of catalogue(lang).script.help) {
        expect(lines).toContain(`${words}: ${meaning}`);
        const [word = ''] = words.split(' ');
        const one = office(lang);
        await one.type(word);
        expect(one.lines.join('\n')).not.toContain(catalogue(lang).orders.unknown(word));
      }
    }
  });

  test('hostile text in the bank stays text', async () => {
    const view = scripted();
    const rumour = view.bank['rumour'];
    if (!rumour) throw new Error('no row');
    const evil = { ...rumour, title: '\x1b[2J\u202Eond', body: '\x1b]0;x\x07slem' };
    const { lines, type } = office('da', { ...view, bank: { rumour: evil } });
    await type('bank', 'bank 1');
    expect(lines.join('')).toContain('ond');
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('searching by a few letters', () => {
  const names = ['Rygte om forurenet drikkevand', 'Pressemøde kl. 12', 'Tåge på Ærø', 'Om vand'];
  const found = (search: string): readonly string[] => closest(names, search, searchable);

  test('the beginning before the middle, and every word must be there', () => {
    expect(found('om')).toEqual(['Om vand', 'Rygte om forurenet drikkevand']);
    expect(found('vand rygte')).toEqual(['Rygte om forurenet drikkevand']);
    expect(found('vand møde')).toEqual([]);
  });
  test('without the letters a keyboard lacks', () => {
    expect(found('aero')).toEqual(['Tåge på Ærø']);
    expect(found('taage paa')).toEqual(['Tåge på Ærø']);
    expect(found('aeroe')).toEqual(['Tåge på Ærø']);
    expect(found('Ærø')).toEqual(['Tåge på Ærø']);
  });
  test('letters in their order from the beginning of a word, not anywhere', () => {
    expect(found('prsm')).toEqual(['Pressemøde kl. 12']);
    expect(found('ssm')).toEqual([]);
  });
  test('nothing typed is everything in its order', () => {
    expect(found('  ')).toEqual(names);
  });
});
