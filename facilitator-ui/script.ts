/**
 * Working on the script while it runs: which keys there are for it, what each begins with and what
 * its form becomes. Knows: the acts. Does not know: their forms and effects (retime, reword, redirect, adhoc).
 */
import type { Step } from './acts.ts';
import { adhocForm, finishAdhoc } from './adhoc.ts';
import { chosenRef } from './choice.ts';
import type { Form } from './form.ts';
import type { Binding } from './keys.ts';
import { finishRedirect, finishRepeat, redirectForm, repeatForm } from './redirect.ts';
import { finishReschedule, rescheduleForm } from './retime.ts';
import { finishReword, rewordForm } from './reword.ts';
import { words, type Scene } from './scene.ts';

type ScriptAction = 'reschedule' | 'reword' | 'redirect' | 'repeat';
export type ScriptForm = ScriptAction | 'adhoc';

const inStatus = ({ view }: Scene, ...wanted: readonly string[]): boolean =>
  wanted.includes(view.exercise?.['exercise']?.status ?? '');

/** The inject that is chosen on the script's own panel. */
function chosenInject(scene: Scene) {
  const ref = scene.ui.panel === 'injects' ? chosenRef(scene) : undefined;
  return ref?.kind === 'inject' ? scene.view.injects?.[ref.id] : undefined;
}

function isAhead(scene: Scene): boolean {
  const status = chosenInject(scene)?.status;
  const open = status === 'planned' || status === 'held';
  return open && inStatus(scene, 'planned', 'running', 'paused');
}

function isRepeatable(scene: Scene): boolean {
  return chosenInject(scene)?.status === 'released' && inStatus(scene, 'running', 'paused');
}

/** What is out cannot be released: there the same key releases it once more. */
export const SCRIPT_BINDINGS: readonly Binding[] = [
  { action: 'repeat', keys: ['r'], shown: 'r', group: 'injects', applies: isRepeatable },
  { action: 'reschedule', keys: ['u'], shown: 'u', group: 'injects', applies: isAhead },
  { action: 'reword', keys: ['k'], shown: 'k', group: 'injects', applies: isAhead },
  { action: 'redirect', keys: ['a'], shown: 'a', group: 'injects', applies: isAhead },
];

export function beginScript(action: ScriptForm, scene: Scene): Step {
  if (action === 'adhoc') return { type: 'form', form: adhocForm(scene) };
  const row = chosenInject(scene);
  if (!row) return { type: 'notice', text: words(scene).notAllowedYet };
  const forms = {
    reschedule: rescheduleForm,
    reword: rewordForm,
    redirect: redirectForm,
    repeat: repeatForm,
  };
  return { type: 'form', form: forms[action](scene, row) };
}

export function finishScript(filled: Form, kind: ScriptForm, scene: Scene): Step {
  if (kind === 'adhoc') return finishAdhoc(filled, scene);
  const w = words(scene).script.form;
  const row = scene.view.injects?.[filled.target ?? ''];
  const status = kind === 'repeat' ? ['released'] : ['planned', 'held'];
  if (!row || !status.includes(row.status)) {
    const error = kind === 'repeat' ? w.notOut : w.gone;
    return { type: 'form', form: { ...filled, error } };
  }
  switch (kind) {
    case 'reschedule':
      return finishReschedule(filled, scene, row);
    case 'reword':
      return finishReword(filled, scene, row);
    case 'redirect':
      return finishRedirect(filled, scene, row);
    case 'repeat':
      return finishRepeat(filled, scene, row);
    default:
      return kind satisfies never;
  }
}
