/**
 * Measures of a plain network from a library: who lies between others, and who belongs together.
 * Knows: nodes and weighted pairs by number. Does not know: roles.
 */
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import { chance } from '../../../engine/exercise/chance.ts';

// Both are CommonJS functions whose types describe a default export that is not there.
const betweennessOf = betweennessModule as unknown as typeof betweennessModule.default;
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Two nodes that had to do with each other, either way, and how much. */
export type Pair = { readonly a: number; readonly b: number; readonly weight: number };

type Net = UndirectedGraph<Record<string, never>, { readonly weight: number }>;

function graphOf(nodes: number, pairs: readonly Pair[]): Net {
  const graph: Net = new UndirectedGraph();
  for (let i = 0; i < nodes; i += 1) graph.addNode(String(i));
  for (const { a, b, weight } of pairs) graph.addEdge(String(a), String(b), { weight });
  return graph;
}

/**
 * Freeman's betweenness of each node, without direction or weight, as a share of what is possible
 * (Brandes' algorithm). All 0 below three nodes.
 */
export function betweenness(nodes: number, pairs: readonly Pair[]): readonly number[] {
  if (nodes < 3) return Array.from({ length: nodes }, () => 0);
  const found = betweennessOf(graphOf(nodes, pairs), { getEdgeWeight: null });
  return Array.from({ length: nodes }, (_, i) => found[String(i)] ?? 0);
}

/** The community of each node (Louvain, weighted, from a fixed source of chance). */
export function communities(nodes: number, pairs: readonly Pair[]): readonly number[] {
  if (pairs.length === 0) return Array.from({ length: nodes }, (_, i) => i);
  let drawn = 0;
  const rng = (): number => chance(1, String((drawn += 1)));
  const found = louvain(graphOf(nodes, pairs), { getEdgeWeight: 'weight', rng });
  return Array.from({ length: nodes }, (_, i) => found[String(i)] ?? i);
}
