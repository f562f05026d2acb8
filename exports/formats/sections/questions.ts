/**
 * The findings' questions on one sheet for the debrief room, by the principle they touch.
 * Knows: findings in words. Does not know: the answers.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { groupBy } from '../../analysis/history.ts';
import type { Block, Line, Section } from '../block.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';

/** What fits one sheet of paper, and what a room gets through. */
const QUESTIONS = 18;

type Question = {
  readonly text: string;
  readonly group: string;
  readonly rows: readonly Finding[];
};

export function questionsSection({ findings }: Analysis, s: Speaker): Section {
  const t = s.t.debrief;
  const all = questionsOf(findings.findings, s);
  const chosen = all
    .filter(({ rows }) => rows.some(({ severity }) => severity !== 'low'))
    .slice(0, QUESTIONS);
  const rest = all.length - chosen.length;
  const groups = [...groupBy(chosen, ({ group }) => group)];
  return {
    id: 'questions',
    title: t.section,
    intro: t.intro,
    blocks: [
      ...groups.flatMap(([group, rows]): readonly Block[] => [
        { type: 'heading', text: group },
        { type: 'list', ordered: true, items: rows.map((row) => lineOf(row, s)) },
      ]),
      ...(chosen.length === 0 ? [{ type: 'para', text: t.none } as const] : []),
      ...(rest > 0 ? [{ type: 'note', text: t.rest(String(rest)) } as const] : []),
    ],
  };
}

/** The same question about several findings is asked once. */
function questionsOf(findings: readonly Finding[], s: Speaker): readonly Question[] {
  const asked = findings.map((finding) => {
    const { question, principle } = speak(finding, s);
    return { text: question, group: principle || s.t.debrief.other, finding };
  });
  return [...groupBy(asked, ({ group, text }) => `${group} ${text}`).values()].flatMap((rows) => {
    const [first] = rows;
    return first
      ? [{ text: first.text, group: first.group, rows: rows.map(({ finding }) => finding) }]
      : [];
  });
}

/** So many findings are named under a question; the others by number. */
const NAMED = 3;

function lineOf({ text, rows }: Question, s: Speaker): Line {
  const named = rows.slice(0, NAMED).map((row) => `${row.id} ${speak(row, s).title}`);
  const others = rows.slice(NAMED).map(({ id }) => id);
  const rest = others.length === 0 ? [] : [s.t.debrief.about(s.list(others))];
  return { lead: text, text: [...named, ...rest].join(' · ') };
}
