/** Who may read what: looked for with marked words in arbitrary plans, and by name in a small one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../engine/plan/plan.ts';
import { LANGS, type Text } from '../../../engine/scenario/text.ts';
import { renderBook, renderChapter } from '../../../exports/plan/book.ts';
import { renderBriefings } from '../../../exports/plan/briefings.ts';
import { renderPlanCsv } from '../../../exports/plan/csv.ts';
import { renderHandbook } from '../../../exports/plan/handbook.ts';
import { type Edition, forPlanners, materialOf } from '../../../exports/plan/material.ts';
import { runs } from '../../support/runs.ts';
import { plans } from '../../support/scenarios.ts';
import { marks } from '../../support/sight.ts';
import { smallPlan } from './fixture.ts';

const LONG = 180_000;
const CHAPTERS = ['timeline', 'storyline', 'matrix', 'facts', 'interfaces', 'counts'] as const;
const TABLES = ['matrix', 'facts', 'interfaces', 'counts'] as const;

/** The plan with secrets wherever a planner can hide one from the planning group or from players. */
function marked(plan: Plan): Plan {
  const mark = (text: string): Text => `⟦${text}⟧`;
  const reserve = plan.injects[0];
  return {
    ...plan,
    summary: mark('summary'),
    purpose: mark('purpose'),
    injects: [
      ...plan.injects.map((row) => ({ ...row, notes: mark(`note ${row.id}`) })),
      ...(reserve
        ? [
            {
              ...reserve,
              id: 'reserve',
              number: 9_999,
              title: mark('reserve title'),
              body: mark('reserve body'),
              notes: mark('reserve note'),
              from: { name: mark('reserve from') },
              files: ['reserve-file.pdf'],
              trigger: { type: 'if-not', of: [reserve.id] } as const,
            },
          ]
        : []),
    ],
    bank: [
      {
        ...{ id: 'ready', channel: 'phone', facts: [], to: [] },
        ...{ title: mark('bank title'), body: mark('bank body'), notes: mark('bank note') },
        from: { name: mark('bank from') },
      },
    ],
    files: [
      { name: 'reserve-file.pdf', type: 'application/pdf', bytes: 1, digest: 'f'.repeat(64) },
    ],
  };
}

const hidden = (plan: Plan): readonly string[] => [
  ...plan.injects.flatMap(({ notes }) => [...marks(notes ?? '')]),
  ...marks(plan.injects.filter(({ trigger }) => trigger.type === 'if-not')),
  ...marks(plan.bank ?? []),
];

async function everything(plan: Plan, edition: Edition): Promise<string> {
  const material = materialOf(plan, edition);
  const pages = [await renderBook(material, 'en')];
  for (const chapter of CHAPTERS) pages.push(await renderChapter(material, chapter, 'en'));
  for (const chapter of TABLES) pages.push(renderPlanCsv(material, chapter, 'en'));
  return pages.join('\n');
}

test(
  'no planning group’s edition of any plan has a byte of notes, truths, expectations or reserves',
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (drawn) => {
        const plan = marked(drawn);
        const kept = new Set(marks(forPlanners(plan)));
        const secrets = hidden(plan).filter((mark) => !kept.has(mark));
        const pages = await everything(plan, 'planners');
        for (const secret of secrets) expect(pages).not.toContain(secret);
        expect(pages).not.toContain('⟦note');
        expect(pages).not.toContain('reserve-file');
        expect(JSON.stringify(forPlanners(plan))).not.toMatch(
          /⟦note|⟦reserve|⟦bank|"bank"|"truth"|"ifNot"/,
        );
      }),
      runs(25),
    );
  },
  LONG,
);

test('exercise control’s edition has all of it', async () => {
  const book = await renderBook(materialOf(smallPlan, 'controllers'), 'da');
  const secrets = ['HEMMELIG NOTE', 'HEMMELIG RESERVE', 'HEMMELIG BANK', 'hemmelig.pdf'];
  for (const said of [...secrets, 'Sandt i scenariet', 'Når I tier for længe.']) {
    expect(book).toContain(said);
  }
  expect(book).toContain('It-vagt: give besked til Kriseleder (Sundby Kommune)');
});

