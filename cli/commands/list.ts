/** `beredt list`: the exercises in the data folder. */
import { say as inLang } from '../../engine/index.ts';
import { openLibrary } from '../../engine/runtime/library.ts';
import { EXIT, type ExitCode, type Terminal } from '../output.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';

export async function list(
  options: { readonly data: string },
  { lang, text, say }: Terminal,
): Promise<ExitCode> {
  const rows = (await openLibrary(options.data)).exercises();
  if (rows.length === 0) say(text.noExercises);
  for (const { createdAt, status, title, folder } of rows) {
    const when = createdAt.slice(0, 16).replace('T', ' ');
    const cells = [when, text.status[status].padEnd(10), inLang(title, lang), folder];
    say(cells.map(plainText).join('  '));
  }
  return EXIT.fine;
}
