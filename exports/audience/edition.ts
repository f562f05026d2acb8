/**
 * Whom a version of the analysis is for. Control's own carries no edition: it is the whole.
 * Knows: the kinds of reader. Does not know: what each may see (organisation, public).
 */
import type { Code } from '../analysis/finding.ts';

/** A figure of the public version. Absent `value` and `count`: suppressed. */
export type PublicFigure = {
  readonly measure:
    | 'organisations'
    | 'roles'
    | 'done'
    | 'gaps'
    | 'jaccard'
    | 'kappa'
    | 'decided'
    | 'latency'
    | 'obligations'
    | 'coverage'
    | 'interfaces'
    | 'finding';
  readonly code?: Code;
  /** So many, and of how many where that is more than themselves. */
  readonly count?: number;
  readonly of?: number;
  /** A mean, a coefficient, or a length in ms of exercise time (`latency`). */
  readonly value?: number;
};
export type Edition =
  | { readonly for: 'organisation'; readonly organisation: string }
  | {
      readonly for: 'public';
      /** No count below it, and nothing that fewer organisations stand behind. */
      readonly k: number;
      readonly figures: readonly PublicFigure[];
    };
/** Below this, anonymity is a word. */
export const LEAST_K = 5;
