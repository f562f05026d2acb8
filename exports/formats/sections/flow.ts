/** Who knew which fact when, and where a fact was missing that somebody needed. */
import type { Analysis } from '../../analysis/analysis.ts';
import { groupBy } from '../../analysis/history.ts';
import type { FactResult, Possession } from '../../analysis/information/flow.ts';
import type { NeedResult } from '../../analysis/information/needs.ts';
import type { Block, Cell, Section, TableBlock } from '../block.ts';
import type { Knowledge } from '../charts/chart.ts';
import type { Speaker } from '../words.ts';
import { passingBlocks } from './passing.ts';
import { biographyBlocks } from './biography.ts';
import { dutyBlocks, markingBlocks } from './duties.ts';
import { foresightBlocks, purposeOf, spreadBlocks } from './spread.ts';

export function flowSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.flow;
  const { flow } = analysis;
  const title = s.t.sections.flow;
  if (flow.facts.length === 0) {
    return { id: 'flow', title, blocks: [{ type: 'note', text: t.none }] };
  }
  return {
    id: 'flow',
    title,
    intro: t.intro,
    blocks: [
      knowledgeBlock(analysis, s),
      ...needBlocks(analysis, s),
      ...noiseBlocks(analysis, s),
      ...biographyBlocks(flow.biographies, s),
      ...dutyBlocks(flow.duties, s),
      ...markingBlocks(flow.markings, s),
      ...spreadBlocks(flow.spread, s),
      ...foresightBlocks(flow.foresight, s),
      ...passingBlocks(analysis, s),
    ],
  };
}

function needBlocks({ flow }: Analysis, s: Speaker): readonly Block[] {
  const { needs, coverage } = flow;
  const t = s.t.flow;
  if (coverage === undefined) return [];
  const missing = needs.filter((need) => need.where !== 'known');
  const met = String(needs.length - missing.length);
  return [
    { type: 'para', text: t.coverage(s.share(coverage), met, String(needs.length)) },
    missing.length > 0 ? needTable(missing, s) : { type: 'para', text: t.allMet },
  ];
}

function noiseBlocks({ flow: { noise } }: Analysis, s: Speaker): readonly Block[] {
  if (noise.out === 0 || noise.unused.length === 0) return [];
  const text = s.t.flow.noise(
    String(noise.unused.length),
    String(noise.out),
    String(noise.noise.length),
  );
  return [{ type: 'para', text }];
}

type Named = Analysis['names']['roles'][0];

function knowledgeBlock({ flow, names, exercise }: Analysis, s: Speaker): Block {
  const reached = new Set(flow.facts.flatMap((fact) => fact.roles.map((row) => row.role)));
  const roles = names.roles.filter((role) => reached.has(role.id) && !role.simulated);
  const table = knowledgeTable(flow.facts, roles, s);
  if (roles.length === 0) return table;
  return { type: 'chart', chart: knowledgeChart(flow.facts, roles, exercise.end, s), table };
}

function knowledgeChart(
  facts: readonly FactResult[],
  roles: readonly Named[],
  end: number,
  s: Speaker,
): Knowledge {
  const t = s.t.flow;
  const shown = new Set(roles.map((role) => role.id));
  return {
    kind: 'knowledge',
    title: t.chart,
    text: t.chartText,
    end,
    rows: facts.map(({ fact }) => ({ id: fact, name: s.name('facts', fact) })),
    columns: roles.map((role) => ({ id: role.id, name: s.text(role.name) })),
    cells: facts.flatMap(({ fact, roles: rows }) =>
      rows
        .filter((row) => shown.has(row.role))
        .map(({ role, deliveredAt, knownAt, usedAt }) => ({
          row: fact,
          column: role,
          ...(deliveredAt !== undefined && { deliveredAt }),
          ...(knownAt !== undefined && { knownAt }),
          ...(usedAt !== undefined && { usedAt }),
        })),
    ),
    words: t.words,
  };
}

function knowledgeTable(
  facts: readonly FactResult[],
  roles: readonly Named[],
  s: Speaker,
): TableBlock {
  const t = s.t.flow;
  return {
    type: 'table',
    layout: 'matrix',
    caption: t.caption,
    columns: [
      { title: t.fact },
      { title: t.available, figure: true },
      ...roles.map((role) => ({ title: s.text(role.name) })),
    ],
    rows: facts.map((fact) => {
      const byRole = groupBy(fact.roles, (row) => row.role);
      return [
        { text: s.name('facts', fact.fact) },
        availableCell(fact, s),
        ...roles.map((role) => knownCell(byRole.get(role.id)?.[0], s)),
      ];
    }),
  };
}

function availableCell(fact: FactResult, s: Speaker): Cell {
  const text = fact.availableAt === undefined ? s.t.flow.never : s.time(fact.availableAt);
  return { text, figure: true };
}

function knownCell(row: Possession | undefined, s: Speaker): Cell {
  if (!row) return { text: '', figure: true };
  const t = s.t.flow;
  if (row.knownAt === undefined) return { text: t.unopened };
  const used = row.usedAt === undefined ? '' : ` ${t.used}`;
  const late = row.timeToKnow ? { sub: t.after(s.length(row.timeToKnow)) } : {};
  return { text: `${s.time(row.knownAt)}${used}`, ...late, figure: true };
}

function needTable(needs: readonly NeedResult[], s: Speaker): Block {
  const t = s.t.flow;
  const { where, heldBy } = s.t.decisions;
  return {
    type: 'table',
    caption: t.needs,
    columns: [
      { title: t.fact },
      { title: t.needer },
      { title: t.purpose },
      { title: t.where },
      { title: t.learned, figure: true },
    ],
    rows: needs.map((need) => [
      { text: s.name('facts', need.fact) },
      { text: s.name('roles', need.role) },
      { text: purposeOf(need, s), sub: s.time(need.due) },
      {
        text: where[need.where],
        ...(need.heldBy.length > 0 && { sub: heldBy(s.roles(need.heldBy)) }),
        evidence: need.evidence,
      },
      need.lateAt === undefined || need.lateBy === undefined
        ? { text: s.t.none, figure: true }
        : { text: s.time(need.lateAt), sub: t.lateBy(s.length(need.lateBy)), figure: true },
    ]),
  };
}
