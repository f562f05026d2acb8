/** Across sectors and across domains. */
import { describe, expect, test } from 'vitest';
import type { Decision, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const fact = (id: string, domain: 'digital' | 'physical' | 'both'): Plan['facts'][0] => ({
  id,
  text: id,
  domain,
  trueFrom: 0,
  marking: 'TLP:AMBER',
});
const decision = (parts: Partial<Decision> & { readonly id: string }): Decision => ({
  question: parts.id,
  authority: ['a'],
  consult: [],
  inform: [],
  needs: [],
  within: 30 * MINUTE,
  default: 'no',
  phases: [],
  options: [
    { id: 'no', title: 'No' },
    { id: 'yes', title: 'Yes' },
  ],
  domain: 'digital',
  objectives: [],
  ...parts,
});
const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: [
      { id: 'it', name: 'IT', sector: 'digital' },
      { id: 'town', name: 'Town', sector: 'public' },
      { id: 'hall', name: 'Hall', sector: 'public' },
      { id: 'care', name: 'Care', sector: 'health' },
    ],
    roles: [
      role('a', 'it'),
      role('b', 'town'),
      role('c', 'hall'),
      role('d', 'care'),
      { ...role('sim', 'care'), playedBy: 'simcell' },
    ],
    facts: [fact('net', 'digital'), fact('flood', 'physical')],
    ...parts,
  });
function begin(parts: Partial<Plan> = {}) {
  const w = writer(plan(parts));
  w.at(0).start();
  ['a', 'b', 'c', 'd'].forEach((id) => w.seat(id));
  return w;
}
/** Learns a fact by a message from control's role. */
function learn(w: ReturnType<typeof begin>, id: string, facts: readonly string[]): void {
  const message = w.send('sim', { to: [id], facts, simulated: true });
  w.open(id, message);
}
const codes = (a: Analysis) => a.findings.findings.map((f) => f.code);
const find = (a: Analysis, code: string) => a.findings.findings.find((f) => f.code === code);

describe('sectors', () => {
  test('the first contact of two sectors, and each sector’s own', () => {
    const w = begin();
    w.at(5).send('b', { to: ['c', 'sim'] });
    w.at(9).send('c', { to: ['a'] });
    const { crossing } = analyse(w.entries);
    expect(crossing.firstAcross).toBe(9 * MINUTE);
    expect(crossing.sectors.map((s) => [s.sector, s.roles, s.firstAt, s.other])).toEqual([
      ['digital', 1, 9 * MINUTE, 'public'],
      ['public', 2, 9 * MINUTE, 'digital'],
      ['health', 1, undefined, undefined],
    ]);
  });

  test('nobody crossed: no time is given', () => {
    const w = begin();
    w.at(5).send('b', { to: ['c'] });
    expect(analyse(w.entries).crossing).not.toHaveProperty('firstAcross');
  });

  test('requests across sectors: asked or assigned, and what came of them', () => {
    const w = begin({ tasks: [taskOf({ id: 't', accountable: ['a'] })] });
    const ask = w.at(10).send('a', { to: ['b', 'd'], asks: true });
    w.send('b', { to: ['c'], asks: true });
    w.at(14).send('b', { to: ['a'], replyTo: ask });
    w.at(20).startTask('t', 60);
    const assign = { task: 't', to: 'd', as: 'responsible' } as const;
    w.control({ type: 'exercise.resume' }, { type: 'task.assigned', from: 'a', ...assign });
    w.at(30).claim('d', 't', 'responsible');
    const { requests } = analyse(w.entries).crossing;
    expect(requests).toMatchObject({ made: 3, met: 2, median: 7 * MINUTE });
    expect(requests.share).toBeCloseTo(2 / 3, 12);
  });

  test('decisions: who was to be heard, who was, and who had a part', () => {
    const decisions = [
      decision({ id: 'heard', consult: ['b', 'a'], inform: ['sim'] }),
      decision({ id: 'alone', consult: ['d'], inform: ['c'] }),
      decision({ id: 'lapsed', consult: ['b'] }),
    ];
    const w = begin({ decisions });
    w.at(5);
    for (const { id } of decisions) w.openDecision(id, 30);
    const ask = w.send('a', { to: ['b'], asks: true, about: { decision: 'heard' } });
    w.at(8).send('b', { to: ['a'], replyTo: ask });
    w.at(9).decide('a', 'heard', 'yes');
    const late = w.send('a', { to: ['d'], asks: true, about: { decision: 'alone' } });
    w.at(10).decide('a', 'alone', 'yes');
    w.at(11).send('d', { to: ['a'], replyTo: late });
    w.at(35).lapse('lapsed', 'no');
    const { crossing } = analyse(w.entries);
    expect(
      crossing.decisions.map((d) => [d.decision, d.affected, d.heard, d.organisations]),
    ).toEqual([
      ['heard', ['public'], ['public'], ['it', 'town']],
      ['alone', ['health', 'public'], [], ['it']],
    ]);
    expect([crossing.consulted, crossing.joint]).toEqual([0.5, 0.5]);
  });

  test('a word in the discussion is a part in it', () => {
    const w = begin({ decisions: [decision({ id: 'x', consult: ['d'] })] });
    w.openDecision('x', 30);
    const said = { decision: 'x', role: 'd', text: 'Careful' };
    w.control({ type: 'exercise.resume' }, { type: 'decision.discussed', ...said });
    w.at(5).decide('a', 'x', 'yes');
    expect(analyse(w.entries).crossing).toMatchObject({ consulted: 1, joint: 1 });
  });
});

