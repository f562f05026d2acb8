/** The last lines: what the console has to say, and which keys do something here and now. */
import { rule, span } from '../layout.ts';
import { debriefKeys } from './debrief.ts';
import { hasButton } from '../form.ts';
import type { Binding } from '../binding.ts';
import { offered } from '../keyline.ts';
import { words, type Line, type Scene, type Span } from '../scene.ts';
import { ownRow } from '../lane.ts';
import { shutOut } from '../staff.ts';
import { cut, widthOf } from '../width.ts';

export const FOOT = 3;

export function footLines(scene: Scene): readonly Line[] {
  const { columns } = scene.ui.size;
  const [said, how] = shutOut(scene.client, scene.ui.lang, scene.folder);
  if (said !== undefined && scene.ui.overlay.type === 'none') {
    const [first, second] = keyLines(scene, columns);
    const way = how === undefined ? first : [span(` ${how}`, 'strong')];
    return [[span(` ! ${said}`, 'alarm')], way, second];
  }
  const keys = scene.ui.overlay.type === 'none' ? keyLines(scene, columns) : overlayKeys(scene);
  return [messageLine(scene, columns), ...keys];
}

function messageLine(scene: Scene, width: number): Line {
  const w = words(scene);
  const { notice } = scene.ui;
  const lost = scene.client.connection === 'waiting' || scene.client.connection === 'closed';
  if (notice) return [span(` ${notice.text}`, notice.tone)];
  if (lost) return [span(` ! ${w.connection[scene.client.connection]}`, 'alarm')];
  return rule(width);
}

/** Two lines of keys; those that matter most here come first, the rest is in the help. */
function keyLines(scene: Scene, width: number): readonly [Line, Line] {
  const shown = offered(scene);
  const always = shown.filter(({ action }) => action === 'help' || action === 'quit');
  const rest = shown.filter((binding) => !always.includes(binding));
  const first = packed(scene, rest, width - 1);
  const end = always.reduce((sum, binding) => sum + keyWidth(scene, binding), 0);
  const second = packed(scene, rest.slice(first.length), width - 1 - end);
  const draw = (bindings: readonly Binding[]): Line => [
    span(' '),
    ...bindings.flatMap((binding) => keySpans(scene, binding)),
  ];
  return [draw(first), draw([...second, ...always])];
}

/** As many as fit, from the first on. */
function packed(scene: Scene, bindings: readonly Binding[], width: number): readonly Binding[] {
  let used = 0;
  const over = bindings.findIndex((binding) => {
    used += keyWidth(scene, binding);
    return used > width;
  });
  return over === -1 ? bindings : bindings.slice(0, over);
}

function keySpans(scene: Scene, binding: Binding): readonly Span[] {
  return [
    span(binding.shown, 'info'),
    span(` ${words(scene).actions[binding.action]}`, 'plain'),
    span('  '),
  ];
}

function keyWidth(scene: Scene, binding: Binding): number {
  return keySpans(scene, binding).reduce((sum, { text }) => sum + widthOf(cut(text, 60)), 0);
}

/** While something lies on top, only its own keys do anything. */
function overlayKeys(scene: Scene): readonly [Line, Line] {
  const w = words(scene);
  const { overlay } = scene.ui;
  switch (overlay.type) {
    case 'form': {
      const field = overlay.form.fields[overlay.form.at];
      const hint = field?.type === 'pick' ? w.form.pick : w.form.picks;
      const own = field && 'chosen' in field ? [hint] : [];
      const next = hasButton(overlay.form) ? [w.form.next, w.form.sendKey] : [w.form.enter];
      return [
        keyed(own.length > 0 ? own : next),
        keyed([...(own.length > 0 ? next : []), w.form.escape]),
      ];
    }
    case 'preflight':
    case 'confirm':
      return [keyed([w.escape]), keyed([])];
    case 'codes':
      return [keyed([...(scene.linkOf ? [w.doors.linkKey] : []), w.scroll]), keyed([])];
    case 'filter':
      return [keyed([w.search.filterKeys]), keyed([])];
    case 'palette':
      return [keyed([w.search.paletteFoot]), keyed([])];
    case 'eyes':
      return [keyed([w.search.eyesKeys]), keyed([w.scroll])];
    case 'staff': {
      const own = ownRow(scene)?.kind === 'lead' ? [w.staff.keys] : [];
      return [keyed([...own, w.staff.keysOther, w.escape]), keyed([])];
    }
    case 'badge':
    case 'results':
    case 'help':
    case 'links':
    case 'detail':
      return [keyed([w.scroll]), keyed([])];
    case 'debrief':
      return debriefKeys(scene, overlay.debrief);
    case 'none':
      return [keyed([]), keyed([])];
    default:
      return overlay satisfies never;
  }
}

function keyed(hints: readonly string[]): Line {
  return [span(` ${hints.join('   ')}`, 'info')];
}
