/**
 * The participants' page for everybody: every section in every state under axe's WCAG 2.2 A and AA
 * rules, in Danish on a light telephone and in English on a dark screen; page zoom without sideways
 * scrolling; nothing that arrives moves the focus, and each is said once; times stand still in a
 * pause; no motion where none is wanted; edges where colours are forced.
 * What other tests beside this one look at (channels, acts, joining) is not looked at again.
 * `SHOTS=folder npx vitest run test/e2e/access.test.ts` keeps a picture of each state.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type Locator,
  type Page,
  type WebSocketRoute,
} from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import type { Lang } from '../../engine/runtime/protocol.ts';
import { SECTIONS, type Section } from '../../participant-ui/place.ts';
import { LANGUAGE_NAMES } from '../../participant-ui/text.ts';
import { words } from '../participant-ui/words.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';
import { sit, type Row, type Seated } from './guest.ts';

const SMALL = { width: 360, height: 740 };
const LARGE = { width: 1440, height: 900 };
/** 1280 × 1024 zoomed: to 200 % and, as 1.4.10 has it, to 400 %. */
const ZOOMED = [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
];
const PATIENT = { timeout: 10_000 };
const SHOTS = process.env['SHOTS'];
/** Sections that are not there until there is something in them. */
const OVER: readonly Section[] = ['hotwash'];
const LATER: readonly Section[] = ['now', 'questions', ...OVER];

/** Said in the live region, and where the focus has gone, since the page was asked to take note. */
const WITNESS = `
  window.told = [];
  window.moves = [];
  const region = document.querySelector('.work > [role=status]');
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent);
  }).observe(region, { childList: true });
  for (const type of ['focusin', 'focusout', 'blur']) {
    addEventListener(type, ({ target }) => moves.push(type + ' ' + target.nodeName), true);
  }
`;
/** What has the focus, and whether the whole of it lies under something else. */
const COVERED = `(() => {
  const here = document.activeElement;
  const { left, right, top, bottom } = here.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
    document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
  const clear = seen.some((one) => one && (here.contains(one) || one.contains(here)));
  return [here.nodeName + ' ' + here.className + ' ' + here.textContent.slice(0, 40), !clear];
})()`;
/** When what moves by itself stops, in ms; what goes on for ever is a large number. */
const ENDS = `document.getAnimations()
  .map((one) => Math.min(one.effect.getComputedTiming().endTime, Number.MAX_SAFE_INTEGER))`;
/** Controls that cannot be told from the text around them once colours are forced. */
const EDGELESS = `[...document.querySelectorAll('main :is(.button, input, select, textarea, .row, .option)')]
  .filter((one) => one.checkVisibility() && !(one.type === 'checkbox' || one.type === 'radio'))
  .filter((one) => {
    const { borderTopWidth, borderBottomWidth } = getComputedStyle(one);
    return borderTopWidth === '0px' && borderBottomWidth === '0px';
  })
  .map((one) => one.outerHTML)`;

