/** The terminal participant's acts: each as it is typed in Danish and in English. */
import { describe, expect, test } from 'vitest';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import type { RoleView } from '../../engine/exercise/rows.ts';
import { item, role, roleView, seated, session, task } from './seat.ts';
import { exerciseRow, fakeClient, MIN } from './support.ts';

const me = 'duty';

/** A desk where everything can be done: two organisations, an offer, a decision to take and one taken. */
function fullView(): RoleView {
  const view = roleView();
  const { cut } = view.decisions;
  if (!cut) throw new Error('no decision');
  return {
    ...view,
    roles: {
      ...view.roles,
      mayor: {
        ...role('mayor', 'Borgmester'),
        organisation: 'kommune',
        organisationName: 'Nordby',
      },
      press: { ...role('press', 'Presse'), organisation: 'kommune', organisationName: 'Nordby' },
    },
    items: {
      ...view.items,
      'msg.1': item(3, {
        id: 'msg.1',
        kind: 'message',
        channel: 'message',
        from: { role: 'manager', name: 'It-chef' },
        to: [me, 'crisis-lead'],
        asks: true,
      }),
    },
    tasks: {
      warn: task({
        offers: [{ from: 'manager', to: me, as: 'accountable', at: 2, assigned: true }],
      }),
    },
    decisions: {
      cut,
      staff: {
        ...cut,
        id: 'staff',
        openedAt: 1,
        question: 'Skal staben samles?',
        made: {
          option: 'yes',
          reason: 'Det haster.',
          role: 'manager',
          at: 2,
          how: 'role',
          facts: ['encrypted'],
        },
      },
    },
    statements: {
      'statement.1': {
        id: 'statement.1',
        seq: 9,
        at: 3 * MIN,
        role: 'press',
        outlet: 'press',
        title: 'Systemerne er nede',
        body: 'Vi arbejder på sagen.',
        facts: [],
      },
    },
    picture: {
      'picture.1': version('picture.1', 1, 'Ukendt'),
      'picture.2': version('picture.2', 2, 'Alle kørelister er væk'),
    },
    questions: {
      down: {
        id: 'down',
        kind: 'probe',
        title: 'Hvad er nede?',
        options: [{ id: 'all', title: 'Alt' }],
        askedAt: 1,
      },
    },
  };
}

function version(id: string, number: number, text: string): RoleView['picture'][string] {
  return {
    id,
    seq: 10 + number,
    at: number * MIN,
    role: 'mayor',
    section: 'consequences',
    version: number,
    text,
    facts: ['encrypted'],
    marking: 'TLP:AMBER',
  };
}

const mail = (change: object): RoleInput => ({
  type: 'message.send',
  to: [],
  body: 'Hej',
  facts: [],
  ...change,
});

