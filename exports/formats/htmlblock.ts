/**
 * Blocks as HTML. Everything said goes through `html()`; tags are ours alone.
 * Knows: blocks, and which entries have a row to link to. Does not know: the page around them.
 */
import type { Lang } from '../../engine/scenario/text.ts';
import { catalogue } from '../text.ts';
import type { Evidence } from '../analysis/history.ts';
import {
  type Badge,
  type Block,
  type Card,
  type Cell,
  type Letters,
  type Line,
  type TableBlock,
  type Tags,
  shown,
} from './block.ts';
import { chartFigure } from './page/figure.ts';
import { letterKey, splitCell } from './page/panel.ts';
import { lanesForm, seekForm } from './page/controls.ts';
import { html } from './escape.ts';
import { prose } from './prose.ts';
import { type Strips, stripChart } from './strips.ts';
import { legend, swimlane } from './swimlane.ts';

/** What a block needs of the page: the rows that evidence can link to, the words, what it can do. */
export type Page = {
  readonly anchors: ReadonlySet<number>;
  readonly evidence: string;
  readonly lang: Lang;
  readonly interactive: boolean;
};

/** Beyond this many columns a matrix is printed on sheets turned sideways, as the lanes are. */
const WIDE = 9;

export function isWide(part: Block): boolean {
  if (part.type === 'lanes' || part.type === 'strips') return true;
  if (part.type === 'drawing') return part.wide ?? false;
  if (part.type === 'chart') return isWide(part.table);
  return part.type === 'table' && part.layout === 'matrix' && part.columns.length > WIDE;
}

export function blockHtml(part: Block, page: Page): string {
  switch (part.type) {
    case 'para':
      return `<p>${html(part.text)}${refs(part.evidence, page)}</p>`;
    case 'note':
      return `<p class="note">${html(part.text)}</p>`;
    case 'heading':
      return `<h3>${html(part.text)}</h3>`;
    case 'list': {
      const tag = part.ordered ? 'ol' : 'ul';
      return `<${tag} class="points">${part.items.map((item) => point(item, page)).join('\n')}</${tag}>`;
    }
    case 'pairs':
      return pairs(part.rows, page);
    case 'tiles':
      return tiles(part.tiles);
    case 'table':
      return table(part, page);
    case 'cards':
      return cards(part.cards, page);
    case 'lanes':
      return figure(part.lanes, page);
    case 'code':
      return `<pre tabindex="0"><code>${part.text.split('\n').map(codeLine).join('\n')}</code></pre>`;
    case 'prose':
      return `<div class="prose">${prose(part.text)}</div>`;
    case 'drawing':
      return drawing(part);
    case 'strips':
      return stripsFigure(part.strips);
    case 'chart':
      return chartFigure(part.chart, table(part.table, page), page.lang, page.interactive);
    default:
      return part satisfies never;
  }
}

/** What stands before a line is said with the line: `html` leaves no space at its ends. */
function codeLine(line: string): string {
  return (/^ */.exec(line)?.[0] ?? '') + html(line);
}

function point({ lead, text, evidence }: Line, page: Page): string {
  const start = lead === undefined ? '' : `<strong>${html(lead)}</strong><br>`;
  return `<li>${start}${html(text)}${refs(evidence, page)}</li>`;
}

/** Rows with the same heading are one term with several descriptions. */
export function pairs(rows: readonly (Line & { readonly lead: string })[], page: Page): string {
  const items = rows.map(({ lead, text, evidence }, i) => {
    const term = rows[i - 1]?.lead === lead ? '' : `<dt>${html(lead)}</dt>`;
    return `${term}<dd>${html(text)}${refs(evidence, page)}</dd>`;
  });
  return `<dl>${items.join('\n')}</dl>`;
}

function tiles(rows: Extract<Block, { readonly type: 'tiles' }>['tiles']): string {
  const items = rows.map(
    ({ value, label }) => `<div><dt>${html(label)}</dt><dd>${html(value)}</dd></div>`,
  );
  return `<dl class="tiles">${items.join('\n')}</dl>`;
}

function figure(lanes: Extract<Block, { readonly type: 'lanes' }>['lanes'], page: Page): string {
  const controls = page.interactive ? lanesForm(lanes, catalogue(page.lang).page) : '';
  return [
    `<figure class="course">${controls}<div class="scroll" role="group" tabindex="0" aria-label="${html(lanes.title)}">`,
    swimlane(lanes),
    `</div>${legend(lanes)}<figcaption>${html(lanes.note)}</figcaption></figure>`,
  ].join('\n');
}

function drawing({ title, text, svg }: Extract<Block, { readonly type: 'drawing' }>): string {
  return [
    `<figure><div class="scroll" role="group" tabindex="0" aria-label="${html(title)}">`,
    svg,
    `</div><figcaption>${html(text)}</figcaption></figure>`,
  ].join('\n');
}

function stripsFigure(strips: Strips): string {
  return [
    `<figure><div class="scroll" role="group" tabindex="0" aria-label="${html(strips.title)}">`,
    stripChart(strips),
    `</div><figcaption>${html(strips.note)}</figcaption></figure>`,
  ].join('\n');
}

/** Rows that links lead to are all there; of others a page holds so many. */
const ROWS = 1_500;
/** From so many rows on, a table can be searched. */
const SOUGHT = 12;

