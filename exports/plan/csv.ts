/**
 * Chapters of a plan as tables for a spreadsheet: ids beside names, times in whole seconds, formulas
 * made harmless. Knows: the columns. Does not know: byte-order marks and where files go.
 */
import { plannedLetters } from '../../engine/plan/letter.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { csvCell } from '../formats/escape.ts';
import { decimal } from '../formats/words.ts';
import { flowOf, type FactFlow, type Given } from './flow.ts';
import type { Material } from './material.ts';
import { tallyOf } from './tally.ts';
import { type Teller, tellerOf } from './teller.ts';

type Value = string | number | undefined;

export function renderPlanCsv(
  m: Material,
  chapter: 'matrix' | 'facts' | 'interfaces' | 'counts',
  lang: Lang,
): string {
  const s = tellerOf(m.plan, lang);
  return { matrix, facts, interfaces, counts }[chapter](m, s);
}

function sheet(head: readonly string[], rows: readonly (readonly Value[])[]): string {
  const field = (value: Value): string =>
    value === undefined ? '' : typeof value === 'number' ? String(value) : csvCell(value);
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

const seconds = (ms: Ms | undefined): number | undefined =>
  ms === undefined ? undefined : Math.round(ms / 1000);

/** A role a column, under its id: a matrix that can be filtered and pasted. */
function matrix({ plan }: Material, s: Teller): string {
  const c = s.t.csv;
  return sheet(
    [c.task, c.taskTitle, c.within, c.critical, c.ambiguity, ...plan.roles.map(({ id }) => id)],
    plan.tasks.map((task) => [
      task.id,
      s.text(task.title),
      seconds(task.within),
      task.critical ? s.t.yes : s.t.no,
      task.ambiguity === undefined ? '' : s.text(task.ambiguity),
      ...plan.roles.map(({ id }) => plannedLetters(task, id).join(' ')),
    ]),
  );
}

/** A row for each fact and each role that gets it or needs it. */
function facts({ plan, schedule }: Material, s: Teller): string {
  const c = s.t.csv;
  const head = [c.fact, c.factText, c.role, c.roleName, c.organisation, c.gets, c.way, c.via];
  const rows = flowOf(plan, schedule).flatMap((flow) =>
    plan.roles.flatMap(({ id, organisation }): readonly (readonly Value[])[] => {
      const given = flow.given.get(id);
      const needs = flow.needs.filter(({ role }) => role === id);
      if (!given && needs.length === 0) return [];
      const name = [flow.fact, s.fact(flow.fact), id, s.role(id), s.organisation(organisation)];
      const bys = needs.flatMap(({ by }) => (by === undefined ? [] : [by]));
      return [
        [
          ...name,
          ...way(given, s),
          needs.map((need) => `${need.for}:${need.id}`).join(' '),
          bys.length === 0 ? undefined : seconds(Math.min(...bys)),
          c.statuses[statusOf(needs)],
        ],
      ];
    }),
  );
  return sheet([...head, c.needs, c.by, c.status], rows);
}

function way(given: Given | undefined, s: Teller): readonly Value[] {
  const { ways } = s.t.csv;
  return given ? [seconds(given.at), ways[given.way], given.via] : [undefined, ways.none, ''];
}

const WORST = ['hole', 'message', 'late', 'covered'] as const;

function statusOf(needs: FactFlow['needs']): (typeof WORST)[number] | 'spare' {
  return WORST.find((status) => needs.some((need) => need.status === status)) ?? 'spare';
}

function interfaces({ plan, schedule, sources }: Material, s: Teller): string {
  const c = s.t.csv;
  return sheet(
    [
      c.id,
      c.title,
      c.from,
      c.to,
      c.carries,
      c.starts,
      c.at,
      c.within,
      c.tasks,
      c.source,
      c.confidence,
    ],
    plan.interfaces.map(({ id, title, from, to, carries, starts, within }) => [
      id,
      s.text(title),
      from.join(' '),
      to.join(' '),
      carries.join(' '),
      starts ? s.condition(starts) : '',
      seconds(starts ? schedule.interface(id)?.at : undefined),
      seconds(within),
      plan.tasks.flatMap((task) => (task.interface === id ? [task.id] : [])).join(' '),
      sources.get(id)?.source ?? '',
      sources.get(id)?.confidence ?? '',
    ]),
  );
}

function counts({ plan, schedule, edition }: Material, s: Teller): string {
  const c = s.t.csv;
  const whole = edition === 'controllers';
  const hidden = whole ? [c.reserves, c.expectations] : [];
  const head = [c.phase, c.phaseTitle, c.thread, c.enters, c.length, c.injects, ...hidden];
  return sheet(
    [...head, c.tasks, c.decisions, c.facts, c.load, c.idle],
    tallyOf(plan, schedule).map((row) => [
      row.span?.phase ?? '',
      row.span ? s.phase(row.span.phase) : s.t.counts.outside,
      row.span?.thread ?? '',
      seconds(row.span?.from),
      seconds(row.length),
      row.injects.length,
      ...(whole ? [row.reserves, row.expectations] : []),
      row.tasks,
      row.decisions,
      row.facts,
      decimal(row.load, 1, '.'),
      row.idle.join(' '),
    ]),
  );
}
