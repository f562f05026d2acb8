import { ImportedXmlComponent } from 'docx';
import { describe, expect, test } from 'vitest';
import type { Block, Report } from '../../../exports/formats/block.ts';
import { renderDocx } from '../../../exports/formats/docx/docx.ts';
import { MOMENT, openedByOffice, partsOf, report } from './paper.ts';

const da = await renderDocx(report('da'), MOMENT);
const parts = partsOf(da);
const body = parts['word/document.xml'] ?? '';

const WORDS =
  '</w:t><w:instrText>INCLUDETEXT x</w:instrText> & \u001b[31mrød\u0000\ufffe\ud800 \u202e{{x}} $& $1 $` ]]> "\'';
const LINE = { text: WORDS, lead: WORDS, evidence: [1] };
const CELL = { text: WORDS, sub: WORDS, lines: [WORDS], evidence: [1] };
const TABLE = {
  type: 'table',
  caption: WORDS,
  columns: [{ title: WORDS }, { title: WORDS, figure: true }],
  rows: [[CELL, { ...CELL, badges: [{ tone: 'bad', shape: '▲', label: WORDS }] }]],
} as const;
const steps = (...words: readonly string[]): Block => ({
  type: 'list',
  ordered: true,
  items: words.map((text) => ({ text })),
});
/** Every kind of block with words that want to be more than words. */
const BLOCKS: readonly Block[] = [
  { type: 'para', text: WORDS, evidence: [1] },
  { type: 'note', text: WORDS },
  { type: 'heading', text: WORDS },
  steps('Først', 'Sidst'),
  { type: 'list', items: [LINE] },
  steps('Først', 'Så', 'Sidst'),
  { type: 'pairs', rows: [LINE, { ...LINE, lead: '' }] },
  { type: 'pairs', rows: [] },
  { type: 'tiles', tiles: [{ value: WORDS, label: WORDS }] },
  TABLE,
  { type: 'code', text: WORDS, language: 'yaml' },
  { type: 'prose', text: WORDS },
  { type: 'drawing', title: WORDS, text: WORDS, svg: '<svg/>' },
  {
    type: 'cards',
    cards: [
      {
        id: 'c',
        title: WORDS,
        badges: [{ tone: 'good', shape: '', label: WORDS }],
        blocks: [{ type: 'note', text: WORDS }],
        notes: [WORDS],
      },
    ],
  },
];
const hostile: Report = {
  ...report('da'),
  ...{ title: WORDS, subtitle: WORDS, kicker: WORDS, banner: WORDS, stamp: WORDS, foot: WORDS },
  contents: WORDS,
  facts: [LINE],
  sections: [
    { id: 'findings', title: WORDS, intro: WORDS, blocks: BLOCKS },
    { id: 'extract', title: WORDS, blocks: [{ ...TABLE, anchors: [1] }] },
  ],
};

