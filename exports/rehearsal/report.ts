/**
 * A rehearsal as a report's tree of blocks. Knows: which sections there are.
 * Does not know: formats, or how anything was found.
 */
import { lookup } from '../../engine/plan/lookup.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { say, type Lang } from '../../engine/scenario/text.ts';
import { formatExerciseTime, MINUTE, type Ms } from '../../engine/scenario/time.ts';
import type { Badge, Block, Card, Cell, Report, Section } from '../formats/block.ts';
import { ticks } from '../formats/axis.ts';
import { pageHtml } from '../formats/page.ts';
import type { Covered, Share } from './coverage.ts';
import { QUARTER } from './load.ts';
import type { Never, Rehearsal } from './rehearsal.ts';
import { reachWord, sayings, type Sayings } from './saying.ts';
import type { Silence } from './silence.ts';
import { KINDS, MARKS, type Kind } from './target.ts';

export function rehearsalHtml(rehearsal: Rehearsal, plan: Plan, lang: Lang): string {
  return pageHtml(rehearsalReport(rehearsal, plan, lang));
}

export function rehearsalReport(rehearsal: Rehearsal, plan: Plan, lang: Lang): Report {
  const s = sayings(plan, lang);
  const { t } = s;
  return {
    lang,
    kicker: t.kicker,
    title: say(plan.title, lang),
    subtitle: t.subtitle,
    banner: t.banner,
    stamp: t.stamp,
    marking: plan.marking,
    contents: t.contents,
    evidenceLabel: t.evidence,
    facts: headFacts(rehearsal, plan, s),
    sections: [
      coverageSection(rehearsal, s),
      neverSection(rehearsal, s),
      loadSection(rehearsal, plan, s),
      silenceSection(rehearsal, s),
      methodSection(rehearsal, s),
      detailsSection(rehearsal, s),
    ],
    foot: t.foot,
  };
}

/** `it-manager: tavs; alle: omhyggelig`. */
export function behaveText({ behave }: Rehearsal, s: Sayings): string {
  return Object.entries(behave)
    .map(([role, behaviour]) => {
      const only = Object.keys(behave).length === 1;
      const who = role === '*' ? (only ? s.t.everyone : s.t.others) : s.role(role);
      return `${who}: ${s.t.behaviours[behaviour] ?? behaviour}`;
    })
    .join('; ');
}

function headFacts(rehearsal: Rehearsal, plan: Plan, s: Sayings): Report['facts'] {
  const t = s.t.facts;
  const { coverage, scenario, version } = rehearsal;
  const { first, last } = coverage.seeds;
  return [
    { lead: t.scenario, text: `${say(plan.title, s.lang)} (${scenario}, ${t.version} ${version})` },
    { lead: t.runs, text: String(coverage.runs) },
    { lead: t.seeds, text: s.t.seeds(String(first), String(last)) },
    { lead: t.behave, text: behaveText(rehearsal, s) },
    { lead: t.digest, text: rehearsal.digest },
    { lead: t.marking, text: plan.marking },
  ];
}

/** Kinds that the scenario has something of. */
export function kindsOf({ coverage }: Rehearsal): readonly Kind[] {
  return KINDS.filter((kind) => coverage.items.some((item) => item.kind === kind));
}

function coverageSection(rehearsal: Rehearsal, s: Sayings): Section {
  const { t } = s;
  const { total, kinds, runs } = rehearsal.coverage;
  const row = (name: string, share: Share, counts: string): readonly Cell[] => [
    { text: name },
    { text: t.of(String(share.covered), String(share.of)), figure: true },
    { text: s.share(share.share), bar: share.share, figure: true },
    { text: counts },
  ];
  const present = kindsOf(rehearsal);
  return {
    id: 'coverage',
    title: t.sections.coverage,
    intro: t.coverageIntro(
      s.share(total.share),
      String(total.covered),
      String(total.of),
      String(runs),
    ),
    blocks: [
      {
        type: 'table',
        caption: t.coverageCaption,
        quiet: true,
        columns: [
          { title: t.column.kind },
          { title: t.column.covered, figure: true },
          { title: t.column.share, figure: true },
          { title: t.column.counts },
        ],
        rows: [
          row(t.total, total, ''),
          ...present.map((kind) => row(t.kinds[kind], kinds[kind], t.counted[kind])),
        ],
      },
    ],
  };
}

