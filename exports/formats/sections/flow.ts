/** Who knew which fact when, and where a fact was missing that somebody needed. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { FactResult, Possession, NeedResult } from '../../analysis/flow.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function flowSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.flow;
  const { facts, needs, coverage } = analysis.flow;
  const title = s.t.sections.flow;
  if (facts.length === 0) return { id: 'flow', title, blocks: [{ type: 'note', text: t.none }] };
  const missing = needs.filter((need) => need.where !== 'known');
  const met = String(needs.length - missing.length);
  const covered: readonly Block[] =
    coverage === undefined
      ? []
      : [{ type: 'para', text: t.coverage(s.share(coverage), met, String(needs.length)) }];
  return {
    id: 'flow',
    title,
    intro: t.intro,
    blocks: [
      knowledgeTable(analysis, s),
      ...covered,
      ...(missing.length > 0
        ? [needTable(missing, s)]
        : coverage === undefined
          ? []
          : [{ type: 'para', text: t.allMet } as const]),
    ],
  };
}

function knowledgeTable({ flow, names }: Analysis, s: Speaker): Block {
  const t = s.t.flow;
  const reached = new Set(flow.facts.flatMap((fact) => fact.roles.map((row) => row.role)));
  const roles = names.roles.filter((role) => reached.has(role.id) && !role.simulated);
  return {
    type: 'table',
    layout: 'matrix',
    caption: t.caption,
    columns: [
      { title: t.fact },
      { title: t.available, figure: true },
      ...roles.map((role) => ({ title: s.text(role.name) })),
    ],
    rows: flow.facts.map((fact) => [
      { text: s.name('facts', fact.fact) },
      availableCell(fact, s),
      ...roles.map((role) =>
        knownCell(
          fact.roles.find((row) => row.role === role.id),
          s,
        ),
      ),
    ]),
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
    columns: [{ title: t.fact }, { title: t.needer }, { title: t.purpose }, { title: t.where }],
    rows: needs.map((need) => [
      { text: s.name('facts', need.fact) },
      { text: s.name('roles', need.role) },
      {
        text:
          need.task === undefined
            ? s.name('decisions', need.decision ?? '')
            : s.name('tasks', need.task),
        sub: s.time(need.due),
      },
      {
        text: where[need.where],
        ...(need.heldBy.length > 0 && { sub: heldBy(s.roles(need.heldBy)) }),
        evidence: need.evidence,
      },
    ]),
  };
}
