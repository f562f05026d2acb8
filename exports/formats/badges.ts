/**
 * The marks a task wears: a shape and a word each, so that none is carried by colour alone.
 * Knows: which result gets which mark. Does not know: how marks are drawn.
 */
import type { PollResult } from '../analysis/beliefs.ts';
import type { TaskResult } from '../analysis/responsibility.ts';
import { THRESHOLDS, type Severity, exceeds } from '../analysis/finding.ts';
import type { Badge } from './block.ts';
import type { Tone } from './tone.ts';
import type { Speaker } from './words.ts';

/** What concerns responsibility, for the matrix. */
export function responsibilityBadges(task: TaskResult, s: Speaker): readonly Badge[] {
  const { run } = task;
  const t = s.t.badges;
  if (!run) return [{ tone: 'calm', shape: '–', label: t.dormant }];
  const window = run.due - run.startedAt;
  const { vacuum, contention } = run.holding;
  return [
    run.gap && badge('bad', '○', t.gap),
    !run.gap &&
      exceeds(vacuum, window, THRESHOLDS.vacuum) &&
      badge('warn', '◔', t.vacuum(s.length(vacuum))),
    run.overlap.length > 0 && badge('warn', '◎', t.overlap),
    exceeds(contention, window, THRESHOLDS.contention) &&
      badge('warn', '◉', t.contention(s.length(contention))),
    run.drift.length > 0 && badge('warn', '▲', t.drift),
    run.absentA && badge('warn', '◇', t.absentA),
    run.done?.outside === true && badge('calm', '↗', s.t.prompting.badge),
  ].filter((found) => found !== false);
}

/** The same, and how the task ended. */
export function taskBadges(task: TaskResult, s: Speaker): readonly Badge[] {
  const t = s.t.badges;
  return [
    ...(task.critical ? [badge('calm', '!', t.critical)] : []),
    ...(task.ambiguous ? [badge('calm', '?', t.ambiguity)] : []),
    ...endBadges(task, s),
    ...responsibilityBadges(task, s),
  ];
}

function endBadges({ run }: TaskResult, s: Speaker): readonly Badge[] {
  const t = s.t.badges;
  if (!run) return [];
  if (run.done) {
    // Neither in time nor late: what concerns responsibility says it.
    if (run.done.outside) return [];
    const lateBy = run.lateBy ?? 0;
    return [
      lateBy > 0 ? badge('bad', '×', t.late(s.length(lateBy))) : badge('good', '✓', t.inTime),
    ];
  }
  return [run.cut ? badge('calm', '‖', t.cut) : badge('bad', '×', t.undone)];
}

/** What a poll showed, in marks. */
export function pollBadges(poll: PollResult, s: Speaker): readonly Badge[] {
  const t = s.t.beliefs.badges;
  return [
    poll.orphan === 'yes' && badge('bad', '⊘', t.orphan),
    poll.phantom.length > 0 && badge('bad', '◈', t.phantom),
    poll.selfOther.some((row) => row.gap) && badge('warn', '≠', t.gap),
    poll.unanswered.length > 0 && badge('calm', '…', t.silent(String(poll.unanswered.length))),
    poll.beliefs.some((belief) => belief.bot) && badge('calm', '□', t.bots),
  ].filter((found) => found !== false);
}

export function severityBadge(severity: Severity, s: Speaker): Badge {
  const [tone, shape] = SEVERITY[severity];
  return badge(tone, shape, s.t.severity[severity]);
}

const SEVERITY: { readonly [K in Severity]: readonly [Tone, string] } = {
  high: ['bad', '■'],
  medium: ['warn', '◆'],
  low: ['calm', '●'],
};

const badge = (tone: Tone, shape: string, label: string): Badge => ({ tone, shape, label });
