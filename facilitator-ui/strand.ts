/**
 * Where the story stands, strand by strand: the storyline, and the threads beside it.
 * Knows: phases. Does not know: the screen.
 */
import type { ControlView, PhaseRow } from '../engine/exercise/rows.ts';
import { say, type Lang } from '../engine/runtime/protocol.ts';
import { once } from './rows.ts';

type Rows = Partial<ControlView>;
const NONE: NonNullable<Rows['phases']> = {};

/** The phases of one strand, in the script's order. */
export type Strand = { readonly thread?: PhaseRow['thread']; readonly phases: readonly PhaseRow[] };

/** The storyline first, then the threads as the script has them. */
export function strands(view: Rows): readonly Strand[] {
  return once(view.phases ?? NONE, 'strands', (rows) => {
    const found = new Map<string, PhaseRow[]>([['', []]]);
    for (const row of Object.values(rows).sort((a, b) => a.order - b.order)) {
      const phases = found.get(strandOf(row)) ?? [];
      phases.push(row);
      found.set(strandOf(row), phases);
    }
    return [...found.values()].map((phases): Strand => {
      const thread = phases[0]?.thread;
      return { ...(thread === undefined ? {} : { thread }), phases };
    });
  });
}

/** Phases of one strand have the same thread's title. */
function strandOf({ thread }: PhaseRow): string {
  return thread === undefined ? '' : JSON.stringify(thread);
}

/** Where the storyline stands; undefined before STARTEX. */
export function storyline(view: Rows): PhaseRow | undefined {
  return strands(view)[0]?.phases.find((row) => row.current);
}

/** Where each strand stands, the storyline first. A thread that has ended stands nowhere. */
export function current(view: Rows): readonly PhaseRow[] {
  return strands(view).flatMap(({ phases }) => phases.filter((row) => row.current));
}

/** Where the strand of that phase stands now. */
export function currentBeside(view: Rows, phase: PhaseRow): PhaseRow | undefined {
  return current(view).find((row) => strandOf(row) === strandOf(phase));
}

/** `Medier: Mediestorm`; a phase of the storyline by its title alone. */
export function phaseName({ thread, title }: PhaseRow, lang: Lang): string {
  return thread === undefined ? say(title, lang) : `${say(thread, lang)}: ${say(title, lang)}`;
}
