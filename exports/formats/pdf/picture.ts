/** Which charts are drawn on paper. Knows: the one place that says so. */
import type { Lang } from '../../../engine/scenario/text.ts';
import type { Chart } from '../charts/chart.ts';

/** The chart as SVG; undefined where only its table is printed. */
export const picture: (chart: Chart, lang: Lang) => string | undefined = () => undefined;
