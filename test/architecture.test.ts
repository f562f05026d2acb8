/** The dependency rule: the tree keeps it, and each part of it can fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findViolations, ROOTS, type Rule, type Sources } from './contract/architecture.ts';

const root = join(import.meta.dirname, '..');

function readTree(): Sources {
  const names = ROOTS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(name))
      .map((name) => join(folder, name)),
  );
  return new Map(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]),
  );
}

test('the tree keeps the rule', () => {
  const sources = readTree();
  expect(sources.size).toBeGreaterThan(30);
  expect(findViolations(sources)).toEqual([]);
});

/** A small sound tree in which one file is replaced. */
const SOUND: Readonly<Record<string, string>> = {
  'engine/scenario/time.ts': `export type Ms = number;\nexport const SECOND = 1000;`,
  'engine/plan/plan.ts': `import type { Ms } from '../scenario/time.ts';\nexport type Plan = { date: Ms };`,
  'engine/plan/digest.ts': `import { hash } from 'node:crypto';\nexport const sha256 = (t: string) => hash('sha256', t);`,
  'engine/plan/exercise.machine.ts': `import { createMachine } from 'xstate';\nexport const machine = createMachine({});`,
  'engine/exercise/step.ts': `import { transition } from 'xstate';\nimport { machine } from '../plan/exercise.machine.ts';\nexport const step = () => transition(machine, undefined as never, { type: 'x' });`,
  'engine/exercise/view.ts': `export const view = { date: 1, process: 2 }.process;`,
  'engine/runtime/protocol.ts': `export { SECOND } from '../scenario/time.ts';\nexport const PROTOCOL = 1;`,
  'engine/runtime/client.ts': `import { PROTOCOL } from './protocol.ts';\nexport const client = PROTOCOL;`,
  'engine/runtime/hub.ts': `import { WebSocketServer } from 'ws';\nimport { view } from '../exercise/view.ts';\nexport const hub = [WebSocketServer, view, Date.now()];`,
  'engine/index.ts': `export * from './runtime/hub.ts';\nexport * from './scenario/time.ts';`,
  'exports/analysis/analysis.ts': `import { view } from '../../engine/exercise/view.ts';\nexport const analyse = () => view;`,
  'facilitator-ui/app.tsx': `import { client } from '../engine/runtime/client.ts';\nimport type { Plan } from '../engine/plan/plan.ts';\nexport const App = (p: Plan) => [client, p];`,
  'participant-ui/main.tsx': `import { PROTOCOL } from '../engine/runtime/protocol.ts';\nimport './page.css';\nexport const Main = () => <p>{PROTOCOL}</p>;`,
  'cli/main.ts': `import { App } from '../facilitator-ui/app.tsx';\nimport { analyse } from '../exports/analysis/analysis.ts';\nimport { hub } from '../engine/index.ts';\nexport const main = [App, analyse, hub];`,
};

function planted(file: string, text: string): readonly (readonly [Rule, string])[] {
  const sources = new Map(Object.entries({ ...SOUND, [file]: text }));
  return findViolations(sources).map(({ rule, file: where }) => [rule, where]);
}

test('a sound tree has no violations', () => {
  expect(findViolations(new Map(Object.entries(SOUND)))).toEqual([]);
});

