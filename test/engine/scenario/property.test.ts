import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { problemText } from '../../../engine/scenario/problem.ts';
import { SECTIONS } from '../../../engine/scenario/schema.ts';
import { nearest } from '../../../engine/scenario/nearest.ts';
import { catalogue, SCENARIO } from './fixture.ts';

const run = (text: string) => checkScenario([{ name: 'scenario.yaml', text }], catalogue);

test('arbitrary text and bytes never throw, and are never a scenario', () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((b) => new TextDecoder().decode(b));
  const yamlish = fc.string({
    unit: fc.constantFrom(...Array.from('ab:- \n\t{}[],&*!|>"\'#%@?~1')),
    maxLength: 120,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), bytes, yamlish), (text) => {
      expect(run(text).scenario).toBeUndefined();
      readCatalogue([{ name: 'c.yaml', text }]);
    }),
    { numRuns: 400 },
  );
});

const word = fc.constantFrom('call', 'boss', 'alarm', 'encrypted', '1h', 'all', 'da', 'x', '', '-');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    word,
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, true, []),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, key()), tie('any'), { maxKeys: 4 }),
  ),
})).any;

function key(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...['at', 'after', 'when', 'phase', 'to', 'from', 'expect', 'role', 'does', 'facts', 'next'],
    ...['options', 'goto', 'gate', 'length', 'needs', 'starts', 'all', 'not', 'is', 'fact', 'text'],
    ...['__proto__', 'constructor', 'toString', 'each', 'if-not', 'within', 'organisation'],
  );
}

test('arbitrary values in any section give Problems that can be said in both languages', () => {
  const sections = fc.dictionary(fc.constantFrom(...SECTIONS), fc.dictionary(word, value));
  fc.assert(
    fc.property(sections, (data) => {
      const [head = ''] = SCENARIO.split('organisations:');
      const { problems, scenario } = run(
        head +
          Object.keys(data)
            .map((section) => `${section}: ${JSON.stringify(data[section])}`)
            .join('\n'),
      );
      expect(scenario).toBeUndefined();
      for (const problem of problems) {
        for (const lang of ['da', 'en'] as const) {
          expect(Object.values(problemText(problem, lang)).join('')).not.toMatch(
            /undefined|\{[a-z]+\}/,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** The rows of every section, dealt over some files. */
const dealt = fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 60 }).map((hands) => {
  const [head = '', rest = ''] = SCENARIO.split('organisations:');
  const rows = `organisations:${rest}`.split(/^(?=[a-z])/m).flatMap((section) => {
    const [title = '', ...parts] = section.split(/^(?= {2}\S)/m);
    return parts.map((row) => `${title}${row}`);
  });
  const texts = ['', '', '', ''];
  // Each file opens a section once; the same section again would be a repeated key.
  const bySection = new Map<string, string>();
  for (const [i, row] of rows.entries()) {
    const [title = ''] = row.split('\n');
    const slot = `${hands[i] ?? 0}:${title}`;
    bySection.set(slot, (bySection.get(slot) ?? `${title}\n`) + row.slice(title.length + 1));
  }
  for (const [slot, text] of bySection) {
    const file = Number(slot.slice(0, 1));
    texts[file] = `${texts[file] ?? ''}${text}`;
  }
  return [
    { name: 'scenario.yaml', text: head },
    ...texts.map((text, i) => ({ name: `part${i}.yaml`, text })).filter(({ text }) => text !== ''),
  ];
});

test('however a scenario is divided over files, and in whatever order, it is the same scenario', () => {
  const whole = run(SCENARIO).scenario;
  const orders = dealt.chain((files) =>
    fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
  );
  fc.assert(
    fc.property(orders, ([files, shuffled]) => {
      const checked = checkScenario(files, catalogue);
      expect(checked.problems).toEqual([]);
      expect(checked.scenario).toEqual(whole);
      expect(JSON.stringify(checkScenario(shuffled, catalogue))).toBe(JSON.stringify(checked));
    }),
    { numRuns: 30 },
  );
});

test('the order of files changes no Problem either', () => {
  const files = ['scenario', 'b', 'a'].map((name, i) => ({
    name: `${name}.yaml`,
    text: i === 0 ? SCENARIO : `hot-wash: { q: ${name} }\ninjects: { call: 1, x${i}: 2 }`,
  }));
  const base = JSON.stringify(checkScenario(files, catalogue));
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: 3 }), (shuffled) => {
      expect(JSON.stringify(checkScenario(shuffled, catalogue))).toBe(base);
    }),
  );
});

test('the nearest word does not depend on the order of the words', () => {
  const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c') }), words, (typed, known) => {
      expect(nearest(typed, known)).toBe(nearest(typed, [...known].reverse()));
    }),
  );
});
