/**
 * The names that an organisation's version needs, and no others: what is not there cannot be shown.
 * Knows: names. Does not know: which part asks for them.
 */
import type { Text } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { catalogue } from '../text.ts';
import { HIDDEN, type Sight } from './sight.ts';

type Names = Analysis['names'];

export function namesFor({ names, timeline }: Analysis, sight: Sight): Names {
  const roles = names.roles.filter(({ id }) => sight.met(id));
  const houses = new Set([sight.organisation, ...roles.map((row) => row.organisation)]);
  const declared = new Set(
    timeline.flatMap(({ event }) =>
      event.type === 'awareness.declared' && sight.own(event.role) ? [event.matter] : [],
    ),
  );
  const published = names.publications?.filter(({ id }) => sight.item(id)) ?? [];
  return {
    organisations: [
      ...names.organisations.filter(({ id }) => houses.has(id)),
      { id: HIDDEN, name: inBoth('otherOrganisation') },
    ],
    roles: [
      ...roles,
      { id: HIDDEN, name: inBoth('otherRole'), organisation: HIDDEN, simulated: false },
    ],
    objectives: names.objectives,
    facts: [
      ...names.facts.filter(({ id }) => sight.fact(id)),
      { id: HIDDEN, name: inBoth('otherFact'), marking: 'TLP:CLEAR' },
    ],
    tasks: names.tasks.filter(({ id }) => sight.task(id)),
    interfaces: names.interfaces.filter(({ id }) => sight.interface(id)),
    decisions: names.decisions.filter(({ id }) => sight.decision(id)),
    phases: [],
    injects: names.injects.filter(({ id }) => sight.item(id)),
    expectations: names.expectations.filter(({ id }) => sight.obligation(id)),
    matters: names.matters.filter(({ id }) => declared.has(id)),
    clocks: names.clocks.filter(({ id }) => sight.clock(id)),
    questions: names.questions,
    threads: [],
    services: [
      ...names.services.filter(({ id }) => sight.service(id)),
      ...(names.services.length > 0 ? [{ id: HIDDEN, name: inBoth('otherService') }] : []),
    ],
    asked: names.asked.filter(({ id }) => sight.question(id)),
    ...(published.length > 0 && { publications: published }),
  };
}

function inBoth(word: 'otherRole' | 'otherOrganisation' | 'otherFact' | 'otherService'): Text {
  return { da: catalogue('da').audience[word], en: catalogue('en').audience[word] };
}
