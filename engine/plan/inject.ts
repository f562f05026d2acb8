/**
 * Injects and what they expect, as a Plan holds them. Knows: whom names stand for, markings, senders,
 * attachments. Does not know: when an inject is released.
 */
import { attachmentType, type FoundFile } from '../scenario/attachment.ts';
import { strictest, USUAL_MARKING } from '../scenario/marking.ts';
import type { Marking, Scenario } from '../scenario/schema.ts';
import type { Attachment, Expectation, Inject, RoleId, Sender } from './plan.ts';
import { compileTrigger, defined, rows, type Rows } from './source.ts';

type InjectSource = Rows<'injects'>[string];

/** What names stand for, worked out once: there may be thousands of injects. */
export type Names = {
  /** The roles behind `all` and behind each organisation and role. */
  readonly receivers: ReadonlyMap<string, readonly RoleId[]>;
  /** The injects whose contingency inject it is. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
};

export function namesOf(scenario: Scenario): Names {
  return { receivers: receiversOf(scenario), parents: parentsOf(scenario) };
}

export function compileInject(
  id: string,
  row: InjectSource,
  number: number,
  scenario: Scenario,
  names: Names,
): Inject {
  const levels = row.services && rows(row.services).map(([service, level]) => ({ service, level }));
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
    ...defined({ ifNot: row['if-not'], files: row.files, services: levels, notes: row.notes }),
  };
}

export function compileExpectations(
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

/** Only what injects carry: whatever else lies in the folder is no part of the exercise. */
export function compileFiles(
  injects: readonly Inject[],
  found: readonly FoundFile[],
): readonly Attachment[] {
  const named = new Set(injects.flatMap(({ files = [] }) => files));
  return found.flatMap(({ name, bytes, digest }) => {
    const type = attachmentType(name);
    return type && named.has(name) ? [{ name, type, bytes, digest }] : [];
  });
}

export function compileSender(from: InjectSource['from']): Sender {
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

export function markingOf({ marking }: Scenario): Marking {
  return marking ?? USUAL_MARKING;
}

/** `all`, organisations and roles, as the roles that somebody can sit in, each once. */
export function resolveReceivers(to: readonly string[], { receivers }: Names): readonly RoleId[] {
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
