/** Pieces of text as Word's runs. Knows: Word. Does not know: which paragraph they stand in. */
import { InternalHyperlink, type IRunOptions, TextRun } from 'docx';
import type { Run, Runs } from '../paper/runs.ts';
import { COLOURS, SIZES, TONES } from './styles.ts';

type Piece = TextRun | InternalHyperlink;

/** `size`: of the text around, in half points, where it is not the style's own. */
export function pieces(runs: Runs, small: number = SIZES.small): readonly Piece[] {
  return runs.map((run) => {
    const text = textRun(run, small);
    if (run.link === undefined) return text;
    return new InternalHyperlink({ anchor: anchorOf(run.link), children: [text] });
  });
}

export const anchorOf = (entry: number): string => `e${entry}`;

/** Named, because among what a string has, `bold` is no longer to be used. */
export const runOf = (options: IRunOptions): TextRun => new TextRun(options);

function textRun({ text, bold, small, soft, tone, link }: Run, size: number): TextRun {
  const colour = tone
    ? TONES[tone]
    : link !== undefined
      ? COLOURS.accent
      : soft
        ? COLOURS.soft
        : undefined;
  return runOf({
    text,
    ...(bold && { bold }),
    ...(small && { size }),
    ...(colour !== undefined && { color: colour }),
  });
}
