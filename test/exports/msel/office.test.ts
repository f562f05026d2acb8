/** LibreOffice opens what we write, and what it writes of it is read back without loss. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ROWS } from '../../../engine/scenario/schema.ts';
import { renderMselCsv } from '../../../exports/msel/csv.ts';
import { renderMselXlsx } from '../../../exports/msel/xlsx.ts';
import { codesOf, flagship, injectsIn, takeIn } from './support.ts';

const PATIENCE = 180_000;

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const testWithOffice = test.skipIf(!hasOffice());
const folder = await mkdtemp(join(tmpdir(), 'beredt-office-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `to`: a format and, after a colon, its filter. */
async function convert(
  name: string,
  content: Uint8Array | string,
  to: string,
): Promise<Uint8Array> {
  const out = join(folder, 'out');
  await writeFile(join(folder, name), content);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const reading = name.endsWith('.csv') ? [`--infilter=${IN}`] : [];
  const words = [profile, '--headless', ...reading, '--convert-to', to, '--outdir', out];
  await promisify(execFile)('soffice', [...words, join(folder, name)]);
  return readFile(join(out, `${name.split('.')[0] ?? ''}.${to.split(':')[0] ?? ''}`));
}

/** Comma, quotation mark, UTF-8: what a person chooses in the dialogue that is not shown here. */
const IN = 'Text - txt - csv (StarCalc):44,34,76,1';
/** Semicolon, quotation mark, UTF-8, from the first line, everything quoted that is text. */
const CSV = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true';

testWithOffice.each([
  ['xlsx', 'xlsx'],
  ['xlsx', CSV],
  ['csv', 'xlsx'],
])(
  'the flagship as %s, rewritten as %s',
  async (from, to) => {
    const { scenario, plan } = flagship();
    const content =
      from === 'xlsx'
        ? await renderMselXlsx(scenario, plan, 'da')
        : `\ufeff${renderMselCsv(scenario, plan, 'en')}`;
    const rewritten = await convert(`${from}-${to.slice(0, 3)}.${from}`, content, to);
    const sheet = to === 'xlsx' ? rewritten : new TextDecoder().decode(rewritten);
    const read = await takeIn(sheet, { replace: true });
    expect(read.own).toBe(true);
    expect(read.items.flatMap(codesOf)).toEqual([]);
    const back = injectsIn(read).map(({ id, draft }) => [id, ROWS.injects.parse(draft)]);
    expect(Object.fromEntries(back)).toEqual(scenario.injects);
  },
  PATIENCE,
);
