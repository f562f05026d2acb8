/** Versions by reader: nothing of another organisation's in one's own, nothing small in public. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { forAudience, forControl, priorFor } from '../../../exports/audience/audience.ts';
import { forOrganisation } from '../../../exports/audience/organisation.ts';
import { forPublic } from '../../../exports/audience/public.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderDocx } from '../../../exports/formats/docx/docx.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { renderPdf } from '../../../exports/formats/pdf/pdf.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { renderXlsx } from '../../../exports/formats/xlsx/xlsx.ts';
import { runs } from '../../support/runs.ts';
import { exercise } from '../exercise.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';
import { fonts, partsOf, readWith } from '../formats/paper.ts';
import { CANARY, play, steps } from './houses.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };

/** Every format there is, in one text. */
function everything(analysis: Analysis): string {
  return LANGS.flatMap((lang) => [
    renderMarkdown(analysis, lang, meta),
    renderHtml(analysis, lang, meta),
    renderJson(analysis, meta),
    ...Object.values(renderCsv(analysis, lang)),
  ]).join('\n');
}

/** Where a canary sits, with what stands around it; empty: nowhere. */
function canaryIn(text: string): string {
  const at = text.search(CANARY);
  return at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100);
}

test.each(['canaryc', 'zzc'] as const)(
  'an organisation’s version has nothing that is another’s alone, in any format (%s)',
  (third) => {
    fc.assert(
      fc.property(steps, (list) => {
        const analysis = analyse(play(list, third));
        expect(everything(analysis)).toMatch(CANARY);
        expect(canaryIn(everything(forOrganisation(analysis, 'a')))).toBe('');
      }),
      runs(30),
    );
  },
  120_000,
);

/** What people open in an office program, as what lies in the file. */
async function documents(analysis: Analysis): Promise<string> {
  const moment = '2026-11-23T08:30:00.000Z';
  const report = reportOf(analysis, 'da', meta);
  const office = [await renderDocx(report, moment), await renderXlsx(analysis, 'da')];
  const pdf = renderPdf(report, fonts, new Date(moment));
  return [
    ...office.flatMap((bytes) => Object.values(partsOf(bytes))),
    readWith('pdftotext', ['%', '-'], pdf, 'own.pdf'),
  ].join('\n');
}

test('nor have the documents made of it', { timeout: 120_000 }, async () => {
  for (const third of ['canaryc', 'zzc'] as const) {
    const [list = []] = fc.sample(steps, { numRuns: 1, seed: 11 });
    const analysis = analyse(play(list, third));
    expect(await documents(analysis)).toMatch(CANARY);
    expect(canaryIn(await documents(forOrganisation(analysis, 'a')))).toBe('');
  }
});

test('the public version has no name, no text and no count below five, in any format', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (list, k) => {
      const analysis = analyse(play(list, 'canaryc'));
      const open = forPublic(analysis, k);
      // The page's own script is named by a digest, in which any two letters may stand together.
      const text = everything(open).replaceAll(/'sha256-[^']*'/g, '');
      for (const word of ['CANARY', 'canary', 'zz', 'Fixture', 'oevelse-1']) {
        expect(text).not.toContain(word);
      }
      const { edition } = open;
      if (edition?.for !== 'public') throw new Error('no public edition');
      const least = Math.max(5, k);
      for (const { count, of } of edition.figures) {
        if (count !== undefined) expect(count).toBeGreaterThanOrEqual(least);
        const rest = (of ?? 0) - (count ?? 0);
        if (of !== undefined && rest !== 0) expect(rest).toBeGreaterThanOrEqual(least);
      }
      // Four houses: nothing has five organisations behind it.
      expect(
        edition.figures.every((row) => row.count === undefined && row.value === undefined),
      ).toBe(true);
    }),
    runs(30),
  );
}, 120_000);

describe('what is kept', () => {
  const analysis = analyse(exercise().entries);
  const own = forOrganisation(analysis, 'it-faelles');

  test('control’s is the whole', () => {
    expect(forControl(analysis)).toBe(analysis);
    expect(forAudience(analysis, { type: 'control' })).toBe(analysis);
    expect(renderMarkdown(analysis, 'da', meta)).toContain('Kun til øvelsesledelsen');
  });

  test('an organisation’s own cells, findings and decisions are as in the whole', () => {
    const ids = ['it-duty', 'it-manager'];
    for (const task of own.responsibility.tasks) {
      const whole = analysis.responsibility.tasks.find((row) => row.task === task.task)!;
      const cells = whole.cells.filter((cell) => ids.includes(cell.role));
      expect(task.cells).toEqual(cells);
    }
    const about = analysis.findings.findings.filter((f) => f.roles.some((r) => ids.includes(r)));
    expect(about.length).toBeGreaterThan(2);
    expect(own.findings.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(about.map(({ id }) => id)),
    );
    expect(own.decisions.decisions.find((row) => row.decision === 'disconnect')?.run?.made).toEqual(
      analysis.decisions.decisions.find((row) => row.decision === 'disconnect')?.run?.made,
    );
  });

  test('every version says on its face which it is', () => {
    const markdown = renderMarkdown(own, 'en', meta);
    expect(markdown.split('\n', 1)[0]).toContain('Version for IT-Fælles Syd');
    expect(renderHtml(own, 'da', meta)).toContain('Version til IT-Fælles Syd');
    expect(JSON.parse(renderJson(own, meta))).toMatchObject({
      edition: { for: 'organisation', organisation: 'it-faelles' },
    });
    expect(renderCsv(own, 'da')['version.csv']).toContain('IT-Fælles Syd');
    expect(renderMarkdown(forPublic(analysis), 'da', meta)).toContain('Offentlig version');
  });

  test('with houses and cases enough, the public gets figures', () => {
    const houses = [...Array(8).keys()].map((i) => `h${i}`);
    const many = planOf({
      organisations: houses.map((id) => ({ id, name: id })),
      roles: houses.map((id) => role(`r${id}`, id)),
      tasks: houses.map((id) => taskOf({ id: `t${id}`, accountable: [`r${id}`] })),
    });
    const w = writer(many);
    w.at(0).start();
    houses.forEach((id) => w.startTask(`t${id}`, 60));
    houses.forEach((id) => w.at(5).claim(`r${id}`, `t${id}`));
    houses.forEach((id) => w.at(9).finish(`r${id}`, `t${id}`));
    w.end();
    const { edition } = forPublic(analyse(w.entries));
    const figures = edition?.for === 'public' ? edition.figures : [];
    expect(figures).toContainEqual({ measure: 'done', count: 8, of: 8 });
    expect(figures).toContainEqual({ measure: 'organisations', count: 8 });
    expect(figures).toContainEqual({ measure: 'gaps' });
    expect(figures.find(({ measure }) => measure === 'jaccard')?.value).toBe(1);
  });

  test('the register’s actions go to their own organisation alone', () => {
    const row = (id: string, organisation?: string) =>
      ({ id, ...(organisation !== undefined && { organisation }) }) as never;
    const prior = { today: '2026-12-01', actions: [row('A1', 'a'), row('A2', 'b'), row('A3')] };
    const ids = (kept: typeof prior) => kept.actions.map(({ id }: { id: string }) => id);
    expect(ids(priorFor(prior, { type: 'control' }) as never)).toEqual(['A1', 'A2', 'A3']);
    expect(ids(priorFor(prior, { type: 'organisation', organisation: 'a' }) as never)).toEqual([
      'A1',
    ]);
    expect(ids(priorFor(prior, { type: 'public', k: 5 }) as never)).toEqual([]);
  });
});
