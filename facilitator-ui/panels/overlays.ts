/** What lies on top of a panel: help, addresses, a row in full, a question. */
import { BLANK, filled, paragraph, rule, span } from '../layout.ts';
import { namesOf } from '../names.ts';
import { words, type Confirm, type Line, type Overlay, type Ref, type Scene } from '../scene.ts';
import { cut } from '../width.ts';
import { homeOf } from '../choice.ts';
import { listOf } from './all.ts';

/** A block of lines of which a part is in sight; the heading says how to see the rest. */
export function scrolling(
  scene: Scene,
  title: string,
  lines: readonly Line[],
  scroll: number,
  height: number,
): readonly Line[] {
  const { columns } = scene.ui.size;
  const w = words(scene);
  const room = height - 1;
  const from = Math.max(0, Math.min(scroll, lines.length - room));
  const below = Math.max(0, lines.length - from - room);
  const end = below > 0 ? `↓ ${w.more(below)}` : '';
  return [rule(columns, title, end), ...filled(lines.slice(from, from + room), room)];
}

/** Addresses and the code, on the whole screen: a code that is cut leads nowhere. */
export function linksLines(scene: Scene, height: number): readonly Line[] {
  const w = words(scene);
  const { columns } = scene.ui.size;
  const links = scene.links.flatMap((link) => paragraph(link, columns, 'strong', 1));
  const start: readonly Line[] = [
    rule(columns, w.links),
    ...(links.length > 0 ? links : [[span(` ${w.noLinks}`)]]),
  ];
  if (scene.qr === undefined) return start;
  const code = scene.qr.split('\n').filter((line) => line !== '');
  // The code is what people need most; the other addresses give way to it.
  for (const above of [start, start.slice(0, 2), start.slice(1, 2)]) {
    if (code.length + above.length > height) continue;
    return [...above, ...code.map((line): Line => [span(`  ${line}`)])];
  }
  return [...start, [span(` ${w.linksSmall}`, 'dim')]];
}

export function detailLines(scene: Scene, ref: Ref): readonly Line[] {
  const list = listOf(homeOf(scene, ref).panel);
  return (list?.detail(scene, ref, scene.ui.size.columns - 4) ?? []).map((line) => [
    span('  '),
    ...line,
  ]);
}

/** Of an act on several injects: for each that it was not done to, why. */
export function resultLines(
  scene: Scene,
  { done, without, scroll }: Extract<Overlay, { readonly type: 'results' }>,
  height: number,
): readonly Line[] {
  const { columns } = scene.ui.size;
  const names = namesOf(scene.view, scene.ui.lang);
  const title = words(scene).script.several.results(done, without.length);
  const lines = without.flatMap(({ inject, why }) =>
    paragraph(`✗ ${names.inject(inject)}: ${why}`, columns - 4, 'warn', 2),
  );
  return scrolling(scene, title, [BLANK, ...lines], scroll, height);
}

/** The question, what the answer will do, and how to answer: the last two are never cut away. */
export function confirmLines(scene: Scene, confirm: Confirm, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  const w = words(scene);
  const effects = confirm.effects.flatMap((line): readonly Line[] => {
    const whole = line.map((part) => part.text).join('');
    const listed = whole.startsWith(' ');
    const tone = line[0]?.tone;
    return listed
      ? [[span(cut(`  ${whole}`, columns - 2), tone)]]
      : paragraph(whole, columns - 4, tone, 2);
  });
  const end: readonly Line[] = [
    ...(confirm.harmless ? [] : [[span(`  ! ${w.sure}`, 'warn')]]),
    BLANK,
    [span(`  ${w.yesNo}`, 'strong')],
  ];
  const room = height - 3 - end.length;
  const over = effects.length - room;
  const shown =
    over <= 0 ? effects : [...effects.slice(0, room - 1), [span(`  ${w.more(over + 1)}`)]];
  return [rule(columns, confirm.title), BLANK, ...shown, BLANK, ...end];
}
