/** Hostile words, whole crowds and empty plans: every drawing stays what it is. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { drawStoryline, renderBook, tablesOf } from '../../../exports/plan/book.ts';
import { renderBriefings } from '../../../exports/plan/briefings.ts';
import { renderPlanCsv } from '../../../exports/plan/csv.ts';
import { storylineDot } from '../../../exports/plan/dot.ts';
import { renderHandbook } from '../../../exports/plan/handbook.ts';
import { chartsOf } from '../../../exports/plan/lanes.ts';
import { laneChart, laneCharts } from '../../../exports/plan/lanesvg.ts';
import { materialOf } from '../../../exports/plan/material.ts';
import { tellerOf } from '../../../exports/plan/teller.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import type { Text } from '../../../engine/scenario/text.ts';
import { prose } from '../../../exports/formats/prose.ts';
import { openTerminal } from '../../../cli/output.ts';
import { sectionText } from '../../../cli/plan/blocks.ts';
import { mselTable } from '../../../cli/msel.ts';
import { widthOf } from '../../../facilitator-ui/width.ts';
import { planOf } from '../fixture.ts';
import { crowdPlan, HOSTILE, smallPlan } from './fixture.ts';

/** Every text of the plan replaced by a hostile one; ids, words of ours and times stay. */
function poisoned(plan: Plan): Plan {
  const isText = (value: unknown): value is Text =>
    typeof value === 'object' && value !== null && ('da' in value || 'en' in value);
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    isText(value) || ['name', 'title', 'text', 'question', 'source'].includes(key)
      ? typeof value === 'string' || isText(value)
        ? HOSTILE
        : value
      : value,
  ) as Plan;
}

const plan = poisoned(smallPlan);
const material = materialOf(plan, 'controllers', {
  warnings: [{ where: HOSTILE, what: HOSTILE, remedy: HOSTILE }],
  sources: new Map([['IF-01', { source: HOSTILE, confidence: 'low' }]]),
});

describe.each(LANGS)('hostile words in %s', (lang) => {
  test('become no tag, no address, no escape on any page', async () => {
    const teller = tellerOf(plan, lang);
    const pages = [
      await renderBook(material, lang),
      renderBriefings(plan, lang, { audience: 'controllers', withTasks: true }),
      renderHandbook(plan, lang),
      laneCharts(chartsOf(material, teller)),
      await drawStoryline(material, teller),
    ];
    for (const page of pages) {
      expect(page).not.toMatch(/<script|<img|<iframe|<link|<a href="(?!#)|\son\w+\s*=\s*["']/i);
      expect(page).not.toMatch(/(?:src|href)="(?!#)/);
      expect(page).not.toMatch(/[\u001b\u202e]/);
      expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/);
      expect(page).toContain('&lt;img src=x');
    }
  });

  test('every link on the book leads to something on it, and no id is used twice', async () => {
    const page = await renderBook(material, lang);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  test('keep within their strings in DOT and within their cells in CSV', () => {
    const dot = storylineDot(material, tellerOf(plan, lang));
    for (const line of dot.split('\n')) {
      expect((line.match(/(?<!\\)(?:\\\\)*"/g) ?? []).length % 2, line).toBe(0);
    }
    for (const chapter of ['matrix', 'facts', 'interfaces', 'counts'] as const) {
      const sheet = renderPlanCsv(material, chapter, lang);
      const widths = sheet
        .trimEnd()
        .split('\r\n')
        .map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length);
      expect(new Set(widths).size).toBe(1);
      expect(sheet).not.toMatch(/(^|,)"?[=+@]/m);
    }
  });

  test('move no cursor on the terminal, and no line is wider than it', () => {
    const terminal = openTerminal(lang);
    for (const width of [80, 120]) {
      const texts = [
        mselTable(material, terminal, width),
        ...(['matrix', 'facts', 'interfaces', 'counts'] as const).map((chapter) =>
          sectionText(tablesOf(material, chapter, tellerOf(plan, lang)), terminal, width),
        ),
      ];
      for (const line of texts.join('\n').split('\n')) {
        expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});

test('Markdown in prose: emphasis and lists are; HTML, pictures and addresses are not', () => {
  const text =
    '# Hoved\n**fed** <b onclick=x>\n\n- et\n- to\n\n[her](https://x.invalid) ![p](https://x.invalid/p.png) &#x202e;';
  const page = prose(text);
  expect(page).toContain('<strong>fed</strong>');
  expect(page).toContain('<li>et</li>');
  expect(page).toContain('her (https://x.invalid)');
  expect(page).not.toMatch(/<b |<a |<img|<h1|\u202e/);
});

test('an empty plan gives whole pages that say what is missing', async () => {
  const empty = materialOf(planOf({}), 'controllers');
  const book = await renderBook(empty, 'da');
  expect(book).toContain('Scenariet har ingen opgaver');
  expect(book).toContain('Scenariet har ingen indspil');
  expect(book).not.toMatch(/undefined|NaN|Infinity/);
  expect(renderHandbook(planOf({}), 'da')).toContain('Ordliste');
  expect(laneCharts(chartsOf(empty, tellerOf(empty.plan, 'da')))).toContain('<svg');
});

describe('three hundred roles', () => {
  const crowd = materialOf(crowdPlan(), 'controllers');
  const teller = tellerOf(crowd.plan, 'da');

  test('are drawn on pages of sixteen lanes, every role once', () => {
    const charts = chartsOf(crowd, teller);
    expect(charts.every(({ lanes }) => lanes.length <= 16)).toBe(true);
    expect(charts.flatMap(({ lanes }) => lanes)).toHaveLength(300);
    for (const chart of charts) {
      const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(laneChart(chart))?.[1]);
      expect(height).toBeLessThan(900);
    }
  });

  test('figures on the bars of a long exercise never touch', () => {
    for (const { lanes } of chartsOf(crowd, teller)) {
      for (const { bars } of lanes) {
        const at = bars.filter(({ figure }) => figure).map(({ from }) => from);
        const gaps = at.slice(1).map((from, i) => from - (at[i] ?? 0));
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(3 * 15 * 60_000);
      }
    }
  });

  test('fill a book, a matrix for the terminal and a card each', async () => {
    const book = await renderBook(crowd, 'da');
    expect(book).not.toMatch(/undefined|NaN|Infinity/);
    const matrices = book.match(/<table class="matrix">/g) ?? [];
    expect(matrices.length).toBeGreaterThan(10);
    const text = sectionText(tablesOf(crowd, 'matrix', teller), openTerminal('da'), 80);
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
    const cards = renderBriefings(crowd.plan, 'da', { audience: 'players', withTasks: false });
    expect(cards.match(/<section /g)).toHaveLength(300);
  });
});
