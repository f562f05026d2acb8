/** Each kind of chart as SVG: what it says, what it leaves out, and that nothing in it can act. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../engine/scenario/time.ts';
import type { Chart } from '../../../exports/formats/charts/chart.ts';
import { chartSvg } from '../../../exports/formats/charts/draw.ts';
import { shorten, wrapped } from '../../../exports/formats/charts/svg.ts';
import { samples } from './samples.ts';

type Kind = Chart['kind'];
const KINDS = Object.keys(samples) as readonly Kind[];
const HOSTILE = '"><script>alert(1)</script>\u202e&lt;';

/** Every tag is closed in order, and no attribute breaks out of its quotes. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<>]*")*)\s*(\/?)>/g, (...match) => {
    const [, closing, name, , alone] = match as string[];
    if (closing) return open.pop() === name ? '' : '<';
    if (!alone) open.push(name!);
    return '';
  });
  return open.length === 0 && !/[<>]/.test(rest);
}

/** The same chart with every text in it replaced. */
function withTexts<T>(value: T, say: (text: string) => string): T {
  const keep = new Set(['id', 'kind', 'tone', 'as', 'from', 'to', 'row', 'column', 'group']);
  const walk = (part: unknown, key = ''): unknown => {
    if (typeof part === 'string') return keep.has(key) ? part : say(part);
    if (Array.isArray(part)) return part.map((row) => walk(row, key));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([k, v]) => [k, walk(v, k)]));
  };
  return walk(value) as T;
}

const EMPTY: { readonly [K in Kind]: Chart } = {
  lines: { ...samples.lines, series: [], marks: [] },
  bars: { ...samples.bars, rows: [], legend: [] },
  network: { ...samples.network, nodes: [], edges: [], groups: [] },
  streams: { ...samples.streams, nodes: [], links: [] },
  chain: { ...samples.chain, nodes: [], hops: [] },
  knowledge: { ...samples.knowledge, rows: [], columns: [], cells: [] },
};
const many = (n: number): readonly number[] => [...Array(n).keys()];
const name = (i: number): { readonly id: string; readonly name: string } => ({
  id: `n${i}`,
  name: `Navn nummer ${i} som er temmelig langt`,
});
const MANY: { readonly [K in Kind]: Chart } = {
  lines: {
    ...samples.lines,
    series: many(20).map((i) => ({
      name: `Række ${i}`,
      step: i % 2 === 0,
      points: many(5_000).map((x) => ({ x: x / 50, y: (x % 7) / 7 })),
    })),
    marks: many(200).map((i) => ({ at: i / 2, label: `Mærke ${i}` })),
  },
  bars: {
    ...samples.bars,
    rows: many(500).map((i) => ({
      name: `Beslutning ${i}`,
      parts: [{ from: 0, to: HOUR, tone: 'bad', label: 'ventede' }],
    })),
  },
  network: {
    ...samples.network,
    nodes: many(300).map((i) => ({
      ...name(i),
      group: ['it', 'by', 'cert'][i % 3]!,
      weight: i / 300,
      label: '',
    })),
    edges: many(5_000).map((i) => ({
      from: `n${i % 300}`,
      to: `n${(i * 7 + 1) % 300}`,
      weight: (i % 10) / 10,
      as: (['both', 'meant', 'unmeant'] as const)[i % 3]!,
      label: '',
    })),
  },
  streams: {
    ...samples.streams,
    nodes: many(300).map((i) => ({ ...name(i), column: i % 3 })),
    links: many(900).map((i) => ({
      from: `n${(i % 100) * 3}`,
      to: `n${((i * 7) % 100) * 3 + 1}`,
      weight: 1 + (i % 5),
      tone: 'calm',
      label: '',
    })),
  },
  chain: {
    ...samples.chain,
    nodes: many(300).map((i) => ({ ...name(i), under: '' })),
    hops: many(299).map((i) => ({
      from: `n${i}`,
      to: `n${i + 1}`,
      as: 'reached',
      label: '1 min',
    })),
  },
  knowledge: {
    ...samples.knowledge,
    rows: many(300).map(name),
    columns: many(300).map(name),
    cells: many(90_000).map((i) => ({
      row: `n${i % 300}`,
      column: `n${Math.floor(i / 300)}`,
      deliveredAt: i,
    })),
  },
};

