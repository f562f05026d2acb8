/** `beredt schema`: the language, for an editor (JSON Schema) or for a reader (the reference). */
import { writeFile } from 'node:fs/promises';
import { jsonSchema, referencePage } from '../../engine/index.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { loadCatalogue } from '../scenario.ts';

const FORMATS = ['json', 'reference'] as const;

export async function schema(
  options: { readonly out?: string; readonly format: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(terminal.text.badFormat(options.format, FORMATS.join(', ')));
  const content =
    format === 'json'
      ? JSON.stringify(jsonSchema(await loadCatalogue(terminal)), null, 2)
      : referencePage(terminal.lang).trimEnd();
  const { out = '-' } = options;
  if (out === '-') {
    terminal.say(content);
    return EXIT.fine;
  }
  try {
    await writeFile(out, `${content}\n`);
  } catch (error) {
    const { code = 'ERR' } = error as NodeJS.ErrnoException;
    throw new Usage(terminal.text.cannotWrite(out, code));
  }
  terminal.say(terminal.text.written(out));
  return EXIT.fine;
}
