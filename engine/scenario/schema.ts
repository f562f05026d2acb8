/**
 * The scenario language, format 1: what a planner may write, as one zod schema.
 * Knows: shapes, allowed words, defaults. Does not know: whether an id is defined (check does).
 */
import { z } from 'zod';
import { readLevel } from './level.ts';
import { LANGS, unwrap, type Text } from './text.ts';
import { readDuration } from './time.ts';

export const KINDS = [
  'crisis-management',
  'stress-test',
  'recovery-test',
  'cross-sector',
  'dilemma',
  'procedure',
] as const;
export const CHANNELS = [
  'phone',
  'email',
  'sms',
  'radio',
  'letter',
  'news',
  'social',
  'alarm',
  'broadcast',
  'sitrep',
  'meeting',
  'portal',
] as const;
/** TLP 2.0, ordered from open to closed. Never translated. */
export const MARKINGS = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
] as const;
/** How sure somebody is of a fact, in ascending order. */
export const CERTAINTIES = ['possible', 'likely', 'confirmed'] as const;
export const DOMAINS = ['digital', 'physical', 'both'] as const;
/** The five core tasks of Danish crisis management, used as capability headings (domain §2.1). */
export const CAPABILITIES = [
  'activation',
  'information',
  'coordination',
  'communication',
  'operations',
] as const;
export const ACTS = [
  'open',
  'acknowledge',
  'answer',
  'message',
  'task',
  'decision',
  'declare',
] as const;

/** Whether a role sees its own letters in a task's plan. Hidden: to know them is what is exercised. */
export const LETTERS = ['hidden', 'shown'] as const;

/** More municipalities than Denmark has. */
const MOST_INSTANCES = 200;
/** Strands that one room can follow, and that keep the chart small (decisions/009). */
export const MOST_THREADS = 6;

/** Parts of the language that later versions bring. The checker names them; it never ignores them. */
export const NOT_YET_SECTIONS = ['load'] as const;
export const NOT_YET_KEYS = ['rated-by'] as const;

/** One name, or an instance of a template by the names on the way to it: `kommune/nordby/lead`. */
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}(?:\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}){0,3}$/;
const id = z.string().regex(ID);
/** The template organisation that a row is repeated for. expand.ts has dealt with it before this. */
const each = id.optional();
const words = z.string().min(1).max(20_000).transform(unwrap);
const text: z.ZodType<Text> = z.union([
  words,
  z
    .strictObject({ da: words.exactOptional(), en: words.exactOptional() })
    .refine((t) => t.da ?? t.en, {
      params: { problem: 'empty-text' },
    }),
]);
const duration = z.string().transform((source, ctx) => {
  const ms = readDuration(source);
  if (ms === undefined) {
    ctx.addIssue({ code: 'custom', params: { problem: 'bad-duration', value: source } });
    return z.NEVER;
  }
  return ms;
});
/** A share of full service, `0%`–`100%`, read to 0–1. A bare number could be either; it is refused. */
const level = z.preprocess(
  (source: string | number) => (typeof source === 'number' ? String(source) : source),
  z.string().transform((source, ctx) => {
    const share = readLevel(source);
    if (share !== undefined) return share;
    ctx.addIssue({ code: 'custom', params: { problem: 'bad-level', value: source } });
    return z.NEVER;
  }),
);
const idOrIds = z.union([id, z.array(id).min(1)]).transform((v) => (Array.isArray(v) ? v : [v]));
const ids = z.array(id);
const record = <T extends z.ZodType>(row: T) => z.record(id, row);

/** One flat object whose allowed combinations condition.ts checks: an editor can complete it. */
export type ConditionSource = {
  fact?: string | undefined;
  'known-by'?: string[] | undefined;
  'opened-by'?: string[] | undefined;
  task?: string | undefined;
  decision?: string | undefined;
  inject?: string | undefined;
  expectation?: string | undefined;
  phase?: string | undefined;
  clock?: string | undefined;
  service?: string | undefined;
  is?: string | undefined;
  'time-after'?: number | undefined;
  all?: ConditionSource[] | undefined;
  any?: ConditionSource[] | undefined;
  not?: ConditionSource | undefined;
};

