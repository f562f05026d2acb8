/**
 * Which prepared answer fits a message: the one that is about the same facts, or says the same
 * words. Knows: facts, words, channels. Does not know: what any of them means.
 *
 * A shared fact counts four, a word of the text's title two, of its body or its notes one; a word
 * that several texts have says so much the less. What falls short of two fits nothing. Where two fit
 * equally well, the one on the channel that is answered goes first, then the first in the bank.
 */
import type { Prepared } from '../../plan/plan.ts';
import type { Channel } from '../../scenario/schema.ts';
import { LANGS, type Text } from '../../scenario/text.ts';

export type Written = {
  readonly words: string;
  readonly facts: readonly string[];
  /** That of the inject which is answered. */
  readonly channel?: Channel;
};

const FACT = 4;
const TITLE = 2;
const BODY = 1;
/** Less than any shared word: it only decides between equals. */
const SAME_CHANNEL = 0.01;
/** One fact, a word of the title, or two words of the body. */
const FITS = 2;

export function bestFit(rows: readonly Prepared[], message: Written): Prepared | undefined {
  const said = stems(message.words);
  const texts = rows.map((row) => ({ row, title: stemsOf([row.title]), all: stemsOf(allOf(row)) }));
  const sharing = (word: string): number => texts.filter(({ all }) => all.has(word)).length;
  let best: { readonly row: Prepared; readonly score: number } | undefined;
  for (const { row, title, all } of texts) {
    const weight = (word: string): number => (title.has(word) ? TITLE : BODY) / sharing(word);
    const words = [...said].filter((word) => all.has(word));
    const facts = row.facts.filter((fact) => message.facts.includes(fact));
    const about = words.reduce((sum, word) => sum + weight(word), FACT * facts.length);
    const score = about + (row.channel === message.channel ? SAME_CHANNEL : 0);
    if (about >= FITS && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row;
}

function allOf({ title, body, notes }: Prepared): readonly Text[] {
  return [title, body, ...(notes === undefined ? [] : [notes])];
}

/** In whichever of the languages the message is written. */
function stemsOf(texts: readonly Text[]): ReadonlySet<string> {
  const all = texts.flatMap((text) =>
    typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []),
  );
  return stems(all.join(' '));
}

/** Words that say something, each cut to where Danish and English begin to inflect. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.slice(0, STEM)));
}
const STEM = 7;

/** What stands in any letter. */
const EMPTY: ReadonlySet<string> = new Set(
  `ikke skal have haft hvad hvem hvor hvordan hvornår hvorfor eller efter jeres fordi være været bliver
blive kunne ville skulle denne dette disse derfor også gerne meget mere lige bare under over uden inden
mellem siden noget nogen nogle ingen mange vores deres hende andet anden andre altså endnu igen kommer
tager giver siger sige fået gøre hele selv hvis mens sådan tilbage venlig hilsen hermed besked svar
svare formål alle eller vender dagen hører skriver
that this with have from they them their will would shall should could what when where which your
yours about been were there then than some more only also into over does want need please thank thanks
regards answer answers message purpose after before because come comes back here very just`.split(
    /\s+/,
  ),
);
