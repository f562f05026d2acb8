/** Notification chains: ways by the plan, hops, breaks, bypasses, wrong doors, doubled and incomplete reports. */
import { describe, expect, test } from 'vitest';
import type { Inject, Plan } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { coursesOf } from '../../../exports/analysis/chains/courses.ts';
import type { Link } from '../../../exports/analysis/chains/links.ts';
import { entriesOf } from '../../support/conduct.ts';
import { rehearsed } from '../../support/rehearsal.ts';
import { scenario } from '../../support/scenario.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const fact = (id: string): Plan['facts'][0] => ({
  id,
  text: id,
  domain: 'digital',
  trueFrom: 0,
  marking: 'TLP:AMBER',
});
const inject = (id: string, to: readonly string[], facts: readonly string[]): Inject => ({
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
const link = (
  id: string,
  from: readonly string[],
  to: readonly string[],
  carries: readonly string[] = ['f'],
): Plan['interfaces'][0] => ({ id, title: id, from, to, carries, within: 30 * MINUTE });

/** duty → boss (same house) → cert → csirt, and a warning that the boss owns. */
const chainPlan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: ['it', 'cert', 'state', 'town'].map((id) => ({ id, name: id })),
    roles: [
      role('duty', 'it'),
      role('boss', 'it'),
      { ...role('cert', 'cert'), deputy: 'duty' },
      role('csirt', 'state'),
      role('mayor', 'town'),
      role('clerk', 'town'),
      { ...role('sim', 'town'), playedBy: 'simcell' },
    ],
    facts: [fact('f'), fact('g')],
    injects: [inject('alarm', ['duty'], ['f', 'g'])],
    interfaces: [link('IF-1', ['duty', 'boss'], ['cert']), link('IF-2', ['cert'], ['csirt'])],
    ...parts,
  });
const SEATS = ['duty', 'boss', 'cert', 'csirt', 'mayor', 'clerk'];

function begin(plan: Plan = chainPlan()) {
  const w = writer(plan);
  w.at(0).start();
  SEATS.forEach((id) => w.seat(id));
  w.at(10).release('alarm', ['duty']);
  w.at(12).open('duty', 'alarm');
  return w;
}
const codes = (a: Analysis) => a.findings.findings.map((f) => f.code);
const find = (a: Analysis, code: string) => a.findings.findings.find((f) => f.code === code);
const MINE = /CHAIN|WRONG|BYPASS|DOUBLE|INCOMPLETE|PINGPONG|BOTTLENECK|SPOF|CROSSDOMAIN/;

describe('ways by the plan', () => {
  const ways = (
    links: readonly Link[],
    entry: readonly string[],
    simulated: readonly string[] = [],
  ) =>
    coursesOf(links, new Map([['f', new Set(entry)]]), (id) => !simulated.includes(id)).map(
      ({ facts, legs }) =>
        `${facts.join()}: ${legs.map((leg) => `${leg.from.join()}→${leg.to.join()}`).join(' ')}`,
    );
  const at = (id: string, from: string, to: string, facts = ['f']): Link => ({
    kind: 'interface',
    id,
    from: from.split(''),
    to: to.split(''),
    facts,
  });

  test('link by link from where the fact comes in, forked where the plan forks', () => {
    const links = [at('1', 'a', 'b'), at('2', 'b', 'cd'), at('3', 'd', 'e'), at('4', 'b', 'x')];
    expect(ways(links, ['a'])).toEqual(['f: a→b b→x', 'f: a→b b→c,d d→e']);
  });

  test('both ends of an interface: it goes to the one that has it not', () => {
    expect(ways([at('1', 'ab', 'ab')], ['a'])).toEqual(['f: a→b']);
    expect(ways([at('1', 'ab', 'ab')], ['a', 'b'])).toEqual([]);
  });

  test('a ring ends; what leads nowhere from the entry is no way', () => {
    expect(ways([at('1', 'a', 'b'), at('2', 'b', 'a')], ['a'])).toEqual(['f: a→b']);
    expect(ways([at('1', 'x', 'y')], ['a'])).toEqual([]);
  });

  test('a role of control’s can always begin', () => {
    expect(ways([at('1', 's', 'a'), at('2', 'a', 'b')], [], ['s'])).toEqual(['f: s→a a→b']);
  });

  test('facts with the same way are one', () => {
    const links = [at('1', 'a', 'b', ['f', 'g'])];
    const entries = new Map(['f', 'g'].map((id) => [id, new Set(['a'])]));
    expect(coursesOf(links, entries, () => true)).toMatchObject([{ facts: ['f', 'g'] }]);
  });
});

