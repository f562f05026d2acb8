/** Comparing two versions: nothing for the same, the right words for each change, the gravest first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffPlans } from '../../../exports/diff/diff.ts';
import { diffMarkdown, tellDiff } from '../../../exports/diff/saying.ts';
import { scenario, type Source } from '../../support/scenario.ts';
import { plans } from '../../support/scenarios.ts';

const BASE = {
  facts: { leak: { text: 'It leaks' } },
  tasks: { warn: { needs: ['leak'], consulted: ['lead'] } },
  decisions: { cut: { opens: { inject: 'call' }, within: '30m' } },
  injects: {
    call: { at: '10m', to: ['duty'], facts: ['leak'], title: 'Call' },
    news: { at: '20m', to: ['lead'] },
  },
} satisfies Source;
const base = scenario(BASE);
const against = (parts: Source) => diffPlans(base, scenario({ ...BASE, ...parts }));

test('a plan does not differ from itself, whatever it holds', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(diffPlans(plan, structuredClone(plan))).toEqual([]);
    }),
    {
      numRuns: 40,
    },
  );
});

test('what is added one way is removed the other', () => {
  fc.assert(
    fc.property(plans, plans, (a, b) => {
      const count = (rows: ReturnType<typeof diffPlans>, type: string) =>
        rows.filter((row) => row.type === type).length;
      const [there, back] = [diffPlans(a, b), diffPlans(b, a)];
      expect(count(there, 'added')).toBe(count(back, 'removed'));
      expect(count(there, 'removed')).toBe(count(back, 'added'));
    }),
    { numRuns: 30 },
  );
});

test('a text put into the bank, and its words changed', () => {
  const bank = { again: { from: 'press', channel: 'phone', title: 'Again', body: 'Well?' } };
  const with_ = scenario({ ...BASE, bank });
  const added = diffPlans(base, with_);
  expect(added).toEqual([{ kind: 'bank', id: 'again', type: 'added' }]);
  expect(tellDiff(added, base, with_, 'da').lines).toEqual([
    { about: 'Again [again]', what: 'tilføjet' },
  ]);
  const other = scenario({ ...BASE, bank: { again: { ...bank.again, body: 'And?' } } });
  expect(diffPlans(with_, other)).toEqual([
    { kind: 'bank', id: 'again', type: 'field', field: 'body', before: 'Well?', after: 'And?' },
  ]);
});

test('who is accountable comes first, with the letters before and after', () => {
  const changes = against({
    tasks: {
      warn: { accountable: 'duty', responsible: ['boss'], needs: ['leak'], informed: ['lead'] },
    },
    injects: { ...BASE.injects, call: { ...BASE.injects.call, at: '15m' } },
  });
  expect(changes).toEqual([
    { kind: 'tasks', id: 'warn', type: 'letters', role: 'boss', before: ['A'], after: ['R'] },
    { kind: 'tasks', id: 'warn', type: 'letters', role: 'duty', before: ['R'], after: ['A'] },
    { kind: 'tasks', id: 'warn', type: 'letters', role: 'lead', before: ['C'], after: ['I'] },
    {
      kind: 'injects',
      id: 'call',
      type: 'field',
      field: 'trigger',
      before: { type: 'at', at: 600_000 },
      after: { type: 'at', at: 900_000 },
    },
  ]);
  const { lines, summary } = tellDiff(changes, base, base, 'da');
  expect(summary).toBe('4 ændringer: ansvar 3, indspil 1.');
  expect(lines[0]?.what).toBe('Manager [boss] er ikke længere endeligt ansvarlig (A → R)');
  expect(lines[3]?.what).toBe('udløses: T+00:10 → T+00:15');
});

test('an inject more does not change those behind it', () => {
  const changes = against({ injects: { first: { at: '0m' }, ...BASE.injects } });
  expect(changes).toEqual([{ kind: 'injects', id: 'first', type: 'added' }]);
});

test('a new name is one change, not one for every reference to it', () => {
  const changes = against({
    facts: { spill: { text: 'It leaks' } },
    tasks: { warn: { needs: ['spill'], consulted: ['lead'] } },
    injects: { ...BASE.injects, call: { ...BASE.injects.call, facts: ['spill'] } },
  });
  expect(changes).toEqual([{ kind: 'facts', id: 'leak', type: 'renamed', to: 'spill' }]);
});

test('a decision’s authority outweighs its window, and both outweigh a text', () => {
  const changes = against({
    decisions: { cut: { opens: { inject: 'call' }, within: '45m', authority: ['boss', 'lead'] } },
    injects: { ...BASE.injects, call: { ...BASE.injects.call, title: 'Telephone' } },
  });
  expect(changes.map((change) => change.type === 'field' && change.field)).toEqual([
    'authority',
    'within',
    'title',
  ]);
  expect(tellDiff(changes, base, base, 'en').lines.map(({ what }) => what)).toEqual([
    'authority: boss → boss, lead',
    'time allowed: 30 min → 45 min',
    'title: Call → Telephone',
  ]);
});

test('Markdown obeys nobody but us', () => {
  const changes = against({
    injects: { ...BASE.injects, evil: { at: '1m', title: '<b>*x*</b> | [a](b)' } },
  });
  const newer = scenario({
    ...BASE,
    injects: { ...BASE.injects, evil: { at: '1m', title: '<b>*x*</b> | [a](b)' } },
  });
  const text = diffMarkdown(tellDiff(changes, base, newer, 'en'));
  expect(text).not.toMatch(/<b>|\[a\]\(/);
});
