import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type LogLine, renderJsonl } from '../../../exports/formats/jsonl/jsonl.ts';
import { journal, meta } from './paper.ts';

const text = renderJsonl(journal.entries, meta);
const lines = text
  .split('\n')
  .slice(0, -1)
  .map((line) => JSON.parse(line) as LogLine);

test('has a line for every entry, with who, what and when', () => {
  expect(lines).toHaveLength(journal.entries.length);
  for (const [i, line] of lines.entries()) {
    const entry = journal.entries[i];
    expect(line).toMatchObject({
      entry: i,
      evidence: `#${i}`,
      kind: entry && 'event' in entry ? 'event' : 'request',
      exerciseMs: entry?.at,
      wallTime: entry?.wall,
    });
  }
  expect(lines.find(({ what }) => what === 'task.claimed')).toMatchObject({
    who: 'role',
    storyTime: expect.stringMatching(/^2026-09-18T\d\d:\d\d:\d\d\.000\+02:00$/) as string,
    details: { as: expect.any(String) as string },
  });
});

test('carries the hash of each of the journal’s own lines', () => {
  for (const [i, entry] of journal.entries.entries()) {
    const hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
    expect(lines[i]?.hash).toBe(hash);
    expect(lines[i]?.previousHash).toBe(entry.prev);
  }
});

test('keeps the plan out, and nothing in it acts', () => {
  expect(lines[0]?.details).not.toHaveProperty('plan');
  expect(lines[0]?.details).toHaveProperty('digest');
  expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(text).toContain('\\u202e');
});