describe('a chain that held', () => {
  const w = begin();
  w.at(15);
  const one = w.send('duty', { to: ['cert'], facts: ['f'] });
  w.at(20).open('cert', one);
  w.at(26);
  const two = w.send('cert', { to: ['csirt', 'mayor'], facts: ['f'] });
  w.at(30).open('csirt', two);
  w.at(100).end();
  const a = analyse(w.entries);

  test('reach 1, end to end 20, each hop with its delay', () => {
    const [chain, ...more] = a.chains.chains;
    expect(more).toEqual([]);
    expect(chain).toMatchObject({ id: 'K1', facts: ['f'], entry: ['duty'], reach: 1 });
    expect(chain).toMatchObject({ enteredAt: 10 * MINUTE, endToEnd: 20 * MINUTE });
    expect(chain).not.toHaveProperty('broken');
    expect(chain!.hops).toMatchObject([
      { state: 'reached', readyAt: 12 * MINUTE, delay: 8 * MINUTE, late: false, carried: ['f'] },
      { state: 'reached', readyAt: 20 * MINUTE, delay: 10 * MINUTE, late: false },
    ]);
    expect(chain!.hops.map((hop) => hop.funnel)).toEqual([
      { sent: 1, opened: 1, acknowledged: 0 },
      { sent: 1, opened: 1, acknowledged: 0 },
    ]);
  });

  test('it is the chain of nobody’s finding', () => {
    expect(codes(a).filter((code) => MINE.test(code))).toEqual([]);
  });

  test('the funnel counts receivers: sent, opened, passed on', () => {
    expect(a.chains.funnels).toEqual([
      { kind: 'inject', sent: 1, delivered: 1, opened: 1, acknowledged: 0, acted: 1, both: 0 },
      { kind: 'message', sent: 3, delivered: 3, opened: 2, acknowledged: 0, acted: 1, both: 0 },
    ]);
  });

  test('a pause changes nothing, and every entry is there', () => {
    const paused = begin();
    paused.at(15);
    const first = paused.send('duty', { to: ['cert'], facts: ['f'] });
    paused.pause(10, 'Reel hændelse');
    paused.at(20).open('cert', first);
    paused.at(26);
    const second = paused.send('cert', { to: ['csirt', 'mayor'], facts: ['f'] });
    paused.at(30).open('csirt', second);
    paused.at(100).end();
    const bare = (from: Analysis) =>
      from.chains.chains.map(({ reach, endToEnd, hops }) => [
        reach,
        endToEnd,
        hops.map((h) => h.delay),
      ]);
    expect(bare(analyse(paused.entries))).toEqual(bare(a));
    for (const seq of a.chains.chains.flatMap((chain) => chain.evidence)) {
      expect('event' in w.entries[seq]!).toBe(true);
    }
  });
});