describe.each(KINDS)('%s', (kind) => {
  const chart: Chart = samples[kind];
  const svg = chartSvg(chart);

  test('is named by its title and its text, and says nothing of no use', () => {
    expect(svg).toContain(`role="img" aria-label="${chart.title}. ${chart.text}"`);
    expect(svg).not.toMatch(/undefined|NaN|Infinity|\[object/);
    expect(svg).not.toMatch(/\sid=/);
    expect(wellFormed(svg)).toBe(true);
  });

  test('is the same each time', () => {
    expect(chartSvg(structuredClone(chart))).toBe(svg);
  });

  test('lets no hostile word act', () => {
    const hostile = chartSvg(withTexts(chart, () => HOSTILE));
    expect(hostile).not.toContain('<script');
    expect(hostile).not.toContain('\u202e');
    expect(wellFormed(hostile)).toBe(true);
  });

  test('says so where there is nothing to show', () => {
    for (const [lang, said] of [
      ['da', 'Intet at vise'],
      ['en', 'Nothing to show'],
    ] as const) {
      const empty = chartSvg(EMPTY[kind], lang);
      expect(empty).toContain(said);
      expect(empty).not.toMatch(/undefined|NaN|Infinity/);
      expect(wellFormed(empty)).toBe(true);
    }
  });

  test('with far too much stays readable, and says how much is left to the table', () => {
    const full = chartSvg(MANY[kind]);
    expect(full.length).toBeLessThan(600_000);
    expect(full).toMatch(/og \d+ til: se tabellen/);
    expect(full).not.toMatch(/undefined|NaN|Infinity/);
    expect(wellFormed(full)).toBe(true);
  });
});

test('a curve of one point has its shape and its name; a step holds to the end', () => {
  const one = chartSvg({
    ...samples.lines,
    marks: [],
    series: [{ name: 'Ét punkt', step: true, points: [{ x: 0, y: 1 }] }],
  });
  expect(one).toContain('Ét punkt');
  expect(one).toMatch(/M66 22H694"/);
});

test('an axis that ends at nought divides by nothing', () => {
  for (const chart of [
    { ...samples.lines, x: { ...samples.lines.x, end: 0 }, y: { ...samples.lines.y, end: 0 } },
    { ...samples.bars, end: 0 },
    { ...samples.knowledge, end: 0 },
  ] satisfies readonly Chart[]) {
    expect(chartSvg(chart)).not.toMatch(/NaN|Infinity/);
  }
});

test('curves are told apart by dash and shape, stretches by hatching', () => {
  const lines = chartSvg(samples.lines);
  expect(new Set(lines.match(/stroke-width="2"(?: stroke-dasharray="[^"]+")?/g)).size).toBe(3);
  expect(lines).toContain('<circle r=');
  expect(lines).toContain('Median 20 min');
  const bars = chartSvg(samples.bars);
  const [calm, warn, good, bad] = (['calm', 'warn', 'good', 'bad'] as const).map(
    (tone) => new RegExp(`class="tone-${tone}"[^>]*/>(<path|)`).exec(bars)?.[1],
  );
  expect([calm, good]).toEqual(['', '']);
  expect([warn, bad]).toEqual(['<path', '<path']);
  expect(bars).toContain('<title>Skal systemerne kobles af?: bemærket</title>');
});

test('planned and seen lines have their own dash, word and number', () => {
  const svg = chartSvg(samples.network, 'en');
  expect(svg).toContain('planned and seen (3)');
  expect(svg).toContain('planned, not seen (2)');
  expect(svg).toContain('seen, not planned (2)');
  expect(svg.match(/data-kind="meant"/g)).toHaveLength(2);
  expect(svg).toContain('<title>CERT-vagt → Regionens it-vagt: planned, not seen, IF-03</title>');
  expect(svg).toContain('stroke-dasharray="7 5"');
});

test('streams that run backwards, to themselves or from nowhere are no streams', () => {
  const odd = chartSvg({
    ...samples.streams,
    links: [
      ...samples.streams.links,
      { from: 'o1', to: 'p1', weight: 3, tone: 'bad', label: 'baglæns' },
      { from: 'p1', to: 'p1', weight: 3, tone: 'bad', label: 'rundt' },
      { from: 'x', to: 'p1', weight: 3, tone: 'bad', label: 'ukendt' },
      { from: 'p1', to: 'b1', weight: 0, tone: 'bad', label: 'intet' },
    ],
  });
  expect(odd).toBe(chartSvg(samples.streams));
  expect(odd).toContain('skulle (7)');
});

test('a stream past a column stands under the columns’ heads', () => {
  const svg = chartSvg({
    ...samples.streams,
    links: [{ from: 'p1', to: 'o1', weight: 2, tone: 'good', label: 'direkte: 2' }],
  });
  expect(svg).toContain('x="848"');
  expect(svg).not.toMatch(/NaN/);
});

test('a break is said by shape and word, a way round by its own line, and a ring of steps ends', () => {
  const svg = chartSvg(samples.chain);
  expect(svg).toContain('<title>brudt: brudt</title>');
  expect(svg).toContain('<title>uden om kæden: direkte, 95 min</title>');
  const ring = chartSvg({
    ...samples.chain,
    hops: [
      { from: 'a', to: 'b', as: 'reached', label: '' },
      { from: 'b', to: 'a', as: 'reached', label: '' },
      { from: 'a', to: 'a', as: 'reached', label: '' },
    ],
  });
  expect(wellFormed(ring)).toBe(true);
});

test('a cell of the knowledge matrix is drawn as at the end and carries its times', () => {
  const svg = chartSvg(samples.knowledge);
  expect(svg).toContain('class="know k3" data-t="0 3600 7200"');
  expect(svg).toContain('class="know k1" data-t="7200  "');
  expect(svg.match(/class="know k/g)).toHaveLength(4);
});

describe('words in a chart', () => {
  test('are broken at spaces, and after hyphens and slashes', () => {
    expect(wrapped('Hvad siger vi om de stjålne journaler', 20, 2)).toEqual([
      'Hvad siger vi om de',
      'stjålne journaler',
    ]);
    expect(wrapped('Sundheds- og ældreforvaltningen', 10, 3)[0]).toBe('Sundheds-');
    expect(wrapped('driftsvagt/sikkerhed', 12, 2)).toEqual(['driftsvagt/', 'sikkerhed']);
    expect(wrapped('sektor-CERT', 11, 2)).toEqual(['sektor-CERT']);
  });

  test('are cut between two words, without a comma hanging there', () => {
    expect(shorten('Hvad gør vi med de 37 patienter, der ligger', 36)).toBe(
      'Hvad gør vi med de 37 patienter…',
    );
    expect(shorten('Databeskyttelsesrådgiver (fælles, ansat)', 30)).toBe(
      'Databeskyttelsesrådgiver…',
    );
  });

  test('a word is cut where nothing else fits, and what follows it is not lost', () => {
    expect(shorten('Informationssikkerhedschef', 12)).toBe('Information…');
    expect(wrapped('Informationssikkerhedschef og driftschef', 15, 2)).toEqual([
      'Informationssi…',
      'og driftschef',
    ]);
  });

  test('fit the lines that there are, and no word shorter than a line is broken', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,9}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(text, fc.integer({ min: 15, max: 40 }), fc.integer({ min: 1, max: 4 }), check),
    );
    function check(said: readonly string[], most: number, lines: number): void {
      const made = wrapped(said.join(' '), most, lines);
      expect(made.length).toBeLessThanOrEqual(lines);
      for (const line of made) expect(Array.from(line).length).toBeLessThanOrEqual(most);
      const kept = made.join(' ').replace(/…$/, '').split(' ');
      expect(kept).toEqual(said.slice(0, kept.length));
      expect(made.join(' ').endsWith('…')).toBe(kept.length < said.length);
    }
  });
});
