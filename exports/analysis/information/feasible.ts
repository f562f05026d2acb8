/**
 * When each role could have known what it needed, had no hop on the way taken longer than such hops
 * usually did, or than the plan allows. Knows: the ways that facts went. Does not know: other ways.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, type Moment, evidence, groupBy } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { median } from '../quantile.ts';
import { stepsOf } from './biography.ts';
import type { DutyResult } from './duty.ts';
import type { Knowledge } from './knowledge.ts';
import type { NeedResult } from './needs.ts';

/** One fact and one role that needed it, for however many tasks and decisions. */
export type ForesightRow = {
  readonly fact: FactId;
  readonly role: RoleId;
  readonly tasks: readonly string[];
  readonly decisions: readonly string[];
  /** When it was needed first. */
  readonly due: Ms;
  readonly actual?: Ms;
  readonly feasible: Ms;
  /** Actual − feasible. Absent where it never came to know. */
  readonly avoidable?: Ms;
  /** Needs that were missed, and would have been met. */
  readonly rescued: number;
  /** It never went there, and the plan says by whom it was to go. */
  readonly byPlan: boolean;
  readonly evidence: Evidence;
};
export type Foresight = {
  /** Usual lengths of the hops by which anybody learned anything. Absent: there was none. */
  readonly open?: { readonly median: Ms; readonly count: number };
  readonly pass?: { readonly median: Ms; readonly count: number };
  /** Where something could have been known sooner, or at all; the longest delay first. */
  readonly rows: readonly ForesightRow[];
  /** Needs, those met in time, and those that would have been. */
  readonly needs: number;
  readonly met: number;
  readonly feasible: number;
};

type Usual = { readonly open: Ms | undefined; readonly pass: Ms | undefined };

export function readForesight(
  history: History,
  items: Items,
  knowledge: Knowledge,
  needs: readonly NeedResult[],
  duties: readonly DutyResult[],
): Foresight {
  const { open, pass } = hopsOf(history, items, knowledge);
  const usual = { open: median(open), pass: median(pass) };
  const allowed = allowedIn(history);
  const owed = groupBy(duties, (duty) => duty.fact);
  const rows = [...groupBy(needs, (need) => need.fact)].flatMap(([fact, own]) => {
    const times = earliestOf(items, knowledge, fact, usual, allowed);
    const ways = { times, usual, allowed, owed: owed.get(fact) ?? [] };
    return [...groupBy(own, (need) => need.role).values()].flatMap((same) =>
      rowOf(knowledge, same, ways),
    );
  });
  const met = needs.filter((need) => need.where === 'known').length;
  return {
    ...(usual.open !== undefined && { open: { median: usual.open, count: open.length } }),
    ...(usual.pass !== undefined && { pass: { median: usual.pass, count: pass.length } }),
    rows: rows
      .filter((row) => row.rescued > 0 || (row.avoidable ?? 0) > 0)
      .sort((x, y) => y.rescued - x.rescued || (y.avoidable ?? 0) - (x.avoidable ?? 0)),
    needs: needs.length,
    met,
    feasible: rows.reduce((sum, row) => sum + row.rescued, met),
  };
}

/** Every hop by which a player learned something: an item is opened once, whatever it carries. */
function hopsOf(
  history: History,
  items: Items,
  knowledge: Knowledge,
): { readonly open: readonly Ms[]; readonly pass: readonly Ms[] } {
  const open = new Map<string, Ms>();
  const pass = new Map<string, Ms>();
  for (const { id } of history.plan.facts) {
    for (const step of stepsOf(items, knowledge, id)) {
      if (!knowledge.plays(step.role)) continue;
      if (items.byId.get(step.item)?.kind !== 'call')
        open.set(`${step.item} ${step.role}`, step.lay);
      if (step.held !== undefined) pass.set(`${step.item} ${id}`, step.held);
    }
  }
  return { open: [...open.values()], pass: [...pass.values()] };
}

/** The time that an interface gives one role to tell another a fact. */
type Allowed = (from: RoleId, to: readonly RoleId[], fact: FactId) => Ms | undefined;

