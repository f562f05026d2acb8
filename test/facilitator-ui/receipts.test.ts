/** What came of an inject: planned against actual, who read it and when, and who did what to it. */
import { describe, expect, test } from 'vitest';
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { ControlInjectRow, ControlView, RecordRow } from '../../engine/exercise/rows.ts';
import { injectsPanel } from '../../facilitator-ui/panels/injects.ts';
import { offBy, offOf, sayOff } from '../../facilitator-ui/planned.ts';
import { firstUi, sceneOf, type Scene } from '../../facilitator-ui/scene.ts';
import { controlClient, inject, MIN, richView } from './support.ts';

const entry = (seq: number, minutes: number, event: ExerciseEvent, name = ''): RecordRow => ({
  seq,
  at: minutes * MIN,
  wall: '',
  by: name === '' ? { type: 'engine' } : { type: 'facilitator', name },
  event,
});

const NINE = {
  planned: 120 * MIN,
  due: 132 * MIN,
  releasedAt: 135 * MIN,
  changed: true,
  to: ['it-duty', 'it-manager', 'crisis-lead', 'media'],
  opened: ['it-duty', 'it-manager'],
  acknowledged: ['it-duty'],
  answered: [],
} as const;

function scene(change: Partial<ControlInjectRow> = {}, rows: readonly RecordRow[] = []): Scene {
  const view = richView();
  const answers = {
    id: 'o9',
    inject: 'inj-9',
    role: 'it-manager',
    does: 'answer',
    due: 150 * MIN,
    status: 'open',
  } as const;
  const again = inject(37, {
    id: 'adhoc.1',
    repeats: 'inj-9',
    trigger: 'adhoc',
    status: 'released',
    releasedAt: 136 * MIN,
    to: ['press'],
  });
  const to = ['it-duty', 'ciso', 'press', 'dpo', 'care'];
  const coming = inject(20, { planned: 150 * MIN, due: 160 * MIN, to });
  const full: ControlView = {
    ...view,
    injects: {
      ...view.injects,
      'inj-9': inject(9, { ...NINE, ...change }),
      'adhoc.1': again,
      'inj-20': coming,
    },
    obligations: { ...view.obligations, o9: answers },
    record: Object.fromEntries(rows.map((row) => [String(row.seq), row])),
  };
  const ui = { ...firstUi('da', { columns: 100, rows: 40 }), panel: 'injects' } as const;
  return sceneOf(ui, controlClient(full), {});
}

const detail = (from: Scene, id = 'inj-9', width = 100): string =>
  injectsPanel
    .detail(from, { kind: 'inject', id }, width)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
const cells = (from: Scene, id: string, width: number): readonly string[] =>
  injectsPanel.cells(from, { kind: 'inject', id }, width).map(({ text }) => text);

describe('one receiver after the other', () => {
  const story = [
    entry(20, 136, { type: 'item.opened', item: 'inj-9', role: 'it-duty' }),
    entry(21, 136.5, { type: 'item.acknowledged', item: 'inj-9', role: 'it-duty' }),
    entry(22, 137, { type: 'item.opened', item: 'inj-8', role: 'crisis-lead' }),
  ];

  test('what each has done, with the time where the record has it; what is missing and why', () => {
    const said = detail(scene({}, story));
    expect(said).toContain('2 af 4 har åbnet · 1 kvitteret · 0 svaret');
    expect(said).toMatch(/It-driftsvagt +✓ åbnet T\+02:16 +✓ kvitt\. T\+02:16/);
    expect(said).toMatch(/It-chef +✓ åbnet +– ikke kvitt\. +– intet svar/);
    expect(said).toMatch(/Krisestabschef +– ikke åbnet +✗ ubesat/);
    expect(said).toMatch(/Journalist +– ikke åbnet +◇ indspilscellen/);
    expect(said).toContain('Ikke åbnet        Krisestabschef, Journalist');
  });

  test('what is expected of whom by when', () => {
    expect(detail(scene())).toMatch(/○ venter · It-chef: svare · senest T\+02:30 \(12m tilbage\)/);
  });

  test('nothing is said of readers before it is out; many receivers stand by name', () => {
    const coming = detail(scene(), 'inj-20');
    expect(coming).not.toContain('åbnet');
    expect(coming).toMatch(/Informationssikkerhedskoordinator, Pressemedarbejder\s+… 2 til/);
    expect(coming).toMatch(/Modtagere +It-driftsvagt.*Leder af hjemmeplejen/s);
  });
});

