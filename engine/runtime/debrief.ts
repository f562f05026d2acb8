/**
 * The debrief: what the analysis found, for the console, and its report for a browser in the room.
 * Knows: when there is one, and the address that opens it. Does not know: how anything is analysed;
 * whoever starts the host hands that in, since the engine knows no report.
 */
import type { ExerciseState } from '../exercise/state.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import { conducted } from '../exercise/state.ts';
import type { Lang } from '../scenario/text.ts';
import { DEBRIEF_PATH, type DebriefFinding } from './protocol.ts';
import { newToken } from './token.ts';

/** What an analysis of the journal comes to. */
export type Debriefing = {
  readonly findings: readonly DebriefFinding[];
  /** The report, whole and by itself. */
  readonly pages: Readonly<Record<Lang, string>>;
};

export type Debrief = {
  readonly ask: () => Promise<(Debriefing & { readonly path: string }) | RefusalCode>;
  /** The report as it was when it was last asked for. Undefined: no such address. */
  readonly page: (key: string, lang: Lang) => string | undefined;
};

export type DebriefOptions = {
  /** Durable state. */
  readonly state: () => ExerciseState;
  readonly analyse: () => Promise<Debriefing>;
};

export function createDebrief({ state, analyse }: DebriefOptions): Debrief {
  const key = newToken();
  let made: { readonly seq: number; readonly debriefing: Promise<Debriefing> } | undefined;
  let shown: Debriefing | undefined;

  /** Once for each state of the record: the hot wash adds to it. */
  function debriefing(): Promise<Debriefing> {
    const { seq } = state();
    if (made?.seq !== seq) made = { seq, debriefing: analyse() };
    return made.debriefing;
  }

  return {
    ask: async () => {
      if (state().status === 'planned' || conducted(state())) return 'not-ended';
      shown = await debriefing();
      return { ...shown, path: DEBRIEF_PATH + key };
    },
    page: (wanted, lang) => (wanted === key ? shown?.pages[lang] : undefined),
  };
}
