/**
 * Makes text from outside safe to put on a terminal.
 * Knows: what a terminal would obey. Does not know: where the text came from; all of it is hostile.
 */

/** CSI, and the string sequences (OSC, DCS, SOS, PM, APC) that are properly ended. */
const SEQUENCES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-Z\\^-~]/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, invisible format characters (bidi among them), halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** What would make an emoji's width a matter of opinion. */
const VARIANTS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u{1f3fb}-\u{1f3ff}]/gu;
/** One letter can carry two marks; towers of them paint over other lines. */
const TOWERS = /(\p{M}{2})\p{M}+/gu;
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f]*$/;

/** One line of text that moves no cursor, changes no colour and hides no direction. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(SEQUENCES, '')
    .replace(BREAKS, ' ')
    .replace(UNSEEN, '')
    .replace(VARIANTS, '')
    .normalize('NFC')
    .replace(TOWERS, '$1');
}

/** The same for a text of several lines. */
export function plainLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(plainText);
}
