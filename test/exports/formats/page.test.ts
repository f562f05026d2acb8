/**
 * The HTML report in a real browser: accessible, narrow enough, silent, marked on every sheet; what
 * its script does by keyboard, and that without it nothing is missing.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import type { Report } from '../../../exports/formats/block.ts';
import { pageHtml } from '../../../exports/formats/page.ts';
import { SCRIPT } from '../../../exports/formats/page/script.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { exercise } from '../exercise.ts';
import { samples } from './samples.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

const journal = exercise();
const meta = { digest: journal.digest(), entries: journal.entries.length, engine: '0.1.0' };
const report = reportOf(analyse(journal.entries), 'da', meta);
/** The report, and behind it a part with a chart of every kind. */
const whole: Report = {
  ...report,
  sections: [
    ...report.sections,
    {
      id: 'all-charts',
      title: 'Billeder',
      blocks: Object.values(samples).map((chart) => ({
        type: 'chart',
        chart,
        table: {
          type: 'table',
          caption: chart.title,
          columns: [{ title: 'Tal' }, { title: 'Værdi', figure: true }],
          rows: [[{ text: chart.kind }, { text: '7', figure: true }]],
        },
      })),
    },
  ],
};
const html = pageHtml(whole);

test('the script is small, and a page that does nothing has none', () => {
  expect(SCRIPT.length).toBeLessThan(12_000);
  const still = pageHtml({ ...whole, interactive: false });
  expect(still).not.toMatch(/<script|script-src|data-tool|<button|<form/);
  expect(still).toContain('Tallene som tabel');
});

