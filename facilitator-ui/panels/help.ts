/** Every key, those that do something on this panel first. Knows: the lines. Does not know: keys' deeds. */
import type { Binding } from '../binding.ts';
import { BINDINGS, bindingsByGroup } from '../keys.ts';
import { beside, BLANK, span } from '../layout.ts';
import { reservedFor } from '../staff.ts';
import { words, type Line, type Scene } from '../scene.ts';
import { fit } from '../width.ts';
import { WIDE } from './list.ts';

export function helpLines(scene: Scene): readonly Line[] {
  const w = words(scene);
  const { columns } = scene.ui.size;
  const here = BINDINGS.filter((binding) => !binding.quiet && binding.applies(scene));
  const first = block(scene, w.search.helpHere(w.tabs[scene.ui.panel]), here);
  const blocks = bindingsByGroup().map(([group, bindings]) =>
    block(scene, w.groups[group], bindings),
  );
  if (columns < WIDE) return [first, ...blocks].flat();
  const left = Math.floor((columns - 3) / 2);
  const [one, two] = halves([first, ...blocks]);
  return beside(one, two, { left, right: columns - 3 - left }, Math.max(one.length, two.length));
}

function block(scene: Scene, title: string, bindings: readonly Binding[]): readonly Line[] {
  const w = words(scene);
  return [
    [span(` ${title}`, 'strong')],
    ...bindings.map((binding): Line => [
      span(`   ${fit(binding.shown, 8)} `, 'info'),
      span(w.longer[binding.action], binding.applies(scene) ? 'plain' : 'dim'),
      ...reserved(scene, binding),
    ]),
    BLANK,
  ];
}

/** Whose key it is, where it is somebody else's. */
function reserved(scene: Scene, binding: Binding): Line {
  const whose = reservedFor(scene, binding);
  return whose === undefined ? [] : [span(` (${whose})`, 'warn')];
}

/** In their order, the first column as long as the second or a little longer. */
function halves(blocks: readonly (readonly Line[])[]): readonly [readonly Line[], readonly Line[]] {
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  let taken = 0;
  const cut = blocks.findIndex(({ length }) => (taken += length) >= total / 2) + 1;
  return [blocks.slice(0, cut).flat(), blocks.slice(cut).flat()];
}
