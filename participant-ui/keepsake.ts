/**
 * A sheet as one file to keep: HTML that holds all it needs, runs nothing and fetches nothing.
 * Knows: HTML and how text is escaped in it. Does not know: what the sheet says.
 */
import type { Lang } from '../engine/runtime/protocol.ts';
import type { Sheet, SheetRow } from './deeds.ts';
import { plain } from './plain.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is only text, wherever in the file it stands. */
function text(source: string): string {
  return plain(source).replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/** What the file may do, said in the file: nothing but its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
body { max-width: 46rem; margin: 0 auto; padding: 0 1rem 3rem; font: 1rem/1.5 system-ui, sans-serif; color: #16202b; background: #fff; overflow-wrap: anywhere; }
.band { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem .75rem; background: #ffd34d; color: #1d1700; }
.band strong:last-child { padding: 0 .5rem; background: #000; color: #fff; }
h1 { margin-bottom: 0; } h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; } dt, small { color: #51606f; } dd { margin: 0; }
ol { padding: 0; list-style: none; } li { padding: .5rem 0; border-top: 1px solid #d5dce3; break-inside: avoid; }
p { margin: 0; white-space: pre-line; } footer { margin-top: 2rem; }
@page { margin: 18mm; }
`;

export function keepsake(sheet: Sheet, lang: Lang): string {
  const band = `<div class="band"><strong>${text(sheet.band)}</strong><strong>${text(sheet.marking)}</strong></div>`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(`${sheet.band.split(' ')[0] ?? ''} · ${sheet.title} · ${sheet.exercise}`)}</title>
<style>${STYLE}</style>
</head>
<body>
${band}
<h1>${text(sheet.title)}</h1>
<p>${text(sheet.exercise)}</p>
<dl>${sheet.head.map(([what, who]) => `<dt>${text(what)}</dt><dd>${text(who)}</dd>`).join('')}</dl>
${sheet.sums.length > 0 ? `<dl>${sheet.sums.map(([what, n]) => `<dt>${text(what)}</dt><dd>${n}</dd>`).join('')}</dl>` : ''}
${sheet.parts.map(part).join('\n')}
<footer>${band}</footer>
</body>
</html>
`;
}

function part({ heading, rows }: Sheet['parts'][number]): string {
  return `<section>
<h2>${text(heading)}</h2>
<ol>
${rows.map(row).join('\n')}
</ol>
</section>`;
}

function row({ when, elapsed, what, title, by, text: said }: SheetRow): string {
  const head = [when, elapsed, what].filter((one) => one !== '').map(text);
  const lines = [
    head.length > 0 ? `<small>${head.join(' · ')}</small>` : '',
    `<p><strong>${text(title)}</strong></p>`,
    by === '' ? '' : `<p><small>${text(by)}</small></p>`,
    said === '' ? '' : `<p>${text(said)}</p>`,
  ];
  return `<li>${lines.join('')}</li>`;
}

/** A file's name that every system takes. */
export function fileName(...names: readonly string[]): string {
  const safe = names.map((name) => name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60));
  return `${safe.join('_')}.html`;
}
