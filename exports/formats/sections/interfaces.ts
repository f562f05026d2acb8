/** The interface register: tested, only touched, or not exercised; handovers; who meets whom. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { InterfaceResult } from '../../analysis/interfaces.ts';
import type { Block, Cell, Section } from '../block.ts';
import { interfaceName } from '../saying.ts';
import { acceptanceTable, handoverBlocks, meetingBlocks } from './handovers.ts';
import type { Speaker } from '../words.ts';

export function interfacesSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.interfaces;
  const register: readonly Block[] =
    analysis.interfaces.length === 0
      ? [{ type: 'note', text: t.none }]
      : [table(analysis, s), acceptanceTable(analysis, s)];
  const blocks = [...register, ...meetingBlocks(analysis, s), ...handoverBlocks(analysis, s)];
  return { id: 'interfaces', title: s.t.sections.interfaces, intro: t.intro, blocks };
}

function table({ interfaces, names }: Analysis, s: Speaker): Block {
  const t = s.t.interfaces;
  return {
    type: 'table',
    caption: t.caption,
    quiet: true,
    columns: [
      { title: t.interface },
      { title: t.status },
      { title: t.triggered, figure: true },
      { title: t.crossed, figure: true },
      { title: t.delay, figure: true },
      { title: t.carried },
      { title: t.traffic, figure: true },
    ],
    rows: interfaces.map((row) => {
      const parties = names.interfaces.find((i) => i.id === row.interface);
      return rowOf(row, t.parties(s.roles(parties?.from ?? []), s.roles(parties?.to ?? [])), s);
    }),
  };
}

const SHAPES = { tested: '✓', used: '◐', 'not-exercised': '○' } as const;
const TONES = { tested: 'good', used: 'warn', 'not-exercised': 'calm' } as const;

function rowOf(row: InterfaceResult, parties: string, s: Speaker): readonly Cell[] {
  const t = s.t.interfaces;
  const time = (at: number | undefined): Cell => ({
    text: at === undefined ? s.t.none : s.time(at),
    figure: true,
  });
  const all = row.carried.length + row.missing.length;
  const missing = row.missing.map((fact) => s.name('facts', fact));
  return [
    { text: interfaceName(row.interface, s), sub: parties },
    {
      text: '',
      badges: [
        { tone: TONES[row.status], shape: SHAPES[row.status], label: t.statuses[row.status] },
      ],
      evidence: row.evidence,
    },
    time(row.triggeredAt),
    time(row.crossedAt),
    { text: row.delay === undefined ? s.t.none : s.length(row.delay), figure: true },
    {
      text: all === 0 ? s.t.none : s.t.of(String(row.carried.length), String(all)),
      ...(missing.length > 0 && { sub: missing.map((words) => `− ${words}`).join('; ') }),
    },
    { text: `${row.messages}/${row.returns}`, figure: true },
  ];
}
