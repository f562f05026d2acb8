/** Corrective actions: whose, when, why; fingerprints; the register; exercises compared. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDrafts, isOverdue, priorTo, setAction } from '../../../exports/actions/action.ts';
import { draftsOf } from '../../../exports/actions/drafts.ts';
import { actionsCalendar, actionsCsv } from '../../../exports/actions/export.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { CODES } from '../../../exports/analysis/finding.ts';
import { addDays, isDate } from '../../../exports/analysis/followup/due.ts';
import { type Fingerprint, isSame } from '../../../exports/analysis/followup/fingerprint.ts';
import { causesOf } from '../../../exports/cause.ts';
import { compareExercises } from '../../../exports/compare/compare.ts';
import { compareReport } from '../../../exports/compare/report.ts';
import { markdownOf, renderMarkdown } from '../../../exports/formats/markdown.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { speak } from '../../../exports/formats/saying.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { catalogue } from '../../../exports/text.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { exercise } from '../exercise.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };
const analysis = analyse(exercise().entries);
const draftFor = (code: string) => {
  const finding = analysis.findings.findings.find((row) => row.code === code)!;
  return analysis.followUp.find((row) => row.finding === finding.id)!;
};

describe('dates', () => {
  test('days are added as the calendar has them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(1_000), (day, n) => {
        const iso = (d: number) => new Date(d * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(iso(day), n)).toBe(iso(day + n));
      }),
    );
  });
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-01T', ''])(
    '%s is none',
    (text) => expect(isDate(text)).toBe(false),
  );
  test('a leap day is one', () => expect(isDate('2028-02-29')).toBe(true));
});

describe('draft actions', () => {
  test('every finding has one, in order, with an owner and a date by its severity', () => {
    const { findings } = analysis.findings;
    expect(analysis.followUp.map((row) => row.finding)).toEqual(findings.map(({ id }) => id));
    for (const [i, { days }] of analysis.followUp.entries()) {
      expect(days).toBe({ high: 30, medium: 90, low: 180 }[findings[i]!.severity]);
    }
  });
  test('the planned accountable, the authority, the one who held it, or exercise control', () => {
    expect(draftFor('OVERLAP').owner).toMatchObject({ role: 'it-manager' });
    expect(draftFor('NO_AUTHORITY').owner).toMatchObject({ role: 'crisis-lead' });
    expect(draftFor('INFO_HELD').owner).toMatchObject({ type: 'role', organisation: 'nordby' });
    const never = analysis.findings.findings.find((row) => row.variant === 'never');
    if (never) {
      const row = analysis.followUp.find((each) => each.finding === never.id);
      expect(row?.owner).toEqual({ type: 'control' });
    }
  });
  test('every finding has causes to ask about, in both languages', () => {
    for (const lang of ['da', 'en'] as const) {
      const s = speaker(analysis, lang);
      for (const finding of analysis.findings.findings) {
        expect(speak(finding, s).causes.length).toBeGreaterThan(40);
      }
      for (const finding of analysis.findings.strengths) expect(speak(finding, s).causes).toBe('');
    }
    const [any] = analysis.findings.findings;
    for (const code of CODES) expect(causesOf({ ...any!, code }, catalogue('da'))).toMatch(/\?$/);
  });
});

/** Two houses and one task each; who claims what is the test's. */
const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: [
      { id: 'north', name: 'North', catalogue: 'municipality' },
      { id: 'south', name: 'South' },
    ],
    roles: [role('n', 'north'), role('s', 'south')],
    tasks: [
      taskOf({ id: 'warn', accountable: ['n'], responsible: ['n'], critical: true }),
      taskOf({ id: 'tell', accountable: ['s'], responsible: ['s'] }),
    ],
    ...parts,
  });
type Done = {
  readonly warn?: boolean;
  readonly tell?: boolean;
  readonly arise?: readonly string[];
};
function held(id: string, { warn, tell, arise = ['warn', 'tell'] }: Done, of = plan()) {
  const w = writer(of);
  const [n, s] = of.roles.map((row) => row.id);
  of.roles.forEach((row) => w.seat(row.id));
  w.at(0).start();
  arise.forEach((task) => w.startTask(task, 60));
  w.at(5);
  if (warn) {
    w.claim(n!, 'warn');
    w.finish(n!, 'warn');
  }
  if (tell) {
    w.claim(s!, 'tell');
    w.finish(s!, 'tell');
  }
  w.at(90).end();
  const one = analyse(w.entries);
  return { ...one, exercise: { ...one.exercise, id, startedWall: `${id}T08:00:00.000Z` } };
}
const statuses = (rows: readonly ReturnType<typeof held>[]) =>
  Object.fromEntries(
    compareExercises(rows).recurrences.map((row) => [
      `${row.fingerprint.code} ${row.fingerprint.subjects.join()}`,
      row.status,
    ]),
  );

