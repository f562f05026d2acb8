/**
 * The report as it goes on paper: matrices in parts that fit a sheet, long tables cut and said so,
 * each section upright or sideways. Knows: blocks and how much a sheet holds. Does not know: PDF, Word.
 */
import { catalogue } from '../../text.ts';
import {
  type Block,
  type Card,
  type Cell,
  type Report,
  type Section,
  type TableBlock,
  cited,
} from '../block.ts';
import { laneParts, stripParts } from './lanes.ts';
import { type Anchors, REFERENCES } from './runs.ts';

/** So many narrow columns stand on a sheet turned sideways, beside the first two. */
const ACROSS = 18;
const STUB = 2;
/** Nobody reads more on paper; the spreadsheet, the JSON and the log have all. */
export const LONGEST = 40;
const MOST_CELLS = 600;
const FEWEST = 12;
/** What people write in, they must have in full; beyond this nobody writes by hand. */
const FORM_ROWS = 120;
/** So many tasks, findings or decisions are set out one by one. */
const CARDS = 40;
/** The extract holds what these parts refer to: what is claimed is to be looked up on the spot. */
const CLAIMS: ReadonlySet<string> = new Set([
  'summary',
  'findings',
  'tasks',
  'decisions',
  'clocks',
]);
const MOST_ANCHORS = 400;
const EXTRACT = 'extract';
/** Beyond this many columns a matrix, and beyond this many any table, is set sideways. */
const UPRIGHT_MATRIX = 9;
const UPRIGHT = 7;

/** Those that people look up begin on a sheet of their own; others where there is room. */
export const APART: ReadonlySet<string> = new Set([
  'summary',
  'matrix',
  'findings',
  'tasks',
  'improvement',
  'method',
  EXTRACT,
]);

/** Blocks that stand on pages lying alike. */
export type Part = { readonly sideways: boolean; readonly blocks: readonly Block[] };
export type Sheet = Section & {
  readonly number: number;
  readonly parts: readonly Part[];
};
export type Paper = {
  readonly report: Report;
  readonly sheets: readonly Sheet[];
  readonly anchors: Anchors;
};

/** `drawn`: whether drawings are drawn, or stand there in words. */
export function paperOf(report: Report, drawn = true): Paper {
  const t = catalogue(report.lang).documents;
  const fit = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.flatMap((block) => fitted(block, t)),
  });
  // The extract waits for what the others refer to.
  const sections = report.sections.map((section) =>
    section.id === EXTRACT ? section : fit(section),
  );
  const claims = sections.filter(({ id }) => CLAIMS.has(id));
  const claimed = new Set(claims.flatMap(({ blocks }) => cited(blocks, REFERENCES)));
  const sheets = sections.map((section, i) => {
    const whole = section.id === EXTRACT ? fit(extractOf(section, claimed, t)) : section;
    return { ...whole, number: i + 1, parts: partsOf(whole.blocks, drawn) };
  });
  return { report, sheets, anchors: anchorsOf(sheets) };
}

type Words = ReturnType<typeof catalogue>['documents'];

/** Of the journal, those entries alone that the claims rest on. */
function extractOf(section: Section, claimed: ReadonlySet<number>, t: Words): Section {
  const table = section.blocks.find((block) => block.type === 'table' && block.anchors);
  if (table?.type !== 'table') return section;
  const { anchors = [] } = table;
  const isClaimed = (_: unknown, i: number): boolean => claimed.has(anchors[i] ?? -1);
  const rows = table.rows.filter(isClaimed);
  const kept = { ...table, caption: t.extract, rows, anchors: anchors.filter(isClaimed) };
  return { ...section, intro: t.extract, blocks: [kept] };
}

function fitted(block: Block, t: Words): readonly Block[] {
  switch (block.type) {
    case 'table':
      return tableParts(block, t);
    case 'chart': {
      // What is too long to be read as a table is still drawn.
      const [table = block.table, ...rest] = tableParts(block.table, t);
      return [{ ...block, table: table.type === 'table' ? table : block.table }, ...rest];
    }
    case 'lanes':
      return laneParts(block.lanes).map((lanes) => ({ type: 'lanes', lanes }));
    case 'strips':
      return stripParts(block.strips).map((strips) => ({ type: 'strips', strips }));
    case 'cards':
      return cardsParts(block.cards, t);
    default:
      return [block];
  }
}