describe('bots that do all they are expected to', () => {
  const office = scenario({
    roles: {
      duty: { name: 'Duty', organisation: 'operator', deputy: 'boss' },
      boss: { name: 'Boss', organisation: 'operator', deputy: 'duty' },
      lead: { name: 'Lead', organisation: 'town', deputy: 'mayor' },
      mayor: { name: 'Mayor', organisation: 'town', deputy: 'lead' },
      care: { name: 'Care', organisation: 'media', deputy: 'mayor' },
    },
    facts: { leak: {}, fire: { domain: 'physical' } },
    tasks: {
      warn: { needs: ['leak'], within: '90m', consulted: ['lead'], informed: ['mayor'] },
      clear: { accountable: 'care', responsible: ['care'], needs: ['fire'], within: '90m' },
    },
    interfaces: {
      tell: { from: 'duty', to: 'lead', carries: ['leak'], within: '60m' },
      on: { from: 'lead', to: 'care', carries: ['leak'], within: '60m' },
    },
    injects: {
      call: { at: '0m', to: ['duty', 'boss'], facts: ['leak'] },
      smoke: { at: '5m', to: ['care'], facts: ['fire'] },
    },
  });

  test.each([1, 2, 3, 4])('nothing of these kinds is found, seed %i', (seed) => {
    const a = analyse(entriesOf(rehearsed(office, seed, 'diligent').drafts));
    expect(a.chains.chains.length).toBeGreaterThan(1);
    expect(codes(a).filter((code) => MINE.test(code))).toEqual([]);
    expect(codes(a)).not.toContain('IF_UNTESTED');
  });

  test('one who is silent in the middle breaks the chain there', () => {
    const behave = new Map([
      ['*', 'diligent'],
      ['lead', 'silent'],
    ] as const);
    const a = analyse(entriesOf(rehearsed(office, 1, behave).drafts));
    expect(find(a, 'CHAIN_BREAK')).toMatchObject({ roles: ['lead'], interfaces: ['tell'] });
  });
});

