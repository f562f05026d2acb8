/**
 * A lost connection, seen from a participant's page in a real browser: for half a minute, for five
 * minutes, without a word, over a reload, and while the host is killed and started again. What was
 * written stays, what was missed comes once and in order, what was queued is carried out once.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import type { Entry, ExerciseEvent } from '../../engine/exercise/entry.ts';
import { MINUTE } from '../../engine/scenario/time.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { openWire, type Wire } from './wire.ts';

const HEADLESS = ['--headless', '--host', '127.0.0.1', '--lang', 'da', '--bots', 'none'];
const SECONDS = 1_000;

describe.skipIf(CHROMIUM === undefined)('a lost connection', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let wire: Wire;
  let page: Page;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-wire-'));
    const scenario = join(data, 'scenario');
    await mkdir(scenario);
    await writeFile(join(scenario, 'scenario.yaml'), SCENARIO);
    const where = ['--data', join(data, 'exercises'), '--port', '0'];
    host = await startHost(['run', scenario, '--start', '--pace', '1', ...where, ...HEADLESS]);
    control = facilitator(host.control);
    wire = await openWire(Number(new URL(host.join).port));
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    const context = await browser.newContext({ locale: 'da-DK' });
    page = await context.newPage();
    // Its clock can be moved on: five minutes of waiting are five minutes to the page alone.
    await page.clock.install();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(throughWire());
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Vagt' })
      .getByRole('button')
      .first()
      .click();
    await page.getByText('Nr. 1').first().waitFor();
  }, 60_000);

  afterAll(async () => {
    control.close();
    await browser.close();
    await wire.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  function throughWire(): string {
    const link = new URL(host.join);
    link.port = String(wire.port);
    return link.href;
  }

  async function events<T extends ExerciseEvent['type']>(
    type: T,
  ): Promise<readonly Extract<ExerciseEvent, { type: T }>[]> {
    const [folder = ''] = (await readdir(join(data, 'exercises'))).filter((n) => !n.includes('.'));
    const text = await readFile(join(data, 'exercises', folder, 'journal.jsonl'), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const entry = JSON.parse(line) as Entry;
        return 'event' in entry && entry.event.type === type
          ? [entry.event as Extract<ExerciseEvent, { type: T }>]
          : [];
      });
  }

  async function write(body: string): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: 'Skriv' }).click();
    await page.getByRole('checkbox', { name: /Leder/ }).check();
    await page.getByRole('textbox', { name: 'Tekst' }).fill(body);
  }
  const send = (): Promise<void> =>
    page.getByRole('main').getByRole('button', { name: 'Send', exact: true }).click();

  /** Time goes on while nobody can be reached, and injects are released. */
  async function miss(minutes: number): Promise<void> {
    const outcome = await control.act({ type: 'exercise.jump', to: minutes * MINUTE });
    expect(outcome).toMatchObject({ type: 'done' });
  }

  async function lost(): Promise<void> {
    await page.getByText('Forbindelsen er væk').waitFor();
  }

  async function back(): Promise<void> {
    await page.clock.runFor(6 * SECONDS);
    await page.getByText('Forbindelsen er væk').waitFor({ state: 'detached' });
  }

  /** The numbers of the injects in the inbox, the newest first. */
  async function inbox(): Promise<readonly number[]> {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Indbakke/ })
      .click();
    const titles = await page.locator('[data-row] .row-title').allInnerTexts();
    return titles.flatMap((title) => Number(/^Nr\. (\d+)/.exec(title)?.[1] ?? NaN) || []);
  }

  async function bodies(): Promise<readonly string[]> {
    return (await events('message.sent')).map(({ body }) => body);
  }

  it('for 30 seconds: it says so, keeps what is written and queued, and misses nothing', async () => {
    expect(await inbox()).toEqual([1]);
    await write('Sendt uden net');
    wire.cut();
    await lost();
    await send();
    await page.getByText('Venter på forbindelsen').first().waitFor();
    await miss(21);
    await page.clock.runFor(30 * SECONDS);
    await lost();
    wire.mend();
    await back();
    await expect.poll(bodies).toEqual(['Sendt uden net']);
    expect(await inbox()).toEqual([3, 2, 1]);
  });

  it('for five minutes on a network that says nothing: it finds out by itself', async () => {
    await write('Endnu ikke sendt');
    wire.swallow();
    await miss(41);
    await page.clock.runFor(25 * SECONDS);
    await lost();
    await page.clock.runFor(5 * 60 * SECONDS);
    wire.mend();
    await back();
    expect(await page.getByRole('textbox', { name: 'Tekst' }).inputValue()).toBe(
      'Endnu ikke sendt',
    );
    await send();
    await expect.poll(bodies).toEqual(['Sendt uden net', 'Endnu ikke sendt']);
    expect(await inbox()).toEqual([5, 4, 3, 2, 1]);
  });

  it('over a reload: drafts are there again, and what was queued is sent once', async () => {
    await write('Før genindlæsning');
    wire.cut();
    await lost();
    await send();
    await page.getByText('Venter på forbindelsen').first().waitFor();
    await page.goto(throughWire(), { timeout: 5_000 }).catch(() => undefined);
    wire.mend();
    await page.goto('about:blank');
    await page.goto(throughWire());
    await expect.poll(bodies).toEqual(['Sendt uden net', 'Endnu ikke sendt', 'Før genindlæsning']);
    await write('Halvfærdig');
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: 'Skriv' }).click();
    expect(await page.getByRole('textbox', { name: 'Tekst' }).inputValue()).toBe('Halvfærdig');
    expect(await inbox()).toEqual([5, 4, 3, 2, 1]);
  });

  it('while the host is killed and started again: the same, exactly once', async () => {
    await write('Mens værten var nede');
    await stop(host.child, 'SIGKILL');
    control.close();
    await lost();
    await send();
    await page.getByText('Venter på forbindelsen').first().waitFor();
    const [folder = ''] = (await readdir(join(data, 'exercises'))).filter((n) => !n.includes('.'));
    const resumed = ['resume', join(data, 'exercises', folder), '--port', '0', ...HEADLESS];
    host = await startHost(resumed);
    wire.lead(Number(new URL(host.join).port));
    control = facilitator(host.control);
    // A resumed exercise stands still; what was queued is refused with that reason, and not lost.
    await back();
    await page
      .getByText(/sat på pause/)
      .first()
      .waitFor();
    expect(await page.getByRole('textbox', { name: 'Tekst' }).inputValue()).toBe(
      'Mens værten var nede',
    );
    await control.act({ type: 'exercise.resume' });
    await send();
    await expect.poll(async () => (await bodies()).at(-1)).toBe('Mens værten var nede');
    expect(await bodies()).toHaveLength(4);
  });
});

/** A numbered inject every ten minutes. */
const SCENARIO = `beredt: 1
id: wire
version: 1.0.0
title: { da: Uden net, en: Without a network }
kind: cross-sector
languages: [da]
threat-basis: { title: Vurdering, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 1
marking: TLP:GREEN
begins: alarm
organisations:
  operator: { name: Driften }
roles:
  duty: { name: Vagt, organisation: operator }
  boss: { name: Leder, organisation: operator }
objectives:
  notify: { title: Varsling, capability: information }
phases:
  alarm: { title: Alarm }
injects:
${[0, 10, 20, 30, 40, 50]
  .map(
    (at, i) => `  no${i + 1}:
    at: ${at}m
    from: { name: Vagtcentral }
    to: [duty]
    channel: email
    title: Nr. ${i + 1}
    body: Besked nummer ${i + 1}.
    objectives: [notify]`,
  )
  .join('\n')}
`;
