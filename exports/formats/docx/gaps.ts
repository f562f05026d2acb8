/**
 * The places that the library's skeleton keeps for the body: a paragraph for each piece of markup, and
 * one for each list, by which the library gives the list a number of its own.
 * Knows: how these paragraphs are told from others. Does not know: what is put in their place.
 */
import { Paragraph } from 'docx';
import { strToU8 } from 'fflate';
import { NUMBERING } from './styles.ts';

export type Gaps = {
  /** The paragraph that keeps the place of `markup`, which ends in a paragraph. */
  readonly gap: (markup: string) => Paragraph;
  /** The number of a new list. */
  readonly list: (ordered: boolean) => number;
  /** The paragraphs of all lists until now, to stand together somewhere in the skeleton. */
  readonly lists: () => readonly Paragraph[];
  /**
   * The skeleton's XML with the markup in its places, in UTF-8, piece by piece. Throws where the places
   * are not as they were kept.
   */
  readonly filled: (xml: string) => readonly Bytes[];
};
type Bytes = Uint8Array<ArrayBuffer>;
/** Kept as bytes, half as large as text and not in the way of the collector; `last`: its last paragraph. */
type Piece = { readonly before: Bytes; readonly last: string };

/** The library's own list has 1; others are numbered in the order in which it meets them. */
const FIRST_LIST = 2;
/** No text looks like this: what is text has no `<`. The last one of a section holds its page as well. */
const PLACE =
  /<w:p><w:pPr><w:pStyle w:val="(?:Gap(?<gap>\d+)|List(?<list>\d+))"\/>(?:<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(?<id>\d+)"\/><\/w:numPr>)?(?<page><w:sectPr[ >].*?<\/w:sectPr>)?<\/w:pPr><\/w:p>/g;

export function gapsOf(): Gaps {
  const pieces: Piece[] = [];
  const lists: Paragraph[] = [];
  return {
    gap: (markup) => new Paragraph({ style: `Gap${pieces.push(pieceOf(markup)) - 1}` }),
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

function pieceOf(markup: string): Piece {
  const start = markup.lastIndexOf(PARAGRAPH);
  return { before: strToU8(markup.slice(0, start)), last: markup.slice(start) };
}

function filledWith(pieces: readonly Piece[], lists: number, xml: string): readonly Bytes[] {
  const filled: Bytes[] = [];
  let [at, gap, list] = [0, 0, 0];
  for (const { 0: place, index, groups = {} } of xml.matchAll(PLACE)) {
    filled.push(strToU8(xml.slice(at, index)));
    at = index + place.length;
    if (groups['list'] !== undefined) {
      if (Number(groups['id']) !== FIRST_LIST + list++) astray();
      continue;
    }
    const piece = Number(groups['gap']) === gap ? pieces[gap++] : undefined;
    if (!piece) return astray();
    filled.push(piece.before, strToU8(ended(piece.last, groups['page'])));
  }
  if (gap !== pieces.length || list !== lists) astray();
  return [...filled, strToU8(xml.slice(at))];
}

const PARAGRAPH = '<w:p>';

/** A section's page stands in its last paragraph. */
function ended(last: string, page: string | undefined): string {
  if (page === undefined) return last;
  if (last.startsWith(`${PARAGRAPH}<w:pPr>`)) return last.replace('</w:pPr>', (end) => page + end);
  return `${PARAGRAPH}<w:pPr>${page}</w:pPr>${last.slice(PARAGRAPH.length)}`;
}

function astray(): never {
  throw new Error('The skeleton does not have the places that were kept for the body.');
}
