/**
 * What the interactive report adds to the sheet: contents at the side, controls, panels, the matrix's
 * tints, and what of all that does not go on paper. Knows: the page's classes.
 */
const LIGHT = `--hA:#0b4a7d;--hA-ink:#fff;--hR:#9cc6e8;--hR-ink:#0b1b29;--hS:#cfe3f3;--hC:#e4eef7;--hI:#f1f6fa;--h-ink:#18212c`;
const DARK = `--hA:#9bd0ff;--hA-ink:#0b1620;--hR:#35648b;--hR-ink:#fff;--hS:#284a66;--hC:#223a4f;--hI:#1b2a38;--h-ink:#e6ebf1`;

export const INTERACTIVE = `
:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
.split{padding:0!important;min-width:3.1rem;vertical-align:middle!important}
.cell{display:block;width:100%;padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer}
.cell:hover{outline:2px solid var(--accent);outline-offset:-2px}
.split .planned,.split .observed{color:var(--h-ink);border:0;border-radius:0;padding:.18rem .2rem;min-height:1.75rem}
.split .hA{background:var(--hA);color:var(--hA-ink)}.split .hR{background:var(--hR);color:var(--hR-ink)}
.split .hS{background:var(--hS)}.split .hC{background:var(--hC)}.split .hI{background:var(--hI)}
.split .planned{border-bottom:1px solid var(--paper)}.split .planned.h0,.split .observed.h0{color:var(--soft)}
.gap .observed{outline:2px solid var(--bad);outline-offset:-3px;border-radius:1rem}
.contention .observed{outline:4px double var(--warn);outline-offset:-4px;border-radius:1rem}
.drift .observed{text-decoration:underline wavy;text-underline-offset:.25em;text-decoration-thickness:1px}
.matrix tbody tr:nth-child(even){background:none}
@supports not selector(:popover-open){.panel{display:none}}
.panel{position:fixed;inset:auto 1rem 1rem auto;width:min(26rem,calc(100vw - 2rem));max-height:70vh;overflow:auto;margin:0;
padding:1rem 1.2rem;border:1px solid var(--soft);border-radius:.45rem;background:var(--paper);color:var(--ink);
box-shadow:0 .5rem 2rem rgb(0 0 0/.3);text-align:left;font-weight:400;white-space:normal;font-size:.95rem}
.panel p{margin:.3rem 0}.panel .lead{font-weight:700}.panel .ways{display:flex;justify-content:space-between;align-items:center;margin-top:.9rem}
button,select,input{font:inherit;color:inherit}
.tools button,.controls button,.panel .ways button,#back,.controls select,.controls input[type=search]{border:1px solid var(--soft);border-radius:.35rem;
background:var(--paper);padding:.35rem .7rem;min-height:2.4rem;cursor:pointer}
.tools button:hover,.controls button:hover,.panel .ways button:hover{background:var(--band)}
td .badge{white-space:normal}
@media screen{.matrix tbody th:first-child,.matrix thead th:first-child{position:sticky;left:0;z-index:1;background:var(--paper);box-shadow:1px 0 0 var(--line),0 1px 0 var(--line)}}
@media screen and (max-width:40rem){.matrix th:first-child{min-width:7rem;max-width:7.5rem;font-size:.86rem;overflow-wrap:anywhere;hyphens:auto}.matrix th:nth-child(2),.matrix td:nth-child(2){min-width:5.5rem;max-width:6rem;font-size:.86rem;hyphens:auto}}
[hidden]{display:none!important}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;padding:1rem 0 0}
.controls{margin:.75rem 0;font-size:.92rem}
.controls fieldset{border:1px solid var(--line);border-radius:.4rem;margin:0;padding:.5rem .9rem .7rem;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;min-width:0}
.controls legend{color:var(--soft);padding:0 .3rem;font-size:.88rem}
.controls label{display:inline-flex;align-items:center;gap:.4rem;min-height:1.75rem}
.controls label{max-width:100%}.controls select{min-width:0;max-width:min(18rem,100%);flex:0 1 auto;text-overflow:ellipsis}.controls output{color:var(--soft)}
.controls details{display:inline-block;margin-left:.8rem;vertical-align:top;max-width:100%}
form[data-lanes]{display:block}form[data-lanes]>label{margin:.6rem 0}form[data-lanes] button{margin-left:.8rem}
.controls output:not(:empty){display:inline-block;margin:.4rem .8rem}.controls fieldset+fieldset{margin:.6rem 0}.controls fieldset p{flex-basis:100%;margin:0;color:var(--soft)}
.turns{display:flex;gap:.5rem}.turns [aria-disabled=true]{color:var(--soft);border-style:dashed;cursor:default}
.begin{padding:0 0 1.25rem;border:0}.begin p{margin:0 0 .2rem;font-weight:700}.begin ul{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:0;padding:0}
.begin a{display:block;border:1px solid var(--accent);border-radius:.35rem;padding:.45rem .8rem;text-decoration:none}.begin a:hover{background:var(--band)}
.letters{gap:.7rem 1.6rem;margin:1rem 0}.letters .split{display:inline-block;width:2.6rem;min-width:0;text-align:center}.letters .hint{color:var(--soft)}
.controls input[type=checkbox]{width:1.1rem;height:1.1rem;accent-color:var(--accent)}
.seek{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;margin:1rem 0 -.4rem}
.seek input{cursor:text;min-width:12rem}
.slide label{display:flex;flex-wrap:wrap;gap:.25rem .8rem;width:100%}.slide input{flex:1 1 16rem;accent-color:var(--accent);min-height:2rem}
.slide output{display:block;font-variant-numeric:tabular-nums}
.copy,.fold{border:0;background:none;color:var(--accent);cursor:pointer;min-width:2rem;min-height:2rem;border-radius:.3rem}
.copy{font-size:1rem;opacity:.65;vertical-align:.1em}h2:hover .copy,.copy:focus{opacity:1}
.interactive .card{position:relative}.interactive .card h3{padding-right:2.4rem}
.fold{position:absolute;top:.7rem;right:.7rem;font-size:1.25rem;line-height:1}.fold::before{content:"−"}.fold[aria-expanded=false]::before{content:"+"}
@media screen{.folded>.body{display:none}caption{max-width:min(48rem,calc(100vw - 2.5rem))}}
@media screen and (scripting:enabled){.interactive main>section{content-visibility:auto;contain-intrinsic-size:auto 60rem;margin:0 -.5rem;padding-left:.5rem;padding-right:.5rem}
.interactive .card{content-visibility:auto;contain-intrinsic-size:auto 18rem}
.interactive :is(section,.sought)>.scroll{content-visibility:auto;contain-intrinsic-size:auto 20rem}}
@media screen and (max-width:40rem),(pointer:coarse){#contents li{padding:0}#contents a{display:inline-block;padding:.35rem 0}
.controls label{min-height:2.5rem}.controls input[type=checkbox]{width:1.4rem;height:1.4rem}.copy,.fold{min-width:2.75rem;min-height:2.75rem}
summary{padding:.6rem 0}.refs{line-height:2}.refs a{padding:.4rem .2rem}}
.lit th,.lit td{background:var(--warn-bg)}.lit th:first-child{box-shadow:inset 4px 0 0 var(--warn)}
[tabindex="-1"]:focus{outline:2px solid var(--accent);outline-offset:-2px}
#back{position:fixed;left:1rem;bottom:1rem;z-index:3;background:var(--accent);color:var(--paper);border-color:var(--paper);font-weight:600;box-shadow:0 .2rem 1rem rgb(0 0 0/.3)}
.here{position:fixed;right:1rem;bottom:1rem;z-index:2;background:var(--paper);border:1px solid var(--soft);border-radius:2rem;padding:.45rem 1rem;text-decoration:none;
font-size:.88rem;max-width:calc(100vw - 2rem);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;box-shadow:0 .15rem .6rem rgb(0 0 0/.2)}
.here::before{content:"☰";margin-right:.5rem}
nav a[aria-current]{font-weight:700;text-decoration-thickness:2px}
@media screen and (min-width:72rem){.interactive main{display:grid;grid-template-columns:13.5rem minmax(0,1fr);column-gap:2.5rem;max-width:88rem}
.interactive main>*{grid-column:2}.interactive main>nav{grid-column:1;grid-row:1/span 60;position:sticky;top:2.2rem;align-self:start;max-height:calc(100vh - 2.2rem);
overflow:auto;padding:2.5rem .5rem 1rem 0;border:0;font-size:.9rem}.interactive nav ol{columns:1;padding-left:1.7rem}.interactive nav li{padding:.14rem 0}
.interactive nav a{text-decoration:none}.interactive nav a:hover{text-decoration:underline}
.interactive nav a[aria-current]{text-decoration:none;box-shadow:inset 0 -2px 0 var(--accent)}
.here{display:none}.interactive footer{max-width:88rem;padding-left:calc(1.25rem + 16rem)}}
@media print{.tools,.controls,.copy,.fold,#back,.here,.panel,.begin,#missing,.hint{display:none!important}
svg .edge,svg .know[data-t],svg .k2 .half,svg .k3 .full{display:inline!important}svg .know:is(.k1,.k3) .half,svg .know:is(.k1,.k2) .full{display:none!important}svg .pin{transform:none}
.split .planned,.split .observed,.legend{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.split .planned,.split .observed{padding:.1rem}
.interactive .matrix{table-layout:fixed;width:100%}.interactive .matrix th:first-child{width:38mm;min-width:0}
.interactive .matrix th:nth-child(2){width:26mm;white-space:normal}.interactive .matrix td.split{min-width:0}
.interactive .matrix td:nth-child(n+3){white-space:normal;overflow-wrap:anywhere;padding:.3rem .1rem}
.interactive main>header{border-bottom:1px solid var(--ink);padding-bottom:2mm}
.interactive #questions{break-before:page;break-after:page}.interactive #questions .points li{margin:1.6mm 0}
:root[data-only=questions] main>:not(#questions),:root[data-only=questions] footer>p{display:none}
:root[data-only=questions] #questions{break-before:auto;break-after:auto;padding-top:0}
.interactive [hidden]:is(tr,article){display:revert!important}}
`;
