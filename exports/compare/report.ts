/**
 * A comparison as a report in blocks. Knows: its sections. Does not know: formats, or how exercises
 * are compared.
 */
import { strictness } from '../../engine/scenario/marking.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Block, Cell, Report, Section } from '../formats/block.ts';
import { dateText } from '../formats/date.ts';
import { speak } from '../formats/saying.ts';
import { speaker, type Speaker } from '../formats/words.ts';
import { type Compared, type Figures, inOrder, type Recurrence } from './compare.ts';

export function compareReport(
  compared: Compared,
  given: readonly Analysis[],
  lang: Lang,
): Report | undefined {
  const analyses = inOrder(given);
  const latest = analyses.at(-1);
  if (!latest) return undefined;
  const s = speaker(latest, lang);
  const { t } = s;
  const strictest = [...analyses].sort(
    (a, b) => strictness(b.exercise.marking) - strictness(a.exercise.marking),
  )[0];
  return {
    lang,
    kicker: t.compare.kicker,
    title: s.text(latest.exercise.title),
    subtitle: t.compare.subtitle,
    banner: t.banner,
    stamp: t.stamp,
    marking: (strictest ?? latest).exercise.marking,
    contents: t.contents,
    evidenceLabel: t.evidence,
    facts: analyses.map(({ exercise }) => ({
      lead: t.facts.exercise,
      text: `${exercise.id} (${exercise.scenario}, ${t.facts.version} ${exercise.version})`,
    })),
    sections: [
      warnings(compared, s),
      figures(compared.figures, s),
      findings(compared, analyses, s),
      {
        id: 'method',
        title: t.compare.sections.method,
        blocks: [
          {
            type: 'pairs',
            rows: t.compare.method.flatMap(([lead, text]) =>
              lead === undefined || text === undefined ? [] : [{ lead, text }],
            ),
          },
        ],
      },
    ],
    foot: t.foot,
  };
}

function warnings({ warnings: rows }: Compared, s: Speaker): Section {
  const t = s.t.compare;
  return {
    id: 'warnings',
    title: t.sections.warnings,
    blocks:
      rows.length === 0
        ? [{ type: 'para', text: t.noWarnings }]
        : [
            {
              type: 'list',
              items: rows.map(({ what, exercises }) => ({
                text: `${t.warnings[what]} (${exercises.join(', ')})`,
              })),
            },
          ],
  };
}

function figures(rows: readonly Figures[], s: Speaker): Section {
  const t = s.t.compare;
  const titles = [t.gaps, t.jaccard, t.kappa, t.latency, t.coverage, t.found];
  return {
    id: 'figures',
    title: t.sections.figures,
    blocks: [
      {
        type: 'table',
        caption: t.sections.figures,
        quiet: true,
        columns: [
          { title: t.exercise },
          { title: t.date },
          ...titles.map((title) => ({ title, figure: true })),
        ],
        rows: rows.map((row) => figureRow(row, s)),
      },
      { type: 'note', text: t.few },
    ],
  };
}

function figureRow(row: Figures, s: Speaker): readonly Cell[] {
  const { of, none } = s.t;
  const counted = (value: string | undefined, n: number): string =>
    value === undefined ? none : `${value} (${n})`;
  const number = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : s.number(value, 2);
  const latency = row.latency === undefined ? undefined : s.length(row.latency);
  return [
    { text: row.exercise },
    { text: dateText((row.startedWall ?? none).slice(0, 10), s.lang) },
    ...[
      of(String(row.gaps), String(row.tasks)),
      counted(number(row.jaccard), row.tasks),
      counted(number(row.kappa), row.cells),
      counted(latency, row.decided),
      of(String(row.met), String(row.needs)),
      String(row.findings),
    ].map((text) => ({ text, figure: true })),
  ];
}

function findings(
  { recurrences, repeat }: Compared,
  analyses: readonly Analysis[],
  s: Speaker,
): Section {
  const t = s.t.compare;
  const table: Block = {
    type: 'table',
    caption: t.sections.findings,
    quiet: true,
    columns: [t.status, t.finding, t.where].map((title) => ({ title })),
    rows: recurrences.map((row) => [
      { text: t.statuses[row.status] },
      { text: titleOf(row, analyses, s.lang), sub: row.fingerprint.code },
      {
        text: row.found
          .map(({ exercise, findings: ids }) => `${exercise}: ${ids.join(', ')}`)
          .join('; '),
      },
    ]),
  };
  return {
    id: 'findings',
    title: t.sections.findings,
    blocks: [
      { type: 'para', text: t.rate(String(repeat.again), String(repeat.of)) },
      ...(recurrences.length > 0 ? [table] : [{ type: 'para', text: t.none } as const]),
      { type: 'note', text: t.never },
    ],
  };
}

/** As it was last put, by the exercise that found it last. */
function titleOf(row: Recurrence, analyses: readonly Analysis[], lang: Lang): string {
  const last = row.found.at(-1);
  const analysis = analyses.find(({ exercise }) => exercise.id === last?.exercise);
  const finding = analysis?.findings.findings.find(({ id }) => id === last?.findings[0]);
  if (!analysis || !finding) return fallback(row);
  return speak(finding, speaker(analysis, lang)).title;
}

const fallback = ({ fingerprint }: Recurrence): string =>
  [fingerprint.code, ...fingerprint.subjects].join(' ');
