/** Who takes part: organisations, roles, seats, deputies, and what each role is told beforehand. */
import type { Block, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function rolesSection({ plan }: Material, s: Teller): Section {
  const t = s.t.roles;
  const seats = plan.roles.reduce((sum, role) => sum + role.seats.max, 0);
  return {
    id: 'roles',
    title: t.title,
    intro: t.count(String(plan.roles.length), String(plan.organisations.length), String(seats)),
    blocks: [
      table({ plan }, s),
      { type: 'heading', text: t.briefings },
      { type: 'note', text: t.briefingsIntro },
      {
        type: 'cards',
        cards: plan.roles.map(({ id, briefing, organisation }, i) => ({
          id: `role-${i + 1}`,
          title: `${s.text(plan.roles[i]?.name ?? id)} – ${s.organisation(organisation)}`,
          badges: [],
          blocks: [
            briefing === undefined
              ? { type: 'note', text: t.none }
              : { type: 'prose', text: s.text(briefing) },
          ],
        })),
      },
    ],
  };
}

function table({ plan }: Pick<Material, 'plan'>, s: Teller): Block {
  const t = s.t.roles;
  const cleared = plan.roles.some(({ clearedFor }) => clearedFor !== undefined);
  const titles = [t.role, t.organisation, t.seats, t.deputy, t.playedBy];
  return {
    type: 'table',
    caption: t.caption,
    columns: [...titles, ...(cleared ? [t.cleared] : [])].map((title) => ({ title })),
    rows: plan.roles.map(({ id, name, organisation, seats, deputy, playedBy, clearedFor }) => [
      { text: s.text(name), sub: id },
      { text: s.organisation(organisation) },
      { text: s.t.briefing.seatsOf(String(seats.min), String(seats.max)) },
      { text: deputy === undefined ? s.t.nothing : s.role(deputy) },
      { text: playedBy === 'simcell' ? t.simcell : t.participant },
      ...(cleared ? [{ text: clearedFor ?? s.t.nothing }] : []),
    ]),
  };
}
