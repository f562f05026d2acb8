/**
 * What a planner can wish for in a new scenario: each answer read, or what is wrong with it.
 * Knows: forms and defaults. Does not know: whether it was typed at a question or given as an option.
 */
import { join } from 'node:path';
import type { Lang } from '../engine/index.ts';
import { isScenarioId, nearestId, readStart } from '../engine/scenario/derive.ts';
import { KINDS, type Kind } from '../engine/scenario/schema.ts';
import { LANGS } from '../engine/scenario/text.ts';
import { isFree, type Template } from './template.ts';
import type { CliText } from './text.ts';

/** What was meant, or a sentence on why it cannot be. */
export type Read<T> = { readonly value: T } | { readonly error: string };

const LONGEST_TITLE = 200;

export async function readName(
  given: string,
  into: string,
  { create }: CliText,
): Promise<Read<string>> {
  if (/[\\/]/.test(given) || given === '.' || given === '..') {
    return { error: create.pathInName(given) };
  }
  if (!isScenarioId(given)) return { error: create.badName(given, nearestId(given)) };
  const target = join(into, given);
  return (await isFree(target)) ? { value: given } : { error: create.taken(target) };
}

/** By its name, or by its number in the list. */
export function readTemplate(
  given: string,
  templates: readonly Template[],
  { create }: CliText,
): Read<Template> {
  const value = templates.find(({ name }, i) => given === name || given === String(i + 1));
  if (value) return { value };
  return { error: create.noTemplate(given, templates.map(({ name }) => name).join(', ')) };
}

export function readTitle(given: string, { create }: CliText): Read<string> {
  const fits = given.length > 0 && given.length <= LONGEST_TITLE && !/[\p{Cc}\p{Cf}]/u.test(given);
  return fits ? { value: given } : { error: create.badTitle(LONGEST_TITLE) };
}

/** By its word in the language, or by its number in the list. */
export function readKind(given: string, { create }: CliText): Read<Kind> {
  const value = KINDS.find((kind, i) => given === kind || given === String(i + 1));
  return value ? { value } : { error: create.badKind(given, KINDS.join(', ')) };
}

export function readMoment(given: string, { head }: Template, { create }: CliText): Read<string> {
  const zone = head.starts.split(/\s+/).at(-1) ?? 'Europe/Copenhagen';
  const value = readStart(given, zone);
  return value === undefined ? { error: create.badStart(given) } : { value };
}

/** `da`, `en` or both. Nothing but the blank one can speak a language it was not written in. */
export function readLanguages(
  given: string,
  spoken: readonly Lang[],
  { create }: CliText,
): Read<readonly Lang[]> {
  const words = given.split(/[\s,]+/).filter((word) => word !== '');
  const value = LANGS.filter((lang) => words.includes(lang));
  const known = words.every((word) => LANGS.some((lang) => lang === word));
  if (value.length === 0 || !known) return { error: create.badLanguages(given) };
  const missing = value.filter((lang) => !spoken.includes(lang));
  return missing.length === 0 ? { value } : { error: create.notSpoken(missing.join(', ')) };
}
