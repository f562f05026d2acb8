/**
 * Durable entries a second: a hundred clients, each of which appends a small batch and waits until
 * it is durable. The floor is a bare group commit of the very same bytes on the same file system:
 * collect, one write, one fdatasync, no numbers, no hashes, no JSON.
 */
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Draft } from '../../engine/exercise/entry.ts';
import { link } from '../../engine/runtime/journal/chain.ts';
import { openFileJournal } from '../../engine/runtime/journal/file.ts';
import { EMPTY } from '../../engine/runtime/journal/journal.ts';
import { groupCommit } from './floor.ts';
import { median, quantile, type Figure } from './measure.ts';

const CLIENTS = 100;
const RUNS = 7;
const DURATION = 1_000;

/** What opening an inject writes: the input and, where `size` allows, its two events. */
function batch(from: number, size: number): Draft[] {
  const head = { wall: '2026-09-18T00:10:00.000Z', at: from * 7 };
  const by = { type: 'role', role: 'kommune/nordby/crisis-lead', seat: 'seat-17' } as const;
  const item = 'alarm-call';
  const { role } = by;
  const input = { type: 'item.open', item } as const;
  return [
    { seq: from, ...head, by, input, act: '0b8c7f1e-6f5d-4f57-9d0a-5d3c3b1f2a10' },
    { seq: from + 1, ...head, by, event: { type: 'item.opened', item, role } },
    { seq: from + 2, ...head, by, event: { type: 'fact.known', fact: 'encrypted', role, item } },
  ].slice(0, size) as Draft[];
}

type Run = { readonly perSecond: number; readonly p99: number };

/** Lets the clients loose on `append` until the time is up. */
async function drive(size: number, append: (seq: number) => Promise<void>): Promise<Run> {
  const waits: number[] = [];
  let seq = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - began < DURATION) {
      const sent = performance.now();
      const from = seq;
      seq += size;
      await append(from);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: seq / seconds, p99: quantile(waits, 0.99) };
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ours(size: number): Promise<Run> {
  return inFolder(async (folder) => {
    const { journal } = await openFileJournal(join(folder, 'journal.jsonl'));
    const run = await drive(size, (from) => journal.append(batch(from, size)));
    await journal.close();
    return run;
  });
}

function floor(size: number, yielding: boolean): Promise<Run> {
  const { lines } = link(batch(0, size), EMPTY);
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return inFolder(async (folder) => {
    const fd = openSync(join(folder, 'floor'), 'a');
    const run = await drive(size, groupCommit(fd, bytes, yielding));
    closeSync(fd);
    return run;
  });
}

export async function benchJournal(): Promise<readonly Figure[]> {
  return [await figure(1), await figure(3)];
}

async function figure(size: number): Promise<Figure> {
  const own: Run[] = [];
  const bare: Run[] = [];
  const eager: Run[] = [];
  // In turn, after a warm-up that does not count: what disturbs the machine disturbs all alike.
  for (let run = 0; run <= RUNS; run += 1) {
    bare.push(await floor(size, true));
    own.push(await ours(size));
    eager.push(await floor(size, false));
  }
  const rate = (runs: readonly Run[]): number => median(runs.slice(1).map((run) => run.perSecond));
  const best = Math.max(rate(bare), rate(eager));
  const show = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')}/s`;
  const p99 = median(own.slice(1).map((run) => run.p99));
  return {
    name: `journal: durable entries, ${CLIENTS} clients, batches of ${size}`,
    ours: `${show(rate(own))}, p99 ${p99.toFixed(1)} ms`,
    floor: show(best),
    ratio: rate(own) / best,
    goal: 0.8,
  };
}
