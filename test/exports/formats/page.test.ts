/** The HTML report in a real browser: accessible, narrow enough, silent, and marked on every sheet. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { exercise } from '../exercise.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

const journal = exercise();
const meta = { digest: journal.digest(), entries: journal.entries.length, engine: '0.1.0' };
const html = renderHtml(analyse(journal.entries), 'da', meta);

describe.skipIf(!CHROMIUM)('the HTML report', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
      args: [...FLAGS, '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  const open = async (width: number, colorScheme: 'light' | 'dark') => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    return { page, asked, close: () => context.close() };
  };

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const)('at %i wide in %s: nothing for axe, nothing cut off', async (width, scheme) => {
    const { page, asked, close } = await open(width, scheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(asked).toEqual([]);
    await close();
  });

  test('prints on more than one sheet, with room for the marking above the text', async () => {
    const { page, close } = await open(1280, 'light');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(5);
    await page.emulateMedia({ media: 'print' });
    const stamp = await page.evaluate(
      "getComputedStyle(document.querySelector('.stamp')).position",
    );
    expect(stamp).toBe('fixed');
    await close();
  });
});
