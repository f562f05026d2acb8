/**
 * The injects that one has marked on the script, to do the same to all of them. Knows: which of them
 * can still be acted on, and in which order they stand. Does not know: what is done (several).
 */
import type { ControlInjectRow, ControlView } from '../engine/exercise/rows.ts';
import { chosenRef, refsOf } from './choice.ts';
import { injects } from './rows.ts';
import type { Scene, Ui } from './scene.ts';

/** What is out, skipped or passed over is no longer ahead: nothing here could be done to it. */
export function isAhead({ status }: Pick<ControlInjectRow, 'status'>): boolean {
  return status === 'planned' || status === 'held';
}

/** Those that still make sense; the same list where that is all of them. */
export function keptMarks(
  picked: readonly string[],
  injects: ControlView['injects'] | undefined,
): readonly string[] {
  if (!injects) return picked;
  const kept = picked.filter((id) => injects[id] && isAhead(injects[id]));
  return kept.length === picked.length ? picked : kept;
}

/** The marked ones in the script's order, whatever the list is filtered by. */
export function markedInjects({
  view,
  ui,
}: Pick<Scene, 'view' | 'ui'>): readonly ControlInjectRow[] {
  if (ui.picked.length === 0) return [];
  const picked = new Set(ui.picked);
  return injects(view, 'all').filter((row) => picked.has(row.id) && isAhead(row));
}

/** Whether the keys of the script act on the marked ones, and not on the chosen one. */
export function hasMarks(scene: Scene): boolean {
  return scene.ui.panel === 'injects' && markedInjects(scene).length > 0;
}

/** How many of the marked ones the list does not show as it is filtered now. */
export function hiddenMarks(scene: Scene): number {
  const shown = new Set(refsOf(scene, 'injects').map(({ id }) => id));
  return markedInjects(scene).filter(({ id }) => !shown.has(id)).length;
}

/** The chosen row marked, or no longer; undefined where it cannot be. */
export function toggledMark(scene: Scene): Pick<Ui, 'picked'> | undefined {
  const { picked } = scene.ui;
  const ref = chosenRef(scene);
  const row = ref?.kind === 'inject' ? scene.view.injects?.[ref.id] : undefined;
  if (!row || !isAhead(row)) return undefined;
  const { id } = row;
  return { picked: picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id] };
}

/** All that the list shows and that can be marked; where they all are, none of them any more. */
export function toggledAll(scene: Scene): Pick<Ui, 'picked'> {
  const { picked } = scene.ui;
  const rows = refsOf(scene, 'injects').flatMap(({ kind, id }) =>
    kind === 'inject' ? (scene.view.injects?.[id] ?? []) : [],
  );
  const shown = rows.filter(isAhead).map(({ id }) => id);
  const all = shown.every((id) => picked.includes(id));
  const rest = picked.filter((id) => !shown.includes(id));
  return { picked: all ? rest : [...rest, ...shown] };
}
