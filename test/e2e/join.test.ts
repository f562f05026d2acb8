/**
 * Joining in a real browser, against the real host: a link to one role, a code, a pseudonym that is
 * taken, a chair taken over, going on elsewhere, and the practice in the waiting room.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import type { Invitation } from '../../engine/runtime/protocol.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';

const SCENARIO = 'scenarios/kommune-it-ransomware';

describe.skipIf(CHROMIUM === undefined)('joining in a browser', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let rows: readonly Invitation[];
  let origin: string;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-join-'));
    const args = ['--headless', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    host = await startHost(['run', SCENARIO, '--seed', '1', '--data', data, ...args]);
    control = facilitator(host.control);
    const answer = await control.invite();
    if (answer.type !== 'invitations') throw new Error('no invitations');
    rows = answer.rows;
    origin = new URL(host.join).origin;
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
  });

  afterAll(async () => {
    control.close();
    await browser.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  /** A browser of its own, with nothing kept. */
  async function device(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    contexts.push(context);
    return context.newPage();
  }

  function keyFor(role: string): Invitation {
    const found = rows.find((row) => row.role === role);
    if (!found) throw new Error(`no invitation for ${role}`);
    return found;
  }

  async function sound(page: Page): Promise<void> {
    for (const lang of ['English', 'Dansk']) {
      const button = page.getByRole('button', { name: lang, exact: true });
      // The working screen has it under More on a telephone.
      if ((await button.filter({ visible: true }).count()) > 0) await button.first().click();
      expect(await faults(page)).toEqual([]);
    }
    expect(await overflow(page)).toBe(0);
  }

  async function journal(): Promise<string> {
    const folder = (await readdir(data)).find((name) => name.startsWith('kommune')) ?? '';
    return readFile(join(data, folder, 'journal.jsonl'), 'utf8');
  }

  let seated: Page;

  it('lets a person in by a code said aloud, and says when it is none', async () => {
    seated = await device();
    await seated.goto(`${origin}/`);
    await seated.getByLabel('Kode').fill('hvad');
    await seated.getByRole('button', { name: 'Gå ind' }).click();
    await seated.getByText('Det er ikke en kode').waitFor();
    await seated.getByLabel('Kode').fill('000-000');
    await seated.getByRole('button', { name: 'Gå ind' }).click();
    await seated.getByText('Koden åbner ikke noget').waitFor();
    await sound(seated);
    await seated.getByLabel('Kode').fill(keyFor('it-duty').code.toLowerCase().replace('-', ' '));
    await seated.getByRole('button', { name: 'Gå ind' }).click();
    await seated.getByRole('heading', { name: 'Vælg din plads' }).waitFor();
    expect(await seated.locator('.chair').count()).toBeGreaterThan(0);
    await sound(seated);
  });

  it('shows a link’s own role alone, and takes it in one tap with a pseudonym', async () => {
    await seated.getByLabel('Dit pseudonym').fill('Blå Falk');
    await seated.getByRole('button', { name: 'Tag pladsen som It-driftsvagt' }).click();
    await seated.getByRole('heading', { name: 'Venteværelse' }).waitFor();
    await sound(seated);
    const other = await device();
    await other.goto(`${origin}/#t=${keyFor('it-duty').token}`);
    await other.getByLabel('Dit pseudonym').fill('blå falk');
    await other.getByRole('button', { name: 'Tag pladsen som It-driftsvagt' }).click();
    await other.getByText('Pseudonymet er allerede brugt').waitFor();
    expect(await other.locator('body').innerText()).not.toContain('Kriseleder');
  });

  it('measures a practice inject by keyboard alone, once, and the journal has it', async () => {
    await seated.getByRole('button', { name: 'Vis prøvebeskeden' }).press('Enter');
    await seated.getByRole('button', { name: /Åbn: PRØVE/ }).press('Enter');
    await seated.getByText('ikke en del af øvelsen').waitFor();
    await sound(seated);
    await seated.getByRole('button', { name: 'Kvittér' }).press('Enter');
    await seated.getByText(/^Godt\. Du åbnede/).waitFor();
    await expect.poll(journal).toContain('"practice.finished"');
    await seated.getByRole('button', { name: 'Prøv igen' }).click();
    await seated.getByRole('button', { name: /Åbn: PRØVE/ }).click();
    await seated.getByRole('button', { name: 'Kvittér' }).click();
    await seated.getByText(/^Godt\. Du åbnede/).waitFor();
    const events = (await journal()).match(/"type":"practice\.finished"[^}]*/g) ?? [];
    expect(events).toHaveLength(1);
    const [opened, acknowledged] = ['opened', 'acknowledged'].map((name) =>
      Number(new RegExp(`"${name}":(\\d+)`).exec(events[0] ?? '')?.[1]),
    );
    expect(opened).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThanOrEqual(opened ?? 0);
  });

  it('goes on in the same chair on another device, and says so on the first', async () => {
    await seated.getByRole('button', { name: 'Læs om din rolle' }).click();
    await seated.getByRole('button', { name: 'Vis en kode' }).click();
    const code = await seated.locator('.moving-code').innerText();
    await sound(seated);
    const other = await device();
    await other.goto(`${origin}/`);
    await other.getByLabel('Kode').fill(code);
    await other.getByRole('button', { name: 'Gå ind' }).click();
    await other.getByRole('heading', { name: 'Venteværelse' }).waitFor();
    await seated.getByText('Du er fortsat på en anden enhed').waitFor();
    expect(await seated.getByRole('button', { name: 'Brug pladsen her' }).count()).toBe(0);
    await other.reload();
    await other.getByRole('heading', { name: 'Venteværelse' }).waitFor();
    const seats = Object.values(control.state().view['seats'] ?? {});
    const people = seats.filter((seat) => !(seat as { bot: boolean }).bot);
    expect(people).toMatchObject([{ role: 'it-duty', pseudonym: 'Blå Falk' }]);
    seated = other;
  });

  it('lets another take over a chair whose person is away, and not before', async () => {
    const link = `${origin}/#t=${keyFor('it-duty').token}`;
    const other = await device();
    await other.goto(link);
    await other.getByRole('heading', { name: 'Vælg din plads' }).waitFor();
    expect(await other.getByRole('button', { name: /Overtag pladsen/ }).count()).toBe(0);
    await seated.context().close();
    await other.getByRole('button', { name: 'Overtag pladsen fra Blå Falk' }).click();
    await sound(other);
    await other.getByRole('button', { name: 'Ja, overtag den' }).click();
    await other.getByRole('heading', { name: 'Venteværelse' }).waitFor();
    await expect.poll(journal).toMatch(/"type":"seat\.left","role":"it-duty","seat":"seat-1"/);
  });

  it('says where one chooses a seat that a real incident has stopped the exercise', async () => {
    const page = await device();
    await page.goto(host.join);
    const title = page.getByRole('heading', { level: 1 });
    await title.getByText('Fællesdrift nede', { exact: true }).waitFor();
    const warned = page.getByRole('heading', { name: 'Om indholdet' });
    expect(await warned.count()).toBe(1);
    await control.act({ type: 'exercise.start' });
    const reason = 'Brand i kælderen <b>nu</b>';
    await control.act({ type: 'exercise.pause', kind: 'real', reason });

    const alert = page.getByRole('alert').filter({ hasText: 'REEL HÆNDELSE' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('øvelsen er standset');
    expect(await alert.innerText()).toContain('Brug de rigtige kanaler, ikke øvelsens.');
    expect(await alert.innerText()).toContain(`Begrundelse: ${reason}`);
    // Nothing of the story is said as if it were so, and nothing less than what has happened.
    expect(await title.innerText()).toBe('Øvelsen »Fællesdrift nede« er standset');
    expect(await warned.count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('På pause');
    await sound(page);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByText('REAL INCIDENT – the exercise is stopped.').waitFor();
    expect(await title.innerText()).toBe('The exercise “Shared operations down” is stopped');

    // Whoever comes only now is told as well.
    const late = await device();
    await late.goto(`${origin}/#t=${keyFor('it-duty').token}`);
    await late.getByText('REEL HÆNDELSE – øvelsen er standset.').waitFor();
    await control.act({ type: 'exercise.resume' });
    await title.getByText('Shared operations down', { exact: true }).waitFor();
    expect(await page.getByText('REAL INCIDENT').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'About the content' }).count()).toBe(1);
  });
});
