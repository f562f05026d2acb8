/** What was passed on whole, what fell out or was altered, and how certain it was said to be. */
import type { FactId } from '../../../engine/plan/plan.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Shift } from '../../analysis/fidelity/certainty.ts';
import type { Relay } from '../../analysis/fidelity/hops.ts';
import type { Block } from '../block.ts';
import type { Speaker } from '../words.ts';

/** So many rows tell the story; the sheet and the JSON have all. */
const MOST = 30;

export function passingBlocks({ fidelity }: Analysis, s: Speaker): readonly Block[] {
  return [...hopBlocks(fidelity.hops, fidelity.overall, s), ...certaintyBlocks(fidelity, s)];
}

export const factNames = (facts: readonly FactId[], s: Speaker): string =>
  s.list(facts.map((fact) => s.t.quote(s.name('facts', fact))));

function hopBlocks(
  hops: readonly Relay[],
  overall: Analysis['fidelity']['overall'],
  s: Speaker,
): readonly Block[] {
  const t = s.t.passing.hops;
  if (!overall) return [];
  const broken = hops.filter((hop) => hop.lost.length > 0 || hop.distortion > 0);
  const whole = hops.length - broken.length;
  const { arrived, altered, owed } = overall;
  const summary = t.summary(s.t.of(String(arrived), String(owed)), String(altered));
  const rest = broken.length - MOST;
  return [
    { type: 'heading', text: t.heading },
    { type: 'para', text: t.intro },
    { type: 'para', text: whole > 0 ? `${summary} ${t.whole(String(whole))}` : summary },
    ...(broken.length === 0 ? [] : [hopTable(broken.slice(0, MOST), s)]),
    ...(rest > 0 ? [{ type: 'note', text: t.more(String(rest)) } as const] : []),
  ];
}

function hopTable(hops: readonly Relay[], s: Speaker): Block {
  const t = s.t.passing.hops;
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: t.item },
      { title: t.from },
      { title: t.to },
      { title: t.fidelity, figure: true },
      { title: t.lost },
      { title: t.altered },
    ],
    rows: hops.map((hop) => [
      { text: s.item(hop.item), sub: s.time(hop.at) },
      { text: s.name('roles', hop.role) },
      { text: s.name('roles', hop.receiver) },
      {
        text: s.t.of(String(hop.owed.length - hop.lost.length), String(hop.owed.length)),
        bar: hop.fidelity,
        figure: true,
      },
      { text: hop.lost.length === 0 ? s.t.none : factNames(hop.lost, s) },
      {
        text:
          hop.distortion === 0
            ? s.t.none
            : s.list(
                hop.altered.map(({ fact, as }) => t.as(factNames([fact], s), factNames([as], s))),
              ),
        evidence: hop.evidence,
      },
    ]),
  };
}

function certaintyBlocks({ statings }: Analysis['fidelity'], s: Speaker): readonly Block[] {
  const t = s.t.passing.hops;
  const { stated, passed, shifts } = statings;
  if (passed === 0) return [];
  const said =
    stated === 0 ? t.certaintyNone : t.certaintySaid(s.t.of(String(stated), String(passed)));
  return [
    { type: 'heading', text: t.certaintyHeading },
    {
      type: 'para',
      text: stated > 0 && shifts.length === 0 ? `${said} ${t.certaintySame}` : said,
    },
    ...(shifts.length === 0 ? [] : [shiftTable(shifts, s)]),
  ];
}

function shiftTable(shifts: readonly Shift[], s: Speaker): Block {
  const { hops: t, certainty } = s.t.passing;
  return {
    type: 'table',
    caption: t.certaintyCaption,
    columns: [
      { title: t.fact },
      { title: t.from },
      { title: t.where },
      { title: t.met },
      { title: t.stated },
    ],
    rows: shifts.map((row) => [
      { text: s.name('facts', row.fact) },
      { text: s.name('roles', row.role) },
      { text: s.item(row.item), sub: s.time(row.at) },
      { text: certainty(row.met) },
      { text: certainty(row.stated), sub: t[row.shift], evidence: row.evidence },
    ]),
  };
}
