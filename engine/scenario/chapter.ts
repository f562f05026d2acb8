/** How the reference of all Problems is divided. Knows: where each chapter begins among the codes. */
import { CODES, type ProblemCode } from './code.ts';
import type { Lang } from './text.ts';

type Chapter = {
  readonly title: Readonly<Record<Lang, string>>;
  readonly codes: readonly ProblemCode[];
};

const BEGINNINGS: readonly (readonly [first: ProblemCode, da: string, en: string])[] = [
  ['no-scenario-file', 'Filer og YAML', 'Files and YAML'],
  ['unknown-key', 'Form', 'Shape'],
  ['unknown-reference', 'Henvisninger', 'References'],
  ['condition-empty', 'Betingelser', 'Conditions'],
  ['no-accountable', 'Ansvar', 'Responsibility'],
  ['no-authority', 'Beslutninger', 'Decisions'],
  ['phase-unreachable', 'Faser', 'Phases'],
  ['too-many-threads', 'Tråde', 'Threads'],
  ['no-trigger', 'Indspil', 'Injects'],
  ['bank-sender', 'Banken', 'The bank'],
  ['question-never-asked', 'Ansvars- og situationsspørgsmål', 'Polls and probes'],
  ['file-missing', 'Bilag', 'Attachments'],
  ['fact-not-carried', 'Hvad analysen har brug for', 'What the analysis will need'],
  ['acceptance-code', 'Accepterede advarsler', 'Accepted warnings'],
  ['catalogue-confidence', 'Selve kataloget', 'The catalogue itself'],
];

/** Every code once, in the order of `CODES`. */
export function chapters(): readonly Chapter[] {
  const codes = Object.keys(CODES) as ProblemCode[];
  const starts = BEGINNINGS.map(([first]) => codes.indexOf(first));
  return BEGINNINGS.map(([, da, en], i) => ({
    title: { da, en },
    codes: codes.slice(starts[i], starts[i + 1]),
  }));
}
