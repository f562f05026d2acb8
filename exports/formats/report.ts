/**
 * The whole report, from an analysis to blocks in one language.
 * Knows: which sections there are, in which order. Does not know: formats, or how to analyse.
 */
import type { Lang } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Meta } from './meta.ts';
import { type Report, type Section, cited } from './block.ts';
import { beliefsSection } from './sections/beliefs.ts';
import { chainsSection } from './sections/chains.ts';
import { clocksSection } from './sections/clocks.ts';
import { coordinationSection } from './sections/coordination.ts';
import { decisionsSection } from './sections/decisions.ts';
import { editionBanner, editionFacts, publicSection } from './sections/edition.ts';
import { findingsSection } from './sections/findings.ts';
import { flowSection } from './sections/flow.ts';
import { improvementSection } from './sections/improvement.ts';
import { interfacesSection } from './sections/interfaces.ts';
import { matrixSection } from './sections/matrix.ts';
import { methodSection } from './sections/method.ts';
import { networksSection } from './sections/networks.ts';
import { obligationsSection } from './sections/obligations.ts';
import { observationsSection } from './sections/observations.ts';
import { ratingsSection } from './sections/ratings.ts';
import { pictureSection } from './sections/picture.ts';
import { statementsSection } from './sections/statements.ts';
import { servicesSection } from './sections/services.ts';
import { questionsSection } from './sections/questions.ts';
import { planchangeSection } from './sections/planchange.ts';
import { summarySection } from './sections/summary.ts';
import { tasksSection } from './sections/tasks.ts';
import { extractSection, timelineSection } from './sections/timeline.ts';
import { validitySection, wallTime } from './sections/validity.ts';
import { type Speaker, speaker } from './words.ts';

export function reportOf(analysis: Analysis, lang: Lang, meta: Meta): Report {
  const s = speaker(analysis, lang);
  const { t } = s;
  return {
    lang,
    interactive: true,
    kicker: t.report,
    title: s.text(analysis.exercise.title),
    subtitle: t.subtitle,
    banner: t.banner + editionBanner(analysis, s),
    stamp: t.stamp,
    marking: analysis.exercise.marking,
    contents: t.contents,
    evidenceLabel: t.evidence,
    facts: [...editionFacts(analysis, s), ...headFacts(analysis, s)],
    sections: sectionsOf(analysis, s, meta),
    foot: `${t.foot} ${t.evidenceHint}`,
  };
}

/** The extract is written last, for it must hold every entry that the rest refers to. */
function sectionsOf(analysis: Analysis, s: Speaker, meta: Meta): readonly Section[] {
  if (analysis.edition?.for === 'public') {
    return [publicSection(analysis.edition, s), methodSection(analysis, s, meta)];
  }
  const sections = [
    summarySection(analysis, s),
    validitySection(analysis, s),
    timelineSection(analysis, s),
    matrixSection(analysis, s),
    beliefsSection(analysis, s),
    findingsSection(analysis, s),
    tasksSection(analysis, s),
    decisionsSection(analysis, s),
    chainsSection(analysis, s),
    clocksSection(analysis, s),
    obligationsSection(analysis, s),
    interfacesSection(analysis, s),
    flowSection(analysis, s),
    networksSection(analysis, s),
    pictureSection(analysis, s),
    coordinationSection(analysis, s),
    statementsSection(analysis, s),
    servicesSection(analysis, s),
    ratingsSection(analysis, s),
    observationsSection(analysis, s),
    questionsSection(analysis, s),
    improvementSection(analysis, s, meta),
    planchangeSection(analysis, s),
    methodSection(analysis, s, meta),
  ];
  const numbers = new Set(sections.flatMap((section) => cited(section.blocks)));
  return [...sections, extractSection(analysis, s, numbers)];
}

function headFacts({ exercise, edition }: Analysis, s: Speaker): Report['facts'] {
  const t = s.t.facts;
  if (edition?.for === 'public') {
    return [
      { lead: t.kind, text: s.t.kinds[exercise.kind] },
      { lead: t.marking, text: exercise.marking },
    ];
  }
  const { startedWall, endedWall } = exercise;
  const held =
    startedWall === undefined
      ? t.notEnded
      : `${wallTime(startedWall)} ${t.to} ${endedWall === undefined ? t.notEnded : wallTime(endedWall)}`;
  return [
    {
      lead: t.scenario,
      text: `${s.text(exercise.title)} (${exercise.scenario}, ${t.version} ${exercise.version})`,
    },
    { lead: t.exercise, text: exercise.id },
    { lead: t.kind, text: s.t.kinds[exercise.kind] },
    { lead: t.held, text: held },
    {
      lead: t.story,
      text: `${s.story(0)} ${t.to} ${s.story(exercise.end)} (${exercise.story.zone})`,
    },
    {
      lead: t.reached,
      text: `${t.reachedOf(s.time(exercise.end), s.time(exercise.length))}, ${s.t.perMinute(s.number(exercise.pace, exercise.pace % 1 === 0 ? 0 : 1))}`,
    },
    ...(exercise.threatBasis
      ? [
          {
            lead: t.threat,
            text: `${s.text(exercise.threatBasis.title)}, ${dayFirst(exercise.threatBasis.date)}`,
          },
        ]
      : []),
    { lead: t.marking, text: exercise.marking },
  ];
}

/** `2025-09-01` → `01-09-2025`. */
const dayFirst = (date: string): string => date.split('-').reverse().join('-');
