/** Knows: what keys do to a text with a cursor in it. Does not know: forms. */
import type { Key } from './key.ts';

export type Written = {
  readonly type: 'line' | 'text';
  readonly value: string;
  readonly cursor: number;
};

/** The text after a key; the very same value when the key meant nothing to it. */
export function pressText<W extends Written>(field: W, key: Key): W {
  const { value, cursor } = field;
  switch (key.name) {
    case 'left':
      return { ...field, cursor: Math.max(0, cursor - stepBack(value, cursor)) };
    case 'right':
      return { ...field, cursor: Math.min(value.length, cursor + stepOn(value, cursor)) };
    case 'home':
      return { ...field, cursor: lineStart(value, cursor) };
    case 'end':
      return { ...field, cursor: lineEnd(value, cursor) };
    case 'up':
    case 'down':
      return field.type === 'text' ? vertical(field, key.name === 'up' ? -1 : 1) : field;
    case 'backspace': {
      const back = stepBack(value, cursor);
      return splice(field, cursor - back, cursor, '');
    }
    case 'ctrl+u':
      return splice(field, 0, value.length, '');
    case 'return':
      return splice(field, cursor, cursor, '\n');
    default:
      return key.text === '' ? field : splice(field, cursor, cursor, typed(field, key.text));
  }
}

/** Pasted text keeps its lines in a text and loses them in a line. */
function typed(field: Written, text: string): string {
  return field.type === 'text' ? text : text.replace(/\n+/g, ' ');
}

function splice<W extends Written>(field: W, from: number, to: number, text: string): W {
  return {
    ...field,
    value: field.value.slice(0, from) + text + field.value.slice(to),
    cursor: from + text.length,
  };
}

const stepBack = (value: string, cursor: number): number =>
  Array.from(value.slice(0, cursor)).at(-1)?.length ?? 0;
const stepOn = (value: string, cursor: number): number =>
  Array.from(value.slice(cursor))[0]?.length ?? 0;

function lineStart(value: string, cursor: number): number {
  return cursor === 0 ? 0 : value.lastIndexOf('\n', cursor - 1) + 1;
}

function lineEnd(value: string, cursor: number): number {
  const end = value.indexOf('\n', cursor);
  return end === -1 ? value.length : end;
}

/** The same column, a line up or down; the field itself where there is none. */
function vertical<W extends Written>(field: W, by: -1 | 1): W {
  const { value, cursor } = field;
  const start = lineStart(value, cursor);
  const column = cursor - start;
  if (by === -1) {
    if (start === 0) return field;
    const above = lineStart(value, start - 1);
    return { ...field, cursor: Math.min(above + column, start - 1) };
  }
  const end = lineEnd(value, cursor);
  if (end === value.length) return field;
  return { ...field, cursor: Math.min(end + 1 + column, lineEnd(value, end + 1)) };
}
