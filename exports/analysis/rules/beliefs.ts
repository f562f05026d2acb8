/**
 * Rules on perceived responsibility: nobody thinks it owns an open task; all look to one that does
 * not hold it. Knows: polls. Does not know: which of the two came from asking.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { PollResult } from '../beliefs.ts';
import { type Doubt, type Draft, FEW_ANSWERS, type Grounds } from '../finding.ts';
import { evidence, groupBy } from '../history.ts';

/** One finding a task and presumed owner, however often asked: the first poll gives the figures. */
export function beliefFindings(grounds: Grounds): readonly Draft[] {
  const byTask = [...groupBy(grounds.beliefs.polls, (poll) => poll.task)];
  return byTask.flatMap(([, polls]) => {
    const orphaned = polls.filter((poll) => poll.orphan === 'yes');
    const haunted = polls.filter((poll) => poll.phantom.length > 0);
    return [
      ...draft(grounds, orphaned, 'ORPHAN_BELIEF', (poll) => planned(poll)),
      ...[...groupBy(haunted, (poll) => poll.phantom.join(' ')).values()].flatMap((same) =>
        draft(grounds, same, 'PHANTOM_OWNER', (poll) => poll.phantom),
      ),
    ];
  });
}

function draft(
  { responsibility }: Grounds,
  polls: readonly PollResult[],
  code: 'ORPHAN_BELIEF' | 'PHANTOM_OWNER',
  about: (poll: PollResult) => readonly RoleId[],
): readonly Draft[] {
  const [first] = polls;
  if (!first?.agreed) return [];
  const task = responsibility.tasks.find((row) => row.task === first.task);
  const { count, answered } = first.agreed;
  const last = Math.max(...polls.flatMap((poll) => poll.evidence));
  const unique = (roles: readonly RoleId[]): readonly RoleId[] => [...new Set(roles)];
  return [
    {
      code,
      severity: task?.critical ? 'high' : 'medium',
      tasks: [first.task],
      roles: unique(polls.flatMap(about)),
      others: code === 'PHANTOM_OWNER' ? first.holders : [],
      variant: first.holders.length === 0 ? 'vacant' : 'held',
      measures: { at: first.askedAt, count, total: answered },
      doubts: doubtsOf(polls, task?.ambiguous ?? false),
      // Whether anybody held it, and whether it was open, shows in what was done before the asking.
      evidence: evidence(
        task?.run?.holding.moves.filter((seq) => seq < last),
        ...polls.map((poll) => poll.evidence),
      ),
    },
  ];
}

const planned = (poll: PollResult): readonly RoleId[] => [...poll.accountable, ...poll.responsible];

function doubtsOf(polls: readonly PollResult[], ambiguous: boolean): readonly Doubt[] {
  const most = Math.max(...polls.map((poll) => poll.agreed?.answered ?? 0));
  const bots = polls.some((poll) => poll.beliefs.some((belief) => belief.bot));
  return [
    'verbal',
    ...(most < FEW_ANSWERS ? (['few'] as const) : []),
    ...(bots ? (['bots'] as const) : []),
    ...(ambiguous ? (['ambiguity'] as const) : []),
  ];
}
