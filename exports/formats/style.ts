/**
 * The report's one style sheet: screen in light and dark, and paper with its marking on every page.
 * Knows: the HTML's classes. Does not know: what they say.
 */
import type { Marking } from '../../engine/scenario/schema.ts';
import { CHARTS } from './charts/style.ts';
import { INTERACTIVE } from './page/style.ts';

/** What of the sheet a page has use for, beside what all have. */
export type Needs = {
  readonly bars: boolean;
  readonly charts: boolean;
  readonly interactive: boolean;
};

/** `stamp` is our own word and the marking one of five: neither can break out of a CSS string. */
export function styleFor(stamp: string, marking: Marking, needs: Needs): string {
  const { bars, charts, interactive } = needs;
  return `${STYLE}${bars ? BARS : ''}${charts ? CHARTS : ''}${interactive ? INTERACTIVE : ''}
@page{size:A4;margin:17mm 13mm 16mm;
@top-left{content:"${stamp} ${stamp} ${stamp}";font:700 8.5pt system-ui,sans-serif;letter-spacing:.06em}
@top-right{content:"${marking}";font:700 8.5pt system-ui,sans-serif}
@bottom-left{content:"${stamp} · ${marking}";font:8pt system-ui,sans-serif;color:#555}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#555}}
@page wide{size:A4 landscape}
`;
}

