import { expect, test } from 'vitest';
import { hashToken, matches, newToken } from '../../../engine/runtime/token.ts';

test('a token is 24 bytes, fit for a link, and never the same', () => {
  const tokens = Array.from({ length: 500 }, newToken);
  for (const token of tokens) {
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  }
  expect(new Set(tokens).size).toBe(500);
});

test('a hash is SHA-256 in hex', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a token matches its own hash and no other', () => {
  const token = newToken();
  const hash = hashToken(token);
  expect(matches(token, hash)).toBe(true);
  expect(matches(newToken(), hash)).toBe(false);
  expect(matches(`${token} `, hash)).toBe(false);
  expect(matches(hash, hash)).toBe(false);
});

test('what is no hash matches nothing, and does not throw', () => {
  const token = newToken();
  for (const hash of ['', token, hashToken(token).slice(1), 'æ'.repeat(64), 'æ'.repeat(32)]) {
    expect(matches(token, hash)).toBe(false);
  }
});
