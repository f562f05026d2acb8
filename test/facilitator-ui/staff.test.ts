/** The people in exercise control: who is there, whose keys are whose, and what a lane shows. */
import { expect, test } from 'vitest';
import type { StaffKind } from '../../engine/exercise/entry.ts';
import type { ControlView, RecordRow, StaffRow } from '../../engine/exercise/rows.ts';
import { refsOf } from '../../facilitator-ui/choice.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { BINDINGS, bindingFor } from '../../facilitator-ui/keys.ts';
import type { Line, Panel } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore, type Store } from '../../facilitator-ui/store.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { openConsole } from './console.ts';
import { controlClient, handTimer, richView, type FakeClient } from './support.ts';

const PEOPLE: readonly StaffRow[] = [
  { id: 'F1', kind: 'lead' },
  { id: 'F2', kind: 'controller', lane: ['region'] },
  { id: 'F3', kind: 'evaluator' },
  { id: 'F4', kind: 'observer' },
];
const NAMES: Readonly<Record<StaffKind, string>> = {
  lead: 'F1',
  controller: 'F2',
  evaluator: 'F3',
  observer: 'F4',
};

function clientOf(kind: StaffKind, more: Partial<ControlView> = {}): FakeClient {
  const staff = Object.fromEntries(PEOPLE.map((row) => [row.id, row]));
  const client = controlClient({ ...richView(), staff, ...more });
  client.set({ staff: NAMES[kind], staffHere: { F1: 2, F2: 1 } });
  client.replies = (request) =>
    request.type === 'appoint'
      ? { type: 'appointed', id: 'x', staff: 'F5', token: 'hemmelig-nøgle' }
      : ({ type: 'done', seq: 9 } as never);
  return client;
}

type Desk = {
  readonly store: Store;
  readonly client: FakeClient;
  readonly timer: ReturnType<typeof handTimer>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly screen: () => string;
};

