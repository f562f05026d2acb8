/** From files to Plan to rehearsal: the same scenario gives the same bytes, wherever its lines stand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import { planDigest, replay } from '../../engine/exercise/replay.ts';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { SourceFile } from '../../engine/scenario/read.ts';
import { entriesOf, journalText } from '../support/conduct.ts';
import { WALL } from '../support/given.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { catalogue, compiled, type Source } from '../support/scenario.ts';
import { plans, sources } from '../support/scenarios.ts';

const SECTIONS = ['roles', 'facts', 'tasks', 'decisions', 'phases', 'injects'] as const;

/** The scenario as several files: each section's rows dealt out to two files of its own. */
function spreadOut(whole: Source): readonly SourceFile[] {
  const { roles, facts, tasks, decisions, phases, injects, ...head } = whole;
  const sections = { roles, facts, tasks, decisions, phases, injects };
  const parts = SECTIONS.flatMap((section) =>
    [0, 1].map((half): SourceFile => {
      const rows = Object.entries(sections[section] ?? {}).filter((_, i) => i % 2 === half);
      const text = rows.length === 0 ? '' : JSON.stringify({ [section]: Object.fromEntries(rows) });
      return { name: `${section}/${half}.yaml`, text };
    }),
  );
  return [
    { name: 'scenario.yaml', text: JSON.stringify(head) },
    ...parts.filter(({ text }) => text !== ''),
  ];
}

function planOf(files: readonly SourceFile[]): Plan {
  const { scenario, problems } = checkScenario(files, catalogue);
  if (!scenario) throw new Error(problems.map(({ code, path }) => `${code} ${path}`).join('; '));
  return compile(scenario, catalogue);
}

test(
  'the order in which files are listed changes nothing',
  () => {
    const listed = sources
      .map(spreadOut)
      .chain((files) =>
        fc.tuple(
          fc.constant(files),
          fc.shuffledSubarray([...files], { minLength: files.length, maxLength: files.length }),
        ),
      );
    fc.assert(
      fc.property(listed, ([files, shuffled]) => {
        expect(JSON.stringify(planOf(shuffled))).toBe(JSON.stringify(planOf(files)));
      }),
      runs(60),
    );
  },
  PATIENCE,
);

test(
  'a Plan is JSON, and the Plan read back has its fingerprint',
  () => {
    fc.assert(
      fc.property(sources, (whole) => {
        const plan = compiled(whole);
        const again = JSON.parse(JSON.stringify(plan)) as Plan;
        expect(again).toEqual(plan);
        expect(planDigest(again)).toBe(planDigest(plan));
      }),
      runs(30),
    );
  },
  PATIENCE,
);

function rehearsal(plan: Plan, seed: number): string {
  const opening = { plan, exercise: 'drawn', seed, engine: '0.0.0' };
  return journalText([...rehearse(opening, 'en', () => WALL)].flat());
}

test(
  'the same seed gives the same rehearsal, byte for byte, and another seed another',
  () => {
    let same = 0;
    let count = 0;
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const text = rehearsal(plan, seed);
        const copy = JSON.parse(JSON.stringify(plan)) as Plan;
        expect(rehearsal(copy, seed)).toBe(text);
        count += 1;
        const bare = (journal: string): string => journal.replace(/"(seed|prev)":[^,}]*/g, '');
        if (bare(rehearsal(plan, seed + 1)) === bare(text)) same += 1;
      }),
      runs(120),
    );
    // Small exercises leave nothing to chance; most do.
    expect(same).toBeLessThan(count / 2);
  },
  PATIENCE,
);

test(
  'a rehearsal runs from STARTEX through ENDEX to the close, and replays',
  () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const opening = { plan, exercise: 'drawn', seed, engine: '0.0.0' };
        const entries = entriesOf([...rehearse(opening, 'en', () => WALL)].flat());
        const { state, differs, whole } = replay(entries);
        expect(differs).toBeUndefined();
        expect(whole).toBe(entries.length - 1);
        expect(state!.status).toBe('closed');
        expect(state!.at).toBeLessThanOrEqual(plan.length);
      }),
      runs(120),
    );
  },
  PATIENCE,
);
