import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { CODES, DOUBTS, STRENGTHS } from '../../../exports/analysis/finding.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { catalogue } from '../../../exports/text.ts';
import { doubtText, wording } from '../../../exports/wording.ts';
import { exercise } from '../exercise.ts';
import { planOf, writer } from '../fixture.ts';

const journal = exercise();
const analysis = analyse(journal.entries);
const meta = { digest: journal.digest(), entries: journal.entries.length, engine: '0.1.0' };

describe.each(LANGS)('the HTML in %s', (lang) => {
  const page = renderHtml(analysis, lang, meta);

  test('fetches nothing, runs nothing, and lets no hostile word become a tag', () => {
    expect(page).not.toMatch(
      /<script|<img|<iframe|<link|javascript:alert\(1\)"|\son\w+\s*=\s*["']/i,
    );
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/[\u001b\u202e]/);
  });

  test('every link leads to something on the page, and no id is used twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  test('carries the exercise marking and the TLP on screen, in the title and on every sheet', () => {
    const stamp = { da: 'ØVELSE', en: 'EXERCISE' }[lang];
    expect(page).toContain(`<title>${stamp} TLP:AMBER`);
    expect(page).toContain(`@top-left{content:"${stamp} ${stamp} ${stamp}"`);
    expect(page).toContain('@top-right{content:"TLP:AMBER"');
    expect(page.match(/class="tlp amber"/g)).toHaveLength(2);
  });

  test('names the journal by its digest', () => {
    expect(page).toContain(journal.digest());
  });
});

test('the controllers’ notes and the injects’ bodies are in no format', () => {
  const secret = 'Hemmelig note til lokal øvelsesleder';
  const w = writer(
    planOf({
      organisations: [{ id: 'o', name: 'O' }],
      injects: [
        {
          id: 'i',
          number: 1,
          title: 'T',
          body: secret,
          notes: secret,
          from: { name: 'X' },
          to: [],
          channel: 'phone',
          domain: 'digital',
          marking: 'TLP:RED',
          facts: [],
          objectives: [],
          trigger: { type: 'manual' },
          phases: [],
        },
      ],
    }),
  );
  w.at(0).start();
  w.at(1).release('i', []);
  const bare = analyse(w.entries);
  const all = [
    renderJson(bare, meta),
    renderHtml(bare, 'da', meta),
    renderMarkdown(bare, 'da', meta),
    ...Object.values(renderCsv(bare, 'da')),
  ];
  for (const text of all) expect(text).not.toContain('Hemmelig');
});

test('an empty plan gives a whole report that says what is missing', () => {
  const w = writer(planOf({}));
  w.at(0).start();
  const text = renderMarkdown(analyse(w.entries), 'da', meta);
  const { missing } = catalogue('da');
  expect(text).toContain(missing['no-tasks']);
  expect(text).toContain(missing['no-facts']);
  expect(text).not.toMatch(/undefined|NaN|Infinity/);
});

test('no format says undefined, NaN or an id it could not name', () => {
  for (const lang of LANGS) {
    const text = renderMarkdown(analysis, lang, meta) + renderHtml(analysis, lang, meta);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
    expect(text).not.toContain('crisis-lead');
  }
});

describe('words', () => {
  const da = speaker(analysis, 'da');
  const en = speaker(analysis, 'en');

  test.each([
    [0, '0 min', '0 min'],
    [45_000, '45 s', '45 s'],
    [437_000, '7 min 17 s', '7 min 17 s'],
    [5_400_000, '1 t 30 min', '1 h 30 min'],
    [-90_000_000, '−1 d 1 t', '−1 d 1 h'],
    [629_700, '10 min', '10 min'],
  ])('%i ms', (ms, danish, english) => {
    expect(da.length(ms).replaceAll('\u00a0', ' ')).toBe(danish);
    expect(en.length(ms).replaceAll('\u00a0', ' ')).toBe(english);
  });

  test('numbers take the language’s mark, and minus nought is nought', () => {
    expect(da.number(0.979, 2)).toBe('0,98');
    expect(en.number(-0.357, 2)).toBe('−0.36');
    expect(da.number(-0.001, 2)).toBe('0,00');
  });

  test('names with commas are kept apart by semicolons', () => {
    expect(da.list(['a', 'b', 'c'])).toBe('a, b og c');
    expect(da.list(['Chef, Nord', 'Vagt', 'Chef, Syd'])).toBe('Chef, Nord; Vagt og Chef, Syd');
  });

  test('every code and doubt has its own words in both languages', () => {
    const said = {
      task: 't',
      decision: 'd',
      clock: 'c',
      interface: 'i',
      facts: 'f',
      roles: 'r',
      others: 'o',
      purpose: 'p',
      lasted: '1',
      window: '2',
      lateBy: '3',
      after: '4',
      margin: '5',
      at: '6',
      part: '7',
      service: 'Tj',
      dependency: 'Af',
      load: '8',
      variant: '',
      asked: '»?«',
    };
    for (const code of [...CODES, ...STRENGTHS]) {
      for (const part of ['title', 'happened', 'planned', 'question', 'action'] as const) {
        const [danish, english] = LANGS.map((lang) => wording(code, lang)[part](said));
        expect(danish, `${code} ${part}`).not.toBe('');
        expect(danish, `${code} ${part}`).not.toBe(english);
      }
    }
    for (const doubt of DOUBTS) expect(doubtText(doubt, 'da')).not.toBe(doubtText(doubt, 'en'));
  });
});