const ACTS: readonly (readonly [da: string, en: string, act: RoleInput])[] = [
  ['åbn 1', 'open 1', { type: 'item.open', item: 'inj-1' }],
  ['kvitter 1', 'ack 1', { type: 'item.acknowledge', item: 'inj-1' }],
  [
    'svar 3 +1 Hej',
    'reply 3 +1 Hej',
    mail({ to: ['manager'], replyTo: 'msg.1', facts: ['encrypted'] }),
  ],
  ['svar 2 Hej', 'reply 2 Hej', mail({ replyTo: 'inj-2' })],
  [
    'svar-alle 3 Hej',
    'reply-all 3 Hej',
    mail({ to: ['manager', 'crisis-lead'], replyTo: 'msg.1' }),
  ],
  ['skriv it-chef Hej', 'write it-chef Hej', mail({ to: ['manager'] })],
  ['skriv @kommune Hej', 'write @nordby Hej', mail({ to: ['mayor', 'press'] })],
  [
    'skriv manager,@kommune Hej',
    'write manager,@Nordby Hej',
    mail({ to: ['manager', 'mayor', 'press'] }),
  ],
  [
    'skriv it-chef #o1 Haster // Hej',
    'write manager #t1 Haster // Hej',
    mail({ to: ['manager'], title: 'Haster', about: { task: 'warn' } }),
  ],
  [
    'eksternt "Jydske Tidende" Hej',
    'external "Jydske Tidende" Hej',
    mail({ outside: 'Jydske Tidende' }),
  ],
  ['spørg it-chef Hej', 'ask manager Hej', mail({ to: ['manager'], asks: true })],
  ['tag 1 udfør', 'claim 1 work', { type: 'task.claim', task: 'warn', as: 'responsible' }],
  ['slip 1', 'release 1', { type: 'task.release', task: 'warn' }],
  ['færdig 1 Sendt', 'finish 1 Sendt', { type: 'task.finish', task: 'warn', note: 'Sendt' }],
  [
    'færdig-udenfor 1 I telefonen',
    'finish-outside 1 I telefonen',
    { type: 'task.finish', task: 'warn', note: 'I telefonen', outside: true },
  ],
  [
    'tildel 1 it-chef ansvar Du er vågen',
    'assign 1 it-chef own Du er vågen',
    { type: 'task.assign', task: 'warn', to: 'manager', as: 'accountable', note: 'Du er vågen' },
  ],
  [
    'overdrag 1 it-chef',
    'handover 1 it-chef',
    { type: 'handover.offer', task: 'warn', to: 'manager' },
  ],
  ['modtag 1', 'accept 1', { type: 'handover.accept', task: 'warn', from: 'manager' }],
  [
    'afvis 1 Har ikke mandat',
    'decline 1 Har ikke mandat',
    { type: 'handover.decline', task: 'warn', from: 'manager', reason: 'Har ikke mandat' },
  ],
  [
    'rejs it-chef,@kommune 1t30m Skal vi lukke? // Ja // Nej, vent',
    'raise it-chef,@kommune 1h30m Skal vi lukke? // Ja // Nej, vent',
    {
      type: 'decision.raise',
      question: 'Skal vi lukke?',
      options: ['Ja', 'Nej, vent'],
      within: 90 * MIN,
      with: ['manager', 'mayor', 'press'],
    },
  ],
  [
    'drøft 1 Hvad koster det?',
    'discuss 1 Hvad koster det?',
    { type: 'decision.discuss', decision: 'cut', text: 'Hvad koster det?' },
  ],
  [
    'beslut 1 2 +1 For farligt // forudsat: backup virker // uenig: It-chef vil lukke',
    'decide 1 2 +1 For farligt // dissent: It-chef vil lukke // assuming: backup virker',
    {
      type: 'decision.record',
      decision: 'cut',
      option: 'no',
      reason: 'For farligt',
      facts: ['encrypted'],
      assumptions: 'backup virker',
      dissent: 'It-chef vil lukke',
    },
  ],
  [
    'beslut-udenfor 1 1 Ved bordet',
    'decide-outside 1 1 Ved bordet',
    {
      type: 'decision.record',
      decision: 'cut',
      option: 'yes',
      reason: 'Ved bordet',
      facts: [],
      outside: true,
    },
  ],
  [
    'meddel 2 @kommune Staben mødes',
    'communicate 2 @kommune Staben mødes',
    mail({
      to: ['mayor', 'press'],
      body: 'Staben mødes',
      facts: ['encrypted'],
      about: { decision: 'staff' },
    }),
  ],
  [
    'bekendt 1 Vi har set det',
    'aware 1 Vi har set det',
    { type: 'awareness.declare', matter: 'incident', reason: 'Vi har set det' },
  ],
  [
    'klassificér 1 Væsentlig',
    'classify 1 Væsentlig',
    { type: 'awareness.declare', matter: 'incident', reason: 'Væsentlig', as: 'classified' },
  ],
  ['udtalelser 1', 'statements 1', { type: 'item.open', item: 'statement.1' }],
  [
    'udtal hjemmeside +1 Nede // Vi er på sagen',
    'publish web +1 Nede // Vi er på sagen',
    {
      type: 'statement.publish',
      outlet: 'web',
      title: 'Nede',
      body: 'Vi er på sagen',
      facts: ['encrypted'],
    },
  ],
  ['billede konsekvenser', 'picture consequences', { type: 'item.open', item: 'picture.2' }],
  ['billede 2 1', 'picture 2 1', { type: 'item.open', item: 'picture.1' }],
  [
    'opdater tiltag TLP:RED +1 Nettet er afbrudt',
    'update measures tlp:red +1 Nettet er afbrudt',
    {
      type: 'picture.update',
      section: 'measures',
      text: 'Nettet er afbrudt',
      facts: ['encrypted'],
      marking: 'TLP:RED',
    },
  ],
  [
    'ledelsen Er det med i spillet?',
    'control Er det med i spillet?',
    { type: 'control.ask', text: 'Er det med i spillet?' },
  ],
  [
    'ledelsen #b1 Hvem må?',
    'control #d1 Hvem må?',
    { type: 'control.ask', text: 'Hvem må?', about: { decision: 'cut' } },
  ],
  [
    'udenfor i3 til:it-chef,@kommune Vi ringede',
    'outside i3 to:it-chef,@kommune Vi ringede',
    {
      type: 'outside.report',
      about: { message: 'msg.1' },
      text: 'Vi ringede',
      to: ['manager', 'mayor', 'press'],
    },
  ],
  [
    'udenfor opgave 1 Gjort ved bordet',
    'outside task 1 Gjort ved bordet',
    { type: 'outside.report', about: { task: 'warn' }, text: 'Gjort ved bordet' },
  ],
  [
    'indsigelse u1 Det har vi ikke sagt',
    'contest statement 1 Det har vi ikke sagt',
    { type: 'record.contest', about: { publication: 'statement.1' }, text: 'Det har vi ikke sagt' },
  ],
  [
    'indsigelse billede 2 Det er forældet',
    'contest p2 Det er forældet',
    { type: 'record.contest', about: { publication: 'picture.2' }, text: 'Det er forældet' },
  ],
  [
    'indsigelse i1 Vi fik den aldrig',
    'contest i1 Vi fik den aldrig',
    { type: 'record.contest', about: { inject: 'inj-1' }, text: 'Vi fik den aldrig' },
  ],
  ['besvar 1 1', 'answer 1 1', { type: 'question.answer', question: 'down', answer: 'all' }],
];

