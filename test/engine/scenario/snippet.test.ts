/** Rows that an editor writes out: filled in as they stand, they are rows of their section. */
import { describe, expect, test } from 'vitest';
import { snippets, type Snippet } from '../../../engine/scenario/describe/snippet.ts';
import { CHANNELS, ROWS, type Section } from '../../../engine/scenario/schema.ts';

/** `${1:text}` becomes its text, `${1|a,b|}` its first choice, `$0` nothing: as an editor does. */
function filledIn(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d+/g, '');
    return /^(?:true|\d+)$/.test(text) ? (JSON.parse(text) as unknown) : text;
  }
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(filledIn(key)), filledIn(item)]),
  );
}

const all = Object.entries(snippets).flatMap(([section, list]) =>
  list.map((snippet) => [section as Section, snippet.label, snippet] as const),
);

describe('what a snippet writes is a row that the schema takes', () => {
  test.each(all)('%s: %s', (section: Section, _: string, { body }: Snippet) => {
    const rows = Object.values(filledIn(body) as object);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(ROWS[section].safeParse(row).error?.issues ?? []).toEqual([]);
  });
});

test('every choice of channels in a snippet is the schema’s list', () => {
  const lists = JSON.stringify(snippets).match(/\|phone[^|]*\|/g) ?? [];
  expect(lists.length).toBeGreaterThan(0);
  for (const list of lists) expect(list).toBe(`|${CHANNELS.join(',')}|`);
});
