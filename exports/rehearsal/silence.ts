/**
 * What an exercise loses when one role does nothing: a run with the role silent beside one, with the
 * same seed, in which it is not. Knows: two tallies. Does not know: whether anybody would step in.
 */
import type { Behave } from '../../engine/exercise/bots/behaviour.ts';
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import { byCodeUnit } from '../../engine/scenario/text.ts';
import { runOnce, type Setting } from './runs.ts';
import type { Tally } from './tally.ts';

export type Silence = {
  readonly role: RoleId;
  readonly tasksUndone: readonly string[];
  /** Decisions that fell to their default. */
  readonly byDefault: readonly string[];
  readonly phasesLost: readonly string[];
  readonly phasesGained: readonly string[];
  /** Injects that no longer come. */
  readonly injectsLost: readonly string[];
  readonly contingencies: readonly string[];
  readonly interfacesUnused: readonly string[];
  /** Expectations on other roles that they no longer meet. */
  readonly othersFail: readonly string[];
  /** Who else no longer comes to know what. */
  readonly starved: readonly { readonly role: RoleId; readonly facts: readonly FactId[] }[];
  /** Consequences counted: what the list is ranked by. */
  readonly weight: number;
  /** Without this role a task stays undone, a decision untaken, or a phase unreached. */
  readonly singlePoint: boolean;
};

/** Every played role in turn, the gravest silence first. */
export function compareSilence(
  setting: Setting,
  tick: (done: number, of: number) => void = () => {},
): readonly Silence[] {
  const { plan } = setting.opening;
  const behave: Behave = setting.behave ?? new Map([['*', 'diligent']]);
  const base = runOnce({ ...setting, behave }).tally;
  const roles = plan.roles.filter(
    ({ id, playedBy }) => playedBy === 'participant' && behave.get(id) !== 'silent',
  );
  const found = roles.map(({ id }, i) => {
    const without = runOnce({ ...setting, behave: new Map([...behave, [id, 'silent']]) }).tally;
    tick(i + 1, roles.length);
    return silenceOf(id, base, without, plan.expectations);
  });
  return [...found].sort((a, b) => b.weight - a.weight || byCodeUnit(a.role, b.role));
}

function silenceOf(
  role: RoleId,
  base: Tally,
  without: Tally,
  expectations: readonly { readonly id: string; readonly role: RoleId }[],
): Silence {
  const lost = (kind: string, mark: string): readonly string[] =>
    marked(base, kind, mark).filter((id) => !without.seen.has(`${kind}:${id}:${mark}`));
  const gained = (kind: string, mark: string): readonly string[] =>
    marked(without, kind, mark).filter((id) => !base.seen.has(`${kind}:${id}:${mark}`));
  const own = new Set(expectations.filter((row) => row.role === role).map(({ id }) => id));
  const parts = {
    tasksUndone: lost('tasks', 'done'),
    byDefault: [...without.byDefault].filter((id) => !base.byDefault.has(id)).sort(byCodeUnit),
    phasesLost: lost('phases', 'entered'),
    phasesGained: gained('phases', 'entered'),
    injectsLost: [...lost('injects', 'released'), ...lost('contingencies', 'released')],
    contingencies: gained('contingencies', 'released'),
    interfacesUnused: lost('interfaces', 'used'),
    othersFail: lost('expectations', 'met').filter((id) => !own.has(id)),
    starved: starvedOf(role, base, without),
  };
  const facts = parts.starved.reduce((sum, row) => sum + row.facts.length, 0);
  const { starved, phasesGained, ...counted } = parts;
  const weight = facts + Object.values(counted).reduce((sum, ids) => sum + ids.length, 0);
  const { tasksUndone, byDefault, phasesLost } = parts;
  const singlePoint = tasksUndone.length + byDefault.length + phasesLost.length > 0;
  return { role, ...parts, weight, singlePoint };
}

function marked({ seen }: Tally, kind: string, mark: string): readonly string[] {
  const [start, end] = [`${kind}:`, `:${mark}`];
  return [...seen]
    .filter((key) => key.startsWith(start) && key.endsWith(end))
    .map((key) => key.slice(start.length, -end.length))
    .sort(byCodeUnit);
}

function starvedOf(silent: RoleId, base: Tally, without: Tally): Silence['starved'] {
  const missing = new Map<RoleId, FactId[]>();
  for (const key of [...base.known].sort(byCodeUnit)) {
    const [role = '', fact = ''] = key.split(':');
    if (role === silent || without.known.has(key)) continue;
    const facts = missing.get(role);
    if (facts) facts.push(fact);
    else missing.set(role, [fact]);
  }
  return [...missing].map(([role, facts]) => ({ role, facts }));
}
