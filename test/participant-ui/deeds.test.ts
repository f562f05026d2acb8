/** What one did: the role's own acts in order, and a file that hostile words cannot break out of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoleView } from '../../engine/exercise/rows.ts';
import { sheetOf } from '../../participant-ui/deeds.ts';
import { fileName, keepsake } from '../../participant-ui/keepsake.ts';
import { words } from './words.ts';
import { exercise, item, task, viewWith } from './support.ts';

const HOUR = 3_600_000;
const view: RoleView = viewWith({
  exercise: { exercise: { ...exercise, hotWash: [{ id: 'h', question: 'Hvad gik godt?' }] } },
  items: {
    in: item('in', { at: 1, opened: 2 * HOUR, acknowledged: 3 * HOUR }),
    unread: item('unread', { at: 1 }),
    out: item('out', { at: HOUR, sent: true, from: { role: 'me', name: 'me' }, to: ['cert'] }),
  },
  tasks: {
    t: task('t', {
      status: 'done',
      holders: [
        { role: 'cert', as: 'accountable', since: 1 },
        { role: 'me', as: 'responsible', since: 4 * HOUR },
      ],
      done: { role: 'me', at: 25 * HOUR, note: 'Ringet rundt' },
    }),
  },
  facts: {
    f: { id: 'f', text: 'Alt er låst', domain: 'digital', marking: 'TLP:AMBER', since: 2 * HOUR },
  },
  questions: {
    q: {
      id: 'q',
      kind: 'poll',
      title: 'Varsling',
      options: [],
      askedAt: 1,
      answer: 'cert',
      answeredAt: 5,
    },
  },
  hotwash: { h: { id: 'h', text: 'Samarbejdet' } },
});
const sheet = (of: RoleView = view) =>
  sheetOf(of, of.exercise['exercise'] ?? exercise, words('da'), 'da', 'me-1');

describe('the sheet', () => {
  it('tells the role’s own acts, the oldest first, in the story’s time and the exercise’s', () => {
    const acts = sheet().parts[0]?.rows.map(({ when, elapsed, what }) => [when, elapsed, what]);
    expect(acts).toEqual([
      ['01:00', 'T+01:00', 'Sendt · Telefonopkald'],
      ['02:00', 'T+02:00', 'Læst'],
      ['03:00', 'T+03:00', 'Kvitteret'],
      ['04:00', 'T+04:00', 'Udførelse af opgave påtaget'],
      ['2. januar 1970 01:00', 'T+25:00', 'Opgave meldt løst'],
    ]);
  });

  it('tells what was learnt, answered and thought afterwards', () => {
    const [, facts, answers, after] = sheet().parts;
    expect(facts?.rows).toMatchObject([{ title: 'Alt er låst', when: '02:00' }]);
    expect(answers?.rows).toMatchObject([{ text: 'cert da, Org cert' }]);
    expect(after?.rows).toMatchObject([{ title: 'Hvad gik godt?', text: 'Samarbejdet' }]);
  });

  it('counts what was done, and leaves out what was not', () => {
    expect(sheet().sums).toEqual([
      ['Meddelelser sendt', 1],
      ['Opgaver påtaget', 1],
      ['Opgaver løst', 1],
      ['Oplysninger kendt', 1],
    ]);
  });

  it('says whose it is, and has nothing to say of one who has done nothing', () => {
    expect(sheet().head.map(([, who]) => who)).toEqual([
      'me da',
      'Org it',
      'me-1',
      '1. januar 1970',
    ]);
    expect(sheet(viewWith()).parts).toEqual([]);
  });
});

describe('the file to keep', () => {
  it('says on its face that it is exercise, and how it is marked', () => {
    const html = keepsake(sheet(), 'da');
    expect(html.match(/ØVELSE ØVELSE ØVELSE/g)).toHaveLength(2);
    expect(html.match(/TLP:AMBER/g)).toHaveLength(2);
    expect(html).toContain('<html lang="da">');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('Ringet rundt');
  });

  const skeleton = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
  const withWords = (said: string): RoleView =>
    viewWith({
      ...view,
      exercise: { exercise: { ...exercise, title: said, hotWash: [{ id: 'h', question: said }] } },
      me: { me: { ...view.me['me']!, name: said, organisationName: said } },
      items: { out: item('out', { sent: true, title: said, body: said }) },
      hotwash: { h: { id: 'h', text: said } },
    });
  const safe = keepsake(sheet(withWords('Ord')), 'da');

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></p><iframe src="https://example.org">',
    '<!-- --><svg/onload=alert(1)>',
    '&lt;script&gt; &amp;',
    '\u202Etxt.exe\u0000\u2028<b>',
  ])('shows %j as the words they are', (said) => {
    const html = keepsake(sheet(withWords(said)), 'da');
    expect(skeleton(html)).toEqual(skeleton(safe));
    expect(html).not.toMatch(/[\u0000\u202E\u2028]/);
  });

  it('has the same tags whatever anybody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (said) => {
        // Words that vanish altogether leave out lines; that is no matter of escaping.
        const html = keepsake(sheet(withWords(`x${said}`)), 'da');
        expect(skeleton(html)).toEqual(skeleton(safe));
      }),
    );
  });

  it('has a name that every system takes', () => {
    expect(fileName('det-gjorde-du', 'ex/1', '../It: vagt?')).toBe(
      'det-gjorde-du_ex-1_-It-vagt-.html',
    );
  });
});
