/** The debrief in the console: what is loaded, how one steps, what is on the projector. */
import { describe, expect, test, vi } from 'vitest';
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { RecordRow } from '../../engine/exercise/rows.ts';
import type { DebriefFinding } from '../../engine/runtime/protocol.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { loadDebrief } from '../../facilitator-ui/debrief.ts';
import type { Line } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore } from '../../facilitator-ui/store.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { controlClient, handTimer, MIN, richView, type FakeClient } from './support.ts';

const HAPPENED: readonly (readonly [at: number, event: ExerciseEvent])[] = [
  [0, { type: 'exercise.started', pace: 1 }],
  [0, { type: 'item.opened', item: 'inj-1', role: 'it-duty' }],
  [10, { type: 'inject.released', inject: 'inj-9', to: ['it-duty', 'ciso'], cause: 'due' }],
  [20, { type: 'task.claimed', task: 'isolate', role: 'it-manager', as: 'accountable' }],
  [
    60,
    {
      ...{ type: 'decision.recorded', decision: 'disconnect', option: 'all', role: 'crisis-lead' },
      ...{ reason: 'Der er ikke tid.\x1b[31m', facts: [], how: 'role' },
    },
  ],
  [90, { type: 'obligation.overdue', obligation: 'o1' }],
  [120, { type: 'exercise.ended', cause: 'control' }],
];
const RECORD: readonly RecordRow[] = HAPPENED.map(([at, event], i) => ({
  ...{ seq: i * 2 + 1, at: at * MIN, wall: '2026-11-24T08:00:00.000Z', by: { type: 'engine' } },
  event,
}));
const both = (da: string, en = da) => ({ da, en });
const FINDINGS: readonly DebriefFinding[] = [
  {
    ...{ id: 'F1', code: 'GAP', severity: 'high', roles: ['it-manager'], evidence: [7, 9] },
    title: both('Ansvarshul: ingen tog »Isolér«', 'Gap: nobody took “Isolate”'),
    happened: both('Ingen havde opgaven.', 'Nobody had the task.'),
    planned: both('It-chefen skulle eje den.', 'The IT manager was to own it.'),
    question: both('Hvem mente I, den lå hos?', 'Whose did you think it was?'),
  },
  {
    ...{ id: 'S1', code: 'STRENGTH_DECISION', severity: 'strength', roles: [], evidence: [9] },
    title: both('Besluttet i tide\x1b]0;x\x07'),
    happened: both('Det gik.'),
    planned: both('Som planlagt.'),
    question: both('Hvorfor?'),
  },
];

/** A host that gives the record in pages of three. */
function ended(): FakeClient {
  const client = controlClient(richView('ended'));
  client.set({ seq: 14 });
  client.replies = (request) => {
    if (request.type === 'debrief') {
      return { type: 'debriefed', id: 'x', path: '/debrief/KEY', findings: FINDINGS };
    }
    const before = request.type === 'entries' ? request.before : 0;
    const rows = RECORD.filter(({ seq }) => seq < before).slice(-3);
    const put = rows.map((row) => ['record', String(row.seq), row] as const);
    return { type: 'entries', id: 'x', put };
  };
  return client;
}

async function opened(columns = 80, rows = 24) {
  const client = ended();
  const store = createStore({
    ...{ client, lang: 'da', size: { columns, rows }, left: () => undefined },
    linkOf: (token) => `http://10.0.0.5:8420/#t=${token}`,
    after: handTimer().after,
  });
  const press = (...names: readonly string[]): void => {
    for (const name of names) store.press({ name, text: name.length === 1 ? name : '' });
  };
  const text = (): string =>
    screenLines(store.scene())
      .map((line: Line) => line.map((span) => span.text).join(''))
      .join('\n');
  press('D');
  await vi.waitFor(() => expect(store.scene().ui.overlay.type).toBe('debrief'));
  return { client, store, press, text };
}

test('the whole record is fetched, page by page, and what is worth a step is kept in order', async () => {
  const client = ended();
  const told = await loadDebrief(client);
  expect(told.type).toBe('debriefed');
  const steps = 'steps' in told ? told.steps.map(({ row }) => row.seq) : [];
  expect(steps).toEqual([1, 5, 7, 9, 11, 13]);
  expect(client.requests.filter(({ type }) => type === 'entries').length).toBeGreaterThan(2);
});

test('a host that refuses says why, and nothing is opened', async () => {
  const client = ended();
  client.replies = () => ({
    ...{ type: 'refused', id: 'x', code: 'not-ended' },
    reason: both('Øvelsen skal afsluttes.'),
  });
  const store = createStore({
    ...{ client, lang: 'da', size: { columns: 80, rows: 24 }, left: () => undefined },
    after: handTimer().after,
  });
  store.press({ name: 'D', text: 'D' });
  await vi.waitFor(() => expect(store.scene().ui.notice?.text).toContain('skal afsluttes'));
  expect(store.scene().ui.overlay.type).toBe('none');
});

describe('on the projector', () => {
  test('lanes of those who took part, the step one stands on, and where a browser reads it', async () => {
    const { press, text } = await opened();
    expect(text()).toContain('trin 1 af 6');
    expect(text()).toContain('http://10.0.0.5:8420/debrief/KEY?lang=da');
    press('right', 'right');
    expect(text()).toContain('› It-chef');
    expect(text()).toContain('tager opgave');
    // The step is evidence of the first finding, which says so.
    expect(text()).toContain('F1 Ansvarshul');
    press('end');
    expect(text()).toContain('trin 6 af 6');
    press('home');
    expect(text()).toContain('trin 1 af 6');
  });

  test('the next decision, its reason, and the next finding with what to ask', async () => {
    const { press, text } = await opened();
    press('d');
    expect(text()).toContain('trin 4 af 6');
    press('2');
    expect(text()).toContain('Der er ikke tid.');
    press('3');
    expect(text()).toContain('Hvem mente I, den lå hos?');
    press('down');
    expect(text()).toContain('Hvorfor?');
    press('return');
    expect(text()).toContain('trin 4 af 6');
    press('g');
    expect(text()).toContain('step 4 of 6');
    press('escape');
    expect(text()).not.toContain('step 4 of 6');
  });

  test.each([
    [60, 16],
    [80, 24],
    [120, 40],
    [200, 60],
  ])('every view fits a window of %s×%s, and no escape gets through', async (columns, rows) => {
    const { press, store, text } = await opened(columns, rows);
    for (const tab of ['1', '2', '3']) {
      for (const key of ['', 'right', 'd', 'f', 'down', 'end']) {
        press(tab, ...(key === '' ? [] : [key]));
        const lines = screenLines(store.scene());
        expect(lines.length).toBeLessThan(rows);
        for (const line of text().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(text()).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
      }
    }
  });
});

test('the plain console reads the findings out', async () => {
  const lines: string[] = [];
  const take = clerk({
    ...{ client: ended(), lang: 'en', write: (line) => lines.push(line), status: () => [] },
    linkOf: (token) => `http://10.0.0.5:8420/#t=${token}`,
  });
  await take('debrief');
  expect(lines).toContain('In a browser: http://10.0.0.5:8420/debrief/KEY?lang=en');
  expect(lines).toContain('F1 (serious) Gap: nobody took “Isolate”');
  expect(lines.join('')).not.toContain('\x1b');
});
