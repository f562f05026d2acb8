/**
 * PROBLEMS.md, the reference of all Problems, and the examples in it are written from the code and
 * from the tests' own cases: `UPDATE=1 npx vitest run test/engine/scenario/reference.test.ts` writes
 * them again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { chapters } from '../../../engine/scenario/chapter.ts';
import { CODES } from '../../../engine/scenario/code.ts';
import { EXAMPLES } from '../../../engine/scenario/examples.ts';
import { template } from '../../../engine/scenario/messages.ts';
import type { ProblemCode } from '../../../engine/scenario/problem.ts';
import { CASES } from './cases.ts';
import { SCENARIO } from './fixture.ts';

const FOLDER = new URL('../../../engine/scenario/', import.meta.url);
const PAGE = new URL('PROBLEMS.md', FOLDER);
const DATA = new URL('examples.ts', FOLDER);

type Example = { readonly before: readonly string[]; readonly after?: readonly string[] };

const CODE_LIST = Object.keys(CODES) as ProblemCode[];
/** More lines than this show no longer what was wrong. */
const MOST_LINES = 5;

function exampleOf(code: ProblemCode): Example | undefined {
  const { problems, spoilt } = CASES[code]();
  const before = problems[0]?.excerpt ?? [];
  if (!/\w{2}/.test(before.join(''))) return undefined;
  const after = spoilt === undefined ? undefined : mended(spoilt, problems[0]!.place.line);
  return { before, ...(after ? { after } : {}) };
}

/** The clean scenario's lines where the spoilt one differs, if that shows how it is mended. */
function mended(spoilt: string, place: number): readonly string[] | undefined {
  const [clean, other] = [SCENARIO.split('\n'), spoilt.split('\n')];
  let from = 0;
  while (from < clean.length && clean[from] === other[from]) from += 1;
  let same = 0;
  while (
    clean.length - same > from &&
    other.length - same > from &&
    clean.at(-1 - same) === other.at(-1 - same)
  ) {
    same += 1;
  }
  const lines = clean.slice(from, clean.length - same);
  const spoiltTo = other.length - same;
  // What stands elsewhere than the mistake is shown at, explains nothing.
  const near = place >= from && place <= Math.max(spoiltTo, from) + 1;
  if (lines.length === 0 || lines.length > MOST_LINES || !near) return undefined;
  return lines.map((line, i) => `${from + i + 1} | ${line}`);
}

const examples = Object.fromEntries(
  CODE_LIST.flatMap((code) => {
    const example = exampleOf(code);
    return example ? [[code, example] as const] : [];
  }),
);

async function examplesFile(): Promise<string> {
  const text = `/**
 * An example of each kind of Problem, and how it is mended. Written by
 * test/engine/scenario/reference.test.ts from the tests' own cases; not by hand.
 */
import type { ProblemCode } from './code.ts';

type Example = { readonly before: readonly string[]; readonly after?: readonly string[] };

export const EXAMPLES: { readonly [C in ProblemCode]?: Example } = ${JSON.stringify(examples)};
`;
  const style = await resolveConfig(DATA);
  return format(text, { ...style, parser: 'typescript' });
}

const HEAD = `# Problems · Problemer

What \`beredt check\` can find in a scenario: what is wrong, why it matters, what to do, and an example.
An **error** keeps the scenario from running; a **warning** is for the planner's judgement, and can be
accepted with a reason in \`scenario.yaml\`:

\`\`\`yaml
accept:
  - { code: role-idle, at: roles.dpo, because: The DPO works from home until noon }
\`\`\`

\`at\` is the path that the check prints; it covers all below it too (\`roles.dpo\` covers
\`roles.dpo.deputy\`), but a section's name alone (\`roles\`) covers nothing in it. Accepted warnings leave
the list; \`beredt check --all\` shows them. An acceptance that nothing needs any longer is said.

\`beredt check --explain CODE\` prints one entry. Words in {braces} are filled in from the scenario.
Written by \`test/engine/scenario/reference.test.ts\`; how well the checker catches random mistakes
stands in [MUTANTS.md](../../test/engine/scenario/MUTANTS.md).
`;

function contents(): string {
  const lines = chapters().map(
    ({ title, codes }) =>
      `- **${title.en}** · ${title.da}: ${codes.map((code) => `[\`${code}\`](#${code})`).join(' · ')}`,
  );
  return `## Contents · Indhold\n\n${lines.join('\n')}`;
}

function entry(code: ProblemCode): string {
  const [en, da] = [template(code, 'en'), template(code, 'da')];
  const { before, after } = (examples as Readonly<Record<string, Example>>)[code] ?? {};
  const block = (lines: readonly string[]): string => `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
  const severity = CODES[code] === 'error' ? 'error · fejl' : 'warning · advarsel';
  return [
    `<a id="${code}"></a>`,
    `### \`${code}\``,
    `*${severity}*`,
    `**${en.what}** ${en.why}\n→ ${en.remedy}`,
    `**${da.what}** ${da.why}\n→ ${da.remedy}`,
    ...(before ? [block(before)] : []),
    ...(after ? [`Mended · Rettet:`, block(after)] : []),
  ].join('\n\n');
}

function reference(): string {
  const parts = chapters().flatMap(({ title, codes }) => [
    `## ${title.en} · ${title.da}`,
    ...codes.map(entry),
  ]);
  return `${[HEAD.trim(), contents(), ...parts].join('\n\n')}\n`;
}

test('every code stands in one chapter', () => {
  expect(chapters().flatMap(({ codes }) => codes)).toEqual(CODE_LIST);
  expect(chapters().every(({ codes }) => codes.length > 0)).toBe(true);
});

test('PROBLEMS.md says what the checker says', async () => {
  if (process.env['UPDATE']) {
    writeFileSync(DATA, await examplesFile());
    writeFileSync(PAGE, reference());
  } else expect(EXAMPLES).toEqual(examples);
  expect(readFileSync(PAGE, 'utf8')).toBe(reference());
});
