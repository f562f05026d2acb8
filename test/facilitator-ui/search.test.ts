/** Finding: filters, the palette, entries far back, a role's eyes, and the past. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ControlView, RecordRow } from '../../engine/exercise/rows.ts';
import type { Request } from '../../engine/runtime/client.ts';
import type { ServerMessage } from '../../engine/runtime/protocol.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { fold, rank, searchable, wordsOf } from '../../facilitator-ui/fuzzy.ts';
import { asked, IRREVERSIBLE } from '../../facilitator-ui/irreversible.ts';
import { BINDINGS, bindingsByGroup } from '../../facilitator-ui/keys.ts';
import { itemsOf } from '../../facilitator-ui/palette.ts';
import { PANELS, type Scene, type Ui } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { readPast } from '../../facilitator-ui/when.ts';
import { padded } from '../../facilitator-ui/layout.ts';
import { keyOf, openConsole } from './console.ts';
import { controlClient, inject, MIN, richView, withQuestions, type FakeClient } from './support.ts';

function open(view: Partial<ControlView> = richView(), columns = 120, rows = 40) {
  const console = openConsole(controlClient(view), { columns, rows });
  return {
    ...console,
    ui: (): Ui => console.store.scene().ui,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) await console.press(key);
    },
    pass: console.timer.pass,
  };
}

describe('fuzzy', () => {
  const fits = (query: string, text: string): number | undefined =>
    rank(searchable(text), wordsOf(query));

  test('Danish letters are found however they are written', () => {
    expect(fold('Ærø Å Éclair')).toBe('aeroe aa eclair');
    expect(fold('Å')).toBe(fold('A\u030a'));
    for (const query of ['København', 'koebenhavn', 'kobenhavn', 'KØBEN']) {
      expect(fits(query, 'Politiet i København')).toBeDefined();
    }
    for (const query of ['aalborg', 'ålborg', 'alborg']) {
      expect(fits(query, 'Ålborg Universitetshospital')).toBeDefined();
    }
    expect(fits('odense', 'Ålborg')).toBeUndefined();
  });

  test('beginnings before middles, whole words before scattered letters', () => {
    const order = (query: string, texts: readonly string[]): readonly string[] =>
      [...texts]
        .filter((text) => fits(query, text) !== undefined)
        .sort((a, b) => (fits(query, b) ?? 0) - (fits(query, a) ?? 0));
    const texts = ['sprog til engelsk', 'tempo', 'spring over', 'genoptag øvelsen', 'stop for alt'];
    expect(order('sp', texts).slice(0, 2)).toEqual(['spring over', 'sprog til engelsk']);
    expect(order('so', texts)).toContain('spring over');
    expect(order('gø', texts)).toEqual(['genoptag øvelsen']);
    expect(order('over spring', texts)).toEqual(['spring over']);
  });

  test('every text is found by itself and by the beginning of each of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zæøåé]{1,8}$/), { minLength: 1 }), (parts) => {
        const text = parts.join(' ');
        expect(fits(text, text)).toBeDefined();
        for (const part of parts) expect(fits(part.slice(0, 3), text)).toBeDefined();
      }),
    );
  });
});

test('times that are past', () => {
  const now = 137 * MIN;
  for (const [typed, at] of [
    ['T+2:10', 130],
    ['2:10', 130],
    ['-10m', 127],
    ['−1:30', 47],
    ['- 1t', 77],
    ['10', 127],
    ['-9t', 0],
  ] as const) {
    expect([typed, readPast(typed, now)]).toEqual([typed, at * MIN]);
  }
  expect(readPast('snart', now)).toBeUndefined();
});

describe('filtering', () => {
  test('a list shrinks as one types, says how much, and comes back', async () => {
    const console = open();
    await console.press('2', '/', 'l', 'ø', 's', 'e');
    expect(console.screen()).toMatch(/ \/ løse▏ {3}6 af 36/);
    expect(console.screen()).not.toContain('skærmene er sorte');
    await console.press('down', 'return');
    expect(console.screen()).toMatch(/ \/ løse {3}6 af 36/);
    expect(console.screen()).toContain('2 af 6');
    expect(console.ui().chosen.injects).toEqual({ kind: 'inject', id: 'inj-7' });
    await console.press('escape');
    expect(console.screen()).toContain('7 af 36');
    expect(console.ui().sought?.injects).toBe('');
  });

  test('escape while typing shows all; nothing fits is said; backspace widens', async () => {
    const console = open();
    await console.press('2', '/', 'xyzzy');
    expect(console.screen()).toContain('0 af 36');
    expect(console.screen()).toContain('Ingen rækker passer');
    await console.press('backspace', 'backspace', 'ctrl+u', 'pressen ringer');
    expect(console.screen()).toContain('6 af 36');
    await console.press('escape');
    expect(console.screen()).not.toContain('Ingen rækker');
    expect(console.client.acts).toEqual([]);
  });

  test('words are found in what stands in full below, and acts are on the row that is left', async () => {
    const console = open();
    await console.press('2', '/', 'nummer 14', 'return', 'h');
    expect(console.client.acts).toEqual([{ type: 'inject.hold', inject: 'inj-14' }]);
  });

  test.each(PANELS.filter((panel) => panel !== 'overview'))('%s filters', async (panel) => {
    const console = open(withQuestions());
    await console.press(String(PANELS.indexOf(panel) + 1), '/', 'zzz', 'return');
    expect(console.store.scene().found).toEqual({ panel, refs: [], more: false });
    await console.press('escape');
    expect(console.store.scene().found).toBeUndefined();
  });

  test('news come through the filter', async () => {
    const console = open();
    await console.press('2', '/', 'flunkende', 'return');
    const view = console.client.state().view;
    const row = inject(40, { title: 'Flunkende nyt' });
    console.client.set({ view: { ...view, injects: { ...view['injects'], [row.id]: row } } });
    await console.press('down');
    expect(console.store.scene().found?.refs).toEqual([{ kind: 'inject', id: 'inj-40' }]);
  });

  test('ten thousand rows are filtered again without reading those that are as they were', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => inject(i + 1, { id: `inj-${i + 1}` }));
    let read = 0;
    const watched = rows.map((row) =>
      Object.defineProperty({ ...row }, 'body', {
        enumerable: true,
        get: () => {
          read += 1;
          return row.body;
        },
      }),
    );
    const injects = Object.fromEntries(watched.map((row) => [row.id, row]));
    const console = open({ ...richView(), injects });
    await console.press('2', '/', 'l');
    expect(read).toBeLessThan(1_000);
    expect(console.store.scene().found).toMatchObject({ panel: 'injects', more: true });
    for (let i = 0; i < 30; i += 1) console.pass(67);
    const first = read;
    expect(first).toBeGreaterThanOrEqual(10_000);
    expect(console.store.scene().found?.more).toBe(false);
    await console.press('ø', 's');
    const one = inject(5, { id: 'inj-5', title: 'Løs nyhed' });
    const { view } = console.client.state();
    console.client.set({ view: { ...view, injects: { ...injects, 'inj-5': one } } });
    await console.press('e');
    // Drawing reads the chosen row; the list is not read again.
    expect(read - first).toBeLessThan(200);
    expect(console.store.scene().found?.refs.length).toBe(1_667);
  });
});

describe('the palette', () => {
  test.each([':', 'ctrl+p'])('%s finds an action by its words and does it', async (key) => {
    const console = open();
    await console.press(key, 'genvej som ikke findes');
    expect(console.screen()).toContain('Intet passer');
    await console.press('ctrl+u', 'afslut', 'return');
    expect(console.ui().overlay).toMatchObject({ type: 'form', form: { kind: 'end' } });
    expect(console.client.acts).toEqual([]);
  });

  test('what does not apply is there, with its key and the reason', async () => {
    const console = open();
    await console.press(':', 'start øvelsen');
    expect(console.screen()).toMatch(/s {8}start .*✗ Kun når øvelsen er: ikke begyndt/);
    await console.press('return');
    expect(console.client.acts).toEqual([]);
    expect(console.screen()).toContain('Kun når øvelsen er');
    await console.press(':', 'frigiv plads');
    expect(console.screen()).toContain('✗ Kun på Roller');
  });

  test('Enter on a row goes there, whatever was filtered there', async () => {
    const console = open();
    await console.press('4', '/', 'zzz', 'return', ':', 'tidl varsl');
    await console.press('return');
    expect(console.ui().panel).toBe('tasks');
    expect(console.ui().chosen.tasks).toEqual({ kind: 'task', id: 'early-warning' });
    expect(console.screen()).toContain('Tidlig varsling');
    await console.press(':', 'paavirk', 'ctrl+u', 'losesumnote', 'return');
    expect(console.ui().panel).toBe('injects');
    await console.press('ctrl+p', 'krisestabschef', 'return');
    expect(console.ui().chosen.roles).toEqual({ kind: 'role', id: 'crisis-lead' });
  });

  test('an escape sequence that is pasted is text, and harmless', async () => {
    const console = open();
    await console.press(':', '\x1b[2Jq\x07');
    expect(console.ui().overlay.type).toBe('palette');
    expect(frameOf(console.store.scene())).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
  });
});

/** What stands on the screen as the terminal gets it. */
function frameOf(scene: Scene): string {
  return screenLines(scene)
    .map((line) =>
      padded(line, scene.ui.size.columns)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}

/** A host with a record of a thousand entries, two a minute, that remembers everything. */
function withPast(client: FakeClient): void {
  const row = (seq: number): RecordRow => ({
    seq,
    at: seq * 30_000,
    wall: '2026-09-18T00:10:00.000Z',
    by: { type: 'engine' },
    ...(seq % 3 === 0
      ? { input: { type: 'agenda.due', number: seq } as never }
      : { event: { type: 'item.opened', item: 'inj-9', role: 'it-duty' } as const }),
  });
  const last = 999;
  const page = (before: number, count: number) =>
    Array.from(
      { length: Math.min(count, before) },
      (_, i) => before - Math.min(count, before) + i,
    ).map((seq) => ['record', String(seq), row(seq)] as const);
  client.at = last * 30_000;
  const view = client.state().view;
  const newest = Object.fromEntries(page(last + 1, 200).map(([, key, one]) => [key, one]));
  client.set({ view: { ...view, record: newest } });
  client.replies = (request: Request) => {
    if (request.type === 'entries') {
      const until = request.at === undefined ? last : Math.floor(request.at / 30_000);
      const before = Math.min(request.before, until + 1, last + 1);
      return { type: 'entries', id: 'x', put: page(before, 500) };
    }
    if (request.type !== 'look') throw new Error(request.type);
    const at = Math.min(request.at ?? client.at, client.at);
    const seq = Math.min(last, Math.floor(at / 30_000));
    return looked(request.role, at, seq, page(seq + 1, 200));
  };
}

function looked(
  role: string | undefined,
  at: number,
  seq: number,
  record: readonly (readonly [string, string, object])[],
): Extract<ServerMessage, { type: 'looked' }> {
  const then = richView('paused');
  const put = Object.entries(then)
    .filter(([name]) => name !== 'record')
    .flatMap(([name, rows]) => Object.entries(rows).map(([key, row]) => [name, key, row] as const));
  if (role === undefined) return { type: 'looked', id: 'x', at, seq, put: [...put, ...record] };
  const items = [
    ['items', 'inj-9', itemRow('inj-9', 'Opkald \x1b[31mrødt', {})],
    ['items', 'inj-8', itemRow('inj-8', 'Kvitteret', { opened: 1, acknowledged: 2 })],
  ] as const;
  return { type: 'looked', id: 'x', role, at, seq, put: items };
}

function itemRow(id: string, title: string, more: object) {
  const at = 120 * MIN;
  const base = { id, kind: 'inject', seq: 5, at, from: { name: 'Vagtcentral' }, to: ['it-duty'] };
  return {
    ...base,
    channel: 'phone',
    title,
    body: 'Teksten.',
    facts: [],
    asks: false,
    sent: false,
    ...more,
  };
}

describe('the past', () => {
  test('the whole console shows it, under a band on every panel, and Esc leads back', async () => {
    const console = open();
    withPast(console.client);
    await console.press('z', 'T+2:10', 'return');
    expect(console.client.requests).toEqual([{ type: 'look', at: 130 * MIN }]);
    for (const [i] of PANELS.entries()) {
      await console.press(String(i + 1));
      expect(console.screen()).toContain('FORTID T+02:10:00 #260 – ingen taster ændrer noget');
      expect(console.screen()).toContain('PAUSE');
    }
    await console.press('escape');
    expect(console.screen()).not.toContain('FORTID');
    expect(console.screen()).toContain('I GANG');
  });

  test('a time that is none is asked for again', async () => {
    const console = open();
    withPast(console.client);
    await console.press('z', 'snart', 'return');
    expect(console.ui().overlay.type).toBe('form');
    expect(console.client.requests).toEqual([]);
  });

  test('one steps by entry and by minute, and stops at both ends', async () => {
    const console = open();
    withPast(console.client);
    const at = (): number | undefined => console.ui().past?.at;
    await console.press('z', 'T+0:01', 'return', 'right');
    expect(at()).toBe(90_000);
    await console.press('left', 'left', 'left');
    expect(at()).toBe(0);
    await console.press('left');
    expect(at()).toBe(0);
    expect(console.screen()).toContain('Længere tilbage er der ikke noget');
    await console.press('.', '.', ',');
    expect(at()).toBe(MIN);
    await console.press('z', '-0m', 'return', 'z', 'T+8:19:30', 'return', 'right');
    expect(at()).toBe(999 * 30_000);
    expect(console.screen()).toContain('det er nu');
  });

  test('nothing is done in the past, whatever is pressed', async () => {
    const console = open();
    withPast(console.client);
    // A question that was open already is not carried out on what is no longer so.
    await console.press('z', 'T+2:10', 'return');
    const keys = [...new Set(BINDINGS.flatMap((binding) => binding.keys))];
    for (const panel of PANELS) {
      await console.press(String(PANELS.indexOf(panel) + 1));
      for (const key of keys) {
        await console.press(key);
        // What leads back to the present has done so.
        if (!console.ui().past) await console.press('z', 'T+2:10', 'return');
        await console.press('x', 'return', 'j', 'escape', 'escape', 'escape');
        if (!console.ui().past) await console.press('z', 'T+2:10', 'return');
      }
    }
    expect(console.client.acts).toEqual([]);
    const read = ['look', 'entries'];
    expect(console.client.requests.filter(({ type }) => !read.includes(type))).toEqual([]);
  });

  test('a refusal is told and nothing else happens', async () => {
    const console = open();
    await console.press('z', 'T+2:10', 'return');
    expect(console.ui().past).toBeUndefined();
    expect(console.screen()).toContain('✗ Nej.');
  });
});

describe('a role’s eyes', () => {
  test('its items, read and unread, whose eyes and when; steps and refresh; Esc closes', async () => {
    const console = open();
    withPast(console.client);
    await console.press('3', 'v');
    expect(console.client.requests).toEqual([{ type: 'look', role: 'it-duty' }]);
    const screen = console.screen();
    expect(screen).toContain('Som It-driftsvagt ser det · T+08:19:30 · #999');
    expect(screen).toMatch(/● .*Vagtcentral: Opkald rødt \(ulæst\)/);
    expect(screen).toMatch(/✓ .*Kvitteret \(kvitteret\)/);
    await console.press(',', 'left', 'r');
    expect(console.client.requests.filter(({ type }) => type === 'look').slice(1)).toEqual([
      { type: 'look', role: 'it-duty', at: 998.5 * 30_000 - 45_000 },
      { type: 'look', role: 'it-duty', at: 996 * 30_000 },
      { type: 'look', role: 'it-duty', at: 999 * 30_000 },
    ]);
    await console.press('escape');
    expect(console.ui().overlay.type).toBe('none');
    expect(console.client.acts).toEqual([]);
  });

  test('in the past they are the eyes of then', async () => {
    const console = open();
    withPast(console.client);
    await console.press('z', 'T+2:10', 'return', '3', 'v');
    expect(console.client.requests.at(-1)).toEqual({
      type: 'look',
      role: 'it-duty',
      at: 130 * MIN,
    });
    await console.press('escape');
    expect(console.ui().past?.at).toBe(130 * MIN);
  });
});

describe('entries far back', () => {
  test('by number and by time, from anywhere', async () => {
    const console = open();
    withPast(console.client);
    await console.press('#', '40', 'return');
    expect(console.ui()).toMatchObject({ panel: 'record', chosen: { record: { id: '40' } } });
    await console.press('1', ':', 'T+0:30', 'return');
    // Entry 60 is an act and shows itself by no row: the one before it was the last that did.
    expect(console.ui()).toMatchObject({ panel: 'record', chosen: { record: { id: '59' } } });
    await console.press('#', '4000', 'return');
    expect(console.screen()).toContain('Den hændelse er der ikke');
  });

  test('at the bottom of the list more comes, to the very beginning, and memory stays bounded', async () => {
    const console = open();
    withPast(console.client);
    await console.press('7', 'end', 'end', 'end', 'end');
    expect(console.screen()).toContain('666 af 666');
    expect(console.ui().chosen.record).toEqual({ kind: 'record', id: '1' });
    expect(Object.keys(console.ui().older ?? {}).length).toBeLessThanOrEqual(3_000);
  });
});

describe('keys', () => {
  const statuses = ['planned', 'running', 'paused', 'ended', 'hotwash', 'closed'] as const;
  const scenes = fc
    .record({
      status: fc.constantFrom(...statuses),
      panel: fc.constantFrom(...PANELS),
      at: fc.nat(60),
      past: fc.boolean(),
      words: fc.constantFrom('', 'a', 'zzz'),
      filter: fc.constantFrom('all', 'coming', 'released'),
      columns: fc.constantFrom(60, 80, 200),
    })
    .map(({ status, panel, at, past, words, filter, columns }) => {
      const view = withQuestions(richView(status));
      const console = open(view, columns, 24);
      console.store.press(keyOf(String(PANELS.indexOf(panel) + 1)));
      if (words !== '') for (const key of ['/', words, 'return']) console.store.press(keyOf(key));
      for (let i = 0; i < at; i += 1) console.store.press(keyOf('down'));
      const scene = console.store.scene();
      const then = past ? { past: { at: 0, seq: 0, view } } : {};
      return { ...scene, ui: { ...scene.ui, ...then, filter } };
    });

  test('in no scene a key has two meanings', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const taken = BINDINGS.filter(({ applies }) => applies(scene)).flatMap(({ keys }) => keys);
        expect(taken.filter((key, i) => taken.indexOf(key) !== i)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['da', 'en'] as const)(
    'each has its words in %s, and is in help and palette',
    (lang) => {
      const w = catalogue(lang);
      const scene = open().store.scene();
      const here: Scene = { ...scene, ui: { ...scene.ui, lang } };
      const helped = bindingsByGroup().flatMap(([, bindings]) => bindings);
      for (const binding of BINDINGS) {
        const { action } = binding;
        expect([action, w.actions[action], w.longer[action]].every((text) => text.length > 0)).toBe(
          true,
        );
        expect(helped).toContain(binding);
        if (action === 'palette' || action === 'panel') continue;
        const items = itemsOf(here, w.longer[action].replace(/[−+].*/, ''));
        const offered = items.some(
          (item) => item.type === 'action' && item.binding.action === action,
        );
        expect([action, offered]).toEqual([action, true]);
      }
    },
  );

  test('help begins with what applies on this panel', async () => {
    const console = open();
    await console.press('3', '?');
    const lines = console.screen().split('\n');
    const here = lines.findIndex((line) => line.includes('Her på Roller'));
    const all = lines.findIndex((line) => line.includes('Øvelsens gang'));
    expect(here).toBeGreaterThan(0);
    expect(lines[here + 1]).toMatch(/[a-z/] /);
    expect(all === -1 || all > here).toBe(true);
  });

  test('what is pasted does not answer the question that it raises', async () => {
    const console = open();
    await console.press('nj');
    expect(console.ui().overlay.type).toBe('confirm');
    expect(console.client.acts).toEqual([]);
  });

  test('an act that cannot be taken back is asked about, whoever forgets to', () => {
    const scene = open().store.scene();
    for (const [type, asks] of Object.entries(IRREVERSIBLE)) {
      const step = asked({ type: 'act', input: { type } as never }, scene);
      expect([type, step.type]).toEqual([type, asks ? 'confirm' : 'act']);
    }
  });
});

describe('whatever names and texts hold', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\x1b[2J',
      '\x1b]0;ejet\x07',
      '\x9b31m',
      '\x1b[6n',
      '\u202eabc',
      '\r\nQ\x08\x08',
      '\x1bc',
      '\x90q\x9c',
      '\x1b]52;c;ZWo=\x1b\\',
    ),
  );

  /** The rows with the string in every text that comes from outside. */
  function poisoned<T>(value: T, text: string, key = ''): T {
    const texts =
      /^(title|name|organisationName|body|text|question|notes|reason|pseudonym|note|by|da|en)$/;
    if (typeof value === 'string') return (texts.test(key) ? `x${text}y` : value) as T;
    if (Array.isArray(value)) return value.map((part) => poisoned(part as unknown, text, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    const rows = Object.entries(value).map(([name, part]) => [
      name,
      poisoned(part as unknown, text, name),
    ]);
    return Object.fromEntries(rows) as T;
  }

  test('no frame of any panel holds a control character', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(60, 80, 120, 200), async (text, columns) => {
        const console = open(poisoned(withQuestions(), text), columns, 30);
        const safe = (): void => {
          expect(frameOf(console.store.scene())).not.toMatch(
            /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
          );
        };
        for (const panel of PANELS) {
          await console.press(String(PANELS.indexOf(panel) + 1));
          safe();
          await console.press('/', text, 'return');
          safe();
          await console.press('escape', 'return');
          safe();
          await console.press('escape', ':', text);
          safe();
          await console.press('escape', '?');
          safe();
          await console.press('escape');
        }
        withPast(console.client);
        await console.press('3', 'v');
        safe();
        await console.press('escape', 'z', 'T+2:10', 'return');
        safe();
      }),
      { numRuns: 25 },
    );
  });
});

