/**
 * What everybody may know of a plan before the exercise, and what one role may know of itself. Picked
 * field by field: what is not named here cannot come into a briefing or the handbook.
 * Knows: what is open. Does not know: how it is printed.
 */
import { plannedLetters } from '../../engine/plan/letter.ts';
import type { Letter, Plan, Role, Task } from '../../engine/plan/plan.ts';
import type { Kind, Marking } from '../../engine/scenario/schema.ts';
import type { Text } from '../../engine/scenario/text.ts';
import type { Ms, Story } from '../../engine/scenario/time.ts';

/** The same rule as the engine's view before STARTEX. No summary, no purpose: they tell the story. */
export type Open = {
  readonly id: string;
  readonly title: Text;
  readonly kind: Kind;
  readonly version: string;
  readonly marking: Marking;
  readonly story: Story;
  readonly length: Ms;
  readonly pace: number;
  readonly contentWarning?: Text;
  readonly organisations: readonly House[];
  /** Whether roles will be asked anything on the way, and at the end; not what. */
  readonly asks: boolean;
  readonly hotWash: boolean;
};
export type House = { readonly id: string; readonly name: Text; readonly roles: readonly Post[] };
export type Post = {
  readonly id: string;
  readonly name: Text;
  readonly seats: Role['seats'];
  readonly simulated: boolean;
};

export function openPart(plan: Plan): Open {
  const { id, title, kind, version, marking, story, length, pace, contentWarning } = plan;
  const houses = plan.organisations.map((row) => ({
    id: row.id,
    name: row.name,
    roles: plan.roles.filter(({ organisation }) => organisation === row.id).map(post),
  }));
  return {
    id,
    title,
    kind,
    version,
    marking,
    story,
    length,
    pace,
    ...(contentWarning === undefined ? {} : { contentWarning }),
    organisations: houses.filter(({ roles }) => roles.length > 0),
    asks: (plan.questions ?? []).length > 0,
    hotWash: plan.hotWash.length > 0,
  };
}

function post({ id, name, seats, playedBy }: Role): Post {
  return { id, name, seats, simulated: playedBy === 'simcell' };
}

export type OwnTask = {
  readonly title: Text;
  readonly description?: Text;
  readonly letters: readonly Letter[];
  readonly within: Ms;
};
export type Part = 'authority' | 'consult' | 'inform';
export type Briefing = {
  readonly post: Post;
  readonly organisation: string;
  readonly briefing?: Text;
  readonly deputy?: Text;
  readonly deputyFor: readonly Text[];
  /** Absent unless they are handed out on purpose. */
  readonly tasks?: readonly OwnTask[];
  /** Exercise control's alone. */
  readonly decisions?: readonly { readonly question: Text; readonly part: Part }[];
};
export type Handout = { readonly tasks: boolean; readonly decisions: boolean };

export function briefingOf(plan: Plan, role: Role, { tasks, decisions }: Handout): Briefing {
  const deputy = plan.roles.find(({ id }) => id === role.deputy);
  return {
    post: post(role),
    organisation: role.organisation,
    ...(role.briefing === undefined ? {} : { briefing: role.briefing }),
    ...(deputy && { deputy: deputy.name }),
    deputyFor: plan.roles.filter((other) => other.deputy === role.id).map(({ name }) => name),
    ...(tasks && { tasks: plan.tasks.flatMap((task) => ownTask(task, role.id)) }),
    ...(decisions && { decisions: ownDecisions(plan, role.id) }),
  };
}

/** Not what the task needs, nor what starts it: those are the script's. */
function ownTask(task: Task, role: string): readonly OwnTask[] {
  const letters = plannedLetters(task, role);
  const { title, description, within } = task;
  if (letters.length === 0) return [];
  return [{ title, ...(description === undefined ? {} : { description }), letters, within }];
}

function ownDecisions(plan: Plan, role: string): NonNullable<Briefing['decisions']> {
  const PARTS = ['authority', 'consult', 'inform'] as const;
  return plan.decisions.flatMap((row) => {
    const part = PARTS.find((name) => row[name].includes(role));
    return part ? [{ question: row.question, part }] : [];
  });
}
