/**
 * An inject with other words before its release, language by language: the form, and the question
 * that shows what changes. Knows: texts. Does not know: keys, or sending.
 */
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import { say, type Lang, type Text } from '../engine/runtime/protocol.ts';
import {
  asked,
  because,
  excerpt,
  given,
  headed,
  plain,
  quoted,
  reasonField,
  warning,
  type Asked,
} from './alter.ts';
import { line, text, valueOf, type Field, type Form } from './form.ts';
import { words, type Confirm, type Line, type Scene } from './scene.ts';

/** The languages that a text has, the facilitator's own first; undefined: one for everybody. */
function languagesOf(scene: Scene, said: Text): readonly (Lang | undefined)[] {
  if (typeof said === 'string') return [undefined];
  const all: readonly Lang[] = scene.ui.lang === 'da' ? ['da', 'en'] : ['en', 'da'];
  const has = all.filter((lang) => said[lang] !== undefined);
  return has.length > 0 ? has : [scene.ui.lang];
}

const keyOf = (part: 'title' | 'body', lang: Lang | undefined): string =>
  lang === undefined ? part : `${part}.${lang}`;
const valueIn = (said: Text, lang: Lang | undefined): string =>
  typeof said === 'string' || lang === undefined ? say(said, lang ?? 'da') : (said[lang] ?? '');

export function rewordForm(scene: Scene, row: ControlInjectRow): Form {
  const w = words(scene);
  const field = (part: 'title' | 'body', lang: Lang | undefined): Field => {
    const value = valueIn(row[part], lang);
    const own = part === 'title' ? w.columns.title : w.body;
    const named = part === 'title' ? w.script.form.titleIn : w.script.form.bodyIn;
    const label = lang === undefined ? own : named(w.script.language[lang]);
    const id = keyOf(part, lang);
    return {
      ...(part === 'title' ? line(id, label, value) : text(id, label, value)),
      preset: value,
    };
  };
  const fields = [
    ...languagesOf(scene, row.title).map((lang) => field('title', lang)),
    ...languagesOf(scene, row.body).map((lang) => field('body', lang)),
    reasonField(scene),
  ];
  const basis = JSON.stringify([row.title, row.body]);
  const hint = headed(scene, row);
  return {
    kind: 'reword',
    target: row.id,
    basis,
    title: w.script.form.reword,
    hint,
    fields,
    at: 0,
  };
}

/** The text with what the form has for each of its languages. */
function reworded(scene: Scene, filled: Form, part: 'title' | 'body', said: Text): Text {
  if (typeof said === 'string') return valueOf(filled, part);
  return languagesOf(scene, said).reduce<Text>(
    (text, lang) => inLanguage(text, lang ?? scene.ui.lang, valueOf(filled, keyOf(part, lang))),
    said,
  );
}

/** The text with other words in one language; a text for everybody is replaced. */
export function inLanguage(said: Text, lang: Lang | undefined, words: string): Text {
  return typeof said === 'string' || lang === undefined ? words : { ...said, [lang]: words };
}

export function finishReword(filled: Form, scene: Scene, row: ControlInjectRow): Asked {
  const title = reworded(scene, filled, 'title', row.title);
  const body = reworded(scene, filled, 'body', row.body);
  return asked(filled, reword(scene, row, { title, body }, valueOf(filled, 'reason')));
}

const same = (a: Text, b: Text): boolean =>
  (['da', 'en'] as const).every((lang) => valueIn(a, lang).trim() === valueIn(b, lang).trim());

/** The question before an inject gets other words, or why it gets none. */
export function reword(
  scene: Scene,
  row: ControlInjectRow,
  wanted: { readonly title?: Text; readonly body?: Text },
  why: string,
): Confirm | string {
  const { title = row.title, body = row.body } = wanted;
  const change = {
    ...(same(title, row.title) ? {} : { title }),
    ...(same(body, row.body) ? {} : { body }),
  };
  if (Object.keys(change).length === 0) return words(scene).script.form.unchanged;
  const w = words(scene).script;
  return {
    title: w.confirm.reword,
    effects: [
      ...changedTitles(scene, row.title, title),
      ...changedBodies(scene, row.body, body),
      plain(w.effects.sameReceivers),
      ...because(scene, why),
    ],
    input: { type: 'inject.change', inject: row.id, ...change, ...given(why) },
    harmless: true,
  };
}

function inWords(scene: Scene, lang: Lang | undefined): string {
  const w = words(scene).script;
  return lang === undefined ? '' : w.effects.in(w.language[lang]);
}

function changedTitles(scene: Scene, before: Text, after: Text): readonly Line[] {
  const w = words(scene).script.effects;
  return languagesOf(scene, after)
    .filter((lang) => valueIn(before, lang) !== valueIn(after, lang))
    .map((lang) =>
      plain(w.titleBecomes(inWords(scene, lang), quoted(scene, valueIn(after, lang)))),
    );
}

/** What it will say, and that it still says the old in another language. */
function changedBodies(scene: Scene, before: Text, after: Text): readonly Line[] {
  const w = words(scene).script;
  const all = languagesOf(scene, after);
  const changed = all.filter((lang) => valueIn(before, lang) !== valueIn(after, lang));
  if (changed.length === 0) return [];
  return all.flatMap((lang): readonly Line[] => {
    if (changed.includes(lang)) {
      return [
        plain(w.effects.bodyBecomes(inWords(scene, lang))),
        ...excerpt(scene, valueIn(after, lang), valueIn(before, lang)),
      ];
    }
    const name = lang === undefined ? '' : w.language[lang];
    return [warning(w.effects.otherLanguage(name))];
  });
}
