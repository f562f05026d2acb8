/** Where a command's work goes: whole or not at all, marked for a spreadsheet only in a file. */
import { execFileSync } from 'node:child_process';
import * as disk from 'node:fs/promises';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deliver, type Parcel } from '../../cli/deliver.ts';
import { openTerminal, Usage, type Terminal } from '../../cli/output.ts';
import { TEXT } from '../../cli/text.ts';
import { run, tempFolder } from '../e2e/process.ts';
import { rehearsed, scenarioFolder } from './folders.ts';

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  return { ...real, open: vi.fn(real.open) };
});
afterEach(() => void vi.restoreAllMocks());

const MARK = '\ufeff';
const CSV: Parcel = { content: 'rolle;opgave\r\n', csv: true };

const SCREEN = openTerminal('en');

/** A terminal that keeps what is said on it. */
function terminalIn(lang: 'da' | 'en'): Terminal & { readonly said: string[] } {
  const said: string[] = [];
  return { ...SCREEN, lang, text: TEXT[lang], say: (line = '') => void said.push(line), said };
}

/** What a command puts on the screen when it delivers. */
async function onScreen(parcel: Parcel, out: string | undefined): Promise<unknown[]> {
  const shown: unknown[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    shown.push(chunk);
    return true;
  });
  try {
    await deliver(parcel, out, terminalIn('en'));
  } finally {
    write.mockRestore();
  }
  return shown;
}

