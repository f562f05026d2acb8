/** The last lines: what the console has to say, and which keys do something here and now. */
import { rule, span } from '../layout.ts';
import { BINDINGS, type Binding } from '../keys.ts';
import { words, type Line, type Scene, type Span } from '../scene.ts';
import { cut, widthOf } from '../width.ts';

export const FOOT = 3;

export function footLines(scene: Scene): readonly Line[] {
  const { columns } = scene.ui.size;
  return [messageLine(scene, columns), ...keyLines(scene, columns)];
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
  const shown = BINDINGS.filter((binding) => !binding.quiet && binding.applies(scene));
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
