/**
 * The keys of the script for several injects at once. Knows: where each of them applies. Does not
 * know: which injects are marked (marks), or what is done to them (several).
 */
import { hasMarks, markedInjects } from './marks.ts';
import { words, type Scene } from './scene.ts';
import type { SeveralAction } from './several.ts';
import { during, held, steered } from './status.ts';

/** One row of the table of keys. */
type MarkBinding = {
  readonly action: 'pick' | 'pickAll' | SeveralAction;
  readonly keys: readonly string[];
  readonly shown: string;
  readonly group: 'injects';
  readonly applies: (scene: Scene) => boolean;
};

const group = 'injects';
const beforeEnd = (scene: Scene): boolean =>
  held(scene) !== 'real' && during('planned', 'running', 'paused')(scene);
const onScript = (scene: Scene): boolean => scene.ui.panel === 'injects' && beforeEnd(scene);
const marked = (scene: Scene): boolean => hasMarks(scene) && beforeEnd(scene);
const somePlanned = (scene: Scene): boolean =>
  markedInjects(scene).some(({ status }) => status === 'planned');

/** Where injects are marked, the keys mean all of them; the keys for the chosen one stand back. */
export const MARK_BINDINGS: readonly MarkBinding[] = [
  { action: 'pick', keys: ['v', ' '], shown: 'v', group, applies: onScript },
  { action: 'pickAll', keys: ['V'], shown: 'V', group, applies: onScript },
  {
    action: 'releaseAll',
    keys: ['r'],
    shown: 'r',
    group,
    applies: (s) => marked(s) && steered(s),
  },
  {
    action: 'holdAll',
    keys: ['h'],
    shown: 'h',
    group,
    applies: (s) => marked(s) && somePlanned(s),
  },
  {
    action: 'unholdAll',
    keys: ['h'],
    shown: 'h',
    group,
    applies: (s) => marked(s) && !somePlanned(s),
  },
  { action: 'skipAll', keys: ['x'], shown: 'x', group, applies: marked },
  { action: 'moveAll', keys: ['u'], shown: 'u', group, applies: marked },
];

/** What the same keys do to the chosen row alone. */
const ALONE: readonly string[] = [
  'release',
  'hold',
  'unhold',
  'skip',
  'repeat',
  'reschedule',
  'ask',
  'drop',
];

/** Why a key does nothing, where that is because of what is marked, or is not. */
export function whyNotMarked(
  scene: Scene,
  { action }: { readonly action: string },
): string | undefined {
  const w = words(scene).script.several;
  if (scene.ui.panel !== 'injects') return undefined;
  const all = MARK_BINDINGS.find((binding) => binding.action === action);
  if (all && all.action !== 'pick' && all.action !== 'pickAll' && !hasMarks(scene)) {
    return w.noMarks;
  }
  return ALONE.includes(action) && hasMarks(scene) ? w.marksFirst : undefined;
}

/** A key never means the chosen row where it could mean the marked ones. */
export function standingBack<
  B extends { readonly action: string; readonly applies: (scene: Scene) => boolean },
>(binding: B): B {
  if (!ALONE.includes(binding.action)) return binding;
  return { ...binding, applies: (scene) => !hasMarks(scene) && binding.applies(scene) };
}
