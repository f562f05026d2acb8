/** Knows: how people are named: by number, id, the beginning of a name, a whole organisation. */
import { firstWord } from '../typed.ts';
import type { Tell } from './deed.ts';
import { contacts, text, words, type Desk } from './desk.ts';

/** A role by its number among the contacts, its id, or the beginning of its name. */
export function roleOf(desk: Desk, word: string): string | undefined {
  const rows = contacts(desk);
  if (/^\d+$/.test(word)) return desk.numbers.roles.at(Number(word));
  const wanted = word.toLowerCase();
  const exact = rows.find((row) => row.id.toLowerCase() === wanted);
  if (exact) return exact.id;
  const named = rows.filter((row) => text(desk, row.name).toLowerCase().startsWith(wanted));
  return wanted !== '' && named.length === 1 ? named[0]?.id : undefined;
}

/** `@kommune`: those of an organisation whom one may reach, by its id or the beginning of its name. */
function organisation(desk: Desk, word: string): readonly string[] {
  const wanted = word.slice(1).toLowerCase();
  const rows = contacts(desk);
  const exact = rows.filter((row) => row.organisation.toLowerCase() === wanted);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const named = rows.filter((row) =>
    text(desk, row.organisationName).toLowerCase().startsWith(wanted),
  );
  const one = new Set(named.map((row) => row.organisation)).size === 1 && wanted !== '';
  return one ? named.map(({ id }) => id) : [];
}

/** Several with commas between, each once; undefined, and said, if one of them fits nobody. */
export function rolesOf(desk: Desk, word: string, tell: Tell): readonly string[] | undefined {
  // A name may have a comma of its own.
  const whole = roleOf(desk, word);
  if (whole !== undefined) return [whole];
  const roles = new Set<string>();
  for (const part of word.split(',').map((p) => p.trim())) {
    if (part === '') continue;
    const role = roleOf(desk, part);
    const found = part.startsWith('@')
      ? organisation(desk, part)
      : role === undefined
        ? []
        : [role];
    if (found.length === 0) {
      tell.refuse(words(desk).noRole(part));
      return undefined;
    }
    for (const id of found) roles.add(id);
  }
  if (roles.size === 0) tell.refuse(words(desk).needsReceiver);
  return roles.size === 0 ? undefined : [...roles];
}

/** The receivers that stand first in the line, and the words after them. */
export function receivers(
  desk: Desk,
  rest: string,
  tell: Tell,
): { readonly to: readonly string[]; readonly rest: string } | undefined {
  const { word, rest: after } = firstWord(rest);
  const to = rolesOf(desk, word, tell);
  return to && { to, rest: after };
}

/** One role, which stands first; undefined, and said, if it fits nobody. */
export function receiver(
  desk: Desk,
  rest: string,
  tell: Tell,
): { readonly to: string; readonly rest: string } | undefined {
  const { word, rest: after } = firstWord(rest);
  const to = roleOf(desk, word);
  if (to === undefined) tell.refuse(words(desk).noRole(word));
  return to === undefined ? undefined : { to, rest: after };
}
