/** The console as it is used: keys go in, lines come out. Knows: the store. Does not know: Ink. */
import type { Key } from '../../facilitator-ui/key.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore, type Store, type StoreOptions } from '../../facilitator-ui/store.ts';
import { handTimer, settled, type FakeClient } from './support.ts';

const SPECIAL =
  /^(up|down|left|right|pageup|pagedown|home|end|return|escape|tab|shift\+tab|backspace|ctrl\+.)$/;

export const keyOf = (name: string): Key => ({ name, text: SPECIAL.test(name) ? '' : name });

export type Console = {
  readonly client: FakeClient;
  readonly store: Store;
  readonly timer: ReturnType<typeof handTimer>;
  /** A key by its name, or a text at once. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Letter by letter. */
  readonly type: (text: string) => Promise<void>;
  readonly lines: () => readonly string[];
  readonly screen: () => string;
};

type Options = Partial<Omit<StoreOptions, 'client'>> & {
  readonly columns?: number;
  readonly rows?: number;
};

export function openConsole(client: FakeClient, options: Options = {}): Console {
  const { columns = 100, rows = 40, ...more } = options;
  const timer = handTimer();
  const store = createStore({
    ...{ lang: 'da', size: { columns, rows }, left: () => undefined },
    after: timer.after,
    ...more,
    client,
  });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) store.press(keyOf(key));
    await settled();
  };
  const lines = (): readonly string[] =>
    screenLines(store.scene()).map((line) => line.map(({ text }) => text).join(''));
  return {
    ...{ client, store, timer, press, lines },
    type: (text) => press(...Array.from(text)),
    screen: () => lines().join('\n'),
  };
}
