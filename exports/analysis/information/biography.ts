/**
 * The life of the decisive facts: where each was born, and by which way it came to each role.
 * Knows: what each role learned it from. Does not know: how the words changed on the way.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, by, evidence } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { type Knowledge, type Learned } from './knowledge.ts';

/** One role's coming to know a fact. */
export type FactStep = {
  readonly role: RoleId;
  readonly knownAt: Ms;
  readonly item: string;
  /** The player who passed it on; absent where it came from the script or from exercise control. */
  readonly from?: RoleId;
  readonly sentAt: Ms;
  /** How long it lay before it was opened. */
  readonly lay: Ms;
  /** How long the one who passed it on had known it. */
  readonly held?: Ms;
  /** The roles that it went through, this one last. */
  readonly path: readonly RoleId[];
  readonly evidence: Evidence;
};
export type Biography = {
  readonly fact: FactId;
  /** Decisions and tasks that arose and needed it. */
  readonly decisions: readonly string[];
  readonly tasks: readonly string[];
  /** First put before anybody, by what, and before whom. Absent: it never came out. */
  readonly born?: {
    readonly at: Ms;
    readonly item: string;
    readonly from?: RoleId;
    readonly to: readonly RoleId[];
    readonly evidence: Evidence;
  };
  readonly steps: readonly FactStep[];
  /** Players to whom it was brought and who never opened it. */
  readonly unopened: readonly RoleId[];
};

/** At most so many facts get a biography: those that decisions and critical tasks needed. */
const DECISIVE = { least: 5, most: 10 } as const;

/** How each role that knows the fact came to know it, in order. */
export function stepsOf(items: Items, knowledge: Knowledge, fact: FactId): readonly FactStep[] {
  const known = knowledge.knowers(fact);
  const paths = new Map<RoleId, readonly RoleId[]>();
  return [...known].flatMap(([role, learned]): readonly FactStep[] => {
    const item = items.byId.get(learned.item);
    if (!item) return [];
    const giver = giverOf(knowledge, known, item);
    const path = [...(giver ? (paths.get(giver.role) ?? [giver.role]) : []), role];
    paths.set(role, path);
    return [
      {
        role,
        knownAt: learned.at,
        item: item.id,
        sentAt: item.at,
        lay: learned.at - item.at,
        path,
        ...(giver && { from: giver.role, held: item.at - giver.learned.at }),
        evidence: evidence(item.seq, learned.seq),
      },
    ];
  });
}

type Giver = { readonly role: RoleId; readonly learned: Learned };

/** The player who sent the item, having known the fact. */
function giverOf(
  knowledge: Knowledge,
  known: ReadonlyMap<RoleId, Learned>,
  { from, seq, kind }: Item,
): Giver | undefined {
  if (from === undefined || kind === 'inject' || !knowledge.plays(from)) return undefined;
  const learned = known.get(from);
  return learned && learned.seq < seq ? { role: from, learned } : undefined;
}

export function biographies(
  history: History,
  items: Items,
  knowledge: Knowledge,
): readonly Biography[] {
  const ranked = history.plan.facts
    .map(({ id }) => biographyOf(history, items, knowledge, id))
    .map((life) => ({ life, weight: weightOf(history, life) }))
    .filter(({ weight }) => weight > 0);
  // Equal weights stay in the plan's order.
  const sorted = [...ranked].sort((a, b) => b.weight - a.weight);
  const decisive = sorted.filter(({ weight }) => weight >= DECISION || weight >= CRITICAL);
  const wanted = Math.min(DECISIVE.most, Math.max(DECISIVE.least, decisive.length));
  return sorted.slice(0, wanted).map(({ life }) => life);
}

const [DECISION, CRITICAL, ORDINARY] = [10_000, 100, 1];

function weightOf({ plan }: History, { decisions, tasks }: Biography): number {
  const critical = plan.tasks.filter((task) => task.critical && tasks.includes(task.id)).length;
  return decisions.length * DECISION + critical * CRITICAL + (tasks.length - critical) * ORDINARY;
}

function biographyOf(
  history: History,
  items: Items,
  knowledge: Knowledge,
  fact: FactId,
): Biography {
  const { tasks, decisions } = history.plan;
  const [first] = knowledge.carriers(fact);
  const known = knowledge.knowers(fact);
  const brought = [...knowledge.delivered(fact).keys()];
  return {
    fact,
    decisions: decisions
      .filter((row) => row.needs.includes(fact))
      .filter((row) => by(history, 'decision.opened', 'decision', row.id).length > 0)
      .map((row) => row.id),
    tasks: tasks
      .filter((row) => row.needs.includes(fact))
      .filter((row) => by(history, 'task.started', 'task', row.id).length > 0)
      .map((row) => row.id),
    ...(first && {
      born: {
        at: first.at,
        item: first.id,
        to: first.to,
        ...(first.from !== undefined && { from: first.from }),
        evidence: [first.seq],
      },
    }),
    steps: stepsOf(items, knowledge, fact).filter(({ role }) => knowledge.plays(role)),
    unopened: brought.filter((role) => knowledge.plays(role) && !known.has(role)),
  };
}
