/** Blocks as Word's paragraphs and tables. Knows: blocks. Does not know: the report around them. */
import type { Block, Card, Line, TableBlock } from '../block.ts';
import {
  type Runs,
  badgeRuns,
  clean,
  codeLines,
  lineRuns,
  proseLines,
  textRuns,
} from '../paper/runs.ts';
import { paragraphLike } from './markup.ts';
import { runsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { type Ground, notesTable, pairsTable, tableOf } from './tables.ts';

/** What a block needs of the page. `list` numbers the lists: each ordered one begins at 1. */
export type Page = Ground & { readonly list: (ordered: boolean) => number };

export function blockMarkup(block: Block, page: Page): string {
  switch (block.type) {
    case 'para':
      return line(textRuns(block, page.anchors));
    case 'note':
      return said(block.text, STYLE.note);
    case 'heading':
      return said(block.text, STYLE.heading);
    case 'list':
      return list(block.items, block.ordered ?? false, page);
    case 'pairs':
      return pairsTable(block.rows, page) + GAP;
    case 'tiles': {
      const rows = block.tiles.map(({ value, label }) => ({ lead: value, text: label }));
      return pairsTable(rows, page) + GAP;
    }
    case 'table':
      return captioned(block, page);
    case 'cards':
      return block.cards.map((card) => cardMarkup(card, page)).join('');
    // Drawings have no place in a document that people write in; the PDF has them.
    case 'lanes':
      return said(block.lanes.description);
    case 'strips':
      return said(block.strips.description);
    case 'drawing':
      return said(block.text);
    case 'code':
      return codeLines(block.text)
        .map((text) => line([{ text }], STYLE.code))
        .join('');
    case 'prose':
      return proseLines(block.text)
        .map((text) => said(text))
        .join('');
    case 'chart':
      return said(block.chart.text) + captioned(block.table, page);
    default:
      return block satisfies never;
  }
}

export const line = (runs: Runs, style?: string): string => paragraphLike({ style })(runsOf(runs));

export const said = (text: string, style?: string): string => line([{ text: clean(text) }], style);

/** Two tables that touch would become one. */
const GAP = paragraphLike({ spacing: { before: 0, after: 60 } })('');

function captioned(table: TableBlock, page: Page): string {
  const caption = table.quiet ? '' : said(table.caption, STYLE.caption);
  return caption + tableOf(table, page) + GAP;
}

function list(items: readonly Line[], ordered: boolean, page: Page): string {
  if (items.length === 0) return '';
  const point = paragraphLike({ style: STYLE.point, list: page.list(ordered) });
  return items.map((item) => point(runsOf(lineRuns(item, page.anchors)))).join('');
}

function cardMarkup({ title, badges, blocks, notes }: Card, page: Page): string {
  return [
    said(title, STYLE.card),
    ...(badges.length === 0 ? [] : [line(badgeRuns(badges), STYLE.badges)]),
    ...blocks.map((block) => blockMarkup(block, page)),
    ...(notes === undefined ? [] : [notesTable(notes, page), GAP]),
  ].join('');
}
