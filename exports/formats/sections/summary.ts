/** The one-page summary: the figures, what went well, what matters most about responsibility, clocks. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Block, Line, Section } from '../block.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';
import { clockTable, isPressing } from './clocks.ts';

export function summarySection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.summary;
  const { findings } = analysis;
  const strong = linesOf(findings.foremostStrengths, analysis, s);
  const weak = linesOf(findings.foremost, analysis, s);
  const clocks: readonly Block[] = !analysis.clocks.some(isPressing)
    ? []
    : [{ type: 'heading', text: t.clocks }, clockTable(analysis, s, 'short')];
  return {
    id: 'summary',
    title: s.t.sections.summary,
    intro: t.lead,
    blocks: [
      { type: 'pairs', rows: frame(analysis, s) },
      { type: 'tiles', tiles: tiles(analysis, s) },
      { type: 'heading', text: t.strengths },
      strong.length > 0 ? { type: 'list', items: strong } : { type: 'para', text: t.noStrengths },
      { type: 'heading', text: t.findings },
      weak.length > 0 ? { type: 'list', items: weak } : { type: 'para', text: t.noFindings },
      ...clocks,
    ],
  };
}

/** Aim and scope: what the figures below are about. */
function frame(
  { exercise, names, responsibility, decisions }: Analysis,
  s: Speaker,
): readonly (Line & { readonly lead: string })[] {
  const t = s.t.debrief;
  const played = names.roles.filter((role) => !role.simulated);
  const houses = new Set(played.map((role) => role.organisation));
  const scope = t.scopeText(
    String(played.length),
    String(houses.size),
    String(responsibility.tasks.filter((task) => task.run).length),
    String(decisions.decisions.filter((decision) => decision.run).length),
  );
  const lasted = t.lasted(s.time(exercise.end), s.time(exercise.length));
  return [
    ...(exercise.purpose === undefined ? [] : [{ lead: t.aim, text: s.text(exercise.purpose) }]),
    { lead: t.scope, text: `${scope} ${lasted}` },
  ];
}

function linesOf(ids: readonly string[], { findings }: Analysis, s: Speaker): readonly Line[] {
  const all = [...findings.findings, ...findings.strengths];
  return ids.flatMap((id) => {
    const finding = all.find((f) => f.id === id);
    if (!finding) return [];
    const spoken = speak(finding, s);
    return [{ lead: spoken.title, text: spoken.happened, evidence: finding.evidence }];
  });
}

function tiles(
  analysis: Analysis,
  s: Speaker,
): readonly { readonly value: string; readonly label: string }[] {
  const t = s.t.summary.tiles;
  const { responsibility, decisions, obligations, interfaces, flow } = analysis;
  const { roles, tasks } = responsibility;
  const met = obligations.rows.filter((row) => row.status === 'met').length;
  const tested = interfaces.filter((row) => row.status === 'tested').length;
  const part = (n: number, total: number): string => s.t.of(String(n), String(total));
  const { median } = decisions.latency;
  return [
    { value: part(roles.tasks, tasks.length), label: t.tasks },
    { value: part(roles.gaps, roles.tasks), label: t.gaps },
    ...(roles.jaccard === undefined
      ? []
      : [{ value: s.number(roles.jaccard, 2), label: t.jaccard }]),
    ...(median === undefined ? [] : [{ value: s.length(median), label: t.median }]),
    { value: part(met, obligations.rows.length), label: t.obligations },
    ...(flow.coverage === undefined ? [] : [{ value: s.share(flow.coverage), label: t.coverage }]),
    ...(interfaces.length === 0
      ? []
      : [{ value: part(tested, interfaces.length), label: t.interfaces }]),
  ];
}
