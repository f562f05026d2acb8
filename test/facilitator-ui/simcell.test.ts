/** The SimCell's desk: what waits for an answer, answering, calls, and who plays whom. */
import { describe, expect, test } from 'vitest';
import type { ControlView, MessageRow, Put } from '../../engine/exercise/rows.ts';
import { putInPlace } from '../../engine/runtime/collections.ts';
import { attention } from '../../facilitator-ui/attention.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { inboxOf } from '../../facilitator-ui/inbox.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { openConsole, type Console } from './console.ts';
import { controlClient, inject, MIN, richView } from './support.ts';

function message(
  id: string,
  seq: number,
  minute: number,
  change: Partial<MessageRow> = {},
): MessageRow {
  return {
    id,
    seq,
    at: minute * MIN,
    from: { role: 'press', name: 'Pressemedarbejder' },
    to: ['media'],
    channel: 'message',
    title: `Emne ${seq}`,
    body: `Tekst ${seq}`,
    marking: 'TLP:AMBER',
    facts: [],
    asks: false,
    opened: [],
    simulated: false,
    ...change,
  };
}

const simulated = (id: string, seq: number, minute: number, change: Partial<MessageRow>) =>
  message(id, seq, minute, {
    from: { role: 'media', name: 'Journalist' },
    to: ['press'],
    simulated: true,
    ...change,
  });

/** msg.1 is the rich view's own: crisis-lead to authority, 131 minutes in. */
function desk(change: Partial<ControlView> = {}): ControlView {
  const view = richView();
  const { authority, media } = view.roles;
  if (!authority || !media) throw new Error('the rich view has changed');
  return {
    ...view,
    roles: {
      ...view.roles,
      authority: { ...authority, playedBy: 'F2' },
      media: { ...media, playedBy: 'F1' },
    },
    staff: {
      F1: { id: 'F1', kind: 'lead' },
      F2: { id: 'F2', kind: 'controller', lane: ['it'] },
      F3: { id: 'F3', kind: 'evaluator' },
    },
    messages: {
      ...view.messages,
      'msg.2': message('msg.2', 41, 133),
      'msg.3': message('msg.3', 42, 134, { to: [], outside: 'Jydske Tidende' }),
    },
    bank: {
      wait: {
        id: 'wait',
        title: 'Vi vender tilbage',
        body: 'Styrelsen vender tilbage inden klokken fem.',
        from: { role: 'authority', name: 'Styrelsen for Samfundssikkerhed' },
        channel: 'phone',
        facts: ['encrypted'],
        to: [],
      },
      quote: {
        id: 'quote',
        title: 'Vi bringer historien nu',
        body: 'Deadline er overskredet.',
        from: { name: 'Jydske Tidende' },
        channel: 'email',
        facts: [],
        to: [],
      },
    },
    ...change,
  };
}

function open(view = desk(), size = { columns: 120, rows: 40 }, lang: 'da' | 'en' = 'da'): Console {
  const client = controlClient(view);
  client.set({ staff: 'F1' });
  return openConsole(client, { ...size, lang });
}

const waiting = (view: ControlView): readonly string[] =>
  inboxOf(view).waiting.map((post) => post.message.id);

