import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { harmful } from '../../../engine/scenario/excerpt.ts';
import { problemText } from '../../../engine/scenario/problem.ts';
import { catalogue, check, SCENARIO, spoilt } from './fixture.ts';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, i) => {
    const before = '*abcdefghi'[0]! + 'abcdefghi'[i]!;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  }),
].join('\n');

const chain = Array.from(
  { length: 3_000 },
  (_, i) =>
    `  i${i}: { after: { inject: i${i + 1} }, from: press, to: lead, channel: sms, title: T, body: B }`,
).join('\n');

/** Text that nobody writes by accident, and the codes that must be among the answers. */
const HOSTILE: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ['nothing', '', ['empty-file']],
  ['only a comment', '# hej', ['empty-file']],
  ['only null', '~', ['empty-file']],
  ['a scalar', 'hello', ['not-a-map']],
  ['an alias bomb', bomb, ['alias-limit']],
  ['an alias to its own list', 'hot-wash: &a { q: [*a] }', ['alias-limit']],
  ['an alias to nothing', 'hot-wash: *a', ['alias-unknown']],
  ['deep flow lists', '['.repeat(100_000), ['too-deep']],
  ['deep flow maps', '{a: '.repeat(20_000), ['too-deep']],
  ['deep block lists', `${'- '.repeat(20_000)}x`, ['too-deep']],
  ['a prototype', '__proto__: { injects: { a: 1 } }', ['reserved-id']],
  ['a constructor', 'injects: { constructor: { prototype: { x: 1 } } }', ['reserved-id']],
  ['prototype in a row', 'injects: { a: { __proto__: { at: 1h } } }', ['reserved-id']],
  ['a number as key', '1: a', ['key-not-text']],
  ['a list as key', '? [a, b]\n: c', ['key-not-text']],
  ['a null key', '? \n: c', ['key-not-text']],
  ['binary', 'id: !!binary aGVq', ['tag-not-allowed']],
  ['an unknown tag', 'id: !run rm', ['tag-not-allowed']],
  ['two documents', `${SCENARIO}\n---\n${SCENARIO}`, ['several-documents']],
  ['YAML 1.1', `%YAML 1.1\n---\n${SCENARIO}`, ['directive-not-allowed']],
  ['not a number', SCENARIO.replace('pace: 12', 'pace: .nan'), ['out-of-range']],
  ['an endless number', SCENARIO.replace('pace: 12', 'pace: 1e999'), ['out-of-range']],
  ['half a seat', spoilt('seats: 1-3', 'seats: 1.5'), ['bad-format']],
  ['a key without end', `${'k'.repeat(5_000)}: x`, ['yaml-syntax']],
  ['a lone surrogate', spoilt('da: Kort', 'da: "K\\ud800"'), ['control-character']],
  ['an escape in an id', spoilt('boss:', '"\\e[2Jboss":'), ['bad-id']],
  ['a huge id', spoilt('boss:', `${'b'.repeat(900)}:`), ['bad-id']],
  ['a chain of thousands', SCENARIO.replace('injects:\n', `injects:\n${chain}\n`), []],
  ['an all-seeing condition', withConditions(), []],
  ['a storyline of thousands', withPhases(), ['phase-too-late']],
  ['a ring of thousands', withRing(), ['trigger-cycle']],
  ['everybody expected to do everything', withExpectations(), ['expectation-elsewhere']],
  ['a list of the same, over and over', withRepetition(), ['duplicate-entry']],
];

function rows(count: number, row: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => row(i)).join('\n');
}

function withPhases(): string {
  const phases = rows(8_000, (i) => `  p${i}: { title: P, length: 1m, next: p${i + 1} }`);
  return spoilt('phases:\n', `phases:\n${phases}\n  p8000: { title: P }\n`).replace(
    'begins: alarm',
    'begins: p0',
  );
}

function withRing(): string {
  const rest = 'from: press, to: lead, channel: sms, title: T, body: B';
  const ring = rows(8_000, (i) => `  r${i}: { after: { inject: r${(i + 1) % 8_000} }, ${rest} }`);
  return spoilt('injects:\n', `injects:\n${ring}\n`);
}

function withExpectations(): string {
  const list = rows(12_000, () => '      - { role: lead, does: open, within: 1m }');
  return spoilt('    expect:\n', `    expect:\n${list}\n`);
}

function withRepetition(): string {
  return spoilt('to: operator', `to: [${Array.from({ length: 60_000 }, () => 'duty').join(', ')}]`);
}

function withConditions(): string {
  const parts = Array.from({ length: 2_000 }, () => '{ phase: alarm }').join(', ');
  return spoilt('opens: { inject: call }', `opens: { any: [${parts}] }`);
}

describe('a hostile file is answered, soon and in words that cannot harm', () => {
  test.each(HOSTILE)('%s', (_, text, codes) => {
    const { problems } = check(text);
    expect(problems.map(({ code }) => code as string)).toEqual(expect.arrayContaining([...codes]));
    for (const problem of problems) {
      const { excerpt, params, path, suggestion = '', place } = problem;
      const said = Object.values(problemText(problem, 'da'));
      const words = [...excerpt, ...Object.values(params), path, suggestion, ...said];
      expect(words.map(harmful).filter(Boolean)).toEqual([]);
      expect(Math.max(...words.map((word) => word.length))).toBeLessThan(1_000);
      expect(place.line).toBeGreaterThan(0);
      expect(place.column).toBeGreaterThan(0);
    }
  });
});

test('a byte order mark and CRLF change no place', () => {
  const spoiled = spoilt('deputy: boss', 'deputy: bos');
  const places = (text: string) =>
    check(text).problems.map(({ place, excerpt }) => [place, excerpt]);
  expect(places(`\uFEFF${spoiled.replaceAll('\n', '\r\n')}`)).toEqual(places(spoiled));
  expect(places(spoiled)).toHaveLength(1);
});

test('the prototype of objects is left alone', () => {
  check('__proto__: { polluted: yes }\ninjects: { __proto__: { polluted: yes } }');
  readCatalogue([{ name: 'c.yaml', text: 'clocks: { __proto__: { polluted: yes } }' }]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('files are limited in size, together in size, and in number', () => {
  const big = { name: 'a.yaml', text: `hot-wash:\n${'# x\n'.repeat(240_000)}` };
  const main = { name: 'scenario.yaml', text: SCENARIO };
  const wide = `hot-wash: # ${'x'.repeat(960 * 1024)}`;
  const many = Array.from('bcdefghijklmnopqrs', (name) => ({ name: `${name}.yaml`, text: wide }));
  const codes = (more: readonly { name: string; text: string }[]) =>
    checkScenario([main, ...more], catalogue).problems.map(({ code, place }) => [code, place.file]);
  expect(codes([{ ...big, text: big.text.repeat(2) }])).toEqual([['file-too-large', 'a.yaml']]);
  expect(codes([big, ...many])).toContainEqual(['file-too-large', 's.yaml']);
  expect(codes([big, ...many])).not.toContainEqual(['file-too-large', 'b.yaml']);
});

test('a file’s size is counted in bytes, as disks count it', () => {
  const wide = `# ${'ø'.repeat(600 * 1024)}`;
  expect(check(SCENARIO, { name: 'a.yaml', text: wide }).problems[0]?.code).toBe('file-too-large');
});
