/** Pacing as a facilitator meets it: preflight, pauses, turns, phases, shifts; by keys and in lines. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ControlInput } from '../../engine/exercise/entry.ts';
import type { ControlView, ExerciseRow } from '../../engine/exercise/rows.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { App } from '../../facilitator-ui/app.tsx';
import { conditionText } from '../../facilitator-ui/branch.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import type { Key } from '../../facilitator-ui/key.ts';
import { statusLines } from '../../facilitator-ui/plain.ts';
import { checks } from '../../facilitator-ui/preflight.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { readBy } from '../../facilitator-ui/shift.ts';
import { createStore } from '../../facilitator-ui/store.ts';
import { nextMoment } from '../../facilitator-ui/moment.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import {
  controlClient,
  handTimer,
  inject,
  MIN,
  richView,
  settled,
  withQuestions,
} from './support.ts';

const SOUND = [
  { check: 'address', state: 'ok', detail: '10.0.0.7:8500' },
  { check: 'disk', state: 'ok', detail: '51234000000' },
  { check: 'clock', state: 'ok', detail: '1790000000000' },
  { check: 'journal', state: 'ok', detail: '4' },
  { check: 'page', state: 'ok', detail: '9' },
] as const;

function stands(view: ControlView, change: Partial<ExerciseRow>): ControlView {
  const row = view.exercise['exercise'];
  if (!row) throw new Error('no exercise');
  return { ...view, exercise: { exercise: { ...row, ...change } } };
}

const held = (hold: 'discussion' | 'real' | 'step', view = richView('paused')): ControlView =>
  stands(view, { hold });

type Window = { readonly columns?: number; readonly rows?: number; readonly lang?: 'da' | 'en' };

function desk(view: ControlView, { columns = 100, rows = 40, lang = 'da' }: Window = {}) {
  const client = controlClient(view);
  client.replies = () => ({ type: 'checked', id: 'x', checks: SOUND });
  const options = { client, lang, size: { columns, rows }, left: () => undefined };
  const store = createStore({ ...options, after: handTimer().after });
  const key = (name: string): Key => ({ name, text: name.length === 1 ? name : '' });
  return {
    client,
    store,
    press: async (...names: readonly string[]) => {
      for (const name of names) {
        const typed = name.startsWith('"') ? Array.from(name.slice(1)) : [name];
        for (const one of typed) store.press(key(one));
        await settled();
      }
    },
    screen: () =>
      screenLines(store.scene())
        .map((line) => line.map(({ text }) => text).join(''))
        .join('\n'),
  };
}

async function lines(view: ControlView, orders: readonly string[], lang: 'da' | 'en' = 'da') {
  const client = controlClient(view);
  client.replies = () => ({ type: 'checked', id: 'x', checks: SOUND });
  const written: string[] = [];
  const take = clerk({ client, lang, write: (text) => written.push(text), status: () => [] });
  for (const order of orders) await take(order);
  return { client, text: written.join('\n') };
}

afterEach(cleanup);

describe('preflight', () => {
  test('Ink shows it, and starts nothing before it has been answered', async () => {
    const { client, store, press, screen } = desk(richView('planned'), { rows: 50 });
    const { lastFrame } = render(<App store={store} />);
    await press('s');
    await vi.waitFor(() => expect(lastFrame()).toContain('Klar til start?'));
    expect(client.requests).toEqual([{ type: 'check' }]);
    for (const said of [
      '✗ MANGLER',
      '8 roller er ubesat',
      '1 rolle spilles af en robot: Pressemedarbejder',
      'Øvelsestagere kan nå 10.0.0.7:8500',
      '51,2 GB ledig plads',
      'sikkert på disken efter 4 ms',
      'Websiden og storskærmen svarer (9 filer)',
      'på tid',
      'Kan ikke fortrydes',
    ]) {
      expect(screen()).toContain(said);
    }
    expect(client.acts).toEqual([]);
    await press('x', 'n');
    expect(screen()).not.toContain('Klar til start?');
    expect(client.acts).toEqual([]);
    await press('s', 'j');
    expect(client.acts).toEqual([{ type: 'exercise.start' }]);
  });

  test('turn by turn is proposed for a dilemma, and can be chosen for any', async () => {
    const dilemma = desk(stands(richView('planned'), { kind: 'dilemma' }));
    await dilemma.press('s');
    expect(dilemma.screen()).toContain('tur for tur (foreslået');
    await dilemma.press('j');
    expect(dilemma.client.acts).toEqual([{ type: 'exercise.start', step: true }]);
    const other = desk(richView('planned'));
    await other.press('s', 't', 'j');
    expect(other.client.acts).toEqual([{ type: 'exercise.start', step: true }]);
  });

  test('the answer is in sight in the smallest windows, in both languages', async () => {
    for (const lang of ['da', 'en'] as const) {
      const { press, screen } = desk(richView('planned'), { columns: 80, rows: 24, lang });
      await press('s');
      expect(screen()).toContain(lang === 'da' ? 'j start øvelsen' : 'y start the exercise');
      for (const line of screen().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(81);
    }
  });

  test('what only the host knows, each thing that can be wrong', () => {
    const { store } = desk(richView('planned'));
    const said = (check: (typeof SOUND)[number]['check'], state: 'warn' | 'bad', detail: string) =>
      checks(store.scene(), [{ check, state, detail }])
        .map(({ text }) => text)
        .join('\n');
    expect(said('address', 'warn', 'loopback')).toContain('andre kan ikke være med');
    expect(said('address', 'warn', 'alone')).toContain('ikke på noget netværk');
    expect(said('disk', 'bad', '4200000')).toContain('4,2 MB ledig');
    expect(said('clock', 'bad', 'year 1970')).toContain('år 1970');
    expect(said('clock', 'warn', 'jump -89600')).toContain('-90 s');
    expect(said('journal', 'bad', 'behind')).toContain('Journalen er bagud');
    expect(said('journal', 'bad', 'unwritable')).toContain('kan ikke skrives i');
    expect(said('page', 'bad', '/wall')).toContain('mangler /wall');
  });

  test('a host that does not answer is told of, and nothing is stopped by it', async () => {
    const { client, press, screen } = desk(richView('planned'), { rows: 50 });
    client.replies = () => ({
      type: 'refused',
      id: 'x',
      code: 'not-allowed',
      reason: { da: 'Det må du ikke.', en: 'No.' },
    });
    await press('s');
    expect(screen()).toContain('Værten svarer ikke på det: Det må du ikke.');
    await press('j');
    expect(client.acts).toHaveLength(1);
  });

  test('texts and languages that are missing, by the numbers of the injects', () => {
    const view = richView('planned');
    const injects = {
      'inj-1': inject(1, { status: 'planned', body: { da: 'Kun dansk' } }),
      'inj-2': inject(2, { status: 'planned', body: ' ' }),
      'inj-3': inject(3, { status: 'planned', title: 'Navn', body: { da: 'a', en: 'b' } }),
    };
    const { store } = desk({ ...view, injects });
    const found = checks(store.scene(), undefined).map(({ state, text }) => `${state} ${text}`);
    expect(found).toContain('bad Uden titel eller tekst: indspil 2');
    expect(found.some((one) => one.startsWith('warn Mangler på engelsk: indspil 1'))).toBe(true);
    expect(found.some((one) => one.includes('Mangler på dansk'))).toBe(false);
  });

  test('people: absent, and two clocks that differ', async () => {
    const { client, store, press } = desk(richView('planned'));
    client.set({ presence: {}, skew: 12_000 });
    await press('s');
    const found = checks(store.scene(), SOUND).map(({ text }) => text);
    expect(found).toContain('Har en plads, men er ikke forbundet: It-driftsvagt, It-chef');
    expect(found).toContain('Værtens ur går 12 s forskelligt fra konsollens');
  });

  test('in lines: looked at, then asked', async () => {
    const { client, text } = await lines(richView('planned'), [
      'klar',
      'start tur',
      'nej',
      'start',
      'ja',
    ]);
    expect(text).toContain('✗ MANGLER: Roller: 8 roller er ubesat');
    expect(text).toContain('✓ i orden: Disk: 51,2 GB');
    expect(client.acts).toEqual([{ type: 'exercise.start' }]);
    const turns = await lines(richView('planned'), ['start step', 'yes'], 'en');
    expect(turns.client.acts).toEqual([{ type: 'exercise.start', step: true }]);
  });
});

describe('pauses', () => {
  test('a real incident: a key, Enter, and a yes; with a reason where there is time for one', async () => {
    const quick = desk(richView());
    await quick.press('!', 'return');
    expect(quick.screen()).toContain('Alle øvelsestagere og storskærmen får besked');
    expect(quick.client.acts).toEqual([]);
    await quick.press('j');
    expect(quick.client.acts).toEqual([{ type: 'exercise.pause', kind: 'real' }]);
    const told = desk(richView());
    await told.press('!', '"Brand', 'return', 'j');
    expect(told.client.acts).toEqual([{ type: 'exercise.pause', kind: 'real', reason: 'Brand' }]);
  });

  test('the head says what a pause is for, in words, in every window', () => {
    for (const [hold, words] of [
      ['real', '‼ REEL HÆNDELSE – ØVELSEN ER STANDSET'],
      ['discussion', 'PAUSE: DRØFTELSE'],
      ['step', 'TUR FOR TUR'],
    ] as const) {
      expect(desk(held(hold), { columns: 80, rows: 24 }).screen()).toContain(words);
      const status = statusLines(controlClient(held(hold)), 'da').join('\n');
      expect(status).toContain(words);
    }
    expect(desk(held('real'), { lang: 'en' }).screen()).toContain('REAL INCIDENT');
  });

  test('for a discussion, and changed while it lasts', async () => {
    const { client, press } = desk(richView());
    await press('P', 'return', 'return', 'return');
    expect(client.acts).toEqual([{ type: 'exercise.pause', kind: 'discussion' }]);
    const paused = desk(held('discussion'));
    await paused.press('P', 'return', '"Nu sag to', 'ctrl+s');
    expect(paused.client.acts).toEqual([
      { type: 'exercise.pause', kind: 'step', reason: 'Nu sag to' },
    ]);
  });

  test('leaving a real incident is asked about, by whatever way', async () => {
    const { client, press, screen } = desk(held('real'));
    await press('p');
    expect(screen()).toContain('Er den reelle hændelse håndteret?');
    expect(client.acts).toEqual([]);
    await press('j');
    expect(client.acts).toEqual([{ type: 'exercise.resume' }]);
    await press('P', 'ctrl+s');
    expect(client.acts).toHaveLength(1);
    await press('j');
    expect(client.acts.at(-1)).toEqual({ type: 'exercise.pause', kind: 'discussion' });
  });

  test('while it lasts nothing is played, and one is told why', async () => {
    const { client, press, screen } = desk(held('real'));
    for (const key of ['r', 'j', 't', 'i', 'S', 'F', 'n']) await press(key);
    expect(client.acts).toEqual([]);
    expect(screen()).toContain('Øvelsen er standset: REEL HÆNDELSE. Genoptag den først');
  });
});

describe('turn by turn', () => {
  test('n goes to the next that falls due, whatever it is, and the pause stays', async () => {
    const view = held('step', withQuestions(richView('paused')));
    const { client, press, screen } = desk(view);
    await press('n');
    expect(screen()).toContain('Næste tur: gå til T+02:20?');
    expect(screen()).toContain('1 spørgsmål bliver stillet');
    expect(screen()).toContain('Pausen står ved');
    expect(client.acts).toEqual([]);
    await press('j');
    expect(client.acts).toEqual([{ type: 'exercise.jump', to: 140 * MIN }]);
  });

  test('an inject of another phase is no turn; the end of the phase is, and at last the end', () => {
    const far = inject(20, { status: 'planned', due: 150 * MIN, phases: ['restore'] });
    const view = { ...held('step'), injects: { far }, questions: {} };
    const at = (shown: ControlView) => nextMoment(desk(shown).store.scene());
    expect(at(view)).toBe(180 * MIN);
    const endless = {
      ...view,
      phases: { alarm: { id: 'alarm', order: 0, title: 'Alarm', current: true } },
    };
    expect(at(endless)).toBe(30 * 60 * MIN);
    expect(at(stands(endless, { length: 100 * MIN }))).toBeUndefined();
  });

  test('no jump goes past the end as it is now, and one to it says that it ends', async () => {
    const { client, press, screen } = desk(stands(richView(), { length: 170 * MIN }));
    await press('j', '"T+3:00', 'return');
    expect(screen()).toContain('Øvelsen slutter T+02:50');
    await press('escape', 'j', 'backspace', 'backspace', 'backspace', 'backspace');
    await press('"2:50', 'return');
    expect(screen()).toContain('Øvelsen slutter (ENDEX) undervejs');
    expect(client.acts).toEqual([]);
  });
});

describe('phases and shifts', () => {
  test.each([
    ['+30m', 30 * MIN],
    ['-15m', -15 * MIN],
    ['−1:30', -90 * MIN],
    ['+20', 20 * MIN],
    ['30m', undefined],
    ['-', undefined],
    ['+x', undefined],
  ])('%s is read as %s', (text, by) => expect(readBy(text)).toBe(by));

  test('a shift says what moves, what does not, and where ENDEX is then', async () => {
    const { client, press, screen } = desk(richView());
    await press('S', '"+30m', 'return', '"Frokost', 'return', 'return');
    for (const said of [
      'Alt, der er tilbage, udskydes 30m',
      '24 indspil og 0 spørgsmål',
      'Fasen »Alarm« slutter T+03:30',
      'ENDEX flyttes fra T+30:00 til T+30:30',
      'betingelser på øvelsens eget ur',
      'Begrundelse: Frokost',
    ]) {
      expect(screen()).toContain(said);
    }
    expect(client.acts).toEqual([]);
    await press('j');
    expect(client.acts).toEqual([{ type: 'exercise.shift', by: 30 * MIN, reason: 'Frokost' }]);
  });

  test('earlier: what falls at once is counted; past the end is no shift', async () => {
    const { press, screen } = desk(richView());
    await press('S', '"-60m', 'ctrl+s');
    expect(screen()).toContain('3 af dem falder med det samme');
    await press('escape', 'escape');
    const late = desk(stands(richView(), { length: 150 * MIN }));
    await late.press('S', '"-1t', 'ctrl+s');
    expect(late.screen()).toContain('Så ville øvelsen allerede være slut');
  });

  test('a phase that ends sooner loses what lay behind; where it would go is shown', async () => {
    const view = richView();
    const { alarm } = view.phases;
    if (!alarm) throw new Error('no phase');
    const mine = inject(11, { due: 170 * MIN, phases: ['alarm'] });
    const phases = { ...view.phases, alarm: { ...alarm, next: [{ to: 'spreading' }] } };
    const shown = { ...view, phases, injects: { 'inj-11': mine } };
    const { client, press, screen } = desk(shown);
    await press('F', '"-20m', 'ctrl+s');
    for (const said of [
      '»Alarm« slutter T+02:40 i stedet for T+03:00: 20m kortere',
      '1 planlagte indspil i fasen når ikke at falde',
      '→ »Hændelsen breder sig«',
    ]) {
      expect(screen()).toContain(said);
    }
    await press('j');
    expect(client.acts).toEqual([{ type: 'phase.adjust', phase: 'alarm', until: 160 * MIN }]);
    const back = desk(shown);
    await back.press('F', '"-2t', 'ctrl+s');
    expect(back.screen()).toContain('Fasen kan ikke slutte, før nu');
  });

  test('in several strands one says which phase', async () => {
    const { client, text } = await lines(withQuestions(), [
      'fasetid +15m',
      'fasetid storm T+3:00 Pressen venter',
      'ja',
    ]);
    expect(text).toContain('Skriv, hvilken fase det er: alarm, storm');
    expect(text).toContain('får en sluttid: T+03:00');
    expect(client.acts).toEqual([
      { type: 'phase.adjust', phase: 'storm', until: 180 * MIN, reason: 'Pressen venter' },
    ]);
  });

  test('overruling a branch shows the ways it overrules', async () => {
    const view = richView();
    const { alarm } = view.phases;
    if (!alarm) throw new Error('no phase');
    const when: Condition = { type: 'task', task: 'isolate', is: 'done' };
    const next = [{ to: 'restore', when }, { to: 'spreading' }];
    const phases = { ...view.phases, alarm: { ...alarm, next } };
    const { text, client } = await lines({ ...view, phases }, ['fase restore Tiden er knap']);
    expect(text).toContain('→ »Reetablering«, hvis opgaven »Isolér de ramte servere« er løst');
    expect(text).toContain('→ ellers »Hændelsen breder sig«');
    expect(text).toContain('Dette valg tilsidesætter det');
    expect(client.acts).toEqual([]);
  });

  test('every kind of condition is said in words', () => {
    const { store } = desk(richView());
    const all: readonly Condition[] = [
      { type: 'fact', fact: 'encrypted', by: ['ciso', 'press'], mode: 'any' },
      { type: 'decision', decision: 'disconnect', is: 'cut' },
      { type: 'decision', decision: 'disconnect', is: 'made' },
      { type: 'inject', inject: 'inj-3', is: 'opened' },
      { type: 'expectation', expectation: 'o1', is: 'overdue' },
      { type: 'phase', phase: 'alarm' },
      { type: 'clock', clock: 'early-warning', is: 'late' },
      { type: 'not', of: { type: 'time-after', at: 60 * MIN } },
    ];
    const either: Condition = {
      type: 'any',
      of: [all[5] ?? { type: 'all', of: [] }, { type: 'all', of: all }],
    };
    const text = conditionText(store.scene(), either);
    for (const said of [
      'en af Informationssikkerhedskoordinator, Pressemedarbejder kender »Filserveren er krypteret«',
      'er afgjort med »Afbryd nu«',
      'indspil 3',
      'historien står i »Alarm« eller (',
      'fristen »NIS 2: tidlig varsling, 24 timer« er overskredet',
      'ikke (klokken er mindst T+01:00)',
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe('in lines', () => {
  test.each<readonly [string, string, ControlInput]>([
    [
      'pause drøftelse Sag to',
      'pause discussion Sag to',
      { type: 'exercise.pause', kind: 'discussion', reason: 'Sag to' },
    ],
    ['pause tur', 'pause step', { type: 'exercise.pause', kind: 'step' }],
    ['pause Frokost nu', 'pause Frokost nu', { type: 'exercise.pause', reason: 'Frokost nu' }],
  ])('%s', async (danish, english, input) => {
    expect((await lines(richView(), [danish])).client.acts).toEqual([input]);
    expect((await lines(richView(), [english], 'en')).client.acts).toEqual([input]);
  });

  test.each<readonly [string, string, ControlInput]>([
    ['reel Brand', 'real Brand', { type: 'exercise.pause', kind: 'real', reason: 'Brand' }],
    [
      'forskyd -15m Sent',
      'shift -15m Sent',
      { type: 'exercise.shift', by: -15 * MIN, reason: 'Sent' },
    ],
    [
      'fasetid +15m',
      'extend alarm +15m',
      { type: 'phase.adjust', phase: 'alarm', until: 195 * MIN },
    ],
  ])('%s is asked about first', async (danish, english, input) => {
    expect((await lines(richView(), [danish, 'nej'])).client.acts).toEqual([]);
    expect((await lines(richView(), [danish, 'ja'])).client.acts).toEqual([input]);
    expect((await lines(richView(), [english, 'yes'], 'en')).client.acts).toEqual([input]);
  });

  test('the help has every order; a real incident is left only by a yes', async () => {
    const { text } = await lines(richView(), ['hjælp']);
    for (const order of ['klar', 'start [tur|tid]', 'reel', 'tur', 'forskyd', 'fasetid']) {
      expect(text).toContain(order);
    }
    const stopped = await lines(held('real'), ['tur', 'forskyd +5m', 'genoptag', 'ja']);
    expect(stopped.text).toContain('Øvelsen er standset: REEL HÆNDELSE');
    expect(stopped.client.acts).toEqual([{ type: 'exercise.resume' }]);
  });
});
