/**
 * Blocks as HTML. Everything said goes through `html()`; tags are ours alone.
 * Knows: blocks, and which entries have a row to link to. Does not know: the page around them.
 */
import type { Evidence } from '../analysis/history.ts';
import {
  type Badge,
  type Block,
  type Card,
  type Cell,
  type Line,
  type TableBlock,
  shown,
} from './block.ts';
import { html } from './escape.ts';
import { prose } from './prose.ts';
import { type Strips, stripChart } from './strips.ts';
import { legend, swimlane } from './swimlane.ts';

/** What a block needs of the page: the rows that evidence can link to, and the word for evidence. */
export type Page = { readonly anchors: ReadonlySet<number>; readonly evidence: string };

/** Beyond this many columns a matrix is printed on sheets turned sideways, as the lanes are. */
const WIDE = 9;

export function isWide(part: Block): boolean {
  if (part.type === 'lanes' || part.type === 'strips') return true;
  if (part.type === 'drawing') return part.wide ?? false;
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
      return `<div class="cards">${part.cards.map((card) => cardHtml(card, page)).join('\n')}</div>`;
    case 'lanes':
      return figure(part.lanes);
    case 'code':
      return `<pre tabindex="0"><code>${part.text.split('\n').map(codeLine).join('\n')}</code></pre>`;
    case 'prose':
      return `<div class="prose">${prose(part.text)}</div>`;
    case 'drawing':
      return drawing(part);
    case 'strips':
      return stripsFigure(part.strips);
    case 'chart':
      return `<p>${html(part.chart.text)}</p>${table(part.table, page)}`;
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

function figure(lanes: Extract<Block, { readonly type: 'lanes' }>['lanes']): string {
  return [
    `<figure><div class="scroll" role="group" tabindex="0" aria-label="${html(lanes.title)}">`,
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

function table(part: TableBlock, page: Page): string {
  const kinds = [part.layout, part.form && 'form', part.anchors && 'log'].filter(Boolean);
  const head = part.columns.map(
    (column) =>
      `<th scope="col"${column.figure ? ' class="figure"' : ''}><span>${html(column.title)}</span></th>`,
  );
  const rows = part.rows.map((row, i) => tableRow(row, part.anchors?.[i], page));
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${html(part.caption)}">`,
    `<table class="${kinds.join(' ')}"><caption${part.quiet ? ' class="unseen"' : ''}>${html(part.caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function tableRow(row: readonly Cell[], anchor: number | undefined, page: Page): string {
  const id = anchor === undefined ? '' : ` id="e${anchor}"`;
  const [first, ...rest] = row;
  const start = first ? `<th scope="row"${classes(first)}>${cell(first, page)}</th>` : '';
  return `<tr${id}>${start}${rest.map((c) => `<td${classes(c)}>${cell(c, page)}</td>`).join('')}</tr>`;
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
  const main = letters ? split(letters) : words;
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

function split({ planned, observed, drift, ring, said }: NonNullable<Cell['letters']>): string {
  const above = planned.length === 0 ? '–' : planned.join(' ');
  const below = observed === '-' ? '–' : (observed ?? '');
  const mark = `${drift ? ' ▲' : ''}${ring ? ` ${RINGS[ring]}` : ''}`;
  return `<span class="unseen">${html(said)}</span><span class="planned" aria-hidden="true">${above}</span><span class="observed" aria-hidden="true">${below}${mark}</span>`;
}

const RINGS = { gap: '○', contention: '◎' } as const;

function badge({ tone, shape, label }: Badge): string {
  const mark = shape === '' ? '' : `<span aria-hidden="true">${html(shape)}</span> `;
  return `<span class="badge ${tone}">${mark}${html(label)}</span>`;
}

function cardHtml({ id, title, badges, blocks }: Card, page: Page): string {
  const marks = badges.length === 0 ? '' : `<p class="badges">${badges.map(badge).join(' ')}</p>`;
  const body = blocks.map((part) => blockHtml(part, page)).join('\n');
  return `<article class="card" id="${html(id)}"><h3>${html(title)}</h3>${marks}${body}</article>`;
}

function refs(evidence: Evidence | undefined, page: Page): string {
  const { numbers, more } = shown(evidence);
  if (numbers.length === 0) return '';
  const links = numbers.map((n) => (page.anchors.has(n) ? `<a href="#e${n}">#${n}</a>` : `#${n}`));
  const rest = more > 0 ? ` +${more}` : '';
  return ` <span class="refs"><span class="unseen">${html(page.evidence)}: </span>${links.join(' ')}${rest}</span>`;
}
