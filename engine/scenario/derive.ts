/**
 * A new scenario from the text of another: the lines at its head change, all else stays as it was
 * written, comments and all. Knows: the head's form, and which names can be ids.
 * Does not know: files, or whether the scenario is any good (check does).
 */
import { isCollection, isMap, isPair, isScalar, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { HEAD, type Kind } from './schema.ts';
import { slugOf } from './template.ts';
import type { Lang } from './text.ts';
import { readStory } from './time.ts';

const headSchema = z.object({
  title: HEAD.title,
  kind: HEAD.kind,
  languages: HEAD.languages,
  starts: HEAD.starts,
  length: HEAD.length,
});
/** What a scenario says of itself, as far as somebody choosing one needs it. */
export type Head = z.output<typeof headSchema>;

/** The head of a scenario.yaml that checks clean; anything else is a fault of ours, and throws. */
export function readHead(source: string): Head {
  return headSchema.parse(parseDocument(source).toJS());
}

/** What a new scenario says of itself; what is left out stays as in the old one. */
export type Wish = {
  readonly id: string;
  readonly version: string;
  readonly title?: string;
  readonly kind?: Kind;
  readonly starts?: string;
  readonly languages?: readonly Lang[];
};

/** The text with the wishes in the place of what stood there. */
export function derive(source: string, wish: Wish): string {
  const { contents } = parseDocument(source);
  let text = source;
  // From the end backwards, so that the places further up stay where they are.
  for (const pair of isMap(contents) ? [...contents.items].reverse() : []) {
    if (!isScalar(pair.key) || !pair.key.range) continue;
    const key = String(pair.key.value);
    const value = Object.hasOwn(wish, key) ? wish[key as keyof Wish] : undefined;
    if (value === undefined) continue;
    const end = source.slice(0, endOf(pair.value)).trimEnd().length;
    text = `${text.slice(0, pair.key.range[0])}${key}: ${written(value)}${text.slice(end)}`;
  }
  return text;
}

function written(value: string | readonly string[]): string {
  return typeof value === 'string'
    ? stringify(value, { lineWidth: 0, blockQuote: false, singleQuote: true }).trimEnd()
    : `[${value.join(', ')}]`;
}

/** Where a value's own text ends: a block's range runs on into the comments after it. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return (node as { range?: readonly [number, number, number] | null }).range?.[1] ?? 0;
}

/** `# yaml-language-server: $schema=…` in the first line, where an editor looks for it. */
const MODELINE = /^# yaml-language-server: \$schema=(?:[^\s/]*\/)*([^\s/]+)[^\S\n]*$/m;

/** The file name of the schema that a text's first line names. */
export function schemaOf(source: string): string | undefined {
  const [first = ''] = source.split('\n', 1);
  return MODELINE.exec(first)?.[1];
}

/** The same text, its schema to be found in `folder`, which is written relative to the text. */
export function withSchemaIn(source: string, folder: string): string {
  const schema = schemaOf(source);
  if (schema === undefined) return source;
  return source.replace(MODELINE, () => `# yaml-language-server: $schema=${folder}${schema}`);
}

const ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Whether a name can be a scenario's id, and so the name of a folder on any system. */
export function isScenarioId(name: string): boolean {
  return ID.test(name) && !(name in Object.prototype);
}

/** The id nearest to what somebody wrote: `Øvelse på Fyn` becomes `oevelse-paa-fyn`. */
export function nearestId(name: string): string | undefined {
  const plain = slugOf(name)
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '');
  return isScenarioId(plain) ? plain : undefined;
}

const START =
  /^(?:(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})|(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4}))(?:T|\s+(?:kl\.?\s+)?)(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:\s+(?<zone>[\w/+-]+))?$/;

/**
 * A date and a time as people write them, as the language writes them: `26-11-2026 6.30` becomes
 * `2026-11-26T06:30 Europe/Copenhagen`. Undefined where there is no such moment.
 */
export function readStart(source: string, fallbackZone: string): string | undefined {
  const found = START.exec(source.trim())?.groups;
  if (!found) return undefined;
  const { y = found['year'], m = found['month'], d = found['day'], hour, minute, zone } = found;
  const two = (n = ''): string => n.padStart(2, '0');
  const starts = `${y}-${two(m)}-${two(d)}T${two(hour)}:${two(minute)} ${zone ?? fallbackZone}`;
  return readStory(starts, 0) === undefined ? undefined : starts;
}