describe('what waits', () => {
  test('messages to simulated roles and to outsiders, the oldest first', () => {
    expect(waiting(desk())).toEqual(['msg.1', 'msg.2', 'msg.3']);
    expect(inboxOf(desk()).answered).toEqual([]);
  });

  test.each<[string, Partial<ControlView>]>([
    [
      'an answer that says so',
      { messages: { ...desk().messages, r: simulated('r', 50, 135, { replyTo: 'msg.2' }) } },
    ],
    [
      'a word to the one who asked',
      { messages: { ...desk().messages, r: simulated('r', 50, 135, {}) } },
    ],
    [
      'a call with the one who asked',
      {
        calls: {
          'call.1': {
            ...{ id: 'call.1', at: 135 * MIN, from: 'media', with: ['press'] },
            ...{ text: 'Talt', facts: [], by: 'F1' },
          },
        },
      },
    ],
    [
      'that none is due',
      {
        notes: {
          'note.1': {
            id: 'note.1',
            entry: 41,
            kind: 'handled',
            text: 'Nej',
            at: 135 * MIN,
            by: 'F1',
          },
        },
      },
    ],
  ])('ends by %s', (_, change) => {
    expect(waiting(desk(change))).toEqual(['msg.1', 'msg.3']);
  });

  test.each<[string, Partial<ControlView>]>([
    [
      'an answer to another message',
      { messages: { ...desk().messages, r: simulated('r', 50, 135, { replyTo: 'msg.9' }) } },
    ],
    ['a word from before', { messages: { ...desk().messages, r: simulated('r', 39, 130, {}) } }],
    [
      'another simulated role',
      {
        messages: {
          ...desk().messages,
          r: simulated('r', 50, 135, { from: { role: 'authority', name: 'S' }, replyTo: 'msg.2' }),
        },
      },
    ],
    [
      'a bookmark at it',
      {
        notes: {
          'note.1': {
            id: 'note.1',
            entry: 41,
            kind: 'bookmark',
            text: 'Se',
            at: 135 * MIN,
            by: 'F1',
          },
        },
      },
    ],
  ])('does not end by %s', (_, change) => {
    expect(waiting(desk(change))).toContain('msg.2');
  });

  test('an outsider has answered when the inject says so', () => {
    const written = inject(40, {
      ...{ trigger: 'adhoc', status: 'released', releasedAt: 135 * MIN, to: ['press'] },
      ...{ from: { name: 'Jydske Tidende' }, replyTo: 'msg.3' },
    });
    expect(waiting(desk({ injects: { ...desk().injects, [written.id]: written } }))).toEqual([
      'msg.1',
      'msg.2',
    ]);
  });

  test('each of two simulated roles owes its own answer', () => {
    const both = message('msg.2', 41, 133, { to: ['media', 'authority'] });
    const view = desk({
      messages: { both, r: simulated('r', 50, 135, { replyTo: 'msg.2' }) },
    });
    expect(inboxOf(view).waiting.map(({ waits }) => waits)).toEqual([['authority']]);
  });

  test('it calls for attention, but not where a bot plays', () => {
    const kinds = (view: ControlView) =>
      attention(view).flatMap(({ kind, ref }) =>
        ref.kind === 'message' ? [`${kind} ${ref.id}`] : [],
      );
    expect(kinds(desk())).toEqual(['simulated msg.1', 'simulated msg.2', 'outside msg.3']);
    const { media } = desk().roles;
    if (!media) throw new Error('no media');
    const roles = { ...desk().roles, media: { ...media, playedBy: 'bot' } };
    expect(kinds(desk({ roles }))).toEqual(['simulated msg.1', 'outside msg.3']);
  });
});

describe('rows that change where they stand', () => {
  /** As a client of the process does it: the collections stay the objects they were. */
  const after = (view: ControlView, ...puts: Put[]): ControlView =>
    putInPlace(view, puts) as unknown as ControlView;
  const own = (): ControlView => {
    const view = desk();
    const { messages, notes, calls, roles, injects } = view;
    return {
      ...view,
      ...{ messages: { ...messages }, notes: { ...notes }, calls: { ...calls } },
      ...{ roles: { ...roles }, injects: { ...injects } },
    };
  };
  const alerts = (view: ControlView): readonly string[] =>
    attention(view).flatMap(({ kind, ref }) => (kind === 'simulated' ? [ref.id] : []));

  test.each<[string, Put]>([
    ['messages', ['messages', 'r', simulated('r', 50, 135, { replyTo: 'msg.2' })]],
    [
      'calls',
      [
        'calls',
        'c',
        { id: 'c', at: 135 * MIN, from: 'media', with: ['press'], text: 'Talt', facts: [] },
      ],
    ],
    [
      'notes',
      ['notes', 'n', { id: 'n', at: 135 * MIN, by: 'F1', entry: 41, kind: 'handled', text: 'Nej' }],
    ],
  ])('%s: the inbox and what calls for control see it', (collection, put) => {
    const view = own();
    expect(waiting(view)).toContain('msg.2');
    expect(alerts(view)).toContain('msg.2');
    const next = after(view, put);
    expect(next[collection as 'notes']).toBe(view[collection as 'notes']);
    expect(waiting(next)).not.toContain('msg.2');
    expect(alerts(next)).not.toContain('msg.2');
  });

  test('roles: a bot that takes over answers for itself', () => {
    const view = own();
    expect(alerts(view)).toContain('msg.1');
    const next = after(view, [
      'roles',
      'authority',
      { ...view.roles['authority']!, playedBy: 'bot' },
    ]);
    expect(next.roles).toBe(view.roles);
    expect(alerts(next)).not.toContain('msg.1');
  });
});

