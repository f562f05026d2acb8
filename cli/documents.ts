/**
 * The report in all its forms. The heavy libraries are loaded when a form asks for them, and letters
 * are read from their package. Knows: forms, endings, files to read. Does not know: where they go.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Lang } from '../engine/index.ts';
import { renderCsv } from '../exports/formats/csv.ts';
import { renderIcal } from '../exports/formats/ical/ical.ts';
import { deadlinesOf } from '../exports/formats/ical/deadlines.ts';
import { renderJson } from '../exports/formats/json.ts';
import { renderJsonl } from '../exports/formats/jsonl/jsonl.ts';
import type { Report } from '../exports/formats/block.ts';
import { markdownOf } from '../exports/formats/markdown.ts';
import { pageHtml } from '../exports/formats/page.ts';
import { renderOcel } from '../exports/formats/ocel/ocel.ts';
import type { Fonts } from '../exports/formats/pdf/face.ts';
import { reportOf } from '../exports/formats/report.ts';
import { speaker } from '../exports/formats/words.ts';
import type { Parcel } from './deliver.ts';
import { Usage } from './output.ts';
import type { Journal } from './reading.ts';
import type { CliText } from './text.ts';

export const FORMATS = [
  'html',
  'markdown',
  'docx',
  'pdf',
  'xlsx',
  'csv',
  'json',
  'jsonl',
  'ocel',
  'ical',
] as const;
export type Format = (typeof FORMATS)[number];

/** What is written, and what it is called where nobody says. */
export type Written = Parcel & { readonly name: string };
export type Wish = {
  readonly journal: Journal;
  readonly lang: Lang;
  /** Part of the files' names: which version it is. */
  readonly suffix: string;
  readonly text: CliText;
};

export async function render(format: Format, wish: Wish): Promise<Written> {
  const { journal, lang, text, suffix } = wish;
  const { analysis, meta, entries } = journal;
  const name = `report-${lang}${suffix}`;
  switch (format) {
    case 'html':
      return { name: `${name}.html`, content: pageHtml(reportIn(wish)) };
    case 'markdown':
      return { name: `${name}.md`, content: markdownOf(reportIn(wish)) };
    case 'docx': {
      const { renderDocx } = await loaded(() => import('../exports/formats/docx/docx.ts'), text);
      return { name: `${name}.docx`, content: await renderDocx(reportIn(wish), momentOf(wish)) };
    }
    case 'pdf': {
      const { renderPdf } = await loaded(() => import('../exports/formats/pdf/pdf.ts'), text);
      const report = reportIn(wish);
      const moment = new Date(momentOf(wish));
      return { name: `${name}.pdf`, content: renderPdf(report, await fonts(text), moment) };
    }
    case 'xlsx': {
      const { renderXlsx } = await loaded(() => import('../exports/formats/xlsx/xlsx.ts'), text);
      return { name: `${name}.xlsx`, content: await renderXlsx(analysis, lang) };
    }
    case 'csv':
      return { name: `${name}-csv`, files: renderCsv(analysis, lang), csv: true };
    case 'json':
      return { name: `${name}.json`, content: renderJson(analysis, meta) };
    case 'jsonl':
      return { name: 'log.jsonl', content: renderJsonl(entries, meta) };
    case 'ocel':
      return { name: `log${suffix}.ocel.json`, content: renderOcel(analysis) };
    case 'ical':
      return { name: `deadlines-${lang}${suffix}.ics`, content: calendar(wish) };
    default:
      return format satisfies never;
  }
}

const reports = new WeakMap<Wish, Report>();

/** Four forms are made of it: it is put together once for a wish. */
function reportIn(wish: Wish): Report {
  const { analysis, meta } = wish.journal;
  const made = reports.get(wish) ?? reportOf(analysis, wish.lang, meta);
  reports.set(wish, made);
  return made;
}

function calendar({ journal, lang }: Wish): string {
  const { analysis } = journal;
  const s = speaker(analysis, lang);
  const title = s.t.documents.calendar(s.text(analysis.exercise.title));
  return renderIcal(title, deadlinesOf(analysis, s), momentOf({ journal }));
}

/** A document counts as made when the exercise ended: the same journal gives the same bytes. */
function momentOf({ journal }: { readonly journal: Pick<Journal, 'analysis'> }): string {
  const { endedWall, startedWall } = journal.analysis.exercise;
  const known = [endedWall, startedWall].find((wall) => !Number.isNaN(Date.parse(wall ?? '')));
  return new Date(known ?? Date.UTC(2020, 0, 1)).toISOString();
}

/** An installation without the optional parts still makes the other forms. */
async function loaded<T>(load: () => Promise<T>, text: CliText): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw missing(error, text);
  }
}

function missing(error: unknown, text: CliText): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return error;
  const name = /'([^']+)'/.exec(message)?.[1] ?? message;
  return new Usage(text.missingLibrary(name));
}

const FACES = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
} as const;

async function fonts(text: CliText): Promise<Fonts> {
  const { resolve } = createRequire(import.meta.url);
  try {
    const [regular, bold] = await Promise.all([
      readFile(resolve(FACES.regular)),
      readFile(resolve(FACES.bold)),
    ]);
    return { regular, bold };
  } catch (error) {
    throw missing(error, text);
  }
}
