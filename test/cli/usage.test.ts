/** The command line used rightly and wrongly, in Danish and English. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, tempFolder } from '../e2e/process.ts';
import { scenarioFolder } from './folders.ts';

test.each([
  ['no command', [], 2],
  ['an unknown command', ['chek'], 2],
  ['an unknown option', ['check', '.', '--jsn'], 2],
  ['a missing argument', ['check'], 2],
  ['an argument too many', ['check', 'a', 'b'], 2],
  ['a port that is none', ['run', '.', '--port', '70000'], 2],
  ['a pace that is none', ['run', '.', '--pace', '0'], 2],
  ['a seed that is none', ['rehearse', '.', '--seed', '-1'], 2],
  ['an unknown choice', ['run', '.', '--bots', 'many'], 2],
  ['an unknown language', ['check', '.', '--lang', 'fr'], 2],
  ['a folder without a scenario', ['check', '/'], 2],
  ['a folder that is not there', ['run', '/nowhere'], 2],
  ['a link that is none', ['join', 'ftp://x/#t=12345678'], 2],
  ["a participant's link for control", ['facilitate', 'http://127.0.0.1:1/#t=12345678'], 2],
  ['an unknown format', ['plan', '.', '--format', 'docx'], 2],
  ['an unknown report', ['report', '.', '--format', 'docx'], 2],
  ['help', ['--help'], 0],
  ['help for a command', ['run', '--help'], 0],
  ['the version', ['--version'], 0],
  ['a journal that is not there', ['verify', '/nowhere'], 3],
  ['a report of nothing', ['report', '/nowhere'], 3],
  ['an exercise that is not there', ['resume', '/nowhere', '--headless'], 3],
] as const)('%s', async (_, args, code) => {
  const [en, da] = await Promise.all([
    run([...args], { LANG: 'en_GB.UTF-8' }),
    run([...args], { LANG: 'da_DK.UTF-8' }),
  ]);
  expect([en.code, da.code]).toEqual([code, code]);
  const said = (done: typeof en): string => done.out + done.err;
  expect(said(en).trim()).not.toBe('');
  // Stacks are for faults that nobody has foreseen.
  expect(said(en)).not.toMatch(/^\s+at /m);
  if (code !== 0) expect(en.out).toBe('');
  const same: readonly string[] = ['--version', 'fr'];
  if (!args.some((word) => same.includes(word))) expect(said(da)).not.toBe(said(en));
});

test('an option chooses the language over the environment, wherever it stands', async () => {
  const scenario = await scenarioFolder();
  const env = { LANG: 'da_DK.UTF-8' };
  expect((await run(['check', scenario], env)).out).toContain('Ingen problemer');
  expect((await run(['check', scenario, '--lang', 'en'], env)).out).toContain('No problems');
  expect((await run(['--lang=en', 'check', scenario], env)).out).toContain('No problems');
  expect((await run(['check', scenario], { LANG: 'C' })).out).toContain('Ingen problemer');
  expect((await run(['check', scenario], { ...env, BEREDT_LANG: 'en' })).out).toContain('No ');
});

test('there is no colour in a pipe, with NO_COLOR or without', async () => {
  const scenario = await scenarioFolder({ 'scenario.yaml': 'beredt: 1\ncolour: red\n' });
  for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }]) {
    const { out, code } = await run(['check', scenario], env);
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
  }
});

test('what the user typed is not obeyed by the terminal', async () => {
  const { err, code } = await run(['check', '/tmp/\u001b[31mred\u009b2J']);
  expect(code).toBe(2);

  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('an empty library lists nothing, and says how to begin', async () => {
  const data = join(await tempFolder(), 'none');
  expect(await run(['list', '--data', data])).toMatchObject({ code: 0 });
});

test('nobody answering is said after a few tries', async () => {
  const done = await run(['join', 'http://127.0.0.1:1/#t=12345678901234567890']);
  expect(done).toMatchObject({ code: 2, out: '' });
  expect(done.err).toContain('http://127.0.0.1:1/');
  expect(done.err).not.toContain('12345678901234567890');
});
