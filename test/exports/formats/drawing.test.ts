/** Our drawings on a page of a PDF, read in what the page's content says. */
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../exports/formats/block.ts';
import { chartSvg } from '../../../exports/formats/charts/draw.ts';
import { html } from '../../../exports/formats/escape.ts';
import { drawSvg } from '../../../exports/formats/pdf/drawing.ts';
import { lettersIn } from '../../../exports/formats/pdf/letters.ts';
import { looksIn } from '../../../exports/formats/pdf/looks.ts';
import { stripChart } from '../../../exports/formats/strips.ts';
import { key, swimlane } from '../../../exports/formats/swimlane.ts';
import { fonts, report } from './paper.ts';

const FRAME = { x: 10, y: 20, width: 100, height: 100 };

/** The operators that a drawing becomes, and the text that it shows by its shapes' numbers. */
function drawn(svg: string, css = ''): { readonly said: string; readonly texts: string[] } {
  const doc = new PDFDocument({ autoFirstPage: false });
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  doc.addPage({ size: 'A4', margin: 0 });
  const lines: string[] = [];
  const add = doc.addContent.bind(doc);
  doc.addContent = (line: string) => {
    lines.push(line);
    return add(line);
  };
  const texts: string[] = [];
  const letters = lettersIn(doc);
  const write: typeof letters.write = (piece, x, base) => {
    texts.push(`${piece.text}|${piece.font}|${piece.size}|${piece.colour}|${x.toFixed(1)},${base}`);
    letters.write(piece, x, base);
  };
  drawSvg({ doc, ...letters, write }, svg, looksIn(css), FRAME);
  return { said: lines.join('\n'), texts };
}
const inSvg = (content: string): string => `<svg viewBox="0 0 50 100">${content}</svg>`;

