/**
 * The schema for editors and the schema that checks say the same of a scenario's shape, whatever is
 * written: right or wrong, somewhere in an arbitrary scenario.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchema } from '../../../engine/scenario/jsonschema.ts';
import { scenarioSchema } from '../../../engine/scenario/schema.ts';
import { catalogue } from '../../support/scenario.ts';
import { sources } from '../../support/scenarios.ts';
import { shipped, shippedCatalogue, sourcesIn } from '../../support/shipped.ts';
import { spec } from '../../support/spec.ts';
import { validator } from '../../support/validator.ts';
import { written } from '../../support/writing.ts';

const edited = validator(jsonSchema(shippedCatalogue()));
const editedSmall = validator(jsonSchema(catalogue));
const checked = (value: unknown): boolean => scenarioSchema.safeParse(value).success;

type Data = Record<string, unknown>;
type Step = string | number;

/** Every place in a value, the top itself left out. */
function* placesIn(value: unknown, at: readonly Step[] = []): Generator<readonly Step[]> {
  if (typeof value !== 'object' || value === null) return;
  const entries: readonly (readonly [Step, unknown])[] = Array.isArray(value)
    ? [...(value as unknown[]).entries()]
    : Object.entries(value);
  for (const [key, inner] of entries) {
    yield [...at, key];
    yield* placesIn(inner, [...at, key]);
  }
}

/** A copy in which one place holds something else; `undefined` takes the key away. */
function changed(value: unknown, [step, ...rest]: readonly Step[], into: unknown): unknown {
  if (step === undefined) return into;
  if (Array.isArray(value)) {
    return value.map((item, i): unknown => (i === step ? changed(item, rest, into) : item));
  }
  const inner = changed((value as Data)[String(step)], rest, into);
  const { [String(step)]: _, ...others } = value as Data;
  return inner === undefined ? others : { ...others, [step]: inner };
}

const anything: fc.Arbitrary<unknown> = fc.constantFrom<unknown[]>(
  undefined,
  null,
  0,
  -1,
  1.5,
  99_999,
  true,
  false,
  '',
  'x',
  'two words',
  '10m',
  '10',
  'TLP:RED',
  'phone',
  'declare',
  [],
  ['x'],
  [1],
  {},
  { x: 'y' },
  { da: 'x' },
  { da: '' },
  { inject: 'x' },
  { not: { all: [] } },
  { all: [{ phase: 'x' }] },
);

/** Sections may stand in other files; that one is missing altogether only the checker can know. */
const SPREAD = ['organisations', 'roles', 'phases', 'injects'];

const changes = fc.array(fc.tuple(fc.nat(), anything), { minLength: 20, maxLength: 20 });

test('what the checker takes an editor takes, and what one refuses the other refuses', () => {
  let refused = 0;
  const agree = (source: unknown, place: readonly Step[], into: unknown): void => {
    if (into === undefined && place.length === 1 && SPREAD.includes(String(place[0]))) return;
    const value = JSON.parse(JSON.stringify(changed(source, place, into))) as unknown;
    const right = checked(value);
    if (!right) refused += 1;
    // Without `beredt:` an editor has one of a scenario's other files before it, and that is right.
    const other = into === undefined && place.length === 1 && place[0] === 'beredt';
    expect([place, into, editedSmall(value), right]).toEqual([
      place,
      into,
      other || right,
      right && !other,
    ]);
  };
  fc.assert(
    fc.property(spec, changes, (drawn, all) => {
      const source = written(drawn);
      const places = [...placesIn(source)];
      for (const [n, into] of all) agree(source, places[n % places.length]!, into);
    }),
    { numRuns: 40 },
  );
  expect(refused).toBeGreaterThan(200);
});

