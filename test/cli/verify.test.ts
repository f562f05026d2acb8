/** verify names the first entry that is not what it was, whatever was done to the journal. */
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { run } from '../e2e/process.ts';
import { chained, rehearsed, type Journal } from './folders.ts';

type Verdict = {
  readonly entries: number;
  readonly digest: string;
  readonly planDigest: string;
  readonly failure?: { readonly seq: number; readonly why: string };
};

async function verify({ folder }: Journal): Promise<{ code: number | null; verdict: Verdict }> {
  const { code, out, err } = await run(['verify', folder, '--json']);
  expect(err).toBe('');
  return { code, verdict: JSON.parse(out) as Verdict };
}

/** The first line from `from` on that satisfies `wanted`. */
function find(journal: Journal, wanted: string, from = 0): number {
  const at = journal.lines.findIndex((line, i) => i >= from && line.includes(wanted));
  expect(at).toBeGreaterThan(0);
  return at;
}

async function edited(
  wanted: string,
  change: (line: string) => string,
  good = false,
): Promise<{ readonly seq: number; readonly journal: Journal }> {
  const journal = await rehearsed();
  const seq = find(journal, wanted, 20);
  const lines = journal.lines.map((line, i) => (i === seq ? change(line) : line));
  expect(lines[seq]).not.toBe(journal.lines[seq]);
  await writeFile(journal.path, good ? chained(lines) : `${lines.join('\n')}\n`);
  return { seq, journal };
}