const condition: z.ZodType<ConditionSource> = z.lazy(() =>
  z.strictObject({
    fact: id.optional(),
    'known-by': idOrIds.optional(),
    'opened-by': idOrIds.optional(),
    task: id.optional(),
    decision: id.optional(),
    inject: id.optional(),
    expectation: z.string().optional(),
    phase: id.optional(),
    clock: id.optional(),
    service: id.optional(),
    is: z.string().optional(),
    'time-after': duration.optional(),
    all: z.array(condition).min(1).optional(),
    any: z.array(condition).min(1).optional(),
    not: condition.optional(),
  }),
);

/** A template's instances: names, or names with values of their own for `${each.…}` in texts. */
const instance = z.union([
  z.string().min(1).max(100),
  z
    .object({ name: z.string().min(1).max(100), id: id.exactOptional() })
    .catchall(z.union([z.string().max(2_000), z.number()])),
]);
const organisation = z.strictObject({
  name: text,
  sector: id.optional(),
  catalogue: id.optional(),
  'cleared-for': z.enum(MARKINGS).optional(),
  each: z.array(instance).min(1).max(MOST_INSTANCES).optional(),
});
const role = z.strictObject({
  name: text,
  organisation: id,
  seats: z.union([z.int().min(1).max(50), z.string().regex(/^\d{1,2}(-\d{1,2})?$/)]).optional(),
  deputy: id.optional(),
  'played-by': z.enum(['participant', 'simcell']).optional(),
  briefing: text.optional(),
  'cleared-for': z.enum(MARKINGS).optional(),
});
const objective = z.strictObject({
  title: text,
  description: text.optional(),
  capability: z.enum(CAPABILITIES),
});
const fact = z.strictObject({
  each,
  text,
  domain: z.enum(DOMAINS).optional(),
  'true-from': duration.optional(),
  marking: z.enum(MARKINGS).optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  'variant-of': id.optional(),
});
const task = z.strictObject({
  each,
  title: text,
  description: text.optional(),
  accountable: idOrIds.optional(),
  responsible: ids.optional(),
  support: ids.optional(),
  consulted: ids.optional(),
  informed: ids.optional(),
  needs: ids.optional(),
  starts: condition.optional(),
  within: duration,
  clock: z.string().optional(),
  interface: id.optional(),
  /** What the service's level is at least, once the task is done. */
  restores: z
    .record(id, z.union([level, z.strictObject({ level, 'data-gap': duration.optional() })]))
    .optional(),
  critical: z.boolean().optional(),
  domain: z.enum(DOMAINS).optional(),
  objectives: ids.optional(),
  /** Says that two accountable roles, or none, are meant: the plan's deliberate ambiguity. */
  ambiguity: text.optional(),
});
/** Something that works, or does not: what people need it for, and how long they can do without. */
const service = z.strictObject({
  title: text,
  'depends-on': ids.optional(),
  owner: id.optional(),
  rto: duration.optional(),
  rpo: duration.optional(),
  weight: z.number().min(0).max(100).optional(),
});
const interfaceRow = z.strictObject({
  each,
  title: text.optional(),
  catalogue: id.optional(),
  from: idOrIds,
  to: idOrIds,
  carries: ids.optional(),
  starts: condition.optional(),
  within: duration.optional(),
});
const decision = z.strictObject({
  each,
  question: text,
  description: text.optional(),
  authority: ids,
  consult: ids.optional(),
  inform: ids.optional(),
  needs: ids.optional(),
  opens: condition.optional(),
  within: duration,
  default: id,
  /** Where the storyline must stand for an option's goto to move it. */
  phase: idOrIds.optional(),
  options: z.record(id, z.strictObject({ title: text, goto: id.optional() })),
  domain: z.enum(DOMAINS).optional(),
  objectives: ids.optional(),
});
const branch = z.strictObject({ when: condition.optional(), to: id });
const phase = z.strictObject({
  title: text,
  description: text.optional(),
  thread: id.optional(),
  length: duration.optional(),
  gate: condition.optional(),
  next: z.union([id, z.array(branch).min(1)]).optional(),
});
const after = z.strictObject({
  inject: id.optional(),
  phase: id.optional(),
  decision: id.optional(),
  task: id.optional(),
  is: z.string().optional(),
  delay: duration.optional(),
});
const expectation = z.strictObject({
  id: id.optional(),
  role: idOrIds,
  does: z.enum(ACTS),
  task: id.optional(),
  decision: id.optional(),
  to: idOrIds.optional(),
  facts: ids.optional(),
  within: duration.optional(),
});
/** A role, or somebody who exists in the story alone and is played by control. */
const sender = z.union([
  id,
  z.strictObject({ name: text, 'played-by': z.literal('simcell').optional() }),
]);
const inject = z.strictObject({
  each,
  at: duration.optional(),
  after: after.optional(),
  when: condition.optional(),
  manual: z.literal(true).optional(),
  phase: idOrIds.optional(),
  from: sender,
  to: idOrIds,
  channel: z.enum(CHANNELS),
  domain: z.enum(DOMAINS).optional(),
  marking: z.enum(MARKINGS).optional(),
  title: text,
  body: text,
  facts: ids.optional(),
  /** What the service's level is from the release on. */
  services: z.record(id, level).optional(),
  objectives: ids.optional(),
  expect: z.array(expectation).optional(),
  'if-not': id.optional(),
  files: z.array(z.string().min(1).max(200)).min(1).max(10).optional(),
  notes: text.optional(),
});
/** A text that lies ready until control wants it. */
const prepared = z.strictObject({
  each,
  from: sender,
  to: idOrIds.optional(),
  channel: z.enum(CHANNELS),
  title: text,
  body: text,
  facts: ids.optional(),
  notes: text.optional(),
});
const thread = z.strictObject({ title: text, begins: id });
const asked = {
  at: duration.optional(),
  after: after.optional(),
  when: condition.optional(),
  manual: z.literal(true).optional(),
  to: idOrIds,
  objectives: ids.optional(),
};
const poll = z.strictObject({ each, ...asked, asks: z.literal('owner-of'), task: id });
const probe = z.strictObject({
  each,
  ...asked,
  question: text,
  options: z.record(id, text),
  truth: id.optional(),
});
/** A warning that the planner has looked at and stands by. */
const acceptance = z.strictObject({ code: id, at: z.string().min(1).max(300), because: text });
/** A value that `${name}` in texts stands for; a whole field that is `${name}` takes its type too. */
const parameter = z.union([z.string().max(2_000), z.number()]);