describe('a drawing', () => {
  test('takes the look that the style sheet gives it on paper', () => {
    const look = looksIn(
      `:root{--a:#111}svg g{fill:var(--a)}svg .b{fill:none;stroke:currentColor}svg .c .b{stroke-width:2px}
       svg .c{color:#123456}@media (min-width:1px){svg g{fill:red}}@media print{:root{--a:#222}}p{color:blue}`,
    );
    const svg = { tag: 'svg', classes: [] };
    const group = { tag: 'g', classes: ['c'] };
    expect(look([svg, group])).toEqual({ fill: '#222', color: '#123456' });
    expect(look([svg, group, { tag: 'path', classes: ['b'] }])).toEqual({
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '2px',
    });
  });

  test('fills its frame without being distorted, and leaves the page as it was', () => {
    const { said } = drawn(inSvg('<rect x="1" y="2" width="3" height="4" fill="#f00"/>'));
    expect(said).toMatch(/^q\n1 0 0 1 10 20 cm\n1 2 3 4 re\n/);
    expect(said).toMatch(/1 0 0 scn\nf\nQ$/);
    expect(drawn(inSvg('').replace('50 100', '50 50')).said).toContain('2 0 0 2 0 0 cm');
  });

  test('is painted by tag before style sheet, and by style sheet before what is around', () => {
    const css = 'svg .b{stroke:#00ff00;stroke-width:3px}svg{color:#0000ff}';
    const one = '<path d="M0 0H5"/>';
    expect(drawn(inSvg(`<g fill="none" stroke="#ff0000">${one}</g>`), css).said).toContain(
      '1 0 0 SCN',
    );
    const classed = '<g stroke="#ff0000" fill="none"><path class="b" d="M0 0H5"/></g>';
    expect(drawn(inSvg(classed), css).said).toMatch(/3 w\n[^]*0 1 0 SCN\nS/);
    const own =
      '<path class="b" stroke="currentColor" fill="none" stroke-dasharray="2 1" d="M0 0H5"/>';
    expect(drawn(inSvg(own), css).said).toMatch(/\[2 1\] 0 d\n[^]*0 0 1 SCN\nS/);
  });

  test('has every shape; what is neither filled nor stroked is not painted', () => {
    const shapes = [
      '<circle r="2"/>',
      '<ellipse rx="2" ry="1"/>',
      '<rect width="4" height="4" rx="1"/>',
      '<polygon points="0,0 1,1 0,1"/>',
      '<polyline points="0,0 1,1"/>',
      '<line x2="4" y2="4"/>',
    ];
    for (const shape of shapes) expect(drawn(inSvg(shape)).said).toMatch(/[cl]\n[^]*\nf\nQ$/);
    expect(drawn(inSvg('<path fill="none" d="M0 0H5"/>')).said).toMatch(/\nn\nQ$/);
    expect(drawn(inSvg('<path opacity="0.5" fill-opacity="0.5" d="M0 0H5"/>')).said).toMatch(
      /\/Gs\d+ gs/,
    );
  });

  test('moves and turns a group, and what follows stands where it did', () => {
    const { said } = drawn(inSvg('<g transform="translate(3 4)"><path d="M1 1H2"/></g>'));
    expect(said).toMatch(/q\n1 0 0 1 3 4 cm\n1 1 m\n[^]*\nQ\nQ$/);
    const turned = drawn(inSvg('<text transform="rotate(-90 5 6)" x="5" y="6">a</text>'));
    expect(turned.said).toMatch(/q\n0 -1 1 0 [-\d.]+ [-\d.]+ cm\nBT/);
  });

  test('sets its letters: size, weight, colour, and where they begin or end', () => {
    const css = 'svg text{font-size:12px}svg .who{font-weight:600;fill:#abc}';
    expect(drawn(inSvg('<text class="who" x="7" y="8">Æ &amp; Å</text>'), css).texts).toEqual([
      'Æ & Å|bold|12|#aabbcc|7.0,8',
    ]);
    const [middle = '', end = ''] = drawn(
      inSvg(
        '<g font-size="10"><text text-anchor="middle" x="9">ab</text><text text-anchor="end" x="9">ab</text></g>',
      ),
    ).texts.map((line) => line.split('|').at(-1));
    const [half, whole] = [9 - Number.parseFloat(middle), 9 - Number.parseFloat(end)];
    expect(whole).toBeGreaterThan(5);
    expect(half).toBeCloseTo(whole / 2, 0);
  });

  test('shows neither what is hidden nor what is only read out', () => {
    const hidden = '<g display="none"><text>a</text><path d="M0 0H5"/></g>';
    const styled = '<g style="display:none"><text>a</text></g><title>b</title><desc>c</desc>';
    const { said, texts } = drawn(inSvg(hidden + styled));
    expect(texts).toEqual([]);
    expect(said).not.toMatch(/ (m|l)\n/);
  });

  test('takes hostile and broken content for what it says', () => {
    const text = `<text>${html('</text><script> & \u001b[31m')}</text>`;
    expect(drawn(inSvg(text)).texts[0]).toMatch(/^<\/text><script> &\|/);
    for (const broken of [
      '<g><text>a',
      '</g></g>',
      '<path d="M0"/>',
      '<text x="NaN">a</text>',
      '<',
    ])
      expect(() => drawn(inSvg(broken))).not.toThrow();
    const { said } = drawn('<svg><g transform="translate(1 1)"><path d="M0 0H1"/>');
    expect(said.match(/^q$/gm)?.length).toBe(said.match(/^Q$/gm)?.length);
  });
});

test('our drawings are made of what a page can draw', () => {
  const known = new Set(
    'svg g rect circle ellipse line path polyline polygon text title desc'.split(' '),
  );
  const svgs = report('da').sections.flatMap(({ blocks }) => blocks.flatMap(svgsOf));
  expect(svgs.length).toBeGreaterThan(10);
  for (const svg of svgs) {
    for (const [, tag = ''] of svg.matchAll(/<([\w-]+)/g)) expect(known).toContain(tag);
    for (const [, how = ''] of svg.matchAll(/transform="([^"]*)"/g)) {
      expect(how).toMatch(/^((translate|rotate|scale)\([-\d., ]+\) ?)+$/);
    }
    for (const [, colour = ''] of svg.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)) {
      expect(colour).toMatch(/^(none|currentColor|#[\da-f]{3}|#[\da-f]{6})$/i);
    }
    expect(svg).not.toMatch(/clip-path|<use|<tspan|url\(|\bd[xy]=/);
  }
});

function svgsOf(block: Block): readonly string[] {
  if (block.type === 'chart') return [chartSvg(block.chart, 'da')];
  if (block.type === 'strips') return [stripChart(block.strips)];
  if (block.type !== 'lanes') return [];
  return [swimlane(block.lanes), ...block.lanes.legend.map(({ mark }) => key(mark))];
}
