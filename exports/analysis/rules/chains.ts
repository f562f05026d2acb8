/**
 * Rules on notification chains: where one broke, went round its planned way, came to the wrong door,
 * was told twice or submitted with something wanting. Knows: chains. Does not know: what was meant.
 */
import { byCodeUnit } from '../../../engine/scenario/text.ts';
import type { Chain } from '../chains/chain.ts';
import type { Chains } from '../chains/chains.ts';
import type { Hop } from '../chains/hops.ts';
import type { Doubt, Draft, Grounds, Severity } from '../finding.ts';
import { type Evidence, evidence, groupBy, unique } from '../history.ts';

export function chainFindings(grounds: Grounds): readonly Draft[] {
  return [
    ...breaks(grounds),
    ...strays(grounds),
    ...bypasses(grounds),
    ...doubles(grounds),
    ...incompletes(grounds),
  ];
}

type At = { readonly chain: Chain; readonly hop: Hop; readonly next: readonly Hop[] };

/**
 * The broken hops that are a finding: one a link, however many chains broke there. That an outcome was
 * not told (a task's own link) is NOT_INFORMED's to say, and that the last receiver did not open what
 * came is UNOPENED's. Where control was to send, nobody is asked.
 */
function brokenHops(
  { chains }: Chains,
  plays: (role: string) => boolean,
): readonly (readonly At[])[] {
  const all = chains.flatMap((chain): readonly At[] => {
    const hop = chain.broken === undefined ? undefined : chain.hops[chain.broken];
    if (!hop || hop.link.kind === 'task' || !hop.ready.some(plays)) return [];
    const next = chain.hops.slice((chain.broken ?? 0) + 1);
    return hop.state === 'unopened' && next.length === 0 ? [] : [{ chain, hop, next }];
  });
  return [...groupBy(all, ({ hop }) => linkOf(hop)).values()];
}

const linkOf = (hop: Pick<Hop, 'link'>): string => `${hop.link.kind} ${hop.link.id}`;

/** The interfaces whose silence a break already tells. */
export function brokenInterfaces({ chains, cast }: Grounds): ReadonlySet<string> {
  const hops = brokenHops(chains, cast.plays).flatMap((group) => group.map(({ hop }) => hop));
  return new Set(hops.filter((h) => h.link.kind === 'interface').map((h) => h.link.id));
}

function breaks(grounds: Grounds): readonly Draft[] {
  const { chains, cast } = grounds;
  const astray = new Set(chains.astray.map(linkOf));
  return brokenHops(chains, cast.plays).flatMap((group): readonly Draft[] => {
    const [first] = group;
    if (!first || astray.has(linkOf(first.hop))) return [];
    const unsent = group.some(({ hop }) => hop.state === 'unsent');
    const hops = group.map(({ hop }) => hop);
    const [senders, receivers] = [hops.flatMap((h) => h.ready), hops.flatMap((h) => h.to)];
    const facts = [...new Set(hops.flatMap((hop) => hop.missing))];
    const beyond = group.flatMap(({ next }) => next.flatMap((hop) => hop.to));
    return [
      {
        code: 'CHAIN_BREAK',
        severity: weightOf(grounds, facts, [...receivers, ...beyond]),
        variant: unsent ? 'unsent' : 'unopened',
        facts,
        roles: unique(unsent ? senders.filter(cast.plays) : receivers),
        others: unique(unsent ? receivers : senders),
        ...about(first.hop),
        measures: { lasted: grounds.history.end - (first.hop.readyAt ?? grounds.history.end) },
        doubts: doubtsOf(grounds, hops),
        // What had come so far, and with whom it stopped.
        evidence: evidence(...group.flatMap(({ chain, hop }) => [chain.evidence, hop.evidence])),
      },
    ];
  });
}

const about = ({ link }: Pick<Hop, 'link'>): Pick<Draft, 'interfaces' | 'tasks'> =>
  link.kind === 'interface'
    ? { interfaces: [link.id] }
    : link.kind === 'task'
      ? { tasks: [link.id] }
      : {};

