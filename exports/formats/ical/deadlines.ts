/** The improvement plan's deadlines. Knows: findings and their words. Does not know: the calendar's form. */
import type { Analysis } from '../../analysis/analysis.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';
import type { Deadline } from './ical.ts';

/** An exercise that was never ended has no deadlines: they are reckoned from ENDEX. */
export function deadlinesOf(
  { exercise, findings, followUp }: Analysis,
  s: Speaker,
): readonly Deadline[] {
  const dates = new Map(followUp.map((row) => [row.finding, row.due]));
  return findings.findings
    .filter(({ severity }) => severity !== 'low')
    .flatMap((finding) => {
      const due = dates.get(finding.id);
      if (due === undefined) return [];
      const { title, action, question } = speak(finding, s);
      const id = `${exercise.id}-${finding.id}`;
      return [{ id, title: `${finding.id} ${action}`, text: `${title}\n${question}`, due }];
    });
}
