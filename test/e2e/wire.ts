/**
 * A network cable between a browser and the host, to pull out. Knows: bytes. Does not know: what
 * they say.
 */
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Wire = {
  readonly port: number;
  /** Everything on it ends at once, and nothing new comes through. */
  readonly cut: () => void;
  /** Connections stay, and nothing arrives any more: a network that does not say that it is gone. */
  readonly swallow: () => void;
  readonly mend: () => void;
  /** Leads elsewhere from now on: the host was started again. */
  readonly lead: (port: number) => void;
  readonly close: () => Promise<void>;
};

export async function openWire(to: number): Promise<Wire> {
  let target = to;
  let state: 'whole' | 'cut' | 'mute' = 'whole';
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('data', (bytes) => {
        if (state === 'whole') other.write(bytes);
      });
      end.on('error', () => undefined);
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const end of [...ends]) end.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut';
      hangUp();
    },
    swallow: () => {
      state = 'mute';
    },
    mend: () => {
      // What was swallowed is gone: those connections are of no use to anybody.
      if (state === 'mute') hangUp();
      state = 'whole';
    },
    lead: (port) => {
      target = port;
    },
    close: () => {
      hangUp();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
