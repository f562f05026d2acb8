/** Knows: a heading with lines under it, or what to say when there are none. */
import { filled, span } from '../layout.ts';
import type { Line } from '../scene.ts';

export function section(
  heading: Line,
  lines: readonly Line[],
  empty: string,
  height: number,
): readonly Line[] {
  const body: readonly Line[] = lines.length > 0 ? lines : [[span(`  ${empty}`, 'dim')]];
  return filled([heading, ...body], height);
}
