/** `beredt report`: the after-action report, from the journal alone, in one form or in all. */
import { join } from 'node:path';
import type { Analysis } from '../../exports/analysis/analysis.ts';
import { type Audience, forAudience, priorFor } from '../../exports/audience/audience.ts';
import { LEAST_K } from '../../exports/audience/edition.ts';
import type { Prior } from '../../exports/formats/meta.ts';
import { deliver, makeFolder } from '../deliver.ts';
import { FORMATS, render, type Format } from '../documents.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readJournal } from '../reading.ts';
import { hasRegister, openRegister, today } from '../register.ts';

export type ReportOptions = {
  readonly format: string;
  readonly out?: string;
  readonly for?: string;
  readonly k?: number;
  readonly actions?: string;
};

export async function report(
  folder: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, lang } = terminal;
  const { out } = options;
  const all = options.format === 'all';
  const wanted = formatsOf(options, terminal);
  if (all && out === '-') throw new Usage(text.notOnScreen);
  const journal = await readJournal(folder);
  const audience = audienceOf(options, journal.analysis, terminal);
  const formats = all ? FORMS[audience.type] : allowed(wanted, audience, terminal);
  const prior = await priorOf(options.actions, terminal);
  const wish = {
    journal: {
      ...journal,
      analysis: forAudience(journal.analysis, audience),
      meta: { ...journal.meta, ...(prior && { prior: priorFor(prior, audience) }) },
    },
    lang,
    text,
    suffix: suffixOf(audience),
  };
  const home = all ? (out ?? join(folder, `report-${lang}${wish.suffix}`)) : folder;
  if (all) await makeFolder(home, terminal);
  for (const format of formats) {
    const written = await render(format, wish);
    const target = all ? join(home, written.name) : (out ?? join(folder, written.name));
    await deliver(written, target, terminal);
  }
  return EXIT.fine;
}

/**
 * What may be made for whom. The logs are the journal's own entries, and nobody but exercise control
 * has those; the public version is a page of figures.
 */
const FORMS: { readonly [A in Audience['type']]: readonly Format[] } = {
  control: FORMATS,
  organisation: ['html', 'markdown', 'docx', 'pdf', 'xlsx', 'csv', 'json', 'ical'],
  public: ['html', 'markdown', 'docx', 'pdf', 'csv', 'json'],
};

/** Said before a journal is read: a word that is no format is no matter of the exercise's. */
function formatsOf({ format }: ReportOptions, { text }: Terminal): readonly Format[] {
  const found = FORMATS.filter((known) => known === format || format === 'all');
  if (found.length === 0) throw new Usage(text.badFormat(format, [...FORMATS, 'all'].join(', ')));
  return found;
}

function allowed(
  wanted: readonly Format[],
  audience: Audience,
  { text }: Terminal,
): readonly Format[] {
  const forms = FORMS[audience.type];
  if (wanted.every((format) => forms.includes(format))) return wanted;
  throw new Usage(text.optionFits('--for', [...forms, 'all'].join(', ')));
}

function audienceOf(
  { for: reader = 'control', k }: ReportOptions,
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
