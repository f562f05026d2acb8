/** What to know before trusting the figures. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Evidence } from '../../analysis/history.ts';
import type { Line, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { promptingBlocks } from './prompting.ts';

type Row = Line & { readonly lead: string };

export function validitySection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.validity;
  const missing = analysis.validity.missing.map((code) => ({ text: s.t.missing[code] }));
  return {
    id: 'validity',
    title: s.t.sections.validity,
    intro: t.intro,
    blocks: [
      {
        type: 'pairs',
        rows: [...interruptions(analysis, s), ...prompts(analysis, s), ...seats(analysis, s)],
      },
      ...promptingBlocks(analysis, s),
      ...(missing.length === 0
        ? []
        : ([
            { type: 'heading', text: t.missing },
            { type: 'list', items: missing },
          ] as const)),
    ],
  };
}

function interruptions({ validity }: Analysis, s: Speaker): readonly Row[] {
  const t = s.t.validity;
  const pauses = validity.pauses.map((pause) => {
    const text = t.pause(
      s.time(pause.at),
      wallTime(pause.from),
      pause.to ? wallTime(pause.to) : '…',
    );
    return {
      lead: t.pauses,
      text: `${text}${pause.reason ? ` (${pause.reason})` : ''}. ${t.still}`,
      evidence: pause.evidence,
    };
  });
  const jumps = validity.jumps.map((jump) => ({
    lead: t.jumps,
    text: `${t.jump(s.time(jump.from), s.time(jump.to))}. ${t.jumpNote}`,
    evidence: jump.evidence,
  }));
  const paces = validity.paces.map(({ at, pace, evidence }) => ({
    lead: t.paces,
    text: `${s.time(at)}: ${s.t.perMinute(s.number(pace, pace % 1 === 0 ? 0 : 1))}`,
    evidence,
  }));
  return [...pauses, ...jumps, ...paces];
}

/** Wall times are only shown: `2026-11-23T08:05:00.000Z` → `23-11-2026 08:05 UTC`. */
export function wallTime(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso);
  return match ? `${match[3]}-${match[2]}-${match[1]} ${match[4]} UTC` : iso;
}

function prompts({ validity: v, beliefs }: Analysis, s: Speaker): readonly Row[] {
  const t = s.t.validity;
  const rows: readonly (readonly [string, Evidence])[] = [
    [t.contingency, v.contingency],
    [t.byHand, v.byHand],
    [t.held, v.held],
    [t.skipped, v.skipped],
    [t.simulated, v.simulated],
    [t.entered, v.entered],
    [t.chosen, v.chosen],
    [t.refused, v.refused],
    [t.asked, beliefs.asked],
    [t.byBots, beliefs.byBots],
  ];
  return rows
    .filter(([, evidence]) => evidence.length > 0)
    .map(([lead, evidence]) => ({ lead, text: t.count(String(evidence.length)), evidence }));
}

function seats({ validity: v }: Analysis, s: Speaker): readonly Row[] {
  const t = s.t.validity;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t.unseated, v.unseated],
    [t.bots, v.bots],
    [t.simcell, v.simulatedRoles],
  ];
  return [
    ...rows
      .filter(([, roles]) => roles.length > 0)
      .map(([lead, roles]) => ({ lead, text: s.roles(roles) })),
    { lead: t.spoken, text: t.spokenNote },
  ];
}
