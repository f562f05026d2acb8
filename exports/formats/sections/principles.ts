/** Findings by the principle of crisis management that they touch. One finding may touch several. */
import type { Analysis } from '../../analysis/analysis.ts';
import { PRINCIPLES } from '../../finding.ts';
import { principleText, principlesOf } from '../../wording.ts';
import type { Block } from '../block.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';

export function principleBlocks({ findings }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.principles;
  if (findings.findings.length === 0) return [];
  return [
    {
      type: 'table',
      caption: t.heading,
      columns: [{ title: t.principle }, { title: t.findings }],
      rows: PRINCIPLES.map((principle) => {
        const found = findings.findings.filter(({ code }) =>
          principlesOf(code).includes(principle),
        );
        return [
          { text: principleText(principle, s.lang) },
          found.length === 0
            ? { text: t.none }
            : {
                text: '',
                lines: found.map((finding) => `${finding.id} ${speak(finding, s).title}`),
              },
        ];
      }),
    },
    { type: 'note', text: t.note },
  ];
}
