/** The keys of pacing. Knows: when each applies. Does not know: what it does (conduct). */
import type { Binding } from './binding.ts';
import type { Scene } from './scene.ts';
import { byTurns, held, steered, underway } from './status.ts';

const somewhere = (scene: Scene): boolean =>
  steered(scene) && Object.values(scene.view.phases ?? {}).some((row) => row.current);

const conduct = { group: 'conduct' } as const;

/** What one turn by turn needs before all else. */
export const TURN_BINDING: Binding = {
  ...conduct,
  action: 'turn',
  keys: ['n'],
  shown: 'n',
  applies: byTurns,
};

export const PACING_BINDINGS: readonly Binding[] = [
  {
    ...conduct,
    action: 'real',
    keys: ['!'],
    shown: '!',
    applies: (s) => underway(s) && held(s) !== 'real',
  },
  { ...conduct, action: 'halt', keys: ['P'], shown: 'P', applies: underway },
  { ...conduct, action: 'adjust', keys: ['F'], shown: 'F', applies: somewhere },
  { ...conduct, action: 'shift', keys: ['S'], shown: 'S', applies: steered },
];
