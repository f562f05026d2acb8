/**
 * Rules on the shared picture: it stood while its authors' organisations learned more, or those
 * asked did not see the same. Knows: thresholds. Does not know: why.
 */
import { FEW_ANSWERS, type Draft, type Grounds, exceeds } from '../finding.ts';
import { evidence } from '../history.ts';

/**
 * `stale`: the share of the time from the first version to the end below which a silence is a
 * rhythm. `entropy`, `top`: how widely answers must be spread, and the largest share that the
 * commonest may have. The method appendix prints them.
 */
export const PICTURE_THRESHOLDS = { stale: 0.25, entropy: 0.5, top: 2 / 3 } as const;

export function pictureFindings(grounds: Grounds): readonly Draft[] {
  return [...staleFindings(grounds), ...divergenceFindings(grounds)];
}

function staleFindings({ picture }: Grounds): readonly Draft[] {
  const { span } = picture;
  if (!span) return [];
  const whole = span.to - span.from;
  const grave = picture.silences.filter(({ from, to }) =>
    exceeds(to - from, whole, PICTURE_THRESHOLDS.stale),
  );
  const [first] = grave;
  if (!first) return [];
  const longest = grave.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), first);
  return [
    {
      code: 'STALE_COP',
      severity: exceeds(longest.to - longest.from, whole, 0.5) ? 'medium' : 'low',
      facts: [...new Set(grave.flatMap(({ facts }) => facts))],
      roles: [...new Set(grave.map(({ role }) => role))],
      measures: { at: longest.from, lasted: longest.to - longest.from, window: whole },
      doubts: ['verbal'],
      evidence: evidence(...grave.map((row) => row.evidence)),
    },
  ];
}

function divergenceFindings({ beliefs }: Grounds): readonly Draft[] {
  return beliefs.probes.probes.flatMap((probe): readonly Draft[] => {
    const { divergence, answered } = probe;
    if (divergence === undefined || answered < FEW_ANSWERS) return [];
    const most = Math.max(...probe.options.map(({ roles }) => roles.length));
    const split = most / answered <= PICTURE_THRESHOLDS.top;
    if (divergence < PICTURE_THRESHOLDS.entropy || !split) return [];
    return [
      {
        code: 'COP_DIVERGENCE',
        severity: 'low',
        variant: probe.probe,
        roles: probe.options.flatMap(({ roles }) => roles),
        measures: { at: probe.askedAt, count: most, total: answered },
        evidence: probe.evidence,
      },
    ];
  });
}
