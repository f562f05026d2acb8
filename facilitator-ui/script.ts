/**
 * Working on the script while it runs: which keys there are for it, what each begins with and what
 * its form becomes. Knows: the acts. Does not know: their forms and effects (retime, reword, redirect, adhoc).
 */
import type { Asked } from './alter.ts';
import { adhocForm, finishAdhoc } from './adhoc.ts';
import { chosenRef } from './choice.ts';
import type { Form } from './form.ts';
import { isAhead } from './marks.ts';
import { finishRedirect, finishRepeat, redirectForm, repeatForm } from './redirect.ts';
import { finishReschedule, rescheduleForm } from './retime.ts';
import { finishReword, rewordForm } from './reword.ts';
import { words, type Scene, type Ui } from './scene.ts';

type ScriptAction = 'reschedule' | 'reword' | 'redirect' | 'repeat';
type ScriptForm = ScriptAction | 'adhoc';
/** One row of the table of keys. */
type ScriptBinding = {
  readonly action: ScriptAction;
  readonly keys: readonly string[];
  readonly shown: string;
  readonly group: 'injects';
  readonly applies: (scene: Scene) => boolean;
};

const inStatus = ({ view }: Scene, ...wanted: readonly string[]): boolean =>
  wanted.includes(view.exercise?.['exercise']?.status ?? '');

/** The inject that is chosen on the script's own panel. */
function chosenInject(scene: Scene) {
  const ref = scene.ui.panel === 'injects' ? chosenRef(scene) : undefined;
  return ref?.kind === 'inject' ? scene.view.injects?.[ref.id] : undefined;
}

const beforeEnd = (scene: Scene): boolean => inStatus(scene, 'planned', 'running', 'paused');

function isChangeable(scene: Scene): boolean {
  const row = chosenInject(scene);
  return row !== undefined && isAhead(row) && beforeEnd(scene);
}

function isRepeatable(scene: Scene): boolean {
  return chosenInject(scene)?.status === 'released' && inStatus(scene, 'running', 'paused');
}

/** What is out cannot be released: there the same key releases it once more. */
export const SCRIPT_BINDINGS: readonly ScriptBinding[] = [
  { action: 'repeat', keys: ['r'], shown: 'r', group: 'injects', applies: isRepeatable },
  { action: 'reschedule', keys: ['u'], shown: 'u', group: 'injects', applies: isChangeable },
  { action: 'reword', keys: ['k'], shown: 'k', group: 'injects', applies: isChangeable },
  { action: 'redirect', keys: ['a'], shown: 'a', group: 'injects', applies: isChangeable },
];

const ON_A_ROW: ReadonlySet<string> = new Set<ScriptAction | OlderAction>([
  'release',
  'hold',
  'unhold',
  'skip',
  'ask',
  'drop',
  ...SCRIPT_BINDINGS.map(({ action }) => action),
  'pick',
]);
type OlderAction = 'release' | 'hold' | 'unhold' | 'skip' | 'ask' | 'drop' | 'pick';

/**
 * Unchosen, the marker follows what is next. An act on that row changes what is next, and a second
 * key would then act on another: so the row is chosen from the first act on it.
 */
export function keptChoice(action: string, scene: Scene): Partial<Ui> {
  const { chosen, panel } = scene.ui;
  if (panel !== 'injects' || !ON_A_ROW.has(action)) return {};
  return { chosen: { ...chosen, injects: chosenRef(scene) } };
}

export function beginScript(
  action: ScriptForm,
  scene: Scene,
): Asked | { readonly type: 'notice'; readonly text: string } {
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

export function finishScript(filled: Form, kind: ScriptForm, scene: Scene): Asked {
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
