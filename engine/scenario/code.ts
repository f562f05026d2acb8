/**
 * Knows: every kind of mistake the checker can find, and how grave it is.
 * Does not know: how it is found or what is said about it (english.ts and danish.ts do).
 */
export type Severity = 'error' | 'warning';

/** An error keeps the scenario from running; a warning is for the planner's judgement. */
export const CODES = {
  // Files and YAML
  'no-scenario-file': 'error',
  'file-too-large': 'error',
  'too-many-files': 'error',
  'empty-file': 'warning',
  'yaml-syntax': 'error',
  'yaml-colon': 'error',
  'yaml-quote': 'error',
  'yaml-indent': 'error',
  'yaml-tab': 'error',
  'several-documents': 'error',
  'directive-not-allowed': 'error',
  'tag-not-allowed': 'error',
  'merge-key': 'error',
  'alias-unknown': 'error',
  'alias-limit': 'error',
  'too-deep': 'error',
  'not-a-map': 'error',
  'key-not-text': 'error',
  'duplicate-key': 'error',
  'control-character': 'error',
  'duplicate-id': 'error',
  'misplaced-key': 'error',
  'not-yet-supported': 'error',
  'too-many-problems': 'warning',
  // Shape
  'unknown-key': 'error',
  'missing-key': 'error',
  'empty-value': 'error',
  'wrong-type': 'error',
  'not-allowed': 'error',
  'bad-duration': 'error',
  'bad-id': 'error',
  'reserved-id': 'error',
  'bad-format': 'error',
  'out-of-range': 'error',
  'missing-language': 'error',
  'bad-start': 'error',
  // References
  'unknown-reference': 'error',
  'unknown-catalogue': 'error',
  'unknown-option': 'error',
  'ambiguous-id': 'error',
  'self-reference': 'error',
  'duplicate-entry': 'warning',
  // Conditions
  'condition-empty': 'error',
  'condition-several': 'error',
  'condition-state': 'error',
  'condition-by': 'error',
  'condition-stray': 'error',
  'condition-impossible': 'error',
  // Responsibility
  'no-accountable': 'error',
  'several-accountable': 'error',
  'no-responsible': 'error',
  'conflicting-letters': 'error',
  'ambiguity-unneeded': 'warning',
  'role-receives-nothing': 'warning',
  'role-idle': 'warning',
  'organisation-empty': 'warning',
  'reaches-nobody': 'warning',
  'simcell-expected': 'warning',
  // Decisions
  'no-authority': 'error',
  'too-few-options': 'error',
  'default-not-option': 'error',
  'goto-without-phase': 'error',
  'goto-same-phase': 'error',
  // Phases
  'phase-unreachable': 'error',
  'phase-too-late': 'warning',
  'phase-never-left': 'error',
  'no-endex': 'warning',
  'branch-without-else': 'warning',
  'branch-after-else': 'error',
  // Injects
  'no-trigger': 'error',
  'several-triggers': 'error',
  'after-subject': 'error',
  'outside-exercise': 'error',
  'inject-never-released': 'error',
  'trigger-cycle': 'error',
  'if-not-triggered': 'error',
  'if-not-without-expectations': 'error',
  'expectation-incomplete': 'error',
  'expectation-stray': 'warning',
  'expectation-elsewhere': 'warning',
  'duplicate-expectation': 'error',
  'marking-too-open': 'warning',
  'fact-too-early': 'warning',
  // What the analysis will need
  'fact-not-carried': 'error',
  'fact-not-needed': 'warning',
  'objective-unused': 'warning',
  'interface-never-starts': 'warning',
  'clock-unprompted': 'warning',
  'not-analysable': 'warning',
  'catalogue-out-of-date': 'warning',
  'threat-basis-old': 'warning',
  // The catalogue itself
  'catalogue-confidence': 'warning',
  'catalogue-dates': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type ProblemCode = keyof typeof CODES;

/** What is said about a mistake; words in {braces} are its parameters. */
export type Sentences = { readonly what: string; readonly why: string; readonly remedy: string };
export type Texts = Readonly<Record<ProblemCode, Sentences>>;
