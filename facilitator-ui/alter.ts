/** What the acts that alter an inject have in common. Knows: fields and lines. Does not know: the acts. */
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import { line, type Field, type Form } from './form.ts';
import { plainLines } from './sanitise.ts';
import { told, words, type Confirm, type Line, type Scene } from './scene.ts';
import { wrap } from './width.ts';

/** What becomes of a form: the question before it is sent, or the form with its fault. */
export type Asked =
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'confirm'; readonly confirm: Confirm };

/** Of a text that is shown in a question; the rest is in the form, one key away. */
const EXCERPT = 6;

export const plain = (said: string): Line => [{ text: said }];
export const warning = (said: string): Line => [{ text: said, tone: 'warn' }];
export const aside = (said: string): Line => [{ text: said, tone: 'dim' }];

/** The question; or, where it is told what is wrong, the form with that. */
export function asked(filled: Form, made: Confirm | string): Asked {
  return typeof made === 'string'
    ? { type: 'form', form: { ...filled, error: made } }
    : { type: 'confirm', confirm: { ...made, form: filled } };
}

export function headed(scene: Scene, row: ControlInjectRow): string {
  return `${row.number} ${told(scene, row.title)}`;
}

export function reasonField(scene: Scene): Field {
  return line('reason', words(scene).script.form.reason, '', true);
}

export function because(scene: Scene, said: string): readonly Line[] {
  return said === '' ? [] : [plain(words(scene).effects.reason(said))];
}

export function given(said: string): { readonly reason?: string } {
  return said === '' ? {} : { reason: said };
}

/** The inject in a sentence. */
export function named(scene: Scene, row: ControlInjectRow): string {
  return words(scene).script.inject(row.number, quoted(scene, told(scene, row.title)));
}

/** In quotation marks, unless it has its own. */
export function quoted({ ui }: Scene, said: string): string {
  if (/^[»«„“"”]/.test(said.trimStart())) return said;
  return ui.lang === 'da' ? `»${said}«` : `“${said}”`;
}

/** Some lines of a text: from its beginning, or from where it is no longer what it was. */
export function excerpt(scene: Scene, said: string, before?: string): readonly Line[] {
  const inLines = (text: string): readonly string[] =>
    plainLines(text.trim()).flatMap((line) => wrap(line, scene.ui.size.columns - 10));
  const lines = inLines(said);
  const old = before === undefined ? [] : inLines(before);
  const differs = lines.findIndex((line, i) => line !== old[i]);
  const from = before === undefined || differs < 0 ? 0 : Math.max(0, differs - 1);
  const over = lines.length - from - EXCERPT;
  return [
    ...(from > 0 ? [plain(' │ …')] : []),
    ...lines.slice(from, from + EXCERPT).map((one) => plain(` │ ${one}`)),
    ...(over > 0 ? [plain(` ${words(scene).more(over)}`)] : []),
  ];
}
