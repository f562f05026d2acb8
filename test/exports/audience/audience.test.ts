/** Versions by reader: nothing of another organisation's in one's own, nothing small in public. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../engine/exercise/entry.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { LANGS } from '../../../engine/scenario/text.ts';
import { type Plan, UNSURE } from '../../../engine/plan/plan.ts';
import { type Analysis, analyse } from '../../../exports/analysis/analysis.ts';
import { forAudience, forControl, priorFor } from '../../../exports/audience/audience.ts';
import { forOrganisation } from '../../../exports/audience/organisation.ts';
import { forPublic } from '../../../exports/audience/public.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { runs } from '../../support/runs.ts';
import { exercise } from '../exercise.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };

/** Every format there is, in one text. */
function everything(analysis: Analysis): string {
  return LANGS.flatMap((lang) => [
    renderMarkdown(analysis, lang, meta),
    renderHtml(analysis, lang, meta),
    renderJson(analysis, meta),
    ...Object.values(renderCsv(analysis, lang)),
  ]).join('\n');
}

/*
 * Four houses. `a` reads; `b` shares an interface with it, `d` a decision; `c` shares nothing. Whatever
 * is `c`'s, or between the others, is named so that it is known again wherever it comes out.
 */
const HOUSES = ['a', 'b', 'canaryc', 'd'] as const;
const ROLES = HOUSES.flatMap((house) => [`${house}-1`, `${house}-2`]);
const houseOf = (id: string): string => id.slice(0, -2);
const secret = (what: string): string => `CANARY ${what}`;
const nameOf = (house: string, what: string): string =>
  house === 'canaryc' ? secret(what) : `zz${house} ${what}`;

const plan: Plan = planOf({
  organisations: HOUSES.map((id) => ({ id, name: nameOf(id, 'house') })),
  roles: [
    ...ROLES.map((id) => role(id, houseOf(id), nameOf(houseOf(id), 'role'))),
    { ...role('canaryc-3', 'canaryc', secret('simulated')), playedBy: 'simcell' },
  ],
  objectives: [],
  facts: [
    { id: 'shared', text: 'shared', domain: 'digital', trueFrom: 0, marking: 'TLP:GREEN' },
    { id: 'canary-f', text: secret('fact'), domain: 'digital', trueFrom: 0, marking: 'TLP:RED' },
  ],
  injects: [
    ['open', ['a-1', 'b-1'], ['shared'], 'open'],
    ['canary-i', ['canaryc-1', 'd-2'], ['canary-f', 'shared'], secret('inject')],
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
      responsible: ['canaryc-1'],
      consulted: ['canaryc-2', 'b-1'],
      informed: ['a-2', 'd-1'],
      needs: ['shared'],
      critical: true,
    }),
    taskOf({
      id: 'canary-t',
      title: secret('task'),
      accountable: ['canaryc-1'],
      responsible: ['d-1'],
      needs: ['canary-f'],
    }),
  ],
  interfaces: [
    { id: 'IF-1', title: 'a to b', from: ['a-1'], to: ['b-1'], carries: ['shared', 'canary-f'] },
    { id: 'canary-if', title: secret('if'), from: ['canaryc-1'], to: ['d-1'], carries: [] },
  ],
  decisions: [
    ['joint', ['d-1'], ['a-1'], 'joint'],
    ['canary-d', ['canaryc-2'], ['d-2'], secret('decision')],
  ].map(([id, authority, consult, question]) => ({
    id: id as string,
    question: question as string,
    authority: authority as string[],
    consult: consult as string[],
    inform: [],
    needs: ['shared', 'canary-f'],
    within: 30 * MINUTE,
    default: 'no',
    phases: [],
    options: [
      { id: 'yes', title: question as string },
      { id: 'no', title: question as string },
    ],
    domain: 'digital',
    objectives: [],
  })),
  phases: [{ id: 'alarm', title: secret('phase'), next: [] }],
  questions: [
    {
      id: 'poll',
      kind: 'poll',
      task: 'common',
      trigger: { type: 'manual' },
      to: ROLES,
      objectives: [],
    },
    {
      id: 'canary-p',
      kind: 'poll',
      task: 'canary-t',
      trigger: { type: 'manual' },
      to: ['canaryc-1', 'd-1'],
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
      organisation: 'canaryc',
      deadline: 60 * MINUTE,
      source: secret('source'),
      confidence: 'low',
    },
  ],
  hotWash: [{ id: 'hw', question: 'What went well?' }],
});

