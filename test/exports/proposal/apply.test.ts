/** Proposed changes in real files: what is made checks, reads as meant, and touches nothing else. */
import fc from 'fast-check';
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { ReadCache, SourceFile } from '../../../engine/scenario/read.ts';
import type { Behave } from '../../../engine/exercise/bots/behaviour.ts';
import type { Entry } from '../../../engine/exercise/entry.ts';
import { compile } from '../../../engine/plan/compile.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { apply, diffOf, type Check } from '../../../exports/proposal/apply.ts';
import { type Change, type Edit, PARTS } from '../../../exports/proposal/change.ts';
import { lettersAfter } from '../../../exports/proposal/propose.ts';
import { rehearsed } from '../../support/rehearsal.ts';
import { runs } from '../../support/runs.ts';
import { shippedCatalogue, sourcesIn } from '../../support/shipped.ts';

const catalogue = shippedCatalogue();
const sources = sourcesIn('kommune-it-ransomware');
const cache: ReadCache = new Map();
const check: Check = (files) => checkScenario(files, catalogue, { cache }).problems;
const planOf = (files: readonly SourceFile[]): Plan => {
  const { scenario } = checkScenario(files, catalogue);
  return compile(scenario!, catalogue);
};
const plan = planOf(sources);

const change = (edit: Edit): Change => ({
  id: 'P1',
  edit,
  why: 'heard',
  findings: [],
  doubts: [],
  evidence: [],
  confidence: 'medium',
});
const task = (id: string) => plan.tasks.find((row) => row.id === id)!;

/** Whether the compiled plan says what the change wanted. */
function isMade(edit: Edit, before: Plan, after: Plan): void {
  if (edit.type === 'deputy') {
    expect(after.roles.find(({ id }) => id === edit.role)?.deputy).toBe(edit.deputy);
    return;
  }
  if (edit.type === 'interface') {
    const { type: _, ...row } = edit;
    expect(after.interfaces.find(({ id }) => id === edit.id)).toMatchObject(row);
    return;
  }
  const meant = lettersAfter(
    before.tasks.find(({ id }) => id === edit.task)!,
    edit,
  );
  const made = after.tasks.find(({ id }) => id === edit.task)!;
  for (const field of ['accountable', ...Object.values(PARTS)] as const) {
    expect([...made[field]].sort(), `${edit.task} ${field}`).toEqual([...meant[field]].sort());
  }
}

const roles = plan.roles.filter(({ playedBy }) => playedBy === 'participant').map(({ id }) => id);
const role = fc.constantFrom(...roles);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      task: fc.constantFrom(...plan.tasks),
      role,
      part: fc.constantFrom('R', 'S', 'C', 'I'),
    })
    .map(({ task: row, role: id, part }): Edit => {
      const letters = { R: row.responsible, S: row.support, C: row.consulted, I: row.informed };
      const from = (['R', 'S', 'C', 'I'] as const).find((letter) => letters[letter].includes(id));
      const to = part;
      return { type: 'letter', task: row.id, role: id, to, ...(from && { from }) };
    }),
  fc
    .record({ task: fc.constantFrom(...plan.tasks), role, part: fc.constantFrom('R', 'I') })
    .map(({ task: row, role: to, part }): Edit => ({
      type: 'accountable',
      task: row.id,
      from: row.accountable,
      to,
      former: row.accountable.filter((id) => id !== to).map((id) => ({ role: id, part: part })),
    })),
  fc.record({ role, deputy: role }).map((row): Edit => ({ type: 'deputy', ...row })),
  fc.record({ from: role, to: role, n: fc.nat(3) }).map(({ from, to, n }): Edit => ({
    type: 'interface',
    id: `if-new-${n}`,
    title: { da: 'Ny', en: 'New' },
    from: [from],
    to: [to],
    carries: [plan.facts[n]!.id],
  })),
);

test('whatever is proposed, what is made checks with nothing new, and is in the plan', () => {
  const known = check(sources).length;
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (list) => {
      const done = apply(list.map(change), sources, check);
      expect(done.made.length + done.refused.length).toBe(list.length);
      expect(check(done.sources).length).toBeLessThanOrEqual(known);
      // The last of several to the same row has the last word: one at a time is compared.
      const [first] = done.made;
      if (done.made.length === 1 && first) isMade(first.edit, plan, planOf(done.sources));
    }),
    runs(12),
  );
}, 120_000);

/** Bots turned into people: then their deeds count, and nothing is doubtful for that reason. */
function peopled(seed: number, behave: Behave): readonly Entry[] {
  return rehearsed(plan, seed, behave).drafts.map((draft) => {
    const entry = { ...draft, prev: '' } as Entry;
    return 'event' in entry && entry.event.type === 'seat.taken'
      ? { ...entry, event: { ...entry.event, bot: false } }
      : entry;
  });
}

