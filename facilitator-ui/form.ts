/**
 * Forms as data: fields, where the focus is, and what a key does to them.
 * Knows: editing. Does not know: what a form is for (acts) or how it looks (panels/form).
 */
import { pressText, type Written } from './edit.ts';
import { refilled, untouched, type Fills } from './fill.ts';
import { closest, searchable } from './fuzzy.ts';
import type { Key } from './key.ts';
import { moved } from './window.ts';

export type Option = {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly fills?: Fills;
};
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
  /** What the form itself put there. */
  readonly preset?: string | readonly string[];
} & (
  | Written
  | {
      readonly type: 'pick' | 'picks';
      readonly options: readonly Option[];
      readonly chosen: readonly string[];
      readonly search: string;
      /** Which of the options that fit the search the marker is on. */
      readonly at: number;
    }
);

export type FormKind =
  | 'past'
  | 'pause'
  | 'pace'
  | 'jump'
  | 'send'
  | 'reply'
  | 'call'
  | 'play'
  | 'settle'
  | 'answer'
  | 'decide'
  | 'observe'
  | 'bookmark'
  | 'correct'
  | 'phase'
  | 'skip'
  | 'drop'
  | 'free'
  | 'end'
  | 'appoint'
  | 'dismiss'
  | 'handover'
  | 'reschedule'
  | 'reword'
  | 'redirect'
  | 'repeat'
  | 'skipAll'
  | 'moveAll'
  | 'adhoc'
  | 'real'
  | 'halt'
  | 'adjust'
  | 'shift';
export type Form = {
  readonly kind: FormKind;
  /** What it is about: an inject's, a decision's or a message's id. */
  readonly target?: string;
  /** What it was made from: a draft made from something else is out of date. */
  readonly basis?: string;
  readonly title: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
  /** The focused field; after the last one stands the button. */
  readonly at: number;
  /** Why it could not be sent. */
  readonly error?: string | undefined;
};

export function line(id: string, label: string, value = '', optional = false): Field {
  return { type: 'line', id, label, value, cursor: value.length, optional };
}
export function text(id: string, label: string, value = ''): Field {
  return { type: 'text', id, label, value, cursor: value.length };
}
export function pick(
  id: string,
  label: string,
  options: readonly Option[],
  chosen?: string,
): Field {
  const first = chosen ?? options[0]?.id;
  const at = Math.max(
    0,
    options.findIndex((o) => o.id === first),
  );
  return {
    type: 'pick',
    id,
    label,
    options,
    chosen: first === undefined ? [] : [first],
    search: '',
    at,
  };
}
export function picks(
  id: string,
  label: string,
  options: readonly Option[],
  chosen: readonly string[] = [],
  optional = false,
): Field {
  return { type: 'picks', id, label, options, chosen, search: '', at: 0, optional };
}

/** What is written in a field, without space around it. */
export function valueOf(form: Form, id: string): string {
  const field = form.fields.find((f) => f.id === id);
  if (!field) return '';
  return 'chosen' in field ? (field.chosen[0] ?? '') : field.value.trim();
}
export function chosenOf(form: Form, id: string): readonly string[] {
  const field = form.fields.find((f) => f.id === id);
  return field?.type === 'pick' || field?.type === 'picks' ? field.chosen : [];
}

/** The first field that must be filled in and is not. */
export function missing(form: Form): Field | undefined {
  return form.fields.find((field) => {
    if (field.optional) return false;
    return 'chosen' in field ? field.chosen.length === 0 : field.value.trim() === '';
  });
}

/** Whether anything has been written that would be a pity to lose. */
export function begun(form: Form): boolean {
  return form.fields.some((f) => !('chosen' in f) && f.value.trim() !== '' && !untouched(f));
}

/** A form of one line needs no button: Enter sends it. */
export function hasButton(form: Form): boolean {
  return form.fields.length > 1 || form.fields[0]?.type !== 'line';
}

export function fits(field: Extract<Field, { type: 'pick' | 'picks' }>): readonly Option[] {
  return closest(field.options, field.search, nameOf);
}

/** Asked for at every key: the letters of an option are worked out once. */
const names = new WeakMap<Option, string>();
function nameOf(option: Option): string {
  const known = names.get(option) ?? searchable(`${option.name} ${option.note ?? ''}`);
  names.set(option, known);
  return known;
}

export type Pressed = { readonly form: Form; readonly submit: boolean };

/** The form after a key, and whether the key sent it. */
export function pressForm(form: Form, key: Key): Pressed {
  const field = form.fields[form.at];
  const stays = (next: Form): Pressed => ({ form: next, submit: false });
  if (key.name === 'tab') return stays(focus(form, form.at + 1));
  if (key.name === 'shift+tab') return stays(focus(form, form.at - 1));
  if (key.name === 'ctrl+s') return { form, submit: true };
  if (!field) return key.name === 'return' ? { form, submit: true } : stays(walk(form, key));
  if (key.name === 'return' && field.type !== 'text') {
    if (!hasButton(form)) return { form, submit: true };
    return stays(focus(changed(form, settle(field)), form.at + 1));
  }
  const next = 'chosen' in field ? pressPick(field, key) : pressText(field, key);
  return stays(next === field ? walk(form, key) : changed(form, next));
}

function focus(form: Form, at: number): Form {
  const stops = form.fields.length + (hasButton(form) ? 1 : 0);
  return { ...form, at: (at + stops) % stops };
}

/** The arrows lead out of a field that has no use for them. */
function walk(form: Form, key: Key): Form {
  if (key.name === 'up') return focus(form, form.at - 1);
  if (key.name === 'down') return focus(form, form.at + 1);
  return form;
}

function changed(form: Form, field: Field): Form {
  const before = form.fields.find((f) => f.id === field.id);
  const fields = form.fields.map((f) => (f.id === field.id ? field : f));
  return { ...form, fields: refilled(fields, before, field), error: undefined };
}

/** Leaving a choice empties its search, so that the list is whole when one comes back. */
function settle(field: Field): Field {
  if (!('chosen' in field) || field.search === '') return field;
  const at = field.options.findIndex((o) => o.id === field.chosen[0]);
  return { ...field, search: '', at: Math.max(0, at) };
}

type Choice = Extract<Field, { type: 'pick' | 'picks' }>;
function pressPick(field: Choice, key: Key): Field {
  const shown = fits(field);
  if (key.name === 'up' && field.at > 0) return marked(field, moved(shown.length, field.at, -1));
  if (key.name === 'down' && field.at < shown.length - 1) {
    return marked(field, moved(shown.length, field.at, 1));
  }
  if (field.type === 'picks' && key.text === ' ') return toggled(field, shown[field.at]?.id);
  if (key.name === 'backspace') return searched(field, field.search.slice(0, -1));
  if (key.text !== '') return searched(field, field.search + key.text);
  return field;
}

function marked(field: Choice, at: number): Field {
  const id = fits(field)[at]?.id;
  return { ...field, at, chosen: field.type === 'pick' && id !== undefined ? [id] : field.chosen };
}

function toggled(field: Choice, id: string | undefined): Field {
  if (id === undefined) return field;
  const chosen = field.chosen.includes(id)
    ? field.chosen.filter((c) => c !== id)
    : [...field.chosen, id];
  return { ...field, chosen };
}

function searched(field: Choice, search: string): Field {
  if (search === field.search) return field;
  return marked({ ...field, search, at: 0 }, 0);
}
