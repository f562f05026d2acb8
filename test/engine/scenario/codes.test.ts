import { describe, expect, test } from 'vitest';
import { CODES } from '../../../engine/scenario/code.ts';
import { problemText, type ProblemCode } from '../../../engine/scenario/problem.ts';
import { LANGS } from '../../../engine/scenario/text.ts';
import { CASES } from './cases.ts';

const all = Object.keys(CODES) as ProblemCode[];

test('every code has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual([...all].sort());
});

describe('each mistake is found where it stands, once, and draws no others after it', () => {
  test.each(all)('%s', (code) => {
    const { problems, on } = CASES[code]();
    expect(problems.map((p) => [p.code, p.severity])).toEqual([[code, CODES[code]]]);
    const [{ place, excerpt }] = problems as [(typeof problems)[number]];
    const [line = '', carets = ''] = excerpt.slice(-2);
    expect(line.slice(carets.indexOf('^')).startsWith(on.replace('\t', ' '))).toBe(true);
    expect(line.startsWith(`${place.line} |`)).toBe(true);
  });
});

describe('what is said about a mistake leaves nothing unfilled', () => {
  test.each(all)('%s', (code) => {
    const { problems } = CASES[code]();
    for (const lang of LANGS) {
      const said = Object.values(problemText(problems[0]!, lang)).join(' ');
      expect(said).not.toMatch(/\{[a-z]+\}|undefined|“”|»«/);
      expect(said).not.toMatch(/\b(?:[a-z]+-dead|bad-form|bad-zone|phase-over|no-flow)\b/);
    }
  });
});