const STYLE = `
:root{--paper:#fff;--ink:#18212c;--soft:#4d5968;--line:#d3dae2;--band:#f4f6f9;--accent:#0b4a7d;
--bad:#9b1c1c;--bad-bg:#fdeeee;--warn:#7a4a00;--warn-bg:#fff4df;--good:#11603a;--good-bg:#e8f6ee;
--calm:#3b4756;--calm-bg:#edf1f5}
@media (prefers-color-scheme:dark){:root{--paper:#12181f;--ink:#e6ebf1;--soft:#a7b3c1;--line:#33404e;
--band:#1a222c;--accent:#8cc4f5;--bad:#ff9d97;--bad-bg:#3a1a1c;--warn:#f4c57a;--warn-bg:#36280f;
--good:#86d9ab;--good-bg:#12301f;--calm:#c3ced9;--calm-bg:#26313d}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",
Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.marking{position:sticky;top:0;z-index:2;display:flex;justify-content:space-between;gap:1rem;align-items:center;
padding:.45rem 1.25rem;background:#000;color:#fff;font-weight:700;font-size:.85rem;letter-spacing:.08em}
.marking.last{position:static}
.tlp{background:#000;letter-spacing:.02em;white-space:nowrap}
.tlp.red{color:#ff2b2b}.tlp.amber,.tlp.amber-strict{color:#ffc000}.tlp.green{color:#33ff00}.tlp.clear{color:#fff}
.stamp{display:none}
main>header{padding:2.5rem 0 1rem;border-bottom:3px solid var(--accent)}
.kicker{margin:0;color:var(--accent);font-weight:700;letter-spacing:.04em}
h1{font-size:clamp(1.7rem,4.5vw,2.5rem);line-height:1.15;margin:.2rem 0;overflow-wrap:anywhere}
.subtitle{margin:0 0 1.5rem;color:var(--soft);font-size:1.1rem}
h2{font-size:1.45rem;line-height:1.25;margin:0 0 .75rem}
h3{font-size:1.08rem;line-height:1.35;margin:1.6rem 0 .5rem}
.number{color:var(--accent);margin-right:.35rem}
section{padding:2.25rem 0 1rem;border-bottom:1px solid var(--line)}
.intro{margin:-.25rem 0 1rem;color:var(--soft);max-width:48rem}
.note{margin:.9rem 0;padding:.6rem .9rem;border-left:3px solid var(--line);color:var(--soft);max-width:52rem}
pre{margin:.9rem 0;padding:.7rem .9rem;border:1px solid var(--line);overflow-x:auto;max-width:52rem;font-size:.85rem;white-space:pre-wrap}
p,li,dd{overflow-wrap:anywhere}
nav{padding:1.25rem 0;border-bottom:1px solid var(--line)}
nav h2{font-size:1rem;margin:0 0 .4rem}
nav ol{columns:3 15rem;margin:0;padding-left:1.5rem}
nav li{break-inside:avoid;padding:.1rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.35rem 1.25rem;margin:.5rem 0}
dt{font-weight:600;color:var(--soft);grid-column:1;overflow-wrap:break-word;hyphens:auto;min-width:0}
dd{margin:0;grid-column:2}
.tiles{grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:.75rem;margin:1rem 0 1.5rem}
.tiles>div{background:var(--band);border:1px solid var(--line);border-radius:.4rem;padding:.75rem .9rem;display:flex;
flex-direction:column-reverse;justify-content:flex-end}
.tiles dd{font-size:1.5rem;font-weight:700;line-height:1.2}
.tiles dt{font-weight:400;font-size:.88rem;line-height:1.35}
.points{padding-left:1.2rem;margin:.5rem 0}
.points li{margin:.5rem 0}
.refs{font-size:.8em;color:var(--soft);white-space:normal}
.refs a{text-decoration:none;padding:0 .08em}
.refs a:hover,.refs a:focus{text-decoration:underline}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:0 0 .4rem;color:var(--ink)}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--soft);color:var(--soft);font-size:.85rem;vertical-align:bottom;line-height:1.25}
tbody th{font-weight:600}
tbody tr:nth-child(even){background:var(--band)}
tr:target{outline:2px solid var(--accent);outline-offset:-2px}
.figure,.figure .sub{text-align:right;white-space:nowrap}
tbody th.figure{font-weight:400}
span.line{display:block}.sub{display:block;color:var(--soft);font-size:.87em;white-space:normal;font-weight:400}
th .refs{font-weight:400}
.matrix{width:auto}
.matrix thead th:nth-child(n+3){vertical-align:bottom;padding:.4rem .2rem;text-align:left}
.matrix thead th:nth-child(n+3) span{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;
max-height:15rem;overflow-wrap:anywhere;text-align:left}
.matrix th:first-child{min-width:12rem;max-width:18rem}
.matrix td{border-left:1px solid var(--line)}
.matrix td.figure,.matrix td:nth-child(n+3){text-align:center;padding:.3rem .35rem;white-space:nowrap}
.matrix .sub{text-align:center}
.split{min-width:2.9rem}
.planned,.observed{display:block;line-height:1.3;padding:.1rem .15rem}
.planned{color:var(--soft);border-bottom:1px solid var(--line)}
.observed{font-weight:700}
.gap .observed{border:2px solid var(--bad);border-radius:1rem}.contention .observed{border:3px double var(--warn);border-radius:1rem}
.drift .observed{color:var(--warn);background:var(--warn-bg);border-radius:.2rem}
.badge{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .4rem;margin:.1rem .15rem .1rem 0;
font-size:.82rem;font-weight:600;line-height:1.5;white-space:nowrap}
.bad{color:var(--bad);background:var(--bad-bg)}.warn{color:var(--warn);background:var(--warn-bg)}
.good{color:var(--good);background:var(--good-bg)}.calm{color:var(--calm);background:var(--calm-bg)}
.badges{margin:0 0 .6rem}
.card{border:1px solid var(--line);border-radius:.45rem;padding:1rem 1.15rem;margin:1rem 0}
.card h3{margin:0 0 .35rem}
.card dl{grid-template-columns:minmax(7.5rem,11rem) 1fr}
.card .scroll{margin:.75rem 0 0}.card table{width:auto;min-width:min(100%,38rem)}
.form td,.form th{height:3.2rem}
.form th:first-child{width:26%}.form th:nth-child(4){width:16%}.form th:nth-child(5){width:11%}
#beliefs td:last-child:not(.figure){min-width:14rem}
.log td:last-child{overflow-wrap:anywhere;min-width:16rem}
figure{margin:1rem 0}
figcaption{color:var(--soft);font-size:.9rem}
figure svg:not(.key){display:block;min-width:60rem;width:100%;height:auto;font-family:inherit}
svg .row0{fill:var(--band)}svg .row1{fill:var(--paper)}
svg text{fill:var(--ink);font-size:11.5px}
svg .who{font-weight:600}svg .under,svg .tick{fill:var(--soft);font-size:10px}
svg .tick{text-anchor:middle}svg .phase{font-weight:600;font-size:11px;fill:var(--accent)}
svg .grid{stroke:var(--line);stroke-width:1}svg .phase-line{stroke:var(--accent);stroke-dasharray:2 3}
svg .strand{fill:var(--band);stroke:var(--line);stroke-width:1}
svg .cut{fill:var(--soft);opacity:.22}
svg .wait{fill:var(--accent);opacity:.3}
svg g{fill:var(--calm)}svg .hollow{fill:var(--paper);stroke:currentColor;stroke-width:1.5}
svg .line{fill:none;stroke:currentColor;stroke-width:1.7}
svg .m-inject{fill:var(--soft)}svg .m-message{fill:var(--soft)}
svg .m-decision,svg .m-awareness,svg .m-clock{fill:var(--accent);color:var(--accent)}
svg .m-claim,svg .m-done,svg .m-release,svg .m-handover{fill:var(--good);color:var(--good)}
svg .m-overdue{color:var(--bad)}svg .m-control{color:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;padding:0;margin:.6rem 0;font-size:.88rem}
.legend li{display:flex;align-items:center;gap:.35rem}
.key{width:1rem;height:1rem;flex:none}
footer{padding-top:1.25rem;padding-bottom:1.25rem;color:var(--soft);font-size:.9rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scroll,td,th{position:relative}
@media (max-width:40rem){dl,.card dl{grid-template-columns:1fr;gap:0}dt,dd{grid-column:1}dd{margin-bottom:.5rem}
.tiles{grid-template-columns:1fr 1fr;gap:.5rem}.tiles dd{margin:0}.marking{letter-spacing:.02em;font-size:.75rem;
padding:.4rem .75rem}main,footer{padding-left:.9rem;padding-right:.9rem}}
@media (forced-colors:active){.badge,.card,.tiles>div{border:1px solid}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--band:#f5f5f5;--accent:#0b3c66;--bad:#8c1414;
--bad-bg:#fff;--warn:#6b4000;--warn-bg:#fff;--good:#0d4f30;--good-bg:#fff;--calm:#333;--calm-bg:#fff}
html{font-size:9.4pt}body{font-size:1rem;line-height:1.38}.marking{display:none}
.stamp{display:block;position:fixed;left:0;bottom:0;writing-mode:vertical-rl;transform:rotate(180deg);font-weight:700;
font-size:7.5pt;letter-spacing:.1em;color:#000}
main,footer{max-width:none;padding:0 0 0 6mm}main>header{padding-top:0}
section{padding:6mm 0 2mm;border-bottom:0}#summary,#validity,#matrix,#findings,#tasks,#method,#extract{break-before:page}
figcaption,.intro{break-inside:avoid}h2,h3,caption,thead,.intro,figcaption,section>h2~p:has(+.scroll,+.sought,+figure){break-after:avoid}tbody tr:first-child{break-before:avoid}tr,.tiles>div,.points li,dd{break-inside:avoid}
.card{break-inside:avoid-page;margin:3mm 0;padding:3mm 4mm}
thead{display:table-header-group}.log th,.log td{padding:.4mm 1.4mm;font-size:.82rem}.scroll{overflow:visible;margin:2mm 0}
table{font-size:.9rem}th,td{padding:1.1mm 1.6mm}
.wide{page:wide}figure svg:not(.key){min-width:0;max-height:150mm}
a{color:inherit;text-decoration:none}.card,.badge,.tiles>div{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;

/** Only pages with bars carry what bars need. */
const BARS = `.bar{display:inline-block;width:7rem;height:.7rem;margin-right:.6rem;vertical-align:baseline;border:1px solid var(--soft)}
.bar .all{fill:var(--paper)}.bar .part,svg .strip{fill:var(--accent)}svg .base{stroke:var(--line);stroke-width:1}
@media print{.bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
