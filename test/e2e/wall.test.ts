/**
 * The wall display in a real browser, against the real host: what is public comes by itself and in
 * its turn, secrets never do, and it comes back after the host was killed and started again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dial } from '../../cli/dial.ts';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import type { Client } from '../../engine/index.ts';
import { source } from '../support/scenario.ts';
import { CHROMIUM, FLAGS } from './browser.ts';
import { faults } from './look.ts';

const SHOTS = process.env['BEREDT_SHOTS'];
/** Everything with this in it is to stay off the wall. */
const SECRET = 'HEMMELIGT';
const long = (what: string): string =>
  Array.from({ length: 40 }, (_, i) => `${what} ${i + 1}: strømmen er væk i hele bydelen.`).join(
    '\n\n',
  );

const news = { at: '0m', to: ['duty'], from: { name: { da: 'Avisen', en: 'The paper' } } };
const SCENARIO = source({
  languages: ['da', 'en'],
  title: { da: 'Mørket over byen', en: 'Darkness over the town' },
  facts: { leak: { text: { da: `${SECRET} oplysning`, en: `${SECRET} fact` } } },
  roles: {
    duty: {
      name: { da: 'Vagtleder', en: 'Duty officer' },
      organisation: 'operator',
      briefing: SECRET,
    },
    boss: { name: 'Manager', organisation: 'operator' },
    lead: { name: 'Crisis lead', organisation: 'town' },
  },
  tasks: { warn: { title: `${SECRET} task`, description: SECRET } },
  decisions: { cut: { question: `${SECRET} decision` } },
  phases: {
    alarm: { title: { da: 'Første døgn', en: 'First day' }, length: '3h', next: 'later' },
    later: { title: `${SECRET} phase` },
  },
  injects: {
    call: { at: '0m', facts: ['leak'], title: SECRET, body: SECRET, notes: SECRET },
    red: { ...news, channel: 'news', marking: 'TLP:RED', title: SECRET, body: SECRET },
    later: { ...news, at: '3h', channel: 'news', title: SECRET, body: SECRET },
    paper: {
      ...news,
      channel: 'news',
      notes: SECRET,
      title: { da: 'Hele byen er mørk', en: 'The whole town is dark' },
      body: { da: long('Linje'), en: long('Line') },
    },
  },
  'hot-wash': { best: { da: `${SECRET} spørgsmål`, en: SECRET } },
});

type HostProcess = {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly socket: string;
  readonly wall: string;
  readonly control: string;
  readonly join: string;
};

