/**
 * Facts that went to the wrong door: the planned receiver got nothing, while the one who had it to
 * give wrote to a role that the plan does not have there. Knows: broken hops. Does not know: motives.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import { type Evidence, evidence } from '../history.ts';
import type { Item } from '../items.ts';
import type { Chain } from './chain.ts';
import type { Ground, Hop } from './hops.ts';

export type Astray = {
  readonly link: Hop['link'];
  readonly facts: readonly FactId[];
  readonly from: readonly RoleId[];
  /** Who got it, and who should have. */
  readonly got: readonly RoleId[];
  readonly meant: readonly RoleId[];
  readonly evidence: Evidence;
};

export function astrayIn(ground: Ground, chains: readonly Chain[]): readonly Astray[] {
  const found = new Map<string, Astray>();
  for (const { hops, broken } of chains) {
    const hop = broken === undefined ? undefined : hops[broken];
    if (hop?.state !== 'unsent') continue;
    const key = `${hop.link.kind} ${hop.link.id}`;
    const astray = found.has(key) ? undefined : astrayOf(ground, hop);
    if (astray) found.set(key, astray);
  }
  return [...found.values()];
}

function astrayOf(ground: Ground, hop: Hop): Astray | undefined {
  const strays = hop.missing.flatMap((fact) =>
    hop.ready.flatMap((from) =>
      ground.arrivals
        .sent(fact, from)
        .filter((item) => ground.cast.plays(from) && isStray(ground, hop, fact, from, item))
        .map((item) => ({ fact, from, item })),
    ),
  );
  if (strays.length === 0) return undefined;
  return {
    link: hop.link,
    facts: [...new Set(strays.map((stray) => stray.fact))],
    from: [...new Set(strays.map((stray) => stray.from))],
    got: [...new Set(strays.flatMap((stray) => stray.item.to))],
    meant: hop.to,
    evidence: evidence(hop.evidence, ...strays.map((stray) => stray.item.seq)),
  };
}

/** Nobody it went to is a colleague, was meant to get it on any link, needs it, or had asked for it. */
function isStray(
  { cast, links, history, items }: Ground,
  hop: Hop,
  fact: FactId,
  from: RoleId,
  item: Item,
): boolean {
  const asked = item.replyTo === undefined ? undefined : items.byId.get(item.replyTo);
  return item.to.every((role) => {
    if (hop.to.includes(role) || asked?.from === role) return false;
    if (cast.organisation(role) === cast.organisation(from)) return false;
    if (links.some((link) => link.facts.includes(fact) && link.to.includes(role))) return false;
    const { tasks, decisions } = history.plan;
    const needs = tasks.some(
      (task) =>
        task.needs.includes(fact) &&
        [task.accountable, task.responsible, task.support, task.consulted, task.informed].some(
          (roles) => roles.includes(role),
        ),
    );
    return !needs && !decisions.some((d) => d.needs.includes(fact) && d.authority.includes(role));
  });
}