describe('where it broke', () => {
  test('the one who had it and sent nothing is named, and the interface is not told twice', () => {
    const w = begin();
    w.at(15);
    const one = w.send('duty', { to: ['cert'], facts: ['f'] });
    w.at(20).open('cert', one);
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]).toMatchObject({ reach: 0, broken: 1 });
    expect(a.chains.chains[0]!.hops[1]).toMatchObject({ state: 'unsent', ready: ['cert'] });
    expect(find(a, 'CHAIN_BREAK')).toMatchObject({
      roles: ['cert'],
      others: ['csirt'],
      facts: ['f'],
      interfaces: ['IF-2'],
      variant: 'unsent',
      severity: 'medium',
      doubts: ['verbal'],
    });
    expect(codes(a)).not.toContain('IF_UNTESTED');
  });

  test('it weighs more where a decision rests on it', () => {
    const decisions: Plan['decisions'] = [
      {
        id: 'cut',
        question: 'Cut?',
        authority: ['csirt'],
        consult: [],
        inform: [],
        needs: ['f'],
        within: 30 * MINUTE,
        default: 'no',
        phases: [],
        options: [{ id: 'no', title: 'No' }],
        domain: 'digital',
        objectives: [],
      },
    ];
    const w = begin(chainPlan({ decisions }));
    w.at(100).end();
    expect(find(analyse(w.entries), 'CHAIN_BREAK')).toMatchObject({ severity: 'high' });
  });

  test('left unopened in the middle of the chain; at its end UNOPENED says it', () => {
    const w = begin();
    w.at(15).send('duty', { to: ['cert'], facts: ['f'] });
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]!.hops.map((hop) => hop.state)).toEqual(['unopened', 'unready']);
    expect(find(a, 'CHAIN_BREAK')).toMatchObject({ variant: 'unopened', roles: ['cert'] });
    const last = begin(chainPlan({ interfaces: [link('IF-1', ['duty'], ['cert'])] }));
    last.at(15).send('duty', { to: ['cert'], facts: ['f'] });
    last.at(100).end();
    expect(codes(analyse(last.entries))).toContain('UNOPENED');
    expect(codes(analyse(last.entries))).not.toContain('CHAIN_BREAK');
  });

  test('time that is left is no break, and neither is what never came up', () => {
    const w = begin();
    w.at(30).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]!.hops.map((hop) => hop.state)).toEqual(['pending', 'unready']);
    expect(codes(a)).not.toContain('CHAIN_BREAK');
    const none = writer(chainPlan());
    none.at(0).start();
    none.at(100).end();
    const [chain] = analyse(none.entries).chains.chains;
    expect(chain).toMatchObject({ reach: 0 });
    expect(chain).not.toHaveProperty('enteredAt');
  });

  test('an interface whose condition did not hold asks for nothing', () => {
    const starts = { type: 'phase', phase: 'later' } as const;
    const w = begin(chainPlan({ interfaces: [{ ...link('IF-1', ['duty'], ['cert']), starts }] }));
    w.at(100).end();
    expect(analyse(w.entries).chains.chains[0]!.hops[0]).toMatchObject({ state: 'unready' });
    const known = { type: 'fact', fact: 'f', by: ['duty'], mode: 'any' } as const;
    const held = begin(
      chainPlan({ interfaces: [{ ...link('IF-1', ['duty'], ['cert']), starts: known }] }),
    );
    held.at(100).end();
    expect(codes(analyse(held.entries))).toContain('CHAIN_BREAK');
  });

  test('said to be done outside the tool is neither done nor not done', () => {
    const w = begin();
    const about = { inject: 'alarm' };
    const event = {
      type: 'outside.reported',
      report: 'r',
      role: 'duty',
      about,
      text: 'x',
    } as const;
    w.at(20).control({ type: 'exercise.resume' }, { ...event, to: ['cert'] });
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]!.hops[0]).toMatchObject({ state: 'outside' });
    expect(codes(a)).not.toContain('CHAIN_BREAK');
  });

  test('control is never asked why it sent nothing', () => {
    const w = begin(
      chainPlan({
        injects: [inject('alarm', ['sim'], ['f'])],
        interfaces: [link('IF-1', ['sim'], ['cert'])],
      }),
    );
    w.at(14).release('alarm', ['sim']);
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]!.hops[0]).toMatchObject({ state: 'unsent' });
    expect(codes(a)).not.toContain('CHAIN_BREAK');
  });

  test('an expected message is a link, unless an interface asks for the same', () => {
    const expectation = {
      id: 'alarm.1',
      inject: 'alarm',
      role: 'duty',
      does: 'message',
      to: ['mayor'],
      facts: ['f'],
      within: 20 * MINUTE,
    } as const;
    const plan = chainPlan({
      interfaces: [],
      expectations: [expectation, { ...expectation, id: 'alarm.2', facts: [] }],
    });
    const w = begin(plan);
    w.due({ type: 'obligation.opened', obligation: 'alarm.1', due: 30 * MINUTE });
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains).toMatchObject([
      { broken: 0, hops: [{ link: { kind: 'expectation', id: 'alarm.1' }, state: 'unsent' }] },
    ]);
    expect(find(a, 'CHAIN_BREAK')).toMatchObject({ roles: ['duty'], others: ['mayor'] });
    const same = chainPlan({
      interfaces: [link('IF-1', ['duty'], ['mayor'])],
      expectations: [expectation],
    });
    expect(analyse(begin(same).entries).chains.chains).toHaveLength(1);
  });

  test('half the receivers is half the reach', () => {
    const w = begin(chainPlan({ interfaces: [link('IF-1', ['duty'], ['cert', 'csirt'])] }));
    const one = w.send('duty', { to: ['cert'], facts: ['f'] });
    w.at(20).open('cert', one);
    w.at(100).end();
    expect(analyse(w.entries).chains.chains[0]).toMatchObject({ reach: 0.5 });
  });
});