test('a whole journal verifies, and says what it is', async () => {
  const journal = await rehearsed();
  const { code, verdict } = await verify(journal);
  expect(code).toBe(0);
  expect(verdict.entries).toBe(journal.lines.length);
  expect(verdict.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(verdict.failure).toBeUndefined();
  const first = JSON.parse(journal.lines[0] ?? '') as { input: { digest: string } };
  expect(verdict.planDigest).toBe(first.input.digest);
  const told = await run(['verify', journal.folder]);
  expect(told.code).toBe(0);
  expect(told.out).toContain(verdict.digest);
});

test('an event that was edited, with all hashes made good, is named', async () => {
  const { seq, journal } = await edited(
    '"event":{"type":"obligation.met"',
    (line) => line.replace('obligation.met', 'obligation.late'),
    true,
  );
  const { code, verdict } = await verify(journal);
  expect({ code, failure: verdict.failure }).toMatchObject({
    code: 1,
    failure: { seq, why: 'event' },
  });
  const told = await run(['verify', journal.folder]);
  expect(told.out).toContain(`entry ${seq} `);
  expect(told.out).toContain('obligation.late');
});

test('a time that was moved, with all hashes made good, is named', async () => {
  const { seq, journal } = await edited(
    '"event":{"type":"item.opened"',
    (line) => line.replace(/"at":\d+/, '"at":1'),
    true,
  );
  expect((await verify(journal)).verdict.failure).toMatchObject({ seq, why: 'time' });
});

test('an input that was rewritten, with all hashes made good, is named by what it would cause', async () => {
  const { seq, journal } = await edited(
    '"input":{"type":"message.send"',
    (line) => line.replace(/"body":"[^"]*"/, '"body":"noget andet"'),
    true,
  );
  expect((await verify(journal)).verdict.failure).toMatchObject({ seq: seq + 1, why: 'event' });
});

test('a plan that was changed, with all hashes made good, is named', async () => {
  const journal = await rehearsed();
  const first = journal.lines[0]?.replace('"within":', '"within":1') ?? '';
  await writeFile(journal.path, chained([first, ...journal.lines.slice(1)]));
  expect((await verify(journal)).verdict.failure).toMatchObject({ seq: 0, why: 'digest' });
});

test('an entry that was put in between is named', async () => {
  const journal = await rehearsed();
  const seq = find(journal, '"event":{"type":"item.opened"', 20);
  const more = journal.lines[seq] ?? '';
  const lines = [...journal.lines.slice(0, seq), more, ...journal.lines.slice(seq)].map((line, i) =>
    line.replace(/"seq":\d+/, `"seq":${i}`),
  );
  await writeFile(journal.path, chained(lines));
  expect((await verify(journal)).verdict.failure).toMatchObject({ seq: seq + 1 });
});

test('a flipped byte in an event is named', async () => {
  const { seq, journal } = await edited('"event":{"type":"task.done"', (line) =>
    line.replace('"task.done"', '"task.dona"'),
  );
  expect((await verify(journal)).verdict.failure).toMatchObject({ seq, why: 'event' });
});

test('a flipped byte that breaks the JSON is named', async () => {
  const { seq, journal } = await edited('"event":{"type":"task.done"', (line) =>
    line.replace('{', '['),
  );
  const { code, verdict } = await verify(journal);
  expect({ code, failure: verdict.failure }).toEqual({
    code: 1,
    failure: { seq, why: 'not-json' },
  });
});

test('a flipped byte that changes nothing the engine computes breaks the chain', async () => {
  const { seq, journal } = await edited('"event":{"type":"task.done"', (line) =>
    line.replace(/"wall":"2/, '"wall":"3'),
  );
  expect((await verify(journal)).verdict.failure).toEqual({ seq: seq + 1, why: 'chain' });
});

test('every single flipped bit of a line is found', async () => {
  const journal = await rehearsed();
  const bytes = await readFile(journal.path);
  const start = journal.lines.slice(0, 30).join('\n').length;
  for (const offset of [1, 9, 40, 80]) {
    const broken = Buffer.from(bytes);
    const at = Buffer.byteLength(journal.lines.slice(0, 30).join('\n')) + 1 + offset;
    broken[at] = (broken[at] ?? 0) ^ 1;
    await writeFile(journal.path, broken);
    const { code, verdict } = await verify(journal);
    expect(code).toBe(1);
    expect([30, 31]).toContain(verdict.failure?.seq);
  }
  expect(start).toBeGreaterThan(0);
});

test('a line that was taken out is named', async () => {
  const journal = await rehearsed();
  const lines = journal.lines.filter((_, i) => i !== 25);
  await writeFile(journal.path, `${lines.join('\n')}\n`);
  expect((await verify(journal)).verdict.failure).toEqual({ seq: 25, why: 'seq-gap' });
});

test('a torn tail is told, and a group without its end', async () => {
  const journal = await rehearsed();
  const { length } = await readFile(journal.path);
  await truncate(journal.path, length - 7);
  const last = journal.lines.length - 1;
  expect((await verify(journal)).verdict.failure).toMatchObject({
    seq: expect.any(Number) as number,
  });
  const text = await readFile(journal.path, 'utf8');
  const input = find(journal, '"input":{"type":"exercise.close"');
  await writeFile(
    journal.path,
    text
      .split('\n')
      .slice(0, input + 1)
      .join('\n') + '\n',
  );
  expect((await verify(journal)).verdict.failure).toEqual({ seq: input, why: 'partial' });
  await writeFile(journal.path, `${journal.lines.join('\n')}\n`);
  await appendFile(journal.path, '{"seq":');
  expect((await verify(journal)).verdict.failure).toEqual({ seq: last + 1, why: 'torn' });
});

test.each([
  ['nothing at all', ''],
  ['no journal', 'hello\nworld\n'],
  ['another JSON', '{"a":1}\n{"b":2}\n'],
  ['bytes', '\u0000\u0001\u0002\n\n\n'],
])('%s does not verify', async (_, text) => {
  const journal = await rehearsed();
  await writeFile(journal.path, text);
  const { code, verdict } = await verify(journal);
  expect(code).toBe(1);
  expect(verdict.failure?.seq).toBe(0);
});

test('what a forger writes is not obeyed by the terminal', async () => {
  const { journal } = await edited(
    '"event":{"type":"task.done"',
    (line) => line.replace(/"note":"[^"]*"/, '"note":"\u009b2J\u202e\\u001b[31m"'),
    true,
  );
  const { out, code } = await run(['verify', journal.folder]);
  expect(code).toBe(1);

  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
