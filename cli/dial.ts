/** A client of a host, carried by ws. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { connect, type Client } from '../engine/index.ts';
import type { SocketLike } from '../engine/runtime/client.ts';

/** Connects and stays connected until closed. `inPlace`: for control, which has everybody's rows. */
export function dial(socket: string, token: string, inPlace = false): Client {
  return connect(socket, token, {
    open: (url) => new WebSocket(url, { perMessageDeflate: false }) as unknown as SocketLike,
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    id: () => randomUUID(),
    inPlace,
  });
}

/** Resolves when the connection stands, or has failed `tries` times, or will never be. */
export function arrival(client: Client, tries: number): Promise<'open' | 'silent' | 'refused'> {
  return new Promise((resolve) => {
    let failures = 0;
    let last = client.state().lost;
    const stop = client.subscribe(() => {
      const { connection, lost } = client.state();
      // It waits from the first failure on; each one has a reason of its own.
      if (lost !== last) failures += 1;
      last = lost;
      const result =
        connection === 'open'
          ? ('open' as const)
          : connection === 'closed'
            ? ('refused' as const)
            : failures >= tries
              ? ('silent' as const)
              : undefined;
      if (!result) return;
      stop();
      resolve(result);
    });
  });
}
