/**
 * An order about several injects at once: `14,16,20-22`. Knows: which they are. Does not know: what
 * is done to them (several), or orders about one (order, msel).
 */
import type { ControlInjectRow } from '../../engine/exercise/rows.ts';
import type { Ordered } from '../ordered.ts';
import { injects } from '../rows.ts';
import { words, type Scene } from '../scene.ts';
import type { Step } from '../step.ts';
import { firstList } from '../typed.ts';

type Rows = readonly ControlInjectRow[];
type Reader = (scene: Scene, rest: string) => Ordered;

/** `one`: what the order means where it names a single inject. `bare`: nothing comes after the numbers. */
export function orSeveral(
  one: Reader,
  go: (scene: Scene, rows: Rows, rest: string) => Step,
  bare = false,
): Reader {
  return (scene, text) => {
    const found = firstList(text, bare);
    if (!found) return one(scene, text);
    const all = injects(scene.view, 'all');
    const within = ({ number }: ControlInjectRow, { from, to }: (typeof found.list)[number]) =>
      from <= number && number <= to;
    const unknown = found.list.find((part) => !all.some((row) => within(row, part)));
    if (unknown) return { type: 'say', text: words(scene).orders.noSuch(unknown.word) };
    const rows = all.filter((row) => found.list.some((part) => within(row, part)));
    return ordered(scene, go(scene, rows, found.rest));
  };
}

function ordered(scene: Scene, step: Step): Ordered {
  switch (step.type) {
    case 'confirm':
    case 'errand':
      return step;
    case 'notice':
      return { type: 'say', text: step.text };
    default:
      return { type: 'say', text: words(scene).notAllowedYet };
  }
}
