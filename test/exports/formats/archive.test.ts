/** A file within an archive written anew, and everything else as it was. */
import { randomBytes } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { rewritten } from '../../../exports/formats/docx/archive.ts';

const random = new Uint8Array(randomBytes(60_000));
const files = { 'a.bin': random, 'å/b.xml': strToU8('before'), 'c.xml': strToU8('æøå') };
const archive = zipSync(files, { mtime: '2026-11-23T08:30:00' });
/** Longer than one chunk of the compressor, and no repetition. */
const long = [...random].map((byte) => String.fromCharCode(0x100 + byte)).join('');

test('reads again as what was written', async () => {
  const bytes = await rewritten(archive, 'å/b.xml', (text) => [
    strToU8(`${text}, then `),
    strToU8(long),
  ]);
  const read = unzipSync(bytes);
  expect(Object.keys(read)).toEqual(Object.keys(files));
  expect(random.every((byte, i) => read['a.bin']?.[i] === byte)).toBe(true);
  expect(strFromU8(read['c.xml'] ?? new Uint8Array())).toBe('æøå');
  expect(strFromU8(read['å/b.xml'] ?? new Uint8Array())).toBe(`before, then ${long}`);
});

test('does not say when it was written', async () => {
  const later = zipSync(files, { mtime: '2031-01-01T00:00:00' });
  const write = (): readonly Uint8Array[] => [strToU8('after')];
  const [one, other] = [
    await rewritten(archive, 'c.xml', write),
    await rewritten(later, 'c.xml', write),
  ];
  expect(Buffer.compare(later, archive)).not.toBe(0);
  expect(Buffer.compare(one, other)).toBe(0);
});

test('has the file, or says so', async () => {
  const same = (text: string): readonly Uint8Array[] => [strToU8(text)];
  await expect(rewritten(archive, 'd.xml', same)).rejects.toThrow('no d.xml');
  const more = new Uint8Array([...archive, 0]);
  await expect(rewritten(more, 'c.xml', same)).rejects.toThrow('end here');
});
