/** What the terminal participant is told: what calls, what happened, what others say to all. */
import { describe, expect, test } from 'vitest';
import type { RoleView } from '../../engine/exercise/rows.ts';
import { VERBS, type Verb } from '../../facilitator-ui/lines/command.ts';
import { lineWords } from '../../facilitator-ui/lines/words.ts';
import { item, role, roleView, seated, task } from './seat.ts';
import { exerciseRow, MIN } from './support.ts';

type Statement = RoleView['statements'][string];
const statement = (change: Partial<Statement> = {}): Statement => ({
  id: 'statement.1',
  seq: 9,
  at: 3 * MIN,
  role: 'manager',
  outlet: 'press',
  title: 'Systemerne er nede',
  body: 'Vi arbejder på sagen.',
  facts: ['encrypted'],
  ...change,
});
type Picture = RoleView['picture'][string];
const picture = (number: number, change: Partial<Picture> = {}): Picture => ({
  id: `picture.${number}`,
  seq: 10 + number,
  at: number * MIN,
  role: 'crisis-lead',
  section: 'consequences',
  version: number,
  text: `Tekst ${number}`,
  facts: [],
  marking: 'TLP:GREEN',
  ...change,
});

/** The lines printed after a command's own words were typed. */
async function answered(view: RoleView, line: string, at = 0): Promise<readonly string[]> {
  const s = seated('da', view);
  s.client.at = at;
  await s.type('');
  const before = s.printed().length;
  await s.type(line, '');
  return s.printed().slice(before).split('\n');
}

describe('what calls', () => {
  test('is told by urgency: overdue, then what waits, then by time left', async () => {
    const { cut } = roleView().decisions;
    const lines = await answered(
      {
        ...roleView(),
        items: {
          'inj-1': item(1, { opened: 1, asks: true }),
          'inj-2': item(2),
          'inj-3': item(3, { opened: 1 }),
        },
        tasks: {
          late: task({ id: 'late', title: 'For sent', due: 5 * MIN }),
          ours: task({
            id: 'ours',
            title: 'Vores',
            due: 40 * MIN,
            holders: [{ role: 'duty', as: 'responsible', since: 1 }],
          }),
          theirs: task({
            id: 'theirs',
            holders: [{ role: 'manager', as: 'accountable', since: 1 }],
          }),
        },
        decisions: cut ? { cut } : {},
        clocks: {
          nis: {
            id: 'nis',
            title: 'NIS 2',
            organisation: 'it',
            startedAt: 0,
            due: 90 * MIN,
            status: 'running',
          },
        },
      },
      'nu',
      10 * MIN,
    );
    expect(lines.slice(0, 6)).toEqual([
      '5m over tiden · opgave [1] For sent (ingen har den) – tag 1 ansvar · tag 1 udfør',
      '[1] T+00:01 telefon · Vagtcentral spørger: Opkald 1 – svar 1 <tekst>',
      '[2] T+00:02 telefon · Vagtcentral: Opkald 2 (ulæst) – åbn 2',
      'om 20m · beslutning [1] Skal nettet afbrydes? – beslut 1 <mulighed> <begrundelse>',
      'om 30m · opgave [2] Vores (It-driftsvagt (udfører)) – færdig 2 <note>',
      'om 1h 20m · § NIS 2: løber, senest T+01:30 (T+00:00)',
    ]);
  });
  test('nothing calls when the exercise is over', async () => {
    const view = { ...roleView(), exercise: { exercise: exerciseRow('ended') } };
    expect((await answered(view, 'nu'))[0]).toBe('Intet kalder lige nu.');
  });
});

describe('the situation picture', () => {
  const view = {
    ...roleView(),
    picture: { 'picture.1': picture(1), 'picture.2': picture(2, { opened: 5 }) },
  };
  test('says of each section who wrote it, which version it is and how old', async () => {
    expect(await answered(view, 'billede', 14 * MIN)).toEqual(
      expect.arrayContaining([
        '1. Situationen: ingen har skrevet det endnu',
        '2. Konsekvenser, version 2, Krisestabschef, T+00:02, 12m gammel, TLP:GREEN',
      ]),
    );
  });
  test('every version can be read', async () => {
    const lines = await answered(view, 'billede konsekvenser alle', 14 * MIN);
    expect(lines.slice(0, 2).map((line) => /version \d/.exec(line)?.[0])).toEqual([
      'version 2',
      'version 1',
    ]);
    expect(await answered(view, 'billede 2 1')).toContain('  Tekst 1');
  });
});

