/**
 * Notification chains as an organisation may have them: the stretches that its own roles had a part
 * in. Knows: chains. Does not know: one hop's own figures (hops).
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Astray } from '../analysis/chains/astray.ts';
import type { Chain, Deviation } from '../analysis/chains/chain.ts';
import type { Chains } from '../analysis/chains/chains.ts';
import type { Cut } from '../analysis/chains/cuts.ts';
import type { Hop } from '../analysis/chains/hops.ts';
import type { Doubled, Incomplete, Reports } from '../analysis/chains/reports.ts';
import { type Evidence, evidence } from '../analysis/history.ts';
import { type Fields, cut } from './cut.ts';
import { type Ground, hopFor, isOwnHop, linkFor, postOf } from './hops.ts';
import type { Sight } from './sight.ts';

/** Hops of one chain, one after the other, with the number of the first in the whole. */
type Stretch = { readonly chain: Chain; readonly first: number; readonly hops: readonly Hop[] };
type Row = { readonly evidence: Evidence };
const entries = (row: Row, sight: Sight): Evidence => sight.entries(row.evidence);

export function chainsFor(analysis: Analysis, sight: Sight): Chains {
  return cut(CHAINS, analysis.chains, { sight, post: postOf(analysis) });
}

const CHAINS: Fields<Chains, Ground> = {
  chains: ({ chains }, ground) =>
    chains
      .flatMap((chain) => stretchesOf(chain, ground.sight))
      .map((stretch) => cut(chainFields(stretch, ground), stretch.chain, ground))
      // Where nothing ever came to it, it was no part of the chain that it can know of.
      .filter(({ hops }) => hops.some(({ state }) => state !== 'unready')),
  // Counts over everybody's items: there are no rows to take one's own from.
  funnels: () => [],
  cuts: ({ cuts }, { sight }) =>
    cuts.filter((row) => sight.own(row.role)).map((row) => cut(CUT, row, sight)),
  astray: ({ astray }, { sight }) =>
    astray.filter((row) => sight.ownAny(row.from)).map((row) => cut(ASTRAY, row, sight)),
  reports: ({ reports }, { sight }) => cut(REPORTS, reports, sight),
};

/** What lies between two of its stretches is others', and so they are two. */
function stretchesOf(chain: Chain, sight: Sight): readonly Stretch[] {
  const found: { chain: Chain; first: number; hops: Hop[] }[] = [];
  chain.hops.forEach((hop, i) => {
    if (!isOwnHop(hop, sight)) return;
    const last = found.at(-1);
    if (last && last.first + last.hops.length === i) last.hops.push(hop);
    else found.push({ chain, first: i, hops: [hop] });
  });
  return found;
}

/** The figures of a chain are worked out anew from the stretch. */
function chainFields({ first, hops: own }: Stretch, ground: Ground): Fields<Chain, Ground> {
  const { sight } = ground;
  const hops = own.map((hop) => hopFor(hop, ground));
  const broken = hops.findIndex(({ state }) => state === 'unsent' || state === 'unopened');
  return {
    id: ({ id }) => id,
    facts: ({ facts }) => sight.facts(facts),
    entry: () => hops[0]?.from ?? [],
    // When it came into the exercise is known to those where it did.
    enteredAt: ({ entry, enteredAt }) =>
      enteredAt !== undefined && first === 0 && entry.every(sight.own) ? enteredAt : undefined,
    hops: () => hops,
    reach: () => hops.reduce((product, hop) => product * shareOf(hop), 1),
    broken: () => (broken < 0 ? undefined : broken),
    // It begins and ends with others.
    endToEnd: () => undefined,
    deviations: ({ deviations }) =>
      deviations.flatMap((row) => deviationFor(row, first, own, sight)),
    evidence: () => evidence(...hops.map((hop) => hop.evidence)),
  };
}

/** Its own receivers; where they are others', whether what it had to give went over. */
function shareOf({ receivers, state }: Hop): number {
  if (receivers.length === 0) return state === 'reached' || state === 'regular' ? 1 : 0;
  const reached = receivers.filter(
    ({ way, plannedAt }) => plannedAt !== undefined || way === 'planned' || way === 'regular',
  );
  return reached.length / receivers.length;
}

/** Only what differs at its own end, or between two hops that are both its own. */
function deviationFor(
  { kind, hop: number, roles }: Deviation,
  first: number,
  hops: readonly Hop[],
  sight: Sight,
): readonly Deviation[] {
  const hop = hops[number - first];
  if (!hop) return [];
  const own = {
    skipped: sight.ownAny(hop.ready),
    order: number > first,
    inserted: sight.ownAny([...roles, ...hop.to]),
    sender: sight.ownAny([...roles, ...hop.to]),
  };
  return own[kind] ? [{ kind, hop: number - first, roles: sight.neighbours(roles) }] : [];
}

const CUT: Fields<Cut, Sight> = {
  role: ({ role }) => role,
  deputy: ({ deputy }, sight) => (deputy === undefined ? undefined : sight.role(deputy)),
  facts: ({ facts }, sight) => sight.facts(facts),
  lost: ({ lost }, sight) => sight.neighbours(lost),
  chains: ({ chains }) => chains,
  broke: ({ broke }) => broke,
  evidence: entries,
};

const ASTRAY: Fields<Astray, Sight> = {
  link: ({ link }, sight) => linkFor(link, sight),
  facts: ({ facts }, sight) => sight.facts(facts),
  from: ({ from }, sight) => from.filter(sight.own),
  got: ({ got }, sight) => sight.neighbours(got),
  meant: ({ meant }, sight) => sight.neighbours(meant),
  evidence: entries,
};

const REPORTS: Fields<Reports, Sight> = {
  doubled: ({ doubled }, sight) =>
    doubled
      .filter((row) => sight.task(row.task) && sight.ownAny([row.receiver, ...row.by]))
      .map((row) => cut(DOUBLED, row, sight)),
  incomplete: ({ incomplete }, sight) =>
    incomplete.filter((row) => sight.clock(row.clock)).map((row) => cut(INCOMPLETE, row, sight)),
};

const DOUBLED: Fields<Doubled, Sight> = {
  task: ({ task }) => task,
  receiver: ({ receiver }, sight) => sight.neighbour(receiver),
  by: ({ by }, sight) => sight.neighbours(by),
  apart: ({ apart }) => apart,
  evidence: entries,
};

const INCOMPLETE: Fields<Incomplete, Sight> = {
  clock: ({ clock }) => clock,
  role: ({ role }, sight) => sight.role(role),
  unknown: ({ unknown }, sight) => sight.facts(unknown),
  leftOut: ({ leftOut }, sight) => sight.facts(leftOut),
  needed: ({ needed }) => needed,
  evidence: entries,
};
