/**
 * Probes: what the roles believed about the situation, how many were right where the story says what
 * is, and how beliefs moved between two probes that ask the same. Does not know: why.
 */
import { type RoleId, UNSURE } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Answer, type Asking, type Kind, asked, seatedAt } from './asking.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type History, evidence, groupBy } from './history.ts';

export type Counts = {
  readonly asked: number;
  readonly answered: number;
  readonly unsure: number;
  /** Absent where the scenario does not say what is true. */
  readonly right?: number;
};
export type ProbeResult = Counts & {
  readonly probe: string;
  readonly askedAt: Ms;
  readonly cause: 'due' | 'control';
  readonly truth?: string;
  readonly answers: readonly (Answer & { readonly evidence: Evidence })[];
  /** In the order of the options; those nobody chose included. */
  readonly options: readonly { readonly option: string; readonly roles: readonly RoleId[] }[];
  /**
   * Normalised entropy of the answers, 0 (all alike) to 1 (spread as widely as they can be), over
   * the options and, where anybody was, being unsure. Absent with fewer than two answers.
   */
  readonly divergence?: number;
  readonly organisations: readonly (Counts & { readonly organisation: string })[];
  readonly evidence: Evidence;
};
/** Two probes that asked the same, one after the other, seen over the roles that answered both. */
export type BeliefChange = {
  readonly from: string;
  readonly to: string;
  readonly roles: number;
  readonly changed: readonly RoleId[];
  /** Wrong or unsure before and right after, and the other way round; absent without a truth. */
  readonly righted?: number;
  readonly lost?: number;
  readonly evidence: Evidence;
};
export type ProbeResults = {
  readonly probes: readonly ProbeResult[];
  readonly changes: readonly BeliefChange[];
};

export function analyseProbes(history: History, cast: Cast): ProbeResults {
  const askings = asked(history, 'probe');
  const results = askings.map((asking) => probeResult(history, cast, asking));
  const series = groupBy(askings, ({ row }) =>
    JSON.stringify([row.question, row.options.map((option) => option.id)]),
  );
  const of = (id: string): ProbeResult | undefined => results.find((row) => row.probe === id);
  const changes = [...series.values()].flatMap((same) =>
    same.slice(1).flatMap((next, i) => changeOf(of(same[i]?.row.id ?? ''), of(next.row.id))),
  );
  return { probes: results, changes };
}

function probeResult(history: History, cast: Cast, asking: Asking<Kind<'probe'>>): ProbeResult {
  const { row } = asking;
  const { seq, at, event } = asking.asked;
  const answers = event.to.map((role) => answerOf(history, asking, role));
  return {
    probe: row.id,
    askedAt: at,
    cause: event.cause,
    ...(row.truth !== undefined && { truth: row.truth }),
    ...countsOf(answers, row.truth),
    answers,
    options: [...row.options.map((option) => option.id), UNSURE].map((option) => ({
      option,
      roles: answers.filter((answer) => answer.answer === option).map((answer) => answer.role),
    })),
    ...divergenceOf(answers, row.options.length),
    organisations: [...groupBy(answers, (answer) => cast.organisation(answer.role))].map(
      ([organisation, own]) => ({ organisation, ...countsOf(own, row.truth) }),
    ),
    evidence: evidence(seq, ...answers.map((answer) => answer.evidence)),
  };
}

/** H / ln min(K, n), H = −Σ p ln p; K: the options, and "don't know" where somebody said so. */
function divergenceOf(
  answers: readonly Answer[],
  options: number,
): { readonly divergence?: number } {
  const given = answers.flatMap(({ answer }) => answer ?? []);
  const kinds = options + (given.includes(UNSURE) ? 1 : 0);
  const most = Math.log(Math.min(kinds, given.length));
  if (given.length < 2 || !(most > 0)) return {};
  const shares = [...groupBy(given, (said) => said).values()].map(
    (same) => same.length / given.length,
  );
  const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0);
  return { divergence: Math.min(1, Math.max(0, entropy / most)) };
}

function answerOf(
  history: History,
  { answers }: Asking<Kind<'probe'>>,
  role: RoleId,
): ProbeResult['answers'][number] {
  const given = answers.find(({ event }) => event.role === role);
  if (!given) return { role, bot: false, evidence: [] };
  return {
    role,
    answer: given.event.answer,
    at: given.at,
    bot: seatedAt(history, role, given.seq) === 'bot',
    evidence: [given.seq],
  };
}

function countsOf(answers: readonly Answer[], truth: string | undefined): Counts {
  const count = (said: string): number => answers.filter((row) => row.answer === said).length;
  return {
    asked: answers.length,
    answered: answers.filter((row) => row.answer !== undefined).length,
    unsure: count(UNSURE),
    ...(truth !== undefined && { right: count(truth) }),
  };
}

function changeOf(
  from: ProbeResult | undefined,
  to: ProbeResult | undefined,
): readonly BeliefChange[] {
  if (!from || !to) return [];
  const both = to.answers.flatMap((after) => {
    const before = from.answers.find((row) => row.role === after.role);
    const heard = before?.answer !== undefined && after.answer !== undefined;
    return before && heard ? [{ before, after }] : [];
  });
  if (both.length === 0) return [];
  const right = ({ before, after }: (typeof both)[number]): readonly [boolean, boolean] => [
    before.answer === from.truth,
    after.answer === to.truth,
  ];
  const judged = from.truth !== undefined && to.truth !== undefined;
  return [
    {
      from: from.probe,
      to: to.probe,
      roles: both.length,
      changed: both.filter((b) => b.before.answer !== b.after.answer).map((b) => b.after.role),
      ...(judged && {
        righted: both.filter((b) => !right(b)[0] && right(b)[1]).length,
        lost: both.filter((b) => right(b)[0] && !right(b)[1]).length,
      }),
      evidence: evidence(...both.flatMap((b) => [b.before.evidence, b.after.evidence])),
    },
  ];
}
