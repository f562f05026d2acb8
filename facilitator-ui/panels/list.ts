/**
 * A panel that is a table with the chosen row's particulars below it, or beside it where the
 * screen is wide. Knows: the layout. Does not know: which rows.
 */
import { chosenIndex, refsOf } from '../choice.ts';
import { beside, filled, rule, span, table, type Column } from '../layout.ts';
import { words, type Line, type Ref, type Scene, type Span } from '../scene.ts';

export type ListPanel = {
  readonly columns: (scene: Scene, width: number) => readonly Column[];
  readonly cells: (scene: Scene, ref: Ref, width: number) => readonly Span[];
  /** Everything about the row, most important first. */
  readonly detail: (scene: Scene, ref: Ref, width: number) => readonly Line[];
  /** What the list shows, where that is not everything. */
  readonly title?: (scene: Scene) => string;
};

/** From here on there is room for two columns of sections. */
export const WIDE = 110;
/** From here on a table keeps its titles whole with the particulars beside it. */
const WIDER = 150;

export function listPanel(scene: Scene, panel: ListPanel, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  const refs = refsOf(scene, scene.ui.panel);
  const chosen = chosenIndex(scene, refs);
  const ref = refs[chosen];
  const title = panel.title?.(scene) ?? '';
  if (!ref) {
    const which = title === '' ? '' : ` (${title})`;
    return filled([[span(`  ${words(scene).nothing}${which}`, 'dim')]], height);
  }
  const listed = (width: number, rows: number): readonly Line[] =>
    filled(
      table({
        columns: panel.columns(scene, width),
        count: refs.length,
        chosen,
        cells: (i) => panel.cells(scene, refs[i] ?? ref, width),
        width,
        height: rows,
      }),
      rows,
    );
  const place = words(scene).of(chosen + 1, refs.length);
  if (columns >= WIDER) {
    const right = Math.floor(columns * 0.4);
    const left = columns - right - 3;
    const list = [...listed(left, height - 1), rule(left, title, place)];
    return beside(list, panel.detail(scene, ref, right), { left, right }, height);
  }
  const below = Math.max(3, Math.floor(height * 0.36));
  return [
    ...listed(columns, height - below - 1),
    rule(columns, title, place),
    ...filled(panel.detail(scene, ref, columns), below),
  ];
}
