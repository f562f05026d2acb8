/** Codes and links for participants, and freeing a chair: on the console and in the line console. */
import { describe, expect, test } from 'vitest';
import type { Invitation } from '../../engine/runtime/protocol.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import type { Key } from '../../facilitator-ui/key.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore } from '../../facilitator-ui/store.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { controlClient, handTimer, richView, settled, type FakeClient } from './support.ts';

const SPECIAL = /^(up|down|return|escape|ctrl\+s)$/;
const keyOf = (name: string): Key => ({ name, text: SPECIAL.test(name) ? '' : name });
const linkOf = (token: string): string => `http://192.168.1.20:4270/#t=${token}`;
const CODE = /[0-9A-Z]{3}-[0-9A-Z]{3}/;

/** The view's own roles and organisations, and what the host would say of them. */
function invited(): readonly Invitation[] {
  const { roles } = richView();
  const players = Object.values(roles).filter(({ simulated }) => !simulated);
  const organisations = [...new Set(players.map(({ organisation }) => organisation))];
  const scopes = [
    {},
    ...organisations.map((organisation) => ({ organisation })),
    ...players.map(({ id }) => ({ role: id })),
  ];
  return scopes.map((scope, i) => ({
    ...scope,
    token: `${'t'.repeat(40)}${String(i).padStart(3, '0')}`,
    code: `K7M-${String(i).padStart(3, '0')}`,
  }));
}

const people = [
  { id: 'seat-1', role: 'it-duty', pseudonym: 'Falken', bot: false, at: 1 },
  { id: 'seat-2', role: 'it-duty', pseudonym: 'Ørnen', bot: false, at: 2 },
  { id: 'seat-3', role: 'ciso', pseudonym: 'P3', bot: false, at: 3 },
  { id: 'bot:press', role: 'press', pseudonym: 'bot', bot: true, at: 4 },
];

type Host = {
  -readonly [K in keyof FakeClient]: FakeClient[K];
} & { readonly freed: string[]; refuse: boolean; invited: number };

/** A client whose host has these people, and remembers whom it was asked to free. */
function host(): Host {
  const seats = Object.fromEntries(people.map((seat) => [seat.id, seat]));
  const reason = { da: 'Det kan ikke gøres.', en: 'That cannot be done.' };
  const client: Host = Object.assign(controlClient({ ...richView(), seats }), {
    freed: [],
    refuse: false,
    invited: 0,
  });
  client.free = (seat) => {
    client.freed.push(seat);
    return Promise.resolve(
      client.refuse ? { type: 'refused', code: 'not-allowed', reason } : { type: 'done', seq: 9 },
    );
  };
  client.invite = () => {
    client.invited += 1;
    return Promise.resolve({ type: 'invitations', id: 'x', rows: invited() });
  };
  return client;
}

function open(size = { columns: 80, rows: 24 }, lang: 'da' | 'en' = 'da', links = true) {
  const client = host();
  const timer = handTimer();
  const left = (): void => undefined;
  const more = links ? { linkOf } : {};
  const store = createStore({ client, lang, size, left, after: timer.after, ...more });
  const lines = (): readonly string[] =>
    screenLines(store.scene()).map((line) => line.map(({ text }) => text).join(''));
  return {
    client,
    store,
    timer,
    lines,
    screen: () => lines().join('\n'),
    press: async (...keys: string[]) => {
      for (const key of keys) {
        store.press(keyOf(key));
        await settled();
      }
    },
    /** Chooses a role of the panel. */
    choose: async (role: string) => {
      store.press(keyOf('3'));
      const at = Object.keys(richView().roles).indexOf(role);
      for (let i = 0; i < at; i += 1) store.press(keyOf('down'));
      await settled();
    },
  };
}

