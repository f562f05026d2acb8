/** What a key is bound to. Knows: shapes. Does not know: any key (keys). */
import type { Scene } from './scene.ts';
import type { Catalogue } from './text.ts';

export type Action = keyof Catalogue['actions'];
export type Group = keyof Catalogue['groups'];
export type Binding = {
  readonly action: Action;
  readonly keys: readonly string[];
  /** How the key is written on the screen. */
  readonly shown: string;
  readonly group: Group;
  readonly applies: (scene: Scene) => boolean;
  /** Left out of the key line: everybody finds it, or the help is enough. */
  readonly quiet?: boolean;
};
