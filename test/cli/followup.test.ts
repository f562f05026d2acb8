/** What comes after an exercise, from the command line: versions by reader, propose, compare, actions. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run, SCENARIO } from '../e2e/process.ts';

const DATA = mkdtemp(join(tmpdir(), 'beredt-followup-'));
afterAll(async () => rm(await DATA, { recursive: true, force: true }));
const folder = async (n: number): Promise<string> =>
  join(await DATA, `kommune-it-ransomware-rehearsal-${n}`);

/** Made by the first test: a process can only be started inside one. */
async function rehearse(): Promise<void> {
  for (const seed of ['3', '4']) {
    const done = await run(['rehearse', SCENARIO, '--seed', seed, '--data', await DATA]);
    expect(done.code).toBe(0);
  }
}

test('a report for an organisation, for the public, and for nobody', async () => {
  await rehearse();
  const own = await run(['report', await folder(3), '--format', 'markdown', '--for', 'nordby']);
  expect(own.code).toBe(0);
  const text = await readFile(join(await folder(3), 'report-en-nordby.md'), 'utf8');
  expect(text.split('\n', 1)[0]).toContain('Version for Nordby Kommune');
  const open = await run([
    'report',
    await folder(3),
    '--format',
    'json',
    '--for',
    'public',
    '--out',
    '-',
  ]);
  expect(JSON.parse(open.out)).toMatchObject({ edition: { for: 'public', k: 5 } });
  expect(open.out).not.toMatch(/Nordby|nordby|Fællesdrift/);
  expect((await run(['report', await folder(3), '--for', 'nowhere'])).code).toBe(2);
  expect((await run(['report', await folder(3), '--for', 'public', '--k', '4'])).code).toBe(2);
  expect((await run(['report', await folder(3), '--k', '6'])).code).toBe(2);
}, 120_000);

test('a proposal is printed, made in a copy that checks, and never over anything', async () => {
  const out = join(await DATA, 'copy');
  const made = await run(['propose', await folder(3), SCENARIO, '--doubtful', '--out', out]);
  expect(made.code).toBe(0);
  expect(made.out).toContain('+++ b/tasks.yaml');
  expect((await run(['check', out])).code).toBe(0);
  expect((await run(['diff', SCENARIO, out])).code).toBe(1);
  expect((await run(['propose', await folder(3), SCENARIO, '--out', out])).code).toBe(2);
  expect((await run(['propose', await folder(3)])).code).toBe(0);
  await writeFile(join(out, 'tasks.yaml'), 'tasks: [');
  expect((await run(['propose', await folder(3), out])).code).toBe(1);
}, 60_000);

test('the register: taken in once, set, refused, exported, and found in the next report', async () => {
  const file = join(await DATA, 'actions.json');
  const actions = (...words: string[]) => run(['actions', ...words, '--file', file]);
  expect((await actions('list')).code).toBe(2);
  expect((await actions('add', await folder(3))).out).not.toMatch(/^0 new/);
  expect((await actions('add', await folder(3))).out).toMatch(/^0 new actions; 0 known/);
  const set = await actions('set', 'A1', '--due', '01-10-2026', '--status', 'doing', '--note', 'x');
  expect(set.code).toBe(0);
  const stored = JSON.parse(await readFile(file, 'utf8')) as {
    actions: { due: string; status: string; history: { note?: string }[] }[];
  };
  expect(stored.actions[0]).toMatchObject({ due: '2026-10-01', status: 'doing' });
  expect(stored.actions[0]!.history.map(({ note }) => note)).toEqual([undefined, 'x']);
  for (const bad of [
    ['set', 'A1', '--due', '2026-02-30'],
    ['set', 'A1', '--owner', 'a\u001b[31mb'],
    ['set', 'A1', '--note', 'x'.repeat(501)],
    ['set', 'A1', '--status', 'fixed'],
    ['set', 'A1'],
    ['set', 'A999', '--note', 'x'],
    ['add'],
    ['forget'],
    ['export', '--format', 'docx'],
  ]) {
    expect((await actions(...bad)).code, bad.join(' ')).toBe(2);
  }
  expect((await actions('export', '--format', 'ical')).out).toContain('STATUS:IN-PROCESS');
  const args = ['report', await folder(4), '--format', 'markdown', '--out', '-', '--actions', file];
  expect((await run(args)).out).toMatch(/☒ repeated \(A\d+/);
  await writeFile(file, JSON.stringify({ beredt: 1, actions: [{ id: '../x' }] }));
  expect((await actions('list')).code).toBe(3);
  await rm(file, { force: true });
}, 60_000);

test('two exercises compared in every format; one, or one twice, cannot be', async () => {
  const [a, b] = [await folder(3), await folder(4)];
  for (const format of ['text', 'markdown', 'html', 'json']) {
    const done = await run(['compare', b, a, '--format', format]);
    expect(done.code).toBe(0);
    expect(done.out.indexOf('rehearsal-3')).toBeGreaterThan(0);
  }
  expect((await run(['compare', a])).code).toBe(2);
  expect((await run(['compare', a, a])).code).toBe(2);
}, 60_000);
