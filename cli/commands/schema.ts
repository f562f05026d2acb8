/** `beredt schema`: what an editor needs to complete and check a scenario while it is written. */
import { writeFile } from 'node:fs/promises';
import { jsonSchema } from '../../engine/index.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { loadCatalogue } from '../scenario.ts';

export async function schema(
  options: { readonly out?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const content = JSON.stringify(jsonSchema(await loadCatalogue(terminal)), null, 2);
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