describe('in plain lines', () => {
  async function said(...orders: string[]): Promise<{ client: FakeClient; text: string }> {
    const client = controlClient();
    withPast(client);
    const lines: string[] = [];
    const take = clerk({ client, lang: 'da', write: (line) => lines.push(line), status: () => [] });
    for (const order of orders) await take(order);
    return { client, text: lines.join('\n') };
  }

  test('find, goto, rolle and fortid', async () => {
    expect((await said('find løsesum')).text).toMatch(/rækker passer:\nDrejebog \d+\. /);
    expect((await said('goto 40')).text).toMatch(/40\. T\+00:20:00 /);
    expect((await said('goto T+0:30')).text).toMatch(/59\. T\+00:29:30 /);
    expect((await said('goto 5000')).text).toContain('er der ikke i journalen');
    expect((await said('rolle it-duty')).text).toMatch(/Som It-driftsvagt ser det.*\n.*ulæst/s);
    expect((await said('rolle ukendt')).text).toContain('ukendt');
    expect((await said('fortid snart')).text).toContain('Skriv et tidspunkt');
    expect((await said('hjælp')).text).toContain('fortid T+2:10');
  });

  test('in the past nothing is done, until one is back', async () => {
    const { client, text } = await said('fortid T+2:10', 'pause', 'nu', 'pause');
    expect(text).toContain('FORTID T+02:10:00');
    expect(text).toContain('kan intet ændres');
    expect(client.acts).toEqual([{ type: 'exercise.pause' }]);
  });
});
