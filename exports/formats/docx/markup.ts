/**
 * WordprocessingML written straight down, an element a function.
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

export function run(text: string, { bold, colour, size }: Look): string {
  const look =
    (bold ? '<w:b/><w:bCs/>' : '') +
    (colour === undefined ? '' : `<w:color w:val="${colour}"/>`) +
    (size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`);
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** `name`: of a bookmark; letters and digits. */
export const linkTo = (name: string, runs: string): string =>
  `<w:hyperlink w:history="1" w:anchor="${name}">${runs}</w:hyperlink>`;

/** `id`: unlike all others in the document. */
export const bookmark = (name: string, id: number, runs: string): string =>
  `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;

export function paragraph(runs: string, look: ParagraphLook = {}): string {
  const { style, keepNext, list, spacing, right } = look;
  const properties =
    (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) +
    (keepNext ? '<w:keepNext/>' : '') +
    (list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`) +
    (spacing ? `<w:spacing w:before="${spacing.before}" w:after="${spacing.after}"/>` : '') +
    (right ? '<w:jc w:val="right"/>' : '');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** Set in fixed columns: nothing in it makes one wider. Without rows there is no table, for Word opens none. */
export function table(rows: readonly string[], { widths, margins, edges }: TableLook): string {
  if (rows.length === 0) return '';
  const edge = (name: keyof typeof edges): string => {
    const { size, colour } = edges[name];
    return `<w:${name} w:val="${size === 0 ? 'none' : 'single'}" w:color="${colour}" w:sz="${size}"/>`;
  };
  const margin = (side: Side): string => `<w:${side} w:type="dxa" w:w="${margins[side]}"/>`;
  const wide = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${wide}"/><w:tblBorders>`,
    ...(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const).map(edge),
    '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>',
    ...(['top', 'left', 'bottom', 'right'] as const).map(margin),
    '</w:tblCellMar></w:tblPr><w:tblGrid>',
    ...widths.map((width) => `<w:gridCol w:w="${width}"/>`),
    '</w:tblGrid>',
    ...rows,
    '</w:tbl>',
  ].join('');
}

/** No page parts it. */
export function row(cells: string, { height, head }: RowLook = {}): string {
  const tall = height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}${tall}</w:trPr>${cells}</w:tr>`;
}

/** `content`: paragraphs, one at least. */
export function cell(content: string, { width, fill, upright, bottom }: CellLook): string {
  const properties =
    (fill === undefined ? '' : `<w:shd w:fill="${fill}" w:val="clear"/>`) +
    (upright ? '<w:textDirection w:val="btLr"/>' : '') +
    (bottom ? '<w:vAlign w:val="bottom"/>' : '');
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${properties}</w:tcPr>${content}</w:tc>`;
}
