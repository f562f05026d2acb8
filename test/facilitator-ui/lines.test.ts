/** The terminal participant: what is printed unasked, and what typed words become. */
import { describe, expect, test } from 'vitest';
import type { LobbyRole } from '../../engine/runtime/protocol.ts';
import { attached } from '../../facilitator-ui/lines/argument.ts';
import { readCommand, VERBS } from '../../facilitator-ui/lines/command.ts';
import { item, role, roleView, seated, session, task } from './seat.ts';
import { exerciseRow, fakeClient, MIN } from './support.ts';

describe('words', () => {
  test('every command has words in both languages, and none is shared', () => {
    const all = Object.values(VERBS).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const words of Object.values(VERBS)) expect(words.length).toBeGreaterThan(1);
  });
  test.each([
    ['åbn 3', 'open', '3'],
    ['AABN 3', 'open', '3'],
    ['svar 3  to ord ', 'reply', '3  to ord'],
    ['svar-runde 1 ja', 'hotwash', '1 ja'],
    ['?', 'help', ''],
  ])('%s', (line, verb, rest) => expect(readCommand(line)).toEqual({ verb, rest }));
  test('anything else is unknown', () => expect(readCommand('sabotér alt')).toBeUndefined());
  test('facts are attached by number', () => {
    const sure = new Map();
    expect(attached('+1 +12 teksten +3')).toEqual({ facts: [1, 12], sure, rest: 'teksten +3' });
  });
  test('a sign after the number says how sure one is', () => {
    expect(attached('+1? +2 +3! +4~ teksten')).toEqual({
      facts: [1, 2, 3, 4],
      sure: new Map([
        [1, 'possible'],
        [3, 'confirmed'],
        [4, 'likely'],
      ]),
      rest: 'teksten',
    });
    expect(attached('+1?? teksten')).toEqual({ facts: [], sure: new Map(), rest: '+1?? teksten' });
  });
});

describe('the lobby', () => {
  const lobbyRole = (id: string, name: string, taken: number): LobbyRole => ({
    ...role(id, name),
    taken,
    seats: 1,
    chairs: [],
  });
  const lobby = {
    type: 'lobby',
    exercise: exerciseRow('planned'),
    roles: [lobbyRole('manager', 'It-chef', 1), lobbyRole('duty', 'It-driftsvagt', 0)],
  } as const;

  test('lists the seats and takes one, with or without a name', async () => {
    const s = session(fakeClient({ lobby }));
    await s.type('plads 2 Åse Sørensen');
    expect(s.printed()).toContain('1. It-chef, IT-Fælles Syd (optaget)');
    expect(s.printed()).toContain('2. It-driftsvagt, IT-Fælles Syd (1 ledig plads)');
    expect(s.client.takes).toEqual([{ role: 'duty', name: 'Åse Sørensen' }]);
  });

  test('says that a real incident has stopped the exercise, and nothing of the story', async () => {
    const exercise = {
      ...exerciseRow('paused'),
      hold: 'real',
      reason: 'Brand \x1b[2Ji kælderen',
      contentWarning: 'Øvelsen handler om brand.',
    } as const;
    const s = session(fakeClient({ lobby: { ...lobby, exercise } }));
    await s.type('');
    expect(s.printed()).toContain('‼ REEL HÆNDELSE – øvelsen er standset. Brug de rigtige kanaler');
    expect(s.printed()).toContain('genoptages. Brand i kælderen');
    expect(s.printed()).not.toContain('Øvelsen handler om brand.');
    s.client.set({ lobby: { ...lobby, exercise: { ...exercise, hold: 'discussion' } } });
    await s.type('');
    expect(s.printed()).toContain('Pause til drøftelse.');
    expect(s.printed()).toContain('Øvelsen handler om brand.');
  });

  test('nothing else can be done without a seat', async () => {
    const s = session(fakeClient({ lobby }));
    await s.type('opgaver');
    expect(s.printed()).toContain('Tag først en plads.');
    expect(s.client.acts).toEqual([]);
  });
});

