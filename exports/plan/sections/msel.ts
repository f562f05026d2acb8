/** The script in full: an index in order of time, and every inject with its text. */
import type { Expectation, Inject } from '../../../engine/plan/plan.ts';
import type { Badge, Block, Card, Cell, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import { byMoment } from '../schedule.ts';
import type { Teller } from '../teller.ts';

export function mselSection(m: Material, s: Teller): Section {
  const t = s.t.msel;
  if (m.plan.injects.length === 0) {
    return { id: 'msel', title: t.title, blocks: [{ type: 'note', text: t.none }] };
  }
  const injects = byMoment(m.plan.injects, m.schedule.inject);
  return {
    id: 'msel',
    title: t.title,
    blocks: [
      index(injects, m, s),
      { type: 'note', text: s.t.estimates },
      ...(m.edition === 'planners' ? [{ type: 'note', text: t.hidden } as const] : []),
      { type: 'heading', text: t.texts },
      { type: 'cards', cards: injects.map((inject) => card(inject, m, s)) },
    ],
  };
}

const anchor = ({ number }: Inject): string => `inject-${number}`;

function index(injects: readonly Inject[], { schedule }: Material, s: Teller): Block {
  const t = s.t.msel;
  return {
    type: 'table',
    caption: t.index,
    columns: [
      { title: t.number, figure: true },
      { title: t.time, figure: true },
      ...[t.titleOf, t.channel, t.from, t.to].map((title) => ({ title })),
    ],
    rows: injects.map((inject): readonly Cell[] => [
      { text: String(inject.number), figure: true },
      { text: s.moment(schedule.inject(inject.id)), figure: true },
      { text: s.text(inject.title), link: anchor(inject) },
      { text: s.t.channels[inject.channel] },
      { text: s.sender(inject.from) },
      { text: s.roles(inject.to) },
    ]),
  };
}

function card(inject: Inject, m: Material, s: Teller): Card {
  const { schedule, plan } = m;
  const moment = schedule.inject(inject.id);
  const when = moment ? `${s.moment(moment)} · ` : '';
  const expectations = plan.expectations.filter((row) => row.inject === inject.id);
  return {
    id: anchor(inject),
    title: `${inject.number} · ${when}${s.text(inject.title)}`,
    badges: badges(inject, m, s),
    blocks: [
      { type: 'prose', text: s.text(inject.body) },
      { type: 'pairs', rows: pairs(inject, m, s) },
      ...expected(expectations, inject, s),
      ...(inject.notes === undefined
        ? []
        : ([
            { type: 'heading', text: s.t.msel.notes },
            { type: 'prose', text: s.text(inject.notes) },
          ] as const)),
    ],
  };
}

function badges(inject: Inject, { schedule }: Material, s: Teller): readonly Badge[] {
  const { type } = inject.trigger;
  const t = s.t.msel;
  const branch =
    type !== 'if-not' && type !== 'manual' && schedule.inject(inject.id)?.course === false;
  return [
    { tone: 'calm', shape: '', label: s.t.channels[inject.channel] },
    { tone: 'calm', shape: '', label: s.t.domains[inject.domain] },
    { tone: 'calm', shape: '', label: inject.marking },
    ...(type === 'if-not' ? [{ tone: 'warn', shape: '↺', label: t.reserveLabel } as const] : []),
    ...(type === 'manual' ? [{ tone: 'warn', shape: '☞', label: t.manual } as const] : []),
    ...(branch ? [{ tone: 'calm', shape: '◇', label: t.branch } as const] : []),
  ];
}

function pairs(
  { from, to, trigger, phases, facts, files = [], objectives, id }: Inject,
  { schedule }: Material,
  s: Teller,
): readonly { readonly lead: string; readonly text: string }[] {
  const t = s.t.msel;
  const moment = schedule.inject(id);
  const rows: readonly (readonly [string, string] | false)[] = [
    [t.from, s.sender(from)],
    [t.to, s.roles(to)],
    moment !== undefined && [t.story, (moment.exact ? '' : '~') + s.story(moment.at)],
    trigger.type !== 'at' && [t.trigger, s.trigger(trigger)],
    phases.length > 0 && [t.phase, s.list(phases.map(s.phase))],
    facts.length > 0 && [t.facts, s.list(facts.map(s.fact))],
    files.length > 0 && [t.files, s.list(files)],
    objectives.length > 0 && [t.objectives, s.list(objectives.map(s.objective))],
  ];
  return rows.filter((row) => row !== false).map(([lead, text]) => ({ lead, text }));
}

function expected(rows: readonly Expectation[], { ifNot }: Inject, s: Teller): readonly Block[] {
  const t = s.t.msel;
  const items = [
    ...rows.map((row) => ({ text: expectationText(row, s) })),
    ...(ifNot === undefined ? [] : [{ text: t.reserves(s.inject(ifNot)) }]),
  ];
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: t.expects },
    { type: 'list', items },
  ];
}

/** `Driftschef: give besked til X om Y inden 30 min`. */
export function expectationText(row: Expectation, s: Teller): string {
  const t = s.t.msel;
  const about = [
    ...(row.task === undefined ? [] : [s.quote(s.task(row.task))]),
    ...(row.decision === undefined ? [] : [s.quote(s.decision(row.decision))]),
    ...(row.to.length === 0
      ? []
      : [
          t.tell(
            s.roles(row.to),
            row.facts.length === 0 ? '' : s.list(row.facts.map((id) => s.quote(s.fact(id)))),
          ),
        ]),
  ];
  const act = [s.labels.acts[row.does], ...about].join(' ');
  return t.expectation(s.role(row.role), act, s.length(row.within));
}