/** Without a time of its own, a hop may only have wanted more time than there was. */
function doubtsOf({ history }: Grounds, hops: readonly Hop[]): readonly Doubt[] {
  const cut = hops.every((hop) => hop.due === undefined || hop.due > history.end);
  return cut ? ['verbal', 'cut'] : ['verbal'];
}

/** Grave where one who did not get it needs it for something critical, a clock or a decision. */
function weightOf(
  { history }: Grounds,
  facts: readonly string[],
  roles: readonly string[],
): Severity {
  const needs = (row: { readonly needs: readonly string[] }): boolean =>
    row.needs.some((fact) => facts.includes(fact));
  const tasks = history.plan.tasks.filter((t) => needs(t) && (t.critical || t.clock !== undefined));
  const actors = [
    ...tasks.flatMap((task) => [...task.accountable, ...task.responsible]),
    ...history.plan.decisions.filter(needs).flatMap((decision) => decision.authority),
  ];
  return roles.some((role) => actors.includes(role)) ? 'high' : 'medium';
}

function strays(grounds: Grounds): readonly Draft[] {
  return grounds.chains.astray.map((row) => ({
    code: 'WRONG_ADDRESSEE',
    severity: 'medium',
    facts: row.facts,
    roles: row.from,
    others: row.meant,
    ...about(row),
    doubts: ['verbal'],
    evidence: row.evidence,
  }));
}

type Passed = {
  readonly key: string;
  readonly by: string;
  readonly receiver: string;
  readonly hop: Hop;
  readonly chain: Chain;
  readonly never: boolean;
  readonly evidence: Evidence;
};

/** One finding a sender and a receiver, however many facts and chains. */
function bypasses({ chains }: Grounds): readonly Draft[] {
  const passed = chains.chains.flatMap((chain) =>
    chain.hops.flatMap((hop) =>
      hop.receivers.flatMap((receiver): readonly Passed[] => {
        if (receiver.way !== 'bypass' || receiver.by === undefined) return [];
        const { by, role, plannedAt } = receiver;
        const never = plannedAt === undefined;
        const key = `${by} ${role}`;
        return [{ key, by, receiver: role, hop, chain, never, evidence: receiver.evidence }];
      }),
    ),
  );
  return [...groupBy(passed, (row) => row.key).values()].flatMap((rows): readonly Draft[] => {
    const [first] = rows;
    if (!first) return [];
    const never = rows.some((row) => row.never);
    const interfaces = rows.flatMap(({ hop }) =>
      hop.link.kind === 'interface' ? [hop.link.id] : [],
    );
    return [
      {
        code: 'BYPASS',
        severity: never ? 'medium' : 'low',
        variant: never ? 'instead' : 'earlier',
        facts: unique(rows.flatMap(({ chain }) => chain.facts)),
        roles: [first.receiver],
        others: [first.by],
        interfaces: unique(interfaces).toSorted(byCodeUnit),
        evidence: evidence(...rows.map((row) => row.evidence)),
      },
    ];
  });
}

function doubles({ chains }: Grounds): readonly Draft[] {
  return chains.reports.doubled.map((row) => ({
    code: 'DOUBLE_REPORT',
    severity: 'low',
    tasks: [row.task],
    roles: row.by,
    others: [row.receiver],
    measures: { after: row.apart },
    evidence: row.evidence,
  }));
}

function incompletes({ chains }: Grounds): readonly Draft[] {
  return chains.reports.incomplete.map((row) => {
    const unknown = row.unknown.length > 0;
    return {
      code: 'CLOCK_INCOMPLETE',
      severity: unknown ? 'medium' : 'low',
      variant: unknown ? 'unknown' : 'left-out',
      clocks: [row.clock],
      tasks: [row.clock],
      facts: unknown ? row.unknown : row.leftOut,
      roles: [row.role],
      measures: { count: row.unknown.length + row.leftOut.length, total: row.needed },
      doubts: unknown ? [] : ['verbal'],
      evidence: row.evidence,
    };
  });
}
