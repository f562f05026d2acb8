/** The palette: what is typed, and what fits it. Knows: the lines. Does not know: what fits (palette). */
import { padded, rows, rule, span } from '../layout.ts';
import { itemsOf, whyGrey, type Item, type Palette } from '../palette.ts';
import { words, type Line, type Scene } from '../scene.ts';
import { cut, fit } from '../width.ts';

const KEY = 9;
const NAME = 26;

export function paletteLines(scene: Scene, palette: Palette, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  const w = words(scene).search;
  const items = itemsOf(scene, palette.query);
  const list = { count: items.length, chosen: palette.at, width: columns, height: height - 3 };
  return [
    rule(columns, w.paletteTitle, w.paletteKeys),
    [span('  > ', 'info'), span(palette.query, 'strong'), span('▏', 'info')],
    ...(items.length === 0 ? [[span(`  ${w.paletteNone}`, 'dim')]] : []),
    ...rows(list, (i) => itemLine(scene, items[i], columns - 2)),
  ];
}

function itemLine(scene: Scene, item: Item | undefined, width: number): Line {
  const w = words(scene).search;
  switch (item?.type) {
    case undefined:
      return [];
    case 'action': {
      const { binding, applies, name, note } = item;
      const key = [span(fit(binding.shown, KEY), applies ? 'info' : 'dim')];
      const called = span(fit(name, NAME), applies ? 'strong' : 'dim');
      if (applies) return [...key, called, span(cut(` ${note}`, width - KEY - NAME))];
      const why = ` ✗ ${whyGrey(scene, binding)}. ${note}`;
      return [...key, called, span(cut(why, width - KEY - NAME), 'dim')];
    }
    case 'panel':
    case 'row':
      return padded(
        [
          span(fit(w.goesTo, KEY), 'dim'),
          span(cut(item.name, width - KEY - 20)),
          span(`  ${item.note}`, 'dim'),
        ],
        width,
      );
    case 'step':
      return [span(fit(w.goesTo, KEY), 'dim'), span(cut(item.name, width - KEY), 'strong')];
    default:
      return item satisfies never;
  }
}
