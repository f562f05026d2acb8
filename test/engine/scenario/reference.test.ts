/**
 * PROBLEMS.md, the reference of all Problems, is written from the code and from the tests' own cases:
 * `UPDATE=1 npx vitest run test/engine/scenario/reference.test.ts` writes it again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES } from '../../../engine/scenario/code.ts';
import { template } from '../../../engine/scenario/messages.ts';
import { problemText, type ProblemCode } from '../../../engine/scenario/problem.ts';
import { CASES } from './cases.ts';

const FILE = new URL('../../../engine/scenario/PROBLEMS.md', import.meta.url);

const HEAD = `# Problems

What the checker can find in a scenario, with an example of each. An **error** keeps the scenario from
running; a **warning** is for the planner's judgement. Words in {braces} are filled in from the
scenario. Danish stands below English. The file is written by \`test/engine/scenario/reference.test.ts\`.
`;

function entry(code: ProblemCode): string {
  const { problems } = CASES[code]();
  const [problem] = problems;
  const { what, why } = template(code, 'en');
  const da = template(code, 'da');
  const shown = problem?.excerpt.join('\n') ?? '';
  const example = /\w{2}/.test(shown) ? [`\`\`\`text\n${shown}\n\`\`\``] : [];
  return [
    `## \`${code}\` (${CODES[code]})`,
    `${what} ${why}`,
    `*${da.what} ${da.why}*`,
    ...example,
    `- ${problemText(problem!, 'en').remedy}\n- *${problemText(problem!, 'da').remedy}*`,
  ].join('\n\n');
}

function reference(): string {
  const entries = (Object.keys(CODES) as ProblemCode[]).map(entry);
  return `${[HEAD.trim(), ...entries].join('\n\n')}\n`;
}

test('PROBLEMS.md says what the checker says', () => {
  if (process.env['UPDATE']) writeFileSync(FILE, reference());
  expect(readFileSync(FILE, 'utf8')).toBe(reference());
});
