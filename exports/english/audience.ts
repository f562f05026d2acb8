/** Versions of the report by reader, in English. Knows: words. Does not know: what is left out. */
import type { audience as Danish } from '../danish/audience.ts';
import { findingNames } from './findings/names.ts';

export const audience: typeof Danish = {
  label: 'Version',
  otherRole: 'another role',
  otherOrganisation: 'Another organisation',
  otherFact: 'information that the organisation did not get',
  otherService: 'another service',
  exercise: 'Crisis exercise',
  control: 'Full version. For exercise control only.',
  organisation: (name) =>
    `Version for ${name}: the organisation’s own rows only. Others are named where a shared interface or decision makes it necessary, or where the organisation wrote to them or heard from them.`,
  organisationShort: (name) => `Version for ${name}`,
  freeText:
    'Free text that the organisation wrote or received itself is given unchanged and may name others. Read it through before the version is passed on.',
  public: (k) =>
    `Public version: anonymous totals, no names and no free text. Figures that rest on fewer than ${k} organisations or cases are left out.`,
  publicShort: 'Public version',
  releaseLabel: 'Release',
  release:
    'The marking is the exercise’s. Whoever owns the exercise’s information decides whether this version can be released.',
  figures: 'Figures for the exercise',
  measure: 'Figure',
  value: 'Result',
  suppressed: (k) => `left out (under ${k})`,
  suppressedNote: (n, total) => `${n} of ${total} figures are left out.`,
  findings: 'Findings by kind',
  codes: findingNames,
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
  own: {
    chains: {
      note: 'Only the steps at which the organisation’s own roles had something to pass on or were to get something. What happened before and after is others’. Reach is worked out over the steps shown and its own receivers.',
      sum: (n, broken) =>
        `The organisation’s roles were a link in ${n} notification chains. ${broken} broke at one of the steps shown.`,
      none: 'No notification chain that arose went through the organisation’s roles.',
    },
    networks: {
      note: 'Only the organisation’s own links. Where it stood in the network beside others is left out: that would be a ranking.',
      none: 'The organisation’s roles had nothing to do with others in the tool.',
      chart: 'Whom the organisation’s roles dealt with',
      chartText: (links, missed) =>
        `${links} directions in which the organisation’s roles wrote or were written to. ${missed} planned links were not used.`,
      degrees: 'Own roles',
      wroteTo: 'Wrote to',
      heardFrom: 'Heard from',
      out: 'Contacts out',
      in: 'Contacts in',
    },
    picture: {
      note: 'Only the versions that the organisation’s own roles wrote; age and accuracy are worked out over those alone. Its own answers to questions about the situation are under perceived responsibility.',
      none: 'The organisation’s roles wrote nothing in the situation picture.',
    },
    coordination: {
      note: 'Only the organisation’s own first contact beyond its sector, and the decisions that it had a part in. Which sectors a decision affected is said only where the organisation was to decide.',
      first: 'Own first contact with another sector',
      with: (sector) => `, with ${sector}`,
    },
    statements: {
      note: 'Only what the organisation’s own roles said.',
      none: 'The organisation’s roles made no public statement.',
      agree: 'Nothing was found in its own statements that contradicts what others published.',
    },
    ratings: {
      note: 'Measured and draft are worked out over the tasks and decisions that were the organisation’s own. An evaluator’s rating is here only where the evaluator wrote that it is about one of its roles.',
      none: 'No task or decision under the objectives was the organisation’s own, and no rating is expressly about its roles.',
    },
    observations: {
      none: 'No observation is expressly about one of the organisation’s roles, and none of them gave a first impression.',
    },
    services: {
      none: 'None of the scenario’s services is the organisation’s own.',
    },
  },
  columns: { version: 'version', measure: 'figure', code: 'code', result: 'result', of: 'of' },
};
