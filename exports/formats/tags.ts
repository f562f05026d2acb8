/**
 * By what findings can be chosen in a page: severity, organisation, principle. Tags are numbers in
 * lists of our own, so that no name from outside becomes one.
 */
import { SEVERITIES, type Finding } from '../analysis/finding.ts';
import type { Names } from '../analysis/names.ts';
import type { Filter, Tags } from './block.ts';
import { speak } from './saying.ts';
import type { Speaker } from './words.ts';

export type Choices = {
  readonly organisations: Names['organisations'];
  /** Organisations by role, each with its number among all. */
  readonly byRole: ReadonlyMap<string, number>;
  readonly principles: readonly string[];
};

export function choicesOf(findings: readonly Finding[], names: Names, s: Speaker): Choices {
  const { organisations, roles } = names;
  const index = new Map(organisations.map(({ id }, i) => [id, i]));
  return {
    organisations,
    byRole: new Map(roles.map(({ id, organisation }) => [id, index.get(organisation) ?? -1])),
    principles: [...new Set(findings.map((finding) => speak(finding, s).principle))],
  };
}

export function tagsOf(finding: Finding, { byRole, principles }: Choices, s: Speaker): Tags {
  const houses = [...finding.roles, ...finding.others].map((role) => byRole.get(role) ?? -1);
  return [
    `severity-${finding.severity}`,
    ...[...new Set(houses)].filter((i) => i >= 0).map((i) => `organisation-${i}`),
    `principle-${principles.indexOf(speak(finding, s).principle)}`,
  ];
}

/** Only what divides the findings is offered as a choice. */
export function filtersOf(
  findings: readonly Finding[],
  choices: Choices,
  s: Speaker,
): readonly Filter[] {
  const used = new Set(findings.flatMap((finding) => tagsOf(finding, choices, s)));
  const { page, severity } = s.t;
  const all: readonly Filter[] = [
    {
      label: page.severity,
      options: SEVERITIES.map((value) => ({ value: `severity-${value}`, label: severity[value] })),
    },
    {
      label: page.organisation,
      options: choices.organisations.map(({ name }, i) => ({
        value: `organisation-${i}`,
        label: s.text(name),
      })),
    },
    {
      label: page.principle,
      options: choices.principles.map((label, i) => ({ value: `principle-${i}`, label })),
    },
  ];
  return all
    .map(({ label, options }) => ({
      label,
      options: options.filter(({ value, label: said }) => used.has(value) && said !== ''),
    }))
    .filter(({ options }) => options.length > 1);
}
