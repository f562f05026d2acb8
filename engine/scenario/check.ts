/**
 * A scenario's files → the Scenario, or every Problem in them, in one run.
 * Knows: which checks there are, and when they can be trusted. Does not know: any of them.
 */
import type { Catalogue } from './catalogue.ts';
import { checkCoverage } from './coverage.ts';
import { checkForms } from './form.ts';
import { checkIdle } from './idle.ts';
import { checkLimits } from './limit.ts';
import { collector, type Problem } from './problem.ts';
import { readScenario, type SourceFile } from './read.ts';
import { checkReachability } from './reachability.ts';
import { readReferences } from './references.ts';
import { checkResponsibility } from './responsibility.ts';
import type { Scenario } from './schema.ts';
import { scopeOf, type Scope } from './scope.ts';
import { readShape } from './shape.ts';
import { checkInjects } from './trigger.ts';
import { checkWording } from './wording.ts';

export type Checked = {
  /** Present if and only if there are no errors. */
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
};

/** Finds all Problems, sorted by file, line and column, whatever the order of the files. */
export function checkScenario(files: readonly SourceFile[], catalogue: Catalogue): Checked {
  const { report, problems, failed } = collector();
  const located = readScenario(files, report);
  const sound = readShape(located, report);
  // What an unreadable file defines is unknown: complaints about the whole would be guesses.
  if (!located.broken) {
    const references = readReferences(located, catalogue, report);
    checkMeaning(scopeOf(located, sound, references, catalogue, report));
  }
  const { scenario } = sound;
  return { ...(scenario && !failed() ? { scenario } : {}), problems: problems() };
}

function checkMeaning(scope: Scope): void {
  checkWording(scope);
  checkLimits(scope);
  checkResponsibility(scope);
  checkInjects(scope);
  checkCoverage(scope);
  const reach = checkReachability(scope, checkForms(scope));
  checkIdle(scope, reach);
}
