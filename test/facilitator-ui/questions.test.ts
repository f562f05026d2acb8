/** Polls, probes and threads on the console and in the line console. */
import { describe, expect, test } from 'vitest';
import type { ControlView } from '../../engine/exercise/rows.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import type { Key } from '../../facilitator-ui/key.ts';
import { statusLines } from '../../facilitator-ui/plain.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore } from '../../facilitator-ui/store.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { controlClient, handTimer, richView, settled, withQuestions } from './support.ts';

const SPECIAL = /^(up|down|home|end|return|escape)$/;
const keyOf = (name: string): Key => ({ name, text: SPECIAL.test(name) ? '' : name });

function open(
  options: { view?: ControlView; columns?: number; rows?: number; lang?: 'da' | 'en' } = {},
) {
  const { view = withQuestions(), columns = 80, rows = 24, lang = 'da' } = options;
  const client = controlClient(view);
  const store = createStore({
    client,
    lang,
    size: { columns, rows },
    left: () => undefined,
    after: handTimer().after,
  });
  return {
    client,
    press: async (...keys: string[]) => {
      for (const key of keys) store.press(keyOf(key));
      await settled();
    },
    lines: () => screenLines(store.scene()).map((line) => line.map(({ text }) => text).join('')),
    screen: () =>
      screenLines(store.scene())
        .map((line) => line.map(({ text }) => text).join(''))
        .join('\n'),
  };
}

/** The panel of injects with the row `above` the last one chosen: asked ones stand last. */
async function onQuestion(above: number, options: Parameters<typeof open>[0] = {}) {
  const console = open(options);
  await console.press('2', 'end', ...Array<string>(above).fill('up'));
  return console;
}
const PROBE_TO_COME = 2;
const POLL = 1;
const ANSWERED_PROBE = 0;

describe('questions on the console', () => {
  test('stand among what comes next, with their time', () => {
    expect(open().screen()).toMatch(/T\+02:20 +om 2m +\? Hvad er nede\?/);
  });

  test('stand after the injects: planned, asked, and how many have answered', async () => {
    const screen = (await onQuestion(POLL)).screen();
    expect(screen).toMatch(/\? +02:20 +○ planlagt +Hvad er nede\?/);
    expect(screen).toMatch(/\? +– +02:00 +● stillet +Ansvar for »Tidlig var… +2\/3/);
    expect(screen).toMatch(/\? +– +01:50 +● stillet +Er data lækket\? +2\/2/);
  });

  test('a poll’s answers are named, and who is silent', async () => {
    const screen = (await onQuestion(POLL, { rows: 40 })).screen();
    expect(screen).toContain('Hvem har ansvaret for »Tidlig varsling« lige nu?');
    expect(screen).toContain('2 af 3 har svaret');
    expect(screen).toMatch(/Svar +It-driftsvagt: It-chef · T\+02:01/);
    expect(screen).toMatch(/Pressemedarbejder: ved ikke · T\+02:02/);
    expect(screen).toMatch(/Har ikke svaret +Informationssikkerhedskoordinator/);
  });

  test('what is true is said in words', async () => {
    const da = (await onQuestion(ANSWERED_PROBE, { rows: 40 })).screen();
    expect(da).toContain('It-driftsvagt: Kun fagsystemerne (sandt) · T+01:51');
    expect(da).toContain('Alt (ikke sandt) · T+01:52');
    expect(da).toMatch(/Svarmuligheder +Alt *\n +Kun fagsystemerne \(sandt i fortællingen\)/);
    const en = (await onQuestion(ANSWERED_PROBE, { rows: 40, lang: 'en' })).screen();
    expect(en).toContain('Only the line systems (true in the story)');
  });

  test('r asks after a yes', async () => {
    const console = await onQuestion(PROBE_TO_COME);
    expect(console.screen()).toContain('r stil');
    await console.press('r');
    expect(console.client.acts).toEqual([]);
    expect(console.screen()).toContain('Stil spørgsmålet nu?');
    expect(console.screen()).toContain('det første svar gælder');
    await console.press('j');
    expect(console.client.acts).toEqual([{ type: 'question.ask', question: 'down' }]);
  });

  test('x skips with or without a reason, after a yes', async () => {
    const bare = await onQuestion(PROBE_TO_COME);
    await bare.press('x', 'return', 'j');
    expect(bare.client.acts).toEqual([{ type: 'question.skip', question: 'down' }]);
    const reasoned = await onQuestion(PROBE_TO_COME);
    await reasoned.press('x', 'For travlt', 'return');
    expect(reasoned.screen()).toContain('Begrundelse: For travlt');
    await reasoned.press('n');
    expect(reasoned.client.acts).toEqual([]);
    await reasoned.press('return', 'j');
    expect(reasoned.client.acts).toEqual([
      { type: 'question.skip', question: 'down', reason: 'For travlt' },
    ]);
  });

  test('what was asked can be neither asked nor skipped', async () => {
    const console = await onQuestion(POLL);
    await console.press('r', 'x');
    expect(console.screen()).toContain('Det kan ikke gøres nu');
    expect(console.client.acts).toEqual([]);
  });

  test('the filter shows those to come and those asked', async () => {
    const console = open();
    await console.press('2', 'f', 'end');
    expect(console.screen()).toContain('Hvad er nede?');
    expect(console.screen()).not.toContain('Er data lækket?');
    await console.press('f', 'end');
    expect(console.screen()).toContain('Er data lækket?');
    expect(console.screen()).not.toContain('Hvad er nede?');
  });

  test('a jump tells of those on the way', async () => {
    const console = open();
    await console.press('j', '+10m', 'return');
    expect(console.screen()).toContain('1 spørgsmål bliver stillet undervejs');
  });

  test('an inject’s attachments are named', async () => {
    const view = richView();
    const files = [{ name: 'skærm.png', type: 'image/png', bytes: 101_200, digest: 'a' }] as const;
    const first = view.injects['inj-1'];
    if (!first) throw new Error('there is no inj-1');
    const console = open({
      view: { ...view, injects: { 'inj-1': { ...first, files } } },
      rows: 40,
    });
    await console.press('2');
    expect(console.screen()).toMatch(/Vedhæftet +skærm\.png \(101 kB\)/);
  });
});

