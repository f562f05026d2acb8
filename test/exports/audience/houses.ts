/**
 * Four houses and arbitrary acts between them. `a` reads; `b` shares an interface with it, `d` a
 * decision. The third is strange to it, or has written to it and may be named, as the test asks:
 * whatever is the third's, or between the others, is named so that it is known again wherever it
 * comes out. Knows: who does what. Does not know: versions.
 */
import fc from 'fast-check';
import type { Entry, ExerciseEvent, Input } from '../../../engine/exercise/entry.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Plan, UNSURE } from '../../../engine/plan/plan.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

export const CANARY = /canary/i;
/** `canaryc` never deals with `a`; `zzc` does, and its name is no secret then. */
export type Third = 'canaryc' | 'zzc';

const secret = (what: string): string => `CANARY ${what}`;
const rolesOf = (third: Third): readonly string[] =>
  ['a', 'b', third, 'd'].flatMap((house) => [`${house}-1`, `${house}-2`]);
const houseOf = (id: string): string => id.slice(0, -2);
const nameOf = (house: string, what: string): string =>
  house === 'canaryc' ? secret(what) : `zz${house} ${what}`;

function planFor(third: Third): Plan {
  const [c1, c2, c3] = [`${third}-1`, `${third}-2`, `${third}-3`];
  const roles = rolesOf(third);
  return planOf({
    organisations: ['a', 'b', third, 'd'].map((id) => ({
      id,
      name: nameOf(id, 'house'),
      ...(id === 'b' && { sector: 'zzhealth' }),
      ...(id === 'canaryc' && { sector: secret('sector') }),
    })),
    roles: [
      ...roles.map((id) => role(id, houseOf(id), nameOf(houseOf(id), 'role'))),
      { ...role(c3, third, secret('simulated')), playedBy: 'simcell' },
    ],
    objectives: [{ id: 'o', title: 'zzobjective', capability: 'information' }],
    facts: [
      ['shared', 'shared'],
      ['shared-wrong', 'shared-wrong', 'shared'],
      ['canary-f', secret('fact')],
      ['canary-w', secret('wrong fact'), 'canary-f'],
    ].map(([id, text, variantOf]) => ({
      id: id!,
      text: text!,
      domain: 'digital',
      trueFrom: 0,
      marking: 'TLP:GREEN',
      ...(variantOf !== undefined && { variantOf }),
    })),
    injects: [
      ['open', ['a-1', 'b-1'], ['shared'], 'open'],
      ['canary-i', [c1, 'd-2'], ['canary-f', 'shared'], secret('inject')],
    ].map(([id, to, facts, title], i) => ({
      id: id as string,
      number: i + 1,
      title: title as string,
      body: title as string,
      from: { name: title as string },
      to: to as string[],
      channel: 'email',
      domain: 'digital',
      marking: 'TLP:AMBER',
      facts: facts as string[],
      objectives: [],
      trigger: { type: 'manual' },
      phases: [],
      notes: secret('notes'),
    })),
    tasks: [
      taskOf({
        id: 'common',
        accountable: ['a-1'],
        responsible: [c1],
        consulted: [c2, 'b-1'],
        informed: ['a-2', 'd-1'],
        needs: ['shared'],
        critical: true,
        objectives: ['o'],
      }),
      taskOf({
        id: 'canary-t',
        title: secret('task'),
        accountable: [c1],
        responsible: ['d-1'],
        informed: [c2],
        needs: ['canary-f'],
        objectives: ['o'],
        restores: [{ service: 'canary-s', level: 1 }],
      }),
    ],
    interfaces: [
      { id: 'IF-1', title: 'a to b', from: ['a-1'], to: ['b-1'], carries: ['shared', 'canary-f'] },
      { id: 'canary-if', title: secret('if'), from: [c1], to: ['d-1'], carries: ['shared'] },
      { id: 'canary-ie', title: secret('ie'), from: ['d-1'], to: [c2], carries: ['shared'] },
    ],
    decisions: [
      ['joint', ['d-1'], ['a-1'], 'joint'],
      ['canary-d', [c2], ['d-2'], secret('decision')],
    ].map(([id, authority, consult, question]) => ({
      id: id as string,
      question: question as string,
      authority: authority as string[],
      consult: consult as string[],
      inform: id === 'joint' ? [c1] : [],
      needs: ['shared', 'canary-f'],
      within: 30 * MINUTE,
      default: 'no',
      phases: [],
      options: [
        { id: 'yes', title: question as string },
        { id: 'no', title: question as string },
      ],
      domain: 'physical',
      objectives: ['o'],
    })),
    phases: [{ id: 'alarm', title: secret('phase'), next: [] }],
    // What the third is expected to tell `a` is the script's secret.
    expectations: [
      {
        id: 'canary-e',
        inject: 'canary-i',
        role: c1,
        does: 'message',
        to: ['a-2'],
        facts: ['shared'],
        within: 10 * MINUTE,
      },
      {
        id: 'e',
        inject: 'open',
        role: 'a-1',
        does: 'message',
        to: ['d-2'],
        facts: ['shared'],
        within: 10 * MINUTE,
      },
    ],
    services: [
      { id: 's', title: 'zzservice', owner: 'a-1', dependsOn: ['canary-s'], weight: 1 },
      { id: 'canary-s', title: secret('service'), owner: c1, dependsOn: ['s'], rto: 1, weight: 1 },
    ],
    questions: [
      {
        id: 'poll',
        kind: 'poll',
        task: 'common',
        trigger: { type: 'manual' },
        to: roles,
        objectives: [],
      },
      {
        id: 'canary-p',
        kind: 'poll',
        task: 'canary-t',
        trigger: { type: 'manual' },
        to: [c1, 'd-1'],
        objectives: [],
      },
    ],
    matters: [{ id: 'canary-m', title: secret('matter') }],
    clocks: [
      {
        id: 'canary-t',
        clock: 'canary.clock',
        title: secret('clock'),
        matter: 'canary-m',
        organisation: third,
        deadline: 60 * MINUTE,
        source: secret('source'),
        confidence: 'low',
      },
    ],
    hotWash: [{ id: 'hw', question: 'What went well?' }],
  });
}

