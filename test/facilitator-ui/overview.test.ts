/**
 * The overview in three windows and both languages, as it was looked at and found good.
 * `UPDATE=1 npx vitest run test/facilitator-ui/overview.test.ts` writes the frames again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ControlView } from '../../engine/exercise/rows.ts';
import type { ClientState } from '../../engine/runtime/client.ts';
import { padded } from '../../facilitator-ui/layout.ts';
import { bar, crowdOf, doubtSince, loads } from '../../facilitator-ui/load.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore, type Store } from '../../facilitator-ui/store.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { controlClient, handTimer, MIN, withQuestions } from './support.ts';

const FOLDER = join(import.meta.dirname, '..', 'golden', 'console');
const SIZES = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
const STATE: Partial<ClientState> = {
  seq: 1_204,
  pending: 1,
  clock: { at: 137 * MIN, running: true, pace: 12, wall: 0 },
  staffHere: { F1: 2, F2: 1, F3: 0 },
  delays: { 'it-duty': 1_340, 'it-manager': 40 },
};

/** As rich as a middle of an exercise: two own a task, a clock has run out, somebody asks. */
function busy(): ControlView {
  const view = withQuestions();
  const [task] = Object.values(view.tasks);
  const owner = (role: string, minute: number) =>
    ({ role, as: 'accountable', since: minute * MIN }) as const;
  return {
    ...view,
    tasks: {
      ...view.tasks,
      press: {
        ...task!,
        id: 'press',
        title: { da: 'Hold pressemøde', en: 'Hold a press conference' },
        holders: [owner('press', 110), owner('municipal', 124)],
      },
    },
    asks: {
      a1: { id: 'a1', at: 120 * MIN, role: 'press', text: 'Må vi sige, at det er en øvelse?' },
    },
  };
}

function open(columns: number, rows: number, lang: 'da' | 'en', state = STATE): Store {
  const client = controlClient(busy());
  client.set(state);
  const options = { client, lang, size: { columns, rows }, left: () => undefined };
  return createStore({ ...options, after: handTimer().after });
}

const drawn = (store: Store): string =>
  screenLines(store.scene())
    .map((line) =>
      padded(line, store.scene().ui.size.columns)
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');

describe.each(SIZES)('%d×%d', (columns, rows) => {
  test.each(['da', 'en'] as const)('as it was found good, %s', (lang) => {
    const text = `${drawn(open(columns, rows, lang))}\n`;
    const file = join(FOLDER, `overview-${columns}x${rows}.${lang}.txt`);
    if (process.env['UPDATE']) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  test('said without colour: what is late and on whom, doubt, the journal, acts without an answer', () => {
    const text = drawn(open(columns, rows, 'da'));
    expect(text).toContain('@ 1   ◇ 1   ? 1   ✗ 1   ‼ 2   § 1   ! 2');
    expect(text).toMatch(/! 1 It-chef|It-chef +█+ +· +! 1/);
    expect(text).toContain('1204');
    expect(text).toMatch(/1 handling/);
  });
});

test('large windows say load, threads, since when, presence and slow connections', () => {
  const text = drawn(open(200, 60, 'da'));
  expect(text).toMatch(/‼ Hold pressemøde – Pressemedarbejder, .* siden T\+02:04 /);
  expect(text).toMatch(/✗ Tidlig varsling.* siden T\+01:40 /);
  expect(text).toMatch(/● It-chef +█+ +· +! 1 +1/);
  expect(text).toMatch(/✗ Kommunaldirektør/);
  expect(text).toContain('Mediestorm');
  expect(text).toMatch(/2 af 11 roller til stede · ◆ 1 med robot/);
  expect(text).toContain('F1 (2), F2');
  expect(text).not.toContain('F3');
  expect(text).toMatch(/Langsomst +It-driftsvagt 1,3 s/);
  expect(text).toMatch(/Journal +gemt til 1204 · T\+02:12:07 · for 25s siden/);
});

test('what the host does not tell is not there', () => {
  const store = open(200, 60, 'da', { seq: 3 });
  const text = drawn(store);
  for (const word of ['Langsomst', 'Ledelse', '1 handling']) {
    expect(text).not.toContain(`  ${word}`);
  }
});

test('any window after any other: what is drawn always fits, also below the smallest', () => {
  const store = open(200, 60, 'da');
  const wanted = drawn(store);
  for (const [columns, rows] of [
    [20, 3],
    [59, 15],
    [1, 1],
    [60, 16],
    [110, 17],
    [189, 18],
    [190, 16],
    [300, 120],
    [200, 60],
  ] as const) {
    store.resize({ columns, rows });
    const lines = screenLines(store.scene());
    expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
    for (const line of drawn(store).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  }
  expect(drawn(store)).toBe(wanted);
});

describe('load', () => {
  test('late first, then open, then tasks held', () => {
    expect(loads(busy()).slice(0, 3)).toEqual([
      { role: 'it-manager', open: 0, late: 1, tasks: 1 },
      { role: 'ciso', open: 0, late: 1, tasks: 0 },
      { role: 'it-duty', open: 1, late: 0, tasks: 1 },
    ]);
  });
  test.each([
    [{ open: 0, late: 0 }, 10, [0, 0]],
    [{ open: 10, late: 0 }, 10, [0, 8]],
    [{ open: 5, late: 5 }, 10, [4, 4]],
    [{ open: 1, late: 1 }, 1_000, [1, 1]],
    [{ open: 1, late: 999 }, 1_000, [8, 0]],
  ] as const)('a bar of %o of at most %d', (load, most, cells) => {
    expect(bar({ role: 'r', tasks: 0, ...load }, most, 8)).toEqual(cells);
  });
  test('everybody who is to be there is counted once', () => {
    const { roles, here, bots, away, empty } = crowdOf(busy(), { 'it-duty': 1, media: 1 });
    expect({ roles, here, bots, away, empty }).toEqual({
      roles: 11,
      here: 1,
      bots: 1,
      away: 1,
      empty: 8,
    });
  });
  test('a contention began when the second one took it, a vacuum when the task did', () => {
    const { tasks } = busy();
    expect(doubtSince(tasks['press']!)).toBe(124 * MIN);
    expect(doubtSince(tasks['early-warning']!)).toBe(100 * MIN);
  });
});
