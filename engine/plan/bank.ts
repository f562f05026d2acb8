/** The bank's prepared texts, as a Plan holds them. Knows: whom they are for. Does not know: when they are sent. */
import type { Scenario } from '../scenario/schema.ts';
import { compileSender, resolveReceivers, type Names } from './inject.ts';
import type { Prepared } from './plan.ts';
import { defined, rows } from './source.ts';

export function compileBank({ bank }: Scenario, names: Names): readonly Prepared[] {
  return rows(bank).map(([id, row]) => ({
    id,
    title: row.title,
    body: row.body,
    from: compileSender(row.from),
    channel: row.channel,
    facts: row.facts ?? [],
    to: resolveReceivers(row.to ?? [], names),
    ...defined({ notes: row.notes }),
  }));
}
