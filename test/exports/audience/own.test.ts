/** What an organisation's version keeps: its own rows, as they are in the whole, and no place among others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../engine/scenario/time.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { forOrganisation } from '../../../exports/audience/organisation.ts';
import { HIDDEN } from '../../../exports/audience/sight.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { runs } from '../../support/runs.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';
import { play, steps } from './houses.ts';

const isOwn = (id: string | undefined): boolean => id?.startsWith('a-') ?? false;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every list of evidence below a value. */
function evidenceIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'evidence' ? (part as number[]) : evidenceIn(part),
  );
}

const acts = fc.tuple(steps, fc.constantFrom('canaryc' as const, 'zzc' as const));

test('its own rows are there, whatever happened', () => {
  fc.assert(
    fc.property(acts, ([list, third]) => {
      const whole = analyse(play(list, third));
      const own = forOrganisation(whole, 'a');
      const items = (a: Analysis) => a.statements.statements.filter((row) => isOwn(row.role));
      expect(own.statements.statements).toEqual(items(whole));
      const versions = (a: Analysis) =>
        a.picture.sections.flatMap((row) => row.versions.filter((v) => isOwn(v.role)));
      expect(versions(own)).toEqual(versions(whole));
      expect(own.network.queues).toEqual(whole.network.queues.filter((q) => isOwn(q.role)));
      const contacts = (a: Analysis) =>
        sum(a.network.edges.filter((e) => isOwn(e.from) || isOwn(e.to)).map((e) => e.contacts));
      expect(contacts(own)).toBe(contacts(whole));
      const words = (a: Analysis) => a.evaluation.words.filter((row) => isOwn(row.role));
      expect(own.evaluation.words).toEqual(words(whole));
      const about = whole.observations.filter((row) => isOwn(row.about?.role) && row.rating);
      expect(sum(own.evaluation.ratings.map((row) => row.ratings.length))).toBe(about.length);
      expect(own.services.services).toMatchObject(
        whole.services.services
          .filter(({ service }) => service === 's')
          .map(({ steps: levels, loss }) => ({ steps: levels, loss })),
      );
      const shared = (a: Analysis) =>
        a.chains.chains
          .flatMap(({ hops }) => hops)
          .filter(({ link, state }) => link.id === 'IF-1' && state !== 'unready')
          .map(({ state, at, delay }) => ({ state, at, delay }));
      expect(shared(own)).toEqual(shared(whole));
    }),
    runs(40),
  );
}, 120_000);

