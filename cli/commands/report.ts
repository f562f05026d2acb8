/** `beredt report`: the after-action report, from the journal alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../exports/analysis/analysis.ts';
import { renderCsv } from '../../exports/formats/csv.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderJson } from '../../exports/formats/json.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readAnalysis, type Meta } from '../reading.ts';

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
