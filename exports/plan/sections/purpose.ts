/** Why the exercise is held: purpose, and what exercises each objective. */
import type { Block, Cell, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function purposeSection({ plan }: Material, s: Teller): Section {
  const t = s.t.purpose;
  const texts = [
    [t.aim, plan.purpose],
    [t.summary, plan.summary],
    [s.t.cover.warning, plan.contentWarning],
  ] as const;
  return {
    id: 'purpose',
    title: t.title,
    blocks: [
      ...texts.flatMap(([heading, text]): readonly Block[] =>
        text === undefined
          ? []
          : [
              { type: 'heading', text: heading },
              { type: 'prose', text: s.text(text) },
            ],
      ),
      objectives({ plan }, s),
    ],
  };
}

function objectives({ plan }: Pick<Material, 'plan'>, s: Teller): Block {
  const t = s.t.purpose;
  if (plan.objectives.length === 0) return { type: 'note', text: t.none };
  const using = <T extends { readonly objectives: readonly string[] }>(
    rows: readonly T[],
    id: string,
  ): readonly T[] => rows.filter((row) => row.objectives.includes(id));
  const questions = plan.questions ?? [];
  const titles = [t.objective, t.capability, t.injects, t.tasks, t.decisions];
  return {
    type: 'table',
    caption: t.caption,
    columns: [...titles, ...(questions.length > 0 ? [t.questions] : [])].map((title) => ({
      title,
    })),
    rows: plan.objectives.map(({ id, title, description, capability }): readonly Cell[] => {
      const injects = using(plan.injects, id);
      const tasks = using(plan.tasks, id);
      const decisions = using(plan.decisions, id);
      const asked = using(questions, id);
      const untested = [injects, tasks, decisions, asked].every((rows) => rows.length === 0);
      return [
        {
          text: `${s.text(title)} `,
          ...(description === undefined ? {} : { sub: s.text(description) }),
          ...(untested && { badges: [{ tone: 'warn', shape: '!', label: t.untested } as const] }),
        },
        { text: s.labels.capabilities[capability] },
        { text: injects.map(({ number }) => String(number)).join(', ') || s.t.nothing },
        { text: s.list(tasks.map((row) => s.text(row.title))) },
        { text: s.list(decisions.map(({ question }) => s.text(question))) },
        ...(questions.length > 0
          ? [
              {
                text: s.list(
                  asked.map((row) =>
                    row.kind === 'poll'
                      ? s.t.questions.poll(s.quote(s.task(row.task)))
                      : s.text(row.question),
                  ),
                ),
              },
            ]
          : []),
      ];
    }),
  };
}
