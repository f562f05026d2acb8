/**
 * Where a command's work goes: to the screen, into a file, or into a folder of files.
 * Knows: streams, files, what a spreadsheet needs to read one. Does not know: the text.
 */
import { join } from 'node:path';
import { codeOf, fill, folderAt, placeOf } from './file.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from './output.ts';

/** One file's content, or a folder's files by name. */
export type Parcel = (
  { readonly content: string | Uint8Array } | { readonly files: Readonly<Record<string, string>> }
) & {
  /** Tables for a spreadsheet. */
  readonly csv?: boolean;
  /** Holds nothing that others may not read. Otherwise a file is its owner's alone. */
  readonly open?: boolean;
};

/** Excel reads a CSV as UTF-8 only when it begins with this. Nobody else wants it. */
const BYTE_ORDER_MARK = '\ufeff';

/** `out` absent or `-`: the screen, where a folder cannot go. */
export async function deliver(
  parcel: Parcel,
  out: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  if (out !== undefined && out !== '-') {
    await put(parcel, out, terminal);
    terminal.say(terminal.text.written(out));
    return EXIT.fine;
  }
  if (!('content' in parcel)) throw new Usage(terminal.text.notOnScreen);
  process.stdout.write(parcel.content);
  return EXIT.fine;
}

/** Without saying so. What is there is replaced; what else lies in a folder stays. */
export async function put(parcel: Parcel, target: string, terminal: Terminal): Promise<void> {
  if ('content' in parcel) return putFile(parcel, target, parcel.content, terminal);
  await makeFolder(target, terminal);
  for (const [name, content] of Object.entries(parcel.files)) {
    await putFile(parcel, join(target, name), content, terminal);
  }
}

/** And those that it lies in. For files, the folder must be there: a slip of the pen makes none. */
export function makeFolder(path: string, terminal: Terminal): Promise<void> {
  return saying(path, terminal, () => folderAt(path, 0o700));
}

function putFile(
  { csv = false, open = false }: Parcel,
  path: string,
  content: string | Uint8Array,
  terminal: Terminal,
): Promise<void> {
  return saying(path, terminal, async () => {
    const place = await placeOf(path);
    const marked = csv && place.kind === 'file' && typeof content === 'string';
    await fill(place, marked ? BYTE_ORDER_MARK + content : content, open ? 0o666 : 0o600);
  });
}

/** What the disk refuses is nobody's fault in the program: it is said in the reader's language. */
async function saying(path: string, { text }: Terminal, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new Usage(text.cannotWrite(path, text.reasons[code] ?? code));
  }
}
