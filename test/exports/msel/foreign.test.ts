/** Others' sheets: what is understood, what is guessed, what is missing. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeXlsx } from 'hucre';
import { fromMarkup } from '../../../exports/msel/markup.ts';
import { faultText } from '../../../exports/msel/saying.ts';
import { FAULTS, faultOf, type FaultCode } from '../../../exports/msel/fault.ts';
import { renderScript } from '../../../exports/msel/script.ts';
import { readWishFile, readWishLine } from '../../../exports/msel/wish.ts';
import { codesOf, injectsIn, outcomeOf, takeIn } from './support.ts';

const fieldsOf = (columns: readonly { header: string; field?: string }[]): unknown =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field]));

test.each([
  ['Danish', 'Nr.;Tidspunkt;Til;Fra;Kanal;Overskrift;Beskrivelse;Forventet handling'],
  [
    'English',
    'No,Time,Recipients,Sender,Delivery method,Subject,Inject Description,Expected Actions',
  ],
  ['French', 'N°;Heure;Destinataires;Expéditeur;Moyen;Sujet;Contenu;Réactions attendues'],
])('headers in %s', async (_, header) => {
  const row = '1;T+01:00;duty;Vagten;sms;Noget sker;Det er sket;De ringer';
  const sheet = `${header}\n${header.includes(';') ? row : row.replaceAll(';', ',')}\n`;
  const read = await takeIn(sheet);
  expect(read.columns.map(({ field }) => field)).toEqual([
    'serial',
    'planned_exercise_time',
    'to_roles',
    'from_role',
    'channel',
    'title',
    'content',
    'expected_action',
  ]);
  const [inject] = injectsIn(read);
  expect(inject?.faults).toEqual([]);
  expect(inject?.draft).toEqual({
    at: 'T+01:00',
    from: { name: 'Vagten' },
    to: ['duty'],
    channel: 'sms',
    title: 'Noget sker',
    body: 'Det er sket',
    notes: 'Expected action: De ringer',
  });
});

test('a header further down, a section, an empty row', async () => {
  const read = await takeIn(
    [
      'Øvelse Nord;;',
      ';;',
      'Tid;Hændelse;Modtager',
      'Fase: alarm;;',
      ';;',
      'T+00:10;Strømmen går;Town',
    ].join('\n'),
  );
  expect(read.headerRow).toBe(3);
  expect(read.items).toMatchObject([
    { type: 'section', row: 4, text: 'Fase: alarm', phase: 'alarm' },
    { type: 'inject', row: 6, id: 'stroemmen-gaar', draft: { at: 'T+00:10', to: ['town'] } },
  ]);
});

test.each<[string, readonly string[], readonly FaultCode[]]>([
  ['ALL', ['all'], []],
  ['alle', ['all'], []],
  ['duty, boss', ['duty', 'boss'], []],
  ['duty boss', ['duty', 'boss'], []],
  ['"duty\nlead"', ['duty', 'lead'], []],
  ['duty og Crisis lead', ['duty', 'lead'], []],
  ['Town', ['town'], []],
  ['Duty offcer', ['duty'], ['receiver-guessed']],
  ['the Manager', ['boss'], ['receiver-guessed']],
  ['duty, Martians', ['duty'], ['receiver-unknown']],
  ['Martians', ['all'], ['receiver-unknown', 'receivers-missing']],
  ['', ['all'], ['receivers-missing']],
])('receivers: %s', async (cell, to, codes) => {
  const read = await takeIn(
    `Time;Title;Body;To;From;Channel\nT+00:10;A title;A text;${cell};X;sms\n`,
  );
  expect(injectsIn(read)[0]?.draft['to']).toEqual(to);
  expect(codesOf(read.items[0])).toEqual(codes);
});

test('what our language demands and the sheet lacks gets a default and a warning', async () => {
  const read = await takeIn('Time;Title;Body\nT+00:01;;Only a text\nsoon;T;\n-5m;U;V\n');
  expect(injectsIn(read).map(({ draft }) => draft)).toMatchObject([
    {
      at: 'T+00:01',
      title: 'Only a text',
      channel: 'email',
      from: { name: { en: 'Exercise control' } },
      to: ['all'],
    },
    { manual: true, body: 'T' },
    { manual: true },
  ]);
  const always = ['channel-missing', 'sender-missing', 'receivers-missing'];
  expect(read.items.map((item) => [...codesOf(item)].sort())).toEqual([
    expect.arrayContaining([...always, 'title-missing']),
    expect.arrayContaining([...always, 'content-missing', 'time-not-understood']),
    expect.arrayContaining([...always, 'time-before-start']),
  ]);
});

test('channels, domains and markings in other words', async () => {
  const rows = [
    'Send an SMS;cyber;amber',
    'tv-avisen;fysisk;TLP RED',
    'fnuldr;;',
    'e-mail;both;white',
    'S!RENEN på mobilen;;',
    'sirener;;',
    'overvågningsalarm;;',
  ];
  const read = await takeIn(
    `Time;Title;Body;Channel;Domain;TLP\n${rows.map((row) => `T+00:01;t;b;${row}`).join('\n')}`,
  );
  expect(
    injectsIn(read).map(({ draft }) => [draft['channel'], draft['domain'], draft['marking']]),
  ).toEqual([
    ['sms', 'digital', 'TLP:AMBER'],
    ['news', 'physical', 'TLP:RED'],
    ['email', undefined, undefined],
    ['email', 'both', 'TLP:CLEAR'],
    ['broadcast', undefined, undefined],
    ['broadcast', undefined, undefined],
    ['alarm', undefined, undefined],
  ]);
  expect(codesOf(read.items[2])).toContain('channel-unknown');
});

test('cells of a workbook: times of day, lengths, dates', async () => {
  const formats = ['hh:mm', '[h]:mm', 'dd-mm-yyyy hh:mm', 'General'];
  const values = [9.5 / 24, 26 / 24, 46_283 + 0.5, 30];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'MSEL',
        rows: [['Time', 'Title', 'Body'], ...values.map((value) => [value, 'A', 'B'])],
        cells: new Map(formats.map((numFmt, i) => [`${i + 1},0`, { style: { numFmt } }])),
      },
    ],
  });
  const read = await takeIn(bytes, {
    start: { clock: 9 * 3_600_000, date: 20_714 * 86_400_000, given: true },
  });
  expect(injectsIn(read).map(({ draft }) => draft['at'])).toEqual([
    'T+00:30',
    'T+26:00',
    'T+03:00',
    'T+00:30',
  ]);
});

test('ids are unique, also beside those the scenario has', async () => {
  const rows = Array.from({ length: 3 }, () => 'T+00:01;Call;b').join('\n');
  const read = await takeIn(`Time;Title;Body\n${rows}`);
  expect(injectsIn(read).map(({ id }) => id)).toEqual(['call-2', 'call-3', 'call-4']);
});

test('the planner says what the columns are, by header and by letter', async () => {
  const sheet = 'a;b;c;d\nfoo;T+2;duty;secret\n';
  const read = await takeIn(sheet, {
    headerRow: 1,
    map: 'a=title,B=tidspunkt,c=to,D=ignore,@unit=h',
  });
  expect(fieldsOf(read.columns)).toEqual({
    a: 'title',
    b: 'planned_exercise_time',
    c: 'to_roles',
    d: 'ignore',
  });
  expect(injectsIn(read)[0]).toMatchObject({
    draft: { at: 'T+02:00', title: 'foo', to: ['duty'] },
    left: [],
  });
  const bare = await takeIn('T+00:05;foo;bar\n', { headerRow: 0, map: 'A=time,B=title,C=content' });
  expect(injectsIn(bare)[0]).toMatchObject({
    row: 1,
    draft: { at: 'T+00:05', title: 'foo', body: 'bar' },
  });
});

test('wishes that cannot be carried out', async () => {
  expect(readWishLine('Time=tiem_of_day')).toMatchObject({
    faults: [{ code: 'wish-unknown-field' }],
  });
  expect(readWishFile('columns: { Tid: planned_exercise_time }\n"@unit": d')).toMatchObject({
    unit: 'd',
    wishes: [{ column: 'Tid', field: 'planned_exercise_time' }],
    faults: [],
  });
  expect(readWishFile('a: [')).toMatchObject({ faults: [{ code: 'wish-unreadable' }] });
  expect(await outcomeOf('Time;Title\n1;2', { map: 'Titel på noget=title' })).toMatchObject({
    faults: [{ code: 'wish-unknown-column' }],
  });
  expect(await outcomeOf('J-30;foo;bar\nJ-20;a;b')).toMatchObject({
    faults: [{ code: 'no-header' }],
  });
  expect(await outcomeOf('Time;Title\n')).toMatchObject({ faults: [{ code: 'no-rows' }] });
  expect(await outcomeOf('Time;Title\n1;2', { sheet: 'Ark9' })).toMatchObject({
    faults: [{ code: 'no-such-sheet' }],
  });
});

test.each([
  ['<p>Hej<br>du</p><p><b>Vigtigt</b></p>', 'Hej\ndu\n\n**Vigtigt**'],
  ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['<a href="https://x.dk/a">siden</a>', 'siden (https://x.dk/a)'],
  ['<a href="javascript:alert(1)">klik</a>', 'klik'],
  ['<script>alert(1)</script>tekst', 'tekst'],
  ['<img src=x onerror=alert(1)>tekst', 'tekst'],
  ['a &lt;b&gt; &amp; &aelig; &#248;', 'a <b> & æ ø'],
  ['5 < 6 og 7 > 3', '5 < 6 og 7 > 3'],
  ['<scr<script>x</script>ipt>y', 'y'],
])('markup: %s', (html, text) => {
  expect(fromMarkup(html)).toBe(text);
});

test('the file: comments hold what was guessed and what was left, and cannot be left', async () => {
  const read = await takeIn(
    'Time;Title;Body;Budget\nT+2;"# A: title";"line\n\n- item";"x\ninjects: {}\u2028y"\n',
  );
  const text = renderScript(read, 'a\nb.csv', 'en');
  expect(parse(text)).toEqual({ injects: { 'a-title': injectsIn(read)[0]?.draft } });
  expect(text).toContain('# Budget: x injects: {} y');
  expect(text).toContain('# “T+2” has no unit; taken as T+00:02.');
  expect(text).toContain('body: |-');
});

test('every fault is said in both languages, with all it knows', () => {
  for (const code of Object.keys(FAULTS) as FaultCode[]) {
    const fault = faultOf(
      code,
      {},
      { what: 'W', taken: 'T', why: 'Y', limit: '7', suggestion: 'S', where: 'P' },
    );
    const [da, en] = (['da', 'en'] as const).map((lang) => faultText(fault, lang));
    for (const said of [da!, en!]) {
      for (const sentence of Object.values(said)) expect(sentence).toMatch(/^\S.*[.?!]$/);
    }
    expect(da!.what).not.toBe(en!.what);
    expect(Object.values(da!).join(' ')).not.toMatch(/[“”]/);
  }
});
