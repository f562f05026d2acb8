/**
 * A report as one HTML file: nothing fetched, printable as it stands, whole without its script.
 * Knows: the page. Does not know: what is reported on.
 */
import type { PageWords } from '../danish/page.ts';
import { catalogue } from '../text.ts';
import type { Block, Report, Section } from './block.ts';
import { html } from './escape.ts';
import { type Page, blockHtml, isWide, pairs } from './htmlblock.ts';
import { filterForm, toolbar } from './page/controls.ts';
import { BROAD } from './page/figure.ts';
import { SCRIPT, SCRIPT_HASH } from './page/script.ts';
import { type Needs, styleFor } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** No script but our own runs, known by its hash. */
const SCRIPTED = `${POLICY}; script-src '${SCRIPT_HASH}'`;

/** `look`: rules of its own for a kind of page, which the page then has as its class. */
export type Look = { readonly name: string; readonly style: string };

export function pageHtml(report: Report, look?: Look): string {
  const interactive = report.interactive ?? false;
  const page: Page = {
    anchors: anchorsOf(report),
    evidence: report.evidenceLabel,
    lang: report.lang,
    interactive,
  };
  const t = catalogue(report.lang).page;
  const classes = [look?.name, interactive && 'interactive'].filter(Boolean).join(' ');
  return `${[
    '<!doctype html>',
    `<html lang="${report.lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="${interactive ? SCRIPTED : POLICY}">`,
    `<title>${html(`${report.stamp} ${report.marking} – ${report.kicker}: ${report.title}`)}</title>`,
    `<style>${styleFor(report.stamp, report.marking, needsOf(report))}${look?.style ?? ''}</style>`,
    '</head>',
    classes === '' ? '<body>' : `<body class="${classes}">`,
    `<header class="marking">${marking(report)}</header>`,
    `<div class="stamp" aria-hidden="true">${html(`${report.stamp} · ${report.marking}`)}</div>`,
    '<main>',
    header(report, page, t),
    interactive ? `<p class="note" id="missing" data-said="${html(t.missing)}" hidden></p>` : '',
    contents(report, interactive),
    interactive
      ? toolbar(
          t,
          report.sections.some(({ id }) => id === 'questions'),
        )
      : '',
    ...report.sections.map((section, i) => sectionHtml(section, i + 1, page)),
    '</main>',
    '<footer>',
    `<p>${html(report.foot)}</p>`,
    `<div class="marking last">${marking(report)}</div>`,
    '</footer>',
    ...(interactive ? last(t) : []),
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

/** What hovers over the page, what a screen reader is told, and the script. */
function last(t: PageWords): readonly string[] {
  return [
    `<a class="here" href="#contents"><span>${html(t.here)}</span></a>`,
    `<button type="button" id="back" hidden>${html(t.back)}</button>`,
    '<p id="live" class="unseen" role="status"></p>',
    `<script>${SCRIPT}</script>`,
  ];
}

function anchorsOf(report: Report): ReadonlySet<number> {
  const blocks = report.sections.flatMap((section) => section.blocks);
  return new Set(blocks.flatMap((part) => (part.type === 'table' ? (part.anchors ?? []) : [])));
}

/** A page carries only the rules that it has use for. */
function needsOf(report: Report): Needs {
  const blocks = report.sections.flatMap((section) => section.blocks);
  return {
    bars: blocks.some(
      (part) =>
        part.type === 'strips' ||
        (part.type === 'table' && part.rows.flat().some(({ bar }) => bar !== undefined)),
    ),
    charts: blocks.some((part) => hasChart(part)),
    interactive: report.interactive ?? false,
  };
}

const hasChart = (part: Block): boolean =>
  part.type === 'chart' ||
  (part.type === 'cards' && part.cards.some(({ blocks }) => blocks.some(hasChart)));

function marking({ banner, marking: tlp }: Report): string {
  const colour = tlp.replace('TLP:', '').replace('+', '-').toLowerCase();
  return `<span>${html(banner)}</span><span class="tlp ${colour}">${html(tlp)}</span>`;
}

function header(report: Report, page: Page, t: PageWords): string {
  return [
    '<header>',
    `<p class="kicker">${html(report.kicker)}</p>`,
    `<h1>${html(report.title)}</h1>`,
    `<p class="subtitle">${html(report.subtitle)}</p>`,
    page.interactive ? beginnings(report, t) : '',
    pairs(report.facts, page),
    '</header>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The few parts that a newcomer looks for, by the question that each answers. */
function beginnings({ sections }: Report, { begin, questions }: PageWords): string {
  const there = new Set(sections.map(({ id }) => id));
  const links = Object.entries(questions)
    .filter(([id]) => there.has(id))
    .map(([id, question]) => `<li><a href="#${id}">${html(question)}</a></li>`);
  return links.length === 0
    ? ''
    : `<nav class="begin" aria-label="${html(begin)}"><p>${html(begin)}</p><ul>${links.join('')}</ul></nav>`;
}

function contents(report: Report, interactive: boolean): string {
  const items = report.sections.map(
    (section) => `<li><a href="#${section.id}">${html(section.title)}</a></li>`,
  );
  return `<nav${interactive ? ' id="contents"' : ''} aria-label="${html(report.contents)}"><h2>${html(report.contents)}</h2><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml(section: Section, number: number, page: Page): string {
  const { id, title, intro, blocks, filters } = section;
  const t = catalogue(page.lang).page;
  const copy = page.interactive
    ? ` <button type="button" class="copy" data-copy="${id}" data-said="${html(t.copied)}" aria-label="${html(t.copy(title))}" data-tool hidden>#</button>`
    : '';
  const choices = page.interactive && filters && filters.length > 0 ? filterForm(filters, t) : '';
  const lead = intro === undefined ? '' : `<p class="intro">${html(intro)}</p>`;
  const body = blocks.map((part) => blockHtml(part, page));
  const wide = blocks.some(isWide) || startsBroad(blocks, body);
  return [
    `<section id="${id}"${wide ? ' class="wide"' : ''}>`,
    `<h2><span class="number">${number}</span> ${html(title)}${copy}</h2>`,
    lead,
    choices,
    ...body,
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** A broad picture turns its sheet: where one comes first, the heading goes along. */
function startsBroad(blocks: readonly Block[], body: readonly string[]): boolean {
  const first = blocks.findIndex(({ type }) => type !== 'para' && type !== 'note');
  return body[first]?.startsWith(BROAD) ?? false;
}
