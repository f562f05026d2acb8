/** Knows: how a half-written form is kept and found again. Does not know: when that is. */
import type { Form } from './form.ts';
import type { Ui } from './scene.ts';

/** One draft for each form and what it is about. */
function draftKey(form: Form): string {
  return `${form.kind}:${form.target ?? ''}`;
}

/** What was written in the same form before, with the choices as they are now. */
export function restored(ui: Ui, form: Form): Form {
  const draft = ui.drafts[draftKey(form)];
  if (draft?.basis !== form.basis || !draft) return form;
  const fields = form.fields.map((field) => {
    const old = draft.fields.find((f) => f.id === field.id && f.type === field.type);
    if (!old) return field;
    const now = 'options' in field ? { options: field.options } : {};
    return { ...old, ...now, label: field.label };
  });
  return { ...form, fields };
}

export function without(drafts: Ui['drafts'], form: Form): Ui['drafts'] {
  return { ...drafts, [draftKey(form)]: undefined };
}

export function keptDraft(drafts: Ui['drafts'], form: Form): Ui['drafts'] {
  return { ...drafts, [draftKey(form)]: form };
}
