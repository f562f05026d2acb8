/** Perceived responsibility: what polls and probes show, and what they must not be made to show. */
import { describe, expect, test } from 'vitest';
import { type Question, UNSURE } from '../../../engine/plan/plan.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { fleissKappa } from '../../../exports/analysis/agreement.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { agreedOf } from '../../../exports/analysis/beliefs.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const ROLES = ['owner', 'worker', 'third', 'fourth'];
const poll = (id: string): Question => ({
  id,
  kind: 'poll',
  task: 't',
  trigger: { type: 'manual' },
  to: ROLES,
  objectives: [],
});
const probe = (id: string, truth?: string): Question => ({
  id,
  kind: 'probe',
  question: 'What is down?',
  options: ['all', 'some'].map((option) => ({ id: option, title: option })),
  ...(truth !== undefined && { truth }),
  trigger: { type: 'manual' },
  to: ROLES,
  objectives: [],
});
const plan = planOf({
  organisations: ['one', 'two'].map((id) => ({ id, name: id })),
  roles: ROLES.map((id, i) => role(id, i < 2 ? 'one' : 'two')),
  tasks: [taskOf({ id: 't', accountable: ['owner'], responsible: ['worker'] })],
  questions: [poll('p1'), poll('p2'), probe('q1', 'some'), probe('q2', 'all'), probe('q3')],
});

type Writer = ReturnType<typeof writer>;
const answers = (w: Writer, question: string, said: Record<string, string>): void => {
  for (const [id, answer] of Object.entries(said)) w.answer(id, question, answer);
};
const given = (
  play: (w: Writer) => void,
  seats: Readonly<Record<string, boolean>> = Object.fromEntries(ROLES.map((id) => [id, false])),
) => {
  const w = writer(plan);
  for (const [id, bot] of Object.entries(seats)) w.seat(id, bot);
  w.at(0).start();
  w.at(10).startTask('t', 60);
  w.at(20);
  play(w);
  w.at(100).end();
  return analyse(w.entries);
};
/** One poll, with these answers, in a task that nobody has taken. */
const asked = (said: Record<string, string>, to: readonly string[] = ROLES) =>
  given((w) => {
    w.ask('p1', to);
    answers(w, 'p1', said);
  });
const found = (a: ReturnType<typeof analyse>, code: string) =>
  a.findings.findings.find((f) => f.code === code);

describe('agreement', () => {
  test('the share of the commonest answer; not to know is an answer, no answer is none', () => {
    const said = ['a', 'a', UNSURE, 'b', undefined].map((answer) =>
      answer === undefined ? {} : { answer },
    );
    expect(agreedOf(said)).toEqual({ share: 0.5, count: 2, answered: 4, modal: ['a'] });
    expect(agreedOf([{}, {}])).toBeUndefined();
  });

  test('answers that tie are all named, and a tie that reaches a holder is no phantom', () => {
    const a = given((w) => {
      w.claim('owner', 't');
      w.ask('p1', ROLES);
      answers(w, 'p1', { owner: 'owner', worker: 'owner', third: 'third', fourth: 'third' });
    });
    expect(a.beliefs.polls[0]!.agreed!.modal).toEqual(['owner', 'third']);
    expect(a.beliefs.polls[0]!.phantom).toEqual([]);
  });

  test('nobody answered: no agreement, no finding, everybody on the list of the silent', () => {
    const [row] = asked({}).beliefs.polls;
    expect(row).not.toHaveProperty('agreed');
    expect(row).toMatchObject({ unanswered: ROLES, orphan: 'unknown', phantom: [], selfOther: [] });
    expect(asked({}).findings.findings.map((f) => f.code)).not.toContain('ORPHAN_BELIEF');
  });
});

