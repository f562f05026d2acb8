/** The draft improvement plan as a table. Knows: columns. Does not know: the register. */
import type { Analysis } from '../../analysis/analysis.ts';
import { speak } from '../saying.ts';
import { ownerText } from '../sections/improvement.ts';
import type { Speaker } from '../words.ts';

export function improvementTable(
  { findings, followUp }: Analysis,
  s: Speaker,
): readonly [head: readonly string[], rows: readonly (readonly (string | undefined)[])[]] {
  const c = { ...s.t.csv, ...s.t.followUp.csv };
  const rows = new Map(findings.findings.map((finding) => [finding.id, finding]));
  return [
    [c.id, c.code, s.t.improvement.action, c.element, c.owner, c.due, c.fingerprint],
    followUp.flatMap((draft) => {
      const finding = rows.get(draft.finding);
      if (!finding) return [];
      const { code, subjects, organisations } = draft.fingerprint;
      const { action, element } = speak(finding, s);
      const print = [code, ...subjects, ...organisations].join(' ');
      return [[finding.id, code, action, element, ownerText(draft.owner, s), draft.due, print]];
    }),
  ];
}