describe('arriving', () => {
  test('says who one is, what time it is, and what lies on the desk', async () => {
    const s = seated();
    await s.type('');
    for (const words of [
      'ØVELSE ØVELSE ØVELSE  TLP:AMBER  Fællesdrift nede',
      'Øvelsen er i gang.',
      'Du er It-driftsvagt, IT-Fælles Syd.',
      'Du har vagten.',
      '[1] T+00:01 telefon · Vagtcentral: Opkald 1 (ulæst)',
      '[1] Tidlig varsling – ingen har den · senest T+01:00',
      '[1] Skal nettet afbrydes? – senest T+00:30',
    ]) {
      expect(s.printed()).toContain(words);
    }
  });
});

describe('news', () => {
  test('items, holders, offers, decisions, facts, deadlines, pauses', async () => {
    const s = seated();
    s.put({ items: { ...roleView().items, 'inj-3': item(3, { title: 'Ny besked' }) } });
    s.put({
      tasks: { warn: task({ holders: [{ role: 'manager', as: 'accountable', since: 1 }] }) },
    });
    s.put({
      tasks: {
        warn: task({
          overdue: true,
          holders: [{ role: 'manager', as: 'accountable', since: 1 }],
          offers: [{ from: 'manager', to: 'duty', as: 'accountable', at: 2 }],
        }),
      },
    });
    const { cut } = roleView().decisions;
    const made = {
      option: 'no',
      reason: 'For stor risiko',
      role: 'manager',
      at: 1,
      how: 'role',
    } as const;
    if (cut) s.put({ decisions: { cut: { ...cut, made } } });
    s.put({
      clocks: {
        warn: {
          id: 'warn',
          title: 'NIS 2',
          organisation: 'it',
          startedAt: 0,
          due: 9 * MIN,
          status: 'running',
        },
      },
    });
    s.put({ exercise: { exercise: { ...exerciseRow('paused'), reason: 'Frokost' } } });
    s.client.set({ connection: 'waiting' });
    s.client.set({ connection: 'open' });
    await s.type('');
    for (const words of [
      '* [3] T+00:03 telefon · Vagtcentral: Ny besked (ulæst) – åbn 3',
      '* [1] Tidlig varsling – It-chef (ansvar) · senest T+01:00',
      '! [1] Tidlig varsling er ikke løst i tide',
      '* It-chef vil overdrage »Tidlig varsling« til dig (ansvar) – modtag 1 · afvis 1 <begrundelse>',
      '* [1] Skal nettet afbrydes? Besluttet: Nej (It-chef). Begrundelse: For stor risiko',
      '* § NIS 2: løber, senest T+00:09',
      '* Øvelsen er på pause. Frokost',
      '! Forbindelsen er tabt.',
      'Forbindelsen er tilbage.',
    ]) {
      expect(s.printed()).toContain(words);
    }
  });

  test('numbers stay what they were when more arrives', async () => {
    const s = seated();
    s.put({ items: { 'inj-0': item(0, { title: 'Ældre' }), ...roleView().items } });
    await s.type('åbn 1');
    expect(s.client.acts).toEqual([{ type: 'item.open', item: 'inj-1' }]);
  });
});

