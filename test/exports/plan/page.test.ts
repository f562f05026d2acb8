/** Book, role cards and handbook in a real browser: accessible, narrow enough, silent, printable. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderBook } from '../../../exports/plan/book.ts';
import { renderBriefings } from '../../../exports/plan/briefings.ts';
import { renderHandbook } from '../../../exports/plan/handbook.ts';
import { materialOf } from '../../../exports/plan/material.ts';
import { smallPlan } from './fixture.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

const warnings = [{ where: 'roles.press', what: 'Pressen får intet.', remedy: 'Giv den et.' }];
const choice = { audience: 'players', withTasks: true } as const;
const pages = {
  book: renderBook(materialOf(smallPlan, 'controllers', { warnings }), 'da'),
  briefings: Promise.resolve(renderBriefings(smallPlan, 'da', choice)),
  handbook: Promise.resolve(renderHandbook(smallPlan, 'da')),
};

describe.skipIf(!CHROMIUM)('in a browser', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
      args: [...FLAGS, '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  const open = async (name: keyof typeof pages, width: number, colorScheme: 'light' | 'dark') => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(await pages[name]);
    return { page, asked, close: () => context.close() };
  };

  test.each([
    ['book', 1180, 'light'],
    ['book', 1180, 'dark'],
    ['book', 360, 'light'],
    ['briefings', 1180, 'dark'],
    ['briefings', 360, 'light'],
    ['handbook', 1180, 'light'],
    ['handbook', 360, 'dark'],
  ] as const)(
    '%s at %i wide in %s: nothing for axe, nothing cut off',
    async (name, width, scheme) => {
      const { page, asked, close } = await open(name, width, scheme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => [v.id, v.nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(asked).toEqual([]);
      await close();
    },
  );

  test('a role card is one sheet of paper, and there is a sheet for each role', async () => {
    const { page, close } = await open('briefings', 1180, 'light');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
    await close();
  });

  test('the book prints with a cover, its contents and each chapter on a sheet of its own', async () => {
    const { page, close } = await open('book', 1180, 'light');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const chapters = Number(await page.evaluate('document.querySelectorAll("section").length'));
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThanOrEqual(chapters + 2);
    await close();
  });
});
