/**
 * Which keys the key line offers first: the line is short, and what is cut away is in the help and
 * the palette. Knows: what matters most where one is. Does not know: how keys are drawn.
 */
import type { Action, Binding } from './binding.ts';
import { chosenRef } from './choice.ts';
import { BINDINGS } from './keys.ts';
import { stageOf } from './rows.ts';
import type { Scene } from './scene.ts';

/** Leading through time, where one looks at the past. */
const TIME: readonly Action[] = ['earlier', 'later', 'minuteBack', 'minuteOn', 'past'];
/** What the panel is for, done to the chosen row or to all of them. */
const ROW: readonly Action[] = [
  'releaseAll',
  'holdAll',
  'unholdAll',
  'skipAll',
  'moveAll',
  'answer',
  'settle',
  'release',
  'hold',
  'unhold',
  'skip',
  'repeat',
  'reschedule',
  'reword',
  'redirect',
  'ask',
  'drop',
  'pick',
  'mark',
  'correct',
  'free',
  'codes',
  'play',
  'call',
  'eyes',
];
/** What one reaches for wherever one is. */
const CONDUCT: readonly Action[] = [
  'goto',
  'open',
  'start',
  'pause',
  'resume',
  'hotwash',
  'debrief',
  'close',
  'real',
  'write',
  'observe',
  'next',
  'palette',
  'decide',
  'send',
  'find',
  'filter',
  'inbox',
  'jump',
  'pace',
  'phase',
  'end',
];
/** Where everything else has been offered: those one seldom needs, or knows by heart. */
const LAST: readonly Action[] = [
  'past',
  'language',
  'links',
  'bookmark',
  'adjust',
  'shift',
  'halt',
  'office',
  'lane',
  'pickAll',
];

/** All that apply here and are not quiet, those that matter most first. */
export function offered(scene: Scene): readonly Binding[] {
  const order = orderIn(scene);
  const place = ({ action }: Binding): number => {
    const at = order.indexOf(action);
    return at === -1 ? order.length - LAST.length - 0.5 : at;
  };
  return BINDINGS.filter((binding) => !binding.quiet && binding.applies(scene)).sort(
    (a, b) => place(a) - place(b),
  );
}

function orderIn(scene: Scene): readonly Action[] {
  const ref = chosenRef(scene);
  const row = ref?.kind === 'decision' ? scene.view.decisions?.[ref.id] : undefined;
  return [
    'turn',
    ...(scene.ui.past ? TIME : []),
    ...(scene.ui.panel === 'decisions' && row && stageOf(row) === 'open'
      ? (['decide'] as const)
      : []),
    ...ROW,
    ...CONDUCT,
    ...LAST,
  ];
}
