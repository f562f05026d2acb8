/**
 * What the wall shows, made ready: news and statements as one list, ages in words.
 * Knows: the wall's rows. Does not know: the DOM, or what time it is.
 */
import type { PictureSection } from '../../engine/exercise/entry.ts';
import type { WallCollections, WallView } from '../../engine/exercise/rows.ts';
import { byCodeUnit, say, type Lang, type Ms } from '../../engine/runtime/protocol.ts';
import { plainLine } from '../plain.ts';
import type { Words } from '../words/wall.ts';

export type Piece = {
  readonly id: string;
  readonly seq: number;
  readonly at: Ms;
  readonly kind: string;
  readonly from: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly marking?: WallCollections['news']['marking'];
};

/** So many take turns; what is older has had its time. */
const NEWEST = 12;

/** The newest first. */
export function pieces(view: Partial<WallView>, lang: Lang, words: Words): readonly Piece[] {
  const news = Object.values(view.news ?? {}).map(
    ({ from, title, body, channel, ...row }): Piece => {
      const kind = words.channel[channel as keyof Words['channel']] ?? channel;
      return { ...row, kind, from: plainLine(say(from, lang)), ...told(title, body, lang) };
    },
  );
  const statements = Object.values(view.statements ?? {}).map((row): Piece => {
    const { id, seq, at, outlet, title, body } = row;
    const kind = words.channel[outlet === 'social' ? 'statementSocial' : outlet];
    return { id, seq, at, kind, from: authorOf(row, lang, words), ...told(title, body, lang) };
  });
  const all = [...news, ...statements].sort((a, b) => b.seq - a.seq || byCodeUnit(a.id, b.id));
  return all.slice(0, NEWEST);
}

function told(title: Parameters<typeof say>[0], body: Parameters<typeof say>[0], lang: Lang) {
  return { title: plainLine(say(title, lang)), body: say(body, lang) };
}

export function authorOf(
  { name, organisation }: Pick<WallCollections['statements'], 'name' | 'organisation'>,
  lang: Lang,
  words: Words,
): string {
  return words.by(plainLine(say(name, lang)), plainLine(say(organisation, lang)));
}

/** In the order in which they are read. */
export const SECTIONS: readonly PictureSection[] = [
  'situation',
  'consequences',
  'measures',
  'outlook',
  'communication',
];

/** How old something is, by the exercise's own clock. */
export function age(at: Ms, now: Ms, words: Words): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return words.justNow;
  const hours = Math.floor(minutes / 60);
  return words.ago(hours < 1 ? words.minutes(minutes) : words.hours(hours));
}

/** Where the story stands: the storyline's phase, then its threads'. */
export function phaseNames(view: Partial<WallView>, lang: Lang): readonly string[] {
  return Object.values(view.phases ?? {})
    .sort((a, b) => Number(a.thread !== undefined) - Number(b.thread !== undefined))
    .map(({ title, thread }) => {
      const name = plainLine(say(title, lang));
      return thread === undefined ? name : `${plainLine(say(thread, lang))}: ${name}`;
    });
}
