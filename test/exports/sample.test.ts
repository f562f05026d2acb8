/**
 * The finished report that lies in the repository, byte for byte as it is made from a rehearsal of
 * the shipped exercise. `UPDATE=1 npx vitest run test/exports/sample.test.ts` makes it anew, and its
 * picture for the README too, where there is a browser; look at them before committing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../exports/analysis/analysis.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import { finished } from './finished.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'exports', 'sample');
const UPDATE = process.env['UPDATE'] === '1';
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

const { entries, digest } = finished();
const analysis = analyse(entries);
const meta = { digest, entries: entries.length, engine: '0.1.0' };
const FILES = {
  'report.da.html': renderHtml(analysis, 'da', meta),
  'report.en.html': renderHtml(analysis, 'en', meta),
  'report.da.md': renderMarkdown(analysis, 'da', meta),
};

describe.each(Object.entries(FILES))('%s', (name, made) => {
  const path = join(FOLDER, name);
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, made);
  }

  test('is what the exercise gives today', () => {
    // Not toBe: a difference of a megabyte says less than its first line.
    const [kept, now] = [readFileSync(path, 'utf8'), made].map((text) => text.split('\n'));
    const first = now!.findIndex((line, i) => line !== kept![i]);
    expect([first, kept![first], now![first]]).toEqual([-1, undefined, undefined]);
    expect(kept).toHaveLength(now!.length);
  });

  test('is small enough to be fetched by anybody', () => {
    expect(made.length).toBeLessThan(1_600_000);
  });
});

test('has findings of many kinds, strengths, and all three lists of the summary', () => {
  const { findings, foremost, foremostStrengths, strengths } = analysis.findings;
  expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(8);
  expect(strengths.length).toBeGreaterThan(3);
  expect([foremost.length, foremostStrengths.length]).toEqual([3, 3]);
  expect(analysis.observations).toHaveLength(3);
});

test.runIf(UPDATE && CHROMIUM !== undefined)('its picture', async () => {
  const browser = await chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 920 } });
  await page.goto(`file://${join(FOLDER, 'report.en.html')}`);
  await page.locator('#matrix .scroll').first().scrollIntoViewIfNeeded();
  await page.evaluate("document.querySelector('#matrix').scrollIntoView()");
  await page.locator('.contention .cell, .drift .cell').first().click();
  await page.evaluate("document.querySelector('#matrix thead').scrollIntoView(); scrollBy(0, -24)");
  await page.screenshot({ path: join(FOLDER, 'report.png') });
  await browser.close();
});
