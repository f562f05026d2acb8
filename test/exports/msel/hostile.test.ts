/** Files made to do harm, or only broken: a clear answer, no crash, little memory. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readDelimited } from '../../../exports/msel/delimited.ts';
import { columnName, LIMITS, readWorkbook, writeWorkbook } from '../../../exports/msel/workbook.ts';
import { inspect } from '../../../exports/msel/zip.ts';
import { injectsIn, outcomeOf, takeIn } from './support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An archive by hand: `size` is what it says of itself. */
function zip(entries: readonly { name: string; content: Buffer; size?: number }[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size = content.length } of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function workbook(sheet: string, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...extra,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}
const sheetXml = (rows: string, before = ''): string =>
  `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('the archives made here are read', async () => {
  const read = await readWorkbook(workbook(sheetXml(`<row r="1">${inline('A1', 'Time')}</row>`)));
  expect(read).toMatchObject({ sheets: [{ name: 'S', rows: [[{ type: 'text', text: 'Time' }]] }] });
});

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'not-a-workbook'],
  ['text', bytes('Time;Title'), 'not-a-workbook'],
  ['only its first letters', bytes('PK\u0003\u0004'), 'not-a-workbook'],
  [
    'an old or a protected workbook',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    'workbook-encrypted',
  ],
  [
    'an archive without a workbook',
    zip([{ name: 'a.txt', content: Buffer.from('a') }]),
    'not-a-workbook',
  ],
  ['broken XML', workbook('<worksheet><sheetData><row><c'), 'not-a-workbook'],
  ['too large a file', new Uint8Array(LIMITS.bytes + 1), 'workbook-too-large'],
  [
    'a bomb that says what it is',
    zip([{ name: 'xl/workbook.xml', content: Buffer.alloc(LIMITS.unpacked + 1) }]),
    'workbook-too-large',
  ],
  [
    'a bomb that says nothing',
    zip([{ name: 'xl/workbook.xml', content: Buffer.alloc(1_000_000), size: 0 }]),
    'not-a-workbook',
  ],
  [
    'many entries, each below the limit',
    zip(
      Array.from({ length: 3 }, (_, i) => ({
        name: `xl/${i}`,
        content: Buffer.alloc(50 * 1024 * 1024),
      })),
    ),
    'workbook-too-large',
  ],
])('not a workbook: %s', async (_, file, refusal) => {
  expect(await readWorkbook(file)).toMatchObject({ refusal });
});

test('a bomb that lies about its size is cut off', async () => {
  const file = workbook(sheetXml(''));
  const lying = zip([
    { name: 'xl/workbook.xml', content: Buffer.alloc(200 * 1024 * 1024), size: 1_000 },
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
  ]);
  expect(inspect(file)).toBeGreaterThan(0);
  expect(await readWorkbook(lying)).toMatchObject({ refusal: 'not-a-workbook' });
});

test.each<[string, Uint8Array, string]>([
  ['a column far out', workbook(sheetXml(`<row r="1">${inline('XFD1', 'x')}</row>`)), 'sheets'],
  [
    'one column too many',
    workbook(sheetXml(`<row r="1">${inline('IW1', 'x')}</row>`)),
    'too-many-columns',
  ],
  [
    'one row too many',
    workbook(sheetXml(`<row r="20001">${inline('A20001', 'x')}</row>`)),
    'too-many-rows',
  ],
  [
    'a cell at the corner of the world',
    workbook(sheetXml(`<row r="1048576">${inline('XFD1048576', 'x')}</row>`)),
    'sheets',
  ],
  [
    'a cell beyond it',
    workbook(sheetXml(`<row r="99999999">${inline('AAAAAAA99999999', 'x')}</row>`)),
    '',
  ],
])('bounds: %s', async (_, file, outcome) => {
  const read = await readWorkbook(file);
  const said = 'refusal' in read ? read.refusal : 'sheets';
  if (outcome === '') expect(['not-a-workbook', 'sheets', 'too-many-rows']).toContain(said);
  else expect(said).toBe(outcome);
});

test('entities do not multiply', async () => {
  const dtd = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
  const read = await readWorkbook(
    workbook(sheetXml(`<row r="1">${inline('A1', '&j;')}</row>`, dtd)),
  );
  const size = JSON.stringify(read).length;
  expect(size).toBeLessThan(1_000);
});

test('too many sheets', async () => {
  const sheets = Array.from({ length: LIMITS.sheets + 1 }, (_, i) => ({
    name: `S${i}`,
    rows: [['a']],
  }));
  expect(await readWorkbook(await writeXlsx({ sheets }))).toMatchObject({
    refusal: 'too-many-sheets',
  });
});

test('formulas count for what they showed, and are never carried on', async () => {
  const file = workbook(
    sheetXml(
      `<row r="1">${inline('A1', 'Time')}${inline('B1', 'Title')}${inline('C1', 'Body')}</row>` +
        `<row r="2">${inline('A2', 'T+00:01')}<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>shown</v></c>${inline('C2', '=1+1')}</row>`,
    ),
  );
  expect(injectsIn(await takeIn(file))[0]?.draft).toMatchObject({ title: 'shown', body: '=1+1' });
});

test('text that the format itself would read is written as text', async () => {
  const texts = ['_x0041_', '=1+1', ' x ', 'a\nb', '<b>&amp;', '🙂'];
  const file = await writeWorkbook([
    {
      name: 'S',
      frozen: 0,
      columns: texts.map((header) => ({ header, width: 10 })),
      rows: [texts.map((text) => ({ type: 'text' as const, text }))],
    },
  ]);
  const read = await readWorkbook(file);
  const rows = 'sheets' in read ? read.sheets[0]?.rows : [];
  expect(rows?.map((row) => row.map((cell) => cell?.type === 'text' && cell.text))).toEqual([
    texts,
    texts,
  ]);
});

const rowsOf = (text: string): unknown => {
  const read = readDelimited(bytes(text), 'x');
  return 'sheet' in read
    ? read.sheet.rows.map((row) => row.map((cell) => (cell?.type === 'text' ? cell.text : '')))
    : read.refusal;
};

test.each<[string, unknown]>([
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\n"x;y";"p, q, r, s"\n',
    [
      ['a', 'b'],
      ['x;y', 'p, q, r, s'],
    ],
  ],
  [
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['sep=;\r\na;b', [['a', 'b']]],
  ['\ufeffa;"b ""c"" d\ne"\n', [['a', 'b "c" d\ne']]],
  [
    'a;b;\n;;\n',
    [
      ['a', 'b', ''],
      ['', '', ''],
    ],
  ],
  ['a;6" rør\n', [['a', '6" rør']]],
  ['a\rb\r', [['a'], ['b']]],
  ['', []],
  ['a;"b\nc;d\n', 'csv-quote-open'],
  ['a;"b"c\n', 'csv-quote-stray'],
  ['a;\0b\n', 'csv-nul'],
  [`${'a;'.repeat(1_000_000)}\n`, 'too-many-columns'],
  ['a\n'.repeat(LIMITS.rows + 1), 'too-many-rows'],
])('CSV %#', (text, expected) => {
  expect(rowsOf(text)).toEqual(expected);
});

test('encodings: UTF-8, UTF-16 that says so, and no others', () => {
  const wide = Buffer.from('\ufeffæ;ø', 'utf16le');
  const big = Buffer.from(wide).swap16();
  for (const file of [bytes('æ;ø'), wide, big]) {
    const read = readDelimited(file, 'x');
    expect('sheet' in read && read.sheet.rows[0]).toMatchObject([{ text: 'æ' }, { text: 'ø' }]);
  }
  expect(readDelimited(Buffer.from('æ;ø', 'latin1'), 'x')).toEqual({ refusal: 'csv-encoding' });
});

test('what a file is goes by its content; a name that promises a workbook is held to it', async () => {
  expect(await outcomeOf(bytes('Time;Title'))).toMatchObject({
    faults: [{ code: 'not-a-workbook' }],
  });
  expect(await outcomeOf('a;"b')).toMatchObject({ faults: [{ code: 'csv-quote-open', row: 1 }] });
});

test('columns have the names that spreadsheets give them', () => {
  expect([0, 25, 26, 255, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'IV', 'ZZ', 'AAA']);
});
