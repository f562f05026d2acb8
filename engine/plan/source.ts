/**
 * How a checked scenario's rows are read into a Plan's. Knows: lists by id, conditions, triggers.
 * Does not know: what any section means (compile does).
 */
import { readCondition, type Condition } from '../scenario/condition.ts';
import type { ConditionSource, Scenario } from '../scenario/schema.ts';
import type { Trigger } from './plan.ts';

export type Rows<S extends keyof Scenario> = NonNullable<Scenario[S]>;

export function rows<T>(section: { readonly [id: string]: T } | undefined): readonly [string, T][] {
  return Object.entries(section ?? {});
}

/** Leaves out what is undefined: a Plan is JSON, and JSON has no undefined. */
export function defined<T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export function condition(source: ConditionSource): Condition {
  const read = readCondition(source, []);
  if (!read) throw new Error(`unchecked scenario: ${JSON.stringify(source)} is no condition`);
  return read;
}

type Triggered = Pick<Rows<'injects'>[string], 'at' | 'after' | 'when' | 'manual'>;

/** The row's own trigger; undefined where it has none. */
export function compileTrigger(
  row: Triggered,
): Exclude<Trigger, { readonly type: 'if-not' }> | undefined {
  if (row.at !== undefined) return { type: 'at', at: row.at };
  if (row.when) return { type: 'when', when: condition(row.when) };
  if (row.after) {
    const { delay, ...what } = row.after;
    return { type: 'after', when: condition(what), delay: delay ?? 0 };
  }
  return row.manual ? { type: 'manual' } : undefined;
}
