/** Findings as cards, minor ones and strengths as rows. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { severityBadge } from '../badges.ts';
import type { Block, Card, Section, TableBlock, Tags } from '../block.ts';
import { choicesOf, filtersOf, tagsOf } from '../tags.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';
import { principleBlocks } from './principles.ts';

export function findingsSection(analysis: Analysis, s: Speaker): Section {
  const { findings, names } = analysis;
  const choices = choicesOf(findings.findings, names, s);
  const t = s.t.findings;
  const grave = findings.findings.filter((finding) => finding.severity !== 'low');
  const minor = findings.findings.filter((finding) => finding.severity === 'low');
  const blocks: readonly Block[] = [
    grave.length > 0
      ? {
          type: 'cards',
          cards: grave.map((finding) => cardOf(finding, tagsOf(finding, choices, s), s)),
        }
      : { type: 'para', text: t.none },
    ...(minor.length > 0
      ? [{ ...shortTable(t.minor, minor, s), tags: minor.map((row) => tagsOf(row, choices, s)) }]
      : []),
    ...strengthBlocks(findings.strengths, s),
    ...principleBlocks(analysis, s),
  ];
  return {
    id: 'findings',
    title: s.t.sections.findings,
    intro: t.intro,
    filters: filtersOf(findings.findings, choices, s),
    blocks,
  };
}

/** The question is the same for every strength, so it is asked once. */
function strengthBlocks(strengths: readonly Finding[], s: Speaker): readonly Block[] {
  const [first] = strengths;
  if (!first) return [];
  return [
    shortTable(s.t.findings.strengths, strengths, s, false),
    { type: 'note', text: speak(first, s).question },
  ];
}

/** A row a finding: what, and where to see it. */
function shortTable(
  caption: string,
  rows: readonly Finding[],
  s: Speaker,
  questions = true,
): TableBlock {
  const t = s.t.findings;
  const asked = questions ? [{ title: t.question }] : [];
  return {
    type: 'table',
    caption,
    columns: [{ title: t.finding }, { title: t.happened }, ...asked],
    rows: rows.map((finding) => {
      const spoken = speak(finding, s);
      return [
        { text: `${finding.id} ${spoken.title}`, sub: finding.code },
        {
          text: spoken.happened,
          ...(spoken.doubts.length > 0 && { sub: spoken.doubts.join(' ') }),
          evidence: finding.evidence,
        },
        ...(questions ? [{ text: spoken.question }] : []),
      ];
    }),
  };
}

function cardOf(finding: Finding, tags: Tags, s: Speaker): Card {
  const t = s.t.findings;
  const spoken = speak(finding, s);
  const pairs = [
    { lead: t.happened, text: spoken.happened, evidence: finding.evidence },
    { lead: t.planned, text: spoken.planned },
    ...(spoken.causes === '' ? [] : [{ lead: t.causes, text: spoken.causes }]),
    { lead: t.question, text: spoken.question },
    ...(spoken.principle === '' ? [] : [{ lead: t.principle, text: spoken.principle }]),
    ...(spoken.doubts.length === 0
      ? []
      : [
          {
            lead: t.doubts,
            text: `${spoken.doubts.join(' ')} ${t.sure(s.t.confidence[finding.confidence])}.`,
          },
        ]),
  ];
  return {
    id: `finding-${finding.id}`,
    tags,
    title: `${finding.id} ${spoken.title}`,
    badges: [severityBadge(finding.severity, s), { tone: 'calm', shape: '', label: finding.code }],
    blocks: [{ type: 'pairs', rows: pairs }],
    notes: s.t.documents.notes,
  };
}
