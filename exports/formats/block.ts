/**
 * The report as a tree of blocks, the same for every format.
 * Knows: what kinds of thing a report is made of. Does not know: Markdown, HTML, or words.
 */
import type { Marking } from '../../engine/scenario/schema.ts';
import type { Evidence } from '../analysis/history.ts';
import type { Cellmark } from '../analysis/letters.ts';
import type { Chart } from './charts/chart.ts';
import type { Lanes } from './lanes.ts';
import type { Strips } from './strips.ts';
import type { Tone } from './tone.ts';

/** A mark says its thing by shape and by word, never by colour alone. */
export type Badge = { readonly tone: Tone; readonly shape: string; readonly label: string };

export type Line = { readonly text: string; readonly lead?: string; readonly evidence?: Evidence };
export type Cell = {
  readonly text: string;
  readonly sub?: string;
  /** Several things in one cell, each on a line of its own below the text. */
  readonly lines?: readonly string[];
  readonly badges?: readonly Badge[];
  readonly evidence?: Evidence;
  /** A number, or a time: set to the right and never broken. */
  readonly figure?: boolean;
  /** The id of something on the same page that the text leads to. */
  readonly link?: string;
  /** A share from 0 to 1, drawn as a bar beside the text that says it. */
  readonly bar?: number;
  /** A split cell of the responsibility matrix: planned above, observed below. */
  readonly letters?: Letters;
};
export type Letters = {
  readonly planned: readonly Cellmark[];
  /** Absent where the task never arose. */
  readonly observed?: Cellmark;
  readonly drift: boolean;
  readonly ring: 'gap' | 'contention' | undefined;
  /** What a screen reader says, and the tooltip. */
  readonly said: string;
  /** What the cell rests on, for a panel that the cell opens; `link`: where the whole story stands. */
  readonly detail?: {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly Line[];
    readonly link: string;
  };
};
export type Column = { readonly title: string; readonly figure?: boolean };
export type Card = {
  readonly id: string;
  readonly title: string;
  readonly badges: readonly Badge[];
  readonly blocks: readonly Block[];
  /** By which the section's filters know it. */
  readonly tags?: Tags;
  /** Went as it should: on paper, a number stands for all of these. */
  readonly ordinary?: boolean;
  /** What people are to write down beside it, in documents that they write in. */
  readonly notes?: readonly string[];
};
/** Words of a filter's own making (`severity-high`), never text from outside. */
export type Tags = readonly string[];
/** One choice by which a section shows only some of its cards and rows, in a page that can. */
export type Filter = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export type Block =
  | { readonly type: 'para'; readonly text: string; readonly evidence?: Evidence }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  /** `ordered`: steps, to be taken in this order. */
  | { readonly type: 'list'; readonly items: readonly Line[]; readonly ordered?: boolean }
  | {
      readonly type: 'tiles';
      readonly tiles: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly type: 'pairs'; readonly rows: readonly (Line & { readonly lead: string })[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      /** The heading above says it already: the caption is for screen readers alone. */
      readonly quiet?: boolean;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** `matrix`: narrow columns with upright headings after the first. */
      readonly layout?: 'matrix';
      /** A blank form: rows to be filled in by hand keep their height. */
      readonly form?: boolean;
      /** Entry numbers of the rows, for links from evidence. */
      readonly anchors?: readonly number[];
      /** The rows' tags, for the section's filters. */
      readonly tags?: readonly Tags[];
    }
  | { readonly type: 'cards'; readonly cards: readonly Card[] }
  | { readonly type: 'lanes'; readonly lanes: Lanes }
  /** Text for a machine, its lines and spaces kept as they are. */
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  /** A planner's own text with its Markdown. */
  | { readonly type: 'prose'; readonly text: string }
  /** A picture of our own making, as SVG; `text` says in words what it shows. */
  | {
      readonly type: 'drawing';
      readonly title: string;
      readonly text: string;
      readonly svg: string;
      /** Printed on a sheet turned sideways. */
      readonly wide?: boolean;
    }
  | { readonly type: 'strips'; readonly strips: Strips }
  /** A picture of figures; `table` holds the same, for formats and readers that do without it. */
  | { readonly type: 'chart'; readonly chart: Chart; readonly table: TableBlock };
export type TableBlock = Extract<Block, { readonly type: 'table' }>;

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly filters?: readonly Filter[];
  readonly blocks: readonly Block[];
};
export type Report = {
  /** The page carries the script that folds, filters, searches and moves; else it has none. */
  readonly interactive?: boolean;
  readonly lang: 'da' | 'en';
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  /** `ØVELSE ØVELSE ØVELSE` and the same once, for narrow places. */
  readonly banner: string;
  readonly stamp: string;
  readonly marking: Marking;
  readonly contents: string;
  readonly evidenceLabel: string;
  readonly facts: readonly (Line & { readonly lead: string })[];
  readonly sections: readonly Section[];
  readonly foot: string;
};

/** So many numbers are printed at one place on a screen; the JSON has them all. */
const SHOWN = 12;

const NONE: Evidence = [];

/** The numbers to print, and how many are left out. */
export function shown(
  evidence: Evidence = NONE,
  most = SHOWN,
): { readonly numbers: Evidence; readonly more: number } {
  const more = Math.max(0, evidence.length - most);
  return { numbers: more > 0 ? evidence.slice(0, most) : evidence, more };
}

/** Every entry number that some blocks print, where `most` are printed at one place. */
export function cited(blocks: readonly Block[], most = SHOWN): readonly number[] {
  const print = (row: { readonly evidence?: Evidence }): Evidence =>
    shown(row.evidence, most).numbers;
  /** Most cells have none, and most of a report is cells. */
  const inCell = (cell: Cell): Evidence => {
    const lines = cell.letters?.detail?.lines;
    return lines ? [cell, ...lines].flatMap(print) : print(cell);
  };
  return blocks.flatMap((block): readonly number[] => {
    switch (block.type) {
      case 'para':
        return print(block);
      case 'list':
        return block.items.flatMap(print);
      case 'pairs':
        return block.rows.flatMap(print);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap(inCell));
      case 'chart':
        return cited([block.table], most);
      case 'cards':
        return block.cards.flatMap((card) => cited(card.blocks, most));
      case 'note':
      case 'heading':
      case 'tiles':
      case 'lanes':
      case 'code':
      case 'prose':
      case 'drawing':
      case 'strips':
        return [];
      default:
        return block satisfies never;
    }
  });
}