describe('exercises compared', () => {
  const first = held('2025-01-01', {});
  test('found again, new, not found again, and not exercised are four things', () => {
    expect(statuses([first, held('2026-01-01', {})])).toEqual({
      'GAP task:warn': 'repeated',
      'GAP task:tell': 'repeated',
    });
    expect(statuses([first, held('2026-01-01', { warn: true })])).toEqual({
      'GAP task:warn': 'not-again',
      'GAP task:tell': 'repeated',
    });
    expect(statuses([first, held('2026-01-01', { arise: ['tell'], tell: true })])).toEqual({
      'GAP task:warn': 'not-exercised',
      'GAP task:tell': 'not-again',
    });
    expect(
      statuses([
        held('2025-01-01', { warn: true, tell: true }),
        held('2026-01-01', { tell: true }),
      ]),
    ).toEqual({ 'GAP task:warn': 'new' });
  });
  test('the rate counts only what had occasion to come again; the order given changes nothing', () => {
    const later = held('2026-01-01', { arise: ['warn'] });
    expect(compareExercises([later, first])).toEqual(compareExercises([first, later]));
    expect(compareExercises([first, later]).repeat).toEqual({ again: 1, of: 1 });
  });
  test('a finding is known in a renamed scenario by the catalogue', () => {
    const renamed = held(
      '2026-01-01',
      {},
      {
        ...plan({
          organisations: [
            { id: 'vest', name: 'Vest', catalogue: 'municipality' },
            { id: 'other', name: 'Other' },
          ],
          roles: [role('x', 'vest'), role('y', 'other')],
          tasks: [
            taskOf({ id: 'warn', accountable: ['x'], responsible: ['x'], critical: true }),
            taskOf({ id: 'tell', accountable: ['y'], responsible: ['y'] }),
          ],
        }),
        id: 'another',
      },
    );
    const compared = compareExercises([first, renamed]);
    expect(statuses([first, renamed])).toMatchObject({ 'GAP task:warn': 'repeated' });
    expect(compared.warnings.map(({ what }) => what)).toContain('scenario');
    // Without a catalogue's id another organisation is another.
    expect(compared.repeat).toEqual({ again: 1, of: 1 });
  });
  test('in words nothing is said to be solved, and no organisation stands before another', () => {
    const rows = [first, held('2026-01-01', { warn: true })];
    for (const lang of ['da', 'en'] as const) {
      const text = markdownOf(compareReport(compareExercises(rows), rows, lang)!);
      expect(text).not.toMatch(/fixed|løst igen|rank(?!ed)|bedst/i);
      expect(text).toContain('2025-01-01');
    }
  });
});

test('sameness is symmetric, and a finding is itself', () => {
  const print = fc.record({
    code: fc.constantFrom(...CODES),
    subjects: fc.subarray(['task:a', 'decision:b']),
    organisations: fc.subarray(['x', 'y']),
  });
  fc.assert(
    fc.property(print, print, (a: Fingerprint, b: Fingerprint) => {
      expect(isSame(a, a)).toBe(true);
      expect(isSame(a, b)).toBe(isSame(b, a));
    }),
  );
});

describe('the register', () => {
  const at = '2026-12-01T10:00:00.000Z';
  const drafts = draftsOf(analysis, speaker(analysis, 'da'));
  const one = addDrafts([], drafts, at);

  test('takes the drafts in once, however often it is asked', () => {
    expect(one.fresh.length).toBeGreaterThan(5);
    const again = addDrafts(one.actions, drafts, '2027-01-01T00:00:00.000Z');
    expect(again).toEqual({ actions: one.actions, fresh: [], again: [] });
  });
  test('the same finding in another exercise is a sighting, not another action', () => {
    const next = drafts.map((row) => ({
      ...row,
      sighting: { ...row.sighting, exercise: 'next', finding: 'F9' },
    }));
    const { actions, fresh, again } = addDrafts(one.actions, next, at);
    expect(fresh).toEqual([]);
    expect(again).toEqual(one.fresh);
    expect(actions[0]!.seen.map(({ exercise: id }) => id)).toEqual(['oevelse-1', 'next']);
  });
  test('what is set is remembered with what it was before', () => {
    const set = setAction(
      one.actions,
      'A1',
      { status: 'done', note: 'ok' },
      '2027-01-01T00:00:00Z',
    )!;
    const twice = setAction(set, 'A1', { owner: 'Vagten' }, '2027-01-02T00:00:00Z')!;
    expect(twice[0]).toMatchObject({ status: 'done', owner: 'Vagten' });
    expect(twice[0]!.history.map((row) => row.status ?? row.owner)).toEqual([
      'open',
      'done',
      'Vagten',
    ]);
    expect(setAction(one.actions, 'A999', { status: 'done' }, at)).toBeUndefined();
  });
  test('overdue is open, and after its day', () => {
    const [row] = one.actions;
    const due = { ...row!, due: '2026-12-01' };
    expect(isOverdue(due, '2026-12-01')).toBe(false);
    expect(isOverdue(due, '2026-12-02')).toBe(true);
    expect(isOverdue({ ...due, status: 'done' }, '2026-12-02')).toBe(false);
  });
  test('the next exercise’s report marks what came again, and what is overdue', () => {
    const earlier = one.actions.map((row) => ({
      ...row,
      due: '2026-01-01',
      seen: [{ ...row.seen[0]!, exercise: 'earlier' }],
    }));
    const prior = { actions: earlier, today: '2026-12-01' };
    const marked = renderMarkdown(analysis, 'da', { ...meta, prior });
    expect(marked).toContain('☒ gentaget (A1)');
    expect(marked).toContain('over fristen');
    expect(marked).toContain('01-01-2026');
    expect(renderMarkdown(analysis, 'da', meta)).not.toContain('☒');
    // The exercise's own sighting is no repetition.
    const own = priorTo(one.actions, one.actions[0]!.fingerprint, 'oevelse-1');
    expect(own).toEqual([]);
  });
  test('in a calendar and a table nothing hostile is obeyed', () => {
    const hostile = [
      {
        ...one.actions[0]!,
        owner: '=cmd|x',
        title: 'a\r\nEND:VTODO;b,c\\',
        action: 'æ'.repeat(90),
      },
    ];
    const calendar = actionsCalendar(hostile, 'da', at);
    const lines = calendar.split('\r\n');
    expect(lines.filter((line) => line === 'END:VTODO')).toHaveLength(1);
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(calendar).toContain('DTSTAMP:20261201T100000Z');
    expect(actionsCsv(hostile, 'da')).toContain("'=cmd|x");
  });
});

