/**
 * Public statements as an organisation may have them: what its own roles published, and where that did
 * not agree. Knows: statements. Does not know: what others published, save that it said otherwise.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Contradiction, Published } from '../analysis/contradictions.ts';
import { evidence } from '../analysis/history.ts';
import type { Statement, Statements, Topic } from '../analysis/statements.ts';
import { type Fields, cut } from './cut.ts';
import { HIDDEN, type Sight } from './sight.ts';

export const statementsFor = ({ statements }: Analysis, sight: Sight): Statements =>
  cut(STATEMENTS, statements, sight);

const STATEMENTS: Fields<Statements, Sight> = {
  statements: ({ statements }, sight) =>
    statements.filter(({ role }) => sight.own(role)).map((row) => cut(STATEMENT, row, sight)),
  senders: ({ senders }, sight) => senders.filter(sight.own),
  topics: ({ topics }, sight) =>
    topics.flatMap((topic) => {
      const own = topic.senders.filter(({ role }) => sight.own(role));
      return own.length === 0 ? [] : [cut(topicFields(own), topic, sight)];
    }),
  contradictions: ({ contradictions }, sight) =>
    contradictions
      .filter(({ roles }) => sight.ownAny(roles))
      .map((row) => cut(CONTRADICTION, row, sight)),
};

const STATEMENT: Fields<Statement, Sight> = {
  item: ({ item }) => item,
  role: ({ role }) => role,
  outlet: ({ outlet }) => outlet,
  at: ({ at }) => at,
  facts: ({ facts }, sight) => facts.filter(sight.fact),
  wrong: ({ wrong }, sight) => wrong.filter(sight.fact),
  evidence: (row, sight) => sight.entries(row.evidence),
};

const topicFields = (own: Topic['senders']): Fields<Topic, Sight> => ({
  // What it got wrong it may never have heard right.
  fact: ({ fact }, sight) => sight.facts([fact])[0] ?? HIDDEN,
  senders: (_, sight) => own.map((row) => cut(SENDER, row, sight)),
  firstAt: () => Math.min(...own.map(({ firstAt }) => firstAt)),
  // Since it first came into the exercise, which may have been with others.
  waited: () => undefined,
  evidence: (_, sight) => sight.entries(evidence(...own.map((row) => row.evidence))),
});

const SENDER: Fields<Topic['senders'][number], Sight> = {
  role: ({ role }) => role,
  firstAt: ({ firstAt }) => firstAt,
  statements: ({ statements }) => statements,
  wrong: ({ wrong }) => wrong,
  evidence: (row, sight) => sight.entries(row.evidence),
};

const CONTRADICTION: Fields<Contradiction, Sight> = {
  original: ({ original }, sight) => sight.facts([original])[0] ?? HIDDEN,
  versions: ({ versions }, sight) =>
    versions.map(({ fact, items }) => ({
      fact: sight.facts([fact])[0] ?? HIDDEN,
      items: items.filter(({ role }) => sight.own(role)).map((row) => cut(PUBLISHED, row, sight)),
    })),
  roles: ({ roles }, sight) => sight.neighbours(roles),
  open: ({ open }) => open,
  from: ({ from }) => from,
  until: ({ until }) => until,
  evidence: (row, sight) => sight.entries(row.evidence),
};

const PUBLISHED: Fields<Published, Sight> = {
  item: ({ item }) => item,
  kind: ({ kind }) => kind,
  role: ({ role }) => role,
  section: ({ section }) => section,
  at: ({ at }) => at,
  seq: ({ seq }) => seq,
  facts: ({ facts }, sight) => facts.filter(sight.fact),
};
