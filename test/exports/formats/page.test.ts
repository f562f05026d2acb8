/**
 * The HTML report in a real browser: accessible, narrow enough, silent, marked on every sheet; what
 * its script does by keyboard, and that without it nothing is missing.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import type { Report } from '../../../exports/formats/block.ts';
import { pageHtml } from '../../../exports/formats/page.ts';
import { SCRIPT } from '../../../exports/formats/page/script.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { exercise } from '../exercise.ts';
import { finished } from '../finished.ts';
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

/** The shipped exercise's networks, in which roles dealt with each other in more than one way. */
const finishedReport = reportOf(analyse(finished().entries), 'da', meta);
const large = pageHtml(finishedReport);
const networks = pageHtml({
  ...finishedReport,
  sections: finishedReport.sections.filter(({ id }) => id === 'networks'),
});

const many = [...Array(1_203).keys()];
/** A part with more rows than a screen is given at once, and a paragraph that rests on a late one. */
const long = pageHtml({
  ...report,
  sections: [
    {
      id: 'long',
      title: 'Lang',
      blocks: [
        { type: 'para', text: 'Se linjen.', evidence: [900] },
        {
          type: 'table',
          caption: 'Linjer',
          columns: [{ title: 'Nr.' }, { title: 'Sket' }],
          rows: many.map((n) => [{ text: `#${n}` }, { text: n % 3 === 0 ? 'melding' : 'svar' }]),
          anchors: many,
        },
      ],
    },
  ],
});

test('the script is small, and a page that does nothing has none', () => {
  expect(SCRIPT.length).toBeLessThan(14_000);
  const still = pageHtml({ ...whole, interactive: false });
  expect(still).not.toMatch(/<script|script-src|data-tool|<button|<form/);
  expect(still).toContain('Tallene som tabel');
});

test('a heading goes along with a broad picture that turns its sheet', () => {
  const turned = (id: string): boolean => html.includes(`<section id="${id}" class="wide">`);
  expect(['networks', 'all-charts', 'tasks'].map(turned)).toEqual([true, false, false]);
});

