/**
 * A scenario's files → the Scenario, or every Problem in them, in one run.
 * Knows: which checks there are, and when they can be trusted. Does not know: any of them.
 */
import { accept, type Accepted } from './acceptance.ts';
import type { FoundFile } from './attachment.ts';
import { checkBank } from './bank.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCoverage } from './coverage.ts';
import { checkForms } from './form.ts';
import { expand, type Settings } from './expand.ts';
import { checkFolder } from './folder.ts';
import { checkIdle } from './idle.ts';
import { checkLimits } from './limit.ts';
import { checkClearance } from './marking.ts';
import { checkOverlaps } from './overlap.ts';
import { collector, type Problem, type Report } from './problem.ts';
import { checkQuestions } from './question.ts';
import { readScenario, type Located, type ReadCache, type SourceFile } from './read.ts';
import { checkReachability } from './reachability.ts';
import { readReferences } from './references.ts';
import { checkResponsibility } from './responsibility.ts';
import type { Scenario } from './schema.ts';
import { scopeOf, type Scope } from './scope.ts';
import { checkServices } from './service.ts';
import { readShape } from './shape.ts';
import { checkThreads } from './strand.ts';
import { checkTimes } from './timing.ts';
import { checkInjects } from './trigger.ts';
import { checkVariants } from './variant.ts';
import { checkWording } from './wording.ts';

export type Checked = {
  /** Present if and only if there are no errors. */
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  /** Warnings that the scenario itself accepts, with the reason. They are not among the problems. */
  readonly accepted: readonly Accepted[];
};

/** What the reader of the scenario's folder knows beside its YAML. */
export type Given = {
  /** What lies in `files/`. Left out: nothing is said about what is there and what is not. */
  readonly found?: readonly FoundFile[];
  /** Values that take the place of the scenario's own parameters. */
  readonly set?: Settings;
  /** Kept from check to check of one folder, it saves parsing what has not changed. */
  readonly cache?: ReadCache;
};

/** Finds all Problems, sorted by file, line and column, whatever the order of the files. */
export function checkScenario(
  files: readonly SourceFile[],
  catalogue: Catalogue,
  given: Given = {},
): Checked {
  const { report: collect, problems, failed } = collector();
  const written = readScenario(files, collect, given.cache);
  const located = written.broken ? written : expand(written, given.set ?? {}, collect);
  const report = oncePerTemplate(located, collect);
  const sound = readShape(located, report);
  // What an unreadable file defines is unknown: complaints about the whole would be guesses.
  if (located.broken) return { problems: problems(), accepted: [] };
  const references = readReferences(located, catalogue, report);
  const scope = scopeOf(located, sound, references, catalogue, report);
  checkMeaning(scope, given, report);
  const reasons = accept(problems(), scope);
  const { scenario } = sound;
  const found = problems();
  return {
    ...(scenario && !failed() ? { scenario } : {}),
    problems: found.filter((problem) => !reasons.has(problem)),
    accepted: found.flatMap((problem) => {
      const because = reasons.get(problem);
      return because === undefined ? [] : [{ ...problem, because }];
    }),
  };
}

/** A mistake in a template is one mistake, however many instances are made of it. */
function oncePerTemplate(located: Located, report: Report): Report {
  const said = new Set<string>();
  return (code, range, path, details) => {
    const [section = '', id = ''] = path.map(String);
    const origin = located.origin(section, id);
    if (origin !== id) {
      const key = JSON.stringify([code, range.source.name, range.from, origin]);
      if (said.has(key)) return;
      said.add(key);
    }
    report(code, range, path, details);
  };
}

function checkMeaning(scope: Scope, given: Given, report: Report): void {
  checkWording(scope);
  checkLimits(scope);
  checkThreads(scope);
  checkResponsibility(scope);
  checkOverlaps(scope);
  checkInjects(scope);
  checkBank(scope);
  checkClearance(scope);
  checkFolder(scope, given.found, report);
  checkVariants(scope);
  checkCoverage(scope);
  checkServices(scope);
  const reach = checkReachability(scope, checkForms(scope));
  checkQuestions(scope, reach);
  checkTimes(scope, reach);
  checkIdle(scope, reach);
}
