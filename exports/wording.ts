/**
 * Findings in words, in the reader's language, and which principle and element each belongs to.
 * Knows: the codes. Does not know: how the words are laid out.
 */
import type { Lang } from '../engine/scenario/text.ts';
import { CODES, type Code, type Doubt, type FindingCode } from './analysis/finding.ts';
import * as da from './danish/findings.ts';
import * as en from './english/findings.ts';
import type { Element, Principle, Wording } from './finding.ts';

const LANGUAGES = { da, en } as const;

const PRINCIPLES: Readonly<Record<FindingCode, Principle>> = {
  GAP: 'sector',
  NO_AUTHORITY: 'sector',
  VACUUM: 'action',
  OVERLAP: 'cooperation',
  CONTENTION: 'cooperation',
  DRIFT: 'sector',
  ABSENT_A: 'sector',
  ORPHAN_BELIEF: 'sector',
  PHANTOM_OWNER: 'cooperation',
  TASK_LATE: 'action',
  HANDOVER_ORPHAN: 'cooperation',
  CLOCK_MISSED: 'action',
  CLOCK_LATE: 'action',
  CLOCK_UNDECLARED: 'action',
  LATE_DECISION: 'action',
  ESCALATED: 'proximity',
  TLP_BREACH: 'cooperation',
  HOARDED: 'cooperation',
  INFO_HELD: 'cooperation',
  UNOPENED: 'action',
  CONTRADICTION: 'cooperation',
  RUMOUR_OPEN: 'action',
  CONF_INFLATION: 'cooperation',
  LOST_FACT: 'cooperation',
  STALE_COP: 'action',
  COP_DIVERGENCE: 'cooperation',
  NOT_CONSULTED: 'cooperation',
  NOT_INFORMED: 'cooperation',
  RTO_MISSED: 'action',
  RPO_MISSED: 'action',
  ORDER_VIOLATION: 'cooperation',
  BREAKPOINT: 'similarity',
  IF_UNTESTED: 'cooperation',
  PINGPONG: 'cooperation',
  CLOCK_INCOMPLETE: 'action',
  CHAIN_BREAK: 'cooperation',
  WRONG_ADDRESSEE: 'cooperation',
  CROSSDOMAIN_LAG: 'cooperation',
  BOTTLENECK: 'action',
  SPOF: 'action',
  BYPASS: 'cooperation',
  DOUBLE_REPORT: 'cooperation',
};
/** A finding can be seen through more than one: the first is what it is about most. */
const ALSO: { readonly [C in FindingCode]?: readonly Principle[] } = {
  NO_AUTHORITY: ['proximity'],
  DRIFT: ['similarity'],
  HANDOVER_ORPHAN: ['sector'],
  BREAKPOINT: ['action'],
};
const ELEMENTS: Readonly<Record<FindingCode, Element>> = {
  GAP: 'planning',
  NO_AUTHORITY: 'organisation',
  VACUUM: 'organisation',
  OVERLAP: 'planning',
  CONTENTION: 'planning',
  DRIFT: 'planning',
  ABSENT_A: 'organisation',
  ORPHAN_BELIEF: 'planning',
  PHANTOM_OWNER: 'training',
  TASK_LATE: 'organisation',
  HANDOVER_ORPHAN: 'training',
  CLOCK_MISSED: 'planning',
  CLOCK_LATE: 'organisation',
  CLOCK_UNDECLARED: 'training',
  LATE_DECISION: 'organisation',
  ESCALATED: 'planning',
  TLP_BREACH: 'training',
  HOARDED: 'planning',
  INFO_HELD: 'organisation',
  UNOPENED: 'equipment',
  CONTRADICTION: 'organisation',
  RUMOUR_OPEN: 'organisation',
  CONF_INFLATION: 'training',
  LOST_FACT: 'organisation',
  STALE_COP: 'organisation',
  COP_DIVERGENCE: 'training',
  NOT_CONSULTED: 'planning',
  NOT_INFORMED: 'planning',
  RTO_MISSED: 'planning',
  RPO_MISSED: 'planning',
  ORDER_VIOLATION: 'planning',
  BREAKPOINT: 'organisation',
  IF_UNTESTED: 'exercise',
  PINGPONG: 'planning',
  CLOCK_INCOMPLETE: 'planning',
  CHAIN_BREAK: 'planning',
  WRONG_ADDRESSEE: 'planning',
  CROSSDOMAIN_LAG: 'organisation',
  BOTTLENECK: 'organisation',
  SPOF: 'planning',
  BYPASS: 'planning',
  DOUBLE_REPORT: 'planning',
};

export function wording(code: Code, lang: Lang): Wording {
  return LANGUAGES[lang].findings[code];
}

export function doubtText(doubt: Doubt, lang: Lang): string {
  return LANGUAGES[lang].terms.doubts[doubt];
}

/** The principles that a finding touches; none for a strength. */
export function principlesOf(code: Code): readonly Principle[] {
  const finding = CODES.find((known) => known === code);
  return finding ? [PRINCIPLES[finding], ...(ALSO[finding] ?? [])] : [];
}

export function principleText(principle: Principle, lang: Lang): string {
  return LANGUAGES[lang].terms.principles[principle];
}

/** The element that a finding's follow-up belongs to; a strength has none. */
export function elementOf(code: Code): Element | undefined {
  const finding = CODES.find((known) => known === code);
  return finding && ELEMENTS[finding];
}

/** The crisis-management principle a finding touches, and the element the follow-up belongs to. */
export function lens(
  code: Code,
  lang: Lang,
): { readonly principle: string; readonly element: string } | undefined {
  const { terms } = LANGUAGES[lang];
  const finding = CODES.find((known) => known === code);
  if (!finding) return undefined;
  return {
    principle: principlesOf(finding)
      .map((principle) => terms.principles[principle])
      .join(', '),
    element: terms.elements[ELEMENTS[finding]],
  };
}