test('it rests on entries that it has, and says nothing of its place among others', () => {
  fc.assert(
    fc.property(acts, ([list, third]) => {
      const own = forOrganisation(analyse(play(list, third)), 'a');
      const { chains, network, crossing, picture, statements, services, evaluation } = own;
      const { measured, words, views } = evaluation;
      const shown = new Set(own.timeline.map(({ seq }) => seq));
      const parts = [chains, network, crossing, picture, statements, services];
      const cited = evidenceIn([...parts, measured, words, views]);
      expect(cited.filter((seq) => !shown.has(seq))).toEqual([]);
      expect(network).toMatchObject({ roles: [], layers: [] });
      expect(network.edges.every(({ from, to }) => isOwn(from) || isOwn(to))).toBe(true);
      const pairs = network.edges.map(({ from, to }) => `${from} ${to}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(evaluation).toMatchObject({ raters: [], notes: [] });
    }),
    runs(40),
  );
}, 120_000);

/** a is to tell b over an interface, and d as the script expects; c is expected to tell a. */
const plan: Plan = planOf({
  organisations: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id })),
  roles: ['a', 'b', 'c', 'd'].map((id) => role(`${id}-1`, id)),
  facts: ['f', 'g'].map((id) => ({
    id,
    text: id,
    domain: 'digital',
    trueFrom: 0,
    marking: 'TLP:GREEN',
  })),
  injects: [
    ['i', 'a-1', 'f'],
    ['j', 'c-1', 'g'],
  ].map(([id, to, fact], n) => ({
    id: id!,
    number: n + 1,
    title: id!,
    body: id!,
    from: { name: id! },
    to: [to!],
    channel: 'email',
    domain: 'digital',
    marking: 'TLP:GREEN',
    facts: [fact!],
    objectives: [],
    trigger: { type: 'manual' },
    phases: [],
  })),
  interfaces: [
    { id: 'IF', title: 'a to b', from: ['a-1'], to: ['b-1'], carries: ['f'], within: 9 * MINUTE },
  ],
  expectations: [
    ['e', 'i', 'a-1', 'd-1', 'f'],
    ['x', 'j', 'c-1', 'a-1', 'g'],
  ].map(([id, inject, from, to, fact]) => ({
    id: id!,
    inject: inject!,
    role: from!,
    does: 'message',
    to: [to!],
    facts: [fact!],
    within: 9 * MINUTE,
  })),
  objectives: [{ id: 'o', title: 'o', capability: 'information' }],
  tasks: [
    taskOf({ id: 't', accountable: ['a-1'], objectives: ['o'] }),
    taskOf({ id: 'u', accountable: ['a-1'], objectives: ['o'] }),
    taskOf({ id: 'v', accountable: ['c-1'], objectives: ['o'] }),
  ],
});

function played(act: (w: ReturnType<typeof writer>) => unknown): Analysis {
  const w = writer(plan);
  w.at(0).start();
  ['a-1', 'b-1', 'c-1', 'd-1'].forEach((id) => w.seat(id));
  w.at(1).release('i', ['a-1']);
  w.release('j', ['c-1']);
  for (const obligation of ['e', 'x']) {
    w.due({ type: 'obligation.opened', obligation, due: 10 * MINUTE });
  }
  w.open('a-1', 'i');
  w.open('c-1', 'j');
  act(w);
  w.at(60).end();
  return analyse(w.entries);
}

const hopsOf = (a: Analysis) =>
  a.chains.chains.flatMap(({ hops, broken }) =>
    hops.map(({ link, state }, i) => [link.id, state, broken === i]),
  );

describe('chains', () => {
  test('where it broke with oneself is one’s own; that another was expected to write is not', () => {
    const whole = played(() => 0);
    expect(hopsOf(whole)).toHaveLength(3);
    expect(hopsOf(forOrganisation(whole, 'a'))).toEqual([
      ['IF', 'unsent', true],
      ['e', 'unsent', true],
    ]);
    // The register of `b` has the interface; `d` got nothing, and knows of nothing.
    expect(hopsOf(forOrganisation(whole, 'b'))).toEqual([['IF', 'unsent', true]]);
    expect(hopsOf(forOrganisation(whole, 'd'))).toEqual([]);
  });

  test('who wrote is named to the one it wrote to, and the expectation behind it is not', () => {
    const whole = played((w) => w.at(5).open('d-1', w.send('a-1', { to: ['d-1'], facts: ['f'] })));
    const own = forOrganisation(whole, 'd');
    const [hop] = own.chains.chains.flatMap(({ hops }) => hops);
    expect(hop).toMatchObject({
      link: { kind: 'expectation', id: HIDDEN },
      from: ['a-1'],
      state: 'reached',
      receivers: [{ role: 'd-1', way: 'planned', by: 'a-1', at: 5 * MINUTE }],
      ready: [],
    });
    // Since when the sender had it, and whether it was late, are the sender's.
    expect(hop).not.toHaveProperty('readyAt');
    expect(hop).not.toHaveProperty('delay');
    expect(own.names.roles.map(({ id }) => id)).toEqual(['a-1', 'd-1', HIDDEN]);
  });
});

describe('ratings', () => {
  const note = (text: string, role?: string) =>
    ({
      type: 'observation.noted',
      text,
      rating: 'M',
      about: { objective: 'o', ...(role !== undefined && { role }) },
    }) as const;
  const whole = played((w) => {
    for (const id of ['t', 'u', 'v']) w.startTask(id, 30);
    w.at(9).finish('a-1', 't');
    w.finish('a-1', 'u');
    w.staff('x', { type: 'exercise.start' }, note('whose?'), note('a', 'a-1'), note('c', 'c-1'));
  });

  test('a draft is made from one’s own tasks; a rating is kept where it says whom it is about', () => {
    expect(whole.evaluation.measured).toMatchObject([{ good: 2, bad: 1, draft: 'S' }]);
    const { measured, ratings } = forOrganisation(whole, 'a').evaluation;
    expect(measured).toMatchObject([{ good: 2, bad: 0, draft: 'P' }]);
    expect(ratings).toMatchObject([{ subject: { id: 'o' }, ratings: [{ text: 'a' }] }]);
    expect(ratings[0]?.latest).toHaveLength(1);
    expect(forOrganisation(whole, 'b').evaluation).toMatchObject({ measured: [], ratings: [] });
  });
});

test.each(['da', 'en'] as const)('no part is said not to have happened (%s)', (lang) => {
  const own = forOrganisation(
    played(() => 0),
    'd',
  );
  const meta = { digest: '', entries: 1, engine: '' };
  const { t } = speaker(own, lang);
  const said = JSON.stringify(reportOf(own, lang, meta));
  const { chains, networks, coordination } = t.coordination;
  const claims = [chains.none, networks.none, coordination.none, t.prompting.none];
  const others = [t.passing.statements.none, t.passing.picture.none, t.passing.statements.agree];
  for (const claim of [...claims, ...others, t.services.none, t.evaluation.noConflicts]) {
    expect(said).not.toContain(JSON.stringify(claim).slice(1, -1));
  }
});
