/**
 * The statutory clocks: when each could have started, when it did, and with what margin it was met.
 * Knows: declared awareness and the facts in an organisation. Does not know: law; it is a training check.
 */
import type { Clock } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type History, type Moment, by, evidence, of } from './history.ts';

export type ClockResult = {
  /** The clock's id, which is its task's. */
  readonly clock: string;
  readonly organisation: string;
  /**
   * `running`: time was left when the exercise ended. `undeclared`: the organisation knew what it
   * needed to know, and neither declared awareness nor submitted. `unstarted`: it submitted all the
   * same. `dormant`: it never knew.
   */
  readonly status: 'met' | 'late' | 'missed' | 'running' | 'undeclared' | 'unstarted' | 'dormant';
  /** The organisation first knew one of the facts that the task needs. */
  readonly firstFactAt?: Ms;
  /** Its roles together knew all of them: from here awareness could be declared. */
  readonly shouldAt?: Ms;
  readonly startedAt?: Ms;
  /** Started − should have. Negative: declared before all the facts were in the house. */
  readonly lag?: Ms;
  readonly deadline?: Ms;
  readonly submittedAt?: Ms;
  /** (deadline − submitted) / (deadline − started). Negative is late; above 1, before the start. */
  readonly margin?: number;
  readonly evidence: Evidence;
};

export function analyseClocks(history: History, cast: Cast): readonly ClockResult[] {
  return history.plan.clocks.map((clock) => clockResult(history, cast, clock));
}

function clockResult(history: History, cast: Cast, clock: Clock): ClockResult {
  const needed = knownBy(history, cast, clock);
  const first = needed.find((moment) => moment !== undefined);
  const should =
    needed.length > 0 && needed.every((moment) => moment !== undefined) ? needed.at(-1) : undefined;
  const [started] = by(history, 'clock.started', 'clock', clock.id);
  const [submitted] = by(history, 'task.done', 'task', clock.id);
  const [missed] = by(history, 'clock.missed', 'clock', clock.id);
  const deadline = started?.event.due;
  return {
    clock: clock.id,
    organisation: clock.organisation,
    status: statusOf({ should, started, submitted, missed }, deadline),
    ...(first && { firstFactAt: first.at }),
    ...(should && { shouldAt: should.at }),
    ...(started && { startedAt: started.at }),
    ...(should && started && { lag: started.at - should.at }),
    ...(deadline !== undefined && { deadline }),
    ...(submitted && { submittedAt: submitted.at }),
    ...marginOf(started, deadline, submitted),
    evidence: evidence(first?.seq, should?.seq, started?.seq, submitted?.seq, missed?.seq),
  };
}

/** When each needed fact first came into the organisation, earliest first; never known comes last. */
function knownBy(history: History, cast: Cast, clock: Clock): readonly (Moment | undefined)[] {
  const needs = history.plan.tasks.find((task) => task.id === clock.id)?.needs ?? [];
  const known = of(history, 'fact.known').filter(
    (h) => cast.organisation(h.event.role) === clock.organisation,
  );
  return needs
    .map((fact): Moment | undefined => known.find((h) => h.event.fact === fact))
    .sort((a, b) => (a?.seq ?? Infinity) - (b?.seq ?? Infinity));
}

type Moments = {
  readonly [K in 'should' | 'started' | 'submitted' | 'missed']: Moment | undefined;
};

function statusOf(moments: Moments, deadline: Ms | undefined): ClockResult['status'] {
  const { should, started, submitted, missed } = moments;
  if (!started) return submitted ? 'unstarted' : should ? 'undeclared' : 'dormant';
  if (submitted) return deadline !== undefined && submitted.at > deadline ? 'late' : 'met';
  return missed ? 'missed' : 'running';
}

function marginOf(
  started: Moment | undefined,
  deadline: Ms | undefined,
  submitted: Moment | undefined,
): { readonly margin?: number } {
  if (!started || !submitted || deadline === undefined || deadline === started.at) return {};
  return { margin: (deadline - submitted.at) / (deadline - started.at) };
}
