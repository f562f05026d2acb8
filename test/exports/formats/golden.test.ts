/**
 * The formats byte for byte. `vitest run <this file> -u` writes them anew (the flag last: it takes a value); read the
 * difference before committing.
 */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { exercise } from '../exercise.ts';

const journal = exercise();
const analysis = analyse(journal.entries);
const meta = { digest: journal.digest(), entries: journal.entries.length, engine: '0.1.0' };
const golden = (name: string): string => `../../golden/exports/${name}`;

describe.each(LANGS)('in %s', (lang) => {
  test('Markdown', async () => {
    await expect(renderMarkdown(analysis, lang, meta)).toMatchFileSnapshot(
      golden(`report.${lang}.md`),
    );
  });

  test('HTML', async () => {
    await expect(renderHtml(analysis, lang, meta)).toMatchFileSnapshot(
      golden(`report.${lang}.html`),
    );
  });

  test('CSV', async () => {
    const sheets = Object.entries(renderCsv(analysis, lang));
    expect(sheets).toHaveLength(24);
    for (const [name, sheet] of sheets) {
      // The goldens have plain line ends, because a checkout may change CRLF.
      expect(
        sheet
          .split('\n')
          .slice(0, -1)
          .every((line) => line.endsWith('\r')),
      ).toBe(true);
      await expect(sheet.replaceAll('\r\n', '\n')).toMatchFileSnapshot(golden(`${lang}.${name}`));
    }
  });
});

test('JSON', async () => {
  await expect(renderJson(analysis, meta)).toMatchFileSnapshot(golden('analysis.json'));
});

test('the same journal gives the same bytes twice', () => {
  const again = analyse(exercise().entries);
  expect(renderHtml(again, 'da', meta)).toBe(renderHtml(analysis, 'da', meta));
});
