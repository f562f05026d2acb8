/** The interface register: who must give whom what, when, and which tasks use it. */
import type { Block, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function interfacesSection(m: Material, s: Teller): Section {
  const t = s.t.interfaces;
  const blocks: readonly Block[] =
    m.plan.interfaces.length === 0 ? [{ type: 'note', text: t.none }] : [register(m, s)];
  return { id: 'interfaces', title: t.title, intro: t.intro, blocks };
}

function register({ plan, sources }: Material, s: Teller): Block {
  const t = s.t.interfaces;
  return {
    type: 'table',
    caption: t.caption,
    quiet: true,
    columns: [t.interface, t.from, t.to, t.carries, t.starts, t.within, t.tasks, t.source].map(
      (title) => ({ title }),
    ),
    rows: plan.interfaces.map(({ id, title, from, to, carries, starts, within }) => {
      const tasks = plan.tasks.filter((task) => task.interface === id);
      const source = sources.get(id);
      return [
        { text: id, ...(s.text(title) === id ? {} : { sub: s.text(title) }) },
        { text: s.roles(from) },
        { text: s.roles(to) },
        { text: carries.length === 0 ? t.unspecified : s.list(carries.map(s.fact)) },
        { text: starts ? s.t.triggers.when(s.condition(starts)) : t.unspecified },
        { text: within === undefined ? t.unspecified : s.length(within) },
        { text: s.list(tasks.map((task) => s.text(task.title))) },
        source ? { text: source.source, sub: t.sure[source.confidence] } : { text: t.own },
      ];
    }),
  };
}