function detailsSection(rehearsal: Rehearsal, s: Sayings): Section {
  const { items } = rehearsal.coverage;
  const blocks = kindsOf(rehearsal).map((kind) => detailTable(kind, items, s));
  return { id: 'details', title: s.t.sections.details, blocks };
}

function detailTable(kind: Kind, items: readonly Covered[], s: Sayings): Block {
  const { t } = s;
  return {
    type: 'table',
    caption: t.detailsCaption(t.kinds[kind]),
    columns: [
      { title: t.column.name },
      ...MARKS[kind].map((mark) => ({ title: t.marks[mark] ?? mark, figure: true })),
      { title: t.column.first, figure: true },
    ],
    rows: items
      .filter((item) => item.kind === kind)
      .map((item) => [
        { text: s.target(kind, item.id), sub: item.id },
        ...MARKS[kind].map((mark) => ({ text: String(item.marks[mark] ?? 0), figure: true })),
        { text: item.seed === undefined ? t.none : String(item.seed), figure: true },
      ]),
  };
}

const TONES = { walked: 'good', unproven: 'warn', none: 'bad', chance: 'calm' } as const;
const SHAPES = { walked: '✓', unproven: '◐', none: '✗', chance: '?' } as const;

function neverSection(rehearsal: Rehearsal, s: Sayings): Section {
  const { t } = s;
  const { never, manual } = rehearsal;
  const cards: readonly Block[] =
    never.length === 0
      ? [{ type: 'note', text: t.neverNone }]
      : [{ type: 'cards', cards: never.map((row) => neverCard(row, rehearsal, s)) }];
  const left = manual.map(({ kind, id }) => ({ text: s.target(kind, id) }));
  return {
    id: 'never',
    title: t.sections.never,
    intro: t.neverIntro,
    blocks: [
      ...cards,
      ...(left.length === 0
        ? []
        : [
            { type: 'para' as const, text: t.manualIntro },
            { type: 'list' as const, items: left },
          ]),
    ],
  };
}

function neverCard(never: Never, { scenario, coverage }: Rehearsal, s: Sayings): Card {
  const { t } = s;
  const { reached } = never;
  const badge: Badge = {
    tone: TONES[reached.type],
    shape: SHAPES[reached.type],
    label: t.reached[reached.type],
  };
  const steps = 'path' in reached ? s.path(reached.path) : [];
  const command = `beredt rehearse ${scenario} --seed ${coverage.seeds.first} --reach ${reachWord(never)}`;
  return {
    id: `never-${never.kind}-${never.id}`.replace(/[^\w-]/g, '-'),
    title: `${t.kinds[never.kind]}: ${s.target(never.kind, never.id)}`,
    badges: [badge],
    blocks: [
      ...(steps.length > 0
        ? [{ type: 'list' as const, ordered: true, items: steps.map((text) => ({ text })) }]
        : 'path' in reached
          ? [{ type: 'para' as const, text: t.nothingToDo }]
          : []),
      { type: 'para', text: s.verdict(reached) },
      ...('path' in reached ? [{ type: 'note' as const, text: t.command(command) }] : []),
    ],
  };
}

function loadSection({ load }: Rehearsal, plan: Plan, s: Sayings): Section {
  const { t } = s;
  const quarters = Math.max(1, ...load.map(({ received }) => received.length));
  const end = quarters * QUARTER;
  const full = Math.max(1, ...load.flatMap(({ received }) => received));
  const { roles, organisations } = lookup(plan);
  const house = (role: string): string =>
    say(organisations.get(roles.get(role)?.organisation ?? '')?.name ?? '', s.lang);
  return {
    id: 'load',
    title: t.sections.load,
    intro: t.loadIntro,
    blocks: [
      {
        type: 'strips',
        strips: {
          title: t.loadFigure,
          description: t.loadAlt(String(load.length), formatExerciseTime(end, false)),
          note: t.loadNote(s.number(full, 1)),
          end,
          full,
          width: QUARTER,
          rows: load.map(({ role, received }) => ({
            name: s.role(role),
            under: house(role),
            values: received,
          })),
          ticks: ticks(end, 10, QUARTER).map((at) => ({
            at,
            label: formatExerciseTime(at, false),
          })),
        },
      },
      loadTable(load, house, s),
    ],
  };
}

