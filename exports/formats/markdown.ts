/**
 * The report as Markdown (GitHub's dialect for tables). No HTML, no links: text from outside is escaped.
 * Knows: blocks. Does not know: the analysis.
 */
import type { Lang } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Evidence } from '../analysis/history.ts';
import {
  type Badge,
  type Block,
  type Card,
  type Cell,
  type Line,
  type Report,
  shown,
} from './block.ts';
import { markdown, plain } from './escape.ts';
import type { Meta } from './meta.ts';
import { reportOf } from './report.ts';

export function renderMarkdown(analysis: Analysis, lang: Lang, meta: Meta): string {
  return markdownOf(reportOf(analysis, lang, meta));
}

/** Any report as Markdown. */
export function markdownOf(report: Report): string {
  const marking = `**${markdown(report.banner)} · ${markdown(report.marking)}**`;
  const sections = report.sections.flatMap((section, i) => [
    `## ${i + 1}. ${markdown(section.title)}`,
    ...(section.intro === undefined ? [] : [`_${markdown(section.intro)}_`]),
    ...section.blocks.flatMap(block),
  ]);
  return `${[
    marking,
    `# ${markdown(report.kicker)}: ${markdown(report.title)}`,
    markdown(report.subtitle),
    bullets(report.facts),
    ...sections,
    '---',
    markdown(report.foot),
    marking,
  ].join('\n\n')}\n`;
}

const FENCE = '```';

function block(part: Block): readonly string[] {
  switch (part.type) {
    case 'para':
      return [markdown(part.text) + refs(part.evidence)];
    case 'note':
      return [`> ${markdown(part.text)}`];
    case 'heading':
      return [`### ${markdown(part.text)}`];
    case 'list':
      return [bullets(part.items, part.ordered)];
    case 'pairs':
      return [bullets(part.rows)];
    case 'tiles':
      return [bullets(part.tiles.map((tile) => ({ lead: tile.value, text: tile.label })))];
    case 'table':
      return part.quiet ? [table(part)] : [`**${markdown(part.caption)}**`, table(part)];
    case 'cards':
      return part.cards.flatMap(card);
    case 'lanes':
      // A drawing: what is left of it in text is where the same can be read.
      return [markdown(part.lanes.description)];
    case 'code':
      return [
        `${FENCE}${part.language}\n${plain(part.text, true).replaceAll(FENCE, "'''")}\n${FENCE}`,
      ];
    case 'prose':
      return [markdown(part.text)];
    case 'drawing':
      return [markdown(part.text)];
    case 'strips':
      return [markdown(part.strips.description)];
    case 'chart':
      return [markdown(part.chart.text), ...block(part.table)];
    default:
      return part satisfies never;
  }
}

function card({ title, badges, blocks }: Card): readonly string[] {
  const marks = badges.length === 0 ? [] : [badges.map(badge).join(' · ')];
  return [`#### ${markdown(title)}`, ...marks, ...blocks.flatMap(block)];
}

function bullets(lines: readonly Line[], ordered = false): string {
  return lines
    .map(({ lead, text, evidence }, i) => {
      const mark = ordered ? `${i + 1}.` : '-';
      const start = lead === undefined ? '' : `**${markdown(lead)}**: `;
      return `${mark} ${start}${markdown(text)}${refs(evidence)}`;
    })
    .join('\n');
}

function table(part: Extract<Block, { readonly type: 'table' }>): string {
  const head = part.columns.map((column) => markdown(column.title));
  const rule = part.columns.map((column) => (column.figure ? '---:' : '---'));
  const rows = part.rows.map((row) => row.map(cell));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell({ text, sub, lines, badges, evidence, letters }: Cell): string {
  const parts = [
    letters ? split(letters) : markdown(text),
    markdown((lines ?? []).join('; ')),
    ...(badges ?? []).map(badge),
    ...(sub === undefined ? [] : [`(${markdown(sub)})`]),
  ];
  return parts.filter((part) => part !== '').join(' ') + refs(evidence);
}

function split({ planned, observed, drift, ring }: NonNullable<Cell['letters']>): string {
  const dash = (letter: string): string => (letter === '-' || letter === '' ? '–' : letter);
  return `${dash(planned.join(','))} / ${dash(observed ?? '·')}${drift ? ' ▲' : ''}${ring === 'gap' ? ' ○' : ring ? ' ◎' : ''}`;
}

const badge = ({ shape, label }: Badge): string =>
  shape === '' ? `\`${label.replace(/[^A-Z_0-9]/g, '')}\`` : `${shape} ${markdown(label)}`;

/** ` [#12, #15]`, written so that it is no link. */
function refs(evidence: Evidence | undefined): string {
  const { numbers, more } = shown(evidence);
  if (numbers.length === 0) return '';
  const rest = more > 0 ? [`+${more}`] : [];
  return ` (${[...numbers.map((n) => `\\#${n}`), ...rest].join(', ')})`;
}
