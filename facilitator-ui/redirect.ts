/**
 * An inject to others before its release, or once more after it: the forms, and the questions that
 * show who gets it and who does not. Knows: receivers. Does not know: keys, or sending.
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { ControlInjectRow } from '../engine/exercise/rows.ts';
import {
  aside,
  asked,
  because,
  given,
  headed,
  named,
  plain,
  reasonField,
  type Asked,
} from './alter.ts';
import { chosenOf, picks, valueOf, type Field, type Form } from './form.ts';
import { receivers, rolesOf } from './forms.ts';
import { namesOf } from './names.ts';
import { words, type Confirm, type Scene } from './scene.ts';

/** Those it goes to stand first: they are what one wants to see and take away. */
function toField(scene: Scene, label: string, to: readonly string[]): Field {
  const all = receivers(scene);
  const mine = all.filter(({ id }) => to.includes(id));
  const rest = all.filter(({ id }) => !to.includes(id));
  return { ...picks('to', label, [...mine, ...rest], to), preset: to };
}

export function redirectForm(scene: Scene, row: ControlInjectRow): Form {
  const w = words(scene);
  const title = w.script.form.redirect;
  const fields = [toField(scene, w.columns.to, row.to), reasonField(scene)];
  const basis = String(row.to);
  return {
    kind: 'redirect',
    target: row.id,
    basis,
    title,
    hint: headed(scene, row),
    fields,
    at: 0,
  };
}

export function finishRedirect(filled: Form, scene: Scene, row: ControlInjectRow): Asked {
  const to = rolesOf(scene, chosenOf(filled, 'to'));
  return asked(filled, redirect(scene, row, to, valueOf(filled, 'reason')));
}

const sameRoles = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

/** The question before an inject goes to others, or why it does not. */
export function redirect(
  scene: Scene,
  row: ControlInjectRow,
  to: readonly string[],
  why: string,
): Confirm | string {
  if (sameRoles(to, row.to)) return words(scene).script.form.sameRoles;
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const lost = row.to.filter((role) => !to.includes(role));
  const won = to.filter((role) => !row.to.includes(role));
  return {
    title: w.confirm.redirect,
    effects: [
      plain(headed(scene, row)),
      plain(w.effects.goesTo(names.roles(to))),
      ...(lost.length > 0 ? [plain(w.effects.loses(names.roles(lost)))] : []),
      ...(won.length > 0 ? [plain(w.effects.gains(names.roles(won)))] : []),
      aside(w.effects.untilOut),
      ...because(scene, why),
    ],
    input: { type: 'inject.change', inject: row.id, to, ...given(why) },
    harmless: true,
  };
}

export function repeatForm(scene: Scene, row: ControlInjectRow): Form {
  const w = words(scene);
  const fields = [toField(scene, w.columns.to, row.to)];
  const title = w.script.form.repeat;
  return { kind: 'repeat', target: row.id, title, hint: headed(scene, row), fields, at: 0 };
}

export function finishRepeat(filled: Form, scene: Scene, row: ControlInjectRow): Asked {
  const to = rolesOf(scene, chosenOf(filled, 'to'));
  return asked(filled, repeat(scene, row, to));
}

/** The question before an inject is released once more. */
export function repeat(scene: Scene, row: ControlInjectRow, to: readonly string[]): Confirm {
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const others = sameRoles(to, row.to) ? {} : { to };
  const input: ControlInput = { type: 'inject.repeat', inject: row.id, ...others };
  return {
    title: w.confirm.repeat,
    effects: [
      plain(w.effects.repeats(named(scene, row))),
      plain(w.effects.goesTo(names.roles(to))),
      plain(w.effects.noDuties),
    ],
    input,
  };
}
