/** The headline figures with and without what was prompted, and what prompted it. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Headline } from '../../analysis/prompting.ts';
import type { Block, Cell } from '../block.ts';
import type { Speaker } from '../words.ts';

export function promptingBlocks({ prompting, edition }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.prompting;
  // It is exercise control's, and withheld: that nothing was prompted is not said.
  if (edition) return [];
  const heading: Block = { type: 'heading', text: t.heading };
  if (prompting.prompted.length === 0) return [heading, { type: 'para', text: t.none }];
  return [
    heading,
    { type: 'para', text: t.intro },
    headlineTable(prompting.all, prompting.unprompted, s),
    {
      type: 'table',
      caption: t.prompted,
      columns: [{ title: t.what }, { title: t.prompted }],
      rows: prompting.prompted.map(({ kind, id, prompts }) => [
        { text: s.name(kind === 'task' ? 'tasks' : 'decisions', id) },
        {
          text: prompts.map((row) => `${t.kinds[row.kind]} ${s.time(row.at)}`).join(', '),
          evidence: prompts.map(({ seq }) => seq),
        },
      ]),
    },
  ];
}

function headlineTable(all: Headline, unprompted: Headline, s: Speaker): Block {
  const t = s.t.prompting;
  const of = (n: number, total: number): string => s.t.of(String(n), String(total));
  const rows: readonly (readonly [string, (row: Headline) => string])[] = [
    [t.tasks, (row) => of(row.tasksInTime, row.tasks)],
    [t.outside, (row) => of(row.outside, row.tasks)],
    [t.gaps, (row) => of(row.gaps, row.tasks)],
    [t.jaccard, (row) => (row.jaccard === undefined ? s.t.none : s.number(row.jaccard, 2))],
    [t.decisions, (row) => of(row.decisionsInTime, row.decisions)],
  ];
  return {
    type: 'table',
    caption: t.heading,
    quiet: true,
    columns: [
      { title: t.figure },
      ...[t.all, t.unprompted].map((title) => ({ title, figure: true })),
    ],
    rows: rows.map(([name, say]): readonly Cell[] => [
      { text: name },
      { text: say(all), figure: true },
      { text: say(unprompted), figure: true },
    ]),
  };
}
