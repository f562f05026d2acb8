/** Pieces of text as Word's runs. Knows: how they look. Does not know: which paragraph they stand in. */
import type { Run, Runs } from '../paper/runs.ts';
import type { Tone } from '../tone.ts';
import { linkTo, type Look, runLike } from './markup.ts';
import { COLOURS, SIZES, TONES } from './styles.ts';

export type Writer = (runs: Runs) => string;

/** `small`: the size of what is smaller than the text around, in half points. */
export function writerOf(small: number): Writer {
  const ways = ([false, true] as const).map((bold) =>
    ([undefined, small] as const).map((size) => inColours({ bold, size })),
  );
  return (runs) => {
    let markup = '';
    for (const run of runs) markup += written(run, ways);
    return markup;
  };
}

export const runsOf = writerOf(SIZES.small);

export const anchorOf = (entry: number): string => `e${entry}`;

type Write = (text: string) => string;
type Ways = { readonly [C in Tone | 'plain' | 'soft' | 'link']: Write };

function inColours(look: Look): Ways {
  const coloured = (colour: string): Write => runLike({ ...look, colour });
  return {
    plain: runLike(look),
    soft: coloured(COLOURS.soft),
    link: coloured(COLOURS.accent),
    bad: coloured(TONES.bad),
    warn: coloured(TONES.warn),
    good: coloured(TONES.good),
    calm: coloured(TONES.calm),
  };
}

function written(run: Run, ways: readonly (readonly Ways[])[]): string {
  const { text, bold, small, soft, tone, link } = run;
  const way = ways[bold ? 1 : 0]?.[small ? 1 : 0];
  const colour = tone ?? (link !== undefined ? 'link' : soft ? 'soft' : 'plain');
  const markup = way?.[colour](text) ?? '';
  return link === undefined ? markup : linkTo(anchorOf(link), markup);
}
