/**
 * What polls and probes have in common: when each was asked, of whom, and who answered what when.
 * Knows: the journal's questions. Does not know: what an answer means.
 */
import type { Question, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Happening, type History, inOrder, of } from './history.ts';

export type Asking<Q extends Question = Question> = {
  readonly row: Q;
  readonly asked: Happening<'question.asked'>;
  readonly answers: readonly Happening<'question.answered'>[];
};
export type Kind<K extends Question['kind']> = Extract<Question, { readonly kind: K }>;

/** One role's answer; absent where it never came. */
export type Answer = {
  readonly role: RoleId;
  /** A role's id (polls) or an option's (probes), or `UNSURE`. */
  readonly answer?: string;
  readonly at?: Ms;
  /** A bot sat in the role: the answer says nothing about people. */
  readonly bot: boolean;
};

/** The questions of a kind that were asked, in the order in which they were. */
export function asked<K extends Question['kind']>(
  history: History,
  kind: K,
): readonly Asking<Kind<K>>[] {
  const answered = of(history, 'question.answered');
  return of(history, 'question.asked').flatMap((happening) => {
    const row = (history.plan.questions ?? []).find(({ id }) => id === happening.event.question);
    if (row?.kind !== kind) return [];
    const answers = answered.filter(({ event }) => event.question === row.id);
    return [{ row: row as Kind<K>, asked: happening, answers }];
  });
}

/** Who sat in the role just before entry `seq`: only bots, somebody, or nobody. */
export function seatedAt(history: History, role: RoleId, seq: number): 'human' | 'bot' | 'nobody' {
  const seats = new Map<string, boolean>();
  const moves = [...of(history, 'seat.taken'), ...of(history, 'seat.left')]
    .filter((move) => move.seq < seq && move.event.role === role)
    .sort(inOrder);
  for (const { event } of moves) {
    if (event.type === 'seat.taken') seats.set(event.seat, event.bot);
    else seats.delete(event.seat);
  }
  if (seats.size === 0) return 'nobody';
  return [...seats.values()].every((bot) => bot) ? 'bot' : 'human';
}