describe.skipIf(!CHROMIUM)('the HTML report', { timeout: 120_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'beredt-page-'));
  const address = `file://${join(folder, 'rapport.html')}`;
  beforeAll(async () => {
    writeFileSync(join(folder, 'rapport.html'), html);
    browser = await chromium.launch({
      ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
      args: [...FLAGS, '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
    javaScriptEnabled = true,
  ) => {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    const heard: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    await page.goto(address);
    return { page, asked, heard, close: () => context.close() };
  };

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'dark'],
  ] as const)('at %i wide in %s: nothing for axe, nothing cut off', async (width, scheme) => {
    const { page, asked, heard, close } = await open(width, scheme);
    // With a script that forbids all others, axe itself must come by a way of its own.
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [v.id, v.nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(asked).toEqual([address]);
    expect(heard).toEqual([]);
    await close();
  });

  test('another script does not run, and an attribute does not either', async () => {
    const { page, heard, close } = await open(1280);
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.ran = 1';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<i onclick="window.ran = 2" id="x">x</i>');
      document.getElementById('x').click();
    `);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(heard.join(' ')).toContain('Content Security Policy');
    await close();
  });

  test('without a script all of it is there, and no control that would do nothing', async () => {
    const { page, close } = await open(1280, 'light', false);
    expect(await page.locator('main > section').count()).toBe(whole.sections.length);
    for (const kind of ['#findings .card', '#extract tbody tr', 'svg.lanes', 'svg.knowledge']) {
      expect(await page.locator(kind).first().isVisible(), kind).toBe(true);
    }
    expect(await page.locator('button:visible:not(.cell)').count()).toBe(0);
    expect(await page.locator('form:visible, .fold:visible, .tools:visible').count()).toBe(0);
    // The browser opens a cell's panel by itself.
    await page.locator('.cell').first().press('Enter');
    expect(await page.locator('.panel:popover-open').count()).toBe(1);
    expect(await page.locator('.know.k3').first().isVisible()).toBe(true);
    await close();
  });

  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement.id || document.activeElement.className');
  const heard = (page: Page, said: RegExp): Promise<void> =>
    expect.poll(() => page.locator('#live').textContent()).toMatch(said);

  test('a cell opens what it rests on; evidence leads to its line and back again', async () => {
    const { page, close } = await open(1280);
    const cell = page.locator('.cell', { hasText: 'A' }).first();
    await cell.focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.panel:popover-open');
    expect(await panel.locator('.refs a').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('cell');
    await page.keyboard.press('Enter');
    const link = panel.locator('.refs a').first();
    const number = (await link.getAttribute('href'))?.slice(1);
    await link.press('Enter');
    expect(await focused(page)).toBe(number);
    expect(await page.locator('tr.lit').getAttribute('id')).toBe(number);
    expect(page.url()).toBe(`${address}#${number}`);
    await page.locator('#back').press('Enter');
    expect(await focused(page)).toBe('cell');
    expect(await page.locator('#back').isVisible()).toBe(false);
    await close();
  });

  test('findings are chosen by what they are about, and the number is said', async () => {
    const { page, close } = await open(390);
    const all = await page.locator('#findings [data-tags]').count();
    const grave = await page.locator('#findings [data-tags~=severity-high]').count();
    const field = page.getByLabel('Alvor');
    await field.selectOption({ label: 'Alvorlig' });
    expect(await page.locator('#findings [data-tags]:visible').count()).toBe(grave);
    expect(grave).toBeLessThan(all);
    await heard(page, new RegExp(`^${grave} af ${all} fund vises$`));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await field.selectOption('');
    expect(await page.locator('#findings [data-tags]:visible').count()).toBe(all);
    await close();
  });

  test('a table is searched by words, and what evidence leads to comes out of hiding', async () => {
    const { page, close } = await open(1280);
    const seek = page.locator('#extract [data-seek]');
    await seek.focus();
    await page.keyboard.type('varsling opgaven');
    const rows = page.locator('#extract tbody tr:visible');
    const few = await rows.count();
    expect(few).toBeGreaterThan(0);
    for (const text of await rows.allTextContents()) expect(text.toLowerCase()).toMatch(/varsling/);
    await heard(page, new RegExp(`^${few} af \\d+ rækker$`));
    const hidden = await page.evaluate<string>(
      "[...document.querySelectorAll('#findings .refs a')].find((a) => document.querySelector(a.hash).hidden).hash.slice(1)",
    );
    await page.locator(`#findings a[href="#${hidden}"]`).first().click();
    expect(await page.locator(`#${hidden}`).isVisible()).toBe(true);
    expect(await seek.inputValue()).toBe('');
    await close();
  });

  test('cards fold and unfold, and are whole on paper', async () => {
    const { page, close } = await open(1280);
    const fold = page.locator('#findings .fold').first();
    const body = page.locator('#findings .card .body').first();
    await fold.press('Enter');
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(await body.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await body.isVisible()).toBe(true);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Fold alle kort sammen' }).press('Enter');
    expect(await page.locator('.body:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Fold alle kort ud' }).press('Enter');
    expect(await body.isVisible()).toBe(true);
    await close();
  });

  test('the lanes show the marks, roles and period that are asked for', async () => {
    const { page, close } = await open(1280);
    const form = page.locator('#timeline form');
    const marks = page.locator('svg.lanes .m-inject');
    const before = await marks.first().getAttribute('transform');
    const shown = (): Promise<number> =>
      page.evaluate(
        "[...document.querySelectorAll('svg.lanes .m-inject')].filter((g) => g.style.display !== 'none').length",
      );
    const full = await shown();
    await form.getByLabel('indspil').press('Space');
    expect(await shown()).toBe(0);
    await form.getByLabel('indspil').press('Space');
    expect(await shown()).toBe(full);
    const high = (): Promise<number> =>
      page.evaluate("document.querySelector('svg.lanes').viewBox.baseVal.height");
    const height = await high();
    await form.locator('summary').press('Enter');
    await form.getByLabel('It-chef').press('Space');
    expect(await high()).toBe(height - 36);
    await heard(page, /^6 af 7 baner, T\+00:00 til T\+04:00$/);
    const period = form.getByLabel('Periode');
    await period.focus();
    await page.keyboard.press('ArrowDown');
    expect(await shown()).toBeLessThan(full);
    expect(await marks.first().getAttribute('transform')).not.toBe(before);
    await period.selectOption({ index: 0 });
    expect(await marks.first().getAttribute('transform')).toBe(before);
    await close();
  });

  test('the knowledge at a moment: by arrow keys, said aloud, the end at the end', async () => {
    const { page, close } = await open(1280);
    // The sample's, with four cells: the report has one of its own.
    const figure = page.locator('figure', { has: page.getByRole('slider') }).last();
    const slider = figure.getByRole('slider', { name: 'Vist ved' });
    const cells = figure.locator('.know[data-t]:visible');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+04:00: 4 leveret, 3 åbnet, 2 brugt',
    );
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+00:00: 1 leveret, 0 åbnet, 0 brugt',
    );
    expect(await cells.count()).toBe(1);
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+01:00: 3 leveret, 1 åbnet, 0 brugt',
    );
    await page.keyboard.press('End');
    expect(await cells.count()).toBe(4);
    await close();
  });

  test('lines of one kind are taken out of a network', async () => {
    const { page, close } = await open(1280);
    const box = page.getByLabel('planlagt, ikke set');
    await box.press('Space');
    expect(await page.locator('.edge[data-kind=meant]').first().isVisible()).toBe(false);
    expect(await page.locator('.edge[data-kind=both]').first().isVisible()).toBe(true);
    await close();
  });

  test('the contents say which part is being read, and a link is copied', async () => {
    const { page, close } = await open(1280);
    await page.evaluate("document.getElementById('decisions').scrollIntoView()");
    await page.waitForSelector('nav a[aria-current]:has-text("Beslutningsregister")');
    expect(await page.locator('nav a[aria-current]').count()).toBe(1);
    await page.locator('#tasks .copy').press('Enter');
    expect(page.url()).toBe(`${address}#tasks`);
    await close();
  });

  test('prints on more than one sheet, with room for the marking above the text', async () => {
    const { page, close } = await open(1280);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(5);
    await page.emulateMedia({ media: 'print' });
    const stamp = await page.evaluate(
      "getComputedStyle(document.querySelector('.stamp')).position",
    );
    expect(stamp).toBe('fixed');
    // The tables behind the charts are on paper too.
    expect(await page.locator('#all-charts details table').first().isVisible()).toBe(true);
    await close();
  });

  test('the questions are one sheet of their own', async () => {
    const { page, close } = await open(1280);
    await page.evaluate("document.documentElement.dataset.only = 'questions'");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    await close();
  });
});
