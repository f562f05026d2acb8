/**
 * A bare group commit: collect, one write, one fdatasync; no numbers, no hashes, no JSON.
 * Knows: how little durability can cost. Does not know: what is made durable.
 */
import { fdatasync, write } from 'node:fs';

/**
 * Returns an append of `bytes` to `fd` that resolves when they are durable. `yielding`: lets those
 * who were just answered join the next group, as we do.
 */
export function groupCommit(fd: number, bytes: Buffer, yielding: boolean): () => Promise<void> {
  let waiting: (() => void)[] = [];
  let busy = false;
  function commit(): void {
    const group = waiting;
    waiting = [];
    busy = group.length > 0;
    if (!busy) return;
    write(fd, Buffer.concat(group.map(() => bytes)), (failed) => {
      if (failed) throw failed;
      fdatasync(fd, (unsafe) => {
        if (unsafe) throw unsafe;
        for (const done of group) done();
        if (yielding) setImmediate(commit);
        else commit();
      });
    });
  }
  return () => {
    const durable = new Promise<void>((resolve) => waiting.push(resolve));
    if (!busy) setImmediate(commit);
    busy = true;
    return durable;
  };
}
