/**
 * Small scenarios in the planners' own language: a test writes what matters to it, the rest is
 * filled in. Knows: what a scenario must have. Does not know: the Plan; the compiler makes that.
 */
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readCatalogue, type Catalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { SourceFile } from '../../engine/scenario/read.ts';

type Row = Readonly<Record<string, unknown>>;
type Section = Readonly<Record<string, Row>>;

/** A scenario as data: what its YAML says. */
export type Source = Row & {
  readonly organisations?: Section;
  readonly roles?: Section;
  readonly facts?: Section;
  readonly tasks?: Section;
  readonly decisions?: Section;
  readonly phases?: Section;
  readonly injects?: Section;
};

export const catalogue: Catalogue = readCatalogue([
  {
    name: 'clocks.yaml',
    text: `beredt-catalogue: 1
matters:
  incident: { title: { da: Hændelse, en: Incident } }
  breach: { title: { da: Brud, en: Breach } }
clocks:
  warning: { title: Warning, matter: incident, deadline: 60m, starts: awareness, source: A, confidence: high }
  undue: { title: Without delay, matter: incident, starts: awareness, source: B, confidence: high }
  notice: { title: Notice, matter: breach, deadline: 2h, starts: awareness, source: C, confidence: low }
`,
  },
]).catalogue;

const HEAD = {
  beredt: 1,
  id: 'small',
  version: '1.0.0',
  title: 'Small exercise',
  kind: 'crisis-management',
  languages: ['en'],
  starts: '2026-09-18T02:10 Europe/Copenhagen',
  length: '4h',
  pace: 10,
  marking: 'TLP:GREEN',
};
const ORGANISATIONS = {
  operator: { name: 'Operator' },
  town: { name: 'Town' },
  media: { name: 'Media' },
};
/** Two in one organisation, one in another, and one that control plays. */
const ROLES = {
  duty: { name: 'Duty officer', organisation: 'operator', seats: '1-2' },
  boss: { name: 'Manager', organisation: 'operator' },
  lead: { name: 'Crisis lead', organisation: 'town' },
  press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
};
const INJECT = { from: { name: 'Guard' }, to: ['duty'], channel: 'phone' };
const TASK = { accountable: 'boss', responsible: ['duty'], within: '60m' };
const DECISION = {
  authority: ['boss'],
  within: '30m',
  default: 'stay',
  options: { cut: { title: 'Cut' }, stay: { title: 'Stay' } },
};

/** The whole scenario: `parts` replace whole sections, whose rows get what they leave out. */
export function source(parts: Source = {}): Source {
  const phases: Section = parts.phases ?? { alarm: {} };
  return {
    ...HEAD,
    begins: Object.keys(phases)[0],
    organisations: ORGANISATIONS,
    roles: ROLES,
    ...parts,
    phases: fill(phases, (id) => ({ title: id })),
    injects: fill(parts.injects ?? { call: { at: '0m' } }, (id) => ({
      ...INJECT,
      title: id,
      body: `About ${id}`,
    })),
    ...(parts.facts ? { facts: fill(parts.facts, (id) => ({ text: id })) } : {}),
    ...(parts.tasks ? { tasks: fill(parts.tasks, (id) => ({ title: id, ...TASK })) } : {}),
    ...(parts.decisions
      ? { decisions: fill(parts.decisions, (id) => ({ question: id, ...DECISION })) }
      : {}),
  };
}

function fill(section: Section, defaults: (id: string) => Row): Section {
  return Object.fromEntries(
    Object.entries(section).map(([id, row]) => [id, { ...defaults(id), ...row }]),
  );
}

/** JSON is YAML: what a planner's file would say. */
export function files(whole: Source): readonly SourceFile[] {
  return [{ name: 'scenario.yaml', text: JSON.stringify(whole) }];
}

/** The codes of the errors that keep it from running. */
export function errors(whole: Source): readonly string[] {
  return checkScenario(files(whole), catalogue)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, params }) => `${code} ${path} ${JSON.stringify(params)}`);
}

/** Through the checker and the compiler, as every scenario goes. Fails where it has an error. */
export function compiled(whole: Source): Plan {
  const { scenario } = checkScenario(files(whole), catalogue);
  if (!scenario) throw new Error(`the scenario has errors: ${errors(whole).join('; ')}`);
  return compile(scenario, catalogue);
}

/** A Plan from the parts that matter. */
export function scenario(parts: Source = {}): Plan {
  return compiled(source(parts));
}