describe('codes on the console', () => {
  test('nothing is asked of the host, and no code shown, before the warning is answered', async () => {
    const { press, screen, client } = open();
    await press('3');
    expect(screen()).toContain('k koder');
    await press('k');
    expect(screen()).toContain('Vis koder til øvelsestagerne?');
    expect(screen()).toContain('projektor');
    expect(screen()).not.toMatch(CODE);
    await press('n');
    expect(client.invited).toBe(0);
    expect(screen()).not.toMatch(CODE);
    await press('k', 'j');
    expect(client.invited).toBe(1);
    expect(screen()).toMatch(CODE);
  });

  test('each code stands beside its name, the roles under their organisation', async () => {
    const { press, lines } = open({ columns: 120, rows: 60 });
    await press('3', 'k', 'j');
    const shown = lines().filter((line) => CODE.test(line));
    expect(shown).toHaveLength(invited().length);
    expect(shown[0]).toMatch(/^ K7M-000 {2}Alle øvelsestagere/);
    const { roles } = richView();
    let above = '';
    for (const line of shown.slice(1)) {
      const name = line.slice(10).trim();
      const role = Object.values(roles).find(
        (row) => line.startsWith('   ', 8) && JSON.stringify(row.name).includes(name),
      );
      if (role) expect(JSON.stringify(role.organisationName)).toContain(above);
      else above = name;
    }
    expect(above).not.toBe('');
  });

  test('links come on demand and whole, and go again', async () => {
    const { press, lines, screen } = open({ columns: 60, rows: 60 });
    await press('3', 'k', 'j');
    expect(screen()).not.toContain('http');
    expect(screen()).toContain('l links');
    await press('l');
    const bare = lines()
      .map((line) => line.trim())
      .join('');
    for (const { token } of invited().slice(0, 3)) expect(bare).toContain(linkOf(token));
    await press('l');
    expect(screen()).not.toContain('http');
  });

  test('without an address there are codes and no links', async () => {
    const { press, screen } = open({ columns: 80, rows: 40 }, 'en', false);
    await press('3', 'k', 'y');
    expect(screen()).toMatch(CODE);
    expect(screen()).not.toContain('l links');
    await press('l');
    expect(screen()).not.toContain('http');
  });

  test.each(['escape', 'return', 'x', '3'])('%s hides them', async (key) => {
    const { press, screen } = open();
    await press('3', 'k', 'j', key);
    expect(screen()).not.toMatch(CODE);
  });

  test('they hide by themselves a minute after the last key', async () => {
    const { press, screen, timer } = open();
    await press('3', 'k', 'j');
    timer.pass(50_000);
    await press('down');
    timer.pass(59_000);
    expect(screen()).toMatch(CODE);
    timer.pass(2_000);
    expect(screen()).not.toMatch(CODE);
  });

  test('codes that arrive while something is being written do not come over it', async () => {
    const { press, screen, client, store } = open();
    let arrive: () => void = () => undefined;
    client.invite = () =>
      new Promise((resolve) => {
        arrive = () => resolve({ type: 'invitations', id: 'x', rows: invited() });
      });
    await press('3', 'k', 'j', 'o');
    arrive();
    await settled();
    expect(store.scene().ui.overlay.type).toBe('form');
    expect(screen()).not.toMatch(CODE);
  });

  test('whatever the window, no line is wider and the rest can be scrolled to', async () => {
    for (const columns of [60, 80, 120, 200]) {
      const { press, lines, screen } = open({ columns, rows: 16 }, 'en');
      await press('3', 'k', 'y', 'l');
      for (let i = 0; i < 80; i += 1) await press('down');
      // The head is cut by the terminal.
      const body = lines().slice(4);
      expect(body.filter((line) => widthOf(line) > columns)).toEqual([]);
      expect(screen()).toContain(invited().at(-1)!.code);
    }
  });
});

