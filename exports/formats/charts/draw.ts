/**
 * Any chart as SVG, the same bytes each time. Its figures stand in the table beside it, so it may
 * leave out what would make it unreadable, and says how much. Knows: which kind is drawn where.
 */
import type { Lang } from '../../../engine/scenario/text.ts';
import { catalogue } from '../../text.ts';
import { barsSvg } from './bars.ts';
import { chainSvg } from './chain.ts';
import type { Chart } from './chart.ts';
import { knowledgeSvg } from './knowledge.ts';
import { linesSvg } from './lines.ts';
import { networkSvg } from './network.ts';
import { streamsSvg } from './streams.ts';

/** `lang`: of the few words a chart brings itself (its key, what is left out). */
export function chartSvg(chart: Chart, lang: Lang = 'da'): string {
  const t = catalogue(lang).charts;
  switch (chart.kind) {
    case 'lines':
      return linesSvg(chart, t);
    case 'bars':
      return barsSvg(chart, t);
    case 'network':
      return networkSvg(chart, t);
    case 'streams':
      return streamsSvg(chart, t);
    case 'chain':
      return chainSvg(chart, t);
    case 'knowledge':
      return knowledgeSvg(chart, t);
    default:
      return chart satisfies never;
  }
}
