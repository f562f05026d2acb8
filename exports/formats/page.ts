/**
 * A report as one HTML file: no scripts, nothing fetched, printable as it stands.
 * Knows: the page. Does not know: what is reported on.
 */
import type { Report, Section } from './block.ts';
import { html } from './escape.ts';
import { type Page, blockHtml, isWide, pairs } from './htmlblock.ts';
import { styleFor } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** `look`: rules of its own for a kind of page, which the page then has as its class. */
export type Look = { readonly name: string; readonly style: string };

export function pageHtml(report: Report, look?: Look): string {
  const page: Page = { anchors: anchorsOf(report), evidence: report.evidenceLabel };
  return `${[
    '<!doctype html>',
    `<html lang="${report.lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${html(`${report.stamp} ${report.marking} – ${report.kicker}: ${report.title}`)}</title>`,
    `<style>${styleFor(report.stamp, report.marking)}${look?.style ?? ''}</style>`,
    '</head>',
    look ? `<body class="${look.name}">` : '<body>',
    `<header class="marking">${marking(report)}</header>`,
    `<div class="stamp" aria-hidden="true">${html(`${report.stamp} · ${report.marking}`)}</div>`,
    '<main>',
    header(report, page),
    contents(report),
    ...report.sections.map((section, i) => sectionHtml(section, i + 1, page)),
    '</main>',
    '<footer>',
    `<p>${html(report.foot)}</p>`,
    `<div class="marking last">${marking(report)}</div>`,
    '</footer>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function anchorsOf(report: Report): ReadonlySet<number> {
  const blocks = report.sections.flatMap((section) => section.blocks);
  return new Set(blocks.flatMap((part) => (part.type === 'table' ? (part.anchors ?? []) : [])));
}

function marking({ banner, marking: tlp }: Report): string {
  const colour = tlp.replace('TLP:', '').replace('+', '-').toLowerCase();
  return `<span>${html(banner)}</span><span class="tlp ${colour}">${html(tlp)}</span>`;
}

function header(report: Report, page: Page): string {
  return [
    '<header>',
    `<p class="kicker">${html(report.kicker)}</p>`,
    `<h1>${html(report.title)}</h1>`,
    `<p class="subtitle">${html(report.subtitle)}</p>`,
    pairs(report.facts, page),
    '</header>',
  ].join('\n');
}

function contents(report: Report): string {
  const items = report.sections.map(
    (section) => `<li><a href="#${section.id}">${html(section.title)}</a></li>`,
  );
  return `<nav aria-label="${html(report.contents)}"><h2>${html(report.contents)}</h2><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml({ id, title, intro, blocks }: Section, number: number, page: Page): string {
  const lead = intro === undefined ? '' : `<p class="intro">${html(intro)}</p>`;
  return [
    `<section id="${id}"${blocks.some(isWide) ? ' class="wide"' : ''}>`,
    `<h2><span class="number">${number}</span> ${html(title)}</h2>`,
    lead,
    ...blocks.map((part) => blockHtml(part, page)),
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