describe('every act, in either language', () => {
  test.each(ACTS)('%s · %s', async (da, en, act) => {
    for (const [lang, line] of [
      ['da', da],
      ['en', en],
    ] as const) {
      const s = seated(lang, fullView());
      await s.type(line);
      expect(s.client.acts).toEqual([act]);
    }
  });
  test('letters can be written without the Danish ones', async () => {
    const s = seated('da', fullView());
    await s.type('droeft 1 Ja', 'faerdig 1 Sendt');
    expect(s.client.acts.map(({ type }) => type)).toEqual(['decision.discuss', 'task.finish']);
  });
});

describe('what is missing or ambiguous is said, and nothing is sent', () => {
  test.each([
    ['skriv', 'Skriv, hvem det er til'],
    ['skriv @x Hej', '»@x«'],
    ['skriv @ Hej', '»@«'],
    ['skriv it-chef +9 Hej', 'nummer +9'],
    ['skriv it-chef #o9 Hej', 'nummer 9'],
    ['skriv it-chef #x Hej', 'Skriv, hvad det handler om'],
    ['eksternt', 'Skriv, hvem du skriver til'],
    ['eksternt "Avisen"', 'Der skal stå en tekst'],
    ['tildel 1 it-chef', 'Skriv, hvad rollen skal'],
    ['tildel 1 ingen ansvar', '»ingen«'],
    ['rejs it-chef Skal vi? // Ja // Nej', 'hvor længe'],
    ['rejs it-chef 30m Skal vi? // Ja', 'mindst to handlemuligheder'],
    ['beslut 1', 'nummeret på handlemuligheden'],
    ['beslut 1 1 Fordi // måske: nej', 'Forstår ikke »måske: nej«'],
    ['meddel 1 it-chef', 'ikke besluttet endnu'],
    ['bekendt uden nummer', 'Skriv et nummer'],
    ['udtal avisen Hej', 'presse, web eller sociale'],
    ['udtal presse Kun en linje', 'overskrift og en tekst'],
    ['billede alt', 'Skriv afsnittet'],
    ['billede tiltag', 'ingen har skrevet det'],
    ['billede konsekvenser 7', 'nummer 7'],
    ['opdater tiltag', 'Der skal stå en tekst'],
    ['indsigelse det er forkert', 'Skriv, hvad det handler om'],
    ['udenfor i9 Gjort', 'nummer 9'],
    ['udenfor i1 til:ingen Gjort', '»ingen«'],
    ['sprog fransk', 'sprog da'],
    ['igen 4', 'nummer 4'],
    ['søg', 'Der skal stå en tekst'],
    ['åbn 0', 'Skriv prøv først'],
    ['prøv', 'før øvelsen begynder'],
  ])('%s', async (line, said) => {
    const s = seated('da', fullView());
    await s.type(line);
    expect(s.printed()).toContain(said);
    expect(s.client.acts).toEqual([]);
  });

  test('of several who offer the same task one has to be named', async () => {
    const offers = ['manager', 'crisis-lead'].map(
      (from) => ({ from, to: me, as: 'responsible', at: 1 }) as const,
    );
    const s = seated('da', { ...roleView(), tasks: { warn: task({ offers }) } });
    await s.type('modtag 1', 'modtag 1 krise', 'afvis 1 it-chef Nej tak');
    expect(s.printed()).toContain(
      'Flere har tilbudt den. Skriv fra hvem efter nummeret: It-chef · Krisestabschef.',
    );
    expect(s.client.acts).toEqual([
      { type: 'handover.accept', task: 'warn', from: 'crisis-lead' },
      { type: 'handover.decline', task: 'warn', from: 'manager', reason: 'Nej tak' },
    ]);
  });
});