describe('freeing a chair on the console', () => {
  test('the only one: what happens is said first, and no is no', async () => {
    const { choose, press, screen, client } = open();
    await choose('ciso');
    expect(screen()).toContain('f frigiv plads');
    await press('f');
    expect(screen()).toMatch(/P3 mister sin plads som Informationssikkerhedskoordinator/);
    expect(screen()).toContain('vist ud');
    expect(screen()).toContain('Kan ikke fortrydes.');
    await press('n');
    expect(client.freed).toEqual([]);
    await press('f', 'j');
    expect(client.freed).toEqual(['seat-3']);
    expect(screen()).toContain('✓ Udført.');
  });

  test('of several, the one that is chosen', async () => {
    const { choose, press, screen, client } = open();
    await choose('it-duty');
    await press('f');
    expect(screen()).toContain('Falken');
    await press('down', 'ctrl+s');
    expect(screen()).toMatch(/Ørnen mister sin plads/);
    await press('j');
    expect(client.freed).toEqual(['seat-2']);
  });

  test('the host’s refusal is shown', async () => {
    const { choose, press, screen, client } = open(undefined, 'en');
    client.refuse = true;
    await choose('ciso');
    await press('f', 'y');
    expect(screen()).toContain('That cannot be done.');
  });

  test('a chair that was left meanwhile cannot be chosen any more', async () => {
    const { choose, press, screen, client } = open();
    await choose('it-duty');
    await press('f');
    client.set({ view: { ...client.state().view, seats: {} } });
    await press('ctrl+s');
    expect(screen()).toContain('Den plads er der ikke mere.');
    expect(client.freed).toEqual([]);
  });

  test.each(['press', 'municipal'])(
    'in %s nobody has a chair: the key does nothing',
    async (role) => {
      const { choose, press, screen, client, store } = open();
      await choose(role);
      expect(screen()).not.toContain('f frigiv plads');
      await press('f');
      expect(store.scene().ui.overlay.type).toBe('none');
      expect(client.freed).toEqual([]);
    },
  );
});

describe('as lines', () => {
  function office(lang: 'da' | 'en' = 'da') {
    const client = host();
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const take = clerk({ client, lang, write, status: () => [], linkOf });
    const type = async (...typed: string[]): Promise<string> => {
      for (const line of typed) await take(line);
      return lines.splice(0).join('\n');
    };
    return { client, type };
  }

  test('codes after a yes, links when they are asked for', async () => {
    const { client, type } = office();
    expect(await type('invitationer')).toMatch(/projektor[^]*Skriv ja/);
    expect(await type('nej')).toBe('Intet er gjort.');
    expect(client.invited).toBe(0);
    const codes = await type('invitationer', 'ja');
    expect(codes).toContain('K7M-000  Alle øvelsestagere');
    expect(codes).not.toContain('http');
    const last = invited().at(-1)!;
    const links = await type('invitationer link', 'ja');
    const line = links.split('\n').find((each) => each.startsWith(last.code));
    expect(line).toContain(`: ${linkOf(last.token)}`);
    const { type: english } = office('en');
    expect(await english('invitations', 'yes')).toContain('K7M-000  All players');
  });

  test('a chair is freed by role, and by pseudonym where there are several', async () => {
    const { client, type } = office();
    expect(await type('frigiv it-duty')).toBe('Skriv også, hvis plads det er: Falken, Ørnen.');
    expect(await type('frigiv it-duty Uglen')).toContain('Falken, Ørnen');
    expect(await type('frigiv press')).toBe('Ingen øvelsestager sidder i den rolle.');
    expect(await type('frigiv ingen')).toContain('»ingen«');
    expect(await type('frigiv')).not.toContain('Skriv ja');
    expect(await type('frigiv it-duty ørnen')).toMatch(/Ørnen mister[^]*Skriv ja/);
    expect(client.freed).toEqual([]);
    expect(await type('ja')).toBe('✓ Udført.');
    expect(await type('free ciso', 'ja')).toContain('✓ Udført.');
    expect(client.freed).toEqual(['seat-2', 'seat-3']);
  });

  test('a refusal is said', async () => {
    const { client, type } = office('en');
    client.refuse = true;
    expect(await type('free ciso', 'yes')).toContain('✗ Refused: That cannot be done.');
  });
});
