/** Text from outside made harmless on a terminal: no escapes, no control, nothing that turns text. */

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** On one line: line ends and tabs become spaces, everything else that is unsafe goes. */
export function plainText(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(UNSAFE, '');
}