describe('orphan belief', () => {
  const others = { owner: 'worker', worker: 'owner', third: 'owner', fourth: UNSURE };

  test('nobody names itself while the task is open', () => {
    const a = asked(others);
    expect(a.beliefs.polls[0]!.orphan).toBe('yes');
    const finding = found(a, 'ORPHAN_BELIEF')!;
    expect(finding).toMatchObject({
      tasks: ['t'],
      roles: ['owner', 'worker'],
      severity: 'medium',
      doubts: ['verbal'],
      measures: { at: 20 * MINUTE, count: 2, total: 4 },
    });
    // The task's start, the asking, and the four answers.
    expect(finding.evidence).toHaveLength(6);
  });

  test('one that names itself ends it', () => {
    expect(asked({ ...others, third: 'third' }).beliefs.polls[0]!.orphan).toBe('no');
  });

  test('where the planned owner has not answered or was not asked, it cannot be told', () => {
    const silent = asked({ worker: 'owner', third: 'owner' });
    const unasked = asked({ third: 'owner', fourth: 'owner' }, ['third', 'fourth']);
    for (const a of [silent, unasked]) {
      expect(a.beliefs.polls[0]!.orphan).toBe('unknown');
      expect(found(a, 'ORPHAN_BELIEF')).toBeUndefined();
    }
  });

  test('an owner whose seat is empty believes nothing, and is not waited for', () => {
    const a = given(
      (w) => {
        w.ask('p1', ['third', 'fourth']);
        answers(w, 'p1', { third: 'owner', fourth: UNSURE });
      },
      { third: false, fourth: false },
    );
    expect(a.beliefs.polls[0]!.orphan).toBe('yes');
    expect(found(a, 'ORPHAN_BELIEF')!.doubts).toEqual(['unseated', 'verbal', 'few']);
  });

  test('before a task arises and after it is done, there is nothing to own', () => {
    const a = given((w) => {
      w.claim('owner', 't');
      w.finish('owner', 't');
      w.ask('p1', ROLES);
      answers(w, 'p1', others);
    });
    expect(a.beliefs.polls[0]).toMatchObject({ state: 'done', orphan: 'no', phantom: [] });
    const w = writer(plan);
    ROLES.forEach((id) => w.seat(id));
    w.at(0).start();
    w.ask('p1', ROLES);
    answers(w, 'p1', others);
    const early = analyse(w.entries).beliefs;
    expect(early.polls[0]).toMatchObject({ state: 'ahead', orphan: 'no', phantom: [] });
    expect(early.comparison).toEqual([]);
  });
});

describe('phantom owner', () => {
  const all = { owner: 'owner', worker: 'owner', third: 'owner', fourth: 'owner' };

  test('all look to one that does not hold it: nobody does, or another', () => {
    const vacant = found(asked(all), 'PHANTOM_OWNER')!;
    expect(vacant).toMatchObject({ roles: ['owner'], others: [], variant: 'vacant' });
    const held = given((w) => {
      w.claim('worker', 't', 'responsible');
      w.ask('p1', ROLES);
      answers(w, 'p1', all);
    });
    expect(found(held, 'PHANTOM_OWNER')).toMatchObject({ others: ['worker'], variant: 'held' });
  });

  test('one that holds it is none, nor one that had taken it when it was named', () => {
    const a = given((w) => {
      w.ask('p1', ROLES);
      w.at(21).claim('owner', 't');
      answers(w, 'p1', all);
    });
    expect(found(a, 'PHANTOM_OWNER')).toBeUndefined();
    expect(a.beliefs.polls[0]).toMatchObject({ holders: [] });
    expect(a.beliefs.polls[0]!.beliefs[0]).toMatchObject({ holders: ['owner'], at: 21 * MINUTE });
  });

  test('to agree on not knowing is no phantom', () => {
    const a = asked({ owner: UNSURE, worker: UNSURE, third: 'fourth' });
    expect(a.beliefs.polls[0]!.agreed!.modal).toEqual([UNSURE]);
    expect(found(a, 'PHANTOM_OWNER')).toBeUndefined();
  });

  test('another presumed owner is another finding, with its own figures', () => {
    const a = given((w) => {
      w.ask('p1', ROLES);
      answers(w, 'p1', all);
      w.at(30).ask('p2', ROLES);
      answers(w, 'p2', { owner: 'third', worker: 'third' });
    });
    const phantoms = a.findings.findings.filter((f) => f.code === 'PHANTOM_OWNER');
    expect(phantoms.map((f) => [f.roles, f.measures])).toEqual([
      [['owner'], { at: 20 * MINUTE, count: 4, total: 4 }],
      [['third'], { at: 30 * MINUTE, count: 2, total: 2 }],
    ]);
  });

  test('two polls about one task make one finding, with the evidence of both', () => {
    const a = given((w) => {
      for (const id of ['p1', 'p2']) {
        w.ask(id, ROLES);
        answers(w, id, all);
      }
    });
    const phantoms = a.findings.findings.filter((f) => f.code === 'PHANTOM_OWNER');
    expect(phantoms).toHaveLength(1);
    expect(phantoms[0]!.evidence).toHaveLength(11);
  });
});

