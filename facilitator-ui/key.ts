/**
 * What was pressed, by name. Knows: how a terminal delivers keys, several at once when they come
 * fast. Does not know: what a key does.
 */
import { plainLines } from './sanitise.ts';

/** `name` is a special key or the character itself; `text` is what it writes, if anything. */
export type Key = { readonly name: string; readonly text: string };

/** What Ink tells of a chunk of input. */
export type Pressed = {
  readonly [flag: string]: boolean | string | undefined;
};

const SPECIAL: Readonly<Record<string, string>> = {
  upArrow: 'up',
  downArrow: 'down',
  leftArrow: 'left',
  rightArrow: 'right',
  pageUp: 'pageup',
  pageDown: 'pagedown',
  home: 'home',
  end: 'end',
  return: 'return',
  escape: 'escape',
  backspace: 'backspace',
  // Most terminals send the delete code for the backspace key, and Ink does not tell them apart.
  delete: 'backspace',
};

const special = (name: string): Key => ({ name, text: '' });

export function readKeys(input: string, pressed: Pressed): readonly Key[] {
  if (pressed['tab']) return [special(pressed['shift'] ? 'shift+tab' : 'tab')];
  const named = Object.keys(SPECIAL).find((flag) => pressed[flag]);
  if (named) return [special(SPECIAL[named] ?? named)];
  if (pressed['ctrl']) return [special(`ctrl+${input}`)];
  // Escape and a key in one chunk look like Alt and the key, which nothing here listens to.
  if (pressed['meta']) return [special('escape'), ...split(input)];
  return split(input);
}

/** A chunk of typed or pasted characters. Enter is Enter only at its end: inside it is a line. */
function split(input: string): readonly Key[] {
  const keys: Key[] = [];
  for (const piece of input.match(/[\x7f\b]|\t|[^\x7f\b\t]+/g) ?? []) {
    if (piece === '\t') keys.push(special('tab'));
    else if (piece === '\x7f' || piece === '\b') keys.push(special('backspace'));
    else keys.push(...written(piece));
  }
  return keys;
}

function written(piece: string): readonly Key[] {
  const body = piece.replace(/(?:\r\n|[\r\n])$/, '');
  const text = plainLines(body).join('\n');
  return [
    ...(text === '' ? [] : [{ name: text, text }]),
    ...(body === piece ? [] : [special('return')]),
  ];
}

/** The keys of a chunk one by one, for when each is a command. */
export function singly(key: Key): readonly Key[] {
  return key.text.length < 2 ? [key] : Array.from(key.text, (char) => ({ name: char, text: char }));
}