describe('news', () => {
  test('what others say to all, control’s answers, assignments, discussion, declarations', async () => {
    const s = seated();
    const asks = { 'ask.1': { id: 'ask.1', at: 1, role: 'duty', text: 'Må vi?' } };
    s.put({ statements: { 'statement.1': statement() } });
    s.put({ picture: { 'picture.1': picture(1) } });
    s.put({ asks });
    s.put({ asks: { 'ask.1': { ...asks['ask.1'], answer: { at: 2, text: 'Ja, gerne' } } } });
    const offer = {
      from: 'manager',
      to: 'duty',
      as: 'responsible',
      at: 2,
      assigned: true,
    } as const;
    s.put({ tasks: { warn: task({ offers: [{ ...offer, note: 'Du er vågen' }] }) } });
    const { cut } = roleView().decisions;
    const said = { role: 'manager', at: 3, text: 'Hvad koster det?' };
    if (cut) s.put({ decisions: { cut: { ...cut, discussion: [said] } } });
    s.put({
      awareness: {
        'it:incident': {
          matter: 'incident',
          organisation: 'it',
          role: 'manager',
          at: 4,
          reason: 'Det er os.',
          as: 'classified',
        },
      },
    });
    await s.type('');
    for (const line of [
      '* Udtalelse: [1] T+00:03 presse · It-chef: Systemerne er nede (ulæst) – udtalelser 1',
      '* Situationsbillede: 2. Konsekvenser, version 1, Krisestabschef, T+00:01, 0m gammel, TLP:GREEN (ulæst) – billede 2',
      '* Øvelsesledelsen svarer: Ja, gerne',
      '* It-chef beder dig tage »Tidlig varsling« (udfører) »Du er vågen« – modtag 1 · afvis 1 <begrundelse>',
      '* It-chef om [1]: Hvad koster det?',
      '* It-chef klassificerede: Væsentlig hændelse. Det er os.',
    ]) {
      expect(s.printed()).toContain(`${line}\n`);
    }
  });
  test('one’s own statements, versions and words are not news', async () => {
    const s = seated();
    s.put({ statements: { 'statement.1': statement({ role: 'duty' }) } });
    s.put({ picture: { 'picture.1': picture(1, { role: 'duty' }) } });
    await s.type('');
    expect(s.printed()).not.toContain('* Udtalelse');
    expect(s.printed()).not.toContain('* Situationsbillede');
  });
  test('an offer of ours that was declined is told with the reason', async () => {
    const offers = [{ from: 'duty', to: 'manager', as: 'accountable', at: 1 }] as const;
    const s = seated('da', { ...roleView(), tasks: { warn: task({ offers }) } });
    const declined = [{ ...offers[0], at: 2, reason: 'Vi har \x1b[31mikke folk' }];
    s.put({ tasks: { warn: task({ declined }) } });
    await s.type('', 'opgaver');
    expect(s.printed()).toContain('* It-chef afslog »Tidlig varsling« fra dig: »Vi har ikke folk«');
    await s.type('opgaver 1');
    expect(s.printed()).toContain(
      '\n  It-chef afslog »Tidlig varsling« fra dig: »Vi har ikke folk«',
    );
  });
});

