/** Blocks as Word's paragraphs and tables. Knows: blocks. Does not know: the report around them. */
import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { Block, Card, Line, TableBlock } from '../block.ts';
import {
  type Anchors,
  type Runs,
  badgeRuns,
  clean,
  lineRuns,
  codeLines,
  proseLines,
  textRuns,
} from '../paper/runs.ts';
import { pieces } from './runs.ts';
import { NUMBERING, STYLE } from './styles.ts';
import { notesTable, pairsTable, tableOf } from './tables.ts';

/** What a block needs of the page. `list` numbers the ordered lists: each begins at 1. */
export type Page = {
  readonly anchors: Anchors;
  readonly width: number;
  readonly list: () => number;
};
export type Part = Paragraph | Table;

export function blockParts(block: Block, page: Page): readonly Part[] {
  switch (block.type) {
    case 'para':
      return [paragraph(textRuns(block, page.anchors))];
    case 'note':
      return [paragraph([{ text: clean(block.text) }], STYLE.note)];
    case 'heading':
      return [heading(block.text, HeadingLevel.HEADING_2)];
    case 'list':
      return listParts(block.items, block.ordered ?? false, page);
    case 'pairs':
      return [pairsTable(block.rows, page.anchors, page.width), gap()];
    case 'tiles': {
      const rows = block.tiles.map(({ value, label }) => ({ lead: value, text: label }));
      return [pairsTable(rows, page.anchors, page.width), gap()];
    }
    case 'table':
      return tableParts(block, page);
    case 'cards':
      return block.cards.flatMap((card) => cardParts(card, page));
    // Drawings have no place in a document that people write in; the PDF has them.
    case 'lanes':
      return [paragraph([{ text: clean(block.lanes.description) }])];
    case 'strips':
      return [paragraph([{ text: clean(block.strips.description) }])];
    case 'drawing':
      return [paragraph([{ text: clean(block.text) }])];
    case 'code':
      return codeLines(block.text).map((text) => paragraph([{ text }], STYLE.code));
    case 'prose':
      return proseLines(block.text).map((text) => paragraph([{ text: clean(text) }]));
    case 'chart':
      return [paragraph([{ text: clean(block.chart.text) }]), ...tableParts(block.table, page)];
    default:
      return block satisfies never;
  }
}

export function paragraph(runs: Runs, style?: string): Paragraph {
  return new Paragraph({ ...(style !== undefined && { style }), children: pieces(runs) });
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

export function heading(text: string, level: Level, apart = false): Paragraph {
  return new Paragraph({
    heading: level,
    ...(apart && { pageBreakBefore: true }),
    children: pieces([{ text: clean(text) }]),
  });
}

/** Two tables that touch would become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60 } });

function tableParts(table: TableBlock, page: Page): readonly Part[] {
  const caption = table.quiet ? [] : [paragraph([{ text: clean(table.caption) }], STYLE.caption)];
  return [...caption, tableOf(table, page.anchors, page.width), gap()];
}

function listParts(items: readonly Line[], ordered: boolean, page: Page): readonly Part[] {
  const reference = ordered ? NUMBERING.steps : NUMBERING.points;
  const instance = page.list();
  return items.map(
    (item) =>
      new Paragraph({
        style: STYLE.point,
        numbering: { reference, level: 0, instance },
        children: pieces(lineRuns(item, page.anchors)),
      }),
  );
}

function cardParts({ title, badges, blocks, notes }: Card, page: Page): readonly Part[] {
  return [
    heading(title, HeadingLevel.HEADING_3),
    ...(badges.length === 0 ? [] : [paragraph(badgeRuns(badges), STYLE.badges)]),
    ...blocks.flatMap((block) => blockParts(block, page)),
    ...(notes === undefined ? [] : [notesTable(notes, page.width), gap()]),
  ];
}
