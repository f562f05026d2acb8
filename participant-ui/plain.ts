/**
 * Text that others wrote, made fit to show. Knows: which characters can mislead a reader by turning
 * the direction of writing, hiding or overwriting. Does not know: HTML (Preact escapes it).
 */

/** C0 and C1 controls but tab and line feed, bidi controls, invisible spaces, and tag characters. */
const MISLEADING =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** The text without what could mislead, and with one kind of line end. */
export function plain(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(MISLEADING, '');
}

/** The same on one line: titles, names. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