function table(part: TableBlock, page: Page): string {
  const t = catalogue(page.lang).page;
  const kinds = [part.layout, part.form && 'form', part.anchors && 'log'].filter(Boolean);
  const head = part.columns.map(
    (column) =>
      `<th scope="col"${column.figure ? ' class="figure"' : ''}><span>${html(column.title)}</span></th>`,
  );
  const shownRows = part.anchors ? part.rows : part.rows.slice(0, ROWS);
  const left = part.rows.length - shownRows.length;
  const rows = shownRows.map((row, i) => tableRow(row, rowAttributes(part, i), page));
  const sought = page.interactive && !part.form && part.rows.length >= SOUGHT;
  return [
    page.interactive && part.rows.some((row) => row.some(({ letters }) => letters?.detail))
      ? letterKey(t)
      : '',
    sought ? `<div class="sought">${seekForm(part.caption, shownRows.length, t)}` : '',
    `<div class="scroll" role="group" tabindex="0" aria-label="${html(part.caption)}">`,
    `<table class="${kinds.join(' ')}"><caption${part.quiet ? ' class="unseen"' : ''}>${html(part.caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div>`,
    left > 0 ? `<p class="note">${html(t.left(String(left)))}</p>` : '',
    sought ? '</div>' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function rowAttributes({ anchors, tags }: TableBlock, i: number): string {
  const anchor = anchors?.[i];
  const id = anchor === undefined ? '' : ` id="e${anchor}"`;
  return id + tagged(tags?.[i]);
}

const tagged = (tags: Tags | undefined): string =>
  tags === undefined ? '' : ` data-tags="${html(tags.join(' '))}"`;

function tableRow(row: readonly Cell[], attributes: string, page: Page): string {
  const [first, ...rest] = row;
  const start = first ? `<th scope="row"${classes(first)}>${cell(first, page)}</th>` : '';
  return `<tr${attributes}>${start}${rest.map((c) => `<td${classes(c)}>${cell(c, page)}</td>`).join('')}</tr>`;
}

function classes({ figure, letters }: Cell): string {
  const names = [
    figure && 'figure',
    letters && 'split',
    letters?.drift && 'drift',
    letters?.ring,
  ].filter(Boolean);
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function cell(all: Cell, page: Page): string {
  const { text, sub, lines, badges, evidence, letters, link, bar } = all;
  const words = link === undefined ? html(text) : `<a href="#${html(link)}">${html(text)}</a>`;
  const main = letters ? splitHtml(letters, page) : words;
  const under = sub === undefined ? '' : `<span class="sub">${html(sub)}</span>`;
  const each = (lines ?? []).map((line) => `<span class="line">${html(line)}</span>`).join('');
  return (
    (bar === undefined ? main : barHtml(bar) + main) +
    each +
    (badges ?? []).map(badge).join(' ') +
    under +
    refs(evidence, page)
  );
}

/** The text beside it says the same: the bar is for the eye alone. */
function barHtml(share: number): string {
  const width = (Math.min(1, Math.max(0, share)) * 100).toFixed(1);
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="10"/><rect class="part" width="${width}" height="10"/></svg>`;
}

function splitHtml({ detail, ...letters }: Letters, page: Page): string {
  const shownDetail = page.interactive ? detail : undefined;
  const lines = shownDetail?.lines ?? [];
  const list =
    lines.length === 0
      ? ''
      : `<ul class="points">${lines.map((line) => point(line, page)).join('')}</ul>`;
  const t = catalogue(page.lang).page;
  return splitCell({ ...letters, ...(shownDetail && { detail: shownDetail }) }, list, t);
}

function badge({ tone, shape, label }: Badge): string {
  const mark = shape === '' ? '' : `<span aria-hidden="true">${html(shape)}</span> `;
  return `<span class="badge ${tone}">${mark}${html(label)}</span>`;
}

/** More cards than anybody reads through are left to the tables and to CSV. */
const CARDS = 300;

function cards(all: readonly Card[], page: Page): string {
  const drawn = all.slice(0, CARDS).map((card) => cardHtml(card, page));
  const left = all.length - drawn.length;
  const note =
    left > 0 ? `<p class="note">${html(catalogue(page.lang).page.left(String(left)))}</p>` : '';
  return `<div class="cards">${drawn.join('\n')}${note}</div>`;
}

function cardHtml({ id, title, badges, blocks, tags }: Card, page: Page): string {
  const marks = badges.length === 0 ? '' : `<p class="badges">${badges.map(badge).join(' ')}</p>`;
  const body = blocks.map((part) => blockHtml(part, page)).join('\n');
  const name = html(id);
  if (!page.interactive) {
    return `<article class="card" id="${name}"><h3>${html(title)}</h3>${marks}${body}</article>`;
  }
  const label = html(catalogue(page.lang).page.foldOne(title));
  const fold = `<button type="button" class="fold" aria-expanded="true" aria-controls="${name}-body" aria-label="${label}" data-tool hidden></button>`;
  return `<article class="card" id="${name}"${tagged(tags)}><h3>${html(title)}</h3>${fold}${marks}<div class="body" id="${name}-body">${body}</div></article>`;
}

function refs(evidence: Evidence | undefined, page: Page): string {
  const { numbers, more } = shown(evidence);
  if (numbers.length === 0) return '';
  const links = numbers.map((n) => (page.anchors.has(n) ? `<a href="#e${n}">#${n}</a>` : `#${n}`));
  const rest = more > 0 ? ` +${more}` : '';
  return ` <span class="refs"><span class="unseen">${html(page.evidence)}: </span>${links.join(' ')}${rest}</span>`;
}