type Step = {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly task: number;
};
const steps = fc.array(
  fc.record({ kind: fc.nat(15), a: fc.nat(7), b: fc.nat(7), task: fc.nat(1) }),
  { minLength: 5, maxLength: 60 },
);

/** Sense and nonsense: what the rules of the engine would refuse only makes the test harder. */
function play(list: readonly Step[]): readonly Entry[] {
  const w = writer(plan);
  w.at(0).start();
  ROLES.forEach((id, i) => i !== 3 && w.seat(id, i === 5));
  w.pause(1, secret('reason'));
  w.release('open', ['a-1', 'b-1']);
  w.release('canary-i', ['canaryc-1', 'd-2']);
  w.startTask('common', 20);
  w.startTask('canary-t', 20);
  w.openDecision('joint', 15);
  w.openDecision('canary-d', 15);
  const sent: string[] = ['open', 'canary-i'];
  list.forEach(({ kind, a, b, task: t }, i) => {
    const [from, to] = [ROLES[a]!, ROLES[b]!];
    // What `a` itself has to do with is no secret to it.
    const mixed = [from, to].some((id) => id.startsWith('a-'));
    const common = mixed || t === 0;
    const task = common ? 'common' : 'canary-t';
    const words = (what: string): string => (mixed ? 'zzown' : secret(what));
    const mine = from.startsWith('a-') ? 'zzown' : secret('own words');
    // Whoever makes a decision that is shared is named.
    const decision = common && !from.startsWith('canary') ? 'joint' : 'canary-d';
    const facts = mixed ? ['shared'] : ['shared', 'canary-f'];
    const item = mixed ? 'open' : sent[b % sent.length]!;
    w.at(i + 1);
    const about = t === 0 ? { task } : { decision };
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
      () => sent.push(w.send(from, { to: [to, 'canaryc-1'], facts, body: words('x') })),
      () => sent.push(w.send(from, { to: [to], asks: true, about, body: words('ask') })),
      () =>
        sent.push(w.send(from, { to: [to], replyTo: sent[b % sent.length]!, body: words('re') })),
      () => w.answer(from, 'poll', a === b ? UNSURE : to),
      () =>
        w.control(
          { type: 'exercise.start' },
          { type: 'record.contested', contest: `c${i}`, role: from, about: { task }, text: mine },
          { type: 'hotwash.answered', question: 'hw', role: from, text: mine },
          {
            type: 'observation.noted',
            text: from.startsWith('a-') ? 'zzown' : secret('observation'),
            about: { role: from, task },
            rating: 'P',
          },
        ),
      () =>
        w.control(
          { type: 'exercise.start' },
          {
            type: 'decision.raised',
            decision: `canary-r${i}`,
            role: 'canaryc-1',
            question: secret('raised'),
            options: [{ id: 'yes', title: secret('option') }],
            due: 99 * MINUTE,
            with: ['d-1'],
          },
          { type: 'decision.discussed', decision, role: from, text: mine },
          { type: 'control.asked', ask: `q${i}`, role: from, text: mine, about },
          { type: 'control.answered', ask: `q${i}`, text: secret('answer') },
        ),
      () => w.ask(t === 0 ? 'poll' : 'canary-p', t === 0 ? ROLES : ['canaryc-1', 'd-1']),
      () => (from.startsWith('a-') ? 0 : w.finish(from, task)),
    ][kind]!;
    act();
  });
  w.end();
  return w.entries;
}

/** The note with which `finish` of the fixture ends a task is everybody's; all else is a canary. */
const CANARY = /canary/i;

test('an organisation’s version has nothing that is another’s alone, in any format', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const analysis = analyse(play(list));
      expect(everything(analysis)).toMatch(CANARY);
      const own = everything(forOrganisation(analysis, 'a'));
      const at = own.search(CANARY);
      expect(at < 0 ? '' : own.slice(Math.max(0, at - 300), at + 100)).toBe('');
    }),
    runs(40),
  );
}, 120_000);