/** `3 t 5 min` in words that both languages share. */
export function lengthText(ms: Ms, s: Sayings): string {
  const minutes = Math.round(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  const unit = s.lang === 'da' ? 't' : 'h';
  const rest = `${minutes % 60}\u00a0min`;
  return hours === 0 ? rest : `${hours}\u00a0${unit} ${rest}`;
}

function loadTable(load: Rehearsal['load'], house: (role: string) => string, s: Sayings): Block {
  const { t } = s;
  const piled = load.some(({ pile }) => pile);
  const figure = (title: string) => ({ title, figure: true });
  return {
    type: 'table',
    caption: t.loadCaption,
    columns: [
      { title: t.column.role },
      figure(t.column.received),
      figure(t.column.peak),
      figure(t.column.open),
      figure(t.column.unopened),
      figure(t.column.acts),
      { title: t.column.idle },
      ...(piled ? [{ title: t.column.pile }] : []),
    ],
    rows: load.map((row): readonly Cell[] => {
      const cell = (text: string): Cell => ({ text, figure: true });
      const { idle, pile } = row;
      const all = row.received.reduce((sum, n) => sum + n, 0);
      return [
        { text: s.role(row.role), sub: house(row.role) },
        cell(s.number(all, 1)),
        cell(String(row.peak)),
        cell(String(row.open)),
        cell(String(row.unopened)),
        cell(s.number(row.acts, 1)),
        { text: t.idleAt(lengthText(idle.length, s), formatExerciseTime(idle.from, false)) },
        ...(piled
          ? [{ text: pile ? t.pileOf(String(pile.longest), String(pile.forgotten)) : t.none }]
          : []),
      ];
    }),
  };
}

function silenceSection({ silence }: Rehearsal, s: Sayings): Section {
  const { t } = s;
  const head = { id: 'silence', title: t.sections.silence };
  if (!silence) return { ...head, blocks: [{ type: 'note', text: t.silenceNotAsked }] };
  return {
    ...head,
    intro: t.silenceIntro,
    blocks: [
      {
        type: 'table',
        caption: t.silenceCaption,
        quiet: true,
        columns: [
          { title: t.column.rank, figure: true },
          { title: t.column.role },
          { title: t.column.weight, figure: true },
          { title: t.column.single },
          { title: t.column.what },
        ],
        rows: silence.map((row, i) => silenceRow(row, i + 1, s)),
      },
    ],
  };
}

function silenceRow(row: Silence, rank: number, s: Sayings): readonly Cell[] {
  const { t } = s;
  const critical: Badge = { tone: 'bad', shape: '▲', label: t.yes };
  return [
    { text: String(rank), figure: true },
    { text: s.role(row.role), sub: row.role },
    { text: String(row.weight), figure: true },
    row.singlePoint ? { text: '', badges: [critical] } : { text: t.no },
    { text: effectsOf(row, s).join(' ') || t.nothing },
  ];
}

/** What changes, each kind in one sentence. */
export function effectsOf(
  row: Silence,
  s: Sayings,
  fact: (id: string) => string = s.fact,
): readonly string[] {
  const { effect } = s.t;
  const named = (lead: string, kind: Kind, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`${lead}: ${ids.map((id) => s.target(kind, id)).join(', ')}.`];
  const asked = row.byDefault.map((id) => s.decision(id));
  const starved = row.starved.map(
    ({ role, facts }) => `${s.role(role)} (${facts.map(fact).join(', ')})`,
  );
  return [
    ...named(effect.tasksUndone, 'tasks', row.tasksUndone),
    ...(asked.length === 0 ? [] : [`${effect.byDefault}: ${asked.join(', ')}.`]),
    ...named(effect.phasesLost, 'phases', row.phasesLost),
    ...named(effect.phasesGained, 'phases', row.phasesGained),
    ...named(effect.injectsLost, 'injects', row.injectsLost),
    ...named(effect.contingencies, 'injects', row.contingencies),
    ...named(effect.interfacesUnused, 'interfaces', row.interfacesUnused),
    ...named(effect.othersFail, 'expectations', row.othersFail),
    ...(starved.length === 0 ? [] : [`${effect.starved}: ${starved.join('; ')}.`]),
  ];
}

function methodSection({ digest, engine, coverage }: Rehearsal, s: Sayings): Section {
  const t = s.t.facts;
  const { first, last } = coverage.seeds;
  return {
    id: 'method',
    title: s.t.sections.method,
    blocks: [
      {
        type: 'pairs',
        rows: [
          ...s.t.methodRows.map(([lead, text]) => ({ lead, text })),
          { lead: t.seeds, text: s.t.seeds(String(first), String(last)) },
          { lead: t.digest, text: digest },
          { lead: t.engine, text: engine },
        ],
      },
    ],
  };
}
