/**
 * The invitation sheet: a page for printing with a card for each role or organisation. Knows: what
 * stands on a card. Does not know: hosts. Everything in it that others wrote is escaped, and nothing
 * in it is fetched.
 */
import { renderSVG } from 'uqr';
import type { Lang } from '../engine/index.ts';
import { html as escapeHtml } from '../exports/formats/escape.ts';

export type Card = {
  /** The role's or the organisation's name; absent: for everybody. */
  readonly name: string;
  /** A role's organisation. */
  readonly within?: string;
  readonly link: string;
  readonly code: string;
};

export type SheetWords = {
  readonly exercise: string;
  readonly title: string;
  readonly intro: string;
  readonly open: string;
  readonly code: (address: string) => string;
};

export type Sheet = {
  readonly lang: Lang;
  readonly title: string;
  readonly marking: string;
  readonly cards: readonly Card[];
  readonly words: SheetWords;
};

export function invitationSheet({ lang, title, marking, cards, words }: Sheet): string {
  const drill = `${words.exercise} · ${words.exercise} · ${words.exercise}`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${words.exercise} · ${words.title} · ${title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p class="drill">${escapeHtml(drill)}</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(words.intro)}</p></header>
<main>
${cards.map((card) => cardOf(card, { drill, marking, words })).join('\n')}
</main>
</body>
</html>
`;
}

function cardOf(
  { name, within, link, code }: Card,
  { drill, marking, words }: { drill: string; marking: string; words: SheetWords },
): string {
  const address = link.split('/#')[0] ?? link;
  return `<section class="card">
<p class="drill">${escapeHtml(drill)} <span>${escapeHtml(marking)}</span></p>
<div class="qr">${renderSVG(link, { border: 2 })}</div>
<div class="what">
<h2>${escapeHtml(name)}</h2>
${within === undefined ? '' : `<p>${escapeHtml(within)}</p>`}
<p>${escapeHtml(words.open)}</p>
<p class="link">${escapeHtml(link)}</p>
<p>${escapeHtml(words.code(address))}</p>
<p class="code">${escapeHtml(code)}</p>
</div>
</section>`;
}

const STYLE = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; overflow-wrap: anywhere; font: 11pt/1.4 system-ui, sans-serif; color: #111; background: #fff; }
h1 { margin: 4mm 0 1mm; font-size: 18pt; }
h2 { margin: 0; font-size: 14pt; }
p { margin: 0 0 2mm; }
header { margin-bottom: 5mm; }
.drill { display: flex; justify-content: space-between; margin: 0; padding: 1.5mm 3mm; background: #ffd34d; color: #1d1700; font-weight: 700; letter-spacing: .04em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.card { display: grid; grid-template-columns: 42mm minmax(0, 1fr); gap: 0 4mm; margin-bottom: 6mm; border: 1px solid #444; break-inside: avoid; }
.card .drill { grid-column: 1 / -1; font-size: 9pt; }
.qr { padding: 2mm; }
.qr svg { display: block; width: 100%; height: auto; }
.what { padding: 3mm 3mm 1mm 0; }
.link { font: 8.5pt/1.35 ui-monospace, monospace; }
.code { font: 700 20pt/1.2 ui-monospace, monospace; letter-spacing: .08em; }
@media print { header .drill { break-after: avoid; } }
`;