describe('looking back', () => {
  const { cut } = roleView().decisions;
  const view: RoleView = {
    ...roleView(),
    items: {
      'inj-1': item(1, { opened: 2 * MIN, acknowledged: 3 * MIN }),
      'msg.1': item(4, {
        id: 'msg.1',
        kind: 'message',
        sent: true,
        from: { role: 'duty', name: 'It-driftsvagt' },
        to: [],
        outside: 'Jydske Tidende',
        channel: 'message',
        title: '',
        body: 'Ingen kommentarer.',
      }),
    },
    tasks: {
      warn: task({
        status: 'done',
        declined: [
          { from: 'manager', to: 'duty', as: 'accountable', at: 5 * MIN, reason: 'Har travlt' },
        ],
        done: { role: 'duty', at: 6 * MIN, note: 'Sendt', outside: true },
      }),
    },
    decisions: cut
      ? {
          cut: {
            ...cut,
            made: {
              option: 'no',
              reason: 'For farligt',
              role: 'manager',
              at: 7 * MIN,
              how: 'role',
              facts: ['encrypted'],
              dissent: 'Vagten',
            },
          },
        }
      : {},
    statements: { 'statement.1': statement({ role: 'mayor', at: 8 * MIN }) },
    roles: {
      ...roleView().roles,
      mayor: { ...role('mayor', 'Borgmester'), organisation: 'kommune' },
    },
    asks: {
      'ask.1': { id: 'ask.1', at: 9 * MIN, role: 'duty', text: 'Må vi?', about: { task: 'warn' } },
    },
    hotwash: { clear: { id: 'clear', text: 'Nej' } },
  };
  test('the summary has what one did oneself and nothing else, under the banner', async () => {
    const lines = await answered(view, 'mit');
    expect(
      lines.slice(
        0,
        lines.findIndex((line) => line.startsWith('Kender ikke')),
      ),
    ).toEqual([
      'ØVELSE ØVELSE ØVELSE  TLP:AMBER  Fællesdrift nede',
      'Det, du gjorde som It-driftsvagt, IT-Fælles Syd:',
      'T+00:02 læste [1] Opkald 1',
      'T+00:03 kvitterede for [1] Opkald 1',
      'T+00:04 skrev til Jydske Tidende: [2] Ingen kommentarer.',
      '  Ingen kommentarer.',
      'T+00:05 afslog opgaven »Tidlig varsling« fra It-chef',
      '  Har travlt',
      'T+00:06 løste opgaven »Tidlig varsling« uden om værktøjet',
      '  Sendt',
      'T+00:09 spurgte øvelsesledelsen (opgave [1] Tidlig varsling)',
      '  Må vi?',
      'Førstehåndsindtryk',
      '  1. Var det klart, hvem der havde ansvaret?',
      '     ✓ Nej',
      'ØVELSE ØVELSE ØVELSE',
    ]);
  });
  test('the timeline has what the organisation did and what came to it', async () => {
    const text = (await answered(view, 'tidslinje')).join('\n');
    expect(text).toContain('T+00:01 modtaget fra Vagtcentral: [1] Opkald 1');
    expect(text).toContain('T+00:07 It-chef: Skal nettet afbrydes? Besluttet: Nej (It-chef)');
    expect(text).toContain('T+00:02 It-driftsvagt: læste [1] Opkald 1');
    expect(text).not.toContain('Systemerne er nede');
  });
  test('a decision in full has its discussion, its assumptions and its dissent', async () => {
    const lines = await answered(view, 'beslutninger 1');
    expect(lines).toContain('  Uenighed: Vagten');
    expect(lines).toContain('  Oplysninger: +1 Filserveren er krypteret');
  });
  test.each([
    ['søg kommentarer', '[2] T+00:04 besked · → Jydske Tidende'],
    ['søg SORTE', '[1] T+00:01 telefon · Vagtcentral: Opkald 1'],
    ['søg krypteret', '+1 Filserveren er krypteret (TLP:AMBER)'],
    ['søg arbejder på', 'udtalelse [1]'],
    ['søg krisestab', 'kontakt 2. Krisestabschef'],
    ['søg for farligt', 'beslutning [1]'],
    ['søg xyzzy', 'Intet på bordet siger »xyzzy«.'],
  ])('%s', async (line, found) => expect((await answered(view, line))[0]).toContain(found));
});

test('contacts are listed by organisation, with the word that writes to all of it', async () => {
  expect((await answered(roleView(), 'kontakter')).slice(0, 3)).toEqual([
    'IT-Fælles Syd (@it)',
    '  1. It-chef, IT-Fælles Syd',
    '  2. Krisestabschef, IT-Fælles Syd',
  ]);
});

