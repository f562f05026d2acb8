/**
 * Takes injects out of a scenario's file, and leaves the rest of its text as it stands.
 * Knows: where rows begin and end. Does not know: why they go.
 */
import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import type { SourceFile } from '../../engine/scenario/read.ts';

/** `text`: what is left; empty where nothing but comments would be. */
export type Cut = { readonly file: SourceFile; readonly removed: number };

export function withoutInjects(file: SourceFile, ids: ReadonlySet<string>): Cut {
  const { contents, errors } = parseDocument(file.text, { uniqueKeys: false, logLevel: 'error' });
  const sections = isMap(contents) && errors.length === 0 ? contents.items : [];
  const section = sections.find((pair) => nameOf(pair) === 'injects');
  if (!section || !isMap(section.value) || section.value.flow) return { file, removed: 0 };
  const rows = section.value.items;
  const gone = rows.filter((pair) => ids.has(nameOf(pair)));
  if (gone.length === 0) return { file, removed: 0 };
  const isWhole = gone.length === rows.length;
  if (isWhole && sections.length === 1) {
    return { file: { ...file, text: '' }, removed: gone.length };
  }
  const text = (isWhole ? [section] : gone).reduceRight(
    (rest, pair) => without(rest, pair),
    file.text,
  );
  return { file: { ...file, text }, removed: gone.length };
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

function without(text: string, { key, value }: Pair): string {
  const from = (key as { range?: readonly number[] }).range?.[0] ?? 0;
  const end = (value as { range?: readonly number[] } | null)?.range?.[2] ?? from;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  return text.slice(0, line) + text.slice(end);
}