test('the planning group’s book of the small plan', async () => {
  const warnings = [
    { where: 'injects.nudge', what: 'nudge er dårlig', remedy: 'x' },
    { where: 'bank.relative', what: 'relative er dårlig', remedy: 'x' },
    { where: 'tasks.restore', what: 'restore har ingen udførende', remedy: 'y' },
  ];
  const book = await renderBook(materialOf(smallPlan, 'planners', { warnings }), 'da');
  expect(book).not.toMatch(/HEMMELIG|hemmelig|nudge|relative er|Sandt i scenariet|call\.1/);
  expect(book).toContain('øvelsestagerne handler på en bestemt måde');
  expect(book).toContain('restore har ingen udførende');
  expect(book).toContain('skærm.png');
});

/** All that a role may read before the exercise, by the rules of sight at STARTEX. */
function open(plan: Plan, role?: string): ReadonlySet<string> {
  const { title, contentWarning = '', organisations, roles } = plan;
  const own = roles.find(({ id }) => id === role)?.briefing ?? '';
  return marks([title, contentWarning, organisations, roles.map(({ name }) => name), own]);
}

test(
  'a role’s card and the handbook hold nothing but what is open and the role’s own briefing',
  () => {
    fc.assert(
      fc.property(plans, (drawn) => {
        const plan = marked(drawn);
        for (const lang of LANGS) {
          const handbook = marks(renderHandbook(plan, lang));
          expect([...handbook].filter((mark) => !open(plan).has(mark))).toEqual([]);
          for (const { id } of plan.roles) {
            const choice = { audience: 'players', withTasks: false, role: id } as const;
            const card = marks(renderBriefings(plan, lang, choice));
            expect([...card].filter((mark) => !open(plan, id).has(mark))).toEqual([]);
          }
        }
      }),
      runs(60),
    );
  },
  LONG,
);

test(
  'with tasks, a card also has the role’s own tasks by the plan, and nothing of the script',
  () => {
    fc.assert(
      fc.property(plans, (drawn) => {
        const plan = marked(drawn);
        for (const { id } of plan.roles) {
          const choice = { audience: 'players', withTasks: true, role: id } as const;
          const card = marks(renderBriefings(plan, 'en', choice));
          const own = plan.tasks.filter(
            ({ accountable, responsible, support, consulted, informed }) =>
              [accountable, responsible, support, consulted, informed].flat().includes(id),
          );
          const may = new Set([
            ...open(plan, id),
            ...marks(own.map(({ title, description = '' }) => [title, description])),
          ]);
          expect([...card].filter((mark) => !may.has(mark))).toEqual([]);
        }
      }),
      runs(60),
    );
  },
  LONG,
);

describe('role cards', () => {
  const players = { audience: 'players', withTasks: false } as const;

  test('simulated roles get a card in exercise control’s edition alone', () => {
    const cards = (choice: Parameters<typeof renderBriefings>[2]): number =>
      renderBriefings(smallPlan, 'da', choice).match(/<section /g)?.length ?? 0;
    expect(cards(players)).toBe(4);
    expect(cards({ ...players, audience: 'controllers' })).toBe(5);
    expect(cards({ ...players, role: 'it-duty' })).toBe(1);
  });

  test('tasks come when they are asked for; decisions are exercise control’s', () => {
    const plain = renderBriefings(smallPlan, 'da', players);
    expect(plain).not.toMatch(/Tidlig varsling|Skal vi koble fra/);
    const handed = renderBriefings(smallPlan, 'da', { ...players, withTasks: true });
    expect(handed).toContain('Tidlig varsling');
    expect(handed).not.toContain('Skal vi koble fra');
    const control = renderBriefings(smallPlan, 'da', { ...players, audience: 'controllers' });
    expect(control).toContain('Skal vi koble fra?');
    expect(control).toContain('Kun for øvelsesledelsen');
  });
});
