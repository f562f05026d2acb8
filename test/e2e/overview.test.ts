/**
 * Keeping the overview, in a real browser against the real host: what waits and in which order,
 * search, the timeline, what one did as a file, and choices that are remembered.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';

/** Counts what the page asks of the browser's sound and notifications. */
const WITNESS = `
  window.heard = { pitches: [], told: [] };
  const make = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    const made = make.call(this);
    const start = made.start;
    made.start = function (at) { window.heard.pitches.push(made.frequency.value); start.call(made, at); };
    return made;
  };
  window.Notification = class {
    static permission = 'default';
    static requestPermission() { this.permission = 'granted'; return Promise.resolve('granted'); }
    constructor(title, rest) { window.heard.told.push([title, JSON.stringify(rest)]); }
  };
`;

describe.skipIf(CHROMIUM === undefined)('the overview in a browser', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let page: Page;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-overview-'));
    const folder = join(data, 'overview');
    await mkdir(folder);
    await writeFile(join(folder, 'scenario.yaml'), SCENARIO);
    const own = ['--headless', '--start', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    const still = ['--bots', 'none', '--pace', '0.1'];
    host = await startHost(['run', folder, '--data', join(data, 'runs'), ...own, ...still]);
    control = facilitator(host.control);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await context.addInitScript(WITNESS);
    page = await context.newPage();
    await page.goto(host.join);
    const seat = page.getByRole('listitem').filter({ hasText: 'Vagt' });
    await seat.getByRole('button').click();
    await page.getByRole('heading', { name: 'Nu', exact: true }).waitFor();
  }, 30_000);

  afterAll(async () => {
    control.close();
    await browser.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  async function sound(): Promise<void> {
    expect(await overflow(page)).toBe(0);
    expect(await faults(page)).toEqual([]);
  }

  const calls = (): Promise<readonly string[]> =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('main [data-row]')].map((row) => row.getAttribute('data-row'))",
    );

  async function section(name: string): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: 'Mere' }).click();
    await page.getByRole('main').getByRole('button', { name }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
  }

  async function tell(title: string, channel: 'sms' | 'phone' | 'alarm'): Promise<void> {
    const body = 'Hemmeligt indhold';
    await control.act({ type: 'inject.write', to: ['duty'], from: 'Vagt', channel, title, body });
  }

  it('lists what waits, what rings first, and one tap leads there and back', async () => {
    // The exercise runs ten times slower than the clock: what is left cannot run out under the test.
    await expect
      .poll(calls)
      .toEqual(['item:call', 'item:mail', 'decision:cut', 'task:warn', 'question:down']);
    await sound();
    expect(await page.title()).toMatch(/^\(5\) ØVELSE/);
    await page
      .getByRole('main')
      .getByRole('button', { name: /Ring tilbage/ })
      .click();
    await page.getByRole('heading', { name: 'Ring tilbage' }).waitFor();
    await page.getByRole('button', { name: 'Nu', exact: true }).first().click();
    await expect.poll(calls).toEqual(['item:mail', 'decision:cut', 'task:warn', 'question:down']);
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('INPUT');
  });

  it('finds words with Danish letters by one key, and marks them', async () => {
    await page.keyboard.press('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('AABENRAA loen');
    await page.getByText('Intet passer').waitFor();
    await page.getByRole('searchbox').fill('AABENRAA løn');
    await page.getByText('1 fundet').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['Løn', 'Åbenrå', 'Løn']);
    await sound();
    await page.keyboard.type('/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('AABENRAA løn/');
    await page
      .getByRole('main')
      .getByRole('button', { name: /Lønnen/ })
      .click();
    await page.getByRole('heading', { name: 'Lønnen i Åbenrå' }).waitFor();
    await page.getByRole('button', { name: 'Søg', exact: true }).last().click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('AABENRAA løn/');
  });

  it('tells what has happened, cut to whom one wants', async () => {
    await section('Forløb');
    await page.getByText('Opgave opstået').waitFor();
    const all = (await calls()).length;
    await sound();
    await page.getByRole('button', { name: 'Vores rolle' }).click();
    const own = await calls();
    expect(own.length).toBeLessThan(all);
    expect(own).toEqual(['item:mail', 'item:call']);
  });

  it('sounds and notifies only when asked to, without content, and remembers it', async () => {
    const heard = (what: string): Promise<unknown> => page.evaluate(`window.heard.${what}`);
    await tell('Før', 'alarm');
    await expect.poll(() => page.title()).toMatch(/^\(4\)/);
    expect(await heard('pitches')).toEqual([]);
    await section('Min rolle');
    await page.getByRole('switch', { name: /Lyd/ }).check();
    await page.getByRole('switch', { name: /Besked fra browseren/ }).check();
    await page.getByRole('switch', { name: /Tasten/ }).uncheck();
    await sound();
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true })");
    await tell('Ring', 'phone');
    await expect.poll(() => heard('pitches')).toEqual([440, 480, 440, 480]);
    await tell('Alarm', 'alarm');
    await expect.poll(() => heard('pitches.length')).toBe(10);
    expect(await heard('told')).toEqual([
      ['Nyt i øvelsen', '{"tag":"beredt"}'],
      ['Nyt i øvelsen', '{"tag":"beredt"}'],
    ]);
    await page.reload();
    await page.getByRole('switch', { name: /Lyd/ }).waitFor();
    expect(await page.getByRole('switch', { name: /Lyd/ }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: /Tasten/ }).isChecked()).toBe(false);
    await page.keyboard.press('/');
    await page.getByRole('heading', { name: 'Min rolle' }).waitFor();
  });

  it('gives what one did as a file that stands by itself, in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'More' }).click();
    await page.getByRole('main').getByRole('button', { name: 'What you did' }).click();
    await page.getByText('What the role did').waitFor();
    await sound();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^what-you-did_.*\.html$/);
    const path = join(data, 'kept.html');
    await download.saveAs(path);
    const html = await readFile(path, 'utf8');
    const fresh = await page.context().newPage();
    await fresh.goto(`file://${path}`);
    expect(await fresh.locator('h1').textContent()).toBe('What you did');
    expect(await fresh.getByText('Ring tilbage <img src=x>').count()).toBeGreaterThan(0);
    expect(await fresh.locator('script, img, link, iframe').count()).toBe(0);
    expect(await fresh.locator('.band').first().textContent()).toContain('EXERCISE');
    expect(html).toContain('TLP:GREEN');
    await fresh.close();
  });

  it('is readable at the end, and asks for the hot wash with how far one is', async () => {
    await control.act({ type: 'exercise.end' });
    await control.act({ type: 'exercise.hotwash' });
    await page.getByRole('button', { name: 'Write first impressions' }).click();
    await page.getByText('0 of 2 answered').waitFor();
    await page.getByLabel('What went well?').fill('We called at once');
    await page.getByText('Not saved yet').waitFor();
    await sound();
    await page.getByRole('button', { name: 'Save answer' }).first().click();
    await page.getByText('1 of 2 answered').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Now' }).click();
    expect(await calls()).toEqual(['hotwash']);
    await page.getByRole('main').getByText('1 of 2 answered').waitFor();
  });
});