describe('threads', () => {
  test('the head shows the storyline’s phase, and each thread’s below it', () => {
    const screen = open().screen();
    expect(screen).toContain('Fase: Alarm (42m tilbage)');
    expect(screen).toContain('── Medier: Mediestorm ──');
    expect(open({ view: richView() }).screen()).not.toContain('Medier');
  });

  test('the wide overview lists each strand by itself', () => {
    const screen = open({ columns: 120, rows: 40 }).screen();
    expect(screen).toMatch(/▶ Alarm.*\n.*· Hændelsen breder sig/);
    expect(screen).toMatch(/Medier *\n.* {2}✓ Stille *\n.* {2}▶ Mediestorm/);
  });

  test('choosing a thread’s phase is told as the thread’s', async () => {
    const console = open();
    await console.press('b');
    expect(console.screen()).toContain('Medier');
  });

  test('every line fits the window', async () => {
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [120, 40],
      [160, 50],
    ] as const) {
      for (const lang of ['da', 'en'] as const) {
        const console = await onQuestion(POLL, { columns, rows, lang });
        const lines = console.lines();
        expect(lines.length).toBeLessThanOrEqual(rows - 1);
        for (const line of lines.slice(3))
          expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(columns);
      }
    }
  });
});

describe('the line console', () => {
  function office(lang: 'da' | 'en' = 'da') {
    const client = controlClient(withQuestions());
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const take = clerk({ client, lang, write, status: () => statusLines(client, lang) });
    return {
      client,
      lines,
      type: async (...typed: string[]) => {
        for (const line of typed) await take(line);
      },
    };
  }

  test('the status says where each strand stands', () => {
    expect(statusLines(controlClient(withQuestions()), 'da')[1]).toContain(
      'Fase: Alarm · Medier: Mediestorm',
    );
  });

  test('lists questions with numbers of their own, and shows one', async () => {
    const o = office();
    await o.type('drejebog', 'vis s2');
    expect(o.lines).toContainEqual(
      expect.stringMatching(/^s1\. T\+02:20 · ○ planlagt · Hvad er nede\?/),
    );
    expect(o.lines).toContainEqual(expect.stringMatching(/^Svar +It-driftsvagt: It-chef/));
  });

  test.each([
    ['stil s1', { type: 'question.ask', question: 'down' }],
    ['question q1', { type: 'question.ask', question: 'down' }],
    ['overspring s1', { type: 'question.skip', question: 'down' }],
    ['skip q1 For travlt', { type: 'question.skip', question: 'down', reason: 'For travlt' }],
    ['overspring 14', { type: 'inject.skip', inject: 'inj-14' }],
  ])('%s, after a yes', async (line, input) => {
    const o = office();
    await o.type(line);
    expect(o.client.acts).toEqual([]);
    await o.type('ja');
    expect(o.client.acts).toEqual([input]);
  });

  test('a question that is not there is said', async () => {
    const o = office();
    await o.type('stil s9', 'stil');
    expect(o.lines.join('\n')).toContain('»s9«');
    expect(o.client.acts).toEqual([]);
  });
});