test('a gap between self and others, either way round; the silent have no view of themselves', () => {
  const a = asked({ owner: 'third', worker: 'worker', third: UNSURE });
  expect(a.beliefs.polls[0]!.selfOther).toEqual([
    { role: 'third', self: false, named: 1, others: 2, gap: 'others' },
    { role: 'worker', self: true, named: 0, others: 2, gap: 'self' },
  ]);
  expect(asked({ owner: 'fourth' }).beliefs.polls[0]!.selfOther).toEqual([
    { role: 'fourth', named: 1, others: 1 },
  ]);
});

test('all eight classes of planned, perceived and observed', () => {
  const named = (who: string) => asked({ third: who }).beliefs.comparison.map((row) => row.role);
  expect(named('owner')).not.toContain('worker');
  expect(named('worker')).toContain('worker');
  const classOf = (actor: string | undefined, named: string) => {
    const a = given((w) => {
      if (actor !== undefined) w.claim(actor, 't');
      w.ask('p1', ROLES);
      answers(w, 'p1', { worker: named, fourth: named });
    });
    const rows = a.beliefs.comparison.map((row) => [row.role, row.class]);
    return Object.fromEntries(rows) as Record<string, string>;
  };
  expect(classOf('owner', 'owner')).toMatchObject({ owner: 'shared', fourth: 'none' });
  expect(classOf(undefined, 'owner')).toMatchObject({ owner: 'capacity', fourth: 'none' });
  expect(classOf(undefined, 'third')).toMatchObject({ owner: 'unknown' });
  expect(classOf('owner', 'third')).toMatchObject({ owner: 'lonely', third: 'misplaced' });
  expect(classOf('third', 'third')).toMatchObject({ owner: 'unknown', third: 'emergent' });
  expect(classOf('third', 'owner')).toMatchObject({ owner: 'capacity', third: 'unseen' });
});

test('where nobody else answered, nothing is said of how others saw a role', () => {
  const { comparison } = asked({ owner: 'owner' }).beliefs;
  expect(comparison.map((row) => row.role)).toEqual(['third', 'fourth']);
});

