/** The bank in full: the texts that control has ready. Absent where there is none, and for planners. */
import type { Prepared } from '../../../engine/plan/plan.ts';
import type { Card, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function bankSection({ plan }: Material, s: Teller): readonly Section[] {
  const { bank = [] } = plan;
  if (bank.length === 0) return [];
  const t = s.t.bank;
  const cards = bank.map((row, i) => card(row, i, s));
  return [{ id: 'bank', title: t.title, intro: t.intro, blocks: [{ type: 'cards', cards }] }];
}

function card(
  { title, body, from, to, facts, channel, notes }: Prepared,
  i: number,
  s: Teller,
): Card {
  const t = s.t.msel;
  const rows: readonly (readonly [string, string] | false)[] = [
    [t.from, s.sender(from)],
    [t.to, to.length === 0 ? s.t.bank.anybody : s.roles(to)],
    facts.length > 0 && [t.facts, s.list(facts.map(s.fact))],
  ];
  return {
    id: `bank-${i + 1}`,
    title: s.text(title),
    badges: [{ tone: 'calm', shape: '', label: s.t.channels[channel] }],
    blocks: [
      { type: 'prose', text: s.text(body) },
      {
        type: 'pairs',
        rows: rows.filter((row) => row !== false).map(([lead, text]) => ({ lead, text })),
      },
      ...(notes === undefined
        ? []
        : ([
            { type: 'heading', text: t.notes },
            { type: 'prose', text: s.text(notes) },
          ] as const)),
    ],
  };
}
