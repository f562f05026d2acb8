/** The lines that never go away: that this is an exercise, its marking, its clock, the panels. */
import { formatExerciseTime, storyTime } from '../../engine/runtime/protocol.ts';
import { standing } from '../hold.ts';
import { padded, rule, span } from '../layout.ts';
import { hasMarks, hiddenMarks, markedInjects } from '../marks.ts';
import { MARKS } from '../notes.ts';
import { PANELS, told, words, type Line, type Panel, type Scene, type Span } from '../scene.ts';
import { current, phaseName, storyline } from '../strand.ts';
import { whoIAm } from '../staff.ts';
import type { Tone } from '../tone.ts';
import { sayPace } from '../when.ts';
import { cut, widthOf } from '../width.ts';
import { pastLine } from './look.ts';
import { length } from './words.ts';

export const HEAD = 4;

export function headLines(scene: Scene): readonly Line[] {
  const { columns } = scene.ui.size;
  const last = scene.ui.past ? pastLine(scene, columns) : threads(scene, columns);
  return [banner(scene, columns), clockLine(scene, columns), tabs(scene, columns), last];
}

function banner(scene: Scene, width: number): Line {
  const w = words(scene);
  const exercise = scene.view.exercise?.['exercise'];
  const marking = ` ${exercise?.marking ?? 'TLP'} `;
  const left = ` ${w.exercise} `;
  const room = width - widthOf(left) - widthOf(marking) - 1;
  const title = cut(exercise ? told(scene, exercise.title) : w.noExercise, room);
  const body = padded([span(' '), span(title, 'strong')], room + 1);
  return [span(left, 'banner'), ...body, span(marking, 'banner')];
}

const STATES: Readonly<Record<string, readonly [symbol: string, tone: Tone]>> = {
  planned: ['○', 'info'],
  running: ['▶', 'good'],
  paused: ['‖', 'warn'],
  ended: ['■', 'alarm'],
  hotwash: ['■', 'info'],
  closed: ['■', 'dim'],
};

function clockLine(scene: Scene, width: number): Line {
  const w = words(scene);
  const exercise = scene.view.exercise?.['exercise'];
  if (!exercise) return [span(` ${w.connection[scene.client.connection]}`, 'warn')];
  const [symbol, tone] = STATES[exercise.status] ?? ['·', 'plain'];
  const story = storyTime(exercise.story, scene.now);
  const pace = scene.client.clock?.pace ?? exercise.pace;
  const way = (date: boolean, phase: readonly Span[]): Line => [
    span(
      ` ${symbol} ${standing(exercise, scene.ui.lang)} `,
      exercise.hold === 'real' ? 'banner' : tone,
    ),
    span(`  ${formatExerciseTime(scene.now, true)}`, 'strong'),
    span(`   ${date ? `${story.date} ` : ''}${story.time}`),
    span(`   ${w.times(sayPace(pace, scene.ui.lang))}`),
    ...phase,
  ];
  return fitting(
    [
      way(true, phase(scene, 'said')),
      way(true, phase(scene, 'short')),
      way(false, phase(scene, 'short')),
      way(false, phase(scene, 'bare')),
    ],
    width,
  );
}

/** The first that fits; else the last, which is the shortest. */
function fitting(ways: readonly Line[], width: number): Line {
  const fits = (line: Line): boolean =>
    line.reduce((sum, { text }) => sum + widthOf(text), 0) <= width;
  return ways.find(fits) ?? ways.at(-1) ?? [];
}

/** `said`: "Phase: Alarm (2h left)". `short`: "Alarm (2h)". `bare`: "Alarm". */
function phase(scene: Scene, how: 'said' | 'short' | 'bare'): readonly Span[] {
  const w = words(scene);
  const here = storyline(scene.view);
  const reason = scene.view.exercise?.['exercise']?.reason;
  const why = reason === undefined || reason === '' ? [] : [span(`   ${reason}`, 'warn')];
  const over = !['planned', 'running', 'paused'].includes(
    scene.view.exercise?.['exercise']?.status ?? '',
  );
  if (over) return why;
  const label = how === 'said' ? `${w.phase}: ` : '';
  if (!here) return [span(`   ${label}${w.noPhase}`, 'dim'), ...why];
  const left = length(Math.max(0, (here.until ?? scene.now) - scene.now));
  const rest =
    here.until === undefined || how === 'bare' ? '' : how === 'said' ? w.left(left) : left;
  const name = `   ${label}${told(scene, here.title)}`;
  return [span(rest === '' ? name : `${name} (${rest})`), ...why];
}

/** What is marked, where the threads stand, and who one is, in the line that parts the head from the rest. */
function threads(scene: Scene, width: number): Line {
  const beside = current(scene.view).filter((row) => row.thread !== undefined);
  const who = whoIAm(scene, Math.floor(width * 0.75));
  const names = [...marked(scene), ...beside.map((row) => phaseName(row, scene.ui.lang))].join(
    ' · ',
  );
  return rule(width, cut(names, Math.max(0, width - widthOf(who) - 10)), who);
}

/** How many injects the keys of the script act on, also where some are out of sight. */
function marked(scene: Scene): readonly string[] {
  if (!hasMarks(scene)) return [];
  const count = words(scene).script.several.marked(markedInjects(scene).length, hiddenMarks(scene));
  return [`${MARKS.marked} ${count}`];
}

/** All names, shorter names, or only the name of the panel one is on: the first that fits. */
function tabs(scene: Scene, width: number): Line {
  const { tabs: names, shortTabs } = words(scene);
  const shorter: { readonly [P in Panel]?: string } = shortTabs;
  const { panel: here } = scene.ui;
  const short = (panel: Panel): string => shorter[panel] ?? names[panel];
  const ways: readonly Line[] = [
    tabLine(here, (panel) => names[panel], '  '),
    tabLine(here, short, ' '),
    tabLine(here, (panel) => (panel === here ? short(panel) : ''), ' '),
  ];
  // Each name is followed by a gap, and so is the last.
  return fitting(ways, width + 1);
}

function tabLine(here: Panel, name: (panel: Panel) => string, gap: string): Line {
  return [
    span(' '),
    ...PANELS.flatMap((panel, i) => [
      span(name(panel) === '' ? String(i + 1) : `${i + 1} `, 'dim'),
      panel === here ? span(name(panel), 'chosen') : span(name(panel)),
      span(gap),
    ]),
  ];
}
