/**
 * The drawings of a plan, and in which media each can be had. Knows: names and endings.
 * Does not know: how any is drawn.
 */
export const MEDIA = {
  table: ['text'],
  csv: ['csv'],
  xlsx: ['xlsx'],
  json: ['json'],
  mermaid: ['mermaid'],
  machine: ['json'],
  timeline: ['html', 'svg'],
  storyline: ['svg', 'html', 'mermaid'],
  matrix: ['text', 'html', 'csv'],
  facts: ['text', 'html', 'csv'],
  interfaces: ['text', 'html', 'csv'],
  counts: ['text', 'html', 'csv'],
  book: ['html'],
  briefings: ['html'],
  handbook: ['html'],
} as const satisfies Readonly<Record<string, readonly Medium[]>>;

export type Format = keyof typeof MEDIA;
export type Medium = 'text' | 'csv' | 'xlsx' | 'json' | 'mermaid' | 'html' | 'svg';
export const FORMATS = Object.keys(MEDIA) as readonly Format[];

const ENDINGS: Readonly<Record<Medium, string>> = {
  text: 'txt',
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  mermaid: 'mmd',
  html: 'html',
  svg: 'svg',
};
/** Too large, or no text at all, for a terminal: without `--out` they go into a file. */
const FILED: readonly Medium[] = ['html', 'svg', 'xlsx'];

export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format === name);
}

/** The medium asked for, or the one the file's ending tells, or the format's first. */
export function mediumOf(format: Format, as: string | undefined, out = ''): Medium | undefined {
  const media: readonly Medium[] = MEDIA[format];
  if (as !== undefined) return media.find((medium) => medium === as);
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase();
  return media.find((medium) => ENDINGS[medium] === ending) ?? media[0];
}

/** What a file is called by: the MSEL's two spreadsheets are one thing. */
export function stemOf(format: Format): string {
  return format === 'csv' || format === 'xlsx' || format === 'table' ? 'msel' : format;
}

/** Where it goes when nobody says where: a file named after the scenario, or the terminal. */
export function targetOf(
  medium: Medium,
  parts: readonly (string | undefined)[],
  out: string | undefined,
): string | undefined {
  if (out === '-') return undefined;
  if (out !== undefined) return out;
  if (!FILED.includes(medium)) return undefined;
  const name = parts.filter((part) => part !== undefined).join('-');
  // Ids of instances have slashes; a file's name must not.
  return `${name.replaceAll('/', '_')}.${ENDINGS[medium]}`;
}