test('the public version has no name, no text and no count below five, in any format', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (list, k) => {
      const analysis = analyse(play(list));
      const open = forPublic(analysis, k);
      const text = everything(open);
      for (const word of ['CANARY', 'canary', 'zz', 'Fixture', 'oevelse-1']) {
        expect(text).not.toContain(word);
      }
      const { edition } = open;
      if (edition?.for !== 'public') throw new Error('no public edition');
      const least = Math.max(5, k);
      for (const { count, of } of edition.figures) {
        if (count !== undefined) expect(count).toBeGreaterThanOrEqual(least);
        const rest = (of ?? 0) - (count ?? 0);
        if (of !== undefined && rest !== 0) expect(rest).toBeGreaterThanOrEqual(least);
      }
      // Four houses: nothing has five organisations behind it.
      expect(
        edition.figures.every((row) => row.count === undefined && row.value === undefined),
      ).toBe(true);
    }),
    runs(30),
  );
}, 120_000);

describe('what is kept', () => {
  const analysis = analyse(exercise().entries);
  const own = forOrganisation(analysis, 'it-faelles');

  test('control’s is the whole', () => {
    expect(forControl(analysis)).toBe(analysis);
    expect(forAudience(analysis, { type: 'control' })).toBe(analysis);
    expect(renderMarkdown(analysis, 'da', meta)).toContain('Kun til øvelsesledelsen');
  });

  test('an organisation’s own cells, findings and decisions are as in the whole', () => {
    const ids = ['it-duty', 'it-manager'];
    for (const task of own.responsibility.tasks) {
      const whole = analysis.responsibility.tasks.find((row) => row.task === task.task)!;
      const cells = whole.cells.filter((cell) => ids.includes(cell.role));
      expect(task.cells).toEqual(cells);
    }
    const about = analysis.findings.findings.filter((f) => f.roles.some((r) => ids.includes(r)));
    expect(about.length).toBeGreaterThan(2);
    expect(own.findings.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(about.map(({ id }) => id)),
    );
    expect(own.decisions.decisions.find((row) => row.decision === 'disconnect')?.run?.made).toEqual(
      analysis.decisions.decisions.find((row) => row.decision === 'disconnect')?.run?.made,
    );
  });

  test('every version says on its face which it is', () => {
    const markdown = renderMarkdown(own, 'en', meta);
    expect(markdown.split('\n', 1)[0]).toContain('Version for IT-Fælles Syd');
    expect(renderHtml(own, 'da', meta)).toContain('Version til IT-Fælles Syd');
    expect(JSON.parse(renderJson(own, meta))).toMatchObject({
      edition: { for: 'organisation', organisation: 'it-faelles' },
    });
    expect(renderCsv(own, 'da')['version.csv']).toContain('IT-Fælles Syd');
    expect(renderMarkdown(forPublic(analysis), 'da', meta)).toContain('Offentlig version');
  });

  test('with houses and cases enough, the public gets figures', () => {
    const houses = [...Array(8).keys()].map((i) => `h${i}`);
    const many = planOf({
      organisations: houses.map((id) => ({ id, name: id })),
      roles: houses.map((id) => role(`r${id}`, id)),
      tasks: houses.map((id) => taskOf({ id: `t${id}`, accountable: [`r${id}`] })),
    });
    const w = writer(many);
    w.at(0).start();
    houses.forEach((id) => w.startTask(`t${id}`, 60));
    houses.forEach((id) => w.at(5).claim(`r${id}`, `t${id}`));
    houses.forEach((id) => w.at(9).finish(`r${id}`, `t${id}`));
    w.end();
    const { edition } = forPublic(analyse(w.entries));
    const figures = edition?.for === 'public' ? edition.figures : [];
    expect(figures).toContainEqual({ measure: 'done', count: 8, of: 8 });
    expect(figures).toContainEqual({ measure: 'organisations', count: 8 });
    expect(figures).toContainEqual({ measure: 'gaps' });
    expect(figures.find(({ measure }) => measure === 'jaccard')?.value).toBe(1);
  });

  test('the register’s actions go to their own organisation alone', () => {
    const row = (id: string, organisation?: string) =>
      ({ id, ...(organisation !== undefined && { organisation }) }) as never;
    const prior = { today: '2026-12-01', actions: [row('A1', 'a'), row('A2', 'b'), row('A3')] };
    const ids = (kept: typeof prior) => kept.actions.map(({ id }: { id: string }) => id);
    expect(ids(priorFor(prior, { type: 'control' }) as never)).toEqual(['A1', 'A2', 'A3']);
    expect(ids(priorFor(prior, { type: 'organisation', organisation: 'a' }) as never)).toEqual([
      'A1',
    ]);
    expect(ids(priorFor(prior, { type: 'public', k: 5 }) as never)).toEqual([]);
  });
});
