/**
 * Attachments in words, and as what they are handed to the browser. Knows: kinds and sizes.
 * Does not know: where they are fetched.
 */
import type { FileRow } from '../engine/exercise/rows.ts';
import { plainLine } from './plain.ts';
import type { Words } from './text.ts';

/** The name without the folders above it. */
export function fileName({ name }: FileRow): string {
  return plainLine(name.slice(name.lastIndexOf('/') + 1));
}

export function isPicture({ type }: FileRow): boolean {
  return safeType(type).startsWith('image/');
}

/** Read in the page: text, and tables as text. */
export function isText({ type }: FileRow): boolean {
  return type === 'text/plain' || type === 'text/csv';
}

const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * What the browser is told that the content is: a picture, a PDF, or text. Whatever else a host
 * may say is text, which runs nothing.
 */
export function safeType(type: string): string {
  const known = PICTURES.includes(type) || type === 'application/pdf';
  return known ? type : 'text/plain;charset=utf-8';
}

/** `PNG-billede, 1,2 MB` */
export function fileKind({ type, bytes }: FileRow, words: Words): string {
  return `${words.fileTypes[type]}, ${sizeOf(bytes, words)}`;
}

export function sizeOf(bytes: number, words: Words): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', words.decimal)} MB`;
}
