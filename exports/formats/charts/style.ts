/**
 * The charts' colours in a page, light and dark: rules that win over the attributes a chart has for
 * standing alone. Knows: the charts' classes. Does not know: the rest of the page's sheet.
 */
import { COLOURS } from './lines.ts';

/** The curves' colours on dark, in the same order. */
const DARK = ['#8cc4f5', '#f0b070', '#86d9ab', '#cba6f0', '#f29bbd', '#c3ced9'];

const coloured = (colours: readonly string[]): string =>
  colours
    .map(
      (colour, i) =>
        `svg.chart .c${i},svg.chart .c${i} g{fill:${colour}}svg.chart .c${i} path[stroke]{fill:none;stroke:${colour}}`,
    )
    .join('');

export const CHARTS = `
figure.graphic{margin:1.75rem 0;padding:1rem 0 0;border-top:2px solid var(--ink)}
.graphic figcaption{margin:0 0 .75rem;max-width:46rem;font-size:.95rem;line-height:1.45}
.graphic figcaption strong{display:block;color:var(--ink);font-size:1.08rem}
figure svg.chart:not(.key){min-width:0;width:auto;max-width:max(100%,60rem);height:auto}
svg.chart text{fill:var(--ink);font-size:inherit}svg.chart text[font-size="11"]{font-size:11px}
svg.chart{font-size:12px}svg.chart g:not([fill]){fill:inherit}svg.chart .ground{fill:var(--paper)}
svg.chart .row0{fill:var(--band)}svg.chart .box,svg.chart .group{fill:var(--band);stroke:var(--line)}svg.chart .box{stroke:var(--soft)}
svg.chart .line-grid{stroke:var(--line)}
${(['soft', 'accent', 'bad', 'warn', 'good', 'calm'] as const)
  .map(
    (ink) =>
      `svg.chart .ink-${ink}{fill:var(--${ink})}svg.chart .line-${ink}{stroke:var(--${ink})}`,
  )
  .join('\n')}
svg.chart .tone-bad{fill:var(--bad-bg);stroke:var(--bad)}svg.chart .tone-warn{fill:var(--warn-bg);stroke:var(--warn)}
svg.chart .tone-good{fill:var(--good);stroke:var(--good)}svg.chart .tone-calm{fill:var(--calm-bg);stroke:var(--calm)}
svg.chart .node{fill:var(--accent);stroke:var(--paper)}
svg.chart .cells{fill:var(--accent);stroke:var(--accent)}svg.chart .ring{fill:var(--paper)}
${coloured(COLOURS)}
@media screen and (prefers-color-scheme:dark){${coloured(DARK)}}
.graphic .scroll{margin:.4rem 0}
details.data{margin:.4rem 0 0}summary{cursor:pointer;color:var(--accent);padding:.25rem 0}
figure.graphic table svg.bar{display:inline-block;min-width:0;width:7rem;height:.7rem}
@media print{.graphic>.scroll{break-inside:avoid}figure svg.chart:not(.key){max-width:100%;max-height:165mm}
details.data>summary{display:none}details::details-content{content-visibility:visible;block-size:auto}
figure.graphic.broad{page:wide}}
`;
