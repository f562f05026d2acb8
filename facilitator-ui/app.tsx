/** Draws the screen's lines from within Ink and hands keys to the store. Knows: both. Decides nothing. */
import { useInput, useStdout } from 'ink';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { readKeys } from './key.ts';
import { padded } from './layout.ts';
import type { Line, Size, Span } from './scene.ts';
import { screenLines } from './screen.ts';
import type { Store } from './store.ts';
import { paint } from './tone.ts';

export function App({ store }: { readonly store: Store }): null {
  const scene = useSyncExternalStore(store.subscribe, store.scene);
  const { stdout } = useStdout();
  useEffect(() => {
    const resized = (): void => store.resize(sizeOf(stdout));
    stdout.on('resize', resized);
    return () => void stdout.off('resize', resized);
  }, [store, stdout]);
  useInput((input, pressed) => {
    for (const key of readKeys(input, pressed)) store.press(key);
  });
  useFrame(screenLines(scene), scene.ui.size.columns);
  return null;
}

/**
 * Shows the lines, whole. Ink would put each of them together anew, character by character, for every
 * frame: more than half of a core in a window of 200×60. It would also keep every text that it has
 * ever measured. So it has nothing to measure here, and a frame of nothing is none (terminal).
 */
export function useFrame(lines: readonly Line[], columns: number): void {
  const { stdout } = useStdout();
  // After Ink's own frame, which is the same empty one each time.
  useLayoutEffect(() => {
    stdout.write(lines.map((line) => padded(line, columns).map(painted).join('')).join('\n'));
  });
}

function painted({ text, tone }: Span): string {
  return paint(text, tone ?? 'plain');
}

/** A window that does not say how large it is, is taken for the usual one. */
export function sizeOf(stdout: { readonly columns?: number; readonly rows?: number }): Size {
  return { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 };
}