test('a decision is told as the record has it where one has no words of one’s own', async () => {
  const s = seated('da', fullView());
  await s.type('meddel 2 it-chef');
  expect(s.client.acts).toEqual([
    mail({
      to: ['manager'],
      facts: ['encrypted'],
      body: 'Skal staben samles? Besluttet: Ja (It-chef). Begrundelse: Det haster.',
      about: { decision: 'staff' },
    }),
  ]);
});

test('a line that ends in a backslash goes on in the next one', async () => {
  const s = seated('da', fullView());
  await s.type('udtal presse Nede // Første afsnit.\\', '\\', 'Andet afsnit.');
  expect(s.client.acts).toEqual([
    {
      type: 'statement.publish',
      outlet: 'press',
      title: 'Nede',
      body: 'Første afsnit.\n\nAndet afsnit.',
      facts: [],
    },
  ]);
});

describe('practice', () => {
  const waiting = (): ReturnType<typeof fakeClient> =>
    fakeClient({
      audience: 'role',
      role: me,
      view: { ...roleView(), exercise: { exercise: exerciseRow('planned') } },
    });

  test('is timed from when it was shown to when it was opened and acknowledged', async () => {
    let wall = 1_000;
    const s = session(waiting(), 'da', () => wall);
    await s.type('prøv');
    expect(s.printed()).toContain('Prøv værktøjet, mens I venter: skriv prøv.');
    expect(s.printed()).toContain('* [0] prøve');
    wall += 2_500;
    await s.type('åbn 0', '');
    expect(s.printed()).toContain('  Dette er kun en prøve.');
    wall += 1_000;
    await s.type('kvitter 0', '', '');
    expect(s.client.acts).toEqual([
      { type: 'practice.finish', opened: 2_500, acknowledged: 3_500 },
    ]);
    expect(s.printed()).toContain('gennemført på 3,5 s');
  });

  test('acknowledged unread, it is opened and acknowledged at once', async () => {
    let wall = 0;
    const s = session(waiting(), 'en', () => wall);
    await s.type('practice');
    wall = 700;
    await s.type('ack 0', '');
    expect(s.client.acts).toEqual([{ type: 'practice.finish', opened: 700, acknowledged: 700 }]);
  });
});

