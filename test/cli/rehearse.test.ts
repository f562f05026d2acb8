/** rehearse and diff from the outside: exit codes, the same bytes for the same seed, helpful errors. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BEHAVIOURS } from '../../engine/exercise/bots/behaviour.ts';
import { run, tempFolder } from '../e2e/process.ts';
import { SCENARIO, scenarioFolder } from './folders.ts';

test.each(BEHAVIOURS)('the same seed writes the same journal, behaving %s', async (behaviour) => {
  const scenario = await scenarioFolder();
  const journal = async (): Promise<string> => {
    const data = await tempFolder();
    const args = ['--seed', '5', '--behave', `*=${behaviour}`, '--data', data, '--json'];
    const { out, code } = await run(['rehearse', scenario, ...args]);
    expect(code).toBe(0);
    const { folder } = JSON.parse(out) as { folder: string };
    return readFile(join(folder, 'journal.jsonl'), 'utf8');
  };
  expect(await journal()).toBe(await journal());
});

test('what is expected and not reached ends with 1 and a sentence; what is, with 0', async () => {
  const scenario = await scenarioFolder();
  const good = await run(['rehearse', scenario, '--runs', '2', '--expect', 'coverage=0%']);
  expect(good).toMatchObject({ code: 0, err: '' });
  const silent = ['--behave', '*=silent', '--runs', '2', '--expect', 'tasks=100%'];
  const bad = await run(['rehearse', scenario, ...silent, '--lang', 'en']);
  expect(bad.code).toBe(1);
  expect(bad.err).toMatch(/Tasks: 0.0%, but at least 100% is asked for\. Never reached: /);
});

test.each([
  ['--expect', 'coverage', 'cannot be read'],
  ['--expect', 'coverage=900%', 'cannot be read'],
  ['--expect', 'phase=9%', 'Did you mean phases?'],
  ['--behave', 'bos=silent', 'Did you mean boss?'],
  ['--behave', 'boss=slient', 'Did you mean silent?'],
  ['--behave', 'boss', 'cannot be read'],
  ['--reach', 'injects', 'Kinds: '],
  ['--reach', 'inject:nowhere', 'has no'],
])('%s %s is a usage error that helps', async (option, value, says) => {
  const done = await run(['rehearse', await scenarioFolder(), option, value, '--lang', 'en']);
  expect(done).toMatchObject({ code: 2, out: '' });
  expect(done.err).toContain(says);
});

test('diff ends with 0 for the same, 1 for a change, 2 where there is nothing to compare', async () => {
  const older = await scenarioFolder();
  const newer = join(await tempFolder(), 'newer');
  await cp(older, newer, { recursive: true });
  expect(await run(['diff', older, newer])).toMatchObject({ code: 0, err: '' });
  await writeFile(
    join(newer, 'scenario.yaml'),
    SCENARIO.replace(/^version: .*$/m, 'version: 9.9.9'),
  );
  const { code, out } = await run(['diff', older, newer, '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    same: false,
    changes: [{ field: 'version', after: '9.9.9' }],
  });
  expect(await run(['diff', older, '/nowhere'])).toMatchObject({ code: 2, out: '' });
});
