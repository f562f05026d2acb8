/**
 * Updates as bytes, each row encoded once however many receive it. Knows: JSON.
 * Does not know: receivers.
 */
import type { Put } from '../exercise/rows.ts';

export type Encoder = {
  /** The frame of an `update`. Equal frames are the same buffer until `forget`. */
  readonly update: (seq: number, puts: readonly Put[]) => Buffer;
  /** Ends a round: what was remembered is let go. */
  readonly forget: () => void;
};

export function createEncoder(): Encoder {
  const rows = new Map<object, string>();
  const frames = new Map<string, Buffer>();

  function put([collection, key, row]: Put): string {
    const head = `[${JSON.stringify(collection)},${JSON.stringify(key)},`;
    if (row === null) return `${head}null]`;
    const known = rows.get(row);
    const text = known ?? JSON.stringify(row);
    if (known === undefined) rows.set(row, text);
    return `${head}${text}]`;
  }

  return {
    update: (seq, puts) => {
      const text = `{"type":"update","seq":${seq},"put":[${puts.map(put).join(',')}]}`;
      const known = frames.get(text);
      const frame = known ?? Buffer.from(text);
      if (!known) frames.set(text, frame);
      return frame;
    },
    forget: () => {
      rows.clear();
      frames.clear();
    },
  };
}
