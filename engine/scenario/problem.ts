/**
 * A Problem: one mistake of the author's, as a value. Knows: code, place, excerpt, suggestion, and
 * how a run's Problems are gathered and sorted. Does not know: how any of them is found.
 */
import { CODES, type ProblemCode, type Sentences, type Severity } from './code.ts';
import { excerptAt, neutral, placeAt, type Place, type Source } from './excerpt.ts';
import { sentences } from './messages.ts';
import { byCodeUnit, type Lang } from './text.ts';

export type { Place } from './excerpt.ts';
export type { ProblemCode, Severity } from './code.ts';

export type Problem = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly place: Place;
  /** As a planner would say it: `tasks.early-warning.within`, `injects.alarm.expect[0].role`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly excerpt: readonly string[];
  /** What the author most likely meant. */
  readonly suggestion?: string;
};

export type Path = readonly (string | number)[];

/** A stretch of one file. */
export type Range = { readonly source: Source; readonly from: number; readonly to: number };

export type Details = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly suggestion?: string | undefined;
  readonly severity?: Severity;
};

export type Report = (code: ProblemCode, range: Range, path: Path, details?: Details) => void;

/** More of one severity than this is no longer read; the run says that it stopped there. */
const MOST_PROBLEMS = 1_000;
const LONGEST_PARAM = 200;

export type Collector = {
  readonly report: Report;
  /** True as soon as one error was reported, even beyond the limit. */
  readonly failed: () => boolean;
  readonly problems: () => readonly Problem[];
};

/** Gathers a run's Problems; each place and code once, and never more than can be read. */
export function collector(): Collector {
  const found = new Map<string, Problem>();
  const counts = { error: 0, warning: 0 };
  const report: Report = (code, range, path, details = {}) => {
    const severity = details.severity ?? CODES[code];
    if (counts[severity] > MOST_PROBLEMS) return;
    const place = placeAt(range.source, range.from, range.to);
    const problem = build(code, severity, range.source, place, path, details);
    const key = JSON.stringify([code, place.file, range.from, problem.path, problem.params]);
    if (found.has(key)) return;
    counts[severity] += 1;
    found.set(key, counts[severity] > MOST_PROBLEMS ? tooMany(problem) : problem);
  };
  return {
    report,
    failed: () => counts.error > 0,
    problems: () => [...found.values()].sort(inReadingOrder),
  };
}

function build(
  code: ProblemCode,
  severity: Severity,
  source: Source,
  place: Place,
  path: Path,
  { params = {}, suggestion }: Details,
): Problem {
  const safe = Object.entries(params).map(([name, value]) => [name, short(String(value))]);
  return {
    code,
    severity,
    place,
    path: short(pathText(path)),
    params: Object.fromEntries(safe) as Record<string, string>,
    excerpt: excerptAt(source, place),
    ...(suggestion === undefined ? {} : { suggestion: short(suggestion) }),
  };
}

function tooMany(last: Problem): Problem {
  const { place, path, excerpt } = last;
  const params = { limit: String(MOST_PROBLEMS) };
  return { code: 'too-many-problems', severity: 'warning', place, path, params, excerpt };
}

function short(text: string): string {
  return neutral(text.length > LONGEST_PARAM ? `${text.slice(0, LONGEST_PARAM)}…` : text);
}

/** `['injects', 'alarm', 'expect', 0]` → `injects.alarm.expect[0]`. */
function pathText(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

function inReadingOrder(a: Problem, b: Problem): number {
  return (
    byCodeUnit(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.path, b.path) ||
    byCodeUnit(JSON.stringify(a.params), JSON.stringify(b.params))
  );
}

/** What is wrong, why it matters, and what to do about it, in the reader's language. */
export function problemText(problem: Problem, lang: Lang): Sentences {
  return sentences(problem.code, problem.params, problem.suggestion, lang);
}