/** Starts the built program and resolves when it has said its links. */
function startHost(args: readonly string[]): Promise<HostProcess> {
  const child = spawn(process.execPath, ['dist/cli/main.js', ...args, '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const find = (pattern: RegExp): string => pattern.exec(said)?.[1] ?? '';
      const found = {
        folder: find(/^The exercise's folder: (.+)$/m),
        socket: `ws://${find(/http:\/\/(127\S+?)\/#c=/)}/ws`,
        wall: find(/(http:\/\/127\S+\/wall#w=[\w-]+)\n/),
        control: find(/#c=([\w-]+)\n/),
        join: find(/#t=([\w-]+)\n/),
      };
      if (found.wall !== '' && found.join !== '') resolve({ child, ...found });
    });
    child.once('exit', () => reject(new Error(`the host ended before its links:\n${said}`)));
  });
}

describe.skipIf(CHROMIUM === undefined)('the wall display', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let duty: Client;
  let page: Page;
  const frames: string[] = [];
  const requests: string[] = [];

  const write = (input: RoleInput): Promise<unknown> => duty.act(input);
  const body = (): Promise<string> => page.locator('body').innerText();
  const shot = async (name: string): Promise<void> => {
    if (SHOTS === undefined) return;
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
    }
  };
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-wall-'));
    const scenario = join(data, 'scenario');
    await mkdir(scenario);
    await writeFile(join(scenario, 'scenario.yaml'), JSON.stringify(SCENARIO));
    host = await startHost([
      ...['run', scenario, '--headless', '--start', '--bots', 'none', '--pace', '10'],
      ...['--port', '0', '--host', '127.0.0.1', '--data', join(data, 'exercises')],
    ]);
    control = dial(host.socket, host.control);
    duty = dial(host.socket, host.join);
    await duty.take('duty');
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: [...FLAGS] });
    const context = await browser.newContext({
      viewport: { width: 1920, height: 1080 },
      reducedMotion: 'reduce',
      locale: 'da-DK',
    });
    page = await context.newPage();
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(host.wall);
  });
  afterAll(async () => {
    await browser?.close();
    control?.close();
    duty?.close();
    host?.child.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
  });

  test('shows the clock, the phase, the state and the news, by itself', async () => {
    await page.getByRole('heading', { name: 'Hele byen er mørk' }).waitFor();
    const text = await body();
    expect(text).toMatch(/ØVELSE ØVELSE ØVELSE/);
    expect(text).toContain('Mørket over byen');
    expect(text).toContain('Første døgn');
    expect(text).toContain('I gang');
    expect(text).toContain('Situationsbilledet er ikke begyndt.');
    expect(await page.locator('.story').innerText()).toMatch(/\d\d:\d\d/);
    expect(await page.title()).toContain('ØVELSE');
  });

  test('a long text is turned page by page, and says where it is', async () => {
    const place = page.locator('article .place');
    await expect.poll(() => place.innerText()).toMatch(/^side 1 af \d+$/);
    const first = await page.evaluate("document.querySelector('article .pages').scrollLeft");
    await page.getByRole('button', { name: 'Bladr frem' }).click();
    await expect.poll(() => place.innerText()).toMatch(/^side 2 af \d+$/);
    const second = await page.evaluate("document.querySelector('article .pages').scrollLeft");
    expect([first, Number(second) > 0]).toEqual([0, true]);
    await shot('news');
  });

  test('a statement comes at once, before everything else, and the picture beside it', async () => {
    await write({ type: 'item.open', item: 'call' });
    const text = 'Fjernvarmen er **ude** i tre bydele.\n\n- Sygehuset kører på nødstrøm';
    await write({ type: 'picture.update', section: 'situation', text });
    await write({
      type: 'picture.update',
      section: 'outlook',
      text: SECRET,
      marking: 'TLP:RED',
      facts: ['leak'],
    });
    await write({
      type: 'statement.publish',
      outlet: 'press',
      title: 'Vi arbejder på sagen',
      body: 'Vi melder ud igen kl. 12.',
      facts: ['leak'],
    });
    await page.getByRole('heading', { name: 'Vi arbejder på sagen' }).waitFor();
    await page.getByText('Sygehuset kører på nødstrøm').waitFor();
    const said = await body();
    expect(said).toContain('1 af 2');
    expect(said).toContain('Pressemeddelelse');
    expect(said).toContain('Vagtleder, Operator');
    expect(said).toContain('Endnu ikke beskrevet');
    await shot('picture');
  });

  test('no fault of accessibility, running and paused, in both languages and sizes', async () => {
    expect(await faults(page)).toEqual([]);
    await control.act({ type: 'exercise.pause', reason: SECRET });
    await page.getByText('Sat på pause: tiden står stille').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Paused: time stands still').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
    await shot('paused-en');
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(360);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await control.act({ type: 'exercise.resume' });
  });

  test('says calmly when the host is gone', async () => {
    host.child.kill('SIGKILL');
    await page.getByText('The connection is lost. The display keeps trying by itself.').waitFor();
    expect(await body()).toContain('Fjernvarmen');
    await shot('lost');
  });

  test('comes back by itself to the host that goes on', async () => {
    control.close();
    duty.close();
    host = await startHost([
      ...['resume', host.folder, '--headless', '--bots', 'none', '--host', '127.0.0.1'],
    ]);
    control = dial(host.socket, host.control);
    await page.getByText('Paused: time stands still').waitFor();
    await page.getByText('The connection is lost').waitFor({ state: 'detached' });
    await control.act({ type: 'exercise.end', reason: SECRET });
    await control.act({ type: 'exercise.hotwash' });
    await page.getByText('Hot wash').waitFor();
  });

  test('no secret was ever in its page, its frames or its storage, and nothing came from elsewhere', async () => {
    expect(frames.length).toBeGreaterThan(5);
    expect(frames.filter((frame) => frame.includes(SECRET))).toEqual([]);
    expect(await page.content()).not.toContain(SECRET);
    const stored = await page.evaluate(
      '[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]',
    );
    expect(stored).toEqual([[], [], '']);
    const own = new URL(host.wall).origin;
    expect(requests.filter((url) => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([]);
    expect(requests.some((url) => url.includes('w='))).toBe(false);
  });
});
