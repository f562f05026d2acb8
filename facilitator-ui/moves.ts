/** Knows: what moving about the screen does. Does not know: acts, forms or the host. */
import { chosenAfter, chosenRef, homeOf } from './choice.ts';
import type { Action } from './binding.ts';
import { soughtFor } from './filter.ts';
import { toggledAll, toggledMark } from './marks.ts';
import { moveStaff } from './staff.ts';
import { FILTERS, MAILS, PANELS, words, type Ref, type Scene, type Ui } from './scene.ts';

/** Actions that only change what is on the screen. */
export function moveAbout(action: Action, name: string, scene: Scene): Partial<Ui> | undefined {
  const { ui } = scene;
  const page = Math.max(1, Math.floor((ui.size.rows - 8) / 2));
  const move = (by: number): Partial<Ui> => ({ chosen: chosenBy(scene, by) });
  switch (action) {
    case 'panel':
      return { panel: PANELS[Number(name) - 1] ?? ui.panel };
    case 'nextPanel':
      return { panel: cycled(PANELS, ui.panel, 1) };
    case 'previousPanel':
      return { panel: cycled(PANELS, ui.panel, -1) };
    case 'up':
      return move(-1);
    case 'down':
      return move(1);
    case 'pageUp':
      return move(-page);
    case 'pageDown':
      return move(page);
    case 'top':
      return move(-Infinity);
    case 'bottom':
      return move(Infinity);
    case 'filter':
      return { filter: cycled(FILTERS, ui.filter, 1) };
    case 'inbox':
      return { mail: cycled(MAILS, ui.mail, 1), chosen: { ...ui.chosen, messages: undefined } };
    case 'pick':
      return toggledMark(scene) ?? notMarkable(scene);
    case 'pickAll':
      return toggledAll(scene);
    case 'mark':
      return { marks: toggled(ui.marks, chosenRef(scene)?.id) };
    case 'language':
      return { lang: ui.lang === 'da' ? 'en' : 'da' };
    case 'help':
      return { overlay: { type: 'help', scroll: 0 } };
    case 'links':
      return { overlay: { type: 'links', scroll: 0 } };
    case 'find':
      return { overlay: { type: 'filter' } };
    case 'palette':
    case 'entry':
      return { overlay: { type: 'palette', query: action === 'entry' ? '#' : '', at: 0 } };
    case 'back':
      return backed(ui);
    case 'open':
      return opened(scene);
    case 'goto':
      return gone(scene);
    default:
      return moveStaff(action, scene);
  }
}

function chosenBy(scene: Scene, by: number): Ui['chosen'] {
  return { ...scene.ui.chosen, [scene.ui.panel]: chosenAfter(scene, by) };
}

function opened(scene: Scene): Partial<Ui> {
  const ref = chosenRef(scene);
  return ref ? { overlay: { type: 'detail', ref, scroll: 0 } } : {};
}

function notMarkable(scene: Scene): Partial<Ui> {
  return { notice: { tone: 'warn', text: words(scene).script.several.notAhead } };
}

/** One thing at a time: the filter first, then the past, then the marks. */
function backed(ui: Ui): Partial<Ui> {
  if ((ui.sought?.[ui.panel] ?? '') !== '') return soughtFor(ui, '');
  if (!ui.past && ui.panel === 'injects') return { picked: [] };
  return { past: undefined };
}

function gone(scene: Scene): Partial<Ui> {
  const ref = chosenRef(scene);
  return ref ? goneTo(scene, ref) : {};
}

/** On the panel where the row is at home, chosen; a filter there might hide it. */
export function goneTo(scene: Scene, ref: Ref): Partial<Ui> {
  const home = homeOf(scene, ref);
  return {
    panel: home.panel,
    filter: 'all',
    ...(home.ref.kind === 'message' ? { mail: 'inbox' } : {}),
    sought: { ...scene.ui.sought, [home.panel]: '' },
    overlay: { type: 'none' },
    chosen: { ...scene.ui.chosen, [home.panel]: home.ref },
  };
}

function cycled<T>(all: readonly T[], current: T, by: 1 | -1): T {
  return all[(all.indexOf(current) + by + all.length) % all.length] ?? current;
}

function toggled(marks: readonly string[], id: string | undefined): readonly string[] {
  if (id === undefined) return marks;
  return marks.includes(id) ? marks.filter((mark) => mark !== id) : [...marks, id];
}
