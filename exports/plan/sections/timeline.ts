/** The timeline: lanes with load for the eye, the peaks as a table for everybody. */
import type { Block, Section } from '../../formats/block.ts';
import { chartsOf } from '../lanes.ts';
import { laneChart } from '../lanesvg.ts';
import { loadOf, longestIdle, peakOf, QUARTER, totalOf } from '../load.ts';
import type { Material } from '../material.ts';
import type { Teller } from '../teller.ts';

export function timelineSection(m: Material, s: Teller): Section {
  const t = s.t.timeline;
  const charts = chartsOf(m, s);
  if (charts.length === 0) {
    return { id: 'timeline', title: t.title, blocks: [{ type: 'note', text: t.none }] };
  }
  const unknown = m.plan.injects.filter(({ id }) => !m.schedule.inject(id)).length;
  return {
    id: 'timeline',
    title: t.title,
    blocks: [
      ...charts.map((chart): Block => ({
        type: 'drawing',
        title: chart.title,
        text: chart.text,
        svg: laneChart(chart),
        wide: true,
      })),
      { type: 'note', text: `${t.branches} ${s.t.estimates}` },
      ...(unknown > 0 ? [{ type: 'note', text: t.unknown(String(unknown)) } as const] : []),
      peaks(m, s),
    ],
  };
}

function peaks({ plan, schedule, edition }: Material, s: Teller): Block {
  const t = s.t.timeline;
  const whole = edition === 'controllers';
  const figures = [t.when, t.load, t.injects, ...(whole ? [t.expectations, t.total] : []), t.idle];
  return {
    type: 'table',
    caption: t.peaks,
    columns: [{ title: t.role }, ...figures.map((title) => ({ title, figure: true }))],
    rows: loadOf(plan, schedule).map((load) => {
      const peak = peakOf(load);
      const idle = longestIdle(load, plan.length);
      const { injects, expectations } = load;
      const cells = [
        peak ? s.time(peak.quarter * QUARTER) : s.t.nothing,
        String(peak ? totalOf(peak.load) : 0),
        String(injects),
        ...(whole ? [String(expectations), String(injects + expectations)] : []),
      ];
      return [
        { text: s.role(load.role) },
        ...cells.map((text) => ({ text, figure: true })),
        {
          text: s.length(idle.to - idle.from),
          sub: t.range(s.time(idle.from), s.time(idle.to)),
          figure: true,
        },
      ];
    }),
  };
}
