/** check, plan and rehearse on folders good, bad and hostile. */
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { run, SCENARIO as SHIPPED, tempFolder } from '../e2e/process.ts';
import { SCENARIO, scenarioFolder } from './folders.ts';

type Found = {
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    readonly code: string;
    readonly place: { readonly file: string };
  }[];
};

async function check(folder: string): Promise<{ code: number | null; found: Found }> {
  const { code, out, err } = await run(['check', folder, '--json']);
  expect(err).toBe('');
  return { code, found: JSON.parse(out) as Found };
}

test('a clean scenario has exit code 0, a spoilt one 1, with every mistake in one run', async () => {
  expect(await check(await scenarioFolder())).toMatchObject({ code: 0, found: { errors: 0 } });
  const spoilt = SCENARIO.replace('accountable: boss', 'accountable: bos').replace(
    'channel: phone',
    'channel: fone',
  );
  const folder = await scenarioFolder({ 'scenario.yaml': spoilt });
  const { code, found } = await check(folder);
  expect(code).toBe(1);
  expect(found.errors).toBeGreaterThanOrEqual(2);
  const shown = await run(['check', folder]);
  expect(shown.code).toBe(1);
  expect(shown.out).toMatch(/scenario\.yaml:\d+:\d+/);
  for (const command of ['plan', 'rehearse', 'run']) {
    const data = join(folder, 'data');
    const args = command === 'plan' ? [] : ['--data', data];
    expect(await run([command, folder, ...args])).toMatchObject({ code: 1, out: '' });
  }
});

test('the scenario’s own file is as good as its folder', async () => {
  const folder = await scenarioFolder();
  expect(await run(['check', join(folder, 'scenario.yaml')])).toMatchObject({ code: 0 });
});

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
  .concat(
    'bcdefghi'.split('').map((name, i) => {
      const before = 'abcdefgh'[i] ?? 'a';
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    }),
  )
  .join('\n');

test.each<[string, string | Uint8Array]>([
  ['ten megabytes', `# ${'x'.repeat(10 * 1024 * 1024)}\n`],
  ['an alias bomb', `beredt: 1\n${bomb}\n`],
  ['bytes', new Uint8Array(200_000).map((_, i) => (i * 7919) % 256)],
  ['a deep nest', `beredt: 1\ninjects: ${'['.repeat(20_000)}`],
  [
    'a deep nest of blocks',
    Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  ],
  ['nothing', ''],
  ['a tag', 'beredt: !!js/function "function(){}"\n'],
  ['a prototype', 'beredt: 1\n__proto__: { admin: true }\nroles: { __proto__: { name: x } }\n'],
  ['escapes', 'beredt: 1\n"\\e[31m\\u202e": 1\n'],
])('%s is a problem, told soon and harmlessly', async (_, text) => {
  const folder = await scenarioFolder({ 'scenario.yaml': text });
  const began = performance.now();
  const { code, out, err } = await run(['check', folder]);
  expect(performance.now() - began).toBeLessThan(15_000);
  expect({ code, err }).toEqual({ code: 1, err: '' });

  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(out.length).toBeLessThan(200_000);
});

test('links lead nowhere, neither out of the folder nor round in it', async () => {
  const folder = await scenarioFolder();
  const outside = await tempFolder();
  await writeFile(join(outside, 'secret.yaml'), 'the-secret: 1\n');
  await symlink(outside, join(folder, 'linked'));
  await symlink(join(outside, 'secret.yaml'), join(folder, 'secret.yaml'));
  for (const name of ['round', 'again', 'once-more']) await symlink('.', join(folder, name));
  const { code, found } = await check(folder);
  expect({ code, problems: found.problems }).toEqual({ code: 0, problems: [] });
});

test('a plan is a table, JSON, a chart or a machine', async () => {
  const folder = await scenarioFolder();
  const [table, json, chart, machine] = await Promise.all([
    run(['plan', folder]),
    run(['plan', folder, '--format', 'json']),
    run(['plan', folder, '--format', 'mermaid']),
    run(['plan', folder, '--format', 'machine']),
  ]);
  for (const done of [table, json, chart, machine])
    expect(done).toMatchObject({ code: 0, err: '' });
  expect(table.out).toContain('Call');
  expect(table.out.split('\n').every((line) => line.length <= 120)).toBe(true);
  const plan = JSON.parse(json.out) as { readonly injects: readonly { readonly id: string }[] };
  expect(plan.injects.map(({ id }) => id)).toContain('call');
  expect(chart.out).toMatch(/stateDiagram|flowchart/);
  expect(JSON.stringify(JSON.parse(machine.out))).toContain('"planned"');
});

test('the same seed rehearses the same bytes; another seed others', async () => {
  const scenario = await scenarioFolder();
  const rehearse = async (seed: string): Promise<string> => {
    const data = await tempFolder();
    const done = await run(['rehearse', scenario, '--seed', seed, '--data', data, '--json']);
    expect(done).toMatchObject({ code: 0, err: '' });
    const { folder } = JSON.parse(done.out) as { folder: string };
    expect(await run(['verify', folder])).toMatchObject({ code: 0 });
    return readFile(join(folder, 'journal.jsonl'), 'utf8');
  };
  const [one, same, other] = await Promise.all([rehearse('5'), rehearse('5'), rehearse('6')]);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test('a rehearsal is in the library, and a second one in a folder of its own', async () => {
  const scenario = await scenarioFolder();
  const data = await tempFolder();
  for (let i = 0; i < 2; i += 1) {
    const done = await run(['rehearse', scenario, '--data', data]);
    expect(done).toMatchObject({ code: 0, err: '' });
  }
  const { out } = await run(['list', '--data', data]);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toContain('Small exercise');
});

test('the shipped scenario is clean in both languages', async () => {
  const [en, da] = await Promise.all([
    run(['check', SHIPPED, '--lang', 'en']),
    run(['check', SHIPPED, '--lang', 'da']),
  ]);
  expect([en.code, da.code]).toEqual([0, 0]);
});
