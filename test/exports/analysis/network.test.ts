/** Networks: published examples, the worked figures of the domain report, queues, cuts, bottlenecks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../engine/exercise/entry.ts';
import type { Inject, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { fragmentation, losses } from '../../../exports/analysis/network/distance.ts';
import {
  centralisation,
  crossIndex,
  mutualInformation,
  reciprocity,
} from '../../../exports/analysis/network/figures.ts';
import { type Pair, betweenness, communities } from '../../../exports/analysis/network/graph.ts';
import { type Step, reachOf } from '../../../exports/analysis/network/paths.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const pairs = (...ties: readonly (readonly [number, number])[]): readonly Pair[] =>
  ties.map(([a, b]) => ({ a, b, weight: 1 }));

/** Zachary, An information flow model for conflict and fission in small groups (1977), 34 members. */
const KARATE =
  '1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 ' +
  '2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 ' +
  '9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 ' +
  '24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 ' +
  '30-34 31-33 31-34 32-33 32-34 33-34';
const karate = pairs(
  ...KARATE.split(' ').map((tie): [number, number] => {
    const [a = 0, b = 0] = tie.split('-').map(Number);
    return [a - 1, b - 1];
  }),
);

describe('measures against published and worked examples', () => {
  test('the karate club: betweenness of 1, 34 and 33 as published', () => {
    expect(karate).toHaveLength(78);
    const found = betweenness(34, karate);
    expect(found[0]).toBeCloseTo(0.4376, 4);
    expect(found[33]).toBeCloseTo(0.3041, 4);
    expect(found[32]).toBeCloseTo(0.1452, 4);
    expect(found[11]).toBe(0);
  });

  test('a star: the middle lies between all, and everything is central', () => {
    const star = pairs([0, 1], [0, 2], [0, 3], [0, 4]);
    expect(betweenness(5, star)).toEqual([1, 0, 0, 0, 0]);
    expect(centralisation([4, 1, 1, 1, 1])).toBe(1);
    expect(centralisation([2, 2, 2])).toBe(0);
  });

  test('the path A–B–C: F 0.167, without B 1, so that ΔF(B) is 0.833', () => {
    const path = pairs([0, 1], [1, 2]);
    expect(fragmentation(3, path)).toBeCloseTo(1 / 6, 12);
    expect(losses(3, path)[1]).toBeCloseTo(5 / 6, 12);
    expect(losses(3, path)[0]).toBeCloseTo(-1 / 6, 12);
  });

  test('fragmentation: all with all is 0, none with none is 1, one alone has none', () => {
    expect(fragmentation(3, pairs([0, 1], [1, 2], [0, 2]))).toBe(0);
    expect(fragmentation(4, [])).toBe(1);
    expect(fragmentation(1, [])).toBeUndefined();
    expect(losses(2, pairs([0, 1]))).toEqual([undefined, undefined]);
  });

  test('losses agree with F of the network without the node, worked out afresh', () => {
    const of = (ties: readonly Pair[], nodes: number): void => {
      const before = fragmentation(nodes, ties)!;
      const found = losses(nodes, ties);
      for (let gone = 0; gone < nodes; gone += 1) {
        const move = (i: number): number => (i > gone ? i - 1 : i);
        const rest = ties
          .filter(({ a, b }) => a !== gone && b !== gone)
          .map(({ a, b, weight }) => ({ a: move(a), b: move(b), weight }));
        expect(found[gone], String(gone)).toBeCloseTo(fragmentation(nodes - 1, rest)! - before, 12);
      }
    };
    of(karate, 34);
    // More than 32 nodes, in a ring with one short cut: rows of several words.
    of(
      pairs(...Array.from({ length: 70 }, (_, i): [number, number] => [i, (i + 1) % 70]), [0, 35]),
      70,
    );
  });

  test('E–I: 4 across and 6 within is −0.2', () => {
    expect(crossIndex(4, 6)).toBe(-0.2);
    expect(crossIndex(0, 0)).toBeUndefined();
  });

  test('normalised mutual information by hand', () => {
    expect(mutualInformation([0, 0, 1, 1], ['a', 'a', 'b', 'b'])).toBeCloseTo(1, 12);
    expect(mutualInformation([0, 0, 1, 1], ['a', 'b', 'a', 'b'])).toBeCloseTo(0, 12);
    // H(X) = ln 2, H(Y) = −¾ ln ¾ − ¼ ln ¼, H(XY) = −½ ln ½ − 2·¼ ln ¼.
    const [x, y] = [Math.log(2), -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)];
    const both = -0.5 * Math.log(0.5) - 0.5 * Math.log(0.25);
    expect(mutualInformation([0, 0, 1, 1], ['a', 'a', 'a', 'b'])).toBeCloseTo(
      (2 * (x + y - both)) / (x + y),
      12,
    );
    expect(mutualInformation([0, 0], ['a', 'a'])).toBeUndefined();
  });

  test('reciprocity', () => {
    expect(reciprocity(new Set([1, 3]), 3)).toBe(1);
    expect(reciprocity(new Set([1, 2]), 3)).toBe(0);
    expect(reciprocity(new Set(), 3)).toBeUndefined();
  });

  test('two groups with one tie between them are two communities, the same each time', () => {
    const two = pairs([0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]);
    const found = communities(6, two);
    expect(mutualInformation(found, [0, 0, 0, 1, 1, 1])).toBeCloseTo(1, 12);
    expect(communities(6, two)).toEqual(found);
    expect(communities(3, [])).toEqual([0, 1, 2]);
  });
});