describe('domains', () => {
  const evacuate = taskOf({
    id: 'evacuate',
    accountable: ['d'],
    needs: ['net', 'flood'],
    within: 30 * MINUTE,
    domain: 'physical',
  });
  const waiting = {
    ...evacuate,
    starts: { type: 'fact', fact: 'net', by: ['d'], mode: 'any' } as const,
  };

  test('from known by anybody to the first act, where the task begins with the fact', () => {
    const w = begin({ tasks: [waiting] });
    w.at(10);
    learn(w, 'a', ['net']);
    w.at(30);
    const told = w.send('a', { to: ['d'], facts: ['net'] });
    w.at(50).open('d', told);
    w.startTask('evacuate', 30);
    w.at(52).claim('d', 'evacuate');
    w.at(60).finish('d', 'evacuate');
    w.at(90).end();
    const a = analyse(w.entries);
    expect(a.crossing.domains).toMatchObject([
      {
        fact: 'net',
        from: 'digital',
        to: 'physical',
        task: 'evacuate',
        knownAt: 10 * MINUTE,
        crossedAt: 50 * MINUTE,
        readyAt: 10 * MINUTE,
        actedAt: 52 * MINUTE,
        lag: 42 * MINUTE,
        arose: true,
      },
    ]);
    expect(a.crossing.digitalToPhysical).toBe(42 * MINUTE);
    expect(find(a, 'CROSSDOMAIN_LAG')).toMatchObject({
      tasks: ['evacuate'],
      facts: ['net'],
      roles: ['d'],
      variant: 'digital late',
      measures: { lasted: 42 * MINUTE, window: 30 * MINUTE },
    });
  });

  test('in time, or begun for another reason and acted on at once, is no finding', () => {
    const soon = begin({ tasks: [waiting] });
    soon.at(10);
    learn(soon, 'd', ['net']);
    soon.startTask('evacuate', 30);
    soon.at(20).claim('d', 'evacuate');
    soon.finish('d', 'evacuate');
    const other = begin({ tasks: [evacuate] });
    other.at(10);
    learn(other, 'a', ['net']);
    other.at(100).startTask('evacuate', 30);
    other.at(102).claim('d', 'evacuate');
    other.finish('d', 'evacuate');
    expect(analyse(other.entries).crossing.domains).toMatchObject([{ lag: 2 * MINUTE }]);
    for (const w of [soon, other]) {
      w.at(300).end();
      expect(codes(analyse(w.entries))).not.toContain('CROSSDOMAIN_LAG');
    }
  });

  test('it never came across, so that the task never arose: nobody else says it', () => {
    const w = begin({ tasks: [waiting] });
    w.at(10);
    learn(w, 'a', ['net']);
    w.at(90).end();
    const a = analyse(w.entries);
    expect(a.crossing.domains).toMatchObject([{ arose: false }]);
    expect(find(a, 'CROSSDOMAIN_LAG')).toMatchObject({
      variant: 'digital never',
      severity: 'high',
      measures: { lasted: 80 * MINUTE },
    });
  });

  test('time that was left, and a gap, which says it already, are none', () => {
    const cut = begin({ tasks: [waiting] });
    cut.at(10);
    learn(cut, 'a', ['net']);
    cut.at(30).end();
    const gap = begin({ tasks: [evacuate] });
    gap.at(10);
    learn(gap, 'a', ['net']);
    gap.startTask('evacuate', 30);
    gap.at(90).end();
    expect(codes(analyse(gap.entries))).toContain('GAP');
    for (const w of [cut, gap]) expect(codes(analyse(w.entries))).not.toContain('CROSSDOMAIN_LAG');
  });

  test('a physical fact and a digital decision; the same domain, and both, cross nothing', () => {
    const decisions = [
      decision({ id: 'shut', needs: ['flood', 'net'], domain: 'digital' }),
      decision({ id: 'any', needs: ['flood'], domain: 'both' }),
    ];
    const w = begin({ decisions });
    w.at(10);
    learn(w, 'd', ['flood', 'net']);
    w.at(12).openDecision('shut', 30);
    w.openDecision('any', 30);
    w.at(20).send('a', { to: ['d'], about: { decision: 'shut' } });
    w.at(25).decide('a', 'shut', 'yes');
    const { domains, physicalToDigital } = analyse(w.entries).crossing;
    expect(domains.map((row) => [row.fact, row.decision, row.lag])).toEqual([
      ['flood', 'shut', 8 * MINUTE],
    ]);
    expect(physicalToDigital).toBe(8 * MINUTE);
  });
});
