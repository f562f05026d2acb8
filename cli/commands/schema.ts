/** `beredt schema`: the language, for an editor (JSON Schema) or for a reader; and the analysis's JSON. */
import { readFile } from 'node:fs/promises';
import { jsonSchema, referencePage } from '../../engine/index.ts';
import { deliver } from '../deliver.ts';
import { Usage, type ExitCode, type Terminal } from '../output.ts';
import { ANALYSIS_SCHEMA } from '../package.ts';
import { loadCatalogue } from '../scenario.ts';

const FORMATS = ['json', 'reference', 'analysis'] as const;

export async function schema(
  options: { readonly out?: string; readonly format: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(terminal.text.badFormat(options.format, FORMATS.join(', ')));
  const content = `${await contentOf(format, terminal)}\n`;
  return deliver({ content, open: true }, options.out, terminal);
}

async function contentOf(format: (typeof FORMATS)[number], terminal: Terminal): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify(jsonSchema(await loadCatalogue(terminal)), null, 2);
    case 'reference':
      return referencePage(terminal.lang).trimEnd();
    case 'analysis':
      return (await readFile(ANALYSIS_SCHEMA, 'utf8')).trimEnd();
    default:
      return format satisfies never;
  }
}