describe('what control did', () => {
  const story = [
    entry(
      30,
      100,
      { type: 'inject.changed', inject: 'inj-9', due: 132 * MIN, reason: 'Brand' },
      'F2',
    ),
    entry(31, 101, { type: 'inject.changed', inject: 'inj-9', to: ['media'], title: 'x' }, 'F1'),
    entry(32, 102, { type: 'inject.held', inject: 'inj-9' }, 'F1'),
    entry(33, 135, { type: 'inject.released', inject: 'inj-9', to: [], cause: 'control' }, 'F1'),
    entry(34, 135, { type: 'inject.held', inject: 'inj-8' }, 'F1'),
    entry(35, 135, { type: 'inject.released', inject: 'inj-9', to: [], cause: 'due' }),
  ];

  test('who, when, what and why; and where it was repeated', () => {
    const said = detail(scene({}, story));
    expect(said).toContain('T+01:40 F2: ny tid T+02:12 – Brand');
    expect(said).toContain('T+01:41 F1: til Journalist, ny titel');
    expect(said).toContain('T+01:42 F1: holdt tilbage');
    expect(said).toContain('T+02:15 F1: udspillet i hånden');
    expect(said.match(/F1: /g)).toHaveLength(3);
    expect(said).toMatch(/Gentaget +37 T\+02:16 → Pressemedarbejder/);
    expect(said).not.toContain('længere tilbage i journalen');
  });

  test('that it was changed is said even where the record does not reach back', () => {
    expect(detail(scene())).toContain('længere tilbage i journalen');
  });
});

describe('planned against actual', () => {
  test('in the row and in the detail', () => {
    expect(cells(scene(), 'inj-9', 90).slice(1, 5)).toEqual([
      'T+02:00',
      'T+02:15',
      '+15m',
      '● udspillet',
    ]);
    expect(cells(scene(), 'inj-9', 80)).toEqual([
      ...['9', '02:00', '02:15', '+15m', '● udspillet', '✎ Pressen ringer', '2·1/4'],
    ]);
    expect(cells(scene(), 'inj-9', 200).at(-1)).toBe('flyttet, ændret');
    expect(cells(scene(), 'adhoc.1', 200).at(-1)).toBe('gentager 9');
    expect(detail(scene())).toContain('planlagt T+02:00 · udspillet T+02:15 (+15m)');
    expect(detail(scene(), 'inj-8')).toContain('udspillet T+02:00 (til tiden)');
    expect(detail(scene(), 'inj-20')).toContain('planlagt T+02:30 · flyttet til T+02:40 (+10m)');
  });

  const row = (change: Partial<ControlInjectRow>): ControlInjectRow => {
    const { releasedAt, ...rest } = inject(9);
    return { ...rest, ...change };
  };
  test.each<[string, Partial<ControlInjectRow>, string]>([
    ['on time', { status: 'released', due: 10 * MIN, releasedAt: 10 * MIN }, ''],
    ['by hand before its time', { status: 'released', due: 10 * MIN, releasedAt: 5 * MIN }, '−5m'],
    ['seconds late', { status: 'released', due: 10 * MIN, releasedAt: 10 * MIN + 30_000 }, '+30s'],
    ['moved', { status: 'planned', planned: 10 * MIN, due: 75 * MIN }, '+1h5m'],
    ['held past its time', { status: 'held', due: 48 * MIN }, '>12m'],
    ['moved and held past its time', { status: 'held', planned: 40 * MIN, due: 48 * MIN }, '>20m'],
    ['skipped', { status: 'skipped', planned: 10 * MIN, due: 75 * MIN }, ''],
  ])('%s', (_, change, said) => expect(sayOff(offOf(row(change), 60 * MIN))).toBe(said));

  test('one without a time in the plan is off by nothing', () => {
    const { due, ...manual } = row({ status: 'released', releasedAt: 5 * MIN });
    expect(offOf(manual, 60 * MIN)).toBeUndefined();
    expect(offBy(0)).toBe('0');
  });
});

test('every width of the panel has a cell under each heading', () => {
  for (const width of [58, 80, 87, 88, 107, 108, 120, 149, 150, 200]) {
    const heads = injectsPanel.columns(scene(), width).length;
    expect(cells(scene(), 'inj-9', width)).toHaveLength(heads);
  }
});
