/**
 * Knows: fingerprints. Does not know: of what. The one place where the pure folders touch
 * `node:crypto`; a digest is a function of its input alone, so it does not spoil their purity.
 */
import { hash } from 'node:crypto';

/** SHA-256 in hex. Of a string: of its UTF-8 bytes. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/**
 * One text for equal data, whatever order its keys were written in: keys by code unit, no spaces,
 * `undefined` left out. What JSON cannot hold becomes null, as in JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return plainJson(value);
  const data = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(data)
    .filter((key) => isData(data[key]))
    .sort() // without an argument: by UTF-16 code unit
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(data[key])}`);
  return `{${members.join(',')}}`;
}

function isData(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function plainJson(value: unknown): string {
  return isData(value) ? JSON.stringify(value) : 'null';
}
