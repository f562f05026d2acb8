/**
 * A scenario as large as any we know of and then some: 10,000 injects to 300 roles, with tasks,
 * decisions, phases, conditions and expectations in proportion. Knows: numbers. The same every time.
 */
import type { SourceFile } from '../../engine/scenario/read.ts';

type Json = Readonly<Record<string, unknown>>;

export const SIZE = {
  injects: 10_000,
  roles: 300,
  tasks: 300,
  decisions: 60,
  facts: 400,
  phases: 12,
};
const HOURS = 48;

function rows(count: number, row: (i: number) => readonly [string, Json]): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => row(i)));
}

const role = (i: number): string => `role-${i % SIZE.roles}`;
const fact = (i: number): string => `fact-${i % SIZE.facts}`;
const phase = (i: number): string => `phase-${i % SIZE.phases}`;

/** How the injects come: most at a time, some after or when something else, some by hand. */
function trigger(i: number): Json {
  // The last ones leave time for what follows from them.
  const minute = Math.floor((i / SIZE.injects) * (HOURS - 2) * 60);
  switch (i % 20) {
    case 1:
    case 2:
      return { after: { inject: `inject-${i - 1}`, delay: '15m' } };
    case 3:
      return { when: { all: [{ inject: `inject-${i - 3}` }, { 'time-after': `${minute}m` }] } };
    case 4:
      return { when: { expectation: `inject-${i - 4}.1`, is: 'overdue' } };
    case 5:
      return { manual: true };
    case 6:
      return {};
    default:
      return { at: `${minute}m` };
  }
}

function inject(i: number): Json {
  const expect = [
    { role: role(i), does: 'acknowledge', within: '20m' },
    ...(i % 4 === 0 ? [{ role: role(i), does: 'task', task: `task-${i % SIZE.tasks}` }] : []),
  ];
  return {
    ...trigger(i),
    from: { name: 'Control room' },
    to: [role(i), role(i * 7 + 1), role(i * 11 + 2)],
    channel: 'email',
    title: `Inject ${i}`,
    body: `Something new has happened in case ${i}.`,
    facts: [fact(i)],
    expect,
    ...(i % 20 === 7 ? { 'if-not': `inject-${i - 1}` } : {}),
  };
}

/** The parts as data, by the file they stand in. No file is larger than the checker takes. */
export function bigScenario(): ReadonlyMap<string, Json> {
  const injects = Array.from(
    { length: SIZE.injects },
    (_, i) => [`inject-${i}`, inject(i)] as const,
  );
  const perFile = 1_000;
  const files = Array.from({ length: SIZE.injects / perFile }, (_, f) => {
    const some = injects.slice(f * perFile, (f + 1) * perFile);
    return [`injects/${f}.yaml`, { injects: Object.fromEntries(some) }] as const;
  });
  return new Map<string, Json>([['scenario.yaml', { ...HEAD, ...world(), ...plot() }], ...files]);
}

const HEAD: Json = {
  beredt: 1,
  id: 'large',
  version: '1.0.0',
  title: 'Large exercise',
  kind: 'cross-sector',
  languages: ['en'],
  starts: '2026-09-18T02:10 Europe/Copenhagen',
  length: `${HOURS}h`,
  pace: 60,
  begins: 'phase-0',
};

function world(): Json {
  const organisations = rows(30, (i) => [`org-${i}`, { name: `Organisation ${i}` }]);
  const roles = rows(SIZE.roles, (i) => [
    role(i),
    { name: `Role ${i}`, organisation: `org-${i % 30}` },
  ]);
  const facts = rows(SIZE.facts, (i) => [fact(i), { text: `Fact ${i}` }]);
  return { organisations, roles, facts };
}

function plot(): Json {
  const tasks = rows(SIZE.tasks, (i) => [
    `task-${i}`,
    {
      title: `Task ${i}`,
      accountable: role(i),
      responsible: [role(i + 1)],
      consulted: [role(i + 2)],
      informed: [role(i + 3)],
      needs: [fact(i)],
      starts: { inject: `inject-${i * 33}` },
      within: '2h',
    },
  ]);
  const decisions = rows(SIZE.decisions, (i) => [
    `decision-${i}`,
    {
      question: `Choice ${i}?`,
      authority: [role(i * 5)],
      opens: { inject: `inject-${i * 160}` },
      within: '1h',
      default: 'no',
      options: { yes: { title: 'OK' }, no: { title: 'No' } },
    },
  ]);
  const phases = rows(SIZE.phases, (i) => [
    phase(i),
    {
      title: `Phase ${i}`,
      length: `${HOURS / SIZE.phases}h`,
      gate: { task: `task-${i * 20}`, is: 'done' },
      ...(i < SIZE.phases - 1 ? { next: phase(i + 1) } : {}),
    },
  ]);
  return { tasks, decisions, phases };
}

/** Written out as YAML in the planners' block style, or near it: JSON strings, one key a line. */
export function yamlFiles(parts: ReadonlyMap<string, Json>): readonly SourceFile[] {
  return [...parts].map(([name, data]) => ({ name, text: block(data, 0) }));
}

function block(data: Json, depth: number): string {
  const pad = '  '.repeat(depth);
  return Object.entries(data)
    .map(([key, value]) => {
      const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isMap && depth < 3
        ? `${pad}${key}:\n${block(value as Json, depth + 1)}`
        : `${pad}${key}: ${JSON.stringify(value)}\n`;
    })
    .join('');
}