describe('time-respecting paths', () => {
  const step = (from: number, to: number, left: number, arrived = left + 1): Step => ({
    from,
    to,
    left,
    arrived,
  });

  test('in order A reaches C through B; the other way round it does not', () => {
    expect(reachOf(3, [step(0, 1, 10), step(1, 2, 20)])).toEqual({
      reached: [2, 1, 0],
      between: [0, 1, 0],
      pairs: 3,
    });
    expect(reachOf(3, [step(1, 2, 10), step(0, 1, 20)]).reached).toEqual([1, 1, 0]);
  });

  test('what was opened after the next was sent was not passed on', () => {
    expect(reachOf(3, [step(0, 1, 10, 30), step(1, 2, 20)]).reached).toEqual([1, 1, 0]);
  });

  test('a later message that is opened sooner is the earliest way', () => {
    const steps = [step(0, 1, 10, 50), step(0, 2, 20, 21), step(2, 1, 30, 31), step(1, 3, 40, 41)];
    expect(reachOf(4, steps)).toMatchObject({ reached: [3, 1, 2, 0], between: [0, 2, 2, 0] });
  });
});

/** Straight from the definition: whoever has it hands it on, over and over, until nothing is new. */
function handOn(nodes: number, steps: readonly Step[], source: number): number {
  const had = Array.from({ length: nodes }, (_, i) => (i === source ? -1 : Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, left, arrived } of steps) {
      if (had[from]! >= left || arrived >= had[to]!) continue;
      had[to] = arrived;
      changed = true;
    }
  }
  return had.filter((at) => at < Infinity).length - 1;
}

/** All distances by Floyd and Warshall, with one node left out. */
function farApart(nodes: number, ties: readonly Pair[], without?: number): number {
  const far = Array.from({ length: nodes }, (_, i) =>
    Array.from({ length: nodes }, (_, j) => (i === j ? 0 : Infinity)),
  );
  const there = (i: number): boolean => i !== without;
  for (const { a, b } of ties) if (there(a) && there(b)) far[a]![b] = far[b]![a] = 1;
  for (let k = 0; k < nodes; k += 1) {
    for (const row of far) row.forEach((d, j) => (row[j] = Math.min(d, row[k]! + far[k]![j]!)));
  }
  const left = without === undefined ? nodes : nodes - 1;
  let sum = 0;
  far.forEach((row, i) =>
    row.forEach((d, j) => {
      if (i < j && there(i) && there(j)) sum += 1 / d;
    }),
  );
  return 1 - (2 * sum) / (left * (left - 1));
}