const SCENARIO = `beredt: 1
id: overview
version: 1.0.0
title: { da: Overblik, en: Overview }
kind: cross-sector
languages: [da, en]
threat-basis: { title: Assessment, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 8h
pace: 1
marking: TLP:GREEN
begins: alarm
letters: shown
organisations:
  operator: { name: Driften }
  town: { name: Kommunen }
roles:
  duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3, deputy: boss }
  boss: { name: { da: Chef, en: Manager }, organisation: operator }
  mayor: { name: { da: Direktør, en: Director }, organisation: town }
objectives:
  notify: { title: { da: Varsling, en: Warning }, capability: information }
tasks:
  warn:
    title: { da: Varsl kommunen, en: Warn the municipality }
    accountable: boss
    responsible: [duty]
    within: 3h
    objectives: [notify]
decisions:
  cut:
    question: { da: Skal driften afbrydes?, en: Shall operations be cut? }
    authority: [duty]
    within: 1h
    default: stay
    options:
      cut: { title: { da: Ja, en: 'Yes' } }
      stay: { title: { da: Nej, en: 'No' } }
    objectives: [notify]
phases:
  alarm: { title: Alarm }
injects:
  mail:
    at: 0m
    from: { name: Lønkontoret }
    to: [duty]
    channel: email
    title: { da: Lønnen i Åbenrå, en: Pay in Aabenraa }
    body: { da: Ingen kan se den., en: Nobody can see it. }
    objectives: [notify]
    expect:
      - { role: duty, does: acknowledge, within: 60m }
  call:
    at: 0m
    from: { name: Vagtcentral }
    to: [duty]
    channel: phone
    title: { da: 'Ring tilbage <img src=x>', en: 'Ring tilbage <img src=x>' }
    body: { da: Det haster., en: It is urgent. }
    objectives: [notify]
    expect:
      - { role: duty, does: acknowledge, within: 60m }
probes:
  down:
    at: 0m
    question: { da: Hvad er nede?, en: What is down? }
    options:
      all: { da: Alt, en: Everything }
      some: { da: Kun fagsystemerne, en: Only the line systems }
    truth: some
    to: [duty]
hot-wash:
  good: { da: Hvad gik godt?, en: What went well? }
  learn: { da: Hvad skal vi lære?, en: What must we learn? }
`;