test('an arbitrary scenario that the checker takes is right in an editor', () => {
  fc.assert(
    fc.property(sources, (source) => {
      expect(checked(source)).toBe(true);
      expect(editedSmall(source)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

/** All files of a scenario as one. */
function whole(name: string): Data {
  const merged: Record<string, Data> = {};
  for (const { text } of sourcesIn(name)) {
    for (const [key, value] of Object.entries(parse(text) as Data)) {
      const map = typeof value === 'object' && !Array.isArray(value);
      merged[key] = map ? { ...merged[key], ...(value as Data) } : (value as Data);
    }
  }
  return merged;
}

const FLAGSHIP = whole('kommune-it-ransomware');
test.each(shipped())('%s is right for both, as a whole', (name) => {
  expect([checked(whole(name)), edited(whole(name))]).toEqual([true, true]);
});

const inject = (value: Data): Data => ({
  from: { name: 'x' },
  to: 'all',
  channel: 'phone',
  title: 'x',
  body: 'x',
  ...value,
});
const task = (value: Data): Data => ({ title: 'x', within: '1h', ...value });

const prepared = (value: Data): Data => ({
  ...{ from: { name: 'x' }, channel: 'phone', title: 'x', body: 'x' },
  ...value,
});

const MISTAKES: readonly (readonly [what: string, place: readonly string[], into: unknown])[] = [
  ['another format of the language', ['beredt'], 2],
  ['no title', ['title'], undefined],
  ['a version of two numbers', ['version'], '1.0'],
  ['a kind that is none', ['kind'], 'wargame'],
  ['a language that is none', ['languages'], ['da', 'sv']],
  ['no language at all', ['languages'], []],
  ['a length without a unit', ['length'], '30'],
  ['a length as a number', ['length'], 30],
  ['a pace of nothing', ['pace'], 0],
  ['a marking in small letters', ['marking'], 'tlp:amber'],
  ['a key at the top that is none', ['tsks'], {}],
  ['a date that does not exist', ['threat-basis'], { title: 'x', date: '2025-02-30' }],
  ['a text of numbers', ['title'], 7],
  ['a text in Swedish', ['title'], { sv: 'x' }],
  ['a text in no language', ['title'], {}],
  ['an id with a space', ['hot-wash'], { 'a b': 'x' }],
  ['a section as a list', ['roles'], [{ name: 'x' }]],
  ['too many seats', ['roles', 'x'], { name: 'x', organisation: 'y', seats: 51 }],
  ['seats in words', ['roles', 'x'], { name: 'x', organisation: 'y', seats: 'two' }],
  ['a task without a time limit', ['tasks', 'x'], { title: 'x' }],
  ['a misspelt letter', ['tasks', 'x'], task({ acountable: 'y' })],
  ['a yes for true', ['tasks', 'x'], task({ critical: 'yes' })],
  ['a condition as words', ['tasks', 'x'], task({ starts: 'soon' })],
  ['a misspelt key deep in a condition', ['tasks', 'x'], task({ starts: { not: { fcat: 'y' } } })],
  ['an empty all', ['tasks', 'x'], task({ starts: { all: [] } })],
  ['a channel that is none', ['injects', 'x'], inject({ channel: 'pigeon' })],
  ['an act that is none', ['injects', 'x'], inject({ expect: [{ role: 'y', does: 'run' }] })],
  ['manual: false', ['injects', 'x'], inject({ manual: false })],
  ['a misspelt key in after', ['injects', 'x'], inject({ after: { injcet: 'y' } })],
  ['a sender with a rank', ['injects', 'x'], inject({ from: { name: 'x', rank: 1 } })],
  ['eleven attachments', ['injects', 'x'], inject({ files: Array.from('abcdefghijk') })],
  [
    'a text in the bank without a sender',
    ['bank'],
    { x: { channel: 'phone', title: 'x', body: 'x' } },
  ],
  ['a text in the bank with a time', ['bank'], { x: prepared({ at: '1h' }) }],
  ['a text in the bank for nobody', ['bank'], { x: prepared({ to: [] }) }],
  ['a text in the bank by pigeon', ['bank'], { x: prepared({ channel: 'pigeon' }) }],
  ['a text in the bank without words', ['bank'], { x: prepared({ body: '' }) }],
  ['a branch to nowhere', ['phases', 'x'], { title: 'x', next: [{ when: { phase: 'y' } }] }],
  [
    'a poll about something else',
    ['polls'],
    { x: { at: '1h', to: 'all', asks: 'why', task: 'y' } },
  ],
  ['an acceptance without a reason', ['accept'], [{ code: 'role-idle', at: 'roles.x' }]],
];

test.each(MISTAKES)('both refuse %s', (_, place, into) => {
  const value = changed(FLAGSHIP, place, into);
  expect([checked(value), edited(value)]).toEqual([false, false]);
});
