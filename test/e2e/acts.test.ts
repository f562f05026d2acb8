/**
 * Two roles do every act that the page has, by keyboard alone, in Danish on a telephone's screen and
 * in English on a large one. Then the journal is read: it holds exactly what they did, once each.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../engine/index.ts';
import type { By, ControlInput, RoleInput } from '../../engine/exercise/entry.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { faults, overflow } from './look.ts';

/** Two organisations of two roles; one of each is played by a page. */
const SCENARIO = `beredt: 1
id: acting
version: 1.0.0
title: { da: Handleøvelse, en: Acting exercise }
kind: cross-sector
languages: [da, en]
threat-basis: { title: Assessment, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 10
marking: TLP:GREEN
begins: alarm
organisations:
  operator: { name: Driften }
  town: { name: Byen }
roles:
  duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3 }
  chief: { name: { da: Driftschef, en: Operations chief }, organisation: operator }
  mayor: { name: { da: Borgmester, en: Mayor }, organisation: town }
  press: { name: { da: Presseansvarlig, en: Press officer }, organisation: town }
objectives:
  notify: { title: { da: Varsling, en: Warning }, capability: information }
facts:
  down:
    text: { da: Serverne er krypteret, en: The servers are encrypted }
    domain: digital
    marking: TLP:AMBER
phases:
  alarm: { title: Alarm }
injects:
  call:
    at: 0m
    from: { name: Vagtcentral }
    to: [duty]
    channel: email
    title: { da: Alarm fra driften, en: Alarm from operations }
    body: { da: Intet svarer., en: Nothing answers. }
    facts: [down]
    objectives: [notify]
    expect:
      - { role: duty, does: acknowledge, within: 10m }
tasks:
  warn:
    title: { da: Varsl byen, en: Warn the town }
    accountable: duty
    responsible: [mayor]
    within: 3h
    clock: nis2.early_warning
  staff:
    title: { da: Bemand staben, en: Man the staff }
    accountable: mayor
    responsible: [duty]
    within: 3h
`;

/** What a browser has and Node's types do not know. */
type Element = {
  readonly type?: string;
  readonly name?: string;
  readonly ownerDocument: {
    readonly activeElement: Element;
    readonly querySelectorAll: (selector: string) => Iterable<Element>;
  };
  readonly compareDocumentPosition: (other: Element) => number;
  readonly checkVisibility: () => boolean;
  readonly getAttribute: (name: string) => string | null;
};

