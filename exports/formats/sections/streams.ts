/**
 * Planned → perceived → observed as streams: how many pairs of role and task went which way.
 * Knows: the eight classes. Does not know: how streams are drawn.
 */
import { CLASSES, type Class, type Comparison } from '../../analysis/comparison.ts';
import type { Block } from '../block.ts';
import type { Streams } from '../charts/chart.ts';
import type { Tone } from '../tone.ts';
import type { Speaker } from '../words.ts';

const TONES: Readonly<Record<Class, Tone>> = {
  shared: 'good',
  capacity: 'bad',
  lonely: 'warn',
  unknown: 'bad',
  emergent: 'warn',
  misplaced: 'bad',
  unseen: 'warn',
  none: 'calm',
};
const SIDES = ['planned', 'perceived', 'observed'] as const;

/** A class with the three marks that make it. */
type Band = {
  readonly class: Exclude<Class, 'none'>;
  readonly marks: string;
  readonly count: number;
};

export function streamsBlock(rows: readonly Comparison[], s: Speaker): readonly Block[] {
  const t = s.t.debrief.streams;
  const bands = Object.entries(CLASSES).flatMap(([marks, name]): readonly Band[] => {
    const count = rows.filter((row) => row.class === name).length;
    return name === 'none' || count === 0 ? [] : [{ class: name, marks, count }];
  });
  if (bands.length === 0) return [];
  const titles = [s.t.beliefs.planned, s.t.beliefs.perceived, s.t.beliefs.observed];
  return [
    {
      type: 'chart',
      chart: chartOf(bands, titles, s),
      table: {
        type: 'table',
        caption: t.title,
        quiet: true,
        columns: [
          ...[t.reading, ...titles].map((title) => ({ title })),
          { title: t.count, figure: true },
        ],
        rows: bands.map((band) => [
          { text: t.classes[band.class] },
          ...SIDES.map((side, i) => ({ text: t[side][band.marks[i] === '✓' ? 'yes' : 'no'] })),
          { text: String(band.count), figure: true },
        ]),
      },
    },
  ];
}

function chartOf(bands: readonly Band[], columns: readonly string[], s: Speaker): Streams {
  const t = s.t.debrief.streams;
  const node = (column: number, { marks }: Band): string => `${column}${marks[column] ?? ''}`;
  return {
    kind: 'streams',
    title: t.title,
    text: t.text,
    columns,
    nodes: SIDES.flatMap((side, column) =>
      (['yes', 'no'] as const).map((answer) => ({
        id: `${column}${answer === 'yes' ? '✓' : '✗'}`,
        column,
        name: t[side][answer],
      })),
    ),
    links: bands.flatMap((band) =>
      [0, 1].map((column) => ({
        from: node(column, band),
        to: node(column + 1, band),
        weight: band.count,
        tone: TONES[band.class],
        label: `${t.classes[band.class]}: ${band.count}`,
      })),
    ),
  };
}
