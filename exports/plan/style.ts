/**
 * What the pages made from a plan add to the reports' look. Knows: their classes.
 * Does not know: what they say.
 */
import type { Look } from '../formats/page.ts';
import { LOAD_STYLE } from './lanesvg.ts';

const SHARED = `
.prose{max-width:46rem}.prose>:first-child{margin-top:0}.prose>:last-child{margin-bottom:0}.prose .lead{font-weight:700}
.prose pre{white-space:pre-wrap;overflow-wrap:anywhere}.prose code{font-size:.92em;overflow-wrap:anywhere}
.prose table{width:auto}.prose blockquote{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--line);color:var(--soft)}
h2,h3,a,caption{overflow-wrap:anywhere}td,th{overflow-wrap:break-word}.line{display:block}.line+.line{margin-top:.25rem}
.matrix th .sub{text-align:left}
`;

export const BOOK: Look = {
  name: 'book',
  style: `${SHARED}${LOAD_STYLE}
.book figure svg.story{min-width:0;width:auto;max-width:100%;margin:0 auto}
svg.story text{fill:var(--ink)}svg.story .node path,svg.story .node ellipse{fill:var(--paper);stroke:var(--accent)}
svg.story .node.pole ellipse{fill:var(--accent)}svg.story .node.pole text{fill:var(--paper)}
svg.story .edge path{stroke:var(--soft)}svg.story .edge polygon{fill:var(--soft);stroke:var(--soft)}
svg.story .cluster path,svg.story .cluster polygon{stroke:var(--soft)}
svg.story g{fill:none}
.book .matrix td:nth-child(n+2){font-weight:700}
.book .card h3+.badges{margin-top:.2rem}.book .card .prose{margin:.5rem 0 .7rem}
.book .card h3~h3{font-size:.95rem;margin:.9rem 0 .2rem;color:var(--soft)}
@media print{.book main>header{break-after:page;border-bottom:0;padding-top:45mm}
.book main>header h1{font-size:30pt}.book nav{break-after:page;border:0}.book nav ol{columns:1;font-size:11pt;line-height:1.9}
.book section{break-before:page}.book nav+section{break-before:auto}
.book figure svg.load{max-height:165mm}.book figure svg.story{max-height:225mm}}
`,
};

export const BRIEFINGS: Look = {
  name: 'briefings',
  style: `${SHARED}
.briefings .number{display:none}.briefings section h2{font-size:clamp(1.3rem,5vw,1.7rem);margin-bottom:.3rem}
.briefings .intro{font-size:1.05rem;font-weight:600}.briefings dl{gap:.15rem 1rem}.briefings nav ol{list-style:none;padding:0}
.briefings .prose{font-size:1.05rem}
@media print{.briefings main>header,.briefings nav,.briefings footer{display:none}
.briefings section{break-before:page;padding:0}.briefings nav+section{break-before:auto}
.briefings h3{margin:3.5mm 0 1mm;border-top:.3mm solid var(--line);padding-top:2.5mm}
.briefings .points li{margin:.6mm 0}.briefings p{margin:1.5mm 0}}
`,
};

export const HANDBOOK: Look = {
  name: 'handbook',
  style: `${SHARED}
.handbook dt{color:var(--ink)}.handbook .tiles{display:block}.handbook .tiles dd{font-size:1.35rem;letter-spacing:.06em}
.handbook .form{max-width:46rem}.handbook .form th:first-child{width:34%}
.handbook p{max-width:46rem}
@media print{.handbook #marking,.handbook #data,.handbook #time{break-inside:avoid}.handbook #glossary{break-before:page}
.handbook .form td,.handbook .form th{height:9mm}}
`,
};