const PLANTED: readonly (readonly [Rule, string, string])[] = [
  // Never back inside the engine, and never out of it.
  ['direction', 'engine/scenario/read.ts', `import type { Plan } from '../plan/plan.ts';`],
  ['direction', 'engine/plan/compile.ts', `import { view } from '../exercise/view.ts';`],
  ['direction', 'engine/exercise/run.ts', `import { PROTOCOL } from '../runtime/protocol.ts';`],
  ['direction', 'engine/exercise/run.ts', `export { hub } from '../runtime/hub.ts';`],
  [
    'direction',
    'engine/runtime/server.ts',
    `import { analyse } from '../../exports/analysis/analysis.ts';`,
  ],
  ['direction', 'engine/runtime/server.ts', `import { hub } from '../index.ts';`],
  ['direction', 'engine/runtime/server.ts', `import { App } from '../../facilitator-ui/app.tsx';`],
  ['direction', 'exports/formats/html.ts', `import { hub } from '../../engine/runtime/hub.ts';`],
  ['direction', 'exports/formats/html.ts', `import { hub } from '../../engine/index.ts';`],
  ['direction', 'exports/formats/html.ts', `const later = import('../../cli/main.ts');`],
  // The UIs run nothing of the engine but the wire.
  ['direction', 'facilitator-ui/store.ts', `import { view } from '../engine/exercise/view.ts';`],
  ['direction', 'facilitator-ui/store.ts', `import { hub } from '../engine/runtime/hub.ts';`],
  ['direction', 'facilitator-ui/store.ts', `import { type Plan } from '../engine/plan/plan.ts';`],
  ['direction', 'facilitator-ui/store.ts', `import { Main } from '../participant-ui/main.tsx';`],
  ['direction', 'participant-ui/inbox.tsx', `import { App } from '../facilitator-ui/app.tsx';`],
  ['direction', 'participant-ui/inbox.tsx', `import { SECOND } from '../engine/scenario/time.ts';`],
  [
    'direction',
    'participant-ui/inbox.tsx',
    `import type { analyse } from '../exports/analysis/analysis.ts';`,
  ],
  // Modules that pure folders must not load.
  ['module', 'engine/scenario/read.ts', `import { readFile } from 'node:fs/promises';`],
  ['module', 'engine/plan/compile.ts', `import { hash } from 'crypto';`],
  ['module', 'engine/plan/digest.ts', `import { readFileSync } from 'node:fs';`],
  ['module', 'engine/exercise/run.ts', `import type { WebSocket } from 'ws';`],
  ['module', 'engine/exercise/run.ts', `const { Low } = await import('lowdb');`],
  ['module', 'exports/formats/html.ts', `import chalk from 'chalk';`],
  ['module', 'exports/formats/html.ts', `import { JSONFile } from 'lowdb/node';`],
  // Names that pure folders must not know.
  ['purity', 'engine/scenario/read.ts', `export const now = () => Date.now();`],
  ['purity', 'engine/scenario/read.ts', `export const at = (when: Date) => when;`],
  ['purity', 'engine/plan/compile.ts', `export const id = () => Math.random();`],
  ['purity', 'engine/plan/compile.ts', `export const id = () => Math['random']();`],
  ['purity', 'engine/plan/compile.ts', `const { random } = Math; export const id = random;`],
  ['purity', 'engine/exercise/run.ts', `export const wait = () => setTimeout(() => 1, 1);`],
  ['purity', 'engine/exercise/run.ts', `export const name = process.env['NAME'];`],
  ['purity', 'engine/exercise/run.ts', `export const sort = (a: string) => a.localeCompare('b');`],
  ['purity', 'engine/exercise/run.ts', `export const show = (n: number) => n.toLocaleString();`],
  ['purity', 'exports/analysis/flow.ts', `export const f = new Intl.NumberFormat('da');`],
  ['purity', 'exports/analysis/flow.ts', `export const t = globalThis.performance.now();`],
  [
    'purity',
    'exports/analysis/flow.ts',
    `import { Temporal } from 'temporal-polyfill'; export const t = Temporal.Now;`,
  ],
  // XState stays where a change of version can be made.
  ['xstate', 'engine/exercise/run.ts', `import { transition } from 'xstate';`],
  ['xstate', 'engine/plan/compile.ts', `import type { AnyStateMachine } from 'xstate';`],
  ['xstate', 'engine/plan/machine.ts', `import { createMachine } from 'xstate';`],
  ['xstate', 'facilitator-ui/store.ts', `import { toDirectedGraph } from 'xstate/graph';`],
  // What the page loads.
  [
    'browser',
    'engine/runtime/client.ts',
    `import { WebSocket } from 'ws'; export const client = WebSocket;`,
  ],
  [
    'browser',
    'engine/scenario/time.ts',
    `import { hash } from 'node:crypto'; export const SECOND = hash;`,
  ],
  // Cycles, also of types.
  ['cycle', 'engine/scenario/time.ts', `import './time.ts'; export const SECOND = 1;`],
  [
    'cycle',
    'engine/runtime/protocol.ts',
    `import type { client } from './client.ts'; export const PROTOCOL: typeof client = 1;`,
  ],
  // Barrels, whatever they are called.
  ['barrel', 'engine/plan/index.ts', `export const one = 1;`],
  [
    'barrel',
    'engine/plan/all.ts',
    `export { sha256 } from './digest.ts';\nexport type { Plan } from './plan.ts';`,
  ],
  ['barrel', 'engine/plan/all.ts', `export * from './digest.ts';\nexport const one = 1;`],
  // A name that is wrong, or lacks its ending.
  ['missing', 'engine/plan/compile.ts', `import { gone } from './gone.ts';`],
  ['missing', 'engine/plan/compile.ts', `import { sha256 } from './digest';`],
];

test.each(PLANTED)('%s is found in %s: %s', (rule, file, text) => {
  expect(planted(file, text)).toContainEqual([rule, file]);
});

test('what merely looks like a violation is none', () => {
  const harmless = [
    `export const date = { Date: 1, process: 2 }.Date;`,
    `export type Row = { readonly process: string; readonly Date: number };`,
    `export const f = ({ process: p }: { process: string }) => p;`,
    `// Date.now() and setTimeout are not called here\nexport const s = 'Math.random() node:fs';`,
    `export const r = Math.floor(1.5);`,
    `import type { Plan } from './plan.ts';\nexport const plan = (p: Plan) => p;`,
  ];
  for (const text of harmless) expect(planted('engine/plan/compile.ts', text)).toEqual([]);
});
