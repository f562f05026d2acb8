/**
 * Chains hop by hop, interfaces, ties and roles of the network, as sheets.
 * Knows: the columns. Does not know: how a sheet is written.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import { linkName } from '../sections/chains.ts';
import { interfaceName } from '../saying.ts';
import type { Speaker } from '../words.ts';
import { refs, seconds, sheet } from './sheet.ts';

export function coordinationTables(
  analysis: Analysis,
  s: Speaker,
): Readonly<Record<string, string>> {
  return {
    'chains.csv': chains(analysis, s),
    'interfaces.csv': interfaces(analysis, s),
    'network.csv': ties(analysis, s),
    'network-roles.csv': roles(analysis, s),
  };
}

/** One row a hop. */
function chains({ chains: { chains: all } }: Analysis, s: Speaker): string {
  const { csv: c, chains: t } = s.t.coordination;
  const { evidence } = s.t.csv;
  const what = [c.chainId, c.reach, c.hop, c.link, c.linkId, c.from, c.to, c.state];
  const figures = [c.facts, c.missing, c.ready, c.arrived, c.delay, c.receivers, c.reached];
  const funnel = [c.again, c.sent, c.opened, c.acknowledged];
  return sheet(
    s,
    [...what, ...figures, ...funnel, evidence],
    all.flatMap((chain) =>
      chain.hops.map((hop, i) => [
        chain.id,
        s.number(chain.reach, 3),
        i + 1,
        linkName(hop.link, s),
        hop.link.id,
        hop.from.join(' '),
        hop.to.join(' '),
        t.states[hop.state],
        hop.carried.join(' '),
        hop.missing.join(' '),
        seconds(hop.readyAt),
        seconds(hop.at),
        seconds(hop.delay),
        hop.receivers.length,
        hop.receivers.filter((row) => row.at !== undefined).length,
        hop.receivers.reduce((sum, row) => sum + row.again, 0),
        hop.funnel.sent,
        hop.funnel.opened,
        hop.funnel.acknowledged,
        refs(hop.evidence),
      ]),
    ),
  );
}

function interfaces({ interfaces: all }: Analysis, s: Speaker): string {
  const { csv: c, interfaces: t } = s.t.coordination;
  const { status, evidence } = s.t.csv;
  const words = s.t.interfaces;
  return sheet(
    s,
    [
      ...[c.linkId, c.interface, status, c.facts, c.missing, c.ready, c.arrived, c.delay],
      ...[c.how, c.offered, c.taken, c.declined, c.expired, c.median, c.ratings, evidence],
    ],
    all.map((row) => [
      row.interface,
      interfaceName(row.interface, s),
      words.statuses[row.status],
      row.carried.join(' '),
      row.missing.join(' '),
      seconds(row.triggeredAt),
      seconds(row.crossedAt),
      seconds(row.delay),
      row.accepted && t.how[row.accepted.how],
      row.offers.offered,
      row.offers.accepted,
      row.offers.declined,
      row.offers.expired,
      seconds(row.offers.median),
      row.ratings.map(({ rating, side }) => `${rating} (${t.sides[side]})`).join('; '),
      refs(row.evidence),
    ]),
  );
}

function ties({ network }: Analysis, s: Speaker): string {
  const { csv: c, networks: t } = s.t.coordination;
  return sheet(
    s,
    [
      c.fromId,
      c.from,
      c.toId,
      c.to,
      c.planned,
      c.contacts,
      c.weight,
      c.layers,
      c.first,
      s.t.csv.evidence,
    ],
    network.edges.map((edge) => [
      edge.from,
      s.name('roles', edge.from),
      edge.to,
      s.name('roles', edge.to),
      edge.planned,
      edge.contacts,
      s.number(edge.weight, 3),
      edge.layers.map((layer) => t.layers[layer]).join('; '),
      seconds(edge.firstAt),
      refs(edge.evidence),
    ]),
  );
}

/** What the network says of each role, and its queue. */
function roles({ network }: Analysis, s: Speaker): string {
  const { csv: c } = s.t.coordination;
  const queues = new Map(network.queues.map((queue) => [queue.role, queue]));
  const figure = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : s.number(value, 3);
  return sheet(
    s,
    [
      ...[s.t.csv.roleId, s.t.csv.role, c.wroteTo, c.heardFrom, c.rank, c.between, c.could],
      ...[c.status, c.cross, c.loss, c.items, c.peak, c.mean, c.wait, c.busy, c.left],
    ],
    network.roles.map((row) => {
      const queue = queues.get(row.role);
      return [
        row.role,
        s.name('roles', row.role),
        row.wroteTo,
        row.heardFrom,
        row.rank,
        row.between,
        row.reached,
        figure(row.status),
        figure(row.cross),
        figure(row.loss),
        queue?.items ?? 0,
        queue?.peak ?? 0,
        figure(queue?.mean ?? 0),
        seconds(queue?.wait ?? 0),
        figure(queue?.busy ?? 0),
        queue?.waiting ?? 0,
      ];
    }),
  );
}
