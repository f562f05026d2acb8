/**
 * Threads: strands of phases beside the storyline. Knows: which strand a phase stands in, and that no
 * way leads from one to another. Does not know: when anything is reached (reachability does).
 */
import type { Path } from './problem.ts';
import { MOST_THREADS } from './schema.ts';
import type { Scope } from './scope.ts';

/** The storyline itself, among the threads' ids. No thread can have this id. */
export const STORYLINE = '';

/** The thread that a phase belongs to, or the storyline. Undefined where that cannot be made out. */
export function strandOf({ sound, references, wrote }: Scope, phase: string): string | undefined {
  const id = references.meant('phase', phase);
  const row = id === undefined ? undefined : sound.rows.phases.get(id);
  if (!row || id === undefined) return undefined;
  if (row.thread !== undefined) return references.meant('thread', row.thread);
  return wrote('phases', id, 'thread') ? undefined : STORYLINE;
}

export function checkThreads(scope: Scope): void {
  const { sound, say } = scope;
  const extra = [...sound.rows.threads.keys()][MOST_THREADS];
  if (extra !== undefined) {
    const params = { limit: MOST_THREADS, count: sound.rows.threads.size };
    say('too-many-threads', ['threads', extra], { params });
  }
  checkBeginnings(scope);
  checkWays(scope);
  checkDecisions(scope);
}

function checkBeginnings(scope: Scope): void {
  const { sound, say } = scope;
  const strands = new Set([...sound.rows.phases.keys()].map((id) => strandOf(scope, id)));
  const check = (begins: string | undefined, strand: string, path: Path): void => {
    const found = begins === undefined ? undefined : strandOf(scope, begins);
    if (begins === undefined || found === undefined || found === strand) return;
    say('begins-elsewhere', path, { params: { phase: begins } });
  };
  check(sound.head.begins, STORYLINE, ['begins']);
  for (const [id, { begins }] of sound.rows.threads) {
    // A phase whose thread is misspelt may be the one that is missing here.
    if (!strands.has(id) && !strands.has(undefined)) {
      say('thread-without-phases', ['threads', id], { params: { id } });
    } else check(begins, id, ['threads', id, 'begins']);
  }
}

function checkWays(scope: Scope): void {
  for (const [id, { next }] of scope.sound.rows.phases) {
    const path = ['phases', id, 'next'];
    if (typeof next === 'string') checkWay(id, next, path, scope);
    if (typeof next !== 'object') continue;
    for (const [i, { to }] of next.entries()) checkWay(id, to, [...path, i, 'to'], scope);
  }
}

function checkWay(from: string, to: string, path: Path, scope: Scope): void {
  const [here, there] = [strandOf(scope, from), strandOf(scope, to)];
  if (here === undefined || there === undefined || here === there) return;
  scope.say('way-across-threads', path, { params: { from, to } });
}

function checkDecisions(scope: Scope): void {
  for (const [id, { phase = [], options = {} }] of scope.sound.rows.decisions) {
    const path = ['decisions', id];
    const strands = new Set(phase.map((from) => strandOf(scope, from)));
    const [from] = phase;
    if (from === undefined || strands.has(undefined)) continue;
    if (strands.size > 1) {
      scope.say('decision-mixes-threads', [...path, 'phase'], { params: { id } });
      continue;
    }
    for (const [option, { goto }] of Object.entries(options)) {
      if (goto !== undefined) checkWay(from, goto, [...path, 'options', option, 'goto'], scope);
    }
  }
}
