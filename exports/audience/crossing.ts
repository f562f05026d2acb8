/**
 * What lies between sectors as an organisation may have it: its own first contact beyond its sector,
 * and who was heard on the decisions that it has a part in. Knows: links and decisions. Does not know:
 * the other sectors' contacts.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Crossings } from '../analysis/crossing/crossing.ts';
import type { SectorResult } from '../analysis/crossing/sectors.ts';
import type { SharedDecision } from '../analysis/crossing/shared.ts';
import type { Edge } from '../analysis/network/edges.ts';
import { type Fields, cut } from './cut.ts';
import { edgesFor } from './network.ts';
import { NOTHING } from './nothing.ts';
import { HIDDEN, type Sight } from './sight.ts';

type Ground = { readonly analysis: Analysis; readonly sight: Sight };

export const crossingFor = (analysis: Analysis, sight: Sight): Crossings =>
  cut(CROSSINGS, analysis.crossing, { analysis, sight });

const CROSSINGS: Fields<Crossings, Ground> = {
  sectors: (_, ground) => [ownSector(ground)],
  firstAcross: (_, ground) => {
    const first = firstBeyond(ground);
    return first && first.edge.firstAt - startOf(ground.analysis);
  },
  decisions: ({ decisions }, { analysis, sight }) =>
    decisions
      .filter((row) => sight.decision(row.decision))
      .map((row) => cut(decidesIt(row, analysis, sight) ? DECIDED : PARTY, row, sight)),
  // Shares of, and times over, what everybody asked and decided.
  consulted: () => undefined,
  joint: () => undefined,
  requests: () => NOTHING.crossing.requests,
  // They count from when somebody somewhere first knew, which is not its own to have.
  domains: () => [],
  digitalToPhysical: () => undefined,
  physicalToDigital: () => undefined,
};

const startOf = ({ timeline }: Analysis): number =>
  timeline.find(({ event }) => event.type === 'exercise.started')?.at ?? 0;

/** An organisation that names no sector is one by itself. */
const sectorOf = ({ names }: Analysis, house: string): string =>
  names.organisations.find(({ id }) => id === house)?.sector ?? house;

/** Its earliest link with a role of another sector, either way. */
function firstBeyond({ analysis, sight }: Ground): { edge: Edge; other: string } | undefined {
  const houses = new Map(analysis.names.roles.map((row) => [row.id, row.organisation]));
  const home = sectorOf(analysis, sight.organisation);
  const sector = (role: string): string => sectorOf(analysis, houses.get(role) ?? HIDDEN);
  const beyond = analysis.network.edges.filter(
    ({ from, to }) => sight.ownAny([from, to]) && sector(from) !== sector(to),
  );
  const [first] = [...beyond].sort((a, b) => a.firstAt - b.firstAt || 0);
  if (!first) return undefined;
  const other = [first.from, first.to].map(sector).find((id) => id !== home) ?? HIDDEN;
  const [edge] = edgesFor({ edges: [first] }, sight);
  return edge && { edge, other: sight.sector(other) };
}

function ownSector(ground: Ground): SectorResult {
  const { analysis, sight } = ground;
  const first = firstBeyond(ground);
  const players = analysis.names.roles.filter(({ id, simulated }) => sight.own(id) && !simulated);
  return {
    sector: sectorOf(analysis, sight.organisation),
    roles: players.length,
    ...(first && { firstAt: first.edge.firstAt, other: first.other }),
    evidence: first?.edge.evidence.slice(0, 1) ?? [],
  };
}

function decidesIt({ decision }: SharedDecision, { decisions }: Analysis, sight: Sight): boolean {
  const row = decisions.decisions.find((one) => one.decision === decision);
  return row !== undefined && (sight.ownAny(row.authority) || sight.own(row.run?.made?.role));
}

/** Whoever decides knows whom it was to hear. Each stands for itself, named or not. */
const DECIDED: Fields<SharedDecision, Sight> = {
  decision: ({ decision }) => decision,
  affected: ({ affected }, sight) => affected.map(sight.sector),
  heard: ({ heard }, sight) => heard.map(sight.sector),
  organisations: ({ organisations }, sight) => organisations.map(sight.house),
  evidence: (row, sight) => sight.entries(row.evidence),
};

/** Whoever was heard knows of itself, and of who it shares the decision with. */
const PARTY: Fields<SharedDecision, Sight> = {
  ...DECIDED,
  affected: () => [],
  heard: () => [],
};
