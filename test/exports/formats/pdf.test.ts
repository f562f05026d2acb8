import { describe, expect, test } from 'vitest';
import { LONGEST, paperOf } from '../../../exports/formats/paper/paper.ts';
import { renderPdf } from '../../../exports/formats/pdf/pdf.ts';
import type { Card, Report, Section, TableBlock } from '../../../exports/formats/block.ts';
import { REFERENCES } from '../../../exports/formats/paper/runs.ts';
import { fonts, MOMENT, readWith, report } from './paper.ts';

const pdf = (given: Report): Uint8Array => renderPdf(given, fonts, new Date(MOMENT));
const da = pdf(report('da'));
const textOf = (bytes: Uint8Array): string =>
  readWith('pdftotext', ['-layout', '%', '-'], bytes, 'report.pdf');
const info = (bytes: Uint8Array, ...args: readonly string[]): string =>
  readWith('pdfinfo', [...args, '%'], bytes, 'report.pdf');

describe('the PDF', () => {
  test('says what the report says, with the marking and the number on every page', () => {
    const text = textOf(da);
    for (const { title } of report('da').sections) expect(text).toContain(title);
    const pages = text.split('\f').slice(0, -1);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('ØVELSE ØVELSE ØVELSE');
      expect(page).toContain('TLP:AMBER');
      expect(page).toContain(`Side ${i + 1} af ${pages.length}`);
    }
  });

  test('is tagged: title, language, headings, tables with scopes, lists, figures with their words', () => {
    const about = info(da);
    expect(about).toMatch(/Tagged:\s+yes/);
    expect(about).toMatch(/Title:\s+ØVELSE TLP:AMBER – Evalueringsrapport: Fællesdrift nede/);
    const structure = info(da, '-struct-text');
    for (const tag of [
      'H1',
      'H2',
      'H3',
      'Table',
      'TR',
      'TH',
      'TD',
      'Caption',
      'L',
      'LI',
      'LBody',
    ]) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    }
    expect(structure).toContain('Scope /Column');
    expect(structure).toContain('Scope /Row');
    expect(structure).toMatch(/Figure[^\n]*\n/);
    const raw = new TextDecoder('latin1').decode(da);
    expect(raw).toContain('/Lang (da-DK)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('pdfuaid:part');
    expect(raw.match(/\/S \/Figure[^>]*\/Alt/g)?.length).toBeGreaterThan(0);
  });

  test('has wide matrices on sheets turned sideways, and bookmarks', () => {
    const sizes = info(da, '-f', '1', '-l', '99');
    expect(sizes).toMatch(/841\.89 x 595\.28/);
    expect(sizes).toMatch(/595\.28 x 841\.89/);
    const raw = new TextDecoder('latin1').decode(da);
    expect(raw).toContain('/Type /Catalog');
    expect(raw).toMatch(/\/Outlines \d+ 0 R/);
  });

  test('leads from evidence to its row in the extract', () => {
    const raw = new TextDecoder('latin1').decode(da);
    const targets = new Set([...raw.matchAll(/\/Dest \((e\d+)\)/g)].map(([, name]) => name));
    expect(targets.size).toBeGreaterThan(20);
    for (const target of targets) expect(raw).toContain(`(${target}) [`);
  });

  test('is the same bytes twice, and other words in English', () => {
    expect(pdf(report('da'))).toEqual(da);
    expect(textOf(pdf(report('en')))).toContain('Page 1 of');
  });

  test('takes hostile words for words', () => {
    const title = '</rdf:li><x> & \u001b[31mrød\u202e <script>';
    const bytes = pdf({ ...report('da'), title });
    expect(textOf(bytes)).toContain('</rdf:li><x> & rød <script>');
    const raw = new TextDecoder('utf8').decode(bytes);
    expect(raw).not.toContain('</rdf:li><x>');
    expect(raw).not.toContain('/JavaScript');
  });

  test('has every letter that the embedded ones have, and what has to be shaped besides', () => {
    // More shapes than a byte counts: their numbers are all that a string of the page can hold.
    const letters = [...Array(0x17f - 0xa0).keys()].map((n) => String.fromCharCode(0xa1 + n));
    const plain = [`(a)\\(b)`, letters.filter((c) => c !== '\u00ad').join(' '), 'Ω я ▼ ◆ → …'];
    const shaped = ['e\u0301a', 'مرحبا'];
    const blocks = [...plain, ...shaped].map((text) => ({ type: 'para', text }) as const);
    const section = { id: 'letters', title: 'Bogstaver', blocks };
    const text = textOf(pdf({ ...report('da'), sections: [section] })).normalize('NFC');
    const bare = text.replaceAll(/\s/g, '');
    for (const words of plain) expect(bare).toContain(words.normalize('NFC').replaceAll(' ', ''));
    expect(bare).toContain('éa');
    expect(bare).toContain('مرحبا');
  });

  test('parts a row that is taller than a page, and loses none of it', () => {
    const words = [...Array(3_000).keys()].map((n) => `ord${n}`);
    const table: TableBlock = {
      type: 'table',
      caption: 'Lang',
      columns: [{ title: 'A' }, { title: 'B' }],
      rows: [[{ text: 'a' }, { text: words.join(' ') }]],
    };
    const section = { id: 'long', title: 'Lang', blocks: [table] };
    const text = textOf(pdf({ ...report('da'), sections: [section] }));
    const found = new Set(text.match(/ord\d+/g));
    expect(found.size).toBe(words.length);
  });
});

