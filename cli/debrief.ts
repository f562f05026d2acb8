/** What the host shows after ENDEX: findings and report. Knows: exports. Does not know: the host. */
import type { Debriefing } from '../engine/runtime/debrief.ts';
import type { DebriefFinding } from '../engine/runtime/protocol.ts';
import type { Analysis } from '../exports/analysis/analysis.ts';
import type { Finding } from '../exports/analysis/finding.ts';
import { renderHtml } from '../exports/formats/html.ts';
import { speak } from '../exports/formats/saying.ts';
import { speaker } from '../exports/formats/words.ts';
import { readAnalysis } from './reading.ts';

export async function debriefing(folder: string): Promise<Debriefing> {
  const { analysis, meta } = await readAnalysis(folder);
  const { findings, strengths } = analysis.findings;
  return {
    findings: [
      ...findings.map((finding) => told(analysis, finding, finding.severity)),
      ...strengths.map((finding) => told(analysis, finding, 'strength')),
    ],
    pages: { da: renderHtml(analysis, 'da', meta), en: renderHtml(analysis, 'en', meta) },
  };
}

function told(
  analysis: Analysis,
  finding: Finding,
  severity: DebriefFinding['severity'],
): DebriefFinding {
  const da = speak(finding, speaker(analysis, 'da'));
  const en = speak(finding, speaker(analysis, 'en'));
  const both = (word: 'title' | 'happened' | 'planned' | 'question') => ({
    da: da[word],
    en: en[word],
  });
  const { id, code, roles, evidence } = finding;
  return {
    ...{ id, code, severity, roles, evidence },
    title: both('title'),
    happened: both('happened'),
    planned: both('planned'),
    question: both('question'),
  };
}
