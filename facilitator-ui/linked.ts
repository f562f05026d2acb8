/**
 * Fields of a form that follow from other fields, or from what was chosen outside it.
 * Knows: which forms have such fields. Does not know: what they follow by (simcell, scribe).
 */
import type { Form } from './form.ts';
import type { Scene } from './scene.ts';
import { fittedDecision, withMarks } from './scribe.ts';
import { filledIn } from './simcell.ts';

/** A form as it comes up, with what a draft has put into it. */
export function opened(form: Form, scene: Scene): Form {
  switch (form.kind) {
    case 'decide':
      return fittedDecision(form, scene);
    case 'observe':
      return withMarks(form, scene);
    default:
      return form;
  }
}

/** A form after a key. */
export function followed(before: Form, after: Form, scene: Scene): Form {
  if (before.fields === after.fields) return after;
  switch (after.kind) {
    case 'decide':
      return fittedDecision(after, scene);
    case 'send':
    case 'reply':
      return filledIn(before, after, scene);
    default:
      return after;
  }
}
