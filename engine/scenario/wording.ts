/**
 * Texts, languages and dates. Knows: which texts must be there in which languages, and whether the
 * story's start can be read. Does not know: what the texts say.
 */
import type { Path } from './problem.ts';
import { isData } from './read.ts';
import { LANGS, type Lang } from './text.ts';
import { readStory } from './time.ts';
import type { Scope } from './scope.ts';

/** Texts that explain; a missing translation of the others would stop a participant. */
const ASIDES: ReadonlySet<string | number> = new Set([
  'description',
  'summary',
  'purpose',
  'briefing',
  'ambiguity',
  'notes',
  'because',
]);

export function checkWording(scope: Scope): void {
  const { located, sound } = scope;
  const languages = sound.head.languages ?? [];
  checkTexts(located.head, [], languages, scope);
  for (const [section, rows] of Object.entries(located.sections)) {
    for (const [id, row] of rows) checkTexts(row, [section, id], languages, scope);
  }
  checkStart(scope);
  checkThreatBasis(scope);
}

function checkTexts(value: unknown, path: Path, languages: readonly Lang[], scope: Scope): void {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    for (const [i, item] of list.entries()) {
      if (typeof item === 'object') checkTexts(item, [...path, i], languages, scope);
    }
  } else if (isText(value)) {
    checkText(value, path, languages, scope);
  } else if (isData(value)) {
    for (const key of Object.keys(value)) {
      const item = value[key];
      if (typeof item === 'object') checkTexts(item, [...path, key], languages, scope);
    }
  }
}

/** A map of languages and nothing else. */
function isText(value: unknown): value is { readonly [L in Lang]?: string } {
  if (!isData(value)) return false;
  const keys = Object.keys(value);
  const spoken = keys.every(
    (key) => LANGS.some((lang) => lang === key) && typeof value[key] === 'string',
  );
  return keys.length > 0 && spoken;
}

function checkText(
  text: { readonly [L in Lang]?: string },
  path: Path,
  languages: readonly Lang[],
  scope: Scope,
): void {
  for (const language of languages) {
    if (text[language] !== undefined) continue;
    const aside = ASIDES.has(path.at(-1) ?? '');
    scope.say('missing-language', path, {
      params: { language },
      severity: aside ? 'warning' : 'error',
    });
  }
}

function checkStart({ sound, say }: Scope): void {
  const { starts, length = 0 } = sound.head;
  if (starts === undefined || readStory(starts, length)) return;
  say('bad-start', ['starts'], { params: { value: starts, reason: whyNot(starts) } });
}

function whyNot(starts: string): string {
  const match = /^(\S+)[T ](\S+)\s+(\S+)$/.exec(starts.trim());
  const [, date = '', time = '', zone = ''] = match ?? [];
  const form = /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}(:\d{2})?$/.test(time);
  if (!match || !form) return 'bad-form';
  if (!readStory(`2026-01-15T12:00 ${zone}`, 0)) return 'bad-zone';
  return readStory(`${date}T${time} UTC`, 0) ? 'clock-change' : 'bad-date';
}

/** National threat assessments come every year; two years is when the picture has moved. */
function checkThreatBasis({ sound, say }: Scope): void {
  const date = sound.head['threat-basis']?.date;
  const starts = sound.head.starts;
  if (date === undefined || starts === undefined || !/^\d{4}-\d{2}-\d{2}/.test(starts)) return;
  const twoYearsOn = `${Number(date.slice(0, 4)) + 2}${date.slice(4)}`;
  if (twoYearsOn >= starts.slice(0, 10)) return;
  say('threat-basis-old', ['threat-basis', 'date'], { params: { date } });
}
