/**
 * Conditions as people say them. Knows: what each kind of condition means in words.
 * Does not know: whether one holds.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Words } from './danish.ts';

/** What a condition names, said in the reader's language; the teller has all of it. */
type Names = {
  readonly t: Words;
  readonly quote: (words: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly option: (decision: string, option: string) => string;
  readonly time: (at: Ms) => string;
  readonly roles: (ids: readonly string[]) => string;
} & {
  readonly [
    K in 'role' | 'fact' | 'task' | 'decision' | 'phase' | 'inject' | 'clock' | 'service'
  ]: (id: string) => string;
};

export function conditionText(condition: Condition, names: Names, plan: Plan): string {
  const { t, quote, role, roles } = names;
  const c = t.conditions;
  switch (condition.type) {
    case 'all':
    case 'any':
      return joined(condition, names, plan);
    case 'not':
      return c.not(conditionText(condition.of, names, plan));
    case 'fact':
      return c.fact(
        quote(names.fact(condition.fact)),
        roles(condition.by),
        condition.mode === 'all' || condition.by.length === 1,
      );
    case 'task':
      return c.task[condition.is](quote(names.task(condition.task)));
    case 'decision':
      return decided(condition.decision, condition.is, names);
    case 'inject':
      return c.inject[condition.is](names.inject(condition.inject));
    case 'expectation': {
      const rows = plan.expectations.filter(
        ({ id }) => id === condition.expectation || id.startsWith(`${condition.expectation}/`),
      );
      const who =
        rows.length === 0 ? condition.expectation : names.list(rows.map((r) => role(r.role)));
      return c.expectation[condition.is](who);
    }
    case 'phase':
      return c.phase(quote(names.phase(condition.phase)));
    case 'clock':
      return c.clock[condition.is](quote(names.clock(condition.clock)));
    case 'service':
      return c.service[condition.is](quote(names.service(condition.service)));
    case 'time-after':
      return c.time(names.time(condition.at));
    default:
      return condition satisfies never;
  }
}

function joined(
  condition: Extract<Condition, { readonly type: 'all' | 'any' }>,
  names: Names,
  plan: Plan,
): string {
  const c = names.t.conditions;
  if (condition.of.length === 0) return condition.type === 'all' ? c.always : c.hidden;
  const parts = condition.of.map((part) => {
    const said = conditionText(part, names, plan);
    const mixed = (part.type === 'all' || part.type === 'any') && part.of.length > 1;
    return mixed && condition.of.length > 1 ? c.group(said) : said;
  });
  return parts.join(condition.type === 'all' ? c.and : c.or);
}

function decided(decision: string, is: string, names: Names): string {
  const c = names.t.conditions.decision;
  const question = names.quote(names.decision(decision));
  if (is === 'open') return c.open(question);
  if (is === 'made') return c.made(question);
  return c.option(question, names.quote(names.option(decision, is)));
}
