/**
 * Makes text from outside harmless for the place it is written to: a page, Markdown, a cell, JSON.
 * Knows: what each place obeys. Does not know: what the text says.
 */

/* Sequences a terminal obeys: CSI, then OSC/DCS/PM/APC with their payload, then any other escape. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/** Controls, marks that turn the writing direction, invisible tags. Tab and newline are handled apart. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** As most sentences are: nothing in them acts, and no space at their ends. Most text is only looked at. */
const ORDINARY =
  /^(?![ \u00a0])[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201f\u2022\u2026\u2190-\u21ff\u2212\u25a0-\u25ff\u2610\u2713]*(?<![ \u00a0])$/;

/** Text without anything that acts: one line unless `lines` says that line breaks mean something. */
export function plain(text: string, lines = false): string {
  if (ORDINARY.test(text) && !text.includes('  ')) return text;
  const clean = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(SEQUENCES, '')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  return lines ? clean.replace(/\t/g, ' ') : clean.replace(/[^\S\u00a0]+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(text: string): string {
  return plain(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

const CHARACTERS = new Map(Object.entries(ENTITIES).map(([c, entity]) => [entity, c]));

/** What a drawing says, from how it is written: named entities of ours, and any by its number. */
export const unescaped = (source: string): string =>
  source.replace(/&(?:#(\d+)|\w+);/g, (entity, code: string | undefined) =>
    code === undefined
      ? (CHARACTERS.get(entity) ?? entity)
      : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  );

/**
 * Every character that Markdown could obey, escaped or as an entity. An address is broken up too, so
 * that a renderer which links bare addresses does not make a link of what a participant wrote.
 */
export function markdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replace(/[&<>]/g, (c) => ENTITIES[c] ?? c)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
    .replace(/@/g, '&#64;');
}

/** A cell that a spreadsheet takes for text, never for a formula; quoted as RFC 4180 asks. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const clean = plain(harmless, true);
  const safe = /^\s*[=+\-@]/.test(clean) ? `'${clean}` : clean;
  return /[",\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** JSON keeps its text whole; what a terminal or an editor might obey is written as \u escapes. */
export function jsonText(value: unknown): string {
  return unseen(JSON.stringify(value, undefined, 2));
}

/** The same on one line. */
export const jsonLine = (value: unknown): string => unseen(JSON.stringify(value));

function unseen(json: string): string {
  return json.replace(INVISIBLE, (c) =>
    [...Array(c.length).keys()]
      .map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
