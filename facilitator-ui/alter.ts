/** What the acts that alter an inject have in common. Knows: fields and lines. Does not know: the acts. */
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import type { Step } from './acts.ts';
import { line, type Field, type Form } from './form.ts';
import { plainLines } from './sanitise.ts';
import { told, words, type Confirm, type Line, type Scene } from './scene.ts';

/** Of a text that is shown in a question; the rest is in the form, one key away. */
const EXCERPT = 6;

export const plain = (said: string): Line => [{ text: said }];
export const warning = (said: string): Line => [{ text: said, tone: 'warn' }];
export const aside = (said: string): Line => [{ text: said, tone: 'dim' }];

/** The question; or, where it is told what is wrong, the form with that. */
export function asked(filled: Form, made: Confirm | string): Step {
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

/** Its first lines, as many as help. */
export function excerpt(scene: Scene, said: string): readonly Line[] {
  const lines = plainLines(said.trim());
  const over = lines.length - EXCERPT;
  return [
    ...lines.slice(0, EXCERPT).map((one) => plain(` │ ${one}`)),
    ...(over > 0 ? [plain(` ${words(scene).more(over)}`)] : []),
  ];
}
