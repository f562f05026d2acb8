/** Versions of the report by reader, in English. Knows: words. Does not know: what is left out. */
import type { audience as Danish } from '../danish/audience.ts';

export const audience: typeof Danish = {
  label: 'Version',
  otherRole: 'another role',
  otherOrganisation: 'Another organisation',
  otherFact: 'information that did not arrive',
  exercise: 'Crisis exercise',
  control: 'Full version. For exercise control only.',
  organisation: (name) =>
    `Version for ${name}: the organisation’s own rows only. Others are named where a shared interface or decision makes it necessary.`,
  organisationShort: (name) => `Version for ${name}`,
  freeText:
    'Free text that the organisation wrote or received itself is given unchanged and may name others. Read it through before the version is passed on.',
  public: (k) =>
    `Public version: anonymous totals, no names and no free text. Figures that rest on fewer than ${k} organisations or cases are left out.`,
  publicShort: 'Public version',
  release:
    'The marking is the exercise’s. Whoever owns the exercise’s information decides whether this version can be released.',
  figures: 'Figures for the exercise',
  measure: 'Figure',
  value: 'Result',
  suppressed: (k) => `left out (under ${k})`,
  suppressedNote: (n, total) => `${n} of ${total} figures are left out.`,
  findings: 'Findings by code',
  measures: {
    organisations: 'Organisations taking part',
    roles: 'Roles played',
    done: 'Tasks done in time, of those that arose',
    gaps: 'Tasks that nobody took, of those that arose',
    jaccard: 'Agreement between plan and deeds (Jaccard)',
    kappa: 'Weighted kappa, roles',
    decided: 'Decisions made in time, of those raised',
    latency: 'Median from raised to decided, rounded to 5 min',
    obligations: 'Expectations met in time, of those that arose',
    coverage: 'Information needs met in time',
    interfaces: 'Interfaces tested, of those planned',
    finding: 'Findings',
  },
  columns: { version: 'version', measure: 'figure', code: 'code', result: 'result', of: 'of' },
};
