/** Findings and strengths as cards, and the draft improvement plan made from them. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { severityBadge, strengthBadge } from '../badges.ts';
import type { Block, Card, Section } from '../block.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';

export function findingsSection({ findings }: Analysis, s: Speaker): Section {
  const t = s.t.findings;
  const cards = findings.findings.map((finding) => cardOf(finding, s));
  const good = findings.strengths.map((finding) => cardOf(finding, s));
  const blocks: readonly Block[] = [
    cards.length > 0 ? { type: 'cards', cards } : { type: 'para', text: t.none },
    ...(good.length > 0
      ? ([
          { type: 'heading', text: t.strengths },
          { type: 'cards', cards: good },
        ] as const)
      : []),
  ];
  return { id: 'findings', title: s.t.sections.findings, intro: t.intro, blocks };
}

function cardOf(finding: Finding, s: Speaker): Card {
  const t = s.t.findings;
  const spoken = speak(finding, s);
  const strength = finding.id.startsWith('S');
  const pairs = [
    { lead: t.happened, text: spoken.happened, evidence: finding.evidence },
    { lead: t.planned, text: spoken.planned },
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
    title: `${finding.id} ${spoken.title}`,
    badges: [
      strength ? strengthBadge(s) : severityBadge(finding.severity, s),
      { tone: 'calm', shape: '', label: finding.code },
    ],
    blocks: [{ type: 'pairs', rows: pairs }],
  };
}

/** Minor findings stay out of the plan: a plan that lists everything is followed up by nobody. */
export function improvementSection({ findings }: Analysis, s: Speaker): Section {
  const t = s.t.improvement;
  const rows = findings.findings.filter((finding) => finding.severity !== 'low');
  const titles = [t.finding, t.action, t.element, t.owner, t.deadline, t.repeat];
  return {
    id: 'improvement',
    title: s.t.sections.improvement,
    intro: t.intro,
    blocks:
      rows.length === 0
        ? [{ type: 'para', text: s.t.findings.none }]
        : [
            {
              type: 'table',
              form: true,
              caption: t.caption,
              quiet: true,
              columns: titles.map((title) => ({ title })),
              rows: rows.map((finding) => {
                const spoken = speak(finding, s);
                return [
                  { text: `${finding.id} ${spoken.title}` },
                  { text: spoken.action },
                  { text: spoken.element },
                  { text: '' },
                  { text: '' },
                  { text: '☐' },
                ];
              }),
            },
          ],
  };
}
