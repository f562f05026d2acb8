/** What the analysis cannot know of itself. Knows: the journal's end, and which engine writes. */
import type { Action } from '../actions/action.ts';

export type Meta = {
  /** The hash of the journal's last line: it stands for every line before it. */
  readonly digest: string;
  readonly entries: number;
  /** The version that makes the report; the one that ran the exercise is in the journal. */
  readonly engine: string;
  /** The improvement register, where the report is made with one. */
  readonly prior?: Prior;
};
/** `today`: the calendar date that overdue is reckoned from; the caller's, `YYYY-MM-DD`. */
export type Prior = { readonly actions: readonly Action[]; readonly today: string };
