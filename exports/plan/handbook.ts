/**
 * The participants' handbook: what an exercise is, its rules, how to join and what the screen can do.
 * Made from what is open alone. Knows: the handbook's chapters. Does not know: the script.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { type Lang, say } from '../../engine/scenario/text.ts';
import { storyTime } from '../../engine/scenario/time.ts';
import type { Block, Section } from '../formats/block.ts';
import { pageHtml } from '../formats/page.ts';
import { decimal, lengthOf } from '../formats/words.ts';
import { type Catalogue, catalogue } from '../text.ts';
import { handbook as da, type HandbookWords } from './handbook/danish.ts';
import { handbook as en } from './handbook/english.ts';
import { type Open, openPart } from './open.ts';
import { HANDBOOK } from './style.ts';
import { wordsIn } from './teller.ts';

export function renderHandbook(plan: Plan, lang: Lang): string {
  const open = openPart(plan);
  const w = { da, en }[lang];
  const t = wordsIn(lang);
  const labels = catalogue(lang);
  return pageHtml(
    {
      lang,
      kicker: t.titles.handbook,
      title: say(open.title, lang),
      subtitle: t.subtitles.players,
      banner: labels.banner,
      stamp: labels.stamp,
      marking: open.marking,
      contents: labels.contents,
      evidenceLabel: '',
      facts: aboutRows(open, w, labels, lang),
      sections: sectionsOf(open, w, lang),
      foot: t.foot.outside,
    },
    HANDBOOK,
  );
}

function aboutRows(
  { story, length, pace, kind }: Open,
  w: HandbookWords,
  labels: Catalogue,
  lang: Lang,
): readonly { readonly lead: string; readonly text: string }[] {
  const { date, time } = storyTime(story, 0);
  const said = decimal(pace, pace % 1 === 0 ? 0 : 1, catalogue(lang).comma);
  return [
    { lead: w.about.kind, text: labels.kinds[kind] },
    { lead: w.about.starts, text: `${date} ${time}` },
    { lead: w.about.length, text: lengthOf(length, labels) },
    { lead: w.about.wall, text: lengthOf(length / pace, labels) },
    { lead: w.about.pace, text: w.about.paceOf(said) },
  ];
}

function sectionsOf(open: Open, w: HandbookWords, lang: Lang): readonly Section[] {
  return [
    {
      id: 'about',
      title: w.about.title,
      blocks: [para(w.about.lead), para(w.about.kinds[open.kind]), ...warning(open, w, lang)],
    },
    rules(w),
    { id: 'join', title: w.join.title, blocks: [points(w.join.steps)] },
    buttons(open, w),
    { id: 'time', title: w.time.title, blocks: [pairs(w.time.items)] },
    roles(open, w, lang),
    marking(open, w),
    { id: 'data', title: w.data.title, blocks: [points(w.data.items)] },
    {
      id: 'after',
      title: w.after.title,
      blocks: [
        para(w.after.lead),
        points(w.after.items),
        ...(open.hotWash ? [para(w.after.asked)] : []),
        para(w.after.then),
      ],
    },
    { id: 'glossary', title: w.glossary.title, blocks: [pairs(w.glossary.rows)] },
  ];
}

const para = (text: string): Block => ({ type: 'para', text });
const points = (items: readonly string[]): Block => ({
  type: 'list',
  items: items.map((text) => ({ text })),
});
const pairs = (rows: readonly (readonly [string, string])[]): Block => ({
  type: 'pairs',
  rows: rows.map(([lead, text]) => ({ lead, text })),
});

function warning({ contentWarning }: Open, w: HandbookWords, lang: Lang): readonly Block[] {
  if (contentWarning === undefined) return [];
  return [
    { type: 'heading', text: w.marking.warning },
    { type: 'prose', text: say(contentWarning, lang) },
  ];
}

function rules(w: HandbookWords): Section {
  const { rules: r } = w;
  return {
    id: 'rules',
    title: r.title,
    blocks: [
      { type: 'tiles', tiles: [{ value: r.banner, label: r.items[0]?.[0] ?? '' }] },
      pairs(r.items),
      {
        type: 'table',
        form: true,
        caption: r.call,
        columns: [r.who, r.phone, r.where].map((title) => ({ title })),
        rows: r.people.map((who) => [{ text: who }, { text: '' }, { text: '' }]),
      },
      { type: 'note', text: r.callIntro },
    ],
  };
}

function buttons({ asks }: Open, w: HandbookWords): Section {
  const b = w.buttons;
  return {
    id: 'buttons',
    title: b.title,
    intro: b.intro,
    blocks: [
      {
        type: 'table',
        caption: b.title,
        quiet: true,
        columns: [{ title: b.button }, { title: b.does }],
        rows: b.rows.map(([button, does]) => [{ text: button }, { text: does }]),
      },
      ...(asks ? [para(b.asks)] : []),
    ],
  };
}

function roles({ organisations }: Open, w: HandbookWords, lang: Lang): Section {
  const r = w.roles;
  return {
    id: 'roles',
    title: r.title,
    intro: r.intro,
    blocks: [
      {
        type: 'table',
        caption: r.title,
        quiet: true,
        columns: [{ title: r.organisation }, { title: r.role }],
        rows: organisations.map((house) => [
          { text: say(house.name, lang) },
          {
            text: '',
            lines: house.roles.map(
              ({ name, simulated }) => say(name, lang) + (simulated ? ` (${r.simulated})` : ''),
            ),
          },
        ]),
      },
    ],
  };
}

function marking({ marking: mark }: Open, w: HandbookWords): Section {
  const m = w.marking;
  return {
    id: 'marking',
    title: m.title,
    intro: m.intro(mark),
    blocks: [
      {
        type: 'table',
        caption: m.title,
        quiet: true,
        columns: [{ title: m.mark }, { title: m.means }],
        rows: m.rows.map(([tlp, means]) => [{ text: tlp }, { text: means }]),
      },
    ],
  };
}
