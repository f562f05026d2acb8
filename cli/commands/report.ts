/** `beredt report`: the after-action report, from the journal alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../exports/analysis/analysis.ts';
import { type Audience, forAudience, priorFor } from '../../exports/audience/audience.ts';
import { LEAST_K } from '../../exports/audience/edition.ts';
import { renderCsv } from '../../exports/formats/csv.ts';
import { renderHtml } from '../../exports/formats/html.ts';
import { renderJson } from '../../exports/formats/json.ts';
import { renderMarkdown } from '../../exports/formats/markdown.ts';
import type { Prior } from '../../exports/formats/meta.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readAnalysis, type Meta } from '../reading.ts';
import { hasRegister, openRegister, today } from '../register.ts';

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

type Options = {
  readonly format: string;
  readonly out?: string;
  readonly for?: string;
  readonly k?: number;
  readonly actions?: string;
};

export async function report(
  folder: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say, lang } = terminal;
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  const read = await readAnalysis(folder);
  const audience = audienceOf(options, read.analysis, terminal);
  const analysis = forAudience(read.analysis, audience);
  const prior = await priorOf(options.actions, terminal);
  const meta = { ...read.meta, ...(prior && { prior: priorFor(prior, audience) }) };
  const name = `report-${lang}${suffixOf(audience)}`;
  if (format === 'csv') {
    const target = options.out ?? join(folder, `${name}-csv`);
    await writeTables(target, renderCsv(analysis, lang));
    say(text.written(target));
    return EXIT.fine;
  }
  const content = render(format, analysis, meta, lang);
  if (options.out === '-') {
    process.stdout.write(content);
    return EXIT.fine;
  }
  const target = options.out ?? join(folder, `${name}.${ENDINGS[format]}`);
  await writeFile(target, content, { mode: 0o600 });
  say(text.written(target));
  return EXIT.fine;
}

function audienceOf(
  { for: reader = 'control', k }: Options,
  { names }: Analysis,
  { text }: Terminal,
): Audience {
  const t = text.followUp.report;
  if (k !== undefined && reader !== 'public') throw new Usage(t.onlyPublic);
  if (reader === 'control') return { type: 'control' };
  if (reader === 'public') return { type: 'public', k: k ?? LEAST_K };
  const ids = names.organisations.map(({ id }) => id);
  if (!ids.includes(reader)) throw new Usage(t.nobody(reader, ids.join(', ')));
  return { type: 'organisation', organisation: reader };
}

/** Which version it is, in its file's name. */
function suffixOf(audience: Audience): string {
  switch (audience.type) {
    case 'control':
      return '';
    case 'public':
      return '-public';
    case 'organisation':
      return `-${audience.organisation.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
    default:
      return audience satisfies never;
  }
}

async function priorOf(path: string | undefined, { text }: Terminal): Promise<Prior | undefined> {
  if (path === undefined) return undefined;
  if (!(await hasRegister(path))) throw new Usage(text.followUp.actions.missing(path));
  const { actions } = (await openRegister(path)).get();
  return { actions, today: today(new Date()) };
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
