/** The analysis of an exercise's journal on disk. Knows: files. Does not know: what it is for. */
import type { Entry } from '../engine/exercise/entry.ts';
import { Fault } from '../engine/index.ts';
import { journalPath } from '../engine/runtime/host.ts';
import { readFileJournal } from '../engine/runtime/journal/file.ts';
import { analyse, type Analysis } from '../exports/analysis/analysis.ts';
import type { renderHtml } from '../exports/formats/html.ts';
import { VERSION } from './package.ts';

export type Meta = Parameters<typeof renderHtml>[2];

export type Journal = {
  readonly analysis: Analysis;
  readonly meta: Meta;
  readonly entries: readonly Entry[];
};

/** A journal whose last line was torn is reported as far as it goes; a broken one is not. */
export async function readJournal(folder: string): Promise<Journal> {
  const path = journalPath(folder);
  const { entries, tip, broken } = await readFileJournal(path);
  const { seq, line, why } = broken ?? {};
  if (broken || entries.length === 0) {
    const details = { path, seq: seq ?? 0, line: line ?? 1, why: why ?? 'not-json' };
    throw new Fault('journal-broken', `${path} is broken`, { details });
  }
  const meta = { digest: tip.hash, entries: entries.length, engine: VERSION };
  return { analysis: analyse(entries), meta, entries };
}

/** The same for those who need no entry. */
export async function readAnalysis(folder: string): Promise<Omit<Journal, 'entries'>> {
  const { analysis, meta } = await readJournal(folder);
  return { analysis, meta };
}
