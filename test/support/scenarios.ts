/**
 * Arbitrary scenarios: any number of everything, tied together at random, every text a mark of its
 * own. Knows: which kinds of them there are. Does not know: what a run will do.
 */
import type fc from 'fast-check';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { scenarioSchema } from '../../engine/scenario/schema.ts';
import { repaired } from './repair.ts';
import { catalogue, type Source } from './scenario.ts';
import { spec, type Spec } from './spec.ts';
import { written } from './writing.ts';

/** What the checker lets through, as its planner would have written it; without threads and questions. */
export const sources: fc.Arbitrary<Source> = spec.map((drawn: Spec) =>
  repaired(written({ ...drawn, threads: [], questions: [] })),
);
/**
 * Plans from scenarios whose shape and references are right. Some have parts that can never happen,
 * which the checker would refuse: the engine must keep its promises all the same.
 */
export const plans: fc.Arbitrary<Plan> = spec.map(planOf);

function planOf(drawn: Spec): Plan {
  return compile(scenarioSchema.parse(written(drawn)), catalogue);
}