/** Runs in the page: which key leads to the element from where the focus is, pressed how often. */
function wayTo(found: unknown): { readonly steps: number; readonly key: string } {
  const element = found as Element;
  const here = element.ownerDocument.activeElement;
  if (here === element) return { steps: 0, key: '' };
  const radios = [here, element].every(({ type }) => type === 'radio');
  const ahead = (here.compareDocumentPosition(element) & 4) !== 0;
  if (radios && here.name === element.name) {
    return { steps: 1, key: ahead ? 'ArrowDown' : 'ArrowUp' };
  }
  const stops = [
    ...element.ownerDocument.querySelectorAll(
      'button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((one) => one.checkVisibility() && one.getAttribute('tabindex') !== '-1');
  // Where radios are many stops for one, it is too far by some; the next look corrects it.
  const between = stops.filter((one) => {
    const after = (here.compareDocumentPosition(one) & 4) !== 0 && one !== here;
    const before = (element.compareDocumentPosition(one) & 2) !== 0;
    return ahead ? after && before : !after && !before && one !== here && one !== element;
  });
  const single = between.filter(
    (one, i) =>
      one.type !== 'radio' || ![between[i - 1], element].some((at) => at?.name === one.name),
  );
  return { steps: single.length + 1, key: ahead ? 'Tab' : 'Shift+Tab' };
}

/** A person who has a keyboard and nothing else. */
type Typist = {
  readonly page: Page;
  /** Moves with Tab until the focus is there. */
  readonly reach: (target: Locator) => Promise<void>;
  readonly press: (name: string | RegExp, within?: Locator) => Promise<void>;
  readonly check: (name: string | RegExp, within?: Locator) => Promise<void>;
  readonly type: (label: string | RegExp, text: string, within?: Locator) => Promise<void>;
  readonly choose: (label: string | RegExp, option: string) => Promise<void>;
  readonly unfold: (text: string | RegExp, within?: Locator) => Promise<void>;
  readonly go: (section: string) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
};

function typist(page: Page, more: string | undefined): Typist {
  const main = page.getByRole('main');
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    // Neither mouse nor finger: the way there is Tab, forwards or back, and arrows among radios.
    for (let tries = 0; tries < 12; tries += 1) {
      const { steps, key } = await target.evaluate(wayTo);
      if (steps === 0) return;
      for (let i = 0; i < steps; i += 1) await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  };
  const press = async (name: string | RegExp, within = main): Promise<void> => {
    await reach(within.getByRole('button', { name, exact: typeof name === 'string' }).first());
    await page.keyboard.press('Enter');
  };
  return {
    page,
    reach,
    press,
    check: async (name, within = main) => {
      const box = within.getByRole('checkbox', { name }).or(within.getByRole('radio', { name }));
      await reach(box.first());
      await page.keyboard.press('Space');
    },
    type: async (label, text, within = main) => {
      await reach(within.getByLabel(label).first());
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    choose: async (label, option) => {
      const select = main.getByLabel(label);
      await reach(select);
      await page.keyboard.type(option);
    },
    unfold: async (text, within = main) => {
      await reach(within.locator('summary').filter({ hasText: text }).first());
      await page.keyboard.press('Enter');
    },
    go: async (section) => {
      const nav = page.getByRole('navigation');
      const near = nav.getByRole('button', { name: section }).first();
      if (more !== undefined && !(await near.isVisible())) {
        await press(more, nav);
        await press(new RegExp(`^${section}`));
      } else await press(new RegExp(`^${section}`), nav);
      await page.getByRole('heading', { name: section, level: 2 }).first().waitFor();
    },
    sees: (text) => main.getByText(text).filter({ visible: true }).first().waitFor(),
  };
}

/** Nothing sticks out to the side, and axe finds no fault. */
async function sound({ page }: Typist): Promise<void> {
  expect(await overflow(page)).toBe(0);
  expect(await faults(page)).toEqual([]);
}

describe.skipIf(CHROMIUM === undefined)('every act by keyboard', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  /** The duty officer, in Danish on a narrow screen. */
  let duty: Typist;
  /** The mayor, in English on a wide one. */
  let mayor: Typist;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-acts-'));
    const folder = join(data, 'acting');
    await mkdir(folder);
    await writeFile(join(folder, 'scenario.yaml'), SCENARIO);
    const own = ['--headless', '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    host = await startHost(['run', folder, '--data', join(data, 'ran'), '--bots', 'none', ...own]);
    control = facilitator(host.control);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    const arrive = async (lang: string, width: number, height: number): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width, height } });
      await context.addInitScript(`localStorage.setItem('beredt:lang', '${lang}')`);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(host.join);
      return page;
    };
    duty = typist(await arrive('da', 360, 740), 'Mere');
    mayor = typist(await arrive('en', 1440, 900), undefined);
    for (const [who, name] of [
      [duty, 'Vagt'],
      [mayor, 'Mayor'],
    ] as const) {
      const seat = who.page.getByRole('button', { name: new RegExp(`as ${name}|som ${name}`) });
      await who.reach(seat);
      await who.page.keyboard.press('Enter');
      await who.page.getByRole('navigation').waitFor();
    }
  }, 60_000);

  afterAll(async () => {
    control?.close();
    await browser?.close();
    if (host?.child.exitCode === null) {
      await stop(host.child, 'SIGTERM');
    }
    await rm(data, { recursive: true, force: true });
  });

  const act = async (input: ControlInput): Promise<void> => {
    expect(await control.act(input)).toMatchObject({ type: 'done' });
  };
  it('asks control before the start, in two steps', async () => {
    await duty.go('Henvendelser');
    await duty.type('Hvad vil I spørge om?', 'Må vi ringe til hinanden?');
    await duty.press('Send spørgsmålet');
    await duty.sees('Ikke besvaret endnu');
    await act({ type: 'control.answer', ask: 'ask.1', text: 'Ja, gerne.' });
    await duty.sees('Ja, gerne.');
    await duty.page
      .getByRole('status')
      .getByText('har svaret: Ja, gerne.')
      .waitFor({ state: 'attached' });
    await sound(duty);
    await act({ type: 'exercise.start' });
  });

  it('writes to an organisation, to a group and to somebody outside, and answers', async () => {
    await duty.go('Indbakke');
    await duty.press(/Alarm fra driften/);
    await duty.press('Kvittér');
    await duty.sees(/^Kvitteret/);
    await duty.press('Gjort uden om værktøjet …');
    await duty.type('Hvad har I gjort?', 'Ringet til borgmesteren');
    await duty.check('Borgmester');
    await sound(duty);
    await duty.press('Meld det gjort');
    await duty.sees('Ringet til borgmesteren');

    await duty.go('Skriv');
    await duty.check('Alle i Byen');
    await duty.type(/^Emne/, 'Er I klar?');
    await duty.type('Tekst', 'Serverne er nede.');
    await duty.unfold('Vedlæg oplysninger');
    await duty.check(/Serverne er krypteret/);
    await duty.sees('TLP:AMBER');
    await duty.check(/^Bed om svar/);
    await sound(duty);
    await duty.press('Send');
    // An eager finger.
    await duty.page.keyboard.press('Enter');
    await duty.sees('Sendt.');

    await mayor.press('Answer', mayor.page.getByRole('complementary'));
    await mayor.sees('Serverne er nede.');
    await mayor.press(/^Answer Duty officer/);
    await mayor.type('Text', 'Ready.');
    await sound(mayor);
    await mayor.press('Send');
    await mayor.sees('Nobody awaits an answer from you.');
    await mayor.go('Inbox');
    await mayor.press(/Er I klar/);
    await mayor.press('Reply to all');
    await mayor.type('Text', 'Both of us are.');
    await mayor.press('Send');
    await mayor.sees('Sent.');

    await duty.press(/^Borgmester, Presseansvarlig/);
    await duty.type('Tekst', 'Næste melding om en time.');
    await duty.press('Send');
    await duty.sees('Sendt.');
    await duty.press('Vagtcentral');
    await duty.type('Tekst', 'Hvad kan I se?');
    await duty.press('Send');
    await duty.sees('Sendt.');
    await act({
      type: 'inject.write',
      from: 'Vagtcentral',
      to: ['duty'],
      channel: 'phone',
      title: 'Svar fra vagtcentralen',
      body: 'Ikke mere end I.',
      replyTo: 'msg.5',
    });
    await duty.page.getByText(/Ny: Telefonopkald fra Vagtcentral/).waitFor({ state: 'attached' });
  }, 60_000);

  it('gives tasks away, takes them, hands them over, finishes them', async () => {
    await duty.go('Opgaver');
    await duty.press(/Varsl byen/);
    await duty.press('Vi tager ansvaret');
    await duty.sees('I har taget ansvaret for opgaven.');
    await duty.press('Bed en anden om den …');
    await duty.choose('Hvem skal tage den?', 'Borgmester');
    await duty.type(/^Besked til modtageren/, 'I kender vejen');
    await sound(duty);
    await duty.press('Bed om at tage opgaven');
    await duty.sees(/^I har bedt Borgmester/);

    await mayor.go('Tasks');
    await mayor.press(/Warn the town/);
    await mayor.sees(/asks you to take the task as responsible/);
    await sound(mayor);
    await mayor.press('Accept');
    await mayor.sees('You are doing the task.');
    await duty.press('Overdrag …');
    await duty.choose('Overdrag til', 'Borgmester');
    await duty.press('Tilbyd overdragelse');
    await mayor.press('Decline …');
    await mayor.type('Why not?', 'It is yours.');
    await mayor.press('Decline');
    await duty.page
      .getByText('Borgmester, Byen har afslået opgaven: Varsl byen')
      .waitFor({ state: 'attached' });
    await duty.press('Slip opgaven');
    await mayor.press('Report done …');
    await mayor.type('What has been done?', 'They are warned.');
    await mayor.check(/It happened outside the tool/);
    await mayor.press('Report done');
    await mayor.sees('Outside the tool');
    await mayor.press('The record is wrong …');
    await mayor.type('What is wrong, and what is right?', 'We warned them earlier.');
    await sound(mayor);
    await mayor.press('Object');
    await mayor.sees('We warned them earlier.');
  }, 60_000);

  it('raises a decision, discusses it, takes it and tells of it', async () => {
    await duty.go('Beslutninger');
    await duty.press('Rejs en beslutning');
    await duty.type('Hvad skal besluttes?', 'Lukker vi skolerne?');
    await duty.type('Handlemulighed 1', 'Luk');
    await duty.press('Rejs beslutningen');
    await duty.sees('Skriv mindst to handlemuligheder');
    await duty.type('Handlemulighed 2', 'Hold åbent');
    await duty.check('Borgmester');
    await sound(duty);
    await duty.press('Rejs beslutningen');
    await duty.sees('Beslutningen er rejst.');

    await mayor.go('Decisions');
    await mayor.press(/Lukker vi skolerne/);
    await mayor.type('Your contribution', 'Not before noon.');
    await mayor.press('Say it');
    await mayor.sees('Not before noon.');
    await duty.page
      .getByText('Borgmester, Byen har skrevet i drøftelsen: Lukker vi skolerne?')
      .waitFor({ state: 'attached' });
    await mayor.check('Hold åbent');
    await mayor.type(/^Reason/, 'The buildings are safe.');
    await mayor.unfold('Assumptions and dissent');
    await mayor.type('Assumptions', 'The heating works.');
    await mayor.type('Dissent', 'The duty officer.');
    await mayor.check(/It happened outside the tool/);
    await sound(mayor);
    await mayor.press('Make the decision');
    await mayor.sees('Taken outside the tool');
    await mayor.sees('The heating works.');
    await mayor.press('Communicate the decision');
    await sound(mayor);
    await mayor.press('Send');
    await mayor.sees('Sent.');
    await duty.go('Indbakke');
    await duty.press(/Decision: Lukker vi skolerne/);
    await duty.sees('Decided: Hold åbent');
  }, 60_000);

  it('declares, publishes, and keeps the situation picture without losing a word', async () => {
    await duty.go('Frister');
    await duty.type('Hvad bygger I det på?', 'Alarmen.');
    await duty.press('Erklær nu');
    await duty.sees('Vi er bekendt med det');
    await duty.unfold('Vi klassificerer det');
    await duty.type('Hvordan vurderer I det, og hvorfor?', 'Væsentlig: hele byen er ramt.');
    await sound(duty);
    await duty.press('Erklær klassifikationen');
    await duty.sees('Væsentlig: hele byen er ramt.');

    await mayor.go('Statements');
    await mayor.press('Publish a statement');
    await mayor.check('Website');
    await mayor.type('Headline', 'We are at work');
    await mayor.type('Text', 'Schools are open.');
    await mayor.press('Publish …');
    await mayor.sees(/becomes public to everybody/);
    await sound(mayor);
    await mayor.press('Yes, publish it');
    await mayor.sees('The statement has been published.');
    await duty.go('Udtalelser');
    await duty.press(/We are at work/);
    await duty.sees('Schools are open.');
    await sound(duty);

    await duty.go('Situationsbillede');
    await duty.press('Skriv Situation');
    await duty.type(/^Situation, som/, 'Alt er nede.');
    await duty.press('Del med alle');
    await duty.sees(/^Udgave 1 af os/);
    await mayor.go('Situation picture');
    await mayor.press('Update The situation');
    await mayor.type(/^The situation, as/, 'Alt er nede i byen.');
    await duty.press('Opdatér Situation');
    await duty.type(/^Situation, som/, 'Alt er nede siden 02.');
    await duty.press('Del med alle');
    await mayor.sees(/shared version 2/);
    await mayor.press('Share with everybody');
    await sound(mayor);
    await mayor.press('We have seen it; keep our text');
    await mayor.press('Share with everybody');
    await mayor.sees(/^Version 3 by us/);
    await duty.sees(/^Udgave 3 af Borgmester/);
    await duty.unfold('2 tidligere udgaver');
    await expect
      .poll(() => duty.page.locator('ins, del').allTextContents())
      .toEqual([
        'slettet: siden 02.',
        'tilføjet: i byen.',
        'slettet: nede.',
        'tilføjet: nede siden 02.',
      ]);
    await sound(duty);
  }, 60_000);

  it('holds each act once in the journal, and nothing else', async () => {
    await act({ type: 'exercise.end' });
    const ran = join(data, 'ran');
    const [folder = ''] = await readdir(ran);
    const lines = (await readFile(join(ran, folder, 'journal.jsonl'), 'utf8')).trim().split('\n');
    const did = lines
      .map((line) => JSON.parse(line) as { by: By; input?: RoleInput | { type: 'seat.take' } })
      .flatMap(({ by, input }) =>
        by.type === 'role' && input && input.type !== 'seat.take' ? [{ role: by.role, input }] : [],
      );
    const of = (role: string): readonly RoleInput[] =>
      did.filter((one) => one.role === role).map(({ input }) => input);
    // What one looks at is told when it comes on the screen, beside what one does.
    const opens = (role: string): readonly string[] =>
      of(role).flatMap((input) => (input.type === 'item.open' ? [input.item] : []));
    expect([...opens('duty')].sort()).toEqual(['call', 'msg.6', 'picture.3', 'statement.1']);
    expect([...opens('mayor')].sort()).toEqual(['msg.1', 'picture.1', 'picture.2']);
    expect(of('duty').filter(({ type }) => type !== 'item.open')).toEqual(DUTY);
    expect(of('mayor').filter(({ type }) => type !== 'item.open')).toEqual(MAYOR);
    expect(did.filter(({ role }) => role !== 'duty' && role !== 'mayor')).toEqual([]);
  });
});

