/** Attachments: what they are called, and that nothing is handed over as something that can run. */
import { describe, expect, it } from 'vitest';
import type { FileRow } from '../../engine/exercise/rows.ts';
import { ATTACHMENT_TYPES } from '../../engine/scenario/attachment.ts';
import { fileKind, fileName, isPicture, safeType, sizeOf } from '../../participant-ui/file.ts';
import { words } from './words.ts';

const file = (change: Partial<FileRow> = {}): FileRow => ({
  name: 'a.png',
  type: 'image/png',
  bytes: 1_240_000,
  digest: '0'.repeat(64),
  ...change,
});

describe('attachments', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1,0 MB'],
    [5 * 1024 * 1024, '5,2 MB'],
  ])('%i bytes are said as %s', (bytes, said) => {
    expect(sizeOf(bytes, words('da'))).toBe(said);
  });

  it('are told by kind and size in the reader’s language', () => {
    expect(fileKind(file(), words('da'))).toBe('PNG-billede, 1,2 MB');
    expect(fileKind(file(), words('en'))).toBe('PNG image, 1.2 MB');
  });

  it('have a word for every kind there is', () => {
    for (const type of Object.values(ATTACHMENT_TYPES)) {
      for (const lang of ['da', 'en'] as const) {
        expect(fileKind(file({ type }), words(lang))).toMatch(/^\p{L}/u);
      }
    }
  });

  it('lose their folders and what could mislead', () => {
    expect(fileName(file({ name: 'skærme/\u202Egnp.exe' }))).toBe('gnp.exe');
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/csv', 'TEXT/HTML', ''])(
    '%s is handed over as text',
    (type) => {
      expect(safeType(type)).toBe('text/plain;charset=utf-8');
      expect(isPicture(file({ type: type as FileRow['type'] }))).toBe(false);
    },
  );

  it('pictures and PDF keep their kind', () => {
    for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']) {
      expect(safeType(type)).toBe(type);
    }
  });
});
