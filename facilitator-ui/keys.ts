/**
 * Every key, in one table: what it does, where it applies, where it is explained.
 * The store, the key line and the help are all read from it. Does not know: how anything is done.
 */
import { scheduled } from './rows.ts';
import { PANELS, type Scene } from './scene.ts';
import { MARK_BINDINGS, standingBack } from './marking.ts';
import { SCRIPT_BINDINGS } from './script.ts';
import type { Action, Binding, Group } from './binding.ts';
import { chosenQuestion, chosenRef } from './choice.ts';
import { guarded, STAFF_BINDINGS, whyBarred } from './staff.ts';
import { peopleIn } from './doors.ts';
import { SCRIBE_BINDINGS } from './scribe.ts';
import { answersFor, SIMCELL_BINDINGS } from './simcell.ts';
import { PACING_BINDINGS, TURN_BINDING } from './pacing.ts';
import { byTurns, during, held, steered, underway } from './status.ts';

const conducted = steered;
const always = (): boolean => true;

const chosenInject = (scene: Scene) => {
  const ref = chosenRef(scene);
  return ref?.kind === 'inject' ? scene.view.injects?.[ref.id] : undefined;
};
/** A question to control can be answered as long as anything is taken; a message while time is kept. */
const answerable = (scene: Scene): boolean => {
  const ref = chosenRef(scene);
  if (ref?.kind === 'ask') return !during('closed')(scene);
  return conducted(scene) && answersFor(scene, ref);
};
const hasPeople = (scene: Scene): boolean => {
  const ref = chosenRef(scene);
  return ref?.kind === 'role' && peopleIn(scene, ref.id).length > 0;
};
const beforeEnd = (scene: Scene): boolean =>
  held(scene) !== 'real' && during('planned', 'running', 'paused')(scene);
const onOverview = ({ ui }: Scene): boolean => ui.panel === 'overview';
const hasSimulated = ({ view }: Scene): boolean =>
  Object.values(view.roles ?? {}).some((role) => role.simulated);

const inPast = ({ ui }: Scene): boolean => ui.past !== undefined;