function deskOf(kind: StaffKind, columns = 80, rows = 24, client = clientOf(kind)): Desk {
  const timer = handTimer();
  const store = createStore({
    client,
    lang: 'da',
    size: { columns, rows },
    left: () => undefined,
    after: timer.after,
    linkOf: (token, door = 'join') => `http://vært/${door}/${token}`,
  });
  const textOf = (lines: readonly Line[]): string =>
    lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
  return {
    store,
    client,
    timer,
    press: async (...keys) => {
      for (const key of keys) {
        store.press({ name: key, text: key.length === 1 ? key : '' });
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
    },
    screen: () => textOf(screenLines(store.scene())),
  };
}

const ESC = 'escape';
const DOWN = 'down';

test.each([
  ['lead', 'F1 ledende facilitator'],
  ['controller', 'F2 lokal øvelsesleder · Region Syddanmark (mit område)'],
  ['evaluator', 'F3 evaluator'],
  ['observer', 'F4 observatør'],
] as const)('the head says that one is the %s', (kind, who) => {
  expect(deskOf(kind).screen()).toContain(who);
});

test('exercise control is listed with part, lane and who is connected', async () => {
  const desk = deskOf('evaluator');
  await desk.press('L');
  const screen = desk.screen();
  expect(screen).toMatch(/F1 +ledende facilitator +hele øvelsen +● 2 forbindelser/);
  expect(screen).toMatch(/F2 +lokal øvelsesleder +Region Syddanmark +● forbundet/);
  expect(screen).toMatch(/F3 \(dig\) +evaluator +hele øvelsen +○ ikke forbundet/);
  await desk.press('a');
  expect(desk.screen()).toContain('Det kan du ikke: kun den ledende facilitator.');
  expect(desk.client.requests).toEqual([]);
});

test('the lead appoints by form, sees what it means, and gets the link once', async () => {
  const desk = deskOf('lead');
  await desk.press('L', 'a', 'tab', ' ', 'ctrl+s');
  expect(desk.screen()).toContain('Lad en mere komme ind i øvelsesledelsen?');
  expect(desk.client.requests).toEqual([]);
  await desk.press('j');
  expect(desk.client.requests).toEqual([{ type: 'appoint', kind: 'controller', lane: ['it'] }]);
  expect(desk.screen()).toContain('http://vært/control/hemmelig-nøgle');
  expect(desk.screen()).toContain('F5, lokal øvelsesleder');
  desk.timer.pass(61_000);
  expect(desk.screen()).not.toContain('hemmelig-nøgle');
});

test('only a controller can have a lane', async () => {
  const desk = deskOf('lead');
  await desk.press('L', 'a', DOWN, 'tab', ' ', 'ctrl+s');
  expect(desk.screen()).toContain('Kun en lokal øvelsesleder kan have et område.');
  expect(desk.client.requests).toEqual([]);
});

test('nobody is shown out and no lead is handed over before the answer is yes', async () => {
  const desk = deskOf('lead');
  await desk.press('L', DOWN, 'x');
  expect(desk.screen()).toContain('F2, lokal øvelsesleder mister forbindelsen');
  await desk.press('n', 'L', DOWN, DOWN, 'o');
  expect(desk.screen()).toContain('F3, evaluator leder øvelsen fra nu af');
  expect([desk.client.requests, desk.client.acts]).toEqual([[], []]);
  await desk.press('j');
  expect(desk.client.acts).toEqual([{ type: 'staff.hand', to: 'F3' }]);
  await desk.press(ESC, 'L', DOWN, 'x', 'j');
  expect(desk.client.requests).toEqual([{ type: 'dismiss', staff: 'F2' }]);
});

test('keys that are not one’s own do not apply, and the help says whose they are', async () => {
  const keysOf = (kind: StaffKind): ReadonlySet<string> => {
    const { store } = deskOf(kind);
    const names = ['p', 'e', 't', 'j', 'i', 'm', 'o', 'b', 'L', '?'];
    return new Set(names.filter((name) => bindingFor(name, store.scene()) !== undefined));
  };
  expect(keysOf('lead')).toEqual(new Set(['p', 'e', 't', 'j', 'i', 'm', 'o', 'b', 'L', '?']));
  expect(keysOf('controller')).toEqual(new Set(['p', 'i', 'm', 'o', 'L', '?']));
  expect(keysOf('evaluator')).toEqual(new Set(['o', 'L', '?']));
  expect(keysOf('observer')).toEqual(new Set(['L', '?']));
  const desk = deskOf('observer', 140, 60);
  await desk.press('e');
  expect(desk.screen()).toContain('Det kan du ikke: kun den ledende facilitator.');
  await desk.press('?');
  expect(desk.screen()).toContain('(kun den ledende facilitator)');
  expect(desk.client.acts).toEqual([]);
});

test('where nobody has joined, everybody leads as before', () => {
  const { store } = deskOf('lead', 80, 24, controlClient());
  for (const name of ['e', 't', 'j']) expect(bindingFor(name, store.scene())).toBeDefined();
});

test('a controller’s lists begin with the lane, and one key shows everything', async () => {
  const panels: readonly Panel[] = ['injects', 'tasks', 'decisions', 'roles', 'messages'];
  const desk = deskOf('controller');
  const count = (): readonly number[] =>
    panels.map((panel) => refsOf(desk.store.scene(), panel).length);
  const mine = count();
  await desk.press('O');
  const all = count();
  expect(desk.screen()).toContain('(alt)');
  for (const [i, panel] of panels.entries()) {
    if (panel !== 'messages') expect(mine[i]).toBeLessThan(all[i] ?? 0);
    expect(mine[i]).toBeLessThanOrEqual(all[i] ?? 0);
  }
  expect(refsOf(deskOf('controller').store.scene(), 'roles')).toEqual([
    { kind: 'role', id: 'region' },
  ]);
  expect(refsOf(deskOf('lead').store.scene(), 'roles')).toHaveLength(13);
});

test('everybody sees who in exercise control did what', async () => {
  const record: Readonly<Record<string, RecordRow>> = {
    '7': {
      seq: 7,
      at: 0,
      wall: '2026-09-18T00:10:00.000Z',
      by: { type: 'facilitator', name: 'F2' },
      event: { type: 'exercise.paused', reason: 'Kort' },
    },
  };
  const desk = deskOf('evaluator', 80, 24, clientOf('evaluator', { record }));
  expect(desk.screen()).toContain('F2: Pause: Kort');
  await desk.press('7');
  expect(desk.screen()).toContain('F2: Pause: Kort');
  expect(desk.screen()).toContain('F2, lokal øvelsesleder');
});

test('the same is said and done in lines, in Danish and English', async () => {
  for (const [lang, said] of [
    ['da', ['ledelse', 'udpeg observatør', 'ja', 'visud f2', 'nej', 'overdrag F3', 'ja']],
    ['en', ['staff', 'appoint observer', 'yes', 'dismiss F2', 'no', 'handover F3', 'yes']],
  ] as const) {
    const client = clientOf('lead');
    const lines: string[] = [];
    const order = clerk({
      client,
      lang,
      write: (line) => lines.push(line),
      status: () => [],
      linkOf: (token, door = 'join') => `http://vært/${door}/${token}`,
    });
    for (const line of said) await order(line);
    expect(lines.join('\n')).toContain(`F1 (${catalogue(lang).staff.you}): `);
    expect(lines).toContain('F5: http://vært/control/hemmelig-nøgle');
    expect(client.requests).toEqual([{ type: 'appoint', kind: 'observer' }]);
    expect(client.acts).toEqual([{ type: 'staff.hand', to: 'F3' }]);
    lines.length = 0;
    await order(lang === 'da' ? 'udpeg leder ingensteds' : 'appoint controller nowhere');
    expect(lines.join()).toContain(lang === 'da' ? 'ingensteds' : 'nowhere');
  }
});

test('lines keep to the lane until everything is asked for', async () => {
  const client = clientOf('controller');
  const lines: string[] = [];
  const order = clerk({ client, lang: 'da', write: (line) => lines.push(line), status: () => [] });
  await order('roller');
  const mine = lines.splice(0).length;
  await order('område alt');
  await order('roller');
  expect(mine).toBe(1);
  expect(lines.length).toBeGreaterThan(13);
});

test('every act on the people is in the table of keys', () => {
  const actions = new Set(BINDINGS.map(({ action }) => action));
  for (const action of Object.keys(catalogue('da').staff.actions)) {
    expect(actions).toContain(action);
  }
});

test('shown out: the host’s own console says how it is led again, another one that it goes on', async () => {
  for (const [folder, said] of [
    ['exercises/kommune-it-ransomware-20261130-0415', 'Bliv leder igen fra en anden terminal:'],
    [undefined, 'Du er vist ud af øvelsesledelsen. Øvelsen fortsætter.'],
  ] as const) {
    const client = clientOf('lead');
    const console = openConsole(client, {
      columns: 80,
      rows: 24,
      ...(folder === undefined ? {} : { folder, onQuit: 'stop' }),
    });
    client.set({ connection: 'closed', lost: { code: 4401, reason: 'unauthorised' } });
    await console.press('2');
    expect(console.screen()).toContain(said);
    const way = `beredt staff --lead '${folder ?? ''}'`;
    expect(console.screen().includes(way)).toBe(folder !== undefined);
    for (const line of console.lines()) expect(line.trimEnd().length).toBeLessThanOrEqual(80);
  }
  const client = clientOf('lead');
  const console = openConsole(client, { folder: 'exercises/x' });
  client.set({ connection: 'closed', lost: { code: 4503, reason: 'closing' } });
  await console.press('2');
  expect(console.screen()).not.toContain('beredt staff');
});