describe('the plan’s own change', () => {
  const ROLES = ['own', 'hand', 'other', 'x', 'y'];
  const parts = planOf({
    organisations: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    roles: ROLES.map((id) => role(id, id === 'x' || id === 'y' ? 'b' : 'a')),
    facts: [{ id: 'f', text: 'F', domain: 'digital', trueFrom: 0, marking: 'TLP:GREEN' }],
    tasks: [taskOf({ id: 't', accountable: ['own'], responsible: ['hand'] })],
    questions: [
      { id: 'p', kind: 'poll', task: 't', trigger: { type: 'manual' }, to: ROLES, objectives: [] },
    ],
  });
  const begin = (bot = false) => {
    const w = writer(parts);
    ROLES.forEach((id) => w.seat(id, bot));
    w.at(0).start();
    w.startTask('t', 60);
    return w;
  };
  const named = (w: ReturnType<typeof begin>) => {
    w.at(10).ask('p', ROLES);
    ['own', 'hand', 'x', 'y'].forEach((id) => w.answer(id, 'p', 'other'));
  };

  test('a role that did it and was counted on is proposed as owner', () => {
    const w = begin();
    w.at(5).claim('other', 't');
    named(w);
    w.at(20).finish('other', 't');
    w.end();
    const { proposal } = analyse(w.entries);
    expect(proposal.changes).toMatchObject([
      { why: 'emergent', confidence: 'medium', edit: { type: 'accountable', to: 'other' } },
    ]);
    expect(proposal.rows).toMatchObject([{ accountable: ['other'], informed: ['own'] }]);
    const page = renderHtml(analyse(w.entries), 'da', meta);
    expect(page).toContain('<pre tabindex="0"><code>tasks:\n  t:\n    accountable: other');
  });
  test('one deed that nobody counted on changes nothing', () => {
    const w = begin();
    w.at(5).claim('other', 't');
    w.at(20).finish('other', 't');
    w.end();
    expect(analyse(w.entries).proposal.changes).toEqual([]);
  });
  test('bots’ deeds are marked and stay out of the rows', () => {
    const w = begin(true);
    w.at(5).claim('other', 't');
    named(w);
    w.at(20).finish('other', 't');
    w.end();
    const { changes, rows } = analyse(w.entries).proposal;
    expect(changes).toMatchObject([{ confidence: 'low' }]);
    expect(changes[0]!.doubts).toContain('bots');
    expect(rows).toEqual([]);
  });
  test('a fact that crossed twice outside the plan asks for an interface, once does not', () => {
    const crossing = (times: number) => {
      const w = begin();
      for (let i = 0; i < times; i += 1) {
        w.at(3 + i).open('x', w.send('own', { to: ['x'], facts: ['f'] }));
      }
      w.end();
      return analyse(w.entries).proposal.changes.filter(({ why }) => why === 'crossed');
    };
    expect(crossing(1)).toEqual([]);
    expect(crossing(2)).toMatchObject([{ edit: { from: ['own'], to: ['x'], carries: ['f'] } }]);
  });
  test('a role consulted outside the plan is proposed as consulted', () => {
    const w = begin();
    w.at(1).claim('own', 't');
    const ask = w.send('own', { to: ['y'], asks: true, about: { task: 't' } });
    w.at(2).open('y', ask);
    w.send('y', { to: ['own'], replyTo: ask });
    w.at(9).finish('own', 't');
    w.end();
    expect(analyse(w.entries).proposal.changes).toMatchObject([
      { why: 'heard', edit: { type: 'letter', role: 'y', to: 'C' } },
    ]);
  });
  test('done by the plan, in time: nothing is proposed and nothing asked', () => {
    const w = begin();
    w.at(1).claim('own', 't');
    w.at(2).claim('hand', 't', 'responsible');
    w.at(9).finish('hand', 't');
    w.at(61).end();
    expect(analyse(w.entries).proposal).toEqual({ changes: [], questions: [], rows: [] });
  });
});
