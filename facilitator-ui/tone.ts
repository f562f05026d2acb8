/**
 * What text looks like. A tone only repeats what a symbol or a word beside it already says.
 * Knows: colours, and NO_COLOR (which chalk leaves to us). Does not know: what is shown.
 */
import chalk, { type ChalkInstance } from 'chalk';

export type Tone =
  'plain' | 'dim' | 'strong' | 'alarm' | 'warn' | 'good' | 'info' | 'banner' | 'chosen';
type Look = {
  readonly color?: 'red' | 'yellow' | 'green' | 'cyan';
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
};

const LOOKS: Readonly<Record<Tone, Look>> = {
  plain: {},
  dim: { dimColor: true },
  strong: { bold: true },
  alarm: { color: 'red', bold: true },
  warn: { color: 'yellow' },
  good: { color: 'green' },
  info: { color: 'cyan' },
  banner: { color: 'yellow', bold: true, inverse: true },
  chosen: { inverse: true },
};

/** https://no-color.org: any value but an empty one asks for none. */
function withoutColour(look: Look): Look {
  return {
    ...(look.bold ? { bold: true } : {}),
    ...(look.dimColor ? { dimColor: true } : {}),
    ...(look.inverse ? { inverse: true } : {}),
  };
}

export function lookOf(tone: Tone, noColour = Boolean(process.env['NO_COLOR'])): Look {
  return noColour ? withoutColour(LOOKS[tone]) : LOOKS[tone];
}

/** The text as a terminal is told to show it; plain where the terminal has no colours. */
export function paint(text: string, tone: Tone): string {
  const { color, bold, dimColor, inverse } = lookOf(tone);
  let brush: ChalkInstance = chalk;
  if (inverse) brush = brush.inverse;
  if (bold) brush = brush.bold;
  if (color) brush = brush[color];
  if (dimColor) brush = brush.dim;
  return brush === chalk ? text : brush(text);
}