describe('the Word document', () => {
  test('has styles, headings, a table of contents, and both ways of lying', () => {
    expect(body).toContain('w:pStyle w:val="Heading1"');
    expect(body).toContain('w:pStyle w:val="Heading2"');
    expect(body).toContain('w:pStyle w:val="Heading3"');
    expect(body).toContain('w:pStyle w:val="Caption"');
    expect(body).toMatch(/TOC \\h \\o/);
    expect(body).toContain('w:orient="landscape"');
    expect(body).toContain('w:numPr');
    expect(parts['word/styles.xml']).toContain('w:lang w:val="da-DK"');
    expect(parts['docProps/core.xml']).toContain('Evalueringsrapport: Fællesdrift nede');
    expect(parts['docProps/core.xml']).toContain('2026-11-23T08:30:00Z');
  });

  test('repeats the headings of tables and parts no row', () => {
    const tables = body.split('<w:tbl>').slice(1);
    const headed = tables.filter((table) => table.includes('w:tblHeader'));
    expect(headed.length).toBeGreaterThan(10);
    const rows = body.match(/<w:tr[ >]/g)?.length ?? 0;
    expect(body.match(/<w:cantSplit/g)?.length).toBe(rows);
  });

  test('has the marking and the page number above and below', () => {
    const names = Object.keys(parts);
    const headers = names.filter((name) => /word\/header\d+\.xml/.test(name));
    const footers = names.filter((name) => /word\/footer\d+\.xml/.test(name));
    for (const name of headers) {
      expect(parts[name]).toContain('ØVELSE ØVELSE ØVELSE');
      expect(parts[name]).toContain('TLP:AMBER');
    }
    for (const name of footers) expect(parts[name]).toMatch(/PAGE.*NUMPAGES/s);
    expect(headers.length).toBeGreaterThan(1);
  });

  test('leads from evidence to the extract, and every link has one place', () => {
    const anchors = new Set([...body.matchAll(/w:anchor="(\w+)"/g)].map(([, name]) => name));
    const [starts, ends] = ['Start', 'End'].map((side) =>
      [...body.matchAll(new RegExp(`<w:bookmark${side}[^>]*w:id="(\\d+)"/>`, 'g'))].map(
        ([, id]) => id,
      ),
    );
    const names = [...body.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(([, name]) => name);
    expect([...anchors].filter((name) => name?.startsWith('e')).length).toBeGreaterThan(20);
    expect([...anchors].filter((name) => name?.startsWith('_Toc')).length).toBe(
      report('da').sections.length,
    );
    for (const anchor of anchors) expect(names).toContain(anchor);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(starts).size).toBe(names.length);
    expect(ends).toEqual(starts);
  });

  test('has its header and footer on every page', () => {
    const pages = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([page]) => page);
    expect(pages.length).toBeGreaterThan(2);
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    for (const page of pages) {
      const wide = page.includes('w:orient="landscape"');
      for (const kind of ['header', 'footer']) {
        const id = new RegExp(`<w:${kind}Reference w:type="default" r:id="(\\w+)"/>`).exec(
          page,
        )?.[1];
        const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1];
        expect(parts[`word/${target}`]).toContain(`w:pos="${wide ? 14_838 : 9_906}"`);
      }
    }
    // A page's end stands beside tables, never in them.
    for (const [table] of body.matchAll(/<w:tbl>.*?<\/w:tbl>/g))
      expect(table).not.toContain('sectPr');
  });

  test('has nothing left of the places that the body was put in', () => {
    expect(body).not.toMatch(/w:val="(Gap|List)\d+"/);
  });

  test('is XML in all its parts', () => {
    for (const [name, xml] of Object.entries(parts)) expectXml(name, xml);
  });

  test('has room to write beside every finding that is not minor', () => {
    const grave = report('da').sections.find(({ id }) => id === 'findings')?.blocks[0];
    const cards = grave?.type === 'cards' ? grave.cards.length : 0;
    expect(cards).toBeGreaterThan(0);
    expect(body.split('Det er vi enige om').length - 1).toBe(cards);
  });

  test('is the same bytes twice, whatever was written before', async () => {
    await renderDocx(report('en'), MOMENT);
    expect(await renderDocx(report('da'), MOMENT)).toEqual(da);
  });

  test('takes hostile words for words', { timeout: 120_000 }, async () => {
    const bytes = await renderDocx(hostile, MOMENT);
    const read = partsOf(bytes);
    for (const [name, xml] of Object.entries(read)) {
      expectXml(name, xml);
      expect(xml).not.toMatch(/[\u001b\u202e]/);
      expect(xml).not.toContain('<w:instrText>INCLUDETEXT');
    }
    expect(read['word/document.xml']).not.toContain('<script');
    // Whoever opens it has to read the XML first.
    const text = openedByOffice(bytes, 'hostile.docx');
    // Title, headings, cells and all the others: the words are there, as words.
    expect(text.split('INCLUDETEXT').length).toBeGreaterThan(15);
    expect(text).toContain('<w:instrText>INCLUDETEXT');
    expect(text).toContain('$& $1 $` ]]>');
    // Each list begins at 1, the bullets between them count for nothing.
    const steps = [...text.matchAll(/^ *(\d\.) +(?:Først|Så|Sidst)/gm)].map(([, number]) => number);
    expect(steps).toEqual(['1.', '2.', '1.', '2.', '3.']);
  });

  test('opens in LibreOffice with what it says', { timeout: 120_000 }, () => {
    const text = openedByOffice(da, 'report.docx');
    for (const { title } of report('da').sections) expect(text).toContain(title);
    expect(text).toContain('Side 1 af');
  });
});

/** XML that a reader can read, of characters that XML has. */
function expectXml(name: string, xml: string): void {
  if (!/\.(xml|rels)$/.test(name)) throw new Error(`What is ${name}?`);
  expect(xml, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(xml, name).not.toMatch(/\p{Surrogate}/u);
  ImportedXmlComponent.fromXmlString(xml);
}
