/** The way of the facts by plan: a table, the holes, and a matrix of who gets what when. */
import type { Fact, Plan } from '../../../engine/plan/plan.ts';
import type { Badge, Block, Cell, Section } from '../../formats/block.ts';
import { type FactFlow, flowOf, type Given, type Need } from '../flow.ts';
import type { Material } from '../material.ts';
import { pagesOf, type RolePage } from '../pages.ts';
import type { Teller } from '../teller.ts';

const MOST_COLUMNS = 14;

export function factsSection({ plan, schedule, edition }: Material, s: Teller): Section {
  const t = s.t.facts;
  if (plan.facts.length === 0) {
    return { id: 'facts', title: t.title, blocks: [{ type: 'note', text: t.none }] };
  }
  const flows = flowOf(plan, schedule);
  return {
    id: 'facts',
    title: t.title,
    intro: t.intro,
    blocks: [
      flowTable(flows, plan, s),
      { type: 'note', text: s.t.estimates },
      ...holes(flows, s),
      ...(edition === 'planners' ? [{ type: 'note', text: t.hiddenWays } as const] : []),
      { type: 'heading', text: t.matrix },
      ...matrices(flows, plan, s),
      { type: 'note', text: t.matrixNote },
    ],
  };
}

function flowTable(flows: readonly FactFlow[], plan: Plan, s: Teller): Block {
  const t = s.t.facts;
  return {
    type: 'table',
    caption: t.caption,
    columns: [t.fact, t.sources, t.ways, t.needers, t.status].map((title) => ({ title })),
    rows: flows.map((flow): readonly Cell[] => {
      const fact = plan.facts.find(({ id }) => id === flow.fact);
      const sources = flow.sources.map(({ inject, moment }) =>
        t.inject(s.number(inject), s.moment(moment)),
      );
      return [
        {
          text: s.fact(flow.fact),
          sub: subOf(fact, s),
        },
        sources.length === 0 ? { text: s.t.nothing } : { text: '', lines: sources },
        { text: flow.interfaces.join(', ') || s.t.nothing },
        flow.needs.length === 0 ? { text: s.t.nothing } : { text: '', lines: users(flow.needs, s) },
        { text: '', badges: statuses(flow, fact?.variantOf !== undefined, s) },
      ];
    }),
  };
}

/** From when it is true, or of what it is a changed version; how sure it is said to be; its marking. */
function subOf(fact: Fact | undefined, s: Teller): string {
  const t = s.t.facts;
  if (!fact) return '';
  const { variantOf, trueFrom, certainty, marking } = fact;
  const what =
    variantOf === undefined
      ? t.trueFrom(s.time(trueFrom))
      : t.variantOf(s.quote(s.fact(variantOf)));
  return [what, ...(certainty === undefined ? [] : [t.certainty[certainty]]), marking].join(' · ');
}

/** Roles that need it for the same thing are named together. */
function users(needs: readonly Need[], s: Teller): readonly string[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = `${need.for} ${need.id}`;
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    return first ? use(first, s.roles(group.map(({ role }) => role)), s) : '';
  });
}

function use(need: Need, roles: string, s: Teller): string {
  const by = need.by === undefined ? '' : s.t.estimate(s.time(need.by));
  return s.t.facts.use(roles, s.quote(purpose(need, s)), by);
}

const purpose = (need: Need, s: Teller): string =>
  need.for === 'task' ? s.task(need.id) : s.decision(need.id);

function statuses({ sources, needs }: FactFlow, variant: boolean, s: Teller): readonly Badge[] {
  const t = s.t.facts;
  const count = (status: Need['status']): number =>
    needs.filter((need) => need.status === status).length;
  const holes = count('hole');
  const late = count('late');
  const message = count('message');
  const found: readonly (Badge | false)[] = [
    sources.length === 0 && { tone: 'bad', shape: '×', label: t.unsourced },
    holes > 0 && { tone: 'bad', shape: '✗', label: t.hole(String(holes)) },
    late > 0 && { tone: 'warn', shape: '!', label: t.late(String(late)) },
    message > 0 && { tone: 'warn', shape: '✉', label: t.problems.message },
    needs.length === 0 &&
      (variant
        ? { tone: 'calm', shape: '≠', label: t.variant }
        : { tone: 'calm', shape: '–', label: t.unused }),
  ];
  const badges = found.filter((badge) => badge !== false);
  return badges.length === 0 ? [{ tone: 'good', shape: '✓', label: t.covered }] : badges;
}

function holes(flows: readonly FactFlow[], s: Teller): readonly Block[] {
  const t = s.t.facts;
  const rows = flows.flatMap((flow) =>
    flow.needs.flatMap((need): readonly (readonly Cell[])[] =>
      need.status === 'covered' ? [] : [hole(flow, need, need.status, s)],
    ),
  );
  if (rows.length === 0) return [{ type: 'note', text: t.noHoles }];
  return [
    {
      type: 'table',
      caption: t.holes,
      columns: [t.fact, t.holeRole, t.holeUse, t.holeBy, t.problem, t.holeHeld].map((title) => ({
        title,
      })),
      rows,
    },
  ];
}

function hole(
  { fact, given }: FactFlow,
  need: Need,
  status: 'hole' | 'late' | 'message',
  s: Teller,
): readonly Cell[] {
  const t = s.t.facts;
  const holders = [...given.values()].filter(
    ({ way, role }) => way === 'inject' && role !== need.role,
  );
  const mark = { hole: '✗', late: '!', message: '✉' }[status];
  const tone = status === 'hole' ? 'bad' : 'warn';
  return [
    { text: s.fact(fact) },
    { text: s.role(need.role) },
    { text: purpose(need, s) },
    { text: need.by === undefined ? s.t.nothing : s.t.estimate(s.time(need.by)) },
    { text: '', badges: [{ tone, shape: mark, label: t.problems[status] }] },
    { text: s.roles(holders.map(({ role }) => role)) },
  ];
}

function matrices(flows: readonly FactFlow[], plan: Plan, s: Teller): readonly Block[] {
  const t = s.t.facts;
  const touched = new Set(
    flows.flatMap(({ given, needs }) => [...given.keys(), ...needs.map(({ role }) => role)]),
  );
  const roles = plan.roles.filter(({ id }) => touched.has(id));
  return pagesOf(plan, roles, MOST_COLUMNS).map((page: RolePage, _, all) => ({
    type: 'table',
    layout: 'matrix',
    quiet: all.length === 1,
    caption:
      all.length === 1 ? t.matrix : t.matrixOf(s.list(page.organisations.map(s.organisation))),
    columns: [{ title: t.fact }, ...page.roles.map(({ id }) => ({ title: s.role(id) }))],
    rows: flows.map((flow) => [
      { text: s.fact(flow.fact) },
      ...page.roles.map(({ id }) => ({ text: cellText(flow, id) })),
    ]),
  }));
}

const WAYS: Readonly<Record<Given['way'], string>> = { inject: '', interface: '→', message: '✉' };

/** `01:30`, `→02:00•`, `✗`: when, by which way, and whether it is needed. */
export function cellText({ given, needs }: FactFlow, role: string): string {
  const got = given.get(role);
  const own = needs.filter((need) => need.role === role);
  if (!got) return own.length > 0 ? '✗' : '';
  const when = got.at === undefined ? '?' : hours(got.at);
  const late = own.some(({ status }) => status === 'late');
  return `${WAYS[got.way]}${when}${late ? '!' : own.length > 0 ? '•' : ''}`;
}

function hours(at: number): string {
  const minutes = Math.floor(at / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
