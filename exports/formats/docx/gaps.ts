/**
 * The places that the library's skeleton keeps for the body: a paragraph for each piece of markup, and
 * one for each list, by which the library gives the list a number of its own.
 * Knows: how these paragraphs are told from others. Does not know: what is put in their place.
 */
import { Paragraph } from 'docx';
import { NUMBERING } from './styles.ts';

export type Gaps = {
  /** The paragraph that keeps the place of `markup`, which ends in a paragraph. */
  readonly gap: (markup: string) => Paragraph;
  /** The number of a new list. */
  readonly list: (ordered: boolean) => number;
  /** The paragraphs of all lists until now, to stand together somewhere in the skeleton. */
  readonly lists: () => readonly Paragraph[];
  /** The skeleton's XML with the markup in its places. Throws where these are not as they were kept. */
  readonly filled: (xml: string) => string;
};

/** The library's own list has 1; others are numbered in the order in which it meets them. */
const FIRST_LIST = 2;
/** No text looks like this: what is text has no `<`. The last one of a section holds its page as well. */
const PLACE =
  /<w:p><w:pPr><w:pStyle w:val="(Gap|List)(\d+)"\/>(?:<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"\/><\/w:numPr>)?(<w:sectPr[ >].*?<\/w:sectPr>)?<\/w:pPr><\/w:p>/g;

export function gapsOf(): Gaps {
  const pieces: string[] = [];
  const lists: Paragraph[] = [];
  return {
    gap: (markup) => new Paragraph({ style: `Gap${pieces.push(markup) - 1}` }),
    list: (ordered) => {
      const instance = lists.length;
      const reference = ordered ? NUMBERING.steps : NUMBERING.points;
      const numbering = { reference, level: 0, instance };
      lists.push(new Paragraph({ style: `List${instance}`, numbering }));
      return FIRST_LIST + instance;
    },
    lists: () => lists,
    filled: (xml) => filledWith(pieces, lists.length, xml),
  };
}

function filledWith(pieces: readonly string[], lists: number, xml: string): string {
  let gap = 0;
  let list = 0;
  const filled = xml.replace(PLACE, (_, kind: string, at: string, id?: string, page?: string) => {
    if (kind === 'List') return Number(id) === FIRST_LIST + list++ ? '' : astray();
    const piece = Number(at) === gap ? pieces[gap++] : undefined;
    return piece === undefined ? astray() : page ? ended(piece, page) : piece;
  });
  return gap === pieces.length && list === lists ? filled : astray();
}

/** A section's page stands in its last paragraph. */
function ended(piece: string, page: string): string {
  const start = piece.lastIndexOf('<w:p>') + '<w:p>'.length;
  const last = piece.slice(start);
  const lookless = !last.startsWith('<w:pPr>');
  const paged = lookless
    ? `<w:pPr>${page}</w:pPr>${last}`
    : last.replace('</w:pPr>', (end) => page + end);
  return piece.slice(0, start) + paged;
}

function astray(): never {
  throw new Error('The skeleton does not have the places that were kept for the body.');
}
