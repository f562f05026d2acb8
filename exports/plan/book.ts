/**
 * The scenario book and its single chapters as self-contained pages.
 * Knows: which chapters there are, and what stands on the cover. Does not know: blocks as HTML.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { Report, Section } from '../formats/block.ts';
import { pageHtml } from '../formats/page.ts';
import { decimal } from '../formats/words.ts';
import { storylineDot } from './dot.ts';
import { drawDot } from './graphviz.ts';
import type { Material } from './material.ts';
import { bankSection } from './sections/bank.ts';
import { clocksSection } from './sections/clocks.ts';
import { countsSection } from './sections/counts.ts';
import { decisionsSection } from './sections/decisions.ts';
import { factsSection } from './sections/facts.ts';
import { interfacesSection } from './sections/interfaces.ts';
import { matrixSection } from './sections/matrix.ts';
import { mselSection } from './sections/msel.ts';
import { purposeSection } from './sections/purpose.ts';
import { filesSection, hotWashSection, openSection, questionsSection } from './sections/rest.ts';
import { rolesSection } from './sections/roles.ts';
import { storylineSection } from './sections/storyline.ts';
import { timelineSection } from './sections/timeline.ts';
import { BOOK } from './style.ts';
import { type Teller, tellerOf } from './teller.ts';

/** Chapters that can stand alone. */
export type Chapter = 'timeline' | 'storyline' | 'matrix' | 'facts' | 'interfaces' | 'counts';

export async function renderBook(m: Material, lang: Lang): Promise<string> {
  const s = tellerOf(m.plan, lang);
  const sections = [
    purposeSection(m, s),
    rolesSection(m, s),
    storylineSection(m, s, await drawStoryline(m, s)),
    timelineSection(m, s),
    matrixSection(m, s),
    decisionsSection(m, s),
    factsSection(m, s),
    interfacesSection(m, s),
    clocksSection(m, s),
    countsSection(m, s),
    ...questionsSection(m, s),
    mselSection(m, s),
    ...bankSection(m, s),
    ...filesSection(m, s),
    ...hotWashSection(m, s),
    openSection(m, s),
  ];
  return pageHtml(coverOf(m, s, s.t.titles.book, sections), BOOK);
}

export async function renderChapter(m: Material, chapter: Chapter, lang: Lang): Promise<string> {
  const s = tellerOf(m.plan, lang);
  const sections = [await chapterOf(m, chapter, s)];
  return pageHtml(coverOf(m, s, s.t.titles[chapter], sections), BOOK);
}

/** The chapters that are tables: drawn without waiting for anything. */
export function tablesOf(
  m: Material,
  chapter: Exclude<Chapter, 'timeline' | 'storyline'>,
  s: Teller,
): Section {
  switch (chapter) {
    case 'matrix':
      return matrixSection(m, s);
    case 'facts':
      return factsSection(m, s);
    case 'interfaces':
      return interfacesSection(m, s);
    case 'counts':
      return countsSection(m, s);
    default:
      return chapter satisfies never;
  }
}

async function chapterOf(m: Material, chapter: Chapter, s: Teller): Promise<Section> {
  if (chapter === 'timeline') return timelineSection(m, s);
  if (chapter === 'storyline') return storylineSection(m, s, await drawStoryline(m, s));
  return tablesOf(m, chapter, s);
}

export function drawStoryline(m: Material, s: Teller): Promise<string> {
  const t = s.t.storyline;
  return drawDot(storylineDot(m, s), {
    id: 'story',
    title: t.figure,
    text: t.alt(String(m.plan.phases.length)),
  });
}

function coverOf(
  { plan, edition }: Material,
  s: Teller,
  kicker: string,
  sections: readonly Section[],
): Report {
  return {
    lang: s.lang,
    kicker,
    title: s.text(plan.title),
    subtitle: s.t.subtitles[edition],
    banner: s.labels.banner,
    stamp: s.labels.stamp,
    marking: plan.marking,
    contents: s.labels.contents,
    evidenceLabel: '',
    facts: coverFacts(plan, s),
    sections,
    foot: s.t.foot.inside,
  };
}

function coverFacts(plan: Plan, s: Teller): Report['facts'] {
  const t = s.t.cover;
  const pace = decimal(plan.pace, plan.pace % 1 === 0 ? 0 : 1, s.labels.comma);
  const { threatBasis } = plan;
  return [
    { lead: t.version, text: `${plan.version} (${plan.id})` },
    { lead: t.kind, text: s.labels.kinds[plan.kind] },
    { lead: t.story, text: `${s.story(0)} ${t.to} ${s.story(plan.length)} (${plan.story.zone})` },
    {
      lead: t.length,
      text: `${s.length(plan.length)}; ${t.wall(s.length(plan.length / plan.pace))}`,
    },
    { lead: t.pace, text: t.paceOf(pace) },
    ...(threatBasis
      ? [
          {
            lead: t.threat,
            text: `${s.text(threatBasis.title)}, ${threatBasis.date.split('-').reverse().join('-')}`,
          },
        ]
      : []),
    { lead: t.languages, text: s.list(plan.languages.map((lang) => t.lang[lang])) },
    { lead: t.marking, text: plan.marking },
    ...(plan.contentWarning === undefined
      ? []
      : [{ lead: t.warning, text: s.text(plan.contentWarning) }]),
  ];
}
