/**
 * Compiles a checked scenario to a Plan: defaults filled in, groups resolved to roles, conditions
 * read. Knows: the language's meaning. Does not know: mistakes; check has already found them.
 */
import type { Catalogue } from '../scenario/catalogue.ts';
import { attachmentType, type FoundFile } from '../scenario/attachment.ts';
import { readCondition, type Condition } from '../scenario/condition.ts';
import { strictest, USUAL_MARKING } from '../scenario/marking.ts';
import type { ConditionSource, Marking, Scenario } from '../scenario/schema.ts';
import { readDuration, readStory } from '../scenario/time.ts';
import {
  PLAN_FORMAT,
  type Attachment,
  type Clock,
  type Decision,
  type Expectation,
  type Inject,
  type Interface,
  type Matter,
  type Phase,
  type Plan,
  type Question,
  type RoleId,
  type Sender,
  type Task,
  type Trigger,
} from './plan.ts';

type Rows<S extends keyof Scenario> = NonNullable<Scenario[S]>;
type InjectSource = Rows<'injects'>[string];

/** What names stand for, worked out once: there may be thousands of injects. */
type Names = {
  /** The roles behind `all` and behind each organisation and role. */
  readonly receivers: ReadonlyMap<string, readonly RoleId[]>;
  /** The injects whose contingency inject it is. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
};

/**
 * `found`: the files that lie in the scenario's folder. Throws only where the scenario was not
 * checked first: that is a fault of ours.
 */
export function compile(
  scenario: Scenario,
  catalogue: Catalogue,
  found: readonly FoundFile[] = [],
): Plan {
  const length = scenario.length;
  const story = readStory(scenario.starts, length);
  if (!story) throw new Error(`unchecked scenario: starts is ${scenario.starts}`);
  const marking = markingOf(scenario);
  const tasks = rows(scenario.tasks).map(([id, row]) => compileTask(id, row));
  const names: Names = { receivers: receiversOf(scenario), parents: parentsOf(scenario) };
  const injects = rows(scenario.injects).map(([id, row], i) =>
    compileInject(id, row, i + 1, scenario, names),
  );
  return {
    format: PLAN_FORMAT,
    id: scenario.id,
    version: scenario.version,
    title: scenario.title,
    ...defined({
      summary: scenario.summary,
      purpose: scenario.purpose,
      contentWarning: scenario['content-warning'],
      threatBasis: scenario['threat-basis'],
    }),
    kind: scenario.kind,
    languages: scenario.languages,
    story,
    length,
    pace: scenario.pace,
    marking,
    begins: scenario.begins,
    organisations: rows(scenario.organisations).map(([id, { name, sector, catalogue: entry }]) => ({
      id,
      name,
      ...defined({ sector, catalogue: entry }),
    })),
    roles: rows(scenario.roles).map(([id, row]) => ({
      id,
      name: row.name,
      organisation: row.organisation,
      seats: compileSeats(row.seats),
      playedBy: row['played-by'] ?? 'participant',
      ...defined({
        deputy: row.deputy,
        briefing: row.briefing,
        clearedFor: row['cleared-for'] ?? scenario.organisations[row.organisation]?.['cleared-for'],
      }),
    })),
    objectives: rows(scenario.objectives).map(([id, { title, description, capability }]) => ({
      id,
      title,
      capability,
      ...defined({ description }),
    })),
    facts: rows(scenario.facts).map(([id, row]) => ({
      id,
      text: row.text,
      domain: row.domain ?? 'both',
      trueFrom: row['true-from'] ?? 0,
      marking: row.marking ?? marking,
    })),
    tasks,
    interfaces: rows(scenario.interfaces).map(([id, row]) => compileInterface(id, row, catalogue)),
    decisions: rows(scenario.decisions).map(([id, row]) => compileDecision(id, row)),
    phases: rows(scenario.phases).map(([id, row]) => compilePhase(id, row)),
    injects,
    expectations: rows(scenario.injects).flatMap(([id, row]) =>
      compileExpectations(id, row, scenario, names),
    ),
    ...compileClocks(tasks, scenario, catalogue),
    hotWash: rows(scenario['hot-wash']).map(([id, question]) => ({ id, question })),
    ...filled({
      threads: rows(scenario.threads).map(([id, { title, begins }]) => ({ id, title, begins })),
      questions: compileQuestions(scenario, names),
      files: compileFiles(injects, found),
    }),
  };
}

/** Leaves out empty lists: a Plan that does without a newer part of the language keeps its digest. */
function filled<T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> {
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(kept) as Partial<T>;
}

function rows<T>(section: { readonly [id: string]: T } | undefined): readonly [string, T][] {
  return Object.entries(section ?? {});
}

/** Leaves out what is undefined: a Plan is JSON, and JSON has no undefined. */
function defined<T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function condition(source: ConditionSource): Condition {
  const read = readCondition(source, []);
  if (!read) throw new Error(`unchecked scenario: ${JSON.stringify(source)} is no condition`);
  return read;
}

function compileSeats(seats: string | number | undefined): { min: number; max: number } {
  const [min = 1, max = min] = String(seats ?? 1)
    .split('-')
    .map(Number);
  return { min, max: Math.max(min, max) };
}

function compileTask(id: string, row: Rows<'tasks'>[string]): Task {
  return {
    id,
    title: row.title,
    accountable: row.accountable ?? [],
    responsible: row.responsible ?? [],
    support: row.support ?? [],
    consulted: row.consulted ?? [],
    informed: row.informed ?? [],
    needs: row.needs ?? [],
    within: row.within,
    critical: row.critical ?? false,
    domain: row.domain ?? 'both',
    objectives: row.objectives ?? [],
    ...defined({
      description: row.description,
      starts: row.starts && condition(row.starts),
      clock: row.clock,
      interface: row.interface,
      ambiguity: row.ambiguity,
    }),
  };
}

function compileInterface(
  id: string,
  row: Rows<'interfaces'>[string],
  catalogue: Catalogue,
): Interface {
  return {
    id,
    title: row.title ?? catalogue.interfaces[row.catalogue ?? '']?.title ?? id,
    from: row.from,
    to: row.to,
    carries: row.carries ?? [],
    ...defined({ starts: row.starts && condition(row.starts), within: row.within }),
  };
}

function compileDecision(id: string, row: Rows<'decisions'>[string]): Decision {
  return {
    id,
    question: row.question,
    authority: row.authority,
    consult: row.consult ?? [],
    inform: row.inform ?? [],
    needs: row.needs ?? [],
    within: row.within,
    default: row.default,
    phases: row.phase ?? [],
    options: rows(row.options).map(([option, { title, goto }]) => ({
      id: option,
      title,
      ...defined({ goto }),
    })),
    domain: row.domain ?? 'both',
    objectives: row.objectives ?? [],
    ...defined({ description: row.description, opens: row.opens && condition(row.opens) }),
  };
}

function compilePhase(id: string, row: Rows<'phases'>[string]): Phase {
  const next = typeof row.next === 'string' ? [{ to: row.next }] : (row.next ?? []);
  return {
    id,
    title: row.title,
    next: next.map(({ to, when }) => ({ to, ...defined({ when: when && condition(when) }) })),
    ...defined({
      description: row.description,
      thread: row.thread,
      length: row.length,
      gate: row.gate && condition(row.gate),
    }),
  };
}

function compileInject(
  id: string,
  row: InjectSource,
  number: number,
  scenario: Scenario,
  names: Names,
): Inject {
  return {
    id,
    number,
    title: row.title,
    body: row.body,
    from: compileSender(row.from),
    to: resolveReceivers(row.to, names),
    channel: row.channel,
    domain: row.domain ?? 'both',
    marking: row.marking ?? markingFor(row.facts ?? [], scenario),
    facts: row.facts ?? [],
    objectives: row.objectives ?? [],
    trigger: compileTrigger(row) ?? { type: 'if-not', of: names.parents.get(id) ?? [] },
    phases: row.phase ?? [],
    ...defined({ ifNot: row['if-not'], files: row.files, notes: row.notes }),
  };
}

function compileQuestions(scenario: Scenario, names: Names): readonly Question[] {
  type Asked = Rows<'polls'>[string] | Rows<'probes'>[string];
  const common = (id: string, row: Asked) => ({
    id,
    trigger: compileTrigger(row) ?? { type: 'manual' as const },
    to: resolveReceivers(row.to, names),
    objectives: row.objectives ?? [],
  });
  return [
    ...rows(scenario.polls).map(([id, row]): Question => ({
      ...common(id, row),
      kind: 'poll',
      task: row.task,
    })),
    ...rows(scenario.probes).map(([id, row]): Question => ({
      ...common(id, row),
      kind: 'probe',
      question: row.question,
      options: rows(row.options).map(([option, title]) => ({ id: option, title })),
      ...defined({ truth: row.truth }),
    })),
  ];
}

/** Only what injects carry: whatever else lies in the folder is no part of the exercise. */
function compileFiles(
  injects: readonly Inject[],
  found: readonly FoundFile[],
): readonly Attachment[] {
  const named = new Set(injects.flatMap(({ files = [] }) => files));
  return found.flatMap(({ name, bytes, digest }) => {
    const type = attachmentType(name);
    return type && named.has(name) ? [{ name, type, bytes, digest }] : [];
  });
}

function compileSender(from: InjectSource['from']): Sender {
  return typeof from === 'string' ? { role: from } : { name: from.name };
}

/** An inject without a marking is as closed as the most closed fact it carries. */
function markingFor(facts: readonly string[], scenario: Scenario): Marking {
  const marking = markingOf(scenario);
  return strictest(
    marking,
    facts.map((id) => scenario.facts?.[id]?.marking ?? marking),
  );
}

function markingOf({ marking }: Scenario): Marking {
  return marking ?? USUAL_MARKING;
}

/** `all`, organisations and roles, as the roles that somebody can sit in, each once. */
function resolveReceivers(to: readonly string[], { receivers }: Names): readonly RoleId[] {
  return [...new Set(to.flatMap((id) => receivers.get(id) ?? []))];
}

function receiversOf(scenario: Scenario): Names['receivers'] {
  const roles = rows(scenario.roles);
  const groups = ['all', ...Object.keys(scenario.organisations)].map((id) => {
    const group = roles.filter(([, role]) => id === 'all' || role.organisation === id);
    const played = group.filter(([, role]) => role['played-by'] !== 'simcell');
    // One can write to an organisation that is simulated altogether: control answers for it.
    return [id, (played.length > 0 ? played : group).map(([role]) => role)] as const;
  });
  return new Map<string, readonly RoleId[]>([
    ...groups,
    ...roles.map(([id]) => [id, [id]] as const),
  ]);
}

function parentsOf(scenario: Scenario): Names['parents'] {
  const parents = new Map<string, string[]>();
  for (const [id, { 'if-not': contingency }] of rows(scenario.injects)) {
    if (contingency === undefined) continue;
    parents.set(contingency, [...(parents.get(contingency) ?? []), id]);
  }
  return parents;
}

type Triggered = Pick<InjectSource, 'at' | 'after' | 'when' | 'manual'>;

/** The row's own trigger; undefined where it has none. */
function compileTrigger(row: Triggered): Exclude<Trigger, { readonly type: 'if-not' }> | undefined {
  if (row.at !== undefined) return { type: 'at', at: row.at };
  if (row.when) return { type: 'when', when: condition(row.when) };
  if (row.after) {
    const { delay, ...what } = row.after;
    return { type: 'after', when: condition(what), delay: delay ?? 0 };
  }
  return row.manual ? { type: 'manual' } : undefined;
}

function compileExpectations(
  inject: string,
  row: InjectSource,
  scenario: Scenario,
  names: Names,
): readonly Expectation[] {
  return (row.expect ?? []).flatMap((source, i) => {
    const { does, task, decision } = source;
    const within =
      source.within ??
      scenario.tasks?.[task ?? '']?.within ??
      scenario.decisions?.[decision ?? '']?.within ??
      0;
    const id = source.id ?? `${inject}.${i + 1}`;
    return source.role.map((role) => ({
      id: source.role.length > 1 ? `${id}/${role}` : id,
      ...(id.includes('/') ? { name: id } : {}),
      inject,
      role,
      does,
      to: resolveReceivers(source.to ?? [], names),
      facts: source.facts ?? [],
      within,
      ...defined({ task, decision }),
    }));
  });
}

function compileClocks(
  tasks: readonly Task[],
  scenario: Scenario,
  catalogue: Catalogue,
): { readonly clocks: readonly Clock[]; readonly matters: readonly Matter[] } {
  const clocks = tasks.flatMap((task): readonly Clock[] => {
    const entry = catalogue.clocks[task.clock ?? ''];
    const organisation = scenario.roles[task.accountable[0] ?? '']?.organisation;
    if (!task.clock || !entry || organisation === undefined) return [];
    const deadline = entry.deadline === undefined ? undefined : readDuration(entry.deadline);
    const { title, matter, source, confidence } = entry;
    return [
      {
        id: task.id,
        clock: task.clock,
        title,
        matter,
        organisation,
        source,
        confidence,
        ...defined({ deadline }),
      },
    ];
  });
  const used = [...new Set(clocks.map((clock) => clock.matter))];
  const matters = used.map((id) => ({ id, title: catalogue.matters[id]?.title ?? id }));
  return { clocks, matters };
}
