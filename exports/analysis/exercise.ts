/**
 * The exercise itself: what it was called, how long it was to last, how far it came, and by which
 * plan and engine it was conducted. Knows: the plan's head and the journal's ends. Judges nothing.
 */
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Kind, Marking } from '../../engine/scenario/schema.ts';
import type { Lang, Text } from '../../engine/scenario/text.ts';
import type { Ms, Story } from '../../engine/scenario/time.ts';
import { type History, of } from './history.ts';

export type ExerciseFacts = {
  readonly id: string;
  readonly scenario: string;
  readonly version: string;
  readonly title: Text;
  readonly purpose?: Text;
  readonly kind: Kind;
  readonly marking: Marking;
  readonly languages: readonly Lang[];
  readonly threatBasis?: { readonly title: Text; readonly date: string };
  readonly story: Story;
  readonly length: Ms;
  readonly pace: number;
  /** How far exercise time came, and how it ended. */
  readonly end: Ms;
  readonly ended?: Extract<ExerciseEvent, { readonly type: 'exercise.ended' }>['cause'];
  /** Wall times of STARTEX and ENDEX, for people. */
  readonly startedWall?: string;
  readonly endedWall?: string;
  /** The Plan's digest and the engine that conducted the exercise, as the journal pins them. */
  readonly planDigest: string;
  readonly engine: string;
};

export function factsOf(history: History): ExerciseFacts {
  const { plan, opening } = history;
  const [started] = of(history, 'exercise.started');
  const [ended] = of(history, 'exercise.ended');
  return {
    id: opening.exercise,
    scenario: plan.id,
    version: plan.version,
    title: plan.title,
    ...(plan.purpose !== undefined && { purpose: plan.purpose }),
    kind: plan.kind,
    marking: plan.marking,
    languages: plan.languages,
    story: plan.story,
    ...(plan.threatBasis && { threatBasis: plan.threatBasis }),
    length: plan.length,
    pace: started?.event.pace ?? plan.pace,
    end: history.end,
    ...(ended && { ended: ended.event.cause, endedWall: ended.wall }),
    ...(started && { startedWall: started.wall }),
    planDigest: opening.digest,
    engine: opening.engine,
  };
}
