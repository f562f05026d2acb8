/**
 * Where a phase would go by itself, as people say it. Knows: its ways on, and conditions in words.
 * Does not know: which of them holds; only the engine does.
 */
import type { PhaseRow } from '../engine/exercise/rows.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import type { Condition } from '../engine/scenario/condition.ts';
import { namesOf } from './names.ts';
import { decisions, stageOf } from './rows.ts';
import { told, words, type Line, type Scene } from './scene.ts';

const plain = (text: string): Line => [{ text }];

/** When it ends, and the ways on in the order in which they are tried. */
export function branchLines(scene: Scene, row: PhaseRow): readonly Line[] {
  const w = words(scene).pacing.branch;
  return [
    plain(w.itself(told(scene, row.title))),
    ...(row.gate ? [plain(w.gate(conditionText(scene, row.gate)))] : []),
    ...(row.until === undefined ? [] : [plain(w.timed(formatExerciseTime(row.until)))]),
    ...waysOn(scene, row),
    ...decided(scene, row),
  ];
}

function waysOn(scene: Scene, { next = [], thread }: PhaseRow): readonly Line[] {
  const w = words(scene).pacing.branch;
  const names = namesOf(scene.view, scene.ui.lang);
  if (next.length === 0) return [plain(thread === undefined ? w.endex : w.threadEnd)];
  const [first] = next;
  // The last one is taken whatever its condition says; behind one without any, none is reached.
  const open = next.findIndex(({ when }) => !when);
  const reached = open === -1 ? next : next.slice(0, open + 1);
  if (reached.length === 1 && first) return [plain(w.only(names.phase(first.to)))];
  return reached.map(({ to, when }, i) =>
    plain(
      when && i < reached.length - 1
        ? w.when(names.phase(to), conditionText(scene, when))
        : w.otherwise(names.phase(to)),
    ),
  );
}

/** An open decision can move the strand of the phase it leads to. */
function decided(scene: Scene, { id, thread }: PhaseRow): readonly Line[] {
  const w = words(scene).pacing.branch;
  const names = namesOf(scene.view, scene.ui.lang);
  const beside = (phase: string): boolean =>
    JSON.stringify(scene.view.phases?.[phase]?.thread) === JSON.stringify(thread);
  return decisions(scene.view)
    .filter((row) => stageOf(row) === 'open')
    .flatMap((row) =>
      row.options.flatMap(({ goto }) =>
        goto === undefined || goto === id || !beside(goto)
          ? []
          : [plain(w.decision(told(scene, row.question), names.phase(goto)))],
      ),
    );
}

export function conditionText(scene: Scene, condition: Condition): string {
  const w = words(scene).pacing.condition;
  const names = namesOf(scene.view, scene.ui.lang);
  switch (condition.type) {
    case 'all':
    case 'any': {
      if (condition.of.length === 0) return condition.type === 'all' ? w.always : w.never;
      const parts = condition.of.map((part) => {
        const said = conditionText(scene, part);
        const mixed = (part.type === 'all' || part.type === 'any') && part.of.length > 1;
        return mixed && condition.of.length > 1 ? `(${said})` : said;
      });
      return parts.join(condition.type === 'all' ? w.and : w.or);
    }
    case 'not':
      return w.not(conditionText(scene, condition.of));
    case 'fact': {
      const all = condition.mode === 'all' || condition.by.length === 1;
      return w.fact(names.fact(condition.fact), names.roles(condition.by), all);
    }
    case 'task':
      return w.task[condition.is](names.task(condition.task));
    case 'decision': {
      const { decision, is } = condition;
      const question = names.decision(decision);
      if (is === 'open' || is === 'made') return w.decision[is](question);
      return w.decision.option(question, names.option(decision, is));
    }
    case 'inject':
      return w.inject[condition.is](names.inject(condition.inject));
    case 'expectation':
      return w.expectation[condition.is](condition.expectation);
    case 'phase':
      return w.phase(names.phase(condition.phase));
    case 'clock':
      return w.clock[condition.is](names.clock(condition.clock));
    case 'service':
      return w.service[condition.is](names.service(condition.service));
    case 'time-after':
      return w.time(formatExerciseTime(condition.at));
    default:
      return condition satisfies never;
  }
}
