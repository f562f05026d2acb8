/**
 * Who was meant to do each task, who did: gaps, vacuum, overlap, contention, drift, and who was
 * neither heard nor told. Knows: plan and deeds. Does not know: why (the debrief finds that out).
 */
import { plannedLetters } from '../../engine/plan/letter.ts';
import type { Letter, RoleId, Task } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Agreement, type LetterRow, agree, jaccard } from './agreement.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type History, by, evidence, of } from './history.ts';
import { type Holding, holdingOf } from './holding.ts';
import { type Items, consulted } from './items.ts';
import {
  type Cellmark,
  type Deed,
  type Life,
  deedsOf,
  lifeOf,
  outcomes,
  strongest,
} from './letters.ts';

export type Cell = {
  readonly role: RoleId;
  readonly planned: readonly Letter[];
  readonly observed: Cellmark;
  readonly deeds: readonly Deed[];
  /** Acted (A or R) without being meant to. */
  readonly drift: boolean;
  /** Where it drifted: the planned A or R whose deputy it is. */
  readonly deputyOf?: RoleId;
};
/** A planned I, after the task was done. */
export type Informing = {
  readonly role: RoleId;
  readonly result: 'in-time' | 'late' | 'silent';
  readonly lateBy?: Ms;
  readonly evidence: Evidence;
};
/** A planned C. `asked`: was asked before the task was done, and did not answer by then. */
export type Consulting = {
  readonly role: RoleId;
  readonly result: 'answered' | 'asked' | 'not-asked';
  readonly evidence: Evidence;
};

export type TaskResult = {
  readonly task: string;
  readonly critical: boolean;
  readonly ambiguous: boolean;
  readonly cells: readonly Cell[];
  /** Absent when the task never arose. */
  readonly run?: TaskRun;
};
export type TaskRun = {
  readonly startedAt: Ms;
  readonly due: Ms;
  /** `outside`: where the tool could not see it: a third value beside done and not done. */
  readonly done?: { readonly role: RoleId; readonly at: Ms; readonly outside?: true };
  /** How long after the window it was done; negative is before. */
  readonly lateBy?: Ms;
  /** The exercise ended inside the window, with the task not done. */
  readonly cut: boolean;
  /** Nobody had taken or done any of it when the window closed. */
  readonly gap: boolean;
  /** The roles that each took ownership by themselves, when they are more than one. */
  readonly overlap: readonly RoleId[];
  readonly drift: readonly RoleId[];
  /** Done, and nobody ever owned it. */
  readonly absentA: boolean;
  readonly informing: readonly Informing[];
  readonly consulting: readonly Consulting[];
  readonly holding: Holding;
  readonly jaccard?: number;
  /** Contingency injects that reminded somebody of the task while it was open. */
  readonly prompts: Evidence;
  /** Entries: started, overdue, done. */
  readonly evidence: Evidence;
};

export type Responsibility = {
  readonly tasks: readonly TaskResult[];
  readonly roles: Agreement;
  readonly organisations: Agreement;
};

export function analyseResponsibility(history: History, items: Items, cast: Cast): Responsibility {
  const sources = { history, items, cast };
  const tasks = history.plan.tasks.map((task) => taskResult(sources, task));
  const byOrganisation = history.plan.organisations.map(({ id }) =>
    cast.players.filter((role) => cast.organisation(role) === id),
  );
  return {
    tasks,
    roles: agree(
      compare(
        tasks,
        cast.players.map((role) => [role]),
      ),
    ),
    organisations: agree(
      compare(
        tasks,
        byOrganisation.filter((roles) => roles.length > 0),
      ),
    ),
  };
}

type Sources = { readonly history: History; readonly items: Items; readonly cast: Cast };

function taskResult(sources: Sources, task: Task): TaskResult {
  const { history, items } = sources;
  const life = lifeOf(history, task);
  const deeds = life ? deedsOf(history, items, life) : [];
  const cells = history.plan.roles
    .map((role) =>
      cellOf(
        history,
        task,
        role.id,
        deeds.filter((deed) => deed.role === role.id),
      ),
    )
    .filter((cell) => cell.planned.length > 0 || cell.deeds.length > 0);
  const run = life && runOf(sources, life, cells, deeds);
  return {
    task: task.id,
    critical: task.critical,
    ambiguous: task.ambiguity !== undefined,
    cells,
    ...(run && { run }),
  };
}

function cellOf(history: History, task: Task, role: RoleId, deeds: readonly Deed[]): Cell {
  const planned = plannedLetters(task, role);
  const observed = strongest(deeds.map((deed) => deed.letter));
  const drift = acts(observed) && !planned.some(acts);
  const principal =
    drift &&
    history.plan.roles.find(
      (other) => other.deputy === role && plannedLetters(task, other.id).some(acts),
    );
  return {
    role,
    planned,
    observed,
    deeds,
    drift,
    ...(principal && { deputyOf: principal.id }),
  };
}

