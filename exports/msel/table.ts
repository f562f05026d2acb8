/**
 * A checked scenario as the drejebog's rows, in the order of the scenario's own numbering.
 * Knows: what goes into each column. Does not know: CSV and XLSX, or how cells are made harmless.
 */
import { reads } from '../../engine/scenario/condition.ts';
import type { Expectation, Inject, Plan } from '../../engine/plan/plan.ts';
import type { ConditionSource, Scenario } from '../../engine/scenario/schema.ts';
import { LANGS, say, type Lang, type Text } from '../../engine/scenario/text.ts';
import {
  formatDuration,
  formatExerciseTime,
  storyTime,
  type Ms,
} from '../../engine/scenario/time.ts';
import { addTo } from '../../engine/scenario/group.ts';
import { exactDuration, flow, flowList, joinIds } from './cell.ts';
import { COLUMNS, type Column, type ColumnId } from './column.ts';
import { MSEL_WORDS } from './wording.ts';

/** Text, a number, or a time of the exercise. */
export type Value = string | number | { readonly at: Ms };
export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
};
type Source = Scenario['injects'][string];
export type Cells = Partial<Record<ColumnId, Value>>;
type Context = {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly expectations: ReadonlyMap<string, readonly Expectation[]>;
  readonly tasks: ReadonlyMap<string, Plan['tasks'][number]>;
  readonly decisions: ReadonlyMap<string, Plan['decisions'][number]>;
  readonly objectives: ReadonlyMap<string, Plan['objectives'][number]>;
  readonly names: ReadonlyMap<string, Text>;
};

export function mselTable(scenario: Scenario, plan: Plan, lang: Lang): Table {
  const context = contextOf(plan, lang);
  const rows = plan.injects.flatMap((inject): readonly Cells[] => {
    const source = scenario.injects[inject.id];
    return source ? [cellsOf(inject, source, context)] : [];
  });
  const columns = COLUMNS.filter(
    ({ id, optional }) => !optional || rows.some((cells) => (cells[id] ?? '') !== ''),
  );
  return { columns, rows: rows.map((cells) => columns.map(({ id }) => cells[id] ?? '')) };
}

function contextOf(plan: Plan, lang: Lang): Context {
  const expectations = new Map<string, Expectation[]>();
  for (const row of plan.expectations) addTo(expectations, row.inject, row);
  const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    plan,
    lang,
    expectations,
    tasks: byId(plan.tasks),
    decisions: byId(plan.decisions),
    objectives: byId(plan.objectives),
    names: new Map([...plan.organisations, ...plan.roles].map(({ id, name }) => [id, name])),
  };
}

function cellsOf(inject: Inject, source: Source, context: Context): Cells {
  return {
    serial: inject.number,
    id: inject.id,
    title: say(source.title, context.lang),
    ...(typeof source.title === 'string' ? {} : textCells('title', source.title)),
    ...textCells('content', source.body),
    ...(source.notes === undefined ? {} : textCells('notes', source.notes)),
    ...triggerCells(inject, source, context),
    ...senderCells(source.from),
    ...expectationCells(inject, source, context),
    phase: joinIds(source.phase),
    each: source.each ?? '',
    domain: source.domain ?? '',
    to_roles: joinIds(source.to),
    channel: source.channel,
    tlp: source.marking ?? '',
    tlp_effective: inject.marking,
    facts_carried: joinIds(source.facts),
    services: source.services ? flow(levelsIn(source.services)) : '',
    objective_ids: joinIds(source.objectives),
    capability: capabilities(inject, context),
    contingency_if_not: source['if-not'] ?? '',
    attachments: (source.files ?? []).join('\n'),
    // Only a scenario without errors comes this far.
    status: 'ready',
  };
}

/** Levels as their planner wrote them: in whole per cent. */
function levelsIn(services: NonNullable<Source['services']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(services).map(([id, level]) => [id, `${Math.round(level * 100)}%`]),
  );
}

/** One text for every language, or one cell a language. */
export function textCells(field: 'title' | 'content' | 'notes' | 'from_name', text: Text): Cells {
  if (typeof text === 'string') return { [field]: text };
  return Object.fromEntries(
    LANGS.flatMap((lang) => (text[lang] === undefined ? [] : [[`${field}_${lang}`, text[lang]]])),
  );
}

export function senderCells(from: Source['from']): Cells {
  if (typeof from === 'string') return { from_role: from };
  return { ...textCells('from_name', from.name), from_played_by: from['played-by'] ?? '' };
}

