/** The statutory deadlines that tasks must meet, with source and confidence. */
import type { Block, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function clocksSection({ plan }: Material, s: Teller): Section {
  const t = s.t.clocks;
  const matters = new Map(plan.matters.map(({ id, title }) => [id, s.text(title)]));
  const table: Block = {
    type: 'table',
    caption: t.caption,
    quiet: true,
    columns: [t.clock, t.organisation, t.task, t.matter, t.deadline, t.source, t.confidence].map(
      (title) => ({ title }),
    ),
    rows: plan.clocks.map(({ id, title, organisation, matter, deadline, source, confidence }) => [
      { text: s.text(title) },
      { text: s.organisation(organisation) },
      { text: s.task(id) },
      { text: matters.get(matter) ?? matter },
      { text: deadline === undefined ? t.undue : s.length(deadline) },
      { text: source },
      { text: s.labels.clocks.sure[confidence] },
    ]),
  };
  const blocks: readonly Block[] =
    plan.clocks.length === 0 ? [{ type: 'note', text: t.none }] : [table];
  return { id: 'clocks', title: t.title, intro: t.intro, blocks };
}