/** In the order in which the help has them; of several that apply a key means the first. */
const TABLE: readonly Binding[] = [
  TURN_BINDING,
  {
    action: 'release',
    keys: ['r'],
    shown: 'r',
    group: 'injects',
    applies: (s) => conducted(s) && isComing(s),
  },
  {
    action: 'hold',
    keys: ['h'],
    shown: 'h',
    group: 'injects',
    applies: (s) => beforeEnd(s) && chosenInject(s)?.status === 'planned',
  },
  {
    action: 'unhold',
    keys: ['h'],
    shown: 'h',
    group: 'injects',
    applies: (s) => beforeEnd(s) && chosenInject(s)?.status === 'held',
  },
  {
    action: 'skip',
    keys: ['x'],
    shown: 'x',
    group: 'injects',
    applies: (s) => beforeEnd(s) && isComing(s),
  },
  ...SCRIPT_BINDINGS,
  ...MARK_BINDINGS,
  {
    action: 'ask',
    keys: ['r'],
    shown: 'r',
    group: 'injects',
    applies: (s) => conducted(s) && chosenQuestion(s)?.status === 'planned',
  },
  {
    action: 'drop',
    keys: ['x'],
    shown: 'x',
    group: 'injects',
    applies: (s) => beforeEnd(s) && chosenQuestion(s)?.status === 'planned',
  },
  { action: 'answer', keys: ['a'], shown: 'a', group: 'people', applies: answerable },
  ...SIMCELL_BINDINGS,
  {
    action: 'free',
    keys: ['f'],
    shown: 'f',
    group: 'people',
    applies: (s) => s.ui.panel === 'roles' && hasPeople(s),
  },
  {
    action: 'codes',
    keys: ['k'],
    shown: 'k',
    group: 'people',
    applies: ({ ui }) => ui.panel === 'roles',
  },
  { action: 'decide', keys: ['d'], shown: 'd', group: 'people', applies: conducted },
  {
    action: 'goto',
    keys: ['return'],
    shown: 'Enter',
    group: 'screen',
    applies: (s) => onOverview(s) && chosenRef(s) !== undefined,
  },
  {
    action: 'open',
    keys: ['return'],
    shown: 'Enter',
    group: 'screen',
    applies: (s) => !onOverview(s) && chosenRef(s) !== undefined,
  },
  {
    action: 'filter',
    keys: ['f'],
    shown: 'f',
    group: 'injects',
    applies: ({ ui }) => ui.panel === 'injects',
  },
  {
    action: 'find',
    keys: ['/'],
    shown: '/',
    group: 'finding',
    applies: (s) => !onOverview(s),
  },
  {
    action: 'eyes',
    keys: ['v'],
    shown: 'v',
    group: 'finding',
    applies: (s) => s.ui.panel === 'roles' && chosenRef(s)?.kind === 'role',
  },
  { action: 'past', keys: ['z'], shown: 'z', group: 'finding', applies: always },
  { action: 'earlier', keys: ['left'], shown: '←', group: 'finding', applies: inPast },
  { action: 'later', keys: ['right'], shown: '→', group: 'finding', applies: inPast },
  { action: 'minuteBack', keys: [','], shown: ',', group: 'finding', applies: inPast },
  { action: 'minuteOn', keys: ['.'], shown: '.', group: 'finding', applies: inPast },
  { action: 'palette', keys: ['ctrl+p', ':'], shown: ':', group: 'finding', applies: always },
  { action: 'entry', keys: ['#'], shown: '#', group: 'finding', applies: always, quiet: true },
  { action: 'start', keys: ['s'], shown: 's', group: 'conduct', applies: during('planned') },
  { action: 'pause', keys: ['p'], shown: 'p', group: 'conduct', applies: during('running') },
  { action: 'resume', keys: ['p'], shown: 'p', group: 'conduct', applies: during('paused') },
  ...PACING_BINDINGS,
  { action: 'hotwash', keys: ['w'], shown: 'w', group: 'conduct', applies: during('ended') },
  {
    action: 'debrief',
    keys: ['D'],
    shown: 'D',
    group: 'conduct',
    applies: during('ended', 'hotwash', 'closed'),
  },
  {
    action: 'close',
    keys: ['c'],
    shown: 'c',
    group: 'conduct',
    applies: during('ended', 'hotwash'),
  },
  { action: 'write', keys: ['i'], shown: 'i', group: 'injects', applies: conducted },
  {
    action: 'send',
    keys: ['m'],
    shown: 'm',
    group: 'people',
    applies: (s) => conducted(s) && hasSimulated(s),
  },
  {
    action: 'observe',
    keys: ['o'],
    shown: 'o',
    group: 'people',
    applies: during('planned', 'running', 'paused', 'ended', 'hotwash'),
  },
  ...SCRIBE_BINDINGS,
  {
    action: 'next',
    keys: ['n'],
    shown: 'n',
    group: 'conduct',
    applies: (s) => conducted(s) && !byTurns(s) && scheduled(s.view).length > 0,
  },
  { action: 'jump', keys: ['j'], shown: 'j', group: 'conduct', applies: conducted },
  { action: 'pace', keys: ['t'], shown: 't', group: 'conduct', applies: beforeEnd },
  {
    action: 'faster',
    keys: ['+'],
    shown: '+',
    group: 'conduct',
    applies: beforeEnd,
    quiet: true,
  },
  {
    action: 'slower',
    keys: ['-'],
    shown: '-',
    group: 'conduct',
    applies: beforeEnd,
    quiet: true,
  },
  { action: 'phase', keys: ['b'], shown: 'b', group: 'conduct', applies: conducted },
  { action: 'end', keys: ['e'], shown: 'e', group: 'conduct', applies: underway },
  ...STAFF_BINDINGS,
  { action: 'links', keys: ['l'], shown: 'l', group: 'screen', applies: always },
  { action: 'language', keys: ['g'], shown: 'g', group: 'screen', applies: always },
  { action: 'help', keys: ['?'], shown: '?', group: 'screen', applies: always },
  { action: 'quit', keys: ['q', 'ctrl+c'], shown: 'q', group: 'screen', applies: always },
  {
    action: 'panel',
    keys: PANELS.map((_, index) => String(index + 1)),
    shown: `1–${PANELS.length}`,
    group: 'screen',
    applies: always,
    quiet: true,
  },
  quiet('nextPanel', ['tab'], 'Tab'),
  quiet('previousPanel', ['shift+tab'], '⇧Tab'),
  // Where one looks at the past, these lead through time.
  { ...quiet('nextPanel', ['right'], '→'), applies: (s) => !inPast(s) },
  { ...quiet('previousPanel', ['left'], '←'), applies: (s) => !inPast(s) },
  quiet('up', ['up'], '↑'),
  quiet('down', ['down'], '↓'),
  quiet('pageUp', ['pageup'], 'PgUp'),
  quiet('pageDown', ['pagedown'], 'PgDn'),
  // On the script it marks.
  { ...quiet('pageDown', [' '], '␣'), applies: (s) => !marksHere(s) },
  quiet('top', ['home'], 'Home'),
  quiet('bottom', ['end'], 'End'),
  quiet('back', ['escape'], 'Esc'),
];

const KEYS: readonly Binding[] = TABLE.map(standingBack);

function quiet(action: Action, keys: readonly string[], shown: string): Binding {
  return { action, keys, shown, group: 'screen', applies: always, quiet: true };
}

function marksHere(scene: Scene): boolean {
  return BINDINGS.some(({ action, applies }) => action === 'pick' && applies(scene));
}

function isComing(scene: Scene): boolean {
  const status = chosenInject(scene)?.status;
  return status === 'planned' || status === 'held';
}

/** In the past one looks: what would do anything does not apply there. */
const LOOKS: readonly Action[] = ['filter'];
/** Each only for those who may use it. */
export const BINDINGS: readonly Binding[] = KEYS.map(guarded).map((binding) => {
  const { action, group, applies } = binding;
  const looks = group === 'screen' || group === 'finding' || LOOKS.includes(action);
  return looks ? binding : { ...binding, applies: (scene) => !inPast(scene) && applies(scene) };
});

/** What the key does here; nothing where it does not apply. */
export function bindingFor(name: string, scene: Scene): Binding | undefined {
  return BINDINGS.find((binding) => binding.keys.includes(name) && binding.applies(scene));
}

/** Why the key does nothing, where that is for who one is. */
export function whyNotMine(name: string, scene: Scene): string | undefined {
  const there = KEYS.filter((one) => one.keys.includes(name) && one.applies(scene));
  return whyBarred(scene, there);
}

/** Whether the key means something at another time or place. */
export function isKnownKey(name: string): boolean {
  return BINDINGS.some((binding) => binding.keys.includes(name));
}

/** The table as the help shows it. */
export function bindingsByGroup(): readonly (readonly [Group, readonly Binding[]])[] {
  const groups: readonly Group[] = ['conduct', 'injects', 'people', 'finding', 'screen'];
  return groups.map((group) => [group, BINDINGS.filter((binding) => binding.group === group)]);
}
