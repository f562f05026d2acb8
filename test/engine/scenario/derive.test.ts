/** A scenario made from another: what changes, what must not, and which names and times are read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  derive,
  isScenarioId,
  nearestId,
  readHead,
  readStart,
  schemaOf,
  withSchemaIn,
} from '../../../engine/scenario/derive.ts';
import { KINDS } from '../../../engine/scenario/schema.ts';
import { SCENARIO } from './fixture.ts';
import { shipped, sourcesIn } from '../../support/shipped.ts';

const SOURCES = [
  SCENARIO,
  ...['templates/blank/da', 'templates/blank/en', ...shipped()].map(
    (name) => sourcesIn(name).find((file) => file.name === 'scenario.yaml')?.text ?? '',
  ),
];

const wish = fc.record(
  {
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    version: fc.constant('0.1.0'),
    title: fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('null', '1', '- x', 'a: b #c', "'"),
    ),
    kind: fc.constantFrom(...KINDS),
    starts: fc.constant('2027-01-02T03:04 Europe/Copenhagen'),
    languages: fc.constantFrom<('da' | 'en')[]>(['da'], ['da', 'en']),
  },
  { requiredKeys: ['id', 'version'] },
);

test('what is wished for is there, and everything else as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SOURCES), wish, (source, wanted) => {
      const made = derive(source, wanted);
      expect(parse(made)).toEqual({ ...(parse(source) as object), ...wanted });
    }),
  );
});

test('no other line changes, and comments stay, also beside what changes', () => {
  const source = `# first
beredt: 1
id: old # the id
title: # two languages
  da: Gammel
  en: Old
# about the summary
summary: |-
  A title: in the text.
kind: dilemma # the kind
`;
  expect(derive(source, { id: 'new', version: '0.1.0', title: 'Ny: titel', kind: 'procedure' }))
    .toBe(`# first
beredt: 1
id: new # the id
title: 'Ny: titel'
# about the summary
summary: |-
  A title: in the text.
kind: procedure # the kind
`);
});

test('the line for the editor is found and turned to where the schema will lie', () => {
  const line = '# yaml-language-server: $schema=../../x/scenario.schema.json';
  expect(schemaOf(`${line}\nberedt: 1\n`)).toBe('scenario.schema.json');
  expect(withSchemaIn(`${line}\nberedt: 1\n`, './')).toBe(
    '# yaml-language-server: $schema=./scenario.schema.json\nberedt: 1\n',
  );
  for (const none of ['beredt: 1\n', `beredt: 1\n${line}\n`, '']) {
    expect(schemaOf(none)).toBeUndefined();
    expect(withSchemaIn(none, './')).toBe(none);
  }
});

test('the head of every shipped scenario and template can be read', () => {
  for (const source of SOURCES) expect(readHead(source).length).toBeGreaterThan(0);
});

test.each([
  ['Øvelse på Fyn', 'oevelse-paa-fyn'],
  ['  Café & Wörter 2027 ', 'cafe-worter-2027'],
  ['2027-øvelse', 'oevelse'],
  ['æ'.repeat(40), 'ae'.repeat(32)],
  ['../../etc/passwd', 'etc-passwd'],
  ['???', undefined],
  ['', undefined],
])('the id nearest to %j is %j', (name, id) => {
  expect(nearestId(name)).toBe(id);
});

test('an id suggested can be used', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const id = nearestId(name);
      expect(id === undefined || isScenarioId(id)).toBe(true);
    }),
  );
  for (const bad of ['a/b', '', '1a', 'constructor', '__proto__', 'a b', 'æ', 'a'.repeat(65)]) {
    expect(isScenarioId(bad)).toBe(false);
  }
});

test.each([
  ['2026-11-26T06:30', '2026-11-26T06:30 Europe/Copenhagen'],
  ['2026-11-26 06:30 Europe/Helsinki', '2026-11-26T06:30 Europe/Helsinki'],
  ['26-11-2026 06:30', '2026-11-26T06:30 Europe/Copenhagen'],
  [' 1.3.2027 kl. 6.05 ', '2027-03-01T06:05 Europe/Copenhagen'],
  ['3/12/2026 23:59', '2026-12-03T23:59 Europe/Copenhagen'],
  ['30-02-2027 10:00', undefined],
  ['2026-03-29T02:30', undefined],
  ['2026-11-26T24:30', undefined],
  ['2026-11-26 06:30 Mars/Base', undefined],
  ['i morgen', undefined],
  ['2026-11-26', undefined],
])('the moment %j is read as %j', (given, starts) => {
  expect(readStart(given, 'Europe/Copenhagen')).toBe(starts);
});
