/**
 * A Word document with its body, and without the traces of when and in which process it was written:
 * the same report is then the same bytes.
 * Knows: the archive, its stamps and numbers. Does not know: what it says.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const BODY = 'word/document.xml';
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The first moment that a ZIP archive can hold: 1 January 1980, 00:00. */
const TIME = 0;
const DATE = (1 << 5) | 1;
/** Some moment that is within the archive's years in every time zone; it is written over. */
const ANY = 1_000_000_000_000;

/** `filled`: puts the body into the XML of the library's skeleton. */
export function settled(skeleton: Uint8Array, filled: (xml: string) => string): Uint8Array {
  const files = unzipSync(skeleton);
  const body = files[BODY];
  if (!body) throw new Error(`The document has no ${BODY}.`);
  const whole = strToU8(filled(renumbered(strFromU8(body))));
  return stamped(zipSync({ ...files, [BODY]: whole }, { mtime: ANY }));
}

/** The library goes on counting bookmarks from one document to the next. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const number = (old: string): number => {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    numbers.set(old, numbers.size + 1);
    return numbers.size;
  };
  return xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)"/g,
      (_, start: string, old: string) => `${start}${number(old)}"`,
    )
    .replace(
      /(\bw:(?:name|anchor)="_Toc|<w:instrText[^>]*> ?PAGEREF _Toc)(\d+)/g,
      (_, start: string, old: string) => `${start}${number(old)}`,
    );
}

/** Changes `bytes`, an archive without a comment. */
function stamped(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.byteLength - 22;
  if (view.getUint32(end, true) !== END) throw new Error('The archive does not end here.');
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('The archive has no entry here.');
    for (const place of [at + 12, view.getUint32(at + 42, true) + 10]) {
      view.setUint16(place, TIME, true);
      view.setUint16(place + 2, DATE, true);
    }
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return bytes;
}