const DUTY: readonly RoleInput[] = [
  { type: 'control.ask', text: 'Må vi ringe til hinanden?' },
  { type: 'item.acknowledge', item: 'call' },
  {
    type: 'outside.report',
    about: { inject: 'call' },
    text: 'Ringet til borgmesteren',
    to: ['mayor'],
  },
  {
    type: 'message.send',
    to: ['mayor', 'press'],
    title: 'Er I klar?',
    body: 'Serverne er nede.',
    facts: ['down'],
    asks: true,
  },
  {
    type: 'message.send',
    to: ['mayor', 'press'],
    body: 'Næste melding om en time.',
    facts: [],
    asks: false,
  },
  {
    type: 'message.send',
    to: [],
    outside: 'Vagtcentral',
    body: 'Hvad kan I se?',
    facts: [],
    asks: false,
  },
  { type: 'task.claim', task: 'warn', as: 'accountable' },
  { type: 'task.assign', task: 'warn', to: 'mayor', as: 'responsible', note: 'I kender vejen' },
  { type: 'handover.offer', task: 'warn', to: 'mayor' },
  { type: 'task.release', task: 'warn' },
  {
    type: 'decision.raise',
    question: 'Lukker vi skolerne?',
    options: ['Luk', 'Hold åbent'],
    within: 30 * 60_000,
    with: ['chief', 'mayor'],
  },
  { type: 'awareness.declare', matter: 'significant-incident', reason: 'Alarmen.' },
  {
    type: 'awareness.declare',
    matter: 'significant-incident',
    reason: 'Væsentlig: hele byen er ramt.',
    as: 'classified',
  },
  { type: 'picture.update', section: 'situation', text: 'Alt er nede.', facts: [] },
  { type: 'picture.update', section: 'situation', text: 'Alt er nede siden 02.', facts: [] },
];

