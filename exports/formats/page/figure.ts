/**
 * A chart on the page: its name and what it shows, the picture, and the same figures as a table.
 * Knows: which controls a kind of chart has. Does not know: how tables or charts are drawn.
 */
import type { Lang } from '../../../engine/scenario/text.ts';
import { catalogue } from '../../text.ts';
import type { Chart } from '../charts/chart.ts';
import { chartSvg } from '../charts/draw.ts';
import { html } from '../escape.ts';
import { edgesForm, momentForm } from './controls.ts';

/** Wider pictures are printed on sheets turned sideways: on an upright one their words would be too small. */
const UPRIGHT = 960;
/** How the HTML of such a figure begins. */
export const BROAD = '<figure class="graphic broad">';

export function chartFigure(chart: Chart, table: string, lang: Lang, interactive: boolean): string {
  const t = catalogue(lang).page;
  const svg = chartSvg(chart, lang);
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  return [
    width > UPRIGHT ? BROAD : '<figure class="graphic">',
    `<figcaption><strong>${html(chart.title)}</strong> ${html(chart.text)}</figcaption>`,
    interactive ? controls(chart, lang) : '',
    `<div class="scroll" role="group" tabindex="0" aria-label="${html(chart.title)}">`,
    svg,
    '</div>',
    `<details class="data"><summary>${html(t.figures)}</summary>${table}</details>`,
    '</figure>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function controls(chart: Chart, lang: Lang): string {
  const { page, charts } = catalogue(lang);
  switch (chart.kind) {
    case 'network':
      return edgesForm(chart, charts.edges, page);
    case 'knowledge':
      return momentForm(chart, page);
    case 'lines':
    case 'bars':
    case 'streams':
    case 'chain':
      return '';
    default:
      return chart satisfies never;
  }
}
