/**
 * A ZIP archive with one of its files written anew, and no trace of when: every entry is of the same moment.
 * Knows: the archive's records. Does not know: what its files say.
 */
import { strFromU8, unzipSync } from 'fflate';
import { concatenated } from '../bytes.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The length of the last record, and of those of a file before its name: in the list, and beside its data. */
const LENGTH = { end: 22, entry: 46, head: 30 } as const;
/** The first moment that a ZIP archive can hold: 1 January 1980, 00:00. */
const TIME = 0;
const DATE = (1 << 5) | 1;

type Packed = { readonly crc: number; readonly size: number; readonly data: Uint8Array };
/** `entry`: its record in the list; `head`: that beside its data. */
type File = Packed & {
  readonly name: string;
  readonly entry: Uint8Array<ArrayBuffer>;
  readonly head: Uint8Array<ArrayBuffer>;
};

/** `write`: its content, in pieces. `archive`: without a comment, its files beside each other. Throws when it is not, or `name` is not in it. */
export async function rewritten(
  archive: Uint8Array,
  name: string,
  write: (text: string) => readonly Uint8Array[],
): Promise<Uint8Array> {
  const old = unzipSync(archive, { filter: (file) => file.name === name })[name];
  if (!old) throw new Error(`The archive has no ${name}.`);
  const packed = await packedOf(concatenated(write(strFromU8(old))));
  const files = filesOf(archive).map((file) =>
    file.name === name ? { ...file, ...packed } : file,
  );
  return joined(files, archive.slice(-LENGTH.end));
}

/**
 * The runtime's own compression, many times as fast as any in JavaScript. Its gzip has the check sum
 * that ZIP wants, after ten bytes of its own and the data.
 */
async function packedOf(bytes: Uint8Array<ArrayBuffer>): Promise<Packed> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const [whole] = await Promise.all([
    collected(readable),
    writer.write(bytes).then(() => writer.close()),
  ]);
  const tail = whole.length - 8;
  return {
    data: whole.subarray(10, tail),
    crc: viewOf(whole).getUint32(tail, true),
    size: bytes.length,
  };
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return concatenated(chunks);
}

function filesOf(archive: Uint8Array): readonly File[] {
  const view = viewOf(archive);
  const end = archive.length - LENGTH.end;
  if (view.getUint32(end, true) !== END) throw new Error('The archive does not end here.');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('The archive has no entry here.');
    const named = LENGTH.entry + view.getUint16(at + 28, true);
    const next = at + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const start = view.getUint32(at + 42, true);
    const data =
      start + LENGTH.head + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const file = {
      name: strFromU8(archive.subarray(at + LENGTH.entry, at + named)),
      entry: archive.slice(at, next),
      head: archive.slice(start, data),
      data: archive.subarray(data, data + view.getUint32(at + 20, true)),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
    };
    at = next;
    return file;
  });
}

/** Changes the records. */
function joined(files: readonly File[], end: Uint8Array<ArrayBuffer>): Uint8Array {
  let start = 0;
  for (const { entry, head, ...packed } of files) {
    describe(entry, 12, packed);
    describe(head, 10, packed);
    viewOf(entry).setUint32(42, start, true);
    start += head.length + packed.data.length;
  }
  viewOf(end).setUint32(16, start, true);
  const all = files.flatMap(({ head, data }) => [head, data]);
  return concatenated([...all, ...files.map(({ entry }) => entry), end]);
}

/** Both records say the same, one after the other: the moment, the check sum, the lengths. */
function describe(record: Uint8Array<ArrayBuffer>, at: number, { crc, data, size }: Packed): void {
  const view = viewOf(record);
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
  [crc, data.length, size].forEach((value, i) => view.setUint32(at + 4 * (i + 1), value, true));
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
