/**
 * What an editor shows about a key: Danish, English, an example. Knows: how they are put together.
 * Does not know: the schema they are put into.
 */
import { danish } from './danish.ts';
import { defaults } from './default.ts';
import { english } from './english.ts';
import { examples } from './example.ts';
import type { KeyPath } from './path.ts';
import type { Said } from './term.ts';

export type Prose = {
  /** Reads as plain text, and as Markdown too: some editors take it for that. */
  readonly description: string;
  readonly markdownDescription: string;
  readonly default?: string | number | boolean;
};

export const isKeyPath = (path: string): path is KeyPath => Object.hasOwn(danish, path);

/** Undefined for a path that has no words of its own, such as a list's items. */
export function proseOf(path: string): Prose | undefined {
  if (!isKeyPath(path)) return undefined;
  const said = `${danish[path]}\n\n${english[path]}`;
  const example = examples[path];
  const fallback = defaults[path];
  return {
    description: `${said}\n\n${example.replaceAll(/^/gm, '    ')}`,
    markdownDescription: `${danish[path]}\n\n*${english[path]}*\n\n\`\`\`yaml\n${example}\n\`\`\``,
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

/** A word's meaning in one line. */
export function bothOf({ da, en }: Said): string {
  return `${da} / ${en}`;
}
