/** What a language must say about findings. Knows: the forms. Does not know: any language. */
import type { Doubt } from './analysis/finding.ts';

/** A finding's subjects and figures, already said in the reader's language. */
export type Said = {
  readonly [
    K in
      | 'task'
      | 'decision'
      | 'clock'
      | 'interface'
      | 'facts'
      /** The service it is about, and what that rests on. */
      | 'service'
      | 'dependency'
      | 'load'
      | 'roles'
      | 'others'
      /** What a fact was needed for. */
      | 'purpose'
      | 'lasted'
      | 'window'
      | 'lateBy'
      | 'after'
      | 'margin'
      /** When it was asked, and how many of how many gave the commonest answer. */
      | 'at'
      | 'part'
      | 'variant'
      /** The probe that a finding's variant names. */
      | 'asked'
  ]: string;
};
type Say = (s: Said) => string;
export type Wording = {
  readonly title: Say;
  readonly happened: Say;
  readonly planned: Say;
  /** What may lie behind it, where asking "why" needs a start. */
  readonly causes?: Say;
  readonly question: Say;
  readonly action: Say;
};
export const PRINCIPLES = ['sector', 'proximity', 'similarity', 'cooperation', 'action'] as const;
/** The principles of Danish crisis management that a finding can be seen through. */
export type Principle = (typeof PRINCIPLES)[number];
/** The parts of an organisation's capability that a corrective action can belong to. */
export type Element = 'planning' | 'organisation' | 'equipment' | 'training' | 'exercise';
export type Terms = {
  readonly principles: Readonly<Record<Principle, string>>;
  readonly elements: Readonly<Record<Element, string>>;
  readonly doubts: Readonly<Record<Doubt, string>>;
};
