/** Knows: that every key has a meaning, an example and, some of them, a default. */
import type { KeyPath } from './path.ts';

/** What each key means, in one language: one or two sentences of Markdown. */
export type Meanings = Readonly<Record<KeyPath, string>>;
