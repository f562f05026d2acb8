/** `beredt import`: from a spreadsheet on disk to a scenario's files. */
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importSheet } from '../../cli/commands/import.ts';
import type { Terminal } from '../../cli/output.ts';
import { loadScenario } from '../../cli/scenario.ts';
import { TEXT } from '../../cli/text.ts';
import { renderMselXlsx } from '../../exports/msel/xlsx.ts';
import { scenarioFolder } from './folders.ts';

type Options = Omit<Parameters<typeof importSheet>[1], 'into'>;

function listening(): { terminal: Terminal; heard: () => string } {
  const lines: string[] = [];
  const say = (line = ''): void => void lines.push(line);
  const terminal: Terminal = {
    lang: 'en',
    text: TEXT.en,
    paint: new Chalk({ level: 0 }),
    colour: false,
    say,
    warn: say,
  };
  return { terminal, heard: () => lines.join('\n') };
}

async function given(
  sheet: string | Uint8Array,
  name = 'our plan.csv',
): Promise<{ into: string; path: string; run: (options?: Options) => Promise<[number, string]> }> {
  const into = await scenarioFolder();
  const path = join(into, '..', name);
  await writeFile(path, sheet);
  const run = async (options: Options = {}): Promise<[number, string]> => {
    const { terminal, heard } = listening();
    return [await importSheet(path, { into, ...options }, terminal), heard()];
  };
  return { into, path, run };
}

const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
const SHEET = 'Time;Title;Body;To;From;Channel\nT+00:20;Water\u001b[2J rises;Up;all;Guard;phone\n';

test('a dry run says what it understood, and writes nothing', async () => {
  const { into, run } = await given(SHEET);
  const [code, said] = await run({ dryRun: true });
  expect(code).toBe(0);
  expect(said).toContain('A (Time)     → planned_exercise_time');
  expect(said).toMatch(/row 2\s+T\+00:20\s+phone\s+Water.* rises {2}→ all/);
  expect(said).not.toContain('\u001b');
  expect(said).toContain('1 injects: 1 understood');
  expect(said).toContain('Nothing was written.');
  expect(await there(join(into, 'injects'))).toBe(false);
});

test('then it writes, once; and the scenario has the inject', async () => {
  const { into, run } = await given(SHEET);
  const file = join(into, 'injects', 'our-plan.yaml');
  expect((await run())[0]).toBe(0);
  const written = await readFile(file, 'utf8');
  expect(parse(written)).toMatchObject({ injects: { 'water-2j-rises': { at: 'T+00:20' } } });
  await expect(run()).rejects.toThrow(/--force/);
  expect(await readFile(file, 'utf8')).toBe(written);
  expect((await run({ force: true }))[0]).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(written);
  const { plan } = await loadScenario(into, listening().terminal);
  expect(plan?.injects.at(-1)).toMatchObject({ id: 'water-2j-rises', trigger: { at: 1_200_000 } });
});

test('our own sheet comes back in the place of what it was written from', async () => {
  const { into, path, run } = await given('');
  const before = await loadScenario(into, listening().terminal);
  await writeFile(path, await renderMselXlsx(before.scenario!, before.plan!, 'da'));
  const [refused, why] = await run({ dryRun: true });
  expect(refused).toBe(1);
  expect(why).toContain('--replace');
  const [code] = await run({ replace: true });
  expect(code).toBe(0);
  const after = await loadScenario(into, listening().terminal);
  expect(after.plan).toEqual(before.plan);
  expect(await readFile(join(into, 'scenario.yaml'), 'utf8')).not.toContain('injects:');
});

test('a start, a map in a file, and an address of one’s own', async () => {
  const { into, path, run } = await given('x;y;z\n09:30;Call;b\n');
  const map = `${path}.map.yaml`;
  await writeFile(map, 'x: time\ny: title\nz: content\n');
  const out = join(into, 'injects', 'mine.yaml');
  const [code] = await run({ headerRow: 1, map, starts: '09:00', out });
  expect(code).toBe(0);
  expect(await readFile(out, 'utf8')).toContain('at: T+00:30');
});

test('used wrongly', async () => {
  const { path, run } = await given(SHEET);
  await expect(run({ starts: 'noon' })).rejects.toThrow(/HH:MM/);
  await expect(run({ map: '/nowhere.yaml' })).rejects.toThrow(/nowhere/);
  const { terminal } = listening();
  await expect(importSheet(path, { into: '/nowhere' }, terminal)).rejects.toThrow();
  await expect(importSheet('/nowhere.csv', { into: '/' }, terminal)).rejects.toThrow(/nowhere/);
  const [code, said] = await run({ sheet: 'Ark1', dryRun: true });
  expect(code).toBe(1);
  expect(said).toContain('no-such-sheet');
});
