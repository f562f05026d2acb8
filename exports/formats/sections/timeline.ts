/** The course of the exercise as lanes, and the journal's main lines with every entry referred to. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { TimelineRow } from '../../analysis/timeline.ts';
import { tell } from '../../telling.ts';
import type { Section } from '../block.ts';
import { lanesOf } from '../lanes.ts';
import type { Speaker } from '../words.ts';

export function timelineSection(analysis: Analysis, s: Speaker): Section {
  return {
    id: 'timeline',
    title: s.t.sections.timeline,
    blocks: [{ type: 'lanes', lanes: lanesOf(analysis, s) }],
  };
}

/** The journal in extract: an appendix, because it is long. `cited` are the entries to link to. */
export function extractSection(
  analysis: Analysis,
  s: Speaker,
  cited: ReadonlySet<number>,
): Section {
  const t = s.t.timeline;
  const rows = analysis.timeline.filter((row) => row.key || cited.has(row.seq));
  return {
    id: 'extract',
    title: s.t.sections.extract,
    intro: t.full,
    blocks: [
      {
        type: 'table',
        caption: t.caption,
        quiet: true,
        columns: [
          { title: t.seq, figure: true },
          { title: t.time, figure: true },
          { title: t.story, figure: true },
          { title: t.what },
        ],
        rows: rows.map((row) => [
          { text: `#${row.seq}`, figure: true },
          { text: s.instant(row.at), figure: true },
          { text: s.story(row.at), figure: true },
          { text: sentence(row, s) },
        ]),
        anchors: rows.map((row) => row.seq),
      },
    ],
  };
}

const SHAPES: Partial<Record<TimelineRow['mark'], string>> = {
  inject: '▼',
  claim: '▲',
  release: '△',
  done: '■',
  handover: '⇄',
  decision: '◆',
  awareness: '★',
  overdue: '×',
  clock: '◷',
};

function sentence(row: TimelineRow, s: Speaker): string {
  const shape = SHAPES[row.mark];
  return `${shape === undefined ? '' : `${shape} `}${tell(row.event, s)}`;
}
