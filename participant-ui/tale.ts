/**
 * Happenings in words. Knows: what each kind is called and who did it. Does not know: where it is
 * shown, or the time.
 */
import { say, type Lang } from '../engine/runtime/protocol.ts';
import type { RoleView } from '../engine/exercise/rows.ts';
import { plainLine } from './plain.ts';
import type { Words } from './text.ts';
import type { Happening } from './timeline.ts';
import { itemTitle, line, receiverNames, roleName, senderName } from './view.ts';
import { laterWords } from './words/later.ts';

export type Tale = {
  /** What kind of thing it was. */
  readonly what: string;
  readonly title: string;
  /** Who did it, and to whom. */
  readonly by: string;
  /** What was said with it. */
  readonly text: string;
};

/** Characters of a long text that are told. */
const SHORT = 160;

export function tale(happening: Happening, view: RoleView, words: Words, lang: Lang): Tale {
  const { kind, item, picture, text } = happening;
  const channel = item ? ` · ${words.channels[item.channel]}` : '';
  const section = picture ? ` · ${laterWords(lang).happenedIn[picture.section]}` : '';
  return {
    what: `${laterWords(lang).happened[kind]}${channel}${section}`,
    title: item ? itemTitle(item, lang) : short(line(happening.title, lang)),
    by: byWhom(happening, view, words, lang),
    text: text === undefined ? '' : short(flat(say(text, lang))),
  };
}

function byWhom(happening: Happening, view: RoleView, words: Words, lang: Lang): string {
  const { item, role, to } = happening;
  if (item?.sent) return `${words.to}: ${receiverNames(view, item, lang, words).join('; ')}`;
  if (item) return `${words.from}: ${senderName(view, item, lang)}`;
  const name = (id: string): string =>
    id === view.me['me']?.id ? words.we : roleName(view, id, lang);
  return [role, to]
    .filter((id) => id !== undefined)
    .map(name)
    .join(' → ');
}

function flat(source: string): string {
  return plainLine(source.replace(/[*_`>#]/g, ''));
}

function short(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))} …`;
}
