import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../exports/formats/docx/docx.ts';
import { MOMENT, openedByOffice, partsOf, report } from './paper.ts';

const da = await renderDocx(report('da'), MOMENT);
const parts = partsOf(da);
const body = parts['word/document.xml'] ?? '';

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

  test('leads from evidence to the extract, and every link has its place', () => {
    const anchors = new Set([...body.matchAll(/w:anchor="(e\d+)"/g)].map(([, name]) => name));
    expect(anchors.size).toBeGreaterThan(20);
    for (const anchor of anchors) expect(body).toContain(`w:name="${anchor}"`);
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
    const title =
      '</w:t><w:instrText>INCLUDETEXT x</w:instrText> & \u001b[31mrød\u0000\ufffe \u202e{{x}}';
    const bytes = await renderDocx({ ...report('da'), title }, MOMENT);
    const hostile = partsOf(bytes);
    for (const [name, xml] of Object.entries(hostile)) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      expect(xml).not.toMatch(/[\u0000-\u0008\u001b\u202e\ufffe]/);
      expect(xml).not.toContain('<w:instrText>INCLUDETEXT');
    }
    expect(hostile['word/document.xml']).not.toContain('<script');
    // Whoever opens it has to read the XML first.
    expect(openedByOffice(bytes, 'hostile.docx')).toContain('<w:instrText>INCLUDETEXT');
  });

  test('opens in LibreOffice with what it says', { timeout: 120_000 }, () => {
    const text = openedByOffice(da, 'report.docx');
    for (const { title } of report('da').sections) expect(text).toContain(title);
    expect(text).toContain('Side 1 af');
  });
});
