/** The method appendix: every formula, the versions and the fingerprints, so others can check. */
import { type Analysis, ANALYSIS_FORMAT } from '../../analysis/analysis.ts';
import { FEW_ANSWERS, THRESHOLDS } from '../../analysis/finding.ts';
import type { Section } from '../block.ts';
import type { Meta } from '../meta.ts';
import type { Speaker } from '../words.ts';

export function methodSection({ exercise }: Analysis, s: Speaker, meta: Meta): Section {
  const t = s.t.method;
  return {
    id: 'method',
    title: s.t.sections.method,
    intro: t.intro,
    blocks: [
      {
        type: 'pairs',
        rows: [
          ...[...t.rows, ...s.t.followUp.method].flatMap(([lead, text]) =>
            lead === undefined || text === undefined ? [] : [{ lead, text }],
          ),
          {
            lead: t.thresholdsLabel,
            text: `${t.thresholds(s.share(THRESHOLDS.vacuum), s.share(THRESHOLDS.contention))} ${t.fewAnswers(String(FEW_ANSWERS))}`,
          },
        ],
      },
      { type: 'heading', text: t.versions },
      {
        type: 'pairs',
        rows: [
          { lead: t.digest, text: meta.digest },
          { lead: t.plan, text: exercise.planDigest },
          { lead: t.entries, text: String(meta.entries) },
          { lead: t.conducted, text: exercise.engine },
          { lead: t.analysed, text: meta.engine },
          { lead: t.format, text: String(ANALYSIS_FORMAT) },
        ],
      },
    ],
  };
}
