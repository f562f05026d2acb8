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
  const { rows, left } = chosen(analysis, cited);
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
      ...(left > 0 ? [{ type: 'note', text: s.t.debrief.extractLeft(String(left)) } as const] : []),
    ],
  };
}

/** So many lines can be leafed through. What is cited is always there. */
const LINES = 3_000;

function chosen(
  { timeline }: Analysis,
  cited: ReadonlySet<number>,
): { readonly rows: readonly TimelineRow[]; readonly left: number } {
  const all = timeline.filter((row) => row.key || cited.has(row.seq));
  const room = LINES - all.filter((row) => cited.has(row.seq)).length;
  let [taken, left] = [0, 0];
  const rows = all.filter((row) => {
    if (cited.has(row.seq) || taken < room) {
      taken += cited.has(row.seq) ? 0 : 1;
      return true;
    }
    left += 1;
    return false;
  });
  return { rows, left };
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
