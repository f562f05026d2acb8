/** `beredt report`: the after-action report, from the journal alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalPath } from '../../engine/runtime/host.ts';
import { readFileJournal } from '../../engine/runtime/journal/file.ts';
import { Fault } from '../../engine/index.ts';
import { analyse, type Analysis } from '../../exports/analysis/analysis.ts';
import { renderCsv } from '../../exports/formats/csv.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderJson } from '../../exports/formats/json.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { VERSION } from '../package.ts';

const FORMATS = ['markdown', 'html', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const ENDINGS: Readonly<Record<Format, string>> = {
  markdown: 'md',
  html: 'html',
  json: 'json',
  csv: '',
};

/** Excel reads a CSV as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

export async function report(
  folder: string,
  options: { readonly format: string; readonly out?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say, lang } = terminal;
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  const { analysis, meta } = await readAnalysis(folder);
  if (format === 'csv') {
    const target = options.out ?? join(folder, `report-${lang}-csv`);
    await writeTables(target, renderCsv(analysis, lang));
    say(text.written(target));
    return EXIT.fine;
  }
  const content = render(format, analysis, meta, lang);
  if (options.out === '-') {
    process.stdout.write(content);
    return EXIT.fine;
  }
  const target = options.out ?? join(folder, `report-${lang}.${ENDINGS[format]}`);
  await writeFile(target, content, { mode: 0o600 });
  say(text.written(target));
  return EXIT.fine;
}

type Meta = Parameters<typeof renderHtml>[2];

/** A journal whose last line was torn is reported as far as it goes; a broken one is not. */
async function readAnalysis(folder: string): Promise<{ analysis: Analysis; meta: Meta }> {
  const path = journalPath(folder);
  const { entries, tip, broken } = await readFileJournal(path);
  const { seq, line, why } = broken ?? {};
  if (broken || entries.length === 0) {
    const details = { path, seq: seq ?? 0, line: line ?? 1, why: why ?? 'not-json' };
    throw new Fault('journal-broken', `${path} is broken`, { details });
  }
  const meta = { digest: tip.hash, entries: entries.length, engine: VERSION };
  return { analysis: analyse(entries), meta };
}

function render(
  format: Exclude<Format, 'csv'>,
  analysis: Analysis,
  meta: Meta,
  lang: Terminal['lang'],
): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(analysis, lang, meta);
    case 'html':
      return renderHtml(analysis, lang, meta);
    case 'json':
      return renderJson(analysis, meta);
    default:
      return format satisfies never;
  }
}

async function writeTables(
  folder: string,
  tables: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(tables)) {
    await writeFile(join(folder, name), BYTE_ORDER_MARK + content, { mode: 0o600 });
  }
}