describe('round the planned way', () => {
  const heard = (from: 'mayor' | 'boss' | 'asked', before: boolean) => {
    const w = begin(chainPlan({ interfaces: [link('IF-2', ['duty'], ['csirt'])] }));
    const inner = w.at(14).send('duty', { to: ['mayor'], facts: ['f'] });
    w.open('mayor', inner);
    const ask = from === 'asked' ? w.send('csirt', { to: ['mayor'], asks: true }) : undefined;
    const planned = (at: number) => {
      const message = w.at(at).send('duty', { to: ['csirt'], facts: ['f'] });
      w.open('csirt', message);
    };
    if (!before) planned(15);
    const reply = ask === undefined ? {} : { replyTo: ask };
    const sender = from === 'asked' ? 'mayor' : from;
    const message = w.at(16).send(sender, { to: ['csirt'], facts: ['f'], ...reply });
    w.open('csirt', message);
    w.at(100).end();
    return analyse(w.entries);
  };

  test('from one whom the plan does not have there, and never by the planned way', () => {
    const a = heard('mayor', true);
    expect(a.chains.chains[0]).toMatchObject({ reach: 0, endToEnd: 6 * MINUTE });
    expect(a.chains.chains[0]!.hops[0]).toMatchObject({ state: 'bypassed' });
    expect(find(a, 'BYPASS')).toMatchObject({
      roles: ['csirt'],
      others: ['mayor'],
      facts: ['f'],
      interfaces: ['IF-2'],
      variant: 'instead',
    });
    expect(codes(a)).not.toContain('CHAIN_BREAK');
  });

  test('what had come by the planned way before is no bypass', () => {
    expect(codes(heard('mayor', false))).not.toContain('BYPASS');
  });

  test('an answer to one’s own question is none', () => {
    const a = heard('asked', true);
    expect(codes(a)).not.toContain('BYPASS');
    expect(a.chains.chains[0]!.hops[0]).toMatchObject({ state: 'regular' });
  });

  test('earlier than the planned way, which came too', () => {
    const w = begin(chainPlan({ interfaces: [link('IF-2', ['duty'], ['csirt'])] }));
    const inner = w.at(14).send('duty', { to: ['mayor'], facts: ['f'] });
    w.open('mayor', inner);
    const round = w.at(16).send('mayor', { to: ['csirt'], facts: ['f'] });
    w.open('csirt', round);
    const planned = w.at(20).send('duty', { to: ['csirt'], facts: ['f'] });
    w.open('csirt', planned);
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]!.hops[0]).toMatchObject({ state: 'reached' });
    expect(find(a, 'BYPASS')).toMatchObject({ variant: 'earlier', severity: 'low' });
  });

  test('a colleague, the situation picture, and control are fair ways', () => {
    const colleague = begin(chainPlan({ interfaces: [link('IF', ['duty'], ['mayor'])] }));
    const one = colleague.send('duty', { to: ['clerk'], facts: ['f'] });
    colleague.at(20).open('clerk', one);
    const two = colleague.send('clerk', { to: ['mayor'], facts: ['f'] });
    colleague.at(21).open('mayor', two);
    colleague.at(100).end();
    const given = begin(chainPlan({ interfaces: [link('IF', ['duty'], ['mayor'])] }));
    given.at(20).release('alarm', ['mayor']);
    given.at(21).open('mayor', 'alarm');
    given.at(100).end();
    for (const w of [colleague, given]) {
      const a = analyse(w.entries);
      expect(a.chains.chains[0]).toMatchObject({ reach: 1, hops: [{ state: 'regular' }] });
      expect(codes(a).filter((code) => MINE.test(code))).toEqual([]);
    }
  });
});

