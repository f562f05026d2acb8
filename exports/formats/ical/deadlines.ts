/** The improvement plan's deadlines. Knows: findings and their words. Does not know: the calendar's form. */
import type { Analysis } from '../../analysis/analysis.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';
import type { Deadline } from './ical.ts';

/** `due`: the last day of a finding's action, by the finding's id; what has none is no deadline. */
export function deadlinesOf(
  { exercise, findings }: Analysis,
  s: Speaker,
  due: (finding: string) => string | undefined,
): readonly Deadline[] {
  return findings.findings
    .filter(({ severity }) => severity !== 'low')
    .flatMap((finding) => {
      const day = due(finding.id);
      if (day === undefined) return [];
      const { title, action, question } = speak(finding, s);
      return [
        {
          id: `${exercise.id}-${finding.id}`,
          title: `${finding.id} ${action}`,
          text: `${title}\n${question}`,
          due: day,
        },
      ];
    });
}