describe('the byte order mark', () => {
  test('stands in a file of tables, and is said of nothing else', async () => {
    const folder = await tempFolder();
    const [csv, text] = [join(folder, 'a.csv'), join(folder, 'a.md')];
    const terminal = terminalIn('da');
    await deliver(CSV, csv, terminal);
    await deliver({ content: '# a\n' }, text, terminal);
    expect(await readFile(csv, 'utf8')).toBe(`${MARK}rolle;opgave\r\n`);
    expect(await readFile(text, 'utf8')).toBe('# a\n');
    expect(terminal.said).toEqual([`Skrevet: ${csv}`, `Skrevet: ${text}`]);
  });

  test.each([undefined, '-'])('is not on the screen (--out %s)', async (out) => {
    expect(await onScreen(CSV, out)).toEqual(['rolle;opgave\r\n']);
  });

  test.skipIf(process.platform === 'win32')('goes into no pipe', async () => {
    const pipe = join(await tempFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([
      readFile(pipe, 'utf8'),
      deliver(CSV, pipe, terminalIn('en')),
    ]);
    expect(read).toBe('rolle;opgave\r\n');
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });

  test('is the same in reports, plans and actions', { timeout: 60_000 }, async () => {
    const [{ folder }, scenario] = [await rehearsed(), await scenarioFolder()];
    const register = join(folder, 'actions.json');
    await writeFile(register, JSON.stringify({ beredt: 1, actions: [] }));
    for (const args of [
      ['plan', scenario, '--format', 'csv'],
      ['actions', 'export', '--file', register, '--format', 'csv'],
    ]) {
      const file = join(folder, 'out.csv');
      const plain = await run(args);
      expect([plain.code, plain.out.startsWith(MARK)], args.join(' ')).toEqual([0, false]);
      expect((await run([...args, '--out', '-'])).out).toBe(plain.out);
      expect((await run([...args, '--out', file])).code).toBe(0);
      expect(await readFile(file, 'utf8')).toBe(MARK + plain.out);
    }
    const tables = join(folder, 'tables');
    expect((await run(['report', folder, '--format', 'csv', '--out', tables])).code).toBe(0);
    const names = await readdir(tables);
    expect(names).toContain('findings.csv');
    for (const name of names) {
      expect((await readFile(join(tables, name), 'utf8')).startsWith(MARK), name).toBe(true);
    }
  });
});

describe('a folder of files', () => {
  test('is made, with those above it, and what else lies there stays', async () => {
    const folder = join(await tempFolder(), 'a', 'b');
    const files = { 'x.csv': 'x', 'y.csv': 'y' };
    await deliver({ files }, folder, terminalIn('en'));
    await writeFile(join(folder, 'own.txt'), 'mine');
    await deliver({ files: { 'x.csv': 'z' } }, folder, terminalIn('en'));
    expect((await readdir(folder)).sort()).toEqual(['own.txt', 'x.csv', 'y.csv']);
    expect(await readFile(join(folder, 'x.csv'), 'utf8')).toBe('z');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('cannot go on the screen, and makes no folder called -', async () => {
    await expect(deliver({ files: {} }, '-', terminalIn('da'))).rejects.toThrow(/--out/);
    const { folder } = await rehearsed();
    for (const format of ['csv', 'all']) {
      const done = await run(['report', folder, '--format', format, '--out', '-']);
      expect([done.code, done.out]).toEqual([2, '']);
      expect(done.err).toContain('Name a folder with --out.');
    }
  }, 60_000);
});

describe('a file that is there', () => {
  test('is replaced, keeps its rights, and a link to it stays a link', async () => {
    const folder = await tempFolder();
    const [file, link] = [join(folder, 'a'), join(folder, 'link')];
    await writeFile(file, 'a much longer text than the new one');
    await chmod(file, 0o664);
    await symlink(file, link);
    await deliver({ content: 'new' }, link, terminalIn('en'));
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o664);
    expect((await readdir(folder)).sort()).toEqual(['a', 'link']);
  });

  test('is its owner’s alone when it is new, unless it holds no secret', async () => {
    const folder = await tempFolder();
    await deliver({ content: 'x' }, join(folder, 'own'), terminalIn('en'));
    await deliver({ content: 'x', open: true }, join(folder, 'open'), terminalIn('en'));
    expect((await stat(join(folder, 'own'))).mode & 0o777).toBe(0o600);
    // As open as what anybody writes here.
    await writeFile(join(folder, 'anybody'), 'x');
    const { mode } = await stat(join(folder, 'anybody'));
    expect((await stat(join(folder, 'open'))).mode).toBe(mode);
  });

  test.each(['half-way', 'at the end'])('is untouched when the disk is full %s', async (when) => {
    const folder = await tempFolder();
    const file = join(folder, 'report.html');
    await writeFile(file, 'the old one');
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const { open } = await vi.importActual<typeof disk>('node:fs/promises');
    vi.mocked(disk.open).mockImplementation(async (...args) => {
      const handle = await open(...args);
      const fails = when === 'half-way' ? 'writeFile' : 'sync';
      vi.spyOn(handle, fails).mockImplementation(async () => {
        await handle.write('the n');
        throw full;
      });
      return handle;
    });
    const refused = deliver({ content: 'the new one' }, file, terminalIn('da'));
    await expect(refused).rejects.toThrow(`Kan ikke skrive til ${file}: drevet er fuldt.`);
    expect(await readFile(file, 'utf8')).toBe('the old one');
    expect(await readdir(folder)).toEqual(['report.html']);
  });
});

/** What can be brought about on any disk. */
const REFUSED: readonly (readonly [path: string, da: string, en: string])[] = [
  ['nowhere/x', 'mappen findes ikke', 'the folder is not there'],
  ['folder', 'det er en mappe og ikke en fil', 'it is a folder and not a file'],
  [
    'file/x',
    'en del af stien er en fil og ikke en mappe',
    'part of the path is a file and not a folder',
  ],
  ['x'.repeat(300), 'stien er for lang', 'the path is too long'],
];

describe.each(REFUSED)('what cannot be written: %s', (name, da, en) => {
  test('is said in the reader’s language, and nothing is left', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file'), 'a file');
    const path = join(folder, name);
    const refusals = [deliver(CSV, path, terminalIn('da')), deliver(CSV, path, terminalIn('en'))];
    const errors = (await Promise.allSettled(refusals)).map((done) =>
      done.status === 'rejected' ? (done.reason as unknown) : undefined,
    );
    expect(errors.every((error) => error instanceof Usage)).toBe(true);
    expect(errors.map((error) => (error as Usage).message)).toEqual([
      `Kan ikke skrive til ${path}: ${da}.`,
      `Cannot write to ${path}: ${en}.`,
    ]);
    expect((await readdir(folder)).sort()).toEqual(['file', 'folder']);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('a file');
  });
});

test('that somebody may not write there is said, whoever runs this', async () => {
  const denied = Object.assign(new Error('permission denied'), { code: 'EACCES' });
  vi.mocked(disk.open).mockRejectedValue(denied);
  const file = join(await tempFolder(), 'x');
  await expect(deliver(CSV, file, terminalIn('en'))).rejects.toThrow('you may not write there');
});

test('an error that is not the disk’s is not taken for one', async () => {
  vi.mocked(disk.open).mockRejectedValue(new TypeError('a mistake of ours'));
  const file = join(await tempFolder(), 'x');
  const refused = deliver(CSV, file, terminalIn('en'));
  await expect(refused).rejects.toThrow(TypeError);
});

test('reports and plans say it alike', { timeout: 60_000 }, async () => {
  const [{ folder }, scenario] = [await rehearsed(), await scenarioFolder()];
  const file = join(folder, 'nowhere', 'x');
  for (const args of [
    ['report', folder, '--format', 'json'],
    ['plan', scenario, '--format', 'book'],
  ]) {
    const done = await run([...args, '--out', file], { LANG: 'da_DK.UTF-8' });
    expect([done.code, done.err.trim()], args.join(' ')).toEqual([
      2,
      `Kan ikke skrive til ${file}: mappen findes ikke.`,
    ]);
  }
});