describe('rehearsals of the flagship', () => {
  const planted: readonly Behave[] = [
    new Map([['*', 'diligent']]),
    new Map([['*', 'human']]),
    new Map([['*', 'random']]),
    new Map([['*', 'wrong-addressee']]),
    new Map([
      ['*', 'diligent'],
      ['it-manager', 'silent'],
      ['nordby-crisis-lead', 'silent'],
    ]),
  ];
  test.each(planted.map((behave, i) => [i + 1, behave] as const))(
    'no. %i: the proposed copy checks with nothing new',
    (seed, behave) => {
      const { proposal } = analyse(peopled(seed, behave));
      const done = apply(proposal.changes, sources, check);
      const before = check(sources).map(({ code, path }) => `${code} ${path}`);
      const after = check(done.sources).map(({ code, path }) => `${code} ${path}`);
      expect(after.filter((problem) => !before.includes(problem))).toEqual([]);
      expect(planOf(done.sources).id).toBe(plan.id);
    },
    60_000,
  );
});

describe('the text', () => {
  const done = apply(
    [change({ type: 'letter', task: 'alarm-chain', role: 'nordby-care', to: 'C' })],
    sources,
    check,
  );
  test('only what is changed changes, and the diff makes the copy', () => {
    const [before, after] = [sources, done.sources].map(
      (files) => files.find(({ name }) => name === 'tasks.yaml')!.text,
    );
    const diff = diffOf(sources, done.sources);
    expect(diff).toContain(
      '-    consulted: [kommune-cert]\n+    consulted: [kommune-cert, nordby-care]',
    );
    expect(diff.match(/^[-+](?![-+])/gm)).toHaveLength(2);
    expect(applyPatch(before!, diff)).toBe(after);
  });

  const small = (tasks: string, rest = ''): readonly SourceFile[] => [
    {
      name: 'scenario.yaml',
      text:
        sourcesIn('templates/blank/en').find(({ name }) => name === 'scenario.yaml')!.text + rest,
    },
    { name: 'tasks.yaml', text: tasks },
  ];
  const none: Check = () => [];
  const textOf = (files: readonly SourceFile[], edit: Edit) => {
    const { sources: now, refused } = apply([change(edit)], files, none);
    return refused[0]?.why ?? now.find(({ name }) => name === 'tasks.yaml')!.text;
  };
  const toC: Edit = { type: 'letter', task: 't', role: 'x', to: 'C' };

  test('lists over several lines keep their comments', () => {
    const text =
      'tasks:\n  t:\n    consulted: # heard\n      - a # first\n      - b\n    # after\n    within: 1h\n';
    expect(textOf(small(text), toC)).toBe(
      'tasks:\n  t:\n    consulted: # heard\n      - a # first\n      - b\n      - x\n    # after\n    within: 1h\n',
    );
  });

  test('a field that is not there is put where a planner would put it', () => {
    const text =
      'tasks:\r\n  t:\r\n    accountable: a # owner\r\n    responsible: [b]\r\n    within: 1h\r\n';
    expect(textOf(small(text), toC)).toBe(
      'tasks:\r\n  t:\r\n    accountable: a # owner\r\n    responsible: [b]\r\n    consulted: [x]\r\n    within: 1h\r\n',
    );
  });

  test('rows on one line, and the last line of a file', () => {
    expect(
      textOf(small('tasks: { t: { accountable: a, informed: [x, y], within: 1h } }'), {
        ...toC,
        from: 'I',
      }),
    ).toBe('tasks: { t: { accountable: a, consulted: [x], informed: [y], within: 1h } }');
  });

  test('an owner of several, whose doubt goes with the choice', () => {
    const text =
      'tasks:\n  t:\n    accountable: [a, b]\n    ambiguity:\n      da: Tvivl\n      en: >-\n        Doubt\n        that is meant\n    # the work\n    responsible: [c]\n';
    expect(
      textOf(small(text), {
        type: 'accountable',
        task: 't',
        from: ['a', 'b'],
        to: 'b',
        former: [{ role: 'a', part: 'R' }],
      }),
    ).toBe('tasks:\n  t:\n    accountable: [b]\n    # the work\n    responsible: [c, a]\n');
  });

  test.each([
    ['template', 'tasks:\n  t:\n    each: town\n    consulted: [a]\n'],
    ['form', 'tasks:\n  s: &s { consulted: [a] }\n  t: *s\n'],
    ['form', 'tasks:\n  t:\n    consulted: &all [a]\n    informed: *all\n'],
    ['other', 'tasks:\n  t:\n    informed: [x]\n'],
    ['missing', 'tasks:\n  u:\n    informed: [x]\n'],
  ])('what cannot be placed is said (%s)', (why, text) => {
    expect(textOf(small(text), toC)).toBe(why);
  });

  test('what would not check is left out, with what the checker says', () => {
    const { made, refused } = apply(
      [change({ type: 'deputy', role: 'kommune-cert', deputy: 'kommune-cert' })],
      sources,
      check,
    );
    expect(made).toEqual([]);
    expect(['check', 'other']).toContain(refused[0]!.why);
  });

  test('a task given an owner who already has another part in it', () => {
    const { accountable, responsible } = task('joint-staff');
    const edit: Edit = {
      type: 'accountable',
      task: 'joint-staff',
      from: accountable,
      to: responsible[0]!,
      former: accountable.map((id) => ({ role: id, part: 'R' as const })),
    };
    const { sources: now, made } = apply([change(edit)], sources, check);
    expect(made).toHaveLength(1);
    isMade(edit, plan, planOf(now));
  });
});