function cardsParts(all: readonly Card[], t: Words): readonly Block[] {
  const told = all.filter(({ ordinary }) => !ordinary);
  const cards = told.slice(0, CARDS).map((card) => cardParts(card, t));
  const notes = [
    ...(told.length > CARDS ? [t.cut(String(CARDS), String(told.length))] : []),
    ...(told.length < all.length ? [t.ordinary(String(all.length - told.length))] : []),
  ];
  return [{ type: 'cards', cards }, ...notes.map((text) => ({ type: 'note', text }) as const)];
}

function cardParts(card: Card, t: Words): Card {
  return { ...card, blocks: card.blocks.flatMap((block) => fitted(block, t)) };
}

function tableParts(table: TableBlock, t: Words): readonly Block[] {
  const most = mostRows(table);
  const total = table.rows.length;
  if (total <= most) return columnParts(table, t);
  const cut = {
    ...table,
    rows: table.rows.slice(0, most),
    ...(table.anchors && { anchors: table.anchors.slice(0, most) }),
  };
  return [...columnParts(cut, t), { type: 'note', text: t.cut(String(most), String(total)) }];
}

function mostRows({ anchors, form, columns }: TableBlock): number {
  if (anchors) return MOST_ANCHORS;
  if (form) return FORM_ROWS;
  // All its columns count, on however many sheets they stand.
  return Math.min(LONGEST, Math.max(FEWEST, Math.floor(MOST_CELLS / columns.length)));
}

/** A matrix too wide for a sheet, in parts that each begin with the names of the rows. */
function columnParts(table: TableBlock, t: Words): readonly Block[] {
  const wide = table.columns.length - STUB;
  if (table.layout !== 'matrix' || wide <= ACROSS) return [table];
  const parts = Math.ceil(wide / ACROSS);
  // As many in each part as in the others, lest one column stand alone on a sheet.
  const each = Math.ceil(wide / parts);
  return [...Array(parts).keys()].map((part) => {
    const from = STUB + part * each;
    const pick = <T>(row: readonly T[]): readonly T[] => [
      ...row.slice(0, STUB),
      ...row.slice(from, from + each),
    ];
    return {
      ...table,
      quiet: false,
      caption: `${table.caption} (${t.part(String(part + 1), String(parts))})`,
      columns: pick(table.columns),
      rows: table.rows.map((row) => pick<Cell>(row)),
    };
  });
}

/** What introduces a block stands with it; what is left at the end stands with the last. */
function partsOf(blocks: readonly Block[], drawn: boolean): readonly Part[] {
  const parts: { readonly sideways: boolean; readonly blocks: Block[] }[] = [];
  let leading: Block[] = [];
  for (const block of blocks) {
    leading.push(block);
    if (LEADING.has(block.type)) continue;
    const [last, sideways] = [parts.at(-1), isSideways(block, drawn)];
    if (last?.sideways === sideways) last.blocks.push(...leading);
    else parts.push({ sideways, blocks: leading });
    leading = [];
  }
  if (parts.length === 0) return [{ sideways: false, blocks: leading }];
  parts.at(-1)?.blocks.push(...leading);
  return parts;
}

const LEADING: ReadonlySet<Block['type']> = new Set(['heading', 'para', 'note']);

/** Whether a block needs a sheet turned sideways. Forms do too: people write in them. */
function isSideways(block: Block, drawn: boolean): boolean {
  switch (block.type) {
    case 'lanes':
    case 'strips':
      return drawn;
    case 'drawing':
      return drawn && (block.wide ?? false);
    case 'table':
      if (block.layout === 'matrix') return block.columns.length > UPRIGHT_MATRIX;
      return (block.form ?? false) || block.columns.length > UPRIGHT;
    case 'chart':
      return isSideways(block.table, drawn);
    case 'cards':
      return block.cards.some((card) => card.blocks.some((one) => isSideways(one, drawn)));
    case 'para':
    case 'note':
    case 'heading':
    case 'list':
    case 'tiles':
    case 'pairs':
    case 'prose':
    case 'code':
      return false;
    default:
      return block satisfies never;
  }
}

function anchorsOf(sheets: readonly Sheet[]): Anchors {
  return new Set(
    sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? (block.anchors ?? []) : [])),
    ),
  );
}