describe('paper', () => {
  const matrix = (columns: number, rows: number): TableBlock => ({
    type: 'table',
    layout: 'matrix',
    caption: 'Matrix',
    columns: [...Array(columns).keys()].map((n) => ({ title: `c${n}` })),
    rows: [...Array(rows).keys()].map((r) =>
      [...Array(columns).keys()].map((c) => ({ text: `${r}.${c}` })),
    ),
  });
  const sheetOf = (table: TableBlock) =>
    paperOf({ ...report('da'), sections: [{ id: 'x', title: 'X', blocks: [table] }] }).sheets[0];

  test('parts a wide matrix into columns that fit, each cell once', () => {
    const blocks = (sheetOf(matrix(50, 2))?.blocks ?? []) as readonly TableBlock[];
    expect(blocks).toHaveLength(3);
    for (const block of blocks)
      expect(block.columns.slice(0, 2).map(({ title }) => title)).toEqual(['c0', 'c1']);
    const titles = blocks.flatMap(({ columns }) => columns.slice(2).map(({ title }) => title));
    expect(titles).toEqual([...Array(48).keys()].map((n) => `c${n + 2}`));
  });

  test('cuts what nobody reads, and says so', () => {
    const blocks = sheetOf(matrix(3, 5_000))?.blocks ?? [];
    expect(blocks[0]).toMatchObject({ rows: { length: LONGEST } });
    expect(blocks[1]).toMatchObject({
      type: 'note',
      text: expect.stringContaining('5000') as string,
    });
    expect(sheetOf(matrix(3, LONGEST))?.blocks).toHaveLength(1);
  });

  const paperWith = (...sections: readonly Section[]) => paperOf({ ...report('da'), sections });
  const table = (rows: number, rest: Partial<TableBlock> = {}): TableBlock => ({
    type: 'table',
    caption: 'Tabel',
    columns: [{ title: 'a' }, { title: 'b' }],
    rows: [...Array(rows).keys()].map((n) => [{ text: `${n}` }, { text: '' }]),
    ...rest,
  });

  test('turns only the sheets that hold something wide, with what introduces it', () => {
    const [sheet] = paperWith({
      id: 'x',
      title: 'X',
      blocks: [
        { type: 'para', text: 'om bredden' },
        matrix(12, 1),
        { type: 'heading', text: 'smalt' },
        table(1),
        { type: 'note', text: 'til sidst' },
      ],
    }).sheets;
    const said = sheet?.parts.map(({ sideways, blocks }) => [
      sideways,
      ...blocks.map((b) => b.type),
    ]);
    expect(said).toEqual([
      [true, 'para', 'table'],
      [false, 'heading', 'table', 'note'],
    ]);
  });

  test('turns no sheet for a drawing that stands there in words', () => {
    const lying = (drawn: boolean) =>
      paperOf(report('da'), drawn)
        .sheets.find(({ id }) => id === 'timeline')
        ?.parts.map(({ sideways }) => sideways);
    expect([lying(true), lying(false)]).toEqual([[true], [false]]);
  });

  test('has of the entries those that claims rest on', () => {
    const numbers = [...Array(9).keys()];
    const line = (id: string, evidence: readonly number[]): Section => ({
      id,
      title: id,
      blocks: [{ type: 'para', text: 'x', evidence }],
    });
    const paper = paperWith(line('findings', numbers.slice(0, 8)), line('networks', [8]), {
      id: 'extract',
      title: 'Uddrag',
      blocks: [table(9, { anchors: numbers })],
    });
    // So many are named at one place, and what is not named need not be looked up.
    expect([...paper.anchors]).toEqual(numbers.slice(0, REFERENCES));
    expect(paper.sheets[2]?.blocks[0]).toMatchObject({ rows: { length: REFERENCES } });
    expect(paper.sheets[2]?.intro).toContain('JSONL');
  });

  test('counts the tasks in which nothing departed from the plan', () => {
    const card = (id: string, ordinary: boolean): Card => ({
      id,
      title: id,
      badges: [],
      blocks: [],
      ordinary,
    });
    const cards = [card('a', true), card('b', false), card('c', true)];
    const [sheet] = paperWith({
      id: 'tasks',
      title: 'X',
      blocks: [{ type: 'cards', cards }],
    }).sheets;
    expect(sheet?.blocks[0]).toMatchObject({ cards: [{ id: 'b' }] });
    expect(sheet?.blocks[1]).toMatchObject({ text: expect.stringContaining(' 2 ') as string });
  });
});
