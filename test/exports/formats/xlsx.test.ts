import { describe, expect, test } from 'vitest';
import { renderXlsx } from '../../../exports/formats/xlsx/xlsx.ts';
import { type Cell, readWorkbook } from '../../../exports/msel/workbook.ts';
import { analysis, openedByOffice, partsOf } from './paper.ts';

const da = await renderXlsx(analysis, 'da');
const read = await readWorkbook(da);
const sheets = 'sheets' in read ? read.sheets : [];
const sheet = (name: string) => sheets.find((each) => each.name === name);
const textOf = (cell: Cell | undefined): string => (cell?.type === 'text' ? cell.text : '');

describe('the workbook', () => {
  test('has a sheet a question, in the reader’s language', async () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'Fund',
      'Forbedringsplan',
      'Opgaver',
      'Ansvar',
      'Beslutninger',
      'Frister',
      'Grænseflader',
      'Viden',
      'Drejebog, plan og forløb',
    ]);
    const en = await readWorkbook(await renderXlsx(analysis, 'en'));
    expect('sheets' in en && en.sheets.map(({ name }) => name)).toContain('Improvement plan');
  });

  test('sets the drejebog’s plan beside its course', () => {
    const rows = sheet('Drejebog, plan og forløb')?.rows ?? [];
    expect(rows).toHaveLength(analysis.injects.length + 1);
    const head = (rows[0] ?? []).map(textOf);
    for (const [i, row] of analysis.injects.entries()) {
      const cell = (title: string): Cell | undefined => rows[i + 1]?.[head.indexOf(title)] ?? null;
      expect(cell('Id')).toEqual({ type: 'text', text: row.inject });
      expect(cell('Tid, faktisk')).toEqual(
        row.releasedAt === undefined ? null : { type: 'duration', ms: row.releasedAt },
      );
      expect(cell('Åbnet af')).toEqual({ type: 'number', value: row.opened });
    }
  });

  test('has owner and date as drafted, and leaves the status open, with words to choose from', () => {
    const rows = sheet('Forbedringsplan')?.rows ?? [];
    const head = (rows[0] ?? []).map(textOf);
    const grave = analysis.findings.findings.filter(({ severity }) => severity !== 'low');
    expect(rows).toHaveLength(grave.length + 1);
    const column = (title: string) => {
      expect(head).toContain(title);
      return rows.slice(1).map((row) => row[head.indexOf(title)] ?? null);
    };
    const due = new Map(analysis.followUp.map((row) => [row.finding, row.due]));
    expect(column('Frist (dato)').map(textOf)).toEqual(grave.map(({ id }) => due.get(id)));
    expect(column('Ansvarlig').every((cell) => textOf(cell).length > 0)).toBe(true);
    expect(column('Status').every((cell) => cell === null)).toBe(true);
    const xml = Object.entries(partsOf(da)).filter(([name]) => name.includes('worksheets/'));
    expect(xml.some(([, text]) => text.includes('gennemført'))).toBe(true);
  });

  test('has no formula, and takes none from a planner or a participant', async () => {
    const name = '=HYPERLINK("http://example.invalid","klik") \u001b[31m\u202e_x0041_';
    const named = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, name }));
    const names = {
      ...analysis.names,
      tasks: named(analysis.names.tasks),
      roles: named(analysis.names.roles),
      injects: named(analysis.names.injects),
    };
    const bytes = await renderXlsx({ ...analysis, names }, 'da');
    for (const [path, xml] of Object.entries(partsOf(bytes))) {
      if (path.includes('worksheets/')) expect(xml).not.toMatch(/<f[ >]/);
    }
    const hostile = await readWorkbook(bytes);
    const rows = 'sheets' in hostile ? hostile.sheets.flatMap((each) => each.rows) : [];
    const texts = rows.flat().map(textOf);
    expect(texts.filter((text) => text.includes('HYPERLINK')).length).toBeGreaterThan(10);
    for (const text of texts) expect(text).not.toMatch(/^\s*[=+@]|[\u0000-\u0008\u001b\u202e]/);
  });

  test('is the same bytes twice', async () => {
    expect(await renderXlsx(analysis, 'da')).toEqual(da);
  });

  test('opens in LibreOffice with what it says', { timeout: 120_000 }, () => {
    expect(openedByOffice(da, 'report.xlsx')).toContain('Orientering af borgerne');
  });
});
