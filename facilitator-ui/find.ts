/** Knows: which row of a panel has some words in it. Does not know: keys, or what is drawn. */
import { chosenIndex, refsOf } from './choice.ts';
import { listOf } from './panels/all.ts';
import { plainText } from './sanitise.ts';
import type { Ref, Scene } from './scene.ts';

/** As wide as tables come, so that no column is left out of the search. */
const WIDTH = 400;

/** The next row after the chosen one that says `words`, round from the end to the beginning. */
export function found(scene: Scene, words: string): Ref | undefined {
  const list = listOf(scene.ui.panel);
  const refs = refsOf(scene, scene.ui.panel);
  const wanted = words.toLowerCase();
  const says = (ref: Ref): boolean =>
    (list?.cells(scene, ref, WIDTH) ?? []).some(({ text }) =>
      plainText(text).toLowerCase().includes(wanted),
    );
  const after = chosenIndex(scene, refs) + 1;
  return [...refs.slice(after), ...refs.slice(0, after)].find(says);
}