describe('deeds', () => {
  test.each<[string, object]>([
    ['åbn 1', { type: 'item.open', item: 'inj-1' }],
    ['kvitter 2', { type: 'item.acknowledge', item: 'inj-2' }],
    [
      'svar 1 Vi er i gang',
      { type: 'message.send', to: ['desk'], body: 'Vi er i gang', facts: [], replyTo: 'inj-1' },
    ],
    ['svar 2 Tak', { type: 'message.send', to: [], body: 'Tak', facts: [], replyTo: 'inj-2' }],
    [
      'skriv it-chef Kom straks',
      { type: 'message.send', to: ['manager'], body: 'Kom straks', facts: [] },
    ],
    [
      'skriv manager,crisis-lead +1 Se her',
      {
        type: 'message.send',
        to: ['manager', 'crisis-lead'],
        body: 'Se her',
        facts: ['encrypted'],
      },
    ],
    [
      'spørg 2 Hvem ejer den?',
      { type: 'message.send', to: ['crisis-lead'], body: 'Hvem ejer den?', facts: [], asks: true },
    ],
    ['tag 1 ansvar', { type: 'task.claim', task: 'warn', as: 'accountable' }],
    ['claim 1 work', { type: 'task.claim', task: 'warn', as: 'responsible' }],
    ['slip 1', { type: 'task.release', task: 'warn' }],
    ['færdig 1 Sendt kl. 4', { type: 'task.finish', task: 'warn', note: 'Sendt kl. 4' }],
    [
      'overdrag 1 it-chef Du er vågen',
      { type: 'handover.offer', task: 'warn', to: 'manager', note: 'Du er vågen' },
    ],
    [
      'beslut 1 2 +1 For farligt',
      {
        type: 'decision.record',
        decision: 'cut',
        option: 'no',
        reason: 'For farligt',
        facts: ['encrypted'],
      },
    ],
    [
      'bekendt 1 Vi har set det',
      { type: 'awareness.declare', matter: 'incident', reason: 'Vi har set det' },
    ],
  ])('%s', async (line, act) => {
    const s = seated();
    await s.type('kontakter', 'oplysninger', line);
    expect(s.client.acts).toEqual([act]);
  });

  test('an offered task is accepted or declined from the one who offered it', async () => {
    const offers = [{ from: 'manager', to: 'duty', as: 'accountable', at: 2 }] as const;
    const s = seated('da', { ...roleView(), tasks: { warn: task({ offers }) } });
    await s.type('afvis 1', 'afvis 1 Har ikke mandat', 'modtag 1');
    expect(s.client.acts).toEqual([
      { type: 'handover.decline', task: 'warn', from: 'manager', reason: 'Har ikke mandat' },
      { type: 'handover.accept', task: 'warn', from: 'manager' },
    ]);
    expect(s.printed()).toContain('Der skal stå en tekst til sidst.');
  });

  test('the hot wash is listed and answered while it is open', async () => {
    const closed = seated();
    await closed.type('svar-runde 1 Ja');
    expect(closed.client.acts).toEqual([]);
    const open = seated('da', { ...roleView(), exercise: { exercise: exerciseRow('hotwash') } });
    await open.type('svar-runde', 'svar-runde 1 Nej, aldrig');
    expect(open.printed()).toContain('1. Var det klart, hvem der havde ansvaret?');
    expect(open.client.acts).toEqual([
      { type: 'hotwash.answer', question: 'clear', text: 'Nej, aldrig' },
    ]);
  });

  test('opening shows the text, who it is from and what it carries; once opened it is not sent again', async () => {
    const s = seated('da', { ...roleView(), items: { 'inj-1': item(1, { opened: 5 }) } });
    await s.type('oplysninger', 'åbn 1');
    expect(s.printed()).toContain('  Skærmene er sorte.');
    expect(s.printed()).toContain('Fra Vagtcentral til It-driftsvagt');
    expect(s.printed()).toContain('Oplysninger: +1 Filserveren er krypteret');
    expect(s.client.acts).toEqual([]);
  });

  test('a refusal is told with its reason', async () => {
    const s = seated();
    s.client.answers = () => ({
      type: 'refused',
      code: 'paused',
      reason: { da: 'Øvelsen er sat på pause.', en: 'Paused.' },
    });
    await s.type('tag 1 ansvar');
    expect(s.printed()).toContain('✗ Afvist: Øvelsen er sat på pause.');
  });

  test('what is missing or ambiguous is said, and nothing is sent', async () => {
    const s = seated();
    await s.type(
      'åbn',
      'åbn 99',
      'svar 1',
      'tag 1',
      'skriv politi hej',
      'skriv 1',
      'beslut 1 7 x',
      'færdig 1',
      'vås',
    );
    for (const words of [
      'Skriv et nummer efter ordet.',
      'Der er intet med nummer 99.',
      'tag <nummer> ansvar',
      'Ingen kontakt passer entydigt med »politi«',
      'Der er intet med nummer 7.',
      'Kender ikke »vås«',
    ]) {
      expect(s.printed()).toContain(words);
    }
    expect(s.client.acts).toEqual([]);
  });

  test('English words and texts', async () => {
    const s = seated('en');
    await s.type('tasks', 'help');
    expect(s.printed()).toContain('Tidlig varsling – nobody has it · by T+01:00');
    expect(s.printed()).toContain('claim 2 own | work: take ownership of task 2');
  });
});

