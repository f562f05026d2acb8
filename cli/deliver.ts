/** Where a command's text goes: to the screen, or into a file. Knows: streams, files. Does not know: the text. */
import { writeFile } from 'node:fs/promises';
import { EXIT, type ExitCode, type Terminal } from './output.ts';

/** `out` absent or `-`: the screen. A file is its owner's alone to read. */
export async function deliver(
  content: string,
  out: string | undefined,
  { text, say }: Terminal,
): Promise<ExitCode> {
  if (out === undefined || out === '-') {
    process.stdout.write(content);
    return EXIT.fine;
  }
  await writeFile(out, content, { mode: 0o600 });
  say(text.written(out));
  return EXIT.fine;
}
