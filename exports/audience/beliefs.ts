/**
 * What an organisation's roles answered themselves. What the others believed is theirs, also as a
 * share: of few answers a share gives away each. Knows: polls and probes. Does not know: formats.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { PollResult } from '../analysis/beliefs.ts';
import type { ProbeResult } from '../analysis/probes.ts';
import { UNSURE } from '../../engine/plan/plan.ts';
import { answerOf } from './event.ts';
import type { Sight } from './sight.ts';

export function beliefsFor({ beliefs }: Analysis, sight: Sight): Analysis['beliefs'] {
  const polls = beliefs.polls
    .filter((row) => sight.question(row.poll))
    .map((row) => pollFor(row, sight));
  const probes = beliefs.probes.probes
    .filter((row) => sight.question(row.probe))
    .map((row) => probeFor(row, sight));
  const own = [
    ...polls.flatMap((row) => row.beliefs),
    ...probes.flatMap((row) => row.answers),
  ].flatMap((row) => row.evidence);
  return {
    polls,
    kappa: { polls: polls.length, roles: 0 },
    comparison: [],
    probes: { probes, changes: [] },
    asked: beliefs.asked.filter((n) =>
      [...polls, ...probes].some((row) => row.evidence.includes(n)),
    ),
    byBots: beliefs.byBots.filter((n) => own.includes(n)),
  };
}

function pollFor({ agreed: _, ...row }: PollResult, sight: Sight): PollResult {
  const beliefs = row.beliefs
    .filter(({ role }) => sight.own(role))
    .map(({ answer, ...belief }) => ({
      ...belief,
      holders: sight.roles(belief.holders),
      ...(answer !== undefined && { answer: answerOf(answer, sight) }),
    }));
  return {
    ...row,
    accountable: sight.roles(row.accountable),
    responsible: sight.roles(row.responsible),
    holders: sight.roles(row.holders),
    beliefs,
    unanswered: row.unanswered.filter(sight.own),
    selfOther: [],
    orphan: 'unknown',
    phantom: [],
    evidence: [...row.evidence.slice(0, 1), ...beliefs.flatMap((belief) => belief.evidence)],
  };
}

function probeFor(row: ProbeResult, sight: Sight): ProbeResult {
  const answers = row.answers.filter(({ role }) => sight.own(role));
  const count = (said: string): number => answers.filter(({ answer }) => answer === said).length;
  return {
    probe: row.probe,
    askedAt: row.askedAt,
    cause: row.cause,
    ...(row.truth !== undefined && { truth: row.truth, right: count(row.truth) }),
    asked: answers.length,
    answered: answers.filter(({ answer }) => answer !== undefined).length,
    unsure: count(UNSURE),
    answers,
    options: row.options.map((option) => ({ ...option, roles: option.roles.filter(sight.own) })),
    organisations: row.organisations.filter((one) => one.organisation === sight.organisation),
    evidence: [...row.evidence.slice(0, 1), ...answers.flatMap((answer) => answer.evidence)],
  };
}
