/**
 * Changes beside the tasks: deputies where nobody could step in, interfaces where facts went without
 * one. Knows: chairs, messages, the register. Does not know: tasks' letters, YAML.
 */
import type { FactId, Plan, RoleId } from '../../engine/plan/plan.ts';
import { byCodeUnit, say, type Text } from '../../engine/scenario/text.ts';
import { evidence, groupBy, unique } from '../analysis/history.ts';
import type { Item } from '../analysis/items.ts';
import type { OpenPoint } from './change.ts';
import { type Draft, type Ground, grounded, playedRoles } from './ground.ts';

/** A fact that crossed once crossed by chance; a register is for what happens again. */
const REPEATEDLY = 2;

export function deputyProposals(ground: Ground): {
  readonly changes: readonly Draft[];
  readonly questions: readonly OpenPoint[];
} {
  const { history, responsibility, validity, findings } = ground;
  const arisen = responsibility.tasks.filter((task) => task.run);
  const drafts = [...playedRoles(history.plan).values()].flatMap((role) => {
    if (role.deputy !== undefined) return [];
    // The code is another area's, and may not be among the findings of this version.
    const alone = findings.filter(
      ({ code, roles }) => (code as string) === 'SPOF' && roles.includes(role.id),
    );
    const owned = arisen.filter((task) =>
      task.cells.some((cell) => cell.role === role.id && cell.planned.includes('A')),
    );
    const vacant = validity.unseated.includes(role.id) && owned.length > 0;
    if (alone.length === 0 && !vacant) return [];
    const entries = evidence(...owned.map((task) => task.run?.evidence.slice(0, 1)));
    const seats = alone.length > 0 ? [] : (['unseated'] as const);
    const based = grounded(ground, alone, [role.id], alone.length > 0 ? [] : entries, seats);
    return [{ role: role.id, alone: alone.length > 0, based, deputy: colleague(ground, role.id) }];
  });
  return {
    changes: drafts.flatMap(({ role, alone, based, deputy }) =>
      deputy === undefined
        ? []
        : [{ ...based, edit: { type: 'deputy', role, deputy }, why: alone ? 'alone' : 'vacant' }],
    ),
    questions: drafts.flatMap(({ role, based, deputy }) =>
      deputy === undefined ? [{ ...based, type: 'deputy', role }] : [],
    ),
  };
}

/** In the same organisation, in a chair, and by the plan at work on most of what the role owns. */
function colleague({ history, validity }: Ground, id: RoleId): RoleId | undefined {
  const { roles, tasks } = history.plan;
  const house = roles.find((role) => role.id === id)?.organisation;
  const shared = (other: RoleId): number =>
    tasks.filter((t) => t.accountable.includes(id) && t.responsible.includes(other)).length;
  const best = [...playedRoles(history.plan).values()]
    .filter((role) => role.organisation === house && role.id !== id)
    .filter((role) => !validity.unseated.includes(role.id) && shared(role.id) > 0)
    .sort((a, b) => shared(b.id) - shared(a.id) || byCodeUnit(a.id, b.id));
  return best[0]?.id;
}

type Crossing = {
  readonly item: Item;
  readonly from: RoleId;
  readonly to: RoleId;
  readonly fact: FactId;
};

/** Between two organisations, one way: the facts that went there more than once outside the plan. */
export function interfaceProposals(ground: Ground): readonly Draft[] {
  const { plan } = ground.history;
  const players = playedRoles(plan);
  const houseOf = (role: RoleId): string => players.get(role)?.organisation ?? '';
  const groups = groupBy(crossings(ground), ({ from, to }) => `${houseOf(from)} ${houseOf(to)}`);
  const taken = new Set(plan.interfaces.map(({ id }) => id));
  return [...groups].flatMap(([houses, all]): readonly Draft[] => {
    const facts = [...groupBy(all, ({ fact }) => fact)]
      .filter(([, rows]) => new Set(rows.map(({ item }) => item.id)).size >= REPEATEDLY)
      .map(([fact]) => fact);
    const rows = all.filter(({ fact }) => facts.includes(fact));
    if (rows.length === 0) return [];
    const [from, to] = [unique(rows.map((r) => r.from)), unique(rows.map((r) => r.to))];
    const id = freeId(houses, taken);
    taken.add(id);
    const based = grounded(
      ground,
      [],
      [...from, ...to],
      evidence(...rows.map(({ item }) => item.seq)),
    );
    return [
      {
        ...based,
        edit: { type: 'interface', id, title: titleOf(plan, houses), from, to, carries: facts },
        why: 'crossed',
      },
    ];
  });
}

/** One organisation → the other, by their names. */
function titleOf({ organisations, languages }: Plan, houses: string): Text {
  const names = houses
    .split(' ')
    .map((id) => organisations.find((row) => row.id === id)?.name ?? id);
  if (names.every((name) => typeof name === 'string')) return names.join(' → ');
  const inLang = languages.map((lang) => [lang, names.map((name) => say(name, lang)).join(' → ')]);
  return Object.fromEntries(inLang) as Text;
}

function crossings({ history, items }: Ground): readonly Crossing[] {
  const { plan } = history;
  const players = playedRoles(plan);
  const known = new Set(plan.facts.map((fact) => fact.id));
  const byPlan = meantFor(plan);
  return items.all.flatMap((item) => {
    const { from } = item;
    if (item.kind !== 'message' || from === undefined || !players.has(from)) return [];
    const receivers = item.to.filter((to) => {
      const abroad =
        players.has(to) && players.get(to)?.organisation !== players.get(from)?.organisation;
      return abroad && items.opened(item, to) !== undefined && !byPlan(item, from, to);
    });
    const facts = item.facts.filter((fact) => known.has(fact));
    return receivers.flatMap((to) => facts.map((fact) => ({ item, from, to, fact })));
  });
}

/** What an interface, a task both have a part in, a decision or an expectation foresaw. */
function meantFor(plan: Plan): (item: Item, from: RoleId, to: RoleId) => boolean {
  const pairs = new Set<string>();
  const pair = (froms: readonly RoleId[], tos: readonly RoleId[]): void => {
    for (const from of froms) for (const to of tos) pairs.add(`${from} ${to}`);
  };
  for (const row of plan.interfaces) pair(row.from, row.to);
  for (const row of plan.expectations) pair([row.role], row.to);
  const groups = new Map<string, ReadonlySet<RoleId>>();
  for (const t of plan.tasks) {
    const all = [t.accountable, t.responsible, t.support, t.consulted, t.informed];
    groups.set(`task ${t.id}`, new Set(all.flat()));
  }
  for (const d of plan.decisions) {
    groups.set(`decision ${d.id}`, new Set([d.authority, d.consult, d.inform].flat()));
  }
  return ({ about }, from, to) => {
    if (pairs.has(`${from} ${to}`)) return true;
    const group =
      groups.get(`task ${about?.task ?? ''}`) ?? groups.get(`decision ${about?.decision ?? ''}`);
    return group !== undefined && group.has(from) && group.has(to);
  };
}

const LONGEST_ID = 64;

function freeId(houses: string, taken: ReadonlySet<string>): string {
  const stem = `if-${houses.replace(/[^A-Za-z0-9-]+/g, '-')}`.slice(0, LONGEST_ID - 4);
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
  return id;
}