describe('against the formulas, naively', () => {
  const node = fc.nat({ max: 39 });
  const ties = fc
    .uniqueArray(
      fc.tuple(node, node).filter(([a, b]) => a < b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 90 },
    )
    .map((all) => pairs(...all));

  test('whom one could have reached in time', () => {
    const few = fc.nat({ max: 5 });
    const steps = fc
      .array(fc.record({ from: few, to: few, wait: fc.nat({ max: 40 }) }), { maxLength: 40 })
      .map((rows) =>
        rows
          .map(({ from, to, wait }, i): Step => ({ from, to, left: i * 3, arrived: i * 3 + wait }))
          .filter(({ from, to }) => from !== to),
      );
    fc.assert(
      fc.property(steps, (drawn) => {
        const naive = [0, 1, 2, 3, 4, 5].map((source) => handOn(6, drawn, source));
        expect(reachOf(6, drawn).reached).toEqual(naive);
      }),
      { numRuns: 1_000 },
    );
  });

  test('fragmentation, and what each loss adds', () => {
    fc.assert(
      fc.property(ties, (drawn) => {
        const before = farApart(40, drawn);
        expect(fragmentation(40, drawn)).toBeCloseTo(before, 9);
        const found = losses(40, drawn);
        for (const gone of [0, 7, 33]) {
          expect(found[gone]).toBeCloseTo(farApart(40, drawn, gone) - before, 9);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const ROLES = ['a', 'b', 'c', 'd', 'e'];
const inject = (id: string, to: readonly string[], facts: readonly string[] = []): Inject => ({
  id,
  number: 1,
  title: id,
  body: id,
  from: { name: 'Watch' },
  to,
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:AMBER',
  facts,
  objectives: [],
  trigger: { type: 'at', at: 0 },
  phases: [],
});
const plain = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: [
      { id: 'it', name: 'IT', sector: 'digital' },
      { id: 'town', name: 'Town', sector: 'public' },
      { id: 'care', name: 'Care', sector: 'health' },
    ],
    roles: [
      role('a', 'it'),
      role('b', 'it'),
      role('c', 'town'),
      role('d', 'town'),
      role('e', 'care'),
      { ...role('sim', 'care'), playedBy: 'simcell' },
    ],
    injects: ['i1', 'i2', 'i3', 'i4'].map((id) => inject(id, ['c'])),
    ...parts,
  });

describe('the network of an exercise', () => {
  const w = writer(plain());
  w.at(0).start();
  ROLES.slice(0, 4).forEach((id) => w.seat(id));
  w.at(5);
  const all = w.send('a', { to: ['b', 'c', 'd', 'sim'] });
  w.send('sim', { to: ['a'], simulated: true });
  const ask = w.send('b', { to: ['c'], asks: true });
  w.at(6).open('b', all);
  w.at(7).send('c', { to: ['b'], replyTo: ask });
  w.at(8).offer('b', 'd', 't');
  w.accept('b', 'd', 't');
  w.at(20).end();
  const { network } = analyse(w.entries);
  const of = (id: string) => network.roles.find((row) => row.role === id)!;

  test('a word to four weighs a quarter each; control’s roles are no players', () => {
    expect(network.roles.map((row) => row.role)).toEqual(['a', 'b', 'c', 'd']);
    expect(network.absent).toEqual(['e']);
    expect(of('a')).toMatchObject({ wroteTo: 3, heardFrom: 0, out: 0.75, in: 0 });
    expect(of('b')).toMatchObject({ wroteTo: 2, heardFrom: 2, out: 2, in: 1.25 });
    expect(of('b').status).toBeCloseTo(3.25 / 3, 12);
  });

  test('each layer by itself, and across sectors', () => {
    const counts = network.layers.map((row) => [row.layer, row.contacts, row.pairs, row.across]);
    expect(counts).toEqual([
      ['inform', 1, 3, 2],
      ['consult', 2, 2, 2],
      ['request', 0, 0, 0],
      ['handover', 1, 1, 1],
      ['decide', 0, 0, 0],
    ]);
    expect(network.whole).toMatchObject({ pairs: 6, possible: 12, contacts: 4, across: 3.5 });
    expect(network.whole.cross).toBeCloseTo((3.5 - 0.25) / 3.75, 12);
  });

  test('every edge names the entries it rests on', () => {
    for (const edge of network.edges) {
      expect(edge.evidence.length).toBeGreaterThan(0);
      for (const seq of edge.evidence) {
        const entry = w.entries[seq]!;
        expect('event' in entry && /^(message|handover)/.test(entry.event.type)).toBe(true);
      }
    }
  });

  test('calls and deeds outside the tool are what is known to be missing', () => {
    expect(network.coverage).toEqual({ seen: 4, outside: 0, share: 1 });
    const seen = writer(plain());
    seen.at(0).start();
    seen.send('a', { to: ['b'] });
    const about = { inject: 'i1' };
    const event = { type: 'outside.reported', report: 'r', role: 'a', about, text: 'x' } as const;
    seen.control({ type: 'exercise.resume' }, { ...event, to: ['c'] });
    const { coverage } = analyse(seen.entries).network;
    expect(coverage).toEqual({ seen: 1, outside: 1, share: 0.5 });
  });

  test('another name for a role changes no figure', () => {
    const rename = (text: string): string => text.replaceAll('"b"', '"zz"');
    const again = analyse(JSON.parse(rename(JSON.stringify(w.entries))) as Entry[]).network;
    expect(JSON.stringify(again)).toBe(rename(JSON.stringify(network)));
  });
});

test('E–I of ten messages, four of them across sectors: −0.2', () => {
  const w = writer(plain());
  w.at(0).start();
  for (let i = 0; i < 6; i += 1) w.send('a', { to: ['b'] });
  for (let i = 0; i < 4; i += 1) w.send('a', { to: ['c'] });
  expect(analyse(w.entries).network.whole.cross).toBe(-0.2);
});

test('planned ties: kept by any pair of theirs, only where they came up', () => {
  const plan = plain({
    tasks: [
      taskOf({
        id: 't',
        accountable: ['a'],
        responsible: ['b'],
        consulted: ['c'],
        informed: ['d'],
      }),
      taskOf({ id: 'never', accountable: ['a'], consulted: ['e'] }),
    ],
  });
  const w = writer(plan);
  w.at(0).start();
  w.startTask('t', 60);
  w.send('b', { to: ['c'], asks: true, about: { task: 't' } });
  w.send('b', { to: ['e'] });
  const { ties, recall, precision } = analyse(w.entries).network;
  expect(ties).toEqual([
    { kind: 'consult', id: 't', from: ['a', 'b'], to: ['c'], kept: true },
    { kind: 'inform', id: 't', from: ['a', 'b'], to: ['d'], kept: false },
  ]);
  expect([recall, precision]).toEqual([0.5, 0.5]);
});

describe('queues and bottlenecks', () => {
  /** c lies between a, b and d, e; three injects come at 10. */
  const busy = (opens: number | undefined, hub = 'c', come = ['i1', 'i2', 'i3']) => {
    const w = writer(plain());
    w.at(0).start();
    ROLES.forEach((id) => w.seat(id));
    const sent = ROLES.filter((id) => id !== hub).map(
      (id) => [id, w.send(hub, { to: [id] })] as const,
    );
    for (const [id, message] of sent) w.open(id, message);
    w.at(10);
    for (const id of come) w.release(id, ['c']);
    if (opens !== undefined) for (const id of come) w.at(opens).open('c', id);
    w.at(110).end();
    return analyse(w.entries);
  };
  const codes = (a: ReturnType<typeof analyse>) => a.findings.findings.map((f) => f.code);

  test('L(τ), W and the share of time in which something waited', () => {
    const queue = busy(60).network.queues.find((row) => row.role === 'c')!;
    expect(queue).toMatchObject({ items: 3, waiting: 0, peak: 3, peakAt: 10 * MINUTE });
    expect(queue.wait).toBe(50 * MINUTE);
    expect(queue.mean).toBeCloseTo(150 / 110, 12);
    expect(queue.busy).toBeCloseTo(50 / 110, 12);
    expect(queue.points).toEqual([
      { at: 10 * MINUTE, waiting: 3 },
      { at: 60 * MINUTE, waiting: 0 },
    ]);
  });

  test('what is never opened waits until the end', () => {
    const queue = busy(undefined).network.queues.find((row) => row.role === 'c')!;
    expect(queue).toMatchObject({ waiting: 3, wait: 100 * MINUTE });
  });

  test('a question waits for its answer, or until what it was about is over', () => {
    const w = writer(plain({ tasks: [taskOf({ id: 't', accountable: ['a'] })] }));
    w.at(0).start();
    w.startTask('t', 60);
    const ask = w.send('a', { to: ['b', 'c'], asks: true, about: { task: 't' } });
    w.at(1).open('b', ask);
    w.at(4).send('b', { to: ['a'], replyTo: ask });
    w.at(10).finish('a', 't');
    w.at(100).end();
    const { queues } = analyse(w.entries).network;
    expect(queues.map((row) => [row.role, row.wait, row.waiting])).toEqual([
      ['a', 96 * MINUTE, 1],
      ['b', 4 * MINUTE, 0],
      ['c', 10 * MINUTE, 0],
    ]);
  });

  test('a broker with a long queue is a bottleneck', () => {
    const found = busy(60).findings.findings.find((f) => f.code === 'BOTTLENECK');
    expect(found).toMatchObject({ roles: ['c'], measures: { count: 3, lasted: 50 * MINUTE } });
    expect(found!.evidence).toHaveLength(3);
  });

  test('a short queue at a broker, a small one, or a long one at nobody’s crossing, is none', () => {
    expect(codes(busy(12))).not.toContain('BOTTLENECK');
    expect(codes(busy(60, 'a'))).not.toContain('BOTTLENECK');
    expect(codes(busy(60, 'c', ['i1', 'i2']))).not.toContain('BOTTLENECK');
  });
});

describe('ways through one role', () => {
  const fact = (id: string): Plan['facts'][0] => ({
    id,
    text: id,
    domain: 'digital',
    trueFrom: 0,
    marking: 'TLP:AMBER',
  });
  const link = (id: string, from: string, to: string): Plan['interfaces'][0] => ({
    id,
    title: id,
    from: [from],
    to: [to],
    carries: ['f'],
    within: 30 * MINUTE,
  });
  const through = (parts: Partial<Plan> = {}, empty?: string, piles: readonly string[] = []) => {
    const w = writer(
      plain({
        facts: [fact('f')],
        injects: [inject('i', ['a'], ['f'])],
        interfaces: [link('ab', 'a', 'b'), link('bc', 'b', 'c')],
        ...parts,
      }),
    );
    w.at(0).start();
    ROLES.filter((id) => id !== empty).forEach((id) => w.seat(id));
    for (const id of piles) w.release(id, ['b']);
    w.at(1).release('i', ['a']);
    w.at(2).open('a', 'i');
    const one = w.send('a', { to: ['b'], facts: ['f'] });
    w.at(3).open('b', one);
    const two = w.send('b', { to: ['c'], facts: ['f'] });
    w.at(4).open('c', two);
    w.at(60).end();
    return analyse(w.entries);
  };
  const spof = (a: ReturnType<typeof analyse>) =>
    a.findings.findings.find((f) => f.code === 'SPOF');

  test('the only one in the middle, without a deputy, is a finding even when it held', () => {
    const found = spof(through());
    expect(found).toMatchObject({ roles: ['b'], others: ['c'], facts: ['f'], variant: 'held' });
    expect(found!.evidence.length).toBeGreaterThan(2);
  });

  test('alone it is about the plan: low, and said to be so', () => {
    expect(spof(through())).toMatchObject({ severity: 'low', doubts: ['plan'], measures: {} });
  });

  const pile = ['p1', 'p2', 'p3'];
  const piled = (ids: readonly string[], parts: Partial<Plan> = {}) => ({
    injects: [inject('i', ['a'], ['f']), ...ids.map((id) => inject(id, ['b'], []))],
    ...parts,
  });

  test('where things piled up at it, or nobody sat there, it weighs more, with the evidence', () => {
    const queued = spof(through(piled(pile), undefined, pile))!;
    expect(queued).toMatchObject({ severity: 'medium', doubts: [], measures: { load: 4 } });
    const empty = spof(through({}, 'b'))!;
    expect(empty).toMatchObject({ severity: 'medium', variant: 'absent', doubts: ['unseated'] });
    const short = spof(through(piled(['p1']), undefined, ['p1']))!;
    expect(short).toMatchObject({ severity: 'low', doubts: ['plan'] });
  });

  test('a deputy, or another planned way, and it is none', () => {
    const roles = plain().roles.map((r) => (r.id === 'b' ? { ...r, deputy: 'd' } : r));
    expect(spof(through({ roles }))).toBeUndefined();
    const interfaces = [link('ab', 'a', 'b'), link('bc', 'b', 'c'), link('ad', 'a', 'd')];
    expect(spof(through({ interfaces: [...interfaces, link('dc', 'd', 'c')] }))).toBeUndefined();
  });
});