describe('readable deviations', () => {
  test('the planned way has none', () => {
    const w = begin();
    const one = w.send('duty', { to: ['cert'], facts: ['f'] });
    w.at(20).open('cert', one);
    w.at(100).end();
    expect(analyse(w.entries).chains.chains[0]!.deviations).toEqual([]);
  });

  test('another sender of the link, a hop skipped, and one that came too soon', () => {
    const interfaces = [
      link('IF-1', ['duty'], ['cert']),
      link('IF-2', ['cert', 'boss'], ['csirt']),
    ];
    const taken = (late: boolean) => {
      const w = begin(chainPlan({ interfaces }));
      const inner = w.at(14).send('duty', { to: ['boss'], facts: ['f'] });
      w.open('boss', inner);
      const over = w.at(16).send('boss', { to: ['csirt'], facts: ['f'] });
      w.open('csirt', over);
      if (late) {
        const planned = w.at(20).send('duty', { to: ['cert'], facts: ['f'] });
        w.open('cert', planned);
      }
      w.at(100).end();
      return analyse(w.entries).chains.chains[0]!.deviations;
    };
    const sender = { kind: 'sender', hop: 1, roles: ['boss'] };
    expect(taken(false)).toEqual([{ kind: 'skipped', hop: 0, roles: [] }, sender]);
    expect(taken(true)).toEqual([{ kind: 'order', hop: 1, roles: [] }, sender]);
  });

  test('one whom the plan does not have, in between', () => {
    const w = begin(chainPlan({ interfaces: [link('IF-2', ['duty'], ['csirt'])] }));
    const inner = w.at(14).send('duty', { to: ['mayor'], facts: ['f'] });
    w.open('mayor', inner);
    const over = w.at(16).send('mayor', { to: ['csirt'], facts: ['f'] });
    w.open('csirt', over);
    w.at(100).end();
    expect(analyse(w.entries).chains.chains[0]!.deviations).toEqual([
      { kind: 'inserted', hop: 0, roles: ['mayor'] },
    ]);
  });
});

describe('the wrong door', () => {
  const sent = (to: string, needs: readonly string[] = []) => {
    const tasks = [taskOf({ id: 't', accountable: ['mayor'], needs })];
    const w = begin(chainPlan({ tasks }));
    const message = w.at(15).send('duty', { to: [to], facts: ['f'] });
    w.open(to, message);
    w.at(100).end();
    return analyse(w.entries);
  };

  test('sent to a role that the plan does not have there, and not to the one it has', () => {
    const a = sent('mayor');
    expect(find(a, 'WRONG_ADDRESSEE')).toMatchObject({
      roles: ['duty'],
      others: ['cert'],
      facts: ['f'],
      interfaces: ['IF-1'],
    });
    expect(codes(a)).not.toContain('CHAIN_BREAK');
  });

  test('a colleague, or one who needs it, is no wrong door: then the chain broke', () => {
    for (const a of [sent('boss'), sent('mayor', ['f'])]) {
      expect(codes(a)).not.toContain('WRONG_ADDRESSEE');
      expect(codes(a)).toContain('CHAIN_BREAK');
    }
  });
});

