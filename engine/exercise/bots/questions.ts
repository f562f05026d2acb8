/**
 * What bots answer to polls and probes: what they can have come to believe, no more.
 * Knows: the plan's letters, what a role has opened, which facts it knows. Does not know: the truth
 * beyond that.
 */
import { UNSURE, type Question, type RoleId } from '../../plan/plan.ts';
import { MINUTE } from '../../scenario/time.ts';
import { chance } from '../chance.ts';
import type { EventOf } from '../entry.ts';
import { knows, type ExerciseState } from '../state.ts';
import { seesTask } from '../visible.ts';
import { addressees } from './address.ts';
import { behaviourOf, pick, type Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';

/** How often a human bot has forgotten what the plan says. */
const FORGETS = 0.15;

export function answerSoon(
  { question: id, to }: EventOf<'question.asked'>,
  plot: Plot,
  manner: Manner,
): void {
  for (const role of to) {
    const delay = pick(manner, role, `answer ${role} ${id}`, 15 * MINUTE);
    if (delay === undefined) continue;
    plot(`answer question ${id}`, role, delay, (now) => {
      const question = now.questions.get(id);
      if (question?.status !== 'asked' || question.answers.has(role)) return undefined;
      return {
        type: 'question.answer',
        question: id,
        answer: belief(now, role, question.row, manner),
      };
    });
  }
}

function belief(state: ExerciseState, role: RoleId, row: Question, manner: Manner): string {
  const behaviour = behaviourOf(manner, role);
  if (behaviour === 'random') {
    const answers = row.kind === 'poll' ? state.lookup.plan.roles : row.options;
    return draw(manner, `whim ${role} ${row.id}`, [...answers.map(({ id }) => id), UNSURE]);
  }
  if (row.kind === 'probe') return believed(state, role, row, manner);
  const owner = ownerOf(state, role, row, manner);
  // Whoever writes to the wrong role also takes the wrong role for the right one.
  const [meant = owner] = owner === UNSURE ? [] : addressees(state, role, [owner], manner);
  return meant;
}

const draw = (manner: Manner, name: string, from: readonly string[]): string =>
  from[Math.floor(chance(manner.seed, name) * from.length)] ?? UNSURE;

/** The planned owner, by whoever has to do with the task; else whoever was heard of with it. */
function ownerOf(
  state: ExerciseState,
  role: RoleId,
  { id, task }: Extract<Question, { kind: 'poll' }>,
  manner: Manner,
): RoleId {
  const forgetful = behaviourOf(manner, role) === 'human';
  const forgets = forgetful && chance(manner.seed, `forgets ${role} ${id}`) < FORGETS;
  const [planned] = state.lookup.tasks.get(task)?.accountable ?? [];
  if (planned !== undefined && !forgets && seesTask(state, role, task)) return planned;
  return heardOf(state, role, task) ?? UNSURE;
}

/** The last one whose handover of it, or word about it, reached the role. */
function heardOf(state: ExerciseState, role: RoleId, task: string): RoleId | undefined {
  const offer = state.tasks.get(task)?.offers.findLast(({ to }) => to === role);
  if (offer) return offer.from;
  const told = [...state.messages.values()].filter(
    ({ about, opened, from }) => about?.task === task && opened.has(role) && from !== role,
  );
  return told.at(-1)?.from;
}

/**
 * A role believes what is true in the story the more surely, the more it knows of what has come to
 * be true by then: its chance is the share of those facts that it knows. Else it does not know, and
 * a human bot guesses half the time.
 */
function believed(
  state: ExerciseState,
  role: RoleId,
  { id, options, truth }: Extract<Question, { kind: 'probe' }>,
  manner: Manner,
): string {
  const name = `believes ${role} ${id}`;
  const guess = draw(
    manner,
    `${name} guess`,
    options.map((option) => option.id),
  );
  if (truth === undefined) return guess;
  const facts = state.lookup.plan.facts.filter(({ trueFrom }) => trueFrom <= state.at);
  const known = facts.filter((fact) => knows(state, role, fact.id)).length;
  if (facts.length > 0 && chance(manner.seed, name) < known / facts.length) return truth;
  const guesses =
    behaviourOf(manner, role) === 'human' && chance(manner.seed, `${name} guesses`) < 0.5;
  return guesses ? guess : UNSURE;
}
