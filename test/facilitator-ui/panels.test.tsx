/** What the facilitator sees: each panel drawn by Ink, and any panel in any window. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ControlView } from '../../engine/exercise/rows.ts';
import type { Client } from '../../engine/runtime/client.ts';
import { App } from '../../facilitator-ui/app.tsx';
import type { Line } from '../../facilitator-ui/scene.ts';
import { PANELS } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore, type Store } from '../../facilitator-ui/store.ts';
import { lookOf } from '../../facilitator-ui/tone.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { controlClient, handTimer, inject, MIN, richView } from './support.ts';

function storeFor(client: Client, columns = 80, rows = 24, lang: 'da' | 'en' = 'da'): Store {
  const options = { client, lang, size: { columns, rows }, left: () => undefined };
  return createStore({ ...options, after: handTimer().after });
}

const textOf = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

async function shown(key: string, client = controlClient(), columns = 100): Promise<string> {
  const store = storeFor(client, columns, 40);
  const { stdin, lastFrame } = render(<App store={store} />);
  if (key !== '') {
    await vi.waitFor(() => expect(lastFrame()).toContain('Overblik'));
    stdin.write(key);
    await vi.waitFor(() => expect(store.scene().ui.panel).not.toBe('overview'));
  }
  store.resize({ columns, rows: 40 });
  return textOf(screenLines(store.scene()));
}

afterEach(cleanup);

test('Ink draws the store and hands it the keys', async () => {
  const timer = handTimer();
  const client = controlClient();
  const store = createStore({
    client,
    lang: 'da',
    size: { columns: 80, rows: 24 },
    left: () => undefined,
    after: timer.after,
  });
  const { stdin, lastFrame } = render(<App store={store} />);
  await vi.waitFor(() => expect(lastFrame()).toContain('Kræver opmærksomhed'));
  expect(lastFrame()?.split('\n').length).toBeLessThanOrEqual(23);
  stdin.write('4');
  timer.pass(100);
  await vi.waitFor(() => expect(lastFrame()).toContain('VAKUUM'));
  stdin.write('\x1b[B');
  timer.pass(100);
  await vi.waitFor(() => expect(lastFrame()).toContain('› ○ åben'));
  expect(lastFrame()).toContain('2 af 5');
});

describe('every panel', () => {
  test('the banner, the marking, the clock, the phase', async () => {
    const screen = await shown('');
    for (const words of [
      'ØVELSE',
      'TLP:AMBER',
      '▶ I GANG',
      'T+02:17:12',
      '18-09-2026 04:27',
      '12×',
      'Fase: Alarm (42m tilbage)',
    ]) {
      expect(screen).toContain(words);
    }
  });

  test('overview: everything that needs attention, what is next, what was last', async () => {
    const screen = await shown('');
    expect(screen).toMatch(
      /\? Beslutning åben +Skal nettet til kommunerne afbrydes\? +10m tilbage/,
    );
    expect(screen).toMatch(/✗ Ansvarsvakuum +Tidlig varsling .* i 37m/);
    expect(screen).toMatch(/‼ To ansvarlige +Oplys borgerne – Pressemedarbejder, Kommunaldirektør/);
    expect(screen).toMatch(/§ Frist løber +NIS 2.*IT-Fælles Syd.* 23h 22m tilbage/);
    expect(screen).toMatch(/! Ikke gjort i tide +Informationssikkerhedskoordinator: kvittere/);
    expect(screen).toMatch(/T\+02:30 +om 12m +10 Borgere skriver/);
    expect(screen).toContain('Der skal besluttes: Skal nettet til kommunerne afbrydes?');
  });

  test('injects: when, what, to whom, and how many have opened and acknowledged', async () => {
    const screen = await shown('2');
    expect(screen).toMatch(/9 +T\+02:15 +T\+02:15 +● udspillet +Pressen ringer .* 1\/3 +0\/3/);
    expect(screen).toMatch(/› +10 +T\+02:30 +○ planlagt/);
    expect(screen).toMatch(/12 +T\+03:00 +‖ tilbageholdt/);
    expect(screen).toMatch(/13 +T\+03:15 +– oversprunget/);
    expect(screen).toContain('på tid · om 12m');
  });

  test('roles: seats, bots, presence, tasks, lateness', async () => {
    const screen = await shown('3');
    expect(screen).toMatch(/It-driftsvagt +IT-Fælles \S+ +2\/3 +● 1 forbundet +1 +·/);
    expect(screen).toMatch(/Pressemedarbejder .*1\/1 +◆ 1 robot/);
    expect(screen).toMatch(/Kommunaldirektør .*0\/1 +✗ ubesat/);
    expect(screen).toMatch(/It-chef .* ! 1/);
    expect(screen).toMatch(/Journalist .*◇ indspilscellen/);
    expect(screen).toContain('P1, P2 (robot)');
  });

  test('tasks: holders, vacuum, two accountable, done, the statutory deadline', async () => {
    const screen = await shown('4');
    expect(screen).toMatch(/○ åben +§ Tidlig varsling.*✗ VAKUUM: ingen har den/);
    expect(screen).toMatch(/Isolér de ramte servere +It-chef \(ansvar\), It-driftsv/);
    expect(screen).toMatch(/Oplys borgerne +‼ TO ANSVARLIGE/);
    expect(screen).toMatch(/✓ løst +Alarmér krisestaben +It-driftsvagt/);
    expect(screen).toMatch(/§ Lovbestemt frist .*24 timer · ▸ løber · T\+25:40/);
    expect(screen).toContain('Plan: endeligt ansvarlig');
  });

  test('decisions: open with the time left, made with the outcome', async () => {
    const screen = await shown('5');
    expect(screen).toMatch(/▸ ÅBEN +Skal nettet til kommunerne afbrydes\? +… +10m/);
    expect(screen).toMatch(/✓ truffet +Skal krisestaben samles\? +Ja, fysisk +T\+00:31/);
    expect(screen).toContain('Bliv på nettet (fører til Hændelsen breder sig; gælder, hvis ingen');
  });

  test('messages, record and observations', async () => {
    expect(await shown('6')).toMatch(/T\+02:11 +Krisestabschef +Styrelsen .*\? Hvad gør I\? +0\/1/);
    expect(await shown('7')).toMatch(/16 +T\+02:12:07 +Motoren +Der skal besluttes/);
    const observed = await shown('8');
    expect(observed).toMatch(/T\+02:08:00 +P +Vagten ringede selv/);
    expect(observed).toContain('Nej, ikke den første time.');
  });

  test('before anything has arrived', () => {
    const store = storeFor(controlClient({}));
    for (const panel of PANELS) {
      store.press({ name: String(PANELS.indexOf(panel) + 1), text: '' });
      expect(textOf(screenLines(store.scene()))).toContain('Venter på øvelsen');
    }
  });
});

describe('any window', () => {
  const overlays: readonly (readonly string[])[] = [
    [],
    ['?'],
    ['l'],
    ['i'],
    ['o'],
    ['j', 'T+9:00', 'return'],
    ['return'],
    ['q'],
  ];
  const sizes: readonly (readonly [number, number])[] = [
    [60, 16],
    [80, 24],
    [100, 30],
    [110, 24],
    [120, 40],
    [200, 60],
    [40, 10],
    [1, 1],
  ];
  test.each(sizes)(
    '%ix%i: never a line too many or too wide, in both languages',
    (columns, rows) => {
      for (const lang of ['da', 'en'] as const) {
        for (const keys of overlays) {
          for (const number of ['1', '2', '3', '4', '5', '6', '7', '8']) {
            const store = storeFor(controlClient(), columns, rows, lang);
            for (const key of [number, ...keys]) {
              store.press({ name: key, text: key.length > 6 || key === 'return' ? '' : key });
            }
            const lines = screenLines(store.scene());
            expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
            if (columns >= 60 && rows >= 16) expect(lines).toHaveLength(rows - 1);
          }
        }
      }
    },
  );

  test('keys never run out of the line, and help and leaving are always on it', () => {
    for (const columns of [60, 80, 100, 140]) {
      for (const number of ['1', '2', '5']) {
        const store = storeFor(controlClient(), columns, 24);
        store.press({ name: number, text: number });
        const foot = screenLines(store.scene()).slice(-2);
        for (const line of foot) {
          const width = line.reduce((sum, { text }) => sum + widthOf(text), 0);
          expect(width).toBeLessThanOrEqual(columns + 2);
        }
        expect(textOf(foot)).toContain('? hjælp');
        expect(textOf(foot)).toContain('q forlad');
      }
    }
  });
});

describe('hostile text', () => {
  const EVIL = 'Navn\x1b[2J\x1b]0;ejet\x07\u202E<script>\r\nny linje';
  const evil = (view: ControlView): ControlView =>
    JSON.parse(
      JSON.stringify(view, (key, value: unknown) =>
        [
          'title',
          'name',
          'body',
          'notes',
          'text',
          'question',
          'reason',
          'pseudonym',
          'by',
        ].includes(key) && typeof value === 'string'
          ? EVIL + value
          : value,
      ),
    ) as ControlView;

  test('no control character from the view reaches the screen, on any panel', () => {
    for (const number of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      for (const keys of [[], ['return']]) {
        const store = storeFor(controlClient(evil(richView())), 120, 40);
        store.press({ name: number, text: number });
        for (const key of keys) store.press({ name: key, text: '' });
        const { lastFrame, unmount } = render(<App store={store} />);
        const frame = (lastFrame() ?? '').replaceAll('\n', '');

        expect(frame.replace(/\x1b\[\d+(;\d+)*m/g, '')).not.toMatch(/[\p{Cc}\u202E]/u);
        expect(frame).toContain('Navn');
        unmount();
      }
    }
  });
});

describe('ten thousand injects', () => {
  const many = { ...richView() };
  const injects = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [`inj-${i + 1}`, inject(i + 1, { due: i * MIN })]),
  );
  const big: ControlView = { ...many, injects };

  test('only the rows in sight are made: a screen costs the same as with 36', () => {
    const cost = (view: ControlView): number => {
      const store = storeFor(controlClient(view), 120, 40);
      store.press({ name: '2', text: '2' });
      screenLines(store.scene());
      const start = performance.now();
      for (let i = 0; i < 50; i += 1) {
        store.press({ name: 'down', text: '' });
        screenLines(store.scene());
      }
      return performance.now() - start;
    };
    cost(richView());
    expect(cost(big) / 50).toBeLessThan(25);
  });

  test('the end of the list can be reached', () => {
    const store = storeFor(controlClient(big), 80, 24);
    store.press({ name: '2', text: '2' });
    store.press({ name: 'end', text: '' });
    expect(textOf(screenLines(store.scene()))).toContain('10000 af 10000');
  });
});

test('NO_COLOR takes the colours and leaves the rest', () => {
  expect(lookOf('alarm', true)).toEqual({ bold: true });
  expect(lookOf('chosen', true)).toEqual({ inverse: true });
  expect(lookOf('alarm', false)).toEqual({ color: 'red', bold: true });
});