/** What stands at the top of scenario.yaml beside the sections. */
export const HEAD = {
  beredt: z.literal(1),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: text,
  summary: text.optional(),
  purpose: text.optional(),
  'content-warning': text.optional(),
  kind: z.enum(KINDS),
  languages: z.array(z.enum(LANGS)).min(1),
  'threat-basis': z
    .strictObject({ title: text, date: z.iso.date(), url: z.string().optional() })
    .optional(),
  starts: z.string(),
  length: duration,
  pace: z.number().min(0.1).max(3600),
  marking: z.enum(MARKINGS).optional(),
  begins: id,
  letters: z.enum(LETTERS).optional(),
  parameters: z.record(id, parameter).optional(),
  accept: z.array(acceptance).optional(),
};
export const HEAD_KEYS: readonly string[] = Object.keys(HEAD);

/** The shape of one row of each section; the checker reads row by row. */
export const ROWS = {
  organisations: organisation,
  roles: role,
  objectives: objective,
  facts: fact,
  tasks: task,
  services: service,
  interfaces: interfaceRow,
  decisions: decision,
  phases: phase,
  threads: thread,
  injects: inject,
  bank: prepared,
  polls: poll,
  probes: probe,
  'hot-wash': text,
};
export const EXPECTATION = expectation;
export const LEVEL = level;

export const scenarioSchema = z.strictObject({
  ...HEAD,
  organisations: record(organisation),
  roles: record(role),
  objectives: record(objective).optional(),
  facts: record(fact).optional(),
  tasks: record(task).optional(),
  services: record(service).optional(),
  interfaces: record(interfaceRow).optional(),
  decisions: record(decision).optional(),
  phases: record(phase),
  threads: record(thread).optional(),
  injects: record(inject),
  bank: record(prepared).optional(),
  polls: record(poll).optional(),
  probes: record(probe).optional(),
  'hot-wash': record(text).optional(),
});

/** A scenario whose shape is right; whether its references hold is check's business. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Marking = (typeof MARKINGS)[number];
export type Channel = (typeof CHANNELS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Domain = (typeof DOMAINS)[number];
export type Act = (typeof ACTS)[number];
export type Kind = (typeof KINDS)[number];
export type Capability = (typeof CAPABILITIES)[number];

/** Sections that hold rows by id, and may be spread over several files. */
export const SECTIONS = [
  'organisations',
  'roles',
  'objectives',
  'facts',
  'tasks',
  'services',
  'interfaces',
  'decisions',
  'phases',
  'threads',
  'injects',
  'bank',
  'polls',
  'probes',
  'hot-wash',
] as const;
export type Section = (typeof SECTIONS)[number];