describe('leaving', () => {
  test('farvel ends it without closing the connection or giving up the seat', async () => {
    const s = seated();
    await s.type('ur');
    const { client, ended } = s;
    void s.type('farvel').catch(() => undefined);
    await ended;
    expect(s.printed()).toContain('Farvel.');
    expect(client.closed()).toBe(false);
    expect(client.acts).toEqual([]);
  });

  test('a closed door ends it and says why', async () => {
    const s = seated();
    s.client.set({ connection: 'closed', lost: { code: 4409, reason: 'taken-over' } });
    await s.ended;
    expect(s.printed()).toContain('Forbindelsen er lukket: taken-over');
  });
});

test('nothing a terminal would obey is printed', async () => {
  const evil = '\x1b[2J\x1b]0;ejet\x07\u202Etitel\r';
  const s = seated('da', {
    ...roleView(),
    items: { 'inj-1': item(1, { title: evil, body: `${evil}\n${evil}`, from: { name: evil } }) },
    tasks: { warn: task({ title: evil }) },
  });
  await s.type('åbn 1', 'opgaver');
  expect(s.printed().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(s.printed()).toContain('titel');
});

describe('questions', () => {
  const poll = {
    id: 'owner',
    kind: 'poll',
    title: 'Tidlig varsling',
    task: 'warn',
    options: [],
    askedAt: 1,
  } as const;
  const probe = {
    id: 'down',
    kind: 'probe',
    title: 'Hvad er nede?',
    options: [
      { id: 'all', title: 'Alt' },
      { id: 'some', title: 'Noget' },
    ],
    askedAt: 2,
  } as const;
  const asked = { ...roleView(), questions: { owner: poll, down: probe } };

  test('are told on arrival and when they come, with what one can answer', async () => {
    const s = seated('da', { ...roleView(), questions: { owner: poll } });
    await s.type('');
    expect(s.printed()).toContain('[1] Hvem har ansvaret for opgaven »Tidlig varsling« lige nu?');
    expect(s.printed()).toContain('første svar gælder');
    s.put({ questions: { owner: poll, down: probe } });
    await s.type('', '');
    expect(s.printed()).toContain('* Spørgsmål til jer: [2] Hvad er nede?');
    expect(s.printed()).toContain('2. Noget');
  });

  test.each([
    ['besvar 1 it-chef', 'owner', 'manager'],
    ['besvar 1 os', 'owner', 'duty'],
    ['answer 1 ?', 'owner', '?'],
    ['besvar 2 2', 'down', 'some'],
    ['besvar 2 ved-ikke', 'down', '?'],
  ])('%s', async (line, question, answer) => {
    const s = seated('da', asked);
    await s.type(line);
    expect(s.client.acts).toEqual([{ type: 'question.answer', question, answer }]);
  });

  test.each([
    ['besvar 2 3', 'er ikke blandt svarene'],
    ['besvar 2 0', 'er ikke blandt svarene'],
    ['besvar 1 ingen-saadan', 'er ikke blandt svarene'],
    ['besvar 2', 'Skriv svaret efter nummeret'],
    ['besvar 9 1', 'intet med nummer 9'],
    ['besvar', 'Skriv et nummer'],
  ])('%s is not sent', async (line, said) => {
    const s = seated('da', asked);
    await s.type(line);
    expect(s.printed()).toContain(said);
    expect(s.client.acts).toEqual([]);
  });

  test('an answered one shows the answer', async () => {
    const answered = { ...probe, answer: 'some', answeredAt: 3 };
    const s = seated('en', { ...roleView(), questions: { down: answered } });
    await s.type('questions');
    expect(s.printed()).toContain('[1] Hvad er nede? – You answered: Noget');
  });
});

test('attachments are named with their size', async () => {
  const files = [
    { name: 'skærm.png', type: 'image/png', bytes: 101_200, digest: 'a' },
    { name: 'log\u001b[2J.txt', type: 'text/plain', bytes: 11, digest: 'b' },
  ] as const;
  const s = seated('da', { ...roleView(), items: { 'inj-1': item(1, { files }) } });
  await s.type('åbn 1');
  expect(s.printed()).toContain('skærm.png (101 kB), log.txt (11 B)');
});
