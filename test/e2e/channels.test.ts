/**
 * Injects as their channel, in a real browser at the smallest screen: each can be read by everybody,
 * fits, and says what it is and that it is an exercise; also on paper and in a copy.
 * `UPDATE=1 npx vitest run test/e2e/channels.test.ts` takes the pictures in participant-ui/screens.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../engine/index.ts';
import { CHANNELS } from '../../engine/scenario/schema.ts';
import { words } from '../participant-ui/words.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';
import { shrink } from './channels/picture.ts';

const PDFTOTEXT = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find(existsSync);
const SCENARIO = 'test/e2e/channels';
const SCREENS = 'participant-ui/screens';
const PAGE = 'participant-ui/CHANNELS.md';
/** `message` is what roles write to each other. */
const SHOWN = [...CHANNELS, 'message'] as const;
const MOST = 40_000;
/** Wall ms, outside of tests, where `expect.poll` cannot wait. */
const PATIENT = 15_000;
const update = process.env['UPDATE'] !== undefined;

describe.skipIf(CHROMIUM === undefined)('injects as their channel', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-channels-'));
    const how = ['--headless', '--start', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    const what = ['--seed', '1', '--pace', '0.1', '--bots', 'none', '--data', data];
    host = await startHost(['run', SCENARIO, ...what, ...how]);
    control = facilitator(host.control);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'da-DK' });
    page = await context.newPage();
    await page.goto(host.join);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Beredskabsvagt' })
      .getByRole('button')
      .click();
    await page.getByRole('navigation').waitFor();
    await act({ type: 'exercise.jump', to: 45 * 60_000 });
    await act({
      type: 'simcell.send',
      from: 'chief',
      to: ['duty'],
      title: 'Sandsække',
      body: 'Vi mangler 600 sandsække ved Havnegade. Kan materielgården levere dem inden kl. 7?',
    });
    await open('sms');
    await reply('Skolen lukker. Jeg ringer til busselskabet nu, og du skriver til forældrene.');
    await open('email');
    await reply('Tak. Skolevej lukkes kl. 06.50, så dykkeren kan komme frem.');
    await act({
      type: 'inject.write',
      to: ['duty'],
      from: 'Driftslederen, Nordby Forsyning',
      channel: 'email',
      title: 'SV: Pumpestation 4',
      body: 'Godt. Dykkeren er på vej og kan begynde kl. 07.10.',
      replyTo: 'msg.3',
    });
    await open('message');
    await reply('De kører om ti minutter. Hvem tager imod?');
  }, 180_000);

  // Whatever the test before this one left undone: a fault in one is not to become a fault in all.
  beforeEach(async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'light' });
    await speak('da');
  });

  afterAll(async () => {
    control.close();
    await browser.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  async function act(input: Parameters<Client['act']>[0]): Promise<void> {
    expect(await control.act(input)).toMatchObject({ type: 'done' });
  }

  /** The page in a language; its title comes last. */
  async function speak(lang: 'da' | 'en'): Promise<void> {
    await page.getByRole('button', { name: lang === 'da' ? 'Dansk' : 'English' }).click();
    await page.locator(`html[lang=${lang}]`).waitFor();
    const titled = async (): Promise<void> =>
      expect(await page.title()).toContain(words(lang).look.exercise);
    await vi.waitFor(titled, PATIENT);
  }

  /** To a section's list, with nothing open beside it; the page moves the focus before it is seen. */
  async function toList(section: 'inbox' | 'tasks' = 'inbox'): Promise<void> {
    const name = words('da').sections[section];
    await page.getByRole('navigation').getByRole('button', { name }).click();
    await page.locator('.panes:not(.open) > .list > h2', { hasText: name }).waitFor();
  }

  /** The channel's own inject; of the messages the first one. */
  async function open(channel: (typeof SHOWN)[number]): Promise<void> {
    await toList();
    const id = channel === 'message' ? 'msg.1' : channel;
    await page.locator(`[data-row="${id}"]`).click();
    await page.locator(`article.item[data-item="${id}"]`).waitFor();
  }

  async function reply(text: string): Promise<void> {
    await page.locator('.doings').getByRole('button', { name: 'Svar', exact: true }).click();
    await page.locator('.doings textarea').fill(text);
    await page.locator('.doings').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Sendt.').first().waitFor();
    // What is written next may answer it.
    const there = (): void => expect(JSON.stringify(control.state().view)).toContain(text);
    await vi.waitFor(there, PATIENT);
  }

  async function fits(): Promise<void> {
    expect(await overflow(page)).toBe(0);
  }

  async function accessible(): Promise<void> {
    expect(await faults(page)).toEqual([]);
  }

  /** Of the page's top, or of where `at` begins. */
  async function picture(name: string, at = 'body'): Promise<void> {
    const file = join(SCREENS, `${name}.png`);
    if (update) {
      await mkdir(SCREENS, { recursive: true });
      await page.mouse.move(0, 0);
      await page.evaluate(`window.scrollTo(0, 0);
        window.scrollTo(0, document.querySelector('${at}').getBoundingClientRect().top - 120)`);
      await writeFile(file, shrink(await page.screenshot({ animations: 'disabled' })));
    }
    expect((await stat(file)).size).toBeLessThan(MOST);
  }

  it.each(SHOWN)(
    '%s: read by everybody, in both languages, light and dark',
    async (channel) => {
      await open(channel);
      await picture(channel);
      if (channel === 'email') await picture('thread', '.thread');
      // Each language and each scheme once: neither changes what the other may break.
      for (const [lang, colorScheme] of [
        ['da', 'light'],
        ['en', 'dark'],
      ] as const) {
        await speak(lang);
        await page.emulateMedia({ colorScheme });
        const stamp = page.locator('article.item .stamp');
        const { exercise } = words(lang).look;
        await expect.poll(() => stamp.innerText()).toContain(exercise);
        expect(await stamp.innerText()).toContain(words(lang).channels[channel]);
        expect(await stamp.innerText()).toMatch(/TLP:[A-Z]/);
        expect(await page.locator('.top > .band').innerText()).toContain(exercise);
        await accessible();
        await fits();
      }
    },
    120_000,
  );

  it('speaks the language asked for last, however slowly the one before it comes', async () => {
    const other = await browser.newContext({ locale: 'da-DK' });
    const door = await other.newPage();
    let held: (() => Promise<void>) | undefined;
    await door.route(/english-/, (route) => {
      held = () => route.continue();
    });
    await door.goto(host.join);
    await door.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => held !== undefined).toBe(true);
    await door.getByRole('button', { name: 'Dansk' }).click();
    const [late] = await Promise.all([door.waitForResponse(/english-/), held?.()]);
    // Done when the page itself has the words, and has drawn what it makes of them.
    await door.evaluate(`import('${late?.url()}').then(() => new Promise(requestAnimationFrame))`);
    expect(await door.evaluate('document.documentElement.lang')).toBe('da');
    await other.close();
  });

  it('rings wherever one stands, and takes the focus only when it is answered', async () => {
    await toList('tasks');
    await page.evaluate('window.before = document.activeElement');
    await act({ type: 'inject.release', inject: 'ring' });
    const answer = page.getByRole('button', { name: 'Besvar opkaldet fra Indsatslederen' });
    await answer.waitFor();
    expect(await page.evaluate('document.activeElement === window.before')).toBe(true);
    await picture('ringing');
    await accessible();
    await fits();
    const row = (): unknown => control.state().view['injects']?.['ring'];
    await expect.poll(row).toMatchObject({ opened: [] });
    await answer.click();
    await page.getByText('Muren ved nummer 14').waitFor();
    await expect.poll(row).toMatchObject({ opened: ['duty'] });
    await expect.poll(() => answer.count()).toBe(0);
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.innerText');
    await expect.poll(focused).toContain('revner i muren');
  });

  it('calls a call that nobody took missed', async () => {
    await act({ type: 'inject.release', inject: 'nudge' });
    await act({ type: 'exercise.jump', to: 50 * 60_000 });
    await toList();
    await expect.poll(() => page.locator('[data-row="nudge"]').innerText()).toContain('Ubesvaret');
    expect(await page.locator('.ring-strip').count()).toBe(0);
    await page.locator('[data-row="nudge"]').click();
    await page.getByRole('heading', { name: 'Besked på telefonsvareren' }).waitFor();
  });

  it('reads text and tables in the page, as text', async () => {
    await open('email');
    await page.getByRole('button', { name: 'Læs: maalinger.csv' }).click();
    await page.getByRole('columnheader', { name: 'Bemærkning' }).waitFor();
    await page.getByRole('cell', { name: 'Pumpe 2; fejl 17' }).waitFor();
    await page.getByRole('cell', { name: '<b>stiger</b>' }).waitFor();
    await page.getByRole('button', { name: 'Læs: vagtlog.txt' }).click();
    await page.getByText('<script>document.title="x"</script>').waitFor();
    expect(await page.title()).toContain('ØVELSE');
    expect(await page.getByRole('button', { name: 'Læs: plan.pdf' }).count()).toBe(0);
    await page.getByText('PDF-filer åbnes uden for siden').waitFor();
    await picture('attachments', '.attachments');
    await accessible();
    await fits();
  });

  it('marks what is copied', async () => {
    await open('radio');
    await page.evaluate(`{
      window.copied = undefined;
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('article.item dl.dialogue'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      const data = new DataTransfer();
      document.querySelector('article.item').dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      window.copied = data.getData('text/plain');
    }`);
    const copied = String(await page.evaluate('window.copied'));
    expect(copied.split('\n')[0]).toBe(
      'ØVELSE – TLP:AMBER+STRICT – Melding fra Havnegade (Skybrud over Nordby)',
    );
    expect(copied).toContain('Vi mangler sandsække');
    await page.evaluate('getSelection().removeAllRanges()');
  });

  it.skipIf(PDFTOTEXT === undefined)('marks every printed page, and prints no button', async () => {
    await act({
      type: 'inject.write',
      to: ['duty'],
      from: 'Den lokale beredskabsstab',
      channel: 'sitrep',
      title: 'Lang rapport',
      body: Array.from({ length: 60 }, (_, n) => `# Punkt ${n + 1}\nEn linje om punktet.`).join(
        '\n',
      ),
    });
    await toList();
    await page.getByRole('button', { name: /Lang rapport/ }).click();
    await page.getByText('Punkt 60').waitFor();
    const file = join(data, 'page.pdf');
    await writeFile(file, await page.pdf({ format: 'A4', printBackground: false }));
    const { stdout } = await promisify(execFile)(PDFTOTEXT ?? '', ['-layout', file, '-']);
    const pages = stdout.split('\f').filter((text) => text.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) {
      expect(text.match(/ØVELSE ØVELSE ØVELSE/g)).toHaveLength(2);
      expect(text).toContain('TLP:AMBER');
      expect(text).toContain('Skybrud over Nordby');
      expect(text).toContain('Beredskabsvagt');
      expect(text).toMatch(/18\. september 2026 06:5\d/);
      expect(text).not.toContain('Kvittér');
      expect(text).not.toContain('Beslutninger');
    }
  });

  it.each(CHANNELS)('%s: hostile lengths and signs stay inside the page', async (channel) => {
    const long = 'Speciallægepraksisplanlægningsstabiliseringsperiode'.repeat(3);
    await act({
      type: 'inject.write',
      to: ['duty'],
      from: `${long.slice(0, 120)} @${'x'.repeat(39)}`,
      channel,
      title: `\u202e${channel} ${long.slice(0, 120)}`,
      body: `<img src=x onerror="document.title='hacked'">\n\n${long}${long}\n\n# ${long}\n\n\`${long}\`\n\n    ${long}`,
    });
    await page.setViewportSize({ width: 320, height: 600 });
    await toList();
    const newest = page.locator('.rows [data-row]').first();
    await expect.poll(() => newest.innerText()).toContain(`${channel} ${long.slice(0, 40)}`);
    await fits();
    await newest.click();
    await page.locator('article.item').waitFor();
    await fits();
    expect(await page.locator('article.item img').count()).toBe(0);
    expect(await page.title()).not.toContain('hacked');
    // 400 % of a small laptop: the band stays.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.evaluate('window.scrollTo(0, 400)');
    await expect.poll(() => page.locator('.top > .band').isVisible()).toBe(true);
    const top = (): Promise<unknown> =>
      page.evaluate("document.querySelector('.top > .band').getBoundingClientRect().y");
    await expect.poll(top).toBe(0);
    await fits();
  });

  it('has a picture of every channel, and a page that shows each', async () => {
    const pictures = (await readdir(SCREENS)).sort();
    const text = await readFile(PAGE, 'utf8');
    expect(pictures).toEqual(
      [...SHOWN, 'attachments', 'ringing', 'thread'].map((name) => `${name}.png`).sort(),
    );
    for (const name of pictures) expect(text).toContain(`](screens/${name})`);
  });
});
