/** The engine's public names. Everything else may change without notice. */
export { compile } from './plan/compile.ts';
export { mermaid } from './plan/chart.ts';
export { storylineConfig } from './plan/exercise.machine.ts';
export type { Plan } from './plan/plan.ts';
export { readCatalogue, type Catalogue } from './scenario/catalogue.ts';
export { checkScenario, type Checked } from './scenario/check.ts';
export { referencePage } from './scenario/describe/page.ts';
export { jsonSchema } from './scenario/jsonschema.ts';
export { problemText, type Problem } from './scenario/problem.ts';
export type { SourceFile } from './scenario/read.ts';
export { say, type Lang, type Text } from './scenario/text.ts';
export type { Entry, ExerciseEvent, Input } from './exercise/entry.ts';
export { rehearse } from './exercise/rehearse.ts';
export { planDigest, replay, type Replay } from './exercise/replay.ts';
export { connect, type Client } from './runtime/client.ts';
export { Fault } from './runtime/fault.ts';
export { hostFresh, hostResumed, type Host } from './runtime/host.ts';
