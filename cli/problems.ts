/**
 * Problems for the terminal and for other programs. Knows: layout and colour.
 * Does not know: how Problems are found, or where their text is written to.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Accepted } from '../engine/scenario/acceptance.ts';
import { neutral } from '../engine/scenario/excerpt.ts';
import { problemText, type Problem } from '../engine/scenario/problem.ts';
import { say, type Lang } from '../engine/scenario/text.ts';

const da = {
  error: 'fejl',
  warning: 'advarsel',
  errors: (n: number) => (n === 1 ? '1 fejl' : `${n} fejl`),
  warnings: (n: number) => (n === 1 ? '1 advarsel' : `${n} advarsler`),
  none: 'Ingen problemer fundet.',
  files: (n: number) => (n === 1 ? 'i 1 fil' : `i ${n} filer`),
  more: (n: number) => `… og ${n} til. Brug --json for at se dem alle.`,
  accepted: (n: number) => (n === 1 ? '1 accepteret advarsel' : `${n} accepterede advarsler`),
  showAll: '(--all viser dem)',
  because: 'Accepteret:',
};
type Words = typeof da;
const en: Words = {
  error: 'error',
  warning: 'warning',
  errors: (n) => (n === 1 ? '1 error' : `${n} errors`),
  warnings: (n) => (n === 1 ? '1 warning' : `${n} warnings`),
  none: 'No problems found.',
  files: (n) => (n === 1 ? 'in 1 file' : `in ${n} files`),
  more: (n) => `… and ${n} more. Use --json to see them all.`,
  accepted: (n) => (n === 1 ? '1 accepted warning' : `${n} accepted warnings`),
  showAll: '(--all shows them)',
  because: 'Accepted:',
};
const WORDS: Readonly<Record<Lang, Words>> = { da, en };

/** Nobody reads more than this on a terminal; errors are then shown before warnings. */
const MOST_SHOWN = 60;

export function renderProblems(
  problems: readonly Problem[],
  lang: Lang,
  { color }: { readonly color: boolean },
): string {
  const words = WORDS[lang];
  const paint = new Chalk({ level: color ? 1 : 0 });
  if (problems.length === 0) return paint.green(words.none);
  const shown = worthShowing(problems);
  const left = problems.length - shown.length;
  return [
    ...shown.map((problem) => renderProblem(problem, lang, words, paint)),
    ...(left > 0 ? [words.more(left)] : []),
    renderCounts(problems, words, paint),
  ].join('\n\n');
}

function worthShowing(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_SHOWN) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return [...errors, ...warnings].slice(0, MOST_SHOWN);
}

function renderProblem(problem: Problem, lang: Lang, words: Words, paint: ChalkInstance): string {
  const { severity, code, place, path, excerpt } = problem;
  const { what, why, remedy } = problemText(problem, lang);
  const accent = severity === 'error' ? paint.red : paint.yellow;
  const where = `${neutral(place.file)}:${place.line}:${place.column}`;
  const frame = excerpt.map((line, i) =>
    i === excerpt.length - 1 ? accent(line) : paint.dim(line),
  );
  return [
    `${accent.bold(words[severity])} ${paint.dim(code)}  ${paint.cyan(where)}  ${paint.dim(path)}`,
    ...frame.map((line) => `  ${line}`),
    paint.bold(what),
    why,
    `→ ${remedy}`,
  ].join('\n');
}

function renderCounts(problems: readonly Problem[], words: Words, paint: ChalkInstance): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const counts = [
    ...(errors > 0 ? [paint.red.bold(words.errors(errors))] : []),
    ...(warnings > 0 ? [paint.yellow.bold(words.warnings(warnings))] : []),
  ];
  return `${counts.join(', ')} ${words.files(files)}`;
}

/** What the scenario itself stands by: how many, or each with its reason. */
export function renderAccepted(
  accepted: readonly Accepted[],
  lang: Lang,
  { color, all }: { readonly color: boolean; readonly all: boolean },
): string {
  const words = WORDS[lang];
  const paint = new Chalk({ level: color ? 1 : 0 });
  const count = words.accepted(accepted.length);
  if (!all) return paint.dim(`${count} ${words.showAll}`);
  const each = accepted.map(
    (problem) =>
      `${renderProblem(problem, lang, words, paint)}\n${paint.bold(words.because)} ${neutral(say(problem.because, lang))}`,
  );
  return [...each, paint.dim(count)].join('\n\n');
}

/** The same for other programs: stable names, and the sentences in the language asked for. */
export function problemsJson(
  problems: readonly Problem[],
  lang: Lang,
  accepted: readonly Accepted[] = [],
): object {
  const shown = (problem: Problem): object => ({
    ...problem,
    place: { ...problem.place, file: neutral(problem.place.file) },
    text: problemText(problem, lang),
  });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    errors,
    warnings: problems.length - errors,
    problems: problems.map(shown),
    accepted: accepted.map((problem) => ({
      ...shown(problem),
      because: neutral(say(problem.because, lang)),
    })),
  };
}