describe('the inbox', () => {
  test('f shows who waits for whom and for how long, then one’s own, then all again', async () => {
    const console = open();
    await console.press('6', 'f');
    expect(console.screen()).toContain('indspilscellens indbakke: 3 venter på svar');
    expect(console.screen()).toMatch(/○ 6m +Krisestabschef +Styrelsen.* F2 +\? Hvad gør I\?/);
    expect(console.screen()).toMatch(/○ 3m +Pressemedarbejder +Jydske Tidende/);
    await console.press('f');
    expect(console.screen()).toContain('min indbakke: 2 venter på svar');
    expect(console.screen()).not.toContain('Hvad gør I?');
    await console.press('1', '6');
    expect(console.screen()).toContain('min indbakke');
    await console.press('f');
    expect(console.screen()).toContain('alle beskeder og samtaler');
  });

  test('the answered come after, with what was answered; calls among them', async () => {
    const facts = ['encrypted'];
    const call = {
      id: 'call.1',
      at: 136 * MIN,
      from: 'authority',
      with: ['ciso'],
      facts,
      by: 'F2',
    };
    const console = open(
      desk({
        messages: {
          ...desk().messages,
          r: simulated('r', 50, 135, { replyTo: 'msg.2', body: 'Nu!' }),
        },
        calls: { 'call.1': { ...call, text: 'Vi sender en mand' } },
      }),
    );
    await console.press('6', 'f');
    expect(console.screen()).toMatch(/○ 3m[^]*☎ samtale +◇ Styrelsen[^]*✓ besvaret +Presse/);
    await console.press('end');
    expect(console.screen()).toMatch(/Svar +T\+02:15 Journalist: Nu!/);
    await console.press('up');
    expect(console.screen()).toContain('Oplysningerne er kendt af dem, der var med, fra nu af.');
  });

  test('from the overview one comes to the message in the inbox', async () => {
    const console = open();
    await console.press('return');
    expect(console.store.scene().ui).toMatchObject({ panel: 'messages', mail: 'inbox' });
    expect(console.screen()).toMatch(/› ○ 6m +Krisestabschef/);
  });

  test.each([
    [80, 24],
    [120, 40],
    [200, 60],
  ])('fits in %i×%i, in both languages', async (columns, rows) => {
    for (const lang of ['da', 'en'] as const) {
      const console = open(desk(), { columns, rows }, lang);
      for (const keys of [['6', 'f'], ['a'], ['escape', 'C'], ['escape', 'u'], ['escape', 'x']]) {
        await console.press(...keys);
        const lines = console.screen().split('\n');
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});

describe('answering', () => {
  test('a prepared answer is found by a few letters, fills the form, and is told of', async () => {
    const console = open();
    await console.press('6', 'f', 'a');
    expect(console.screen()).toContain('Svar som Styrelsen for Samfundssikkerhed');
    await console.type('vndr');
    expect(console.screen()).toContain('Styrelsen vender tilbage inden klokken fem.');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.send',
        from: 'authority',
        to: ['crisis-lead'],
        title: 'Sv: Hvad gør I?',
        body: 'Styrelsen vender tilbage inden klokken fem.',
        facts: ['encrypted'],
        replyTo: 'msg.1',
        prepared: 'wait',
      },
    ]);
  });

  test('how sure the role is goes along, where something is told', async () => {
    const console = open();
    await console.press('6', 'f', 'a');
    await console.type('vndr');
    // On from what is prepared, past the text and the facts.
    await console.press('tab', 'tab', 'tab');
    expect(console.screen()).toContain('› Hvor sikkert ');
    await console.press('down', 'down');
    expect(console.screen()).toContain('(•) sandsynligt');
    await console.press('ctrl+s');
    expect(console.client.acts).toMatchObject([
      { facts: ['encrypted'], certainty: { encrypted: 'likely' } },
    ]);
  });

  test('what one has written by hand stays when a prepared text is looked at', async () => {
    const console = open();
    await console.press('6', 'f', 'a', 'return');
    await console.type('Mit eget');
    await console.press('shift+tab', 'down');
    expect(console.screen()).toContain('(•) Vi vender tilbage');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.send',
        from: 'authority',
        to: ['crisis-lead'],
        title: 'Sv: Hvad gør I?',
        body: 'Mit eget',
        replyTo: 'msg.1',
        prepared: 'wait',
      },
    ]);
  });

  test('somebody outside answers by an inject, with what is prepared for them first', async () => {
    const console = open();
    await console.press('6', 'f', 'end', 'a');
    expect(console.screen()).toContain('Svar som Jydske Tidende');
    await console.press('down', 'ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'inject.write',
        to: ['press'],
        from: 'Jydske Tidende',
        channel: 'email',
        title: 'Sv: Emne 42',
        body: 'Deadline er overskredet.',
        replyTo: 'msg.3',
        prepared: 'quote',
      },
    ]);
  });

  test('x says that none is due; nothing is sent by the key alone', async () => {
    const console = open();
    await console.press('6', 'f', 'x');
    expect(console.client.acts).toEqual([]);
    await console.press('return');
    expect(console.client.acts).toEqual([
      { type: 'record.note', entry: 40, kind: 'handled', text: 'Kræver intet svar' },
    ]);
  });

  test('C notes a call with the one who waits; the hint says that the facts are known', async () => {
    const console = open();
    await console.press('6', 'f', 'C');
    expect(console.screen()).toContain('Alle i samtalen kender de oplysninger');
    await console.type('Vi kommer.');
    await console.press('tab', ' ', 'ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.call',
        from: 'authority',
        with: ['crisis-lead'],
        text: 'Vi kommer.',
        facts: ['encrypted'],
      },
    ]);
  });

  test('u hands the role to who conducts, or to a bot; never to an evaluator', async () => {
    const console = open();
    await console.press('6', 'f', 'u');
    expect(console.screen()).toContain('F1 (dig)');
    expect(console.screen()).not.toContain('F3');
    await console.type('robot');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([{ type: 'simcell.play', role: 'authority', by: 'bot' }]);
  });

  test('u on the roles panel only where the role is simulated', async () => {
    const console = open();
    await console.press('3', 'u');
    expect(console.store.scene().ui.overlay.type).toBe('none');
    await console.press('end', 'u', 'ctrl+s');
    expect(console.client.acts).toEqual([{ type: 'simcell.play', role: 'media', by: 'F1' }]);
  });
});

