/** Keys into forms: what is written, chosen and sent. */
import { describe, expect, test } from 'vitest';
import {
  chosenOf,
  line,
  missing,
  pick,
  picks,
  pressForm,
  text,
  valueOf,
  type Form,
} from '../../facilitator-ui/form.ts';
import { readKeys, type Key } from '../../facilitator-ui/key.ts';
import { nextPace, readPace, readWhen } from '../../facilitator-ui/when.ts';

const OPTIONS = [
  { id: 'a', name: 'Ærø' },
  { id: 'b', name: 'Bornholm', note: 'Hovedstaden' },
  { id: 'c', name: 'Fanø' },
];
const form = (...fields: Form['fields'][number][]): Form => ({
  kind: 'adhoc',
  title: 'T',
  fields,
  at: 0,
});
const special = (name: string): Key => ({ name, text: '' });
const type = (value: string): Key => ({ name: value, text: value });
const press = (start: Form, ...keys: Key[]): Form =>
  keys.reduce((f, key) => pressForm(f, key).form, start);

describe('writing', () => {
  test('at the cursor, and backspace before it', () => {
    const end = press(
      form(line('x', 'X'), line('y', 'Y')),
      type('åb'),
      special('left'),
      type('æ'),
      special('right'),
      special('backspace'),
    );
    expect(valueOf(end, 'x')).toBe('åæ');
  });

  test('an emoji is one character to the cursor', () => {
    const end = press(form(line('x', 'X'), line('y', 'Y')), type('a🚨'), special('backspace'));
    expect(valueOf(end, 'x')).toBe('a');
  });

  test('Enter is a new line in a text and goes on from a line', () => {
    const end = press(
      form(line('x', 'X'), text('y', 'Y')),
      type('en'),
      special('return'),
      type('to'),
      special('return'),
      type('tre'),
    );
    expect([valueOf(end, 'x'), valueOf(end, 'y')]).toEqual(['en', 'to\ntre']);
  });

  test('up and down move between the lines of a text, then out of it', () => {
    const start = press(form(text('y', 'Y'), line('x', 'X')), type('abc\nde'));
    const up = press(start, special('up'), type('!'));
    expect(valueOf(up, 'y')).toBe('ab!c\nde');
    expect(press(start, special('down')).at).toBe(1);
  });

  test('pasted lines become one line in a line', () => {
    expect(valueOf(press(form(line('x', 'X'), line('y', 'Y')), type('a\nb')), 'x')).toBe('a b');
  });
});

describe('choosing', () => {
  test('arrows choose one', () => {
    const end = press(form(pick('p', 'P', OPTIONS), line('x', 'X')), special('down'));
    expect(valueOf(end, 'p')).toBe('b');
  });

  test('typing searches names and notes', () => {
    const end = press(form(pick('p', 'P', OPTIONS), line('x', 'X')), type('hoved'));
    expect(valueOf(end, 'p')).toBe('b');
  });

  test('space chooses several, and again takes back', () => {
    const start = form(picks('p', 'P', OPTIONS), line('x', 'X'));
    const two = press(start, type(' '), special('down'), special('down'), type(' '));
    expect(chosenOf(two, 'p')).toEqual(['a', 'c']);
    expect(chosenOf(press(two, type(' ')), 'p')).toEqual(['a']);
  });
});

test('what must be filled in is named', () => {
  const start = form(picks('p', 'Til', OPTIONS), line('x', 'Fra', '', true), text('y', 'Tekst'));
  expect(missing(start)?.label).toBe('Til');
  expect(missing(press(start, type(' ')))?.label).toBe('Tekst');
});

test('a form of one line is sent by Enter; a longer one by its button or Ctrl+S', () => {
  const one: Form = { kind: 'pause', title: 'P', fields: [line('reason', 'R', '', true)], at: 0 };
  expect(pressForm(one, special('return')).submit).toBe(true);
  const two = form(line('x', 'X'), line('y', 'Y'));
  expect(pressForm(two, special('return')).submit).toBe(false);
  expect(pressForm({ ...two, at: 2 }, special('return')).submit).toBe(true);
  expect(pressForm(two, special('ctrl+s')).submit).toBe(true);
});

describe('keys as a terminal delivers them', () => {
  test('text and the Enter after it in one piece', () => {
    expect(readKeys('T+3:00\r', {})).toEqual([type('T+3:00'), special('return')]);
  });
  test('held backspace', () => {
    expect(readKeys('\x7f\x7f', {}).map((key) => key.name)).toEqual(['backspace', 'backspace']);
  });
  test('pasted escape sequences are only text', () => {
    expect(readKeys('a\x1b[31mb', {})).toEqual([type('ab')]);
  });
  test('special keys and Ctrl', () => {
    expect(readKeys('', { upArrow: true })).toEqual([special('up')]);
    expect(readKeys('', { tab: true, shift: true })).toEqual([special('shift+tab')]);
    expect(readKeys('c', { ctrl: true })).toEqual([special('ctrl+c')]);
  });
});

const MIN = 60_000;
describe('times', () => {
  test.each([
    ['T+2:30', 150 * MIN],
    ['t+02:30:10', 150 * MIN + 10_000],
    ['2:30', 150 * MIN],
    ['+30m', 40 * MIN],
    ['+1h30m', 100 * MIN],
    ['+1t 30min', 100 * MIN],
    ['+90', 100 * MIN],
    ['+1:30', 100 * MIN],
  ])('%s', (source, ms) => expect(readWhen(source, 10 * MIN)).toBe(ms));
  test.each(['', 'i morgen', '+', '2:75', '30m', '+-5m', '1e9:00'])('%s is no time', (source) =>
    expect(readWhen(source, 0)).toBeUndefined(),
  );
});

describe('paces', () => {
  test.each([
    ['12', 12],
    ['0,5', 0.5],
    ['0.5x', 0.5],
    ['3600', 3600],
    ['3601', undefined],
    ['0', undefined],
    ['-2', undefined],
    ['hurtigt', undefined],
  ])('%s', (source, pace) => expect(readPace(source)).toBe(pace));
  test('up and down the ladder', () => {
    expect([nextPace(12, 1), nextPace(12, -1), nextPace(5, 1)]).toEqual([30, 6, 6]);
    expect([nextPace(3600, 1), nextPace(0.5, -1)]).toEqual([undefined, undefined]);
  });
});
