/** The decisions: who decides what, on which facts, with which options. */
import type { Decision } from '../../../engine/plan/plan.ts';
import type { Block, Card, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function decisionsSection(m: Material, s: Teller): Section {
  const t = s.t.decisions;
  const blocks: readonly Block[] =
    m.plan.decisions.length === 0
      ? [{ type: 'note', text: t.none }]
      : [{ type: 'cards', cards: m.plan.decisions.map((row, i) => card(row, i, m, s)) }];
  return { id: 'decisions', title: t.title, blocks };
}

function card(row: Decision, i: number, { schedule }: Material, s: Teller): Card {
  const t = s.t.decisions;
  const opens = row.opens ? s.t.triggers.when(s.condition(row.opens)) : s.t.conditions.always;
  const rows: readonly (readonly [string, string] | false)[] = [
    [t.authority, s.roles(row.authority)],
    row.consult.length > 0 && [t.consult, s.roles(row.consult)],
    row.inform.length > 0 && [t.inform, s.roles(row.inform)],
    [t.opens, `${opens} (${s.moment(schedule.decision(row.id))})`],
    [t.window, s.length(row.within)],
    row.needs.length > 0 && [t.needs, s.list(row.needs.map(s.fact))],
  ];
  return {
    id: `decision-${i + 1}`,
    title: s.text(row.question),
    badges: [],
    blocks: [
      ...(row.description === undefined
        ? []
        : [{ type: 'prose', text: s.text(row.description) } as const]),
      {
        type: 'pairs',
        rows: rows.filter((pair) => pair !== false).map(([lead, text]) => ({ lead, text })),
      },
      { type: 'heading', text: t.options },
      {
        type: 'list',
        items: row.options.map(({ id, title, goto }) => {
          const notes = [
            ...(goto === undefined ? [] : [t.leads(s.quote(s.phase(goto)))]),
            ...(id === row.default ? [t.isDefault] : []),
          ];
          return { text: s.text(title) + (notes.length > 0 ? ` (${notes.join('; ')})` : '') };
        }),
      },
    ],
  };
}
