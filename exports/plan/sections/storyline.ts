/** Phases and threads: a table in the order of the usual course, and the chart. */
import type { Phase, Plan } from '../../../engine/plan/plan.ts';
import type { Block, Cell, Section } from '../../formats/block.ts';
import { leavingText } from '../dot.ts';
import type { Material } from '../material.ts';
import type { Span } from '../schedule.ts';
import type { Teller } from '../teller.ts';

/** `svg`: the chart, which is drawn elsewhere because that takes its time. */
export function storylineSection(m: Material, s: Teller, svg: string): Section {
  const t = s.t.storyline;
  const { spans, asides } = m.schedule;
  const never = unreached(m.plan, [...spans, ...asides]);
  const drawing: Block = {
    type: 'drawing',
    title: t.figure,
    text: t.alt(String(m.plan.phases.length)),
    svg,
  };
  return {
    id: 'storyline',
    title: t.title,
    blocks: [
      {
        type: 'table',
        caption: t.caption,
        columns: [
          { title: t.phase },
          { title: t.from, figure: true },
          { title: t.to, figure: true },
          { title: t.moves },
        ],
        rows: [
          ...spans.map((span) => phaseRow(span, false, m, s)),
          ...asides.map((span) => phaseRow(span, true, m, s)),
          ...never.map((phase) => [
            name(phase, undefined, true, s),
            { text: s.t.nothing, figure: true },
            { text: s.t.nothing, figure: true },
            { text: movesText(phase, m.plan, s) },
          ]),
        ],
      },
      { type: 'note', text: s.t.estimates },
      drawing,
    ],
  };
}

function unreached({ phases }: Plan, spans: readonly Span[]): readonly Phase[] {
  const seen = new Set(spans.map(({ phase }) => phase));
  return phases.filter(({ id }) => !seen.has(id));
}

function phaseRow(span: Span, aside: boolean, { plan }: Material, s: Teller): readonly Cell[] {
  const phase = plan.phases.find(({ id }) => id === span.phase);
  if (!phase) return [{ text: span.phase }];
  const time = (at: number): Cell => ({
    text: at === 0 ? s.time(at) : s.t.estimate(s.time(at)),
    sub: s.story(at),
    figure: true,
  });
  return [
    name(phase, span.thread, aside, s),
    time(span.from),
    aside ? { text: s.t.nothing, figure: true } : time(span.to),
    { text: movesText(phase, plan, s) },
  ];
}

function name(
  { title, description }: Phase,
  thread: string | undefined,
  aside: boolean,
  s: Teller,
): Cell {
  const t = s.t.storyline;
  const badges = [
    ...(thread === undefined
      ? []
      : [{ tone: 'calm', shape: '∥', label: `${t.thread}: ${s.thread(thread)}` } as const]),
    ...(aside ? [{ tone: 'calm', shape: '◇', label: t.aside } as const] : []),
  ];
  return {
    text: `${s.text(title)} `,
    badges,
    ...(description === undefined ? {} : { sub: s.text(description) }),
  };
}

/** What ends the phase, and where it then leads; decisions that lead elsewhere come after. */
export function movesText(phase: Phase, plan: Plan, s: Teller): string {
  const t = s.t.storyline;
  const over = leavingText(phase, s);
  const end = phase.thread === undefined ? t.end : t.threadEnd;
  const to = phase.next.map(({ when, to: next }, i) => {
    const only = when ? ` ${t.only(s.condition(when))}` : i > 0 ? ` ${t.otherwise}` : '';
    return `${s.quote(s.phase(next))}${only}`;
  });
  const itself = [over, to.join(', ') || end].filter((part) => part !== '').join(': ');
  const decided = plan.decisions
    .filter(({ phases }) => phases.includes(phase.id))
    .flatMap(({ id, options }) =>
      options.flatMap(({ id: option, goto }) =>
        goto === undefined || goto === phase.id
          ? []
          : [t.decided(s.quote(s.option(id, option)), s.quote(s.phase(goto)))],
      ),
    );
  const stays = over === '' && phase.next.length === 0 && decided.length === 0;
  const parts = over === '' && decided.length > 0 ? decided : [itself, ...decided];
  return stays ? t.never : parts.join('. ');
}