describe('help', () => {
  test('tells what applies now', async () => {
    const idle = (await answered({ ...roleView(), tasks: {}, decisions: {} }, 'hjælp')).join('\n');
    expect(idle).toContain('  skriv <roller>');
    for (const word of ['  modtag 2', '  svar-runde', '  prøv:', '  beslut 1 2', '  kladder']) {
      expect(idle).not.toContain(word);
    }
    const planned = { ...roleView(), exercise: { exercise: exerciseRow('planned') } };
    const before = (await answered(planned, 'hjælp')).join('\n');
    expect(before).toContain('  prøv: ');
    expect(before).toContain('  ledelsen [[#o2] <tekst>]: ');
    expect(before).not.toContain('  skriv <roller>');
  });
  test.each(['da', 'en'] as const)('tells of every command on demand (%s)', async (lang) => {
    const s = seated(lang);
    await s.type(lang === 'da' ? 'hjælp alt' : 'help all');
    const { help } = lineWords(lang);
    for (const verb of Object.keys(VERBS) as Verb[]) {
      expect(s.printed()).toContain(`  ${help[verb][0]}: ${help[verb][1]}\n`);
      const words: readonly string[] = VERBS[verb];
      expect(words).toContain(help[verb][0].split(' ')[0]);
    }
  });
  test('tells of one command with its other words', async () => {
    expect((await answered(roleView(), 'hjælp rejs')).slice(0, 3)).toEqual([
      'rejs <roller> 30m <spørgsmål> // <mulighed> // <mulighed>',
      '  rejs en beslutning, der skal tages inden 30 minutter',
      '  Kan skrives: rejs, raise',
    ]);
  });
});

test('nothing that others write can make a terminal obey', async () => {
  const evil = '\x1b[2J\x1b]0;ejet\x07\u202Etitel\r\n\x9b31m';
  const { cut } = roleView().decisions;
  const s = seated('da', {
    ...roleView(),
    me: { me: { ...role('duty', evil), briefing: evil } },
    roles: { manager: { ...role('manager', evil), organisation: evil, organisationName: evil } },
    tasks: {
      warn: task({
        title: evil,
        description: evil,
        offers: [{ from: 'manager', to: 'duty', as: 'accountable', at: 1, note: evil }],
      }),
    },
    decisions: cut
      ? {
          cut: {
            ...cut,
            question: evil,
            raisedBy: 'manager',
            discussion: [{ role: 'manager', at: 1, text: evil }],
            made: {
              option: evil,
              reason: evil,
              role: evil,
              at: 1,
              how: 'role',
              assumptions: evil,
              dissent: evil,
            },
          },
        }
      : {},
    statements: { 'statement.1': statement({ title: evil, body: evil, facts: [evil] }) },
    picture: { 'picture.1': picture(1, { text: evil, role: evil }) },
    asks: {
      'ask.1': { id: 'ask.1', at: 1, role: 'duty', text: evil, answer: { at: 2, text: evil } },
    },
    contests: { c: { id: 'c', at: 1, role: 'duty', about: { role: evil }, text: evil } },
    outside: {
      o: { id: 'o', at: 1, role: 'duty', about: { task: 'warn' }, text: evil, to: [evil] },
    },
    items: {
      m: item(1, { sent: true, outside: evil, title: '', body: evil, about: { decision: 'cut' } }),
    },
  });
  s.client.answers = () => ({
    type: 'refused',
    code: 'x',
    reason: { da: evil, en: evil },
  });
  await s.type(
    ...['nu', 'opgaver 1', 'beslutninger 1', 'udtalelser', 'udtalelser 1', 'billede', 'billede 2'],
    ...['ledelsen', 'indsigelse', 'udenfor', 'kontakter', 'tidslinje', 'mit', 'søg titel', 'åbn 1'],
    ...[`${evil} ukendt ord her`, 'meddel 1 1', 'kladder', 'hjælp ' + evil.replace('\r\n', '')],
  );
  expect(s.printed().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(s.printed()).toContain('titel');
});
