/** Draws the screen's lines with Ink and hands keys to the store. Knows: both. Decides nothing. */
import { Box, Text, useInput, useStdout } from 'ink';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { readKeys } from './key.ts';
import { padded } from './layout.ts';
import type { Line, Size } from './scene.ts';
import { screenLines } from './screen.ts';
import type { Store } from './store.ts';
import { lookOf } from './tone.ts';

export function App({ store }: { readonly store: Store }): ReactElement {
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
  const { columns } = scene.ui.size;
  return (
    <Box flexDirection="column" width={columns}>
      {screenLines(scene).map((line, i) => (
        <Row key={i} line={line} width={columns} />
      ))}
    </Box>
  );
}

function Row({ line, width }: { readonly line: Line; readonly width: number }): ReactElement {
  return (
    <Text wrap="truncate">
      {padded(line, width).map((span, i) => (
        <Text key={i} {...lookOf(span.tone ?? 'plain')}>
          {span.text}
        </Text>
      ))}
    </Text>
  );
}

/** A window that does not say how large it is, is taken for the usual one. */
export function sizeOf(stdout: { readonly columns?: number; readonly rows?: number }): Size {
  return { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 };
}
