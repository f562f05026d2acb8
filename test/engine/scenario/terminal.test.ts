import { expect, test } from 'vitest';
import { problemsJson, renderProblems } from '../../../cli/problems.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { harmful } from '../../../engine/scenario/excerpt.ts';
import type { Problem } from '../../../engine/scenario/problem.ts';
import { catalogue, check, spoilt } from './fixture.ts';

const [problem] = check(spoilt('deputy: boss', 'deputy: bos')).problems as readonly [Problem];
const plain = { color: false };

test('a Problem is shown with its place, its line, carets, and what was meant', () => {
  const lines = renderProblems([problem], 'en', plain).split('\n');
  const { line, column } = problem.place;
  expect(lines[0]).toBe(
    `error unknown-reference  scenario.yaml:${line}:${column}  roles.duty.deputy`,
  );
  const under = lines.findIndex((text) => /^ *\| +\^\^\^$/.test(text));
  expect(lines[under - 1]?.slice(lines[under]?.indexOf('^'))).toMatch(/^bos /);
  expect(lines.join('\n')).toContain('“boss”');
  expect(lines.at(-1)).toBe('1 error in 1 file');
});

test('Danish is Danish throughout', () => {
  const text = renderProblems([problem, problem], 'da', plain);
  expect(text).toContain('Der er ingen rolle med id’et »bos«.');
  expect(text).toMatch(/2 fejl i 1 fil$/);
  expect(renderProblems([], 'da', plain)).toBe('Ingen problemer fundet.');
});

test('colour only where it is asked for', () => {
  expect(renderProblems([problem], 'en', plain)).not.toContain('\u001b[');
  expect(renderProblems([problem], 'en', { color: true })).toContain('\u001b[');
});

test('of very many, errors are shown before warnings, and the rest is counted', () => {
  const warning: Problem = { ...problem, severity: 'warning' };
  const many = [...Array<Problem>(100).fill(warning), ...Array<Problem>(50).fill(problem)];
  const text = renderProblems(many, 'en', plain);
  expect(text.match(/^error /gm)).toHaveLength(50);
  expect(text.match(/^warning /gm)).toHaveLength(10);
  expect(text).toContain('… and 90 more');
  expect(text).toMatch(/50 errors, 100 warnings in 1 file$/);
});

test('a file’s name cannot drive the terminal', () => {
  const files = [{ name: '\u001b[2Jscenario.yaml', text: 'roles: { a: \u001b[2J }' }];
  const { problems } = checkScenario(files, catalogue);
  expect(problems.length).toBeGreaterThan(0);
  expect(renderProblems(problems, 'en', plain)).not.toContain('\u001b');
  const strings: unknown[] = [];
  JSON.stringify(problemsJson(problems, 'en'), (_, value: unknown) => (strings.push(value), value));
  const texts = strings.filter((value) => typeof value === 'string');
  expect(texts.filter((text) => harmful(text) !== undefined)).toEqual([]);
});

test('other programs get codes, places and sentences', () => {
  expect(problemsJson([problem], 'en')).toMatchObject({
    errors: 1,
    warnings: 0,
    problems: [
      {
        code: 'unknown-reference',
        severity: 'error',
        place: { file: 'scenario.yaml', line: problem.place.line, column: problem.place.column },
        path: 'roles.duty.deputy',
        suggestion: 'boss',
        text: { what: 'There is no role called “bos”.' },
      },
    ],
  });
});
