/** `beredt new`: every template makes a scenario that checks clean and runs; mistakes make nothing. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { run, tempFolder } from '../e2e/process.ts';
import { shipped } from '../support/shipped.ts';
import { CTRL_C, CTRL_D, ENTER, sitDown } from './terminal.ts';

const TEMPLATES = ['blank', ...shipped()];
const EACH = TEMPLATES.flatMap((name) =>
  (['da', 'en'] as const).map((lang) => [name, lang] as const),
);
const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** The line that must differ: it says where the schema lies. */
const EDITOR_LINE = /^# yaml-language-server: .*\n/;

const fileIn = (folder: string, name = 'scenario.yaml'): Promise<string> =>
  readFile(join(folder, name), 'utf8');

/** Every file that names a schema finds it, from where it lies. */
async function schemasAreThere(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of files) {
    const line = /^# yaml-language-server: \$schema=(\S+)/.exec(await fileIn(folder, name));
    if (!line) continue;
    const place = resolve(folder, dirname(name), line[1] ?? '');
    expect([name, existsSync(place), place.startsWith(folder)]).toEqual([name, true, true]);
  }
  expect(await fileIn(folder)).toMatch(
    /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/,
  );
}

test.each(EACH)('%s in %s: clean, with its schema, and runs to ENDEX', async (from, lang) => {
  const into = await tempFolder();
  const made = await run(['new', 'mine', '--from', from, '--languages', lang, '--into', into]);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('No problems found.');
  const folder = join(into, 'mine');
  expect(await readdir(into)).toEqual(['mine']);
  await schemasAreThere(folder);
  const check = await run(['check', folder, '--json']);
  expect(JSON.parse(check.out)).toEqual({ errors: 0, warnings: 0, problems: [], accepted: [] });
  const lines = (await fileIn(folder)).split('\n');
  for (const wanted of ['id: mine', 'version: 0.1.0', `languages: [${lang}]`]) {
    expect(lines.filter((line) => line.replace(/ #.*/, '') === wanted)).toHaveLength(1);
  }
  const data = await tempFolder();
  const done = await run(['rehearse', folder, '--data', data, '--json']);
  expect(done).toMatchObject({ code: 0, err: '' });
  const { folder: journal } = JSON.parse(done.out) as { folder: string };
  const ending = (await fileIn(journal, 'journal.jsonl'))
    .trimEnd()
    .split('\n')
    .slice(-20)
    .join('\n');
  expect(ending).toContain('"exercise.ended"');
});

test.each(TEMPLATES)('a copy of %s is the same byte for byte but for its head', async (from) => {
  const into = await tempFolder();
  const args = ['--from', from, '--title', 'Ny: titel', '--starts', '2026-12-01T08:00'];
  expect(await run(['new', 'mine', ...args, '--into', into])).toMatchObject({ code: 0 });
  const source = join(SCENARIOS, from === 'blank' ? 'templates/blank/en' : from);
  const original = await readdir(source, { recursive: true, withFileTypes: true });
  for (const entry of original.filter((found) => found.isFile())) {
    const name = join(entry.parentPath, entry.name).slice(source.length + 1);
    if (name !== 'scenario.yaml') {
      const [copy, was] = [await fileIn(join(into, 'mine'), name), await fileIn(source, name)];
      expect(copy.replace(EDITOR_LINE, '')).toBe(was.replace(EDITOR_LINE, ''));
    }
  }
  const lines = (await fileIn(join(into, 'mine'))).split('\n');
  const was = (await fileIn(source)).split('\n');
  const fresh = lines.filter((line) => !was.includes(line)).map((line) => line.replace(/ #.*/, ''));
  expect(fresh).toEqual([
    '# yaml-language-server: $schema=./scenario.schema.json',
    'id: mine',
    'version: 0.1.0',
    "title: 'Ny: titel'",
    'starts: 2026-12-01T08:00 Europe/Copenhagen',
  ]);
  const comments = (all: readonly string[]): number => all.filter((line) => /#/.test(line)).length;
  expect(comments(lines)).toBeGreaterThanOrEqual(comments(was));
});

const ERRORS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['no name', []],
  ['a name with spaces', ['Min øvelse']],
  ['a name that is a path', ['a/b']],
  ['a name that leads out', ['..']],
  ['an unknown template', ['mine', '--from', 'blnk']],
  ['an unknown kind', ['mine', '--kind', 'party']],
  ['a day that is none', ['mine', '--starts', '2027-02-30T10:00']],
  ['a language nobody wrote', ['mine', '--languages', 'da,fr']],
  ['a title of two lines', ['mine', '--title', 'one\ntwo']],
  ['a place that cannot be', ['mine', '--into', '/proc/nowhere']],
  ['a place that is a file', ['mine', '--into', '/etc/hostname/x']],
];

test.each(ERRORS)('%s: said in Danish and English, and nothing is made', async (_, args) => {
  const into = await tempFolder();
  const where = args.includes('--into') ? [] : ['--into', into];
  const [da, en] = await Promise.all(
    (['da', 'en'] as const).map((lang) => run(['new', ...args, ...where, '--lang', lang])),
  );
  for (const done of [da, en]) {
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done?.err).not.toMatch(/^\s+at /m);
  }
  expect(da?.err).not.toBe(en?.err);
  expect(await readdir(into)).toEqual([]);
});

test('a name that cannot be is answered with one that can', async () => {
  const done = await run(['new', 'Øvelse på Fyn', '--into', await tempFolder()]);
  expect(done.err).toContain('oevelse-paa-fyn');
});

test('what is in a folder stays; an empty one is filled', async () => {
  const into = await tempFolder();
  await mkdir(join(into, 'full'));
  await writeFile(join(into, 'full', 'notes.txt'), 'mine');
  await writeFile(join(into, 'file'), 'mine');
  await mkdir(join(into, 'empty'));
  for (const name of ['full', 'file']) {
    expect(await run(['new', name, '--into', into])).toMatchObject({ code: 2, out: '' });
  }
  expect(await readdir(join(into, 'full'))).toEqual(['notes.txt']);
  expect(await run(['new', 'empty', '--into', into])).toMatchObject({ code: 0 });
  expect(await readdir(join(into, 'empty'))).toContain('scenario.yaml');
  expect((await readdir(into)).sort()).toEqual(['empty', 'file', 'full']);
});

test('folders on the way are made', async () => {
  const into = join(await tempFolder(), 'of', 'ours');
  expect(await run(['new', 'mine', '--into', into])).toMatchObject({ code: 0 });
  expect(await readdir(into)).toEqual(['mine']);
});

test('an exercise in both languages from the blank one says which texts are there', async () => {
  const done = await run(['new', 'mine', '--languages', 'da,en', '--into', await tempFolder()]);
  expect(done).toMatchObject({ code: 0 });
  expect(done.out).toContain('one language only');
});

test('a dialogue in Danish: asked for what is missing, and again where it cannot be', async () => {
  const folder = await tempFolder();
  const person = sitDown(['new'], folder, 'da');
  await person.answers('Navn', `Min øvelse${ENTER}`);
  await person.answers('Prøv: min-oevelse', `vandet${ENTER}`);
  await person.answers(/1 {2}blank[^]*Nummer eller navn \[1\]/, ENTER);
  await person.answers('Sprog', ENTER);
  await person.answers('Titel [Vandværket svarer ikke]', `Intet vand: øvelse 2${ENTER}`);
  await person.answers(/5 {2}Dilemmaøvelse[^]*Nummer \[1\]/, `5${ENTER}`);
  await person.answers('Historien begynder [26-11-2026 06:30]', `31-11-2026 9.00${ENTER}`);
  await person.answers('er ikke en dato', `3-12-2026 9.00${ENTER}`);
  expect(await person.ended).toBe(0);
  expect(person.screen()).toContain('beredt check vandet');
  const text = await fileIn(join(folder, 'vandet'));
  expect(text).toContain("\ntitle: 'Intet vand: øvelse 2'\n");
  expect(text).toContain('\nkind: dilemma\n');
  expect(text).toContain('\nstarts: 2026-12-03T09:00 Europe/Copenhagen\n');
  expect(text).toContain('\nlanguages: [da] #');
  for (const line of person.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a dialogue in English asks only for what the options leave out', async () => {
  const folder = await tempFolder();
  const options = ['--from', 'kommune-it-ransomware', '--kind', 'dilemma', '--languages', 'en'];
  const person = sitDown(['new', 'mine', ...options], folder, 'en');
  await person.answers('Title [Shared operations down]', ENTER);
  await person.answers('The story begins [18-09-2026 02:10]', ENTER);
  expect(await person.ended).toBe(0);
  expect(person.screen()).not.toMatch(/Name|Number|Languages/);
  for (const line of person.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const text = await fileIn(join(folder, 'mine'));
  expect(text).toContain('\n  en: Shared operations down\n');
  expect(text).toContain('\nstarts: 2026-09-18T02:10 Europe/Copenhagen\n');
});

test.each([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-D', CTRL_D],
])('%s leaves, says so, and leaves nothing behind', async (_, key) => {
  const folder = await tempFolder();
  const person = sitDown(['new'], folder, 'en');
  await person.answers('Name', `mine${ENTER}`);
  await person.answers('Number or name', key);
  expect(await person.ended).toBe(2);
  expect(person.screen()).toContain('Nothing has been made.');
  expect(await readdir(folder)).toEqual([]);
});