describe('the notifications themselves', () => {
  const tasks = [
    taskOf({
      id: 'warn',
      accountable: ['boss'],
      responsible: ['duty'],
      informed: ['csirt'],
      needs: ['f', 'g'],
      clock: 'nis2.early_warning',
    }),
  ];
  const clocks: Plan['clocks'] = [
    {
      id: 'warn',
      clock: 'nis2.early_warning',
      title: 'Warning',
      matter: 'm',
      organisation: 'it',
      deadline: 1_440 * MINUTE,
      source: 'EU',
      confidence: 'high',
    },
  ];
  const plan = chainPlan({ interfaces: [], tasks, clocks });
  const reported = (
    second: 'duty' | 'boss' | 'mayor' | undefined,
    how: { readonly handed?: boolean; readonly asks?: boolean } = {},
  ) => {
    const w = begin(plan);
    w.at(13).startTask('warn', 60);
    if (how.handed) {
      w.offer('boss', 'duty', 'warn');
      w.accept('boss', 'duty', 'warn');
    }
    w.at(20).finish('boss', 'warn', { type: 'clock.met', clock: 'warn' });
    const first = w.send('boss', { to: ['csirt'], about: { task: 'warn' } });
    w.open('csirt', first);
    const asks = how.asks ?? false;
    if (second) w.at(29).send(second, { to: ['csirt'], about: { task: 'warn' }, asks });
    w.at(100).end();
    return analyse(w.entries);
  };

  test('two roles told the same receiver of the same task', () => {
    const found = find(reported('duty'), 'DOUBLE_REPORT');
    expect(found).toMatchObject({
      tasks: ['warn'],
      roles: ['boss', 'duty'],
      others: ['csirt'],
      measures: { after: 9 * MINUTE },
    });
    expect(found!.evidence).toHaveLength(2);
  });

  test('one role twice, a question, or a task that was handed over between them is none', () => {
    expect(codes(reported(undefined))).not.toContain('DOUBLE_REPORT');
    expect(codes(reported('boss'))).not.toContain('DOUBLE_REPORT');
    expect(codes(reported('mayor', { asks: true }))).not.toContain('DOUBLE_REPORT');
    expect(codes(reported('duty', { handed: true }))).not.toContain('DOUBLE_REPORT');
  });

  test('without a subject: the same fact over the task’s interface, from one house', () => {
    const across = (other: 'boss' | 'mayor') => {
      const row = { ...tasks[0]!, interface: 'IF-1' };
      const interfaces = [link('IF-1', ['duty', 'boss', 'mayor'], ['csirt'])];
      const w = begin(chainPlan({ interfaces, tasks: [row], clocks }));
      w.at(15);
      const inner = w.send('duty', { to: ['boss', 'mayor'], facts: ['f'] });
      w.open(other, inner);
      for (const from of ['duty', other]) w.send(from, { to: ['csirt'], facts: ['f'] });
      w.at(100).end();
      return codes(analyse(w.entries));
    };
    expect(across('boss')).toContain('DOUBLE_REPORT');
    expect(across('mayor')).not.toContain('DOUBLE_REPORT');
  });

  test('a task’s outcome that was not told is a broken hop, and NOT_INFORMED’s to say', () => {
    const w = begin(plan);
    w.at(13).startTask('warn', 60);
    w.at(20).finish('boss', 'warn');
    w.at(100).end();
    const a = analyse(w.entries);
    expect(a.chains.chains[0]).toMatchObject({
      hops: [{ link: { kind: 'task' }, state: 'unsent' }],
    });
    expect(codes(a)).toContain('NOT_INFORMED');
    expect(codes(a)).not.toContain('CHAIN_BREAK');
  });

  const submitted = (knows: boolean, attached: readonly string[]) => {
    const w = begin(
      chainPlan({
        interfaces: [],
        tasks,
        clocks,
        injects: [inject('alarm', ['duty'], ['f']), inject('late', ['duty'], ['g'])],
      }),
    );
    w.at(13).startTask('warn', 60);
    if (knows) {
      w.release('late', ['duty']);
      w.open('duty', 'late');
    }
    w.at(20).finish('duty', 'warn', { type: 'clock.met', clock: 'warn' });
    const told = w.send('duty', { to: ['csirt'], facts: attached, about: { task: 'warn' } });
    w.open('csirt', told);
    w.at(100).end();
    return analyse(w.entries);
  };

  test('submitted while the house did not know what the task needs', () => {
    expect(find(submitted(false, []), 'CLOCK_INCOMPLETE')).toMatchObject({
      clocks: ['warn'],
      roles: ['duty'],
      facts: ['g'],
      variant: 'unknown',
      severity: 'medium',
    });
  });

  test('known and left out where others were attached; with none attached the words may have it', () => {
    expect(find(submitted(true, ['f']), 'CLOCK_INCOMPLETE')).toMatchObject({
      facts: ['g'],
      variant: 'left-out',
      severity: 'low',
      doubts: ['verbal'],
    });
    expect(codes(submitted(true, []))).not.toContain('CLOCK_INCOMPLETE');
    expect(codes(submitted(true, ['f', 'g']))).not.toContain('CLOCK_INCOMPLETE');
  });
});