describe.skipIf(CHROMIUM === undefined)('the page for everybody', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  /** Whether the page reaches the host. */
  let reach = true;
  const sockets = new Set<WebSocketRoute>();
  let control: Client;
  let mayor: Seated;
  let page: Page;
  let lang: Lang = 'da';

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-access-'));
    const folder = join(data, 'access');
    await mkdir(folder);
    await writeFile(join(folder, 'scenario.yaml'), SCENARIO);
    const own = ['--headless', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    host = await startHost(['run', folder, '--data', join(data, 'ran'), '--bots', 'none', ...own]);
    control = facilitator(host.control);
    const { port, hash } = new URL(host.join);
    mayor = await sit(Number(port), hash.slice('#t='.length), 'mayor');
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    const context = await browser.newContext({ viewport: SMALL, colorScheme: 'light' });
    page = await context.newPage();
    // Its clock can be moved on.
    await page.clock.install();
    page.setDefaultTimeout(10_000);
    await page.routeWebSocket(/\/ws$/, (socket) => {
      if (!reach) return void socket.close();
      socket.connectToServer();
      sockets.add(socket);
    });
    page.on('dialog', (dialog) => void dialog.accept());
    if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
  }, 240_000);

  afterAll(async () => {
    control?.close();
    await browser?.close();
    await mayor?.close();
    if (host) await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  const main = (): Locator => page.getByRole('main');
  const said = () => words(lang);
  const link = (fragment: string): string => `${new URL(host.join).origin}/#${fragment}`;

  async function act(input: Parameters<Client['act']>[0]): Promise<void> {
    expect(await control.act(input)).toMatchObject({ type: 'done' });
  }
  async function others(input: Row): Promise<void> {
    expect(await mayor.act(input)).toMatchObject({ type: 'done' });
  }

  function cut(): void {
    reach = false;
    for (const socket of sockets) void socket.close();
    sockets.clear();
  }

  async function fits(state: string): Promise<void> {
    expect(await overflow(page), state).toBe(0);
  }

  async function sound(state: string): Promise<void> {
    await fits(state);
    if (SHOTS !== undefined) {
      const { width } = page.viewportSize() ?? SMALL;
      await page.screenshot({ path: join(SHOTS, `${state.replace(/\W+/g, '-')}-${width}.png`) });
    }
    const found = (await faults(page)).map((fault) => [state, ...fault]);
    expect(found).toEqual([]);
  }

  async function read(next: Lang): Promise<void> {
    lang = next;
    await page.getByRole('button', { name: LANGUAGE_NAMES[next], exact: true }).click();
    // The other language is fetched before it is spoken.
    await page.locator(`html[lang="${next}"]`).waitFor({ state: 'attached' });
  }

  /** The same place on a large dark screen in English. */
  async function inEnglish(look: () => Promise<void>): Promise<void> {
    await page.setViewportSize(LARGE);
    await page.emulateMedia({ colorScheme: 'dark' });
    await read('en');
    await look();
    await page.setViewportSize(SMALL);
    await page.emulateMedia({ colorScheme: 'light' });
    await read('da');
  }

  /** The same state in both languages, both schemes, and both layouts. */
  async function both(state: string): Promise<void> {
    await sound(`${state} da`);
    await inEnglish(() => sound(`${state} en`));
  }

  async function go(section: Section): Promise<void> {
    const name = said().sections[section];
    const nav = page.getByRole('navigation');
    const press = (within: Locator): Promise<void> =>
      within.getByRole('button', { name }).first().click();
    const [near] = await nav.getByRole('button', { name }).filter({ visible: true }).all();
    if (section === 'search') await press(page.locator('.bar'));
    else if (near) await near.click();
    else {
      await nav.getByRole('button', { name: said().sections.more }).click();
      await main().getByRole('button', { name }).click();
    }
    await main().getByRole('heading', { name, level: 2 }).first().waitFor();
  }

  const press = (name: string | RegExp): Promise<void> =>
    main()
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();

  /** Pressed by keyboard, and the keyboard is still somewhere. */
  async function turn(name: string): Promise<void> {
    await main().getByRole('button', { name, exact: true }).first().press('Enter');
    expect(await page.evaluate('document.activeElement.tagName'), name).not.toBe('BODY');
  }

  it('stands at the gate, whatever it is closed for', async () => {
    await page.goto(link(''));
    await page.getByLabel(said().join.code).fill('hvad');
    await page.getByRole('button', { name: said().join.codeOpen }).click();
    await page.getByRole('alert').getByText(said().join.codeForm).waitFor();
    await both('gate code');
    await page.goto(link('c=anything'));
    await page.getByText(said().controlTitle).waitFor();
    await both('gate control');
    await page.goto(link('t=nobody'));
    await page.getByText(said().closedTitle.unauthorised).waitFor();
    await both('gate unauthorised');
    cut();
    await page.goto(link('t=later'));
    await page.getByText(said().connectingAgainText).waitFor();
    await both('gate connecting');
    reach = true;
  });

  it('is whole before anything has happened', async () => {
    await page.goto(link(new URL(host.join).hash.slice(1)));
    await page.getByText(said().lobbyTitle).waitFor();
    await both('lobby');
    await page.getByRole('button', { name: said().takeSeatAs(ROLE) }).click();
    await page.getByRole('heading', { name: said().join.waiting }).waitFor();
    await both('waiting room');
    const shown = SECTIONS.filter((one) => !LATER.includes(one));
    for (const [i, section] of shown.entries()) {
      await go(section);
      if (i % 2 === 0) await sound(`empty ${section} da`);
      else await inEnglish(() => sound(`empty ${section} en`));
    }
    await go('asks');
    await main().getByLabel(said().askControlText).fill('Må vi ringe?');
    await press(said().askControlNow);
    await main().getByText(said().noAnswerYet).waitFor();
    await go('role');
    await turn(said().leaveSeat);
    await both('asking whether to leave');
    await turn(said().stay);
    await press(said().leaveSeat);
    await press(said().leaveYes);
    await page.getByRole('button', { name: said().takeSeatAs(ROLE) }).click();
    await page.getByRole('navigation').waitFor();
  }, 240_000);

  it('moves neither focus nor selection for what arrives, and says each once', async () => {
    await act({ type: 'exercise.start' });
    await go('write');
    const text = main().getByLabel(said().body, { exact: true });
    await text.fill('Vi er i gang med at skrive');
    await text.press('Home');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await main()
      .getByText(said().questionsPut(1))
      .or(page.getByText(said().questionsPut(1)))
      .waitFor();
    await page.evaluate(WITNESS);
    const told = (): Promise<readonly string[]> => page.evaluate('told');
    const heard = async (...expected: readonly string[]): Promise<void> => {
      const before = expectedSoFar.length;
      expectedSoFar.push(...expected);
      await expect.poll(async () => (await told()).slice(before), PATIENT).toEqual(expected);
    };
    const expectedSoFar: string[] = [];
    const { newItem, newAssignment, newQuestion, newStatement, newPicture, statusNotice } = said();
    const write = {
      type: 'inject.write',
      from: 'Vagtcentralen',
      to: ['duty'],
      body: 'Kom.',
    } as const;
    await act({ ...write, channel: 'sms', title: 'Kom nu' });
    await heard(newItem('Sms', 'Vagtcentralen', 'Kom nu'));
    // The same again is told again: it is another message.
    await act({ ...write, channel: 'sms', title: 'Kom nu' });
    await heard(newItem('Sms', 'Vagtcentralen', 'Kom nu'));
    await act({ ...write, channel: 'phone', title: 'Tag den' });
    await heard(newItem('Telefonopkald', 'Vagtcentralen', 'Tag den'));
    await page.getByRole('region', { name: said().look.calls }).waitFor();
    await others({ type: 'task.assign', task: 'staff', to: 'duty', as: 'responsible' });
    await heard(newAssignment('Bemand staben'));
    await act({ type: 'question.ask', question: 'fit' });
    await heard(newQuestion('Kan I holde til i morgen?'));
    const public_ = { title: 'Vi arbejder', body: 'Hold øje.', facts: [] };
    await others({ type: 'statement.publish', outlet: 'web', ...public_ });
    await heard(newStatement(MAYOR, 'Vi arbejder'));
    await others({ type: 'picture.update', section: 'situation', text: 'Alt er nede.', facts: [] });
    await heard(newPicture(said().pictureSections.situation, MAYOR));
    await act({ type: 'control.answer', ask: 'ask.1', text: 'Ja.' });
    await heard(said().newControlAnswer('Ja.'));
    await act({ type: 'exercise.pause', reason: 'Frokost' });
    await heard(`${statusNotice.paused} ${said().reason}: Frokost`);
    await sound('typing while a call rings in a pause da');
    await act({ type: 'exercise.resume' });
    await heard(statusNotice.running);

    expect(await told()).toEqual(expectedSoFar);
    expect(await page.evaluate('moves')).toEqual([]);
    const { value, selected } = await text.evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as unknown as {
        readonly [key: string]: unknown;
      };
      return { value, selected: [selectionStart, selectionEnd] };
    });
    expect([value, selected]).toEqual(['Vi er i gang med at skrive', [0, 5]]);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    // Nothing interrupts: what is said waits for its turn.
    expect(await page.locator('.work :is([role=alert], [aria-live=assertive])').count()).toBe(0);
  }, 240_000);

  it('shakes a ringing telephone for less than five seconds, and not at all where asked', async () => {
    const moving = (): Promise<readonly number[]> => page.evaluate(ENDS);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await act({
      type: 'inject.write',
      from: 'Nabokommunen',
      to: ['duty'],
      channel: 'phone',
      title: 'Ring',
      body: 'Kom.',
    });
    await page.getByRole('region', { name: said().look.calls }).getByText(/^1 /).waitFor();
    expect(await moving()).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const ends = await moving();
    expect(ends.length).toBeGreaterThan(0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(5_000);
    await go('now');
    await both('now with calls');
  }, 240_000);

  it('stops the time that is left while the exercise is paused', async () => {
    await act({ type: 'exercise.pace', pace: 60 });
    await go('tasks');
    const left = (): Promise<readonly string[]> => main().locator('.left').allInnerTexts();
    const elapsed = (): Promise<string> => page.locator('.elapsed').innerText();
    const running = await left();
    expect(running.length).toBeGreaterThan(0);
    await expect.poll(left, PATIENT).not.toEqual(running);
    await act({ type: 'exercise.pause', reason: 'Ro' });
    await page.locator('.notices').getByText(said().statusNotice.paused).waitFor();
    const [stood, at] = [await left(), await elapsed()];
    await page.clock.runFor(8_000);
    expect([await left(), await elapsed()]).toEqual([stood, at]);
    await act({ type: 'exercise.resume' });
    await page
      .locator('.notices')
      .getByText(said().statusNotice.paused)
      .waitFor({ state: 'detached' });
    await expect.poll(left, PATIENT).not.toEqual(stood);
    await act({ type: 'exercise.pace', pace: 1 });
  }, 240_000);

  it('is whole when much is happening', async () => {
    for (const section of SECTIONS.filter((one) => !OVER.includes(one) && one !== 'now')) {
      await go(section);
      await both(`filled ${section}`);
    }
  }, 240_000);

  it('is whole when something is open, lacking or refused', async () => {
    await go('inbox');
    await press(/Behandlingsanlæggets/);
    await press(said().reply);
    await main().getByRole('button', { name: said().send, exact: true }).press('Enter');
    await main().getByText(said().missing.body).waitFor();
    await both('reply without text');
    await go('tasks');
    await press(/Bemand staben/);
    await press(said().decline);
    await both('declining');
    await press(said().accept);
    await main().getByText(said().weHold.responsible).waitFor();
    await press(said().handOver);
    await press(said().handOverNow);
    await both('handing over to nobody');
    await press(said().finish);
    await both('finishing');
    await go('decisions');
    await press(/vandforsyningen/);
    await press(said().decide);
    await main().getByText(said().missing.option).waitFor();
    await both('decision without an option');
    await go('decisions');
    await press(said().raise);
    await press(said().raiseNow);
    await both('raising nothing');
    await go('statements');
    await press(said().publish);
    await press(said().publishNext);
    await main().getByText(said().missingOutlet).waitFor();
    await both('publishing nowhere');
    await go('search');
    await page.getByRole('searchbox').fill('server');
    await both('found');
    await act({ type: 'exercise.pause', reason: 'Ro' });
    await go('write');
    await main().getByRole('checkbox', { name: MAYOR_ROLE }).check();
    await main().getByRole('button', { name: said().send, exact: true }).click();
    await main().getByText(said().refused).waitFor();
    await both('refused in a pause');
    await act({ type: 'exercise.resume' });
  }, 240_000);

  it('says calmly that the connection is lost', async () => {
    cut();
    await page.getByText(said().lost).waitFor();
    await both('lost');
    reach = true;
    await page.clock.runFor(8_000);
    await page.getByText(said().lost).waitFor({ state: 'detached' });
  }, 240_000);

  it('lets the keyboard see where it is, and zooms without sideways scrolling', async () => {
    for (const section of ['write', 'tasks', 'decisions', 'statements'] as const) {
      await go(section);
      for (let i = 0; i < 30; i += 1) {
        await page.keyboard.press('Tab');
        const [what, covered] = await page.evaluate<[string, boolean]>(COVERED);
        expect(covered, `${section}: ${what}`).toBe(false);
      }
    }
    for (const size of ZOOMED) {
      for (const section of SECTIONS.filter((one) => !OVER.includes(one))) {
        await go(section);
        await page.setViewportSize(size);
        await fits(`${section} at ${size.width}`);
        if (section === 'write' || section === 'now') await sound(`zoomed ${section} da`);
        await page.setViewportSize(SMALL);
      }
    }
  }, 240_000);

  it('has edges where colours are forced', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    for (const section of SECTIONS.filter((one) => !OVER.includes(one))) {
      await go(section);
      if (SHOTS !== undefined)
        await page.screenshot({ path: join(SHOTS, `forced-${section}.png`) });
      expect(await page.evaluate(EDGELESS), section).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'none' });
  }, 240_000);

  it('is whole at the end', async () => {
    await act({ type: 'exercise.end', reason: 'Tiden er gået' });
    await go('now');
    await both('ended');
    await act({ type: 'exercise.hotwash' });
    await go('hotwash');
    await main().getByLabel('Hvad gik godt?').fill('Vi ringede');
    await both('hot wash');
    await act({ type: 'exercise.close' });
    await page.locator('.notices').getByText(said().statusNotice.closed).waitFor();
    await both('closed');
    await go('deeds');
    await both('deeds at the end');
  }, 240_000);
});

