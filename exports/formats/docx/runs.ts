/** Pieces of text as Word's runs. Knows: how they look. Does not know: which paragraph they stand in. */
import type { Run, Runs } from '../paper/runs.ts';
import { linkTo, run } from './markup.ts';
import { COLOURS, SIZES, TONES } from './styles.ts';

/** `small`: the size of what is smaller than the text around, in half points. */
export function runsOf(runs: Runs, small: number = SIZES.small): string {
  let markup = '';
  for (const piece of runs) markup += runOf(piece, small);
  return markup;
}

export const anchorOf = (entry: number): string => `e${entry}`;

function runOf(piece: Run, size: number): string {
  const { text, bold, small, link } = piece;
  const markup = run(text, { bold, colour: colourOf(piece), size: small ? size : undefined });
  return link === undefined ? markup : linkTo(anchorOf(link), markup);
}

function colourOf({ tone, link, soft }: Run): string | undefined {
  if (tone) return TONES[tone];
  if (link !== undefined) return COLOURS.accent;
  return soft ? COLOURS.soft : undefined;
}
