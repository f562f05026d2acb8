/** Polls and probes, as a Plan holds them. Knows: whom they ask. Does not know: when they are asked. */
import type { Scenario } from '../scenario/schema.ts';
import { resolveReceivers, type Names } from './inject.ts';
import type { Question } from './plan.ts';
import { compileTrigger, defined, rows, type Rows } from './source.ts';

export function compileQuestions(scenario: Scenario, names: Names): readonly Question[] {
  type Asked = Rows<'polls'>[string] | Rows<'probes'>[string];
  const common = (id: string, row: Asked) => ({
    id,
    trigger: compileTrigger(row) ?? { type: 'manual' as const },
    to: resolveReceivers(row.to, names),
    objectives: row.objectives ?? [],
  });
  return [
    ...rows(scenario.polls).map(([id, row]): Question => ({
      ...common(id, row),
      kind: 'poll',
      task: row.task,
    })),
    ...rows(scenario.probes).map(([id, row]): Question => ({
      ...common(id, row),
      kind: 'probe',
      question: row.question,
      options: rows(row.options).map(([option, title]) => ({ id: option, title })),
      ...defined({ truth: row.truth }),
    })),
  ];
}
