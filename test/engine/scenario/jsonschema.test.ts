/**
 * The JSON Schema for editors: generated, committed, and named by every file.
 * `UPDATE=1 npx vitest run test/engine/scenario/jsonschema.test.ts` writes it again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DURATION_PATTERN, jsonSchema } from '../../../engine/scenario/jsonschema.ts';
import { readDuration } from '../../../engine/scenario/time.ts';
import { catalogue } from '../../support/scenario.ts';
import { shipped, shippedCatalogue, sourcesIn } from '../../support/shipped.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'scenarios', 'scenario.schema.json');

test('the committed schema is what the language is', () => {
  const generated = `${JSON.stringify(jsonSchema(shippedCatalogue()), null, 2)}\n`;
  if (process.env['UPDATE']) writeFileSync(FILE, generated);
  expect(readFileSync(FILE, 'utf8')).toBe(generated);
});

test('it offers what is in the catalogue it is given', () => {
  const text = JSON.stringify(jsonSchema(catalogue));
  for (const id of Object.keys(catalogue.clocks)) expect(text).toContain(`"${id}"`);
  expect(text).not.toContain('"gdpr.34"');
});

test.each(shipped())('every file of %s names it in its first line', (scenario) => {
  const files = sourcesIn(scenario);
  expect(files.length).toBeGreaterThan(0);
  for (const { name, text } of files) {
    const up = posix.relative(posix.dirname(posix.join(scenario, name)), 'scenario.schema.json');
    expect([name, text.split('\n', 1)[0]]).toEqual([name, `# yaml-language-server: $schema=${up}`]);
  }
});

const times = fc.oneof(
  fc.stringMatching(/^\s?(T\+)?\d{0,5}:?[0-9]{0,2}(:\d\d)?\s?$/),
  fc.stringMatching(/^P(\d{1,5}D)?T?(\d{1,5}H)?(\d{1,6}M)?(\d{1,2}S)?$/),
  fc.stringMatching(/^ ?(\d{1,7}(\.\d{1,4})? ?[dhmsx] ?){0,3}$/),
  fc.string(),
);
test('its pattern for times takes what the reader takes, and nothing else', () => {
  const pattern = new RegExp(DURATION_PATTERN, 'u');
  fc.assert(
    fc.property(times, (text) => {
      fc.pre(!text.includes('${'));
      expect([text, pattern.test(text)]).toEqual([text, readDuration(text) !== undefined]);
    }),
    { numRuns: 3_000 },
  );
});
