/** What was to be passed on and was or was not, and what came further than its marking allows. */
import type { DutyResult } from '../../analysis/information/duty.ts';
import type { MarkingBreach, Markings } from '../../analysis/information/marking.ts';
import type { Badge, Block, Cell } from '../block.ts';
import { interfaceName } from '../saying.ts';
import type { Tone } from '../tone.ts';
import type { Speaker } from '../words.ts';

const RESULTS: Readonly<Record<DutyResult['result'], readonly [Tone, string]>> = {
  passed: ['good', '✓'],
  late: ['warn', '◔'],
  kept: ['bad', '×'],
  unneeded: ['calm', '='],
  outside: ['calm', '□'],
  open: ['calm', '…'],
};

export function dutyBlocks(duties: readonly DutyResult[], s: Speaker): readonly Block[] {
  if (duties.length === 0) return [];
  const t = s.t.flow.duties;
  const time = (at: number | undefined): Cell => ({
    text: at === undefined ? s.t.none : s.time(at),
    figure: true,
  });
  const met = duties.filter((duty) => duty.result === 'passed').length;
  const rest = duties.filter((duty) => duty.result !== 'passed');
  const sum = t.sum(String(met), String(duties.length));
  if (rest.length === 0) return [{ type: 'para', text: sum }];
  return [
    { type: 'para', text: `${sum} ${t.intro}` },
    {
      type: 'table',
      caption: t.caption,
      columns: [
        { title: s.t.flow.fact },
        { title: t.from },
        { title: t.to },
        { title: t.by },
        { title: t.due, figure: true },
        { title: t.passed, figure: true },
        { title: t.result },
      ],
      rows: rest.map((duty) => [
        { text: s.name('facts', duty.fact) },
        { text: s.roles(duty.holders), sub: s.time(duty.since) },
        { text: s.roles(duty.to) },
        { text: duty.interface === undefined ? t.expectation : interfaceName(duty.interface, s) },
        time(duty.due),
        time(duty.passedAt),
        { text: '', badges: [resultBadge(duty.result, s)], evidence: duty.evidence },
      ]),
    },
  ];
}

function resultBadge(result: DutyResult['result'], s: Speaker): Badge {
  const [tone, shape] = RESULTS[result];
  return { tone, shape, label: s.t.flow.duties.results[result] };
}

export function markingBlocks({ breaches, usual }: Markings, s: Speaker): readonly Block[] {
  const t = s.t.flow.markings;
  const facts = s.list(usual.map((fact) => s.t.quote(s.name('facts', fact))));
  return [
    ...(breaches.length > 0 ? [breachTable(breaches, s)] : []),
    ...(usual.length > 0 ? ([{ type: 'para', text: t.usual(facts) }] as const) : []),
  ];
}

function breachTable(breaches: readonly MarkingBreach[], s: Speaker): Block {
  const t = s.t.flow.markings;
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: s.t.flow.fact },
      { title: t.marking },
      { title: t.at, figure: true },
      { title: t.by },
      { title: t.what },
    ],
    rows: breaches.map((breach) => [
      { text: s.name('facts', breach.fact) },
      { text: breach.marking },
      { text: s.time(breach.at), figure: true },
      { text: breach.by === undefined ? t.control : s.name('roles', breach.by) },
      {
        text: whatOf(breach, s),
        sub: s.item(breach.item),
        evidence: breach.evidence,
      },
    ]),
  };
}

function whatOf({ kind, to, opened }: MarkingBreach, s: Speaker): string {
  const t = s.t.flow.markings.kinds;
  return kind === 'received' ? t.received(s.roles(to), s.roles(opened)) : t[kind];
}
