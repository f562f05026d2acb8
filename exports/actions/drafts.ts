/** Draft actions from an exercise's findings, in both languages. Knows: wording. Does not know: files. */
import type { Text } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { speak } from '../formats/saying.ts';
import { ownerText } from '../formats/sections/improvement.ts';
import { speaker, type Speaker } from '../formats/words.ts';
import { elementOf } from '../wording.ts';
import type { Draft } from './action.ts';

/** Minor findings are left out, as in the report's plan. `s` says who owns it. */
export function draftsOf(analysis: Analysis, s: Speaker): readonly Draft[] {
  const { exercise, findings, followUp } = analysis;
  const rows = new Map(findings.findings.map((finding) => [finding.id, finding]));
  const [da, en] = [speaker(analysis, 'da'), speaker(analysis, 'en')];
  const inBoth = (finding: Finding, field: 'title' | 'action'): Text => ({
    da: speak(finding, da)[field],
    en: speak(finding, en)[field],
  });
  return followUp.flatMap(({ finding: id, fingerprint, owner, due }) => {
    const finding = rows.get(id);
    const element = finding && elementOf(finding.code);
    if (!finding || !element || finding.severity === 'low') return [];
    return [
      {
        fingerprint,
        title: inBoth(finding, 'title'),
        action: inBoth(finding, 'action'),
        element,
        severity: finding.severity,
        ...(owner.type === 'role' && { organisation: owner.organisation }),
        owner: ownerText(owner, s),
        ...(due !== undefined && { due }),
        sighting: {
          exercise: exercise.id,
          scenario: exercise.scenario,
          finding: id,
          ...(exercise.endedWall !== undefined && { on: exercise.endedWall.slice(0, 10) }),
        },
      },
    ];
  });
}