const MAYOR_ROLE = 'Beredskabsdirektør';
const MAYOR = `${MAYOR_ROLE}, Beredskabskommunen`;
const ROLE = 'Informationssikkerhedskoordinator';
/** Long words, as Danish offices are called. */
const SCENARIO = `beredt: 1
id: access
version: 1.0.0
title: { da: Forsyningssvigt og cyberangreb på Vandbehandlingsanlægget, en: Supply failure and cyber attack on the waterworks }
kind: cross-sector
languages: [da, en]
threat-basis: { title: Assessment, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 8h
pace: 1
marking: TLP:AMBER+STRICT
begins: alarm
content-warning: { da: Der tales om tilskadekomne., en: Injured people are mentioned. }
organisations:
  operator: { name: { da: Nordjyllands Forsyningsselskab og Beredskabsforbund, en: Northern Utilities and Rescue Association } }
  town: { name: { da: Beredskabskommunen, en: The Municipality } }
roles:
  duty:
    name: { da: ${ROLE}, en: Information security coordinator }
    organisation: operator
    seats: 1-3
    briefing: { da: Du har vagten., en: You are on duty. }
  chief: { name: { da: Kommunikationsmedarbejder, en: Communications officer }, organisation: operator }
  mayor: { name: { da: Beredskabsdirektør, en: Director of preparedness }, organisation: town }
objectives:
  notify: { title: { da: Varsling, en: Warning }, capability: information }
facts:
  down:
    text: { da: Serverne er krypteret, en: The servers are encrypted }
    domain: digital
    marking: TLP:AMBER
tasks:
  warn:
    title: { da: Varsl Beredskabskommunen om forsyningssikkerheden, en: Warn the municipality of the supply }
    accountable: chief
    responsible: [duty]
    within: 3h
    clock: nis2.early_warning
    objectives: [notify]
  staff:
    title: { da: Bemand staben, en: Man the staff }
    accountable: mayor
    responsible: [chief]
    within: 3h
    objectives: [notify]
decisions:
  cut:
    question: { da: Skal vandforsyningen til Sundhedsforvaltningen afbrydes?, en: Shall the supply be cut? }
    authority: [duty]
    within: 2h
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
    from: { name: { da: Styrelsen for Samfundssikkerhed, en: Agency for Resilience } }
    to: [duty]
    channel: email
    title: { da: Behandlingsanlæggets overvågningssystem svarer ikke, en: The monitoring does not answer }
    body: { da: Ingen kan se noget., en: Nobody can see anything. }
    facts: [down]
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
  fit:
    at: 7h
    question: { da: Kan I holde til i morgen?, en: Can you hold out until tomorrow? }
    options:
      all: { da: Ja, en: 'Yes' }
      some: { da: Nej, en: 'No' }
    truth: some
    to: [duty]
hot-wash:
  good: { da: Hvad gik godt?, en: What went well? }
  learn: { da: Hvad skal vi lære?, en: What must we learn? }
`;
