/** What a language must say about events, and the pieces sentences share. Knows: no language. */
import type { EventOf, EventType } from './analysis/history.ts';
import type { Speaker } from './formats/words.ts';

export type Tell = { readonly [T in EventType]: (event: EventOf<T>, s: Speaker) => string };

export const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');
export const quoted = (s: Speaker, words: string): string => s.t.quote(words);
export const task = (s: Speaker, id: string): string => quoted(s, s.name('tasks', id));
export const decision = (s: Speaker, id: string): string => quoted(s, s.name('decisions', id));
export const role = (s: Speaker, id: string): string => s.name('roles', id);

/** A message's heading, or the beginning of its text. */
export function gist(event: EventOf<'message.sent'>): string {
  const text = event.title ?? event.body;
  // A cut in the middle of a sign outside the basic plane would leave half of it.
  return text.length > 120 ? `${text.slice(0, 119).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
