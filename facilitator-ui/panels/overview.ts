/**
 * The most important in one screen: what needs attention, what comes next, what just happened,
 * who is there. Knows: how the screen is shared. Does not know: how the lists are worked out.
 */
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { attention } from '../attention.ts';
import { chosenIndex } from '../choice.ts';
import { beside, row, rows, rule, span, widthsOf, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { nextRefs, record } from '../rows.ts';
import { told, words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import { sentence } from '../sentences.ts';
import { strands, type Strand } from '../strand.ts';
import { share, windowOf } from '../window.ts';
import { WIDE } from './list.ts';
import { doer, toneOf } from './record.ts';
import { titleOf } from './questions.ts';
import { healthLine, healthLines, healthRows, loadLines } from './health.ts';
import { workLines } from './work.ts';
import { section } from './section.ts';
import { alertLines } from './alerts.ts';
import { coming, left } from './words.ts';

/** More coming injects than these belong on their own panel. */
const NEXT_SHOWN = 8;
const ALL_THERE_IS = 200;

/** From here on there is room for three columns, the middle one about who has and decides what. */
const RICH = 190;

export function overviewPanel(scene: Scene, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  if (columns < WIDE) {
    return [...conductLines(scene, columns, height - 1), healthLine(scene)];
  }
  const people = Math.floor(columns * (columns < RICH ? 0.36 : 0.3));
  const rest = columns - people - 3;
  const left = columns < RICH ? rest : Math.floor((rest - 3) * 0.54);
  const conduct =
    columns < RICH
      ? conductLines(scene, left, height)
      : beside(
          conductLines(scene, left, height),
          workLines(scene, rest - left - 3, height),
          { left, right: rest - left - 3 },
          height,
        );
  const widths = { left: rest, right: people };
  return beside(conduct, peopleLines(scene, people, height), widths, height);
}

/** What goes on: what needs attention, what comes, what has just happened. */
function conductLines(scene: Scene, width: number, height: number): readonly Line[] {
  const alerts = attention(scene.view);
  const next = nextRefs(scene.view);
  const all = [...alerts.map(({ ref }) => ref), ...next];
  const chosen = chosenIndex(scene, all);
  const needs = [alerts.length, Math.min(next.length, NEXT_SHOWN), ALL_THERE_IS];
  const [upper = 0, middle = 0, lower = 0] = shared(height, needs);
  return [
    ...alertLines(scene, alerts, chosen, width, upper),
    ...nextLines(scene, next, chosen - alerts.length, width, middle),
    ...latestLines(scene, width, lower),
  ];
}

/** What each role has on it, how it is carried, and where the story stands. */
function peopleLines(scene: Scene, width: number, height: number): readonly Line[] {
  const roles = Object.values(scene.view.roles ?? {}).filter(({ simulated }) => !simulated).length;
  const health = healthRows(scene, width).length;
  const [upper = 0, middle = 0] = shared(height, [roles + 1, phaseCells(scene).length, health]);
  return [
    ...loadLines(scene, width, upper),
    ...phaseLines(scene, width, middle),
    ...healthLines(scene, width, height - upper - middle),
  ];
}

/** Every section has its heading and at least a line; what one does not need goes to the others. */
function shared(height: number, needs: readonly number[]): readonly number[] {
  return share(
    height,
    needs.map((need) => 1 + Math.max(1, need)),
  );
}

function nextLines(
  scene: Scene,
  next: readonly Ref[],
  chosen: number,
  width: number,
  height: number,
): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const columns: readonly Column[] = [
    { head: '', width: 8 },
    { head: '', width: 10 },
    { head: '', share: 3 },
    { head: '', share: 2 },
  ];
  const widths = widthsOf(columns, width - 2);
  const list = { count: next.length, chosen: chosen >= 0 ? chosen : undefined, width };
  const lines = rows({ ...list, height: height - 1 }, (i) => {
    const one = nextOne(scene, next[i]);
    if (!one) return [];
    return row(
      [
        span(formatExerciseTime(one.due, false)),
        span(coming(scene, one.due), 'info'),
        span(one.title),
        span(`→ ${names.roles(one.to)}`, 'dim'),
      ],
      columns,
      widths,
    );
  });
  return section(rule(width, w.next), lines, w.noNext, height);
}

/** An inject by its number, a poll or a probe by the mark it has on its panel. */
function nextOne(
  scene: Scene,
  ref: Ref | undefined,
): { readonly due: number; readonly title: string; readonly to: readonly string[] } | undefined {
  const question = ref?.kind === 'question' ? scene.view.questions?.[ref.id] : undefined;
  if (question) {
    const { due = 0, to } = question;
    return { due, title: `? ${titleOf(scene, question)}`, to };
  }
  const inject = scene.view.injects?.[ref?.id ?? ''];
  if (!inject) return undefined;
  const { number, title, due = 0, to } = inject;
  return { due, title: `${number} ${told(scene, title)}`, to };
}

function latestLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene);
  const names = namesOf(scene.view, scene.ui.lang);
  const lines = record(scene.view)
    .slice(0, Math.max(0, height - 1))
    .map((entry): Line => [
      span(`  ${formatExerciseTime(entry.at, true)}  `, 'dim'),
      span(entry.event ? doer(entry) + sentence(entry.event, names) : '', toneOf(entry)),
    ]);
  return section(rule(width, w.latest), lines, w.nothing, height);
}

/** The storyline's phases, then each thread's under its name. */
function phaseLines(scene: Scene, width: number, height: number): readonly Line[] {
  const w = words(scene);
  const columns: readonly Column[] = [{ head: '' }, { head: '', width: 14, align: 'right' }];
  const widths = widthsOf(columns, width - 2);
  const all = phaseCells(scene);
  // Where the story stands is in sight, however many phases there are.
  const here = all.findIndex(([name]) => name?.tone === 'strong');
  const { from } = windowOf(all.length, Math.max(0, here), height - 1);
  const seen = all.slice(from, from + Math.max(0, height - 1));
  const list = { count: seen.length, chosen: undefined, width, height: height - 1 };
  const lines = rows(list, (i) => row(seen[i] ?? [], columns, widths));
  return section(rule(width, w.phases), lines, w.nothing, height);
}

function phaseCells(scene: Scene): readonly (readonly Span[])[] {
  return strands(scene.view).flatMap((strand) => strandCells(scene, strand));
}

function strandCells(scene: Scene, { thread, phases }: Strand): readonly (readonly Span[])[] {
  const here = phases.findIndex((phase) => phase.current);
  const indent = thread === undefined ? '' : '  ';
  const cells = phases.map((phase, i): readonly Span[] => {
    const mark = phase.current ? '▶' : i < here ? '✓' : '·';
    const rest = phase.current && phase.until !== undefined ? left(scene, phase.until) : span('');
    const tone = phase.current ? 'strong' : 'dim';
    return [span(`${indent}${mark} ${told(scene, phase.title)}`, tone), rest];
  });
  return thread === undefined ? cells : [[span(told(scene, thread)), span('')], ...cells];
}
