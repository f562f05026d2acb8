/**
 * What a text itself says of its form: who speaks, how grave it is, its sections, its writer's
 * initials. Knows: texts. Does not know: channels. Nothing is found that is not written there.
 */
import type { Block } from './markdown.ts';
import { plain, plainLine } from './plain.ts';

export type Spoken = { readonly speaker: string; readonly text: string };

/** A name of at most so many characters stands before what is said. */
const SPEAKER = /^([\p{L}\p{N}][^:*_`>#|]{0,39}):[ \t]+(\S.*)$/u;

/**
 * "Vagten: Hvor er du?" line by line. Undefined unless every line is such a one and there are at
 * least two: then it is prose, and stays it.
 */
export function dialogue(source: string): readonly Spoken[] | undefined {
  const lines = plain(source)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) return undefined;
  const spoken: Spoken[] = [];
  for (const line of lines) {
    const [, speaker, text] = SPEAKER.exec(line) ?? [];
    if (speaker === undefined || text === undefined) return undefined;
    spoken.push({ speaker: speaker.trim(), text });
  }
  return spoken;
}

const GRAVITY =
  /^[ \t]*(?:alvorlighed|alvor|alvorsgrad|prioritet|severity|priority)[ \t]*[:=][ \t]*(\S.*)$/imu;
/** Whole words in capitals, as systems write them. */
const CAPITALS =
  /(?<![\p{L}\p{N}])(?:KRITISK|ALVORLIG|HØJ|ADVARSEL|FEJL|CRITICAL|EMERGENCY|HIGH|MAJOR|MINOR|WARNING|ERROR)(?![\p{L}\p{N}])/u;

/** How grave a system's text says that it is, in its own word. */
export function severity(title: string, body: string): string | undefined {
  const stated = GRAVITY.exec(plain(body))?.[1];
  if (stated !== undefined && stated.length <= 40) return plainLine(stated.replace(/[*_`]/g, ''));
  return CAPITALS.exec(plainLine(title))?.[0] ?? CAPITALS.exec(plain(body))?.[0];
}

export type Part = {
  readonly heading?: Extract<Block, { type: 'heading' }>['parts'];
  readonly blocks: readonly Block[];
};

/** A text divided at its headings; what stands before the first has none. */
export function parts(blocks: readonly Block[]): readonly Part[] {
  const found: { heading?: Part['heading']; blocks: Block[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') found.push({ heading: block.parts, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found
    .filter(({ heading, blocks: own }) => heading !== undefined || own.length > 0)
    .map(({ heading, blocks: own }) => ({ ...(heading ? { heading } : {}), blocks: own }));
}

/** One or two letters for somebody. */
export function initials(name: string): string {
  const words = plainLine(name)
    .split(/[\s,@_.-]+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  return [words[0], words[1]].join('').toUpperCase();
}

/** The name and the handle of "Nordsjæl Nyt (@nordnyt)"; a handle is never made up. */
export function account(name: string): { readonly name: string; readonly handle?: string } {
  const handle = /@[\p{L}\p{N}_.]{1,40}/u.exec(name)?.[0];
  if (handle === undefined) return { name };
  const rest = plainLine(name.replace(handle, '').replace(/\(\s*\)|[,·|–-]\s*$/g, ''));
  return rest === '' ? { name: handle } : { name: rest, handle };
}
