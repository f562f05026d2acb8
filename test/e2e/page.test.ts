/**
 * The participants' page in a real browser, against the real host: a person joins, receives, acts,
 * and comes back by herself after the host was killed and started again.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import { sha256 } from '../../engine/plan/digest.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';
import { chunk, SIGNATURE } from './png.ts';

const SCENARIO = 'scenarios/kommune-it-ransomware';

describe.skipIf(CHROMIUM === undefined)('the page in a browser', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-page-'));
    const common = ['--headless', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    host = await startHost([
      'run',
      SCENARIO,
      '--seed',
      '1',
      '--data',
      data,
      '--pace',
      '60',
      ...common,
    ]);
    control = facilitator(host.control);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'da-DK' });
    page = await context.newPage();
  });

  afterAll(async () => {
    control.close();
    await browser.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  async function fits(): Promise<void> {
    expect(await overflow(page)).toBe(0);
  }

  async function accessible(): Promise<void> {
    expect(await faults(page)).toEqual([]);
  }

  it('lets a person choose a chair and says whose name is kept where', async () => {
    await page.goto(host.join);
    await page.getByRole('heading', { name: 'Fællesdrift nede' }).waitFor();
    await accessible();
    await fits();
    await page.getByLabel('Dit navn').fill('Åse Bjørn');
    const seat = page.getByRole('listitem').filter({ hasText: 'It-driftsvagt' });
    await seat.getByRole('button').click();
    await page.getByRole('heading', { name: 'Nu', exact: true }).waitFor();
  });

  it('shows an inject when it falls due, and opening and acknowledging reach the record', async () => {
    await control.act({ type: 'exercise.start' });
    await page.getByRole('button', { name: /KRITISK/ }).click({ timeout: 20_000 });
    await page.getByText('Driftscenter 1').first().waitFor();
    await accessible();
    await fits();
    await page.getByRole('button', { name: 'Kvittér' }).click();
    await page
      .getByText(/Kvitteret/)
      .filter({ visible: true })
      .first()
      .waitFor();
    const row = (): unknown => control.state().view['injects']?.['monitor-alarm'];
    await expect.poll(row).toMatchObject({ opened: ['it-duty'], acknowledged: ['it-duty'] });
  });

  it('comes back by itself after the host was killed and resumed, to the same chair', async () => {
    const folder = join(
      data,
      (await readdir(data)).find((name) => name.startsWith('kommune')) ?? '',
    );
    const before = control.state().seq;
    await stop(host.child, 'SIGKILL');
    await page
      .getByText(/[Ff]orbindelsen/)
      .first()
      .waitFor({ timeout: 15_000 });
    const port = new URL(host.join).port;
    control.close();
    host = await startHost(['resume', folder, '--headless', '--host', '127.0.0.1', '--port', port]);
    control = facilitator(host.control);
    await page
      .getByText(/på pause/i)
      .first()
      .waitFor({ timeout: 20_000 });
    await expect.poll(() => control.state().seq).toBeGreaterThanOrEqual(before);
    const row = control.state().view['injects']?.['monitor-alarm'];
    expect(row).toMatchObject({ acknowledged: ['it-duty'] });
    await control.act({ type: 'exercise.resume' });
    await page
      .getByText(/I gang/i)
      .first()
      .waitFor();
  });

  it('keeps the name out of the journal and off everybody else’s screen', async () => {
    const folder = join(
      data,
      (await readdir(data)).find((name) => name.startsWith('kommune')) ?? '',
    );
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).not.toContain('Åse');
    expect(await readFile(join(folder, 'roster.json'), 'utf8')).toContain('Åse Bjørn');
    expect(JSON.stringify(control.state().view)).not.toContain('Åse');
  });

  it('answers what it is asked, and shows a picture that only its receivers can fetch', async () => {
    const folder = join(data, 'asking');
    await mkdir(join(folder, 'files'), { recursive: true });
    const picture = png(64, 36);
    await writeFile(join(folder, 'files', 'skaerm.png'), picture);
    await writeFile(join(folder, 'scenario.yaml'), ASKING);
    const own = ['--headless', '--start', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    const other = await startHost(['run', folder, '--data', join(data, 'asked'), ...own]);
    const asking = facilitator(other.control);
    try {
      await page.goto(other.join);
      const seat = page.getByRole('listitem').filter({ hasText: 'Vagt' });
      await seat.getByRole('button').click();
      await page.getByText('Øvelsesledelsen har stillet jer et spørgsmål.').waitFor();

      await page.getByRole('button', { name: /Skærmbillede/ }).click();
      await page.getByRole('button', { name: 'Vis: skaerm.png' }).click();
      const shown = page.getByRole('img', { name: 'skaerm.png' });
      await expect
        .poll(() => shown.evaluate((image) => 'naturalWidth' in image && image.naturalWidth))
        .toBe(64);
      await accessible();
      await fits();
      const address = `${new URL(other.join).origin}/files/${sha256(picture)}`;
      expect((await fetch(address)).status).toBe(404);

      await page.getByRole('complementary').getByRole('button', { name: 'Svar' }).click();
      await page.getByText('første svar gælder').waitFor();
      await page.getByRole('radio', { name: 'Kun fagsystemerne' }).check();
      await accessible();
      await fits();
      await page.getByRole('main').getByRole('button', { name: 'Svar' }).press('Enter');
      await page.getByText('Det har I svaret').waitFor();
      await accessible();
      const row = (): unknown => asking.state().view['questions']?.['down'];
      await expect.poll(row).toMatchObject({ answers: [{ role: 'duty', answer: 'some' }] });
    } finally {
      asking.close();
      await stop(other.child, 'SIGTERM');
    }
    // A second host and three looks by axe.
  }, 60_000);
});

/** One inject with a picture, and one probe, both at once. */
const ASKING = `beredt: 1
id: asking
version: 1.0.0
title: { da: Spørgende øvelse, en: Asking exercise }
kind: cross-sector
languages: [da, en]
threat-basis: { title: Assessment, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 60
marking: TLP:GREEN
begins: alarm
organisations:
  operator: { name: Driften }
roles:
  duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3 }
objectives:
  notify: { title: { da: Varsling, en: Warning }, capability: information }
phases:
  alarm: { title: Alarm }
injects:
  call:
    at: 0m
    from: { name: Vagtcentral }
    to: [duty]
    channel: email
    title: { da: Skærmbillede, en: Screenshot }
    body: { da: Sådan ser det ud., en: This is what it looks like. }
    files: [skaerm.png]
    objectives: [notify]
    expect:
      - { role: duty, does: acknowledge, within: 10m }
probes:
  down:
    at: 1m
    question: { da: Hvad er nede?, en: What is down? }
    options:
      all: { da: Alt, en: Everything }
      some: { da: Kun fagsystemerne, en: Only the line systems }
    truth: some
    to: [duty]
`;

/** A grey picture, as small a PNG as there is. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x99);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
