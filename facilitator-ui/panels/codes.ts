/** Codes to say aloud, and links on demand. Knows: the lines. Does not know: how long they stay. */
import { waysIn } from '../doors.ts';
import { BLANK, paragraph, span } from '../layout.ts';
import { words, type Line, type Overlay, type Scene } from '../scene.ts';
import { cut } from '../width.ts';

export function codesLines(
  scene: Scene,
  { rows, links }: Extract<Overlay, { readonly type: 'codes' }>,
): readonly Line[] {
  const w = words(scene).doors;
  const { columns } = scene.ui.size;
  return [
    ...paragraph(`! ${w.visible}`, columns - 2, 'warn', 1),
    ...waysIn(scene, rows).flatMap(({ name, code, link, under }): readonly Line[] => [
      ...(under ? [] : [BLANK]),
      [
        span(` ${code}`, 'strong'),
        span(
          cut(`  ${under ? '  ' : ''}${name}`, columns - code.length - 2),
          under ? 'plain' : 'info',
        ),
      ],
      // Broken over lines rather than cut: a link that is cut leads nowhere.
      ...(links && link !== undefined ? paragraph(link, columns - 12, 'dim', 10) : []),
    ]),
  ];
}
