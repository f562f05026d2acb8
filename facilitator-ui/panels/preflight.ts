/** The preflight on the screen. Knows: where its lines stand. Does not know: what is looked at. */
import { BLANK, filled, paragraph, rule, span } from '../layout.ts';
import { checks, modeText, summary, SYMBOLS, type Check } from '../preflight.ts';
import { words, type Line, type Preflight, type Scene } from '../scene.ts';
import { fit } from '../width.ts';

const STATE = 12;
const SUBJECT = 12;
const TONES = { ok: 'good', warn: 'warn', bad: 'alarm' } as const;

/** The checks scroll; what the answer will do, and how to answer, are never cut away. */
export function preflightLines(scene: Scene, overlay: Preflight, height: number): readonly Line[] {
  const w = words(scene).pacing.preflight;
  const { columns } = scene.ui.size;
  const found = checks(scene, overlay.host);
  const lines = [
    ...found.flatMap((check) => checkLines(scene, check)),
    ...(overlay.host === undefined ? [[span(`  … ${w.asking}`, 'dim')]] : []),
  ];
  const end: readonly Line[] = [
    BLANK,
    [span(`  ${summary(scene, found)}`, 'strong')],
    [span(`  ${w.modeLabel}: `), span(modeText(scene, overlay.step), 'strong')],
    ...paragraph(w.starts, columns - 4, 'warn', 2),
    ...paragraph(w.keys, columns - 4, 'info', 2),
  ];
  const room = Math.max(1, height - 1 - end.length);
  const from = Math.max(0, Math.min(overlay.scroll, lines.length - room));
  const below = lines.length - from - room;
  const more = below > 0 ? `↓ ${words(scene).more(below)}` : '';
  return [rule(columns, w.title, more), ...filled(lines.slice(from, from + room), room), ...end];
}

function checkLines(scene: Scene, { subject, state, text }: Check): readonly Line[] {
  const w = words(scene).pacing.preflight;
  const head = ` ${fit(`${SYMBOLS[state]} ${w.state[state]}`, STATE)}`;
  const room = scene.ui.size.columns - STATE - SUBJECT - 3;
  return paragraph(text, room).map((line, i): Line => [
    i === 0 ? span(head, TONES[state]) : span(' '.repeat(STATE + 1)),
    span(` ${fit(i === 0 ? w.subject[subject] : '', SUBJECT)}`, 'dim'),
    ...line,
  ]);
}
