/** What the tests of the documents share: one report, its letters, and tools that read documents. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Lang } from '../../../engine/scenario/text.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import type { Report } from '../../../exports/formats/block.ts';
import type { Fonts } from '../../../exports/formats/pdf/face.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { exercise } from '../exercise.ts';

export const journal = exercise();
export const analysis = analyse(journal.entries);
export const meta = { digest: journal.digest(), entries: journal.entries.length, engine: '0.1.0' };
export const MOMENT = '2026-11-23T08:30:00.000Z';
export const report = (lang: Lang): Report => reportOf(analysis, lang, meta);

const { resolve } = createRequire(import.meta.url);
const face = (name: string): Uint8Array =>
  readFileSync(resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${name}.ttf`));
export const fonts: Fonts = { regular: face(''), bold: face('-Bold') };

/** The parts of an office file, by their paths. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([name, content]) => [name, strFromU8(content)]));
}

/** What a program makes of a file; `%` in its arguments stands for the file. */
export function readWith(
  program: string,
  args: readonly string[],
  bytes: Uint8Array,
  name: string,
): string {
  return inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const given = args.map((arg) => (arg === '%' ? file : arg));
    return execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  });
}

/** The text of an office file as LibreOffice opens it. */
export function openedByOffice(bytes: Uint8Array, name: string): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    execFileSync('soffice', [...args, join(folder, name)], { stdio: 'ignore' });
    const pdf = join(folder, name.replace(/\.\w+$/, '.pdf'));
    return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  });
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'beredt-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
