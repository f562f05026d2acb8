/** The sections on decisions and on information: what they show, with names and words from outside. */
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import type { Block, Section } from '../../../exports/formats/block.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { exercise, exercisePlan } from '../exercise.ts';
import { planOf, role, writer } from '../fixture.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };
const HOSTILE = '<script>alert(1)</script> | [x](javascript:alert(1)) \u001b[31m';

/** Decisions of every kind: noted, raised, entered later; a statement, a call, a breach. */
function varied() {
  const w = writer({
    ...exercisePlan,
    roles: exercisePlan.roles.map((row) =>
      row.id === 'dpo' ? { ...row, clearedFor: 'TLP:GREEN' as const } : row,
    ),
  });
  w.at(0).start();
  w.at(2).release('alarm-call', ['it-duty', 'crisis-lead']);
  w.at(4).open('it-duty', 'alarm-call');
  w.openDecision('disconnect', 30);
  const told = w.at(5).send('it-duty', { to: ['it-manager', 'dpo'], facts: ['encrypted'] });
  w.at(7).open('it-manager', told);
  w.call('press', ['crisis-lead'], ['backup']);
  w.at(20).enter('it-manager', 'disconnect', 'cut', 15);
  w.at(22).note('crisis-lead', HOSTILE, '=1+1', 21);
  const raised = w.at(25).raise('dpo', 'Hjem?', ['Ja', 'Nej'], ['crisis-lead'], 20);
  w.at(30).discuss('crisis-lead', raised);
  w.at(31).publish('it-manager', ['encrypted']);
  w.at(200).end();
  return analyse(w.entries);
}

const sectionOf = (id: string, lang: 'da' | 'en', analysis = varied()): Section =>
  reportOf(analysis, lang, meta).sections.find((section) => section.id === id)!;
const charts = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'chart' ? [block] : []));

describe.each(['da', 'en'] as const)('in %s', (lang) => {
  test('decisions have cards, and pictures that a table says as well', () => {
    const { blocks } = sectionOf('decisions', lang, analyse(exercise().entries));
    const kinds = charts(blocks).map(({ chart }) => chart.kind);
    expect(kinds).toEqual(['lines', 'bars']);
    for (const { chart, table } of charts(blocks)) {
      expect(chart.text).not.toBe('');
      expect(table.rows.length).toBeGreaterThan(0);
    }
    const cards = blocks.flatMap((block) => (block.type === 'cards' ? block.cards : []));
    expect(cards.map((card) => card.id)).toEqual([
      'decision-disconnect',
      'decision-pay',
      'decision-statement',
    ]);
  });

  test('a few decisions make no curve', () => {
    expect(charts(sectionOf('decisions', lang).blocks).map(({ chart }) => chart.kind)).toEqual([
      'bars',
    ]);
  });

  test('who knew what when is a picture with its table, and facts have lives', () => {
    const { blocks } = sectionOf('flow', lang, analyse(exercise().entries));
    const [matrix] = charts(blocks);
    expect(matrix?.chart.kind).toBe('knowledge');
    expect(matrix?.table.rows).toHaveLength(exercisePlan.facts.length);
    const cards = blocks.flatMap((block) => (block.type === 'cards' ? block.cards : []));
    expect(cards.map((card) => card.id)).toEqual(['fact-encrypted', 'fact-leak', 'fact-backup']);
  });

  test('every format says it, and nothing from outside comes through', () => {
    const analysis = varied();
    const [md, page] = [renderMarkdown(analysis, lang, meta), renderHtml(analysis, lang, meta)];
    const sheets = Object.values(renderCsv(analysis, lang)).join('\n');
    for (const text of [md, page, sheets]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|\u001b/);
    }
    for (const text of [md, page]) {
      expect(text).not.toContain('<script>alert(1)');
      expect(text).not.toMatch(/call\.1|raised\.1|statement\.1/);
      expect(text).toContain(lang === 'da' ? 'et noteret opkald' : 'a noted call');
    }
    expect(sheets).not.toMatch(/(^|,)=1/m);
  });
});

test('the sheets have the points of each decision, and who knew what', () => {
  const sheets = renderCsv(varied(), 'en');
  const rows = (name: string): readonly string[] => sheets[name]!.trim().split('\r\n');
  const decided = rows('decisions.csv').find((row) => row.startsWith('disconnect,'))!;
  // The message that was opened at 7 names no decision: noticing it was not seen.
  expect(decided).toContain(',plan,240,2040,240,,,900,1200,');
  expect(rows('knowledge.csv')).toContainEqual(
    expect.stringContaining('backup,Backup is hit,crisis-lead,Crisis lead,420,420,420,'),
  );
  expect(rows('markings.csv').join('\n')).toContain('TLP:AMBER,received');
});

test('a plan without facts or decisions gives no empty pictures', () => {
  const w = writer(planOf({ organisations: [{ id: 'o', name: 'O' }], roles: [role('r', 'o')] }));
  w.at(0).start();
  w.at(5).end();
  for (const id of ['decisions', 'flow']) {
    const { blocks } = sectionOf(id, 'en', analyse(w.entries));
    expect(blocks.map((block) => block.type)).toEqual(['note']);
  }
  expect(analyse(w.entries).exercise.end).toBe(5 * MINUTE);
});
