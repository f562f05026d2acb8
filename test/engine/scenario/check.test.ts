import { expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { catalogue, CATALOGUE_FILE, check, SCENARIO, spoilt } from './fixture.ts';

test('a scenario without mistakes gives no Problems, and compiles', () => {
  const { scenario, problems } = check(SCENARIO);
  expect(problems).toEqual([]);
  expect(scenario?.injects['call']?.at).toBe(0);
  expect(compile(scenario!, catalogue).injects).toHaveLength(4);
});

test('the catalogue is read without Problems, rows by their id', () => {
  const read = readCatalogue([CATALOGUE_FILE]);
  expect(read.problems).toEqual([]);
  expect(read.catalogue.clocks['nis2.early_warning']?.deadline).toBe('24h');
  expect(read.catalogue.clocks['old.rule']?.starts).toEqual({ submitted: 'nis2.early_warning' });
});

test('a warning leaves the scenario to be run; an error does not', () => {
  const warned = check(
    spoilt('    objectives: [notify]\ninterfaces', '\ninterfaces').replace(
      '    objectives: [notify]\n',
      '',
    ),
  );
  expect(warned.problems.map((p) => [p.code, p.severity])).toEqual([
    ['objective-unused', 'warning'],
  ]);
  expect(warned.scenario).toBeDefined();
  const failed = check(spoilt('to: [lead]\n    channel: news', 'to: [leed]\n    channel: news'));
  expect(failed.problems.map((p) => [p.code, p.suggestion])).toEqual([
    ['unknown-reference', 'lead'],
  ]);
  expect(failed.scenario).toBeUndefined();
});

test('sections may be spread over files; what an unreadable file holds is not missed', () => {
  const [head, rest] = SCENARIO.split('organisations:');
  const parts = [
    { name: 'scenario.yaml', text: head! },
    { name: 'rest.yaml', text: `organisations:${rest!}` },
  ];
  expect(checkScenario(parts, catalogue).problems).toEqual([]);
  const torn = [parts[0]!, { name: 'rest.yaml', text: `organisations: [\n${rest!}` }];
  const { problems } = checkScenario(torn, catalogue);
  expect(new Set(problems.map((p) => p.place.file))).toEqual(new Set(['rest.yaml']));
  expect(problems.map((p) => p.code)).not.toContain('missing-key');
});

test('an apostrophe between apostrophes is a matter of quotation marks', () => {
  const { problems } = check(SCENARIO, { name: 'b.yaml', text: "hot-wash:\n  q: 'What's up?'\n" });
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['yaml-quote', 2]]);
});
