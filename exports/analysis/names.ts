/**
 * The names behind the ids, so that a report can be written without the Plan, which holds the
 * controllers' secrets. Knows: titles. Does not know: which language the reader has.
 */
import type { PictureSection } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Act, Capability, Marking } from '../../engine/scenario/schema.ts';
import type { Text } from '../../engine/scenario/text.ts';
import { type History, of } from './history.ts';

export type Named = { readonly id: string; readonly name: Text };
export type Names = {
  readonly organisations: readonly Named[];
  readonly roles: readonly (Named & {
    readonly organisation: string;
    readonly simulated: boolean;
  })[];
  readonly objectives: readonly (Named & { readonly capability: Capability })[];
  readonly facts: readonly (Named & { readonly marking: Marking })[];
  readonly tasks: readonly Named[];
  readonly interfaces: readonly (Named & {
    readonly from: readonly RoleId[];
    readonly to: readonly RoleId[];
  })[];
  readonly decisions: readonly (Named & { readonly options: readonly Named[] })[];
  /** `thread`: the strand beside the storyline that a phase belongs to. */
  readonly phases: readonly (Named & { readonly thread?: string })[];
  readonly injects: readonly (Named & { readonly number?: number })[];
  readonly expectations: readonly {
    readonly id: string;
    readonly does: Act;
    readonly role: RoleId;
  }[];
  readonly services: readonly Named[];
  readonly matters: readonly Named[];
  readonly clocks: readonly (Named & {
    readonly organisation: string;
    readonly source: string;
    readonly confidence: string;
  })[];
  /** The hot wash's. */
  readonly questions: readonly Named[];
  readonly threads: readonly Named[];
  /** Polls, by the task they ask about, and probes, with what can be answered. */
  readonly asked: readonly (Named & {
    readonly kind: 'poll' | 'probe';
    readonly options: readonly Named[];
  })[];
  /** What was put before everybody; absent: nothing was. */
  readonly publications?: readonly Publication[];
};
/** A statement by its title, a version of the situation picture by its section. */
export type Publication = { readonly id: string } & (
  | { readonly kind: 'statement'; readonly name: Text }
  | { readonly kind: 'picture'; readonly section: PictureSection; readonly version: number }
);

export function namesOf(history: History): Names {
  const { plan } = history;
  const titled = ({ id, title }: { readonly id: string; readonly title: Text }): Named => ({
    id,
    name: title,
  });
  /** What control called it before it was released. */
  const retitled = new Map(
    of(history, 'inject.changed').flatMap(({ event: { inject, title } }) =>
      title === undefined ? [] : [[inject, title] as const],
    ),
  );
  return {
    organisations: plan.organisations.map(({ id, name }) => ({ id, name })),
    roles: plan.roles.map(({ id, name, organisation, playedBy }) => ({
      id,
      name,
      organisation,
      simulated: playedBy === 'simcell',
    })),
    objectives: plan.objectives.map((row) => ({ ...titled(row), capability: row.capability })),
    facts: plan.facts.map(({ id, text, marking }) => ({ id, name: text, marking })),
    tasks: plan.tasks.map(titled),
    interfaces: plan.interfaces.map((row) => ({ ...titled(row), from: row.from, to: row.to })),
    decisions: [
      ...plan.decisions.map(({ id, question, options }) => ({
        id,
        name: question,
        options: options.map(titled),
      })),
      ...of(history, 'decision.raised').map(({ event }) => ({
        id: event.decision,
        name: event.question,
        options: event.options.map(titled),
      })),
    ],
    phases: plan.phases.map((row) => ({
      ...titled(row),
      ...(row.thread !== undefined && { thread: row.thread }),
    })),
    injects: [
      ...plan.injects.map((row) => ({
        ...titled({ id: row.id, title: retitled.get(row.id) ?? row.title }),
        number: row.number,
      })),
      ...of(history, 'inject.written').map(({ event }) => ({
        id: event.inject,
        name: event.row.title,
      })),
    ],
    expectations: plan.expectations.map(({ id, does, role }) => ({ id, does, role })),
    services: (plan.services ?? []).map(titled),
    matters: plan.matters.map(titled),
    clocks: plan.clocks.map((row) => ({
      ...titled(row),
      organisation: row.organisation,
      source: row.source,
      confidence: row.confidence,
    })),
    questions: plan.hotWash.map(({ id, question }) => ({ id, name: question })),
    threads: (plan.threads ?? []).map(titled),
    asked: (plan.questions ?? []).map((row) =>
      row.kind === 'probe'
        ? { id: row.id, kind: row.kind, name: row.question, options: row.options.map(titled) }
        : {
            id: row.id,
            kind: row.kind,
            name: plan.tasks.find(({ id }) => id === row.task)?.title ?? row.task,
            options: [],
          },
    ),
    ...publicationsIn(history),
  };
}

function publicationsIn(history: History): Pick<Names, 'publications'> {
  const statements = of(history, 'statement.published').map(
    ({ event: { statement: id, title } }): Publication => ({ id, kind: 'statement', name: title }),
  );
  const versions = of(history, 'picture.updated').map(({ event }): Publication => {
    const { picture: id, section, version } = event;
    return { id, kind: 'picture', section, version };
  });
  const publications = [...statements, ...versions];
  return publications.length > 0 ? { publications } : {};
}
