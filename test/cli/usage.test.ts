/** The command line used rightly and wrongly, in Danish and English. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, tempFolder } from '../e2e/process.ts';
import { scenarioFolder } from './folders.ts';

type Row = readonly [what: string, args: readonly string[], code: number];

/** Said in the reader's language. */
const BOTH: readonly Row[] = [
  ['no command', [], 2],
  ['an unknown command', ['chek'], 2],
  ['an unknown option', ['check', '.', '--jsn'], 2],
  ['a missing argument', ['check'], 2],
  ['an argument too many', ['check', 'a', 'b'], 2],
  ['a port that is none', ['run', '.', '--port', '70000'], 2],
  ['an unknown choice', ['run', '.', '--bots', 'many'], 2],
  ['a folder without a scenario', ['check', '/'], 2],
  ['a link that is none', ['join', 'ftp://x/#t=12345678'], 2],
  ['a code that is none', ['join', 'http://127.0.0.1:1', '--code', 'nope'], 2],
  ['an invitation from a participant’s link', ['invite', 'http://127.0.0.1:1/#t=12345678'], 2],
  ['an unknown format', ['plan', '.', '--format', 'docx'], 2],
  ['help', ['--help'], 0],
  ['a journal that is not there', ['verify', '/nowhere'], 3],
];

const ONE: readonly Row[] = [
  ['a pace that is none', ['run', '.', '--pace', '0'], 2],
  ['a seed that is none', ['rehearse', '.', '--seed', '-1'], 2],
  ['an unknown language', ['check', '.', '--lang', 'fr'], 2],
  ['a folder that is not there', ['run', '/nowhere'], 2],
  ["a participant's link for control", ['facilitate', 'http://127.0.0.1:1/#t=12345678'], 2],
  ['an unknown report', ['report', '.', '--format', 'odt'], 2],
  ['help for a command', ['run', '--help'], 0],
  ['the version', ['--version'], 0],
  ['a report of nothing', ['report', '/nowhere'], 3],
  ['an exercise that is not there', ['resume', '/nowhere', '--headless'], 3],
];

/** Runs it, and returns what it said, which is never a stack: those are for the unforeseen. */
async function said([, args, code]: Row, language: string): Promise<string> {
  const done = await run(args, { LANG: language });
  expect(done.code).toBe(code);
  const text = done.out + done.err;
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/^\s+at /m);
  if (code !== 0) expect(done.out).toBe('');
  return text;
}

test.each(BOTH)('%s, in Danish and English', async (...row) => {
  const texts = await Promise.all([said(row, 'en_GB.UTF-8'), said(row, 'da_DK.UTF-8')]);
  expect(texts[0]).not.toBe(texts[1]);
});

test.each(ONE)('%s', async (...row) => {
  await said(row, 'en_GB.UTF-8');
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