const acts = (mark: Cellmark): boolean => mark === 'A' || mark === 'R';

function runOf(
  { history, items, cast }: Sources,
  life: Life,
  cells: readonly Cell[],
  deeds: readonly Deed[],
): TaskRun | undefined {
  const holding = holdingOf(history, life.task.id);
  if (!holding) return undefined;
  const { startedAt, due, done } = life;
  const [overdue] = by(history, 'task.overdue', 'task', life.task.id);
  const windowEnd = Math.min(due, history.end);
  const acting = deeds.filter((deed) => acts(deed.letter));
  // A simulated role cannot take a task, so it would only press the figures down.
  const played = cells.filter((cell) => cast.plays(cell.role));
  const index = jaccard(comparison(played.map((cell) => [cell])));
  return {
    startedAt,
    due,
    holding,
    ...(done && {
      done: { role: done.role, at: done.at, ...(done.outside && { outside: done.outside }) },
      lateBy: done.at - due,
    }),
    cut: !done && history.end < due,
    gap: !acting.some((deed) => deed.at <= windowEnd),
    overlap: overlapOf(deeds),
    drift: cells.filter((cell) => cell.drift).map((cell) => cell.role),
    absentA: done !== undefined && !deeds.some((deed) => deed.letter === 'A'),
    informing: informing(items, life, acting),
    consulting: consulting(items, life),
    ...(index !== undefined && { jaccard: index }),
    prompts: promptsOf(history, life),
    evidence: evidence(life.started, overdue?.seq, done?.seq),
  };
}

/** Ownership that came by an accepted handover is the same ownership going on, not a second one. */
function overlapOf(deeds: readonly Deed[]): readonly RoleId[] {
  const own = deeds.filter((deed) => deed.letter === 'A' && deed.did === 'claimed');
  const roles = [...new Set(own.map((deed) => deed.role))];
  return roles.length > 1 ? roles : [];
}

function informing(items: Items, life: Life, acting: readonly Deed[]): readonly Informing[] {
  if (!life.done) return [];
  const reached = outcomes(items, life, new Set(acting.map((deed) => deed.role)));
  return life.task.informed.map((role) => {
    const outcome = reached.find((o) => o.role === role);
    if (!outcome) return { role, result: 'silent', evidence: [] };
    const lateBy = outcome.at - life.due;
    return lateBy > 0
      ? { role, result: 'late', lateBy, evidence: outcome.evidence }
      : { role, result: 'in-time', evidence: outcome.evidence };
  });
}

function consulting(items: Items, life: Life): readonly Consulting[] {
  const until = life.done?.seq ?? Infinity;
  const asks = items
    .onTask(life.task.id)
    .filter((item) => item.asks && item.about?.task === life.task.id && item.seq < until);
  const replies = consulted(items, life.task.id, until);
  return life.task.consulted.map((role) => {
    const reply = replies.find((r) => r.role === role);
    if (reply) {
      return { role, result: 'answered', evidence: [reply.ask.seq, reply.answer.seq] };
    }
    const asked = asks.filter((item) => item.to.includes(role)).map((item) => item.seq);
    return { role, result: asked.length > 0 ? 'asked' : 'not-asked', evidence: asked };
  });
}

/** Releases of a contingency inject while the task was open, because somebody had not acted on it. */
function promptsOf(history: History, life: Life): Evidence {
  const { expectations, injects } = history.plan;
  const origins = new Set(expectations.filter((e) => e.task === life.task.id).map((e) => e.inject));
  const nudges = new Set(
    injects.filter((inject) => origins.has(inject.id)).flatMap((inject) => inject.ifNot ?? []),
  );
  return of(history, 'inject.released')
    .filter(({ event }) => event.cause === 'if-not' && nudges.has(event.inject))
    .filter(({ seq }) => seq > life.started && seq < (life.done?.seq ?? Infinity))
    .map(({ seq }) => seq);
}

/** Letters of each unit (a role, or the roles of an organisation): the strongest of its cells'. */
function comparison(units: readonly (readonly Cell[])[]): Pick<LetterRow, 'planned' | 'observed'> {
  return {
    planned: units.map((cells) => strongest(cells.flatMap((cell) => cell.planned))),
    observed: units.map((cells) => strongest(cells.map((cell) => cell.observed))),
  };
}

export function compare(
  tasks: readonly TaskResult[],
  units: readonly (readonly RoleId[])[],
): readonly LetterRow[] {
  return tasks.flatMap(({ run, cells, critical }) => {
    if (!run) return [];
    const grouped = units.map((roles) => cells.filter((cell) => roles.includes(cell.role)));
    return [{ ...comparison(grouped), weight: critical ? 2 : 1, gap: run.gap }];
  });
}
