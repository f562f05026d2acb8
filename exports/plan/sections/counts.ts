/** The exercise in figures: as a whole, phase by phase, by channel and domain. */
import type { Block, Cell, Section } from '../../formats/block.ts';
import { decimal } from '../../formats/words.ts';
import type { Material } from '../material.ts';
import { type Tally, tallyOf, usesOf } from '../tally.ts';
import type { Teller } from '../teller.ts';

export function countsSection(m: Material, s: Teller): Section {
  const t = s.t.counts;
  const rows = tallyOf(m.plan, m.schedule);
  return {
    id: 'counts',
    title: t.title,
    intro: t.intro,
    blocks: [tiles(m, s), phases(rows, m, s), uses(m, s), ...idle(rows, s)],
  };
}

function tiles({ plan, edition }: Material, s: Teller): Block {
  const t = s.t.counts.tiles;
  const reserves = plan.injects.filter(({ trigger }) => trigger.type === 'if-not').length;
  const whole = edition === 'controllers';
  const all: readonly (readonly [number, string])[] = [
    [plan.roles.length, t.roles],
    [plan.injects.length, t.injects],
    ...(whole
      ? ([
          [reserves, t.reserves],
          [plan.expectations.length, t.expectations],
        ] as const)
      : []),
    [plan.tasks.length, t.tasks],
    [plan.decisions.length, t.decisions],
    [plan.facts.length, t.facts],
    [plan.interfaces.length, t.interfaces],
  ];
  return { type: 'tiles', tiles: all.map(([value, label]) => ({ value: String(value), label })) };
}

export function tallyName({ span, aside }: Tally, s: Teller): { text: string; sub?: string } {
  if (!span) return { text: s.t.counts.outside };
  const thread =
    span.thread === undefined ? [] : [`${s.t.storyline.thread}: ${s.thread(span.thread)}`];
  const notes = [...thread, ...(aside ? [s.t.storyline.aside] : [])];
  return { text: s.phase(span.phase), ...(notes.length > 0 && { sub: notes.join(' · ') }) };
}

function phases(rows: readonly Tally[], { edition }: Material, s: Teller): Block {
  const t = s.t.counts;
  const whole = edition === 'controllers';
  const figures = whole
    ? [
        t.length,
        t.injects,
        t.reserves,
        t.expectations,
        t.tasks,
        t.decisions,
        t.facts,
        t.load,
        t.idle,
      ]
    : [t.length, t.injects, t.tasks, t.decisions, t.facts, t.load, t.idle];
  return {
    type: 'table',
    caption: t.caption,
    columns: [{ title: t.phase }, ...figures.map((title) => ({ title, figure: true }))],
    rows: rows.map((row) => {
      const numbers = [
        row.length === 0 ? s.t.nothing : s.length(row.length),
        row.injects.length,
        ...(whole ? [row.reserves, row.expectations] : []),
        row.tasks,
        row.decisions,
        row.facts,
        row.length === 0 ? s.t.nothing : decimal(row.load, 1, s.labels.comma),
        row.span ? row.idle.length : s.t.nothing,
      ];
      return [
        tallyName(row, s),
        ...numbers.map((number): Cell => ({ text: String(number), figure: true })),
      ];
    }),
  };
}

function uses({ plan }: Material, s: Teller): Block {
  const t = s.t.counts;
  const channels = usesOf(plan.injects, 'channel');
  const domains = usesOf(plan.injects, 'domain');
  const name = (key: string): string =>
    key in s.t.channels
      ? s.t.channels[key as keyof typeof s.t.channels]
      : s.t.domains[key as keyof typeof s.t.domains];
  const said = (list: typeof channels): string =>
    list.map(({ key, count }) => `${name(key)} ${count}`).join(', ') || s.t.nothing;
  return {
    type: 'pairs',
    rows: [
      { lead: t.channels, text: said(channels) },
      { lead: t.channels, text: said(domains) },
    ],
  };
}

function idle(rows: readonly Tally[], s: Teller): readonly Block[] {
  const t = s.t.counts;
  const idle = rows.filter((row) => row.span && row.idle.length > 0);
  const heading: Block = { type: 'heading', text: t.idleRoles };
  if (idle.length === 0) return [heading, { type: 'note', text: t.noIdle }];
  return [
    heading,
    {
      type: 'pairs',
      rows: idle.map((row) => ({ lead: tallyName(row, s).text, text: s.roles(row.idle) })),
    },
  ];
}
