/** `beredt report`: the after-action report, from the journal alone, in one form or in all. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDay } from '../../exports/formats/ical/ical.ts';
import { FORMATS, render, type Format, type Written } from '../documents.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readJournal } from '../reading.ts';

export type ReportOptions = {
  readonly format: string;
  readonly out?: string;
  readonly due?: string;
};

export async function report(
  folder: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say, lang } = terminal;
  const formats = formatsOf(options, terminal);
  const { out, due } = options;
  const all = options.format === 'all';
  const wish = {
    journal: await readJournal(folder),
    lang,
    text,
    ...(due !== undefined && { due }),
  };
  const home = all ? (out ?? join(folder, `report-${lang}`)) : folder;
  for (const format of formats) {
    const written = await render(format, wish);
    if (!all && out === '-' && 'content' in written) {
      process.stdout.write(written.content);
      return EXIT.fine;
    }
    const target = all ? join(home, written.name) : (out ?? join(folder, written.name));
    await put(target, written);
    say(text.written(target));
  }
  return EXIT.fine;
}

/** Everything at once leaves out the calendar where there is no deadline to put in it. */
function formatsOf({ format, due }: ReportOptions, { text }: Terminal): readonly Format[] {
  if (due !== undefined && !isDay(due)) throw new Usage(text.badDue(due));
  if (format === 'all') return FORMATS.filter((each) => each !== 'ical' || due !== undefined);
  const found = FORMATS.find((known) => known === format);
  if (!found) throw new Usage(text.badFormat(format, [...FORMATS, 'all'].join(', ')));
  if (found === 'ical' && due === undefined) throw new Usage(text.noDue);
  if (due !== undefined && found !== 'ical') throw new Usage(text.optionFits('--due', 'ical, all'));
  return [found];
}

async function put(target: string, written: Written): Promise<void> {
  if ('content' in written) {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, written.content, { mode: 0o600 });
    return;
  }
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(written.files)) {
    await writeFile(join(target, name), content, { mode: 0o600 });
  }
}