const MAYOR: readonly RoleInput[] = [
  {
    type: 'message.send',
    to: ['duty'],
    title: 'Re: Er I klar?',
    body: 'Ready.',
    facts: [],
    replyTo: 'msg.1',
    asks: false,
  },
  {
    type: 'message.send',
    to: ['duty', 'press'],
    title: 'Re: Er I klar?',
    body: 'Both of us are.',
    facts: [],
    replyTo: 'msg.1',
    asks: false,
  },
  { type: 'handover.accept', task: 'warn', from: 'duty' },
  { type: 'handover.decline', task: 'warn', from: 'duty', reason: 'It is yours.' },
  { type: 'task.finish', task: 'warn', note: 'They are warned.', outside: true },
  { type: 'record.contest', about: { task: 'warn' }, text: 'We warned them earlier.' },
  { type: 'decision.discuss', decision: 'raised.1', text: 'Not before noon.' },
  {
    type: 'decision.record',
    decision: 'raised.1',
    option: 'option-2',
    reason: 'The buildings are safe.',
    facts: [],
    assumptions: 'The heating works.',
    dissent: 'The duty officer.',
    outside: true,
  },
  {
    type: 'message.send',
    to: ['duty'],
    title: 'Decision: Lukker vi skolerne?',
    body: 'Decided: Hold åbent\n\nReason: The buildings are safe.',
    facts: [],
    about: { decision: 'raised.1' },
    asks: false,
  },
  {
    type: 'statement.publish',
    outlet: 'web',
    title: 'We are at work',
    body: 'Schools are open.',
    facts: [],
  },
  { type: 'picture.update', section: 'situation', text: 'Alt er nede i byen.', facts: [] },
];
