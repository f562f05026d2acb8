/** Journals of every format there has been: they are sound, and they replay for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNAL_FORMAT, type Entry, type ExerciseEvent } from '../../engine/exercise/entry.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { readLines } from '../../engine/runtime/journal/journal.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));
const bytesOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
const entriesOf = (name: string): readonly Entry[] => readLines(bytesOf(name)).entries;

describe.each(files)('%s', (name) => {
  test('its chain is whole', () => {
    const { broken, torn, entries } = readLines(bytesOf(name));
    expect([broken, torn]).toEqual([undefined, undefined]);
    expect(entries.length).toBeGreaterThan(100);
  });

  test('every event in it is what the engine would write today', () => {
    const { differs, whole, entries, state } = replay(entriesOf(name));
    expect(differs).toBeUndefined();
    expect(whole).toBe(entries - 1);
    expect(state?.status).toBe('closed');
  });

  test('a change to any line of it is found', () => {
    const text = bytesOf(name).toString('utf8');
    const lines = text.split('\n');
    for (const at of [1, 20, lines.length - 3]) {
      const changed = lines.with(at, lines[at]!.replace(/"wall":"2/, '"wall":"3'));
      expect(readLines(Buffer.from(changed.join('\n'))).broken).toMatchObject({ why: 'chain', seq: at + 1 });
    }
  });
});

const EVENTS: Readonly<Record<ExerciseEvent['type'], true>> = {
  'exercise.opened': true,
  'exercise.started': true,
  'exercise.paused': true,
  'exercise.resumed': true,
  'exercise.paced': true,
  'exercise.jumped': true,
  'exercise.shifted': true,
  'exercise.ended': true,
  'hotwash.opened': true,
  'exercise.closed': true,
  'phase.entered': true,
  'phase.adjusted': true,
  'thread.ended': true,
  'inject.scheduled': true,
  'inject.released': true,
  'inject.held': true,
  'inject.unheld': true,
  'inject.skipped': true,
  'inject.changed': true,
  'inject.passed': true,
  'inject.written': true,
  'obligation.opened': true,
  'obligation.met': true,
  'obligation.overdue': true,
  'obligation.late': true,
  'obligation.lapsed': true,
  'obligation.waived': true,
  'obligation.outside': true,
  'item.opened': true,
  'item.acknowledged': true,
  'message.sent': true,
  'call.noted': true,
  'simcell.played': true,
  'fact.known': true,
  'task.started': true,
  'task.overdue': true,
  'task.claimed': true,
  'task.assigned': true,
  'task.released': true,
  'task.done': true,
  'handover.offered': true,
  'handover.accepted': true,
  'handover.declined': true,
  'decision.opened': true,
  'decision.raised': true,
  'decision.discussed': true,
  'decision.recorded': true,
  'awareness.declared': true,
  'statement.published': true,
  'picture.updated': true,
  'control.asked': true,
  'control.answered': true,
  'record.contested': true,
  'outside.reported': true,
  'clock.started': true,
  'clock.met': true,
  'clock.missed': true,
  'service.changed': true,
  'question.scheduled': true,
  'question.asked': true,
  'question.skipped': true,
  'question.answered': true,
  'observation.noted': true,
  'record.noted': true,
  'staff.joined': true,
  'staff.left': true,
  'staff.handed': true,
  'hotwash.answered': true,
  'seat.taken': true,
  'seat.left': true,
  'practice.finished': true,
  'input.refused': true,
};

test('the journal of the present format has every event that there is', () => {
  const found = entriesOf(`format-${JOURNAL_FORMAT}.jsonl`).flatMap((entry) =>
    'event' in entry ? [entry.event.type] : [],
  );
  expect([...new Set(found)].sort()).toEqual(Object.keys(EVENTS).sort());
});