type Step = {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly task: number;
};
export const steps = fc.array(
  fc.record({ kind: fc.nat(18), a: fc.nat(7), b: fc.nat(7), task: fc.nat(1) }),
  { minLength: 5, maxLength: 60 },
);

const START: Input = { type: 'exercise.start' };
const isReader = (id: string): boolean => id.startsWith('a-');

/** Sense and nonsense: what the rules of the engine would refuse only makes the test harder. */
export function play(list: readonly Step[], third: Third): readonly Entry[] {
  const [c1] = [`${third}-1`];
  const roles = rolesOf(third);
  const w = writer(planFor(third));
  let published = 0;
  w.at(0).start();
  roles.forEach((id, i) => i !== 3 && w.seat(id, i === 5));
  w.pause(1, secret('reason'));
  w.release('open', ['a-1', 'b-1']);
  w.release('canary-i', [c1, 'd-2']);
  for (const obligation of ['e', 'canary-e']) {
    w.due({ type: 'obligation.opened', obligation, due: 15 * MINUTE });
  }
  const down = (service: string, level: number, cause: { inject: string } | { task: string }) =>
    ({ type: 'service.changed', service, level, cause }) as const;
  w.due(down('s', 0, { inject: 'open' }), down('canary-s', 0, { inject: 'canary-i' }));
  w.startTask('common', 20);
  w.startTask('canary-t', 20);
  w.openDecision('joint', 15);
  w.openDecision('canary-d', 15);
  const sent: string[] = ['open', 'canary-i'];
  list.forEach(({ kind, a, b, task: t }, i) => {
    const from = roles[a]!;
    // Whoever is strange to `a` stays so: with it, the neighbour takes the stranger's place.
    const met = roles[b]!;
    const strange =
      third === 'canaryc' &&
      [from, met].some(isReader) &&
      [from, met].some((id) => id.startsWith(third));
    const to = strange ? 'b-1' : met;
    // What `a` itself has to do with is no secret to it.
    const mixed = [from, to].some(isReader);
    const common = mixed || t === 0;
    const task = common ? 'common' : 'canary-t';
    const words = (what: string): string => (mixed ? 'zzown' : secret(what));
    const mine = isReader(from) ? 'zzown' : secret('own words');
    // Whoever makes a decision that is shared is named.
    const decision = common && !from.startsWith(third) ? 'joint' : 'canary-d';
    const facts = mixed ? ['shared'] : ['shared', 'canary-f'];
    // What is published reaches everybody.
    const spread = b % 2 === 0 ? ['shared'] : ['shared-wrong'];
    const item = mixed ? 'open' : sent[b % sent.length]!;
    w.at(i + 1);
    const about = t === 0 ? { task } : { decision };
    const control = (...events: readonly ExerciseEvent[]) =>
      w.staff(isReader(from) ? 'zzrater' : secret('rater'), START, ...events);
    const act = [
      () => w.claim(from, task),
      () => w.claim(from, task, 'responsible'),
      () => w.letGo(from, task),
      () => w.offer(from, to, task),
      () => w.accept(from, to, task),
      () => w.decide(from, decision, 'yes', facts),
      () => w.open(from, item),
      () =>
        sent.push(w.send(from, { to: [to], body: words('body'), title: words('title'), about })),
      // The stranger gets it too, where it is not from `a`.
      () =>
        sent.push(
          w.send(from, {
            to: isReader(from) && third === 'canaryc' ? [to] : [to, c1],
            facts,
            body: words('x'),
          }),
        ),
      () => sent.push(w.send(from, { to: [to], asks: true, about, body: words('ask') })),
      () =>
        sent.push(w.send(from, { to: [to], replyTo: sent[b % sent.length]!, body: words('re') })),
      () => w.answer(from, 'poll', a === b ? UNSURE : to),
      () =>
        control(
          { type: 'record.contested', contest: `c${i}`, role: from, about: { task }, text: mine },
          { type: 'hotwash.answered', question: 'hw', role: from, text: mine },
          {
            type: 'observation.noted',
            text: mine,
            about: { role: from, task, ...(t === 0 && { objective: 'o' }) },
            rating: b % 2 === 0 ? 'P' : 'U',
          },
          // Of whom, nobody can tell.
          {
            type: 'observation.noted',
            text: secret('of nobody'),
            about: t === 0 ? { objective: 'o' } : { task: 'common' },
            rating: 'M',
          },
          { type: 'record.noted', note: `n${i}`, entry: 3, kind: 'bookmark', text: secret('note') },
        ),
      () =>
        control(
          {
            type: 'decision.raised',
            decision: `canary-r${i}`,
            role: c1,
            question: secret('raised'),
            options: [{ id: 'yes', title: secret('option') }],
            due: 99 * MINUTE,
            with: ['d-1'],
          },
          { type: 'decision.discussed', decision, role: from, text: mine },
          { type: 'control.asked', ask: `q${i}`, role: from, text: mine, about },
          { type: 'control.answered', ask: `q${i}`, text: secret('answer') },
        ),
      () => w.ask(t === 0 ? 'poll' : 'canary-p', t === 0 ? roles : [c1, 'd-1']),
      () => (isReader(from) ? 0 : w.finish(from, task)),
      () =>
        control({
          type: 'statement.published',
          statement: isReader(from) ? `p${(published += 1)}` : `canary-p${(published += 1)}`,
          role: from,
          outlet: 'web',
          title: mine,
          body: mine,
          facts: spread,
        }),
      () =>
        control({
          type: 'picture.updated',
          picture: isReader(from) ? `v${(published += 1)}` : `canary-v${(published += 1)}`,
          role: from,
          section: t === 0 ? 'situation' : 'outlook',
          version: published,
          text: mine,
          facts: spread,
          marking: 'TLP:GREEN',
        }),
      () => w.due(down(t === 0 ? 's' : 'canary-s', (b % 3) / 2, { inject: 'canary-i' })),
    ][kind]!;
    act();
  });
  w.end();
  return w.entries;
}
