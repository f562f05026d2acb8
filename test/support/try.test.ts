import fc from 'fast-check';
import { test } from 'vitest';
import { plans, sources } from '/work/main/test/support/scenarios.ts';
test('x', () => {
  const t = performance.now();
  const got = fc.sample(plans, { numRuns: 300, seed: 1 });
  console.log(performance.now() - t, 'ms');
  const c: Record<string, number> = {};
  for (const p of got) {
    for (const i of p.injects) c[i.trigger.type] = (c[i.trigger.type] ?? 0) + 1;
    c['ph'] = (c['ph'] ?? 0) + p.phases.length;
    c.gate = (c.gate ?? 0) + p.phases.filter((x) => x.gate).length;
    c.t = (c.t ?? 0) + p.tasks.length;
    c.d = (c.d ?? 0) + p.decisions.length;
    c.starts = (c.starts ?? 0) + p.tasks.filter((x) => x.starts).length;
    c.goto = (c.goto ?? 0) + p.decisions.flatMap((d) => d.options).filter((o) => o.goto).length;
    c.when = (c.when ?? 0) + p.phases.flatMap((d) => d.next).filter((o) => o.when).length;
  }
  console.log(c);
});
