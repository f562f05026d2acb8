/** Short phrases that several panels use. Knows: times and rows. Does not know: layout. */
import type { ControlTaskRow } from '../../engine/exercise/rows.ts';
import { formatDuration, type Ms } from '../../engine/runtime/protocol.ts';
import { joined, namesOf } from '../names.ts';
import { doubt } from '../rows.ts';
import { words, type Scene, type Span } from '../scene.ts';
import type { Tone } from '../tone.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whole minutes above one, whole hours above a day: a clock that ticks in every row is no calm. */
export function length(ms: Ms): string {
  const unit = ms < MINUTE ? 1 : ms < DAY ? MINUTE : HOUR;
  return formatDuration(Math.floor(ms / unit) * unit);
}

/** "12m tilbage" or "8m over". */
export function left(scene: Scene, due: Ms | undefined): Span {
  if (due === undefined) return { text: '' };
  const ms = due - scene.now;
  return ms >= 0
    ? { text: words(scene).left(length(ms)), ...(ms < 5 * MINUTE ? { tone: 'warn' } : {}) }
    : { text: words(scene).over(length(-ms)), tone: 'alarm' };
}

/** The same where the column's heading has said what it is: "12m", "8m over". */
export function rest(scene: Scene, due: Ms | undefined): Span {
  const said = left(scene, due);
  return due === undefined || due < scene.now ? said : { ...said, text: length(due - scene.now) };
}

/** "om 12m" or "nu". */
export function coming(scene: Scene, due: Ms): string {
  const ms = due - scene.now;
  return ms < 1000 ? words(scene).now : words(scene).inTime(length(ms));
}

/** "It-chef (ansvar), It-driftsvagt (udfører)", or that nobody or two have it. */
export function holders(scene: Scene, task: ControlTaskRow): Span {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const list = joined(task.holders.map((h) => `${names.role(h.role)} (${w.asShort[h.as]})`));
  switch (doubt(task)) {
    case 'vacuum':
      return { text: `✗ ${w.vacuum}`, tone: 'alarm' };
    case 'double':
      return { text: `‼ ${w.double}: ${list}`, tone: 'alarm' };
    case undefined:
      return { text: list };
    default:
      return { text: list };
  }
}

const SYMBOLS: Readonly<Record<string, readonly [symbol: string, tone: Tone]>> = {
  planned: ['○', 'plain'],
  held: ['‖', 'warn'],
  released: ['●', 'good'],
  asked: ['●', 'good'],
  skipped: ['–', 'dim'],
  passed: ['–', 'dim'],
  open: ['○', 'plain'],
  met: ['✓', 'good'],
  overdue: ['!', 'alarm'],
  late: ['!', 'warn'],
  lapsed: ['✗', 'alarm'],
  waived: ['–', 'dim'],
  outside: ['~', 'plain'],
  dormant: ['·', 'dim'],
  done: ['✓', 'good'],
  made: ['✓', 'good'],
  running: ['▸', 'warn'],
};

/** A status with its symbol, so that neither colour nor symbol stands alone. */
export function status(key: string, word: string): Span {
  const [symbol, tone] = SYMBOLS[key] ?? ['·', 'plain'];
  return { text: `${symbol} ${word}`, tone };
}