describe('text is never lost', () => {
  const refusal = {
    type: 'refused',
    code: 'paused',
    reason: { da: 'Øvelsen er sat på pause.', en: 'Paused.' },
  } as const;

  test('what was refused is kept as it was typed and can be tried again', async () => {
    const s = seated('da', fullView());
    s.client.answers = () => refusal;
    await s.type('skriv it-chef En lang besked', 'kladder');
    expect(s.printed()).toContain('gemt som kladde 1');
    expect(s.printed()).toContain('1. skriv it-chef En lang besked');
    s.client.answers = () => ({ type: 'done', seq: 1 });
    await s.type('igen', 'kladder', '');
    expect(s.client.acts).toHaveLength(2);
    expect(s.client.acts[1]).toEqual(s.client.acts[0]);
    expect(s.printed()).toContain('Intet endnu.');
  });

  test('refused once more, it is kept once', async () => {
    const s = seated('da', fullView());
    s.client.answers = () => refusal;
    await s.type('skriv it-chef En lang besked', 'igen 1', 'igen 1', 'kladder');
    expect(s.printed()).toContain('1. skriv it-chef En lang besked');
    expect(s.printed()).not.toContain('2. skriv');
  });

  test('a receiver that does not exist costs no text', async () => {
    const s = seated('da', fullView());
    await s.type('skriv politimesteren Kom straks', 'kladder');
    expect(s.printed()).toContain('1. skriv politimesteren Kom straks');
  });

  test('leaving with something unsent is asked about once, and what is left is printed', async () => {
    const s = seated('da', fullView());
    s.client.set({ connection: 'waiting' });
    s.client.answers = () => new Promise(() => undefined);
    await s.type('skriv it-chef En lang besked', 'farvel');
    expect(s.printed()).toContain('1 linje er ikke sendt endnu. Skriv farvel igen');
    void s.type('farvel', 'farvel').catch(() => undefined);
    await s.ended;
    expect(s.printed()).toContain('Det, der ikke blev sendt:\n  skriv it-chef En lang besked');
  });

  test('a door shut for good leaves the words on the screen', async () => {
    const s = seated('da', fullView());
    s.client.answers = () => refusal;
    await s.type('skriv it-chef En lang besked');
    s.client.set({ connection: 'closed', lost: { code: 4401, reason: 'unauthorised' } });
    await s.ended;
    expect(s.printed()).toContain('Det, der ikke blev sendt:\n  skriv it-chef En lang besked');
  });

  test('a connection that breaks while an answer is awaited does not stop one', async () => {
    const s = seated('da', fullView());
    s.client.answers = () => {
      s.client.set({ connection: 'waiting' });
      return new Promise(() => undefined);
    };
    await s.type('kvitter 1', 'ur');
    expect(s.printed()).toContain('Øvelsen er i gang.');
  });
});

test('the language can be changed on the way, both ways', async () => {
  const s = seated('da', fullView());
  await s.type('sprog', 'tasks', 'language da', 'opgaver');
  expect(s.printed()).toContain('The texts are now in English.');
  expect(s.printed()).toContain('[1] Tidlig varsling – nobody has it');
  expect(s.printed()).toContain('Teksterne er nu på dansk.');
});
