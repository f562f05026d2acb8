/**
 * Role cards: one page a role, to be handed out before the exercise. Made from what is open and the
 * role's own part alone. The plan's letters are on a players' card only when the planner asks for it:
 * some exercises test whether people know their plan, others hand it out on purpose.
 * Knows: the card. Does not know: the plan beyond `open`.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { type Lang, say, type Text } from '../../engine/scenario/text.ts';
import { storyTime } from '../../engine/scenario/time.ts';
import type { Block, Section } from '../formats/block.ts';
import { pageHtml } from '../formats/page.ts';
import { lengthOf, listOf } from '../formats/words.ts';
import { catalogue } from '../text.ts';
import { type Briefing, briefingOf, type House, type Open, openPart } from './open.ts';
import { BRIEFINGS } from './style.ts';
import { wordsIn } from './teller.ts';

export type BriefingChoice = {
  readonly audience: 'players' | 'controllers';
  readonly withTasks: boolean;
  /** One role's card alone. */
  readonly role?: string;
};

/** Exercise control plays the simulated roles itself: they get a card in its edition only. */
export function renderBriefings(plan: Plan, lang: Lang, choice: BriefingChoice): string {
  const control = choice.audience === 'controllers';
  const open = openPart(plan);
  const roles = plan.roles.filter(({ id, playedBy }) =>
    choice.role === undefined ? control || playedBy === 'participant' : id === choice.role,
  );
  const handout = { tasks: control || choice.withTasks, decisions: control };
  const cards = roles.map((role) => briefingOf(plan, role, handout));
  const t = wordsIn(lang);
  const labels = catalogue(lang);
  return pageHtml(
    {
      lang,
      kicker: t.titles.briefings,
      title: say(open.title, lang),
      subtitle: t.subtitles[choice.audience],
      banner: labels.banner,
      stamp: labels.stamp,
      marking: open.marking,
      contents: t.briefing.contents,
      evidenceLabel: '',
      facts: [],
      sections: cards.map((card, i) => cardOf(card, i, open, lang, control)),
      foot: control ? t.foot.inside : t.foot.outside,
    },
    BRIEFINGS,
  );
}

function cardOf(card: Briefing, i: number, open: Open, lang: Lang, control: boolean): Section {
  const t = wordsIn(lang).briefing;
  const text = (words: Text): string => say(words, lang);
  const home = open.organisations.find(({ id }) => id === card.organisation);
  return {
    id: `card-${i + 1}`,
    title: text(card.post.name),
    intro: [home ? text(home.name) : card.organisation, text(open.title)].join(' · '),
    blocks: [
      { type: 'pairs', rows: whoRows(card, open, lang) },
      { type: 'heading', text: t.know },
      card.briefing === undefined
        ? { type: 'note', text: t.knowNothing }
        : { type: 'prose', text: text(card.briefing) },
      ...taskBlocks(card, lang, control),
      { type: 'heading', text: t.contacts },
      { type: 'pairs', rows: contacts(card, open, lang) },
      { type: 'para', text: t.reach },
      { type: 'heading', text: t.rules },
      { type: 'list', items: t.rule.map((rule) => ({ text: rule })) },
      ...(open.contentWarning === undefined
        ? []
        : [
            { type: 'heading', text: t.warning } as const,
            { type: 'prose', text: text(open.contentWarning) } as const,
          ]),
    ],
  };
}

type Pair = { readonly lead: string; readonly text: string };

function whoRows(card: Briefing, open: Open, lang: Lang): readonly Pair[] {
  const t = wordsIn(lang).briefing;
  const { and } = catalogue(lang);
  const { min, max } = card.post.seats;
  const { date, time } = storyTime(open.story, 0);
  const others = card.deputyFor.map((name) => say(name, lang));
  return [
    { lead: t.seats, text: t.seatsOf(String(min), String(max)) },
    ...(card.deputy === undefined ? [] : [{ lead: t.deputy, text: say(card.deputy, lang) }]),
    ...(others.length === 0 ? [] : [{ lead: t.deputyFor, text: listOf(others, and) }]),
    { lead: t.starts, text: `${date} ${time}` },
  ];
}

/** The own organisation first, itself left out; then the others in the plan's order. */
function contacts(card: Briefing, { organisations }: Open, lang: Lang): readonly Pair[] {
  const t = wordsIn(lang).briefing;
  const named = ({ roles }: House): string =>
    roles
      .filter(({ id }) => id !== card.post.id)
      .map(({ name, simulated }) => say(name, lang) + (simulated ? ` (${t.simulated})` : ''))
      .join('; ');
  const home = organisations.filter(({ id }) => id === card.organisation);
  const others = organisations.filter(({ id }) => id !== card.organisation);
  return [
    ...home.map((house) => ({ lead: t.own, text: named(house) || t.alone })),
    ...others.map((house) => ({ lead: say(house.name, lang), text: named(house) })),
  ];
}

function taskBlocks(
  { tasks, decisions }: Briefing,
  lang: Lang,
  control: boolean,
): readonly Block[] {
  const t = wordsIn(lang).briefing;
  const { letters } = catalogue(lang);
  if (!tasks) return [];
  const table: Block = {
    type: 'table',
    caption: t.tasks,
    quiet: true,
    columns: [t.letter, t.task, t.within].map((title) => ({ title })),
    rows: tasks.map((task) => [
      { text: task.letters.map((letter) => `${letter} ${letters[letter]}`).join(', ') },
      {
        text: say(task.title, lang),
        ...(task.description === undefined ? {} : { sub: say(task.description, lang) }),
      },
      { text: t.fromStart(lengthOf(task.within, catalogue(lang))) },
    ]),
  };
  return [
    { type: 'heading', text: control ? `${t.tasks} – ${t.control}` : t.tasks },
    ...(tasks.length === 0
      ? [{ type: 'note', text: t.noTasks } as const]
      : [...(control ? [] : [{ type: 'note', text: t.tasksIntro } as const]), table]),
    ...(decisions && decisions.length > 0
      ? [
          { type: 'heading', text: `${t.decisions} – ${t.control}` } as const,
          {
            type: 'pairs',
            rows: decisions.map(({ question, part }) => ({
              lead: t.parts[part],
              text: say(question, lang),
            })),
          } as const,
        ]
      : []),
  ];
}
