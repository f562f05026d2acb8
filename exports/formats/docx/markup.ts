/**
 * WordprocessingML written straight down. What looks the same is written by one function, made once:
 * a table has thousands of cells and few looks.
 * Knows: the elements, the order of what is in them, and what XML cannot hold.
 * Does not know: the report, its styles, or the package around the body.
 */

/** Where a run differs from its paragraph's style. `size`: half points; `colour`: RRGGBB. */
export type Look = {
  readonly bold?: boolean | undefined;
  readonly colour?: string | undefined;
  readonly size?: number | undefined;
};
export type ParagraphLook = {
  readonly style?: string | undefined;
  /** On the same page as what follows. */
  readonly keepNext?: boolean | undefined;
  /** The number of a list in the package's numbering. */
  readonly list?: number | undefined;
  /** Twips above and below. */
  readonly spacing?: { readonly before: number; readonly after: number };
  readonly right?: boolean | undefined;
};
/** Eighths of a point; 0 is no line. */
export type Edge = { readonly size: number; readonly colour: string };
export type TableLook = {
  /** Of the columns, in twips. */
  readonly widths: readonly number[];
  readonly margins: { readonly [S in Side]: number };
  readonly edges: { readonly [S in Side | 'insideH' | 'insideV']: Edge };
};
type Side = 'top' | 'left' | 'bottom' | 'right';
export type RowLook = {
  /** The least height, in twips. */
  readonly height?: number | undefined;
  /** Said again at the top of each page. */
  readonly head?: boolean | undefined;
};
export type CellLook = {
  readonly width: number;
  /** RRGGBB. */
  readonly fill?: string | undefined;
  readonly upright?: boolean | undefined;
  readonly bottom?: boolean | undefined;
};

/** What is markup in a text, and what no XML may hold: controls, halves of characters, U+FFFE and U+FFFF. */
const ACTS = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text for between two tags, not for an attribute: quotation marks stay as they are. */
export function escaped(text: string): string {
  if (!ACTS.test(text)) return text;
  return text
    .replace(/[&<>]/g, (c) => ENTITIES[c] ?? c)
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Runs that look the same. A text that stands between two others keeps its spaces. */
export function runLike({ bold, colour, size }: Look): (text: string) => string {
  const look = flat(
    bold ? '<w:b/><w:bCs/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  );
  const start = flat('<w:r>', within('w:rPr', look), '<w:t xml:space="preserve">');
  return (text) => start + escaped(text) + '</w:t></w:r>';
}

/** One string, where `+` would make a chain that is walked at every use. */
const flat = (...parts: readonly string[]): string => parts.join('');

const within = (name: string, content: string): string =>
  content === '' ? '' : `<${name}>${content}</${name}>`;

/** `name`: of a bookmark; letters and digits. */
export const linkTo = (name: string, runs: string): string =>
  `<w:hyperlink w:history="1" w:anchor="${name}">${runs}</w:hyperlink>`;

/** `id`: unlike all others in the document. */
export const bookmark = (name: string, id: number, runs: string): string =>
  `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;

/** Paragraphs that look the same. */
export function paragraphLike(look: ParagraphLook): (runs: string) => string {
  const { style, keepNext, list, spacing, right } = look;
  const properties = flat(
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    spacing ? `<w:spacing w:before="${spacing.before}" w:after="${spacing.after}"/>` : '',
    right ? '<w:jc w:val="right"/>' : '',
  );
  const start = flat('<w:p>', within('w:pPr', properties));
  return (runs) => start + runs + '</w:p>';
}

/** Set in fixed columns: nothing in it makes one wider. Without rows there is none, for Word opens no such file. */
export function table(rows: string, { widths, margins, edges }: TableLook): string {
  if (rows === '') return '';
  const edge = (name: keyof typeof edges): string => {
    const { size, colour } = edges[name];
    return `<w:${name} w:val="${size === 0 ? 'none' : 'single'}" w:color="${colour}" w:sz="${size}"/>`;
  };
  const margin = (side: Side): string => `<w:${side} w:type="dxa" w:w="${margins[side]}"/>`;
  const wide = widths.reduce((sum, width) => sum + width, 0);
  const start = flat(
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${wide}"/><w:tblBorders>`,
    ...(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const).map(edge),
    '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>',
    ...(['top', 'left', 'bottom', 'right'] as const).map(margin),
    '</w:tblCellMar></w:tblPr><w:tblGrid>',
    ...widths.map((width) => `<w:gridCol w:w="${width}"/>`),
    '</w:tblGrid>',
  );
  return start + rows + '</w:tbl>';
}

/** Rows alike; no page parts one. */
export function rowLike({ height, head }: RowLook): (cells: string) => string {
  const start = flat(
    '<w:tr><w:trPr><w:cantSplit/>',
    head ? '<w:tblHeader/>' : '',
    height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`,
    '</w:trPr>',
  );
  return (cells) => start + cells + '</w:tr>';
}

/** Cells that look the same. `content`: paragraphs, one at least. */
export function cellLike({ width, fill, upright, bottom }: CellLook): (content: string) => string {
  const start = flat(
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>`,
    fill === undefined ? '' : `<w:shd w:fill="${fill}" w:val="clear"/>`,
    upright ? '<w:textDirection w:val="btLr"/>' : '',
    bottom ? '<w:vAlign w:val="bottom"/>' : '',
    '</w:tcPr>',
  );
  return (content) => start + content + '</w:tc>';
}
