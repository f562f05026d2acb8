/**
 * Why something may have gone as it did, as questions: a start for asking "why", never an answer.
 * Knows: which kinds of cause are worth asking about. Does not know: which one it was.
 */
import type { Finding, FindingCode } from './analysis/finding.ts';
import type { Catalogue } from './text.ts';

type About = keyof Catalogue['followUp']['causes'];
type Cause = keyof Catalogue['followUp']['causes']['task'];

const ALL: readonly Cause[] = ['missing', 'unknown', 'unusable', 'judgement', 'artificial'];

/** Fewer where a kind of cause is no explanation of what was seen. */
const KINDS: Partial<Record<FindingCode, readonly Cause[]>> = {
  GAP: ['missing', 'unknown', 'unusable', 'artificial'],
  VACUUM: ['missing', 'unknown', 'unusable', 'artificial'],
  UNOPENED: ['unknown', 'unusable', 'artificial'],
  CLOCK_LATE: ['unknown', 'unusable', 'artificial'],
  TASK_LATE: ['unknown', 'unusable', 'judgement', 'artificial'],
};

export function causesOf(finding: Finding, { followUp }: Catalogue): string {
  const kinds = KINDS[finding.code as FindingCode] ?? ALL;
  const questions = followUp.causes[aboutOf(finding)];
  return kinds.map((kind) => questions[kind]).join(' ');
}

/** Information before what it was for: where it was held is what is asked about. */
function aboutOf({ clocks, interfaces, facts, decisions }: Finding): About {
  if (clocks.length > 0) return 'clock';
  if (interfaces.length > 0) return 'interface';
  if (facts.length > 0) return 'information';
  return decisions.length > 0 ? 'decision' : 'task';
}
