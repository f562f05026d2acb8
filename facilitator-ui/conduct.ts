/**
 * What the keys and the orders of pacing come to. Knows: which step each begins with.
 * Does not know: what the steps say (hold, turn, shift, preflight).
 */
import type { Step } from './step.ts';
import { finishHalt, haltAs, haltForm, realForm, whyNot } from './hold.ts';
import type { Form } from './form.ts';
import type { Ordered } from './ordered.ts';
import { held, steered, underway } from './status.ts';
import { proposesTurns } from './preflight.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import { adjustForm, adjustTo, finishShift, shiftBy, shiftForm } from './shift.ts';
import { current, phaseName } from './strand.ts';
import { turn } from './turn.ts';
import { firstWord } from './typed.ts';

export type PacingAction = 'real' | 'halt' | 'turn' | 'adjust' | 'shift';

export function beginPacing(action: PacingAction, scene: Scene): Step {
  switch (action) {
    case 'real':
      return { type: 'form', form: realForm(scene) };
    case 'halt':
      return { type: 'form', form: haltForm(scene) };
    case 'turn':
      return turn(scene);
    case 'adjust': {
      const form = adjustForm(scene);
      return form ? { type: 'form', form } : { type: 'notice', text: words(scene).noPhases };
    }
    case 'shift':
      return { type: 'form', form: shiftForm(scene) };
    default:
      return action satisfies never;
  }
}

export function finishPacing(filled: Form, scene: Scene): Step {
  return filled.kind === 'real' || filled.kind === 'halt'
    ? finishHalt(filled, scene)
    : finishShift(filled, scene);
}

const tell = (text: string): Ordered => ({ type: 'say', text });
const asked = (made: Confirm | string): Ordered =>
  typeof made === 'string' ? tell(made) : { type: 'confirm', confirm: made };
type Reader = (scene: Scene, rest: string) => Ordered;

export const PACING_ORDERS: readonly (readonly [readonly string[], Reader])[] = [
  [['klar', 'ready'], () => ({ type: 'preflight' })],
  [['start', 'startex'], start],
  [['pause'], pause],
  [['reel', 'real'], (scene, rest) => halted(scene, 'real', rest)],
  [['tur', 'turn'], (scene) => when(steered(scene), scene, () => orderOf(turn(scene)))],
  [
    ['forskyd', 'shift'],
    (scene, rest) =>
      when(steered(scene), scene, () => {
        const { word, rest: reason } = firstWord(rest);
        return asked(shiftBy(scene, word, reason.trim()));
      }),
  ],
  [
    ['fasetid', 'forlæng', 'forkort', 'extend', 'shorten'],
    (scene, rest) => when(steered(scene), scene, () => adjust(scene, rest)),
  ],
];

function when(may: boolean, scene: Scene, then: () => Ordered): Ordered {
  return may ? then() : tell(whyNot(scene));
}

function orderOf(step: Extract<Step, { readonly type: 'act' | 'confirm' | 'notice' }>): Ordered {
  return step.type === 'notice' ? tell(step.text) : step;
}

/** `start`, as proposed for this kind of exercise; `start tur` and `start tid` say which. */
function start(scene: Scene, rest: string): Ordered {
  const w = words(scene).pacing.orders;
  const { word } = firstWord(rest);
  const said = word.toLowerCase();
  if (w.step.includes(said)) return { type: 'preflight', start: { step: true } };
  if (w.time.includes(said)) return { type: 'preflight', start: { step: false } };
  if (said !== '') return tell(words(scene).orders.noSuch(word));
  return { type: 'preflight', start: { step: proposesTurns(scene) } };
}

/** The first word can say what it is for; any other begins the reason. */
function pause(scene: Scene, rest: string): Ordered {
  const w = words(scene).pacing.orders;
  const { word, rest: reason } = firstWord(rest);
  const said = word.toLowerCase();
  if (w.discussion.includes(said)) return halted(scene, 'discussion', reason);
  if (w.step.includes(said)) return halted(scene, 'step', reason);
  return halted(scene, 'ordinary', rest);
}

function halted(scene: Scene, kind: string, reason: string): Ordered {
  const may = underway(scene) && !(kind === 'real' && held(scene) === 'real');
  return when(may, scene, () => orderOf(haltAs(scene, kind, reason.trim())));
}

/** The phase is named only where the story stands in several. */
function adjust(scene: Scene, rest: string): Ordered {
  const here = current(scene.view);
  const { word, rest: after } = firstWord(rest);
  const named = here.find(
    (row) =>
      row.id === word ||
      (word !== '' && phaseName(row, scene.ui.lang).toLowerCase().startsWith(word.toLowerCase())),
  );
  const [only] = here;
  const row = named ?? (here.length === 1 ? only : undefined);
  if (!row) {
    const names = here.map(({ id }) => id).join(', ');
    return tell(only ? words(scene).pacing.orders.which(names) : words(scene).noPhases);
  }
  const { word: source, rest: reason } = named ? firstWord(after) : firstWord(rest);
  return asked(adjustTo(scene, row.id, source, reason.trim()));
}
