/**
 * The plan's rows as the proposal would have them, in the scenario language: to be copied where the
 * scenario's own files are not at hand. Knows: YAML. Does not know: the rest of a row.
 */
import { stringify } from 'yaml';
import type { PlanRow } from './change.ts';

const SECTIONS = { task: 'tasks', role: 'roles', interface: 'interfaces' } as const;

/** Empty where nothing is proposed. */
export function snippet(rows: readonly PlanRow[]): string {
  return (['task', 'role', 'interface'] as const)
    .flatMap((type) => {
      const own = rows.filter((row) => row.type === type);
      return own.length === 0 ? [] : [`${SECTIONS[type]}:`, ...own.flatMap(rowLines)];
    })
    .join('\n');
}

function rowLines({ type: _, id, ...fields }: PlanRow): readonly string[] {
  const lines = Object.entries(fields)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => `    ${key}: ${written(key, value)}`);
  return [`  ${written('', id)}:`, ...lines];
}

/** One owner stands alone, as a planner writes it. */
function written(key: string, value: unknown): string {
  const [only, ...more] = Array.isArray(value) && key === 'accountable' ? (value as unknown[]) : [];
  const single = only !== undefined && more.length === 0 ? only : value;
  return stringify(single, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