describe('in plain lines', () => {
  function office(lang: 'da' | 'en') {
    const client = controlClient(desk());
    client.set({ staff: 'F1' });
    const lines: string[] = [];
    const take = clerk({ client, lang, write: (line) => lines.push(line), status: () => [] });
    return { client, lines, take };
  }
  const sent = { type: 'simcell.send', from: 'authority', to: ['crisis-lead'], replyTo: 'msg.1' };

  test.each([
    ['da', 'besvar b1 Vi kommer', { ...sent, title: 'Sv: Hvad gør I?', body: 'Vi kommer' }],
    ['en', 'answer m1 as Styrelsen Coming', { ...sent, title: 'Re: Hvad gør I?', body: 'Coming' }],
    [
      'da',
      'besvar b1 f1',
      {
        ...sent,
        title: 'Sv: Hvad gør I?',
        body: 'Styrelsen vender tilbage inden klokken fem.',
        facts: ['encrypted'],
        prepared: 'wait',
      },
    ],
    [
      'da',
      'besvar b1 +1~ Det ser sådan ud',
      {
        ...sent,
        title: 'Sv: Hvad gør I?',
        body: 'Det ser sådan ud',
        facts: ['encrypted'],
        certainty: { encrypted: 'likely' },
      },
    ],
    [
      'da',
      'samtale journalist press,ciso +1 Vi ringer igen',
      {
        type: 'simcell.call',
        from: 'media',
        with: ['press', 'ciso'],
        text: 'Vi ringer igen',
        facts: ['encrypted'],
      },
    ],
    ['da', 'spil journalist robot', { type: 'simcell.play', role: 'media', by: 'bot' }],
    ['en', 'play media f2', { type: 'simcell.play', role: 'media', by: 'F2' }],
    [
      'en',
      'settle m2',
      { type: 'record.note', entry: 41, kind: 'handled', text: 'Needs no answer' },
    ],
  ] as const)('%s: %s', async (lang, line, input) => {
    const o = office(lang);
    await o.take(line);
    expect(o.client.acts).toEqual([input]);
  });

  test.each([
    ['besvar b1 som Journalist Ja', 'Styrelsen for Samfundssikkerhed'],
    ['besvar b1 f9', '»f9«'],
    ['besvar b1', 'Der mangler noget'],
    ['spil journalist F3', 'F1, F2, robot'],
    ['samtale press media Hej', '✓'],
    ['intetsvar b9', '»b9«'],
  ])('%s', async (line, said) => {
    const o = office('da');
    await o.take(line);
    expect(o.lines.join('\n')).toContain(said);
  });

  test('lists: the inbox, what is prepared, the facts; the help tells of it', async () => {
    const o = office('da');
    await o.take('indbakke');
    expect(o.lines[0]).toMatch(/^b1\. ○ 6m · Krisestabschef · Styrelsen.* · F2 · \? Hvad gør I\?/);
    await o.take('indbakke min');
    expect(o.lines[3]).toMatch(/^b2\./);
    await o.take('forberedte');
    expect(o.lines.join('\n')).toContain('f1. Vi vender tilbage · Styrelsen');
    await o.take('oplysninger');
    expect(o.lines.at(-1)).toBe('1. Filserveren er krypteret · It-driftsvagt');
    await o.take('hjælp');
    expect(o.lines.join('\n')).toContain('samtale <simuleret rolle>');
  });
});
