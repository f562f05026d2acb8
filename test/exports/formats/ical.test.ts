import { describe, expect, test } from 'vitest';
import { isDate } from '../../../exports/analysis/followup/due.ts';
import { deadlinesOf } from '../../../exports/formats/ical/deadlines.ts';
import { renderIcal } from '../../../exports/formats/ical/ical.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { analysis, MOMENT } from './paper.ts';

const s = speaker(analysis, 'da');
const deadlines = deadlinesOf(analysis, s);
const calendar = renderIcal('Opfølgning', deadlines, MOMENT);
const unfolded = calendar.replaceAll('\r\n ', '');

describe('the calendar', () => {
  test('has a day for each action of the plan, the one that it is due on', () => {
    const grave = analysis.findings.findings.filter(({ severity }) => severity !== 'low');
    expect(deadlines).toHaveLength(grave.length);
    expect(unfolded.match(/^BEGIN:VEVENT$/gm)).toHaveLength(deadlines.length);
    const days = deadlines.map(({ due }) => due.replaceAll('-', ''));
    expect(unfolded.match(/^DTSTART;VALUE=DATE:\d{8}$/gm)).toEqual(
      days.map((day) => `DTSTART;VALUE=DATE:${day}`),
    );
    expect(unfolded).toContain('UID:oevelse-1-F1@beredt');
    expect(unfolded).toContain('DTSTAMP:20261123T083000Z');
  });

  test('has lines of at most 75 octets, each ended as it must be', () => {
    const lines = calendar.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(calendar.replaceAll('\r\n', '')).not.toContain('\n');
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test('takes hostile words for words', () => {
    const text = 'a;b,c\\d\r\nEND:VCALENDAR\r\nBEGIN:VEVENT \u001b[31m\u202e🙂'.repeat(3);
    const due = '2026-02-28';
    const hostile = renderIcal('x', [{ id: 'a\r\nb', title: text, text, due }], MOMENT);
    const lines = hostile.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(hostile).not.toMatch(/[\u001b\u202e\ufffd]/);
    expect(lines.find((line) => line.startsWith('SUMMARY'))).toContain(
      'a\\;b\\,c\\\\d\\nEND:VCALENDAR',
    );
  });

  test('knows which days there are', () => {
    expect(['2026-12-31', '2028-02-29', '2000-02-29'].map(isDate)).toEqual([true, true, true]);
    const wrong = [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      'x',
      '1900-02-29',
      '2026-04-31',
    ];
    expect(wrong.filter(isDate)).toEqual([]);
    expect(() =>
      renderIcal('x', [{ id: 'a', title: 'a', text: '', due: '2026-02-30' }], MOMENT),
    ).toThrow();
  });
});