function triggerCells({ trigger, id }: Inject, source: Source, context: Context): Cells {
  const type = typeOf(trigger, context.expectations.has(id));
  switch (trigger.type) {
    case 'at': {
      const { date, time } = storyTime(context.plan.story, trigger.at);
      const planned = { planned_exercise_time: { at: trigger.at }, story_time: `${date} ${time}` };
      return { type, trigger: 'time', ...planned };
    }
    case 'after': {
      const { delay, ...what } = source.after ?? {};
      const after = { ...what, ...(delay === undefined ? {} : { delay: exactDuration(delay) }) };
      return { type, trigger: kindOf(trigger.when), trigger_condition: flow({ after }) };
    }
    case 'when': {
      const when = conditionSource(source.when ?? {});
      return { type, trigger: kindOf(trigger.when), trigger_condition: flow({ when }) };
    }
    case 'manual':
      return { type, trigger: 'manual' };
    case 'if-not':
      return { type, trigger: 'absence' };
    default:
      return trigger satisfies never;
  }
}

type When = Extract<Inject['trigger'], { readonly type: 'when' }>['when'];

/** A choice of the players' releases it, or something else that happens. */
function kindOf(when: When): 'decision' | 'event' {
  return reads(when).every((key) => key.startsWith('decision:')) ? 'decision' : 'event';
}

/** Reserve; or pressure that grows because something was not done; or background; or the script. */
function typeOf(trigger: Inject['trigger'], expects: boolean): string {
  if (trigger.type === 'if-not') return 'contingency';
  const late = 'when' in trigger && JSON.stringify(trigger.when).includes('"is":"overdue"');
  if (late) return 'escalation';
  return expects ? 'scripted' : 'contextual';
}

/** The condition as its planner wrote it: its times as text again. */
export function conditionSource(condition: ConditionSource): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(condition).flatMap(([key, value]): readonly [string, unknown][] => {
      if (value === undefined) return [];
      if (typeof value === 'number') return [[key, exactDuration(value)]];
      if (key === 'not') return [[key, conditionSource(value as ConditionSource)]];
      if (key !== 'all' && key !== 'any') return [[key, value]];
      return [[key, (value as readonly ConditionSource[]).map(conditionSource)]];
    }),
  );
}

function expectationCells(inject: Inject, source: Source, context: Context): Cells {
  const rows = context.expectations.get(inject.id) ?? [];
  const tasks = [...new Set(rows.flatMap(({ task }) => task ?? []))];
  const interfaces = tasks.flatMap((task) => context.tasks.get(task)?.interface ?? []);
  return {
    expect: flowList((source.expect ?? []).map(expectationSource)),
    expected_action: rows.map((row) => actionOf(row, context)).join('\n'),
    expected_by: rows.map(({ within }) => deadline(inject, within, context.lang)).join('\n'),
    responsible_task_ids: joinIds(tasks),
    interface_ids: joinIds([...new Set(interfaces)]),
  };
}

function expectationSource(row: NonNullable<Source['expect']>[number]): object {
  const { within, role, to, ...rest } = row;
  const single = (ids: readonly string[]): unknown => (ids.length === 1 ? ids[0] : ids);
  return {
    role: single(role),
    ...rest,
    ...(to === undefined ? {} : { to: single(to) }),
    ...(within === undefined ? {} : { within: exactDuration(within) }),
  };
}

function actionOf(row: Expectation, context: Context): string {
  const { lang, names, tasks, decisions } = context;
  const name = (id: string): string => say(names.get(id) ?? id, lang);
  const task = row.task === undefined ? undefined : tasks.get(row.task)?.title;
  const decision = row.decision === undefined ? undefined : decisions.get(row.decision)?.question;
  const about = task ?? decision;
  const what = about === undefined ? row.to.map(name).join(', ') : say(about, lang);
  return `${name(row.role)}: ${MSEL_WORDS[lang].acts[row.does](what)}`;
}

function deadline({ trigger }: Inject, within: Ms, lang: Lang): string {
  if (trigger.type === 'at') return formatExerciseTime(trigger.at + within);
  return MSEL_WORDS[lang].after(formatDuration(within));
}

function capabilities({ objectives }: Inject, context: Context): string {
  return joinIds([
    ...new Set(objectives.flatMap((id) => context.objectives.get(id)?.capability ?? [])),
  ]);
}
