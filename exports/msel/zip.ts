/**
 * What a ZIP archive says of itself, before anything of it is unpacked. Knows: its central
 * directory. Does not know: how to unpack, or what the files are.
 */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const SMALLEST_END = 22;
const LONGEST_COMMENT = 65_535;
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;
const STORED = 0;
/** What nothing at all is packed to. */
const PACKED_NOTHING = 2;
/** A size that stands elsewhere: archives above 4 GiB. */
const ELSEWHERE = 0xffffffff;

/**
 * The size of everything in it, unpacked, counted once for each entry even where entries share
 * their bytes. Entries that do not state their sizes are not to be trusted: `no-zip`.
 * An office file with a password is no ZIP, but one that begins like the old formats.
 */
export function inspect(bytes: Uint8Array): number | 'no-zip' | 'encrypted' {
  if (OLE.every((byte, i) => bytes[i] === byte)) return 'encrypted';
  if (bytes.length < SMALLEST_END) return 'no-zip';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return 'no-zip';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'no-zip';
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    if (packed === ELSEWHERE || size === ELSEWHERE) return 'no-zip';
    if (method === STORED ? packed !== size : size === 0 && packed > PACKED_NOTHING)
      return 'no-zip';
    if (method !== STORED && packed === 0 && size > 0) return 'no-zip';
    total += size;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return total;
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - SMALLEST_END - LONGEST_COMMENT);
  for (let at = view.byteLength - SMALLEST_END; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