describe('asking cues the answer', () => {
  test('what was taken after a poll about it bears the doubt, what was taken before does not', () => {
    const drift = (before: boolean) =>
      found(
        given((w) => {
          if (before) w.claim('third', 't');
          w.at(25).ask('p1', ROLES);
          if (!before) w.at(30).claim('third', 't');
        }),
        'DRIFT',
      )!.doubts;
    expect(drift(false)).toContain('asked');
    expect(drift(true)).not.toContain('asked');
  });

  test('an ownership taken after a poll is a strength with the same doubt', () => {
    const a = given((w) => {
      w.at(11).ask('p1', ROLES);
      w.at(12).claim('owner', 't');
      w.at(20).finish('owner', 't');
    });
    const strength = a.findings.strengths.find((f) => f.code === 'STRENGTH_OWNERSHIP');
    expect(strength!.doubts).toEqual(['asked']);
  });

  test('a bot’s answers are marked, and make the finding uncertain', () => {
    const bots = { owner: true, worker: true, third: false, fourth: false };
    const a = given((w) => {
      w.ask('p1', ROLES);
      answers(w, 'p1', { owner: 'third', worker: 'third', third: UNSURE, fourth: 'third' });
    }, bots);
    expect(a.beliefs.polls[0]!.beliefs.map((belief) => belief.bot)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(a.beliefs.byBots).toHaveLength(2);
    expect(found(a, 'PHANTOM_OWNER')).toMatchObject({ confidence: 'low' });
    expect(a.beliefs.asked).toEqual([a.beliefs.polls[0]!.evidence[0]]);
  });
});

describe('Fleiss’ kappa', () => {
  test('the textbook example: 10 subjects, 14 raters, 5 categories → 0.210', () => {
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const rows = table.map((counts) =>
      counts.flatMap((n, i) => Array.from({ length: n }, () => String(i))),
    );
    expect(fleissKappa(rows)).toBeCloseTo(0.21, 3);
  });

  test('is absent for one question, one who answers, uneven rows, or answers all alike', () => {
    expect(fleissKappa([['a', 'b']])).toBeUndefined();
    expect(fleissKappa([['a'], ['b']])).toBeUndefined();
    expect(fleissKappa([['a', 'b'], ['a']])).toBeUndefined();
    expect(
      fleissKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeUndefined();
  });

  test('is worked out on the roles that answered every poll, and says on how many', () => {
    const a = given((w) => {
      w.ask('p1', ROLES);
      answers(w, 'p1', { owner: 'owner', worker: 'owner', third: 'third' });
      w.ask('p2', ROLES);
      answers(w, 'p2', { owner: 'worker', worker: 'worker', fourth: 'owner' });
    });
    expect(a.beliefs.kappa).toEqual({ polls: 2, roles: 2, value: 1 });
    expect(asked({ owner: 'owner' }).beliefs.kappa).toEqual({ polls: 1, roles: 1 });
  });
});

describe('probes', () => {
  const a = given((w) => {
    w.ask('q1', ROLES);
    answers(w, 'q1', { owner: 'some', worker: 'all', third: UNSURE });
    w.at(40).ask('q2', ROLES, 'control');
    answers(w, 'q2', { owner: 'some', worker: 'all', third: 'all', fourth: 'all' });
  });

  test('counts by option and organisation; shares are of those who answered', () => {
    expect(a.beliefs.probes.probes[0]).toMatchObject({
      asked: 4,
      answered: 3,
      unsure: 1,
      right: 1,
      options: [
        { option: 'all', roles: ['worker'] },
        { option: 'some', roles: ['owner'] },
        { option: UNSURE, roles: ['third'] },
      ],
      organisations: [
        { organisation: 'one', asked: 2, answered: 2, unsure: 0, right: 1 },
        { organisation: 'two', asked: 2, answered: 1, unsure: 1, right: 0 },
      ],
    });
  });

  test('change between two that ask the same, over those who answered both', () => {
    const [change] = a.beliefs.probes.changes;
    expect(change).toMatchObject({ from: 'q1', to: 'q2', roles: 3, changed: ['third'] });
    // The truth moved: worker and third are right now, owner stayed with what had been so.
    expect(change).toMatchObject({ righted: 2, lost: 1 });
  });

  test('without a truth nobody is right or wrong', () => {
    const open = given((w) => {
      w.ask('q3', ROLES);
      w.answer('owner', 'q3', 'all');
    });
    expect(open.beliefs.probes.probes[0]).not.toHaveProperty('right');
    expect(open.validity.missing).toContain('no-polls');
  });
});

test('a poll that was asked is not missing; one that was only planned is', () => {
  expect(asked({}).validity.missing).not.toContain('no-polls');
  expect(given(() => undefined).validity.missing).toContain('no-polls');
});