describe.skipIf(!CHROMIUM)('the HTML report', { timeout: 240_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'beredt-page-'));
  const address = `file://${join(folder, 'rapport.html')}`;
  const largeAddress = `file://${join(folder, 'stor.html')}`;
  const networksAddress = `file://${join(folder, 'netværk.html')}`;
  const longAddress = `file://${join(folder, 'lang.html')}`;
  beforeAll(async () => {
    writeFileSync(join(folder, 'rapport.html'), html);
    writeFileSync(join(folder, 'stor.html'), large);
    writeFileSync(join(folder, 'netværk.html'), networks);
    writeFileSync(join(folder, 'lang.html'), long);
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
    where = address,
  ) => {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    const heard: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    await page.goto(where);
    return { page, asked, heard, close: () => context.close() };
  };

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'dark'],
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
    const figure = page.locator('figure', { has: page.locator('svg.knowledge') }).last();
    const slider = figure.getByRole('slider', { name: 'Vist ved' });
    const cells = figure.locator('.know[data-t]:visible');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+04:00: 4 leveret, heraf 3 åbnet og 2 brugt',
    );
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+00:00: 1 leveret, heraf 0 åbnet og 0 brugt',
    );
    expect(await cells.count()).toBe(1);
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'T+01:00: 3 leveret, heraf 1 åbnet og 0 brugt',
    );
    // Paper has no slider, and shows the end.
    await page.emulateMedia({ media: 'print' });
    expect(await cells.count()).toBe(4);
    expect(await figure.locator('.k3[data-t] .full:visible').count()).toBe(2);
    expect(await figure.locator('.k3[data-t] .half:visible, .k1 .full:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(await cells.count()).toBe(3);
    await slider.press('End');
    expect(await cells.count()).toBe(4);
    await close();
  });

  test('a network is read layer by layer, by keyboard, with its table, and in words', async () => {
    const { page, close } = await open(1280, 'light', true, networksAddress);
    const figure = page.locator('#networks figure.graphic').first();
    const form = figure.locator('form[data-edges]');
    const lines = figure.locator('.edge');
    const rows = figure.locator('tbody tr');
    const of = (tag: string): string => `[data-tags~=${tag}]`;
    const shown = async (): Promise<readonly [number, number]> => [
      await lines.filter({ visible: true }).count(),
      await rows.filter({ visible: true }).count(),
    ];
    await figure.locator('summary').press('Enter');
    const all = await shown();
    expect(all[0]).toBe(await lines.count());
    expect(all[1]).toBe(await rows.count());
    const layers = form.getByRole('group', { name: 'Lag' });
    expect(await layers.getByRole('checkbox').count()).toBeGreaterThan(1);

    // Without consultation the lines go that are nothing else; what has a second layer stays.
    await form.getByLabel('høring').press('Space');
    const some = await shown();
    expect(some[0]).toBeLessThan(all[0]);
    expect(some[0]).toBeGreaterThan(0);
    for (const part of ['.edge', 'tbody tr']) {
      const alone = `${part}:is([data-tags="both consult"], [data-tags="unmeant consult"])`;
      expect(await figure.locator(alone).count(), part).toBeGreaterThan(0);
      expect(await figure.locator(alone).filter({ visible: true }).count(), part).toBe(0);
      const more = figure.locator(`${part}${of('inform')}`).filter({ visible: true });
      expect(await more.count()).toBe(await figure.locator(`${part}${of('inform')}`).count());
    }
    const said = `${some[0]} af ${all[0]} forbindelser på tegningen, ${some[1]} af ${all[1]} i tabellen`;
    await heard(page, new RegExp(`^${said}$`));
    expect(await form.locator('output').textContent()).toBe(said);
    const used = await figure
      .locator(`.edge${of('both')}`)
      .filter({ visible: true })
      .count();
    expect(await figure.locator('svg.network').textContent()).toContain(
      `planlagt og brugt (${used})`,
    );

    // The plan is a choice of its own: what nobody used is in no layer.
    await form.getByLabel('orientering').press('Space');
    await form.getByLabel('overdragelse').press('Space');
    expect((await shown())[0]).toBe(await figure.locator(`.edge${of('meant')}`).count());
    await form.getByLabel('planlagt, ikke brugt').press('Space');
    expect(await shown()).toEqual([0, 0]);
    await heard(page, /^Intet er valgt, der kan vises\./);
    // On paper there is no choice, and all of it.
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual(all);
    await page.emulateMedia({ media: 'screen' });
    await form.getByRole('button', { name: 'Vis alt' }).press('Enter');
    expect(await shown()).toEqual(all);
    await close();
  });

  test('a choice and a search work on the same rows, and each stays when the other goes', async () => {
    const { page, close } = await open(1280, 'light', true, networksAddress);
    const table = page.locator('#networks figure.graphic').first();
    await table.locator('summary').press('Enter');
    const rows = table.locator('tbody tr:visible');
    const seek = table.locator('[data-seek]');
    await table.getByLabel('planlagt, ikke brugt').press('Space');
    const chosen = await rows.count();
    await seek.fill('driftschef');
    const found = await rows.count();
    expect(found).toBeLessThan(chosen);
    for (const text of await rows.allTextContents()) expect(text).not.toContain('ikke brugt');
    await seek.fill('');
    expect(await rows.count()).toBe(chosen);
    await seek.fill('findes ikke');
    await heard(page, /^Ingen rækker har alle ordene\./);
    expect(await rows.count()).toBe(0);
    await close();
  });

  test('a newcomer is led to who was to do what, and the cells say how they are read', async () => {
    const { page, close } = await open(360);
    const begin = page.getByRole('navigation', { name: 'Begynd her' });
    const link = begin.getByRole('link', { name: 'Hvem skulle gøre hvad, og hvem gjorde det?' });
    expect((await link.boundingBox())!.y).toBeLessThan(740);
    for (const one of await begin.getByRole('link').all()) {
      expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(40);
      expect(await page.locator((await one.getAttribute('href'))!).count()).toBe(1);
    }
    await link.press('Enter');
    expect(page.url()).toBe(`${address}#matrix`);
    const key = page.getByRole('list', { name: 'Sådan læses en celle' });
    expect(await key.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('øverst planlagt, nederst observeret'),
      expect.stringContaining('skulle gøre det, og ingen gjorde det'),
      expect.stringContaining('gjorde det uden at være tiltænkt det'),
      expect.stringContaining('en af flere samtidige ejere'),
      'Vælg en celle for at se, hvad den bygger på.',
    ]);
    await close();
  });

  test('a link to an entry that is not here says so; one that is here is shown', async () => {
    const { page, close } = await open(1280, 'light', true, `${address}#e99999`);
    const note = page.locator('#missing');
    expect(await note.isVisible()).toBe(true);
    expect(await note.innerText()).toMatch(/^Linket fører til #99999, som ikke er med/);
    await heard(page, /#99999/);
    const id = await page.locator('#extract tbody tr').nth(40).getAttribute('id');
    await page.evaluate(`location.hash = '${id}'`);
    await expect.poll(() => focused(page)).toBe(id);
    expect(await note.isVisible()).toBe(false);
    await close();
  });

  test('a long table comes in parts; search, evidence and paper reach all of it', async () => {
    const { page, close } = await open(1280, 'light', true, longAddress);
    const rows = page.locator('#long tbody tr').filter({ visible: true });
    const state = page.locator('#long .seek output');
    const [earlier, later] = ['Forrige', 'Næste'].map((name) =>
      page.locator('#long').getByRole('button', { name }),
    ) as [Locator, Locator];
    expect(await rows.count()).toBe(250);
    expect(await state.textContent()).toBe('Her vises række 1–250 af 1203');
    expect(await earlier.getAttribute('aria-disabled')).toBe('true');
    await later.press('Enter');
    expect(await rows.first().getAttribute('id')).toBe('e250');
    await heard(page, /^Her vises række 251–500 af 1203$/);

    await page.locator('#long [data-seek]').fill('melding');
    expect(await rows.count()).toBe(250);
    await heard(page, /^401 af 1203 rækker\. Her vises række 1–250 af 401$/);
    // Row 900 says `melding` and is the 301st to do so; 899 says `svar`, and so hides behind the search.
    await page.locator('#long .refs a').click();
    expect(await focused(page)).toBe('e900');
    expect(await page.locator('#e900').isVisible()).toBe(true);
    expect(await state.textContent()).toBe('Her vises række 751–1000 af 1203');
    await later.press('Enter');
    expect(await rows.count()).toBe(203);
    expect(await later.getAttribute('aria-disabled')).toBe('true');
    await later.press('Enter');
    expect(await rows.count()).toBe(203);

    await page.emulateMedia({ media: 'print' });
    expect(await rows.count()).toBe(1_203);
    await close();
    const still = await open(1280, 'light', false, longAddress);
    const look = "getComputedStyle(document.querySelector('main > section')).contentVisibility";
    expect(await still.page.evaluate(look)).toBe('visible');
    expect(await still.page.locator('#long tbody tr').filter({ visible: true }).count()).toBe(
      1_203,
    );
    await still.close();
  });

  test('what is far off the screen is laid out when it comes near, and always for paper', async () => {
    const { page, close } = await open(1280);
    const looks = (): Promise<unknown> =>
      page.evaluate(
        "['main > section', '.card', '#matrix .scroll'].map((at) => getComputedStyle(document.querySelector(at)).contentVisibility)",
      );
    expect(await looks()).toEqual(['auto', 'auto', 'auto']);
    await page.emulateMedia({ media: 'print' });
    expect(await looks()).toEqual(['visible', 'visible', 'visible']);
    await close();
  });

  test('the lanes are whole on paper, and afterwards as they were', async () => {
    const { page, close } = await open(1280);
    const form = page.locator('#timeline form');
    const drawn = (): Promise<string> =>
      page.evaluate("document.querySelector('svg.lanes').outerHTML");
    await form.getByLabel('Periode').selectOption({ index: 1 });
    await form.getByLabel('indspil').press('Space');
    const chosen = await drawn();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const paper = await drawn();
    expect(paper).not.toBe(chosen);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await drawn()).toBe(chosen);
    await form.getByRole('button', { name: 'Vis alt' }).press('Enter');
    expect(await drawn()).toBe(paper);
    await close();
  });

  test('names of rows stay in sight when a drawing is moved sideways', async () => {
    const { page, close } = await open(360);
    for (const kind of ['knowledge', 'lanes']) {
      const pin = page.locator(`svg.${kind} .pin`).first();
      const cell = page.locator(`svg.${kind} :is(.know[data-t], .m-inject)`).first();
      const at = async (thing: Locator): Promise<number> => (await thing.boundingBox())!.x;
      const [name, mark] = [await at(pin), await at(cell)];
      await page.evaluate(
        `document.querySelector('svg.${kind}').closest('.scroll').scrollLeft = 200`,
      );
      await expect.poll(() => at(cell)).toBeCloseTo(mark - 200, 0);
      await expect.poll(() => at(pin)).toBeCloseTo(name, 0);
    }
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

  test('a link leads to its heading, also past much that has never been laid out', async () => {
    const { page, close } = await open(360, 'light', true, largeAddress);
    for (const id of ['findings', 'tasks', 'decisions', 'chains', 'clocks', 'extract', 'tasks']) {
      await page.evaluate(`document.querySelector('#contents a[href="#${id}"]').click()`);
      const top = (): Promise<number> =>
        page.evaluate(`Math.abs(document.getElementById('${id}').getBoundingClientRect().y)`);
      await expect.poll(top).toBeLessThan(80);
      const current = page.locator('#contents a[aria-current]');
      await expect.poll(() => current.getAttribute('href')).toBe(`#${id}`);
      // It stays there: what is laid out above it afterwards does not push it away.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
      expect(await top()).toBeLessThan(80);
    }
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