function allowedIn({ plan }: History): Allowed {
  const rows = plan.interfaces.flatMap(({ from, to, carries, within }) =>
    within === undefined
      ? []
      : from.flatMap((role) => carries.map((fact) => ({ key: `${role} ${fact}`, to, within }))),
  );
  const byKey = groupBy(rows, (row) => row.key);
  return (from, to, fact) => {
    const fitting = (byKey.get(`${from} ${fact}`) ?? []).filter((row) =>
      row.to.some((role) => to.includes(role)),
    );
    return fitting.length === 0 ? undefined : Math.min(...fitting.map((row) => row.within));
  };
}

type Times = ReadonlyMap<RoleId, Ms>;

/**
 * The earliest each role could have known a fact, going through what carried it in order. Each delay
 * counts as what it was, or as the usual (the plan's, where it has one) when it was longer.
 */
function earliestOf(
  items: Items,
  knowledge: Knowledge,
  fact: FactId,
  usual: Usual,
  allowed: Allowed,
): Times {
  const known = knowledge.knowers(fact);
  const times = new Map<RoleId, Ms>();
  for (const item of knowledge.carriers(fact)) {
    const sent = sentAt(item, known.get(item.from ?? ''), times, (held) =>
      atMost(held, allowed(item.from ?? '', item.to, fact) ?? usual.pass),
    );
    for (const role of item.to) {
      const opened = items.opened(item, role);
      const lay = opened ? atMost(opened.at - item.at, usual.open) : usual.open;
      if (lay === undefined) continue;
      times.set(role, Math.min(sent + lay, times.get(role) ?? Infinity));
    }
  }
  return times;
}

const atMost = (length: Ms, usual: Ms | undefined): Ms =>
  usual === undefined ? length : Math.min(length, usual);

/** When it could have been sent: what came from the script came when it came. */
function sentAt(
  item: Item,
  giver: Moment | undefined,
  times: Times,
  shortened: (held: Ms) => Ms,
): Ms {
  const knew = times.get(item.from ?? '');
  if (!giver || giver.seq > item.seq || knew === undefined || item.kind === 'inject')
    return item.at;
  return Math.min(item.at, Math.min(knew, giver.at) + shortened(item.at - giver.at));
}

type Ways = {
  readonly times: Times;
  readonly usual: Usual;
  readonly allowed: Allowed;
  readonly owed: readonly DutyResult[];
};

/** `needs`: one role's needs of one fact. */
function rowOf(
  knowledge: Knowledge,
  needs: readonly NeedResult[],
  ways: Ways,
): readonly ForesightRow[] {
  const [first] = [...needs].sort((a, b) => a.due - b.due);
  if (!first) return [];
  const { fact, role, due } = first;
  const learned = knowledge.knowers(fact).get(role);
  const own = ways.times.get(role);
  const reachable = own ?? byPlan(first, ways);
  if (reachable === undefined) return [];
  const feasible = learned ? Math.min(reachable, learned.at) : reachable;
  return [
    {
      fact,
      role,
      tasks: needs.flatMap((need) => need.task ?? []),
      decisions: needs.flatMap((need) => need.decision ?? []),
      due,
      feasible,
      ...(learned && { actual: learned.at, avoidable: learned.at - feasible }),
      rescued: needs.filter((need) => need.where !== 'known' && feasible <= need.due).length,
      byPlan: own === undefined,
      evidence: evidence(...needs.map((need) => need.evidence), learned?.seq),
    },
  ];
}

/** It never went there; had those who were to pass it on done so in the time they had, it would have. */
function byPlan({ role, fact }: NeedResult, ways: Ways): Ms | undefined {
  const { times, usual, allowed, owed } = ways;
  const planned = owed
    .filter((duty) => duty.to.includes(role))
    .flatMap((duty) =>
      duty.holders.flatMap((holder) => {
        const knew = times.get(holder);
        const pass = allowed(holder, [role], fact) ?? usual.pass;
        if (knew === undefined || pass === undefined || usual.open === undefined) return [];
        return [Math.max(knew, duty.since) + pass + usual.open];
      }),
    );
  return planned.length === 0 ? undefined : Math.min(...planned);
}
