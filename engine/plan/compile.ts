/**
 * Compiles a checked scenario to a Plan: defaults filled in, groups resolved to roles, conditions
 * read. Knows: the language's meaning. Does not know: mistakes; check has already found them.
 */
import type { FoundFile } from '../scenario/attachment.ts';
import type { Catalogue } from '../scenario/catalogue.ts';
import type { Scenario } from '../scenario/schema.ts';
import { readDuration, readStory } from '../scenario/time.ts';
import { compileBank } from './bank.ts';
import { compileExpectations, compileFiles, compileInject, markingOf, namesOf } from './inject.ts';
import {
  PLAN_FORMAT,
  type Clock,
  type Decision,
  type Interface,
  type Matter,
  type Phase,
  type Plan,
  type Restoring,
  type Service,
  type Task,
} from './plan.ts';
import { compileQuestions } from './question.ts';
import { condition, defined, rows, type Rows } from './source.ts';

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
  const names = namesOf(scenario);
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
      ...defined({ certainty: row.certainty, variantOf: row['variant-of'] }),
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
      bank: compileBank(scenario, names),
      services: rows(scenario.services).map(([id, row]) => compileService(id, row)),
    }),
    ...(scenario.letters === 'shown' ? { letters: scenario.letters } : {}),
  };
}

/** Leaves out empty lists: a Plan that does without a newer part of the language keeps its digest. */
function filled<T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> {
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(kept) as Partial<T>;
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
      restores: row.restores && restoringOf(row.restores),
    }),
  };
}

function restoringOf(
  restores: NonNullable<Rows<'tasks'>[string]['restores']>,
): readonly Restoring[] {
  return rows(restores).map(([service, to]) =>
    typeof to === 'number'
      ? { service, level: to }
      : { service, level: to.level, ...defined({ gap: to['data-gap'] }) },
  );
}

function compileService(id: string, row: Rows<'services'>[string]): Service {
  return {
    id,
    title: row.title,
    dependsOn: row['depends-on'] ?? [],
    weight: row.weight ?? 1,
    ...defined({ owner: row.owner, rto: row.rto, rpo: row.rpo }),
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
