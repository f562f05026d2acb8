/**
 * Knows: the secrets in links. Does not know: what they open, or for whom. Only hashes are stored:
 * whoever reads the roster's file cannot sit down in anybody's chair.
 */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../plan/digest.ts';
import { CODE_ALPHABET, CODE_LENGTH } from './code.ts';

/** 192 random bits, which is why one plain SHA-256 is enough to store them by. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function hashToken(token: string): string {
  return sha256(token);
}

/** Whether `hash` is the token's. Takes the same time wherever they differ. */
export function matches(token: string, hash: string): boolean {
  const mine = Buffer.from(hashToken(token), 'utf8');
  const stored = Buffer.from(hash, 'utf8');
  return mine.length === stored.length && timingSafeEqual(mine, stored);
}

export function newCode(): string {
  return Array.from(
    { length: CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  ).join('');
}

/**
 * A code has 28 bits, which SHA-256 would give away within a second. At 50 ms a try, all of them
 * take somebody with the roster's file five months of computing.
 */
export function hashCode(code: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}
